/* SPDX-License-Identifier: Apache-2.0 */
/* Times of steps, per case; one time for several steps; the limits that headings and sections declare. */
#include "interop/docx_step.h"

#include "core/words.h"
#include "interop/docx_words.h"

#include <string.h>

#define USUAL_CASE "thông thường"

static DocxTimeColumn *
time_column (const DocxStepTable *steps, guint index)
{
  return &g_array_index (steps->times, DocxTimeColumn, index);
}

/* ---- scenarios and limits of headings */

const char *
docx_scenario (DocxImport *import, const char *name, const DocxSource *source, int confidence)
{
  QmsNode *procedure = import->procedure, *scenario;
  g_autofree char *id = NULL;

  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS); i++) {
    scenario = qms_node_get_node_at (procedure, QMS_PROCEDURE_SCENARIOS, i);
    if (g_strcmp0 (qms_node_get_string (scenario, QMS_SCENARIO_NAME), name) == 0)
      return qms_node_id (scenario);
  }
  id = docx_free_part_id (import, "TH");
  scenario = docx_add (procedure, QMS_PROCEDURE_SCENARIOS);
  qms_node_set_string (scenario, QMS_SCENARIO_ID, id, NULL);
  docx_set (import, scenario, QMS_SCENARIO_NAME, name, source, DOCX_PLAIN_REASON (confidence, QMS_MSG_DOCX_INFERRED));
  return qms_node_id (scenario);
}

static const char *
scenario_of (DocxImport *import, const DocxTimeColumn *column, const DocxSource *source)
{
  const char *name = column->heading.name ? column->heading.name : USUAL_CASE;

  return docx_scenario (import, name, source, column->heading.name ? DOCX_FIRM : DOCX_GUESS);
}

/* The limit for the whole in a case (NULL: in all of them); NULL if there is none yet. */
static QmsNode *
limit_of (const DocxImport *import, const char *scenario)
{
  for (size_t i = 0; i < qms_node_count (import->procedure, QMS_PROCEDURE_TIME_LIMITS); i++) {
    QmsNode *limit = qms_node_get_node_at (import->procedure, QMS_PROCEDURE_TIME_LIMITS, i);
    if (g_strcmp0 (qms_node_get_string (limit, QMS_TIME_LIMIT_SCENARIO), scenario) == 0)
      return limit;
  }
  return NULL;
}

static void
add_limit (DocxImport *import, const char *scenario, const DocxTime *total, const char *heading,
           const DocxSource *source)
{
  QmsNode *limit = limit_of (import, scenario) ? NULL : docx_add (import->procedure, QMS_PROCEDURE_TIME_LIMITS);

  if (!limit)
    return;
  if (scenario)
    qms_node_set_string (limit, QMS_TIME_LIMIT_SCENARIO, scenario, NULL);
  docx_set_duration (import, limit, QMS_TIME_LIMIT_VALUE, total->value, source,
                     DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { heading } }));
}

void
docx_times_begin (DocxStepTable *steps)
{
  for (guint i = 0; i < steps->times->len; i++) {
    DocxTimeColumn *column = time_column (steps, i);
    DocxSource source = { steps->line->source.place, column->heading.heading };
    if (steps->times->len > 1 || (column->heading.name && column->heading.marked))
      column->scenario = g_strdup (scenario_of (steps->import, column, &source));
    if (column->heading.total.known && !steps->phase)
      add_limit (steps->import, column->scenario, &column->heading.total, column->heading.heading, &source);
  }
}

/* ---- times of steps */

static QmsNode *
step_of_row (const DocxStepTable *steps, size_t row)
{
  return steps->nodes->pdata[row - steps->table.body];
}

/* How messages and notes call a step: its number, else its place. Free with g_free. */
static char *
name_of (const QmsNode *step)
{
  const char *number = qms_node_get_string (step, QMS_STEP_NUMBER);

  return number ? g_strdup (number) : g_strdup_printf ("%zu", qms_node_index (step) + 1);
}

static const QmsNode *
time_in (const QmsNode *step, const char *scenario)
{
  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_DURATIONS); i++) {
    const QmsNode *time = qms_node_get_node_at (step, QMS_STEP_DURATIONS, i);
    if (g_strcmp0 (qms_node_get_string (time, QMS_STEP_DURATION_SCENARIO), scenario) == 0)
      return time;
  }
  return NULL;
}

static QmsNode *
add_duration (QmsNode *step, const DocxTimeColumn *column)
{
  QmsNode *duration = docx_add (step, QMS_STEP_DURATIONS);

  if (column->scenario)
    qms_node_set_string (duration, QMS_STEP_DURATION_SCENARIO, column->scenario, NULL);
  return duration;
}

static void
set_value (DocxStepTable *steps, QmsNode *duration, const DocxTime *time, const DocxTimeColumn *column,
           const DocxSource *source, const char *shared)
{
  DocxImport *import = steps->import;

  if (shared)
    docx_set_duration (import, duration, QMS_STEP_DURATION_VALUE, time->value, source,
                       DOCX_REASON (DOCX_GUESS, QMS_MSG_DOCX_SHARED_TIME, { "steps", { shared } }));
  else if (time->borrowed)
    docx_set_duration (import, duration, QMS_STEP_DURATION_VALUE, time->value, source,
                       DOCX_REASON (DOCX_LIKELY, QMS_MSG_DOCX_UNIT_FROM,
                                    { "source", { *column->heading.heading ? column->heading.heading : "…" } }));
  else
    docx_set_duration (import, duration, QMS_STEP_DURATION_VALUE, time->value, source,
                       DOCX_REASON (time->note ? DOCX_LIKELY : DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN,
                                    { "heading", { column->heading.heading } }));
  if (!time->borrowed && time->value.unit == QMS_DURATION_UNIT_DAY
      && import->note_unit == QMS_DURATION_UNIT_WORKING_DAY)
    docx_note (import, QMS_SEVERITY_INFO, NULL, QMS_MSG_DOCX_DAY_OF_NOTE, NULL, 0);
}

static void
set_words (DocxStepTable *steps, QmsNode *duration, const char *words, const DocxSource *source)
{
  docx_set (steps->import, duration, QMS_STEP_DURATION_NOTE, words, source,
            DOCX_PLAIN_REASON (DOCX_KEPT, QMS_MSG_DOCX_TIME_IN_WORDS));
  docx_note (steps->import, QMS_SEVERITY_WARNING, source, QMS_MSG_DOCX_TIME_IN_WORDS, NULL, 0);
}

/* Our own words for a step whose time another one has, see share(). */
static bool
is_beside (const char *words)
{
  g_autofree char *plain = docx_plain (words);

  return docx_begins (plain, "tinh chung voi buoc");
}

/* Steps that one cell is for: "1–5", as notes and messages say it; NULL if it is for one only. Free with g_free. */
static char *
shared_steps (const DocxStepTable *steps, size_t row, size_t rows, GPtrArray *members)
{
  g_autofree char *first = NULL, *last = NULL;

  for (size_t r = row; r < row + rows && r < steps->table.end; r++)
    if (step_of_row (steps, r))
      g_ptr_array_add (members, step_of_row (steps, r));
  if (members->len < 2)
    return NULL;
  first = name_of (members->pdata[0]);
  last = name_of (members->pdata[members->len - 1]);
  return g_strdup_printf ("%s–%s", first, last);
}

/* The first of several steps has the time of all; the others say so. */
static void
share (DocxStepTable *steps, const DocxTimeColumn *column, const GPtrArray *members, QmsNode *duration,
       const char *shared, const DocxSource *source)
{
  g_autofree char *first = name_of (members->pdata[0]), *beside = g_strdup_printf ("tính chung với bước %s", first);
  const char *note = qms_node_get_string (duration, QMS_STEP_DURATION_NOTE);
  g_autofree char *all = g_strdup_printf ("%s%stính chung cho các bước %s", note ? note : "", note ? "; " : "", shared);

  qms_node_set_string (duration, QMS_STEP_DURATION_NOTE, all, NULL);
  for (guint i = 1; i < members->len; i++)
    qms_node_set_string (add_duration (members->pdata[i], column), QMS_STEP_DURATION_NOTE, beside, NULL);
  docx_note (steps->import, QMS_SEVERITY_WARNING, source, QMS_MSG_DOCX_SHARED_TIME,
             QMS_VALUES ({ "steps", { shared } }));
}

static void
note_missing (DocxStepTable *steps, const DocxTimeColumn *column, const QmsNode *step, DocxSource source)
{
  g_autofree char *name = name_of (step);

  source.text = qms_node_get_string (step, QMS_STEP_NAME);
  docx_note (steps->import, QMS_SEVERITY_WARNING, &source, QMS_MSG_DOCX_STEP_WITHOUT_TIME,
             QMS_VALUES ({ "step", { name } }, { "heading", { column->heading.heading } }));
}

static void
read_time (DocxStepTable *steps, const DocxTimeColumn *column, size_t row, const QmsWordCell *cell)
{
  g_autofree char *text = docx_cell_lines (cell), *shared = NULL;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  DocxSource source = { steps->line->source.place, text };
  g_auto (DocxTime) time = { 0 };
  QmsNode *duration;

  source.place.row = row + 1;
  shared = shared_steps (steps, row, cell->rows, members);
  if (members->len == 0)
    return;
  docx_time_read (text, column->heading.unit, &time);
  if (!time.known && !time.note) {
    note_missing (steps, column, members->pdata[0], source);
    return;
  }
  duration = add_duration (members->pdata[0], column);
  if (time.known)
    set_value (steps, duration, &time, column, &source, shared);
  if (time.known && time.note)
    qms_node_set_string (duration, QMS_STEP_DURATION_NOTE, time.note, NULL);
  if (!time.known && is_beside (time.note))
    docx_set (steps->import, duration, QMS_STEP_DURATION_NOTE, time.note, &source,
              DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { column->heading.heading } }));
  else if (!time.known)
    set_words (steps, duration, time.note, &source);
  if (shared)
    share (steps, column, members, duration, shared, &source);
}

void
docx_times_read (DocxStepTable *steps)
{
  for (size_t row = steps->table.body; row < steps->table.end; row++)
    for (guint i = 0; i < steps->times->len; i++) {
      const DocxTimeColumn *column = time_column (steps, i);
      const QmsWordCell *cell = docx_table_cell (steps->table.block, row, column->column);
      if (cell && !cell->continued)
        read_time (steps, column, row, cell);
    }
}

/* ---- the row below the steps */

/* What the steps of a case take together; false if their units differ or one has no value but words. */
static bool
add_up (const DocxStepTable *steps, const DocxTimeColumn *column, QmsDuration *sum)
{
  enum { SCALE = 4 };

  *sum = (QmsDuration){ .amount = { 0, SCALE } };
  for (guint i = 0; i < steps->nodes->len; i++) {
    const QmsNode *time = steps->nodes->pdata[i] ? time_in (steps->nodes->pdata[i], column->scenario) : NULL;
    int64_t mantissa;
    int32_t scale, unit;
    if (qms_node_get_duration (time, QMS_STEP_DURATION_VALUE, &mantissa, &scale, &unit) != QMS_OK)
      continue;
    if ((sum->unit && unit != sum->unit) || scale > SCALE || mantissa > G_MAXINT32)
      return false;
    for (; scale < SCALE; scale++)
      mantissa *= 10;
    sum->amount.mantissa += mantissa;
    sum->unit = unit;
  }
  return sum->unit != 0;
}

/* A total that is just the sum of the steps declares nothing. */
static void
read_total (DocxStepTable *steps, const DocxTimeColumn *column, size_t row)
{
  g_autofree char *text = docx_cell_lines (qms_block_cell (steps->table.block, row, column->column));
  DocxSource source = { steps->line->source.place, text };
  g_auto (DocxTime) total = { 0 };
  QmsDuration sum;

  source.place.row = row + 1;
  docx_time_read (text, column->heading.unit, &total);
  if (!total.known
      || (add_up (steps, column, &sum) && sum.unit == total.value.unit
          && qms_decimal_compare (sum.amount, total.value.amount) == 0))
    return;
  add_limit (steps->import, column->scenario, &total, column->heading.heading, &source);
}

void
docx_times_end (DocxStepTable *steps, size_t row)
{
  for (guint i = 0; i < steps->times->len; i++)
    read_total (steps, time_column (steps, i), row);
}

/* ---- the limit that a section declares */

static void
compare_limits (DocxImport *import, const QmsNode *stated, const QmsNode *limit)
{
  g_autofree char *ours = NULL, *theirs = NULL;
  char *a = qms_node_get_text (stated, QMS_CHANNEL_TIME_VALUE, 0),
       *b = qms_node_get_text (limit, QMS_TIME_LIMIT_VALUE, 0);

  if (a && b && strcmp (a, b) != 0)
    docx_note (import, QMS_SEVERITY_WARNING, NULL, QMS_MSG_DOCX_LIMIT_DIFFERS,
               QMS_VALUES ({ "stated", { a } }, { "heading", { b } }));
  qms_free (a);
  qms_free (b);
}

void
docx_limits_end (DocxImport *import)
{
  const QmsNode *first = import->administratives->len > 0 ? import->administratives->pdata[0] : NULL;
  const QmsNode *channel = qms_node_get_node_at (first, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, 0);
  const QmsNode *stated = qms_node_get_node_at (channel, QMS_CHANNEL_TIMES, 0);
  const char *words = qms_node_get_string (stated, QMS_CHANNEL_TIME_STATEMENT);
  QmsNode *limit = qms_node_get_node_at (import->procedure, QMS_PROCEDURE_TIME_LIMITS, 0);
  char *value = qms_node_get_text (stated, QMS_CHANNEL_TIME_VALUE, 0);

  if (limit && qms_node_count (import->procedure, QMS_PROCEDURE_TIME_LIMITS) == 1) {
    compare_limits (import, stated, limit);
  } else if (!limit && words) {
    DocxSource source = { { 0 }, words };
    limit = docx_add (import->procedure, QMS_PROCEDURE_TIME_LIMITS);
    docx_set (import, limit, QMS_TIME_LIMIT_VALUE, value, &source,
              DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
    docx_set (import, limit, QMS_TIME_LIMIT_NOTE, value ? NULL : words, &source,
              DOCX_PLAIN_REASON (DOCX_KEPT, QMS_MSG_DOCX_TIME_IN_WORDS));
  }
  qms_free (value);
}
