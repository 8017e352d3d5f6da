/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the layout share. Shapes stand in a grid of columns and rows; a lane has one or more rows. Left of each column
 * runs a gap (and one behind the last), above each row and below the last row of a lane an aisle. Flows turn only in gaps and
 * aisles, each on a track of its own, so no flow meets a shape that is not its own and no two run on one line. */
#pragma once

#include "diagram/diagram.h"

typedef enum {
  QMS_WAY_STRAIGHT, /* along the row */
  QMS_WAY_STEP,     /* one gap: along its row, up or down, along the other's row */
  QMS_WAY_AROUND,   /* gap, aisle, gap */
} QmsFlowWay;

/* Where a shape stands. */
typedef struct {
  guint column, row;
  int half_width, half_height;
  int left, right, up, down;      /* room it needs around its middle, with its labels and the ends of its flows */
  int x, y;                       /* its middle */
  guint above, below;             /* messages that end at its upper and lower side */
  guint exits_above, exits_below; /* flows that leave upward, downward */
  QmsBox label;                   /* from its middle */
} QmsSpot;

/* How a flow goes. Offsets are from the middle of the row. */
typedef struct {
  bool back; /* leads to a column that is not further right */
  QmsFlowWay way;
  int out, in; /* where it leaves and arrives */
  bool stub;   /* leaves a gateway or event upward or downward, `stub_x` right of its middle */
  int stub_x;
  guint out_gap, in_gap, aisle;
  guint out_track, in_track, aisle_track;
  QmsBox label; /* from the middle of the source */
} QmsRoute;

/* How a message goes between a shape and a pool. */
typedef struct {
  guint shape, pool;
  bool out; /* from the shape */
  bool up;
  bool around; /* not straight: other shapes stand between */
  int dock;    /* offset from the middle of the shape */
  guint gap, aisle, gap_track, aisle_track;
  int x;        /* where it crosses the border of the agency's pool */
  int end;      /* where it meets the other pool */
  guint jog;    /* track between the pools, if x and end differ */
  QmsBox label; /* only its size */
} QmsMessageRoute;

/* The space between the agency's pool and those above or below it. */
typedef struct {
  guint pools, jogs;
  int width;  /* that the pools need for their messages */
  int labels; /* height of the highest label */
  int y, height;
} QmsBand;

typedef struct {
  QmsDiagram *diagram;
  guint shapes, flows, messages;
  guint columns, rows, lanes, aisles;
  QmsSpot *places;
  QmsRoute *routes;
  QmsMessageRoute *message_routes;
  guint *first_row; /* of each lane, and the number of rows */
  guint *row_lane, *aisle_lane;
  GHashTable *cells; /* cells that are taken */
  GHashTable *ends;  /* heights at which flows run in a row beside a gap: see layout_port.c */
  guint *gap_tracks, *aisle_tracks;
  int *gap_x, *gap_width, *column_x; /* columns: of the middle */
  int *aisle_y, *aisle_height, *row_y;
  QmsBand bands[2]; /* below, above */
  int x, width;     /* of the pools */
} QmsLayout;

enum {
  QMS_TRACK = 12,      /* distance between lines */
  QMS_STRIP = 30,      /* where names of pools and lanes stand */
  QMS_BLACK_BOX = 60,  /* height of a pool without lanes */
  QMS_STRIP_LINES = 2, /* of names of lanes and pools, which run upward */
};

static inline guint
qms_layout_above (const QmsLayout *layout, guint row)
{
  return row + layout->row_lane[row];
}

static inline guint
qms_layout_below (const QmsLayout *layout, guint row)
{
  return qms_layout_above (layout, row) + 1;
}

/* Order from top to bottom of rows and aisles. */
static inline guint
qms_layout_row_position (const QmsLayout *layout, guint row)
{
  return 2 * row + layout->row_lane[row] + 1;
}

static inline guint
qms_layout_aisle_position (const QmsLayout *layout, guint aisle)
{
  return 2 * aisle - layout->aisle_lane[aisle];
}

static inline int
qms_layout_gap_track (const QmsLayout *layout, guint gap, guint track)
{
  int used = QMS_TRACK * ((int)layout->gap_tracks[gap] - 1);
  return layout->gap_x[gap] + (layout->gap_width[gap] - used) / 2 + QMS_TRACK * (int)track;
}

static inline int
qms_layout_aisle_track (const QmsLayout *layout, guint aisle, guint track)
{
  return layout->aisle_y[aisle] + QMS_TRACK * (int)(track + 1);
}

static inline const QmsShape *
qms_layout_shape (const QmsLayout *layout, guint shape)
{
  return &g_array_index (layout->diagram->shapes, QmsShape, shape);
}

static inline const QmsFlow *
qms_layout_flow (const QmsLayout *layout, guint flow)
{
  return &g_array_index (layout->diagram->flows, QmsFlow, flow);
}

/* Whether it has corners on all sides, so that a flow can leave upward and downward: gateways and events. */
static inline bool
qms_layout_is_round (const QmsLayout *layout, guint shape)
{
  QmsShapeKind kind = qms_layout_shape (layout, shape)->kind;
  return kind != QMS_SHAPE_TASK && kind != QMS_SHAPE_RECEIVE;
}

/* layout_rank.c: columns, by the longest way from the start; what leads back does not count. */
void qms_layout_rank (QmsLayout *layout);
/* layout_grid.c: rows, stacking shapes that share lane and column. */
void qms_layout_grid (QmsLayout *layout);
bool qms_layout_take (QmsLayout *layout, guint row, guint column);
bool qms_layout_is_free (const QmsLayout *layout, guint row, guint column);
/* layout_way.c: which gaps and aisles flows and messages take. */
void qms_layout_ways (QmsLayout *layout);
/* layout_port.c: where they leave and arrive. */
void qms_layout_ports (QmsLayout *layout);
/* layout_shape.c: sizes of shapes and labels, and the room they need. */
void qms_layout_base_size (QmsLayout *layout, guint shape);
void qms_layout_measure_label (const char *name, QmsBox *label);
void qms_layout_place_labels (QmsLayout *layout);
/* How far the border is from the middle, at an offset across. */
int qms_layout_border (const QmsLayout *layout, guint shape, int offset);
/* How far a flow or message may end from the middle of a side; G_MAXINT if the shape can grow for it. */
int qms_layout_reach (const QmsLayout *layout, guint shape);
/* layout_track.c: tracks in gaps and aisles. */
void qms_layout_tracks (QmsLayout *layout);
/* layout_size.c: coordinates of columns and gaps; of pools, lanes, rows and aisles. */
void qms_layout_place_columns (QmsLayout *layout);
void qms_layout_place_rows (QmsLayout *layout);
/* layout_message.c: where messages leave shapes, how wide and high the bands between the pools are, where messages meet pools. */
void qms_layout_docks (QmsLayout *layout);
void qms_layout_measure_bands (QmsLayout *layout);
void qms_layout_place_messages (QmsLayout *layout);
/* layout_draw.c: points and labels. */
void qms_layout_draw (QmsLayout *layout);
