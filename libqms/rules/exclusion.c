/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about what a scope leaves out of the standard. */
#include "framework/standard.h"
#include "rules/facts.h"

#include <string.h>

/* What the clauses of an edition say of one that is left out. */
typedef struct {
  const QmsNode *whole; /* clause that it is a part of; NULL: none */
  bool known, refused;  /* there is such a clause; one of those that it means cannot be left out */
} Answer;

/* Number that is left out; NULL if it is none, which is for the floor below to say. */
static const char *
number_of (const QmsNode *exclusion)
{
  const char *number = qms_text (exclusion, QMS_EXCLUSION_CLAUSE);

  return *number && number[strspn (number, "0123456789.")] == '\0' ? number : NULL;
}

static Answer
look_up (const QmsNode *clauses, const char *number)
{
  Answer answer = { NULL, false, false };

  for (size_t i = 0; i < qms_standard_clauses_count_clauses (clauses); i++) {
    const QmsNode *clause = qms_standard_clauses_get_clauses (clauses, i);
    const char *own = qms_standard_clause_get_number (clause);
    bool covered = qms_clause_is_below (own, number);

    if (!covered && !qms_clause_is_below (number, own))
      continue;
    answer.known = true;
    answer.refused = answer.refused || !qms_standard_clause_get_excludable (clause);
    if (!covered)
      answer.whole = clause;
  }
  return answer;
}

/* What a rule says of one exclusion. */
typedef void (*Judge) (QmsCheck *check, const QmsNode *exclusion, const char *number, const Answer *answer);

static void
judge_each (QmsCheck *check, const QmsNode *scope, Judge judge)
{
  const QmsNode *clauses = qms_clauses_of (qms_system_of (scope));
  QmsItems exclusions = qms_items (scope, QMS_SCOPE_EXCLUSIONS);

  for (size_t i = 0; i < exclusions.count; i++) {
    const char *number = number_of (exclusions.slots[i].node);
    if (!number)
      continue;
    Answer answer = look_up (clauses, number);
    judge (check, exclusions.slots[i].node, number, &answer);
  }
}

static void
judge_refused (QmsCheck *check, const QmsNode *exclusion, const char *number, const Answer *answer)
{
  QmsValue values[] = {
    qms_value ("clause", number),
    answer->known ? qms_value_both ("why", "hệ thống nào cũng phải áp dụng", "every system has to apply it")
                  : qms_value_both ("why", "tiêu chuẩn không có điều khoản này", "the standard has no such clause")
  };

  if (!answer->known || answer->refused)
    qms_check_report_values (check, QMS_RULE_EXCLUSION_NOT_ALLOWED, exclusion, QMS_EXCLUSION_CLAUSE, values,
                             G_N_ELEMENTS (values));
}

void
qms_rule_exclusion_not_allowed (QmsCheck *check, const QmsNode *scope)
{
  judge_each (check, scope, judge_refused);
}

static void
judge_part (QmsCheck *check, const QmsNode *exclusion, const char *number, const Answer *answer)
{
  if (answer->whole && !answer->refused)
    qms_check_report (check, QMS_RULE_EXCLUSION_WITHOUT_EFFECT, exclusion, QMS_EXCLUSION_CLAUSE, "clause", number,
                      "whole", qms_standard_clause_get_number (answer->whole), NULL);
}

void
qms_rule_exclusion_without_effect (QmsCheck *check, const QmsNode *scope)
{
  judge_each (check, scope, judge_part);
}
