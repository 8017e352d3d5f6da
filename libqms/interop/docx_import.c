/* SPDX-License-Identifier: Apache-2.0 */
/* Word documents in: package, text, lines, sections; then each reader takes what it understands. */
#include "interop/docx_import.h"

#include "core/text.h"
#include "interop/docx_flow.h"
#include "interop/docx_words.h"

#include <qms/docx.h>
#include <qms/error.h>

#include <string.h>

/* ---- what is there */

static bool
is_procedure (const DocxImport *import, const DocxCover *cover)
{
  guint headings = 0;

  for (guint i = 0; i < import->lines->len; i++) {
    const DocxLine *line = docx_line (import->lines, i);
    if (line->table && line->table->kind == DOCX_TABLE_STEPS)
      return true;
    headings += line->heading != DOCX_SECTION_FRONT;
  }
  return headings >= 3 || (headings >= 1 && docx_cover_code (cover) && docx_cover_title (cover));
}

/* ---- the procedure */

static bool
is_same (const QmsNode *procedure, const char *code, const char *title)
{
  g_autofree char *our_code = docx_plain (code), *our_title = docx_plain (title);
  g_autofree char *its_code = docx_plain (qms_node_get_string (procedure, QMS_PROCEDURE_CODE));
  g_autofree char *its_title = docx_plain (qms_node_get_string (procedure, QMS_PROCEDURE_TITLE));

  return *our_code && *our_title && strcmp (our_code, its_code) == 0 && strcmp (our_title, its_title) == 0;
}

/* Takes out the administrative procedures that a procedure settles. */
static void
detach_administratives (DocxImport *import, const char *id)
{
  QmsNode *system = import->document->root;

  for (size_t i = qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i > 0; i--) {
    QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i - 1);
    if (g_strcmp0 (qms_node_get_string (node, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE), id) != 0)
      continue;
    qms_node_detach (node, NULL);
    g_ptr_array_add (import->replaced, node);
  }
}

/* Whether another document of the same set has brought it. */
static bool
is_of_run (const DocxImport *import, const QmsNode *procedure)
{
  GHashTable *run = import->document->run;

  return (import->options & QMS_DOCX_ONE_RUN) && run && g_hash_table_contains (run, procedure);
}

static void
note_same (DocxImport *import, const QmsNode *known)
{
  char *path = qms_node_path (known);

  docx_note (import, QMS_SEVERITY_WARNING, NULL, QMS_MSG_DOCX_SAME_TWICE, QMS_VALUES ({ "path", { path } }));
  qms_free (path);
}

static void
remember (DocxImport *import)
{
  QmsDocument *document = import->document;

  if (!(import->options & QMS_DOCX_ONE_RUN))
    return;
  if (!document->run)
    document->run = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_hash_table_add (document->run, import->procedure);
}

/* An earlier import of the same document goes; its identifier stays, and the codes that somebody gave its administrative
 * procedures. NULL if there is none; free with g_free. */
static char *
replace (DocxImport *import, const DocxCover *cover, size_t *place)
{
  QmsNode *system = import->document->root;

  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_PROCEDURES); i++) {
    QmsNode *known = qms_node_get_node_at (system, QMS_SYSTEM_PROCEDURES, i);
    char *id;
    if (!is_same (known, docx_cover_code (cover), docx_cover_title (cover)))
      continue;
    if (is_of_run (import, known)) {
      note_same (import, known);
      continue;
    }
    id = g_strdup (qms_node_id (known));
    detach_administratives (import, id);
    qms_node_detach (known, NULL);
    *place = i;
    docx_note (import, QMS_SEVERITY_INFO, NULL, QMS_MSG_DOCX_REPLACED, NULL, 0);
    return id;
  }
  return NULL;
}

static void
add_procedure (DocxImport *import, const DocxCover *cover)
{
  const char *title = docx_cover_title (cover), *code = docx_cover_code (cover);
  size_t place = QMS_APPEND;
  g_autofree char *known = code && title ? replace (import, cover, &place) : NULL;
  g_autofree char *id = known  ? g_strdup (known)
                        : code ? docx_free_code_id (import, code)
                               : docx_free_id (import, "QT", title ? title : "");

  import->procedure = qms_node_add (import->document->root, QMS_SYSTEM_PROCEDURES, place, NULL);
  qms_node_set_string (import->procedure, QMS_PROCEDURE_ID, id, NULL);
  remember (import);
}

static void
add_agency (DocxImport *import)
{
  QmsNode *root = import->document->root;

  import->agency = qms_node_get_node (root, QMS_SYSTEM_AGENCY);
  if (import->agency)
    return;
  import->agency = qms_node_add (root, QMS_SYSTEM_AGENCY, 0, NULL);
  qms_node_set_string (import->agency, QMS_AGENCY_NAME, "[[tên cơ quan]]", NULL);
}

/* ---- what it is for */

static void
set_kind (DocxImport *import)
{
  static const DocxPhrase words[] = {
    { QMS_PROCEDURE_KIND_INTERNAL_AUDIT, "danh gia noi bo" },
    { QMS_PROCEDURE_KIND_MANAGEMENT_REVIEW, "xem xet cua lanh dao" },
    { QMS_PROCEDURE_KIND_MANAGEMENT_REVIEW, "xem xet lanh dao" },
    { QMS_PROCEDURE_KIND_RISK_OPPORTUNITY, "rui ro" },
    { QMS_PROCEDURE_KIND_DOCUMENTED_INFORMATION, "thong tin dang van ban" },
    { QMS_PROCEDURE_KIND_DOCUMENT_CONTROL, "kiem soat tai lieu" },
    { QMS_PROCEDURE_KIND_RECORD_CONTROL, "kiem soat ho so" },
    { QMS_PROCEDURE_KIND_NONCONFORMITY, "khong phu hop" },
    { QMS_PROCEDURE_KIND_CORRECTIVE_ACTION, "hanh dong khac phuc" },
    { QMS_PROCEDURE_KIND_PREVENTIVE_ACTION, "hanh dong phong ngua" },
    { 0, NULL },
  };
  g_autofree char *plain = docx_plain (qms_node_get_string (import->procedure, QMS_PROCEDURE_TITLE));
  int kind = import->administratives->len > 0 ? QMS_PROCEDURE_KIND_ADMINISTRATIVE : docx_anywhere (words, plain);

  if (kind)
    docx_set_int (import, import->procedure, QMS_PROCEDURE_KIND, kind, NULL,
                  DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
}

/* The code of the one of that name that is replaced; NULL if there is none. */
static const char *
replaced_code (const DocxImport *import, const char *name)
{
  for (guint i = 0; i < import->replaced->len; i++) {
    const QmsNode *node = import->replaced->pdata[i];
    if (g_strcmp0 (qms_node_get_string (node, QMS_ADMINISTRATIVE_PROCEDURE_NAME), name) == 0)
      return qms_node_get_string (node, QMS_ADMINISTRATIVE_PROCEDURE_CODE);
  }
  return NULL;
}

static void
end_administrative (DocxImport *import, QmsNode *node)
{
  const char *code = replaced_code (import, qms_node_get_string (node, QMS_ADMINISTRATIVE_PROCEDURE_NAME));

  if (qms_node_has (node, QMS_ADMINISTRATIVE_PROCEDURE_CODE))
    return;
  if (code)
    qms_node_set_string (node, QMS_ADMINISTRATIVE_PROCEDURE_CODE, code, NULL);
  else
    docx_note (import, QMS_SEVERITY_WARNING, NULL, QMS_MSG_DOCX_NO_NATIONAL_CODE, NULL, 0);
}

static void
note_missing (DocxImport *import)
{
  static const struct {
    uint32_t field;
    const char *what[2];
  } wanted[] = {
    { QMS_PROCEDURE_TITLE, { "tên quy trình", "title" } },
    { QMS_PROCEDURE_CODE, { "mã hiệu", "code" } },
    { QMS_PROCEDURE_EDITION, { "lần ban hành", "edition" } },
    { QMS_PROCEDURE_ISSUE_DATE, { "ngày ban hành", "date of issue" } },
    { QMS_PROCEDURE_PURPOSE, { "mục đích", "purpose" } },
    { QMS_PROCEDURE_SCOPE, { "phạm vi", "scope" } },
    { QMS_PROCEDURE_STEPS, { "bảng các bước", "table of steps" } },
    { QMS_PROCEDURE_RECORDS, { "hồ sơ cần lưu", "records to keep" } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!qms_node_has (import->procedure, wanted[i].field))
      docx_note (import, QMS_SEVERITY_WARNING, NULL, QMS_MSG_DOCX_MISSING,
                 QMS_VALUES ({ "what", { wanted[i].what[0], wanted[i].what[1] } }));
}

/* ---- all of it */

static void
fill (DocxImport *import, const DocxCover *cover)
{
  add_agency (import);
  add_procedure (import, cover);
  docx_cover_apply (import, cover);
  docx_read_signatures (import);
  docx_read_amendments (import);
  docx_read_references (import);
  docx_read_definitions (import);
  docx_read_forms (import);
  docx_read_parts (import);
  docx_read_steps (import);
  docx_append_end (import);
  docx_limits_end (import);
  docx_read_flow (import);
  docx_read_records (import);
  docx_read_rest (import);
  set_kind (import);
  for (guint i = 0; i < import->administratives->len; i++)
    end_administrative (import, import->administratives->pdata[i]);
  note_missing (import);
  docx_report_close (import->report, import->procedure);
}

static void
clear (DocxImport *import)
{
  g_clear_pointer (&import->lines, g_ptr_array_unref);
  g_clear_pointer (&import->headers, g_ptr_array_unref);
  g_clear_pointer (&import->footers, g_ptr_array_unref);
  g_clear_pointer (&import->abbreviations, g_hash_table_unref);
  g_clear_pointer (&import->roles, g_hash_table_unref);
  g_clear_pointer (&import->numbers, g_hash_table_unref);
  g_clear_pointer (&import->texts, g_hash_table_unref);
  g_clear_pointer (&import->administratives, g_ptr_array_unref);
  g_clear_pointer (&import->replaced, g_ptr_array_unref);
  g_string_free (import->content, TRUE);
  g_string_free (import->notes, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocxImport, clear)

static void
begin (DocxImport *import, const QmsWordText *word)
{
  import->lines = docx_lines_new (word->body, DOCX_BODY);
  import->headers = docx_lines_new (word->headers, DOCX_HEADER);
  import->footers = docx_lines_new (word->footers, DOCX_FOOTER);
  import->abbreviations = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);
  import->numbers = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  import->texts = docx_append_begin ();
  import->administratives = g_ptr_array_new ();
  import->replaced = g_ptr_array_new ();
  import->content = g_string_new (NULL);
  import->notes = g_string_new (NULL);
  docx_sections_find (import->lines);
}

static QmsStatus
import_text (QmsDocument *document, const QmsWordText *word, int32_t options, QmsDocxReport *report,
             QmsNode **procedure, QmsError **error)
{
  g_auto (DocxImport) import = { .document = document, .options = options, .report = report };
  g_autoptr (DocxCover) cover = NULL;

  begin (&import, word);
  cover = docx_cover_read (&import);
  if (!is_procedure (&import, cover))
    return qms_fail (error, QMS_MSG_DOCX_NO_PROCEDURE, &(QmsPlace){ .file = report->file }, NULL);
  fill (&import, cover);
  *procedure = import.procedure;
  return QMS_OK;
}

QmsStatus
qms_docx_import (QmsDocument *document, const void *docx, size_t size, const char *name, int32_t options,
                 QmsNode **procedure, QmsDocxReport **report, QmsError **error)
{
  g_autoptr (QmsPackage) package = NULL;
  g_autoptr (QmsWordText) word = NULL;
  QmsDocxReport *findings;
  QmsNode *node = NULL;
  QmsError *why = NULL;
  QmsStatus status;

  if (!document || (!docx && size > 0) || document->root->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document, docx", NULL);
  package = qms_package_read (docx, size, name, &why);
  word = package ? qms_word_read (package, &why) : NULL;
  findings = docx_report_new (name);
  if (word)
    import_text (document, word, options, findings, &node, &why);
  status = qms_error_status (why);
  qms_error_join (error, why);
  if (node && procedure)
    *procedure = node;
  if (node && report)
    *report = findings;
  else
    qms_docx_report_free (findings);
  return status;
}
