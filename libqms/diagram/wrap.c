/* SPDX-License-Identifier: Apache-2.0 */
/* Line breaking by measured widths; a letter never loses its marks. */
#include "diagram/wrap.h"

#include "core/text.h"
#include "diagram/font.h"

#include <qms/error.h>
#include <string.h>

#define ELLIPSIS "…"

enum { JOINER = 0x200D, LABEL_WIDTH = 100, LABEL_LINES = 8 };

static bool
is_flag (gunichar c)
{
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* Whether nothing may come between `before` and `c`: marks, variation selectors, skin tones, tags, joiners. */
static bool
extends (gunichar before, gunichar c)
{
  return before == JOINER || c == JOINER || g_unichar_ismark (c) || (c >= 0x1F3FB && c <= 0x1F3FF)
         || (c >= 0xE0020 && c <= 0xE007F);
}

/* End of what a reader sees as one character. */
static const char *
next_cluster (const char *text)
{
  gunichar first = g_utf8_get_char (text), last = first;
  const char *p = g_utf8_next_char (text);

  if (is_flag (first) && is_flag (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  while (*p && extends (last, g_utf8_get_char (p))) {
    last = g_utf8_get_char (p);
    p = g_utf8_next_char (p);
  }
  return p;
}

static int64_t
measure (const char *from, const char *to)
{
  int64_t units = 0;

  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    units += qms_font_advance (g_utf8_get_char (p));
  return units;
}

/* One space for every run of white space, none at the ends; letters composed, as they are drawn. */
static char *
tidy (const char *text)
{
  g_autofree char *shown = qms_display_text (text), *plain = qms_text_to_nfc (shown);
  GString *out = g_string_new (NULL);

  for (const char *p = plain; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_isspace (c) || c == 0xA0)
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* End of the longest part of `text` that fits: at a break if there is one, otherwise between characters, at least one. */
static const char *
fit (const char *text, int64_t room)
{
  const char *hard = text, *soft = NULL;

  while (*hard) {
    const char *next = next_cluster (hard);
    room -= measure (hard, next);
    if (*hard == ' ')
      soft = hard;
    if (room < 0 && hard > text)
      return soft ? soft : hard;
    if ((*hard == '-' || *hard == '/') && hard > text)
      soft = next;
    hard = next;
  }
  return hard;
}

/* The first line of `text`, which goes on behind it, with an ellipsis. */
static char *
shorten (const char *text, int64_t room)
{
  const char *end = fit (text, room - measure (ELLIPSIS, ELLIPSIS + strlen (ELLIPSIS)));
  g_autofree char *line = g_strndup (text, end - text);

  return g_strconcat (g_strchomp (line), ELLIPSIS, NULL);
}

QmsLines *
qms_wrap (const char *text, int size, int width, guint max)
{
  g_autofree char *plain = tidy (text);
  QmsLines *lines = g_new0 (QmsLines, 1);
  int64_t room = (int64_t)width * QMS_FONT_EM / size;

  lines->lines = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = plain; *p && !lines->cut;) {
    const char *end = fit (p, room);
    lines->cut = *end && lines->lines->len + 1 == max;
    char *line = lines->cut ? shorten (p, room) : g_strndup (p, end - p);
    g_ptr_array_add (lines->lines, line);
    lines->width = MAX (lines->width, qms_font_width (line, size));
    for (p = end; *p == ' ';)
      p++;
  }
  return lines;
}

/* The least width at which there are as many lines, by halving. */
QmsLines *
qms_wrap_evenly (const char *text, int size, int width, guint max)
{
  QmsLines *lines = qms_wrap (text, size, width, max);
  int least = lines->width / (int)MAX (lines->lines->len, 1), most = lines->width;

  while (!lines->cut && least < most) {
    int middle = (least + most) / 2;
    g_autoptr (QmsLines) narrow = qms_wrap (text, size, middle, G_MAXUINT);
    if (narrow->lines->len > lines->lines->len || narrow->width > middle)
      least = middle + 1;
    else
      most = middle;
  }
  if (most < lines->width) {
    qms_lines_free (lines);
    lines = qms_wrap (text, size, most, max);
  }
  return lines;
}

QmsLines *
qms_wrap_label (const char *text)
{
  return qms_wrap_evenly (text, QMS_LABEL_SIZE, LABEL_WIDTH, LABEL_LINES);
}

void
qms_lines_free (QmsLines *lines)
{
  g_ptr_array_unref (lines->lines);
  g_free (lines);
}
