/* SPDX-License-Identifier: Apache-2.0 */
/* What a person has changed in a modeller: the file is compared with what its own full copy would be exported as, and each
 * difference is made in the procedure. */
#pragma once

#include "interop/bpmn_build.h"

typedef struct {
  BpmnBuild *build;
  const BpmnDraft *base;   /* as it was exported */
  const BpmnDraft *theirs; /* as it is now */
  QmsNode *procedure;
  GHashTable *base_steps;  /* identifier → step of `base` */
  GHashTable *their_steps; /* identifier → step of `theirs` */
  GHashTable *nodes;       /* identifier of a step → node */
  GHashTable *ids;         /* step of `theirs` → identifier in the procedure */
} BpmnMerge;

/* Changes the procedure, a copy of the one that `base` was drawn from and attached to its system. */
void bpmn_merge (BpmnBuild *build, const BpmnDraft *base, const BpmnDraft *theirs, QmsNode *procedure);

/* bpmn_read_merge_head.c: the procedure as a whole, its phases and scenarios, the pools. */
void bpmn_merge_head (BpmnMerge *merge);

/* bpmn_read_merge_flow.c: outcomes. */
/* Makes what follows a step by its place in the list explicit, where the list has changed. */
typedef struct {
  QmsNode *node, *next;
} BpmnFollower;
GArray *bpmn_merge_followers (const QmsNode *procedure);
void bpmn_merge_flows (BpmnMerge *merge, const GArray *followers);

/* Says what was changed; the texts may hold a name. */
void bpmn_merge_note (const BpmnMerge *merge, const BpmnElement *at, const char *vi, const char *en, const char *name);
