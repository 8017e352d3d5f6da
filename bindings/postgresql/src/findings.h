/* SPDX-License-Identifier: Apache-2.0 */
/* Findings as the result of SQL functions. */
#ifndef PGQMS_FINDINGS_H
#define PGQMS_FINDINGS_H

#include "guard.h"

/* The findings of the guard's report, a row each; the guard is freed. */
Datum pgqms_give_findings (Guard *guard, FunctionCallInfo fcinfo);

#endif
