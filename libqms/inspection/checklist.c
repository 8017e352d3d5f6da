/* SPDX-License-Identifier: Apache-2.0 */
/* Looking items of the checklist up. */
#include "inspection/checklist.h"

#include <glib.h>

const QmsChecklistItem qms_checklist_other = {
  "khac", { "Phát hiện khác, không thuộc mục nào", "Findings that decide no item" }
};

const QmsChecklistItem *
qms_checklist_find (const char *id)
{
  for (size_t i = 0; i < qms_gen_n_checklist; i++)
    if (g_strcmp0 (qms_gen_checklist[i].id, id) == 0)
      return &qms_gen_checklist[i];
  return g_strcmp0 (qms_checklist_other.id, id) == 0 ? &qms_checklist_other : NULL;
}
