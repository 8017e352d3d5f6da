/* SPDX-License-Identifier: Apache-2.0 */
/* Measuring text by the embedded table of widths. */
#include "diagram/font.h"

/* Pictures and ideographs are squares, some of the former a little more. What else the font lacks comes from another font,
 * whose letters are seldom wider than an em. */
static int
guess (gunichar character)
{
  return g_unichar_iswide (character) && character > 0xFFFF ? QMS_FONT_EM * 7 / 5 : QMS_FONT_EM;
}

static bool
is_mark (gunichar character)
{
  return g_unichar_iszerowidth (character) || g_unichar_ismark (character);
}

/* 0 if the font has no such character. */
static int
look_up (gunichar character)
{
  for (size_t i = 0; i < qms_font_block_count && character >= qms_font_blocks[i].first; i++)
    if (character <= qms_font_blocks[i].last)
      return qms_font_blocks[i].widths[character - qms_font_blocks[i].first];
  return 0;
}

int
qms_font_advance (gunichar character)
{
  int width = is_mark (character) ? 0 : look_up (character);
  return width > 0 || is_mark (character) ? width : guess (character);
}

bool
qms_font_knows (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (!is_mark (g_utf8_get_char (p)) && look_up (g_utf8_get_char (p)) == 0)
      return false;
  return true;
}

int
qms_font_width (const char *text, int size)
{
  int64_t units = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    units += qms_font_advance (g_utf8_get_char (p));
  return (int)MIN ((units * size + QMS_FONT_EM - 1) / QMS_FONT_EM, G_MAXINT / 2);
}
