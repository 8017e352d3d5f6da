/* SPDX-License-Identifier: Apache-2.0 */
/* Flows and messages: lines with an arrow at the end. */
#include "core/text.h"
#include "render/svg.h"

enum { WING = 4, DOT = 3 };

/* A flow's arrow is full, a message's is open and its other end a small circle. */
static void
append_arrow (GString *out, const QmsPoint *from, const QmsPoint *to, bool message)
{
  int x = (to->x > from->x) - (to->x < from->x), y = (to->y > from->y) - (to->y < from->y);

  g_string_append_printf (out, "<path class=\"%s\" d=\"M%d %dl%d %dl%d %dz\"/>\n", message ? "open" : "arrow", to->x,
                          to->y, -QMS_ARROW * x + WING * y, -QMS_ARROW * y + WING * x, -2 * WING * y, -2 * WING * x);
}

static void
append_line (const QmsSvgWriter *writer, const GArray *points, bool message)
{
  const QmsPoint *first = &g_array_index (points, QmsPoint, 0), *last = first + points->len - 1;

  g_string_append_printf (writer->out, "<polyline class=\"%s\" points=\"", message ? "message" : "flow");
  for (guint i = 0; i < points->len; i++)
    g_string_append_printf (writer->out, "%s%d,%d", i > 0 ? " " : "", first[i].x, first[i].y);
  g_string_append (writer->out, "\"/>\n");
  append_arrow (writer->out, last - 1, last, message);
  if (message)
    g_string_append_printf (writer->out, "<circle class=\"open\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n", first->x, first->y,
                            DOT);
}

static void
append_label (const QmsSvgWriter *writer, const QmsBox *box, const char *name)
{
  if (box->width == 0 || !qms_svg_is_seen (writer, box))
    return;
  qms_text_append_markup (writer->out, "<g><title>%s</title>\n", name);
  qms_svg_label (writer->out, box, name);
  g_string_append (writer->out, "</g>\n");
}

void
qms_svg_flows (QmsSvgWriter *writer)
{
  const QmsTile *tile = writer->tile;

  for (guint i = 0; i < tile->flows->len; i++) {
    const QmsFlow *flow = qms_svg_flow (writer, i);
    append_line (writer, flow->points, false);
    append_label (writer, &flow->label, flow->name);
  }
  for (guint i = 0; i < tile->messages->len; i++) {
    const QmsMessage *message = qms_svg_message (writer, i);
    append_line (writer, message->points, true);
    append_label (writer, &message->label, message->name);
  }
}
