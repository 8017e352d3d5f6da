/* SPDX-License-Identifier: Apache-2.0 */
/* Whose time a step takes. */
#include "workflow/step.h"

#include <qms/model.h>

bool
qms_step_is_applicants (const QmsNode *step)
{
  return qms_step_has_role (step)
         && qms_role_get_kind (qms_node_resolve (step, QMS_STEP_ROLE)) == QMS_ROLE_KIND_APPLICANT;
}

bool
qms_step_kind_is_wait (int32_t kind)
{
  return kind == QMS_STEP_KIND_AWAIT_SUPPLEMENT || kind == QMS_STEP_KIND_AWAIT_PAYMENT;
}

bool
qms_step_is_stopped (const QmsNode *step)
{
  return qms_step_kind_is_wait (qms_step_get_kind (step)) || qms_step_is_applicants (step);
}

bool
qms_step_is_off_clock (const QmsNode *step)
{
  return qms_step_has_phase (step) && qms_phase_get_off_clock (qms_node_resolve (step, QMS_STEP_PHASE)) != 0;
}
