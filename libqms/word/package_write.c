/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a package as a zip archive in its plainest form: sizes ahead of the data, no extra fields, no attributes, one time.
 * libarchive's writer adds user ids and times of the local zone and puts sizes behind the data, so that equal packages would
 * not be equal files and not every reader would take them. */
#include "word/package_parts.h"

#include <gio/gio.h>
#include <string.h>

enum {
  LOCAL_MARK = 0x04034B50,
  CENTRAL_MARK = 0x02014B50,
  END_MARK = 0x06054B50,
  VERSION = 20, /* 2.0: deflate */
  DEFLATE = 8,
  DATE = 0x0021, /* 1980-01-01, the first day that zip knows */
  MAX_ENTRIES = 0xFFFF,
};

typedef struct {
  const char *name;
  uint32_t crc, packed, size, offset;
} Entry;

typedef struct {
  const QmsPackage *package;
  GByteArray *out;
  GArray *entries; /* of Entry */
  QmsError **error;
} Writer;

static void
put16 (GByteArray *out, unsigned value)
{
  guint16 bytes = GUINT16_TO_LE ((guint16)value);

  g_byte_array_append (out, (const guint8 *)&bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, uint32_t value)
{
  guint32 bytes = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *)&bytes, sizeof bytes);
}

/* From "version needed" to "length of extra fields", which both kinds of header have. */
static void
put_common (GByteArray *out, const Entry *entry)
{
  put16 (out, VERSION);
  put16 (out, 0); /* flags */
  put16 (out, DEFLATE);
  put16 (out, 0); /* midnight */
  put16 (out, DATE);
  put32 (out, entry->crc);
  put32 (out, entry->packed);
  put32 (out, entry->size);
  put16 (out, (unsigned)strlen (entry->name));
  put16 (out, 0);
}

static void
put_name (GByteArray *out, const char *name)
{
  g_byte_array_append (out, (const guint8 *)name, (guint)strlen (name));
}

/* ---- deflating */

enum { GZIP_HEAD = 10, GZIP_TAIL = 8 };

/* The bytes as gzip has them: a head of fixed length, deflated data, then checksum and size, all as zip wants them. */
static GByteArray *
deflate (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  gsize size, used = 0, read, written;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GByteArray *out = g_byte_array_new ();
  GConverterResult result;
  guint8 room[16384];

  do {
    result = g_converter_convert (G_CONVERTER (compressor), data ? data + used : room, size - used, room, sizeof room,
                                  G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    used += read;
    g_byte_array_append (out, room, (guint)written);
  } while (result == G_CONVERTER_CONVERTED);
  return out;
}

static uint32_t
get32 (const guint8 *from)
{
  guint32 value;

  memcpy (&value, from, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* ---- entries */

static QmsStatus
check_size (const Writer *self, size_t more)
{
  if (self->entries->len >= MAX_ENTRIES)
    return qms_package_fail_limit (self->package, MAX_ENTRIES,
                                   (const char *const[]){ "mục trong gói", "entries of the package" }, self->error);
  if (self->out->len + (guint64)more > G_MAXINT32)
    return qms_package_fail_limit (self->package, G_MAXINT32,
                                   (const char *const[]){ "byte của tệp", "bytes of the file" }, self->error);
  return QMS_OK;
}

static QmsStatus
put_part (Writer *self, const QmsPackagePart *part)
{
  g_autoptr (GByteArray) packed = NULL;
  Entry entry = { .name = part->name, .size = (uint32_t)g_bytes_get_size (part->bytes), .offset = self->out->len };
  QmsStatus status = check_size (self, g_bytes_get_size (part->bytes));

  if (status != QMS_OK)
    return status;
  packed = deflate (part->bytes);
  entry.packed = packed->len - GZIP_HEAD - GZIP_TAIL;
  entry.crc = get32 (packed->data + packed->len - GZIP_TAIL);
  g_array_append_val (self->entries, entry);
  put32 (self->out, LOCAL_MARK);
  put_common (self->out, &entry);
  put_name (self->out, entry.name);
  g_byte_array_append (self->out, packed->data + GZIP_HEAD, entry.packed);
  return QMS_OK;
}

static void
put_central (GByteArray *out, const Entry *entry)
{
  put32 (out, CENTRAL_MARK);
  put16 (out, VERSION);
  put_common (out, entry);
  put16 (out, 0); /* comment */
  put16 (out, 0); /* disk */
  put16 (out, 0); /* binary data */
  put32 (out, 0); /* attributes */
  put32 (out, entry->offset);
  put_name (out, entry->name);
}

static void
put_directory (Writer *self)
{
  guint begin = self->out->len, size;

  for (guint i = 0; i < self->entries->len; i++)
    put_central (self->out, &g_array_index (self->entries, Entry, i));
  size = self->out->len - begin;
  put32 (self->out, END_MARK);
  put32 (self->out, 0); /* disks */
  put16 (self->out, self->entries->len);
  put16 (self->out, self->entries->len);
  put32 (self->out, size);
  put32 (self->out, begin);
  put16 (self->out, 0); /* comment */
}

static QmsStatus
put_parts (Writer *self)
{
  const GPtrArray *parts = self->package->parts;
  const QmsPackagePart *types = qms_package_find (self->package, QMS_PACKAGE_TYPES);
  QmsStatus status = types ? put_part (self, types) : QMS_OK;

  for (guint i = 0; i < parts->len && status == QMS_OK; i++)
    if (parts->pdata[i] != types)
      status = put_part (self, parts->pdata[i]);
  return status;
}

GBytes *
qms_package_write (const QmsPackage *package, QmsError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Writer self = { package, out, entries, error };

  if (put_parts (&self) != QMS_OK)
    return NULL;
  put_directory (&self);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
