/* SPDX-License-Identifier: Apache-2.0 */
/* What rules of several families ask of objectives. */
#pragma once

#include "rules/facts.h"

/* Whether `value` meets the target by the objective's comparison; true if it has no target. */
bool qms_objective_is_met (const QmsNode *objective, QmsDecimal value);
