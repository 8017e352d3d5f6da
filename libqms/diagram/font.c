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

int
qms_font_advance (gunichar character)
{
  if (g_unichar_iszerowidth (character) || g_unichar_ismark (character))
    return 0;
  for (size_t i = 0; i < qms_font_block_count && character >= qms_font_blocks[i].first; i++) {
    const QmsFontBlock *block = &qms_font_blocks[i];
    if (character <= block->last && block->widths[character - block->first] > 0)
      return block->widths[character - block->first];
  }
  return guess (character);
}

int
qms_font_width (const char *text, int size)
{
  int64_t units = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    units += qms_font_advance (g_utf8_get_char (p));
  return (int)MIN ((units * size + QMS_FONT_EM - 1) / QMS_FONT_EM, G_MAXINT / 2);
}
