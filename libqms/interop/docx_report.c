/* SPDX-License-Identifier: Apache-2.0 */
/* What is said about an imported Word document: collected, then asked for item by item. */
#include "interop/docx_report.h"

#include "core/kind.h"
#include "core/text.h"
#include "core/title.h"

#include <qms/error.h>
#include <qms/model.h>
#include <qms/node.h>
#include <qms/schema.h>

#include <string.h>

/* ---- places */

static const char *const parts[][2] = {
  [DOCX_BODY] = { NULL, NULL }, [DOCX_HEADER] = { "đầu trang", "header" }, [DOCX_FOOTER] = { "chân trang", "footer" }
};

static void
add_place (GString *out, const char *format, size_t number)
{
  if (number == 0)
    return;
  g_string_append (out, out->len > 0 ? ", " : "");
  g_string_append_printf (out, "%s %zu", format, number);
}

/* NULL if there is none. */
static char *
place_text (const DocxPlace *place, int lang)
{
  GString *out = g_string_new (parts[place->part][lang]);

  if (place->table > 0) {
    add_place (out, lang == QMS_LANG_EN ? "table" : "bảng", place->table);
    add_place (out, lang == QMS_LANG_EN ? "row" : "dòng", place->row);
  } else {
    add_place (out, lang == QMS_LANG_EN ? "paragraph" : "đoạn", place->paragraph);
  }
  return g_string_free (out, out->len == 0);
}

/* ---- collecting */

static void
item_free (gpointer data)
{
  DocxItem *item = data;

  for (int lang = 0; lang < 2; lang++) {
    g_free (item->text[lang]);
    g_free (item->place[lang]);
  }
  g_free (item->source);
  g_free (item->path);
  g_free (item->value);
  g_free (item->shown);
  g_free (item);
}

QmsDocxReport *
docx_report_new (const char *file)
{
  QmsDocxReport *report = g_new0 (QmsDocxReport, 1);

  report->file = g_strdup (file);
  report->fields = g_ptr_array_new_with_free_func (item_free);
  report->notes = g_ptr_array_new_with_free_func (item_free);
  report->seen = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  return report;
}

void
qms_docx_report_free (QmsDocxReport *report)
{
  if (!report)
    return;
  g_free (report->file);
  g_free (report->procedure);
  g_free (report->code);
  g_free (report->title);
  g_ptr_array_unref (report->fields);
  g_ptr_array_unref (report->notes);
  g_hash_table_unref (report->seen);
  g_free (report);
}

static DocxItem *
item_new (const DocxSource *source, int message, const QmsValue *values, size_t n_values)
{
  DocxItem *item = g_new0 (DocxItem, 1);

  item->id = qms_gen_rules[message].id;
  for (int lang = 0; lang < 2; lang++) {
    item->text[lang] = qms_message_format (qms_gen_rules[message].message[lang], values, n_values, lang);
    item->place[lang] = source ? place_text (&source->place, lang) : NULL;
  }
  item->source = source ? g_strdup (source->text) : NULL;
  return item;
}

void
docx_report_field (QmsDocxReport *report, QmsNode *node, uint32_t field, const DocxSource *source, int confidence,
                   int message, const QmsValue *values, size_t n_values)
{
  DocxItem *item = item_new (source, message, values, n_values);

  item->node = node;
  item->field = field;
  item->confidence = confidence;
  g_ptr_array_add (report->fields, item);
}

void
docx_report_note (QmsDocxReport *report, int severity, const DocxSource *source, int message, const QmsValue *values,
                  size_t n_values)
{
  DocxItem *item = item_new (source, message, values, n_values);
  char *key = g_strjoin ("\n", item->id, item->text[0], item->place[0] ? item->place[0] : "", NULL);

  item->severity = severity;
  if (g_hash_table_add (report->seen, key))
    g_ptr_array_add (report->notes, item);
  else
    item_free (item);
}

/* ---- closing */

/* A duration in words ("0,5 ngày làm việc"); NULL if the field holds none. Free with g_free. */
static char *
duration_text (const QmsNode *node, uint32_t field)
{
  int32_t unit = 0;
  char *amount, *words;

  if (qms_node_get_duration (node, field, NULL, NULL, &unit) != QMS_OK)
    return NULL;
  amount = qms_node_get_text (node, field, 0);
  amount[strcspn (amount, " ")] = '\0';
  words = g_strdup_printf ("%s %s", g_strdelimit (amount, ".", ','),
                           qms_enum_value_label (qms_duration_units (), unit, QMS_LANG_VI));
  qms_free (amount);
  return words;
}

static void
close_item (DocxItem *item)
{
  char *path = qms_node_path (item->node);
  char *value = qms_node_get_text (item->node, item->field, 0);
  const QmsNode *target = qms_node_resolve (item->node, item->field);

  item->shown = target ? qms_node_title (target, QMS_LANG_VI) : duration_text (item->node, item->field);
  item->path = g_strdup_printf ("%s/%s", path, qms_field_xml_name (qms_field_by_id (item->field)));
  item->value = g_strdup (value);
  item->node = NULL;
  qms_free (path);
  qms_free (value);
}

static char *
copy_of_field (const QmsNode *node, uint32_t field)
{
  return g_strdup (qms_node_get_string (node, field));
}

void
docx_report_close (QmsDocxReport *report, const QmsNode *procedure)
{
  char *path = qms_node_path (procedure);

  report->procedure = g_strdup (path);
  qms_free (path);
  report->code = copy_of_field (procedure, QMS_PROCEDURE_CODE);
  report->title = copy_of_field (procedure, QMS_PROCEDURE_TITLE);
  for (guint i = 0; i < report->fields->len;) {
    DocxItem *item = report->fields->pdata[i];
    if (qms_node_has (item->node, item->field)) {
      close_item (item);
      i++;
    } else {
      g_ptr_array_remove_index (report->fields, i); /* a later reader took it back */
    }
  }
}

QmsDocxReport *
qms_docx_report_from_error (const QmsError *error, const char *name)
{
  QmsDocxReport *report = error ? docx_report_new (name ? name : qms_error_file (error)) : NULL;

  for (const QmsError *at = error; at; at = qms_error_next (at)) {
    DocxItem *item = g_new0 (DocxItem, 1);
    item->id = qms_error_id (at);
    item->severity = QMS_SEVERITY_ERROR;
    for (int lang = 0; lang < 2; lang++)
      item->text[lang] = g_strdup (qms_error_message (at, lang));
    g_ptr_array_add (report->notes, item);
  }
  return report;
}

/* ---- asking */

static const DocxItem *
item_at (const GPtrArray *items, size_t index)
{
  return index < items->len ? items->pdata[index] : NULL;
}

static const DocxItem *
field_at (const QmsDocxReport *report, size_t index)
{
  return report ? item_at (report->fields, index) : NULL;
}

static const DocxItem *
note_at (const QmsDocxReport *report, size_t index)
{
  return report ? item_at (report->notes, index) : NULL;
}

static const char *
in_language (char *const texts[2], int32_t lang)
{
  return texts[lang == QMS_LANG_EN ? 1 : 0];
}

const char *
qms_docx_report_procedure (const QmsDocxReport *report)
{
  return report ? report->procedure : NULL;
}

size_t
qms_docx_report_count (const QmsDocxReport *report)
{
  return report ? report->fields->len : 0;
}

size_t
qms_docx_report_doubtful (const QmsDocxReport *report)
{
  size_t count = 0;

  for (size_t i = 0; i < qms_docx_report_count (report); i++)
    count += field_at (report, i)->confidence < DOCX_DOUBTFUL;
  return count;
}

const char *
qms_docx_report_path (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = field_at (report, index);

  return item ? item->path : NULL;
}

const char *
qms_docx_report_value (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = field_at (report, index);

  return item ? item->value : NULL;
}

const char *
qms_docx_report_source (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = field_at (report, index);

  return item ? item->source : NULL;
}

const char *
qms_docx_report_place (const QmsDocxReport *report, size_t index, int32_t lang)
{
  const DocxItem *item = field_at (report, index);

  return item ? in_language (item->place, lang) : NULL;
}

int32_t
qms_docx_report_confidence (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = field_at (report, index);

  return item ? item->confidence : 0;
}

const char *
qms_docx_report_reason (const QmsDocxReport *report, size_t index, int32_t lang)
{
  const DocxItem *item = field_at (report, index);

  return item ? in_language (item->text, lang) : NULL;
}

size_t
qms_docx_report_note_count (const QmsDocxReport *report)
{
  return report ? report->notes->len : 0;
}

const char *
qms_docx_report_note_id (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = note_at (report, index);

  return item ? item->id : NULL;
}

int32_t
qms_docx_report_note_severity (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = note_at (report, index);

  return item ? item->severity : 0;
}

const char *
qms_docx_report_note (const QmsDocxReport *report, size_t index, int32_t lang)
{
  const DocxItem *item = note_at (report, index);

  return item ? in_language (item->text, lang) : NULL;
}

const char *
qms_docx_report_note_source (const QmsDocxReport *report, size_t index)
{
  const DocxItem *item = note_at (report, index);

  return item ? item->source : NULL;
}

const char *
qms_docx_report_note_place (const QmsDocxReport *report, size_t index, int32_t lang)
{
  const DocxItem *item = note_at (report, index);

  return item ? in_language (item->place, lang) : NULL;
}
