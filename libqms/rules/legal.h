/* SPDX-License-Identifier: Apache-2.0 */
/* The legal acts that the nodes of a run name. */
#pragma once

#include "legal/acts.h"
#include "rules/check.h"

/* Fields of a type that name an act and say something about it; 0 for what the type does not have. */
typedef struct {
  uint32_t type;
  uint32_t number, date, effective, expiry;
} QmsActPlace;

/* Of a citation, an external document or a form. */
const QmsActPlace *qms_act_place (const QmsNode *node);
/* The acts of this run. */
const QmsActs *qms_check_acts (const QmsCheck *check);
/* The act that such a node names; NULL if it names none that is known. */
const QmsAct *qms_check_act (QmsCheck *check, const QmsNode *node);
/* Whether the list of external documents has something, but not what the citation names; told once for each act. */
bool qms_check_is_unlisted (QmsCheck *check, const QmsNode *citation);
