/* SPDX-License-Identifier: Apache-2.0 */
/* Puts what was read from a Word document into nodes and says so in the report. */
#include "interop/docx_import.h"

#include "core/text.h"
#include "interop/bpmn_draft.h"

#include <string.h>

static void
report_field (DocxImport *import, QmsNode *node, uint32_t field, const DocxSource *source, const DocxReason *reason)
{
  docx_report_field (import->report, node, field, source, reason->confidence, reason->message, reason->values,
                     reason->n_values);
}

bool
docx_set (DocxImport *import, QmsNode *node, uint32_t field, const char *text, const DocxSource *source,
          const DocxReason *reason)
{
  if (!text || !*text || qms_node_set_text (node, field, text, NULL) != QMS_OK)
    return false;
  report_field (import, node, field, source, reason);
  return true;
}

bool
docx_set_int (DocxImport *import, QmsNode *node, uint32_t field, int64_t value, const DocxSource *source,
              const DocxReason *reason)
{
  if (qms_node_set_int (node, field, value, NULL) != QMS_OK)
    return false;
  report_field (import, node, field, source, reason);
  return true;
}

bool
docx_set_duration (DocxImport *import, QmsNode *node, uint32_t field, QmsDuration value, const DocxSource *source,
                   const DocxReason *reason)
{
  if (qms_node_set_duration (node, field, value.amount.mantissa, value.amount.scale, value.unit, NULL) != QMS_OK)
    return false;
  report_field (import, node, field, source, reason);
  return true;
}

bool
docx_set_under (DocxImport *import, QmsNode *node, uint32_t field, const char *text, const DocxLine *line)
{
  const DocxLine *head = line->head;
  g_autofree char *heading = head ? qms_message_quote (head->text, strlen (head->text)) : NULL;
  const char *meaning[2] = { docx_section_name (line->section, QMS_LANG_VI),
                             docx_section_name (line->section, QMS_LANG_EN) };

  if (head && head->slip)
    return docx_set (import, node, field, text, &line->source,
                     DOCX_REASON (DOCX_GUESS, QMS_MSG_DOCX_SLIP, { "heading", { heading } },
                                  { "meaning", { meaning[0], meaning[1] } }));
  return docx_set (import, node, field, text, &line->source,
                   DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_HEADING,
                                { "heading", { heading ? heading : meaning[0], heading ? NULL : meaning[1] } }));
}

QmsNode *
docx_add (QmsNode *node, uint32_t list)
{
  return qms_node_add (node, list, QMS_APPEND, NULL);
}

/* ---- texts of many paragraphs */

/* Kept apart until all is read: an arena does not give back what a longer text replaces. */
typedef struct {
  QmsNode *node;
  uint32_t field;
  GString *text;
} Growing;

static guint
growing_hash (gconstpointer data)
{
  const Growing *growing = data;

  return g_direct_hash (growing->node) ^ growing->field;
}

static gboolean
growing_equal (gconstpointer a, gconstpointer b)
{
  const Growing *left = a, *right = b;

  return left->node == right->node && left->field == right->field;
}

static void
growing_free (gpointer data)
{
  Growing *growing = data;

  g_string_free (growing->text, TRUE);
  g_free (growing);
}

GHashTable *
docx_append_begin (void)
{
  return g_hash_table_new_full (growing_hash, growing_equal, growing_free, NULL);
}

void
docx_append (DocxImport *import, QmsNode *node, uint32_t field, const char *text)
{
  Growing key = { node, field, NULL }, *growing = g_hash_table_lookup (import->texts, &key);

  if (!growing) {
    growing = g_memdup2 (&key, sizeof key);
    growing->text = g_string_new (qms_node_get_string (node, field));
    g_hash_table_add (import->texts, growing);
  }
  g_string_append_printf (growing->text, "%s%s", growing->text->len > 0 ? "\n" : "", text);
}

void
docx_append_end (DocxImport *import)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, import->texts);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    const Growing *growing = key;
    qms_node_set_string (growing->node, growing->field, growing->text->str, NULL);
  }
}

void
docx_note (DocxImport *import, int severity, const DocxSource *source, int message, const QmsValue *values,
           size_t n_values)
{
  docx_report_note (import->report, severity, source, message, values, n_values);
}

/* ---- identifiers */

/* Numbers go on where they were left, so that many equal names cost no more. */
static char *
free_id (DocxImport *import, char *wish, const char *joint, int first)
{
  int number = MAX (GPOINTER_TO_INT (g_hash_table_lookup (import->numbers, wish)), first);
  char *id = number == 0 ? g_strdup (wish) : g_strdup_printf ("%s%s%d", wish, joint, number);

  while (qms_document_find (import->document, id)) {
    g_free (id);
    number = MAX (number + 1, 2 - (*joint == '\0'));
    id = g_strdup_printf ("%s%s%d", wish, joint, number);
  }
  g_hash_table_insert (import->numbers, wish, GINT_TO_POINTER (number));
  return id;
}

char *
docx_free_id (DocxImport *import, const char *prefix, const char *name)
{
  g_autofree char *slug = bpmn_slug (name);

  return free_id (import, g_strdup_printf ("%s-%s", prefix, *slug ? slug : "1"), "-", 0);
}

/* "QT 01/CX-HCTP" becomes "QT-01-CX-HCTP". */
char *
docx_free_code_id (DocxImport *import, const char *code)
{
  g_autofree char *ascii = g_str_to_ascii (code, "C");
  GString *wish = g_string_new (NULL);

  for (const char *p = ascii; *p; p++)
    if (g_ascii_isalnum (*p) || *p == '.')
      g_string_append_c (wish, *p);
    else if (wish->len > 0 && wish->str[wish->len - 1] != '-')
      g_string_append_c (wish, '-');
  if (wish->len == 0 || !g_ascii_isalpha (*wish->str))
    g_string_prepend (wish, "QT-");
  return free_id (import, g_string_free (wish, FALSE), "-", 0);
}

char *
docx_free_part_id (DocxImport *import, const char *letters)
{
  return free_id (import, g_strdup_printf ("%s-%s", qms_node_id (import->procedure), letters), "", 1);
}

/* ---- administrative procedures */

static QmsNode *
add_administrative (DocxImport *import, const char *name)
{
  QmsNode *node = docx_add (import->document->root, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  g_autofree char *id = docx_free_id (import, "TT", name);

  qms_node_set_string (node, QMS_ADMINISTRATIVE_PROCEDURE_ID, id, NULL);
  qms_node_set_string (node, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE, qms_node_id (import->procedure), NULL);
  qms_node_set_string (node, QMS_ADMINISTRATIVE_PROCEDURE_NAME, name, NULL);
  g_ptr_array_add (import->administratives, node);
  import->remarks = false;
  return node;
}

QmsNode *
docx_administrative (DocxImport *import)
{
  if (!import->administrative)
    import->administrative = add_administrative (import, qms_node_get_string (import->procedure, QMS_PROCEDURE_TITLE));
  return import->administrative;
}

void
docx_begin_administrative (DocxImport *import, const char *name, const DocxLine *line)
{
  import->administrative = add_administrative (import, name);
  docx_set_under (import, import->administrative, QMS_ADMINISTRATIVE_PROCEDURE_NAME, name, line);
}
