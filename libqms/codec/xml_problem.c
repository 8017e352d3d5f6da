/* SPDX-License-Identifier: Apache-2.0 */
/* Problems of the XML reader: what a message needs to know. */
#include "codec/xml_decoder.h"
#include "core/kind.h"

#include "gen/ids.h"

#include <string.h>

void
qms_decoder_report_at (QmsDecoder *self, QmsPosition position, int rule, const QmsValue *values, size_t n_values)
{
  g_autofree char *path = self->n_frames ? qms_node_path (qms_decoder_top (self)->node) : NULL;
  QmsPlace place = { self->file, position.line, position.column, path };
  QmsError **error = self->reader->lenient ? &self->document->diagnostics : self->error;

  if (++self->n_errors > self->reader->limits[QMS_LIMIT_ERRORS])
    return;
  qms_error_add (error, &qms_gen_rules[rule], &place, values, n_values);
  if (self->status == QMS_OK && !self->reader->lenient)
    self->status = qms_gen_rules[rule].status;
  if (self->n_errors == self->reader->limits[QMS_LIMIT_ERRORS] && !self->reader->lenient)
    qms_xml_stop (self->parser);
}

/* Ends reading; the status of an earlier problem stays. */
static void
give_up (QmsDecoder *self, QmsStatus status)
{
  if (self->status == QMS_OK)
    self->status = status;
  qms_xml_stop (self->parser);
}

/* A problem that even a lenient reader cannot pass. */
void
qms_decoder_report_fatal (QmsDecoder *self, int rule, const QmsValue *values, size_t n_values)
{
  QmsPosition position = qms_xml_position (self->parser);
  QmsPlace place = { self->file, position.line, position.column, NULL };

  give_up (self, qms_error_add (self->error, &qms_gen_rules[rule], &place, values, n_values));
}

void
qms_decoder_report_limit (QmsDecoder *self, int limit)
{
  QmsPosition position = qms_xml_position (self->parser);
  QmsPlace place = { self->file, position.line, position.column, NULL };

  give_up (self, qms_fail_limit (self->reader, limit, &place, self->error));
}

void
qms_decoder_report (QmsDecoder *self, int rule, const QmsValue *values, size_t n_values)
{
  qms_decoder_report_at (self, qms_xml_position (self->parser), rule, values, n_values);
}

/* " (có phải «buoc»?)", or nothing. */
static char *
hint_text (const char *nearest, int lang)
{
  if (!nearest)
    return g_strdup ("");
  return g_strdup_printf (lang == QMS_LANG_EN ? " (did you mean «%s»?)" : " (có phải «%s»?)", nearest);
}

void
qms_decoder_report_unknown (QmsDecoder *self, QmsPosition position, int rule, const char *parent, const char *name,
                            const char *nearest)
{
  g_autofree char *vi = hint_text (nearest, QMS_LANG_VI), *en = hint_text (nearest, QMS_LANG_EN);
  g_autofree char *quoted = qms_message_quote (name, strlen (name));

  qms_decoder_report_at (
      self, position, rule,
      QMS_VALUES ({ "parent", { parent, NULL } }, { "name", { quoted, NULL } }, { "hint", { vi, en } }));
}

void
qms_decoder_report_value (QmsDecoder *self, QmsPosition position, const QmsField *field, const char *text,
                          size_t length)
{
  g_autofree char *vi = qms_field_expected (field, QMS_LANG_VI), *en = qms_field_expected (field, QMS_LANG_EN);
  g_autofree char *found = qms_message_quote (text, length);

  qms_decoder_report_at (
      self, position, QMS_RULE_BAD_VALUE,
      QMS_VALUES ({ "field", { field->xml, NULL } }, { "value", { found, NULL } }, { "expected", { vi, en } }));
}

/* Name of the open element, for messages. */
const char *
qms_frame_name (const QmsFrame *frame)
{
  const QmsField *field = frame->field ? frame->field : qms_node_parent_field (frame->node);

  return field ? field->xml : frame->node->type->xml;
}
