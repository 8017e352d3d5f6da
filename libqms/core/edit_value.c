/* SPDX-License-Identifier: Apache-2.0 */
/* Setting scalar values. Each is checked first; the node is left as it was on error. */
#include "core/document.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/extra.h"
#include "core/kind.h"
#include "core/list.h"
#include "core/number.h"

#include "gen/ids.h"

#include <string.h>

static QmsStatus
fail_value (const QmsNode *node, const QmsField *field, const char *text, QmsError **error)
{
  g_autofree char *path = qms_node_path (node);
  g_autofree char *vi = qms_field_expected (field, QMS_LANG_VI), *en = qms_field_expected (field, QMS_LANG_EN);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  QmsPlace place = { node->document->file, node->line, node->column, path };

  return qms_error_add (
      error, &qms_gen_rules[QMS_RULE_BAD_VALUE], &place,
      QMS_VALUES ({ "field", { field->xml, NULL } }, { "value", { valid, NULL } }, { "expected", { vi, en } }));
}

/* Content without a character is no content: XML cannot tell the two apart. */
static bool
is_no_content (const QmsField *field, QmsSlot value)
{
  return field->form == QMS_FORM_CONTENT && qms_kind_is_string (field->kind) && *value.string == '\0';
}

static QmsStatus
set_slot (QmsNode *node, const QmsField *field, QmsSlot value)
{
  if (is_no_content (field, value))
    return qms_node_unset (node, field->id);
  if (field->kind == QMS_KIND_ID)
    qms_document_unindex (node);
  node->slots[field->slot] = value;
  qms_node_mark (node, field);
  if (field->kind == QMS_KIND_ID)
    qms_document_index (node);
  if (field->form == QMS_FORM_ATTRIBUTE)
    qms_extra_drop_attribute (node, field->xml);
  else
    qms_extra_fit (node, field);
  return QMS_OK;
}

/* Parses text for a field; the error names the place. */
static QmsStatus
parse (QmsNode *node, const QmsField *field, const char *text, QmsSlot *slot, QmsError **error)
{
  if (!text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "text == NULL", NULL);
  if (field->kind == QMS_KIND_NODE)
    return qms_fail_kind (field, error);
  if (qms_field_parse (field, text, strlen (text), node->document->arena, slot) != QMS_VALUE_OK)
    return fail_value (node, field, text, error);
  return field->kind == QMS_KIND_ID ? qms_check_free_id (node, qms_node_scope (node), slot->string, error) : QMS_OK;
}

QmsStatus
qms_node_set_text (QmsNode *node, uint32_t id, const char *text, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);
  QmsSlot slot;
  QmsStatus status;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_field_list (field))
    return qms_fail_kind (field, error);
  status = parse (node, field, text, &slot, error);
  return status == QMS_OK ? set_slot (node, field, slot) : status;
}

QmsStatus
qms_node_insert_text (QmsNode *node, uint32_t id, size_t index, const char *text, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);
  size_t count = qms_node_count (node, id);
  QmsSlot slot;
  QmsStatus status;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!qms_field_list (field))
    return qms_fail_kind (field, error);
  if (index != QMS_APPEND && index > count)
    return qms_fail_index (index, count, error);
  status = parse (node, field, text, &slot, error);
  if (status == QMS_OK)
    qms_node_list_insert (node, field, MIN (index, count), slot);
  return status;
}

QmsStatus
qms_node_set_string (QmsNode *node, uint32_t id, const char *value, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  return qms_kind_is_string (field->kind) ? qms_node_set_text (node, id, value, error) : qms_fail_kind (field, error);
}

/* A single field of exactly this kind, for the setters of packed values. */
static const QmsField *
single_field (const QmsNode *node, uint32_t id, int kind, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);

  if (field && (qms_field_list (field) || field->kind != kind)) {
    qms_fail_kind (field, error);
    return NULL;
  }
  return field;
}

#define BEYOND_INTEGERS G_GINT64_CONSTANT (1000000000000000000) /* 18 digits, as in text */

static bool
integer_allowed (const QmsField *field, int64_t value)
{
  if (field->kind == QMS_KIND_BOOL)
    return value == 0 || value == 1;
  if (field->kind == QMS_KIND_ENUM)
    return qms_enum_value_xml (field->enumeration, (int32_t)value) && value == (int32_t)value;
  return (field->kind == QMS_KIND_INT || field->kind == QMS_KIND_MONEY) && value > -BEYOND_INTEGERS
         && value < BEYOND_INTEGERS;
}

QmsStatus
qms_node_set_int (QmsNode *node, uint32_t id, int64_t value, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);
  g_autofree char *text = NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_field_list (field) || qms_kind_is_string (field->kind) || field->kind >= QMS_KIND_NODE)
    return qms_fail_kind (field, error);
  if (field->kind != QMS_KIND_BOOL && field->kind != QMS_KIND_ENUM && field->kind != QMS_KIND_INT
      && field->kind != QMS_KIND_MONEY)
    return qms_fail_kind (field, error);
  if (integer_allowed (field, value))
    return set_slot (node, field, (QmsSlot){ .integer = value });
  text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return fail_value (node, field, text, error);
}

static bool
decimal_allowed (int64_t mantissa, int32_t scale, int digits)
{
  return scale >= 0 && scale <= digits && mantissa < qms_power_of_ten (digits) && mantissa > -qms_power_of_ten (digits);
}

QmsStatus
qms_node_set_decimal (QmsNode *node, uint32_t id, int64_t mantissa, int32_t scale, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DECIMAL, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!decimal_allowed (mantissa, scale, QMS_DECIMAL_DIGITS))
    return fail_value (node, field, "…", error);
  return set_slot (node, field, qms_decimal_pack ((QmsDecimal){ mantissa, scale }));
}

QmsStatus
qms_node_set_duration (QmsNode *node, uint32_t id, int64_t mantissa, int32_t scale, int32_t unit, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DURATION, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (mantissa < 0 || !decimal_allowed (mantissa, scale, QMS_DURATION_DIGITS)
      || !qms_enum_value_xml (qms_duration_units (), unit))
    return fail_value (node, field, "…", error);
  return set_slot (node, field, qms_duration_pack ((QmsDuration){ { mantissa, scale }, unit }));
}

QmsStatus
qms_node_set_date (QmsNode *node, uint32_t id, int32_t year, int32_t month, int32_t day, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DATE, error);
  g_autofree char *text = NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_date_valid (year, month, day))
    return set_slot (node, field, qms_date_pack (year, month, day));
  text = g_strdup_printf ("%d-%d-%d", year, month, day);
  return fail_value (node, field, text, error);
}

QmsStatus
qms_node_set_datetime (QmsNode *node, uint32_t id, int64_t seconds, int32_t offset, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DATETIME, error);
  g_autofree char *text = NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_datetime_valid (seconds, offset))
    return set_slot (node, field, qms_datetime_pack (seconds, offset));
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %d", seconds, offset);
  return fail_value (node, field, text, error);
}
