/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of a BPMN file as UTF-8: modellers write several encodings, and declare what they do not write. */
#include "codec/guard.h"
#include "interop/bpmn_tree.h"

#include "gen/ids.h"

#include <string.h>

/* Those of a reader of libqms files: what is kept verbatim must be readable there. */
static const QmsReader limits = {
  .limits = {
    [QMS_LIMIT_BYTES] = (size_t)64 << 20, [QMS_LIMIT_DEPTH] = 32,     [QMS_LIMIT_ATTRIBUTES] = 64,
    [QMS_LIMIT_NAMESPACES] = 8,           [QMS_LIMIT_TAG] = 64 << 10, [QMS_LIMIT_TEXT] = 1 << 20,
    [QMS_LIMIT_NODES] = 2 * 1000 * 1000,  [QMS_LIMIT_ERRORS] = 100,
  },
};

const QmsReader *
bpmn_source_limits (void)
{
  return &limits;
}

static bool
begins (const char *data, size_t size, const char *bytes, size_t length)
{
  return size >= length && memcmp (data, bytes, length) == 0;
}

/* Encoding that the first bytes or the XML declaration tell. Free with g_free. */
static char *
encoding_of (const char *data, size_t size)
{
  char *declared;

  if (begins (data, size, "\xFF\xFE", 2) || begins (data, size, "\xFE\xFF", 2))
    return g_strdup ("UTF-16");
  if (begins (data, size, "\xEF\xBB\xBF", 3))
    return g_strdup ("UTF-8");
  declared = qms_xml_declared_encoding (data, size);
  return declared ? declared : g_strdup ("UTF-8");
}

/* Those that are in use among modellers; of others nobody can say whether they are meant. */
static bool
is_converted (const char *encoding)
{
  static const char *const known[] = { "UTF-16", "ISO-8859-1", "windows-1252", "cp1252" };

  for (size_t i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (encoding, known[i]) == 0)
      return true;
  return false;
}

static bool
is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0
         || g_ascii_strcasecmp (encoding, "US-ASCII") == 0;
}

static char *
refuse (const char *encoding, const char *file, QmsError **error)
{
  QmsPlace place = { file, 1, 1, NULL };
  g_autofree char *found = qms_message_quote (encoding, strlen (encoding));

  qms_fail (error, QMS_RULE_ENCODING, &place, "found", found, NULL);
  return NULL;
}

static char *
convert (const char *data, size_t size, const char *encoding, const char *file, size_t *length, QmsError **error)
{
  gsize written = 0;
  char *text = g_convert (data, (gssize)size, "UTF-8", encoding, NULL, &written, NULL);

  *length = written;
  return text ? text : refuse (encoding, file, error);
}

/* What windows-1252 has between 0x80 and 0x9F; it is Latin-1 otherwise. */
static const gunichar western[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static gunichar
western_character (unsigned char byte)
{
  return byte >= 0x80 && byte < 0xA0 ? western[byte - 0x80] : byte;
}

static void
note_wrong_byte (const char *data, const char *bad, QmsReport *report)
{
  BpmnElement at = { .name = "", .uri = "", .line = 1 };
  g_autofree char *byte = g_strdup_printf ("0x%02X", (unsigned char)*bad);

  for (const char *p = data; p < bad; p++)
    at.line += *p == '\n';
  bpmn_note (report, QMS_RULE_BPMN_ENCODING, &at, QMS_VALUES ({ "byte", { byte } }));
}

/* Declared as UTF-8, but with bytes of a Western code page: these are taken as such, what is UTF-8 stays. NUL is left for the
 * guard. */
static char *
mend_utf8 (const char *data, size_t size, size_t *length)
{
  GString *out = g_string_sized_new (size + size / 16);
  const char *end = data + size, *bad;

  while (!g_utf8_validate_len (data, (size_t)(end - data), &bad)) {
    g_string_append_len (out, data, bad - data);
    if (*bad)
      g_string_append_unichar (out, western_character ((unsigned char)*bad));
    else
      g_string_append_c (out, '\0');
    data = bad + 1;
  }
  g_string_append_len (out, data, end - data);
  *length = out->len;
  return g_string_free (out, FALSE);
}

static char *
to_utf8 (const char *data, size_t size, const char *file, QmsReport *report, size_t *length, QmsError **error)
{
  g_autofree char *encoding = encoding_of (data, size);
  size_t mark = begins (data, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
  const char *bad = NULL;

  if (is_converted (encoding))
    return convert (data, size, encoding, file, length, error);
  if (!is_utf8 (encoding))
    return refuse (encoding, file, error);
  data += mark;
  size -= mark;
  if (!g_utf8_validate_len (data, size, &bad) && *bad) {
    note_wrong_byte (data, bad, report);
    return mend_utf8 (data, size, length);
  }
  *length = size;
  return g_string_free (g_string_new_len (data, (gssize)size), FALSE);
}

char *
bpmn_source_read (const void *data, size_t size, const char *file, QmsReport *report, size_t *length, QmsError **error)
{
  QmsPlace place = { file, 0, 0, NULL };
  g_autofree char *text = NULL;
  QmsGuard guard;

  if (size == 0) {
    qms_fail (error, QMS_RULE_EMPTY_FILE, &place, NULL);
    return NULL;
  }
  if (size > limits.limits[QMS_LIMIT_BYTES]) {
    qms_fail_limit (&limits, QMS_LIMIT_BYTES, &place, error);
    return NULL;
  }
  text = to_utf8 (data, size, file, report, length, error);
  if (!text)
    return NULL;
  qms_guard_init (&guard, &limits);
  if (qms_guard_scan (&guard, text, *length, file, error) != QMS_OK)
    return NULL;
  return g_steal_pointer (&text);
}
