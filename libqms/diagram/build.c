/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the diagram of a procedure: what is drawn and what leads where, without places. */
#include "diagram/build.h"

#include "core/text.h"
#include "workflow/graph.h"

#include <qms/model.h>
#include <qms/node.h>

#include <string.h>

/* ---- pieces */

const char *
qms_build_text (QmsBuild *build, const char *text)
{
  return text && *text ? g_string_chunk_insert (build->diagram->strings, text) : "";
}

/* Letters beyond ASCII become "u" and their number: not pretty, but the same in every locale. */
static void
append_ascii (GString *out, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c < 128)
      g_string_append_c (out, g_ascii_isalnum ((char)c) || strchr (".-", (int)c) ? (char)c : '_');
    else
      g_string_append_printf (out, "u%04x", c);
  }
}

const char *
qms_build_id (QmsBuild *build, const char *prefix, const char *first, const char *second)
{
  g_autoptr (GString) id = g_string_new (prefix);
  const char *plain;
  guint n;

  g_string_append_c (id, '_');
  append_ascii (id, first);
  if (second) {
    g_string_append_c (id, '_');
    append_ascii (id, second);
  }
  plain = qms_build_text (build, id->str);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (build->ids, plain));
  while (n > 0 && g_hash_table_contains (build->ids, id->str))
    g_string_printf (id, "%s_%u", plain, ++n);
  g_hash_table_insert (build->ids, (gpointer)plain, GUINT_TO_POINTER (MAX (n, 1)));
  if (n == 0)
    return plain;
  plain = qms_build_text (build, id->str);
  g_hash_table_insert (build->ids, (gpointer)plain, GUINT_TO_POINTER (1));
  return plain;
}

guint
qms_build_add_shape (QmsBuild *build, QmsShapeKind kind, const char *id, const char *name, guint lane)
{
  QmsShape shape = { .kind = kind,
                     .id = id,
                     .name = qms_build_text (build, name),
                     .step = QMS_WORKFLOW_NONE,
                     .of_step = QMS_WORKFLOW_NONE,
                     .of_outcome = QMS_WORKFLOW_NONE,
                     .lane = lane };

  g_array_append_val (build->diagram->shapes, shape);
  return build->diagram->shapes->len - 1;
}

guint
qms_build_add_pool (QmsBuild *build, const char *id, const char *name, bool black_box, bool above)
{
  QmsPool pool = { .id = id, .name = qms_build_text (build, name), .black_box = black_box, .above = above };

  g_array_append_val (build->diagram->pools, pool);
  return build->diagram->pools->len - 1;
}

static const char *
flow_id (QmsBuild *build, const QmsLoose *loose, guint target)
{
  if (loose->outcome != QMS_WORKFLOW_NONE)
    return qms_build_id (build, "Flow", qms_workflow_step_id (build->diagram->workflow, loose->step),
                         qms_workflow_outcome_code (build->diagram->workflow, loose->step, loose->outcome));
  return qms_build_id (build, "Flow", qms_build_shape (build, loose->source)->id, qms_build_shape (build, target)->id);
}

void
qms_build_add_flow (QmsBuild *build, const QmsLoose *loose, guint target)
{
  QmsFlow flow = { .id = flow_id (build, loose, target),
                   .name = loose->name,
                   .source = loose->source,
                   .target = target,
                   .step = loose->step,
                   .outcome = loose->outcome,
                   .conditional = loose->conditional,
                   .is_default = loose->is_default,
                   .points = g_array_new (FALSE, FALSE, sizeof (QmsPoint)) };

  g_array_append_val (build->diagram->flows, flow);
}

/* ---- the diagram */

static void
clear_flow (gpointer flow)
{
  g_array_unref (((QmsFlow *)flow)->points);
}

static void
clear_message (gpointer message)
{
  g_array_unref (((QmsMessage *)message)->points);
}

static QmsDiagram *
new_diagram (const QmsNode *procedure, const QmsWorkflow *workflow)
{
  QmsDiagram *diagram = g_new0 (QmsDiagram, 1);
  const char *title = qms_procedure_get_title (procedure);

  diagram->strings = g_string_chunk_new (1024);
  diagram->workflow = workflow;
  diagram->title = g_string_chunk_insert (diagram->strings, title ? title : "");
  diagram->pools = g_array_new (FALSE, TRUE, sizeof (QmsPool));
  diagram->lanes = g_array_new (FALSE, TRUE, sizeof (QmsLane));
  diagram->shapes = g_array_new (FALSE, TRUE, sizeof (QmsShape));
  diagram->flows = g_array_new (FALSE, TRUE, sizeof (QmsFlow));
  diagram->messages = g_array_new (FALSE, TRUE, sizeof (QmsMessage));
  g_array_set_clear_func (diagram->flows, clear_flow);
  g_array_set_clear_func (diagram->messages, clear_message);
  return diagram;
}

static void
open_build (QmsBuild *build, const QmsNode *procedure, const QmsWorkflow *workflow)
{
  size_t n_steps = qms_workflow_steps (workflow);

  build->diagram = new_diagram (procedure, workflow);
  build->procedure = procedure;
  build->ids = g_hash_table_new (qms_text_hash, g_str_equal);
  build->lanes = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  build->agencies = g_hash_table_new (qms_text_hash, g_str_equal);
  build->messages = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  build->applicant = QMS_DIAGRAM_NONE;
  build->shapes = g_new0 (guint, n_steps + 1);
  build->lane_of = g_new0 (guint, n_steps + 1);
  build->branch = g_new0 (size_t, n_steps + 1);
  build->before = g_new0 (GArray *, n_steps + 1);
  build->meeting = g_new0 (GArray *, workflow->splits->len + 1);
}

static void
close_build (QmsBuild *build)
{
  for (size_t i = 0; i < qms_workflow_steps (build->diagram->workflow); i++)
    g_clear_pointer (&build->before[i], g_array_unref);
  for (guint i = 0; i < build->diagram->workflow->splits->len; i++)
    g_clear_pointer (&build->meeting[i], g_array_unref);
  g_hash_table_unref (build->ids);
  g_hash_table_unref (build->lanes);
  g_hash_table_unref (build->agencies);
  g_hash_table_unref (build->messages);
  g_free (build->shapes);
  g_free (build->lane_of);
  g_free (build->branch);
  g_free (build->before);
  g_free (build->meeting);
}

QmsDiagram *
qms_diagram_new (const QmsNode *procedure, const QmsWorkflow *workflow)
{
  QmsBuild build;

  open_build (&build, procedure, workflow);
  qms_build_steps (&build);
  qms_build_flows (&build);
  qms_build_messages (&build);
  close_build (&build);
  return build.diagram;
}

void
qms_diagram_free (QmsDiagram *diagram)
{
  if (!diagram)
    return;
  g_array_unref (diagram->pools);
  g_array_unref (diagram->lanes);
  g_array_unref (diagram->shapes);
  g_array_unref (diagram->flows);
  g_array_unref (diagram->messages);
  g_string_chunk_free (diagram->strings);
  g_free (diagram);
}
