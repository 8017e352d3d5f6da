/* SPDX-License-Identifier: Apache-2.0 */
/* Whose time a step takes. */
#pragma once

#include "core/node.h"

/* Whether the step is the applicant's: told for completeness; the agency answers neither for its time nor for its
 * result. */
bool qms_step_is_applicants (const QmsNode *step);
/* Whether in a step of the kind (QMS_STEP_KIND_…) the agency waits for the applicant: for a supplement or a payment. */
bool qms_step_kind_is_wait (int32_t kind);
/* Whether limits do not run during the step: the applicant's, or a wait for the applicant. */
bool qms_step_is_stopped (const QmsNode *step);
/* Whether it belongs to a phase whose time does not count against the limits of the whole. */
bool qms_step_is_off_clock (const QmsNode *step);
