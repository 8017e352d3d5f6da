/* SPDX-License-Identifier: Apache-2.0 */
/* qms_procedures: the procedures of a quality system, a row each. */
#include "functions.h"
#include "input.h"
#include "text.h"

#include "funcapi.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

enum { ID, CODE, KIND, STATUS, TITLE, EDITION, REVISION, ISSUE_DATE, EFFECTIVE_DATE, STEPS, LINE, COLUMNS };

static void
put_int (Datum *values, bool *nulls, int column, const QmsNode *node, uint32_t field)
{
  nulls[column] = !qms_node_has (node, field);
  values[column] = Int32GetDatum ((int32)qms_node_get_int (node, field));
}

static void
put_date (Datum *values, bool *nulls, int column, const QmsNode *node, uint32_t field)
{
  int32_t year = 1, month = 1, day = 1;

  nulls[column] = qms_node_get_date (node, field, &year, &month, &day) != QMS_OK;
  values[column] = DateADTGetDatum (date2j (year, month, day) - POSTGRES_EPOCH_JDATE);
}

static void
put_enum (Datum *values, bool *nulls, int column, const QmsNode *node, uint32_t field)
{
  const QmsEnum *names = qms_field_enum (qms_field_by_id (field));

  pgqms_put_text (values, nulls, column, qms_enum_value_name (names, (int32_t)qms_node_get_int (node, field)));
}

static void
fill_row (const QmsNode *procedure, Datum *values, bool *nulls)
{
  pgqms_put_text (values, nulls, ID, qms_node_get_string (procedure, QMS_PROCEDURE_ID));
  pgqms_put_text (values, nulls, CODE, qms_node_get_string (procedure, QMS_PROCEDURE_CODE));
  put_enum (values, nulls, KIND, procedure, QMS_PROCEDURE_KIND);
  put_enum (values, nulls, STATUS, procedure, QMS_PROCEDURE_STATUS);
  pgqms_put_text (values, nulls, TITLE, qms_node_get_string (procedure, QMS_PROCEDURE_TITLE));
  put_int (values, nulls, EDITION, procedure, QMS_PROCEDURE_EDITION);
  put_int (values, nulls, REVISION, procedure, QMS_PROCEDURE_REVISION);
  put_date (values, nulls, ISSUE_DATE, procedure, QMS_PROCEDURE_ISSUE_DATE);
  put_date (values, nulls, EFFECTIVE_DATE, procedure, QMS_PROCEDURE_EFFECTIVE_DATE);
  values[STEPS] = Int32GetDatum ((int32)qms_node_count (procedure, QMS_PROCEDURE_STEPS));
  values[LINE] = Int32GetDatum ((int32)qms_node_line (procedure));
}

static const QmsNode *
system_of (Guard *guard)
{
  const QmsNode *root = qms_document_root (guard->document);

  if (qms_type_id (qms_node_type (root)) != QMS_TYPE_SYSTEM)
    ereport (ERROR,
             (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("the document is no quality system (heThong)")));
  return root;
}

static Datum
procedures (FunctionCallInfo fcinfo, Form form)
{
  ReturnSetInfo *result = (ReturnSetInfo *)fcinfo->resultinfo;
  Guard *guard = pgqms_open (fcinfo, form);
  const QmsNode *root = system_of (guard);
  MemoryContext caller = CurrentMemoryContext, row;

  InitMaterializedSRF (fcinfo, 0);
  row = AllocSetContextCreate (guard->context, "qms row", ALLOCSET_DEFAULT_SIZES);
  for (size_t i = 0; i < qms_node_count (root, QMS_SYSTEM_PROCEDURES); i++) {
    Datum values[COLUMNS];
    bool nulls[COLUMNS] = { false };

    MemoryContextSwitchTo (row);
    fill_row (qms_node_get_node_at (root, QMS_SYSTEM_PROCEDURES, i), values, nulls);
    tuplestore_putvalues (result->setResult, result->setDesc, values, nulls);
    MemoryContextSwitchTo (caller);
    MemoryContextReset (row);
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_pgqms_procedures (PG_FUNCTION_ARGS)
{
  return procedures (fcinfo, CHARACTERS);
}

Datum
core_pgqms_procedures_bytes (PG_FUNCTION_ARGS)
{
  return procedures (fcinfo, BYTES);
}
