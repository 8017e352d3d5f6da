/* SPDX-License-Identifier: Apache-2.0 */
/* Diagnostics of an import: where in the file, by line and by the identifiers of the elements. */
#include "interop/bpmn_tree.h"

#include "core/text.h"

#include <string.h>

/* "/definitions/process[P]/userTask[T]" */
static void
append_path (const BpmnElement *element, GString *out)
{
  const char *id = bpmn_value (element, "id");

  if (element->parent)
    append_path (element->parent, out);
  g_string_append_printf (out, "/%s", element->name);
  if (id)
    g_string_append_printf (out, "[%s]", id);
}

static QmsValue *
keep_values (const QmsValue *values, size_t n_values)
{
  QmsValue *kept = g_new (QmsValue, n_values);

  for (size_t i = 0; i < n_values; i++)
    kept[i] = (QmsValue){ values[i].name, { g_strdup (values[i].text[0]), g_strdup (values[i].text[1]) } };
  return kept;
}

void
bpmn_note (QmsReport *report, int rule, const BpmnElement *at, const QmsValue *values, size_t n_values)
{
  g_autoptr (GString) path = g_string_new (NULL);
  QmsFinding finding = {
    .rule = &qms_gen_rules[rule],
    .severity = qms_gen_rules[rule].severity,
    .line = at ? at->line : 0,
    .column = at ? at->column : 0,
    .values = keep_values (values, n_values),
    .n_values = n_values,
  };

  if (at)
    append_path (at, path);
  finding.path = g_strdup (at ? path->str : "/");
  qms_report_add (report, &finding);
}

static char *
key_of (const QmsReport *report, guint index)
{
  const QmsFinding *finding = qms_report_finding (report, index);

  return g_strconcat (finding->rule->id, finding->path, NULL);
}

void
bpmn_note_forget (QmsReport *report, const QmsReport *known)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  QmsReport *kept = qms_report_new (NULL, report->max);

  for (guint i = 0; i < known->findings->len; i++)
    g_hash_table_add (keys, key_of (known, i));
  for (guint i = 0; i < report->findings->len; i++) {
    QmsFinding *finding = &g_array_index (report->findings, QmsFinding, i);
    g_autofree char *key = key_of (report, i);
    if (g_hash_table_contains (keys, key))
      continue;
    qms_report_add (kept, finding);
    *finding = (QmsFinding){ 0 };
  }
  qms_report_replace (report, kept);
}
