/* SPDX-License-Identifier: Apache-2.0 */
/* Messages: what comes from the applicant and other agencies, and what goes to them. */
#include "diagram/build.h"

#include "workflow/graph.h"

#include <qms/model.h>

/* At most one each way between a shape and a pool; the first one names it. */
static void
add_message (QmsBuild *build, guint shape, guint pool, bool out, const char *name)
{
  const QmsShape *end = qms_build_shape (build, shape);
  g_autofree char *key = g_strdup_printf (out ? "%u>%u" : "%u<%u", shape, pool);
  QmsMessage message = { .name = name,
                         .source = out ? shape : QMS_DIAGRAM_NONE,
                         .target = out ? QMS_DIAGRAM_NONE : shape,
                         .source_pool = out ? QMS_DIAGRAM_NONE : pool,
                         .target_pool = out ? pool : QMS_DIAGRAM_NONE };

  if (!g_hash_table_add (build->messages, g_steal_pointer (&key)))
    return;
  message.id = qms_build_id (build, out ? "Gui" : "Nhan", end->id, NULL);
  message.points = g_array_new (FALSE, FALSE, sizeof (QmsPoint));
  g_array_append_val (build->diagram->messages, message);
}

/* What an outcome says to the applicant; NULL if nothing. */
static const char *
notice (int32_t outcome_kind)
{
  switch (outcome_kind) {
  case QMS_OUTCOME_KIND_SUPPLEMENT:
    return "Yêu cầu bổ sung";
  case QMS_OUTCOME_KIND_PAYMENT:
    return "Thông báo nghĩa vụ tài chính";
  case QMS_OUTCOME_KIND_REFUSE:
    return "Từ chối";
  case QMS_OUTCOME_KIND_STOP:
    return "Thông báo dừng giải quyết";
  default:
    return NULL;
  }
}

static void
tell_applicant (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  if (own->kind == QMS_STEP_KIND_RETURN)
    add_message (build, build->shapes[step], build->applicant, true, "Kết quả");
  for (size_t i = 0; i < own->n_outcomes; i++)
    if (notice (own->outcomes[i].kind))
      add_message (build, build->shapes[step], build->applicant, true, notice (own->outcomes[i].kind));
}

/* The step hands the dossier over if another agency is next. */
static void
tell_agency (QmsBuild *build, size_t step, size_t next)
{
  guint pool = next == QMS_WORKFLOW_NONE ? QMS_DIAGRAM_NONE : qms_build_pool_of (build, next);

  if (pool != QMS_DIAGRAM_NONE && pool != build->applicant)
    add_message (build, build->shapes[step], pool, true, "Chuyển hồ sơ");
}

static void
tell_agencies (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  for (size_t i = 0; i < own->n_outcomes; i++)
    if (own->outcomes[i].n_branches == 0)
      tell_agency (build, step, own->outcomes[i].target);
    else
      for (size_t j = 0; j < own->outcomes[i].n_branches; j++)
        tell_agency (build, step, own->outcomes[i].branches[j]);
}

static bool
catches (const QmsShape *shape)
{
  return shape->kind == QMS_SHAPE_RECEIVE || shape->kind == QMS_SHAPE_MESSAGE;
}

void
qms_build_messages (QmsBuild *build)
{
  const GArray *shapes = build->diagram->shapes;

  for (guint i = 0; i < shapes->len; i++) {
    const QmsShape *shape = qms_build_shape (build, i);
    if (catches (shape))
      add_message (build, i, qms_build_pool_of (build, shape->of_step), false, "");
    else if (shape->kind == QMS_SHAPE_TASK) {
      if (build->applicant != QMS_DIAGRAM_NONE && shape->step == 0)
        add_message (build, i, build->applicant, false, "Hồ sơ");
      if (build->applicant != QMS_DIAGRAM_NONE)
        tell_applicant (build, shape->step);
      tell_agencies (build, shape->step);
    }
  }
}
