/* SPDX-License-Identifier: Apache-2.0 */
/* What a rule's function sees: the run it is part of, and how to report. */
#pragma once

#include "core/error.h"
#include "core/kind.h"
#include "core/node.h"

#include <qms/model.h>
#include <qms/rule.h>
#include <qms/validate.h>

typedef struct QmsCheck QmsCheck;

/* A rule's function: called once for each node of the rule's type, in document order. */
typedef void (*QmsRuleFunc) (QmsCheck *check, const QmsNode *node);

/* A function and the type it runs on; the table is generated (gen/rule_checks.c). */
typedef struct {
  int rule;      /* QMS_RULE_… */
  unsigned type; /* index in qms_gen_types */
  QmsRuleFunc check;
} QmsRuleCheck;

extern const QmsRuleCheck qms_gen_rule_checks[];
extern const size_t qms_gen_n_rule_checks;

/* Day of the check, as days since 1970-01-01. */
int64_t qms_check_today (const QmsCheck *check);

/* Number of months that the framework gives as a parameter; `otherwise` if it gives none. */
int qms_check_parameter (const QmsCheck *check, const char *name, int otherwise);

/* Whether the framework has said already that the elements of a list field (QMS_<TYPE>_<FIELD>) are too few or too many: those
 * chosen by their field `field`, or by any if that is 0. One thing missing gives one finding. */
bool qms_check_framework_says (const QmsCheck *check, uint32_t list, uint32_t field);

/* Whether the framework has said already that the element is a draft where something in force is asked for. */
bool qms_check_framework_says_draft (const QmsCheck *check, const QmsNode *node);

/* Reports a finding of `rule` (QMS_RULE_…, generated from the rule's slug) about `node`, or about its `field` if that
 * is not 0 (then the place is the field's). Names and values of the message in turn, ended by NULL; a value is
 * copied. */
void qms_check_report (QmsCheck *check, int rule, const QmsNode *node, uint32_t field, ...) G_GNUC_NULL_TERMINATED;

/* The same with values that may differ by language. */
void qms_check_report_values (QmsCheck *check, int rule, const QmsNode *node, uint32_t field, const QmsValue *values,
                              size_t n_values);

/* The full form, for an item of a list of strings. `severity` 0: the rule's; `cite` NULL: the rule's first. */
void qms_check_report_item (QmsCheck *check, int rule, int severity, const QmsNode *node, uint32_t field, size_t item,
                            const char *cite, const QmsValue *values, size_t n_values);
