/* SPDX-License-Identifier: Apache-2.0 */
/* The flow of a BPMN process on one level. Nodes are numbered as in the model. */
#pragma once

#include "interop/bpmn_model.h"

#define BPMN_UNKNOWN (BPMN_NONE - 1)
#define BPMN_WALKING (BPMN_NONE - 2)

typedef struct {
  guint target;
  guint edge; /* BPMN_NONE: none */
} BpmnLink;

/* What a node does to the flow. */
typedef enum {
  BPMN_TURN_PASS, /* leads on to one node */
  BPMN_TURN_STEP,
  BPMN_TURN_END,
  BPMN_TURN_CHOICE, /* one of several ways */
  BPMN_TURN_SPLIT,  /* all of several ways */
} BpmnTurn;

typedef struct {
  const BpmnModel *model;
  guint n_nodes;
  guint first;       /* where the process begins */
  GArray *starts;    /* of BpmnLink */
  GArray **next;     /* of BpmnLink, by node */
  GArray **attached; /* of BpmnLink, by node: boundary events */
  guint *rank;       /* by node: each has its own; but for loops, later ones greater … */
  guint n_ranked;
  guint n_reached; /* … and these are less for what can be reached from the beginning */
  guint *landing;  /* by node, once it is known */
  bool *seen, *answer;
  bool *place; /* by node: a step although it is no activity */
} BpmnGraph;

BpmnGraph *bpmn_graph_new (const BpmnModel *model);
void bpmn_graph_free (BpmnGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BpmnGraph, bpmn_graph_free)

bool bpmn_graph_is_step (const BpmnGraph *graph, guint node);
/* The node at or behind `node` that is no mere passage; BPMN_NONE if the way goes round for ever. */
guint bpmn_graph_land (BpmnGraph *graph, guint node);
BpmnTurn bpmn_graph_turn (const BpmnGraph *graph, guint landing);

/* bpmn_read_meet.c: the node at which the ways out of a split meet; BPMN_NONE if there is none. `*budget` bounds the search over
 * all splits. */
guint bpmn_graph_meeting (BpmnGraph *graph, guint split, size_t *budget);
