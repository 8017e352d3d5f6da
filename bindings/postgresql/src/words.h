/* SPDX-License-Identifier: Apache-2.0 */
/* Words for what the library numbers and the model has no enumeration of. */
#ifndef PGQMS_WORDS_H
#define PGQMS_WORDS_H

#include "postgres.h"

/* QMS_SEVERITY_… as a word. */
const char *pgqms_severity (int32 severity);

#endif
