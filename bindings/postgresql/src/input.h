/* SPDX-License-Identifier: Apache-2.0 */
/* Documents as arguments of SQL functions. */
#ifndef PGQMS_INPUT_H
#define PGQMS_INPUT_H

#include "guard.h"

/* What an argument holds: characters (text, xml) in the encoding of the database, or bytes as in a file. */
typedef enum { CHARACTERS, BYTES } Form;

/* Largest document in kB, setting qms.max_document_size. */
extern int pgqms_max_document_size;

/* Reads `argument` into the guard's document; `name` (may be NULL) stands for the file. The guard has the error. */
QmsStatus pgqms_read (Guard *guard, Datum argument, Form form, const char *name);
/* New guard with the document of the function's first argument; raises what is wrong with it. */
Guard *pgqms_open (FunctionCallInfo fcinfo, Form form);

#endif
