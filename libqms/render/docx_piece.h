/* SPDX-License-Identifier: Apache-2.0 */
/* A compiled part of a template: pieces of XML as they stand, and between them what depends on data. All memory is that of the
 * template's arena. */
#pragma once

#include "render/docx_tag.h"
#include "word/part.h"

typedef struct QmsPiece QmsPiece;

typedef struct {
  QmsPiece *first, *last;
} QmsPieces;

typedef enum {
  QMS_PIECE_RAW,     /* `text` */
  QMS_PIECE_VALUE,   /* a run of text: `tag`, in the run properties `text` */
  QMS_PIECE_LINES,   /* a paragraph for each line of `tag`: `body`, the run, `otherwise` */
  QMS_PIECE_SECTION, /* `body`, or `otherwise`, as `tag` says */
  QMS_PIECE_ONCE,    /* `text`, the first time only; `number` counts such pieces */
  QMS_PIECE_FRESH,   /* the number `text` the first time, then one that has not been; `number` as above */
  QMS_PIECE_TABLE, /* `body` before its rows, `otherwise` the rows, `text` the end; nothing at all without rows. `size` 1: must
                        not touch the table before it */
  QMS_PIECE_BLOCKS, /* `body` of a cell or page, which must hold something and not end with a table: else `otherwise` follows */
  QMS_PIECE_CELLS,  /* the cell `body` for each of `tag`, side by side; `otherwise` where another row has more */
  QMS_PIECE_COLUMN, /* a column of a table's grid: `number` its place, `size` its width */
  QMS_PIECE_WIDTH,  /* the width `size` divided among the cells of the column `number` */
  QMS_PIECE_SPAN,   /* how many columns a cell reaches across: from `number` on, `size` of them in the template */
} QmsPieceKind;

/* A column of a table that is divided: into as many as its first "cells" tag says. */
typedef struct QmsTableColumn {
  size_t number; /* in the grid of the template */
  QmsTag *tag;
  struct QmsTableColumn *next;
} QmsTableColumn;

struct QmsPiece {
  QmsPieceKind kind;
  const char *text;
  QmsTag *tag;
  QmsPieces body, otherwise;
  size_t number, size;
  QmsTableColumn *columns; /* of a table */
  const char *mark;        /* of a bookmark's end and start: what they have in common; else NULL */
  QmsPiece *next;
};

typedef struct QmsTemplatePart {
  const char *name;
  QmsPieces pieces;
  const char *prefix; /* of Word's elements, with its colon */
  struct QmsTemplatePart *next;
} QmsTemplatePart;

/* What the compiler of one part works with. */
typedef struct {
  QmsArena *arena;
  const char *file, *part;
  const char *prefix;      /* of Word's elements in this part */
  size_t paragraphs;       /* so far */
  size_t *tags, *singles;  /* of the whole template so far: tags; pieces that are to be told apart */
  size_t *greatest;        /* greatest number of a picture so far */
  GPtrArray *declarations; /* of QmsTag: for, title, needs */
  QmsTag **cells;          /* in a cell: its "cells" tag and the end of it, two places; NULL outside */
  QmsStatus status;        /* of the first error; nothing more is compiled then */
  QmsError **error;
} QmsDocxCompiler;

/* One of a row of siblings: a tag that opens or closes a section, or pieces. */
typedef struct {
  QmsTag *mark; /* NULL: pieces */
  QmsPieces pieces;
  bool content;           /* pieces that a person sees */
  size_t partner, middle; /* of a mark that opens: where its end and its else are; 0: not here */
} QmsAtom;

/* What becomes of siblings: pieces, and marks whose partners are elsewhere. */
typedef struct {
  QmsPieces pieces;
  bool content;
  GPtrArray *before, *after; /* of QmsTag: in order, those that stand before and behind the content */
} QmsUnit;

/* docx_piece.c */
QmsPiece *qms_piece_add (QmsDocxCompiler *self, QmsPieces *pieces, QmsPieceKind kind);
void qms_piece_add_raw (QmsDocxCompiler *self, QmsPieces *pieces, const char *text);
void qms_pieces_join (QmsPieces *pieces, QmsPieces more);
/* Joins what stands as it is, and resolves all tags. */
QmsStatus qms_pieces_finish (QmsArena *arena, QmsPieces *pieces, const QmsTagScope *scope, QmsError **error);

/* docx_section.c: siblings into sections. Free with qms_unit_clear. */
GArray *qms_atoms_new (void);
void qms_atoms_add (GArray *atoms, QmsPieces pieces, bool content);
void qms_atoms_add_mark (GArray *atoms, QmsTag *mark);
/* `strict`: a mark whose partner is elsewhere must not stand between content. */
QmsUnit qms_atoms_assemble (QmsDocxCompiler *self, GArray *atoms, bool strict);
/* The same where no partner may be elsewhere. */
QmsPieces qms_atoms_close (QmsDocxCompiler *self, GArray *atoms);
void qms_unit_clear (QmsUnit *unit);

/* docx_xml.c: elements as they stand. */
void qms_docx_open (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out);
void qms_docx_close (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out);
/* The whole element without looking for tags in it, as text; "" for NULL. */
const char *qms_docx_text (QmsDocxCompiler *self, const QmsXmlTreeNode *node);

/* docx_compile.c: a paragraph without text, in the properties of `like` (NULL: none). */
QmsPieces qms_docx_empty_paragraph (QmsDocxCompiler *self, const QmsXmlTreeNode *like);
/* An element of any kind, as an atom or as several. */
void qms_docx_compile_element (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms);
/* docx_paragraph.c */
void qms_docx_compile_paragraph (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms);
bool qms_docx_is_inline (const QmsXmlTreeNode *node);
void qms_docx_compile_inline (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms);
/* docx_table.c */
void qms_docx_compile_table (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms);
void qms_docx_compile_row (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms);
/* Says what is wrong with a tag, once. */
void qms_docx_complain (QmsDocxCompiler *self, const QmsTag *tag, int message, const QmsValue *values, size_t n_values);
