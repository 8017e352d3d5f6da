/* SPDX-License-Identifier: Apache-2.0 */
/* Text broken into lines that fit a width. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct {
  GPtrArray *lines; /* of char *, in order; none of blank text */
  int width;        /* of the widest line, in pixels */
  bool cut;         /* text was left out at the end, and an ellipsis says so */
} QmsLines;

enum {
  QMS_LABEL_SIZE = 11, /* of text outside shapes */
  QMS_NAME_SIZE = 12,  /* of text inside them */
};

/* Breaks text at spaces and behind hyphens and slashes, words too long for a line between what readers see as characters; white
 * space and controls count as one space. At most `max` lines. */
QmsLines *qms_wrap (const char *text, int size, int width, guint max);
/* The same with lines of nearly equal length, and no more of them. */
QmsLines *qms_wrap_evenly (const char *text, int size, int width, guint max);
/* Lines of text that stands beside shapes and flows. */
QmsLines *qms_wrap_label (const char *text);
void qms_lines_free (QmsLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsLines, qms_lines_free)

/* Distance between lines of text of a size, in pixels. */
static inline int
qms_line_height (int size)
{
  return (size * 6 + 4) / 5;
}
