/* SPDX-License-Identifier: Apache-2.0 */
/* Heights above a row of positions, to stack intervals: a tree, so that long intervals cost no more than short ones. */
#pragma once

#include <glib.h>

typedef struct {
  guint length;
  guint *highest; /* by node of the tree: in its part */
  guint *whole;   /* that all of its part has been raised to */
} QmsLevels;

void qms_levels_init (QmsLevels *levels, guint length);
void qms_levels_clear (QmsLevels *levels);
/* The greatest height from one position to another, both included. */
guint qms_levels_highest (const QmsLevels *levels, guint from, guint to);
/* Raises all of them to a height that none exceeds. */
void qms_levels_raise (QmsLevels *levels, guint from, guint to, guint height);
