/* SPDX-License-Identifier: Apache-2.0 */
/* A template as compiled: its package, what it is for, its parts with tags. */
#pragma once

#include "render/docx_piece.h"
#include "word/package.h"

#include <qms/template.h>

struct QmsTemplate {
  char *file; /* name in messages; NULL: none */
  QmsPackage *package;
  QmsArena *arena;
  QmsTemplatePart *parts;
  size_t singles;  /* pieces that are told apart */
  size_t greatest; /* number of a picture */
  const QmsType *root, *type;
  const QmsTagPath *path; /* from the root to the nodes; NULL: the root */
  const char *path_text;
  const char *title;
  const QmsTagPath *needs; /* NULL: nothing */
};

/* docx_part.c: names of the parts that hold text, the main one first; NULL and an error. */
GPtrArray *qms_docx_part_names (const QmsPackage *package, QmsError **error);
