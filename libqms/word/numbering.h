/* SPDX-License-Identifier: Apache-2.0 */
/* Automatic numbers: the labels that Word counts and never writes into the text. */
#pragma once

#include "word/styles.h"

typedef struct QmsWordNumbering QmsWordNumbering;

/* `part` NULL: there are no lists, so that nothing has a number. */
QmsWordNumbering *qms_word_numbering_new (const QmsPackage *package, const char *part, QmsWordStyles *styles,
                                          QmsError **error);
void qms_word_numbering_free (QmsWordNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsWordNumbering, qms_word_numbering_free)
/* Begins all lists anew. */
void qms_word_numbering_restart (QmsWordNumbering *numbering);
/* The level of a list that a paragraph style stands for; -1 if none does. */
int32_t qms_word_numbering_level (const QmsWordNumbering *numbering, int32_t list, const char *style);
/* Counts one more paragraph at a level (from 0) of a list and gives its label; NULL if it shows none. Free with g_free. */
char *qms_word_numbering_next (QmsWordNumbering *numbering, int32_t list, int32_t level);

/* A number as a list writes it: "lowerLetter", "upperRoman", …; what is unknown is "decimal". (numeral.c) */
void qms_word_numeral (GString *out, int64_t number, const char *format);
