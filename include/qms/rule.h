/* SPDX-License-Identifier: Apache-2.0 */
/* The rule catalogue. Constant data: thread-safe, lives for ever, never freed. */
#ifndef QMS_RULE_H
#define QMS_RULE_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { QMS_SEVERITY_INFO = 1, QMS_SEVERITY_WARNING = 2, QMS_SEVERITY_ERROR = 3 };

/* Number of rules. */
QMS_API size_t qms_rule_count (void);
/* Rule at `index`, sorted by id; NULL if there is none. */
QMS_API const QmsRule *qms_rule_at (size_t index);
/* Rule of an id ("QMS-QT-012") or slug; NULL if there is none. */
QMS_API const QmsRule *qms_rule_find (const char *id);
/* Identifier, such as "QMS-QT-012"; never reused. */
QMS_API const char *qms_rule_id (const QmsRule *rule);
/* Short name, such as "step-sum-over-limit". */
QMS_API const char *qms_rule_slug (const QmsRule *rule);
/* QMS_SEVERITY_…. */
QMS_API int32_t qms_rule_severity (const QmsRule *rule);
/* Family of the rule, such as "procedure". */
QMS_API const char *qms_rule_category (const QmsRule *rule);
/* What it looks for, in a few words. */
QMS_API const char *qms_rule_title (const QmsRule *rule, int32_t lang);
/* Why the rule exists. */
QMS_API const char *qms_rule_why (const QmsRule *rule, int32_t lang);
/* How to mend what it finds. */
QMS_API const char *qms_rule_remedy (const QmsRule *rule, int32_t lang);
/* Version of libqms that brought it. */
QMS_API const char *qms_rule_since (const QmsRule *rule);
/* Number of sources that the rule rests on. */
QMS_API size_t qms_rule_cite_count (const QmsRule *rule);
/* Source at `index`, such as "TCVN ISO 9001:2015, 6.2.1"; NULL if there is none. */
QMS_API const char *qms_rule_cite (const QmsRule *rule, size_t index);
/* Number of items of the inspection checklist that the rule decides. */
QMS_API size_t qms_rule_item_count (const QmsRule *rule);
/* Item at `index`, such as "A5"; NULL if there is none. */
QMS_API const char *qms_rule_item (const QmsRule *rule, size_t index);

#ifdef __cplusplus
}
#endif
#endif
