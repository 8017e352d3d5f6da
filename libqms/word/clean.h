/* SPDX-License-Identifier: Apache-2.0 */
/* Text as a person sees it. */
#pragma once

#include "core/arena.h"

/* Normal form C; blanks in a row become one space, lines keep no blanks at their ends, empty ones go; characters that nobody
 * sees (zero-width, control, private use) are left out. In the arena; never NULL. */
const char *qms_word_clean (QmsArena *arena, const char *text);
