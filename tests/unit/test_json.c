/* SPDX-License-Identifier: Apache-2.0 */
/* Documents as JSON: form, round trips with XML, refusals with their place. */
#include "random.h"

#include <qms.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *json_suite (void);

static QmsDocument *
parse (const char *text)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  qms_document_parse (text, strlen (text), &document, &error);
  ck_assert_msg (!error, "%s at %u:%u", qms_error_message (error, QMS_LANG_EN), qms_error_line (error),
                 qms_error_column (error));
  return document;
}

static char *
print (QmsDocument *document, int32_t format)
{
  char *text = NULL;

  ck_assert_int_eq (qms_document_write (document, format, &text, NULL, NULL), QMS_OK);
  return text;
}

/* The error that refuses `text`; the caller frees it. */
static QmsError *
refusal (const char *text, size_t size)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  ck_assert_int_ne (qms_document_parse (text, size, &document, &error), QMS_OK);
  ck_assert_ptr_null (document);
  ck_assert_ptr_nonnull (error);
  return error;
}

/* ---- form */

START_TEST (keys_are_api_names_in_schema_order_and_values_have_their_json_type)
{
  static const char *const json = "{\n"
                                  "  \"$type\": \"system\",\n"
                                  "  \"standard\": \"tcvnIso9001-2015\",\n"
                                  "  \"agency\": {\n"
                                  "    \"valid_from\": \"2025-07-01\",\n"
                                  "    \"name\": \"UBND xã Thới Hưng\",\n"
                                  "    \"positions\": [\n"
                                  "      {\n"
                                  "        \"id\": \"CT\",\n"
                                  "        \"head\": true,\n"
                                  "        \"name\": \"Chủ tịch\"\n"
                                  "      }\n"
                                  "    ]\n"
                                  "  },\n"
                                  "  \"administrative_procedures\": [\n"
                                  "    {\n"
                                  "      \"code\": \"1.000001\",\n"
                                  "      \"copies\": 2,\n"
                                  "      \"name\": \"Cấp \\\"bản sao\\\" / trích lục\",\n"
                                  "      \"channels\": [\n"
                                  "        {\n"
                                  "          \"kind\": \"trucTiep\",\n"
                                  "          \"times\": [\n"
                                  "            {\n"
                                  "              \"value\": \"0.5 ngayLamViec\",\n"
                                  "              \"fees\": [\n"
                                  "                {\n"
                                  "                  \"amount\": 8000\n"
                                  "                }\n"
                                  "              ]\n"
                                  "            }\n"
                                  "          ]\n"
                                  "        }\n"
                                  "      ]\n"
                                  "    }\n"
                                  "  ]\n"
                                  "}\n";
  QmsDocument *document = parse (json);
  char *text = print (document, QMS_FORMAT_JSON);

  ck_assert_str_eq (text, json);
  qms_free (text);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_node_alone_is_written_as_it_stands_in_its_document)
{
  QmsDocument *document = parse ("{\"$type\":\"system\",\"agency\":{\"name\":\"UBND xã\",\"units\":[{\"id\":\"VP\"}]}}");
  char *text = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_node_write_json (qms_node_at (qms_document_root (document), "coQuan", NULL), &text, &size, NULL), QMS_OK);
  ck_assert_str_eq (text, "{\n  \"name\": \"UBND xã\",\n  \"units\": [\n    {\n      \"id\": \"VP\"\n    }\n  ]\n}\n");
  ck_assert_uint_eq (size, strlen (text));
  ck_assert_int_eq (qms_node_write_json (NULL, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  qms_free (text);
  qms_document_unref (document);
}
END_TEST

START_TEST (key_order_space_escapes_and_a_byte_order_mark_do_not_matter_when_reading)
{
  QmsDocument *tidy = parse ("{\"$type\":\"system\",\"agency\":{\"code\":\"H13\",\"name\":\"Xã Ô\"}}");
  QmsDocument *wild =
      parse ("\xEF\xBB\xBF \r\n{ \"agency\" : {\"n\\u0061me\": \"X\\u00e3 \\u00D4\",\t\"code\":\"H13\"},"
             " \"objectives\": [], \"$type\": \"system\"}");

  ck_assert_int_eq (qms_node_equal (qms_document_root (tidy), qms_document_root (wild)), 1);
  qms_document_unref (tidy);
  qms_document_unref (wild);
}
END_TEST

START_TEST (a_node_knows_the_line_and_column_of_its_object)
{
  QmsDocument *document = parse ("{\"$type\": \"system\", \"$extra\": [],\n"
                                 " \"risks\": [],\n"
                                 " \"agency\": {\"name\": \"Xã Ô\", \"units\": [{\"id\": \"A\"}, {\"id\": \"B\"}]}}");
  QmsNode *unit = qms_document_find (document, "B");

  ck_assert_uint_eq (qms_node_line (unit), 3);
  ck_assert_uint_eq (qms_node_column (unit), 52);
  qms_document_unref (document);
}
END_TEST

/* ---- XML and JSON agree */

static void
assert_round_trip (const char *xml)
{
  QmsDocument *first = parse (xml), *second;
  char *json = print (first, QMS_FORMAT_JSON), *back, *again, *canonical = print (first, QMS_FORMAT_XML);

  second = parse (json);
  back = print (second, QMS_FORMAT_XML);
  again = print (second, QMS_FORMAT_JSON);
  ck_assert_str_eq (back, canonical);
  ck_assert_str_eq (again, json);
  qms_free (json);
  qms_free (back);
  qms_free (again);
  qms_free (canonical);
  qms_document_unref (first);
  qms_document_unref (second);
}

START_TEST (comments_instructions_and_foreign_content_go_through_json_unchanged)
{
  assert_round_trip (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- trước gốc --><?xslt href=\"a.xsl\"?>\n"
      "<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:vidu:1\" v:nguon=\"a &amp; &quot;b&quot;\">\n"
      "  <!-- cơ quan -->\n"
      "  <coQuan v:ma=\"1\">\n"
      "    <ten v:ngonNgu=\"vi\">UBND<!-- giữa --> xã</ten>\n"
      "    <v:banDo xmlns:w=\"urn:vidu:2\"><w:diem x=\"1\" v:y=\"2\"/>chữ &lt; <!-- trong --></v:banDo>\n"
      "    <?trong?>\n"
      "  </coQuan>\n"
      "  <khac xmlns=\"urn:vidu:3\"><con/></khac>\n"
      "  <!-- cuối -->\n"
      "</heThong>\n"
      "<!-- sau gốc -->\n");
}
END_TEST

START_TEST (text_of_every_sort_goes_through_json_unchanged)
{
  assert_round_trip ("<heThong xmlns=\"urn:libqms:1\"><phamVi><noiDung>Dòng\tmột\n\n  \"hai\" \\ / &amp;&lt;&#13; "
                     "e\xCC\x82\xCC\x81 \xF0\xA1\xA8\xB8 \xF0\x9F\x98\x80 \xC2\xA0</noiDung></phamVi></heThong>");
}
END_TEST

START_TEST (random_documents_are_the_same_as_xml_and_as_json)
{
  QmsDocument *document = qms_random_document ((guint32)_i, QMS_TYPE_SYSTEM), *from_json;
  char *json = print (document, QMS_FORMAT_JSON), *xml = print (document, QMS_FORMAT_XML), *again, *again_xml;

  from_json = parse (json);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (from_json)), 1);
  again = print (from_json, QMS_FORMAT_JSON);
  again_xml = print (from_json, QMS_FORMAT_XML);
  ck_assert_str_eq (again, json);
  ck_assert_str_eq (again_xml, xml);
  qms_free (json);
  qms_free (xml);
  qms_free (again);
  qms_free (again_xml);
  qms_document_unref (document);
  qms_document_unref (from_json);
}
END_TEST

/* ---- refusals */

typedef struct {
  const char *text;
  const char *id;
  unsigned line, column; /* 0: not looked at */
  const char *path;      /* NULL: not looked at */
  const char *says;      /* part of the English message; NULL: not looked at */
} Refusal;

#define SYSTEM "{\"$type\":\"system\","

static const Refusal refusals[] = {
  /* syntax */
  { "{", "QMS-JS-001", 1, 0, NULL, "ends too early" },
  { "{\"$type\": \"system\"\n", "QMS-JS-001", 2, 0, NULL, "ends too early" },
  { "{\"$type\": \"system\"} x", "QMS-JS-001", 1, 0, NULL, "follows the end" },
  { "{\"$type\": \"system\",}", "QMS-JS-001", 1, 0, NULL, "syntax" },
  { "{\"$type\": \"s\\u0000\"}", "QMS-JS-001", 1, 0, NULL, "NUL" },
  { "{\"$type\": \"\\uD800\"}", "QMS-JS-001", 1, 0, NULL, "syntax" },
  { "{\"$type\": \"\xFF\"}", "QMS-JS-001", 1, 0, NULL, "UTF-8" },
  { "{\"a\":1,\n \"a\":2}", "QMS-JS-002", 2, 0, NULL, "a" },
  /* root */
  { "[]", "QMS-JS-004", 1, 1, "", "an object" },
  { "{}", "QMS-JS-005", 1, 1, "", "has no «$type»" },
  { "{\"$type\": 5}", "QMS-JS-005", 1, 1, "", "is no string" },
  { "{\"$type\": \"sytem\"}", "QMS-JS-005", 1, 1, "", "«sytem»" },
  { "{\"$type\": \"heThong\"}", "QMS-JS-005", 1, 1, "", "«system»" },
  { "{\"$type\": \"agency\"}", "QMS-JS-005", 1, 1, "", "«agency»" },
  /* keys and types */
  { SYSTEM "\n  \"agency\": {\"nmae\": \"X\"}}", "QMS-JS-003", 2, 14, "/agency/nmae", "«name»" },
  { SYSTEM "\"coQuan\": {}}", "QMS-JS-003", 1, 19, "/coQuan", "«system»" },
  { SYSTEM "\"agency\": []}", "QMS-JS-004", 1, 19, "/agency", "found a list" },
  { SYSTEM "\"risks\": {}}", "QMS-JS-004", 1, 19, "/risks", "expected a list" },
  { SYSTEM "\"risks\":\n[{}, null]}", "QMS-JS-004", 2, 6, "/risks/1", "null" },
  { SYSTEM "\"agency\": {\"name\": 5}}", "QMS-JS-004", 1, 30, "/agency/name", "expected a string" },
  { SYSTEM "\"policy\": {\"a/b~c\": 5}}", "QMS-JS-003", 1, 30, "/policy/a~1b~0c", "a/b~c" },
  { SYSTEM "\"administrative_procedures\": [{\"copies\": \"2\"}]}", "QMS-JS-004", 0, 0,
    "/administrative_procedures/0/copies", "a whole number" },
  { SYSTEM "\"administrative_procedures\": [{\"copies\": 2.0}]}", "QMS-JS-004", 0, 0,
    "/administrative_procedures/0/copies", "a decimal number" },
  { SYSTEM "\"administrative_procedures\": [{\"in_scope\": 1}]}", "QMS-JS-004", 0, 0,
    "/administrative_procedures/0/in_scope", "true or false" },
  /* values */
  { SYSTEM "\"administrative_procedures\": [{\"copies\": 99999999999999999999}]}", "QMS-JS-006", 1, 0, NULL, "999" },
  { SYSTEM "\"administrative_procedures\": [{\"copies\": 1e999}]}", "QMS-JS-006", 1, 0, NULL, "1e999" },
  { SYSTEM "\"administrative_procedures\": [{\"copies\": 9223372036854775807}]}", "QMS-CT-003", 0, 0,
    "/administrative_procedures/0/copies", "9223372036854775807" },
  { SYSTEM "\"standard\": \"iso9001\"}", "QMS-CT-003", 1, 19, "/standard", "tcvnIso9001-2015" },
  { SYSTEM "\"scope\": {\"date\": \"2025-02-29\"}}", "QMS-CT-003", 0, 0, "/scope/date", "2025-02-29" },
  { SYSTEM "\"scope\": {\"statement\": \"a\\u0001\"}}", "QMS-CT-003", 0, 0, "/scope/statement", NULL },
  { SYSTEM "\"procedures\": [{\"id\": \"1 A\"}]}", "QMS-CT-003", 0, 0, "/procedures/0/id", "1 A" },
  { SYSTEM "\n\"procedures\": [{\"id\": \"A\"},\n{\"id\": \"A\"}]}", "QMS-CT-006", 3, 1, NULL, "line 2" },
  /* foreign content */
  { SYSTEM "\"$extra\": {}}", "QMS-JS-004", 1, 19, "/$extra", "a list" },
  { SYSTEM "\"$namespaces\": []}", "QMS-JS-004", 1, 19, "/$namespaces", "an object" },
  { SYSTEM "\"$namespaces\": {\"a\": 1}}", "QMS-JS-004", 0, 0, "/$namespaces/a", "a string" },
  { SYSTEM "\"$namespaces\": {\"a b\": \"urn:a\"}}", "QMS-JS-007", 0, 0, NULL, NULL },
  { SYSTEM
    "\"$namespaces\": "
    "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\",\"e\":\"5\",\"f\":\"6\",\"g\":\"7\",\"h\":\"8\",\"i\":\"9\"}}",
    "QMS-XM-004", 1, 19, "/$namespaces", "8" },
  { SYSTEM "\"$extra\": [1]}", "QMS-JS-007", 0, 0, "/$extra/0", NULL },
  { SYSTEM "\"$extra\": [{\"kind\":\"comment\",\"where\":\"end\",\"text\":\"x\",\"a\":\"b\"}]}", "QMS-JS-007", 0, 0,
    "/$extra/0", "unknown key" },
  { SYSTEM "\"$extra\": [{\"kind\":\"comment\",\"where\":\"tag\",\"text\":\"x\"}]}", "QMS-JS-007", 0, 0, "/$extra/0",
    "where" },
  { SYSTEM "\"$extra\": [{\"kind\":\"comment\",\"where\":\"end\"}]}", "QMS-JS-007", 0, 0, "/$extra/0", "text" },
  { SYSTEM "\"$extra\": [{\"kind\":\"comment\",\"where\":\"end\",\"text\":\"a--b\"}]}", "QMS-JS-007", 1, 1, NULL,
    NULL },
  { SYSTEM "\"$extra\": [{\"kind\":\"comment\",\"where\":\"end\",\"text\":\"a\\u0001\"}]}", "QMS-JS-007", 1, 1, NULL,
    NULL },
  { SYSTEM "\"$extra\": [{\"kind\":\"instruction\",\"where\":\"end\",\"name\":\"x\",\"text\":\"a?><b\"}]}",
    "QMS-JS-007", 0, 0, NULL, NULL },
  { SYSTEM "\"$extra\": [{\"kind\":\"element\",\"where\":\"end\",\"uri\":\"urn:a\",\"name\":\"a\",\"text\":\"<a\"}]}",
    "QMS-JS-007", 0, 0, NULL, NULL },
  { SYSTEM
    "\"$extra\": [{\"kind\":\"element\",\"where\":\"end\",\"uri\":\"urn:a\",\"name\":\"p:a\",\"text\":\"<p:a/>\"}]}",
    "QMS-JS-007", 0, 0, NULL, NULL },
  { SYSTEM "\"agency\":{\"name\":\"x\",\"$extra\":[{\"kind\":\"comment\",\"where\":\"field-inside\",\"field\":\"name\","
           "\"offset\":9,\"text\":\"c\"}]}}",
    "QMS-JS-007", 0, 0, "/agency/$extra/0", "offset" },
  { SYSTEM "\"agency\":{\"name\":\"Ô\",\"$extra\":[{\"kind\":\"comment\",\"where\":\"field-inside\",\"field\":\"name\","
           "\"offset\":1,\"text\":\"c\"}]}}",
    "QMS-JS-007", 0, 0, "/agency/$extra/0", "offset" },
  { SYSTEM
    "\"agency\":{\"$extra\":[{\"kind\":\"comment\",\"where\":\"field-before\",\"field\":\"name\",\"text\":\"c\"}]}}",
    "QMS-JS-007", 0, 0, "/agency/$extra/0", "field" },
};

START_TEST (bad_json_is_refused_with_its_place)
{
  const Refusal *expected = &refusals[_i];
  QmsError *error = refusal (expected->text, strlen (expected->text));

  ck_assert_str_eq (qms_error_id (error), expected->id);
  if (expected->line)
    ck_assert_uint_eq (qms_error_line (error), expected->line);
  if (expected->column)
    ck_assert_uint_eq (qms_error_column (error), expected->column);
  if (expected->path)
    ck_assert_str_eq (qms_error_path (error), expected->path);
  if (expected->says)
    ck_assert_msg (strstr (qms_error_message (error, QMS_LANG_EN), expected->says) != NULL, "%s",
                   qms_error_message (error, QMS_LANG_EN));
  qms_error_free (error);
}
END_TEST

START_TEST (foreign_content_cannot_smuggle_in_model_content)
{
  static const char *const json =
      SYSTEM "\"$extra\": [{\"kind\":\"element\",\"where\":\"end\",\"uri\":\"urn:a\",\"name\":\"a:x\","
             "\"text\":\"<a:x/><phamVi><noiDung>lén</noiDung></phamVi>\",\"namespaces\":{\"a\":\"urn:a\"}}]}";
  QmsError *error = refusal (json, strlen (json));

  ck_assert_str_eq (qms_error_id (error), "QMS-JS-007");
  qms_error_free (error);
}
END_TEST

START_TEST (every_problem_is_reported_up_to_the_limit)
{
  static const char *const json = SYSTEM "\"a\": 1, \"b\": 2, \"c\": 3}";
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document;
  QmsError *error = NULL;

  qms_reader_set_limit (reader, QMS_LIMIT_ERRORS, 2);
  ck_assert_int_eq (qms_reader_parse (reader, json, strlen (json), "a.json", &document, &error), QMS_ERROR_STRUCTURE);
  ck_assert_str_eq (qms_error_file (error), "a.json");
  ck_assert_str_eq (qms_error_path (error), "/a");
  ck_assert_str_eq (qms_error_path (qms_error_next (error)), "/b");
  ck_assert_ptr_null (qms_error_next (qms_error_next (error)));
  qms_error_free (error);
  qms_reader_free (reader);
}
END_TEST

START_TEST (a_lenient_reader_drops_an_unknown_key_and_says_so)
{
  static const char *const json = SYSTEM "\"them\": {\"a\": [{}]}, \"agency\": {\"name\": \"X\"}}";
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;

  qms_reader_set_lenient (reader, 1);
  ck_assert_int_eq (qms_reader_parse (reader, json, strlen (json), NULL, &document, NULL), QMS_OK);
  ck_assert_str_eq (qms_error_path (qms_document_diagnostics (document)), "/them");
  ck_assert_uint_eq (qms_node_column (qms_node_at (qms_document_root (document), "coQuan", NULL)), 50);
  qms_document_unref (document);
  qms_reader_free (reader);
}
END_TEST

START_TEST (a_lenient_reader_keeps_an_identifier_used_twice_and_says_so)
{
  static const char *const json = SYSTEM "\"risks\": [{\"id\": \"A\"}, {\"id\": \"A\"}]}";
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;

  qms_reader_set_lenient (reader, 1);
  ck_assert_int_eq (qms_reader_parse (reader, json, strlen (json), NULL, &document, NULL), QMS_OK);
  ck_assert_uint_eq (qms_node_count (qms_document_root (document), QMS_SYSTEM_RISKS), 2);
  ck_assert_str_eq (qms_error_id (qms_document_diagnostics (document)), "QMS-CT-006");
  ck_assert_str_ne (qms_error_remedy (qms_document_diagnostics (document), QMS_LANG_EN), "");
  ck_assert_ptr_null (qms_error_next (qms_document_diagnostics (document)));
  qms_document_unref (document);
  qms_reader_free (reader);
}
END_TEST

START_TEST (each_format_adds_its_errors_to_a_chain_and_leaves_it_alone_on_success)
{
  static const char *const bad[] = { "{}", "<html/>" };
  static const char *const good[] = { "{\"$type\": \"system\"}", "<heThong xmlns=\"urn:libqms:1\"/>" };

  for (size_t i = 0; i < 2; i++) {
    QmsDocument *document = NULL;
    QmsError *error = refusal ("", 0), *first = error;
    ck_assert_int_eq (qms_document_parse (good[i], strlen (good[i]), &document, &error), QMS_OK);
    ck_assert_ptr_eq (error, first);
    ck_assert_ptr_null (qms_error_next (first));
    qms_document_unref (document);
    ck_assert_int_ne (qms_document_parse (bad[i], strlen (bad[i]), &document, &error), QMS_OK);
    ck_assert_ptr_eq (error, first);
    ck_assert_ptr_nonnull (qms_error_next (first));
    qms_error_free (error);
  }
}
END_TEST

START_TEST (a_text_cut_short_anywhere_is_refused)
{
  static const char *const json = SYSTEM "\"$extra\":[{\"kind\":\"comment\",\"where\":\"end\",\"text\":\"c\"}],"
                                         "\"agency\":{\"name\":\"Xã \\\"Ô\\\"\"},\"risks\":[{\"id\":\"R1\"}]}";

  for (size_t size = 1; size < strlen (json); size++)
    qms_error_free (refusal (json, size));
}
END_TEST

/* ---- limits */

static QmsStatus
status_with_limit (const char *json, int32_t limit, size_t value)
{
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsStatus status;

  ck_assert_int_eq (qms_reader_set_limit (reader, limit, value), QMS_OK);
  status = qms_reader_parse (reader, json, strlen (json), NULL, &document, NULL);
  qms_document_unref (document);
  qms_reader_free (reader);
  return status;
}

START_TEST (limits_of_the_reader_hold_for_json)
{
  static const char *const json = SYSTEM "\"agency\": {\"name\": \"123456789\", \"units\": [{\"id\": \"A\"}]}}";

  ck_assert_int_eq (status_with_limit (json, QMS_LIMIT_BYTES, strlen (json)), QMS_OK);
  ck_assert_int_eq (status_with_limit (json, QMS_LIMIT_BYTES, strlen (json) - 1), QMS_ERROR_LIMIT);
  ck_assert_int_eq (status_with_limit (json, QMS_LIMIT_TEXT, 9), QMS_OK);
  ck_assert_int_eq (status_with_limit (json, QMS_LIMIT_TEXT, 8), QMS_ERROR_LIMIT);
  ck_assert_int_eq (status_with_limit (json, QMS_LIMIT_NODES, 6), QMS_OK);
  ck_assert_int_eq (status_with_limit (json, QMS_LIMIT_NODES, 5), QMS_ERROR_LIMIT);
}
END_TEST

START_TEST (deep_nesting_is_refused_before_it_is_parsed)
{
  size_t depth = 100000;
  char *json = malloc (depth);
  QmsError *error;

  memset (json, '[', depth);
  error = refusal (json, depth);
  ck_assert_int_eq (qms_error_status (error), QMS_ERROR_LIMIT);
  ck_assert_uint_eq (qms_error_column (error), 68);
  qms_error_free (error);
  free (json);
}
END_TEST

Suite *
json_suite (void)
{
  Suite *suite = suite_create ("json");
  TCase *tests = tcase_create ("json");

  tcase_add_test (tests, keys_are_api_names_in_schema_order_and_values_have_their_json_type);
  tcase_add_test (tests, a_node_alone_is_written_as_it_stands_in_its_document);
  tcase_add_test (tests, key_order_space_escapes_and_a_byte_order_mark_do_not_matter_when_reading);
  tcase_add_test (tests, a_node_knows_the_line_and_column_of_its_object);
  tcase_add_test (tests, comments_instructions_and_foreign_content_go_through_json_unchanged);
  tcase_add_test (tests, text_of_every_sort_goes_through_json_unchanged);
  tcase_add_loop_test (tests, random_documents_are_the_same_as_xml_and_as_json, 1, 101);
  tcase_add_loop_test (tests, bad_json_is_refused_with_its_place, 0, (int)(sizeof refusals / sizeof refusals[0]));
  tcase_add_test (tests, foreign_content_cannot_smuggle_in_model_content);
  tcase_add_test (tests, every_problem_is_reported_up_to_the_limit);
  tcase_add_test (tests, a_lenient_reader_drops_an_unknown_key_and_says_so);
  tcase_add_test (tests, a_lenient_reader_keeps_an_identifier_used_twice_and_says_so);
  tcase_add_test (tests, each_format_adds_its_errors_to_a_chain_and_leaves_it_alone_on_success);
  tcase_add_test (tests, a_text_cut_short_anywhere_is_refused);
  tcase_add_test (tests, limits_of_the_reader_hold_for_json);
  tcase_add_test (tests, deep_nesting_is_refused_before_it_is_parsed);
  suite_add_tcase (suite, tests);
  return suite;
}
