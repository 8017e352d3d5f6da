/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about people: job descriptions, training and dissemination, communication. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/procedure.h"

/* ---- job descriptions */

static const char *
position_name (const QmsNode *description)
{
  return qms_text (qms_node_resolve (description, QMS_JOB_DESCRIPTION_POSITION), QMS_POSITION_NAME);
}

void
qms_rule_job_description_repeated (QmsCheck *check, const QmsNode *system)
{
  QmsItems descriptions = qms_items (system, QMS_SYSTEM_JOB_DESCRIPTIONS);
  g_autoptr (GHashTable) seen = descriptions.count > 1 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; seen && i < descriptions.count; i++) {
    const QmsNode *description = descriptions.slots[i].node;
    if (!g_hash_table_add (seen, (gpointer)qms_text (description, QMS_JOB_DESCRIPTION_POSITION)))
      qms_check_report (check, QMS_RULE_JOB_DESCRIPTION_REPEATED, description, QMS_JOB_DESCRIPTION_POSITION, "position",
                        position_name (description), NULL);
  }
}

void
qms_rule_job_description_missing (QmsCheck *check, const QmsNode *system)
{
  QmsItems descriptions = qms_items (system, QMS_SYSTEM_JOB_DESCRIPTIONS);
  QmsItems positions = qms_items (qms_system_get_agency (system), QMS_AGENCY_POSITIONS);
  g_autoptr (GHashTable) described = descriptions.count > 0 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; i < descriptions.count; i++)
    g_hash_table_add (described, (gpointer)qms_text (descriptions.slots[i].node, QMS_JOB_DESCRIPTION_POSITION));
  for (size_t i = 0; described && i < positions.count; i++) {
    const QmsNode *position = positions.slots[i].node;
    qms_check_expect (check, g_hash_table_contains (described, qms_text (position, QMS_POSITION_ID)),
                      QMS_RULE_JOB_DESCRIPTION_MISSING, position, 0, "position",
                      qms_text (position, QMS_POSITION_NAME));
  }
}

void
qms_rule_job_description_without_duties (QmsCheck *check, const QmsNode *description)
{
  qms_check_expect (check, qms_job_description_has_duties (description), QMS_RULE_JOB_DESCRIPTION_WITHOUT_DUTIES,
                    description, QMS_JOB_DESCRIPTION_DUTIES, "position", position_name (description));
}

/* ---- training */

/* The last day on which documents were disseminated; false if they never were. */
static bool
last_dissemination (const QmsNode *system, int64_t *last)
{
  QmsItems trainings = qms_items (system, QMS_SYSTEM_TRAININGS);
  bool found = false;

  for (size_t i = 0; i < trainings.count; i++) {
    const QmsNode *training = trainings.slots[i].node;
    int64_t day;
    if (qms_training_get_kind (training) != QMS_TRAINING_KIND_DISSEMINATION
        || !qms_day (training, QMS_TRAINING_DATE, &day))
      continue;
    *last = found ? MAX (*last, day) : day;
    found = true;
  }
  return found;
}

static void
report_undisseminated (QmsCheck *check, const QmsNode *system, size_t count, const QmsNode *first)
{
  int64_t issued = 0;
  qms_day (first, QMS_PROCEDURE_ISSUE_DATE, &issued);
  g_auto (QmsWords) number = qms_words_int ((int64_t)count);
  g_auto (QmsWords) date = qms_words_day (issued);
  QmsValue values[] = { qms_value_words ("count", number), qms_value ("title", qms_text (first, QMS_PROCEDURE_TITLE)),
                        qms_value_words ("date", date) };

  qms_check_report_values (check, QMS_RULE_DOCUMENTS_NOT_DISSEMINATED, system, QMS_SYSTEM_TRAININGS, values,
                           G_N_ELEMENTS (values));
}

/* Whether documents are disseminated at all is the framework's question; here only those issued since count. */
void
qms_rule_documents_not_disseminated (QmsCheck *check, const QmsNode *system)
{
  QmsItems procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);
  const QmsNode *first = NULL;
  int64_t last, issued;
  size_t count = 0;

  if (!last_dissemination (system, &last))
    return;
  for (size_t i = 0; i < procedures.count; i++) {
    const QmsNode *procedure = procedures.slots[i].node;
    if (!qms_procedure_is_in_force (procedure) || !qms_day (procedure, QMS_PROCEDURE_ISSUE_DATE, &issued)
        || issued <= last || issued > qms_check_today (check))
      continue;
    first = first ? first : procedure;
    count++;
  }
  if (first)
    report_undisseminated (check, system, count, first);
}

static void
report_attendance (QmsCheck *check, int rule, const QmsNode *training)
{
  g_auto (QmsWords) attendees = qms_words_int (qms_training_get_attendees (training));
  g_auto (QmsWords) staff = qms_words_int (qms_training_get_staff (training));
  QmsValue values[] = { qms_value ("title", qms_text (training, QMS_TRAINING_TITLE)),
                        qms_value_words ("attendees", attendees), qms_value_words ("staff", staff) };

  qms_check_report_values (check, rule, training, QMS_TRAINING_ATTENDEES, values, G_N_ELEMENTS (values));
}

static bool
is_counted (const QmsNode *training)
{
  return qms_training_has_attendees (training) && qms_training_has_staff (training);
}

void
qms_rule_training_attendance_low (QmsCheck *check, const QmsNode *training)
{
  if (is_counted (training) && qms_training_get_attendees (training) < qms_training_get_staff (training))
    report_attendance (check, QMS_RULE_TRAINING_ATTENDANCE_LOW, training);
}

void
qms_rule_training_attendance_high (QmsCheck *check, const QmsNode *training)
{
  if (is_counted (training) && qms_training_get_attendees (training) > qms_training_get_staff (training))
    report_attendance (check, QMS_RULE_TRAINING_ATTENDANCE_HIGH, training);
}

void
qms_rule_training_without_date (QmsCheck *check, const QmsNode *training)
{
  qms_check_expect (check, qms_training_has_date (training), QMS_RULE_TRAINING_WITHOUT_DATE, training,
                    QMS_TRAINING_DATE, "title", qms_text (training, QMS_TRAINING_TITLE));
}

void
qms_rule_training_without_evaluation (QmsCheck *check, const QmsNode *training)
{
  qms_check_expect (check, qms_filled (training, QMS_TRAINING_EVALUATION), QMS_RULE_TRAINING_WITHOUT_EVALUATION,
                    training, QMS_TRAINING_EVALUATION, "title", qms_text (training, QMS_TRAINING_TITLE));
}

/* ---- communication */

void
qms_rule_communication_incomplete (QmsCheck *check, const QmsNode *communication)
{
  static const QmsPart parts[] = {
    { QMS_COMMUNICATION_WHEN, { "thời điểm", "a time" } },
    { QMS_COMMUNICATION_AUDIENCE, { "đối tượng", "an audience" } },
    { QMS_COMMUNICATION_HOW, { "cách thức", "a way" } },
    { QMS_COMMUNICATION_OWNER, { "người thực hiện", "an owner" } },
  };

  qms_check_parts (check, QMS_RULE_COMMUNICATION_INCOMPLETE, communication, parts, G_N_ELEMENTS (parts), "what",
                   qms_text (communication, QMS_COMMUNICATION_WHAT));
}
