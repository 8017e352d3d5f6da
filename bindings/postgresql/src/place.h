/* SPDX-License-Identifier: Apache-2.0 */
/* Places in documents: a field of a node, or an item of its list. */
#ifndef PGQMS_PLACE_H
#define PGQMS_PLACE_H

#include "guard.h"

typedef struct {
  QmsNode *node;
  const QmsField *field;
  size_t index; /* from 0; QMS_APPEND if the path names no item */
} Place;

/* The place that a model path ("/heThong/quyTrinh[QT-1]/ten", names in either spelling) names below the root. False if
 * the path leads nowhere; a field that the type does not have is an SQL error. */
bool pgqms_place (QmsNode *root, const char *path, Place *place);
/* The same; what leads nowhere is an SQL error. */
void pgqms_place_or_fail (QmsNode *root, const char *path, Place *place);

#endif
