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

typedef struct {
  GHashTable *reasons;  /* identifier of an item → GPtrArray of texts: message, rule and place of each finding */
  GHashTable *assessed; /* identifiers of items that could be judged */
  int32_t whole, standard, framework, law; /* QMS_VERDICT_… */
  char *remark;                            /* why something could not be judged; NULL: all could */
} QmsVerdicts;

/* Verdicts on a system, or on a file that could not be read: nothing of that is judged. */
void qms_verdicts_draw (QmsVerdicts *verdicts, QmsInspecting *inspecting, const QmsReport *report);
void qms_verdicts_clear (QmsVerdicts *verdicts);
/* Verdict on an item. */
int32_t qms_verdicts_item (const QmsVerdicts *verdicts, const char *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmsVerdicts, qms_verdicts_clear)
