/* SPDX-License-Identifier: Apache-2.0 */
/* Random matches of the patterns that the model's codes have. */
#pragma once

#include <glib.h>

/* Free with g_free. */
char *qms_random_code (GRand *random, const char *pattern);
