/* SPDX-License-Identifier: Apache-2.0 */
/* Which items of the checklist could be judged at all. */
#pragma once

#include "rules/report.h"

/* Whether the document of a report holds nothing of a system but suppressions. */
bool qms_system_is_empty (const QmsNode *system);
/* Identifiers of the items that a rule or a requirement of the framework (may be NULL) had something to look at for. Free
 * with g_hash_table_unref. */
GHashTable *qms_assessed_items (const QmsReport *report, const QmsNode *framework);
