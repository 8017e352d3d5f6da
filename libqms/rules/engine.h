/* SPDX-License-Identifier: Apache-2.0 */
/* Inside the engine: one run, and what is known about a type before any node is seen. */
#pragma once

#include "core/document.h"
#include "legal/acts.h"
#include "rules/check.h"
#include "rules/index.h"
#include "rules/report.h"

struct QmsCheck {
  QmsDocument *document;
  QmsReport *report;
  const QmsNode *scope;       /* below which the document's identifiers are unique */
  const QmsNode *framework;   /* NULL if there is none */
  QmsDocument *own_framework; /* the one that the document names, if it was loaded for this run */
  GPtrArray *miscounted;      /* requirements of which there are too few or too many elements; NULL: none */
  GHashTable *drafts;         /* elements that the framework called drafts; NULL: none */
  QmsIndex *index;
  const QmsActs *acts;   /* NULL: those that ship with the library */
  const QmsNode *citing; /* the last node whose act was looked up, and that act */
  const QmsAct *cited;
  GHashTable *listed; /* keys of the list of external documents and of what was found not to be there */
  int64_t today;
  const QmsNode *node; /* that is being checked */
  bool failed;         /* an error was reported about it */
  bool copied;         /* it is in what a case keeps of its system: only structure and references are checked */
};

/* What has to be checked about nodes of a type. Sets of slots are bits, as in QmsNode.present. */
typedef struct {
  uint64_t required;
  uint64_t strings; /* whose text is looked at */
  uint64_t ranged;  /* numbers with a least or greatest value */
  uint64_t codes;   /* with a pattern */
  uint64_t references;
  uint64_t children;
  GRegex **patterns;           /* by slot; NULL if there are no codes */
  const QmsRuleCheck **checks; /* meaning, then advice */
  unsigned n_meaning, n_checks;
} QmsPlan;

/* Validates against a framework that is loaded and resolved. */
void qms_validator_use_framework (QmsValidator *validator, QmsDocument *framework);

/* Plans of all types, by their index; made once, immutable. */
const QmsPlan *qms_plans (void);

/* The floors below meaning, in order. */
void qms_check_structure (QmsCheck *check, const QmsPlan *plan, const QmsNode *node);
void qms_check_references (QmsCheck *check, const QmsPlan *plan, const QmsNode *node);
/* Looks at every text of the node. */
void qms_check_texts (QmsCheck *check, const QmsPlan *plan, const QmsNode *node);

/* Takes the lowest slot out of a set and returns it. */
static inline unsigned
qms_slots_next (uint64_t *slots)
{
  unsigned slot = 0;

  while (!(*slots >> slot & 1))
    slot++;
  *slots &= *slots - 1;
  return slot;
}
