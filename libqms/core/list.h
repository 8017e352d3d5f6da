/* SPDX-License-Identifier: Apache-2.0 */
/* Slots and lists, without checks; edit_value.c and edit_tree.c check. */
#pragma once

#include "core/node.h"

/* Sets the presence bit. */
void qms_node_mark (QmsNode *node, const QmsField *field);
/* Says where a child is; `parent` NULL: nowhere. */
void qms_node_set_parent (QmsNode *child, QmsNode *parent, const QmsField *field, size_t index);
/* Inserts an item before `index`, at most at the end. */
void qms_node_list_insert (QmsNode *node, const QmsField *field, size_t index, QmsSlot value);
/* Takes an item out; the last one clears the presence bit. */
void qms_node_list_remove (QmsNode *node, const QmsField *field, size_t index);
/* Tells the nodes of a list, from `from` on, their index. */
void qms_node_renumber (const QmsField *field, QmsList *list, size_t from);
