/* SPDX-License-Identifier: Apache-2.0 */
/* Suppressions: findings that somebody accepts for a reason and a time. They stay in the report, marked. */
#pragma once

#include "rules/check.h"
#include "rules/report.h"

/* Marks the findings of the run that `system` or the document beside it (may be NULL) suppresses, and reports
 * suppressions of `system` that match nothing. */
void qms_check_suppressions (QmsCheck *check, const QmsNode *system, QmsDocument *beside);
/* Reports the suppressions of the document beside, which is the one of this run, that none of those reports needed. */
void qms_check_suppressions_beside (QmsCheck *check, const QmsReport *const *reports, size_t count);
