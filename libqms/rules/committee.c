/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the ISO steering committee. */
#include "core/text.h"
#include "rules/facts.h"

void
qms_rule_committee_incomplete (QmsCheck *check, const QmsNode *committee)
{
  static const QmsPart parts[] = {
    { QMS_STEERING_COMMITTEE_NUMBER, { "số quyết định", "its number" } },
    { QMS_STEERING_COMMITTEE_DATE, { "ngày quyết định", "its date" } },
    { QMS_STEERING_COMMITTEE_SIGNER, { "người ký", "its signer" } },
  };

  qms_check_parts (check, QMS_RULE_COMMITTEE_INCOMPLETE, committee, parts, G_N_ELEMENTS (parts), NULL, NULL);
}

static bool
has_role (QmsItems members, int32_t role)
{
  for (size_t i = 0; i < members.count; i++)
    if (qms_committee_member_get_role (members.slots[i].node) == role)
      return true;
  return false;
}

void
qms_rule_committee_roles_missing (QmsCheck *check, const QmsNode *committee)
{
  static const int32_t roles[] = { QMS_COMMITTEE_ROLE_HEAD, QMS_COMMITTEE_ROLE_SECRETARY };
  QmsItems members = qms_items (committee, QMS_STEERING_COMMITTEE_MEMBERS);

  for (size_t i = 0; i < G_N_ELEMENTS (roles); i++) {
    QmsValue value = qms_value_label ("missing", QMS_COMMITTEE_MEMBER_ROLE, roles[i]);
    if (!has_role (members, roles[i]))
      qms_check_report_values (check, QMS_RULE_COMMITTEE_ROLES_MISSING, committee, QMS_STEERING_COMMITTEE_MEMBERS,
                               &value, 1);
  }
}

static const char *
position_of (const QmsNode *member)
{
  return qms_text (qms_node_resolve (member, QMS_COMMITTEE_MEMBER_POSITION), QMS_POSITION_NAME);
}

static void
report_left (QmsCheck *check, const QmsNode *member, int64_t last)
{
  g_auto (QmsWords) day = qms_words_day (last);
  QmsValue values[] = { qms_value ("position", position_of (member)), qms_value_words ("to", day) };

  qms_check_report_values (check, QMS_RULE_COMMITTEE_MEMBER_LEFT, member, QMS_COMMITTEE_MEMBER_TO, values,
                           G_N_ELEMENTS (values));
}

/* A decision made after a member left has renewed the committee; the member is history. */
void
qms_rule_committee_member_left (QmsCheck *check, const QmsNode *committee)
{
  QmsItems members = qms_items (committee, QMS_STEERING_COMMITTEE_MEMBERS);
  int64_t decided = G_MININT64, last;

  qms_day (committee, QMS_STEERING_COMMITTEE_DATE, &decided);
  for (size_t i = 0; i < members.count; i++)
    if (qms_day (members.slots[i].node, QMS_COMMITTEE_MEMBER_TO, &last) && last < qms_check_today (check)
        && decided <= last)
      report_left (check, members.slots[i].node, last);
}

void
qms_rule_committee_position_repeated (QmsCheck *check, const QmsNode *committee)
{
  QmsItems members = qms_items (committee, QMS_STEERING_COMMITTEE_MEMBERS);
  g_autoptr (GHashTable) seen = g_hash_table_new (qms_text_hash, g_str_equal);

  for (size_t i = 0; i < members.count; i++) {
    const QmsNode *member = members.slots[i].node;
    bool current = !qms_committee_member_has_to (member);
    if (current && !g_hash_table_add (seen, (gpointer)qms_text (member, QMS_COMMITTEE_MEMBER_POSITION)))
      qms_check_report (check, QMS_RULE_COMMITTEE_POSITION_REPEATED, member, QMS_COMMITTEE_MEMBER_POSITION, "position",
                        position_of (member), NULL);
  }
}
