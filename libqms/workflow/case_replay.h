/* SPDX-License-Identifier: Apache-2.0 */
/* From the log of a case file to its state, and whether the file agrees with it. */
#pragma once

#include "core/node.h"
#include "workflow/case_state.h"

#include <qms/error.h>

typedef enum {
  QMS_REPLAY_GOOD = 0,
  QMS_REPLAY_ORDER,      /* an event is before the one that it follows */
  QMS_REPLAY_IMPOSSIBLE, /* an event cannot have happened */
  QMS_REPLAY_DIFFERS,    /* what the file says of its state does not follow from the log */
} QmsReplayResult;

/* The first thing that is wrong. */
typedef struct {
  QmsReplayResult result;
  const QmsNode *node;
  uint32_t field;         /* of the node; 0: the node as a whole */
  size_t number;          /* of the event, from 1 */
  char *found, *expected; /* order: time, time before; differs: values; else NULL */
  QmsError *reason;       /* why it is impossible */
} QmsReplay;

/* State of the case before its first event. `workflow` must outlive it. */
QmsCaseState *qms_case_begin (const QmsNode *file, const QmsWorkflow *workflow);
/* Plays the whole log and compares. `state` is one from qms_case_begin. Clear the result. */
QmsReplay qms_case_replay (const QmsNode *file, QmsCaseState *state);
void qms_replay_clear (QmsReplay *replay);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmsReplay, qms_replay_clear)
