/* SPDX-License-Identifier: Apache-2.0 */
/* Values of the runner: arguments in, results out. */
#include "run.h"

#include <stdio.h>
#include <string.h>

#include <stdlib.h>

Value *
value_data (json_t *data)
{
  Value *value = g_new0 (Value, 1);

  value->data = data;
  return value;
}

Value *
value_handle (ValueKind kind, void *handle)
{
  Value *value = g_new0 (Value, 1);

  value->kind = kind;
  value->handle = handle;
  return value;
}

Value *
value_node (const QmsNode *node)
{
  if (!node)
    return value_data (json_null ());
  Value *value = value_handle (VALUE_NODE, (void *)node);
  value->owner = qms_document_ref (qms_node_document (node));
  return value;
}

void
value_free (Value *value)
{
  if (!value)
    return;
  if (value->kind == VALUE_DOCUMENT)
    qms_document_unref (value->handle);
  else if (value->kind == VALUE_REPORT)
    qms_report_free (value->handle);
  else if (value->kind == VALUE_CALENDAR)
    qms_calendar_unref (value->handle);
  else if (value->kind == VALUE_WORKFLOW)
    qms_workflow_unref (value->handle);
  else if (value->kind == VALUE_CASE)
    qms_case_free (value->handle);
  else if (value->kind == VALUE_DOCX_REPORT)
    qms_docx_report_free (value->handle);
  qms_document_unref (value->owner);
  json_decref (value->data);
  g_free (value);
}

/* ---- arguments */

json_t *
arg_data (Call *call, size_t index)
{
  json_t *data = json_array_get (call->args, index);

  return json_is_null (data) ? NULL : data;
}

/* Variable that the argument names; NULL if it names none. */
static const Value *
arg_variable (Call *call, size_t index)
{
  const char *name = json_string_value (json_object_get (arg_data (call, index), "var"));

  return name ? g_hash_table_lookup (call->variables, name) : NULL;
}

const char *
arg_text (Call *call, size_t index)
{
  const Value *variable = arg_variable (call, index);

  return json_string_value (variable ? variable->data : arg_data (call, index));
}

int64_t
arg_int (Call *call, size_t index, int64_t missing)
{
  json_t *data = arg_data (call, index);

  return data ? json_integer_value (data) : missing;
}

static void *
handle_of (const Value *value, ValueKind kind)
{
  return value && value->kind == kind ? value->handle : NULL;
}

void *
arg_handle (Call *call, size_t index, ValueKind kind)
{
  return handle_of (arg_variable (call, index), kind);
}

void *
self_handle (Call *call, ValueKind kind)
{
  return handle_of (call->self, kind);
}

char *
file_path (Call *call, const char *name)
{
  return g_build_filename (call->root, name, NULL);
}

/* ---- results */

void
give_data (Call *call, json_t *data)
{
  value_free (call->result);
  call->result = value_data (data);
}

void
give_text (Call *call, const char *text)
{
  give_data (call, text ? json_string (text) : json_null ());
}

void
give_taken_text (Call *call, char *text)
{
  give_text (call, text);
  qms_free (text);
}

void
give_int (Call *call, int64_t number)
{
  give_data (call, json_integer (number));
}

void
give_bool (Call *call, int truth)
{
  give_data (call, json_boolean (truth));
}

void
give_parsed (Call *call, char *json)
{
  give_data (call, json ? json_loads (json, JSON_DECODE_ANY, NULL) : json_null ());
  qms_free (json);
}

void
give_node (Call *call, const QmsNode *node)
{
  value_free (call->result);
  call->result = value_node (node);
}

void
give_handle (Call *call, ValueKind kind, void *handle)
{
  if (call->status == QMS_OK)
    call->result = value_handle (kind, handle);
}

/* ---- numbers */

char *
decimal_text (int64_t mantissa, int32_t scale)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GINT64_FORMAT, scale + 1, ABS (mantissa));
  size_t whole = strlen (digits) - (size_t)scale;

  return g_strdup_printf ("%s%.*s%s%s", mantissa < 0 ? "-" : "", (int)whole, digits, scale ? "." : "", digits + whole);
}

int
decimal_parse (const char *text, int64_t *mantissa, int32_t *scale)
{
  const char *dot = strchr (text, '.');
  g_autofree char *digits = g_strndup (text, dot ? (gsize)(dot - text) : strlen (text));
  g_autofree char *number = g_strconcat (digits, dot ? dot + 1 : "", NULL);

  *scale = dot ? (int32_t)strlen (dot + 1) : 0;
  return g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, mantissa, NULL);
}

json_t *
duration_data (QmsStatus status, int64_t mantissa, int32_t scale, int32_t unit)
{
  g_autofree char *text = decimal_text (mantissa, scale);

  if (status != QMS_OK)
    return json_null ();
  return json_sprintf ("%s %s", text, qms_enum_value_xml (qms_enum_by_name ("duration_unit"), unit));
}

int
duration_parse (const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  *unit = words[0] && words[1] ? qms_enum_value_by_name (qms_enum_by_name ("duration_unit"), words[1]) : 0;
  return *unit != 0 && decimal_parse (words[0], mantissa, scale);
}

/* ---- times */

static GDateTime *
read_time (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return text ? g_date_time_new_from_iso8601 (text, utc) : NULL;
}

int64_t
time_parse (const char *text)
{
  g_autoptr (GDateTime) time = read_time (text);

  return time ? g_date_time_to_unix (time) : 0;
}

int
time_offset (const char *text)
{
  g_autoptr (GDateTime) time = read_time (text);

  return time ? (int)(g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE) : 0;
}

char *
time_format (int64_t seconds, int32_t offset)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, offset ? "%Y-%m-%dT%H:%M:%S%:z" : "%Y-%m-%dT%H:%M:%SZ");
}

void
date_parse (const char *text, int32_t *year, int32_t *month, int32_t *day)
{
  *year = *month = *day = 0;
  if (text)
    sscanf (text, "%d-%d-%d", year, month, day);
}
