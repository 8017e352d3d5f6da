/* SPDX-License-Identifier: Apache-2.0 */
/* Workflows of several procedures in a format. */
#include "workflow/write.h"

#include "core/error.h"
#include "gen/ids.h"

#include <string.h>

static const struct {
  const char *name, *label[2];
} verdicts[] = {
  [QMS_TIMING_NO_LIMIT] = { "no_limit", { "không có thời hạn", "no limit" } },
  [QMS_TIMING_EQUAL] = { "equal", { "bằng thời hạn", "equal to the limit" } },
  [QMS_TIMING_UNDER] = { "under", { "ngắn hơn thời hạn", "under the limit" } },
  [QMS_TIMING_OVER] = { "over", { "VƯỢT THỜI HẠN", "OVER THE LIMIT" } },
  [QMS_TIMING_INCOMPARABLE] = { "incomparable", { "không so sánh được đơn vị thời gian", "units cannot be compared" } },
  [QMS_TIMING_INCOMPLETE] = { "incomplete", { "chưa đủ thông tin", "incomplete" } },
  [QMS_TIMING_NO_WAY] = { "no_way", { "KHÔNG CÓ ĐƯỜNG NÀO KẾT THÚC", "NO WAY LEADS TO AN END" } },
};

const char *
qms_timing_verdict_name (int32_t verdict)
{
  return verdicts[verdict].name;
}

const char *
qms_timing_verdict_label (int32_t verdict, int lang)
{
  return verdicts[verdict].label[lang];
}

size_t
qms_workflow_view_scenarios (const QmsWorkflowView *view)
{
  size_t rows = qms_timing_rows (view->timing);

  return view->workflow->n_scenarios > 0 ? qms_timing_scenario (view->timing, rows - 1) + 1 : 1;
}

size_t
qms_workflow_view_scenario (const QmsWorkflow *workflow, size_t index)
{
  return workflow->n_scenarios > 0 ? index : QMS_WORKFLOW_NONE;
}

int
qms_time_unit (int time)
{
  static const int units[QMS_TIME_CLASSES] = { [QMS_TIME_WORKING] = QMS_DURATION_UNIT_WORKING_DAY,
                                               [QMS_TIME_CALENDAR] = QMS_DURATION_UNIT_DAY,
                                               [QMS_TIME_MONTHS] = QMS_DURATION_UNIT_MONTH };

  return units[time];
}

/* ---- formats */

typedef struct {
  GString *text;
  json_t *list;
} Output;

static bool
add_text (const QmsWorkflowView *view, Output *output)
{
  if (output->text->len > 0)
    g_string_append_c (output->text, '\n');
  qms_workflow_view_text (view, output->text);
  return true;
}

static bool
add_json (const QmsWorkflowView *view, Output *output)
{
  return json_array_append_new (output->list, qms_workflow_view_json (view)) == 0;
}

static const struct {
  const char *name;
  bool (*add) (const QmsWorkflowView *view, Output *output);
} formats[] = { { "text", add_text }, { "json", add_json } };

static QmsStatus
add_all (const QmsNode *const *procedures, size_t count, size_t format, QmsWorkflowView *view, Output *output,
         QmsError **error)
{
  for (size_t i = 0; i < count; i++) {
    g_autoptr (QmsWorkflow) workflow = NULL;
    QmsStatus status = qms_workflow_new (procedures[i], &workflow, error);
    if (status)
      return status;
    g_autoptr (QmsTiming) timing = qms_timing_new (workflow);
    view->procedure = procedures[i];
    view->workflow = workflow;
    view->timing = timing;
    if (!formats[format].add (view, output))
      return qms_fail (error, QMS_MSG_INTERNAL, NULL, "what", formats[format].name, NULL);
  }
  return QMS_OK;
}

static char *
finish (Output *output, bool is_json, size_t *size)
{
  if (is_json) {
    char *text = json_dumps (output->list, JSON_INDENT (2));
    g_string_append_printf (output->text, "%s\n", text);
    free (text);
  }
  if (size)
    *size = output->text->len;
  return g_string_free (g_steal_pointer (&output->text), FALSE);
}

QmsStatus
qms_workflow_write (const QmsNode *const *procedures, size_t count, const char *format, int32_t lang, size_t paths,
                    char **text, size_t *size, QmsError **error)
{
  QmsWorkflowView view = { .most_paths = paths, .lang = lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI };
  size_t chosen = 0;
  QmsStatus status;

  if (!text || (count > 0 && !procedures))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", text ? "procedures" : "text", NULL);
  while (chosen < G_N_ELEMENTS (formats) && g_strcmp0 (formats[chosen].name, format) != 0)
    chosen++;
  if (chosen == G_N_ELEMENTS (formats))
    return qms_fail (error, QMS_MSG_NOT_FOUND, NULL, "what", "format", "name", format ? format : "", NULL);
  Output output = { g_string_new (NULL), json_array () };
  status = add_all (procedures, count, chosen, &view, &output, error);
  if (!status)
    *text = finish (&output, formats[chosen].add == add_json, size);
  if (output.text)
    g_string_free (output.text, TRUE);
  json_decref (output.list);
  return status;
}
