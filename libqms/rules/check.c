/* SPDX-License-Identifier: Apache-2.0 */
/* How rules look at their run and report: a finding takes a snapshot of place, path and values. */
#include "framework/outcome.h"
#include "rules/engine.h"

#include <stdarg.h>
#include <string.h>

enum { MAX_VALUES = 12, MAX_TEXT = 1000 /* bytes */ };

int64_t
qms_check_today (const QmsCheck *check)
{
  return check->today;
}

int
qms_check_parameter (const QmsCheck *check, const char *name, int otherwise)
{
  int64_t months;

  return check->framework && qms_framework_months (check->framework, name, &months) ? (int)months : otherwise;
}

/* ---- reporting */

static QmsPosition
place_of (const QmsNode *node, const QmsField *field, size_t item)
{
  const QmsSlot *items;

  if (!field)
    return (QmsPosition){ node->line, node->column };
  if (field->kind == QMS_KIND_NODE && item < qms_node_items (node, field, &items) && items[item].node->line)
    return (QmsPosition){ items[item].node->line, items[item].node->column };
  return qms_node_position (node, field, item);
}

/* An item that is a node has one path, whether a finding is about it or about the list that it stands in. */
static char *
path_of (const QmsNode *node, const QmsField *field, size_t item)
{
  const QmsSlot *items;
  bool is_node = field && field->kind == QMS_KIND_NODE && item < qms_node_items (node, field, &items);
  char *path = qms_node_path (is_node ? items[item].node : node);
  g_autofree char *base = field && !is_node ? path : NULL;

  if (!base)
    return path;
  if (qms_field_list (field) && qms_node_present (node, field->slot))
    return g_strdup_printf ("%s/%s[%zu]", base, field->xml, item + 1);
  return g_strdup_printf ("%s/%s", base, field->xml);
}

/* A text of the file may be long and findings about it many: a finding quotes its beginning. */
static char *
copy_text (const char *text)
{
  const char *end;

  if (!text || strnlen (text, MAX_TEXT + 1) <= MAX_TEXT)
    return g_strdup (text);
  end = g_utf8_find_prev_char (text, text + MAX_TEXT);
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

static QmsValue *
copy_values (const QmsValue *values, size_t n_values)
{
  QmsValue *copy = g_new0 (QmsValue, n_values);

  for (size_t i = 0; i < n_values; i++) {
    copy[i].name = values[i].name;
    copy[i].text[QMS_LANG_VI] = copy_text (values[i].text[QMS_LANG_VI] ? values[i].text[QMS_LANG_VI] : "");
    copy[i].text[QMS_LANG_EN] = copy_text (values[i].text[QMS_LANG_EN]);
  }
  return copy;
}

void
qms_check_report_item (QmsCheck *check, int rule, int severity, const QmsNode *node, uint32_t field, size_t item,
                       const char *cite, const QmsValue *values, size_t n_values)
{
  const QmsField *definition = qms_type_field (node->type, field);
  int grade = severity ? severity : qms_gen_rules[rule].severity;

  if (node == check->node && grade == QMS_SEVERITY_ERROR)
    check->failed = true;
  if (!qms_report_keeps (check->report, grade)) {
    qms_report_leave_out (check->report, grade);
    return;
  }
  QmsPosition place = place_of (node, definition, item);
  QmsFinding finding = {
    .rule = &qms_gen_rules[rule],
    .severity = grade,
    .node = (QmsNode *)node,
    .field = field,
    .line = place.line,
    .column = place.column,
    .path = path_of (node, definition, item),
    .cite = g_strdup (cite),
    .values = copy_values (values, n_values),
    .n_values = n_values,
  };
  qms_report_add (check->report, &finding);
}

void
qms_check_report_values (QmsCheck *check, int rule, const QmsNode *node, uint32_t field, const QmsValue *values,
                         size_t n_values)
{
  qms_check_report_item (check, rule, 0, node, field, 0, NULL, values, n_values);
}

void
qms_check_report (QmsCheck *check, int rule, const QmsNode *node, uint32_t field, ...)
{
  QmsValue values[MAX_VALUES];
  size_t count = 0;
  va_list arguments;

  va_start (arguments, field);
  for (const char *name; count < MAX_VALUES && (name = va_arg (arguments, const char *)); count++)
    values[count] = (QmsValue){ name, { va_arg (arguments, const char *), NULL } };
  va_end (arguments);
  qms_check_report_item (check, rule, 0, node, field, 0, NULL, values, count);
}
