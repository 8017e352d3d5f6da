/* SPDX-License-Identifier: Apache-2.0 */
/* Styles of a Word document, as far as they change what a person reads. */
#pragma once

#include "word/part.h"

enum { QMS_WORD_INHERIT = -1 };

/* What a style and those that it is based on say; QMS_WORD_INHERIT: nothing. */
typedef struct {
  int32_t list, level; /* numId and ilvl of its numbering; list 0: none, on purpose */
  int32_t outline;     /* from 0; 9: body text */
  int bold, hidden;
  bool contents; /* of a table of contents */
} QmsWordStyle;

typedef struct QmsWordStyles QmsWordStyles;

/* `part` NULL: there are none, so that no style says anything. */
QmsWordStyles *qms_word_styles_new (const QmsPackage *package, const char *part, QmsError **error);
void qms_word_styles_free (QmsWordStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsWordStyles, qms_word_styles_free)
/* Of a paragraph or run that names it; NULL: the default of paragraphs. Never NULL. */
const QmsWordStyle *qms_word_style (QmsWordStyles *styles, const char *id);
/* A style that says nothing. */
extern const QmsWordStyle qms_word_plain_style;
