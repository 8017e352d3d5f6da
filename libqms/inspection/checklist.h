/* SPDX-License-Identifier: Apache-2.0 */
/* The inspection checklist, generated from schema/checklist.toml, and the line for what belongs to none of its items. */
#pragma once

#include <stddef.h>

typedef struct {
  const char *id;       /* "A5" */
  const char *title[2]; /* by QMS_LANG_… */
} QmsChecklistItem;

extern const QmsChecklistItem qms_gen_checklist[];
extern const size_t qms_gen_n_checklist;

/* The line for findings that decide no item. */
extern const QmsChecklistItem qms_checklist_other;

/* Item of an identifier, the line for other findings included; NULL if there is none. */
const QmsChecklistItem *qms_checklist_find (const char *id);
