/* SPDX-License-Identifier: Apache-2.0 */
/* Case files opened for work. */
#ifndef PGQMS_OPENED_H
#define PGQMS_OPENED_H

#include "guard.h"

/* New guard with the case of the first argument, opened with the calendar that argument number `calendar` gives, or if
 * that is null with the one that the case names. */
Guard *pgqms_open_case (FunctionCallInfo fcinfo, int calendar);

#endif
