/* SPDX-License-Identifier: Apache-2.0 */
/* Values that official documents show and files do not hold: times by scenario, totals, points of risks. */
#include "render/docx_value.h"

#include "workflow/measure.h"
#include "workflow/write.h"

#include <qms/model.h>
#include <string.h>

struct QmsComputed {
  const char *name;
  uint32_t type;   /* of the nodes that have it */
  uint32_t result; /* type of nodes, or … */
  uint32_t field;  /* … field whose kind of value it is */
  void (*append) (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out);
};

static void
append_node (const QmsNode *node, GArray *out)
{
  QmsTagItem item = { .node = node };

  if (node)
    g_array_append_val (out, item);
}

static void
append_int (const QmsNode *holder, uint32_t field, int64_t number, GArray *out)
{
  QmsTagItem item = { .node = holder, .field = qms_field_by_id (field), .slot.integer = number };

  g_array_append_val (out, item);
}

/* ---- times */

/* A procedure by itself, or the one that a scenario is of. */
static const QmsNode *
procedure_of (const QmsTagItem *item)
{
  const QmsNode *node = item->node;

  if (!node)
    return item->owner;
  return node->type->id == QMS_TYPE_PROCEDURE ? node : node->parent;
}

/* Identifier of the scenario that an item is; NULL: none. */
static const char *
scenario_of (const QmsTagItem *item)
{
  return item->node && item->node->type->id == QMS_TYPE_SCENARIO ? qms_scenario_get_id (item->node) : NULL;
}

static void
append_scenarios (QmsTagLookup *lookup G_GNUC_UNUSED, const QmsTagItem *item, GArray *out)
{
  size_t count = qms_node_count (item->node, QMS_PROCEDURE_SCENARIOS);
  QmsTagItem unnamed = { .owner = item->node };

  for (size_t i = 0; i < count; i++)
    append_node (qms_node_get_node_at (item->node, QMS_PROCEDURE_SCENARIOS, i), out);
  if (count == 0 && item->node)
    g_array_append_val (out, unnamed);
}

/* How well a limit answers for the whole of a scenario; 0: not at all. */
static int
limit_fitness (const QmsNode *limit, const char *scenario)
{
  const char *own = qms_time_limit_get_scenario (limit);
  bool any_channel = !qms_node_has (limit, QMS_TIME_LIMIT_CHANNEL);

  if (qms_time_limit_get_phase (limit) || (own && g_strcmp0 (own, scenario) != 0))
    return 0;
  return 1 + any_channel + 2 * (own != NULL);
}

static const QmsNode *
limit_of (QmsTagLookup *lookup, const QmsTagItem *item)
{
  const QmsNode *procedure = procedure_of (item), *best = NULL;
  size_t count = qms_node_count (procedure, QMS_PROCEDURE_TIME_LIMITS);
  int fitness = 0;

  lookup->steps += count;
  for (size_t i = 0; i < count; i++) {
    const QmsNode *limit = qms_node_get_node_at (procedure, QMS_PROCEDURE_TIME_LIMITS, i);
    int found = limit_fitness (limit, scenario_of (item));
    if (found > fitness) {
      best = limit;
      fitness = found;
    }
  }
  return best;
}

static void
append_limit (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out)
{
  append_node (limit_of (lookup, item), out);
}

static const QmsWorkflow *
workflow_of (QmsTagLookup *lookup, const QmsNode *procedure)
{
  if (lookup->procedure == procedure)
    return lookup->workflow;
  qms_workflow_unref (lookup->workflow);
  lookup->workflow = NULL;
  lookup->procedure = procedure;
  lookup->steps += qms_node_count (procedure, QMS_PROCEDURE_STEPS);
  if (procedure)
    qms_workflow_new (procedure, &lookup->workflow, NULL);
  return lookup->workflow;
}

/* The unit to say a total in: that of the declared limit, if they can be compared. */
static int
unit_of (const QmsNode *limit, int time)
{
  int32_t unit;
  QmsMeasure measure;

  if (limit && qms_measure_field (limit, QMS_TIME_LIMIT_VALUE, &measure) && measure.time == (QmsTimeClass)time
      && qms_node_get_duration (limit, QMS_TIME_LIMIT_VALUE, NULL, NULL, &unit) == QMS_OK)
    return unit;
  return qms_time_unit (time);
}

static void
append_total (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out)
{
  const QmsNode *procedure = procedure_of (item);
  const QmsWorkflow *workflow = workflow_of (lookup, procedure);
  const char *scenario = scenario_of (item);
  size_t index = scenario ? qms_workflow_find_scenario (workflow, scenario) : QMS_WORKFLOW_NONE;
  QmsWay *way = qms_way_new (workflow, index, QMS_WORKFLOW_NONE, QMS_WORKFLOW_LONGEST);
  const QmsNode *limit = limit_of (lookup, item);

  lookup->steps += qms_workflow_steps (workflow);
  for (int time = 0; way && time < QMS_TIME_CLASSES; time++) {
    QmsMeasure measure = { (QmsTimeClass)time, qms_way_time (way, time) };
    QmsDuration duration;
    if (measure.amount > 0 && qms_measure_duration (measure, unit_of (limit, time), &duration))
      append_int (procedure, QMS_STEP_DURATION_VALUE, qms_duration_pack (duration).integer, out);
  }
  qms_way_free (way);
}

/* The time of a step in a scenario, else that for all. */
static const QmsNode *
duration_in (const QmsNode *step, const char *scenario)
{
  const QmsNode *general = NULL;

  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_DURATIONS); i++) {
    const QmsNode *duration = qms_node_get_node_at (step, QMS_STEP_DURATIONS, i);
    const char *own = qms_step_duration_get_scenario (duration);
    if (own && g_strcmp0 (own, scenario) == 0)
      return duration;
    if (!own && !general)
      general = duration;
  }
  return general;
}

static void
append_durations (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out)
{
  g_autoptr (GArray) scenarios = g_array_new (FALSE, FALSE, sizeof (QmsTagItem));
  QmsTagItem procedure = { .node = item->node ? item->node->parent : NULL };

  append_scenarios (lookup, &procedure, scenarios);
  lookup->steps += scenarios->len * qms_node_count (item->node, QMS_STEP_DURATIONS);
  for (guint i = 0; i < scenarios->len; i++) {
    QmsTagItem place = { .owner = item->node };
    place.node = duration_in (item->node, scenario_of (&g_array_index (scenarios, QmsTagItem, i)));
    g_array_append_val (out, place);
  }
}

/* ---- administrative procedures */

static void
settle (QmsTagLookup *lookup, const QmsNode *system)
{
  size_t count = qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);

  lookup->settled = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  lookup->steps += count;
  for (size_t i = 0; i < count; i++) {
    QmsNode *tthc = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    const char *procedure = qms_administrative_procedure_get_procedure (tthc);
    GPtrArray *list = procedure ? g_hash_table_lookup (lookup->settled, procedure) : NULL;
    if (procedure && !list)
      g_hash_table_insert (lookup->settled, (gpointer)procedure, list = g_ptr_array_new ());
    if (list)
      g_ptr_array_add (list, tthc);
  }
}

static void
append_settled (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out)
{
  const QmsNode *system = item->node ? item->node->parent : NULL;
  const GPtrArray *list;

  if (!system || system->type->id != QMS_TYPE_SYSTEM)
    return;
  if (!lookup->settled)
    settle (lookup, system);
  list = g_hash_table_lookup (lookup->settled, qms_node_id (item->node));
  for (guint i = 0; list && i < list->len; i++)
    append_node (list->pdata[i], out);
}

/* ---- points */

/* The product of two fields; 0 if one is missing. */
static int64_t
product (const QmsNode *node, uint32_t first, uint32_t second)
{
  return qms_node_get_int (node, first) * qms_node_get_int (node, second);
}

static int64_t
score_of (const QmsNode *node, bool residual)
{
  if (node && node->type->id == QMS_TYPE_OPPORTUNITY)
    return product (node, QMS_OPPORTUNITY_BENEFIT, QMS_OPPORTUNITY_FEASIBILITY);
  return residual ? product (node, QMS_RISK_RESIDUAL_LIKELIHOOD, QMS_RISK_RESIDUAL_SEVERITY)
                  : product (node, QMS_RISK_LIKELIHOOD, QMS_RISK_SEVERITY);
}

static void
append_points (const QmsTagItem *item, bool residual, GArray *out)
{
  int64_t score = score_of (item->node, residual);

  if (score > 0)
    append_int (item->node, QMS_RISK_LIKELIHOOD, score, out);
}

static void
append_score (QmsTagLookup *lookup G_GNUC_UNUSED, const QmsTagItem *item, GArray *out)
{
  append_points (item, false, out);
}

static void
append_residual (QmsTagLookup *lookup G_GNUC_UNUSED, const QmsTagItem *item, GArray *out)
{
  append_points (item, true, out);
}

static void
append_band_of (QmsTagLookup *lookup, const QmsTagItem *item, bool residual, GArray *out)
{
  const QmsNode *scale = item->node ? qms_node_get_node (qms_node_scope (item->node), QMS_SYSTEM_RISK_SCALE) : NULL;
  size_t count = qms_node_count (scale, QMS_RISK_SCALE_BANDS);
  int64_t score = score_of (item->node, residual);

  lookup->steps += count;
  for (size_t i = 0; i < count && score > 0; i++) {
    const QmsNode *band = qms_node_get_node_at (scale, QMS_RISK_SCALE_BANDS, i);
    if (score >= qms_risk_band_get_from (band) && score <= qms_risk_band_get_to (band)) {
      append_node (band, out);
      return;
    }
  }
}

static void
append_band (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out)
{
  append_band_of (lookup, item, false, out);
}

static void
append_residual_band (QmsTagLookup *lookup, const QmsTagItem *item, GArray *out)
{
  append_band_of (lookup, item, true, out);
}

/* ---- all of them */

static const QmsComputed all[] = {
  { "@scenarios", QMS_TYPE_PROCEDURE, QMS_TYPE_SCENARIO, 0, append_scenarios },
  { "@limit", QMS_TYPE_PROCEDURE, QMS_TYPE_TIME_LIMIT, 0, append_limit },
  { "@limit", QMS_TYPE_SCENARIO, QMS_TYPE_TIME_LIMIT, 0, append_limit },
  { "@total", QMS_TYPE_PROCEDURE, 0, QMS_STEP_DURATION_VALUE, append_total },
  { "@total", QMS_TYPE_SCENARIO, 0, QMS_STEP_DURATION_VALUE, append_total },
  { "@tthc", QMS_TYPE_PROCEDURE, QMS_TYPE_ADMINISTRATIVE_PROCEDURE, 0, append_settled },
  { "@durations", QMS_TYPE_STEP, QMS_TYPE_STEP_DURATION, 0, append_durations },
  { "@score", QMS_TYPE_RISK, 0, QMS_RISK_LIKELIHOOD, append_score },
  { "@score", QMS_TYPE_OPPORTUNITY, 0, QMS_RISK_LIKELIHOOD, append_score },
  { "@residual", QMS_TYPE_RISK, 0, QMS_RISK_LIKELIHOOD, append_residual },
  { "@band", QMS_TYPE_RISK, QMS_TYPE_RISK_BAND, 0, append_band },
  { "@band", QMS_TYPE_OPPORTUNITY, QMS_TYPE_RISK_BAND, 0, append_band },
  { "@residualBand", QMS_TYPE_RISK, QMS_TYPE_RISK_BAND, 0, append_residual_band },
};

const QmsComputed *
qms_computed_find (const QmsType *type, const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].type == type->id && strcmp (all[i].name, name) == 0)
      return &all[i];
  return NULL;
}

QmsTagShape
qms_computed_shape (const QmsComputed *computed)
{
  if (computed->result)
    return (QmsTagShape){ .type = qms_type_by_id (computed->result) };
  return (QmsTagShape){ .field = qms_field_by_id (computed->field) };
}

void
qms_computed_names (const QmsType *type, GPtrArray *names)
{
  for (size_t i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].type == type->id)
      g_ptr_array_add (names, (gpointer)all[i].name);
}

void
qms_computed_items (QmsTagLookup *lookup, const QmsComputed *computed, const QmsTagItem *item, GArray *out)
{
  computed->append (lookup, item, out);
}
