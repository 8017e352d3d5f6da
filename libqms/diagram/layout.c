/* SPDX-License-Identifier: Apache-2.0 */
/* The layout of a diagram, step by step. */
#include "diagram/layout.h"

static void
begin (QmsLayout *layout, QmsDiagram *diagram)
{
  *layout = (QmsLayout){ .diagram = diagram, .shapes = diagram->shapes->len, .flows = diagram->flows->len };
  layout->messages = diagram->messages->len;
  layout->lanes = MAX (diagram->lanes->len, 1);
  layout->places = g_new0 (QmsSpot, layout->shapes);
  layout->routes = g_new0 (QmsRoute, layout->flows);
  layout->message_routes = g_new0 (QmsMessageRoute, layout->messages);
  layout->cells = g_hash_table_new (g_direct_hash, g_direct_equal);
  layout->ends = g_hash_table_new (g_direct_hash, g_direct_equal);
}

static void
finish (QmsLayout *layout)
{
  gpointer arrays[] = { layout->places,       layout->routes,     layout->message_routes, layout->first_row,
                        layout->row_lane,     layout->aisle_lane, layout->gap_tracks,     layout->aisle_tracks,
                        layout->gap_x,        layout->gap_width,  layout->column_x,       layout->aisle_y,
                        layout->aisle_height, layout->row_y };
  for (size_t i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_free (arrays[i]);
  g_hash_table_unref (layout->cells);
  g_hash_table_unref (layout->ends);
}

void
qms_diagram_layout (QmsDiagram *diagram)
{
  QmsLayout layout;

  begin (&layout, diagram);
  qms_layout_rank (&layout);
  qms_layout_grid (&layout);
  qms_layout_ways (&layout);
  qms_layout_ports (&layout);
  qms_layout_docks (&layout);
  qms_layout_tracks (&layout);
  qms_layout_measure_bands (&layout);
  qms_layout_place_columns (&layout);
  qms_layout_place_messages (&layout);
  qms_layout_place_rows (&layout);
  qms_layout_draw (&layout);
  finish (&layout);
}
