/* SPDX-License-Identifier: Apache-2.0 */
/* Small questions that many rules ask of a node, and values for their messages. */
#include "rules/facts.h"

#include "core/text.h"
#include "rules/index.h"

#include <string.h>

const QmsNode *
qms_system_of (const QmsNode *node)
{
  while (node && node->type->id != QMS_TYPE_SYSTEM)
    node = node->parent;
  return node;
}

/* Slot of a field that is no list, if it has a value. */
static const QmsSlot *
slot_of (const QmsNode *node, uint32_t field)
{
  QmsItems items = qms_items (node, field);

  return items.count > 0 ? items.slots : NULL;
}

bool
qms_filled (const QmsNode *node, uint32_t field)
{
  const QmsField *definition = qms_type_field (node->type, field);
  const QmsSlot *slot = slot_of (node, field);

  return slot && !(definition && qms_kind_is_string (definition->kind) && *slot->string == '\0');
}

const char *
qms_text (const QmsNode *node, uint32_t field)
{
  const QmsSlot *slot = slot_of (node, field);

  return slot ? slot->string : "";
}

bool
qms_day (const QmsNode *node, uint32_t field, int64_t *day)
{
  const QmsSlot *slot = slot_of (node, field);

  if (slot)
    *day = slot->integer;
  return slot != NULL;
}

bool
qms_duration (const QmsNode *node, uint32_t field, QmsDuration *duration)
{
  const QmsSlot *slot = slot_of (node, field);

  if (slot)
    *duration = qms_duration_unpack (*slot);
  return slot != NULL;
}

bool
qms_decimal (const QmsNode *node, uint32_t field, QmsDecimal *decimal)
{
  const QmsSlot *slot = slot_of (node, field);

  if (slot)
    *decimal = qms_decimal_unpack (*slot);
  return slot != NULL;
}

void
qms_check_expect (QmsCheck *check, bool holds, int rule, const QmsNode *node, uint32_t field, const char *name,
                  const char *value)
{
  if (!holds)
    qms_check_report (check, rule, node, field, name, value, NULL);
}

void
qms_check_signer_is_head (QmsCheck *check, int rule, const QmsNode *node, uint32_t field)
{
  const QmsNode *signer = qms_node_resolve (node, field), *head;

  if (!signer || qms_position_get_head (signer))
    return;
  head = qms_check_head (check);
  if (head)
    qms_check_report (check, rule, node, field, "signer", qms_text (signer, QMS_POSITION_NAME), "head",
                      qms_text (head, QMS_POSITION_NAME), NULL);
}

void
qms_check_unique (QmsCheck *check, int rule, QmsItems items, uint32_t field, uint32_t title, const char *name)
{
  g_autoptr (GHashTable) seen = items.count > 1 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; seen && i < items.count; i++) {
    const QmsNode *item = items.slots[i].node, *other;
    const char *value = qms_text (item, field);
    if (*value == '\0')
      continue;
    if ((other = g_hash_table_lookup (seen, value)) != NULL)
      qms_check_report (check, rule, item, field, name, value, "other", qms_text (other, title), NULL);
    else
      g_hash_table_insert (seen, (gpointer)value, (gpointer)item);
  }
}

/* Names of the parts that are not filled, with commas between them. */
static char *
missing_parts (const QmsNode *node, const QmsPart *parts, size_t n_parts, int lang)
{
  GString *missing = g_string_new (NULL);

  for (size_t i = 0; i < n_parts; i++)
    if (!qms_filled (node, parts[i].field))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", parts[i].name[lang]);
  return g_string_free (missing, FALSE);
}

static bool
all_filled (const QmsNode *node, const QmsPart *parts, size_t n_parts)
{
  for (size_t i = 0; i < n_parts; i++)
    if (!qms_filled (node, parts[i].field))
      return false;
  return true;
}

void
qms_check_parts (QmsCheck *check, int rule, const QmsNode *node, const QmsPart *parts, size_t n_parts,
                 const char *name, const char *value)
{
  if (all_filled (node, parts, n_parts))
    return;
  g_auto (QmsWords) missing = { { missing_parts (node, parts, n_parts, QMS_LANG_VI),
                                  missing_parts (node, parts, n_parts, QMS_LANG_EN) } };
  QmsValue values[] = { qms_value_words ("missing", missing), qms_value (name, value) };
  qms_check_report_values (check, rule, node, 0, values, name ? 2 : 1);
}

/* ---- days */

static void
report_reversed (QmsCheck *check, int rule, const QmsNode *node, const QmsPart *first, int64_t from,
                 const QmsPart *second, int64_t to)
{
  const char *id = qms_node_id (node);
  g_auto (QmsWords) early = qms_words_day (from);
  g_auto (QmsWords) late = qms_words_day (to);
  QmsValue values[] = { qms_value ("id", id ? id : ""), qms_value_both ("first", first->name[0], first->name[1]),
                        qms_value_words ("from", early), qms_value_both ("second", second->name[0], second->name[1]),
                        qms_value_words ("to", late) };

  qms_check_report_values (check, rule, node, second->field, values, G_N_ELEMENTS (values));
}

void
qms_check_dates_order (QmsCheck *check, int rule, const QmsNode *node, const QmsPart *dates, size_t n_dates)
{
  const QmsPart *last = NULL;
  int64_t before = 0, day;

  for (size_t i = 0; i < n_dates; i++) {
    if (!qms_day (node, dates[i].field, &day))
      continue;
    if (last && day < before) {
      report_reversed (check, rule, node, last, before, &dates[i], day);
      return;
    }
    last = &dates[i];
    before = day;
  }
}

void
qms_check_overdue (QmsCheck *check, int rule, const QmsNode *node, uint32_t due, uint32_t done, const char *name,
                   const char *value)
{
  int64_t day;

  if (qms_filled (node, done) || !qms_day (node, due, &day) || day >= qms_check_today (check))
    return;
  g_auto (QmsWords) words = qms_words_day (day);
  QmsValue values[] = { qms_value (name, value), qms_value_words ("due", words) };
  qms_check_report_values (check, rule, node, done, values, G_N_ELEMENTS (values));
}

void
qms_check_days (QmsCheck *check, int rule, const QmsNode *node, uint32_t first, const char *first_name, uint32_t second,
                const char *second_name, const char *name, const char *value)
{
  int64_t from, to;

  if (!qms_day (node, first, &from) || !qms_day (node, second, &to) || from <= to)
    return;
  g_auto (QmsWords) early = qms_words_day (from);
  g_auto (QmsWords) late = qms_words_day (to);
  QmsValue values[] = { qms_value_words (first_name, early), qms_value_words (second_name, late),
                        qms_value (name, value) };
  qms_check_report_values (check, rule, node, second, values, name ? 3 : 2);
}

int64_t
qms_months_before (int64_t day, int months)
{
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = day }, &year, &month, &date);
  month += year * 12 - 1 - months;
  year = month / 12;
  month = month % 12 + 1;
  while (date > 28 && !qms_date_valid (year, month, date))
    date--;
  return qms_date_pack (year, month, date).integer;
}

int
qms_year_of (int64_t day)
{
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = day }, &year, &month, &date);
  return year;
}

/* ---- words */

const char *
qms_label (uint32_t field, int32_t value, int lang)
{
  const char *label = qms_enum_value_label (qms_field_enum (qms_field_by_id (field)), value, lang);

  return label ? label : "";
}
