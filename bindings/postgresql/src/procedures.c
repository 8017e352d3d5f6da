/* SPDX-License-Identifier: Apache-2.0 */
/* qms_procedures: the procedures of a quality system, a row each. */
#include "functions.h"
#include "input.h"
#include "moment.h"
#include "rows.h"

static void
put_string (Rows *rows, const QmsNode *node, uint32_t field)
{
  pgqms_put_text (rows, qms_node_get_string (node, field));
}

static void
put_int (Rows *rows, const QmsNode *node, uint32_t field)
{
  pgqms_put_int (rows, (int32)qms_node_get_int (node, field), qms_node_has (node, field));
}

static void
put_date (Rows *rows, const QmsNode *node, uint32_t field)
{
  int32_t year = 1, month = 1, day = 1;
  bool is_there = qms_node_get_date (node, field, &year, &month, &day) == QMS_OK;

  pgqms_put_datum (rows, pgqms_day (year, month, day), is_there);
}

static void
put_enum (Rows *rows, const QmsNode *node, uint32_t field)
{
  const QmsEnum *names = qms_field_enum (qms_field_by_id (field));

  pgqms_put_text (rows, qms_enum_value_name (names, (int32_t)qms_node_get_int (node, field)));
}

static void
put_procedure (Rows *rows, const QmsNode *procedure)
{
  put_string (rows, procedure, QMS_PROCEDURE_ID);
  put_string (rows, procedure, QMS_PROCEDURE_CODE);
  put_enum (rows, procedure, QMS_PROCEDURE_KIND);
  put_enum (rows, procedure, QMS_PROCEDURE_STATUS);
  put_string (rows, procedure, QMS_PROCEDURE_TITLE);
  put_int (rows, procedure, QMS_PROCEDURE_EDITION);
  put_int (rows, procedure, QMS_PROCEDURE_REVISION);
  put_date (rows, procedure, QMS_PROCEDURE_ISSUE_DATE);
  put_date (rows, procedure, QMS_PROCEDURE_EFFECTIVE_DATE);
  pgqms_put_int (rows, (int32)qms_node_count (procedure, QMS_PROCEDURE_STEPS), true);
  pgqms_put_int (rows, (int32)qms_node_line (procedure), true);
  pgqms_row_end (rows);
}

Datum
core_procedures (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  const QmsNode *root = qms_document_root (guard->document);
  Rows rows;

  if (qms_type_id (qms_node_type (root)) != QMS_TYPE_SYSTEM)
    ereport (ERROR,
             (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("the document is no quality system (heThong)")));
  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_node_count (root, QMS_SYSTEM_PROCEDURES); i++)
    put_procedure (&rows, qms_node_get_node_at (root, QMS_SYSTEM_PROCEDURES, i));
  pgqms_guard_free (guard);
  return (Datum)0;
}
