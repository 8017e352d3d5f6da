/* SPDX-License-Identifier: Apache-2.0 */
/* Terms and abbreviations, from lines ("UBND: Ủy ban nhân dân") and tables. */
#include "interop/docx_import.h"

#include "core/text.h"
#include "interop/docx_words.h"

#include <string.h>

enum { LONGEST_TERM = 120 };

static const char *const joints[] = { ":", " là ", " – ", " - ", " = ", "\t" };

/* Where a line changes from term to meaning; `*meaning` becomes what follows. 0 if it does not. */
static size_t
split_term (const char *text, const char **meaning)
{
  for (size_t i = 0; i < G_N_ELEMENTS (joints); i++) {
    const char *joint = strstr (text, joints[i]);
    if (!joint || joint == text || joint - text > LONGEST_TERM)
      continue;
    *meaning = joint + strlen (joints[i]);
    while (**meaning == ' ' || **meaning == ':')
      (*meaning)++;
    if (**meaning)
      return (size_t)(joint - text);
  }
  return 0;
}

static void
remember (DocxImport *import, const char *term, const char *meaning)
{
  g_autofree char *key = docx_plain (term), *value = docx_plain (meaning);

  if (*key && *value && !strchr (key, ' ') && strlen (value) > strlen (key))
    g_hash_table_replace (import->abbreviations, g_steal_pointer (&key), g_steal_pointer (&value));
}

static void
add_definition (DocxImport *import, const char *term, const char *meaning, const DocxLine *line)
{
  QmsNode *node = docx_add (import->procedure, QMS_PROCEDURE_DEFINITIONS);
  g_autofree char *bare = g_strstrip (g_strdup (term));

  docx_set_under (import, node, QMS_DEFINITION_TERM, bare, line);
  qms_node_set_string (node, QMS_DEFINITION_MEANING, meaning, NULL);
  remember (import, bare, meaning);
}

static void
read_line (DocxImport *import, DocxLine *line, const char *text)
{
  const char *meaning = NULL;
  size_t length = split_term (text, &meaning);
  g_autofree char *term = length > 0 ? g_strndup (text, length) : NULL;

  line->taken = term || docx_is_nothing (line->plain);
  if (!term)
    return;
  add_definition (import, term, meaning, line);
}

static void
read_table (DocxImport *import, DocxLine *line)
{
  const DocxTable *table = line->table;
  g_autofree DocxColumn *columns = g_new0 (DocxColumn, table->block->columns);

  docx_table_read_columns (table, columns);
  for (size_t row = table->body; row < table->end; row++) {
    g_autofree char *term = docx_row_text (table, columns, row, DOCX_COLUMN_TERM);
    g_autofree char *meaning = docx_row_text (table, columns, row, DOCX_COLUMN_MEANING);
    if (*term)
      add_definition (import, term, meaning, line);
  }
  line->taken = true;
}

void
docx_read_definitions (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (line->table && line->table->kind == DOCX_TABLE_DEFINITIONS && line->section < DOCX_SECTION_ANNEX)
      read_table (import, line);
    else if (line->section == DOCX_SECTION_DEFINITIONS && !line->table && !line->heading)
      read_line (import, line, line->text);
    else if (line->heading == DOCX_SECTION_DEFINITIONS && line->rest)
      read_line (import, line, line->rest);
  }
}
