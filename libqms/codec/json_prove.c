/* SPDX-License-Identifier: Apache-2.0 */
/* Proves the extras of a document that was read from JSON: their text goes into XML as it is, so the document is written as
 * XML and must come back the same. Nothing can then be smuggled into a file, and none that libqms writes is unreadable. */
#include "codec/json.h"

#include "core/extra.h"

#include "gen/ids.h"

#include <qms/model.h>

static QmsReader *
reader_like (const QmsReader *other)
{
  QmsReader *reader = qms_reader_new ();

  for (int32_t limit = QMS_LIMIT_BYTES; limit <= QMS_LIMIT_ERRORS; limit++)
    qms_reader_set_limit (reader, limit, qms_reader_limit (other, limit));
  qms_reader_set_limit (reader, QMS_LIMIT_BYTES, SIZE_MAX);
  qms_reader_set_lenient (reader, other->lenient);
  return reader;
}

/* The document as XML, read again; NULL and an error if that fails. */
static QmsDocument *
there_and_back (const QmsReader *like, QmsDocument *document, QmsError **error)
{
  QmsReader *reader = reader_like (like);
  QmsDocument *back = NULL;
  g_autofree char *xml = NULL;
  size_t size;

  if (qms_document_write (document, QMS_FORMAT_XML, &xml, &size, error) == QMS_OK)
    qms_reader_parse (reader, xml, size, NULL, &back, error);
  qms_reader_free (reader);
  return back;
}

/* The first node below which the two part; the extras of one before its children. */
static const QmsNode *
first_difference (const QmsNode *a, const QmsNode *b)
{
  if (!qms_extra_equal (a, b))
    return a;
  for (size_t i = a->type->n_attributes; i < a->type->n_fields; i++) {
    const QmsField *field = &a->type->fields[i];
    const QmsSlot *left, *right;
    size_t count = qms_node_items (a, field, &left);
    if (count != qms_node_items (b, field, &right))
      return a;
    for (size_t j = 0; field->kind == QMS_KIND_NODE && j < count; j++)
      if (!qms_node_equal (left[j].node, right[j].node))
        return first_difference (left[j].node, right[j].node);
  }
  return a;
}

static bool
equal_prefixes (const QmsDocument *a, const QmsDocument *b)
{
  guint count = a->prefixes ? a->prefixes->len : 0;

  if (count != (b->prefixes ? b->prefixes->len : 0))
    return false;
  for (guint i = 0; i < count; i++) {
    const QmsPrefix *left = &g_array_index (a->prefixes, QmsPrefix, i),
                    *right = &g_array_index (b->prefixes, QmsPrefix, i);
    if (!g_str_equal (left->prefix, right->prefix) || !g_str_equal (left->uri, right->uri))
      return false;
  }
  return true;
}

/* ---- which node is to blame when the XML cannot be read */

enum { MOST_PROBES = 1000 };

/* Whether the extras of a node can be read back on their own. */
static bool
is_readable (const QmsReader *like, const QmsNode *node)
{
  g_autoptr (QmsDocument) probe = qms_document_new (QMS_TYPE_SYSTEM), back = NULL;

  qms_extra_copy (node, probe->root);
  for (QmsExtra *extra = probe->root->extra; extra; extra = extra->next)
    extra->where = extra->kind == QMS_EXTRA_ATTRIBUTE ? QMS_WHERE_TAG : QMS_WHERE_END;
  back = there_and_back (like, probe, NULL);
  return back != NULL;
}

/* The first node whose extras cannot be read; NULL if none of the first thousand. */
static const QmsNode *
first_unreadable (const QmsReader *like, const QmsNode *node, unsigned *probes)
{
  const QmsNode *found = NULL;

  if (node->extra && (*probes)++ < MOST_PROBES && !is_readable (like, node))
    return node;
  for (size_t i = node->type->n_attributes; i < node->type->n_fields && !found; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;
    for (size_t j = 0; j < count && !found && *probes < MOST_PROBES; j++)
      found = first_unreadable (like, items[j].node, probes);
  }
  return found;
}

/* ---- refusing */

static QmsStatus
refuse (const QmsJsonText *text, const QmsNode *node, const char *vi, const char *en, QmsError **error)
{
  g_autofree char *path = qms_node_path (node);
  QmsPlace place = { text->name, node->line, node->column, path };

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_JSON_EXTRA], &place, QMS_VALUES ({ "detail", { vi, en } }));
}

QmsStatus
qms_json_prove_extras (const QmsJsonText *text, QmsDocument *document, QmsError **error)
{
  QmsError *cause = NULL;
  g_autoptr (QmsDocument) back = there_and_back (text->reader, document, &cause);

  if (!back) {
    unsigned probes = 0;
    const QmsNode *culprit = first_unreadable (text->reader, document->root, &probes);
    refuse (text, culprit ? culprit : document->root, qms_error_message (cause, QMS_LANG_VI),
            qms_error_message (cause, QMS_LANG_EN), error);
    qms_error_free (cause);
    return QMS_ERROR_STRUCTURE;
  }
  if (qms_node_equal (document->root, back->root) && equal_prefixes (document, back))
    return QMS_OK;
  return refuse (text, first_difference (document->root, back->root), "đọc lại từ XML thì khác đi",
                 "it does not come back the same", error);
}
