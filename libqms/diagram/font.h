/* SPDX-License-Identifier: Apache-2.0 */
/* How wide text is, the same on every machine: from a table of widths, without a font. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

enum { QMS_FONT_EM = 2048 }; /* units per em of the table */

typedef struct {
  gunichar first, last;
  const uint16_t *widths; /* 0: the font has no such character */
} QmsFontBlock;

extern const QmsFontBlock qms_font_blocks[];
extern const size_t qms_font_block_count;

/* Width of a character in units: nothing for marks, a cautious guess for characters that the font lacks. */
int qms_font_advance (gunichar character);
/* Whether the table has all of a text, so that its width is exact. */
bool qms_font_knows (const char *text);
/* Width of text (composed: NFC) in whole pixels, rounded up, at a size in pixels. */
int qms_font_width (const char *text, int size);
