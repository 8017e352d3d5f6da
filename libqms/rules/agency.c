/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the agency, its positions and roles. */
#include "core/text.h"
#include "rules/facts.h"

void
qms_rule_agency_type_missing (QmsCheck *check, const QmsNode *agency)
{
  if (!qms_agency_has_type (agency))
    qms_check_report (check, QMS_RULE_AGENCY_TYPE_MISSING, agency, QMS_AGENCY_TYPE, NULL);
}

static bool
is_district (int32_t type)
{
  return type == QMS_AGENCY_TYPE_DISTRICT || type == QMS_AGENCY_TYPE_DISTRICT_OFFICE;
}

void
qms_rule_agency_type_ended (QmsCheck *check, const QmsNode *agency)
{
  int64_t two_tiers = qms_date_pack (2025, 7, 1).integer;
  int32_t type = qms_agency_get_type (agency);

  if (is_district (type) && qms_check_today (check) >= two_tiers && !qms_agency_has_valid_to (agency)) {
    QmsValue values[] = { qms_value_label ("type", QMS_AGENCY_TYPE, type) };
    qms_check_report_values (check, QMS_RULE_AGENCY_TYPE_ENDED, agency, QMS_AGENCY_TYPE, values, G_N_ELEMENTS (values));
  }
}

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

void
qms_rule_role_name_repeated (QmsCheck *check, const QmsNode *agency)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  QmsItems roles = qms_items (agency, QMS_AGENCY_ROLES);

  for (size_t i = 0; i < roles.count; i++) {
    const QmsNode *role = roles.slots[i].node, *other;
    char *name = qms_fold_name (qms_text (role, QMS_ROLE_NAME));
    if ((other = g_hash_table_lookup (names, name)) != NULL)
      qms_check_report (check, QMS_RULE_ROLE_NAME_REPEATED, role, QMS_ROLE_NAME, "name", qms_text (role, QMS_ROLE_NAME),
                        "other", qms_text (other, QMS_ROLE_NAME), "id", qms_text (other, QMS_ROLE_ID), NULL);
    g_hash_table_insert (names, name, (gpointer)(other ? other : role));
  }
}

void
qms_rule_role_without_holder (QmsCheck *check, const QmsNode *role)
{
  bool own = !qms_role_has_kind (role) || qms_role_get_kind (role) == QMS_ROLE_KIND_AGENCY;

  qms_check_expect (check, !own || qms_role_has_unit (role) || qms_role_has_position (role),
                    QMS_RULE_ROLE_WITHOUT_HOLDER, role, 0, "name", qms_text (role, QMS_ROLE_NAME));
}
