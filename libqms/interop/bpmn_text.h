/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of a BPMN file that are made from the model. The writer writes them; the reader compares them, to see what a person has
 * changed. */
#pragma once

#include "core/node.h"

/* What a line of <documentation> begins with that tells a time of the step. */
#define BPMN_TIME_LABEL "Thời gian: "

/* How many characters of a name people see. */
enum { BPMN_NAME_TASK = 60, BPMN_NAME_POOL = 80, BPMN_NAME_OTHER = 40, BPMN_NAME_PROCESS = 200 };

/* A name on one line, shortened at a word. Free with g_free. */
char *bpmn_short_name (const char *name, size_t limit);
/* <documentation> of a step and of the process; "" if there is nothing to say. Free with g_free. */
char *bpmn_step_documentation (const QmsNode *step);
char *bpmn_process_documentation (const QmsNode *procedure);
/* Time of a step as ISO 8601 has it, in calendar time; NULL if none is given for all scenarios. Free with g_free. */
char *bpmn_timer_text (const QmsNode *step);
/* Identifier of a model node made fit for names of variables: letters, digits, "_". Free with g_free. */
char *bpmn_variable (const char *prefix, const char *id);
/* The administrative procedure that a procedure settles; NULL if none. */
const QmsNode *bpmn_administrative (const QmsNode *procedure);

/* bpmn_source.c: the procedure with agency, units, positions and roles that it refers to, as a libqms file without XML
 * declaration. Free `*text` with g_free. */
QmsStatus bpmn_source_write (const QmsNode *procedure, char **text, QmsError **error);
