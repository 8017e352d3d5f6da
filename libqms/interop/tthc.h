/* SPDX-License-Identifier: Apache-2.0 */
/* What readers of administrative procedures share. */
#pragma once

#include "core/node.h"

/* Gives a detached administrative procedure the identifier "TT-" and its code, with what a name cannot hold replaced; if that
 * is taken, numbered by the place in the list. */
void qms_tthc_set_id (QmsNode *procedure);
