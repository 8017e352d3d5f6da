/* SPDX-License-Identifier: Apache-2.0 */
/* Tables as CSV: what goes out comes back, rows are known again, and what cannot be understood is told with its place. */
#include "interop/csv_table.h"
#include "random.h"
#include "support.h"

#include <string.h>

Suite *csv_suite (void);

#define MARK "\xEF\xBB\xBF"

static const char *const tables[] = { "tthc", "risks", "records" };

/* ---- helpers */

static char *
export_table (QmsDocument *document, const char *table)
{
  QmsError *error = NULL;
  char *csv = NULL;
  size_t size = 0;

  qms_csv_export (qms_document_root (document), table, &csv, &size, &error);
  ck_assert_msg (!error, "%s", qms_error_message (error, QMS_LANG_EN));
  ck_assert_uint_eq (strlen (csv), size);
  return csv;
}

/* Imports a text that must be right; checks how many rows were new and changed. */
static void
import_table (QmsDocument *document, const char *table, const char *csv, size_t added, size_t changed)
{
  QmsError *error = NULL;
  size_t new = 0, other = 0;

  qms_csv_import (document, table, csv, strlen (csv), "bang.csv", &new, &other, &error);
  ck_assert_msg (!error, "%u:%u: %s", qms_error_line (error), qms_error_column (error),
                 qms_error_message (error, QMS_LANG_EN));
  ck_assert_uint_eq (new, added);
  ck_assert_uint_eq (other, changed);
  assert_sound (document);
}

static QmsDocument *
imported (const char *table, const char *csv, size_t rows)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);

  import_table (document, table, csv, rows, 0);
  return document;
}

/* Text of the field at a path; the caller frees it. */
static char *
text_at (QmsDocument *document, const char *path)
{
  const QmsField *field = NULL;
  QmsNode *node = qms_node_at (qms_document_root (document), path, &field);

  ck_assert_msg (node && field, "%s leads nowhere", path);
  return qms_node_get_text (node, qms_field_id (field), 0);
}

static void
assert_at (QmsDocument *document, const char *path, const char *expected)
{
  char *text = text_at (document, path);

  ck_assert_msg (g_strcmp0 (text, expected) == 0, "%s is «%s», not «%s»", path, text, expected);
  qms_free (text);
}

static void
assert_absent (QmsDocument *document, const char *path)
{
  ck_assert_msg (!qms_node_at (qms_document_root (document), path, NULL), "%s is there", path);
}

/* ---- there and back */

START_TEST (a_table_is_written_as_spreadsheets_save_it)
{
  QmsDocument *document = read_text (SYSTEM ("<coQuan><vaiTro id=\"CM\"><ten>Công chức</ten></vaiTro></coQuan>"
                                             "<ruiRo id=\"R1\" nguon=\"noiBo\" khaNang=\"3\" chuTri=\"CM\" "
                                             "thoiHan=\"2026-06-30\" hieuQua=\"true\">"
                                             "<moTa>Quá hạn; \"chậm\"</moTa><nguyenNhan>a\nb</nguyenNhan></ruiRo>"));
  char *csv = export_table (document, "risks");

  ck_assert_str_eq (csv, MARK
                    "\"Định danh\";\"Mô tả rủi ro\";\"Quy trình liên quan\";\"Nguồn rủi ro\";\"Nguyên nhân\";"
                    "\"Hậu quả\";\"Khả năng xảy ra\";\"Mức độ ảnh hưởng\";\"Cách xử lý\";\"Biện pháp xử lý\";"
                    "\"Vai trò chịu trách nhiệm\";\"Thời hạn thực hiện\";\"Ngày đánh giá lại\";"
                    "\"Khả năng sau xử lý\";\"Mức độ sau xử lý\";\"Biện pháp có hiệu quả\"\r\n"
                    "\"R1\";\"Quá hạn; \"\"chậm\"\"\";\"\";\"Nội bộ\";\"a\nb\";\"\";\"3\";\"\";\"\";\"\";\"Công chức\";"
                    "\"30/06/2026\";\"\";\"\";\"\";\"có\"\r\n");
  qms_free (csv);
  qms_document_unref (document);
}
END_TEST

START_TEST (importing_what_was_exported_changes_nothing)
{
  QmsDocument *document = qms_random_document ((guint32)_i, QMS_TYPE_SYSTEM);
  QmsNode *before = qms_node_copy (qms_document_root (document), document);

  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++) {
    char *csv = export_table (document, tables[i]);
    QmsError *error = NULL;
    size_t added = 0, changed = 0;
    if (qms_csv_import (document, tables[i], csv, strlen (csv), NULL, &added, &changed, &error) == QMS_OK)
      ck_assert_uint_eq (added + changed, 0);
    else /* a row has nothing that it could be known by */
      ck_assert_msg (!strcmp (qms_error_id (error), "QMS-CV-211"), "%s", qms_error_message (error, QMS_LANG_EN));
    qms_error_free (error);
    qms_free (csv);
  }
  ck_assert (qms_node_equal (before, qms_document_root (document)));
  qms_document_unref (document);
}
END_TEST

/* Gives each item of a list a value of its own. */
static void
number_items (QmsNode *owner, uint32_t list, uint32_t field, const char *format)
{
  for (size_t i = 0; i < qms_node_count (owner, list); i++) {
    g_autofree char *value = g_strdup_printf (format, (guint)i + 1);
    ck_assert_int_eq (qms_node_set_text (qms_node_get_node_at (owner, list, i), field, value, NULL), QMS_OK);
  }
}

/* References of a list's items that lead nowhere are taken away: in another system nobody could tell what they mean. */
static void
drop_dangling (QmsNode *owner, uint32_t list, uint32_t field)
{
  for (size_t i = 0; i < qms_node_count (owner, list); i++) {
    QmsNode *item = qms_node_get_node_at (owner, list, i);
    if (!qms_node_resolve (item, field))
      qms_node_unset (item, field);
  }
}

/* Makes every row one that can be known again. */
static void
give_keys (QmsNode *system)
{
  number_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, QMS_ADMINISTRATIVE_PROCEDURE_CODE, "1.%06u");
  number_items (system, QMS_SYSTEM_RISKS, QMS_RISK_ID, "RUI-RO-%u");
  number_items (system, QMS_SYSTEM_RECORDS, QMS_RECORD_CODE, "=HS-%u");
  drop_dangling (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE);
  drop_dangling (system, QMS_SYSTEM_RISKS, QMS_RISK_PROCEDURE);
  drop_dangling (system, QMS_SYSTEM_RISKS, QMS_RISK_OWNER);
  drop_dangling (system, QMS_SYSTEM_RECORDS, QMS_RECORD_KEEPER);
  for (size_t i = 0; i < qms_system_count_procedures (system); i++) {
    QmsNode *procedure = qms_system_get_procedures (system, i);
    drop_dangling (procedure, QMS_PROCEDURE_RECORDS, QMS_RECORD_KEEPER);
    number_items (procedure, QMS_PROCEDURE_RECORDS, QMS_RECORD_NAME, "'-Hồ sơ %u");
    number_items (procedure, QMS_PROCEDURE_RECORDS, QMS_RECORD_CODE, "'@HS-%u");
  }
}

static void
remove_rows (QmsNode *system)
{
  qms_node_unset (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  qms_node_unset (system, QMS_SYSTEM_RISKS);
  qms_node_unset (system, QMS_SYSTEM_RECORDS);
  for (size_t i = 0; i < qms_system_count_procedures (system); i++)
    qms_node_unset (qms_system_get_procedures (system, i), QMS_PROCEDURE_RECORDS);
}

START_TEST (rows_come_back_into_a_system_that_has_none)
{
  QmsDocument *document = qms_random_document ((guint32)_i, QMS_TYPE_SYSTEM);
  QmsNode *system = qms_document_root (document);
  char *before[G_N_ELEMENTS (tables)];

  give_keys (system);
  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    before[i] = export_table (document, tables[i]);
  remove_rows (system);
  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++) {
    QmsError *error = NULL;
    qms_csv_import (document, tables[i], before[i], strlen (before[i]), NULL, NULL, NULL, &error);
    ck_assert_msg (!error, "seed %d, %s:%u: %s", _i, tables[i], qms_error_line (error),
                   qms_error_message (error, QMS_LANG_EN));
    char *after = export_table (document, tables[i]);
    ck_assert_msg (strcmp (before[i], after) == 0, "seed %d, %s:\n%s\n%s", _i, tables[i], before[i], after);
    qms_free (after);
    qms_free (before[i]);
  }
  assert_comes_back (document);
  qms_document_unref (document);
}
END_TEST

/* ---- the form of the file */

static const char *const spellings[] = {
  "Định danh;Mô tả rủi ro;Khả năng xảy ra\r\nR1;Quá hạn;3\r\n",
  MARK "Định danh;Mô tả rủi ro;Khả năng xảy ra\nR1;Quá hạn;3",
  "khả  năng XẢY RA;MO TA RUI RO;định danh\r3;Quá hạn;R1\r",
  "id,moTa,khaNang\nR1,Quá hạn,3\n",
  "Identifier\tWhat may happen\tLikelihood\nR1\tQuá hạn\t3\n",
  "sep=|\nSTT|Định danh|Mô tả rủi ro|Khả năng xảy ra|\n1|R1|Quá hạn|3|\n",
  "sep=,\r\nid,moTa,khaNang\r\nR1,Quá hạn,3\r\n",
  "\n;;;\n\"id\";\"moTa\";\"khaNang\"\n;;\n\"R1\";\"Quá hạn\";\"3\";;;\n\n",
  "id;\"mo\nta\";Kha\xCC\x89 na\xCC\x86ng xa\xCC\x89y ra\nR1; Quá hạn ; 3\n",
  "\"moTa, \";id;khaNang\nQuá hạn;R1;3\n",
};

START_TEST (files_are_read_however_they_were_saved)
{
  QmsDocument *document = imported ("risks", spellings[_i], 1);

  assert_at (document, "/heThong/ruiRo[R1]/moTa", "Quá hạn");
  assert_at (document, "/heThong/ruiRo[R1]/khaNang", "3");
  qms_document_unref (document);
}
END_TEST

START_TEST (utf_16_with_its_mark_is_converted)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE" };

  for (size_t i = 0; i < G_N_ELEMENTS (encodings); i++) {
    QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
    gsize size = 0;
    g_autofree char *csv =
        g_convert ("\xEF\xBB\xBFid\tmoTa\r\nR1\tQuá hạn\r\n", -1, encodings[i], "UTF-8", NULL, &size, NULL);
    ck_assert_int_eq (qms_csv_import (document, "risks", csv, size, NULL, NULL, NULL, NULL), QMS_OK);
    assert_at (document, "/heThong/ruiRo[R1]/moTa", "Quá hạn");
    qms_document_unref (document);
  }
}
END_TEST

START_TEST (texts_that_look_like_formulas_are_harmless_and_come_back)
{
  static const char *const texts[] = { "=1+1", "+84", "-5", "@a", "'=1", "''-x", "'a", "a=1" };
  QmsDocument *document = read_text (SYSTEM ("<ruiRo id=\"R1\"><moTa>x</moTa></ruiRo>"));
  QmsNode *risk = qms_node_at (qms_document_root (document), "ruiRo[R1]", NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++) {
    qms_risk_set_description (risk, texts[i], NULL);
    char *csv = export_table (document, "risks");
    ck_assert_ptr_null (strstr (csv, "\"="));
    ck_assert_ptr_null (strstr (csv, "\"+"));
    ck_assert_ptr_null (strstr (csv, "\"-"));
    ck_assert_ptr_null (strstr (csv, "\"@"));
    qms_risk_set_description (risk, "khác", NULL);
    import_table (document, "risks", csv, 0, 1);
    ck_assert_str_eq (qms_risk_get_description (risk), texts[i]);
    qms_free (csv);
  }
  qms_document_unref (document);
}
END_TEST

START_TEST (every_heading_leads_to_its_column)
{
  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++) {
    const CsvTable *table = csv_table_find (tables[i], NULL);
    for (size_t j = 0; j < table->n_columns; j++)
      for (int lang = QMS_LANG_VI; lang <= QMS_LANG_EN; lang++) {
        g_autofree char *title = csv_column_title (&table->columns[j], lang);
        ck_assert_msg (csv_table_column (table, title) == &table->columns[j], "%s: «%s»", tables[i], title);
      }
    for (size_t j = 0; j < table->n_columns; j++) {
      const QmsField *field = qms_field_by_id (table->columns[j].field);
      if (table->columns[j].kind != CSV_VALUE && table->columns[j].kind != CSV_ITEMS)
        continue;
      ck_assert_ptr_eq (csv_table_column (table, qms_field_xml_name (field)), &table->columns[j]);
      ck_assert_ptr_eq (csv_table_column (table, qms_field_name (field)), &table->columns[j]);
    }
  }
}
END_TEST

/* ---- values */

static const struct {
  const char *cell, *field, *expected;
} values[] = {
  { "1/2/2026", "thoiHan", "2026-02-01" },
  { "01-02-2026", "thoiHan", "2026-02-01" },
  { "2026-02-01", "thoiHan", "2026-02-01" },
  { "1.2.2026", "thoiHan", "2026-02-01" },
  { "KHÔNG", "hieuQua", "false" },
  { "x", "hieuQua", "true" },
  { "noi bo", "nguon", "noiBo" },
  { "External", "nguon", "benNgoai" },
  { "benNgoai", "nguon", "benNgoai" },
  { "công chức", "chuTri", "CM" },
  { "CM", "chuTri", "CM" },
  { " QT 01 ", "quyTrinh", "Q1" },
  { "/heThong/quyTrinh[1]", "quyTrinh", "Q1" },
};

#define ORGANISATION                                                                                                   \
  "<coQuan><vaiTro id=\"CM\"><ten>Công chức</ten></vaiTro>"                                                         \
  "<vaiTro id=\"A\"><ten>Lãnh đạo</ten></vaiTro><vaiTro id=\"B\"><ten>lãnh đạo</ten></vaiTro></coQuan>"        \
  "<quyTrinh id=\"Q1\" ma=\"QT 01\"><ten>Khai sinh</ten></quyTrinh>"

START_TEST (values_are_read_as_people_write_them)
{
  QmsDocument *document = read_text (SYSTEM (ORGANISATION));
  g_autofree char *csv = g_strdup_printf ("id;%s\nR1;%s\n", values[_i].field, values[_i].cell);
  g_autofree char *path = g_strdup_printf ("/heThong/ruiRo[R1]/%s", values[_i].field);

  import_table (document, "risks", csv, 1, 0);
  assert_at (document, path, values[_i].expected);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_name_that_several_have_is_written_as_identifier)
{
  QmsDocument *document = read_text (SYSTEM (ORGANISATION "<ruiRo id=\"R1\" chuTri=\"B\"><moTa>m</moTa></ruiRo>"));
  char *csv = export_table (document, "risks");

  ck_assert_ptr_nonnull (strstr (csv, "\"R1\";\"m\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"\";\"B\";"));
  qms_free (csv);
  qms_document_unref (document);
}
END_TEST

/* ---- rows that are there */

#define TTHC                                                                                                             \
  "<thuTuc id=\"T1\" ma=\"1.000001\" soBoHoSo=\"1\"><ten>Một</ten>"                                                    \
  "<linhVuc ma=\"G1\">Hộ tịch</linhVuc><linhVuc ma=\"G2\">Chứng thực</linhVuc>"                                  \
  "<cachThuc kenh=\"trucTiep\"><thoiHan giaTri=\"5 ngayLamViec\"><moTa>thường</moTa><phi soTien=\"8000\"/></thoiHan>" \
  "<thoiHan giaTri=\"9 ngayLamViec\"><moTa>phải xác minh</moTa></thoiHan></cachThuc>"                                 \
  "<yeuCauDieuKien>Không</yeuCauDieuKien></thuTuc>"

START_TEST (a_row_that_is_there_is_updated_and_keeps_what_the_table_does_not_say)
{
  QmsDocument *document = read_text (SYSTEM (TTHC));

  import_table (document, "tthc",
                "ma;ten;linhVuc;thoi han giai quyet: truc tiep;soBoHoSo\n"
                "1.000002;Hai;Đất đai;;2\n"
                "1.000001;Một (mới);\"Chứng thực\nĐất đai\";\"5 ngày làm việc\n0,5 ngày làm việc\n3 giờ\";\n",
                1, 1);
  ck_assert_uint_eq (qms_system_count_administrative_procedures (qms_document_root (document)), 2);
  assert_at (document, "/heThong/thuTuc[T1]/ten", "Một (mới)");
  assert_absent (document, "/heThong/thuTuc[T1]/soBoHoSo");
  assert_at (document, "/heThong/thuTuc[T1]/yeuCauDieuKien", "Không");
  assert_at (document, "/heThong/thuTuc[T1]/linhVuc[1]/ma", "G2");
  assert_at (document, "/heThong/thuTuc[T1]/linhVuc[2]/ten", "Đất đai");
  assert_absent (document, "/heThong/thuTuc[T1]/linhVuc[3]");
  assert_at (document, "/heThong/thuTuc[T1]/cachThuc[1]/thoiHan[1]/phi[1]/soTien", "8000");
  assert_at (document, "/heThong/thuTuc[T1]/cachThuc[1]/thoiHan[2]/giaTri", "0.5 ngayLamViec");
  assert_at (document, "/heThong/thuTuc[T1]/cachThuc[1]/thoiHan[2]/moTa", "phải xác minh");
  assert_at (document, "/heThong/thuTuc[T1]/cachThuc[1]/thoiHan[3]/giaTri", "3 gio");
  assert_at (document, "/heThong/thuTuc[TT-1.000002]/linhVuc[1]/ten", "Đất đai");
  assert_absent (document, "/heThong/thuTuc[TT-1.000002]/cachThuc");
  qms_document_unref (document);
}
END_TEST

START_TEST (an_empty_cell_takes_away_times_but_not_what_hangs_on_them)
{
  QmsDocument *document = read_text (SYSTEM (TTHC));

  import_table (document, "tthc", "ma;thoi han giai quyet: truc tiep\n1.000001;\n", 0, 1);
  assert_absent (document, "/heThong/thuTuc[T1]/cachThuc[1]/thoiHan[1]/giaTri");
  assert_at (document, "/heThong/thuTuc[T1]/cachThuc[1]/thoiHan[1]/moTa", "thường");
  qms_document_unref (document);
}
END_TEST

START_TEST (items_of_several_lines_stay_one_item)
{
  QmsDocument *document =
      read_text (SYSTEM ("<thuTuc id=\"T1\" ma=\"1.000001\"><ten>Một</ten>"
                         "<ketQua ma=\"K1\">Giấy\n\n (hai bản)</ketQua><ketQua>Sổ</ketQua></thuTuc>"));
  char *csv = export_table (document, "tthc");

  ck_assert_ptr_nonnull (strstr (csv, "\"Giấy\n  \n   (hai bản)\nSổ\""));
  qms_node_unset (qms_system_get_administrative_procedures (qms_document_root (document), 0),
                  QMS_ADMINISTRATIVE_PROCEDURE_RESULTS);
  import_table (document, "tthc", csv, 0, 1);
  assert_at (document, "/heThong/thuTuc[T1]/ketQua[1]/ten", "Giấy\n\n (hai bản)");
  assert_at (document, "/heThong/thuTuc[T1]/ketQua[2]/ten", "Sổ");
  qms_free (csv);
  qms_document_unref (document);
}
END_TEST

START_TEST (records_are_known_by_procedure_and_code_or_name)
{
  QmsDocument *document = read_text (
      SYSTEM ("<hoSo ma=\"H1\"><ten>Sổ</ten></hoSo><hoSo><ten>Phiếu</ten></hoSo>"
              "<quyTrinh id=\"Q1\" ma=\"QT 01\"><ten>Q</ten><hoSo ma=\"H1\"><ten>Đơn</ten></hoSo></quyTrinh>"));

  import_table (document, "records",
                "quyTrinh;ma;ten;thoiGianLuu\n"
                "QT 01;H1;Đơn;5 năm\n"
                ";H2;Phiếu;2 năm\n" /* gains a code */
                ";H1;Sổ cái;10 năm\n"
                "qt 01;;Đơn;1 năm\n", /* another one: that of this name has a code */
                1, 3);
  ck_assert_uint_eq (qms_system_count_records (qms_document_root (document)), 2);
  assert_at (document, "/heThong/quyTrinh[Q1]/hoSo[1]/thoiGianLuu", "5 nam");
  assert_at (document, "/heThong/quyTrinh[Q1]/hoSo[2]/thoiGianLuu", "1 nam");
  assert_at (document, "/heThong/hoSo[1]/ten", "Sổ cái");
  assert_at (document, "/heThong/hoSo[2]/ma", "H2");
  qms_document_unref (document);
}
END_TEST

START_TEST (a_code_that_lost_its_zeros_is_known_again)
{
  QmsDocument *document = read_text (SYSTEM ("<thuTuc id=\"T1\" ma=\"1.000020\"><ten>Một</ten></thuTuc>"
                                             "<thuTuc id=\"T2\" ma=\"2.000000\"><ten>Hai</ten></thuTuc>"));

  import_table (document, "tthc", "ma;ten\n1.00002;Một mới\n2.0;Hai mới\n", 0, 2);
  assert_at (document, "/heThong/thuTuc[T1]/ma", "1.000020");
  assert_at (document, "/heThong/thuTuc[T1]/ten", "Một mới");
  assert_at (document, "/heThong/thuTuc[T2]/ten", "Hai mới");
  qms_document_unref (document);
}
END_TEST

/* ---- what is refused */

static const struct {
  const char *table, *csv, *id;
  uint32_t line, column;
  const char *says;
} refusals[] = {
  { "risks", "id;moTa;khaNang\nR1;a;nhiều\n", "QMS-CV-210", 2, 6, "«Khả năng xảy ra»" },
  { "risks", "id;moTa\nR1;\"a\nb\";\nR2;c;thừa\n", "QMS-CV-209", 4, 6, "" },
  { "risks", "id;;moTa\nR1;ghi chú;a\n", "QMS-CV-209", 2, 4, "" },
  { "risks", "id;thoiHan\nR1;31/02/2026\n", "QMS-CV-210", 2, 4, "31/01/2026" },
  { "risks", "id;thoiHan\nR1;1/2/26\n", "QMS-CV-210", 2, 4, "«1/2/26»" },
  { "risks", "id;hieuQua\nR1;chưa rõ\n", "QMS-CV-210", 2, 4, "«có» hoặc «không»" },
  { "risks", "id;nguon\nR1;đâu đó\n", "QMS-CV-210", 2, 4, "«Nội bộ», «Bên ngoài»" },
  { "risks", "id;chuTri\nR1;ai đó\n", "QMS-CV-210", 2, 4, "mã, tên hoặc định danh" },
  { "risks", "id;moTa\n1R;a\n", "QMS-CV-210", 2, 1, "«Định danh»" },
  { "risks", "id;moTa\n;a\n", "QMS-CV-211", 2, 1, "«Định danh»" },
  { "risks", "id;moTa\nR1;a\nR1;b\n", "QMS-CV-212", 3, 1, "dòng 2" },
  { "risks", "id;moTa\nQ1;a\n", "QMS-CV-213", 2, 1, "«Q1»" },
  { "risks", "moTa\na\n", "QMS-CV-208", 1, 1, "«Định danh»" },
  { "risks", "id;moTaa\nR1;a\n", "QMS-CV-206", 1, 4, "«moTaa»" },
  { "risks", "id;Mo ta rui roo\nR1;a\n", "QMS-CV-206", 1, 4, "«Mô tả rủi ro»" },
  { "risks", "id;moTa;mô tả rủi ro\nR1;a;b\n", "QMS-CV-207", 1, 9, "" },
  { "risks", "id;moTa\nR1;\"a\n", "QMS-CV-203", 2, 4, "" },
  { "risks", "id;moTa\nR1;\"a\"b\n", "QMS-CV-204", 2, 7, "" },
  { "risks", "id;moTa\nR1;M\xF4 t\xE1\n", "QMS-CV-201", 2, 5, "windows-1258" },
  { "risks", "id;moTa\nR1;a\x01\n", "QMS-CV-201", 2, 5, "0x01" },
  { "risks", "PK\3\4....", "QMS-CV-202", 1, 1, "XLSX" },
  { "risks", "\xD0\xCF\x11\xE0\xA1\xB1", "QMS-CV-202", 1, 1, "XLS" },
  { "risks", "id;moTa\nR1;a;1;2;3\n", "QMS-CV-209", 2, 6, "" },
  { "risks", "", "QMS-CV-208", 1, 1, "" },
  { "tthc", "ma;ten\n1.00119;Khai sinh\n", "QMS-CV-210", 2, 1, "số 0" },
  { "tthc", "ma;ten\n1.000001;a\n1.000001;b\n", "QMS-CV-212", 3, 1, "«1.000001»" },
  { "tthc", "ma;Thời hạn giải quyết: Trực tuyến\n1.000001;sớm\n", "QMS-CV-210", 2, 10, "5 ngày làm việc" },
  { "records", "ma;ten;noiLuu\n;;Kho\n", "QMS-CV-211", 2, 2, "«Tên hồ sơ»" },
  { "records", "quyTrinh;ma;ten\nQT 99;H1;a\n", "QMS-CV-210", 2, 1, "«QT 99»" },
  { "records", "ma;thoiGianLuu\nH1;5 năm\n", "QMS-CV-208", 1, 1, "«Tên hồ sơ»" },
};

START_TEST (what_cannot_be_understood_is_told_with_its_place)
{
  QmsDocument *document = read_text (SYSTEM (ORGANISATION));
  QmsNode *before = qms_node_copy (qms_document_root (document), document);
  QmsError *error = NULL;
  size_t added = 7;

  ck_assert_int_ne (qms_csv_import (document, refusals[_i].table, refusals[_i].csv, strlen (refusals[_i].csv),
                                    "bang.csv", &added, NULL, &error),
                    QMS_OK);
  ck_assert_str_eq (qms_error_id (error), refusals[_i].id);
  ck_assert_uint_eq (qms_error_line (error), refusals[_i].line);
  ck_assert_uint_eq (qms_error_column (error), refusals[_i].column);
  ck_assert_str_eq (qms_error_file (error), "bang.csv");
  ck_assert_msg (strstr (qms_error_message (error, QMS_LANG_VI), refusals[_i].says) != NULL, "%s",
                 qms_error_message (error, QMS_LANG_VI));
  ck_assert_uint_eq (added, 7);
  ck_assert (qms_node_equal (before, qms_document_root (document)));
  qms_error_free (error);
  qms_document_unref (document);
}
END_TEST

START_TEST (all_problems_of_a_file_are_told_up_to_a_hundred)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  g_autoptr (GString) csv = g_string_new ("id;khaNang\n");
  QmsError *error = NULL;
  size_t count = 0;

  for (int i = 0; i < 500; i++)
    g_string_append_printf (csv, "R%d;x\n", i);
  ck_assert_int_eq (qms_csv_import (document, "risks", csv->str, csv->len, NULL, NULL, NULL, &error), QMS_ERROR_VALUE);
  for (const QmsError *at = error; at; at = qms_error_next (at))
    count++;
  ck_assert_uint_eq (count, 100);
  ck_assert_uint_eq (qms_node_count (qms_document_root (document), QMS_SYSTEM_RISKS), 0);
  qms_error_free (error);
  qms_document_unref (document);
}
END_TEST

/* A file of `count` times a piece between a beginning and an end. */
static void
assert_limit (const char *table, const char *begin, const char *piece, size_t count, const char *end)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  g_autoptr (GString) csv = g_string_new (begin);
  QmsError *error = NULL;

  for (size_t i = 0; i < count; i++)
    g_string_append (csv, piece);
  g_string_append (csv, end);
  ck_assert_int_eq (qms_csv_import (document, table, csv->str, csv->len, NULL, NULL, NULL, &error), QMS_ERROR_LIMIT);
  ck_assert_str_eq (qms_error_id (error), "QMS-CV-205");
  qms_error_free (error);
  qms_document_unref (document);
}

START_TEST (rows_columns_cells_bytes_and_items_have_limits)
{
  g_autofree char *much = g_strnfill ((gsize)1 << 20, 'x');
  g_autoptr (GString) rows = g_string_new ("id\n"), items = g_string_new ("ma;linhVuc\n");

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (rows, "R%d\n", i);
  qms_document_unref (imported ("risks", rows->str, 100000));
  assert_limit ("risks", rows->str, "R100000\n", 1, "");
  assert_limit ("risks", "id", ";", 256, "\n");
  assert_limit ("risks", "id;moTa\nR1;", much, 1, "x\n");
  assert_limit ("risks", "id;moTa\nR1;", much, 64, "");
  for (int i = 0; i < 5; i++) {
    g_string_append_printf (items, "1.00000%d;\"", i);
    for (int j = 0; j < 500000; j++)
      g_string_append (items, "a\n");
    g_string_append (items, "\"\n");
  }
  assert_limit ("tthc", items->str, "", 0, "");
}
END_TEST

START_TEST (wrong_arguments_are_refused)
{
  QmsDocument *system = qms_document_new (QMS_TYPE_SYSTEM), *other = qms_document_new (QMS_TYPE_LEGAL_ACTS);
  QmsError *error = NULL;
  char *csv = NULL;

  ck_assert_int_eq (qms_csv_export (NULL, "tthc", &csv, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_csv_export (qms_document_root (system), "tthc", NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_csv_export (qms_document_root (other), "tthc", &csv, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_csv_export (qms_document_root (system), NULL, &csv, NULL, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_csv_import (NULL, "tthc", "ma\n", 3, NULL, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_csv_import (system, "tthc", NULL, 3, NULL, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_csv_import (other, "tthc", "ma\n", 3, NULL, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_csv_import (system, "bang", "ma\n", 3, NULL, NULL, NULL, &error), QMS_ERROR_NOT_FOUND);
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), "bang"));
  qms_error_free (error);
  qms_document_unref (system);
  qms_document_unref (other);
}
END_TEST

Suite *
csv_suite (void)
{
  Suite *suite = suite_create ("csv");
  TCase *tests = tcase_create ("csv"), *large = tcase_create ("csv-large");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, a_table_is_written_as_spreadsheets_save_it);
  tcase_add_loop_test (tests, importing_what_was_exported_changes_nothing, 0, count_seeds (200));
  tcase_add_loop_test (tests, rows_come_back_into_a_system_that_has_none, 0, count_seeds (200));
  tcase_add_loop_test (tests, files_are_read_however_they_were_saved, 0, (int)G_N_ELEMENTS (spellings));
  tcase_add_test (tests, utf_16_with_its_mark_is_converted);
  tcase_add_test (tests, texts_that_look_like_formulas_are_harmless_and_come_back);
  tcase_add_test (tests, every_heading_leads_to_its_column);
  tcase_add_loop_test (tests, values_are_read_as_people_write_them, 0, (int)G_N_ELEMENTS (values));
  tcase_add_test (tests, a_name_that_several_have_is_written_as_identifier);
  tcase_add_test (tests, a_row_that_is_there_is_updated_and_keeps_what_the_table_does_not_say);
  tcase_add_test (tests, an_empty_cell_takes_away_times_but_not_what_hangs_on_them);
  tcase_add_test (tests, items_of_several_lines_stay_one_item);
  tcase_add_test (tests, records_are_known_by_procedure_and_code_or_name);
  tcase_add_test (tests, a_code_that_lost_its_zeros_is_known_again);
  tcase_add_loop_test (tests, what_cannot_be_understood_is_told_with_its_place, 0, (int)G_N_ELEMENTS (refusals));
  tcase_add_test (tests, all_problems_of_a_file_are_told_up_to_a_hundred);
  tcase_add_test (large, rows_columns_cells_bytes_and_items_have_limits);
  tcase_set_tags (large, "large");
  tcase_set_timeout (large, 300);
  tcase_add_test (tests, wrong_arguments_are_refused);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, large);
  return suite;
}
