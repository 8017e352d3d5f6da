/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of Word templates, "{{vaiTro/ten | hoa}}": read, then resolved against the types of the model. docs/templates.md is the
 * description of the language. All memory is that of an arena. */
#pragma once

#include "core/arena.h"
#include "core/error.h"
#include "core/node.h"

typedef enum {
  QMS_TAG_VALUE,
  QMS_TAG_EACH,
  QMS_TAG_IF,
  QMS_TAG_UNLESS,
  QMS_TAG_CELLS,
  QMS_TAG_ELSE,
  QMS_TAG_END,
  QMS_TAG_FOR,
  QMS_TAG_TITLE,
  QMS_TAG_NEEDS,
} QmsTagKind;

/* Where a tag stands, for messages. */
typedef struct {
  const char *file, *part; /* file NULL: none */
  size_t paragraph;        /* of the part, from 1 */
  const char *text;        /* of the paragraph, its beginning */
} QmsTagPlace;

/* What a path leads to: nodes of a type; values of a field; or groups of such. Nothing at all: neither type nor field. */
typedef struct QmsTagShape {
  const QmsType *type;
  const QmsField *field;           /* not NULL: values */
  const struct QmsTagShape *items; /* not NULL: groups of these */
} QmsTagShape;

typedef struct QmsComputed QmsComputed;

/* Values that depend on where the tag stands, not on a node. */
typedef enum {
  QMS_FRAME_NONE,
  QMS_FRAME_NUMBER,
  QMS_FRAME_COUNT,
  QMS_FRAME_FIRST,
  QMS_FRAME_LAST,
  QMS_FRAME_KEY,
  QMS_FRAME_ITEMS,
  QMS_FRAME_DATE,
} QmsTagFrameValue;

typedef struct QmsTagStep {
  const char *name, *selector; /* selector NULL: none */
  const QmsField *field;       /* resolved: a field, or … */
  const QmsComputed *computed; /* … a computed value */
  struct QmsTagStep *next;
} QmsTagStep;

typedef struct {
  bool root;              /* begins at the root of the document */
  size_t up;              /* how many repetitions further out it begins */
  QmsTagFrameValue frame; /* resolved: what the first step stands for */
  QmsTagStep *steps;
  QmsTagShape shape; /* resolved */
} QmsTagPath;

/* A condition: a path by itself, or compared with a path or a text. */
typedef struct {
  QmsTagPath *left, *right;
  const char *text;
  bool differs; /* "!=" */
} QmsTagTest;

typedef enum {
  QMS_FORMAT_DATE,
  QMS_FORMAT_DATE_WORDS,
  QMS_FORMAT_MONTH,
  QMS_FORMAT_YEAR,
  QMS_FORMAT_DURATION,
  QMS_FORMAT_DURATION_PADDED,
  QMS_FORMAT_NUMBER,
  QMS_FORMAT_TWO_DIGITS,
  QMS_FORMAT_MONEY,
  QMS_FORMAT_ROMAN,
  QMS_FORMAT_LETTER,
  QMS_FORMAT_CODE,
  QMS_FORMAT_BOX,
  QMS_FORMAT_COUNT,
  QMS_FORMAT_UPPER,
  QMS_FORMAT_LOWER,
  QMS_FORMAT_CAPITAL,
  QMS_FORMAT_ONE_LINE,
  QMS_FORMAT_JOIN,
  QMS_FORMAT_DEFAULT,
} QmsTagFormatId;

typedef struct QmsTagFormat {
  QmsTagFormatId id;
  const char *text; /* of join and default */
  struct QmsTagFormat *next;
} QmsTagFormat;

typedef struct {
  QmsTagKind kind;
  QmsTagKind closes;  /* of an end */
  const char *source; /* with its braces */
  const QmsTagPlace *place;
  const char *literal; /* of a value: a text in quotes; of a title: the title */
  QmsTagPath *path;    /* NULL if there is none */
  QmsTagFormat *formats;
  QmsTagTest *test; /* of if, unless; "where" of each */
  QmsTagPath *by;   /* of each */
} QmsTag;

/* Where the paths of a tag begin: one for each repetition around it, and the outermost. */
typedef struct QmsTagScope {
  QmsTagShape shape;
  const struct QmsTagScope *outer; /* NULL: the outermost */
  const QmsType *root;             /* of the document */
} QmsTagScope;

/* Reads the text between the braces; NULL and an error if it is none of the language. */
QmsTag *qms_tag_read (QmsArena *arena, const char *text, size_t length, const QmsTagPlace *place, QmsError **error);
/* Whether it opens a section that an end closes. */
bool qms_tag_opens (const QmsTag *tag);
/* Finds the fields of a tag's paths, checks its condition and formats. */
QmsStatus qms_tag_resolve (QmsTag *tag, const QmsTagScope *scope, QmsError **error);
/* What is repeated by a resolved "each" or "cells". */
QmsTagShape qms_tag_item (const QmsTag *tag);
/* An error about a tag: its place and `values`. */
QmsStatus qms_tag_fail (const QmsTag *tag, int message, const QmsValue *values, size_t n_values, QmsError **error);

/* docx_format.c: the format of a folded name; false if there is none. `*near_name` becomes one like it or NULL. */
bool qms_tag_format_find (const char *name, QmsTagFormatId *id, const char **near_name);
/* Whether values of that shape can have the format. */
bool qms_tag_format_fits (QmsTagFormatId id, const QmsTagShape *shape);
const char *qms_tag_format_name (QmsTagFormatId id);

/* docx_computed.c: the computed value of a name, "@limit", for nodes of a type; NULL if there is none. */
const QmsComputed *qms_computed_find (const QmsType *type, const char *name);
QmsTagShape qms_computed_shape (const QmsComputed *computed);
/* Names of those that a type has, for messages: appended to `names`. */
void qms_computed_names (const QmsType *type, GPtrArray *names);
