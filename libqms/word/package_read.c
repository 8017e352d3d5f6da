/* SPDX-License-Identifier: Apache-2.0 */
/* Unpacks a package with libarchive. What an archive says of itself (sizes, number of entries) is never trusted. */
#include "word/package_parts.h"

#include "gen/ids.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

typedef struct {
  QmsPackage *package;
  struct archive *archive;
  size_t n_entries, unpacked; /* so far */
  QmsError **error;
} Unpacker;

/* ---- refusals */

QmsStatus
qms_package_fail_limit (const QmsPackage *package, size_t limit, const char *const what[2], QmsError **error)
{
  QmsPlace place = { .file = package->file };
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, limit);

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_LIMIT], &place,
                        QMS_VALUES ({ "limit", { number } }, { "what", { what[0], what[1] } }));
}

static QmsStatus
fail_damaged (const Unpacker *self, const char *part)
{
  QmsPlace place = { .file = self->package->file };
  const char *told = archive_error_string (self->archive);
  g_autofree char *detail = g_utf8_make_valid (told ? told : "zip", -1);
  g_autofree char *quote = part ? g_strdup_printf (" («%s»)", part) : g_strdup ("");

  g_strchomp (detail);
  return qms_fail (self->error, QMS_MSG_PACKAGE_DAMAGED, &place, "part", quote, "detail", detail, NULL);
}

static QmsStatus
fail_entry (const Unpacker *self, const char *name, const char *vi, const char *en)
{
  QmsPlace place = { .file = self->package->file };
  g_autofree char *valid = g_utf8_make_valid (name ? name : "?", -1),
                  *quote = qms_message_quote (valid, strlen (valid));

  return qms_error_add (self->error, &qms_gen_rules[QMS_MSG_PACKAGE_ENTRY], &place,
                        QMS_VALUES ({ "name", { quote } }, { "reason", { vi, en } }));
}

static QmsStatus
fail_lack (const QmsPackage *package, const char *vi, const char *en, QmsError **error)
{
  QmsPlace place = { .file = package->file };

  return qms_error_add (error, &qms_gen_rules[QMS_MSG_PACKAGE_LACKS], &place, QMS_VALUES ({ "what", { vi, en } }));
}

QmsStatus
qms_package_fail_main (const QmsPackage *package, QmsError **error)
{
  return fail_lack (package, "phần văn bản chính (word/document.xml)", "its main part (word/document.xml)", error);
}

/* ---- an entry */

/* Part names are ASCII (OPC), which also spares us the encodings of zip. */
static bool
is_plain_name (const char *name)
{
  for (const char *p = name; *p; p++)
    if (*p <= ' ' ? *p != ' ' : *p > '~' || strchr ("\\:*?\"<>|", *p))
      return false;
  return *name != '\0';
}

static bool
leads_out (const char *name)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  for (char **step = steps; *step; step++)
    if (!**step || strcmp (*step, ".") == 0 || strcmp (*step, "..") == 0)
      return true;
  return false;
}

/* bzip2, LZMA and PPMd, which an archive may use too, take as much memory as the entry asks for. */
static bool
is_deflated (const Unpacker *self)
{
  const char *format = archive_format_name (self->archive);

  return format && (strstr (format, "(deflation)") || strstr (format, "(uncompressed)"));
}

static QmsStatus
check_entry (const Unpacker *self, struct archive_entry *entry, const char *name)
{
  if (!name || !is_plain_name (name))
    return fail_entry (self, name, "tên không hợp lệ", "its name is not allowed");
  if (leads_out (name))
    return fail_entry (self, name, "tên dẫn ra ngoài gói", "its name leads out of the package");
  if (archive_entry_filetype (entry) != AE_IFREG)
    return fail_entry (self, name, "không phải tệp thường", "it is no plain file");
  if (archive_entry_is_encrypted (entry))
    return fail_entry (self, name, "bị mã hóa", "it is encrypted");
  if (!is_deflated (self))
    return fail_entry (self, name, "cách nén không dùng trong .docx", "its compression is not used in .docx");
  if (qms_package_find (self->package, name))
    return fail_entry (self, name, "có hai lần", "it is there twice");
  return QMS_OK;
}

static bool
is_xml (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels") || g_str_has_suffix (name, ".vml");
}

static QmsStatus
check_room (const Unpacker *self, const char *name, size_t size)
{
  if (is_xml (name) && size > QMS_PACKAGE_MAX_XML)
    return qms_package_fail_limit (self->package, QMS_PACKAGE_MAX_XML,
                                   (const char *const[]){ "byte của một phần XML", "bytes of a part in XML" },
                                   self->error);
  if (self->unpacked + size > QMS_PACKAGE_MAX_UNPACKED)
    return qms_package_fail_limit (self->package, QMS_PACKAGE_MAX_UNPACKED,
                                   (const char *const[]){ "byte sau khi giải nén", "bytes when unpacked" },
                                   self->error);
  return QMS_OK;
}

/* A warning is a failure: a wrong checksum is one to libarchive. */
static QmsStatus
unpack_data (const Unpacker *self, const char *name, GByteArray *data)
{
  const void *piece;
  size_t size;
  la_int64_t offset;
  int told;

  while ((told = archive_read_data_block (self->archive, &piece, &size, &offset)) == ARCHIVE_OK) {
    QmsStatus status = check_room (self, name, data->len + size);
    if (status != QMS_OK)
      return status;
    g_byte_array_append (data, piece, (guint)size);
  }
  return told == ARCHIVE_EOF ? QMS_OK : fail_damaged (self, name);
}

static QmsStatus
unpack_part (Unpacker *self, const char *name)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  QmsStatus status = unpack_data (self, name, data);

  if (status != QMS_OK)
    return status;
  self->unpacked += data->len;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&data));
  qms_package_put (self->package, name, bytes);
  return QMS_OK;
}

static QmsStatus
unpack_entry (Unpacker *self, struct archive_entry *entry)
{
  g_autofree char *name = g_strdup (archive_entry_pathname (entry));
  QmsStatus status;

  if (++self->n_entries > QMS_PACKAGE_MAX_PARTS)
    return qms_package_fail_limit (self->package, QMS_PACKAGE_MAX_PARTS,
                                   (const char *const[]){ "mục trong gói", "entries of the package" }, self->error);
  if (name && archive_entry_filetype (entry) == AE_IFDIR)
    return QMS_OK;
  status = check_entry (self, entry, name);
  return status == QMS_OK ? unpack_part (self, name) : status;
}

/* ---- the archive */

/* libarchive reads the whole list of entries before it gives the first, so that they are counted ahead of it: by their mark,
 * which other data hold by chance or because they are packages themselves. */
static bool
lists_too_much (const char *data, size_t size)
{
  const char *end = data + size;
  size_t count = 0;

  while ((data = memmem (data, (size_t)(end - data), "PK\1\2", 4)) && ++count <= 5 * QMS_PACKAGE_MAX_PARTS)
    data += 4;
  return data != NULL;
}

static QmsStatus
unpack_entries (Unpacker *self)
{
  struct archive_entry *entry;
  QmsStatus status = QMS_OK;
  int told = ARCHIVE_OK;

  while (status == QMS_OK && (told = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK)
    status = unpack_entry (self, entry);
  if (status != QMS_OK || told == ARCHIVE_EOF)
    return status;
  if (told == ARCHIVE_WARN && !archive_entry_pathname (entry)) /* not in the locale's encoding: no ASCII */
    return check_entry (self, entry, NULL);
  return fail_damaged (self, NULL);
}

static QmsStatus
unpack (QmsPackage *package, const void *data, size_t size, QmsError **error)
{
  Unpacker self = { .package = package, .archive = archive_read_new (), .error = error };
  QmsStatus status;

  archive_read_support_format_zip_seekable (self.archive); /* the list at the end holds, as it does for Word */
  if (archive_read_open_memory (self.archive, data, size) == ARCHIVE_OK)
    status = unpack_entries (&self);
  else
    status = fail_damaged (&self, NULL);
  archive_read_free (self.archive);
  return status;
}

/* ---- what a file is by its first bytes */

static bool
begins (const void *data, size_t size, const char *bytes, size_t length)
{
  return size >= length && memcmp (data, bytes, length) == 0;
}

/* Names in the older container stand in UTF-16. */
static QmsStatus
refuse_container (const void *data, size_t size, const QmsPlace *place, QmsError **error)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  bool encrypted = memmem (data, size, name, sizeof name) != NULL;

  return qms_fail (error, encrypted ? QMS_MSG_WORD_PROTECTED : QMS_MSG_WORD_OLD, place, NULL);
}

static QmsStatus
refuse_other (const void *data, size_t size, const QmsPlace *place, QmsError **error)
{
  g_autofree char *begin = g_strndup (data, MIN (size, 16)), *found = g_utf8_make_valid (begin, -1);

  if (begins (data, size, "{\\rtf", 5))
    return qms_fail (error, QMS_MSG_WORD_NOT_PACKAGE, place, "found", "RTF", NULL);
  if (begins (data, size, "%PDF", 4))
    return qms_fail (error, QMS_MSG_WORD_NOT_PACKAGE, place, "found", "PDF", NULL);
  for (char *p = found; *p; p++)
    if ((unsigned char)*p < ' ' || *p == 0x7F)
      *p = '?';
  return qms_fail (error, QMS_MSG_WORD_NOT_PACKAGE, place, "found", found, NULL);
}

static QmsStatus
check_bytes (const QmsPackage *package, const void *data, size_t size, QmsError **error)
{
  QmsPlace place = { .file = package->file };

  if (size == 0)
    return qms_fail (error, QMS_RULE_EMPTY_FILE, &place, NULL);
  if (begins (data, size, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
    return refuse_container (data, size, &place, error);
  if (!begins (data, size, "PK\3\4", 4))
    return refuse_other (data, size, &place, error);
  if (size > QMS_PACKAGE_MAX_BYTES)
    return qms_package_fail_limit (package, QMS_PACKAGE_MAX_BYTES,
                                   (const char *const[]){ "byte của tệp", "bytes of the file" }, error);
  if (lists_too_much (data, size))
    return qms_package_fail_limit (package, QMS_PACKAGE_MAX_PARTS,
                                   (const char *const[]){ "mục trong gói", "entries of the package" }, error);
  return QMS_OK;
}

static QmsStatus
check_parts (const QmsPackage *package, QmsError **error)
{
  if (!qms_package_part (package, QMS_PACKAGE_TYPES))
    return fail_lack (package, QMS_PACKAGE_TYPES, QMS_PACKAGE_TYPES, error);
  return qms_package_main (package) ? QMS_OK : qms_package_fail_main (package, error);
}

QmsPackage *
qms_package_read (const void *data, size_t size, const char *file, QmsError **error)
{
  g_autoptr (QmsPackage) package = qms_package_new (file);
  QmsStatus status = check_bytes (package, data, size, error);

  if (status == QMS_OK)
    status = unpack (package, data, size, error);
  if (status == QMS_OK)
    status = check_parts (package, error);
  return status == QMS_OK ? g_steal_pointer (&package) : NULL;
}
