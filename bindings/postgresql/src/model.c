/* SPDX-License-Identifier: Apache-2.0 */
/* qms_types, qms_fields, qms_enum_values, qms_rules, qms_schema: what the library knows, as relations to join with. */
#include "functions.h"
#include "rows.h"
#include "text.h"
#include "words.h"

static const char *const kinds[] = {
  [QMS_KIND_ID] = "id",     [QMS_KIND_STRING] = "string",     [QMS_KIND_TEXT] = "text",
  [QMS_KIND_CODE] = "code", [QMS_KIND_REF] = "ref",           [QMS_KIND_BOOL] = "bool",
  [QMS_KIND_INT] = "int",   [QMS_KIND_MONEY] = "money",       [QMS_KIND_DECIMAL] = "decimal",
  [QMS_KIND_DATE] = "date", [QMS_KIND_DATETIME] = "datetime", [QMS_KIND_DURATION] = "duration",
  [QMS_KIND_ENUM] = "enum", [QMS_KIND_NODE] = "node",
};

static const char *const forms[] = {
  [QMS_FORM_ATTRIBUTE] = "attribute",
  [QMS_FORM_ELEMENT] = "element",
  [QMS_FORM_CONTENT] = "content",
};

Datum
core_types (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_type_count (); i++) {
    const QmsType *type = qms_type_at (i);

    pgqms_put_text (&rows, qms_type_name (type));
    pgqms_put_text (&rows, qms_type_xml_name (type));
    pgqms_put_bool (&rows, qms_type_is_root (type));
    pgqms_put_text (&rows, qms_type_doc (type, QMS_LANG_VI));
    pgqms_put_text (&rows, qms_type_doc (type, QMS_LANG_EN));
    pgqms_row_end (&rows);
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

static void
put_field (Rows *rows, const QmsType *type, size_t index)
{
  const QmsField *field = qms_type_field_at (type, index);

  pgqms_put_text (rows, qms_type_name (type));
  pgqms_put_int (rows, (int32)index + 1, true);
  pgqms_put_text (rows, qms_field_name (field));
  pgqms_put_text (rows, qms_field_xml_name (field));
  pgqms_put_text (rows, kinds[qms_field_kind (field)]);
  pgqms_put_text (rows, forms[qms_field_form (field)]);
  pgqms_put_bool (rows, qms_field_is_list (field));
  pgqms_put_bool (rows, qms_field_is_required (field));
  pgqms_put_text (rows, qms_type_name (qms_field_target (field)));
  pgqms_put_text (rows, qms_enum_name (qms_field_enum (field)));
  pgqms_put_text (rows, qms_field_pattern (field));
  pgqms_put_text (rows, qms_field_doc (field, QMS_LANG_VI));
  pgqms_put_text (rows, qms_field_doc (field, QMS_LANG_EN));
  pgqms_row_end (rows);
}

Datum
core_fields (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_type_count (); i++)
    for (size_t j = 0; j < qms_type_field_count (qms_type_at (i)); j++)
      put_field (&rows, qms_type_at (i), j);
  pgqms_guard_free (guard);
  return (Datum)0;
}

static void
put_values (Rows *rows, const QmsEnum *enumeration)
{
  for (size_t i = 0; i < qms_enum_value_count (enumeration); i++) {
    int32_t value = qms_enum_value_at (enumeration, i);

    pgqms_put_text (rows, qms_enum_name (enumeration));
    pgqms_put_int (rows, (int32)i + 1, true);
    pgqms_put_text (rows, qms_enum_value_name (enumeration, value));
    pgqms_put_text (rows, qms_enum_value_xml (enumeration, value));
    pgqms_put_text (rows, qms_enum_value_label (enumeration, value, QMS_LANG_VI));
    pgqms_put_text (rows, qms_enum_value_label (enumeration, value, QMS_LANG_EN));
    pgqms_row_end (rows);
  }
}

Datum
core_enum_values (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_enum_count (); i++)
    put_values (&rows, qms_enum_at (i));
  pgqms_guard_free (guard);
  return (Datum)0;
}

/* The texts that `at` gives of a rule, as an array. */
static void
put_list (Rows *rows, const QmsRule *rule, size_t count, const char *(*at) (const QmsRule *, size_t))
{
  const char **texts = palloc (sizeof *texts * (count + 1));

  for (size_t i = 0; i < count; i++)
    texts[i] = at (rule, i);
  pgqms_put_texts (rows, texts, (int)count);
  pfree (texts);
}

static void
put_rule (Rows *rows, const QmsRule *rule)
{
  pgqms_put_text (rows, qms_rule_id (rule));
  pgqms_put_text (rows, qms_rule_slug (rule));
  pgqms_put_text (rows, pgqms_severity (qms_rule_severity (rule)));
  pgqms_put_text (rows, qms_rule_category (rule));
  pgqms_put_text (rows, qms_rule_title (rule, QMS_LANG_VI));
  pgqms_put_text (rows, qms_rule_title (rule, QMS_LANG_EN));
  pgqms_put_text (rows, qms_rule_why (rule, QMS_LANG_VI));
  pgqms_put_text (rows, qms_rule_why (rule, QMS_LANG_EN));
  pgqms_put_text (rows, qms_rule_remedy (rule, QMS_LANG_VI));
  pgqms_put_text (rows, qms_rule_remedy (rule, QMS_LANG_EN));
  pgqms_put_text (rows, qms_rule_since (rule));
  put_list (rows, rule, qms_rule_cite_count (rule), qms_rule_cite);
  put_list (rows, rule, qms_rule_item_count (rule), qms_rule_item);
  pgqms_row_end (rows);
}

Datum
core_rules (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_rule_count (); i++)
    put_rule (&rows, qms_rule_at (i));
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_schema (PG_FUNCTION_ARGS)
{
  const char *schema = qms_schema_text (pgqms_argument (fcinfo, 0));

  if (!schema)
    PG_RETURN_NULL ();
  return pgqms_text (schema);
}
