/* SPDX-License-Identifier: Apache-2.0 */
/* Sums of step times, per scenario and phase, in one pass over the steps.
 *
 * * A step's time is that of the scenario if it gives one, else its time for all scenarios. So the sum of a scenario
 * is the common sum and a correction: for each step that has a time of its own, that time less the common one.
 * Tallies keep the common sums (scenario "") and the corrections apart; the work is linear in the number of times. */
#include "rules/timing.h"

#include "core/text.h"
#include "rules/facts.h"
#include "workflow/step.h"

/* An amount of time with what is needed to judge it; tallies add up and subtract. */
typedef struct {
  int64_t sum[QMS_TIME_CLASSES];
  int32_t count[QMS_TIME_CLASSES]; /* times other than zero */
  int32_t missing;                 /* steps without a time */
  int32_t unmeasurable;
} Total;

typedef struct {
  const char *scenario; /* "": what steps need in all scenarios */
  const char *phase;    /* "": the whole */
  Total total;
  const QmsNode *last; /* step that was added last */
} Tally;

typedef struct {
  GHashTable *tallies; /* set of Tally, by scenario and phase */
  GPtrArray *order;    /* the same, in order of appearance */
} Tallies;

static guint
tally_hash (gconstpointer data)
{
  const Tally *tally = data;

  return qms_text_hash (tally->scenario) * 31 + qms_text_hash (tally->phase);
}

static gboolean
tally_equal (gconstpointer a, gconstpointer b)
{
  const Tally *left = a, *right = b;

  return g_str_equal (left->scenario, right->scenario) && g_str_equal (left->phase, right->phase);
}

static Tally *
tallies_find (const Tallies *tallies, const char *scenario, const char *phase)
{
  Tally key = { .scenario = scenario, .phase = phase };

  return g_hash_table_lookup (tallies->tallies, &key);
}

static Tally *
tallies_get (Tallies *tallies, const char *scenario, const char *phase)
{
  Tally *tally = tallies_find (tallies, scenario, phase);

  if (tally)
    return tally;
  tally = g_new0 (Tally, 1);
  tally->scenario = scenario;
  tally->phase = phase;
  g_hash_table_add (tallies->tallies, tally);
  g_ptr_array_add (tallies->order, tally);
  return tally;
}

static void
tallies_init (Tallies *tallies)
{
  tallies->tallies = g_hash_table_new_full (tally_hash, tally_equal, g_free, NULL);
  tallies->order = g_ptr_array_new ();
}

static void
tallies_clear (Tallies *tallies)
{
  g_hash_table_unref (tallies->tallies);
  g_ptr_array_unref (tallies->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tallies, tallies_clear)

/* ---- adding up */

static void
total_add (Total *total, const Total *other, int sign)
{
  for (int i = 0; i < QMS_TIME_CLASSES; i++) {
    total->sum[i] = qms_time_add (total->sum[i], sign * other->sum[i]);
    total->count[i] += sign * other->count[i];
  }
  total->missing += sign * other->missing;
  total->unmeasurable += sign * other->unmeasurable;
}

/* What a time, or its absence (NULL), adds. */
static Total
total_of (const QmsNode *time)
{
  Total total = { 0 };
  QmsMeasure measure;

  if (!time || !qms_step_duration_has_value (time))
    total.missing = 1;
  else if (!qms_measure_field (time, QMS_STEP_DURATION_VALUE, &measure))
    total.unmeasurable = 1;
  else if (measure.amount != 0) {
    total.sum[measure.time] = measure.amount;
    total.count[measure.time] = 1;
  }
  return total;
}

static const QmsNode *
common_time (QmsItems times)
{
  for (size_t i = 0; i < times.count; i++)
    if (!qms_step_duration_has_scenario (times.slots[i].node))
      return times.slots[i].node;
  return NULL;
}

/* Corrects a scenario; a second time of one step for one scenario does not count. */
static void
add_correction (Tallies *tallies, const QmsNode *step, const char *phase, const QmsNode *time, const Total *common)
{
  Tally *tally = tallies_get (tallies, qms_step_duration_get_scenario (time), phase);
  Total own = total_of (time);

  if (tally->last == step)
    return;
  tally->last = step;
  total_add (&tally->total, &own, 1);
  total_add (&tally->total, common, -1);
}

static void
add_step (Tallies *tallies, const QmsNode *step, const char *phase)
{
  QmsItems times = qms_items (step, QMS_STEP_DURATIONS);
  Total common = total_of (common_time (times));

  total_add (&tallies_get (tallies, "", phase)->total, &common, 1);
  for (size_t i = 0; i < times.count; i++)
    if (qms_step_duration_has_scenario (times.slots[i].node))
      add_correction (tallies, step, phase, times.slots[i].node, &common);
}

static void
add_steps (Tallies *tallies, const QmsNode *procedure)
{
  QmsItems steps = qms_items (procedure, QMS_PROCEDURE_STEPS);

  for (size_t i = 0; i < steps.count; i++) {
    const QmsNode *step = steps.slots[i].node;
    if (qms_step_is_stopped (step))
      continue;
    if (!qms_step_is_off_clock (step))
      add_step (tallies, step, "");
    if (qms_step_has_phase (step))
      add_step (tallies, step, qms_step_get_phase (step));
  }
}

/* ---- judging */

enum { CHANNELS = QMS_CHANNEL_KIND_POST + 1 };

/* Limits by the scenario, phase and channel that they are for; the first counts. */
typedef struct {
  const char *scenario, *phase; /* as in Tally */
  int32_t channel;              /* 0: any */
  const QmsNode *limit;
  size_t scenarios; /* with times of their own that this limit is for too */
} Limit;

static guint
limit_hash (gconstpointer data)
{
  const Limit *limit = data;

  return (qms_text_hash (limit->scenario) * 31 + qms_text_hash (limit->phase)) * 31 + (guint)limit->channel;
}

static gboolean
limit_equal (gconstpointer a, gconstpointer b)
{
  const Limit *left = a, *right = b;

  return left->channel == right->channel && g_str_equal (left->scenario, right->scenario)
         && g_str_equal (left->phase, right->phase);
}

static bool
judge (const Total *total, const QmsMeasure *limit, QmsVerdict *verdict)
{
  bool mixed = total->unmeasurable > 0, any = false;

  for (int i = 0; i < QMS_TIME_CLASSES; i++) {
    verdict->classes[i] = total->count[i] > 0;
    any = any || verdict->classes[i];
    mixed = mixed || (verdict->classes[i] && (QmsTimeClass)i != limit->time);
  }
  verdict->sum = total->sum[limit->time];
  verdict->outcome = verdict->sum > limit->amount ? QMS_TIMING_OVER
                     : mixed                      ? QMS_TIMING_INCOMPARABLE
                                                  : QMS_TIMING_UNDER;
  return mixed || verdict->sum > limit->amount || (any && total->missing == 0 && verdict->sum < limit->amount);
}

/* Judges the sum of a scenario ("": of steps without one) in a phase ("": in all) against a limit. */
static void
add_verdict (GArray *verdicts, const Tallies *tallies, const char *scenario, const char *phase, const QmsNode *limit)
{
  const Tally *common = tallies_find (tallies, "", phase);
  const Tally *own = *scenario ? tallies_find (tallies, scenario, phase) : NULL;
  QmsVerdict verdict = { .limit = limit, .scenario = *scenario ? scenario : NULL, .phase = *phase ? phase : NULL };
  Total total = { 0 };
  QmsMeasure measure;

  if (!common || !qms_measure_field (limit, QMS_TIME_LIMIT_VALUE, &measure))
    return;
  total_add (&total, &common->total, 1);
  if (own)
    total_add (&total, &own->total, 1);
  if (judge (&total, &measure, &verdict))
    g_array_append_val (verdicts, verdict);
}

static GHashTable *
collect_limits (QmsItems limits)
{
  GHashTable *found = g_hash_table_new_full (limit_hash, limit_equal, g_free, NULL);

  for (size_t i = 0; i < limits.count; i++) {
    const QmsNode *node = limits.slots[i].node;
    const char *scenario = qms_time_limit_get_scenario (node), *phase = qms_time_limit_get_phase (node);
    Limit *limit = g_new0 (Limit, 1);
    *limit = (Limit){ scenario ? scenario : "", phase ? phase : "", qms_time_limit_get_channel (node), node, 0 };
    if (g_hash_table_contains (found, limit))
      g_free (limit);
    else
      g_hash_table_add (found, limit);
  }
  return found;
}

static Limit *
limit_for (GHashTable *limits, const char *scenario, const char *phase, int32_t channel)
{
  Limit key = { scenario, phase, channel, NULL, 0 };

  return g_hash_table_lookup (limits, &key);
}

/* A scenario with times of its own: against its own limit, else against the one for all scenarios. */
static void
judge_correction (GArray *verdicts, const Tallies *tallies, GHashTable *limits, const Tally *tally, int32_t channel)
{
  Limit *common = limit_for (limits, "", tally->phase, channel);

  if (!common)
    return;
  common->scenarios++;
  if (!limit_for (limits, tally->scenario, tally->phase, channel)
      && !limit_for (limits, tally->scenario, tally->phase, 0))
    add_verdict (verdicts, tallies, tally->scenario, tally->phase, common->limit);
}

static void
judge_corrections (GArray *verdicts, const Tallies *tallies, GHashTable *limits)
{
  for (guint i = 0; i < tallies->order->len; i++) {
    const Tally *tally = g_ptr_array_index (tallies->order, i);
    for (int32_t channel = 0; *tally->scenario && channel < CHANNELS; channel++)
      judge_correction (verdicts, tallies, limits, tally, channel);
  }
}

/* The common sum is nobody's if every scenario has times of its own. */
static void
judge_limits (GArray *verdicts, const Tallies *tallies, GHashTable *limits, const QmsNode *procedure)
{
  QmsItems declared = qms_items (procedure, QMS_PROCEDURE_TIME_LIMITS);
  size_t scenarios = qms_procedure_count_scenarios (procedure);

  for (size_t i = 0; i < declared.count; i++) {
    const QmsNode *node = declared.slots[i].node;
    const char *scenario = qms_time_limit_get_scenario (node), *phase = qms_time_limit_get_phase (node);
    const Limit *limit =
        limit_for (limits, scenario ? scenario : "", phase ? phase : "", qms_time_limit_get_channel (node));

    if (limit->limit == node && (scenario || scenarios == 0 || limit->scenarios < scenarios))
      add_verdict (verdicts, tallies, limit->scenario, limit->phase, node);
  }
}

static GArray *
judge_sums (const QmsNode *procedure, QmsItems declared)
{
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (QmsVerdict));
  g_autoptr (GHashTable) limits = collect_limits (declared);
  g_auto (Tallies) tallies;

  tallies_init (&tallies);
  add_steps (&tallies, procedure);
  judge_corrections (verdicts, &tallies, limits);
  judge_limits (verdicts, &tallies, limits, procedure);
  return verdicts;
}

GArray *
qms_timing_verdicts (const QmsNode *procedure, const QmsWorkflow *workflow)
{
  QmsItems declared = qms_items (procedure, QMS_PROCEDURE_TIME_LIMITS);

  if (declared.count == 0)
    return g_array_new (FALSE, FALSE, sizeof (QmsVerdict));
  return workflow ? qms_timing_judge_ways (procedure, workflow) : judge_sums (procedure, declared);
}

static bool
sum_of_steps (const QmsNode *procedure, QmsMeasure *sum)
{
  g_auto (Tallies) tallies;
  const Total *total;
  int classes = 0;

  tallies_init (&tallies);
  add_steps (&tallies, procedure);
  if (!tallies_find (&tallies, "", "") || qms_procedure_has_scenarios (procedure))
    return false;
  total = &tallies_find (&tallies, "", "")->total;
  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    if (total->count[i] > 0) {
      *sum = (QmsMeasure){ (QmsTimeClass)i, total->sum[i] };
      classes++;
    }
  return classes == 1 && total->missing == 0 && total->unmeasurable == 0;
}

bool
qms_timing_sum (const QmsNode *procedure, const QmsWorkflow *workflow, QmsMeasure *sum)
{
  if (qms_procedure_has_scenarios (procedure))
    return false;
  return workflow ? qms_timing_longest_way (workflow, sum) : sum_of_steps (procedure, sum);
}
