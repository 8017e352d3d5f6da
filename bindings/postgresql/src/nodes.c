/* SPDX-License-Identifier: Apache-2.0 */
/* qms_nodes: a document as a relation, a row for each node. */
#include "functions.h"
#include "input.h"
#include "rows.h"
#include "text.h"

#include "miscadmin.h"

static void
put_path (Rows *rows, Guard *guard, const QmsNode *node)
{
  guard->text = qms_node_path (node);
  pgqms_put_text (rows, guard->text);
  pgqms_guard_drop_text (guard);
}

static void
put_node (Rows *rows, Guard *guard, const QmsNode *node)
{
  const QmsNode *parent = qms_node_parent (node);
  const QmsField *field = qms_node_parent_field (node);

  put_path (rows, guard, node);
  pgqms_put_text (rows, qms_type_name (qms_node_type (node)));
  pgqms_put_text (rows, qms_node_id (node));
  put_path (rows, guard, parent);
  pgqms_put_text (rows, qms_field_name (field));
  pgqms_put_int (rows, (int32)qms_node_index (node) + 1, field && qms_field_is_list (field));
  pgqms_put_int (rows, (int32)qms_node_line (node), qms_node_line (node) > 0);
  pgqms_put_int (rows, (int32)qms_node_column (node), qms_node_column (node) > 0);
  pgqms_row_end (rows);
}

/* The node and all below it, in the order of the model. */
static void
walk (Rows *rows, Guard *guard, const QmsNode *node)
{
  const QmsType *type = qms_node_type (node);

  check_stack_depth ();
  put_node (rows, guard, node);
  for (size_t i = 0; i < qms_type_field_count (type); i++) {
    const QmsField *field = qms_type_field_at (type, i);
    uint32_t id = qms_field_id (field);

    for (size_t j = 0; qms_field_kind (field) == QMS_KIND_NODE && j < qms_node_count (node, id); j++)
      walk (rows, guard, qms_field_is_list (field) ? qms_node_get_node_at (node, id, j) : qms_node_get_node (node, id));
  }
}

Datum
core_nodes (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  QmsNode *node = qms_document_root (guard->document);
  Rows rows;

  if (PG_NARGS () > 1)
    node = qms_node_at (node, pgqms_argument (fcinfo, 1), NULL);
  pgqms_rows_begin (&rows, fcinfo, guard);
  if (node)
    walk (&rows, guard, node);
  pgqms_guard_free (guard);
  return (Datum)0;
}
