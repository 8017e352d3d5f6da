/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about time: steps against limits, limits against the law and against what has been announced. */
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "rules/timing.h"
#include "workflow/measure.h"

/* ---- steps against limits */

/* Name of the scenario or phase with that identifier; NULL for NULL. */
static const char *
name_of (const QmsNode *procedure, const char *id, uint32_t name)
{
  const QmsNode *part = id ? qms_document_find (qms_node_document (procedure), id) : NULL;

  return part && *qms_text (part, name) ? qms_text (part, name) : id;
}

static void
append_part (GString *part, const char *label, const char *name)
{
  if (name)
    g_string_append_printf (part, "%s%s «%s»", part->len > 0 ? ", " : " (", label, name);
}

/* " (giai đoạn «…», trường hợp «…», kênh «…»)"; "" if the verdict is about the whole. */
static char *
part_of (const QmsNode *procedure, const QmsVerdict *verdict, int lang)
{
  int32_t channel = qms_time_limit_get_channel (verdict->limit);
  GString *part = g_string_new (NULL);

  append_part (part, lang == QMS_LANG_EN ? "phase" : "giai đoạn", name_of (procedure, verdict->phase, QMS_PHASE_NAME));
  append_part (part, lang == QMS_LANG_EN ? "scenario" : "trường hợp",
               name_of (procedure, verdict->scenario, QMS_SCENARIO_NAME));
  append_part (part, lang == QMS_LANG_EN ? "channel" : "kênh",
               channel ? qms_label (QMS_TIME_LIMIT_CHANNEL, channel, lang) : NULL);
  if (part->len > 0)
    g_string_append_c (part, ')');
  return g_string_free (part, FALSE);
}

/* The classes of time that do not go together. */
static char *
classes_of (const QmsVerdict *verdict, QmsTimeClass limit, int lang)
{
  GString *classes = g_string_new (NULL);

  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    if (verdict->classes[i] || (QmsTimeClass)i == limit)
      g_string_append_printf (classes, "%s%s", classes->len > 0 ? ", " : "", qms_time_class_name (i, lang));
  return g_string_free (classes, FALSE);
}

static void
report_verdict (QmsCheck *check, int rule, const QmsNode *procedure, const QmsVerdict *verdict)
{
  QmsDuration declared = { 0 };
  QmsMeasure measure = { 0 };

  qms_duration (verdict->limit, QMS_TIME_LIMIT_VALUE, &declared);
  qms_measure (declared, &measure);
  g_auto (QmsWords) limit = qms_words_duration (declared);
  g_auto (QmsWords) sum = qms_measure_words ((QmsMeasure){ measure.time, verdict->sum }, declared.unit);
  g_auto (QmsWords) part = { { part_of (procedure, verdict, QMS_LANG_VI), part_of (procedure, verdict, QMS_LANG_EN) } };
  g_auto (QmsWords)
      units = { { classes_of (verdict, measure.time, QMS_LANG_VI), classes_of (verdict, measure.time, QMS_LANG_EN) } };
  bool summed = verdict->outcome != QMS_TIMING_INCOMPARABLE;
  QmsValue values[] = { qms_value_words ("limit", limit), qms_value_words ("part", part),
                        qms_value_words (summed ? "sum" : "units", summed ? sum : units) };

  qms_check_report_values (check, rule, verdict->limit, QMS_TIME_LIMIT_VALUE, values, G_N_ELEMENTS (values));
}

static void
report_outcome (QmsCheck *check, const QmsNode *procedure, int32_t outcome, int rule)
{
  const GArray *verdicts = qms_check_verdicts (check, procedure);

  for (guint i = 0; i < verdicts->len; i++) {
    const QmsVerdict *verdict = &g_array_index (verdicts, QmsVerdict, i);
    if (verdict->outcome == outcome)
      report_verdict (check, rule, procedure, verdict);
  }
}

void
qms_rule_step_sum_over_limit (QmsCheck *check, const QmsNode *procedure)
{
  report_outcome (check, procedure, QMS_TIMING_OVER, QMS_RULE_STEP_SUM_OVER_LIMIT);
}

void
qms_rule_step_sum_under_limit (QmsCheck *check, const QmsNode *procedure)
{
  report_outcome (check, procedure, QMS_TIMING_UNDER, QMS_RULE_STEP_SUM_UNDER_LIMIT);
}

void
qms_rule_step_times_incomparable (QmsCheck *check, const QmsNode *procedure)
{
  report_outcome (check, procedure, QMS_TIMING_INCOMPARABLE, QMS_RULE_STEP_TIMES_INCOMPARABLE);
}

/* ---- limits */

void
qms_rule_time_limit_missing (QmsCheck *check, const QmsNode *procedure)
{
  if (qms_procedure_is_tthc (procedure))
    qms_check_expect (check, qms_procedure_has_time_limits (procedure), QMS_RULE_TIME_LIMIT_MISSING, procedure,
                      QMS_PROCEDURE_TIME_LIMITS, "title", qms_text (procedure, QMS_PROCEDURE_TITLE));
}

static bool
is_longer (const QmsMeasure *a, const QmsMeasure *b)
{
  return a->time == b->time && a->amount > b->amount;
}

void
qms_rule_time_limit_over_statutory (QmsCheck *check, const QmsNode *limit)
{
  QmsDuration declared, statutory;
  QmsMeasure own, law;

  if (!qms_duration (limit, QMS_TIME_LIMIT_VALUE, &declared)
      || !qms_duration (limit, QMS_TIME_LIMIT_STATUTORY, &statutory) || !qms_measure (declared, &own)
      || !qms_measure (statutory, &law) || !is_longer (&own, &law))
    return;
  g_auto (QmsWords) own_words = qms_words_duration (declared);
  g_auto (QmsWords) law_words = qms_words_duration (statutory);
  QmsValue values[] = { qms_value_words ("limit", own_words), qms_value_words ("statutory", law_words) };
  qms_check_report_values (check, QMS_RULE_TIME_LIMIT_OVER_STATUTORY, limit, QMS_TIME_LIMIT_VALUE, values,
                           G_N_ELEMENTS (values));
}

/* ---- limits against what has been announced */

/* The limit that holds for the whole procedure in every scenario and for every channel. */
static const QmsNode *
overall_limit (const QmsNode *procedure)
{
  QmsItems limits = qms_items (procedure, QMS_PROCEDURE_TIME_LIMITS);

  for (size_t i = 0; i < limits.count; i++)
    if (!qms_time_limit_has_scenario (limits.slots[i].node) && !qms_time_limit_has_phase (limits.slots[i].node)
        && !qms_time_limit_has_channel (limits.slots[i].node))
      return limits.slots[i].node;
  return NULL;
}

/* The longest of a channel's times in that class of time, if longer than `longest`. */
static void
take_longest (const QmsNode *channel, QmsTimeClass time, QmsMeasure *longest, const QmsNode **where)
{
  QmsItems times = qms_items (channel, QMS_CHANNEL_TIMES);

  for (size_t i = 0; i < times.count; i++) {
    QmsMeasure measure;
    if (qms_measure_field (times.slots[i].node, QMS_CHANNEL_TIME_VALUE, &measure) && measure.time == time
        && (!*where || measure.amount > longest->amount)) {
      *longest = measure;
      *where = times.slots[i].node;
    }
  }
}

static void
report_announced (QmsCheck *check, const QmsNode *limit, const QmsNode *announced, const QmsNode *tthc)
{
  QmsDuration own = { 0 }, promised = { 0 };

  qms_duration (limit, QMS_TIME_LIMIT_VALUE, &own);
  qms_duration (announced, QMS_CHANNEL_TIME_VALUE, &promised);
  g_auto (QmsWords) own_words = qms_words_duration (own);
  g_auto (QmsWords) promised_words = qms_words_duration (promised);
  QmsValue values[] = { qms_value_words ("limit", own_words), qms_value_words ("announced", promised_words),
                        qms_value ("code", qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_CODE)) };
  qms_check_report_values (check, QMS_RULE_TIME_LIMIT_OVER_ANNOUNCED, limit, QMS_TIME_LIMIT_VALUE, values,
                           G_N_ELEMENTS (values));
}

static void
compare_with (QmsCheck *check, const QmsNode *limit, const QmsMeasure *own, const QmsNode *tthc)
{
  QmsItems channels = qms_items (tthc, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
  const QmsNode *announced = NULL;
  QmsMeasure longest = { 0 };

  for (size_t i = 0; i < channels.count; i++)
    take_longest (channels.slots[i].node, own->time, &longest, &announced);
  if (announced && is_longer (own, &longest))
    report_announced (check, limit, announced, tthc);
}

/* Channels and cases may differ; only a limit longer than every announced one is certainly too long. */
void
qms_rule_time_limit_over_announced (QmsCheck *check, const QmsNode *procedure)
{
  const QmsNode *limit = overall_limit (procedure);
  const GPtrArray *settled = limit ? qms_check_settled_by (check, procedure) : NULL;
  QmsMeasure own;

  if (!settled || !qms_measure_field (limit, QMS_TIME_LIMIT_VALUE, &own))
    return;
  for (guint i = 0; i < settled->len; i++)
    compare_with (check, limit, &own, g_ptr_array_index (settled, i));
}
