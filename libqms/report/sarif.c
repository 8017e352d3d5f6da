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

/* Messages about input and output have no reasons beyond their title. */
static json_t *
make_reason (const QmsRule *rule, int lang)
{
  const char *why = qms_rule_why (rule, lang);
  return make_text (why && *why ? why : qms_rule_title (rule, lang));
}

static json_t *
make_rule (const QmsRule *rule, int lang)
{
  json_t *object = json_object ();

  qms_report_put (object, "id", qms_rule_id (rule));
  qms_report_put (object, "name", qms_rule_slug (rule));
  json_object_set_new (object, "shortDescription", make_text (qms_rule_title (rule, lang)));
  json_object_set_new (object, "fullDescription", make_reason (rule, lang));
  json_object_set_new (object, "help", make_help (rule, lang));
  json_object_set_new (object, "defaultConfiguration",
                       json_pack ("{s:s}", "level", sarif_level (qms_rule_severity (rule))));
  json_object_set_new (object, "properties", json_pack ("{s:[s]}", "tags", qms_rule_category (rule)));
  return object;
}

static json_int_t
rule_index (Run *run, const QmsRule *rule)
{
  gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (run->indexes, rule));
  if (known > 0)
    return (json_int_t)known - 1;
  json_array_append_new (run->rules, make_rule (rule, run->lang));
  size_t count = json_array_size (run->rules);
  g_hash_table_insert (run->indexes, (gpointer)rule, GSIZE_TO_POINTER (count));
  return (json_int_t)count - 1;
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
  json_t *location = json_object (), *physical = json_pack ("{s:{s:s}}", "artifactLocation", "uri", uri);
  json_t *region = make_region (report, index);
  const char *path = qms_report_path (report, index);

  if (region)
    json_object_set_new (physical, "region", region);
  json_object_set_new (location, "physicalLocation", physical);
  if (path)
    json_object_set_new (location, "logicalLocations", json_pack ("[{s:s}]", "fullyQualifiedName", path));
  return location;
}

static json_t *
make_suppression (const QmsReport *report, size_t index)
{
  const char *kind = qms_report_suppression_is_in_file (report, index) ? "inSource" : "external";
  g_autofree char *why =
      g_strdup_printf ("%s (%s, %s)", qms_report_suppression_reason (report, index),
                       qms_report_suppression_who (report, index), qms_report_suppression_until (report, index));

  return json_pack ("{s:s, s:s, s:s}", "kind", kind, "status", "accepted", "justification", why);
}

static json_t *
make_result (Run *run, const QmsReport *report, size_t index, const char *uri)
{
  const QmsRule *rule = qms_report_rule (report, index);
  const char *cite = qms_report_cite (report, index);
  json_t *result = json_object ();

  qms_report_put (result, "ruleId", qms_rule_id (rule));
  json_object_set_new (result, "ruleIndex", json_integer (rule_index (run, rule)));
  qms_report_put (result, "level", sarif_level (qms_report_severity (report, index)));
  json_object_set_new (result, "message", make_text (qms_report_message (report, index, run->lang)));
  json_object_set_new (result, "locations", json_pack ("[o]", make_location (report, index, uri)));
  json_object_set_new (result, "partialFingerprints",
                       json_pack ("{s:s}", "libqms/v1", qms_report_fingerprint (report, index)));
  if (qms_report_is_suppressed (report, index))
    json_object_set_new (result, "suppressions", json_pack ("[o]", make_suppression (report, index)));
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

/* ---- what the results do not tell */

/* That findings of a file were left out; NULL if none were. */
static json_t *
make_notification (const QmsReport *report, int lang)
{
  g_autofree char *left_out = qms_report_left_out_text (report, lang);
  g_autofree char *uri = make_uri (qms_report_file (report));

  if (!left_out)
    return NULL;
  return json_pack ("{s:s, s:o, s:[{s:{s:{s:s}}}]}", "level", "warning", "message", make_text (left_out), "locations",
                    "physicalLocation", "artifactLocation", "uri", uri);
}

/* The invocation, where there is anything to say of it; otherwise NULL. */
static json_t *
make_invocation (const QmsReportSet *set)
{
  json_t *notifications = json_array ();

  for (size_t i = 0; i < set->count; i++) {
    json_t *notification = make_notification (set->reports[i], set->lang);
    if (notification)
      json_array_append_new (notifications, notification);
  }
  if (json_array_size (notifications) > 0)
    return json_pack ("{s:b, s:o}", "executionSuccessful", 1, "toolExecutionNotifications", notifications);
  json_decref (notifications);
  return NULL;
}

/* ---- the run */

static json_t *
make_tool (json_t *rules)
{
  json_t *driver = json_object ();

  qms_report_put (driver, "name", "qms");
  qms_report_put (driver, "version", qms_version ());
  json_object_set_new (driver, "rules", rules);
  return json_pack ("{s:o}", "driver", driver);
}

static json_t *
make_run (const QmsReportSet *set)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new (NULL, NULL);
  Run run = { json_array (), json_array (), indexes, set->lang };
  json_t *object = json_object (), *invocation = make_invocation (set);

  for (size_t i = 0; i < set->count; i++)
    add_results (&run, set->reports[i]);
  json_object_set_new (object, "tool", make_tool (run.rules));
  if (invocation)
    json_object_set_new (object, "invocations", json_pack ("[o]", invocation));
  qms_report_put (object, "language", set->lang == QMS_LANG_EN ? "en" : "vi");
  qms_report_put (object, "columnKind", "unicodeCodePoints");
  json_object_set_new (object, "results", run.results);
  return object;
}

void
qms_report_write_sarif (const QmsReportSet *set, GString *out)
{
  json_t *log = json_object ();

  qms_report_put (log, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  qms_report_put (log, "version", "2.1.0");
  json_object_set_new (log, "runs", json_pack ("[o]", make_run (set)));
  qms_report_append_json (out, log, JSON_INDENT (1));
}
