/* SPDX-License-Identifier: Apache-2.0 */
/* A report: the findings of one validation, as the engine leaves them and as writers read them. */
#pragma once

#include "core/error.h"
#include "core/node.h"

#include <qms/validate.h>

/* A suppression that was in effect. */
typedef struct {
  char *who, *reason, *path, *requirement; /* as they were written; `requirement` NULL: none */
  char *until;                             /* as YYYY-MM-DD */
  const QmsNode *node;                     /* NULL if it stands beside the document */
  size_t index;                            /* in the list that it stands in */
  bool used;
} QmsSuppression;

typedef struct {
  const QmsRule *rule;
  int severity;          /* QMS_SEVERITY_…; the rule's own unless a framework says otherwise */
  QmsNode *node;         /* the report keeps its document alive */
  uint32_t field;        /* QMS_<TYPE>_<FIELD>; 0: the node as a whole */
  uint32_t line, column; /* from 1; 0 if the node was not read from XML */
  char *path;            /* model path, with the field if there is one */
  char *cite;            /* a framework's own; NULL: the rule's first */
  QmsValue *values;      /* of the message, in the order in which the rule gave them */
  size_t n_values;
  const QmsSuppression *suppression; /* NULL if the finding counts */
  uint32_t sequence;                 /* order of discovery */
  char *message[2];                  /* by QMS_LANG_…; NULL until asked for: use qms_report_message */
  char fingerprint[17];              /* empty until asked for: use qms_report_fingerprint */
} QmsFinding;

struct QmsReport {
  QmsDocument *document;                /* NULL if the file could not be read */
  char *file;                           /* its name then; NULL: the document's */
  GArray *findings;                     /* of QmsFinding, sorted */
  size_t max;                           /* greatest number kept: mild ones give way to severe ones */
  GArray *kept[QMS_SEVERITY_ERROR + 1]; /* by severity: guint32 indexes in `findings` before these are sorted */
  size_t left_out[QMS_SEVERITY_ERROR + 1];
  uint32_t n_found;                      /* of all findings, for the order of discovery */
  int64_t today;                         /* day of the check, as days since 1970-01-01 */
  bool held;                             /* against a framework: one is known, and the system is sound enough */
  size_t counts[QMS_SEVERITY_ERROR + 1]; /* by severity, without suppressed ones; those not kept are counted too */
  size_t n_suppressed;
  GPtrArray *suppressions; /* of QmsSuppression; NULL if there are none */
};

/* Empty report that holds a reference to `document`. */
QmsReport *qms_report_new (QmsDocument *document, size_t max);
/* Takes over what `finding` owns. */
void qms_report_add (QmsReport *report, QmsFinding *finding);
/* Whether a finding of that severity would be kept; one that would not is only counted: no need to describe it. */
bool qms_report_keeps (const QmsReport *report, int severity);
void qms_report_leave_out (QmsReport *report, int severity);
/* Puts the findings of another report in the place of its own, and frees the other. */
void qms_report_replace (QmsReport *report, QmsReport *other);
void qms_report_sort (QmsReport *report);
/* Adds a finding for each error of a chain: what a reader refused or, lenient, let pass. */
void qms_report_add_errors (QmsReport *report, const QmsError *error);
/* Finding at `index`; NULL if there is none. */
const QmsFinding *qms_report_finding (const QmsReport *report, size_t index);
/* Identifier of the framework's requirement that it is about; NULL if it is about none. */
const char *qms_finding_requirement (const QmsFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsReport, qms_report_free)
