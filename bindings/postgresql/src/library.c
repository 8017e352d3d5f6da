/* SPDX-License-Identifier: Apache-2.0 */
/* What the library itself is, holds or makes: version, frameworks, new systems, legal acts. */
#include "find.h"
#include "functions.h"
#include "moment.h"
#include "output.h"
#include "rows.h"
#include "text.h"

Datum
core_version (PG_FUNCTION_ARGS)
{
  return pgqms_text (qms_version ());
}

Datum
core_frameworks (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_framework_count (); i++) {
    if (qms_framework_load (qms_framework_id (i), &guard->document, &guard->error))
      pgqms_fail (guard);
    pgqms_put_text (&rows, qms_framework_id (i));
    pgqms_put_text (&rows, qms_node_get_string (qms_document_root (guard->document), QMS_FRAMEWORK_TITLE));
    pgqms_row_end (&rows);
    qms_document_unref (guard->document);
    guard->document = NULL;
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

/* The guard's document as XML, if the call succeeded. */
static Datum
give_xml (Guard *guard, QmsStatus status)
{
  if (status)
    pgqms_fail (guard);
  return pgqms_give_text (guard,
                          qms_document_write (guard->document, QMS_FORMAT_XML, &guard->text, NULL, &guard->error));
}

Datum
core_framework (PG_FUNCTION_ARGS)
{
  const char *id = pgqms_framework_or_fail (pgqms_argument (fcinfo, 0));
  Guard *guard = pgqms_guard_new ();

  return give_xml (guard, qms_framework_load (id, &guard->document, &guard->error));
}

/* Arguments: framework, type of agency, name. */
Datum
core_new_system (PG_FUNCTION_ARGS)
{
  const char *id = pgqms_framework_or_fail (pgqms_argument (fcinfo, 0));
  int32_t type = pgqms_value_or_fail ("agency_type", pgqms_argument (fcinfo, 1));
  Guard *guard = pgqms_guard_new ();

  return give_xml (guard,
                   qms_framework_instantiate (id, type, pgqms_argument (fcinfo, 2), &guard->document, &guard->error));
}

Datum
core_legal_act (PG_FUNCTION_ARGS)
{
  const QmsNode *act = qms_legal_find (pgqms_argument (fcinfo, 0));
  Guard *guard;

  if (!act)
    PG_RETURN_NULL ();
  guard = pgqms_guard_new ();
  return pgqms_give_text (guard, qms_node_write_json (act, &guard->text, NULL, &guard->error));
}

Datum
core_legal_status (PG_FUNCTION_ARGS)
{
  static const char *const words[] = {
    [QMS_ACT_UNKNOWN] = "unknown",
    [QMS_ACT_NOT_YET] = "not_yet",
    [QMS_ACT_IN_FORCE] = "in_force",
    [QMS_ACT_EXPIRED] = "expired",
  };
  const QmsNode *act = qms_legal_find (pgqms_argument (fcinfo, 0));
  int year, month, day;

  pgqms_split_day (PG_GETARG_DATEADT (1), &year, &month, &day);
  return pgqms_text (words[qms_legal_status (act, year, month, day)]);
}
