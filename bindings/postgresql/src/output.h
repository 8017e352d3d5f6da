/* SPDX-License-Identifier: Apache-2.0 */
/* Results of SQL functions from what a guard holds: they free it, or raise its error if the call behind them failed. */
#ifndef PGQMS_OUTPUT_H
#define PGQMS_OUTPUT_H

#include "guard.h"

/* The guard's text. */
Datum pgqms_give_text (Guard *guard, QmsStatus status);
/* The guard's document in the type of the function's first argument and the format that it came in. */
Datum pgqms_give_document (Guard *guard, QmsStatus status, FunctionCallInfo fcinfo);

#endif
