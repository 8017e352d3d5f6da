/* SPDX-License-Identifier: Apache-2.0 */
/* The legal acts that the nodes of a run name, and what is said of them. */
#pragma once

#include "legal/acts.h"
#include "rules/facts.h"

/* Fields of a type that name an act and say something about it; 0 for what the type does not have. */
typedef struct {
  uint32_t type;
  uint32_t number, date, effective, expiry;
} QmsActPlace;

/* Of a citation, an external document or a form. */
const QmsActPlace *qms_act_place (const QmsNode *node);
/* The acts of this run. */
const QmsActs *qms_check_acts (const QmsCheck *check);
/* The act that such a node names; NULL if it names none that is known. */
const QmsAct *qms_check_act (QmsCheck *check, const QmsNode *node);
/* What tells the act that such a node names from others, however its number is written: with the year of its date if the number
 * has none, the text as it is if it is about a part of an act. Free with g_free. */
char *qms_act_identity (const QmsNode *node);
/* Whether the list of external documents has something, but not what the citation names; told once for each act. */
bool qms_check_is_unlisted (QmsCheck *check, const QmsNode *citation);

/* Number of the act as the data write it. */
const char *qms_act_number (const QmsAct *act);
/* Severity of a finding that rests on the act: 0, the rule's, if its facts are confirmed; otherwise a note. */
int qms_act_severity (const QmsAct *act);
/* The value "doubt": nothing if the facts are confirmed, else how far they are to be trusted. */
QmsValue qms_act_doubt (const QmsAct *act);
/* The same for what rests on the day on which the act ended: a note until it is sure that it has. */
int qms_act_end_severity (const QmsCheck *check, const QmsAct *act);
QmsValue qms_act_end_doubt (const QmsAct *act);
/* ", được thay thế bởi A, B", or nothing. */
QmsWords qms_act_words_successor (const QmsAct *act);
/* Whether nothing more is to be said of an act that has ended: the procedure that names it is no longer in force, or the list of
 * external documents says so itself. */
bool qms_act_is_settled (QmsCheck *check, const QmsNode *node);
