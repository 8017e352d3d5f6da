/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of building a diagram share: the diagram so far, and which of its shapes stands for what. */
#pragma once

#include "diagram/diagram.h"

/* A flow that does not know yet where it leads. */
typedef struct {
  guint source;         /* shape */
  size_t step, outcome; /* that it stands for; QMS_WORKFLOW_NONE: only notation */
  const char *name;     /* "" if unnamed */
  bool conditional, is_default;
} QmsLoose;

/* Flows that wait to be joined: before a step, or where a branch meets others. */
typedef struct {
  QmsLoose loose;
  size_t branch; /* of the section; 0 before a step */
} QmsArrival;

typedef struct {
  QmsDiagram *diagram;
  const QmsNode *procedure;
  GHashTable *ids;      /* taken */
  GHashTable *lanes;    /* role or unit → lane + 1 */
  GHashTable *agencies; /* name → pool */
  GHashTable *messages; /* "shape>pool" or "pool>shape" → message + 1 */
  guint applicant;      /* pool; QMS_DIAGRAM_NONE */
  guint *shapes;        /* by step: what stands for it */
  guint *lane_of;       /* by step */
  size_t *branch;       /* by step: of the parallel section in which it lies */
  GArray **before;      /* by step: of QmsArrival; NULL if none */
  GArray **meeting;     /* by split: the same */
} QmsBuild;

static inline QmsShape *
qms_build_shape (const QmsBuild *build, guint shape)
{
  return &g_array_index (build->diagram->shapes, QmsShape, shape);
}

/* Kept with the diagram; "" for NULL. */
const char *qms_build_text (QmsBuild *build, const char *text);
/* "Prefix_first_second" in ASCII, made unique; `second` may be NULL. */
const char *qms_build_id (QmsBuild *build, const char *prefix, const char *first, const char *second);

/* An unnamed flow out of a shape. */
static inline QmsLoose
qms_loose (guint source)
{
  return (QmsLoose){ .source = source, .step = QMS_WORKFLOW_NONE, .outcome = QMS_WORKFLOW_NONE, .name = "" };
}

/* Adds a shape that only serves the notation; returns its index. */
guint qms_build_add_shape (QmsBuild *build, QmsShapeKind kind, const char *id, const char *name, guint lane);
/* Adds a pool; returns its index. */
guint qms_build_add_pool (QmsBuild *build, const char *id, const char *name, bool black_box, bool above);
/* Lets a loose flow lead to a shape. */
void qms_build_add_flow (QmsBuild *build, const QmsLoose *loose, guint target);

/* Pools, lanes, a shape for each step. */
void qms_build_steps (QmsBuild *build);
/* Pool of a step that others do: the applicant's, another agency's; QMS_DIAGRAM_NONE of one of our own. */
guint qms_build_pool_of (QmsBuild *build, size_t step);

/* Start, gateways, ends and flows. */
void qms_build_flows (QmsBuild *build);
/* In which branch of its parallel section each step lies. */
void qms_build_branches (QmsBuild *build);
/* Lets a flow wait in a list of arrivals. */
void qms_build_arrive (GArray **arrivals, const QmsLoose *loose, size_t branch);
/* Lets the flow from `step` (in its section and branch) lead on to `target`: to its shape or, where branches meet, to the join. */
void qms_build_lead (QmsBuild *build, size_t step, const QmsLoose *loose, size_t target);
/* Joins what waits at the ends of parallel sections, then before each step. */
void qms_build_joins (QmsBuild *build);

/* Messages to and from the other pools. */
void qms_build_messages (QmsBuild *build);

/* Words of the notation, in Vietnamese. */
const char *qms_word_question (int32_t step_kind);
const char *qms_word_outcome (int32_t outcome_kind);
const char *qms_word_end (int32_t outcome_kind);
