/* SPDX-License-Identifier: Apache-2.0 */
/* Reading blocks: what its parts share. */
#pragma once

#include "word/block.h"
#include "word/numbering.h"

/* A field such as PAGE or TOC that has begun: first its instruction, then its result. */
typedef struct {
  GString *instruction;
  bool result;   /* its result is being read, which alone is seen */
  bool contents; /* a table of contents */
} QmsWordField;

typedef struct {
  QmsArena *arena;   /* of the texts and structures */
  GPtrArray *arrays; /* GPtrArray: all that were made */
  QmsWordStyles *styles;
  QmsWordNumbering *numbering;
  size_t n_paragraphs, n_tables; /* of the part so far */
  unsigned contents;             /* open tables of contents as Word inserts them */
  unsigned boxes;                /* open text boxes */
  GArray *fields;                /* of QmsWordField: open ones, also across paragraphs */
} QmsBlockReader;

/* An array that is freed with the text. */
GPtrArray *qms_block_array (QmsBlockReader *self);
/* Appends what the children of an element hold as blocks. (block_read.c) */
void qms_block_read_all (QmsBlockReader *self, const QmsXmlTreeNode *element, GPtrArray *blocks);
/* The same for a table. (block_table.c) */
void qms_block_read_table (QmsBlockReader *self, const QmsXmlTreeNode *table, GPtrArray *blocks);
/* The branch of mc:AlternateContent that is read; NULL if it has none. (block_read.c) */
const QmsXmlTreeNode *qms_block_branch (const QmsXmlTreeNode *alternatives);
bool qms_block_is_alternatives (const QmsXmlTreeNode *element);

/* ---- a paragraph (block_paragraph.c) */

/* What has been read of a paragraph; of two where the mark between them is deleted. */
typedef struct {
  GString *text;
  size_t seen, bold, linked; /* bytes but blanks: all, and of these such in links to headings */
  bool contents;             /* part of a field that lists contents */
  GPtrArray *boxes;          /* of QmsXmlTreeNode: text boxes in it */
} QmsWordParagraph;

void qms_word_paragraph_init (QmsWordParagraph *paragraph);
void qms_word_paragraph_clear (QmsWordParagraph *paragraph);
/* Reads w:p and appends it with its text boxes, unless it ends with a deleted mark: then it goes on in the next. */
void qms_block_read_paragraph (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *element,
                               GPtrArray *blocks);

/* ---- what stands in a paragraph (block_run.c) */

/* Reads the children of an element. `style`: of the paragraph. */
void qms_block_read_inline (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *element,
                            const QmsWordStyle *style);
/* Ends fields that never came to a result: no instruction is longer than a paragraph. */
void qms_block_end_instructions (QmsBlockReader *self);
/* Ends all fields. */
void qms_block_end_fields (QmsBlockReader *self);
bool qms_block_in_contents (const QmsBlockReader *self);
