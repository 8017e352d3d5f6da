/* SPDX-License-Identifier: Apache-2.0 */
/* The formats of tags: which there are, what they are for, and what they make of the values of a path. */
#include "render/docx_value.h"

#include "core/text.h"

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

static const char *
same_without_marks (const char *name, const char *const *names, size_t count)
{
  g_autofree char *wanted = qms_bare_name (name);

  for (size_t i = 0; i < count; i++) {
    g_autofree char *bare = qms_bare_name (names[i]);
    if (strcmp (bare, wanted) == 0)
      return names[i];
  }
  return NULL;
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
  *near_name = same_without_marks (name, names, G_N_ELEMENTS (names));
  if (!*near_name)
    *near_name = qms_text_nearest (name, names, G_N_ELEMENTS (names));
  return false;
}

bool
qms_tag_format_fits (QmsTagFormatId id, const QmsTagShape *shape)
{
  return formats[id].kinds == FOR_ALL || (shape->field && formats[id].kinds >> shape->field->kind & 1);
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
    qms_tag_print (&g_array_index (items, QmsTagItem, i), format, one);
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
