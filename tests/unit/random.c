/* SPDX-License-Identifier: Apache-2.0 */
/* Makes random documents from the schema's tables: whatever the schema gains is in the property tests at once. */
#include "random.h"

#include "core/document.h"
#include "core/extra.h"
#include "core/kind.h"

#include <string.h>

enum { MOST_NODES = 300, DEEPEST = 10, LONGEST_LIST = 3, FOREIGN_PERCENT = 15 };

typedef struct {
  GRand *random;
  QmsDocument *document;
  unsigned n_ids;
} Maker;

static unsigned
below (Maker *maker, unsigned limit)
{
  return (unsigned)g_rand_int_range (maker->random, 0, (gint32)limit);
}

static bool
chance (Maker *maker, unsigned percent)
{
  return below (maker, 100) < percent;
}

/* ---- values */

/* Precomposed and decomposed Vietnamese, Nôm, an emoji, what XML and JSON escape, white space. */
static const char *const pieces[] = {
  "Ủy ban nhân dân",
  "xã",
  "e\xCC\x82\xCC\x81",
  "\xF0\xA1\xA8\xB8",
  "\xF0\x9F\x98\x80",
  "a < b & c > d",
  "\"nháy\" 'đơn'",
  "\\",
  "/",
  "]]>",
  " ",
  "\t",
  "\n",
  "\r",
  "\xC2\xA0",
  "\xE2\x80\x8B",
  "&amp;",
  "--",
  "{}[],:",
  "𝒳",
  "1",
  "½",
};

static char *
random_text (Maker *maker)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = below (maker, 8); i > 0; i--)
    g_string_append (text, pieces[below (maker, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static char *
random_number (Maker *maker, const QmsField *field)
{
  static const char *const numbers[] = { "0", "1", "7", "-1", "42", "2000000", "99999999999999999" };

  if (field->flags & QMS_FLAG_HAS_MAX)
    return g_strdup_printf ("%" G_GINT64_FORMAT, field->max - below (maker, 3));
  return g_strdup (numbers[below (maker, G_N_ELEMENTS (numbers))]);
}

static char *
random_duration (Maker *maker)
{
  static const char *const amounts[] = { "0", "0.25", "1", "1.5", "30", "123456789.012345" };
  const QmsEnum *units = qms_duration_units ();

  return g_strdup_printf ("%s %s", amounts[below (maker, G_N_ELEMENTS (amounts))],
                          units->values[below (maker, units->n_values)].xml);
}

static char *
random_value (Maker *maker, const QmsField *field)
{
  switch (field->kind) {
  case QMS_KIND_ID:
    return g_strdup_printf ("Số_%u.a-b", maker->n_ids++);
  case QMS_KIND_REF:
    return g_strdup_printf ("Số_%u.a-b", below (maker, maker->n_ids + 2));
  case QMS_KIND_BOOL:
    return g_strdup (chance (maker, 50) ? "true" : "false");
  case QMS_KIND_INT:
  case QMS_KIND_MONEY:
    return random_number (maker, field);
  case QMS_KIND_DECIMAL:
    return g_strdup_printf ("%s%u.%u", chance (maker, 20) ? "-" : "", below (maker, 1000), below (maker, 1000));
  case QMS_KIND_DATE:
    return g_strdup_printf ("%04u-%02u-%02u", 1 + below (maker, 9999), 1 + below (maker, 12), 1 + below (maker, 28));
  case QMS_KIND_DATETIME:
    return g_strdup_printf ("2026-%02u-10T%02u:30:00+07:00", 1 + below (maker, 12), below (maker, 24));
  case QMS_KIND_DURATION:
    return random_duration (maker);
  case QMS_KIND_ENUM:
    return g_strdup (field->enumeration->values[below (maker, field->enumeration->n_values)].xml);
  default:
    return random_text (maker);
  }
}

/* ---- foreign content, in the order in which a reader meets it */

static QmsExtra *
add_extra (QmsNode *node, QmsExtraKind kind, QmsWhere where)
{
  static const QmsBinding binding = { "v", "urn:vidu:1" };
  QmsExtra *extra = qms_extra_append (node, kind, where);

  switch (kind) {
  case QMS_EXTRA_COMMENT:
    extra->text = " chú thích & <ghi> ";
    break;
  case QMS_EXTRA_PI:
    extra->name = "lenh";
    extra->text = "a=\"1\"";
    break;
  case QMS_EXTRA_ELEMENT:
    extra->name = "v:phan";
    extra->text = "<v:phan v:so=\"1 &amp; 2\">chữ &lt; <v:con/>\n\xF0\x9F\x98\x80</v:phan>";
    break;
  case QMS_EXTRA_ATTRIBUTE:
    extra->name = "v:nguon";
    extra->text = "\"sổ\" & <b>";
    break;
  }
  if (kind == QMS_EXTRA_ELEMENT || kind == QMS_EXTRA_ATTRIBUTE) {
    extra->uri = binding.uri;
    extra->bindings = &binding;
    extra->n_bindings = 1;
  }
  return extra;
}

static void
maybe_extra (Maker *maker, QmsNode *node, QmsWhere where)
{
  if (chance (maker, FOREIGN_PERCENT))
    add_extra (node, (QmsExtraKind)(QMS_EXTRA_COMMENT + below (maker, where == QMS_WHERE_BEFORE ? 2 : 3)), where);
}

static QmsExtra *
add_field_extra (QmsNode *node, const QmsField *field, size_t item, QmsExtraKind kind, QmsWhere where)
{
  QmsExtra *extra = add_extra (node, kind, where);

  extra->slot = field->slot;
  extra->item = (uint32_t)item;
  return extra;
}

static void
maybe_field_extra (Maker *maker, QmsNode *node, const QmsField *field, size_t item)
{
  const char *text = qms_node_get_string_at (node, field->id, item);

  if (field->form == QMS_FORM_ELEMENT && chance (maker, FOREIGN_PERCENT))
    add_field_extra (node, field, item, QMS_EXTRA_COMMENT, QMS_WHERE_FIELD_BEFORE);
  if (field->form == QMS_FORM_ELEMENT && chance (maker, FOREIGN_PERCENT))
    add_field_extra (node, field, item, QMS_EXTRA_ATTRIBUTE, QMS_WHERE_FIELD_TAG);
  if (field->form != QMS_FORM_ATTRIBUTE && text && *text && chance (maker, FOREIGN_PERCENT)) {
    glong offset = below (maker, (unsigned)g_utf8_strlen (text, -1));
    add_field_extra (node, field, item, QMS_EXTRA_ELEMENT, QMS_WHERE_FIELD_INSIDE)->offset =
        (uint32_t)(g_utf8_offset_to_pointer (text, offset) - text);
  }
}

/* ---- nodes */

static void fill (Maker *maker, QmsNode *node, unsigned depth);

static void
add_node (Maker *maker, QmsNode *node, const QmsField *field, unsigned depth)
{
  if (depth < DEEPEST && maker->document->n_nodes < MOST_NODES)
    fill (maker, qms_node_add (node, field->id, QMS_APPEND, NULL), depth + 1);
}

static void
add_scalar (Maker *maker, QmsNode *node, const QmsField *field)
{
  g_autofree char *text = random_value (maker, field);
  QmsStatus status;

  if (qms_field_list (field))
    status = qms_node_insert_text (node, field->id, QMS_APPEND, text, NULL);
  else
    status = qms_node_set_text (node, field->id, text, NULL);
  g_assert_cmpint (status, ==, QMS_OK);
  maybe_field_extra (maker, node, field, qms_node_count (node, field->id) - 1);
}

static void
fill_field (Maker *maker, QmsNode *node, const QmsField *field, unsigned depth)
{
  unsigned count = qms_field_list (field) ? below (maker, LONGEST_LIST + 1) : chance (maker, 60);

  if (field->flags & QMS_FLAG_REQUIRED)
    count = MAX (count, 1);
  for (; count > 0; count--) {
    if (field->kind == QMS_KIND_NODE)
      add_node (maker, node, field, depth);
    else
      add_scalar (maker, node, field);
  }
}

static void
fill (Maker *maker, QmsNode *node, unsigned depth)
{
  maybe_extra (maker, node, QMS_WHERE_BEFORE);
  if (chance (maker, FOREIGN_PERCENT))
    add_extra (node, QMS_EXTRA_ATTRIBUTE, QMS_WHERE_TAG);
  for (size_t i = 0; i < node->type->n_fields; i++)
    fill_field (maker, node, &node->type->fields[i], depth);
  maybe_extra (maker, node, QMS_WHERE_END);
}

QmsDocument *
qms_random_document (guint32 seed, uint32_t root_type)
{
  Maker maker = { g_rand_new_with_seed (seed), qms_document_new (root_type), 0 };

  qms_document_bind (maker.document, "v", "urn:vidu:1");
  fill (&maker, maker.document->root, 0);
  g_rand_free (maker.random);
  return maker.document;
}
