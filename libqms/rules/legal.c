/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold what a system cites against the data about legal acts. An act that is not known gives no finding. */
#include "legal/number.h"
#include "rules/engine.h"
#include "rules/legal.h"

#include <string.h>

/* ---- acts and days */

void
qms_rule_act_ended (QmsCheck *check, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const QmsAct *act = qms_check_act (check, node);

  if (!act || check->today < act->end || qms_act_is_settled (check, node))
    return;
  g_auto (QmsWords) date = qms_words_day (act->end);
  g_auto (QmsWords) successor = qms_act_words_successor (act);
  QmsValue values[] = { qms_value ("number", qms_act_number (act)), qms_value_words ("date", date),
                        qms_value_words ("successor", successor), qms_act_end_doubt (act) };
  qms_check_report_item (check, QMS_RULE_ACT_ENDED, qms_act_end_severity (check, act), node, place->number, 0, NULL,
                         values, G_N_ELEMENTS (values));
}

void
qms_rule_act_not_yet (QmsCheck *check, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const QmsAct *act = qms_check_act (check, node);

  if (!act || act->first == G_MININT64 || check->today >= act->first)
    return;
  g_auto (QmsWords) date = qms_words_day (act->first);
  QmsValue values[] = { qms_value ("number", qms_act_number (act)), qms_value_words ("date", date),
                        qms_act_doubt (act) };
  qms_check_report_item (check, QMS_RULE_ACT_NOT_YET, qms_act_severity (act), node, place->number, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

/* A placeholder is still to be filled. Some acts, such as codes, are known by their names. */
void
qms_rule_act_without_number (QmsCheck *check, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const char *text = qms_text (node, place->number);

  if (*text && !qms_number_is_in (text) && !strstr (text, "[[") && !qms_check_act (check, node))
    qms_check_report (check, QMS_RULE_ACT_WITHOUT_NUMBER, node, place->number, "text", text, NULL);
}

/* ---- what documents say about an act */

typedef struct {
  uint32_t field;   /* of the node */
  int64_t expected; /* G_MININT64 or G_MAXINT64: not known */
  const char *what[2];
} ActDay;

/* Reports a day that is not the one of the data: by one rule if documents are known to give it, else by the other. */
static void
compare_day (QmsCheck *check, int rule, const QmsNode *node, const QmsAct *act, const ActDay *day)
{
  int64_t found;

  if (day->expected == G_MININT64 || day->expected == G_MAXINT64 || !qms_day (node, day->field, &found)
      || found == day->expected || qms_act_has_other_date (act, found) != (rule == QMS_RULE_ACT_DATE_DISPUTED))
    return;
  g_auto (QmsWords) given = qms_words_day (found);
  g_auto (QmsWords) known = qms_words_day (day->expected);
  QmsValue values[] = { qms_value ("number", qms_act_number (act)), qms_value_both ("what", day->what[0], day->what[1]),
                        qms_value_words ("found", given), qms_value_words ("expected", known), qms_act_doubt (act) };
  qms_check_report_item (check, rule, qms_act_severity (act), node, day->field, 0, NULL, values, G_N_ELEMENTS (values));
}

static void
compare_days (QmsCheck *check, int rule, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const QmsAct *act = qms_check_act (check, node);

  if (!act)
    return;
  ActDay days[] = {
    { place->date, act->issued, { "ngày ban hành", "date of issue" } },
    { place->effective,
      qms_legal_act_has_effective (act->node) ? act->first : G_MININT64,
      { "ngày có hiệu lực", "first day in force" } },
    { place->expiry,
      act->end_inferred ? G_MAXINT64 : act->end,
      { "ngày hết hiệu lực", "first day no longer in force" } },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    compare_day (check, rule, node, act, &days[i]);
}

void
qms_rule_act_date_differs (QmsCheck *check, const QmsNode *node)
{
  compare_days (check, QMS_RULE_ACT_DATE_DIFFERS, node);
}

void
qms_rule_act_date_disputed (QmsCheck *check, const QmsNode *node)
{
  compare_days (check, QMS_RULE_ACT_DATE_DISPUTED, node);
}
