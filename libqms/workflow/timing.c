/* SPDX-License-Identifier: Apache-2.0 */
/* Times of a workflow against its limits, by scenario, phase and channel. */
#include "workflow/timing.h"

enum { MOST_WORK = 4 * 1000 * 1000, CHANNELS = QMS_CHANNEL_KIND_POST + 1 };

/* ---- what the ways have in common */

static void
add_step (QmsTimingRow *row, const QmsQuestion *question, size_t step)
{
  const QmsGraphTime *time = qms_graph_time (&question->workflow->steps[step], question->scenario);
  QmsMeasure measure;

  if (!qms_question_counts (question, step))
    return;
  if (!time)
    row->missing++;
  else if (!qms_measure ((QmsDuration){ { time->mantissa, time->scale }, time->unit }, &measure))
    row->unmeasurable = true;
  else if (measure.amount != 0)
    row->classes[measure.time] = true;
}

static void
add_outcomes (QmsTimingRow *row, const QmsQuestion *question, const QmsGraphStep *step)
{
  for (size_t i = 0; i < step->n_outcomes; i++)
    row->lost = row->lost || (step->outcomes[i].lost && qms_graph_possible (&step->outcomes[i], question->scenario));
}

/* Looks at each step that can be reached in the scenario. */
static void
survey (QmsTimingRow *row, const QmsQuestion *question)
{
  for (size_t i = 0; i < question->course->n_steps; i++) {
    add_step (row, question, question->course->steps[i]);
    add_outcomes (row, question, &question->workflow->steps[question->course->steps[i]]);
  }
}

/* The least and the most of one class that a way takes; false if there is no way. */
static bool
measure_class (QmsTimingRow *row, QmsQuestion question)
{
  for (int extreme = QMS_WORKFLOW_SHORTEST; extreme <= QMS_WORKFLOW_LONGEST; extreme++) {
    question.longest = extreme == QMS_WORKFLOW_LONGEST;
    g_autofree QmsBests *bests = qms_question_answer (&question);
    if (!bests[0].ends.exists)
      return false;
    row->time[extreme][question.first] = bests[0].ends.time[question.first];
  }
  return true;
}

/* The times of the ways, of classes that occur each by itself; false if there is no way. */
static bool
measure_ways (QmsTimingRow *row, QmsQuestion question)
{
  bool way = true;

  for (int i = 0; i < QMS_TIME_CLASSES && way; i++) {
    question.first = (QmsTimeClass)i;
    if (i == 0 || row->classes[i])
      way = measure_class (row, question);
  }
  return way;
}

/* ---- limits */

/* The more the limit is made for the row, the higher; 0 if it is not for the row at all. */
static int
fitness (const QmsGraphLimit *limit, size_t scenario, size_t phase, int32_t channel)
{
  if (limit->phase != phase || limit->value.unit == 0
      || (limit->scenario != scenario && limit->scenario != QMS_WORKFLOW_NONE)
      || (limit->channel != channel && limit->channel != 0))
    return 0;
  return 1 + 2 * (limit->scenario != QMS_WORKFLOW_NONE) + (limit->channel != 0);
}

static const QmsGraphLimit *
find_limit (const QmsWorkflow *workflow, size_t scenario, size_t phase, int32_t channel)
{
  const QmsGraphLimit *best = NULL;
  int most = 0;

  for (size_t i = 0; i < workflow->n_limits; i++) {
    int fit = fitness (&workflow->limits[i], scenario, phase, channel);
    if (fit > most) {
      most = fit;
      best = &workflow->limits[i];
    }
  }
  return best;
}

static bool
limit_measure (const QmsGraphTime *time, QmsMeasure *measure)
{
  return qms_measure ((QmsDuration){ { time->mantissa, time->scale }, time->unit }, measure);
}

static int
compare (const QmsTimingRow *row, const QmsMeasure *limit)
{
  int64_t sum = row->time[QMS_WORKFLOW_LONGEST][limit->time];

  if (row->missing > 0 || row->lost)
    return QMS_TIMING_INCOMPLETE;
  return sum == limit->amount ? QMS_TIMING_EQUAL : QMS_TIMING_UNDER;
}

static int
judge (const QmsTimingRow *row)
{
  QmsMeasure limit;
  bool mixed = row->unmeasurable;

  if (!row->limit)
    return QMS_TIMING_NO_LIMIT;
  if (!limit_measure (&row->limit->value, &limit))
    return QMS_TIMING_INCOMPARABLE;
  if (row->time[QMS_WORKFLOW_LONGEST][limit.time] > limit.amount)
    return QMS_TIMING_OVER;
  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    mixed = mixed || (row->classes[i] && i != (int)limit.time);
  return mixed ? QMS_TIMING_INCOMPARABLE : compare (row, &limit);
}

/* A procedure that has no steps yet is not one that never ends. */
static int
without_way (const QmsWorkflow *workflow, const QmsTimingRow *row)
{
  if (workflow->n_steps > 0)
    return row->lost ? QMS_TIMING_INCOMPLETE : QMS_TIMING_NO_WAY;
  return row->limit ? QMS_TIMING_INCOMPLETE : QMS_TIMING_NO_LIMIT;
}

/* ---- rows */

/* Adds a row for each channel for which a limit is declared, and one for all if there is a limit for all, or none. */
static void
add_channels (QmsTiming *timing, QmsTimingRow row)
{
  const QmsWorkflow *workflow = timing->workflow;
  bool channels[CHANNELS] = { false };
  bool any = false;

  for (size_t i = 0; i < workflow->n_limits; i++) {
    int32_t channel = workflow->limits[i].channel;
    if (channel >= 0 && channel < CHANNELS && fitness (&workflow->limits[i], row.scenario, row.phase, channel) > 0)
      any = channels[channel] = true;
  }
  channels[0] = channels[0] || !any;
  for (row.channel = 0; row.channel < CHANNELS; row.channel++) {
    if (!channels[row.channel])
      continue;
    row.limit = find_limit (workflow, row.scenario, row.phase, row.channel);
    row.verdict = row.way ? judge (&row) : without_way (workflow, &row);
    g_array_append_val (timing->rows, row);
  }
}

static void
add_rows (QmsTiming *timing, const QmsGraphCourse *course, size_t scenario, size_t phase)
{
  QmsTimingRow row = { .scenario = scenario, .phase = phase };
  QmsQuestion question = { timing->workflow, course, scenario, phase, true, QMS_TIME_WORKING };

  survey (&row, &question);
  row.way = measure_ways (&row, question);
  add_channels (timing, row);
}

/* How much there is to look at for one scenario and phase. */
static size_t
size_of (const QmsWorkflow *workflow)
{
  size_t size = 1 + workflow->n_limits;

  for (size_t i = 0; i < workflow->n_steps; i++) {
    const QmsGraphStep *step = &workflow->steps[i];
    size += 1 + step->n_times + step->n_outcomes;
    for (size_t j = 0; j < step->n_outcomes; j++)
      size += step->outcomes[j].n_branches;
  }
  return size;
}

static void
add_scenario (QmsTiming *timing, size_t scenario, size_t *work)
{
  g_autoptr (QmsGraphCourse) course = qms_graph_course_new (timing->workflow, scenario);
  size_t size = size_of (timing->workflow);

  for (size_t phase = 0; phase <= timing->workflow->n_phases && timing->complete; phase++) {
    timing->complete = *work + size <= MOST_WORK;
    *work += size;
    if (timing->complete)
      add_rows (timing, course, scenario, phase == 0 ? QMS_WORKFLOW_NONE : phase - 1);
  }
}

QmsTiming *
qms_timing_new (const QmsWorkflow *workflow)
{
  QmsTiming *timing;
  size_t work = 0;

  if (!workflow)
    return NULL;
  timing = g_new0 (QmsTiming, 1);
  timing->workflow = qms_workflow_ref ((QmsWorkflow *)workflow);
  timing->rows = g_array_new (FALSE, FALSE, sizeof (QmsTimingRow));
  timing->complete = true;
  if (workflow->n_scenarios == 0)
    add_scenario (timing, QMS_WORKFLOW_NONE, &work);
  for (size_t i = 0; i < workflow->n_scenarios && timing->complete; i++)
    add_scenario (timing, i, &work);
  return timing;
}

void
qms_timing_free (QmsTiming *timing)
{
  if (!timing)
    return;
  g_array_unref (timing->rows);
  qms_workflow_unref (timing->workflow);
  g_free (timing);
}

/* ---- reading */

const QmsTimingRow *
qms_timing_row (const QmsTiming *timing, size_t row)
{
  return row < qms_timing_rows (timing) ? &g_array_index (timing->rows, QmsTimingRow, row) : NULL;
}

size_t
qms_timing_rows (const QmsTiming *timing)
{
  return timing ? timing->rows->len : 0;
}

int32_t
qms_timing_complete (const QmsTiming *timing)
{
  return timing && timing->complete;
}

size_t
qms_timing_scenario (const QmsTiming *timing, size_t row)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return own ? own->scenario : QMS_WORKFLOW_NONE;
}

size_t
qms_timing_phase (const QmsTiming *timing, size_t row)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return own ? own->phase : QMS_WORKFLOW_NONE;
}

int32_t
qms_timing_channel (const QmsTiming *timing, size_t row)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return own ? own->channel : 0;
}

int32_t
qms_timing_verdict (const QmsTiming *timing, size_t row)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return own ? own->verdict : QMS_TIMING_NO_LIMIT;
}

int64_t
qms_timing_time (const QmsTiming *timing, size_t row, int32_t extreme, int32_t unit)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);
  bool fits = extreme >= 0 && extreme <= QMS_WORKFLOW_LONGEST && unit >= 0 && unit < QMS_TIME_CLASSES;

  return own && fits ? own->time[extreme][unit] : 0;
}

size_t
qms_timing_missing (const QmsTiming *timing, size_t row)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return own ? own->missing : 0;
}

static QmsStatus
give_time (const QmsGraphTime *time, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  if (!time || time->unit == 0)
    return QMS_ERROR_NOT_FOUND;
  if (mantissa)
    *mantissa = time->mantissa;
  if (scale)
    *scale = time->scale;
  if (unit)
    *unit = time->unit;
  return QMS_OK;
}

QmsStatus
qms_timing_limit (const QmsTiming *timing, size_t row, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return give_time (own && own->limit ? &own->limit->value : NULL, mantissa, scale, unit);
}

QmsStatus
qms_timing_statutory (const QmsTiming *timing, size_t row, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);

  return give_time (own && own->limit ? &own->limit->statutory : NULL, mantissa, scale, unit);
}

QmsStatus
qms_timing_slack (const QmsTiming *timing, size_t row, int64_t *slack, int32_t *unit)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);
  QmsMeasure limit;

  if (!own || !own->limit || own->lost || own->verdict == QMS_TIMING_INCOMPARABLE || own->verdict == QMS_TIMING_NO_WAY
      || !limit_measure (&own->limit->value, &limit))
    return QMS_ERROR_NOT_FOUND;
  if (slack)
    *slack = limit.amount - own->time[QMS_WORKFLOW_LONGEST][limit.time];
  if (unit)
    *unit = (int32_t)limit.time;
  return QMS_OK;
}

/* The shorter numbers keep all digits that four places of a fraction need. */
static int64_t
share (int64_t part, int64_t whole)
{
  while (part > INT64_MAX / 20001 || part < -(INT64_MAX / 20001)) {
    part /= 2;
    whole /= 2;
  }
  return part >= 0 ? (part * 20000 + whole) / (2 * whole) : -((-part * 20000 + whole - 1) / (2 * whole));
}

QmsStatus
qms_timing_reduction (const QmsTiming *timing, size_t row, int64_t *hundredths)
{
  const QmsTimingRow *own = qms_timing_row (timing, row);
  QmsMeasure limit, law;

  if (!own || !own->limit || !limit_measure (&own->limit->value, &limit)
      || !limit_measure (&own->limit->statutory, &law) || limit.time != law.time || law.amount == 0)
    return QMS_ERROR_NOT_FOUND;
  if (hundredths)
    *hundredths = share (law.amount - limit.amount, law.amount);
  return QMS_OK;
}
