/* SPDX-License-Identifier: Apache-2.0 */
/* qms case status, next, log, slip: shows a case to people, and to machines as JSON. */
#include "case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEP_WIDTH = 10 };

const char *
cli_case_label (uint32_t field, int32_t value)
{
  const char *label = qms_enum_value_label (qms_field_enum (qms_field_by_id (field)), value, cli_lang ());
  return label ? label : "";
}

const char *
cli_case_name (uint32_t field, int32_t value)
{
  return qms_enum_value_xml (qms_field_enum (qms_field_by_id (field)), value);
}

char *
cli_case_party (const QmsCase *opened, size_t step)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  const char *role_id = qms_workflow_step_role (workflow, step), *unit_id = qms_workflow_step_unit (workflow, step);
  const QmsNode *role = role_id ? qms_document_find (qms_case_document (opened), role_id) : NULL;
  const QmsNode *unit =
      unit_id ? qms_document_find (qms_case_document (opened), unit_id) : qms_node_resolve (role, QMS_ROLE_UNIT);
  const char *role_name = qms_role_get_name (role), *unit_name = qms_unit_get_name (unit);

  if (role_name && unit_name)
    return g_strdup_printf ("%s (%s)", role_name, unit_name);
  return g_strdup (role_name ? role_name : unit_name ? unit_name : "–");
}

/* A line "label: value"; nothing for an empty value. */
static void
print_line (const char *label, const char *value)
{
  g_autofree char *shown = value && *value ? qms_display_text (value) : NULL;
  if (shown)
    printf ("%s: %s\n", label, shown);
}

static CliExit
print_json (json_t *json)
{
  char *text = json_dumps (json, JSON_INDENT (2));
  printf ("%s\n", text);
  free (text);
  json_decref (json);
  return CLI_OK;
}

/* ---- status */

/* "2 working days left · Open, due soon", "overdue by 3 hours". After the end of the day that something was due on, no
 * working time has run yet. Free with g_free. */
static char *
timeliness_words (const QmsCase *opened, int64_t minutes, int32_t timeliness)
{
  const char *label = cli_case_label (QMS_CASE_EVENT_RESULT, timeliness);
  g_autofree char *time = cli_working_words (qms_case_calendar (opened), minutes), *left = NULL;

  if (timeliness == QMS_TIMELINESS_OVERDUE)
    return minutes < 0 ? g_strdup_printf (_ ("overdue by %s"), time) : g_strdup (_ ("overdue"));
  left = g_strdup_printf (_ ("%s left"), time);
  return g_strjoin (*label ? " · " : "", left, label, NULL);
}

static void
print_due (const QmsCase *opened, int64_t now, int64_t soon)
{
  int64_t due, left;
  int32_t unsure;
  if (qms_case_due (opened, &due, &unsure) != QMS_OK || qms_case_remaining (opened, now, &left) != QMS_OK)
    return;
  int32_t timeliness = qms_case_timeliness (opened, now, soon);
  g_autofree char *moment = cli_moment_words (qms_case_calendar (opened), due);
  g_autofree char *words = qms_case_is_ended (opened) && timeliness != QMS_TIMELINESS_OVERDUE
                               ? g_strdup (cli_case_label (QMS_CASE_EVENT_RESULT, timeliness))
                               : timeliness_words (opened, left, timeliness);
  printf ("%s: %s%s%s\n", _ ("Due"), moment, *words ? " · " : "", words);
  if (unsure)
    printf ("  %s\n", _ ("days off that this rests on are not confirmed"));
}

static void
print_step (const QmsCase *opened, size_t step, int64_t now, int64_t soon)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  g_autofree char *party = cli_case_party (opened, step), *who = qms_display_text (party);
  g_autofree char *name =
      qms_display_text (qms_workflow_step_name (workflow, step) ? qms_workflow_step_name (workflow, step) : "");
  int64_t due, left;

  printf ("  ");
  cli_print_column (qms_workflow_step_id (workflow, step), STEP_WIDTH);
  printf ("%s — %s\n", name, who);
  if (qms_case_step_due (opened, step, &due) != QMS_OK || qms_case_step_remaining (opened, step, now, &left) != QMS_OK)
    return;
  g_autofree char *moment = cli_moment_words (qms_case_calendar (opened), due);
  g_autofree char *words = timeliness_words (opened, left, qms_case_step_timeliness (opened, step, now, soon));
  printf ("  %*s%s: %s · %s\n", STEP_WIDTH, "", _ ("Due"), moment, words);
}

static void
print_clock (const QmsCase *opened)
{
  const QmsNode *file = qms_document_root (qms_case_document (opened));
  int64_t since;
  if (qms_node_get_datetime (file, QMS_CASE_FILE_STOPPED_SINCE, &since, NULL) != QMS_OK)
    return;
  g_autofree char *moment = cli_moment_words (qms_case_calendar (opened), since);
  print_line (_ ("Clock stopped since"), moment);
}

static void
print_status (const QmsCase *opened, int64_t now, int64_t soon)
{
  const QmsNode *file = qms_document_root (qms_case_document (opened));
  int64_t received = 0;
  qms_node_get_datetime (file, QMS_CASE_FILE_RECEIVED, &received, NULL);
  g_autofree char *moment = cli_moment_words (qms_case_calendar (opened), received);

  print_line (_ ("Case"), qms_case_file_get_code (file));
  print_line (_ ("Procedure"), qms_case_file_get_procedure_name (file));
  printf ("%s: %d %s\n", _ ("Status"), qms_case_status (opened),
          cli_case_label (QMS_CASE_FILE_STATUS, qms_case_status (opened)));
  print_line (_ ("Received"), moment);
  print_due (opened, now, soon);
  print_clock (opened);
  if (qms_case_open_steps (opened) > 0)
    printf ("%s:\n", _ ("Open steps"));
  for (size_t i = 0; i < qms_case_open_steps (opened); i++)
    print_step (opened, qms_case_open_step (opened, i), now, soon);
}

/* Whether the case or an open step is late. */
static bool
is_late (const QmsCase *opened, int64_t now)
{
  bool late = qms_case_timeliness (opened, now, 0) == QMS_TIMELINESS_OVERDUE;
  for (size_t i = 0; i < qms_case_open_steps (opened); i++)
    late = late || qms_case_step_timeliness (opened, qms_case_open_step (opened, i), now, 0) == QMS_TIMELINESS_OVERDUE;
  return late;
}

/* Before it was received there is nothing to tell. */
static bool
is_too_early (const CliCase *run, const QmsCase *opened, int64_t now)
{
  int64_t received = now;

  qms_node_get_datetime (qms_document_root (qms_case_document (opened)), QMS_CASE_FILE_RECEIVED, &received, NULL);
  if (now >= received)
    return false;
  g_autofree char *moment = cli_moment_words (qms_case_calendar (opened), received);
  run->cli->exit =
      cli_complain (run->file, _ ("the case was received only at %s; ask for a later moment (--at)"), moment);
  return true;
}

CliExit
cli_case_status (const CliCase *run, QmsCase *opened)
{
  int64_t now, soon = qms_calendar_day_minutes (qms_case_calendar (opened));
  char *end = NULL;
  if (run->options.soon) {
    soon = g_ascii_strtoll (run->options.soon, &end, 10);
    if (*end != '\0' || soon < 0)
      return cli_usage (run->cli, _ ("--soon takes a number of working minutes, not «%s»"), run->options.soon);
  }
  if (!cli_moment (run->cli, qms_case_calendar (opened), run->options.at, &now) || is_too_early (run, opened, now))
    return run->cli->exit;
  if (!g_strcmp0 (run->options.format, "json"))
    print_json (cli_case_status_json (opened, now, soon));
  else
    print_status (opened, now, soon);
  return is_late (opened, now) ? CLI_FINDINGS : CLI_OK;
}

/* ---- next */

static void
print_outcome (const QmsCase *opened, size_t step, size_t outcome)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  const char *code = qms_workflow_outcome_code (workflow, step, outcome),
             *name = qms_workflow_outcome_name (workflow, step, outcome);
  int32_t ends = 0;
  size_t count = qms_case_next_count (opened, step, outcome, &ends);

  printf ("    %s%s%s →", code, *code && name ? "  " : "", name ? name : "");
  for (size_t i = 0; i < count; i++)
    printf (" %s", qms_workflow_step_id (workflow, qms_case_next (opened, step, outcome, i)));
  if (qms_workflow_outcome_lost (workflow, step, outcome))
    printf (_ (" no such step «%s»"), qms_workflow_outcome_lost (workflow, step, outcome));
  else if (count == 0)
    printf ("%s", ends ? _ (" the end") : _ (" waits for the other branches"));
  putchar ('\n');
}

static void
print_next (const QmsCase *opened)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  for (size_t i = 0; i < qms_case_open_steps (opened); i++) {
    size_t step = qms_case_open_step (opened, i);
    g_autofree char *party = cli_case_party (opened, step), *who = qms_display_text (party);
    printf ("%s  %s — %s\n", qms_workflow_step_id (workflow, step),
            qms_workflow_step_name (workflow, step) ? qms_workflow_step_name (workflow, step) : "", who);
    for (size_t j = 0; j < qms_workflow_outcomes (workflow, step); j++)
      if (qms_case_is_possible (opened, step, j))
        print_outcome (opened, step, j);
  }
}

CliExit
cli_case_next (const CliCase *run, QmsCase *opened)
{
  if (!g_strcmp0 (run->options.format, "json"))
    return print_json (cli_case_next_json (opened));
  print_next (opened);
  return CLI_OK;
}

/* ---- log */

static void
print_event (const QmsCase *opened, const QmsNode *event)
{
  int64_t time = 0;
  qms_node_get_datetime (event, QMS_CASE_EVENT_TIME, &time, NULL);
  g_autofree char *moment = cli_moment_words (qms_case_calendar (opened), time);
  const char *step = qms_case_event_get_step (event), *outcome = qms_case_event_get_outcome (event);

  printf ("%s  %s", moment, cli_case_label (QMS_CASE_EVENT_KIND, qms_case_event_get_kind (event)));
  if (step)
    printf (" %s%s%s", step, outcome ? ": " : "", outcome ? outcome : "");
  if (qms_case_event_has_result (event))
    printf (" · %s", cli_case_label (QMS_CASE_EVENT_RESULT, qms_case_event_get_result (event)));
  for (size_t i = 0; i < qms_case_event_count_next (event); i++)
    printf ("%s%s", i > 0 ? ", " : " → ", qms_case_next_get_step (qms_case_event_get_next (event, i)));
  putchar ('\n');
  if (qms_case_event_has_note (event)) {
    g_autofree char *note = qms_display_text (qms_case_event_get_note (event));
    printf ("    %s\n", note);
  }
}

CliExit
cli_case_log (const CliCase *run, QmsCase *opened)
{
  const QmsNode *file = qms_document_root (qms_case_document (opened));
  if (!g_strcmp0 (run->options.format, "json"))
    return print_json (cli_case_log_json (opened));
  for (size_t i = 0; i < qms_case_file_count_log (file); i++)
    print_event (opened, qms_case_file_get_log (file, i));
  return CLI_OK;
}

/* ---- slip */

CliExit
cli_case_slip (const CliCase *run, QmsCase *opened)
{
  const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_FORM_KIND));
  int32_t kind = run->options.kind ? qms_enum_value_by_name (kinds, run->options.kind) : QMS_FORM_KIND_CONTROL;
  const char *format = run->options.format ? run->options.format : "text";
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  if (qms_case_form (opened, kind, format, cli_lang (), &text, &size, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = cli_write (NULL, text, size);
  qms_free (text);
  return status;
}
