/* SPDX-License-Identifier: Apache-2.0 */
/* Legal acts as data: those that ship with the library and those of further files, by number. */
#pragma once

#include "core/document.h"

#include <qms/legal.h>

typedef struct QmsActs QmsActs;
typedef struct QmsAct QmsAct;

/* An act and what follows from its data. Days are counted from 1970-01-01. */
struct QmsAct {
  const QmsNode *node; /* a legal_act */
  int64_t issued;      /* G_MININT64 if unknown */
  int64_t first;       /* first day in force; the day of issue if only that is known; G_MININT64 if unknown */
  int64_t end;         /* first day no longer in force; G_MAXINT64 if none is known */
  bool end_inferred;   /* it is the first day of the act that replaced this one, or only the latest that it can be */
  int64_t sure;        /* first day on which it surely was no longer in force; G_MAXINT64 if none is known */
  bool confirmed;      /* the facts are confirmed, not second-hand */
  bool replaces;       /* another act names it as its successor */
  unsigned order;      /* in which it was read: where several fit, the first is meant */
};

/* The acts that ship with the library; immutable, never freed. */
const QmsActs *qms_acts_shipped (void);
/* The acts of a file (root vanBanPhapLuat) and those that ship; an act of the file goes before one of the same number. Free
 * with qms_acts_free. */
QmsStatus qms_acts_load (const char *file, QmsActs **acts, QmsError **error);
/* NULL is allowed. */
void qms_acts_free (QmsActs *acts);
/* The document of that file. */
QmsDocument *qms_acts_document (const QmsActs *acts);

/* Act of a number in any spelling; a number without a year that acts of several years may have is taken for that of the
 * year of `day` (G_MININT64: unknown, then the first of that number). NULL if there is none. */
const QmsAct *qms_acts_find (const QmsActs *acts, const char *number, int64_t day);
/* The last day, past or to come, on which one of the acts took another's place; G_MININT64 if there is none. */
int64_t qms_acts_last_change (const QmsActs *acts);
/* Whether documents are known to give that day for the act's issue or first day in force. */
bool qms_act_has_other_date (const QmsAct *act, int64_t day);
/* The set of forms that stands on `day` where that of `act` stood, for a form of `kind`: the successor's, else that of an act in
 * force that prescribes such forms. If the successor's begins only after `day`, that one; NULL if there is none. */
const QmsAct *qms_acts_forms_for (const QmsActs *acts, const QmsAct *act, int32_t kind, int64_t day);
/* The act in force on `day` that prescribes a form of a kind; NULL if none is known. */
const QmsAct *qms_acts_form_on (const QmsActs *acts, int32_t kind, int64_t day);
/* The form of a kind that `act` prescribes; NULL if there is none, or no act. */
const QmsNode *qms_act_form (const QmsAct *act, int32_t kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsActs, qms_acts_free)
