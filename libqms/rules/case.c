/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about cases: their code, their times, and whether the log gives the state that they tell. */
#include "core/number.h"
#include "rules/facts.h"
#include "rules/index.h"

#include <qms/case.h>

#include <string.h>

enum { DAY_SECONDS = 24 * 60 * 60 };

/* ---- code and dates */

/* The local day on which a dateTime falls, as days since 1970-01-01; false if absent. */
static bool
local_day (const QmsNode *node, uint32_t field, int64_t *day)
{
  int64_t seconds, local;
  int32_t offset;

  if (qms_node_get_datetime (node, field, &seconds, &offset) != QMS_OK)
    return false;
  local = seconds + (int64_t)offset * 60;
  *day = qms_divide_down (local, DAY_SECONDS);
  return true;
}

/* The six digits of a code that has the form of one. */
static char *
digits_of (const char *code)
{
  return g_strndup (strchr (code, '-') + 1, 6);
}

void
qms_rule_case_code_day (QmsCheck *check, const QmsNode *file)
{
  const char *code = qms_case_file_get_code (file);

  if (!code || qms_case_code_parse (code, NULL, NULL, NULL, NULL, NULL, NULL) == QMS_OK || !strchr (code, '-'))
    return;
  g_autofree char *day = digits_of (code);
  qms_check_report (check, QMS_RULE_CASE_CODE_DAY, file, QMS_CASE_FILE_CODE, "code", code, "day", day, NULL);
}

void
qms_rule_case_code_not_receipt (QmsCheck *check, const QmsNode *file)
{
  const char *code = qms_case_file_get_code (file);
  int32_t year, month, day;
  int64_t received;

  if (!code || qms_case_code_parse (code, NULL, &year, &month, &day, NULL, NULL) != QMS_OK
      || !local_day (file, QMS_CASE_FILE_RECEIVED, &received) || qms_date_pack (year, month, day).integer == received)
    return;
  g_auto (QmsWords) said = qms_words_day (qms_date_pack (year, month, day).integer), real = qms_words_day (received);
  QmsValue values[] = { qms_value ("code", code), qms_value_words ("day", said), qms_value_words ("received", real) };
  qms_check_report_values (check, QMS_RULE_CASE_CODE_NOT_RECEIPT, file, QMS_CASE_FILE_CODE, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_case_due_before_receipt (QmsCheck *check, const QmsNode *file)
{
  int64_t due, received;

  if (qms_node_get_datetime (file, QMS_CASE_FILE_DUE, &due, NULL) != QMS_OK
      || qms_node_get_datetime (file, QMS_CASE_FILE_RECEIVED, &received, NULL) != QMS_OK || due >= received)
    return;
  char *due_text = qms_node_get_text (file, QMS_CASE_FILE_DUE, 0);
  char *received_text = qms_node_get_text (file, QMS_CASE_FILE_RECEIVED, 0);
  qms_check_report (check, QMS_RULE_CASE_DUE_BEFORE_RECEIPT, file, QMS_CASE_FILE_DUE, "due", due_text, "received",
                    received_text, NULL);
  qms_free (due_text);
  qms_free (received_text);
}

/* ---- the log */

static char *
number_text (const QmsReplay *result)
{
  return g_strdup_printf ("%zu", result->number);
}

void
qms_rule_case_log_order (QmsCheck *check, const QmsNode *file)
{
  const QmsReplay *result = qms_check_replay (check, file);

  if (result->result != QMS_REPLAY_ORDER)
    return;
  g_autofree char *number = number_text (result);
  qms_check_report (check, QMS_RULE_CASE_LOG_ORDER, result->node, result->field, "number", number, "time",
                    result->found, "last", result->expected, NULL);
}

void
qms_rule_case_log_impossible (QmsCheck *check, const QmsNode *file)
{
  const QmsReplay *result = qms_check_replay (check, file);

  if (result->result != QMS_REPLAY_IMPOSSIBLE)
    return;
  g_autofree char *number = number_text (result);
  QmsValue values[] = {
    qms_value ("number", number),
    { "reason", { qms_error_message (result->reason, QMS_LANG_VI), qms_error_message (result->reason, QMS_LANG_EN) } }
  };
  qms_check_report_values (check, QMS_RULE_CASE_LOG_IMPOSSIBLE, result->node, result->field, values,
                           G_N_ELEMENTS (values));
}

/* What QMS-VV-003 and QMS-VV-007 tell is not told again. */
static bool
is_told (const QmsNode *file, const QmsReplay *result)
{
  int64_t due, received;

  if (result->field == QMS_CASE_FILE_DUE && qms_node_get_datetime (file, QMS_CASE_FILE_DUE, &due, NULL) == QMS_OK
      && qms_node_get_datetime (file, QMS_CASE_FILE_RECEIVED, &received, NULL) == QMS_OK && due < received)
    return true;
  return result->field == QMS_OPEN_STEP_STEP;
}

void
qms_rule_case_log_differs (QmsCheck *check, const QmsNode *file)
{
  const QmsReplay *result = qms_check_replay (check, file);

  if (result->result != QMS_REPLAY_DIFFERS || is_told (file, result))
    return;
  qms_check_report (check, QMS_RULE_CASE_LOG_DIFFERS, result->node, result->field, "field",
                    qms_field_by_id (result->field)->xml, "found", result->found, "expected", result->expected, NULL);
}

void
qms_rule_case_open_step_unknown (QmsCheck *check, const QmsNode *file)
{
  QmsItems steps = qms_items (file, QMS_CASE_FILE_OPEN_STEPS);
  const QmsWorkflow *workflow = steps.count > 0 ? qms_check_case_workflow (check, file) : NULL;

  for (size_t i = 0; workflow && i < steps.count; i++) {
    const char *step = qms_text (steps.slots[i].node, QMS_OPEN_STEP_STEP);
    qms_check_expect (check, qms_workflow_find (workflow, step) != QMS_WORKFLOW_NONE, QMS_RULE_CASE_OPEN_STEP_UNKNOWN,
                      steps.slots[i].node, QMS_OPEN_STEP_STEP, "step", step);
  }
}

/* ---- what the applicant is told */

/* How many apologies with a new date there were; `*second` (may be NULL) becomes the second one. */
static size_t
count_extensions (const QmsNode *file, const QmsNode **second)
{
  QmsItems log = qms_items (file, QMS_CASE_FILE_LOG);
  size_t count = 0;

  for (size_t i = 0; i < log.count; i++) {
    if (qms_case_event_get_kind (log.slots[i].node) != QMS_CASE_EVENT_KIND_EXTEND)
      continue;
    count++;
    if (count == 2 && second)
      *second = log.slots[i].node;
  }
  return count;
}

void
qms_rule_case_extended_again (QmsCheck *check, const QmsNode *file)
{
  const QmsNode *second = NULL;
  size_t count = count_extensions (file, &second);

  if (count <= 1)
    return;
  g_autofree char *text = g_strdup_printf ("%zu", count);
  qms_check_report (check, QMS_RULE_CASE_EXTENDED_AGAIN, second, 0, "count", text, NULL);
}

/* QMS_OUTCOME_KIND_… of the outcome with which a step was completed; 0 if it is unknown. */
static int32_t
outcome_of (const QmsWorkflow *workflow, const QmsNode *event)
{
  size_t step = qms_workflow_find (workflow, qms_text (event, QMS_CASE_EVENT_STEP));

  return qms_workflow_outcome_kind (
      workflow, step, qms_workflow_find_outcome (workflow, step, qms_text (event, QMS_CASE_EVENT_OUTCOME)));
}

/* What the applicant has to be given a reason for: by the event itself, or by the outcome of a step. False: nothing. */
static bool
needs_reason (const QmsWorkflow *workflow, const QmsNode *event, QmsValue *what)
{
  int32_t kind = qms_case_event_get_kind (event);

  if (kind == QMS_CASE_EVENT_KIND_COMPLETE) {
    kind = outcome_of (workflow, event);
    *what = qms_value_label ("kind", QMS_OUTCOME_KIND, kind);
    return kind == QMS_OUTCOME_KIND_SUPPLEMENT || kind == QMS_OUTCOME_KIND_STOP || kind == QMS_OUTCOME_KIND_REFUSE;
  }
  *what = qms_value_label ("kind", QMS_CASE_EVENT_KIND, kind);
  return kind == QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT || kind == QMS_CASE_EVENT_KIND_STOP
         || kind == QMS_CASE_EVENT_KIND_REFUSE || kind == QMS_CASE_EVENT_KIND_EXTEND;
}

void
qms_rule_case_reason_missing (QmsCheck *check, const QmsNode *file)
{
  const QmsWorkflow *workflow = qms_check_case_workflow (check, file);
  QmsItems log = qms_items (file, QMS_CASE_FILE_LOG);
  QmsValue what;

  for (size_t i = 0; i < log.count; i++)
    if (!qms_filled (log.slots[i].node, QMS_CASE_EVENT_NOTE) && needs_reason (workflow, log.slots[i].node, &what))
      qms_check_report_values (check, QMS_RULE_CASE_REASON_MISSING, log.slots[i].node, 0, &what, 1);
}

void
qms_rule_case_late_without_apology (QmsCheck *check, const QmsNode *file)
{
  if (qms_case_file_get_result (file) != QMS_TIMELINESS_OVERDUE || count_extensions (file, NULL) > 0)
    return;
  char *ended = qms_node_get_text (file, QMS_CASE_FILE_ENDED, 0), *due = qms_node_get_text (file, QMS_CASE_FILE_DUE, 0);
  qms_check_report (check, QMS_RULE_CASE_LATE_WITHOUT_APOLOGY, file, QMS_CASE_FILE_RESULT, "ended", ended ? ended : "–",
                    "due", due ? due : "–", NULL);
  qms_free (ended);
  qms_free (due);
}
