/* SPDX-License-Identifier: Apache-2.0 */
/* Time limits as people write them: "4 giờ làm việc", "½ ngày", "0,5 ngày", "02 (hai) ngày làm việc", "30 phút". Units are those of
 * the model, by their labels and by their names in files; minutes become hours where that is exact. */
#pragma once

#include "core/kind.h"

/* The longest limit that a text begins with; `*end` becomes what is behind it. False if there is none. The text is one of
 * qms_fold_name. */
bool qms_limit_take (const char *folded, const char **end, QmsDuration *limit);
/* The whole text, in any case and spacing. */
bool qms_limit_read (const char *text, QmsDuration *limit);
/* The limit that a text in words tells: the one behind "thời gian" or "thời hạn", else the only one. Dates are none, and sums such
 * as "2 ngày 4 giờ", for which the model has no unit, are not taken in parts. */
bool qms_limit_find (const char *text, QmsDuration *limit);
