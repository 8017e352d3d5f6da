/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on procedures that come from Word: the import and its report. */
#include "run.h"

#include <string.h>

/* Reads the document, Base64 in the first argument; the second is its name, the third whether names of persons are kept. */
static QmsDocxReport *
import (Call *call, QmsNode **procedure)
{
  int32_t options = json_is_true (arg_data (call, 2)) ? QMS_DOCX_KEEP_NAMES : 0;
  QmsDocxReport *report = NULL;
  gsize size = 0;
  g_autofree guchar *docx = g_base64_decode (arg_text (call, 0), &size);

  call->status = qms_docx_import (self_handle (call, VALUE_DOCUMENT), docx, size, arg_text (call, 1), options,
                                  procedure, &report, &call->error);
  return report;
}

static void
op_import_docx (Call *call)
{
  QmsNode *procedure = NULL;

  qms_docx_report_free (import (call, &procedure));
  give_node (call, procedure);
}

static void
op_docx_report (Call *call)
{
  give_handle (call, VALUE_DOCX_REPORT, import (call, NULL));
}

/* The report on a document that is refused. */
static void
op_refused_docx (Call *call)
{
  QmsDocument *system = qms_document_new (QMS_TYPE_SYSTEM);
  QmsDocxReport *report = NULL;
  QmsError *error = NULL;
  gsize size = 0;
  g_autofree guchar *docx = g_base64_decode (arg_text (call, 0), &size);

  qms_docx_import (system, docx, size, arg_text (call, 1), 0, NULL, &report, &error);
  qms_docx_report_free (report);
  give_handle (call, VALUE_DOCX_REPORT, qms_docx_report_from_error (error, arg_text (call, 1)));
  qms_error_free (error);
  qms_document_unref (system);
}

static void
op_docx_counts (Call *call)
{
  const QmsDocxReport *report = self_handle (call, VALUE_DOCX_REPORT);

  give_data (call, json_pack ("{s:s?, s:I, s:I, s:I}", "procedure", qms_docx_report_procedure (report), "fields",
                              (json_int_t)qms_docx_report_count (report), "doubtful",
                              (json_int_t)qms_docx_report_doubtful (report), "notes",
                              (json_int_t)qms_docx_report_note_count (report)));
}

/* Appends the members of `item`, which it frees, that the first argument names. */
static void
append_members (Call *call, json_t *rows, json_t *item)
{
  json_t *row = json_array (), *name;
  size_t n;

  json_array_foreach (arg_data (call, 0), n, name)
    json_array_append (row, json_object_get (item, json_string_value (name)));
  json_array_append_new (rows, row);
  json_decref (item);
}

static json_t *
describe_field (const QmsDocxReport *report, size_t i)
{
  return json_pack (
      "{s:s?, s:s?, s:s?, s:s?, s:s?, s:i, s:s?, s:s?}", "path", qms_docx_report_path (report, i), "value",
      qms_docx_report_value (report, i), "source", qms_docx_report_source (report, i), "place",
      qms_docx_report_place (report, i, QMS_LANG_VI), "place_en", qms_docx_report_place (report, i, QMS_LANG_EN),
      "confidence", (int)qms_docx_report_confidence (report, i), "reason",
      qms_docx_report_reason (report, i, QMS_LANG_VI), "reason_en", qms_docx_report_reason (report, i, QMS_LANG_EN));
}

/* Members of the fields whose path ends with the second argument. */
static void
op_docx_fields (Call *call)
{
  const QmsDocxReport *report = self_handle (call, VALUE_DOCX_REPORT);
  json_t *rows = json_array ();

  for (size_t i = 0; i < qms_docx_report_count (report); i++)
    if (g_str_has_suffix (qms_docx_report_path (report, i), arg_text (call, 1)))
      append_members (call, rows, describe_field (report, i));
  give_data (call, rows);
}

static json_t *
describe_note (const QmsDocxReport *report, size_t i)
{
  static const char *const severities[] = { NULL, "info", "warning", "error" };

  return json_pack ("{s:s, s:s, s:s, s:s, s:s?, s:s?, s:s?}", "id", qms_docx_report_note_id (report, i), "severity",
                    severities[qms_docx_report_note_severity (report, i)], "message",
                    qms_docx_report_note (report, i, QMS_LANG_VI), "message_en",
                    qms_docx_report_note (report, i, QMS_LANG_EN), "source", qms_docx_report_note_source (report, i),
                    "place", qms_docx_report_note_place (report, i, QMS_LANG_VI), "place_en",
                    qms_docx_report_note_place (report, i, QMS_LANG_EN));
}

static void
op_docx_notes (Call *call)
{
  const QmsDocxReport *report = self_handle (call, VALUE_DOCX_REPORT);
  json_t *rows = json_array ();

  for (size_t i = 0; i < qms_docx_report_note_count (report); i++)
    append_members (call, rows, describe_note (report, i));
  give_data (call, rows);
}

static void
op_docx_text (Call *call)
{
  const QmsDocxReport *report = self_handle (call, VALUE_DOCX_REPORT);
  int32_t lang = g_strcmp0 (arg_text (call, 1), "en") == 0 ? QMS_LANG_EN : QMS_LANG_VI;
  char *text = NULL;

  call->status = qms_docx_report_write (&report, 1, arg_text (call, 0), lang, &text, NULL, &call->error);
  give_taken_text (call, text);
}

const Operation docx_operations[] = {
  { "import_docx", op_import_docx },   { "docx_report", op_docx_report },
  { "refused_docx", op_refused_docx }, { "docx_counts", op_docx_counts },
  { "docx_fields", op_docx_fields },   { "docx_notes", op_docx_notes },
  { "docx_text", op_docx_text },       { NULL, NULL },
};
