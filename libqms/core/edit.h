/* SPDX-License-Identifier: Apache-2.0 */
/* Checks that the changes of a node share. */
#pragma once

#include "core/node.h"

#include <qms/error.h>

/* Field of the node; NULL and an error if the node is NULL or has none. */
const QmsField *qms_editable_field (const QmsNode *node, uint32_t id, QmsError **error);
/* Errors: the index is outside a list of `count` items; the field is not of the kind that the call is for. */
QmsStatus qms_fail_index (size_t index, size_t count, QmsError **error);
QmsStatus qms_fail_kind (const QmsField *field, QmsError **error);
/* Error: the identifier of `holder` cannot be another's. */
QmsStatus qms_fail_id (const QmsNode *holder, QmsError **error);
/* An identifier must be free in its scope, or be the node's own already. */
QmsStatus qms_check_free_id (const QmsNode *node, const QmsNode *scope, const char *id, QmsError **error);
