/* SPDX-License-Identifier: Apache-2.0 */
/* What SQL functions name by a text: nodes by identifier, enumerations by a word, frameworks. */
#ifndef PGQMS_FIND_H
#define PGQMS_FIND_H

#include "input.h"

/* The node with an identifier or at a path ("/…"); an SQL error if there is none. */
QmsNode *pgqms_find_or_fail (QmsDocument *document, const char *name);
/* The value of an enumeration named `enumeration`; an SQL error if it has no such value. */
int32_t pgqms_value_or_fail (const char *enumeration, const char *name);
/* `id`, if it is NULL or that of a framework that ships with the library; otherwise an SQL error: no function opens
 * a file. */
const char *pgqms_framework_or_fail (const char *id);
/* mantissa × 10^-scale units (QMS_DURATION_UNIT_…) as files have them. */
char *pgqms_duration (int64_t mantissa, int32_t scale, int32_t unit);

#endif
