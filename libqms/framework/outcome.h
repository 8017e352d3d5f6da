/* SPDX-License-Identifier: Apache-2.0 */
/* What became of a requirement in a system; the check reports it, the coverage matrix shows it. */
#pragma once

#include "framework/select.h"
#include "rules/check.h"

typedef enum {
  QMS_OUTCOME_MET,
  QMS_OUTCOME_TOO_FEW,
  QMS_OUTCOME_ONLY_DRAFT, /* too few are in force; with the drafts there would be enough */
  QMS_OUTCOME_TOO_MANY,
  QMS_OUTCOME_TOO_OLD,      /* the newest lies back too far */
  QMS_OUTCOME_UNDATED,      /* none has a date */
  QMS_OUTCOME_ONLY_FUTURE,  /* all dates are after the day of the check */
  QMS_OUTCOME_NOT_COVERED,  /* elements fall short, too many of them */
  QMS_OUTCOME_OUT_OF_ORDER, /* the newest is before the newest of the other place */
} QmsOutcomeKind;

typedef struct {
  QmsOutcomeKind kind;
  GPtrArray *elements;          /* QmsNode: what it selects and is in force */
  GPtrArray *drafts;            /* QmsNode: what it would select, were it issued */
  GPtrArray *lacking;           /* QmsNode: those of them that do not do, for coverage */
  const QmsNode *newest;        /* element with the newest date up to the day of the check; NULL if none has one */
  const QmsNode *next;          /* element with the earliest date after it */
  int64_t newest_day, next_day; /* days since 1970-01-01, of those two */
  int64_t other_day;            /* of the newest of the other place */
  int64_t min, max, months, percent;
} QmsOutcome;

/* Whether a requirement is asked of an agency type on a day. */
bool qms_requirement_applies (const QmsNode *requirement, int32_t agency_type, int64_t today);
/* Holds a requirement of `framework` against `system`. */
void qms_outcome_find (QmsOutcome *outcome, const QmsNode *framework, const QmsNode *requirement, const QmsNode *system,
                       int64_t today);
void qms_outcome_clear (QmsOutcome *outcome);
/* Reports how `system` falls short of the requirement. */
void qms_outcome_report (QmsCheck *check, const QmsNode *framework, const QmsNode *requirement,
                         const QmsOutcome *outcome, const QmsNode *system);
/* Whether an element lacks a field that the requirement wants filled; `index` is that of the field's name. */
bool qms_requirement_lacks (const QmsNode *requirement, const QmsNode *element, size_t index);
/* Number of months (1 to 1200) that a text gives, itself or as the name of a parameter; false if it gives none. */
bool qms_framework_months (const QmsNode *framework, const char *text, int64_t *months);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmsOutcome, qms_outcome_clear)
