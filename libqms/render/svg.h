/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the SVG writer share. */
#pragma once

#include "core/node.h"
#include "diagram/diagram.h"

/* A part of the diagram that stands on one page. */
typedef struct {
  QmsBox window;                     /* in the diagram */
  GArray *shapes, *flows, *messages; /* indices of what is to be seen there */
  guint page;                        /* from 1; 0: nothing is to be seen */
  guint left, right, up, down;       /* pages that it borders on; 0: none */
} QmsTile;

typedef struct {
  const QmsDiagram *diagram;
  const QmsNode *procedure;
  GString *out;
  const QmsTile *tile;
  guint page, pages; /* page from 1 */
  double scale;
  bool inside; /* a page of HTML, whose style sheet has the colours */
} QmsSvgWriter;

enum {
  QMS_PAGE_WIDTH = 1280, /* A4 in landscape; 12 pixels are 8 points */
  QMS_PAGE_HEIGHT = 905,
  QMS_PAGE_MARGIN = 36,
  QMS_PAGE_HEAD = 52, /* title and subtitle */
  QMS_PAGE_FOOT = 18,
  QMS_PAGE_MARKS = 60,  /* strip at each side for marks of lines that go on elsewhere, two of them side by side */
  QMS_PAGE_STRIPS = 60, /* names of pool and lanes, on every page */
  QMS_PAGE_MOST = 500,  /* pages of one chart: nobody joins more */
  QMS_ARROW = 8,        /* length of an arrow */
};

/* svg.c: the whole chart of a procedure as an element of an HTML page. Returns its width in pixels; 0, with nothing written, if it
 * cannot be drawn. */
int qms_svg_append_inline (GString *out, const QmsNode *procedure);

/* svg_cut.c: where windows of at most `capacity` begin, and the last one ends: between shapes, labels and lines along them. */
GArray *qms_svg_cuts (const QmsDiagram *diagram, const QmsBox *whole, bool down, int capacity);
/* svg_tile.c: pages of a diagram, of QmsTile, row by row. `scale` becomes less than 1 where a little less saves pages. */
GPtrArray *qms_svg_tiles (const QmsDiagram *diagram, double *scale);
/* One page of all. */
GPtrArray *qms_svg_one_tile (const QmsDiagram *diagram);
/* The whole diagram but the names of the agency and its lanes. */
QmsBox qms_svg_whole (const QmsDiagram *diagram);

/* svg_text.c */
typedef enum { QMS_ANCHOR_START, QMS_ANCHOR_MIDDLE, QMS_ANCHOR_END } QmsAnchor;
/* A line of text; `y` is its base line. A width is stated where it is known, so that another font cannot overflow. */
void qms_svg_line (GString *out, const char *class_name, int size, QmsAnchor anchor, int x, int y, const char *text);
/* Lines in the middle of a box, shortened with an ellipsis to what it holds. */
void qms_svg_fill (GString *out, const char *class_name, int size, const QmsBox *box, const char *text);
/* The same, upward. */
void qms_svg_fill_upward (GString *out, const char *class_name, int size, const QmsBox *box, const char *text);
/* Text in the lines of the layout, in a label box. */
void qms_svg_label (GString *out, const QmsBox *box, const char *text);

/* svg_shape.c: a task, event or gateway with its label. */
void qms_svg_shape (QmsSvgWriter *writer, const QmsShape *shape);
/* svg_flow.c: lines with arrows and labels. */
void qms_svg_flows (QmsSvgWriter *writer);
/* svg_pool.c: pools and lanes; their names at the left edge of every page. */
void qms_svg_pools (QmsSvgWriter *writer);
void qms_svg_strips (QmsSvgWriter *writer, const QmsBox *where);
/* svg_mark.c: marks where lines leave the page. */
void qms_svg_marks (QmsSvgWriter *writer, const QmsBox *where);
/* svg_describe.c: what the page shows, in words, for those who do not see it. */
void qms_svg_describe (const QmsSvgWriter *writer);
/* Time of a step in words; NULL if it has none. Free with g_free. */
char *qms_svg_time (const QmsDiagram *diagram, size_t step);

/* Whether a box is to be seen in the window. */
static inline bool
qms_svg_is_seen (const QmsSvgWriter *writer, const QmsBox *box)
{
  const QmsBox *window = &writer->tile->window;
  return box->x <= window->x + window->width && box->x + box->width >= window->x && box->y <= window->y + window->height
         && box->y + box->height >= window->y;
}

/* What is to be seen on the page, by its place in the lists of the tile. */
static inline const QmsShape *
qms_svg_shape_at (const QmsSvgWriter *writer, guint index)
{
  return &g_array_index (writer->diagram->shapes, QmsShape, g_array_index (writer->tile->shapes, guint, index));
}

static inline const QmsFlow *
qms_svg_flow (const QmsSvgWriter *writer, guint index)
{
  return &g_array_index (writer->diagram->flows, QmsFlow, g_array_index (writer->tile->flows, guint, index));
}

static inline const QmsMessage *
qms_svg_message (const QmsSvgWriter *writer, guint index)
{
  return &g_array_index (writer->diagram->messages, QmsMessage, g_array_index (writer->tile->messages, guint, index));
}
