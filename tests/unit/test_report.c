/* SPDX-License-Identifier: Apache-2.0 */
/* Reports: the same findings in every form, refused files included. */
#include <qms.h>

#include <check.h>
#include <glib.h>
#include <jansson.h>
#include <libxml/parser.h>
#include <string.h>

Suite *report_suite (void);

/* Report of a document given as text. */
static QmsReport *
report_of (const char *text)
{
  QmsDocument *document = NULL;
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_document_parse (text, strlen (text), &document, NULL), QMS_OK);
  ck_assert_int_eq (qms_document_validate (document, &report, NULL), QMS_OK);
  qms_document_unref (document);
  return report;
}

static QmsReport *
report_with_findings (void)
{
  QmsReport *report = report_of ("<heThong xmlns=\"urn:libqms:1\">\n"
                                 "  <quyTrinh id=\"Q1\" ma=\"QT-01\">\n"
                                 "    <ten>[[tên]]</ten>\n"
                                 "    <buoc/>\n"
                                 "  </quyTrinh>\n"
                                 "</heThong>\n");

  ck_assert_uint_gt (qms_report_count (report), 1);
  return report;
}

/* Report of a text that no reader takes. */
static QmsReport *
refused (const char *text, const char *file)
{
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  ck_assert_int_ne (qms_reader_parse (reader, text, strlen (text), file, &document, &error), QMS_OK);
  QmsReport *report = qms_report_from_error (error, NULL);
  qms_error_free (error);
  qms_reader_free (reader);
  return report;
}

/* Writes the reports as `format`, in English; the caller frees the text. */
static char *
written (const QmsReport *const *reports, size_t count, const char *format)
{
  char *text = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_report_write (reports, count, format, QMS_LANG_EN, 0, &text, &size, NULL), QMS_OK);
  ck_assert_uint_eq (strlen (text), size);
  return text;
}

static json_t *
written_json (const QmsReport *const *reports, size_t count, const char *format)
{
  char *text = written (reports, count, format);
  json_t *value = json_loads (text, 0, NULL);

  ck_assert_msg (value != NULL, "%s is not JSON: %s", format, text);
  qms_free (text);
  return value;
}

static const char *
string_at (json_t *object, const char *member)
{
  return json_string_value (json_object_get (object, member));
}

START_TEST (text_gives_place_severity_message_rule_path_and_remedy)
{
  QmsReport *report = refused ("<heThong xmlns=\"urn:libqms:1\">\n  <quyTrin/>\n</heThong>", "xa.xml");
  char *text = written ((const QmsReport *[]){ report }, 1, "text");
  char *first = g_strdup_printf ("xa.xml:2:3: error: %s [QMS-CT-001]\n", qms_report_message (report, 0, QMS_LANG_EN));

  ck_assert_ptr_eq (strstr (text, first), text);
  ck_assert_ptr_nonnull (strstr (text, "    how to fix: "));
  ck_assert_ptr_nonnull (strstr (text, "\n1 file: 1 error, 0 warnings, 0 info\n"));
  g_free (first);
  qms_free (text);
  qms_report_free (report);
}
END_TEST

START_TEST (text_has_colors_only_if_asked)
{
  QmsReport *report = report_with_findings ();
  char *plain = written ((const QmsReport *[]){ report }, 1, "text"), *colored = NULL;

  ck_assert_int_eq (qms_report_write ((const QmsReport *[]){ report }, 1, "text", QMS_LANG_VI, 1, &colored, NULL, NULL),
                    QMS_OK);
  ck_assert_ptr_null (strchr (plain, '\033'));
  ck_assert_ptr_nonnull (strchr (colored, '\033'));
  qms_free (plain);
  qms_free (colored);
  qms_report_free (report);
}
END_TEST

START_TEST (texts_for_people_are_in_the_language_asked_for)
{
  QmsReport *report = report_with_findings ();
  char *text = NULL;

  qms_report_write ((const QmsReport *[]){ report }, 1, "text", QMS_LANG_VI, 0, &text, NULL, NULL);
  ck_assert_ptr_nonnull (strstr (text, "cách sửa:"));
  ck_assert_ptr_nonnull (strstr (text, qms_report_message (report, 0, QMS_LANG_VI)));
  ck_assert_ptr_nonnull (strstr (text, "\n1 tệp: "));
  qms_free (text);
  qms_report_free (report);
}
END_TEST

START_TEST (a_file_name_cannot_steer_the_terminal_or_break_a_line)
{
  QmsReport *report = refused ("x", "a\033[2J\nb\377.xml");
  char *text = written ((const QmsReport *[]){ report }, 1, "text");
  json_t *all = written_json ((const QmsReport *[]){ report }, 1, "json");

  ck_assert_ptr_null (strchr (text, '\033'));
  ck_assert_ptr_eq (strstr (text, "a [2J b\xEF\xBF\xBD.xml:1:"), text);
  ck_assert_str_eq (string_at (json_array_get (json_object_get (all, "files"), 0), "file"), "a [2J b\xEF\xBF\xBD.xml");
  json_decref (all);
  qms_free (text);
  qms_report_free (report);
}
END_TEST

START_TEST (json_holds_every_finding_and_a_summary_of_each_file)
{
  QmsReport *report = report_with_findings ();
  json_t *all = written_json ((const QmsReport *[]){ report }, 1, "json");
  json_t *file = json_array_get (json_object_get (all, "files"), 0), *findings = json_object_get (file, "findings");

  ck_assert_int_eq (json_integer_value (json_object_get (all, "version")), 1);
  ck_assert_uint_eq (json_array_size (findings), qms_report_count (report));
  for (size_t i = 0; i < json_array_size (findings); i++) {
    json_t *finding = json_array_get (findings, i);
    ck_assert_str_eq (string_at (finding, "rule"), qms_rule_id (qms_report_rule (report, i)));
    ck_assert_str_eq (string_at (finding, "message"), qms_report_message (report, i, QMS_LANG_EN));
    ck_assert_str_eq (string_at (finding, "fingerprint"), qms_report_fingerprint (report, i));
    ck_assert_int_eq (json_integer_value (json_object_get (finding, "line")), qms_report_line (report, i));
  }
  ck_assert_uint_eq (json_integer_value (json_object_get (json_object_get (file, "summary"), "error")),
                     qms_report_severity_count (report, QMS_SEVERITY_ERROR));
  json_decref (all);
  qms_report_free (report);
}
END_TEST

START_TEST (ndjson_is_one_object_a_line_each_with_its_file)
{
  QmsReport *report = refused ("<heThong xmlns=\"urn:libqms:1\" a=\"1\" b=\"2\"/>", "xa.xml");
  char *text = written ((const QmsReport *[]){ report, report }, 2, "ndjson");
  char **lines = g_strsplit (text, "\n", -1);

  ck_assert_uint_eq (g_strv_length (lines), 2 * qms_report_count (report) + 1);
  for (size_t i = 0; *lines[i]; i++) {
    json_t *line = json_loads (lines[i], 0, NULL);
    ck_assert_str_eq (string_at (line, "file"), "xa.xml");
    json_decref (line);
  }
  g_strfreev (lines);
  qms_free (text);
  qms_report_free (report);
}
END_TEST

START_TEST (sarif_names_files_by_uri_and_rules_by_index)
{
  QmsReport *relative = refused ("x", "thư mục/a b.xml"), *absolute = refused ("x", "/tmp/a:b.xml");
  json_t *log = written_json ((const QmsReport *[]){ relative, absolute }, 2, "sarif");
  json_t *run = json_array_get (json_object_get (log, "runs"), 0), *results = json_object_get (run, "results");
  const char *rule = NULL, *uris[2] = { NULL };

  for (size_t i = 0; i < 2; i++)
    ck_assert_int_eq (json_unpack (json_array_get (results, i), "{s:s, s:[{s:{s:{s:s}}}]}", "ruleId", &rule,
                                   "locations", "physicalLocation", "artifactLocation", "uri", &uris[i]),
                      0);
  ck_assert_str_eq (uris[0], "th%C6%B0%20m%E1%BB%A5c/a%20b.xml");
  ck_assert_str_eq (uris[1], "file:///tmp/a%3Ab.xml");
  json_t *rules = json_object_get (json_object_get (json_object_get (run, "tool"), "driver"), "rules");
  ck_assert_uint_eq (json_array_size (rules), 1);
  ck_assert_str_eq (string_at (json_array_get (rules, 0), "id"), rule);
  json_decref (log);
  qms_report_free (relative);
  qms_report_free (absolute);
}
END_TEST

START_TEST (junit_has_a_suite_per_file_and_a_passing_case_for_a_clean_one)
{
  QmsReport *bad = refused ("x", "<a> & \"b\".xml");
  QmsReport *clean = report_of ("<moHinhKhung xmlns=\"urn:libqms:1\" ma=\"m\"><ten>M</ten></moHinhKhung>");
  char *text = written ((const QmsReport *[]){ bad, clean }, 2, "junit");
  xmlDoc *document = xmlReadMemory (text, (int)strlen (text), NULL, NULL, XML_PARSE_NONET);

  ck_assert_ptr_nonnull (document);
  ck_assert_ptr_nonnull (
      strstr (text, "<testsuite name=\"&lt;a&gt; &amp; &quot;b&quot;.xml\" tests=\"1\" failures=\"1\">"));
  if (qms_report_count (clean) == 0)
    ck_assert_ptr_nonnull (strstr (text, "name=\"qms validate\"/>"));
  xmlFreeDoc (document);
  qms_free (text);
  qms_report_free (bad);
  qms_report_free (clean);
}
END_TEST

/* A report that has room for one finding and whose others were left out. */
static QmsReport *
full_report (void)
{
  QmsReader *reader = qms_reader_new ();
  QmsValidator *validator = qms_validator_new ();
  QmsDocument *document = NULL;
  QmsReport *report = NULL;
  static const char text[] = "<heThong xmlns=\"urn:libqms:1\"><quyTrinh id=\"A\"><buoc/></quyTrinh></heThong>";

  ck_assert_int_eq (qms_reader_parse (reader, text, strlen (text), "xa.xml", &document, NULL), QMS_OK);
  qms_validator_set_max_findings (validator, 1);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  qms_validator_free (validator);
  qms_document_unref (document);
  qms_reader_free (reader);
  return report;
}

/* What every form says of it. */
static char *
left_out_text (const QmsReport *report)
{
  return g_strdup_printf ("left out, because there are too many: %zu errors, %zu warnings, %zu info",
                          qms_report_left_out_count (report, QMS_SEVERITY_ERROR),
                          qms_report_left_out_count (report, QMS_SEVERITY_WARNING),
                          qms_report_left_out_count (report, QMS_SEVERITY_INFO));
}

START_TEST (text_and_junit_say_what_a_full_report_left_out)
{
  QmsReport *full = full_report (), *whole = report_with_findings ();
  char *expected = left_out_text (full), *text = written ((const QmsReport *[]){ whole, full }, 2, "text");
  char *junit = written ((const QmsReport *[]){ whole, full }, 2, "junit");
  char *line = g_strdup_printf ("\nxa.xml: %s\n", expected);
  char *output =
      g_strdup_printf ("    </testcase>\n    <system-out>%s</system-out>\n  </testsuite>\n</testsuites>", expected);

  ck_assert_ptr_nonnull (strstr (text, line));
  ck_assert_ptr_nonnull (strstr (junit, output));
  ck_assert_ptr_eq (strstr (junit, expected), g_strrstr (junit, expected));
  g_free (output);
  g_free (line);
  qms_free (junit);
  qms_free (text);
  g_free (expected);
  qms_report_free (whole);
  qms_report_free (full);
}
END_TEST

START_TEST (sarif_notes_what_a_full_report_left_out)
{
  QmsReport *full = full_report (), *whole = report_with_findings ();
  json_t *some = written_json ((const QmsReport *[]){ whole, full }, 2, "sarif");
  json_t *none = written_json ((const QmsReport *[]){ whole }, 1, "sarif");
  char *expected = left_out_text (full);
  const char *level, *text, *uri;

  ck_assert_int_eq (json_unpack (some, "{s:[{s:[{s:b, s:[{s:s, s:{s:s}, s:[{s:{s:{s:s}}}]}!]}!]}]}", "runs",
                                 "invocations", "executionSuccessful", &(int){ 0 }, "toolExecutionNotifications",
                                 "level", &level, "message", "text", &text, "locations", "physicalLocation",
                                 "artifactLocation", "uri", &uri),
                    0);
  ck_assert_str_eq (level, "warning");
  ck_assert_str_eq (text, expected);
  ck_assert_str_eq (uri, "xa.xml");
  ck_assert_ptr_null (json_object_get (json_array_get (json_object_get (none, "runs"), 0), "invocations"));
  json_decref (some);
  json_decref (none);
  g_free (expected);
  qms_report_free (whole);
  qms_report_free (full);
}
END_TEST

START_TEST (errors_of_one_file_have_fingerprints_of_their_own)
{
  QmsReport *report = refused ("<heThong xmlns=\"urn:libqms:1\" a=\"1\" b=\"2\"/>", "xa.xml");

  ck_assert_uint_gt (qms_report_count (report), 1);
  ck_assert_str_ne (qms_report_fingerprint (report, 0), qms_report_fingerprint (report, 1));
  ck_assert_str_eq (qms_report_file (report), "xa.xml");
  ck_assert_ptr_null (qms_report_node (report, 0));
  qms_report_free (report);
}
END_TEST

START_TEST (no_reports_make_an_empty_report_of_every_form)
{
  static const char *const formats[] = { "text", "json", "ndjson", "sarif", "junit" };

  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    char *text = written (NULL, 0, formats[i]);
    ck_assert_ptr_nonnull (text);
    qms_free (text);
  }
}
END_TEST

START_TEST (an_unknown_form_is_refused_by_name)
{
  QmsError *error = NULL;
  char *text = NULL;

  ck_assert_int_eq (qms_report_write (NULL, 0, "yaml", QMS_LANG_EN, 0, &text, NULL, &error), QMS_ERROR_NOT_FOUND);
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), "yaml"));
  ck_assert_ptr_null (text);
  qms_error_free (error);
  ck_assert_int_eq (qms_report_write (NULL, 1, "text", QMS_LANG_EN, 0, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (qms_report_from_error (NULL, "a.xml"));
  ck_assert_ptr_null (qms_report_file (NULL));
}
END_TEST

Suite *
report_suite (void)
{
  Suite *suite = suite_create ("report");
  TCase *tests = tcase_create ("report");

  tcase_add_test (tests, text_gives_place_severity_message_rule_path_and_remedy);
  tcase_add_test (tests, text_has_colors_only_if_asked);
  tcase_add_test (tests, texts_for_people_are_in_the_language_asked_for);
  tcase_add_test (tests, a_file_name_cannot_steer_the_terminal_or_break_a_line);
  tcase_add_test (tests, json_holds_every_finding_and_a_summary_of_each_file);
  tcase_add_test (tests, ndjson_is_one_object_a_line_each_with_its_file);
  tcase_add_test (tests, sarif_names_files_by_uri_and_rules_by_index);
  tcase_add_test (tests, junit_has_a_suite_per_file_and_a_passing_case_for_a_clean_one);
  tcase_add_test (tests, text_and_junit_say_what_a_full_report_left_out);
  tcase_add_test (tests, sarif_notes_what_a_full_report_left_out);
  tcase_add_test (tests, errors_of_one_file_have_fingerprints_of_their_own);
  tcase_add_test (tests, no_reports_make_an_empty_report_of_every_form);
  tcase_add_test (tests, an_unknown_form_is_refused_by_name);
  suite_add_tcase (suite, tests);
  return suite;
}
