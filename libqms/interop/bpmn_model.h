/* SPDX-License-Identifier: Apache-2.0 */
/* One process of a BPMN file: its flow nodes, those of sub-processes among them, flows, lanes, pools, messages. */
#pragma once

#include "interop/bpmn_tree.h"

#define BPMN_NONE G_MAXUINT

typedef enum {
  BPMN_START,
  BPMN_END,
  BPMN_ACTIVITY,
  BPMN_CATCH, /* intermediate events */
  BPMN_THROW,
  BPMN_BOUNDARY,
  BPMN_XOR,
  BPMN_OR, /* inclusive or complex */
  BPMN_AND,
  BPMN_EVENT_GATEWAY,
  BPMN_GROUP, /* a sub-process with content: where it begins … */
  BPMN_EXIT,  /* … and where it ends */
} BpmnKind;

typedef struct {
  BpmnKind kind;
  const BpmnElement *element;
  const BpmnElement *definition; /* of an event; NULL: none */
  char *name;                    /* NULL if there is none */
  guint container;               /* the sub-process around it */
  guint lane;                    /* the innermost one */
  guint host;                    /* of a boundary event */
  guint exit;                    /* of a sub-process: its flows go out from there */
  GArray *out;                   /* of guint: edges */
  guint n_in;
} BpmnNode;

typedef struct {
  const BpmnElement *element;
  guint source, target; /* nodes */
  char *name;
  bool conditional, is_default;
} BpmnEdge;

typedef struct {
  const BpmnElement *element;
  char *name;
  guint parent;
} BpmnLane;

typedef struct {
  const BpmnElement *element;
  char *name;
} BpmnPool;

/* Of each end either a node of the process or a pool is known, if anything is. */
typedef struct {
  const BpmnElement *element;
  guint source, target;
  guint source_pool, target_pool;
} BpmnMessage;

typedef struct {
  const BpmnTree *tree;
  QmsReport *report;
  const BpmnElement *process;
  guint own_pool;      /* BPMN_NONE: none */
  GArray *nodes;       /* of BpmnNode, in the order of the file */
  GArray *edges;       /* of BpmnEdge */
  GArray *lanes;       /* of BpmnLane */
  GArray *pools;       /* of BpmnPool */
  GArray *messages;    /* of BpmnMessage */
  GHashTable *ids;     /* identifier → element, in the whole file; the first one */
  GHashTable *by_id;   /* identifier → node and 1 */
  GHashTable *pool_of; /* process or participant element → pool and 1 */
} BpmnModel;

/* Chooses the process and takes it in; NULL and an error if there is none with activities. `tree` must outlive it. */
BpmnModel *bpmn_model_new (const BpmnTree *tree, QmsReport *report, QmsError **error);
void bpmn_model_free (BpmnModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BpmnModel, bpmn_model_free)

static inline BpmnNode *
bpmn_node (const BpmnModel *model, guint index)
{
  return &g_array_index (model->nodes, BpmnNode, index);
}

static inline BpmnEdge *
bpmn_edge (const BpmnModel *model, guint index)
{
  return &g_array_index (model->edges, BpmnEdge, index);
}

static inline BpmnLane *
bpmn_lane (const BpmnModel *model, guint index)
{
  return &g_array_index (model->lanes, BpmnLane, index);
}

static inline BpmnPool *
bpmn_pool (const BpmnModel *model, guint index)
{
  return &g_array_index (model->pools, BpmnPool, index);
}

/* What a table keyed by identifiers holds for a reference, with or without a prefix; NULL if nothing. */
gpointer bpmn_lookup (GHashTable *table, const char *reference);
/* Node of the process that a reference names; BPMN_NONE if it names none. */
guint bpmn_model_find (const BpmnModel *model, const char *reference);
/* Whether the event's definition is of that name, such as "timerEventDefinition". */
bool bpmn_node_is_event (const BpmnNode *node, const char *definition);

/* bpmn_read_choose.c: the process to import, NULL if there is none with activities; the others are noted. */
const BpmnElement *bpmn_choose_process (const BpmnTree *tree, GHashTable *ids, QmsReport *report);
/* Kind of a flow node; false if the element is none. */
bool bpmn_kind_of (const BpmnElement *element, BpmnKind *kind);
