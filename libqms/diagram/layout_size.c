/* SPDX-License-Identifier: Apache-2.0 */
/* Coordinates: columns and rows are as wide and high as what stands in them, gaps and aisles as their tracks need. */
#include "diagram/font.h"
#include "diagram/layout.h"
#include "diagram/wrap.h"

enum {
  ORIGIN = 40,
  LEAST_GAP = 44,
  LEAST_RIM = 24,
  LEAST_AISLE = 10,
  LEAST_HALF = 30,
  NAME_ROOM = 40,
  LONGEST_NAME = 480
};

/* ---- across */

static void
measure_columns (const QmsLayout *layout, int *left, int *right)
{
  for (guint i = 0; i < layout->shapes; i++) {
    const QmsSpot *place = &layout->places[i];
    left[place->column] = MAX (left[place->column], place->left);
    right[place->column] = MAX (right[place->column], place->right);
  }
}

/* Columns of tasks are at least 200 apart, of gateways and events less. */
static int
gap_width (const QmsLayout *layout, guint gap)
{
  bool between = gap > 0 && gap < layout->columns;

  return MAX (between ? LEAST_GAP : LEAST_RIM, QMS_TRACK * (int)(layout->gap_tracks[gap] + 1));
}

static void
place_messages_across (QmsLayout *layout)
{
  for (guint i = 0; i < layout->messages; i++) {
    QmsMessageRoute *route = &layout->message_routes[i];
    route->x = route->around ? qms_layout_gap_track (layout, route->gap, route->gap_track)
                             : layout->places[route->shape].x + route->dock;
  }
}

void
qms_layout_place_columns (QmsLayout *layout)
{
  g_autofree int *left = g_new0 (int, layout->columns), *right = g_new0 (int, layout->columns);
  int x = ORIGIN + 2 * QMS_STRIP;

  layout->gap_x = g_new0 (int, layout->columns + 1);
  layout->gap_width = g_new0 (int, layout->columns + 1);
  layout->column_x = g_new0 (int, layout->columns);
  measure_columns (layout, left, right);
  for (guint i = 0; i <= layout->columns; i++) {
    layout->gap_x[i] = x;
    layout->gap_width[i] = gap_width (layout, i);
    x += layout->gap_width[i];
    if (i == layout->columns)
      break;
    layout->column_x[i] = x + left[i];
    x += left[i] + right[i];
  }
  layout->x = ORIGIN;
  layout->width = MAX (x - ORIGIN, MAX (layout->bands[0].width, layout->bands[1].width));
  for (guint i = 0; i < layout->shapes; i++)
    layout->places[i].x = layout->column_x[layout->places[i].column];
  place_messages_across (layout);
}

/* ---- down */

static void
measure_rows (const QmsLayout *layout, int *up, int *down)
{
  for (guint i = 0; i < layout->rows; i++)
    up[i] = down[i] = LEAST_HALF;
  for (guint i = 0; i < layout->shapes; i++) {
    const QmsSpot *place = &layout->places[i];
    up[place->row] = MAX (up[place->row], place->up);
    down[place->row] = MAX (down[place->row], place->down);
  }
}

/* Height that a name needs which runs upward in two lines. */
static int
strip_height (const char *name)
{
  return MIN (qms_font_width (name, QMS_NAME_SIZE) / QMS_STRIP_LINES + NAME_ROOM, LONGEST_NAME);
}

static int
place_aisle (QmsLayout *layout, guint aisle, int y)
{
  layout->aisle_y[aisle] = y;
  layout->aisle_height[aisle] = MAX (LEAST_AISLE, QMS_TRACK * (int)(layout->aisle_tracks[aisle] + 1));
  return y + layout->aisle_height[aisle];
}

/* The rows of a lane and the aisles around them, beginning at `y`; returns where they end. */
static int
place_lane_rows (QmsLayout *layout, guint lane, int y, const int *up, const int *down)
{
  for (guint row = layout->first_row[lane]; row < layout->first_row[lane + 1]; row++) {
    y = place_aisle (layout, qms_layout_above (layout, row), y);
    layout->row_y[row] = y + up[row];
    y += up[row] + down[row];
  }
  return place_aisle (layout, layout->first_row[lane + 1] + lane, y);
}

/* A lane that is too low for its name has room to spare on both sides of its rows. */
static int
place_lane (QmsLayout *layout, guint lane, int y, const int *up, const int *down, int least)
{
  GArray *lanes = layout->diagram->lanes;
  QmsLane *it = lane < lanes->len ? &g_array_index (lanes, QmsLane, lane) : NULL;
  int height = place_lane_rows (layout, lane, y, up, down) - y;
  int wanted = MAX (least, it ? strip_height (it->name) : 0);

  if (height < wanted) {
    place_lane_rows (layout, lane, y + (wanted - height) / 2, up, down);
    height = wanted;
  }
  if (it)
    it->box = (QmsBox){ layout->x + QMS_STRIP, y, layout->width - QMS_STRIP, height };
  return y + height;
}

/* Pools of one side; returns where they end. */
static int
place_black_boxes (QmsLayout *layout, bool above, int y)
{
  for (guint i = 1; i < layout->diagram->pools->len; i++) {
    QmsPool *pool = &g_array_index (layout->diagram->pools, QmsPool, i);
    if (pool->above == above)
      pool->box.y = y;
  }
  return layout->bands[above].pools > 0 ? y + QMS_BLACK_BOX : y;
}

static int
place_band (QmsLayout *layout, bool above, int y)
{
  layout->bands[above].y = y;
  return y + layout->bands[above].height;
}

void
qms_layout_place_rows (QmsLayout *layout)
{
  g_autofree int *up = g_new0 (int, layout->rows), *down = g_new0 (int, layout->rows);
  QmsPool *agency = &g_array_index (layout->diagram->pools, QmsPool, 0);
  int top, y, least = strip_height (agency->name) / (int)layout->lanes;

  layout->aisle_y = g_new0 (int, layout->aisles);
  layout->aisle_height = g_new0 (int, layout->aisles);
  layout->row_y = g_new0 (int, layout->rows);
  measure_rows (layout, up, down);
  top = y = place_band (layout, true, place_black_boxes (layout, true, ORIGIN));
  for (guint lane = 0; lane < layout->lanes; lane++)
    y = place_lane (layout, lane, y, up, down, least);
  agency->box = (QmsBox){ layout->x, top, layout->width, y - top };
  place_black_boxes (layout, false, place_band (layout, false, y));
  for (guint i = 0; i < layout->shapes; i++)
    layout->places[i].y = layout->row_y[layout->places[i].row];
}
