/* SPDX-License-Identifier: Apache-2.0 */
/* Documents as arguments of SQL functions. */
#ifndef PGQMS_INPUT_H
#define PGQMS_INPUT_H

#include "guard.h"

/* Largest document in kB, setting qms.max_document_size. */
extern int pgqms_max_document_size;

/* Whether an argument holds bytes as in a file, and not characters in the encoding of the database. */
bool pgqms_is_bytes (FunctionCallInfo fcinfo, int argument);
/* Reads an argument (text, xml, bytea) into `*document`, which is the guard's; `name` (may be NULL) stands for the
 * file. The guard has the error. */
QmsStatus pgqms_read (Guard *guard, FunctionCallInfo fcinfo, int argument, const char *name, QmsDocument **document);
/* New guard with the document of the function's first argument; raises what is wrong with it. */
Guard *pgqms_open (FunctionCallInfo fcinfo);

#endif
