/* SPDX-License-Identifier: Apache-2.0 */
/* Migration: procedures of 2008 become those of 2015 and nothing is lost; forms move by kind. */
#include <check.h>
#include <glib.h>
#include <qms.h>
#include <stdbool.h>
#include <string.h>

#include "support.h"

#define OLD "bkhcn-2968-2010"
#define NEW "bkhcn-101-2019"

/* ---- helpers */

static QmsDocument *
migrate_on (QmsDocument *system, const char *to, int year, int month, int day, QmsError **work)
{
  QmsDocument *migrated = NULL;
  QmsError *error = NULL;

  ck_assert_msg (qms_framework_migrate (system, to, year, month, day, &migrated, work, &error) == QMS_OK, "%s",
                 qms_error_message (error, QMS_LANG_EN));
  assert_sound (migrated);
  return migrated;
}

static QmsDocument *
migrate_text (const char *inner, QmsError **work)
{
  g_autofree char *text =
      g_strdup_printf ("<heThong xmlns=\"urn:libqms:1\" moHinhKhung=\"" OLD "\">%s</heThong>", inner);
  QmsDocument *system = read_text (text), *migrated = migrate_on (system, NEW, 0, 0, 0, work);

  qms_document_unref (system);
  return migrated;
}

static int
count_work (const QmsError *work, const char *id, const char *path)
{
  int count = 0;

  for (; work; work = qms_error_next (work))
    count += strcmp (qms_error_id (work), id) == 0 && (!path || g_strcmp0 (qms_error_path (work), path) == 0);
  return count;
}

static QmsNode *
only_procedure (QmsDocument *document, int kind)
{
  QmsNode *system = qms_document_root (document), *found = NULL;

  for (size_t i = 0; i < qms_system_count_procedures (system); i++) {
    QmsNode *procedure = qms_system_get_procedures (system, i);
    if (qms_procedure_get_kind (procedure) != kind)
      continue;
    ck_assert_ptr_null (found);
    found = procedure;
  }
  return found;
}

/* ---- nothing is lost */

typedef void (*ValueFunc) (const QmsNode *node, const QmsField *field, const char *text, void *data);

/* Calls `func` with every value of the tree. */
static void
each_value (const QmsNode *node, ValueFunc func, void *data)
{
  const QmsType *type = qms_node_type (node);

  for (size_t i = 0; i < qms_type_field_count (type); i++) {
    const QmsField *field = qms_type_field_at (type, i);
    for (size_t item = 0; item < qms_node_count (node, qms_field_id (field)); item++) {
      if (qms_field_kind (field) == QMS_KIND_NODE) {
        each_value (qms_node_get_node_at (node, qms_field_id (field), item), func, data);
        continue;
      }
      char *text = qms_node_get_text (node, qms_field_id (field), item);
      func (node, field, text, data);
      qms_free (text);
    }
  }
}

static void
write_value (const QmsNode *node, const QmsField *field, const char *text, void *data)
{
  (void)node;
  (void)field;
  g_string_append_printf (data, "%s\n", text);
}

/* What a migration changes by its nature: the framework, the edition, the kinds of procedures. */
static void
find_value (const QmsNode *node, const QmsField *field, const char *text, void *data)
{
  uint32_t id = qms_field_id (field);

  (void)node;
  if (id == QMS_SYSTEM_FRAMEWORK || id == QMS_SYSTEM_STANDARD || id == QMS_PROCEDURE_KIND)
    return;
  ck_assert_msg (strstr (data, text) != NULL, "lost: %s = %s", qms_field_name (field), text);
}

static void
assert_nothing_lost (QmsDocument *before, QmsDocument *after)
{
  g_autoptr (GString) values = g_string_new (NULL);

  each_value (qms_document_root (after), write_value, values);
  each_value (qms_document_root (before), find_value, values->str);
}

/* Makes the sample's procedures unlike in all that a procedure has once, so that losing it would be seen. */
static void
enrich (QmsNode *system)
{
  for (size_t i = 0; i < qms_system_count_procedures (system); i++) {
    QmsNode *procedure = qms_system_get_procedures (system, i);
    g_autofree char *text = g_strdup_printf ("Văn bản riêng số %zu", i), *code = g_strdup_printf ("MA.%zu", i);
    QmsNode *amendment = qms_node_add (procedure, QMS_PROCEDURE_AMENDMENTS, QMS_APPEND, NULL);

    qms_procedure_set_code (procedure, code, NULL);
    qms_procedure_set_edition (procedure, (int)(11 + i), NULL);
    qms_procedure_set_revision (procedure, (int)(31 + i), NULL);
    qms_procedure_set_issue_date (procedure, 2016, 5, (int)(1 + i), NULL);
    qms_procedure_set_effective_date (procedure, 2016, 6, (int)(1 + i), NULL);
    qms_procedure_set_review_date (procedure, 2017, 6, (int)(1 + i), NULL);
    qms_procedure_set_medium (procedure, i % 2 ? QMS_MEDIUM_PAPER : QMS_MEDIUM_BOTH, NULL);
    qms_procedure_set_notes (procedure, text, NULL);
    qms_approval_set_date (qms_procedure_get_approved (procedure), 2016, 4, (int)(1 + i), NULL);
    qms_amendment_set_date (amendment, 2018, 3, (int)(1 + i), NULL);
    qms_amendment_set_description (amendment, text, NULL);
  }
}

START_TEST (every_value_of_the_old_system_is_in_the_new)
{
  QmsDocument *system = NULL, *migrated;
  QmsError *work = NULL;

  ck_assert_int_eq (qms_framework_instantiate (OLD, _i, "Cơ quan Mẫu", &system, NULL), QMS_OK);
  enrich (qms_document_root (system));
  migrated = migrate_on (system, NEW, 0, 0, 0, &work);
  assert_nothing_lost (system, migrated);
  qms_error_free (work);
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

START_TEST (the_example_of_2008_loses_nothing)
{
  QmsDocument *system = NULL, *migrated;

  ck_assert_int_eq (qms_document_load (QMS_SOURCE_DIR "/examples/xml/so-2008.xml", &system, NULL), QMS_OK);
  ck_assert_str_eq (qms_system_get_framework (qms_document_root (system)), OLD);
  migrated = migrate_on (system, NEW, 0, 0, 0, NULL);
  assert_nothing_lost (system, migrated);
  ck_assert_ptr_nonnull (only_procedure (migrated, QMS_PROCEDURE_KIND_MANAGEMENT_REVIEW));
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

/* Puts an own mark of each sort into and beside every element: foreign attribute, comment, instruction, foreign element. */
static char *
mark_everything (const char *text, unsigned *n_marks)
{
  g_autoptr (GRegex) tag = g_regex_new ("<[A-Za-z][^<>]*>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) marked = g_string_new (NULL);
  int start, end, done = 0;

  *n_marks = 0;
  for (g_regex_match (tag, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
    unsigned n = (*n_marks)++;
    g_match_info_fetch_pos (match, 0, &start, &end);
    bool empty = text[end - 2] == '/';
    g_string_append_len (marked, text + done, (empty ? end - 2 : end - 1) - done);
    g_string_append_printf (marked, " x:a=\"attribute-%u-\"%s", n, n == 0 ? " xmlns:x=\"urn:x\"" : "");
    g_string_append (marked, empty ? "/>" : ">");
    if (!empty)
      g_string_append_printf (marked, "<!--comment-%u-->", n);
    if (n > 0)
      g_string_append_printf (marked, "<?mark target-%u-?><x:e>element-%u-</x:e>", n, n);
    done = end;
  }
  g_string_append (marked, text + done);
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
assert_mark_kept (const char *before, const char *after, const char *mark, unsigned n)
{
  g_autofree char *whole = g_strdup_printf ("%s-%u-", mark, n);

  ck_assert_msg (!strstr (before, whole) || strstr (after, whole), "lost: %s", whole);
}

/* Comments and foreign content stand anywhere: in cells of the cover as well as in steps, records and texts. */
START_TEST (no_comment_and_nothing_foreign_is_lost)
{
  QmsDocument *system = NULL, *marked, *migrated;
  g_autofree char *text = NULL;
  unsigned n_marks;
  char *plain, *after;

  ck_assert_int_eq (qms_framework_instantiate (OLD, QMS_AGENCY_TYPE_COMMUNE, "UBND xã Mẫu", &system, NULL), QMS_OK);
  enrich (qms_document_root (system));
  plain = write_text (system, QMS_FORMAT_XML);
  text = mark_everything (plain, &n_marks);
  ck_assert_uint_gt (n_marks, 500);
  marked = read_text (text);
  migrated = migrate_on (marked, NEW, 2026, 1, 31, NULL);
  after = write_text (migrated, QMS_FORMAT_XML);
  for (unsigned n = 0; n < n_marks; n++) {
    assert_mark_kept (text, after, "attribute", n);
    assert_mark_kept (text, after, "comment", n);
    assert_mark_kept (text, after, "target", n);
    assert_mark_kept (text, after, "element", n);
  }
  assert_comes_back (migrated);
  qms_free (after);
  qms_free (plain);
  qms_document_unref (migrated);
  qms_document_unref (marked);
  qms_document_unref (system);
}
END_TEST

/* An error of the result that the list does not name would surprise people. */
START_TEST (what_is_still_wrong_is_listed)
{
  QmsDocument *system = NULL, *migrated;
  QmsReport *report = NULL;
  QmsError *work = NULL;

  ck_assert_int_eq (qms_framework_instantiate (OLD, QMS_AGENCY_TYPE_DEPARTMENT, "Sở Mẫu", &system, NULL), QMS_OK);
  migrated = migrate_on (system, NEW, 2026, 10, 1, &work);
  ck_assert_int_eq (qms_document_validate (migrated, &report, NULL), QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (qms_report_severity (report, i) == QMS_SEVERITY_ERROR)
      ck_assert_int_ge (count_work (work, "QMS-CD-018", qms_report_path (report, i)), 1);
  qms_report_free (report);
  qms_error_free (work);
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

/* ---- procedures */

START_TEST (the_six_become_the_five)
{
  QmsDocument *system = NULL, *migrated;
  static const int kinds[] = { QMS_PROCEDURE_KIND_DOCUMENTED_INFORMATION, QMS_PROCEDURE_KIND_RISK_OPPORTUNITY,
                               QMS_PROCEDURE_KIND_INTERNAL_AUDIT, QMS_PROCEDURE_KIND_NONCONFORMITY,
                               QMS_PROCEDURE_KIND_MANAGEMENT_REVIEW };

  ck_assert_int_eq (qms_framework_instantiate (OLD, QMS_AGENCY_TYPE_COMMUNE, "UBND xã Mẫu", &system, NULL), QMS_OK);
  migrated = migrate_on (system, NEW, 0, 0, 0, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    ck_assert_ptr_nonnull (only_procedure (migrated, kinds[i]));
  ck_assert_str_eq (qms_system_get_framework (qms_document_root (migrated)), NEW);
  ck_assert_int_eq (qms_system_get_standard (qms_document_root (migrated)), QMS_STANDARD_ISO9001_2015);
  ck_assert_str_eq (qms_system_get_framework (qms_document_root (system)), OLD);
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

#define PAIR                                                                                                            \
  "<quyTrinh id='A' ma='QT-01' loai='kiemSoatTaiLieu' ngayBanHanh='2016-01-02'><ten>Tài "                              \
  "liệu</ten><mucDich>Một.</mucDich>"                                                                               \
  "<phamVi>Chung.</phamVi><vienDan so='X'>X</vienDan><buoc so='1'><ten>Viết</ten></buoc>"                             \
  "<bieuMau id='BM-A'>Danh mục</bieuMau></quyTrinh>"                                                                  \
  "<quyTrinh id='B' ma='QT-02' loai='kiemSoatHoSo' ngayBanHanh='2016-03-04'><ten>Hồ sơ</ten><mucDich>Hai.</mucDich>" \
  "<phamVi>Chung.</phamVi><vienDan so='X'>X</vienDan><vienDan so='Y'>Y</vienDan><buoc so='1'><ten>Lưu</ten>"           \
  "<ketQua bieuMau='BM-B'/></buoc><bieuMau id='BM-B'>Sổ</bieuMau></quyTrinh>"

START_TEST (merged_procedures_keep_their_parts)
{
  QmsDocument *migrated = migrate_text (PAIR "<thuTuc ma='1.000656' quyTrinh='B'><ten>T</ten></thuTuc>", NULL);
  QmsNode *merged = only_procedure (migrated, QMS_PROCEDURE_KIND_DOCUMENTED_INFORMATION);
  QmsNode *tthc = qms_system_get_administrative_procedures (qms_document_root (migrated), 0);

  ck_assert_str_eq (qms_procedure_get_id (merged), "A");
  ck_assert_str_eq (qms_procedure_get_title (merged), "Quy trình kiểm soát thông tin dạng văn bản");
  ck_assert_str_eq (qms_procedure_get_purpose (merged), "Tài liệu:\nMột.\nHồ sơ:\nHai.");
  ck_assert_str_eq (qms_procedure_get_scope (merged), "Chung.");
  ck_assert_uint_eq (qms_procedure_count_references (merged), 2);
  ck_assert_uint_eq (qms_procedure_count_forms (merged), 2);
  ck_assert_uint_eq (qms_procedure_count_steps (merged), 2);
  ck_assert_str_eq (qms_step_get_number (qms_procedure_get_steps (merged, 0)), "1.1");
  ck_assert_str_eq (qms_step_get_number (qms_procedure_get_steps (merged, 1)), "2.1");
  ck_assert_str_eq (qms_administrative_procedure_get_procedure (tthc), "A");
  ck_assert_ptr_nonnull (strstr (qms_procedure_get_notes (merged), "QT-02"));
  ck_assert_ptr_nonnull (strstr (qms_procedure_get_notes (merged), "2016-03-04"));
  ck_assert_ptr_nonnull (strstr (qms_procedure_get_notes (merged), "Tên trước khi chuyển đổi: Tài liệu"));
  qms_document_unref (migrated);
}
END_TEST

START_TEST (a_merge_is_listed_with_its_sources)
{
  QmsError *work = NULL;
  QmsDocument *migrated = migrate_text (PAIR, &work);
  const QmsError *merge = work;

  ck_assert_int_eq (count_work (work, "QMS-CD-011", "/heThong/quyTrinh[A]"), 1);
  while (strcmp (qms_error_id (merge), "QMS-CD-011") != 0)
    merge = qms_error_next (merge);
  ck_assert_ptr_nonnull (strstr (qms_error_message (merge, QMS_LANG_EN), "«Tài liệu», «Hồ sơ»"));
  qms_error_free (work);
  qms_document_unref (migrated);
}
END_TEST

/* A distribution says what was handed out once: it stays, and the code that it names is gone. */
START_TEST (distributions_of_a_procedure_that_goes_are_listed_and_stay)
{
  QmsError *work = NULL;
  QmsDocument *document = migrate_text ("<phanPhoi taiLieu='QT-01'/><phanPhoi taiLieu='QT-02'/><phanPhoi taiLieu='QT-09'/>"
                                        "<quyTrinh id='A' ma='QT-01' loai='kiemSoatTaiLieu'><ten>A</ten></quyTrinh>"
                                        "<quyTrinh id='B' ma='QT-02' loai='kiemSoatHoSo'><ten>B</ten></quyTrinh>",
                                        &work);
  const QmsNode *system = qms_document_root (document);

  ck_assert_int_eq (count_work (work, "QMS-CD-020", NULL), 1);
  ck_assert_int_eq (count_work (work, "QMS-CD-020", "/heThong/phanPhoi[2]"), 1);
  ck_assert_str_eq (qms_distribution_get_document (qms_system_get_distributions (system, 1)), "QT-02");
  qms_error_free (work);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_procedure_that_ended_stays_beside)
{
  QmsDocument *migrated =
      migrate_text ("<quyTrinh id='A' loai='kiemSoatTaiLieu'><ten>Mới</ten></quyTrinh>"
                    "<quyTrinh id='B' loai='kiemSoatHoSo' trangThai='hetHieuLuc'><ten>Cũ</ten></quyTrinh>",
                    NULL);

  ck_assert_uint_eq (qms_system_count_procedures (qms_document_root (migrated)), 2);
  ck_assert_str_eq (qms_procedure_get_title (qms_document_find (migrated, "B")), "Cũ");
  ck_assert_int_eq (qms_procedure_get_kind (qms_document_find (migrated, "B")),
                    QMS_PROCEDURE_KIND_DOCUMENTED_INFORMATION);
  qms_document_unref (migrated);
}
END_TEST

START_TEST (comments_and_foreign_content_of_a_merged_procedure_are_kept)
{
  QmsDocument *migrated =
      migrate_text ("<quyTrinh id='A' loai='kiemSoatTaiLieu'><ten>T</ten></quyTrinh>"
                    "<quyTrinh id='B' loai='kiemSoatHoSo' xmlns:x='urn:x' x:so='77'><!-- lời dặn --><ten>H</ten>"
                    "<x:the>riêng</x:the></quyTrinh>",
                    NULL);
  char *text = write_text (migrated, QMS_FORMAT_XML);

  ck_assert_ptr_nonnull (strstr (text, "<!-- lời dặn -->"));
  ck_assert_ptr_nonnull (strstr (text, "riêng"));
  ck_assert_ptr_nonnull (strstr (text, "x:so (urn:x): 77"));
  qms_free (text);
  qms_document_unref (migrated);
}
END_TEST

START_TEST (the_cover_of_a_merged_procedure_keeps_its_comments)
{
  QmsDocument *migrated = migrate_text (
      "<quyTrinh id='A' loai='kiemSoatTaiLieu'><ten>T</ten><soanThao ngay='2016-01-05'/></quyTrinh>"
      "<quyTrinh id='B' loai='kiemSoatHoSo' xmlns:x='urn:x'><ten>H</ten>"
      "<!-- trên --><soanThao ngay='2016-01-05' x:chuKy='số'><!-- trong --><x:anh>ảnh</x:anh></soanThao></quyTrinh>",
      NULL);
  char *text = write_text (migrated, QMS_FORMAT_XML);

  ck_assert_ptr_nonnull (strstr (text, "<!-- trên -->"));
  ck_assert_ptr_nonnull (strstr (text, "<!-- trong -->"));
  ck_assert_ptr_nonnull (strstr (text, "<x:anh>ảnh</x:anh>"));
  ck_assert_ptr_nonnull (strstr (text, "Soạn thảo – x:chuKy (urn:x): số"));
  qms_free (text);
  qms_document_unref (migrated);
}
END_TEST

START_TEST (without_an_identifier_the_merged_procedure_takes_that_of_a_source)
{
  QmsDocument *migrated = migrate_text (
      "<quyTrinh loai='kiemSoatTaiLieu'><ten>T</ten></quyTrinh>"
      "<quyTrinh id='B' loai='kiemSoatHoSo'><ten>H</ten></quyTrinh>"
      "<quyTrinh id='C' loai='kiemSoatHoSo'><ten>L</ten></quyTrinh>"
      "<thuTuc ma='1.000656' quyTrinh='B'><ten>T</ten></thuTuc><thuTuc ma='1.000657' quyTrinh='C'><ten>U</ten></thuTuc>",
      NULL);
  QmsNode *merged = only_procedure (migrated, QMS_PROCEDURE_KIND_DOCUMENTED_INFORMATION);

  ck_assert_str_eq (qms_procedure_get_id (merged), "B");
  for (size_t i = 0; i < 2; i++) {
    QmsNode *tthc = qms_system_get_administrative_procedures (qms_document_root (migrated), i);
    ck_assert_ptr_eq (qms_node_resolve (tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE), merged);
  }
  qms_document_unref (migrated);
}
END_TEST

/* The sample of management review needs a role that this agency has not, and its identifier is taken. */
START_TEST (what_is_added_brings_what_it_refers_to_and_finds_a_free_identifier)
{
  QmsError *work = NULL;
  QmsDocument *migrated = migrate_text ("<coQuan loai='ubndCapXa'><ten>UBND xã Mẫu</ten></coQuan>"
                                        "<quyTrinh id='QT-HT-05' loai='tthc'><ten>Chứng thực</ten></quyTrinh>",
                                        &work);
  QmsNode *review = only_procedure (migrated, QMS_PROCEDURE_KIND_MANAGEMENT_REVIEW);
  QmsReport *report = NULL;

  ck_assert_ptr_nonnull (review);
  ck_assert_str_ne (qms_procedure_get_id (review), "QT-HT-05");
  ck_assert_str_eq (qms_procedure_get_title (qms_document_find (migrated, "QT-HT-05")), "Chứng thực");
  ck_assert_int_eq (qms_document_validate (migrated, &report, NULL), QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    ck_assert_str_ne (qms_rule_slug (qms_report_rule (report, i)), "reference-dangling");
  ck_assert_int_ge (count_work (work, "QMS-CD-012", NULL), 5);
  qms_report_free (report);
  qms_error_free (work);
  qms_document_unref (migrated);
}
END_TEST

START_TEST (citations_of_the_old_framework_are_listed_and_stay)
{
  QmsError *work = NULL;
  QmsDocument *migrated =
      migrate_text ("<quyTrinh id='A' loai='tthc'><ten>T</ten><vienDan so='QĐ 2968/QĐ-BKHCN'>Q</vienDan>"
                    "<vienDan so='TCVN ISO 9001:2008' dieuKhoan='7.1'>Q</vienDan>"
                    "<vienDan so='63/2010/NĐ-CP'>Q</vienDan></quyTrinh>",
                    &work);

  ck_assert_int_eq (count_work (work, "QMS-CD-014", NULL), 2);
  ck_assert_str_eq (qms_citation_get_number (qms_procedure_get_references (qms_document_find (migrated, "A"), 1)),
                    "TCVN ISO 9001:2008");
  qms_error_free (work);
  qms_document_unref (migrated);
}
END_TEST

/* ---- forms */

#define FORMS                                                                                                             \
  SYSTEM ("<quyTrinh id='A' loai='tthc'><ten>T</ten>"                                                                     \
          "<bieuMau id='F1' ma='Mẫu số 05' loai='kiemSoat' canCu='TT 01/2018/TT-VPCP'>Phiếu kiểm soát</bieuMau>" \
          "<bieuMau id='F2' ma='BM.02' loai='xinLoi' canCu='01/2018/TT-VPCP'>Phiếu xin lỗi</bieuMau>"                 \
          "<bieuMau id='F3' loai='donToKhai' canCu='01/2018/TT-VPCP'>Đơn</bieuMau>"                                     \
          "<bieuMau id='F4' loai='donToKhai' canCu='02/2017/TT-VPCP'>Đơn khác</bieuMau></quyTrinh>")

START_TEST (forms_move_by_kind)
{
  QmsDocument *system = read_text (FORMS);
  QmsError *work = NULL;
  QmsDocument *migrated = migrate_on (system, NULL, 2026, 1, 31, &work);
  const QmsNode *control = qms_document_find (migrated, "F1"), *apology = qms_document_find (migrated, "F2");

  ck_assert_str_eq (qms_form_get_basis (control), "03/2025/TT-VPCP");
  ck_assert_str_eq (qms_form_get_code (control), "Mẫu số 06");
  ck_assert_str_eq (qms_form_get_name (control), "Phiếu kiểm soát quá trình giải quyết hồ sơ");
  ck_assert_str_eq (qms_form_get_code (apology), "BM.02");
  ck_assert_str_eq (qms_form_get_name (apology), "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
  ck_assert_str_eq (qms_form_get_basis (qms_document_find (migrated, "F3")), "01/2018/TT-VPCP");
  ck_assert_str_eq (qms_form_get_basis (qms_document_find (migrated, "F4")), "02/2017/TT-VPCP");
  ck_assert_int_eq (count_work (work, "QMS-CD-015", NULL), 2);
  ck_assert_int_eq (count_work (work, "QMS-CD-016", "/heThong/quyTrinh[A]/bieuMau[F3]"), 1);
  ck_assert_int_eq (count_work (work, "QMS-CD-017", "/heThong/quyTrinh[A]"), 1);
  qms_error_free (work);
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

/* On 01/7/2025 the old set had ended and the new one was not issued; before, the old set was in force. */
/* The act that replaced the one of 2015 prescribes no forms: the set in force is found by kind. */
START_TEST (forms_of_an_act_without_a_next_set_move_to_the_one_in_force)
{
  QmsDocument *system = read_text (
      SYSTEM ("<quyTrinh id='Q'><ten>T</ten><bieuMau id='B' ma='Mẫu số 05' loai='kiemSoat' "
              "canCu='Mẫu số 05, Quyết định số 09/2015/QĐ-TTg'>Phiếu kiểm soát</bieuMau></quyTrinh>"));
  QmsError *work = NULL;
  QmsDocument *migrated = migrate_on (system, NULL, 2026, 1, 31, &work);
  const QmsNode *form = qms_procedure_get_forms (qms_system_get_procedures (qms_document_root (migrated), 0), 0);

  ck_assert_str_eq (qms_form_get_basis (form), "03/2025/TT-VPCP");
  ck_assert_str_eq (qms_form_get_name (form), "Phiếu kiểm soát quá trình giải quyết hồ sơ");
  ck_assert_int_eq (count_work (work, "QMS-CD-015", "/heThong/quyTrinh[Q]/bieuMau[B]"), 1);
  ck_assert_int_eq (count_work (work, "QMS-CD-019", NULL), 0);
  qms_error_free (work);
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

START_TEST (forms_stay_until_the_new_set_is_there)
{
  static const int days[][3] = { { 2025, 6, 30 }, { 2025, 7, 1 }, { 2025, 9, 14 } };
  QmsDocument *system = read_text (FORMS);
  QmsError *work = NULL;
  QmsDocument *migrated = migrate_on (system, NULL, days[_i][0], days[_i][1], days[_i][2], &work);

  ck_assert (qms_node_equal (qms_document_root (system), qms_document_root (migrated)));
  ck_assert_int_eq (count_work (work, "QMS-CD-019", NULL), _i == 0 ? 0 : 3);
  ck_assert_int_eq (count_work (work, "QMS-CD-015", NULL), 0);
  qms_error_free (work);
  qms_document_unref (migrated);
  qms_document_unref (system);
}
END_TEST

/* ---- refusals */

START_TEST (what_cannot_be_migrated_is_refused)
{
  QmsDocument *system = read_text (SYSTEM ("")), *framework = NULL, *migrated = NULL;
  QmsError *error = NULL;

  ck_assert_int_eq (qms_framework_migrate (system, NEW, 0, 0, 0, &migrated, NULL, &error), QMS_ERROR_NOT_FOUND);
  ck_assert_str_eq (qms_error_id (error), "QMS-CD-001");
  qms_error_free (error);
  ck_assert_int_eq (qms_framework_migrate (system, "khong-co", 0, 0, 0, &migrated, NULL, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_framework_migrate (system, NULL, 0, 0, 0, &migrated, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_migrate (system, NULL, 2026, 2, 30, &migrated, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_migrate (NULL, NEW, 0, 0, 0, &migrated, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_load (NEW, &framework, NULL), QMS_OK);
  ck_assert_int_eq (qms_framework_migrate (framework, NEW, 0, 0, 0, &migrated, NULL, NULL), QMS_ERROR_STRUCTURE);
  ck_assert_ptr_null (migrated);
  qms_document_unref (framework);
  qms_document_unref (system);
}
END_TEST

Suite *migrate_suite (void);

Suite *
migrate_suite (void)
{
  Suite *suite = suite_create ("migrate");
  TCase *tests = tcase_create ("migrate");

  tcase_add_loop_test (tests, every_value_of_the_old_system_is_in_the_new, QMS_AGENCY_TYPE_MINISTRY,
                       QMS_AGENCY_TYPE_PUBLIC_SERVICE_UNIT + 1);
  tcase_add_test (tests, the_example_of_2008_loses_nothing);
  tcase_add_test (tests, no_comment_and_nothing_foreign_is_lost);
  tcase_add_test (tests, what_is_still_wrong_is_listed);
  tcase_add_test (tests, the_six_become_the_five);
  tcase_add_test (tests, merged_procedures_keep_their_parts);
  tcase_add_test (tests, a_merge_is_listed_with_its_sources);
  tcase_add_test (tests, distributions_of_a_procedure_that_goes_are_listed_and_stay);
  tcase_add_test (tests, a_procedure_that_ended_stays_beside);
  tcase_add_test (tests, forms_of_an_act_without_a_next_set_move_to_the_one_in_force);
  tcase_add_test (tests, comments_and_foreign_content_of_a_merged_procedure_are_kept);
  tcase_add_test (tests, the_cover_of_a_merged_procedure_keeps_its_comments);
  tcase_add_test (tests, without_an_identifier_the_merged_procedure_takes_that_of_a_source);
  tcase_add_test (tests, what_is_added_brings_what_it_refers_to_and_finds_a_free_identifier);
  tcase_add_test (tests, citations_of_the_old_framework_are_listed_and_stay);
  tcase_add_test (tests, forms_move_by_kind);
  tcase_add_loop_test (tests, forms_stay_until_the_new_set_is_there, 0, 3);
  tcase_add_test (tests, what_cannot_be_migrated_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}
