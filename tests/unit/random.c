/* SPDX-License-Identifier: Apache-2.0 */
/* Makes random documents from the schema's tables: whatever the schema gains is in the property tests at once. */
#include "random.h"

#include "random_code.h"

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

/* Within the range of the field, often at its edges. */
static char *
random_number (Maker *maker, const QmsField *field)
{
  static const gint64 numbers[] = { 0, 1, 7, -1, 2000000, 999999999999999999, -999999999999999999 };
  gint64 number = numbers[below (maker, G_N_ELEMENTS (numbers))];

  if (field->flags & QMS_FLAG_HAS_MIN)
    number = MAX (number, field->min);
  if (field->flags & QMS_FLAG_HAS_MAX)
    number = MIN (number, field->max);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static const char *const decimals[] = {
  "0", "-0.5", "98.50", "0.0000000000000001", "99999999999999999", "-9.9999999999999999", "100.000", "7"
};

static const char *const dates[] = { "0001-01-01", "9999-12-31", "2024-02-29", "1969-12-31", "2025-07-01" };

static const char *const times[] = { "2026-01-31T08:00:00+07:00", "1969-12-31T23:59:59Z", "0001-01-02T00:00:00-14:00",
                                     "9999-12-30T23:59:59+14:00" };

static char *
one_of (Maker *maker, const char *const *texts, unsigned count)
{
  return g_strdup (texts[below (maker, count)]);
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
    return one_of (maker, decimals, G_N_ELEMENTS (decimals));
  case QMS_KIND_DATE:
    return one_of (maker, dates, G_N_ELEMENTS (dates));
  case QMS_KIND_DATETIME:
    return one_of (maker, times, G_N_ELEMENTS (times));
  case QMS_KIND_DURATION:
    return random_duration (maker);
  case QMS_KIND_ENUM:
    return g_strdup (field->enumeration->values[below (maker, field->enumeration->n_values)].xml);
  case QMS_KIND_CODE:
    return qms_random_code (maker->random, field->pattern);
  default:
    return random_text (maker);
  }
}

/* ---- comments and foreign content */

/* Two namespaces share a prefix: one of them is declared where it is used. */
static const QmsBinding bindings[] = { { "v", "urn:vidu:1" },
                                       { "w", "http://vidu.vn/?a=1&b=2" },
                                       { "v", "urn:vidu:3" } };

static const char *const comments[] = { " chú thích & <ghi> ", "", "\n nhiều\n dòng \xF0\x9F\x98\x80 " };

static void
make_foreign (Maker *maker, QmsExtra *extra)
{
  const QmsBinding *binding = &bindings[below (maker, G_N_ELEMENTS (bindings))];
  bool is_v = *binding->prefix == 'v';

  if (extra->kind == QMS_EXTRA_ELEMENT) {
    extra->name = is_v ? "v:phan" : "w:phan";
    extra->text = is_v ? "<v:phan v:so=\"1 &amp; 2\">chữ &lt; <v:con/>\n\xF0\x9F\x98\x80</v:phan>" : "<w:phan/>";
  } else {
    extra->name = is_v ? "v:nguon" : "w:nguon";
    extra->text = "\"sổ\" & <b>\t\n\r";
  }
  extra->uri = binding->uri;
  extra->bindings = binding;
  extra->n_bindings = 1;
  qms_extra_settle (extra, maker->document);
}

static QmsExtra *
add_extra (Maker *maker, QmsNode *node, QmsExtraKind kind, QmsWhere where)
{
  QmsExtra **end = &node->extra;

  while (*end)
    end = &(*end)->next;
  QmsExtra *extra = qms_extra_put (end, node->document, kind, where);

  if (kind == QMS_EXTRA_COMMENT) {
    extra->text = comments[below (maker, G_N_ELEMENTS (comments))];
  } else if (kind == QMS_EXTRA_PI) {
    extra->name = "lenh";
    extra->text = chance (maker, 50) ? "a=\"1\" <&>" : "";
  } else {
    make_foreign (maker, extra);
  }
  return extra;
}

/* Outside the root no element may stand. */
static QmsExtraKind
random_kind (Maker *maker, bool outside)
{
  return (QmsExtraKind)(QMS_EXTRA_COMMENT + below (maker, outside ? 2 : 3));
}

static void
maybe_extra (Maker *maker, QmsNode *node, QmsWhere where, bool outside)
{
  if (chance (maker, FOREIGN_PERCENT))
    add_extra (maker, node, random_kind (maker, outside), where);
}

static QmsExtra *
add_field_extra (Maker *maker, QmsNode *node, const QmsField *field, size_t item, QmsExtraKind kind, QmsWhere where)
{
  QmsExtra *extra = add_extra (maker, node, kind, where);

  extra->slot = field->slot;
  extra->item = (uint32_t)item;
  return extra;
}

/* Before one of the value's characters; that of an element also behind the last. Only text holds elements. */
static void
add_extra_inside (Maker *maker, QmsNode *node, const QmsField *field, size_t item)
{
  g_autofree char *text = qms_node_get_text (node, field->id, item);
  unsigned places = text ? (unsigned)g_utf8_strlen (text, -1) + (field->form == QMS_FORM_ELEMENT) : 0;
  glong offset = places ? below (maker, places) : 0;

  if (places)
    add_field_extra (maker, node, field, item, random_kind (maker, !qms_kind_is_string (field->kind)),
                     QMS_WHERE_FIELD_INSIDE)
        ->offset = (uint32_t)(g_utf8_offset_to_pointer (text, offset) - text);
}

static void
maybe_field_extra (Maker *maker, QmsNode *node, const QmsField *field, size_t item)
{
  if (field->form == QMS_FORM_ELEMENT && chance (maker, FOREIGN_PERCENT))
    add_field_extra (maker, node, field, item, random_kind (maker, false), QMS_WHERE_FIELD_BEFORE);
  if (field->form == QMS_FORM_ELEMENT && chance (maker, FOREIGN_PERCENT))
    add_field_extra (maker, node, field, item, QMS_EXTRA_ATTRIBUTE, QMS_WHERE_FIELD_TAG);
  if (field->form != QMS_FORM_ATTRIBUTE && chance (maker, FOREIGN_PERCENT))
    add_extra_inside (maker, node, field, item);
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
  maybe_extra (maker, node, QMS_WHERE_BEFORE, depth == 0);
  if (chance (maker, FOREIGN_PERCENT))
    add_extra (maker, node, QMS_EXTRA_ATTRIBUTE, QMS_WHERE_TAG);
  for (size_t i = 0; i < node->type->n_fields; i++)
    fill_field (maker, node, &node->type->fields[i], depth);
  maybe_extra (maker, node, QMS_WHERE_END, false);
  if (depth == 0)
    maybe_extra (maker, node, QMS_WHERE_AFTER, true);
}

QmsDocument *
qms_random_document (guint32 seed, uint32_t root_type)
{
  Maker maker = { g_rand_new_with_seed (seed), qms_document_new (root_type), 0 };

  fill (&maker, maker.document->root, 0);
  g_rand_free (maker.random);
  return maker.document;
}
