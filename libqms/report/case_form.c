/* SPDX-License-Identifier: Apache-2.0 */
/* Fills the one-stop forms of a case: which event calls for one, which act prescribes it, what stands in it. */
#include "report/case_form.h"

#include "core/error.h"
#include "core/kind.h"
#include "core/number.h"
#include "core/words.h"
#include "gen/rules.h"
#include "legal/acts.h"
#include "report/report.h"
#include "workflow/case_compare.h"

#include <qms/model.h>

#include <string.h>

enum { SECONDS = 60, DAY_SECONDS = 24 * 60 * 60 };

/* ---- values */

static void
put_line (QmsCaseForm *form, const QmsLabel label, const char *text)
{
  g_autofree char *shown = qms_display_text (text);

  g_string_append_printf (form->text, "%s: %s\n", label[form->lang], shown);
}

/* Nothing is added for a value that is not there. */
static void
put (QmsCaseForm *form, const char *key, const QmsLabel label, const char *value)
{
  qms_report_put (form->json, key, value);
  if (value)
    put_line (form, label, value);
}

char *
qms_case_form_moment (const QmsCaseForm *form, int64_t time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (time + (int64_t)form->opened->state->offset * SECONDS);
  char *text =
      local ? g_date_time_format (local, form->lang == QMS_LANG_EN ? "%Y-%m-%d %H:%M" : "%H:%M, %d/%m/%Y") : NULL;

  return text ? text : g_strdup ("–");
}

static void
put_time (QmsCaseForm *form, const char *key, const QmsLabel label, int64_t time)
{
  if (time == QMS_NO_TIME)
    return;
  g_autofree char *machine = qms_case_time_text (time, form->opened->state->offset);
  g_autofree char *words = qms_case_form_moment (form, time);
  qms_report_put (form->json, key, machine);
  put_line (form, label, words);
}

/* Words for a scalar; free with qms_free. */
static char *
words_of (const QmsCaseForm *form, const QmsNode *node, const QmsField *field)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (field->kind == QMS_KIND_ENUM)
    return g_strdup (
        qms_enum_value_label (qms_field_enum (field), (int32_t)qms_node_get_int (node, field->id), form->lang));
  if (qms_node_get_duration (node, field->id, &mantissa, &scale, &unit) == QMS_OK) {
    g_auto (QmsWords) words = qms_words_duration ((QmsDuration){ { mantissa, scale }, unit });
    return g_strdup (words.text[form->lang]);
  }
  return qms_node_get_text (node, field->id, 0);
}

/* JSON has the value as files have it, text has words. */
static void
put_value (QmsCaseForm *form, const char *key, const QmsLabel label, const QmsNode *node, uint32_t field)
{
  if (!qms_node_has (node, field))
    return;
  char *machine = qms_node_get_text (node, field, 0);
  char *words = words_of (form, node, qms_field_by_id (field));
  qms_report_put (form->json, key, machine);
  put_line (form, label, words ? words : machine);
  qms_free (machine);
  qms_free (words);
}

/* ---- which event */

/* What an event means for the dossier: the kind of the outcome, or the one that it stands for. */
static int32_t
meaning_of (const QmsCase *opened, const QmsNode *event)
{
  const char *code = qms_case_event_get_outcome (event);
  size_t step;

  switch (qms_case_event_get_kind (event)) {
  case QMS_CASE_EVENT_KIND_COMPLETE:
    step = qms_workflow_find (opened->workflow, qms_case_event_get_step (event));
    return qms_workflow_outcome_kind (opened->workflow, step,
                                      qms_workflow_find_outcome (opened->workflow, step, code ? code : ""));
  case QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT:
    return QMS_OUTCOME_KIND_SUPPLEMENT;
  case QMS_CASE_EVENT_KIND_STOP:
    return QMS_OUTCOME_KIND_STOP;
  case QMS_CASE_EVENT_KIND_REFUSE:
    return QMS_OUTCOME_KIND_REFUSE;
  default:
    return 0;
  }
}

static bool
calls_for (const QmsCase *opened, const QmsNode *event, int32_t form_kind)
{
  switch (form_kind) {
  case QMS_FORM_KIND_RECEIPT:
    return qms_case_event_get_kind (event) == QMS_CASE_EVENT_KIND_START;
  case QMS_FORM_KIND_APOLOGY:
    return qms_case_event_get_kind (event) == QMS_CASE_EVENT_KIND_EXTEND;
  case QMS_FORM_KIND_SUPPLEMENT:
    return meaning_of (opened, event) == QMS_OUTCOME_KIND_SUPPLEMENT;
  case QMS_FORM_KIND_REFUSAL:
    return meaning_of (opened, event) == QMS_OUTCOME_KIND_REFUSE;
  case QMS_FORM_KIND_STOP:
    return meaning_of (opened, event) == QMS_OUTCOME_KIND_STOP;
  case QMS_FORM_KIND_CONTROL:
  case QMS_FORM_KIND_REGISTER:
    return true;
  default:
    return false;
  }
}

/* Index of the last event that calls for the form; SIZE_MAX if none does. */
static size_t
find_event (const QmsCase *opened, int32_t form_kind)
{
  for (size_t i = qms_case_file_count_log (opened->file); i-- > 0;)
    if (calls_for (opened, qms_case_file_get_log (opened->file, i), form_kind))
      return i;
  return SIZE_MAX;
}

/* When the result was due before an event. */
static int64_t
due_before (const QmsCase *opened, size_t event)
{
  while (event-- > 0) {
    int64_t due = qms_case_get_time (qms_case_file_get_log (opened->file, event), QMS_CASE_EVENT_DUE);
    if (due != QMS_NO_TIME)
      return due;
  }
  return QMS_NO_TIME;
}

/* ---- the head of a form */

static const char *
kind_label (int32_t kind, int lang)
{
  return qms_enum_value_label (qms_field_enum (qms_field_by_id (QMS_FORM_KIND)), kind, lang);
}

/* Number, name and act of the form that was in force on the day of the event; where none is known, its kind in
 * words. */
static void
put_title (QmsCaseForm *form, int32_t kind, int64_t time)
{
  int64_t local = time + (int64_t)form->opened->state->offset * SECONDS, day = qms_divide_down (local, DAY_SECONDS);
  const QmsAct *act = qms_acts_form_on (qms_acts_shipped (), kind, day);
  const QmsNode *legal = qms_act_form (act, kind);
  const char *name = legal ? qms_form_get_name (legal) : kind_label (kind, form->lang);
  json_t *json = json_object ();

  g_string_append_printf (form->text, "%s\n", name);
  qms_report_put (json, "kind", qms_enum_value_xml (qms_field_enum (qms_field_by_id (QMS_FORM_KIND)), kind));
  qms_report_put (json, "name", name);
  if (legal) {
    qms_report_put (json, "number", qms_form_get_code (legal));
    qms_report_put (json, "basis", qms_legal_act_get_number (act->node));
    g_string_append_printf (form->text, "%s – %s\n", qms_form_get_code (legal), qms_legal_act_get_number (act->node));
  } else {
    g_string_append (form->text, form->lang == QMS_LANG_EN ? "(no prescribed form is known for this day)\n"
                                                           : "(không biết mẫu nào có hiệu lực vào ngày này)\n");
  }
  g_string_append_c (form->text, '\n');
  json_object_set_new (form->json, "form", json);
}

static void
put_agency (QmsCaseForm *form, const char *key, const QmsLabel label, const QmsNode *agency)
{
  const char *code = qms_case_agency_get_code (agency), *name = qms_case_agency_get_name (agency);
  json_t *json;

  if (!agency)
    return;
  json = json_object ();
  qms_report_put (json, "code", code);
  qms_report_put (json, "name", name);
  json_object_set_new (form->json, key, json);
  put_line (form, label, name ? name : code ? code : "–");
}

static void
put_header (QmsCaseForm *form)
{
  const QmsNode *file = form->opened->file;

  put_agency (form, "deciding_agency", (QmsLabel){ "Cơ quan giải quyết", "Deciding agency" },
              qms_case_file_get_deciding_agency (file));
  put_agency (form, "received_at", (QmsLabel){ "Nơi tiếp nhận", "Received at" }, qms_case_file_get_received_at (file));
  put_value (form, "code", (QmsLabel){ "Mã số hồ sơ", "Case code" }, file, QMS_CASE_FILE_CODE);
  put_value (form, "procedure_code", (QmsLabel){ "Mã thủ tục", "Procedure code" }, file, QMS_CASE_FILE_PROCEDURE_CODE);
  put_value (form, "procedure", (QmsLabel){ "Thủ tục", "Procedure" }, file, QMS_CASE_FILE_PROCEDURE_NAME);
  put_value (form, "applicant", (QmsLabel){ "Người nộp hồ sơ", "Applicant" }, file, QMS_CASE_FILE_APPLICANT);
  put_value (form, "subject", (QmsLabel){ "Nội dung yêu cầu", "Subject" }, file, QMS_CASE_FILE_SUBJECT);
}

/* ---- bodies */

static void
put_paper (QmsCaseForm *form, json_t *papers, const QmsNode *paper)
{
  g_autofree char *name =
      qms_display_text (qms_dossier_item_get_name (paper) ? qms_dossier_item_get_name (paper) : "–");
  json_t *json = json_object ();

  qms_report_put (json, "code", qms_dossier_item_get_code (paper));
  qms_report_put (json, "name", qms_dossier_item_get_name (paper));
  json_object_set_new (json, "originals", json_integer ((json_int_t)qms_dossier_item_get_originals (paper)));
  json_object_set_new (json, "copies", json_integer ((json_int_t)qms_dossier_item_get_duplicates (paper)));
  json_array_append_new (papers, json);
  g_string_append_printf (form->text, "  - %s\n", name);
}

static void
put_papers (QmsCaseForm *form)
{
  static const QmsLabel label = { "Thành phần hồ sơ", "Papers" };
  const QmsNode *file = form->opened->file;
  json_t *papers = json_array ();

  if (qms_case_file_has_papers (file))
    g_string_append_printf (form->text, "%s:\n", label[form->lang]);
  for (size_t i = 0; i < qms_case_file_count_papers (file); i++)
    put_paper (form, papers, qms_case_file_get_papers (file, i));
  json_object_set_new (form->json, "papers", papers);
}

static void
put_receipt (QmsCaseForm *form, const QmsNode *event)
{
  const QmsNode *file = form->opened->file;

  put_papers (form);
  put_value (form, "channel", (QmsLabel){ "Kênh nộp", "Channel" }, file, QMS_CASE_FILE_CHANNEL);
  put_value (form, "limit", (QmsLabel){ "Thời hạn giải quyết", "Time limit" }, file, QMS_CASE_FILE_LIMIT);
  put_time (form, "received", (QmsLabel){ "Tiếp nhận lúc", "Received" },
            qms_case_get_time (event, QMS_CASE_EVENT_TIME));
  put_time (form, "due", (QmsLabel){ "Hẹn trả kết quả", "Due" }, qms_case_get_time (event, QMS_CASE_EVENT_DUE));
}

/* When, at which step, why: of a supplement, a refusal, a stop. */
static void
put_decision (QmsCaseForm *form, const QmsNode *event)
{
  const QmsWorkflow *workflow = form->opened->workflow;
  size_t step = qms_workflow_find (workflow, qms_case_event_get_step (event));

  put_time (form, "time", (QmsLabel){ "Thời điểm", "Time" }, qms_case_get_time (event, QMS_CASE_EVENT_TIME));
  put (form, "step", (QmsLabel){ "Bước", "Step" }, qms_workflow_step_name (workflow, step));
  put (form, "reason", (QmsLabel){ "Lý do", "Reason" }, qms_case_event_get_note (event));
}

static void
put_apology (QmsCaseForm *form, const QmsNode *event, size_t index)
{
  put_time (form, "time", (QmsLabel){ "Thời điểm", "Time" }, qms_case_get_time (event, QMS_CASE_EVENT_TIME));
  put_time (form, "old_due", (QmsLabel){ "Ngày hẹn cũ", "Old due time" }, due_before (form->opened, index));
  put (form, "reason", (QmsLabel){ "Lý do", "Reason" }, qms_case_event_get_note (event));
  put_time (form, "new_due", (QmsLabel){ "Ngày hẹn mới", "New due time" },
            qms_case_get_time (event, QMS_CASE_EVENT_DUE));
}

static void
put_times (QmsCaseForm *form)
{
  const QmsNode *file = form->opened->file;

  put_time (form, "received", (QmsLabel){ "Tiếp nhận lúc", "Received" },
            qms_case_get_time (file, QMS_CASE_FILE_RECEIVED));
  put_time (form, "due", (QmsLabel){ "Hẹn trả kết quả", "Due" }, form->opened->state->due);
  put_time (form, "ended", (QmsLabel){ "Kết thúc", "Ended" }, form->opened->state->ended_at);
  put_value (form, "status", (QmsLabel){ "Trạng thái", "Status" }, file, QMS_CASE_FILE_STATUS);
  put_value (form, "result", (QmsLabel){ "Kết quả về thời hạn", "Timeliness" }, file, QMS_CASE_FILE_RESULT);
}

static void
put_body (QmsCaseForm *form, int32_t kind, size_t index)
{
  const QmsNode *event = qms_case_file_get_log (form->opened->file, index);

  switch (kind) {
  case QMS_FORM_KIND_RECEIPT:
    put_receipt (form, event);
    break;
  case QMS_FORM_KIND_APOLOGY:
    put_apology (form, event, index);
    break;
  case QMS_FORM_KIND_CONTROL:
    put_times (form);
    qms_case_form_put_rows (form);
    break;
  case QMS_FORM_KIND_REGISTER:
    put_times (form);
    break;
  default:
    put_decision (form, event);
  }
}

/* ---- the form */

static QmsStatus
check (const QmsCase *opened, int32_t kind, const char *format, char **text, QmsError **error)
{
  bool known = kind >= QMS_FORM_KIND_RECEIPT && kind <= QMS_FORM_KIND_REGISTER;

  if (!opened || !text || !known)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", known ? "opened" : "kind", NULL);
  if (g_strcmp0 (format, "json") != 0 && g_strcmp0 (format, "text") != 0)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "format", NULL);
  if (find_event (opened, kind) != SIZE_MAX)
    return QMS_OK;
  return qms_error_add (error, &qms_gen_rules[QMS_MSG_CASE_FORM_NONE], NULL,
                        QMS_VALUES ({ "form", { kind_label (kind, QMS_LANG_VI), kind_label (kind, QMS_LANG_EN) } }));
}

QmsStatus
qms_case_form (const QmsCase *opened, int32_t kind, const char *format, int32_t lang, char **text, size_t *size,
               QmsError **error)
{
  QmsStatus status = check (opened, kind, format, text, error);
  size_t index;

  if (status != QMS_OK)
    return status;
  QmsCaseForm form = { opened, lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI, json_object (), g_string_new (NULL) };
  index = find_event (opened, kind);
  json_object_set_new (form.json, "version", json_integer (1));
  put_title (&form, kind, qms_case_get_time (qms_case_file_get_log (opened->file, index), QMS_CASE_EVENT_TIME));
  put_header (&form);
  put_body (&form, kind, index);
  if (!strcmp (format, "json")) {
    g_string_truncate (form.text, 0);
    qms_report_append_json (form.text, json_incref (form.json), JSON_INDENT (2));
  }
  json_decref (form.json);
  if (size)
    *size = form.text->len;
  *text = g_string_free (form.text, FALSE);
  return QMS_OK;
}
