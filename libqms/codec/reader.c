/* SPDX-License-Identifier: Apache-2.0 */
/* Readers: options, limits, sources, and which codec reads what. */
#include "codec/reader.h"

#include "codec/guard.h"
#include "codec/json.h"
#include "core/document.h"

#include "gen/ids.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* ---- options */

static const size_t default_limits[QMS_N_LIMITS] = {
  [QMS_LIMIT_BYTES] = (size_t)512 << 20, [QMS_LIMIT_DEPTH] = 32,    [QMS_LIMIT_ATTRIBUTES] = 64,
  [QMS_LIMIT_NAMESPACES] = 8,            [QMS_LIMIT_TAG] = 64 << 10, [QMS_LIMIT_TEXT] = 1 << 20,
  [QMS_LIMIT_NODES] = 2 * 1000 * 1000,  [QMS_LIMIT_ERRORS] = 100,
};

/* What a limit counts, by language. */
static const char *const limit_words[QMS_N_LIMITS][2] = {
  [QMS_LIMIT_BYTES] = { "byte của tệp", "bytes of input" },
  [QMS_LIMIT_DEPTH] = { "cấp lồng nhau", "levels of nesting" },
  [QMS_LIMIT_ATTRIBUTES] = { "thuộc tính trong một thẻ", "attributes in one tag" },
  [QMS_LIMIT_NAMESPACES] = { "khai báo không gian tên trong một thẻ", "namespace declarations in one tag" },
  [QMS_LIMIT_TAG] = { "byte của một thẻ", "bytes of one tag" },
  [QMS_LIMIT_TEXT] = { "byte của một đoạn văn bản", "bytes of one run of text" },
  [QMS_LIMIT_NODES] = { "nút của tài liệu", "nodes of the document" },
  [QMS_LIMIT_ERRORS] = { "lỗi", "problems" },
};

QmsStatus
qms_fail_limit (const QmsReader *reader, int limit, const QmsPlace *place, QmsError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, reader->limits[limit]);

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_LIMIT], place,
                        QMS_VALUES ({ "limit", { number, NULL } },
                                    { "what", { limit_words[limit][0], limit_words[limit][1] } }));
}

static void
init (QmsReader *reader)
{
  *reader = (QmsReader){ .format = QMS_FORMAT_AUTO };
  memcpy (reader->limits, default_limits, sizeof default_limits);
}

QmsReader *
qms_reader_new (void)
{
  QmsReader *reader = g_new (QmsReader, 1);

  init (reader);
  return reader;
}

void
qms_reader_free (QmsReader *reader)
{
  g_free (reader);
}

QmsStatus
qms_reader_set_limit (QmsReader *reader, int32_t limit, size_t value)
{
  if (!reader || limit < QMS_LIMIT_BYTES || limit >= QMS_N_LIMITS)
    return QMS_ERROR_ARGUMENT;
  reader->limits[limit] = value ? value : default_limits[limit];
  return QMS_OK;
}

size_t
qms_reader_limit (const QmsReader *reader, int32_t limit)
{
  return reader && limit >= QMS_LIMIT_BYTES && limit < QMS_N_LIMITS ? reader->limits[limit] : 0;
}

void
qms_reader_set_lenient (QmsReader *reader, int32_t lenient)
{
  if (reader)
    reader->lenient = lenient != 0;
}

QmsStatus
qms_reader_set_format (QmsReader *reader, int32_t format)
{
  if (!reader || format < QMS_FORMAT_AUTO || format > QMS_FORMAT_JSON)
    return QMS_ERROR_ARGUMENT;
  reader->format = format;
  return QMS_OK;
}

/* ---- sources */

static QmsStatus
fail_io (int message, const QmsSource *source, int number, QmsError **error)
{
  QmsPlace place = { source->name, 0, 0, NULL };

  return qms_error_add (error, &qms_gen_rules[message], &place, QMS_VALUES (qms_errno_value (number)));
}

QmsStatus
qms_source_next (QmsSource *source, const char **chunk, size_t *size, QmsError **error)
{
  if (!source->file) {
    *chunk = source->data + source->offset;
    *size = MIN (source->size - source->offset, QMS_CHUNK);
    source->offset += *size;
    return QMS_OK;
  }
  *chunk = source->buffer;
  *size = fread (source->buffer, 1, QMS_CHUNK, source->file);
  if (*size == 0 && ferror (source->file))
    return fail_io (QMS_MSG_READ, source, errno, error);
  return QMS_OK;
}

/* ---- dispatch */

/* All of a source in memory, for a codec that does not stream. */
static QmsStatus
read_all (const QmsReader *reader, QmsSource *source, const char *chunk, size_t size, GString *all, QmsError **error)
{
  QmsPlace place = { source->name, 0, 0, NULL };
  QmsStatus status = QMS_OK;

  while (size > 0 && status == QMS_OK) {
    if (all->len + size > reader->limits[QMS_LIMIT_BYTES])
      return qms_fail_limit (reader, QMS_LIMIT_BYTES, &place, error);
    g_string_append_len (all, chunk, (gssize)size);
    status = qms_source_next (source, &chunk, &size, error);
  }
  return status;
}

static QmsStatus
read_json (const QmsReader *reader, QmsSource *source, const char *chunk, size_t size, QmsDocument **document,
           QmsError **error)
{
  GString *all = g_string_new (NULL);
  QmsStatus status = read_all (reader, source, chunk, size, all, error);

  if (status == QMS_OK)
    status = qms_json_read (all->str, all->len, source->name, reader, document, error);
  g_string_free (all, TRUE);
  return status;
}

/* JSON if the first character that is no white space opens an object or a list. */
static bool
looks_like_json (const char *chunk, size_t size)
{
  if (size >= 3 && memcmp (chunk, "\xEF\xBB\xBF", 3) == 0) {
    chunk += 3;
    size -= 3;
  }
  for (; size > 0; chunk++, size--)
    if (!g_ascii_isspace (*chunk))
      return *chunk == '{' || *chunk == '[';
  return false;
}

static bool
is_json (const QmsReader *reader, const char *chunk, size_t size)
{
  return reader->format == QMS_FORMAT_JSON || (reader->format == QMS_FORMAT_AUTO && looks_like_json (chunk, size));
}

static QmsStatus
read_source (const QmsReader *reader, QmsSource *source, QmsDocument **document, QmsError **error)
{
  QmsPlace place = { source->name, 1, 1, NULL };
  int32_t format = QMS_FORMAT_XML;
  const char *chunk;
  size_t size;
  QmsStatus status = qms_source_next (source, &chunk, &size, error);

  if (status != QMS_OK)
    return status;
  if (size == 0)
    return qms_fail (error, QMS_RULE_EMPTY_FILE, &place, NULL);
  if (is_json (reader, chunk, size)) {
    status = read_json (reader, source, chunk, size, document, error);
    format = QMS_FORMAT_JSON;
  } else {
    status = qms_xml_read (reader, source, chunk, size, document, error);
  }
  if (*document)
    (*document)->format = format;
  return status;
}

int32_t
qms_document_format (const QmsDocument *document)
{
  return document ? document->format : QMS_FORMAT_AUTO;
}

QmsStatus
qms_reader_parse (QmsReader *reader, const void *data, size_t size, const char *name, QmsDocument **document,
                  QmsError **error)
{
  QmsSource source = { .data = data, .size = size, .name = name };

  if (!reader || (!data && size) || !document)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  *document = NULL;
  return read_source (reader, &source, document, error);
}

static QmsStatus
read_open_file (const QmsReader *reader, FILE *file, const char *path, QmsDocument **document, QmsError **error)
{
  g_autofree char *buffer = g_malloc (QMS_CHUNK);
  QmsSource source = { .file = file, .buffer = buffer, .name = path };
  QmsPlace place = { path, 0, 0, NULL };
  struct stat info;

  if (fstat (fileno (file), &info) != 0)
    return fail_io (QMS_MSG_READ, &source, errno, error);
  if (S_ISDIR (info.st_mode))
    return qms_fail (error, QMS_MSG_DIRECTORY, &place, NULL);
  if (S_ISREG (info.st_mode) && (uint64_t)info.st_size > reader->limits[QMS_LIMIT_BYTES])
    return qms_fail_limit (reader, QMS_LIMIT_BYTES, &place, error);
  return read_source (reader, &source, document, error);
}

QmsStatus
qms_reader_load (QmsReader *reader, const char *path, QmsDocument **document, QmsError **error)
{
  QmsSource source = { .name = path };
  FILE *file;
  QmsStatus status;

  if (!reader || !path || !document)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  *document = NULL;
  if (strcmp (path, "-") == 0)
    return read_open_file (reader, stdin, path, document, error);
  file = fopen (path, "rbe");
  if (!file)
    return fail_io (QMS_MSG_OPEN, &source, errno, error);
  setvbuf (file, NULL, _IONBF, 0);
  status = read_open_file (reader, file, path, document, error);
  fclose (file);
  return status;
}

QmsStatus
qms_document_load (const char *path, QmsDocument **document, QmsError **error)
{
  QmsReader reader;

  init (&reader);
  return qms_reader_load (&reader, path, document, error);
}

QmsStatus
qms_document_parse (const void *data, size_t size, QmsDocument **document, QmsError **error)
{
  QmsReader reader;

  init (&reader);
  return qms_reader_parse (&reader, data, size, NULL, document, error);
}
