/* SPDX-License-Identifier: Apache-2.0 */
/* What a person sees in a Word document: paragraphs and tables, without what Word keeps for itself. */
#pragma once

#include "word/package.h"

#include <stdint.h>

typedef enum { QMS_BLOCK_PARAGRAPH, QMS_BLOCK_TABLE } QmsBlockKind;

/* A paragraph or a table. Paragraphs with neither text nor number are left out. */
typedef struct {
  QmsBlockKind kind;
  size_t index; /* among all paragraphs (tables) of its part, empty ones and those in cells included; from 1 */

  /* ---- of a paragraph */
  const char
      *text; /* never NULL. Normal form C; blanks of every kind, also in a row, are one space, none at an end of a line;
                       * a line break is "\n"; zero-width and private-use characters are left out */
  const char *number; /* the label that Word counts for it: "1.", "5.2", "a)", "-"; NULL if it has none */
  int32_t level;      /* in its list, from 0; 0 as well if it is in none */
  int32_t outline;    /* level as a heading, from 1; 0 if it is body text */
  bool bold;          /* all of its text is; false if it has none */
  bool contents;      /* a line of a table of contents */
  bool boxed;         /* in a text box; stands behind the paragraph that holds the box */

  /* ---- of a table */
  size_t columns;  /* of its grid */
  GPtrArray *rows; /* of QmsWordRow */
} QmsBlock;

typedef struct QmsWordCell {
  size_t column;        /* where it begins in the grid, from 0 */
  size_t columns, rows; /* how much it covers, at least 1 */
  bool continued;       /* covered by the cell above it, whose `rows` counts this one; has no blocks */
  const struct QmsWordCell *cover; /* the cell above, if it is continued; else NULL */
  GPtrArray *blocks;    /* of QmsBlock: paragraphs and nested tables */
} QmsWordCell;

typedef struct {
  GPtrArray *cells; /* of QmsWordCell, from left to right */
  bool heading;     /* repeated on each page */
} QmsWordRow;

/* Everything here belongs to it: arrays, blocks, rows, cells, texts. No array is NULL. */
typedef struct {
  GPtrArray *body;              /* of QmsBlock */
  GPtrArray *headers, *footers; /* of QmsBlock: of all sections in order, each part once, only those that are shown */
  GPtrArray *notes;             /* of QmsBlock: footnotes and endnotes */
} QmsWordText;

/* Reads the main document of a package and what belongs to it. NULL and an error if it cannot be read. */
QmsWordText *qms_word_read (const QmsPackage *package, QmsError **error);
void qms_word_text_free (QmsWordText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsWordText, qms_word_text_free)

/* The cell that covers a place of the grid, seen from there: the one above for a continuation; NULL if there is none. */
const QmsWordCell *qms_block_cell (const QmsBlock *table, size_t row, size_t column);
