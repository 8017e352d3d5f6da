/* SPDX-License-Identifier: Apache-2.0 */
/* What people call a node. */
#pragma once

#include "core/node.h"

/* Code or number and title of a node on one line, shortened; where it has none, what its field is for. Free with g_free. */
char *qms_node_title (const QmsNode *node, int lang);
/* The same, not shortened. */
char *qms_node_whole_title (const QmsNode *node, int lang);
/* "line 3" of a node that was read, otherwise its path. Free with g_free. */
char *qms_node_whereabouts (const QmsNode *node, int lang);
