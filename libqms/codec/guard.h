/* SPDX-License-Identifier: Apache-2.0 */
/* A scan ahead of the XML parser: refuses what would cost the parser time or memory before it calls back. */
#pragma once

#include "codec/reader.h"

typedef enum { QMS_GUARD_TEXT, QMS_GUARD_OPEN, QMS_GUARD_BANG, QMS_GUARD_TAG, QMS_GUARD_QUOTED, QMS_GUARD_SECTION } QmsGuardState;

typedef struct {
  const QmsReader *reader;
  QmsGuardState state;
  size_t length;        /* of the tag, text run or section so far */
  size_t depth;
  size_t attributes;    /* values of the tag so far */
  char quote;           /* QMS_GUARD_QUOTED: what ends the value */
  bool closing, slash;  /* an end tag; the byte before was "/" */
  char end_byte;        /* QMS_GUARD_SECTION: "-", "]" or "?" … */
  unsigned end_count;   /* … how many of them must stand before ">" */
  unsigned seen;        /* … and how many do */
  char word[8];         /* what follows "<!" */
  unsigned word_length;
  uint32_t line, column; /* of the chunk's first byte */
} QmsGuard;

void qms_guard_init (QmsGuard *guard, const QmsReader *reader);
/* Scans a chunk; on QMS_ERROR_… the place is in the error. `file` names the input. */
QmsStatus qms_guard_scan (QmsGuard *guard, const char *chunk, size_t size, const char *file, QmsError **error);
/* Refuses an input whose first bytes are no UTF-8 XML: a byte order mark of another encoding, another encoding declared,
 * compressed data. `*skip` becomes the number of bytes of a UTF-8 mark. */
QmsStatus qms_guard_begin (const char *chunk, size_t size, const char *file, size_t *skip, QmsError **error);
/* Value of encoding="…" in the XML declaration that begins a text; NULL if there is none. Free with g_free. */
char *qms_xml_declared_encoding (const char *chunk, size_t size);
