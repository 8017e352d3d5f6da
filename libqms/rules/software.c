/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold the one-stop software against the approved procedures. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "rules/timing.h"

static const QmsNode *
procedure_of (const QmsNode *software)
{
  return qms_node_resolve (software, QMS_SOFTWARE_PROCEDURE_PROCEDURE);
}

static const char *
title_of (const QmsNode *procedure)
{
  return qms_text (procedure, QMS_PROCEDURE_TITLE);
}

static void
report_numbers (QmsCheck *check, int rule, const QmsNode *software, uint32_t field, int64_t configured,
                const char *name, int64_t approved)
{
  g_auto (QmsWords) left = qms_words_int (configured);
  g_auto (QmsWords) right = qms_words_int (approved);
  QmsValue values[] = { qms_value ("title", title_of (procedure_of (software))), qms_value_words ("configured", left),
                        qms_value_words (name, right) };

  qms_check_report_values (check, rule, software, field, values, G_N_ELEMENTS (values));
}

/* ---- one configuration */

void
qms_rule_software_edition_differs (QmsCheck *check, const QmsNode *software)
{
  const QmsNode *procedure = procedure_of (software);
  int64_t configured = qms_software_procedure_get_edition (software);

  if (qms_software_procedure_has_edition (software) && qms_procedure_has_edition (procedure)
      && configured != qms_procedure_get_edition (procedure))
    report_numbers (check, QMS_RULE_SOFTWARE_EDITION_DIFFERS, software, QMS_SOFTWARE_PROCEDURE_EDITION, configured,
                    "edition", qms_procedure_get_edition (procedure));
}

void
qms_rule_software_steps_differ (QmsCheck *check, const QmsNode *software)
{
  int64_t configured = qms_software_procedure_get_steps (software);
  int64_t steps = (int64_t)qms_procedure_count_steps (procedure_of (software));

  if (qms_software_procedure_has_steps (software) && configured != steps)
    report_numbers (check, QMS_RULE_SOFTWARE_STEPS_DIFFER, software, QMS_SOFTWARE_PROCEDURE_STEPS, configured, "steps",
                    steps);
}

/* The software has one total: it is compared only where the procedure has one, in time of the same class. */
void
qms_rule_software_time_differs (QmsCheck *check, const QmsNode *software)
{
  QmsMeasure configured, sum;
  QmsDuration duration;

  if (!qms_measure_field (software, QMS_SOFTWARE_PROCEDURE_TOTAL, &configured)
      || !qms_duration (software, QMS_SOFTWARE_PROCEDURE_TOTAL, &duration)
      || !qms_timing_sum (procedure_of (software), qms_check_workflow (check, procedure_of (software)), &sum)
      || sum.time != configured.time || sum.amount == configured.amount)
    return;
  g_auto (QmsWords) have = qms_words_duration (duration);
  g_auto (QmsWords) need = qms_measure_words (sum, duration.unit);
  QmsValue values[] = { qms_value ("title", title_of (procedure_of (software))), qms_value_words ("configured", have),
                        qms_value_words ("sum", need) };
  qms_check_report_values (check, QMS_RULE_SOFTWARE_TIME_DIFFERS, software, QMS_SOFTWARE_PROCEDURE_TOTAL, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_software_procedure_not_in_force (QmsCheck *check, const QmsNode *software)
{
  const QmsNode *procedure = procedure_of (software);
  QmsValue values[] = { qms_value ("title", title_of (procedure)),
                        qms_value_label ("status", QMS_PROCEDURE_STATUS, qms_procedure_get_status (procedure)) };

  if (!qms_procedure_is_in_force (procedure))
    qms_check_report_values (check, QMS_RULE_SOFTWARE_PROCEDURE_NOT_IN_FORCE, software,
                             QMS_SOFTWARE_PROCEDURE_PROCEDURE, values, G_N_ELEMENTS (values));
}

/* ---- all of them */

void
qms_rule_software_procedure_repeated (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_SOFTWARE_PROCEDURES);
  g_autoptr (GHashTable) seen = all.count > 1 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; seen && i < all.count; i++) {
    const QmsNode *software = all.slots[i].node;
    if (!g_hash_table_add (seen, (gpointer)qms_text (software, QMS_SOFTWARE_PROCEDURE_PROCEDURE)))
      qms_check_report (check, QMS_RULE_SOFTWARE_PROCEDURE_REPEATED, software, QMS_SOFTWARE_PROCEDURE_PROCEDURE,
                        "title", title_of (procedure_of (software)), NULL);
  }
}

static bool
belongs_in_software (QmsCheck *check, const QmsNode *procedure)
{
  return qms_procedure_is_tthc (procedure) && qms_procedure_is_in_force (procedure)
         && qms_check_settled_by (check, procedure) != NULL;
}

/* Whether the agency compares its software at all is the framework's question. */
void
qms_rule_software_procedure_missing (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_SOFTWARE_PROCEDURES);
  QmsItems procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);
  g_autoptr (GHashTable) configured = all.count > 0 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; i < all.count; i++)
    g_hash_table_add (configured, (gpointer)qms_text (all.slots[i].node, QMS_SOFTWARE_PROCEDURE_PROCEDURE));
  for (size_t i = 0; configured && i < procedures.count; i++) {
    const QmsNode *procedure = procedures.slots[i].node;
    bool known = g_hash_table_contains (configured, qms_text (procedure, QMS_PROCEDURE_ID));
    if (!known && belongs_in_software (check, procedure))
      qms_check_report (check, QMS_RULE_SOFTWARE_PROCEDURE_MISSING, procedure, 0, "title", title_of (procedure), NULL);
  }
}
