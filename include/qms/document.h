/* SPDX-License-Identifier: Apache-2.0 */
/* Documents: create, read, write, save, find.
 *
 * A document owns an arena; its nodes and strings live until the last reference is dropped, whatever becomes of them in the
 * tree. Reference counting is atomic; otherwise a document may be used by one thread at a time. */
#ifndef QMS_DOCUMENT_H
#define QMS_DOCUMENT_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* File format. QMS_FORMAT_AUTO: by the first character when reading, by the file name's ending (.json) when saving. */
enum { QMS_FORMAT_AUTO = 0, QMS_FORMAT_XML = 1, QMS_FORMAT_JSON = 2 };

/* Limits of a reader; docs/limits.md lists the defaults. */
enum {
  QMS_LIMIT_BYTES = 1,      /* size of the input */
  QMS_LIMIT_DEPTH = 2,      /* nesting of elements */
  QMS_LIMIT_ATTRIBUTES = 3, /* attributes of one tag, namespace declarations included */
  QMS_LIMIT_NAMESPACES = 4, /* namespace declarations of one tag */
  QMS_LIMIT_TAG = 5,        /* bytes of one tag */
  QMS_LIMIT_TEXT = 6,       /* bytes of one run of text, comment, processing instruction or CDATA section */
  QMS_LIMIT_NODES = 7,      /* nodes of the document */
  QMS_LIMIT_ERRORS = 8      /* problems reported by one call */
};

/* New empty document whose root is of `root_type` (QMS_TYPE_SYSTEM, …); NULL if that is not a root type. One reference, the
 * caller's. */
QMS_API QmsDocument *qms_document_new (uint32_t root_type);
/* Adds a reference and returns `document`. Thread-safe. */
QMS_API QmsDocument *qms_document_ref (QmsDocument *document);
/* Drops a reference; the last one frees the document and all its nodes. NULL is allowed. Thread-safe. */
QMS_API void qms_document_unref (QmsDocument *document);
/* Root node. Never NULL. */
QMS_API QmsNode *qms_document_root (QmsDocument *document);
/* Name of the file that it was read from; NULL if none. */
QMS_API const char *qms_document_file (const QmsDocument *document);
/* Format that it was read from: QMS_FORMAT_XML or QMS_FORMAT_JSON; QMS_FORMAT_AUTO if it was not read. */
QMS_API int32_t qms_document_format (const QmsDocument *document);
/* Node with the identifier `id` in the root's system; NULL if there is none. */
QMS_API QmsNode *qms_document_find (QmsDocument *document, const char *id);
/* What a lenient reader let pass, as a chain of errors; NULL if nothing. Owned by the document. */
QMS_API const QmsError *qms_document_diagnostics (const QmsDocument *document);

/* Reads a file with default limits. On success `*document` is the caller's. */
QMS_API QmsStatus qms_document_load (const char *path, QmsDocument **document, QmsError **error);
/* Reads `size` bytes at `data` with default limits. */
QMS_API QmsStatus qms_document_parse (const void *data, size_t size, QmsDocument **document, QmsError **error);

/* New reader: strict, default limits. */
QMS_API QmsReader *qms_reader_new (void);
/* Frees a reader; documents that it read stay. NULL is allowed. */
QMS_API void qms_reader_free (QmsReader *reader);
/* Sets one of QMS_LIMIT_…; 0 restores the default. QMS_ERROR_ARGUMENT for an unknown limit. */
QMS_API QmsStatus qms_reader_set_limit (QmsReader *reader, int32_t limit, size_t value);
/* One of QMS_LIMIT_… now in force; 0 for an unknown limit. */
QMS_API size_t qms_reader_limit (const QmsReader *reader, int32_t limit);
/* 1: keep what the model does not know and report it (qms_document_diagnostics) instead of failing. Text where the model
 * has none becomes a comment. */
QMS_API void qms_reader_set_lenient (QmsReader *reader, int32_t lenient);
/* QMS_FORMAT_…; QMS_FORMAT_AUTO at first. QMS_ERROR_ARGUMENT for an unknown format. */
QMS_API QmsStatus qms_reader_set_format (QmsReader *reader, int32_t format);
/* Reads a file; "-" is standard input. */
QMS_API QmsStatus qms_reader_load (QmsReader *reader, const char *path, QmsDocument **document, QmsError **error);
/* Reads memory; `name` stands for the file in messages and may be NULL. */
QMS_API QmsStatus qms_reader_parse (QmsReader *reader, const void *data, size_t size, const char *name,
                                    QmsDocument **document, QmsError **error);

/* Canonical text of the document in `format` (QMS_FORMAT_XML if QMS_FORMAT_AUTO). `*text` is NUL-terminated, `*size` (may
 * be NULL) counts its bytes; free it with qms_free. One document gives one sequence of bytes. */
QMS_API QmsStatus qms_document_write (QmsDocument *document, int32_t format, char **text, size_t *size, QmsError **error);
/* Saves atomically and durably: a failure leaves the old file as it was. Keeps the file's mode; "-" is standard output. */
QMS_API QmsStatus qms_document_save (QmsDocument *document, const char *path, int32_t format, QmsError **error);
/* Saves `size` bytes of `text` in the same way, for reports and other texts. */
QMS_API QmsStatus qms_save_text (const char *path, const char *text, size_t size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif
