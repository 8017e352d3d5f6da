/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the agency and its positions. */
#include "core/text.h"
#include "rules/facts.h"

void
qms_rule_agency_type_missing (QmsCheck *check, const QmsNode *agency)
{
  if (!qms_agency_has_type (agency))
    qms_check_report (check, QMS_RULE_AGENCY_TYPE_MISSING, agency, QMS_AGENCY_TYPE, NULL);
}

/* ---- the agency in time */

static bool
is_district (int32_t type)
{
  return type == QMS_AGENCY_TYPE_DISTRICT || type == QMS_AGENCY_TYPE_DISTRICT_OFFICE;
}

/* Came with the two levels of local government. */
static bool
is_new_in_communes (int32_t type)
{
  return type == QMS_AGENCY_TYPE_COMMUNE_OFFICE || type == QMS_AGENCY_TYPE_COMMUNE_SERVICE_CENTRE;
}

/* The first day of local government with two levels. */
static int64_t
two_levels (void)
{
  return qms_date_pack (2025, 7, 1).integer;
}

void
qms_rule_agency_type_ended (QmsCheck *check, const QmsNode *agency)
{
  int32_t type = qms_agency_get_type (agency);

  if (is_district (type) && qms_check_today (check) >= two_levels () && !qms_agency_has_valid_to (agency)) {
    QmsValue values[] = { qms_value_label ("type", QMS_AGENCY_TYPE, type) };
    qms_check_report_values (check, QMS_RULE_AGENCY_TYPE_ENDED, agency, QMS_AGENCY_TYPE, values, G_N_ELEMENTS (values));
  }
}

static void
report_type_and_day (QmsCheck *check, int rule, const QmsNode *agency, uint32_t field, const char *name, int64_t day)
{
  g_auto (QmsWords) words = qms_words_day (day);
  QmsValue values[] = { qms_value_label ("type", QMS_AGENCY_TYPE, qms_agency_get_type (agency)),
                        qms_value_words (name, words) };

  qms_check_report_values (check, rule, agency, field, values, G_N_ELEMENTS (values));
}

void
qms_rule_agency_after_its_type (QmsCheck *check, const QmsNode *agency)
{
  int64_t to;

  if (is_district (qms_agency_get_type (agency)) && qms_day (agency, QMS_AGENCY_VALID_TO, &to) && to >= two_levels ())
    report_type_and_day (check, QMS_RULE_AGENCY_AFTER_ITS_TYPE, agency, QMS_AGENCY_VALID_TO, "to", to);
}

/* A last day before the first one is no last day. */
void
qms_rule_agency_has_ended (QmsCheck *check, const QmsNode *agency)
{
  int64_t from, to, today = qms_check_today (check);

  if (!qms_day (agency, QMS_AGENCY_VALID_TO, &to) || to >= today)
    return;
  if (qms_day (agency, QMS_AGENCY_VALID_FROM, &from) && from > to)
    return;
  g_auto (QmsWords) last = qms_words_day (to);
  g_auto (QmsWords) day = qms_words_day (today);
  QmsValue values[] = { qms_value_words ("to", last), qms_value_words ("today", day) };
  qms_check_report_values (check, QMS_RULE_AGENCY_HAS_ENDED, agency, QMS_AGENCY_VALID_TO, values,
                           G_N_ELEMENTS (values));
}

/* One that does not say since when it is there is there on the day of the check. */
void
qms_rule_agency_before_its_type (QmsCheck *check, const QmsNode *agency)
{
  int64_t from = qms_check_today (check);

  qms_day (agency, QMS_AGENCY_VALID_FROM, &from);
  if (is_new_in_communes (qms_agency_get_type (agency)) && from < two_levels ())
    report_type_and_day (check, QMS_RULE_AGENCY_BEFORE_ITS_TYPE, agency, QMS_AGENCY_VALID_FROM, "from", from);
}

/* ---- heads and roles */

static size_t
count_heads (const QmsNode *agency)
{
  QmsItems positions = qms_items (agency, QMS_AGENCY_POSITIONS);
  size_t heads = 0;

  for (size_t i = 0; i < positions.count; i++)
    heads += qms_position_get_head (positions.slots[i].node) != 0;
  return heads;
}

void
qms_rule_agency_without_head (QmsCheck *check, const QmsNode *agency)
{
  if (qms_agency_has_positions (agency) && count_heads (agency) == 0
      && !qms_check_framework_says (check, QMS_AGENCY_POSITIONS, QMS_POSITION_HEAD))
    qms_check_report (check, QMS_RULE_AGENCY_WITHOUT_HEAD, agency, QMS_AGENCY_POSITIONS, NULL);
}

void
qms_rule_agency_several_heads (QmsCheck *check, const QmsNode *agency)
{
  size_t heads = count_heads (agency);
  g_autofree char *count = heads > 1 ? g_strdup_printf ("%zu", heads) : NULL;

  if (count && !qms_check_framework_says (check, QMS_AGENCY_POSITIONS, QMS_POSITION_HEAD))
    qms_check_report (check, QMS_RULE_AGENCY_SEVERAL_HEADS, agency, QMS_AGENCY_POSITIONS, "count", count, NULL);
}

void
qms_rule_agency_dates_order (QmsCheck *check, const QmsNode *agency)
{
  int64_t from, to;

  if (!qms_day (agency, QMS_AGENCY_VALID_FROM, &from) || !qms_day (agency, QMS_AGENCY_VALID_TO, &to) || from <= to)
    return;
  g_auto (QmsWords) first = qms_words_day (from);
  g_auto (QmsWords) last = qms_words_day (to);
  QmsValue values[] = { qms_value_words ("from", first), qms_value_words ("to", last) };
  qms_check_report_values (check, QMS_RULE_AGENCY_DATES_ORDER, agency, QMS_AGENCY_VALID_TO, values,
                           G_N_ELEMENTS (values));
}
