/* SPDX-License-Identifier: Apache-2.0 */
/* Selecting elements of a system as framework data names them: a path of element names, and conditions. */
#pragma once

#include "core/document.h"

#include <qms/model.h>

/* A condition made ready for elements of one type. */
typedef struct QmsCondition QmsCondition;
/* From names of fields that lead from `type` through elements and references ("quyTrinh/loai"), and the value that the last
 * must have (NULL: any; borrowed). NULL if the names lead nowhere. */
QmsCondition *qms_condition_new (const QmsType *type, const char *path, const char *value);
void qms_condition_free (QmsCondition *condition);
/* Field that the names lead to. */
const QmsField *qms_condition_field (const QmsCondition *condition);
/* Conditions of a list field (<dieuKien>, <phaiDat>); one that leads nowhere is NULL there. Free with g_ptr_array_unref. */
GPtrArray *qms_conditions_new (const QmsType *type, const QmsNode *owner, uint32_t list);
/* Whether all of them hold; one that leads nowhere never does. */
bool qms_conditions_hold (const GPtrArray *conditions, const QmsNode *node);

/* What a requirement (<yeuCau>) or a further place (<hoac>, <sau>) selects. */
typedef struct {
  const char *date_field; /* NULL: none */
  GPtrArray *way;         /* of QmsField, from heThong to the elements */
  const QmsType *type;    /* of the elements; NULL if the path leads nowhere */
  GPtrArray *conditions;  /* of QmsCondition */
  const QmsField
      *status; /* where such an element says whether it is in force; NULL: nowhere, or a condition asks for it */
} QmsSelector;

/* Where a document stands in its life (QMS_DOCUMENT_STATUS_…): in force if it does not say, or is no document. */
int32_t qms_node_standing (const QmsNode *node);

QmsSelector *qms_selector_new (const QmsNode *place);
void qms_selector_free (QmsSelector *selector);
/* Appends the elements of `system` that it selects, in document order: those in force and, unless `drafts` is NULL, drafts.
 * What was replaced, withdrawn or has expired answers to nothing. */
void qms_selector_collect (const QmsSelector *selector, const QmsNode *system, GPtrArray *elements, GPtrArray *drafts);

/* Element type that a path of names below heThong leads to; NULL if it leads nowhere. Appends the fields to `way` unless that
 * is NULL. */
const QmsType *qms_path_type (const char *path, GPtrArray *way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCondition, qms_condition_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsSelector, qms_selector_free)
