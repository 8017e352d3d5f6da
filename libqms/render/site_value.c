/* SPDX-License-Identifier: Apache-2.0 */
/* Values of fields in words, as people read them on a page. */
#include "core/kind.h"
#include "core/text.h"
#include "core/title.h"
#include "core/words.h"
#include "render/brief.h"
#include "render/site.h"

#include <qms/error.h>
#include <qms/model.h>

#include <string.h>

/* ---- single values */

static const QmsField *
present_field (const QmsNode *node, uint32_t id)
{
  const QmsField *field = node ? qms_type_field (node->type, id) : NULL;

  return field && qms_node_present (node, field->slot) ? field : NULL;
}

const char *
qms_site_label (const QmsNode *node, uint32_t id)
{
  const QmsField *field = present_field (node, id);

  return field ? qms_enum_value_label (field->enumeration, (int32_t)node->slots[field->slot].integer, QMS_LANG_VI)
               : NULL;
}

char *
qms_site_duration (const QmsNode *node, uint32_t id)
{
  const QmsField *field = present_field (node, id);

  if (!field)
    return NULL;
  g_auto (QmsWords) words = qms_words_duration (qms_duration_unpack (node->slots[field->slot]));
  return g_steal_pointer (&words.text[QMS_LANG_VI]);
}

char *
qms_site_date (const QmsNode *node, uint32_t id)
{
  const QmsField *field = present_field (node, id);

  if (!field)
    return NULL;
  g_auto (QmsWords) words = qms_words_day (node->slots[field->slot].integer);
  return g_steal_pointer (&words.text[QMS_LANG_VI]);
}

char *
qms_site_money (int64_t amount)
{
  GString *digits = g_string_new (NULL);

  g_string_printf (digits, "%" G_GINT64_FORMAT, amount);
  for (gssize i = (gssize)digits->len - 3; i > (amount < 0 ? 1 : 0); i -= 3)
    g_string_insert_c (digits, i, '.');
  return g_string_free (digits, FALSE);
}

bool
qms_site_is_in_force (const QmsNode *node, uint32_t status_field)
{
  return !qms_node_has (node, status_field) || qms_node_get_int (node, status_field) == QMS_DOCUMENT_STATUS_IN_FORCE;
}

/* ---- references */

char *
qms_site_called (const QmsNode *node)
{
  static const char *const names[] = { "name", "title", "statement" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++) {
    const QmsField *field = qms_type_field_by_name (node->type, names[i]);
    const char *name = field && qms_kind_is_string (field->kind) ? qms_node_get_string (node, field->id) : NULL;
    if (name)
      return qms_brief (name);
  }
  return qms_node_title (node, QMS_LANG_VI);
}

void
qms_site_reference (QmsSiteWriter *writer, const QmsNode *target)
{
  g_autofree char *name = qms_site_called (target);
  const char *page = g_hash_table_lookup (writer->pages, target);

  if (page)
    qms_text_append_markup (writer->out, "<a href=\"%s\">%s</a>", page, name);
  else
    qms_text_append_markup (writer->out, "%s", name);
}

/* ---- fields */

static char *
scalar_words (const QmsField *field, QmsSlot slot)
{
  g_auto (QmsWords) words = { 0 };

  switch (field->kind) {
  case QMS_KIND_BOOL:
    return g_strdup (slot.integer ? "Có" : "Không");
  case QMS_KIND_INT:
    return g_strdup_printf ("%" G_GINT64_FORMAT, slot.integer);
  case QMS_KIND_MONEY:
    return qms_site_money (slot.integer);
  case QMS_KIND_ENUM:
    return g_strdup (qms_enum_value_label (field->enumeration, (int32_t)slot.integer, QMS_LANG_VI));
  case QMS_KIND_DECIMAL:
    words = qms_words_decimal (qms_decimal_unpack (slot));
    break;
  case QMS_KIND_DATE:
    words = qms_words_day (slot.integer);
    break;
  case QMS_KIND_DURATION:
    words = qms_words_duration (qms_duration_unpack (slot));
    break;
  default:
    return g_strdup (slot.string);
  }
  return g_steal_pointer (&words.text[QMS_LANG_VI]);
}

static void
append_item (QmsSiteWriter *writer, const QmsNode *node, const QmsField *field, QmsSlot slot)
{
  const QmsNode *target = field->kind == QMS_KIND_REF ? qms_node_resolve (node, field->id) : NULL;

  if (field->kind == QMS_KIND_NODE)
    target = slot.node;
  if (target) {
    qms_site_reference (writer, target);
  } else if (field->kind == QMS_KIND_TEXT) {
    qms_site_paragraphs (writer->out, slot.string);
  } else {
    g_autofree char *words = scalar_words (field, slot);
    qms_text_append_markup (writer->out, "%s", words ? words : "");
  }
}

void
qms_site_value (QmsSiteWriter *writer, const QmsNode *node, uint32_t id)
{
  const QmsField *field = present_field (node, id);
  const QmsSlot *items = NULL;
  size_t count = field ? qms_node_items (node, field, &items) : 0;

  if (count == 1)
    append_item (writer, node, field, items[0]);
  if (count < 2)
    return;
  g_string_append (writer->out, "<ul>\n");
  for (size_t i = 0; i < count; i++) {
    g_string_append (writer->out, "<li>");
    append_item (writer, node, field, items[i]);
    g_string_append (writer->out, "</li>\n");
  }
  g_string_append (writer->out, "</ul>\n");
}
