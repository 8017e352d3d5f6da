/* SPDX-License-Identifier: Apache-2.0 */
/* What rules of several families ask of announcements. */
#pragma once

#include "rules/facts.h"

/* The announcement that counts on the day of the check: the newest one that is not later; NULL if there is none with a
 * date. */
const QmsNode *qms_last_announcement (const QmsCheck *check, const QmsNode *system);
