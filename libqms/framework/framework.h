/* SPDX-License-Identifier: Apache-2.0 */
/* Frameworks inside the library: where they come from, how one is laid over another, what a system owes to one. */
#pragma once

#include "core/document.h"
#include "gen/rules.h"
#include "rules/check.h"

#include <qms/framework.h>

/* Reports how `system` falls short of a resolved framework. */
void qms_framework_check (QmsCheck *check, const QmsNode *framework, const QmsNode *system);

/* Reports names and values that a requirement or further place gives and elements of `type` do not have; `about` is what
 * the findings are about. */
void qms_requirement_check_fields (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type);
void qms_requirement_check_values (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type);

/* Whether a sample (<mau>) is for an agency type. */
bool qms_sample_is_for (const QmsNode *sample, int32_t agency_type);
/* New system from the samples of a resolved framework, for an agency type and a name that are fit. */
QmsStatus qms_framework_fill (const QmsNode *framework, int32_t agency_type, const char *name, QmsDocument **system,
                              QmsError **error);

/* Whether a framework of that identifier ships with the library. A file that is judged may name only such a one: it must
 * not choose what else is opened. */
bool qms_framework_is_shipped (const char *id);

/* Where the framework `id` is: a shipped one, a file named by its path, or, as a base, `id`.xml in the folder `beside`
 * (may be NULL). A path for qms_source_read; free it with g_free. */
QmsStatus qms_source_locate (const char *id, const char *beside, char **path, QmsError **error);
/* Reads a file of the library's own data or of the disk; its root must be of `root_type`. */
QmsStatus qms_source_read (const char *path, uint32_t root_type, QmsDocument **document, QmsError **error);

/* Lays nodes over a ground, one after the other, in time linear in what is laid. A scalar takes the place of the one
 * below, so does a list of scalars; a node is laid over the node below; an item of a list over the item that has its
 * identifier or code, and is appended if there is none. Comments and foreign content stay behind: they are notes to
 * whoever keeps the file. */
typedef struct QmsOverlay QmsOverlay;
QmsOverlay *qms_overlay_new (QmsNode *ground);
void qms_overlay_free (QmsOverlay *overlay);
/* Item of a list of the ground with that identifier or code; NULL if there is none. */
QmsNode *qms_overlay_find (const QmsOverlay *overlay, const QmsField *list, const char *key);
QmsStatus qms_overlay_lay (QmsOverlay *overlay, const QmsNode *node, QmsError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsOverlay, qms_overlay_free)

/* Replaces {{name}} in every string of `node` and below by its value; a name without one stays. */
QmsStatus qms_substitute (QmsNode *node, GHashTable *values, QmsError **error);
