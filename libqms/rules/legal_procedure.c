/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold procedures against changes of the acts that they rest on. */
#include "rules/engine.h"
#include "rules/legal.h"
#include "rules/procedure.h"

#include <string.h>

/* The change of the law that a procedure is held against: the latest that it should know. */
typedef struct {
  const QmsAct *act; /* NULL: none */
  int64_t day;
  bool ended; /* else it came into force in the place of another */
} Change;

static void
consider (Change *change, const QmsAct *act, int64_t day, bool ended, int64_t today)
{
  if (day <= today && (!change->act || day > change->day))
    *change = (Change){ act, day, ended };
}

static void
consider_all (QmsCheck *check, Change *change, QmsItems citations)
{
  for (size_t i = 0; i < citations.count; i++) {
    const QmsAct *act = qms_check_act (check, citations.slots[i].node);
    if (act && act->end != G_MAXINT64 && qms_legal_act_has_replaced_by (act->node))
      consider (change, act, act->end, true, check->today);
    else if (act && act->replaces && act->first != G_MININT64)
      consider (change, act, act->first, false, check->today);
  }
}

/* Day of the last issue or amendment; G_MININT64 if there is none. */
static int64_t
last_revision (const QmsNode *procedure)
{
  QmsItems amendments = qms_items (procedure, QMS_PROCEDURE_AMENDMENTS);
  int64_t last = G_MININT64, day;

  if (qms_day (procedure, QMS_PROCEDURE_ISSUE_DATE, &day))
    last = day;
  for (size_t i = 0; i < amendments.count; i++)
    if (qms_day (amendments.slots[i].node, QMS_AMENDMENT_DATE, &day))
      last = MAX (last, day);
  return last;
}

static void
report_change (QmsCheck *check, const QmsNode *procedure, int64_t revised, const Change *change)
{
  g_auto (QmsWords) last = qms_words_day (revised);
  g_auto (QmsWords) date = qms_words_day (change->day);
  QmsValue values[] = { qms_value ("title", qms_text (procedure, QMS_PROCEDURE_TITLE)),
                        qms_value ("number", qms_act_number (change->act)),
                        change->ended ? qms_value_both ("change", "hết hiệu lực", "was replaced")
                                      : qms_value_both ("change", "có hiệu lực", "came into force"),
                        qms_value_words ("last", last),
                        qms_value_words ("date", date),
                        change->ended ? qms_act_end_doubt (change->act) : qms_act_doubt (change->act) };
  int severity = change->ended ? qms_act_end_severity (check, change->act) : qms_act_severity (change->act);

  qms_check_report_item (check, QMS_RULE_PROCEDURE_OLDER_THAN_ACT, severity, procedure, QMS_PROCEDURE_ISSUE_DATE, 0,
                         NULL, values, G_N_ELEMENTS (values));
}

/* Both what the procedure cites and what its administrative procedures rest on count. Most procedures are younger than
 * any change that the data know. */
void
qms_rule_procedure_older_than_act (QmsCheck *check, const QmsNode *procedure)
{
  int64_t revised = last_revision (procedure);
  const GPtrArray *settled;
  Change change = { NULL, 0, false };

  if (revised == G_MININT64 || revised >= qms_acts_last_change (qms_check_acts (check))
      || !qms_procedure_is_in_force (procedure))
    return;
  settled = qms_check_settled_by (check, procedure);
  consider_all (check, &change, qms_items (procedure, QMS_PROCEDURE_REFERENCES));
  for (guint i = 0; settled && i < settled->len; i++)
    consider_all (check, &change, qms_items (settled->pdata[i], QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES));
  if (change.act && revised < change.day)
    report_change (check, procedure, revised, &change);
}

void
qms_rule_external_list_lacks_act (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems citations = qms_items (procedure, QMS_PROCEDURE_REFERENCES);

  for (size_t i = 0; i < citations.count; i++) {
    const QmsNode *citation = citations.slots[i].node;
    const char *number = qms_text (citation, QMS_CITATION_NUMBER);
    if (*number && !strstr (number, "[[") && qms_check_is_unlisted (check, citation))
      qms_check_report (check, QMS_RULE_EXTERNAL_LIST_LACKS_ACT, citation, QMS_CITATION_NUMBER, "number", number, NULL);
  }
}
