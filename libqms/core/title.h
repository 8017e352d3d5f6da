/* SPDX-License-Identifier: Apache-2.0 */
/* What people call a node. */
#pragma once

#include "core/node.h"

/* Code or number and title of a node on one line, shortened; where it has none, what its field is for. Free with g_free. */
char *qms_node_title (const QmsNode *node, int lang);
/* The same, not shortened. */
char *qms_node_whole_title (const QmsNode *node, int lang);
/* Title alone; where it has none, that of the first node that it refers to, else its code, else its identifier. NULL if it has
 * none of these. */
const char *qms_node_name (const QmsNode *node);
/* "line 3" of a node that was read, otherwise its path. Free with g_free. */
char *qms_node_whereabouts (const QmsNode *node, int lang);
