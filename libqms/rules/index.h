/* SPDX-License-Identifier: Apache-2.0 */
/* What rules ask about a whole system, answered once per run so that the run stays linear. */
#pragma once

#include "rules/check.h"
#include "workflow/case_replay.h"

#include <qms/workflow.h>

typedef struct QmsIndex QmsIndex;

QmsIndex *qms_index_new (void);
void qms_index_free (QmsIndex *index);

/* The position of the agency's head, the first that is marked so; NULL if there is none. */
const QmsNode *qms_check_head (QmsCheck *check);
/* The administrative procedures that `procedure` settles; NULL if there are none. */
const GPtrArray *qms_check_settled_by (QmsCheck *check, const QmsNode *procedure);
/* Whether the list of external documents says that the document `number` has expired or been replaced. */
bool qms_check_is_ended (QmsCheck *check, const char *number);
/* Whether an external document is not in force on the day of the check. */
bool qms_check_has_expired (const QmsCheck *check, const QmsNode *external);
/* Whether it has a successor that has taken its place: an announced one counts from the day on which the old text ends, if
 * that is given. */
bool qms_check_is_replaced (const QmsCheck *check, const QmsNode *external);
/* One or the other. */
bool qms_check_has_ended (const QmsCheck *check, const QmsNode *external);
/* Whether the scope covers a field (lĩnh vực) of administrative procedures; true if the scope lists none. */
bool qms_check_covers (QmsCheck *check, const char *field_name);
/* The workflow of `procedure`; NULL if none of its steps has outcomes. Valid until asked for another. */
const QmsWorkflow *qms_check_workflow (QmsCheck *check, const QmsNode *procedure);
/* Whether each of its steps can come to where its branches meet (QMS_GOAL_MEETING); NULL like the workflow, and as long
 * valid. */
const guint8 *qms_check_meets (QmsCheck *check, const QmsNode *procedure);
/* What qms_timing_verdicts says of `procedure`; valid until asked for another. */
const GArray *qms_check_verdicts (QmsCheck *check, const QmsNode *procedure);

/* The workflow of a case's procedure; NULL if it has none that can be followed. Valid until asked about another case. */
const QmsWorkflow *qms_check_case_workflow (QmsCheck *check, const QmsNode *file);
/* What playing the case's log finds; good if there is no workflow to play it on. As long valid. */
const QmsReplay *qms_check_replay (QmsCheck *check, const QmsNode *file);

/* What objectives in percent are about. */
typedef enum { QMS_RATE_ON_TIME, QMS_RATE_SATISFACTION, QMS_RATES } QmsRate;

/* The agency's objective for a rate in a year: by its kind, or by its words if none has that kind. NULL if there is none. */
const QmsNode *qms_check_rate_objective (QmsCheck *check, QmsRate rate, int year);
