/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes in the notation of BPMN. A task shows its number, time and name. */
#include "core/text.h"
#include "core/words.h"
#include "diagram/font.h"
#include "diagram/wrap.h"
#include "render/brief.h"
#include "render/svg.h"

#include <string.h>

enum { HEAD = 18, PAD = 6, SMALL = 10, LONGEST_NUMBER = 40, ENVELOPE = 20 };

/* ---- time */

/* "3 ngày làm việc"; of the next in the same unit only the number, before the unit: "3; 8 ngày làm việc". */
static void
append_duration (const QmsWorkflow *workflow, size_t step, size_t scenario, GString *times)
{
  QmsDuration duration;
  int32_t scale, unit;

  if (qms_workflow_step_duration (workflow, step, scenario, &duration.amount.mantissa, &scale, &unit) != QMS_OK)
    return;
  duration.amount.scale = scale;
  duration.unit = unit;
  g_auto (QmsWords) words = qms_words_duration (duration);
  const char *text = words.text[QMS_LANG_VI], *name = strchr (text, ' ');
  if (strstr (times->str, text))
    return;
  if (name && g_str_has_suffix (times->str, name))
    g_string_truncate (times, times->len - strlen (name));
  g_string_append_printf (times, "%s%s", times->len > 0 ? "; " : "", text);
}

char *
qms_svg_time (const QmsDiagram *diagram, size_t step)
{
  g_autoptr (GString) times = g_string_new (NULL);

  append_duration (diagram->workflow, step, QMS_WORKFLOW_NONE, times);
  for (size_t i = 0; i < qms_workflow_scenarios (diagram->workflow); i++)
    append_duration (diagram->workflow, step, i, times);
  return times->len > 0 ? g_strdup (times->str) : NULL;
}

/* ---- tasks */

/* Text on one line, shortened to a width. */
static char *
shorten (const char *text, int size, int width)
{
  g_autoptr (QmsLines) lines = qms_wrap (text, size, width, 1);
  return g_strdup (lines->lines->len > 0 ? lines->lines->pdata[0] : "");
}

static void
append_envelope (GString *out, int x, int y, int width, int height)
{
  g_string_append_printf (out, "<path class=\"sign\" d=\"M%d %dh%dv%dh-%dzl%d %dl%d -%d\"/>\n", x, y, width, height,
                          width, width / 2, height / 2, width / 2, height / 2);
}

/* Number on the left, time on the right. */
static void
append_head (GString *out, const QmsBox *box, const char *number, const char *time, bool receives)
{
  int x = box->x + PAD, y = box->y + HEAD - 4, right = box->x + box->width - PAD;

  if (receives) {
    append_envelope (out, x, box->y + PAD, 14, 10);
    x += ENVELOPE;
  }
  if (number) {
    g_autofree char *shown = shorten (number, SMALL, LONGEST_NUMBER);
    qms_svg_line (out, "soft", SMALL, QMS_ANCHOR_START, x, y, shown);
    x += qms_font_width (shown, SMALL) + PAD;
  }
  if (time) {
    g_autofree char *shown = shorten (time, SMALL, right - x);
    qms_svg_line (out, "soft", SMALL, QMS_ANCHOR_END, right, y, shown);
  }
}

static void
append_tooltip (const QmsSvgWriter *writer, const QmsShape *shape, const char *number, const char *time)
{
  g_autofree char *lane = qms_brief (g_array_index (writer->diagram->lanes, QmsLane, shape->lane).name);

  qms_text_append_markup (writer->out, "<title>%s%s%s – %s%s%s</title>\n", number ? number : "", number ? ". " : "",
                          shape->name, lane, time ? " – " : "", time ? time : "");
}

static void
append_task (const QmsSvgWriter *writer, const QmsShape *shape)
{
  bool is_step = shape->step != QMS_WORKFLOW_NONE;
  const char *number = is_step ? qms_workflow_step_number (writer->diagram->workflow, shape->step) : NULL;
  g_autofree char *time = is_step ? qms_svg_time (writer->diagram, shape->step) : NULL;
  const QmsBox *box = &shape->box;
  QmsBox inside = { box->x + PAD, box->y + HEAD, box->width - 2 * PAD, box->height - HEAD - 2 };

  append_tooltip (writer, shape, number, time);
  g_string_append_printf (writer->out, "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n",
                          box->x, box->y, box->width, box->height);
  append_head (writer->out, box, number, time, shape->kind == QMS_SHAPE_RECEIVE);
  qms_svg_fill (writer->out, "name", QMS_NAME_SIZE, &inside, shape->name);
}

/* ---- gateways and events */

static void
append_circle (GString *out, const char *class_name, int x, int y, int radius)
{
  g_string_append_printf (out, "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n", class_name, x, y, radius);
}

static void
append_gateway (GString *out, const QmsShape *shape)
{
  int half = shape->box.width / 2, x = shape->box.x + half, y = shape->box.y + half;

  g_string_append_printf (out, "<path class=\"box\" d=\"M%d %dl%d %dl-%d %dl-%d -%dz\"/>\n", x, y - half, half, half,
                          half, half, half, half);
  if (shape->kind == QMS_SHAPE_XOR)
    g_string_append_printf (out, "<path class=\"thick\" d=\"M%d %dl12 16m0 -16l-12 16\"/>\n", x - 6, y - 8);
  else if (shape->kind == QMS_SHAPE_AND)
    g_string_append_printf (out, "<path class=\"thick\" d=\"M%d %dh22m-11 -11v22\"/>\n", x - 11, y);
  else {
    append_circle (out, "sign", x, y, 14);
    append_circle (out, "sign", x, y, 11);
    g_string_append_printf (out, "<path class=\"sign\" d=\"M%d %dl7 5l-3 8h-8l-3 -8z\"/>\n", x, y - 7);
  }
}

static void
append_event (GString *out, const QmsShape *shape)
{
  int half = shape->box.width / 2, x = shape->box.x + half, y = shape->box.y + half;

  append_circle (out, shape->kind == QMS_SHAPE_END ? "end" : "box", x, y, half);
  if (shape->kind == QMS_SHAPE_END && shape->terminates)
    append_circle (out, "dot", x, y, half - 7);
  if (shape->kind != QMS_SHAPE_MESSAGE && shape->kind != QMS_SHAPE_TIMER)
    return;
  append_circle (out, "sign", x, y, half - 3);
  if (shape->kind == QMS_SHAPE_MESSAGE)
    append_envelope (out, x - 8, y - 5, 16, 10);
  else {
    append_circle (out, "sign", x, y, 10);
    g_string_append_printf (out, "<path class=\"sign\" d=\"M%d %dv7h5\"/>\n", x, y - 7);
  }
}

void
qms_svg_shape (QmsSvgWriter *writer, const QmsShape *shape)
{
  bool task = shape->kind == QMS_SHAPE_TASK || shape->kind == QMS_SHAPE_RECEIVE;

  g_string_append (writer->out, "<g>\n");
  if (task)
    append_task (writer, shape);
  else if (*shape->name)
    qms_text_append_markup (writer->out, "<title>%s</title>\n", shape->name);
  if (shape->kind == QMS_SHAPE_XOR || shape->kind == QMS_SHAPE_AND || shape->kind == QMS_SHAPE_EVENT_GATEWAY)
    append_gateway (writer->out, shape);
  else if (!task)
    append_event (writer->out, shape);
  qms_svg_label (writer->out, &shape->label, shape->name);
  g_string_append (writer->out, "</g>\n");
}
