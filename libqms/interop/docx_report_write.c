/* SPDX-License-Identifier: Apache-2.0 */
/* Reports on imported Word documents as text (what a person should look at) and as JSON (everything). */
#include "interop/docx_report.h"

#include "gen/ids.h"
#include "report/report.h"

#include <string.h>

static char *
quote (const char *text)
{
  g_autofree char *line = qms_display_text (text);
  g_autofree char *short_line = qms_message_quote (line, strlen (line));

  return g_strdup_printf ("«%s»", short_line);
}

/* ---- text */

static const char *
severity_word (int32_t severity, int lang)
{
  static const char *const words[][2] = { [QMS_SEVERITY_INFO] = { "lưu ý", "info" },
                                          [QMS_SEVERITY_WARNING] = { "cảnh báo", "warning" },
                                          [QMS_SEVERITY_ERROR] = { "lỗi", "error" } };

  return words[severity][lang];
}

static void
append_note (GString *out, const DocxItem *item, int lang)
{
  g_autofree char *source = item->source ? quote (item->source) : NULL;

  g_string_append_printf (out, "  %s: %s [%s]", severity_word (item->severity, lang), item->text[lang], item->id);
  if (item->place[lang])
    g_string_append_printf (out, " (%s%s%s)", item->place[lang], source ? ": " : "", source ? source : "");
  g_string_append_c (out, '\n');
}

static void
append_doubt (GString *out, const DocxItem *item, int lang)
{
  g_autofree char *value = quote (item->shown ? item->shown : item->value);
  g_autofree char *source = item->source ? quote (item->source) : NULL;

  g_string_append_printf (out, "  %d %%: %s = %s: %s", item->confidence, item->path, value, item->text[lang]);
  if (item->place[lang])
    g_string_append_printf (out, " (%s%s%s)", item->place[lang], source ? ": " : "", source ? source : "");
  g_string_append_c (out, '\n');
}

static void
write_text (const QmsDocxReport *report, int lang, GString *out)
{
  static const char *const totals[] = { ": %u trường, %zu cần xem, %u ghi chú\n",
                                        ": %u fields, %zu to check, %u notes\n" };
  g_autofree char *file = qms_display_text (report->file ? report->file : "-");
  g_autofree char *title = report->title ? quote (report->title) : NULL;

  g_string_append_printf (out, "%s", file);
  if (report->procedure) {
    g_string_append_printf (out, " %s %s", report->code ? report->code : "–", title ? title : "–");
    g_string_append_printf (out, totals[lang], report->fields->len, qms_docx_report_doubtful (report),
                            report->notes->len);
  } else {
    g_string_append (out, ":\n");
  }
  for (guint i = 0; i < report->fields->len; i++) {
    const DocxItem *item = report->fields->pdata[i];
    if (item->confidence < DOCX_DOUBTFUL)
      append_doubt (out, item, lang);
  }
  for (guint i = 0; i < report->notes->len; i++)
    append_note (out, report->notes->pdata[i], lang);
}

/* ---- JSON */

static json_t *
field_json (const DocxItem *item, int lang)
{
  json_t *object = json_object ();

  qms_report_put (object, "path", item->path);
  qms_report_put (object, "value", item->value);
  json_object_set_new (object, "confidence", json_integer (item->confidence));
  qms_report_put (object, "reason", item->text[lang]);
  qms_report_put (object, "place", item->place[lang]);
  qms_report_put (object, "source", item->source);
  return object;
}

static json_t *
note_json (const DocxItem *item, int lang)
{
  json_t *object = json_object ();

  qms_report_put (object, "id", item->id);
  qms_report_put (object, "severity", qms_report_severity_name (item->severity));
  qms_report_put (object, "message", item->text[lang]);
  qms_report_put (object, "place", item->place[lang]);
  qms_report_put (object, "source", item->source);
  return object;
}

static json_t *
items_json (const GPtrArray *items, json_t *(*write) (const DocxItem *item, int lang), int lang)
{
  json_t *array = json_array ();

  for (guint i = 0; i < items->len; i++)
    json_array_append_new (array, write (items->pdata[i], lang));
  return array;
}

static json_t *
report_json (const QmsDocxReport *report, int lang)
{
  json_t *object = json_object ();
  g_autofree char *file = qms_display_text (report->file ? report->file : "-");

  qms_report_put (object, "file", file);
  qms_report_put (object, "procedure", report->procedure);
  qms_report_put (object, "code", report->code);
  qms_report_put (object, "title", report->title);
  json_object_set_new (object, "doubtful", json_integer ((json_int_t)qms_docx_report_doubtful (report)));
  json_object_set_new (object, "fields", items_json (report->fields, field_json, lang));
  json_object_set_new (object, "notes", items_json (report->notes, note_json, lang));
  return object;
}

static void
write_json (const QmsDocxReport *const *reports, size_t count, int lang, GString *out)
{
  json_t *all = json_object (), *files = json_array ();

  for (size_t i = 0; i < count; i++)
    json_array_append_new (files, report_json (reports[i], lang));
  json_object_set_new (all, "version", json_integer (1));
  json_object_set_new (all, "files", files);
  qms_report_append_json (out, all, JSON_INDENT (2));
}

QmsStatus
qms_docx_report_write (const QmsDocxReport *const *reports, size_t count, const char *format, int32_t lang, char **text,
                       size_t *size, QmsError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int language = lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI;

  if ((!reports && count > 0) || !format || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (strcmp (format, "text") == 0)
    for (size_t i = 0; i < count; i++)
      write_text (reports[i], language, out);
  else if (strcmp (format, "json") == 0)
    write_json (reports, count, language, out);
  else if (strcmp (format, "html") == 0)
    docx_report_write_html (reports, count, language, out);
  else
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "format", NULL);
  if (size)
    *size = out->len;
  *text = g_string_free (g_steal_pointer (&out), FALSE);
  return QMS_OK;
}
