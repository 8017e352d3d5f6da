/* SPDX-License-Identifier: Apache-2.0 */
/* What every laid-out diagram must hold, proven by geometry. */
#pragma once

#include "diagram/diagram.h"

/* The first fault of a diagram with places; NULL if it has none. Free with g_free. Lines may cross, but nothing else: lines are
 * orthogonal, end on the border of their shapes, meet no other shape or label and run on no other line; labels meet neither each
 * other nor shapes; shapes lie in their lanes, lanes tile the pool, pools lie apart. */
char *diagram_check (const QmsDiagram *diagram);
/* How often lines cross. */
guint diagram_crossings (const QmsDiagram *diagram);
