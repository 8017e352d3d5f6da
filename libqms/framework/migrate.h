/* SPDX-License-Identifier: Apache-2.0 */
/* Inside a migration: the system that is moved, where to, and the list of what people have to do. */
#pragma once

#include "framework/framework.h"

typedef struct {
  QmsNode *system;     /* root of the document that is changed */
  const char *to;      /* identifier or file of the framework that it is moved to; NULL: it keeps its own */
  QmsDocument *target; /* that framework */
  const QmsNode *plan; /* the target's migration from the system's framework; NULL if there is no target */
  QmsError *work;      /* what people have to do: a chain, and its end */
  QmsError *last;
} QmsMigration;

/* Adds to the list of what people have to do. `about` (may be NULL) is the node. Names and values in turn, ended by NULL. */
void qms_migration_note (QmsMigration *migration, int message, const QmsNode *about, ...) G_GNUC_NULL_TERMINATED;

/* Makes one procedure of those that the plan maps to one. All that they hold is kept. */
QmsStatus qms_migrate_procedures (QmsMigration *migration, QmsError **error);
/* What `source` has only once and otherwise than `target`, in lines for people; free with g_free. Comments and foreign
 * content of the source go to the target. Lists of nodes and texts, which the target takes over as such, are left out. */
char *qms_absorb_procedure (QmsNode *target, const QmsNode *source);
/* Adds from the target's samples what the plan names and the system lacks. */
QmsStatus qms_migrate_additions (QmsMigration *migration, QmsError **error);
/* Moves forms of sets that have ended by `day` to those of the acts that replaced them, by kind. */
QmsStatus qms_migrate_forms (QmsMigration *migration, int64_t day, QmsError **error);

/* Rewrites every reference at or below `node` to an identifier that has another in `ids` (old → new). */
QmsStatus qms_redirect (QmsNode *node, GHashTable *ids, QmsError **error);
