/* SPDX-License-Identifier: Apache-2.0 */
/* What the findings of one report come to. */
#pragma once

#include "rules/report.h"

/* What is asked of all reports of an inspection. */
typedef struct {
  const char *framework;  /* identifier given; NULL: the system's own */
  GHashTable *frameworks; /* identifier → resolved framework, NULL if there is none */
  int least, lang;        /* severity that counts; language of reasons and remarks */
} QmsInspecting;

/* What speaks against an item. */
typedef struct {
  GPtrArray *shown; /* texts: message, rule and place of the first findings */
  size_t count;     /* of all findings */
} QmsReasons;

enum { QMS_REASONS_SHOWN = 3 };

/* Findings of an item that one suppression accepts. */
typedef struct {
  const QmsRule *rule;
  const QmsSuppression *suppression;
  size_t count;
} QmsAccepted;

typedef struct {
  GHashTable *reasons;  /* identifier of an item → QmsReasons */
  GHashTable *accepted; /* identifier of an item → GArray of QmsAccepted, in order */
  GHashTable *lines;    /* identifier of an item and suppression → index in that array */
  GHashTable *answers;  /* QmsNode that answers to requirements → GString of the items that these decide */
  GHashTable *assessed; /* identifiers of items that could be judged */
  bool left_out;        /* findings that count were not kept: nobody knows what they were about */
  int32_t whole, standard, framework, law; /* QMS_VERDICT_… */
  char *remark;                            /* why something could not be judged; NULL: all could */
} QmsVerdicts;

/* Verdicts on a system, or on a file that could not be read: nothing of that is judged. */
void qms_verdicts_draw (QmsVerdicts *verdicts, QmsInspecting *inspecting, const QmsReport *report);
void qms_verdicts_clear (QmsVerdicts *verdicts);
/* Verdict on an item. */
int32_t qms_verdicts_item (const QmsVerdicts *verdicts, const char *id);
/* What is accepted of an item; NULL: nothing. */
const GArray *qms_verdicts_accepted (const QmsVerdicts *verdicts, const char *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmsVerdicts, qms_verdicts_clear)
