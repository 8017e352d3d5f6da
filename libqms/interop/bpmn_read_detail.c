/* SPDX-License-Identifier: Apache-2.0 */
/* What the element of a step says: name, text, time, forms. */
#include "interop/bpmn_draft.h"

#include "gen/ids.h"

#include <string.h>

static const char *
name_of (BpmnDraft *draft, const BpmnElement *element, const char *attribute)
{
  return bpmn_take (draft, bpmn_one_line (bpmn_value (element, attribute)));
}

/* ---- time */

enum { MOST_DURATIONS = 100 };

static void
add_duration (BpmnStep *step, const char *scenario, const char *value, const char *note)
{
  BpmnDuration duration = { scenario, value, note };

  if (step->durations->len < MOST_DURATIONS)
    g_array_append_val (step->durations, duration);
}

static void
read_durations (BpmnDraft *draft, BpmnStep *step)
{
  for (BpmnElement *at = bpmn_own (step->element, "duration"); at; at = bpmn_next_own (at, "duration")) {
    bool unread = false;
    const char *value = bpmn_draft_time (draft, at, "value", "unit", &unread);
    if (value || unread)
      add_duration (step, bpmn_value (at, "scenario"), value, bpmn_take (draft, bpmn_text_of (at)));
  }
}

static void
note_difference (const BpmnDraft *draft, const BpmnElement *at, const char *property, const char *shown,
                 const char *kept)
{
  bpmn_note (draft->model->report, QMS_RULE_BPMN_DURATION_DIFFERS, at,
             QMS_VALUES ({ "property", { property } }, { "shown", { shown } }, { "kept", { kept ? kept : "—" } }));
}

/* What a person sees and edits in the modeller goes before what travels with it. */
static void
use_property (BpmnDraft *draft, BpmnStep *step, const BpmnElement *at, const char *scenario, const char *value)
{
  const char *property = bpmn_value (at, "name");

  for (guint i = 0; i < step->durations->len; i++) {
    BpmnDuration *known = &g_array_index (step->durations, BpmnDuration, i);
    if (g_strcmp0 (known->scenario, scenario) != 0)
      continue;
    if (g_strcmp0 (known->value, value) != 0)
      note_difference (draft, at, property, value, known->value);
    known->value = value;
    return;
  }
  if (step->durations->len > 0)
    note_difference (draft, at, property, value, NULL);
  add_duration (step, scenario, value, NULL);
}

/* <camunda:properties><camunda:property name="qms.duration" value="…"/>, or "qms.duration.SCENARIO", of any vendor. */
static void
read_properties (BpmnDraft *draft, BpmnStep *step, const BpmnElement *element)
{
  for (const BpmnElement *at = element ? element->first : NULL; at; at = at->next) {
    const char *name = at->name ? bpmn_value (at, "name") : NULL;
    const char *value;
    bool unread;
    if (at->name && strcmp (at->name, "properties") == 0)
      read_properties (draft, step, at);
    if (!name || strcmp (at->name, "property") != 0 || !g_str_has_prefix (name, "qms.duration"))
      continue;
    name += strlen ("qms.duration");
    if (*name != '.' && *name != '\0')
      continue;
    value = bpmn_draft_time (draft, at, "value", NULL, &unread);
    if (value)
      use_property (draft, step, at, *name ? name + 1 : NULL, value);
  }
}

/* The first text in ISO 8601 of a timer's definition. */
static const char *
timer_of (BpmnDraft *draft, const BpmnNode *node)
{
  const BpmnElement *duration =
      bpmn_node_is_event (node, "timerEventDefinition") ? bpmn_child (node->definition, "timeDuration") : NULL;
  g_autofree char *text = bpmn_text_of (duration);
  const char *value = bpmn_take (draft, bpmn_parse_iso (text));

  if (value)
    bpmn_note (draft->model->report, QMS_RULE_BPMN_CALENDAR_TIME, duration, QMS_VALUES ({ "value", { text } }));
  return value;
}

/* Of a timer at the border of the step, behind its event gateway, or of the step's own event. */
static void
read_timers (BpmnDraft *draft, BpmnStep *step)
{
  const BpmnModel *model = draft->model;
  const BpmnNode *node = bpmn_node (model, step->node);
  const char *value = timer_of (draft, node);

  for (guint i = 0; i < node->out->len && node->kind == BPMN_EVENT_GATEWAY && !value; i++)
    value = timer_of (draft, bpmn_node (model, bpmn_edge (model, g_array_index (node->out, guint, i))->target));
  for (guint i = 0; i < step->timers->len && !value; i++)
    value = timer_of (draft, bpmn_node (model, g_array_index (step->timers, guint, i)));
  if (value)
    add_duration (step, NULL, value, NULL);
}

static void
find_in_text (BpmnDraft *draft, BpmnStep *step)
{
  const char *value = bpmn_take (draft, bpmn_find_duration (step->documentation));

  if (!value)
    return;
  add_duration (step, NULL, value, NULL);
  bpmn_note (draft->model->report, QMS_RULE_BPMN_TIME_IN_TEXT, step->element,
             QMS_VALUES ({ "value", { value } }, { "step", { step->name ? step->name : "" } }));
}

static void
read_time (BpmnDraft *draft, BpmnStep *step)
{
  read_durations (draft, step);
  read_properties (draft, step, bpmn_child (step->element, "extensionElements"));
  if (step->durations->len == 0 && !step->id)
    read_timers (draft, step);
  if (step->durations->len == 0 && !step->id)
    find_in_text (draft, step);
}

/* ---- forms */

static void
read_forms (BpmnDraft *draft, BpmnStep *step)
{
  for (BpmnElement *at = bpmn_own (step->element, "form"); at; at = bpmn_next_own (at, "form")) {
    BpmnForm form = { g_strcmp0 (bpmn_value (at, "direction"), "out") == 0, bpmn_value (at, "ref"),
                      bpmn_value (at, "kind"), name_of (draft, at, "name") };
    g_array_append_val (step->forms, form);
  }
}

/* Name of a data object, by way of its reference. */
static const char *
data_name (BpmnDraft *draft, const char *reference)
{
  const BpmnElement *data = bpmn_lookup (draft->model->ids, reference);
  const char *name = data ? name_of (draft, data, "name") : NULL;

  if (!data || name || !bpmn_value (data, "dataObjectRef"))
    return name;
  data = bpmn_lookup (draft->model->ids, bpmn_value (data, "dataObjectRef"));
  return data ? name_of (draft, data, "name") : NULL;
}

static void
read_data (BpmnDraft *draft, BpmnStep *step, const char *association, const char *end, bool out)
{
  for (BpmnElement *at = bpmn_child (step->element, association); at; at = bpmn_next (at, association))
    for (BpmnElement *ref = bpmn_child (at, end); ref; ref = bpmn_next (ref, end)) {
      g_autofree char *reference = bpmn_text_of (ref);
      BpmnForm form = { .out = out, .name = data_name (draft, reference) };
      if (form.name)
        g_array_append_val (step->forms, form);
    }
}

/* ---- the whole */

static const char *
shown_name (BpmnDraft *draft, const BpmnStep *step)
{
  const BpmnNode *node = bpmn_node (draft->model, step->node);

  if (node->name || node->kind != BPMN_EVENT_GATEWAY)
    return bpmn_keep (draft, node->name);
  for (guint i = 0; i < node->out->len; i++) {
    guint target = bpmn_edge (draft->model, g_array_index (node->out, guint, i))->target;
    const BpmnNode *event = bpmn_node (draft->model, target);
    if (event->name && !bpmn_node_is_event (event, "timerEventDefinition"))
      return bpmn_keep (draft, event->name);
  }
  return NULL;
}

void
bpmn_draft_detail (BpmnDraft *draft, BpmnStep *step)
{
  const BpmnElement *element = step->element, *own = bpmn_own (element, "step");
  const char *full = own ? name_of (draft, own, "name") : NULL;

  step->id = own ? bpmn_value (own, "id") : NULL;
  step->number = own ? bpmn_value (own, "number") : NULL;
  step->phase = own ? bpmn_value (own, "phase") : NULL;
  step->kind = own ? bpmn_enum (QMS_STEP_KIND, bpmn_value (own, "kind")) : 0;
  step->shown = shown_name (draft, step);
  step->name = bpmn_full_name (step->shown, full);
  step->documentation = bpmn_take (draft, bpmn_text_of (bpmn_child (element, "documentation")));
  read_time (draft, step);
  read_forms (draft, step);
  if (step->forms->len == 0) {
    read_data (draft, step, "dataInputAssociation", "sourceRef", false);
    read_data (draft, step, "dataOutputAssociation", "targetRef", true);
  }
}
