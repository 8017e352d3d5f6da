/* SPDX-License-Identifier: Apache-2.0 */
/* The Word documents of one export: their names, their list. */
#include "docx_file.h"

#include <string.h>

enum { LONGEST_NAME = 80 };

static void
free_docx (gpointer data)
{
  CliDocx *docx = data;

  g_free (docx->file);
  g_free (docx);
}

GPtrArray *
cli_docx_new (void)
{
  return g_ptr_array_new_with_free_func (free_docx);
}

/* ---- what a node is called */

/* The first of the fields that the node has as a text; NULL if it has none. */
static const char *
first_text (const QmsNode *node, const char *const *names)
{
  for (; *names; names++) {
    const QmsField *field = qms_type_field_by_name (qms_node_type (node), *names);
    int32_t kind = qms_field_kind (field);
    if (kind == QMS_KIND_STRING || kind == QMS_KIND_CODE || kind == QMS_KIND_TEXT)
      if (qms_node_get_string (node, qms_field_id (field)))
        return qms_node_get_string (node, qms_field_id (field));
  }
  return NULL;
}

static const char *
code_of (const QmsNode *node)
{
  static const char *const names[] = { "code", "number", NULL };
  const char *code = first_text (node, names);

  return code ? code : qms_node_id (node);
}

static const char *
title_of (const QmsNode *node)
{
  static const char *const names[] = { "title", "name", NULL };
  const QmsNode *agency = qms_node_get_node (node, QMS_SYSTEM_AGENCY);
  const char *title = first_text (agency ? agency : node, names);

  return title ? title : "";
}

/* ---- names of files */

/* Letters without their marks; nothing for what has no ASCII letter. */
static char
ascii_letter (gunichar character)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (character == 0x110 || character == 0x111)
    return character == 0x110 ? 'D' : 'd';
  g_unichar_fully_decompose (character, FALSE, base, G_N_ELEMENTS (base));
  return base[0] < 128 ? (char)base[0] : '-';
}

/* A text as a plain file name. Free with g_free. */
static char *
safe_name (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *name = g_string_new (NULL);

  for (const char *p = composed ? composed : ""; *p && name->len < LONGEST_NAME; p = g_utf8_next_char (p)) {
    char letter = ascii_letter (g_utf8_get_char (p));
    bool plain = g_ascii_isalnum (letter) || letter == '.' || letter == '_';
    if (plain && !(letter == '.' && name->len == 0))
      g_string_append_c (name, letter);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  }
  while (name->len > 0 && strchr ("-.", name->str[name->len - 1]))
    g_string_truncate (name, name->len - 1);
  return g_string_free (name, FALSE);
}

/* "quy-trinh-QT-01.docx"; a number is added to a name that another one has. Each number is tried once, so many equal names take no
 * longer: `names` holds the last one of each. File systems of some computers take names that differ in capitals for the same. */
static char *
file_name (GHashTable *names, const QmsTemplate *pattern, const char *name, const QmsNode *node)
{
  const char *title = qms_template_title (pattern), *code = qms_node_parent (node) ? code_of (node) : NULL;
  g_autofree char *kind = safe_name (*title ? title : name), *small = g_ascii_strdown (kind, -1);
  g_autofree char *which = safe_name (code ? code : "");
  g_autofree char *base = g_strconcat (*small ? small : "van-ban", *which ? "-" : "", which, NULL);
  char *file = g_strconcat (base, ".docx", NULL), *key = g_ascii_strdown (file, -1);
  g_autofree char *first = g_strdup (key);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names, key));

  while (g_hash_table_contains (names, key)) {
    g_free (file);
    g_free (key);
    file = g_strdup_printf ("%s-%u.docx", base, ++number + 1);
    key = g_ascii_strdown (file, -1);
  }
  g_hash_table_insert (names, key, NULL);
  if (number > 0)
    g_hash_table_insert (names, g_steal_pointer (&first), GUINT_TO_POINTER (number));
  return file;
}

void
cli_docx_add (GPtrArray *documents, GHashTable *names, const QmsTemplate *pattern, const char *name,
              const QmsNode *node)
{
  CliDocx *docx = g_new (CliDocx, 1);

  *docx = (CliDocx){ file_name (names, pattern, name, node), pattern, node };
  g_ptr_array_add (documents, docx);
}

/* ---- the list */

typedef enum { HTML, CSV, TEXT } Form;

/* A value between quotes, as spreadsheets want it; what they would take for a formula is kept a text. */
static void
append_cell (GString *out, const char *text, bool last)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (out, "\"%s%s\"%s", *text && strchr ("=+-@", *text) ? "'" : "", doubled, last ? "\r\n" : ";");
}

static void
append_document (GString *out, Form form, guint number, const CliDocx *docx)
{
  const char *kind = qms_template_title (docx->pattern),
             *code = qms_node_parent (docx->node) ? code_of (docx->node) : "";
  const char *cells[] = { kind, title_of (docx->node), code ? code : "", docx->file };
  g_autofree char *row = NULL;

  if (form == CSV) {
    g_string_append_printf (out, "%u;", number);
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
      append_cell (out, cells[i], i + 1 == G_N_ELEMENTS (cells));
    return;
  }
  if (form == TEXT)
    row = g_strdup_printf ("%3u  %s\n     %s: %s%s%s\n", number, cells[3], cells[0], cells[2], *cells[2] ? " " : "",
                           cells[1]);
  else
    row = g_markup_printf_escaped ("<tr><td>%u<td>%s<td>%s<td>%s<td><a href=\"%s\">%s</a>\n", number, cells[0],
                                   cells[1], cells[2], cells[3], cells[3]);
  g_string_append (out, row);
}

static void
append_head (GString *out, Form form)
{
  if (form == CSV)
    g_string_append (out, "\xEF\xBB\xBFTT;Loại;Tên;Mã hiệu;Tệp\r\n");
  else if (form == HTML)
    g_string_append (
        out, "<!DOCTYPE html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Danh mục văn bản</title>\n"
             "<style>body{font-family:sans-serif;margin:2em;color-scheme:light dark}"
             "table{border-collapse:collapse}th,td{border:1px solid;padding:.3em .6em;text-align:left}</style>\n"
             "<h1>Danh mục văn bản</h1>\n<table>\n"
             "<thead><tr><th scope=\"col\">TT<th scope=\"col\">Loại<th scope=\"col\">Tên"
             "<th scope=\"col\">Mã hiệu<th scope=\"col\">Tệp</thead>\n<tbody>\n");
}

char *
cli_docx_index (const GPtrArray *documents, const char *form)
{
  GString *out = g_string_new (NULL);
  Form kind = (Form)cli_choice (CLI_DOCX_INDEX, form);

  append_head (out, kind);
  for (guint i = 0; i < documents->len; i++)
    append_document (out, kind, i + 1, documents->pdata[i]);
  if (kind == HTML)
    g_string_append (out, "</tbody>\n</table>\n</html>\n");
  return g_string_free (out, FALSE);
}

const char *
cli_docx_index_name (const char *form)
{
  static const char *const names[] = { "danh-muc.html", "danh-muc.csv", "danh-muc.txt" };

  return names[cli_choice (CLI_DOCX_INDEX, form)];
}
