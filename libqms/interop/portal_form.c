/* SPDX-License-Identifier: Apache-2.0 */
/* How values of the portal are spelled: plain text, dates, amounts, durations, codes, lists. */
#include "core/kind.h"
#include "core/schema.h"
#include "core/text.h"
#include "interop/portal_record.h"

#include <qms/model.h>

#include <stdio.h>
#include <string.h>

char *
portal_text (const json_t *object, const char *key)
{
  const json_t *value = json_object_get (object, key);

  if (!value || json_is_null (value))
    return NULL;
  if (json_is_string (value))
    return g_strndup (json_string_value (value), json_string_length (value));
  return json_dumps (value, JSON_ENCODE_ANY);
}

/* What is left of a text for comparing words: normal form, one space between words, no case. */
static char *
fold (const char *text)
{
  g_autofree char *normal = qms_text_to_nfc (text ? text : ""), *lower = g_utf8_casefold (normal, -1);
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (lower), " \t\r\n", -1);
  GString *out = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (out, "%s%s", out->len ? " " : "", *word);
  return g_string_free (out, FALSE);
}

static bool
same_words (const char *a, const char *b)
{
  g_autofree char *left = fold (a), *right = fold (b);

  return strcmp (left, right) == 0;
}

static json_t *
from_text (const char *text)
{
  return json_string_nocheck (text ? text : "");
}

/* ---- plain: as the field's kind writes it; names in normal form C, long texts as they are */

static void
set_plain (QmsNode *node, uint32_t field, const char *text)
{
  const QmsField *info = qms_type_field (node->type, field);
  g_autofree char *name = info->kind != QMS_KIND_TEXT ? qms_text_to_nfc (text) : g_strdup (text);

  qms_node_set_text (node, field, name, NULL);
  if (qms_kind_is_string (info->kind) && qms_node_has (node, field) && !*qms_node_get_string (node, field))
    qms_node_unset (node, field);
}

static void
read_plain (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *text = portal_text (object, key->key);

  if (text)
    set_plain (node, key->field, text);
}

static json_t *
write_plain (const PortalKey *key, const QmsNode *node)
{
  g_autofree char *text = qms_node_get_text (node, key->field, 0);

  return from_text (text);
}

const PortalForm portal_plain = { JSON_STRING, read_plain, write_plain };

/* ---- dates: 31-12-2025, 31/12/2025 or 20251231235959; the first is written */

static bool
scan_date (const char *text, int *year, int *month, int *day)
{
  int end = 0;

  if (sscanf (text, "%2d%*1[-/]%2d%*1[-/]%4d%n", day, month, year, &end) == 3 && text[end] == '\0')
    return true;
  return strspn (text, "0123456789") == 14 && text[14] == '\0' && sscanf (text, "%4d%2d%2d", year, month, day) == 3;
}

static void
read_date (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *text = portal_text (object, key->key);
  int year, month, day;

  if (text && scan_date (text, &year, &month, &day))
    qms_node_set_date (node, key->field, year, month, day, NULL);
}

static json_t *
write_date (const PortalKey *key, const QmsNode *node)
{
  int32_t year, month, day;
  g_autofree char *text = NULL;

  if (qms_node_get_date (node, key->field, &year, &month, &day) == QMS_OK)
    text = g_strdup_printf ("%02d-%02d-%04d", day, month, year);
  return from_text (text);
}

const PortalForm portal_date = { JSON_STRING, read_date, write_date };

/* ---- amounts of money: "2.000.000", "2,000,000" or "2000000"; the first is written */

enum { LONGEST_AMOUNT = 15 };

/* Digits without separators; NULL if the text is not such an amount. */
static char *
digits_of (const char *text)
{
  const char *p = text + strspn (text, "0123456789");
  char separator = *p;
  GString *digits = g_string_new_len (text, p - text);
  bool good = p > text && (separator == '\0' || p - text <= 3);

  while (good && *p) {
    good = (*p == '.' || *p == ',') && *p == separator && strspn (p + 1, "0123456789") == 3;
    if (good) {
      g_string_append_len (digits, p + 1, 3);
      p += 4;
    }
  }
  good = good && digits->len <= LONGEST_AMOUNT;
  return g_string_free (digits, !good);
}

/* The model's amounts are in đồng; an amount of nothing is nothing in any currency. */
static bool
is_dong (const char *unit, const char *digits)
{
  g_autofree char *words = fold (unit);

  return *words == '\0' || strstr (words, "đồng") || strstr (words, "vnđ") || strstr (words, "vnd")
         || strspn (digits, "0") == strlen (digits);
}

static void
read_money (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *text = portal_text (object, key->key), *unit = portal_text (object, key->with);
  g_autofree char *digits = text ? digits_of (text) : NULL;

  if (digits && is_dong (unit, digits))
    qms_node_set_text (node, key->field, digits, NULL);
}

static json_t *
write_money (const PortalKey *key, const QmsNode *node)
{
  g_autofree char *digits = qms_node_get_text (node, key->field, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  size_t left = digits ? strlen (digits) : 0;

  for (const char *p = digits; left > 0; p++, left--) {
    g_string_append_c (out, *p);
    if (left > 1 && left % 3 == 1 && g_ascii_isdigit (*p))
      g_string_append_c (out, '.');
  }
  return from_text (out->str);
}

const PortalForm portal_money = { JSON_STRING, read_money, write_money };

/* ---- durations: a number and, under another key, its unit */

static const struct {
  const char *words;
  int32_t unit;
} units[] = {
  { "Ngày làm việc", QMS_DURATION_UNIT_WORKING_DAY },
  { "Ngày", QMS_DURATION_UNIT_DAY },
  { "Giờ", QMS_DURATION_UNIT_HOUR },
  { "Giờ làm việc", QMS_DURATION_UNIT_WORKING_HOUR },
  { "Tháng", QMS_DURATION_UNIT_MONTH },
  { "Năm", QMS_DURATION_UNIT_YEAR },
};

/* A number without a unit is no duration: nobody may guess whether working or calendar days are meant. */
static void
read_amount (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *number = portal_text (object, key->key), *words = portal_text (object, key->with), *text = NULL;
  int32_t unit = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (units) && words; i++)
    if (same_words (words, units[i].words))
      unit = units[i].unit;
  if (!number || unit == 0)
    return;
  text = g_strdup_printf ("%s %s", g_strdelimit (number, ",", '.'), qms_enum_value_xml (qms_duration_units (), unit));
  qms_node_set_text (node, key->field, text, NULL);
}

static json_t *
write_amount (const PortalKey *key, const QmsNode *node)
{
  g_autofree char *text = qms_node_get_text (node, key->field, 0);
  char *space = text ? strchr (text, ' ') : NULL;

  if (space)
    *space = '\0';
  return from_text (text);
}

static void
read_nothing (const PortalKey *key G_GNUC_UNUSED, const json_t *object G_GNUC_UNUSED, QmsNode *node G_GNUC_UNUSED)
{
}

static json_t *
write_unit (const PortalKey *key, const QmsNode *node)
{
  int32_t unit = 0;

  qms_node_get_duration (node, key->field, NULL, NULL, &unit);
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit)
      return from_text (units[i].words);
  return from_text (NULL);
}

const PortalForm portal_amount = { JSON_STRING, read_amount, write_amount };
const PortalForm portal_unit = { JSON_STRING, read_nothing, write_unit };

/* ---- codes of enumerations, by value */

static const char *const level_codes[] = {
  [QMS_AUTHORITY_LEVEL_MINISTRY] = "0", [QMS_AUTHORITY_LEVEL_PROVINCE] = "1", [QMS_AUTHORITY_LEVEL_DISTRICT] = "2",
  [QMS_AUTHORITY_LEVEL_COMMUNE] = "3",  [QMS_AUTHORITY_LEVEL_OTHER] = "",
};

static const char *const channel_codes[] = {
  [QMS_CHANNEL_KIND_IN_PERSON] = "1",
  [QMS_CHANNEL_KIND_ONLINE] = "2",
  [QMS_CHANNEL_KIND_POST] = "3",
};

static bool
set_code (QmsNode *node, uint32_t field, const char *const *codes, int32_t count, const char *code)
{
  for (int32_t value = 1; code && *code && value < count; value++)
    if (strcmp (codes[value], code) == 0)
      return qms_node_set_int (node, field, value, NULL) == QMS_OK;
  return false;
}

/* A level without a code, such as "Cơ quan khác", is known by its name. */
static void
read_level (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *code = portal_text (object, key->key), *name = portal_text (object, key->with);
  const QmsEnum *levels = qms_type_field (node->type, key->field)->enumeration;

  if (set_code (node, key->field, level_codes, G_N_ELEMENTS (level_codes), code))
    return;
  for (size_t i = 0; i < levels->n_values && !(code && *code); i++)
    if (same_words (levels->values[i].label[QMS_LANG_VI], name))
      qms_node_set_int (node, key->field, levels->values[i].value, NULL);
}

static json_t *
write_level (const PortalKey *key, const QmsNode *node)
{
  return from_text (level_codes[qms_node_get_int (node, key->field)]);
}

static void
read_channel (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *code = portal_text (object, key->key);

  set_code (node, key->field, channel_codes, G_N_ELEMENTS (channel_codes), code);
}

static json_t *
write_channel (const PortalKey *key, const QmsNode *node)
{
  return from_text (channel_codes[qms_node_get_int (node, key->field)]);
}

const PortalForm portal_level = { JSON_STRING, read_level, write_level };
const PortalForm portal_channel = { JSON_STRING, read_channel, write_channel };

/* ---- fee or charge: the portal has the word or a code under the same key */

static void
read_fee (const PortalKey *key, const json_t *object, QmsNode *node)
{
  const QmsEnum *kinds = qms_type_field (node->type, key->field)->enumeration;
  g_autofree char *text = portal_text (object, key->key);

  for (size_t i = 0; i < kinds->n_values && text; i++)
    if (same_words (kinds->values[i].label[QMS_LANG_VI], text)) {
      qms_node_set_int (node, key->field, kinds->values[i].value, NULL);
      return;
    }
  if (text)
    set_plain (node, QMS_FEE_CODE, text);
}

static json_t *
write_fee (const PortalKey *key, const QmsNode *node)
{
  const QmsEnum *kinds = qms_type_field (node->type, key->field)->enumeration;
  const char *code = qms_node_get_string (node, QMS_FEE_CODE);

  return from_text (code ? code
                         : qms_enum_value_label (kinds, (int32_t)qms_node_get_int (node, key->field), QMS_LANG_VI));
}

const PortalForm portal_fee = { JSON_STRING, read_fee, write_fee };

/* ---- several names in one text, one on each line */

static void
append_text (QmsNode *node, uint32_t field, const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  if (*bare)
    qms_node_insert_text (node, field, QMS_APPEND, text, NULL);
}

static void
read_lines (const PortalKey *key, const json_t *object, QmsNode *node)
{
  g_autofree char *text = portal_text (object, key->key), *normal = text ? qms_text_to_nfc (text) : NULL;
  g_auto (GStrv) lines = g_strsplit (normal ? normal : "", "\n", -1);

  for (char **line = lines; *line; line++)
    append_text (node, key->field, *line);
}

static json_t *
write_lines (const PortalKey *key, const QmsNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);
  size_t count = qms_node_count (node, key->field);

  for (size_t i = 0; i < count; i++)
    g_string_append_printf (out, "%s%s", i ? "\n" : "", qms_node_get_string_at (node, key->field, i));
  return from_text (out->str);
}

const PortalForm portal_lines = { JSON_STRING, read_lines, write_lines };

/* ---- a list of texts, each in an object of its own */

static void
read_texts (const PortalKey *key, const json_t *object, QmsNode *node)
{
  size_t index;
  json_t *item;

  json_array_foreach (json_object_get (object, key->key), index, item) {
    g_autofree char *text = portal_text (item, key->with);
    if (text)
      append_text (node, key->field, text);
  }
}

static json_t *
write_texts (const PortalKey *key, const QmsNode *node)
{
  json_t *list = json_array ();
  size_t count = qms_node_count (node, key->field);

  for (size_t i = 0; i < count; i++) {
    json_t *item = json_object ();
    json_object_set_new_nocheck (item, key->with, from_text (qms_node_get_string_at (node, key->field, i)));
    json_array_append_new (list, item);
  }
  return list;
}

const PortalForm portal_texts = { JSON_ARRAY, read_texts, write_texts };

/* ---- a list of nodes; portal_write fills the list */

static void
read_nodes (const PortalKey *key, const json_t *object, QmsNode *node)
{
  size_t index;
  json_t *item;

  json_array_foreach (json_object_get (object, key->key), index, item)
    portal_read (key->items, item, qms_node_add (node, key->field, QMS_APPEND, NULL));
}

static json_t *
write_nodes (const PortalKey *key G_GNUC_UNUSED, const QmsNode *node G_GNUC_UNUSED)
{
  return json_array ();
}

const PortalForm portal_nodes = { JSON_ARRAY, read_nodes, write_nodes };
