/* SPDX-License-Identifier: Apache-2.0 */
/* The inspection checklist, generated from schema/checklist.toml. */
#pragma once

#include <stddef.h>

typedef struct {
  const char *id;       /* "A5" */
  const char *title[2]; /* by QMS_LANG_… */
} QmsChecklistItem;

extern const QmsChecklistItem qms_gen_checklist[];
extern const size_t qms_gen_n_checklist;

/* Item of an identifier; NULL if there is none. */
const QmsChecklistItem *qms_checklist_find (const char *id);
