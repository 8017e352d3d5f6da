/* SPDX-License-Identifier: Apache-2.0 */
/* A procedure as a picture in the terms of BPMN: pools, lanes, shapes, flows, messages; first without, then with places.
 * The BPMN writer and the SVG writer draw the same diagram. Coordinates are whole pixels, y grows downward. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include <qms/workflow.h>

#define QMS_DIAGRAM_NONE G_MAXUINT

typedef enum {
  QMS_SHAPE_START,
  QMS_SHAPE_END,
  QMS_SHAPE_TASK,          /* a person's work */
  QMS_SHAPE_RECEIVE,       /* waiting for a message of another agency */
  QMS_SHAPE_XOR,           /* exclusive gateway: a question (named) or a join (unnamed) */
  QMS_SHAPE_AND,           /* parallel gateway */
  QMS_SHAPE_EVENT_GATEWAY, /* whichever comes first */
  QMS_SHAPE_MESSAGE,       /* intermediate catch: a message */
  QMS_SHAPE_TIMER,         /* intermediate catch: time is over */
} QmsShapeKind;

typedef struct {
  int x, y, width, height;
} QmsBox;

typedef struct {
  int x, y;
} QmsPoint;

typedef struct {
  const char *id;
  const char *name;
  bool black_box; /* applicant or another agency: without lanes */
  bool above;     /* drawn above the agency's pool; otherwise below */
  QmsBox box;
} QmsPool;

typedef struct {
  const char *id;
  const char *name;
  const char *role; /* identifier; NULL with `unit` NULL: nobody's lane */
  const char *unit; /* identifier, where steps have no role */
  QmsBox box;
} QmsLane;

typedef struct {
  QmsShapeKind kind;
  const char *id;
  const char *name; /* "" for joins */
  size_t step;      /* of the workflow that it stands for; QMS_WORKFLOW_NONE for what the notation adds */
  size_t of_step,
      of_outcome;  /* that the notation serves: step of a question, outcome of a catch event; QMS_WORKFLOW_NONE */
  bool terminates; /* an end of the whole while other branches may still run */
  guint lane;
  QmsBox box;
  QmsBox label; /* outside text of events and gateways; width 0: none */
} QmsShape;

typedef struct {
  const char *id;
  const char *name;     /* "" if unnamed */
  guint source, target; /* shapes */
  size_t step, outcome; /* that the flow stands for; QMS_WORKFLOW_NONE */
  bool conditional;     /* has a condition on the outcome */
  bool is_default;      /* of its gateway */
  GArray *points;       /* QmsPoint, at least two, orthogonal */
  QmsBox label;
} QmsFlow;

typedef struct {
  const char *id;
  const char *name;
  guint source, target;           /* a shape, or QMS_DIAGRAM_NONE and then: */
  guint source_pool, target_pool; /* a black-box pool */
  GArray *points;
  QmsBox label;
} QmsMessage;

typedef struct {
  GStringChunk *strings;
  const QmsWorkflow *workflow;
  const char *title;
  GArray *pools;    /* QmsPool; the first is the agency's own */
  GArray *lanes;    /* QmsLane of the agency's pool, top down */
  GArray *shapes;   /* QmsShape */
  GArray *flows;    /* QmsFlow */
  GArray *messages; /* QmsMessage */
} QmsDiagram;

/* The diagram of a procedure, without places. `workflow` is the compiled procedure and must outlive it. */
/* Whether it can be drawn: an error says that the procedure has no steps, or that an outcome leads to none of them. */
QmsStatus qms_diagram_check (const QmsNode *procedure, const QmsWorkflow *workflow, QmsError **error);
QmsDiagram *qms_diagram_new (const QmsNode *procedure, const QmsWorkflow *workflow);
/* Gives every pool, lane, shape, flow and label its place. */
void qms_diagram_layout (QmsDiagram *diagram);
void qms_diagram_free (QmsDiagram *diagram);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsDiagram, qms_diagram_free)
