/* SPDX-License-Identifier: Apache-2.0 */
/* Small questions that many rules ask of a node, and values for their messages. */
#include "rules/facts.h"

#include "core/text.h"

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
qms_check_unique (QmsCheck *check, int rule, QmsItems items, uint32_t field, uint32_t title, const char *name)
{
  g_autoptr (GHashTable) seen = items.count > 1 ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;

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

char *
qms_fold_name (const char *name)
{
  g_autofree char *normal = qms_text_to_nfc (name);
  g_autofree char *small = g_utf8_casefold (normal ? normal : name, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " \t\n", -1);
  GString *folded = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", *word);
  return g_string_free (folded, FALSE);
}

/* ---- words */

void
qms_words_clear (QmsWords *words)
{
  g_clear_pointer (&words->text[QMS_LANG_VI], g_free);
  g_clear_pointer (&words->text[QMS_LANG_EN], g_free);
}

QmsWords
qms_words_day (int64_t day)
{
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = day }, &year, &month, &date);
  return (QmsWords){ { g_strdup_printf ("%02d/%02d/%04d", date, month, year),
                       g_strdup_printf ("%04d-%02d-%02d", year, month, date) } };
}

static char *
format_decimal (QmsDecimal decimal, char point)
{
  GString *digits = g_string_new (NULL);
  uint64_t magnitude = decimal.mantissa < 0 ? -(uint64_t)decimal.mantissa : (uint64_t)decimal.mantissa;

  for (; decimal.scale > 0 && magnitude % 10 == 0; decimal.scale--)
    magnitude /= 10;
  g_string_printf (digits, "%0*" G_GUINT64_FORMAT, decimal.scale + 1, magnitude);
  if (decimal.scale > 0)
    g_string_insert_c (digits, (gssize)digits->len - decimal.scale, point);
  if (decimal.mantissa < 0)
    g_string_prepend_c (digits, '-');
  return g_string_free (digits, FALSE);
}

QmsWords
qms_words_decimal (QmsDecimal decimal)
{
  return (QmsWords){ { format_decimal (decimal, ','), format_decimal (decimal, '.') } };
}

QmsWords
qms_words_duration (QmsDuration duration)
{
  const QmsEnum *units = qms_duration_units ();
  g_auto (QmsWords) amount = qms_words_decimal (duration.amount);
  bool one = strcmp (amount.text[QMS_LANG_EN], "1") == 0;

  return (QmsWords){ { g_strdup_printf ("%s %s", amount.text[QMS_LANG_VI],
                                        qms_enum_value_label (units, duration.unit, QMS_LANG_VI)),
                       g_strdup_printf ("%s %s%s", amount.text[QMS_LANG_EN],
                                        qms_enum_value_label (units, duration.unit, QMS_LANG_EN), one ? "" : "s") } };
}

const char *
qms_label (uint32_t field, int32_t value, int lang)
{
  const char *label = qms_enum_value_label (qms_field_enum (qms_field_by_id (field)), value, lang);

  return label ? label : "";
}
