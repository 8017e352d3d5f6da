/* SPDX-License-Identifier: Apache-2.0 */
/* Texts between the server, in the encoding of the database, and the library, in UTF-8. */
#ifndef PGQMS_TEXT_H
#define PGQMS_TEXT_H

#include "postgres.h"

#include "fmgr.h"

/* UTF-8 as a string of the server. */
char *pgqms_string (const char *utf8);
/* UTF-8 as a value of type text. */
Datum pgqms_text (const char *utf8);
/* A value of type text as UTF-8. */
char *pgqms_utf8 (Datum value);
/* An argument of type text as UTF-8; NULL if it is null. */
char *pgqms_argument (FunctionCallInfo fcinfo, int argument);

#endif
