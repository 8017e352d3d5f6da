/* SPDX-License-Identifier: Apache-2.0 */
/* Pools, lanes, and what stands for each step. */
#include "diagram/build.h"

#include "core/node.h"
#include "workflow/graph.h"
#include "workflow/step.h"

#include <qms/model.h>

/* Whether a step is done or waited for by others: the applicant or another agency. */
static bool
is_outside (const QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  return own->agency || own->stopped || own->kind == QMS_STEP_KIND_AWAIT_AGENCY;
}

/* ---- pools */

/* The agency whose system the procedure belongs to. */
static const char *
own_name (const QmsNode *procedure)
{
  const QmsNode *system = qms_node_scope (procedure);
  const QmsNode *agency =
      system && system->type->id == QMS_TYPE_SYSTEM ? qms_node_get_node (system, QMS_SYSTEM_AGENCY) : NULL;
  const char *name = agency ? qms_agency_get_name (agency) : NULL;

  return name && *name ? name : "Cơ quan giải quyết";
}

/* Another agency has no identifier of its own: the phase or the role that names it first lends it one. */
static guint
agency_pool (QmsBuild *build, const QmsGraphStep *step)
{
  const char *name = step->agency && *step->agency ? step->agency : "Cơ quan phối hợp";
  const char *lender = step->phase ? step->phase : step->role ? step->role : step->id;
  guint pool = GPOINTER_TO_UINT (g_hash_table_lookup (build->agencies, name));

  if (pool > 0)
    return pool;
  pool = qms_build_add_pool (build, qms_build_id (build, "Pool_CQ", lender, NULL), name, true, false);
  g_hash_table_insert (build->agencies, (gpointer)g_array_index (build->diagram->pools, QmsPool, pool).name,
                       GUINT_TO_POINTER (pool));
  return pool;
}

static guint
applicant_pool (QmsBuild *build)
{
  if (build->applicant == QMS_DIAGRAM_NONE)
    build->applicant =
        qms_build_add_pool (build, qms_build_id (build, "Pool", "NguoiNop", NULL), "Tổ chức, cá nhân", true, true);
  return build->applicant;
}

guint
qms_build_pool_of (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  if (own->stopped)
    return applicant_pool (build);
  return is_outside (build, step) ? agency_pool (build, own) : QMS_DIAGRAM_NONE;
}

/* ---- lanes */

static guint
add_lane (QmsBuild *build, const char *key, const QmsGraphStep *step)
{
  const char *name = step->role ? step->role_name : step->unit ? step->unit_name : NULL;
  const char *id = step->role   ? qms_build_id (build, "Lane", step->role, NULL)
                   : step->unit ? qms_build_id (build, "Lane_DV", step->unit, NULL)
                                : qms_build_id (build, "Lane", "KhongVaiTro", NULL);
  QmsLane lane = { .id = id,
                   .name = qms_build_text (build, name && *name ? name : "Chưa nêu vai trò"),
                   .role = step->role ? qms_build_text (build, step->role) : NULL,
                   .unit = step->role || !step->unit ? NULL : qms_build_text (build, step->unit) };

  g_array_append_val (build->diagram->lanes, lane);
  g_hash_table_insert (build->lanes, g_strdup (key), GUINT_TO_POINTER (build->diagram->lanes->len));
  return build->diagram->lanes->len - 1;
}

static guint
lane_of (QmsBuild *build, const QmsGraphStep *step)
{
  g_autofree char *key = g_strdup_printf ("%c%s", step->role ? 'r' : 'u',
                                          step->role   ? step->role
                                          : step->unit ? step->unit
                                                       : "");
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (build->lanes, key));

  return found > 0 ? found - 1 : add_lane (build, key, step);
}

/* Whether the step stands in the lane of its role. Roles of others are no lanes of this agency; what others do stands with
 * those who wait for it, unless the step itself says who waits. */
static bool
has_lane (const QmsBuild *build, size_t step)
{
  const QmsNode *node = qms_procedure_get_steps (build->procedure, step);
  int32_t kind = qms_role_get_kind (qms_step_has_role (node) ? qms_node_resolve (node, QMS_STEP_ROLE) : NULL);

  if (kind == QMS_ROLE_KIND_APPLICANT || kind == QMS_ROLE_KIND_OTHER_AGENCY)
    return false;
  if (!is_outside (build, step))
    return true;
  return qms_step_has_role (node) && qms_step_get_kind (node) >= QMS_STEP_KIND_AWAIT_SUPPLEMENT;
}

static void
lend_lane (QmsBuild *build, size_t from, size_t to)
{
  if (to != QMS_WORKFLOW_NONE && build->lane_of[to] == QMS_DIAGRAM_NONE)
    build->lane_of[to] = build->lane_of[from];
}

/* Who has sent the dossier out waits for it. */
static void
lend_lanes (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  for (size_t i = 0; i < own->n_outcomes; i++) {
    for (size_t j = 0; j < own->outcomes[i].n_branches; j++)
      lend_lane (build, step, own->outcomes[i].branches[j]);
    lend_lane (build, step, own->outcomes[i].target);
  }
}

static void
choose_lanes (QmsBuild *build)
{
  const QmsWorkflow *workflow = build->diagram->workflow;
  QmsGraphStep nobody = { .id = "" };

  for (size_t i = 0; i < workflow->n_steps; i++)
    build->lane_of[i] = has_lane (build, i) ? lane_of (build, &workflow->steps[i]) : QMS_DIAGRAM_NONE;
  if (build->diagram->lanes->len == 0)
    lane_of (build, &nobody);
  for (size_t i = workflow->n_steps; i > 0; i--)
    lend_lanes (build, workflow->order[i - 1]);
  for (size_t i = 0; i < workflow->n_steps; i++)
    if (build->lane_of[i] == QMS_DIAGRAM_NONE)
      build->lane_of[i] = i > 0 ? build->lane_of[i - 1] : 0;
}

/* ---- shapes */

static const char *
step_name (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);
  g_autofree char *substitute = NULL;

  if (own->name && *own->name)
    return qms_build_text (build, own->name);
  substitute =
      own->number && *own->number ? g_strdup_printf ("Bước %s", own->number) : g_strdup_printf ("Bước %zu", step + 1);
  return qms_build_text (build, substitute);
}

static QmsShapeKind
kind_of (const QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  if (!is_outside (build, step))
    return QMS_SHAPE_TASK;
  if (!qms_step_kind_is_wait (own->kind))
    return QMS_SHAPE_RECEIVE;
  if (own->n_outcomes > 1)
    return QMS_SHAPE_EVENT_GATEWAY;
  return own->outcomes[0].kind == QMS_OUTCOME_KIND_STOP ? QMS_SHAPE_TIMER : QMS_SHAPE_MESSAGE;
}

static void
add_step (QmsBuild *build, size_t step)
{
  const char *id = qms_build_id (build, "Buoc", qms_workflow_step_id (build->diagram->workflow, step), NULL);
  guint shape = qms_build_add_shape (build, kind_of (build, step), id, step_name (build, step), build->lane_of[step]);

  qms_build_shape (build, shape)->step = step;
  qms_build_shape (build, shape)->of_step = step;
  build->shapes[step] = shape;
}

void
qms_build_steps (QmsBuild *build)
{
  qms_build_add_pool (build, qms_build_id (build, "Pool", "CoQuan", NULL), own_name (build->procedure), false, false);
  if (qms_procedure_get_kind (build->procedure) == QMS_PROCEDURE_KIND_ADMINISTRATIVE)
    applicant_pool (build);
  choose_lanes (build);
  for (size_t i = 0; i < build->diagram->workflow->n_steps; i++) {
    add_step (build, i);
    qms_build_pool_of (build, i);
  }
}
