/* SPDX-License-Identifier: Apache-2.0 */
/* Options of a reader, as the codecs see them. */
#pragma once

#include "core/document.h"
#include "core/error.h"

#include <stdio.h>

enum { QMS_N_LIMITS = QMS_LIMIT_ERRORS + 1 };

struct QmsReader {
  size_t limits[QMS_N_LIMITS]; /* by QMS_LIMIT_… */
  int format;
  bool lenient;
};

/* Bytes from a file or from memory, a chunk at a time, so that a large file never stands in memory whole. */
typedef struct {
  FILE *file; /* NULL: memory */
  const char *data;
  size_t size, offset; /* of memory */
  char *buffer;        /* of a file */
  const char *name;    /* for messages; NULL if none */
} QmsSource;

enum { QMS_CHUNK = 64 * 1024 };

/* Next chunk; 0 bytes at the end. */
QmsStatus qms_source_next (QmsSource *source, const char **chunk, size_t *size, QmsError **error);

QmsStatus qms_xml_read (const QmsReader *reader, QmsSource *source, const char *chunk, size_t size, QmsDocument **document,
                        QmsError **error);

/* "the limit of N … is exceeded", in the words of the limit. */
QmsStatus qms_fail_limit (const QmsReader *reader, int limit, const QmsPlace *place, QmsError **error);
