/* SPDX-License-Identifier: Apache-2.0 */
/* Reports as SARIF 2.1.0, which code-review services and editors read. */
#include "report/report.h"

#include <qms/rule.h>

/* A run in the making: the rules that its results name, each once. */
typedef struct {
  json_t *rules;
  json_t *results;
  GHashTable *indexes; /* QmsRule → index in `rules` + 1 */
  int lang;
} Run;

static const char *
sarif_level (int severity)
{
  static const char *const levels[] = { "none", "note", "warning", "error" };
  return levels[CLAMP (severity, 0, QMS_SEVERITY_ERROR)];
}

static json_t *
make_text (const char *text)
{
  return json_pack ("{s:s}", "text", text);
}

/* How to mend it, then every source, a line each. */
static json_t *
make_help (const QmsRule *rule, int lang)
{
  g_autoptr (GString) help = g_string_new (qms_rule_remedy (rule, lang));
  for (size_t i = 0; i < qms_rule_cite_count (rule); i++)
    g_string_append_printf (help, "\n%s", qms_rule_cite (rule, i));
  return make_text (help->len > 0 ? help->str : qms_rule_title (rule, lang));
}

static json_t *
make_rule (const QmsRule *rule, int lang)
{
  return json_pack ("{s:s, s:s, s:o, s:o, s:o, s:{s:s}, s:{s:[s]}}",
                    "id", qms_rule_id (rule), "name", qms_rule_slug (rule),
                    "shortDescription", make_text (qms_rule_title (rule, lang)),
                    "fullDescription", make_text (qms_rule_why (rule, lang)),
                    "help", make_help (rule, lang),
                    "defaultConfiguration", "level", sarif_level (qms_rule_severity (rule)),
                    "properties", "tags", qms_rule_category (rule));
}

static json_int_t
rule_index (Run *run, const QmsRule *rule)
{
  gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (run->indexes, rule));
  if (known > 0)
    return (json_int_t) known - 1;
  json_array_append_new (run->rules, make_rule (rule, run->lang));
  size_t count = json_array_size (run->rules);
  g_hash_table_insert (run->indexes, (gpointer) rule, GSIZE_TO_POINTER (count));
  return (json_int_t) count - 1;
}

/* A file name as a URI reference. */
static char *
make_uri (const char *file)
{
  if (!file)
    return g_strdup ("-");
  g_autofree char *escaped = g_uri_escape_string (file, "/", FALSE);
  return g_strconcat (g_path_is_absolute (file) ? "file://" : "", escaped, NULL);
}

static json_t *
make_region (const QmsReport *report, size_t index)
{
  json_int_t line = qms_report_line (report, index), column = qms_report_column (report, index);
  if (line == 0)
    return NULL;
  return column > 0 ? json_pack ("{s:I, s:I}", "startLine", line, "startColumn", column)
                    : json_pack ("{s:I}", "startLine", line);
}

static json_t *
make_location (const QmsReport *report, size_t index, const char *uri)
{
  json_t *location = json_pack ("{s:{s:{s:s}, s:o*}}", "physicalLocation", "artifactLocation", "uri", uri, "region",
                                make_region (report, index));
  const char *path = qms_report_path (report, index);
  if (path)
    json_object_set_new (location, "logicalLocations", json_pack ("[{s:s}]", "fullyQualifiedName", path));
  return location;
}

static json_t *
make_result (Run *run, const QmsReport *report, size_t index, const char *uri)
{
  const QmsRule *rule = qms_report_rule (report, index);
  const char *cite = qms_report_cite (report, index);
  json_t *result = json_pack ("{s:s, s:I, s:s, s:o, s:[o], s:{s:s}}",
                              "ruleId", qms_rule_id (rule), "ruleIndex", rule_index (run, rule),
                              "level", sarif_level (qms_report_severity (report, index)),
                              "message", make_text (qms_report_message (report, index, run->lang)),
                              "locations", make_location (report, index, uri),
                              "partialFingerprints", "libqms/v1", qms_report_fingerprint (report, index));
  if (cite)
    json_object_set_new (result, "properties", json_pack ("{s:s}", "cite", cite));
  return result;
}

static void
add_results (Run *run, const QmsReport *report)
{
  g_autofree char *uri = make_uri (qms_report_file (report));
  size_t count = qms_report_count (report);
  for (size_t i = 0; i < count; i++)
    json_array_append_new (run->results, make_result (run, report, i, uri));
}

void
qms_report_write_sarif (const QmsReportSet *set, GString *out)
{
  Run run = { json_array (), json_array (), g_hash_table_new (NULL, NULL), set->lang };
  for (size_t i = 0; i < set->count; i++)
    add_results (&run, set->reports[i]);
  json_t *log = json_pack ("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:s, s:s, s:o}]}",
                           "$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0",
                           "runs", "tool", "driver", "name", "qms", "version", qms_version (), "rules", run.rules,
                           "language", set->lang == QMS_LANG_EN ? "en" : "vi",
                           "columnKind", "unicodeCodePoints", "results", run.results);
  qms_report_append_json (out, log, JSON_INDENT (1));
  g_hash_table_unref (run.indexes);
}
