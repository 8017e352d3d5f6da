/* SPDX-License-Identifier: Apache-2.0 */
/* Text: UTF-8, NFC, white space, likeness. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* True if `length` bytes are UTF-8 and hold only characters that XML 1.0 allows. `*bad` (may be NULL) becomes the offset of
 * the first that does not. */
bool qms_text_is_xml (const char *text, size_t length, size_t *bad);
/* True if NUL-terminated UTF-8 is in Unicode normalisation form C. Fast for text that is. */
bool qms_text_is_nfc (const char *text);
/* Normal form C. Free with g_free. */
char *qms_text_to_nfc (const char *text);
/* The name without what people do not see as a difference: encoding of marks, capitals, spaces. Free with g_free. */
char *qms_fold_name (const char *name);
/* The letter below its marks, small: "Đ" is "d"; 0 for a mark and for what is neither letter nor digit. */
gunichar qms_bare_letter (gunichar c);
/* The letters and digits of a name and nothing else: without marks, capitals, spaces and punctuation. Free with g_free. */
char *qms_bare_name (const char *name);
/* White space of XML. */
static inline bool
qms_text_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
/* Leaves out white space at both ends. */
static inline void
qms_text_trim (const char **text, size_t *length)
{
  while (*length && qms_text_is_space (**text)) {
    (*text)++;
    (*length)--;
  }
  while (*length && qms_text_is_space ((*text)[*length - 1]))
    (*length)--;
}
/* The name among `names` most like `name` (edit distance at most a third of its length); NULL if none. */
const char *qms_text_nearest (const char *name, const char *const *names, size_t count);
/* Appends text as XML writes it: in an attribute, quotes and white space other than the space are references too. */
void qms_text_escape (const char *text, bool attribute, GString *out);
/* Hash of NUL-terminated text for a GHashTable whose keys come from a file; differs from one run to the next. */
guint qms_text_hash (gconstpointer text);
/* The function behind it, SipHash-1-3, under a given key. */
guint64 qms_text_siphash (const char *text, size_t length, const guint64 key[2]);
/* Like g_string_append_printf, with every string escaped for XML and HTML. */
void qms_text_append_markup (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);
