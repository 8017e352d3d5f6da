/* SPDX-License-Identifier: Apache-2.0 */
/* A page in words: its steps, who does them, how long they take and what follows. */
#include "core/text.h"
#include "render/brief.h"
#include "render/svg.h"

static char *
step_name (const QmsWorkflow *workflow, size_t step)
{
  const char *number = qms_workflow_step_number (workflow, step);

  return number ? g_strdup_printf ("Bước %s", number) : g_strdup_printf ("Bước %zu", step + 1);
}

static void
append_outcomes (const QmsWorkflow *workflow, size_t step, GString *text)
{
  for (size_t i = 0; i < qms_workflow_outcomes (workflow, step); i++) {
    const char *name = qms_workflow_outcome_name (workflow, step, i);
    size_t target = qms_workflow_outcome_target (workflow, step, i);
    g_autofree char *next = target == QMS_WORKFLOW_NONE ? g_strdup ("kết thúc") : step_name (workflow, target);
    g_string_append_printf (text, " %s%s→ %s.", name ? name : "", name ? " " : "", next);
  }
}

static void
append_step (const QmsSvgWriter *writer, const QmsShape *shape, GString *text)
{
  const QmsWorkflow *workflow = writer->diagram->workflow;
  g_autofree char *lane = qms_brief (g_array_index (writer->diagram->lanes, QmsLane, shape->lane).name);
  g_autofree char *name = step_name (workflow, shape->step), *time = qms_svg_time (writer->diagram, shape->step);

  g_string_append_printf (text, "\n%s: %s. %s.", name, shape->name, lane);
  if (time)
    g_string_append_printf (text, " %s.", time);
  append_outcomes (workflow, shape->step, text);
}

void
qms_svg_describe (const QmsSvgWriter *writer)
{
  g_autoptr (GString) text = g_string_new ("Lưu đồ các bước thực hiện.");

  for (guint i = 0; i < writer->tile->shapes->len; i++) {
    const QmsShape *shape = qms_svg_shape_at (writer, i);
    if (shape->step != QMS_WORKFLOW_NONE && qms_svg_is_seen (writer, &shape->box))
      append_step (writer, shape, text);
  }
  g_autofree char *plain = g_utf8_make_valid (text->str, -1);
  qms_text_append_markup (writer->out, "%s", plain);
}
