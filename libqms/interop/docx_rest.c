/* SPDX-License-Identifier: Apache-2.0 */
/* Sections that are text, notes, annexes, and what no other reader has taken: nothing of a procedure is lost. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"

#include <qms/docx.h>

#include <string.h>

/* A line with the mark of its list, as a person would write it. Free with g_free. */
static char *
marked_text (const DocxLine *line)
{
  const char *text = line->heading || line->part_heading ? line->rest : line->text;

  if (!text)
    return NULL;
  if (!line->label || line->heading || line->part_heading)
    return g_strdup (text);
  return g_strdup_printf ("%s%s %s", line->label, docx_is_bullet (line->label) ? "" : ".", text);
}

/* Notes without the word that stands before them, with or without a dash, however often; NULL if nothing is left. */
static char *
note_text (const DocxLine *line)
{
  const char *text = line->text, *rest;

  while ((rest = docx_after (text, "ghi chu")) && (*rest == '\0' || memchr (text, ':', (size_t)(rest - text))))
    text = rest;
  return text == line->text ? marked_text (line) : *text ? g_strdup (text) : NULL;
}

static void
append_line (DocxImport *import, uint32_t field, DocxLine *line)
{
  g_autofree char *text = field == QMS_PROCEDURE_NOTES ? note_text (line) : marked_text (line);

  line->taken = true;
  if (!text)
    return;
  if (!qms_node_has (import->procedure, field))
    docx_set_under (import, import->procedure, field, text, line);
  else
    docx_append (import, import->procedure, field, text);
}

/* What a known heading begins is text of a field, whatever it says. */
static void
read_sections (DocxImport *import)
{
  static const uint32_t fields[DOCX_N_SECTIONS] = {
    [DOCX_SECTION_PURPOSE] = QMS_PROCEDURE_PURPOSE,
    [DOCX_SECTION_SCOPE] = QMS_PROCEDURE_SCOPE,
    [DOCX_SECTION_NOTES] = QMS_PROCEDURE_NOTES,
  };

  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (!line->table && !line->taken && !line->contents && fields[line->section])
      append_line (import, fields[line->section], line);
  }
}

/* ---- what is left */

static bool
is_left (const DocxLine *line)
{
  return !line->taken && !line->table && !line->contents && line->section > DOCX_SECTION_FRONT
         && line->section < DOCX_SECTION_ANNEX && !(line->heading && !line->rest);
}

/* One note for lines that follow each other. */
static void
keep_left (DocxImport *import)
{
  bool going = false;

  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    g_autofree char *text = is_left (line) ? marked_text (line) : NULL;
    if (text && !going && line->part != DOCX_PART_GENERAL)
      docx_note (import, QMS_SEVERITY_WARNING, &line->source, QMS_MSG_DOCX_NOT_UNDERSTOOD,
                 QMS_VALUES ({ "field", { qms_field_xml_name (qms_field_by_id (QMS_PROCEDURE_CONTENT)) } }));
    going = text || (going && line->taken == false);
    if (text)
      g_string_append_printf (import->content, "%s\n", text);
    else if (line->part_heading && !line->taken)
      g_string_append_printf (import->content, "%s\n", line->text);
  }
}

static void
set_text (DocxImport *import, uint32_t field, GString *text)
{
  const char *before = qms_node_get_string (import->procedure, field);
  g_autofree char *all = NULL;

  while (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  if (text->len == 0)
    return;
  all = before ? g_strconcat (before, "\n", text->str, NULL) : g_strdup (text->str);
  qms_node_set_string (import->procedure, field, all, NULL);
}

/* ---- annexes */

static void
keep_annex (DocxImport *import)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const DocxLine *first = NULL;
  guint count = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < import->lines->len; i++) {
    const DocxLine *line = docx_line (import->lines, i);
    if (line->section != DOCX_SECTION_ANNEX || line->table)
      continue;
    first = first ? first : line;
    g_string_append_printf (text, "%s%s", count++ > 0 ? "\n" : "", line->source.text);
  }
  if (!first
      || qms_node_set_extension (import->procedure, QMS_DOCX_NAMESPACE, QMS_DOCX_ANNEX, text->str, NULL) != QMS_OK)
    return;
  number = g_strdup_printf ("%u", count);
  docx_note (import, QMS_SEVERITY_INFO, &first->source, QMS_MSG_DOCX_ANNEX,
             QMS_VALUES ({ "count", { number } }, { "name", { QMS_DOCX_ANNEX } }));
}

/* Told where it begins, and again only where yet another cover follows. */
static void
note_others (DocxImport *import)
{
  bool told = false;

  for (guint i = 0; i < import->lines->len; i++) {
    const DocxLine *line = docx_line (import->lines, i);
    bool cover = line->table && line->table->kind == DOCX_TABLE_COVER;
    if (!line->another || (told && !cover))
      continue;
    docx_note (import, QMS_SEVERITY_WARNING, &line->source, QMS_MSG_DOCX_ANOTHER_PROCEDURE, NULL, 0);
    told = true;
  }
}

void
docx_read_rest (DocxImport *import)
{
  read_sections (import);
  keep_left (import);
  docx_append_end (import);
  set_text (import, QMS_PROCEDURE_CONTENT, import->content);
  set_text (import, QMS_PROCEDURE_NOTES, import->notes);
  keep_annex (import);
  note_others (import);
}
