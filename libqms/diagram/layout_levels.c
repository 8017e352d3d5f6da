/* SPDX-License-Identifier: Apache-2.0 */
/* A binary tree over positions; the children of node n are 2n and 2n + 1, the root is 1. */
#include "diagram/layout_levels.h"

/* A node and the positions `first` to `last` that it stands for. */
typedef struct {
  guint node, first, last;
} Part;

static Part
half (Part part, guint which)
{
  guint middle = part.first + (part.last - part.first) / 2;

  return which == 0 ? (Part){ 2 * part.node, part.first, middle } : (Part){ 2 * part.node + 1, middle + 1, part.last };
}

void
qms_levels_init (QmsLevels *levels, guint length)
{
  levels->length = length;
  levels->highest = g_new0 (guint, 4 * (gsize)length);
  levels->whole = g_new0 (guint, 4 * (gsize)length);
}

void
qms_levels_clear (QmsLevels *levels)
{
  g_free (levels->highest);
  g_free (levels->whole);
}

static guint
highest (const QmsLevels *levels, Part part, guint from, guint to)
{
  guint found;

  if (part.first > to || part.last < from)
    return 0;
  if (part.first >= from && part.last <= to)
    return levels->highest[part.node];
  found = levels->whole[part.node];
  for (guint i = 0; i < 2; i++) {
    guint below = highest (levels, half (part, i), from, to);
    found = MAX (found, below);
  }
  return found;
}

guint
qms_levels_highest (const QmsLevels *levels, guint from, guint to)
{
  return highest (levels, (Part){ 1, 0, levels->length - 1 }, from, to);
}

static void
lift (QmsLevels *levels, Part part, guint from, guint to, guint height)
{
  if (part.first > to || part.last < from)
    return;
  levels->highest[part.node] = MAX (levels->highest[part.node], height);
  if (part.first >= from && part.last <= to)
    levels->whole[part.node] = height;
  else
    for (guint i = 0; i < 2; i++)
      lift (levels, half (part, i), from, to, height);
}

void
qms_levels_raise (QmsLevels *levels, guint from, guint to, guint height)
{
  lift (levels, (Part){ 1, 0, levels->length - 1 }, from, to, height);
}
