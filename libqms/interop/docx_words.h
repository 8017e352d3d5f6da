/* SPDX-License-Identifier: Apache-2.0 */
/* Words of Word documents, compared as people read them: without marks, capitals and punctuation. Phrases of tables are written
 * so: "lan ban hanh". */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* "Lần  ban hành:" becomes "lan ban hanh". Free with g_free. */
char *docx_plain (const char *text);
/* What is behind a phrase that a text begins with, past white space and one colon; NULL if it begins otherwise. */
const char *docx_after (const char *text, const char *phrase);
/* Whether a plain text has a phrase as whole words. */
bool docx_has (const char *plain, const char *phrase);
/* Whether a plain text begins with a phrase as whole words. */
bool docx_begins (const char *plain, const char *phrase);
/* Whether two plain texts are the same but for a slip of the keyboard: one edit in eight letters, none in a short text. */
bool docx_is_like (const char *plain, const char *phrase);

/* Phrases that mean one thing; `meaning` 0 ends a table. */
typedef struct {
  int meaning;
  const char *phrase;
} DocxPhrase;

/* What the longest phrase means that a plain text begins with; 0 if none. `*length` (may be NULL) becomes its length in the plain
 * text. */
int docx_beginning (const DocxPhrase *table, const char *plain, size_t *length);
/* What a plain text as a whole means, slips allowed. `*exact` (may be NULL) becomes whether there was no slip. */
int docx_whole (const DocxPhrase *table, const char *plain, bool *exact);
/* What the longest phrase means that stands anywhere in a plain text; 0 if none. */
int docx_anywhere (const DocxPhrase *table, const char *plain);

/* The text with marks that only lists have taken off its front: "1.", "a)", "5.2.", "-", "+", "•". `*label` becomes what was taken
 * without what closes it ("5.2", "a", "-"), NULL if nothing was; free it with g_free. */
const char *docx_unlabel (const char *text, char **label);
/* Whether a label is a dash, dot or the like. */
bool docx_is_bullet (const char *label);
/* Whether most letters of a text are capitals. */
bool docx_is_loud (const char *text);
/* Whether a text only holds a place: "(họ tên)", "……", "[[…]]". */
bool docx_is_placeholder (const char *text);
/* Whether it says that there is nothing: "Không", "không có", "không quy định". */
bool docx_is_nothing (const char *plain);
