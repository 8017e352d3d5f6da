/* SPDX-License-Identifier: Apache-2.0 */
/* Cited acts and standards: "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về …" in its parts. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"
#include "legal/number.h"

#include <string.h>

enum { LONGEST_HEAD = 400 }; /* bytes in which number, day and issuer are looked for */

/* What acts and standards are called. */
static const DocxPhrase kinds[] = {
  { 1, "luat" },
  { 1, "bo luat" },
  { 1, "hien phap" },
  { 1, "phap lenh" },
  { 1, "nghi dinh" },
  { 1, "nghi quyet" },
  { 1, "thong tu" },
  { 1, "quyet dinh" },
  { 1, "thong tu lien tich" },
  { 1, "chi thi" },
  { 1, "cong van" },
  { 1, "ke hoach" },
  { 1, "tieu chuan" },
  { 1, "tcvn" },
  { 1, "iso" },
  { 1, "quy che" },
  { 1, "van ban hop nhat" },
  { 1, "quy chuan" },
  { 1, "thong bao" },
  { 1, "so tay" },
  { 1, "huong dan" },
  { 1, "de an" },
  { 1, "lenh" },
  { 1, "quy trinh" },
  { 0, NULL },
};

/* With what the subject of an act begins, behind who issued it. */
static const char *const subjects[] = { " quy định",  " Quy định",   " quy đinh",  " về ",
                                        " Về ",       " sửa đổi",    " hướng dẫn", " ban hành",
                                        " phê duyệt", " công bố",    " bãi bỏ",    " thông qua",
                                        " giữa ",     " triển khai", " việc ",     " tổ chức thực hiện",
                                        " thực hiện", " điều chỉnh", NULL };

/* ---- pieces */

static bool
is_symbol (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || c == '/' || c == '-' || c == 0x2013 || c == ':' || c == '.';
}

static bool
is_joint (char c)
{
  return c == '/' || c == '-';
}

/* The figures and letters of a number, from a digit on: "61/2018/NĐ-CP", "101/QĐ-BKHCN"; white space at its joints is read over. */
static const char *
end_of_number (const char *p)
{
  const char *end = p;

  while (*p) {
    const char *next = p + strspn (p, " ");
    if (next > p && !is_joint (p[-1]) && !(is_joint (*next) && next[1] != ' '))
      break;
    if (!is_symbol (next))
      break;
    p = end = g_utf8_next_char (next);
  }
  while (end[-1] == '.' || end[-1] == ':' || is_joint (end[-1]))
    end--;
  return end;
}

/* A standard's: "TCVN ISO 9001:2015"; `*end` becomes what is behind it. NULL if there is none. */
static const char *
find_standard (const char *text, const char **end)
{
  static const char *const standards[] = { "TCVN ", "ISO ", "QCVN " };

  for (size_t i = 0; i < G_N_ELEMENTS (standards); i++) {
    const char *at = strstr (text, standards[i]), *digits = at ? at + strcspn (at, "0123456789") : NULL;
    if (!at || !*digits || digits - at > 16)
      continue;
    *end = digits + strspn (digits, "0123456789:-");
    while (!g_ascii_isdigit ((*end)[-1]))
      (*end)--;
    return at;
  }
  return NULL;
}

/* That of an act, which has a letter behind a slash. */
static const char *
find_act (const char *text, const char **end)
{
  for (const char *p = text; *p && p - text < LONGEST_HEAD; p++) {
    char key[QMS_NUMBER_MAX];
    g_autofree char *number = NULL;
    if (!g_ascii_isdigit (*p) || (p > text && (g_ascii_isalnum (p[-1]) || p[-1] == '/')))
      continue;
    *end = end_of_number (p);
    number = g_strndup (p, (gsize)(*end - p));
    if (strchr (number, '/') && qms_number_is_in (number) && qms_number_key (number, key))
      return p;
  }
  return NULL;
}

/* The first number; `*start` and `*end` become where it stands. NULL if there is none; free with g_free. */
static char *
find_number (const char *text, const char **start, const char **end)
{
  const char *ends[2] = { NULL }, *act = find_act (text, &ends[0]), *standard = find_standard (text, &ends[1]);
  bool is_act = act && (!standard || act < standard);

  *start = is_act ? act : standard;
  *end = is_act ? ends[0] : ends[1];
  return *start ? g_strndup (*start, (gsize)(*end - *start)) : NULL;
}

/* "năm 2014" alone is no day; "ngày 15/11/2015" is. */
static bool
find_day (const char *text, char iso[11], const char **start, const char **end)
{
  const char *word = strstr (text, "ngày ");

  if (!word || word - text > LONGEST_HEAD || !docx_date_find (word, iso, end) || *end - word > 40)
    return false;
  *start = word;
  return true;
}

/* "của Chính phủ" before the subject. */
static char *
find_issuer (const char *text, const char **start, const char **end)
{
  const char *word = strstr (text, "của "), *nearest = NULL;

  if (!word || word - text > LONGEST_HEAD)
    return NULL;
  for (size_t i = 0; subjects[i]; i++) {
    const char *at = strstr (word, subjects[i]);
    if (at && (!nearest || at < nearest))
      nearest = at;
  }
  if (!nearest || nearest - word > 120)
    return NULL;
  *start = word;
  *end = nearest;
  return g_strstrip (g_strndup (word + strlen ("của "), (gsize)(nearest - word) - strlen ("của ")));
}

/* Blanks out a piece of a text, with the words before it. */
static void
cut (GString *text, const char *start, const char *end, const char *before)
{
  gssize from = start - text->str, length = end - start, lead = (gssize)strlen (before);

  if (from >= lead && strncmp (text->str + from - lead, before, (size_t)lead) == 0) {
    from -= lead;
    length += lead;
  }
  while (from > 0 && text->str[from - 1] == ' ') {
    from--;
    length++;
  }
  g_string_erase (text, from, length);
}

static void
trim_end (GString *text)
{
  while (text->len > 0 && strchr (" ;,.", text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
}

/* ---- one citation */

static void
fill_number (DocxImport *import, QmsNode *node, const DocxLine *line, GString *text)
{
  const char *start, *end;
  char day[11];
  g_autofree char *number = find_number (text->str, &start, &end), *issuer = NULL;

  if (!number)
    return;
  docx_set_under (import, node, QMS_CITATION_NUMBER, number, line);
  cut (text, start, end, "số ");
  if (find_day (text->str, day, &start, &end)) {
    docx_set_under (import, node, QMS_CITATION_DATE, day, line);
    cut (text, start, end, "");
  }
  issuer = find_issuer (text->str, &start, &end);
  if (issuer) {
    qms_node_set_string (node, QMS_CITATION_ISSUER, issuer, NULL);
    cut (text, start, end, "");
  }
}

/* "61/2018/NĐ-CP ngày 23/04/2018 của Chính phủ: Nghị định về … [Điều 5]": what the title follows; NULL if the text is otherwise. */
static const char *
fill_headed (DocxImport *import, QmsNode *node, const DocxLine *line, const char *text)
{
  const char *start, *end = NULL, *colon = strstr (text, ": ");
  g_autofree char *number = colon ? find_number (text, &start, &end) : NULL, *head = NULL;
  g_autoptr (GString) rest = NULL;
  char day[11];

  if (!number || start != text || end > colon)
    return NULL;
  rest = g_string_new_len (end, colon - end);
  if (find_day (rest->str, day, &start, &end))
    cut (rest, start, end, "");
  else
    *day = '\0';
  head = g_strstrip (g_strdup (rest->str));
  if (*head && !g_str_has_prefix (head, "của "))
    return NULL;
  docx_set_under (import, node, QMS_CITATION_NUMBER, number, line);
  if (*day)
    docx_set_under (import, node, QMS_CITATION_DATE, day, line);
  if (*head)
    qms_node_set_string (node, QMS_CITATION_ISSUER, head + strlen ("của "), NULL);
  return colon + strlen (": ");
}

/* "… [Điều 5]" behind a title. */
static void
take_clause (QmsNode *node, GString *text)
{
  char *open = text->len > 0 && text->str[text->len - 1] == ']' ? strrchr (text->str, '[') : NULL;

  if (!open || open == text->str)
    return;
  text->str[text->len - 1] = '\0';
  qms_node_set_string (node, QMS_CITATION_CLAUSE, open + 1, NULL);
  g_string_truncate (text, (gsize)(open - text->str));
}

static void
fill (DocxImport *import, QmsNode *node, const DocxLine *line, const char *whole)
{
  const char *title = fill_headed (import, node, line, whole);
  g_autoptr (GString) text = g_string_new (title ? title : whole);

  if (title)
    take_clause (node, text);
  else
    fill_number (import, node, line, text);
  trim_end (text);
  g_strstrip (text->str);
  if (qms_node_has (node, QMS_CITATION_NUMBER)) {
    if (*text->str)
      qms_node_set_string (node, QMS_CITATION_TITLE, text->str, NULL);
  } else {
    docx_set_under (import, node, QMS_CITATION_TITLE, text->str, line);
  }
}

static bool
begins_act (const char *text)
{
  g_autofree char *label = NULL, *plain = docx_plain (docx_unlabel (text, &label));

  return docx_beginning (kinds, plain, NULL) != 0;
}

/* Several acts on one line, between semicolons. */
void
docx_cite (DocxImport *import, QmsNode *node, uint32_t list, const DocxLine *line, const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, ";", -1);
  g_autoptr (GString) act = g_string_new (NULL);
  g_autofree char *plain = docx_plain (text);

  for (guint i = 0; pieces[i] && !docx_is_nothing (plain); i++) {
    if (act->len > 0 && begins_act (pieces[i])) {
      fill (import, docx_add (node, list), line, act->str);
      g_string_truncate (act, 0);
    }
    g_string_append_printf (act, "%s%s", act->len > 0 ? ";" : "", act->len > 0 ? pieces[i] : g_strchug (pieces[i]));
  }
  trim_end (act);
  if (act->len > 0)
    fill (import, docx_add (node, list), line, act->str);
}

void
docx_read_references (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    const char *text = line->heading ? line->rest : line->text;
    if (line->section != DOCX_SECTION_REFERENCES || line->table || !text)
      continue;
    docx_cite (import, import->procedure, QMS_PROCEDURE_REFERENCES, line, text);
    line->taken = true;
  }
}
