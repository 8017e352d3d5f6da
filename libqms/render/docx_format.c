/* SPDX-License-Identifier: Apache-2.0 */
/* Values as official documents write them. */
#include "render/docx_value.h"

#include "core/kind.h"
#include "core/text.h"
#include "core/title.h"
#include "core/words.h"

#include <qms/model.h>
#include <string.h>

/* What a format is for: bits of 1 << QMS_KIND_…. */
enum {
  FOR_DATE = 1 << QMS_KIND_DATE | 1 << QMS_KIND_DATETIME,
  FOR_DURATION = 1 << QMS_KIND_DURATION,
  FOR_WHOLE = 1 << QMS_KIND_INT | 1 << QMS_KIND_MONEY,
  FOR_NUMBER = FOR_WHOLE | 1 << QMS_KIND_DECIMAL,
  FOR_CODED = 1 << QMS_KIND_ENUM | 1 << QMS_KIND_REF,
  FOR_ALL = -1,
};

static const struct {
  const char *name;
  int kinds;
} formats[] = {
  [QMS_FORMAT_DATE] = { "ngày", FOR_DATE },
  [QMS_FORMAT_DATE_WORDS] = { "ngày chữ", FOR_DATE },
  [QMS_FORMAT_MONTH] = { "tháng", FOR_DATE },
  [QMS_FORMAT_YEAR] = { "năm", FOR_DATE },
  [QMS_FORMAT_DURATION] = { "thời gian", FOR_DURATION },
  [QMS_FORMAT_DURATION_PADDED] = { "thời gian hai số", FOR_DURATION },
  [QMS_FORMAT_NUMBER] = { "số", FOR_NUMBER },
  [QMS_FORMAT_TWO_DIGITS] = { "hai số", FOR_WHOLE },
  [QMS_FORMAT_MONEY] = { "tiền", FOR_WHOLE },
  [QMS_FORMAT_ROMAN] = { "la mã", FOR_WHOLE },
  [QMS_FORMAT_LETTER] = { "chữ cái", FOR_WHOLE },
  [QMS_FORMAT_CODE] = { "mã", FOR_CODED },
  [QMS_FORMAT_BOX] = { "ô", FOR_ALL },
  [QMS_FORMAT_COUNT] = { "đếm", FOR_ALL },
  [QMS_FORMAT_UPPER] = { "hoa", FOR_ALL },
  [QMS_FORMAT_LOWER] = { "thường", FOR_ALL },
  [QMS_FORMAT_CAPITAL] = { "hoa đầu", FOR_ALL },
  [QMS_FORMAT_ONE_LINE] = { "một dòng", FOR_ALL },
  [QMS_FORMAT_JOIN] = { "nối", FOR_ALL },
  [QMS_FORMAT_DEFAULT] = { "mặc định", FOR_ALL },
};

const char *
qms_tag_format_name (QmsTagFormatId id)
{
  return formats[id].name;
}

bool
qms_tag_format_find (const char *name, QmsTagFormatId *id, const char **near_name)
{
  const char *names[QMS_FORMAT_DEFAULT];

  for (int i = 0; i < QMS_FORMAT_DEFAULT; i++) {
    names[i] = formats[i].name;
    if (strcmp (names[i], name) == 0) {
      *id = (QmsTagFormatId)i;
      return true;
    }
  }
  *near_name = qms_text_nearest (name, names, G_N_ELEMENTS (names));
  return false;
}

bool
qms_tag_format_fits (QmsTagFormatId id, const QmsTagShape *shape)
{
  return formats[id].kinds == FOR_ALL || (shape->field && formats[id].kinds >> shape->field->kind & 1);
}

/* ---- numbers */

/* Digits in groups of three, "1.250.000". */
static void
append_grouped (const char *digits, GString *out)
{
  size_t length = strspn (digits + (*digits == '-'), G_CSET_DIGITS);

  if (*digits == '-')
    g_string_append_c (out, *digits++);
  for (size_t i = 0; i < length; i++)
    g_string_append_printf (out, "%s%c", i > 0 && (length - i) % 3 == 0 ? "." : "", digits[i]);
  g_string_append (out, digits + length);
}

static void
append_number (const QmsTagItem *item, GString *out)
{
  g_auto (QmsWords) words = item->field->kind == QMS_KIND_DECIMAL ? qms_words_decimal (qms_decimal_unpack (item->slot))
                                                                  : qms_words_int (item->slot.integer);

  append_grouped (words.text[QMS_LANG_VI], out);
}

static void
append_roman (int64_t number, GString *out)
{
  static const struct {
    int value;
    const char *letters;
  } parts[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
                { 40, "XL" },  { 10, "X" },   { 9, "IX" },  { 5, "V" },    { 4, "IV" },  { 1, "I" } };

  if (number < 1 || number > 3999) {
    g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (out, parts[i].letters);
}

/* Points of official documents are lettered in the order of the Vietnamese alphabet, without marked vowels. */
static void
append_letter (int64_t number, GString *out)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                         "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

  if (number >= 1 && number <= (int64_t)G_N_ELEMENTS (letters))
    g_string_append (out, letters[number - 1]);
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

/* ---- dates and durations */

enum { MINUTE = 60, DAY = 24 * 60 * 60 };

static void
unpack_date (const QmsTagItem *item, int *year, int *month, int *day)
{
  int64_t seconds;
  int offset;

  if (item->field->kind == QMS_KIND_DATE) {
    qms_date_unpack (item->slot, year, month, day);
    return;
  }
  qms_datetime_unpack (item->slot, &seconds, &offset);
  seconds += (int64_t)offset * MINUTE;
  qms_date_unpack ((QmsSlot){ .integer = seconds / DAY - (seconds % DAY < 0) }, year, month, day);
}

static void
append_date (const QmsTagItem *item, QmsTagFormatId format, GString *out)
{
  int year, month, day;

  unpack_date (item, &year, &month, &day);
  switch (format) {
  case QMS_FORMAT_DATE_WORDS:
    g_string_append_printf (out, month <= 2 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d", day, month,
                            year);
    break;
  case QMS_FORMAT_MONTH:
    g_string_append_printf (out, "%02d/%d", month, year);
    break;
  case QMS_FORMAT_YEAR:
    g_string_append_printf (out, "%d", year);
    break;
  default:
    g_string_append_printf (out, "%02d/%02d/%d", day, month, year);
  }
}

static void
append_duration (const QmsTagItem *item, bool padded, GString *out)
{
  g_auto (QmsWords) words = qms_words_duration (qms_duration_unpack (item->slot));
  const char *text = words.text[QMS_LANG_VI];

  if (padded && g_ascii_isdigit (text[0]) && text[1] == ' ' && text[0] != '0')
    g_string_append_c (out, '0');
  g_string_append (out, text);
}

/* ---- one value */

static void
append_name (const QmsNode *node, GString *out)
{
  const char *name = qms_node_name (node);

  g_string_append (out, name ? name : "");
}

static void
append_reference (const QmsTagItem *item, GString *out)
{
  const QmsNode *scope = qms_node_scope (item->node);
  const QmsNode *node = qms_document_lookup (item->node->document, scope, item->slot.string);

  if (node)
    append_name (node, out);
  else
    g_string_append (out, item->slot.string);
}

void
qms_tag_append_code (const QmsTagItem *item, GString *out)
{
  const char *id;

  if (item->field) {
    qms_kinds[item->field->kind].format (item->field, item->slot, out);
    return;
  }
  id = item->node ? qms_node_id (item->node) : NULL;
  g_string_append (out, id ? id : "");
}

static void
append_plain (const QmsTagItem *item, GString *out)
{
  if (!item->field) {
    if (item->node)
      append_name (item->node, out);
    return;
  }
  switch (item->field->kind) {
  case QMS_KIND_REF:
    append_reference (item, out);
    break;
  case QMS_KIND_BOOL:
    g_string_append (out, item->slot.integer ? "có" : "không");
    break;
  case QMS_KIND_DATE:
    append_date (item, QMS_FORMAT_DATE, out);
    break;
  case QMS_KIND_DURATION:
    append_duration (item, false, out);
    break;
  case QMS_KIND_MONEY:
    append_number (item, out);
    g_string_append (out, " đồng");
    break;
  case QMS_KIND_ENUM:
    g_string_append (out, qms_enum_value_label (item->field->enumeration, (int32_t)item->slot.integer, QMS_LANG_VI));
    break;
  case QMS_KIND_DECIMAL: {
    g_auto (QmsWords) words = qms_words_decimal (qms_decimal_unpack (item->slot));
    g_string_append (out, words.text[QMS_LANG_VI]);
    break;
  }
  case QMS_KIND_DATETIME: {
    int64_t seconds;
    int offset;
    qms_datetime_unpack (item->slot, &seconds, &offset);
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds + (int64_t)offset * MINUTE);
    g_autofree char *text = utc ? g_date_time_format (utc, "%H:%M %d/%m/%Y") : g_strdup ("");
    g_string_append (out, text);
    break;
  }
  default:
    qms_tag_append_code (item, out);
  }
}

static void
append_formatted (const QmsTagItem *item, QmsTagFormatId format, GString *out)
{
  switch (format) {
  case QMS_FORMAT_DATE:
  case QMS_FORMAT_DATE_WORDS:
  case QMS_FORMAT_MONTH:
  case QMS_FORMAT_YEAR:
    append_date (item, format, out);
    break;
  case QMS_FORMAT_DURATION:
  case QMS_FORMAT_DURATION_PADDED:
    append_duration (item, format == QMS_FORMAT_DURATION_PADDED, out);
    break;
  case QMS_FORMAT_NUMBER:
    append_number (item, out);
    break;
  case QMS_FORMAT_TWO_DIGITS:
    g_string_append_printf (out, "%02" G_GINT64_FORMAT, item->slot.integer);
    break;
  case QMS_FORMAT_MONEY:
    append_number (item, out);
    g_string_append (out, " đồng");
    break;
  case QMS_FORMAT_ROMAN:
    append_roman (item->slot.integer, out);
    break;
  case QMS_FORMAT_LETTER:
    append_letter (item->slot.integer, out);
    break;
  case QMS_FORMAT_CODE:
    qms_tag_append_code (item, out);
    break;
  default:
    append_plain (item, out);
  }
}

/* ---- all of them, and the text */

static char *
join (const QmsTagFormat *list, const GArray *items)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) one = g_string_new (NULL);
  QmsTagFormatId format = QMS_FORMAT_DEFAULT;
  const char *between = "; ";

  for (; list; list = list->next) {
    if (list->id <= QMS_FORMAT_CODE)
      format = list->id;
    else if (list->id == QMS_FORMAT_JOIN)
      between = list->text;
  }
  for (guint i = 0; i < items->len; i++) {
    g_string_truncate (one, 0);
    append_formatted (&g_array_index (items, QmsTagItem, i), format, one);
    if (one->len > 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? between : "", one->str);
  }
  return g_string_free (out, FALSE);
}

static char *
box (const GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (qms_tag_item_is_true (&g_array_index (items, QmsTagItem, i)))
      return g_strdup ("☒");
  return g_strdup ("☐");
}

static char *
count (const GArray *items)
{
  guint present = 0;

  for (guint i = 0; i < items->len; i++) {
    const QmsTagItem *item = &g_array_index (items, QmsTagItem, i);
    present += item->field || item->node || item->items;
  }
  return g_strdup_printf ("%u", present);
}

/* Changes the case of the first `most` characters; unlike GLib's functions for strings, in the same way in every locale. */
static char *
change_case (const char *text, gunichar (*change_character) (gunichar), size_t most)
{
  GString *out = g_string_sized_new (strlen (text));

  for (; *text && most > 0; text = g_utf8_next_char (text), most--)
    g_string_append_unichar (out, change_character (g_utf8_get_char (text)));
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static char *
one_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line; line++)
    if (*g_strstrip (*line))
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", *line);
  return g_string_free (out, FALSE);
}

static char *
change (const QmsTagFormat *format, const GArray *items, char *text)
{
  char *changed;

  switch (format->id) {
  case QMS_FORMAT_BOX:
    changed = box (items);
    break;
  case QMS_FORMAT_COUNT:
    changed = count (items);
    break;
  case QMS_FORMAT_UPPER:
    changed = change_case (text, g_unichar_toupper, SIZE_MAX);
    break;
  case QMS_FORMAT_LOWER:
    changed = change_case (text, g_unichar_tolower, SIZE_MAX);
    break;
  case QMS_FORMAT_CAPITAL:
    changed = change_case (text, g_unichar_toupper, 1);
    break;
  case QMS_FORMAT_ONE_LINE:
    changed = one_line (text);
    break;
  case QMS_FORMAT_DEFAULT:
    changed = g_strdup (*text ? text : format->text);
    break;
  default:
    return text;
  }
  g_free (text);
  return changed;
}

char *
qms_tag_format (const QmsTagFormat *list, const GArray *items)
{
  char *text = join (list, items);

  for (; list; list = list->next)
    text = change (list, items, text);
  return text;
}
