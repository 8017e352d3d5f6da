/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the control slip of a case: each event of the log, who gave to whom, when, in what time. */
#include "report/case_form.h"

#include "report/report.h"
#include "workflow/case_compare.h"

#include <qms/model.h>

static const char *
label_of (const QmsNode *event, uint32_t field, int lang)
{
  return qms_enum_value_label (qms_field_enum (qms_field_by_id (field)), (int32_t)qms_node_get_int (event, field),
                               lang);
}

/* "Cán bộ tiếp nhận (Trung tâm)", "Trung tâm", or "–". */
static void
append_party (GString *out, const QmsCase *opened, size_t step)
{
  const char *role_id = qms_workflow_step_role (opened->workflow, step),
             *unit_id = qms_workflow_step_unit (opened->workflow, step);
  const QmsNode *role = role_id ? qms_document_find (opened->document, role_id) : NULL;
  const QmsNode *unit =
      unit_id ? qms_document_find (opened->document, unit_id) : qms_node_resolve (role, QMS_ROLE_UNIT);
  const char *role_name = qms_role_get_name (role), *unit_name = qms_unit_get_name (unit);

  if (out->len > 0)
    g_string_append (out, ", ");
  if (role_name && unit_name)
    g_string_append_printf (out, "%s (%s)", role_name, unit_name);
  else
    g_string_append (out, role_name ? role_name : unit_name ? unit_name : "–");
}

/* Who hands the case on with an event; NULL if nobody does. Free with g_free. */
static char *
giver_of (const QmsCaseForm *form, const QmsNode *event)
{
  GString *giver;

  if (qms_case_event_get_kind (event) == QMS_CASE_EVENT_KIND_START)
    return g_strdup (form->lang == QMS_LANG_EN ? "Applicant" : "Người nộp hồ sơ");
  if (qms_case_event_get_kind (event) != QMS_CASE_EVENT_KIND_COMPLETE)
    return NULL;
  giver = g_string_new (NULL);
  append_party (giver, form->opened, qms_workflow_find (form->opened->workflow, qms_case_event_get_step (event)));
  return g_string_free (giver, FALSE);
}

/* Who has it from then on; NULL if nobody new. Free with g_free. */
static char *
receiver_of (const QmsCaseForm *form, const QmsNode *event)
{
  g_autoptr (GString) receivers = g_string_new (NULL);
  const char *agency = qms_case_agency_get_name (qms_case_event_get_agency (event));

  for (size_t i = 0; i < qms_case_event_count_next (event); i++)
    append_party (
        receivers, form->opened,
        qms_workflow_find (form->opened->workflow, qms_case_next_get_step (qms_case_event_get_next (event, i))));
  if (agency)
    return g_strdup (agency);
  return receivers->len > 0 ? g_string_free (g_steal_pointer (&receivers), FALSE) : NULL;
}

/* What a row says, in the words of the form. */
typedef struct {
  char *giver, *receiver, *moment;
  const char *what;   /* name of the step, or kind of the event */
  const char *result; /* NULL if nothing was due */
  const char *note;
} Row;

static Row
make_row (const QmsCaseForm *form, const QmsNode *event)
{
  const QmsWorkflow *workflow = form->opened->workflow;
  const char *step = qms_workflow_step_name (workflow, qms_workflow_find (workflow, qms_case_event_get_step (event)));

  return (Row){
    .giver = giver_of (form, event),
    .receiver = receiver_of (form, event),
    .moment = qms_case_form_moment (form, qms_case_get_time (event, QMS_CASE_EVENT_TIME)),
    .what = step ? step : label_of (event, QMS_CASE_EVENT_KIND, form->lang),
    .result = qms_case_event_has_result (event) ? label_of (event, QMS_CASE_EVENT_RESULT, form->lang) : NULL,
    .note = qms_case_event_get_note (event),
  };
}

static void
clear_row (Row *row)
{
  g_free (row->giver);
  g_free (row->receiver);
  g_free (row->moment);
}

static void
append_shown (GString *out, const char *before, const char *text)
{
  g_autofree char *shown = text ? qms_display_text (text) : NULL;

  if (shown)
    g_string_append_printf (out, "%s%s", before, shown);
}

static void
put_text (QmsCaseForm *form, const Row *row, size_t number)
{
  g_string_append_printf (form->text, "%2zu. %s", number, row->moment);
  append_shown (form->text, "  ", row->what);
  append_shown (form->text, " · ", row->result);
  g_string_append (form->text, "\n");
  if (row->giver || row->receiver) {
    append_shown (form->text, "    ", row->giver ? row->giver : "–");
    append_shown (form->text, " → ", row->receiver ? row->receiver : "–");
    g_string_append (form->text, "\n");
  }
  if (row->note) {
    append_shown (form->text, "    ", row->note);
    g_string_append (form->text, "\n");
  }
}

static json_t *
row_json (const QmsNode *event, const Row *row, size_t number)
{
  json_t *json = json_object ();
  char *time = qms_node_get_text (event, QMS_CASE_EVENT_TIME, 0),
       *result = qms_node_get_text (event, QMS_CASE_EVENT_RESULT, 0);
  char *kind = qms_node_get_text (event, QMS_CASE_EVENT_KIND, 0);

  json_object_set_new (json, "number", json_integer ((json_int_t)number));
  qms_report_put (json, "time", time);
  qms_report_put (json, "event", kind);
  qms_report_put (json, "step", qms_case_event_get_step (event));
  qms_report_put (json, "name", row->what);
  qms_report_put (json, "giver", row->giver);
  qms_report_put (json, "receiver", row->receiver);
  qms_report_put (json, "actor", qms_case_event_get_actor (event));
  qms_report_put (json, "result", result);
  if (qms_case_event_has_used (event))
    json_object_set_new (json, "used", json_integer ((json_int_t)qms_case_event_get_used (event)));
  qms_report_put (json, "note", row->note);
  qms_free (time);
  qms_free (result);
  qms_free (kind);
  return json;
}

void
qms_case_form_put_rows (QmsCaseForm *form)
{
  const QmsNode *file = form->opened->file;
  json_t *rows = json_array ();

  g_string_append_c (form->text, '\n');
  for (size_t i = 0; i < qms_case_file_count_log (file); i++) {
    const QmsNode *event = qms_case_file_get_log (file, i);
    Row row = make_row (form, event);
    put_text (form, &row, i + 1);
    json_array_append_new (rows, row_json (event, &row, i + 1));
    clear_row (&row);
  }
  json_object_set_new (form->json, "rows", rows);
}
