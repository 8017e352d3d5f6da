/* SPDX-License-Identifier: Apache-2.0 */
/* What rules of several families ask of a procedure. */
#pragma once

#include "rules/check.h"

/* Whether the procedure settles administrative procedures (kind tthc). */
bool qms_procedure_is_tthc (const QmsNode *procedure);
/* Whether it is in force as far as its status says; a procedure without a status is. */
bool qms_procedure_is_in_force (const QmsNode *procedure);
/* Name of a step for messages: its number, else its name, else its identifier, else its position. Free with g_free. */
char *qms_step_name (const QmsNode *step);
