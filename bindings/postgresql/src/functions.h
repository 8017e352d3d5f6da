/* SPDX-License-Identifier: Apache-2.0 */
/* What qms.so asks of qms-core.so by name. */
#ifndef PGQMS_FUNCTIONS_H
#define PGQMS_FUNCTIONS_H

#include "postgres.h"

#include "fmgr.h"

/* Declares the settings. */
PGDLLEXPORT void pgqms_start (void);

PGDLLEXPORT Datum core_pgqms_validate (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_validate_bytes (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_is_conforming (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_is_conforming_bytes (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_report (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_report_bytes (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_procedures (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_procedures_bytes (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_to_json (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_to_json_bytes (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_due_at (PG_FUNCTION_ARGS);
PGDLLEXPORT Datum core_pgqms_due_certainty (PG_FUNCTION_ARGS);

#endif
