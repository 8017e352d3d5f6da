/* SPDX-License-Identifier: Apache-2.0 */
/* Whether what a case file says of its state is the state. */
#pragma once

#include "workflow/case_replay.h"

/* Stores the first difference in `replay`, if there is one. */
void qms_case_compare (const QmsNode *file, const QmsCaseState *state, QmsReplay *replay);
/* A time of a node; QMS_NO_TIME if it has none. */
int64_t qms_case_get_time (const QmsNode *node, uint32_t field);
