/* SPDX-License-Identifier: Apache-2.0 */
/* The lowest floors, derived from the schema: required fields, patterns, ranges, references. */
#include "gen/rules.h"
#include "rules/engine.h"
#include "rules/facts.h"

/* ---- structure */

static void
check_required (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  for (uint64_t slots = plan->required; slots;) {
    const QmsField *field = &node->type->fields[qms_slots_next (&slots)];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    if (count == 0 || (qms_kind_is_string (field->kind) && *items[0].string == '\0'))
      qms_check_report (check, QMS_RULE_REQUIRED_MISSING, node, field->id, "type", node->type->xml, "field", field->xml,
                        NULL);
  }
}

static void
check_codes (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  for (uint64_t slots = plan->codes & node->present; slots;) {
    const QmsField *field = &node->type->fields[qms_slots_next (&slots)];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    for (size_t i = 0; i < count; i++)
      if (!g_regex_match (plan->patterns[field->slot], items[i].string, 0, NULL)) {
        QmsValue values[] = { qms_value ("field", field->xml), qms_value ("value", items[i].string),
                              qms_value ("pattern", field->pattern) };
        qms_check_report_item (check, QMS_RULE_CODE_PATTERN, 0, node, field->id, i, NULL, values,
                               G_N_ELEMENTS (values));
      }
  }
}

static char *
describe_range (const QmsField *field, int lang)
{
  const char *at_least = lang == QMS_LANG_EN ? "at least" : "từ", *at_most = lang == QMS_LANG_EN ? "at most" : "đến";
  GString *range = g_string_new (NULL);

  if (field->flags & QMS_FLAG_HAS_MIN)
    g_string_append_printf (range, "%s %" G_GINT64_FORMAT, at_least, field->min);
  if (field->flags & QMS_FLAG_HAS_MAX)
    g_string_append_printf (range, "%s%s %" G_GINT64_FORMAT, range->len > 0 ? " " : "", at_most, field->max);
  return g_string_free (range, FALSE);
}

static void
report_range (QmsCheck *check, const QmsNode *node, const QmsField *field, int64_t value)
{
  g_autofree char *vi = describe_range (field, QMS_LANG_VI), *en = describe_range (field, QMS_LANG_EN);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  QmsValue values[] = { qms_value ("field", field->xml), qms_value ("value", number),
                        qms_value_both ("range", vi, en) };

  qms_check_report_values (check, QMS_RULE_NUMBER_RANGE, node, field->id, values, G_N_ELEMENTS (values));
}

static void
check_ranges (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  for (uint64_t slots = plan->ranged & node->present; slots;) {
    const QmsField *field = &node->type->fields[qms_slots_next (&slots)];
    int64_t value = node->slots[field->slot].integer;

    if (!qms_field_in_range (field, value))
      report_range (check, node, field, value);
  }
}

void
qms_check_structure (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  check_required (check, plan, node);
  check_codes (check, plan, node);
  check_ranges (check, plan, node);
}

/* ---- references */

static void
check_reference (QmsCheck *check, const QmsNode *node, const QmsField *field, const char *id)
{
  const QmsNode *target = qms_document_lookup (check->document, check->scope, id);

  if (!target)
    qms_check_report (check, QMS_RULE_REFERENCE_DANGLING, node, field->id, "field", field->xml, "id", id, NULL);
  else if (target->type != field->target)
    qms_check_report (check, QMS_RULE_REFERENCE_WRONG_TYPE, node, field->id, "field", field->xml, "id", id, "found",
                      target->type->xml, "expected", field->target->xml, NULL);
}

void
qms_check_references (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  for (uint64_t slots = plan->references & node->present; slots;) {
    const QmsField *field = &node->type->fields[qms_slots_next (&slots)];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    for (size_t i = 0; i < count; i++)
      check_reference (check, node, field, items[i].string);
  }
}
