/* SPDX-License-Identifier: Apache-2.0 */
/* What every libqms header needs: export macro, opaque types, status codes, languages, memory. */
#ifndef QMS_BASE_H
#define QMS_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define QMS_API __attribute__ ((visibility ("default")))
#else
#define QMS_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsDocument QmsDocument; /* a tree of nodes and the memory that holds it */
typedef struct QmsNode QmsNode;         /* one element of the model; lives as long as its document */
typedef struct QmsType QmsType;         /* what a node may hold; immutable, lives for ever */
typedef struct QmsField QmsField;       /* one field of a type; immutable, lives for ever */
typedef struct QmsEnum QmsEnum;         /* an enumeration; immutable, lives for ever */
typedef struct QmsReader QmsReader;     /* options and limits for reading */
typedef struct QmsError QmsError;       /* why a call failed */
typedef struct QmsRule QmsRule;         /* a rule of the catalogue; immutable, lives for ever */
typedef struct QmsValidator QmsValidator; /* options for validating */
typedef struct QmsReport QmsReport;     /* the findings of one validation */
typedef struct QmsDiff QmsDiff;         /* the differences of two documents */

/* How a call ended. The numbers are part of the ABI. */
typedef int32_t QmsStatus;
enum {
  QMS_OK = 0,
  QMS_ERROR_ARGUMENT = 1,    /* an argument is NULL, out of range or of the wrong type */
  QMS_ERROR_IO = 2,          /* a file cannot be opened, read or written */
  QMS_ERROR_SYNTAX = 3,      /* not well-formed XML or JSON, or not UTF-8 */
  QMS_ERROR_STRUCTURE = 4,   /* an element, attribute or member that the model does not know, or in the wrong place */
  QMS_ERROR_VALUE = 5,       /* a value that its kind does not allow */
  QMS_ERROR_REFERENCE = 6,   /* an identifier used twice */
  QMS_ERROR_LIMIT = 7,       /* a limit of the reader is exceeded */
  QMS_ERROR_UNSUPPORTED = 8, /* a document type declaration, an encoding other than UTF-8, compressed data */
  QMS_ERROR_NOT_FOUND = 9,   /* no such framework, path, rule */
  QMS_ERROR_INTERNAL = 10    /* a defect of libqms */
};

/* Language of texts for people. */
enum { QMS_LANG_VI = 0, QMS_LANG_EN = 1 };

/* Frees memory that a libqms function handed over (every `char **` out-parameter). NULL is allowed. Thread-safe. */
QMS_API void qms_free (void *memory);

/* Version of the library at run time, such as "0.1.0". Never NULL; do not free. Thread-safe. */
QMS_API const char *qms_version (void);

#ifdef __cplusplus
}
#endif
#endif
