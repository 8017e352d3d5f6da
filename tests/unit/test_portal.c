/* SPDX-License-Identifier: Apache-2.0 */
/* Records of the national portal: what becomes of them in the model, and that they come back as they were. */
#include <qms.h>

#include <check.h>
#include <glib.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

Suite *portal_suite (void);

#define FIXTURES QMS_SOURCE_DIR "/tests/portal/"
#define CORPUS QMS_SOURCE_DIR "/../shared/corpus/tthc"

/* ---- helpers */

static char *
read_file (const char *path)
{
  char *text = NULL;

  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "%s cannot be read", path);
  return text;
}

static void
import (QmsDocument *document, const char *json)
{
  QmsError *error = NULL;

  qms_portal_import (document, json, strlen (json), NULL, NULL, &error);
  ck_assert_msg (!error, "%s at %s", qms_error_message (error, QMS_LANG_EN), qms_error_path (error));
}

static QmsDocument *
system_of (const char *json)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);

  import (document, json);
  return document;
}

static QmsDocument *
system_of_file (const char *path)
{
  g_autofree char *json = read_file (path);

  return system_of (json);
}

static QmsNode *
procedure_at (QmsDocument *document, size_t index)
{
  return qms_node_get_node_at (qms_document_root (document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, index);
}

static QmsNode *
at (QmsDocument *document, const char *path)
{
  QmsNode *node = qms_node_at (procedure_at (document, 0), path, NULL);

  ck_assert_msg (node != NULL, "nothing at %s", path);
  return node;
}

static char *
print (QmsDocument *document, int32_t format)
{
  char *text = NULL;

  ck_assert_int_eq (qms_document_write (document, format, &text, NULL, NULL), QMS_OK);
  return text;
}

/* The document written and read again. */
static QmsDocument *
through (QmsDocument *document, int32_t format)
{
  g_autofree char *text = print (document, format);
  QmsDocument *back = NULL;
  QmsError *error = NULL;

  qms_document_parse (text, strlen (text), &back, &error);
  ck_assert_msg (!error, "%s", qms_error_message (error, QMS_LANG_EN));
  return back;
}

static json_t *
exported (const QmsNode *procedure)
{
  char *text = NULL;
  json_t *record;

  ck_assert_int_eq (qms_portal_export (procedure, &text, NULL, NULL), QMS_OK);
  record = json_loads (text, JSON_REJECT_DUPLICATES, NULL);
  qms_free (text);
  ck_assert_ptr_nonnull (record);
  return record;
}

/* Equal in content and in the order of keys. */
static void
assert_same_record (const json_t *record, const char *json)
{
  json_t *original = json_loads (json, 0, NULL);
  g_autofree char *left = json_dumps (record, JSON_INDENT (1)), *right = json_dumps (original, JSON_INDENT (1));

  ck_assert_str_eq (left, right);
  json_decref (original);
}

static const char *
text_at (const json_t *record, const char *list, const char *key)
{
  return json_string_value (json_object_get (json_array_get (json_object_get (record, list), 0), key));
}

/* ---- what a record means */

START_TEST (every_key_of_a_record_has_its_field)
{
  QmsDocument *document = system_of_file (FIXTURES "record.json");
  QmsNode *procedure = procedure_at (document, 0);
  int64_t mantissa;
  int32_t scale, unit, year, month, day;

  ck_assert_str_eq (qms_node_id (procedure), "TT-1.000001");
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_CODE), "1.000001");
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_NAME),
                    "Cấp bản sao giấy chứng nhận mẫu");
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_DECISION), "01/QĐ-MAU");
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_CONDITIONS),
                    "- Còn bản lưu.\n- Có giấy tờ tùy thân.");
  ck_assert_str_eq (qms_node_get_string_at (at (document, "trinhTu"), QMS_SEQUENCE_STEPS, 1), "Bước 2: Nhận kết quả.");
  ck_assert_int_eq (qms_node_get_int (at (document, "cap[1]"), QMS_LEVEL_LEVEL), QMS_AUTHORITY_LEVEL_PROVINCE);
  ck_assert_int_eq (qms_node_get_int (at (document, "cap[3]"), QMS_LEVEL_LEVEL), QMS_AUTHORITY_LEVEL_OTHER);
  ck_assert_int_eq (qms_node_get_int (at (document, "cachThuc[2]"), QMS_CHANNEL_KIND), QMS_CHANNEL_KIND_ONLINE);
  qms_node_get_duration (at (document, "cachThuc[1]/thoiHan"), QMS_CHANNEL_TIME_VALUE, &mantissa, &scale, &unit);
  ck_assert_int_eq (mantissa, 5);
  ck_assert_int_eq (scale, 1);
  ck_assert_int_eq (unit, QMS_DURATION_UNIT_WORKING_DAY);
  ck_assert_int_eq (qms_node_get_int (at (document, "cachThuc[1]/thoiHan/phi[1]"), QMS_FEE_KIND), QMS_FEE_KIND_CHARGE);
  ck_assert_str_eq (qms_node_get_string (at (document, "cachThuc[1]/thoiHan/phi[2]"), QMS_FEE_CODE), "P-01");
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[1]/thoiHan/phi[2]"), QMS_FEE_AMOUNT), 1);
  ck_assert_int_eq (qms_node_get_int (at (document, "cachThuc[2]/thoiHan/phi"), QMS_FEE_AMOUNT), 2000000);
  ck_assert_str_eq (qms_node_get_string_at (at (document, "thanhPhanHoSo/giayTo"), QMS_DOSSIER_ITEM_FORM_FILES, 1),
                    "mau-02.docx");
  ck_assert_int_eq (qms_node_get_int (at (document, "thanhPhanHoSo/giayTo"), QMS_DOSSIER_ITEM_ORIGINALS), 1);
  qms_node_get_date (at (document, "canCu"), QMS_CITATION_EFFECTIVE_DATE, &year, &month, &day);
  ck_assert_int_eq (year * 10000 + month * 100 + day, 20210701);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_record_in_the_usual_spelling_leaves_no_foreign_content)
{
  QmsDocument *document = system_of_file (FIXTURES "record.json");
  g_autofree char *xml = print (document, QMS_FORMAT_XML);

  ck_assert_ptr_null (strstr (xml, "urn:libqms:portal:1"));
  qms_document_unref (document);
}
END_TEST

START_TEST (names_become_nfc_and_long_texts_stay_as_they_are)
{
  QmsDocument *document = system_of_file (FIXTURES "odd.json");
  QmsNode *procedure = procedure_at (document, 0);
  const char *text = qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_CONDITIONS);

  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_NAME), "Cấp bản sao\xC2\xA0(lạ)");
  ck_assert_ptr_nonnull (strstr (text, "\r\ntie\xCC\x82\xCC\x81ng"));
  qms_document_unref (document);
}
END_TEST

START_TEST (what_cannot_be_known_is_not_guessed)
{
  QmsDocument *document = system_of_file (FIXTURES "odd.json");

  ck_assert_int_eq (qms_node_has (at (document, "cap[1]"), QMS_LEVEL_LEVEL), 0);
  ck_assert_int_eq (qms_node_get_int (at (document, "cap[2]"), QMS_LEVEL_LEVEL), QMS_AUTHORITY_LEVEL_MINISTRY);
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[1]"), QMS_CHANNEL_KIND), 0);
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[2]/thoiHan[1]"), QMS_CHANNEL_TIME_VALUE), 0);
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[2]/thoiHan[2]"), QMS_CHANNEL_TIME_VALUE), 1);
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[2]/thoiHan[3]"), QMS_CHANNEL_TIME_VALUE), 0);
  ck_assert_int_eq (qms_node_get_int (at (document, "cachThuc[2]/thoiHan[2]/phi[1]"), QMS_FEE_AMOUNT), 2000000);
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[2]/thoiHan[2]/phi[2]"), QMS_FEE_AMOUNT), 0);
  ck_assert_int_eq (qms_node_has (at (document, "cachThuc[2]/thoiHan[2]/phi[3]"), QMS_FEE_AMOUNT), 0);
  ck_assert_int_eq (qms_node_get_int (at (document, "cachThuc[2]/thoiHan[2]/phi[4]"), QMS_FEE_AMOUNT), 150000);
  ck_assert_int_eq (qms_node_has (at (document, "canCu[1]"), QMS_CITATION_DATE), 1);
  ck_assert_int_eq (qms_node_has (at (document, "canCu[2]"), QMS_CITATION_DATE), 0);
  ck_assert_int_eq (qms_node_has (at (document, "canCu[3]"), QMS_CITATION_DATE), 1);
  qms_document_unref (document);
}
END_TEST

/* ---- back again */

static void
assert_comes_back (const char *path)
{
  static const int32_t formats[] = { QMS_FORMAT_XML, QMS_FORMAT_JSON };
  g_autofree char *json = read_file (path);
  QmsDocument *document = system_of (json);

  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    QmsDocument *back = through (document, formats[i]);
    json_t *record = exported (procedure_at (back, 0));
    assert_same_record (record, json);
    ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (back)), 1);
    json_decref (record);
    qms_document_unref (back);
  }
  qms_document_unref (document);
}

START_TEST (a_record_comes_back_as_it_was_through_a_saved_file)
{
  assert_comes_back (FIXTURES "record.json");
  assert_comes_back (FIXTURES "odd.json");
}
END_TEST

START_TEST (every_record_of_the_corpus_comes_back_as_it_was)
{
  g_autoptr (GDir) folder = g_dir_open (CORPUS, 0, NULL);
  const char *name;
  unsigned count = 0;

  if (!folder) {
    printf ("no ../shared/corpus/tthc: skipped\n");
    return;
  }
  while ((name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (CORPUS, name, NULL);
    if (g_str_has_suffix (name, ".json")) {
      assert_comes_back (path);
      count++;
    }
  }
  ck_assert_uint_ge (count, 150);
}
END_TEST

START_TEST (an_edit_wins_over_the_original)
{
  QmsDocument *document = system_of ("{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"Hai  chỗ trống\",\"CANCUPHAPLY\":["
                                     "{\"SOVANBAN\":\"A  B\",\"TENVANBAN\":\"C  D\"}]}");
  json_t *record;

  qms_node_set_string (at (document, "canCu"), QMS_CITATION_NUMBER, "Sửa", NULL);
  record = exported (procedure_at (document, 0));
  ck_assert_str_eq (text_at (record, "CANCUPHAPLY", "SOVANBAN"), "Sửa");
  ck_assert_str_eq (text_at (record, "CANCUPHAPLY", "TENVANBAN"), "C  D");
  ck_assert_str_eq (json_string_value (json_object_get (record, "TENTTHC")), "Hai  chỗ trống");
  json_decref (record);
  qms_document_unref (document);
}
END_TEST

START_TEST (originals_move_with_their_items)
{
  QmsDocument *document = system_of ("{\"MATTHC\":\"1.000001\",\"CACHTHUCTHUCHIEN\":[{\"KENH\":\"1\",\"THOIGIAN\":["
                                     "{\"THOIGIANGIAIQUYET\":\"7\",\"DONVITINH\":\"\"}]}]}");
  QmsNode *channel = at (document, "cachThuc");
  json_t *record, *times;

  qms_node_add (channel, QMS_CHANNEL_TIMES, 0, NULL);
  record = exported (procedure_at (document, 0));
  times = json_object_get (json_array_get (json_object_get (record, "CACHTHUCTHUCHIEN"), 0), "THOIGIAN");
  ck_assert_str_eq (json_string_value (json_object_get (json_array_get (times, 0), "THOIGIANGIAIQUYET")), "");
  ck_assert_str_eq (json_string_value (json_object_get (json_array_get (times, 1), "THOIGIANGIAIQUYET")), "7");
  json_decref (record);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_procedure_that_never_was_a_record_is_exported_with_every_key)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *procedure =
      qms_node_add (qms_document_root (document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, QMS_APPEND, NULL);
  json_t *record;

  qms_node_set_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_CODE, "1.000001", NULL);
  record = exported (procedure);
  ck_assert_uint_eq (json_object_size (record), 28);
  ck_assert_str_eq (json_string_value (json_object_get (record, "MATTHC")), "1.000001");
  json_decref (record);
  qms_document_unref (document);
}
END_TEST

/* ---- into a system that has procedures already */

START_TEST (importing_twice_changes_nothing)
{
  g_autofree char *json = read_file (FIXTURES "odd.json"), *before = NULL, *after = NULL;
  QmsDocument *document = system_of (json);

  before = print (document, QMS_FORMAT_XML);
  import (document, json);
  after = print (document, QMS_FORMAT_XML);
  ck_assert_str_eq (after, before);
  qms_document_unref (document);
}
END_TEST

START_TEST (an_update_keeps_what_the_portal_does_not_know)
{
  static const char *const xml =
      "<heThong xmlns=\"urn:libqms:1\"><thuTuc id=\"A\" ma=\"1.000000\"><ten>Trước</ten></thuTuc>"
      "<thuTuc id=\"B\" ma=\"1.000001\" quyTrinh=\"QT\" soBoHoSo=\"2\" trangThai=\"Cũ\"><ten>Tên cũ</ten>"
      "<!-- giữ --><canCu so=\"1\" dieuKhoan=\"Điều 5\">Luật</canCu><canCu "
      "so=\"2\">Cũ</canCu><tuKhoa>riêng</tuKhoa></thuTuc>"
      "</heThong>";
  QmsDocument *document = NULL;
  QmsNode *procedure;

  ck_assert_int_eq (qms_document_parse (xml, strlen (xml), &document, NULL), QMS_OK);
  procedure = procedure_at (document, 1);
  import (document, "{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"Tên mới\",\"TRANGTHAI\":\"\",\"CANCUPHAPLY\":["
                    "{\"SOVANBAN\":\"3\",\"TENVANBAN\":\"Mới\",\"NGAYBANHANH\":\"\",\"COQUANBANHANH\":\"\"},"
                    "{\"SOVANBAN\":\"1\",\"TENVANBAN\":\"Luật\",\"NGAYBANHANH\":\"\",\"COQUANBANHANH\":\"\"}]}");
  ck_assert_uint_eq (qms_node_count (qms_document_root (document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES), 2);
  ck_assert_ptr_eq (procedure_at (document, 1), procedure);
  ck_assert_str_eq (qms_node_id (procedure), "B");
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_NAME), "Tên mới");
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE), "QT");
  ck_assert_int_eq (qms_node_get_int (procedure, QMS_ADMINISTRATIVE_PROCEDURE_COPIES), 2);
  ck_assert_int_eq (qms_node_has (procedure, QMS_ADMINISTRATIVE_PROCEDURE_PORTAL_STATUS), 0);
  ck_assert_str_eq (qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_KEYWORDS), "riêng");
  ck_assert_uint_eq (qms_node_count (procedure, QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES), 2);
  ck_assert_str_eq (qms_node_get_string (qms_node_at (procedure, "canCu[1]", NULL), QMS_CITATION_NUMBER), "3");
  ck_assert_str_eq (qms_node_get_string (qms_node_at (procedure, "canCu[2]", NULL), QMS_CITATION_CLAUSE), "Điều 5");
  qms_document_unref (document);
}
END_TEST

START_TEST (a_new_procedure_gets_a_free_identifier)
{
  static const char *const xml =
      "<heThong xmlns=\"urn:libqms:1\"><coQuan><ten>X</ten><donVi id=\"TT-1.000001\"><ten>Y</ten>"
      "</donVi></coQuan></heThong>";
  QmsDocument *document = NULL, *back;

  ck_assert_int_eq (qms_document_parse (xml, strlen (xml), &document, NULL), QMS_OK);
  import (document, "[{\"MATTHC\":\"1.000001\"},{\"MATTHC\":\"mã lạ/1\"}]");
  ck_assert_str_eq (qms_node_id (procedure_at (document, 0)), "TT-1.000001-1");
  ck_assert_str_eq (qms_node_id (procedure_at (document, 1)), "TT-m---l----1");
  back = through (document, QMS_FORMAT_XML);
  qms_document_unref (back);
  qms_document_unref (document);
}
END_TEST

START_TEST (records_may_stand_alone_in_a_list_or_in_an_answer)
{
  static const struct {
    const char *json;
    size_t count;
  } forms[] = {
    { "{\"MATTHC\":\"1.000001\"}", 1 },
    { "[{\"MATTHC\":\"1.000001\"},{\"MATTHC\":\"1.000002\"}]", 2 },
    { "{\"result\":{\"MATTHC\":\"1.000001\"}}", 1 },
    { "\xEF\xBB\xBF{\"result\":[{\"MATTHC\":\"1.000001\"},{\"MATTHC\":\"1.000002\"}],\"ok\":true}", 2 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (forms); i++) {
    QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
    size_t count = 0;
    ck_assert_int_eq (qms_portal_import (document, forms[i].json, strlen (forms[i].json), NULL, &count, NULL), QMS_OK);
    ck_assert_uint_eq (count, forms[i].count);
    ck_assert_uint_eq (qms_node_count (qms_document_root (document), QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES), count);
    qms_document_unref (document);
  }
}
END_TEST

/* ---- refusals */

typedef struct {
  const char *json;
  const char *id;
  const char *path; /* NULL: none */
  const char *says; /* part of the English message; NULL: not looked at */
} Refusal;

#define GOOD "{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"Mới\",\"LA\":1},"

static const Refusal refusals[] = {
  { "", "QMS-XM-006", NULL, NULL },
  { "{", "QMS-JS-001", NULL, NULL },
  { "[]", "QMS-PT-001", "", NULL },
  { "{\"result\":[]}", "QMS-PT-001", "/result", NULL },
  { "{\"result\":null}", "QMS-JS-004", "/result", "an object" },
  { "[" GOOD "5]", "QMS-JS-004", "/1", "an object" },
  { "{}", "QMS-PT-002", "", NULL },
  { "[" GOOD "{\"MATTHC\":\" \"}]", "QMS-PT-002", "/1/MATTHC", NULL },
  { "[" GOOD "{\"MATTHC\":null}]", "QMS-PT-002", "/1/MATTHC", NULL },
  { "[" GOOD "{\"MATTHC\":\" 1.000001\"}]", "QMS-PT-003", "/1/MATTHC", "1.000001" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"MATTHC\":\"3\"}]", "QMS-JS-002", NULL, "MATTHC" },
  { "[" GOOD "{\"MATTHC\":[\"2\"]}]", "QMS-JS-004", "/1/MATTHC", "a list" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"CACHTHUCTHUCHIEN\":\"x\"}]", "QMS-JS-004", "/1/CACHTHUCTHUCHIEN", "expected a list" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"CACHTHUCTHUCHIEN\":[{\"THOIGIAN\":[{\"PHILEPHI\":[[]]}]}]}]", "QMS-JS-004",
    "/1/CACHTHUCTHUCHIEN/0/THOIGIAN/0/PHILEPHI/0", "expected an object" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"TRINHTUTHUCHIEN\":[{\"TRINHTU\":[\"x\"]}]}]", "QMS-JS-004",
    "/1/TRINHTUTHUCHIEN/0/TRINHTU/0", "expected an object" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"TENTTHC\":{\"a\":1}}]", "QMS-JS-004", "/1/TENTTHC", "expected a string" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"ID\":99999999999999999999}]", "QMS-JS-006", NULL, NULL },
  { "[" GOOD "{\"MATTHC\":\"2\",\"MOTA\":\"a\\u0001\"}]", "QMS-PT-004", "/1/MOTA", "U+0001" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"LA\":{\"b\":[\"\\uFFFE\"]}}]", "QMS-PT-004", "/1/LA/b/0", "U+FFFE" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"L\\u001bA\":1}]", "QMS-PT-004", "/1/L\033A", "U+001B" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"MOTA\":\"a\\u0000\"}]", "QMS-JS-001", NULL, "NUL" },
  { "[" GOOD "{\"MATTHC\":\"2\",\"MOTA\":\"\xC0\x80\"}]", "QMS-JS-001", NULL, "UTF-8" },
};

START_TEST (a_bad_record_is_refused_and_the_system_stays_as_it_was)
{
  const Refusal *expected = &refusals[_i];
  QmsDocument *document = system_of ("{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"Cũ\"}");
  g_autofree char *before = print (document, QMS_FORMAT_XML), *after = NULL;
  QmsError *error = NULL;

  ck_assert_int_ne (qms_portal_import (document, expected->json, strlen (expected->json), "a.json", NULL, &error),
                    QMS_OK);
  ck_assert_str_eq (qms_error_id (error), expected->id);
  ck_assert_str_eq (qms_error_file (error), "a.json");
  if (expected->path)
    ck_assert_str_eq (qms_error_path (error), expected->path);
  if (expected->says)
    ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), expected->says));
  after = print (document, QMS_FORMAT_XML);
  ck_assert_str_eq (after, before);
  qms_error_free (error);
  qms_document_unref (document);
}
END_TEST

START_TEST (deep_records_are_refused)
{
  g_autoptr (GString) json = g_string_new ("{\"MATTHC\":\"1\",\"LA\":");
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);

  for (int i = 0; i < 100000; i++)
    g_string_append_c (json, '[');
  ck_assert_int_eq (qms_portal_import (document, json->str, json->len, NULL, NULL, NULL), QMS_ERROR_LIMIT);
  qms_document_unref (document);
}
END_TEST

START_TEST (wrong_arguments_are_refused)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM), *framework = qms_document_new (QMS_TYPE_FRAMEWORK);
  char *json = NULL;

  ck_assert_int_eq (qms_portal_import (NULL, "{}", 2, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_portal_import (document, NULL, 2, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_portal_import (framework, "{}", 2, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_portal_export (NULL, &json, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_portal_export (qms_document_root (document), &json, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (json);
  qms_document_unref (document);
  qms_document_unref (framework);
}
END_TEST

START_TEST (damaged_originals_are_reported_or_do_nothing)
{
  static const struct {
    const char *original;
    QmsStatus status;
  } cases[] = {
    { "{", QMS_ERROR_VALUE },
    { "[]", QMS_ERROR_VALUE },
    { "{\"values\":{}}", QMS_ERROR_VALUE },
    { "{\"values\":[1]}", QMS_ERROR_VALUE },
    { "{\"keys\":[1]}", QMS_ERROR_VALUE },
    { "{\"values\":[{\"at\":\"\"},{\"at\":\"/x/y/z\",\"record\":1},{\"at\":\"/CAPTHUCHIEN/9\",\"record\":1}]}",
      QMS_OK },
    { "{\"keys\":[\"x\",\"x\"]}", QMS_OK },
  };
  QmsDocument *document = system_of ("{\"MATTHC\":\"1.000001\"}");

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    char *json = NULL;
    qms_node_set_extension (procedure_at (document, 0), "urn:libqms:portal:1", "nguyenBan", cases[i].original, NULL);
    ck_assert_int_eq (qms_portal_export (procedure_at (document, 0), &json, NULL, NULL), cases[i].status);
    qms_free (json);
  }
  qms_document_unref (document);
}
END_TEST

/* ---- notes */

static int
count_notes (const QmsError *notes, const char *id, const char *text)
{
  int count = 0;

  for (; notes; notes = qms_error_next (notes))
    count += strcmp (qms_error_id (notes), id) == 0 && strstr (qms_error_message (notes, QMS_LANG_EN), text) != NULL;
  return count;
}

/* One note for a key, however many records have it; nothing to read in a value is nothing to tell. */
START_TEST (what_is_kept_as_written_is_told_by_key)
{
  QmsDocument *document = system_of (
      "[{\"MATTHC\":\"1.000001\",\"TENTTHC\":\"Một  hai\",\"LA\":\"x\",\"RONG\":\"\",\"KHONG\":null},"
      "{\"MATTHC\":\"1.000002\",\"TENTTHC\":\"Ba  bốn\","
      "\"CACHTHUCTHUCHIEN\":[{\"KENH\":\"1\",\"THOIGIAN\":[{\"THOIGIANGIAIQUYET\":\"5\"}]}]}]");
  QmsError *notes = NULL;

  ck_assert_int_eq (qms_portal_notes (document, &notes), QMS_OK);
  ck_assert_int_eq (count_notes (notes, "QMS-PT-007", "TENTTHC: 2 values"), 1);
  ck_assert_int_eq (count_notes (notes, "QMS-PT-006", "LA: 1 values"), 1);
  ck_assert_int_eq (count_notes (notes, "QMS-PT-006", "THOIGIANGIAIQUYET: 1 values"), 1);
  ck_assert_int_eq (count_notes (notes, "QMS-PT-006", "RONG"), 0);
  ck_assert_int_eq (count_notes (notes, "QMS-PT-006", "KHONG"), 0);
  qms_error_free (notes);
  qms_document_unref (document);
}
END_TEST

START_TEST (where_nothing_is_kept_there_are_no_notes)
{
  QmsDocument *document = system_of_file (FIXTURES "record.json"), *framework = qms_document_new (QMS_TYPE_FRAMEWORK);
  QmsError *notes = NULL;

  ck_assert_int_eq (qms_portal_notes (document, &notes), QMS_OK);
  ck_assert_ptr_null (notes);
  ck_assert_int_eq (qms_portal_notes (framework, &notes), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_portal_notes (NULL, NULL), QMS_ERROR_ARGUMENT);
  qms_error_free (notes);
  qms_document_unref (framework);
  qms_document_unref (document);
}
END_TEST

Suite *
portal_suite (void)
{
  Suite *suite = suite_create ("portal");
  TCase *tests = tcase_create ("portal");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, every_key_of_a_record_has_its_field);
  tcase_add_test (tests, a_record_in_the_usual_spelling_leaves_no_foreign_content);
  tcase_add_test (tests, names_become_nfc_and_long_texts_stay_as_they_are);
  tcase_add_test (tests, what_cannot_be_known_is_not_guessed);
  tcase_add_test (tests, a_record_comes_back_as_it_was_through_a_saved_file);
  tcase_add_test (tests, every_record_of_the_corpus_comes_back_as_it_was);
  tcase_add_test (tests, an_edit_wins_over_the_original);
  tcase_add_test (tests, originals_move_with_their_items);
  tcase_add_test (tests, a_procedure_that_never_was_a_record_is_exported_with_every_key);
  tcase_add_test (tests, importing_twice_changes_nothing);
  tcase_add_test (tests, an_update_keeps_what_the_portal_does_not_know);
  tcase_add_test (tests, a_new_procedure_gets_a_free_identifier);
  tcase_add_test (tests, records_may_stand_alone_in_a_list_or_in_an_answer);
  tcase_add_loop_test (tests, a_bad_record_is_refused_and_the_system_stays_as_it_was, 0, (int)G_N_ELEMENTS (refusals));
  tcase_add_test (tests, deep_records_are_refused);
  tcase_add_test (tests, wrong_arguments_are_refused);
  tcase_add_test (tests, damaged_originals_are_reported_or_do_nothing);
  tcase_add_test (tests, what_is_kept_as_written_is_told_by_key);
  tcase_add_test (tests, where_nothing_is_kept_there_are_no_notes);
  suite_add_tcase (suite, tests);
  return suite;
}
