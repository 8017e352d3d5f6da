/* SPDX-License-Identifier: Apache-2.0 */
/* Pools and lanes. Their names stand at the left edge of every page, so that each can be read by itself. */
#include "core/text.h"
#include "diagram/wrap.h"
#include "render/svg.h"

enum { STRIP = 30, NAME_PAD = 4, LEAST = 60, SMALLEST = 9 };

static void
append_rect (GString *out, const char *class_name, const QmsBox *box)
{
  g_string_append_printf (out, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n", class_name,
                          box->x, box->y, box->width, box->height);
}

static QmsBox
intersect (const QmsBox *a, const QmsBox *b)
{
  int x = MAX (a->x, b->x), y = MAX (a->y, b->y);
  int right = MIN (a->x + a->width, b->x + b->width), bottom = MIN (a->y + a->height, b->y + b->height);

  return (QmsBox){ x, y, MAX (right - x, 0), MAX (bottom - y, 0) };
}

/* The name of a black box stands in the part of it that is seen. */
static void
append_black_box (const QmsSvgWriter *writer, const QmsPool *pool)
{
  QmsBox whole = qms_svg_whole (writer->diagram), box = intersect (&pool->box, &whole);
  QmsBox seen = intersect (&box, &writer->tile->window);

  append_rect (writer->out, "pool", &box);
  seen.x += NAME_PAD;
  seen.width -= 2 * NAME_PAD;
  if (seen.width < LEAST || seen.height < box.height)
    return;
  qms_text_append_markup (writer->out, "<g><title>%s</title>\n", pool->name);
  qms_svg_fill (writer->out, "name", QMS_NAME_SIZE, &seen, pool->name);
  g_string_append (writer->out, "</g>\n");
}

void
qms_svg_pools (QmsSvgWriter *writer)
{
  const QmsDiagram *diagram = writer->diagram;

  for (guint i = 0; i < diagram->lanes->len; i++) {
    const QmsBox *box = &g_array_index (diagram->lanes, QmsLane, i).box;
    if (qms_svg_is_seen (writer, box))
      append_rect (writer->out, "lane", box);
  }
  append_rect (writer->out, "frame", &g_array_index (diagram->pools, QmsPool, 0).box);
  for (guint i = 1; i < diagram->pools->len; i++) {
    const QmsPool *pool = &g_array_index (diagram->pools, QmsPool, i);
    if (qms_svg_is_seen (writer, &pool->box))
      append_black_box (writer, pool);
  }
}

/* ---- strips, in coordinates of the page */

static void
append_strip (const QmsSvgWriter *writer, const QmsBox *box, const QmsBox *where, int x, const char *name)
{
  QmsBox seen = intersect (box, &writer->tile->window);
  QmsBox strip = { x, where->y + (int)((seen.y - writer->tile->window.y) * writer->scale), STRIP,
                   (int)(seen.height * writer->scale) };
  QmsBox inside = { strip.x, strip.y + NAME_PAD, STRIP, strip.height - 2 * NAME_PAD };

  if (seen.height == 0)
    return;
  append_rect (writer->out, "strip", &strip);
  if (inside.height < QMS_NAME_SIZE)
    return;
  qms_text_append_markup (writer->out, "<g><title>%s</title>\n", name);
  qms_svg_fill_upward (writer->out, "name", MAX ((int)(QMS_NAME_SIZE * writer->scale), SMALLEST), &inside, name);
  g_string_append (writer->out, "</g>\n");
}

void
qms_svg_strips (QmsSvgWriter *writer, const QmsBox *where)
{
  const QmsDiagram *diagram = writer->diagram;
  const QmsPool *pool = &g_array_index (diagram->pools, QmsPool, 0);

  /* Only their height is used: the strips stand beside the window, on every page. */
  QmsBox box = { writer->tile->window.x, pool->box.y, writer->tile->window.width, pool->box.height };
  append_strip (writer, &box, where, where->x, pool->name);
  for (guint i = 0; i < diagram->lanes->len; i++) {
    const QmsLane *lane = &g_array_index (diagram->lanes, QmsLane, i);
    box.y = lane->box.y;
    box.height = lane->box.height;
    append_strip (writer, &box, where, where->x + STRIP, lane->name);
  }
}
