/* SPDX-License-Identifier: Apache-2.0 */
/* Values in words of both languages, as people read them. */
#pragma once

#include "core/kind.h"

/* A value in words of both languages that lives until the end of the block. */
typedef struct {
  char *text[2];
} QmsWords;

void qms_words_clear (QmsWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmsWords, qms_words_clear)

/* "31/01/2026" and "2026-01-31". */
QmsWords qms_words_day (int64_t day);
/* "1,5 ngày làm việc" and "1.5 working days". */
QmsWords qms_words_duration (QmsDuration duration);
/* "98,5" and "98.5". */
QmsWords qms_words_decimal (QmsDecimal decimal);
/* A whole number; the same in both languages. */
QmsWords qms_words_int (int64_t number);
