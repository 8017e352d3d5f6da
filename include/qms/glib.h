/* SPDX-License-Identifier: Apache-2.0 */
/* For programs that use GLib: g_autoptr for everything that is owned, errors as GError, documents and reports as GBytes.
 *
 * Not part of <qms.h>, and nothing of it is in the library: the functions are inline over the others and need GLib's headers
 * (pkg-config module qms-glib). `lang` is QMS_LANG_VI or QMS_LANG_EN. */
#ifndef QMS_GLIB_H
#define QMS_GLIB_H

#include <glib.h>
#include <qms.h>

G_BEGIN_DECLS

/* A text that the library handed over, freed with qms_free: `g_autoptr (QmsText) text = NULL;`, then `&text` for `char **`. */
typedef char QmsText;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsText, qms_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCalendar, qms_calendar_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCase, qms_case_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCoverage, qms_coverage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsDiff, qms_diff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsDocument, qms_document_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsDocxReport, qms_docx_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsError, qms_error_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsPaths, qms_paths_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsReader, qms_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsReport, qms_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsSite, qms_site_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsSvg, qms_svg_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsTemplate, qms_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsTiming, qms_timing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsValidator, qms_validator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsWay, qms_way_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsWorkflow, qms_workflow_unref)

/* Domain of a GError made from a QmsError; its code is the QmsStatus, such as QMS_ERROR_SYNTAX. Thread-safe. */
#define QMS_ERROR (qms_error_quark ())
static inline GQuark
qms_error_quark (void)
{
  return g_quark_from_string ("qms-error-quark"); /* copied: the caller may be a module that is unloaded */
}

/* Adds "FILE:LINE:COLUMN: message" to `text`, as far as the error tells them; its path where it tells no file. */
static inline void
qms_error_append_text (const QmsError *error, int32_t lang, GString *text)
{
  const char *place = qms_error_file (error) ? qms_error_file (error) : qms_error_path (error);

  if (place)
    g_string_append (text, place);
  if (qms_error_line (error) > 0)
    g_string_append_printf (text, place ? ":%u:%u" : "%u:%u", qms_error_line (error), qms_error_column (error));
  g_string_append_printf (text, place || qms_error_line (error) > 0 ? ": %s" : "%s", qms_error_message (error, lang));
}

/* Moves an error with its chain to `*to`, as g_propagate_error does, and frees it: the code is that of the first problem, the
 * message has a line "FILE:LINE:COLUMN: message" for each. `to` may be NULL; without an error nothing happens. Who needs identifier, line,
 * remedy by themselves reads them from the QmsError before. */
static inline void
qms_propagate_error (GError **to, QmsError *error, int32_t lang)
{
  GString *text = g_string_new (NULL);

  for (const QmsError *problem = error; problem; problem = qms_error_next (problem)) {
    if (problem != error)
      g_string_append_c (text, '\n');
    qms_error_append_text (problem, lang, text);
  }
  if (error)
    g_set_error_literal (to, QMS_ERROR, qms_error_status (error), text->str);
  g_string_free (text, TRUE);
  qms_error_free (error);
}

/* Reads a document. `reader` NULL: strict, default limits; `name` stands for the file in messages and may be NULL. The caller
 * drops the reference; NULL on error. */
static inline QmsDocument *
qms_reader_parse_bytes (QmsReader *reader, GBytes *bytes, const char *name, int32_t lang, GError **error)
{
  QmsReader *strict = reader ? NULL : qms_reader_new ();
  QmsDocument *document = NULL;
  QmsError *problem = NULL;
  gsize size = 0;
  const void *data = g_bytes_get_data (bytes, &size);

  qms_reader_parse (reader ? reader : strict, data ? data : "", size, name, &document, &problem);
  qms_propagate_error (error, problem, lang);
  qms_reader_free (strict);
  return document;
}

/* Canonical text of a document in `format` (QMS_FORMAT_…), not copied. The caller drops the reference; NULL on error. */
static inline GBytes *
qms_document_write_bytes (QmsDocument *document, int32_t format, int32_t lang, GError **error)
{
  QmsError *problem = NULL;
  char *text = NULL;
  size_t size = 0;

  qms_document_write (document, format, &text, &size, &problem);
  qms_propagate_error (error, problem, lang);
  return text ? g_bytes_new_with_free_func (text, size, qms_free, text) : NULL;
}

/* A report in `format`, as qms_report_write has it, without colours, not copied; also the language of the report is `lang`. The caller
 * drops the reference; NULL on error. */
static inline GBytes *
qms_report_write_bytes (const QmsReport *report, const char *format, int32_t lang, GError **error)
{
  QmsError *problem = NULL;
  char *text = NULL;
  size_t size = 0;

  qms_report_write (&report, 1, format, lang, 0, &text, &size, &problem);
  qms_propagate_error (error, problem, lang);
  return text ? g_bytes_new_with_free_func (text, size, qms_free, text) : NULL;
}

G_END_DECLS

#endif
