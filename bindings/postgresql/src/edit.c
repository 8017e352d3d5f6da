/* SPDX-License-Identifier: Apache-2.0 */
/* qms_get, qms_set, qms_insert, qms_move: single values of a document, and the document with other ones. */
#include "functions.h"
#include "input.h"
#include "output.h"
#include "place.h"
#include "text.h"

Datum
core_get (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  Place place;
  Datum value;

  if (pgqms_place (qms_document_root (guard->document), pgqms_argument (fcinfo, 1), &place))
    guard->text =
        qms_node_get_text (place.node, qms_field_id (place.field), place.index == QMS_APPEND ? 0 : place.index);
  fcinfo->isnull = !guard->text;
  value = guard->text ? pgqms_text (guard->text) : (Datum)0;
  pgqms_guard_free (guard);
  return value;
}

/* The text that files have: of an enumeration, API names are taken as well. */
static const char *
text_in_files (const QmsField *field, const char *value)
{
  const QmsEnum *words = qms_field_enum (field);
  const char *text = qms_enum_value_xml (words, qms_enum_value_by_name (words, value));

  return text ? text : value;
}

/* Positions count from 1 here, as in paths; the library's own errors count from 0. */
static void
check_position (const Place *place, int64_t position, size_t more)
{
  size_t count = qms_node_count (place->node, qms_field_id (place->field));

  if (position < 1 || (size_t)position > count + more)
    ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE),
                     errmsg ("%s", pgqms_string (psprintf ("vị trí " INT64_FORMAT " nằm ngoài danh sách có %zu mục",
                                                           position, count))),
                     errdetail ("position " INT64_FORMAT " is outside a list of %zu items", position, count)));
}

static QmsStatus
clear (const Place *place, QmsError **error)
{
  uint32_t field = qms_field_id (place->field);

  if (place->index == QMS_APPEND)
    return qms_node_unset (place->node, field);
  check_position (place, (int64_t)place->index + 1, 0);
  return qms_node_remove (place->node, field, place->index, error);
}

static QmsStatus
insert (const Place *place, const char *value, QmsError **error)
{
  uint32_t field = qms_field_id (place->field);

  if (place->index != QMS_APPEND)
    check_position (place, (int64_t)place->index + 1, 1);
  if (qms_field_kind (place->field) == QMS_KIND_NODE && !value)
    return qms_node_add (place->node, field, place->index, error) ? QMS_OK : qms_error_status (*error);
  return qms_node_insert_text (place->node, field, place->index, value ? text_in_files (place->field, value) : NULL,
                               error);
}

/* Another value; an item of a list is replaced. */
static QmsStatus
set (const Place *place, const char *value, QmsError **error)
{
  Place old = *place;
  QmsStatus status;

  if (place->index == QMS_APPEND)
    return qms_node_set_text (place->node, qms_field_id (place->field), text_in_files (place->field, value), error);
  check_position (place, (int64_t)place->index + 1, 0);
  status = insert (place, value, error);
  old.index++;
  return status ? status : clear (&old, error);
}

/* The guard holds the document of the first argument, `place` what the second one names. */
static Guard *
open_place (FunctionCallInfo fcinfo, Place *place)
{
  Guard *guard = pgqms_open (fcinfo);

  pgqms_place_or_fail (qms_document_root (guard->document), pgqms_argument (fcinfo, 1), place);
  return guard;
}

Datum
core_set (PG_FUNCTION_ARGS)
{
  const char *value;
  Guard *guard;
  Place place;

  if (PG_ARGISNULL (0) || PG_ARGISNULL (1))
    PG_RETURN_NULL ();
  value = pgqms_argument (fcinfo, 2);
  guard = open_place (fcinfo, &place);
  return pgqms_give_document (guard, value ? set (&place, value, &guard->error) : clear (&place, &guard->error),
                              fcinfo);
}

Datum
core_insert (PG_FUNCTION_ARGS)
{
  const char *value;
  Guard *guard;
  Place place;

  if (PG_ARGISNULL (0) || PG_ARGISNULL (1))
    PG_RETURN_NULL ();
  value = pgqms_argument (fcinfo, 2);
  guard = open_place (fcinfo, &place);
  return pgqms_give_document (guard, insert (&place, value, &guard->error), fcinfo);
}

Datum
core_move (PG_FUNCTION_ARGS)
{
  int32_t to = PG_GETARG_INT32 (2);
  Place place;
  Guard *guard = open_place (fcinfo, &place);
  QmsStatus status;

  check_position (&place, place.index == QMS_APPEND ? 0 : (int64_t)place.index + 1, 0);
  check_position (&place, to, 0);
  status = qms_node_move (place.node, qms_field_id (place.field), place.index, (size_t)to - 1, &guard->error);
  return pgqms_give_document (guard, status, fcinfo);
}
