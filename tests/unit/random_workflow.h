/* SPDX-License-Identifier: Apache-2.0 */
/* Random procedures whose workflow is sound by construction, for property tests. */
#pragma once

#include <qms.h>

#include <glib.h>

#define RANDOM_WORKFLOW_PROCEDURE "QT"

/* A system with one procedure, RANDOM_WORKFLOW_PROCEDURE: roles, units, phases of other agencies, scenarios, forms, limits,
 * outcomes of every kind, waits, loops, branches within branches, long Vietnamese names. Nothing unreachable, no way without an
 * end, branches always meet. The same for the same seed. */
QmsDocument *random_workflow (guint32 seed);
