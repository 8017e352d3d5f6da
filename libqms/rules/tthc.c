/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about administrative procedures: code, constituent parts, the procedure that settles each. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "workflow/measure.h"

#include <string.h>

static const char *
code_of (const QmsNode *tthc)
{
  return qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_CODE);
}

/* Reports `rule`, whose only value is the code, if `holds` is false. */
static void
expect (QmsCheck *check, bool holds, int rule, const QmsNode *tthc, uint32_t field)
{
  qms_check_expect (check, holds, rule, tthc, field, "code", code_of (tthc));
}

/* ---- identity */

void
qms_rule_tthc_code_repeated (QmsCheck *check, const QmsNode *system)
{
  qms_check_unique (check, QMS_RULE_TTHC_CODE_REPEATED, qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES),
                    QMS_ADMINISTRATIVE_PROCEDURE_CODE, QMS_ADMINISTRATIVE_PROCEDURE_NAME, "code");
}

/* ---- names that differ in encoding only */

static bool
any_decomposed (QmsItems all)
{
  for (size_t i = 0; i < all.count; i++)
    if (!qms_text_is_nfc (qms_text (all.slots[i].node, QMS_ADMINISTRATIVE_PROCEDURE_NAME)))
      return true;
  return false;
}

static void
check_lookalike (QmsCheck *check, GHashTable *names, const QmsNode *tthc)
{
  const char *name = qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_NAME);
  char *normal = qms_text_to_nfc (name);
  const QmsNode *other = normal ? g_hash_table_lookup (names, normal) : NULL;

  if (!normal)
    return;
  if (other && strcmp (qms_text (other, QMS_ADMINISTRATIVE_PROCEDURE_NAME), name) != 0)
    qms_check_report (check, QMS_RULE_TTHC_NAME_LOOKALIKE, tthc, QMS_ADMINISTRATIVE_PROCEDURE_NAME, "code",
                      code_of (tthc), "other", code_of (other), NULL);
  g_hash_table_insert (names, normal, (gpointer)(other ? other : tthc));
}

void
qms_rule_tthc_name_lookalike (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  g_autoptr (GHashTable) names = NULL;

  if (!any_decomposed (all))
    return;
  names = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  for (size_t i = 0; i < all.count; i++)
    check_lookalike (check, names, all.slots[i].node);
}

/* ---- scope and procedure */

static bool
is_in_scope (const QmsNode *tthc)
{
  return !qms_administrative_procedure_has_in_scope (tthc) || qms_administrative_procedure_get_in_scope (tthc);
}

void
qms_rule_tthc_without_procedure (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, !is_in_scope (tthc) || qms_administrative_procedure_has_procedure (tthc),
          QMS_RULE_TTHC_WITHOUT_PROCEDURE, tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE);
}

static const QmsNode *
procedure_of (const QmsNode *tthc)
{
  if (!qms_administrative_procedure_has_procedure (tthc))
    return NULL;
  return qms_node_resolve (tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE);
}

void
qms_rule_tthc_procedure_kind (QmsCheck *check, const QmsNode *tthc)
{
  const QmsNode *procedure = procedure_of (tthc);
  QmsValue values[] = { qms_value ("code", code_of (tthc)),
                        qms_value ("title", qms_text (procedure, QMS_PROCEDURE_TITLE)),
                        qms_value_label ("kind", QMS_PROCEDURE_KIND, qms_procedure_get_kind (procedure)) };

  if (procedure && qms_procedure_has_kind (procedure) && !qms_procedure_is_tthc (procedure))
    qms_check_report_values (check, QMS_RULE_TTHC_PROCEDURE_KIND, tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE, values,
                             G_N_ELEMENTS (values));
}

void
qms_rule_tthc_procedure_not_in_force (QmsCheck *check, const QmsNode *tthc)
{
  const QmsNode *procedure = procedure_of (tthc);
  QmsValue values[] = { qms_value ("code", code_of (tthc)),
                        qms_value ("title", qms_text (procedure, QMS_PROCEDURE_TITLE)),
                        qms_value_label ("status", QMS_PROCEDURE_STATUS, qms_procedure_get_status (procedure)) };

  if (procedure && !qms_procedure_is_in_force (procedure))
    qms_check_report_values (check, QMS_RULE_TTHC_PROCEDURE_NOT_IN_FORCE, tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE,
                             values, G_N_ELEMENTS (values));
}

/* ---- constituent parts */

void
qms_rule_tthc_without_sequence (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_administrative_procedure_has_sequences (tthc), QMS_RULE_TTHC_WITHOUT_SEQUENCE, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_SEQUENCES);
}

void
qms_rule_tthc_without_channels (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_administrative_procedure_has_channels (tthc), QMS_RULE_TTHC_WITHOUT_CHANNELS, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
}

void
qms_rule_tthc_without_dossier (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_administrative_procedure_has_dossiers (tthc), QMS_RULE_TTHC_WITHOUT_DOSSIER, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS);
}

void
qms_rule_tthc_without_copies (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_administrative_procedure_get_copies (tthc) > 0, QMS_RULE_TTHC_WITHOUT_COPIES, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_COPIES);
}

void
qms_rule_tthc_without_applicants (QmsCheck *check, const QmsNode *tthc)
{
  expect (check,
          qms_administrative_procedure_has_applicants (tthc)
              || qms_filled (tthc, QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS_NOTE),
          QMS_RULE_TTHC_WITHOUT_APPLICANTS, tthc, QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS);
}

void
qms_rule_tthc_without_agency (QmsCheck *check, const QmsNode *tthc)
{
  expect (check,
          qms_administrative_procedure_has_executing_agencies (tthc)
              || qms_filled (tthc, QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_NOTE),
          QMS_RULE_TTHC_WITHOUT_AGENCY, tthc, QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_AGENCIES);
}

void
qms_rule_tthc_without_result (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_administrative_procedure_has_results (tthc), QMS_RULE_TTHC_WITHOUT_RESULT, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_RESULTS);
}

void
qms_rule_tthc_without_legal_basis (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_administrative_procedure_has_legal_bases (tthc), QMS_RULE_TTHC_WITHOUT_LEGAL_BASIS, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES);
}

void
qms_rule_tthc_without_decision (QmsCheck *check, const QmsNode *tthc)
{
  expect (check, qms_filled (tthc, QMS_ADMINISTRATIVE_PROCEDURE_DECISION), QMS_RULE_TTHC_WITHOUT_DECISION, tthc,
          QMS_ADMINISTRATIVE_PROCEDURE_DECISION);
}

/* ---- time and fee, which hang on the channels */

/* Whether any time of any channel satisfies `has`. */
static bool
any_time (const QmsNode *tthc, bool (*has) (const QmsNode *time))
{
  QmsItems channels = qms_items (tthc, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);

  for (size_t i = 0; i < channels.count; i++) {
    QmsItems times = qms_items (channels.slots[i].node, QMS_CHANNEL_TIMES);
    for (size_t j = 0; j < times.count; j++)
      if (has (times.slots[j].node))
        return true;
  }
  return false;
}

static bool
has_limit (const QmsNode *time)
{
  return qms_channel_time_has_value (time) || qms_filled (time, QMS_CHANNEL_TIME_STATEMENT);
}

static bool
has_fee (const QmsNode *time)
{
  return qms_channel_time_has_fees (time);
}

/* Without channels there is nowhere to say it; their absence is reported by itself. */
void
qms_rule_tthc_without_time_limit (QmsCheck *check, const QmsNode *tthc)
{
  if (qms_administrative_procedure_has_channels (tthc) && !qms_administrative_procedure_get_same_day (tthc))
    expect (check, any_time (tthc, has_limit), QMS_RULE_TTHC_WITHOUT_TIME_LIMIT, tthc,
            QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
}

void
qms_rule_tthc_fee_not_stated (QmsCheck *check, const QmsNode *tthc)
{
  if (qms_administrative_procedure_has_channels (tthc))
    expect (check, any_time (tthc, has_fee), QMS_RULE_TTHC_FEE_NOT_STATED, tthc, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
}

static bool
is_over_a_day (const QmsNode *time)
{
  QmsDuration one = { { 1, 0 }, QMS_DURATION_UNIT_WORKING_DAY };
  QmsMeasure limit, day;

  if (!qms_measure_field (time, QMS_CHANNEL_TIME_VALUE, &limit))
    return false;
  if (limit.time == QMS_TIME_CALENDAR)
    one.unit = QMS_DURATION_UNIT_DAY;
  return limit.time == QMS_TIME_MONTHS || (qms_measure (one, &day) && limit.amount > day.amount);
}

static void
report_same_day (QmsCheck *check, const QmsNode *tthc, const QmsNode *time)
{
  QmsDuration duration = { 0 };

  qms_duration (time, QMS_CHANNEL_TIME_VALUE, &duration);
  g_auto (QmsWords) limit = qms_words_duration (duration);
  QmsValue values[] = { qms_value ("code", code_of (tthc)), qms_value_words ("limit", limit) };
  qms_check_report_values (check, QMS_RULE_TTHC_SAME_DAY_LIMIT, time, QMS_CHANNEL_TIME_VALUE, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_tthc_same_day_limit (QmsCheck *check, const QmsNode *tthc)
{
  QmsItems channels = qms_items (tthc, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);

  if (!qms_administrative_procedure_get_same_day (tthc))
    return;
  for (size_t i = 0; i < channels.count; i++) {
    QmsItems times = qms_items (channels.slots[i].node, QMS_CHANNEL_TIMES);
    for (size_t j = 0; j < times.count; j++)
      if (is_over_a_day (times.slots[j].node))
        report_same_day (check, tthc, times.slots[j].node);
  }
}

void
qms_rule_channel_without_kind (QmsCheck *check, const QmsNode *channel)
{
  if (!qms_channel_has_kind (channel))
    qms_check_report (check, QMS_RULE_CHANNEL_WITHOUT_KIND, channel, QMS_CHANNEL_KIND, NULL);
}

void
qms_rule_dossier_item_without_name (QmsCheck *check, const QmsNode *item)
{
  if (!qms_filled (item, QMS_DOSSIER_ITEM_NAME))
    qms_check_report (check, QMS_RULE_DOSSIER_ITEM_WITHOUT_NAME, item, QMS_DOSSIER_ITEM_NAME, NULL);
}

/* ---- fields */

static void
check_fields (QmsCheck *check, const QmsNode *tthc, GHashTable *reported)
{
  QmsItems fields = qms_items (tthc, QMS_ADMINISTRATIVE_PROCEDURE_FIELDS);

  for (size_t i = 0; i < fields.count; i++) {
    const char *name = qms_text (fields.slots[i].node, QMS_LINK_NAME);
    if (*name && !qms_check_covers (check, name) && g_hash_table_add (reported, (gpointer)name))
      qms_check_report (check, QMS_RULE_TTHC_FIELD_OUTSIDE_SCOPE, tthc, QMS_ADMINISTRATIVE_PROCEDURE_FIELDS, "field",
                        name, "code", code_of (tthc), NULL);
  }
}

/* A field is reported once, where it first occurs. */
void
qms_rule_tthc_field_outside_scope (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  g_autoptr (GHashTable) reported = g_hash_table_new (qms_text_hash, g_str_equal);

  for (size_t i = 0; i < all.count; i++)
    if (is_in_scope (all.slots[i].node))
      check_fields (check, all.slots[i].node, reported);
}
