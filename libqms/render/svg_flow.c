/* SPDX-License-Identifier: Apache-2.0 */
/* Flows and messages: lines with an arrow at the end. */
#include "core/text.h"
#include "render/svg.h"

enum { ARROW = 8, WING = 4, DOT = 3 };

/* A flow's arrow is full, a message's is open and its other end a small circle. */
static void
append_arrow (GString *out, const QmsPoint *from, const QmsPoint *to, bool message)
{
  int x = (to->x > from->x) - (to->x < from->x), y = (to->y > from->y) - (to->y < from->y);

  g_string_append_printf (out, "<path class=\"%s\" d=\"M%d %dl%d %dl%d %dz\"/>\n", message ? "open" : "arrow", to->x,
                          to->y, -ARROW * x + WING * y, -ARROW * y + WING * x, -2 * WING * y, -2 * WING * x);
}

bool
qms_svg_passes (const GArray *points, const QmsBox *box)
{
  for (guint i = 0; i + 1 < points->len; i++) {
    const QmsPoint *a = &g_array_index (points, QmsPoint, i), *b = a + 1;
    if (MIN (a->x, b->x) <= box->x + box->width && MAX (a->x, b->x) >= box->x
        && MIN (a->y, b->y) <= box->y + box->height && MAX (a->y, b->y) >= box->y)
      return true;
  }
  return false;
}

static void
append_line (const QmsSvgWriter *writer, const GArray *points, bool message)
{
  const QmsPoint *first = &g_array_index (points, QmsPoint, 0), *last = first + points->len - 1;

  if (!qms_svg_passes (points, &writer->tile->window))
    return;
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
  const QmsDiagram *diagram = writer->diagram;

  for (guint i = 0; i < diagram->flows->len; i++) {
    const QmsFlow *flow = &g_array_index (diagram->flows, QmsFlow, i);
    append_line (writer, flow->points, false);
    append_label (writer, &flow->label, flow->name);
  }
  for (guint i = 0; i < diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (diagram->messages, QmsMessage, i);
    append_line (writer, message->points, true);
    append_label (writer, &message->label, message->name);
  }
}
