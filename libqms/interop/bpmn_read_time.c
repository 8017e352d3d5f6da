/* SPDX-License-Identifier: Apache-2.0 */
/* Times that people edit in a modeller: those that cannot be read stay as they were, those in the text of a step are its times. */
#include "interop/bpmn_draft.h"

#include "core/text.h"
#include "gen/ids.h"
#include "interop/bpmn_text.h"

#include <string.h>

static void
note_unread (const BpmnDraft *draft, const BpmnElement *at, const char *text)
{
  bpmn_note (draft->model->report, QMS_RULE_BPMN_TIME_UNREADABLE, at, QMS_VALUES ({ "value", { text } }));
}

const char *
bpmn_draft_time (BpmnDraft *draft, const BpmnElement *at, const char *amount, const char *unit, bool *unread)
{
  const char *number = bpmn_value (at, amount), *name = unit ? bpmn_value (at, unit) : NULL;
  g_autofree char *text =
      number || name ? g_strjoin (number && name ? " " : "", number ? number : "", name, NULL) : NULL;
  const char *value = bpmn_take (draft, bpmn_parse_duration (text));

  if (text && !value) {
    note_unread (draft, at, text);
    *unread = true;
  }
  return value;
}

/* ---- times of steps */

static const BpmnDuration *
find_duration (const BpmnStep *step, const char *scenario)
{
  for (guint i = 0; step && i < step->durations->len; i++) {
    const BpmnDuration *duration = &g_array_index (step->durations, BpmnDuration, i);
    if (g_strcmp0 (duration->scenario, scenario) == 0)
      return duration;
  }
  return NULL;
}

static void
mend_durations (BpmnStep *step, const BpmnStep *before)
{
  for (guint i = step->durations->len; i-- > 0;) {
    BpmnDuration *duration = &g_array_index (step->durations, BpmnDuration, i);
    const BpmnDuration *old = duration->value ? NULL : find_duration (before, duration->scenario);
    if (old)
      *duration = *old;
    else if (!duration->value)
      g_array_remove_index (step->durations, i);
  }
}

/* ---- times in the text that an export made of them */

/* The next line that tells a time, from `*line` on; NULL if there is none. */
static char *
next_time (char ***line)
{
  for (; **line; ++*line)
    if (g_str_has_prefix (**line, BPMN_TIME_LABEL))
      return *(*line)++;
  return NULL;
}

/* Takes the time of a line that differs from what the export wrote. True if it does. */
static bool
take_line (BpmnDraft *draft, const BpmnStep *step, BpmnDuration *duration, const char *was, const char *is)
{
  const char *value;

  if (strcmp (was, is) == 0)
    return false;
  value = bpmn_take (draft, bpmn_begin_duration (is + strlen (BPMN_TIME_LABEL)));
  if (value)
    duration->value = value;
  else
    note_unread (draft, step->element, is + strlen (BPMN_TIME_LABEL));
  return true;
}

/* Lines stand in the order of the times. Those that are taken become again what they were: they are no text of the step. */
static void
mend_lines (BpmnDraft *draft, BpmnStep *step, const BpmnStep *before)
{
  g_auto (GStrv) old = g_strsplit (before->documentation, "\n", -1), now = g_strsplit (step->documentation, "\n", -1);
  char **at_old = old, **at_now = now, *was, *is;
  bool changed = false;
  guint i = 0;

  while (i < step->durations->len && (was = next_time (&at_old)) && (is = next_time (&at_now))) {
    if (!take_line (draft, step, &g_array_index (step->durations, BpmnDuration, i++), was, is))
      continue;
    g_free (is);
    at_now[-1] = g_strdup (was);
    changed = true;
  }
  if (changed)
    step->documentation = bpmn_take (draft, g_strjoinv ("\n", now));
}

/* Whether only the text can have been edited: the elements say what they said. */
static bool
same_durations (const BpmnStep *step, const BpmnStep *before)
{
  bool same = step->durations->len == before->durations->len;

  for (guint i = 0; same && i < step->durations->len; i++) {
    const BpmnDuration *a = &g_array_index (step->durations, BpmnDuration, i);
    const BpmnDuration *b = &g_array_index (before->durations, BpmnDuration, i);
    same = g_strcmp0 (a->scenario, b->scenario) == 0 && g_strcmp0 (a->value, b->value) == 0;
  }
  return same;
}

/* ---- limits of the procedure */

static char *
limit_key (const BpmnLimit *limit)
{
  return g_strjoin ("\n", limit->scenario ? limit->scenario : "", limit->phase ? limit->phase : "",
                    limit->channel ? limit->channel : "", NULL);
}

static GHashTable *
index_limits (const BpmnDraft *base)
{
  GHashTable *index = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; base && i < base->limits->len; i++) {
    BpmnLimit *limit = &g_array_index (base->limits, BpmnLimit, i);
    g_hash_table_insert (index, limit_key (limit), limit);
  }
  return index;
}

static void
mend_limits (BpmnDraft *draft, const BpmnDraft *base)
{
  g_autoptr (GHashTable) known = index_limits (base);

  for (guint i = 0; i < draft->limits->len; i++) {
    BpmnLimit *limit = &g_array_index (draft->limits, BpmnLimit, i);
    g_autofree char *key = limit_key (limit);
    const BpmnLimit *old = limit->unread ? g_hash_table_lookup (known, key) : NULL;
    if (old && !limit->value)
      limit->value = old->value;
    if (old && !limit->statutory)
      limit->statutory = old->statutory;
  }
}

/* ---- the whole */

static GHashTable *
index_steps (const BpmnDraft *base)
{
  GHashTable *index = g_hash_table_new (qms_text_hash, g_str_equal);

  for (guint i = 0; base && i < base->steps->len; i++)
    if (bpmn_step (base, i)->id)
      g_hash_table_insert (index, (gpointer)bpmn_step (base, i)->id, bpmn_step (base, i));
  return index;
}

void
bpmn_draft_mend_times (BpmnDraft *draft, const BpmnDraft *base)
{
  g_autoptr (GHashTable) known = index_steps (base);

  for (guint i = 0; i < draft->steps->len; i++) {
    BpmnStep *step = bpmn_step (draft, i);
    const BpmnStep *before = step->id ? g_hash_table_lookup (known, step->id) : NULL;
    mend_durations (step, before);
    if (before && before->documentation && step->documentation && same_durations (step, before))
      mend_lines (draft, step, before);
  }
  mend_limits (draft, base);
}
