/* SPDX-License-Identifier: Apache-2.0 */
/* Headings of columns of times: which case they are for, and what its steps take together ("Thời gian không xác minh: 05 ngày"). */
#include "interop/docx_import.h"

#include "interop/docx_words.h"
#include "workflow/limit_text.h"

#include <string.h>

/* Words of a heading that name no case. */
static const DocxPhrase common[] = {
  { 1, "thoi gian thuc hien" },
  { 1, "thoi gian giai quyet" },
  { 1, "thoi gian xu ly" },
  { 1, "thoi han giai quyet" },
  { 1, "thoi han thuc hien" },
  { 1, "tong thoi gian" },
  { 1, "thoi gian" },
  { 1, "thoi han" },
  { 1, "so ngay" },
  { 1, "thoi gian quy dinh" },
  { 1, "thoi gian toi da" },
  { 0, NULL },
};

static const DocxPhrase nothing[] = {
  { 1, "ngay" },
  { 1, "ngay lam viec" },
  { 1, "gio" },
  { 1, "gio lam viec" },
  { 1, "phut" },
  { 1, "thang" },
  { 1, "thuc hien" },
  { 1, "giai quyet" },
  { 1, "quy dinh" },
  { 1, "toi da" },
  { 1, "khong qua" },
  { 1, "tinh theo ngay" },
  { 1, "tinh theo ngay lam viec" },
  { 1, "dvt ngay" },
  { 1, "dvt ngay lam viec" },
  { 1, "don vi tinh ngay" },
  { 1, "don vi ngay" },
  { 1, "tong" },
  { 1, "tong cong" },
  { 0, NULL },
};

static const char *
skip_common (const char *heading)
{
  const char *longest = heading;

  for (const DocxPhrase *at = common; at->meaning; at++) {
    const char *behind = docx_after (heading, at->phrase);
    if (behind && behind > longest)
      longest = behind;
  }
  return longest;
}

/* Takes the total out of a heading: the last time in it. */
static void
take_total (GString *text, DocxTimeHeading *out)
{
  gssize start = -1, length = 0;
  bool inside = false;

  for (const char *p = text->str; *p; p = g_utf8_next_char (p)) {
    const char *end;
    g_autofree char *folded = inside || !(g_ascii_isdigit (*p) || (guchar)*p == 0xC2) ? NULL : g_utf8_casefold (p, -1);
    if (folded && strlen (folded) == strlen (p) && qms_limit_take (folded, &end, &out->total.value)) {
      start = p - text->str;
      length = end - folded;
    }
    inside = g_ascii_isdigit (*p);
  }
  out->total.known = start >= 0;
  if (start >= 0)
    g_string_erase (text, start, length);
}

static bool
is_edge (const char *p)
{
  return *p != '\0' && strchr (" :;,.-*/", *p);
}

static void
trim (GString *text)
{
  bool more = true;

  while (more) {
    more = false;
    while (text->len > 0 && is_edge (text->str + text->len - 1))
      g_string_truncate (text, text->len - 1);
    while (text->len > 0 && is_edge (text->str))
      g_string_erase (text, 0, 1);
    if (text->len > 1 && *text->str == '(' && strchr (text->str, ')') == text->str + text->len - 1) {
      g_string_truncate (text, text->len - 1);
      g_string_erase (text, 0, 1);
      more = true;
    }
  }
}

/* "()" and the like, where a total was. */
static void
drop_empty (GString *text)
{
  static const char *const empty[] = { "( )", "()", "(:)", "  " };

  for (size_t i = 0; i < G_N_ELEMENTS (empty); i++)
    for (char *at; (at = strstr (text->str, empty[i]));)
      g_string_erase (text, at - text->str, (gssize)strlen (empty[i]) - (*at == ' '));
}

void
docx_time_heading_read (const char *heading, DocxTimeHeading *out)
{
  enum { LONGEST_HEADING = 400 };
  g_autofree char *start = g_utf8_substring (heading, 0, MIN (g_utf8_strlen (heading, -1), LONGEST_HEADING));
  const char *behind = skip_common (start);
  g_autoptr (GString) text = g_string_new (behind);
  g_autofree char *plain = NULL;

  *out = (DocxTimeHeading){ .heading = g_strdup (heading), .unit = docx_time_unit (heading) };
  out->marked = behind > start + 1 && (behind[-1] == ':' || behind[-2] == ':');
  take_total (text, out);
  drop_empty (text);
  trim (text);
  plain = docx_plain (text->str);
  if (*plain && !docx_whole (nothing, plain, NULL))
    out->name = g_strdup (text->str);
}

void
docx_time_heading_clear (DocxTimeHeading *heading)
{
  g_free (heading->name);
  g_free (heading->heading);
  docx_time_clear (&heading->total);
}
