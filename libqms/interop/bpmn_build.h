/* SPDX-License-Identifier: Apache-2.0 */
/* Puts what was read from BPMN into a system: nodes for drafts, roles and units by identifier or name. */
#pragma once

#include "core/document.h"
#include "interop/bpmn_draft.h"

typedef struct {
  QmsDocument *document;
  QmsReport *report;
  QmsNode *agency;
  QmsNode *procedure;  /* that is being filled */
  GHashTable *roles;   /* folded name → role; NULL until asked for */
  GHashTable *units;   /* the same of units */
  GHashTable *numbers; /* identifier that was wished for → number that was last put to it */
  GHashTable *noted;   /* set: roles whose other name has been noted */
  GHashTable *renamed; /* identifier in the draft → in the procedure: phases, scenarios, forms */
} BpmnBuild;

void bpmn_build_init (BpmnBuild *build, QmsDocument *document, QmsReport *report);
void bpmn_build_clear (BpmnBuild *build);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BpmnBuild, bpmn_build_clear)

/* The system's agency; a new one of that name (NULL: a placeholder) if there is none. */
QmsNode *bpmn_build_agency (BpmnBuild *build, const char *name);
/* Notes that a role of the system has another name than in the file; the system's stays. */
void bpmn_build_compare_role (BpmnBuild *build, QmsNode *role, const char *name);
/* Fills a new procedure from a draft. */
QmsNode *bpmn_build_procedure (BpmnBuild *build, const BpmnDraft *draft);

/* Parts of a procedure, for changes as well. */
void bpmn_build_step (BpmnBuild *build, const BpmnStep *step, QmsNode *node);
/* Identifier for a new step: its own in the file if it is free. */
void bpmn_build_step_id (BpmnBuild *build, const BpmnStep *step, QmsNode *node);
/* `group`: names, one a line (NULL: none), of which a role of the system goes first; `from` is what it is about. */
void bpmn_build_who (BpmnBuild *build, const BpmnWho *who, const char *group, const BpmnStep *from, QmsNode *step);
void bpmn_build_durations (BpmnBuild *build, const BpmnStep *step, QmsNode *node);
void bpmn_build_forms (BpmnBuild *build, const BpmnStep *step, QmsNode *node);
void bpmn_build_limits (BpmnBuild *build, const BpmnDraft *draft, QmsNode *procedure);
/* Sets a field from the text of files; nothing for NULL, or if the field does not take it. */
void bpmn_build_set (QmsNode *node, uint32_t field, const char *text);
/* A new phase, a new scenario. */
void bpmn_build_phase (BpmnBuild *build, const BpmnPhase *phase);
void bpmn_build_scenario (BpmnBuild *build, const BpmnScenario *scenario);
/* Keeps a text with a node that the model has no field for. */
void bpmn_build_extend (QmsNode *node, const char *name, const char *text);
/* An identifier that is free: `wish`, else that with a number. Free with g_free. */
char *bpmn_build_free_id (BpmnBuild *build, const char *wish);

/* bpmn_read_outcome.c: a new outcome. `id_of` gives the identifier of the step that a node became. */
typedef const char *(*BpmnIdOf) (const void *data, guint node);
QmsNode *bpmn_build_outcome (const BpmnOutcome *outcome, QmsNode *step, BpmnIdOf id_of, const void *data);
/* Whether an outcome says no more than that the next thing follows. */
bool bpmn_outcome_is_plain (const BpmnOutcome *outcome);

/* bpmn_read_extra.c: keeps foreign attributes and extension elements of an element with a node; not those that `before` (NULL:
 * none) has as well. Returns how many. */
guint bpmn_keep_extras (const BpmnElement *element, const BpmnElement *before, QmsNode *node);
/* Takes from a node, a copy of the one that `before` was exported from, those that `element` has no more. Returns how many. */
guint bpmn_drop_extras (const BpmnElement *element, const BpmnElement *before, QmsNode *node);
/* Keeps a whole element. */
void bpmn_keep_element (const BpmnElement *element, QmsNode *node);

/* bpmn_read_lines.c: a text without the lines of another, except those of a third, which are its own. Free with g_free. */
char *bpmn_without_lines (const char *text, const char *added, const char *own);
/* Cuts off the note that an export puts last. NULL if there is none; free with g_free. */
char *bpmn_take_note (char *text);
