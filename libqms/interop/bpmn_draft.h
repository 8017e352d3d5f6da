/* SPDX-License-Identifier: Apache-2.0 */
/* What a BPMN process says in the terms of a procedure: steps, outcomes, who, how long. Strings are owned by the draft. */
#pragma once

#include "interop/bpmn_model.h"

#include <qms/model.h>

typedef struct {
  const char *scenario; /* NULL: all */
  const char *value;    /* as libqms writes durations; NULL: cannot be read */
  const char *note;
} BpmnDuration;

typedef struct {
  bool out;
  const char *form, *kind, *name; /* identifier, name of the enumeration's value, name */
} BpmnForm;

/* Who does a step: identifiers if there are any, and names to go with them. NULL: not said. */
typedef struct {
  const char *role, *unit;
  const char *role_name, *unit_name;
} BpmnWho;

typedef struct {
  const BpmnElement *element; /* its flow or event; NULL if there is none */
  const char *code, *name, *scenario, *condition;
  int kind;         /* QMS_OUTCOME_KIND_…; 0: not said */
  bool own;         /* marked as an outcome of the model */
  guint target;     /* node; BPMN_NONE: handling ends */
  GArray *branches; /* of guint: nodes; NULL if there are none */
} BpmnOutcome;

typedef struct {
  guint node;
  const BpmnElement *element;
  const char *id;    /* in the model; NULL: not marked as a step of it */
  const char *shown; /* the name that people see; NULL if there is none */
  const char *name;  /* in full */
  const char *number, *phase, *documentation, *note;
  int kind;          /* QMS_STEP_KIND_…; 0: not said */
  BpmnWho marked;    /* by our own elements */
  const char *group; /* by candidate groups or potential owner: one name a line */
  BpmnWho lane;      /* by lane, else pool */
  GArray *durations; /* of BpmnDuration */
  GArray *forms;     /* of BpmnForm */
  GArray *outcomes;  /* of BpmnOutcome */
  bool full;         /* has as many outcomes as a step may have */
  GArray *timers;    /* of guint: timers at its border */
} BpmnStep;

typedef struct {
  const char *id, *name, *agency;
  bool off_clock;
} BpmnPhase;

typedef struct {
  const char *id, *name;
} BpmnScenario;

typedef struct {
  const char *value, *statutory, *scenario, *phase, *channel, *note;
  bool unread; /* one of its times cannot be read */
} BpmnLimit;

typedef struct {
  GStringChunk *strings;
  const BpmnModel *model;
  const BpmnElement *head; /* qms:procedure; NULL if there is none */
  const char *title, *documentation, *agency;
  GPtrArray *steps;     /* of BpmnStep, in order */
  GHashTable *step_of;  /* node → step */
  GArray *phases;       /* of BpmnPhase */
  GHashTable *phase_of; /* name of a phase or agency → identifier */
  const char *notes;    /* annotations of nothing in particular */
  GArray *scenarios;    /* of BpmnScenario */
  GArray *limits;       /* of BpmnLimit */
} BpmnDraft;

/* `model` must outlive it. */
BpmnDraft *bpmn_draft_new (const BpmnModel *model);
void bpmn_draft_free (BpmnDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BpmnDraft, bpmn_draft_free)

static inline BpmnStep *
bpmn_step (const BpmnDraft *draft, guint index)
{
  return g_ptr_array_index (draft->steps, index);
}

static inline BpmnOutcome *
bpmn_outcome (const BpmnStep *step, guint index)
{
  return &g_array_index (step->outcomes, BpmnOutcome, index);
}

/* Step that a node became; NULL if none. */
BpmnStep *bpmn_draft_step_of (const BpmnDraft *draft, guint node);
/* A copy in the draft's memory; NULL for NULL. */
const char *bpmn_keep (BpmnDraft *draft, const char *text);
/* The same of a text that is freed. */
const char *bpmn_take (BpmnDraft *draft, char *text);
/* A new step for a node, at the end. */
BpmnStep *bpmn_draft_add (BpmnDraft *draft, guint node);

/* bpmn_read_head.c: procedure, phases, scenarios, limits. */
void bpmn_draft_head (BpmnDraft *draft);
/* bpmn_read_flow.c: adds the steps with their outcomes. */
void bpmn_draft_flow (BpmnDraft *draft);
/* bpmn_read_partner.c: applicant and other agencies by messages, phases for these and for sub-processes. */
void bpmn_draft_partners (BpmnDraft *draft);
/* bpmn_read_annotation.c: text annotations, as notes of what they are about. */
void bpmn_draft_annotate (BpmnDraft *draft);
/* bpmn_read_detail.c: what a step's own element says. */
void bpmn_draft_detail (BpmnDraft *draft, BpmnStep *step);
/* bpmn_read_who.c: who does it. */
void bpmn_draft_who (BpmnDraft *draft, BpmnStep *step);
/* bpmn_read_time.c: a time of an attribute with a number and one with a unit; NULL if it is not given. One that cannot be read is
 * noted, and `*unread` becomes true. */
const char *bpmn_draft_time (BpmnDraft *draft, const BpmnElement *at, const char *amount, const char *unit,
                             bool *unread);
/* Puts times that cannot be read back to what they were in `base`; without one (NULL) they go. Times that were changed in the text
 * of a step only are its times. */
void bpmn_draft_mend_times (BpmnDraft *draft, const BpmnDraft *base);
/* bpmn_read_loss.c: notes what the draft does not hold, or holds in another way. */
void bpmn_draft_note_losses (const BpmnDraft *draft);

/* Whether the name is one that applicants go by. */
bool bpmn_is_applicant (const char *name);
/* True if the words of `name` begin with one of a NULL-terminated list, or hold one, in any case. */
bool bpmn_has_words (const char *name, const char *const *words);
/* QMS_… value of an enumeration by its name in files; 0 if there is none. */
int bpmn_enum (uint32_t field, const char *name);
/* The full name if what is shown is the beginning of it; else what is shown. */
const char *bpmn_full_name (const char *shown, const char *full);

/* bpmn_read_duration.c. Each gives a duration as libqms writes it, or NULL; free with g_free. */
/* "4 gioLamViec", "0,5 ngày làm việc" and nothing else. */
char *bpmn_parse_duration (const char *text);
/* The one that a text begins with. */
char *bpmn_begin_duration (const char *text);
/* The duration that a text in words tells: the one behind "thời gian" or "thời hạn", else the only one. */
char *bpmn_find_duration (const char *text);
/* ISO 8601 with one component, in calendar time. */
char *bpmn_parse_iso (const char *text);

/* bpmn_read_name.c: an identifier, or a code, in ASCII letters of a name; "" if nothing is left. Free with g_free. */
char *bpmn_slug (const char *name);
/* Whether a text can be an identifier of the model. */
bool bpmn_is_identifier (const char *text);
