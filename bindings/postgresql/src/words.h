/* SPDX-License-Identifier: Apache-2.0 */
/* Words for what the library numbers and the model has no enumeration of, there and back. */
#ifndef PGQMS_WORDS_H
#define PGQMS_WORDS_H

#include "postgres.h"

/* QMS_SEVERITY_… as a word. */
const char *pgqms_severity (int32 severity);
/* QMS_LANG_… of "vi" or "en"; another word is an SQL error. */
int32 pgqms_language (const char *word);
/* QMS_BPMN_… of a word; another one is an SQL error. */
int32 pgqms_bpmn_profile (const char *word);

#endif
