/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on the model itself: types, fields, enumerations, rules. */
#include "run.h"

static const char *const kinds[] = { "",      "id",      "string", "text",     "code",     "ref",  "bool", "int",
                                     "money", "decimal", "date",   "dateTime", "duration", "enum", "node" };
static const char *const forms[] = { "", "attribute", "element", "content" };

static void
op_type_info (Call *call)
{
  const QmsType *type = qms_type_by_name (arg_text (call, 0));

  if (!type)
    give_text (call, NULL);
  else
    give_data (call, json_pack ("{s:s, s:s, s:b, s:s}", "name", qms_type_name (type), "xml", qms_type_xml_name (type),
                                "root", qms_type_is_root (type), "doc", qms_type_doc (type, QMS_LANG_EN)));
}

static void
op_type_fields (Call *call)
{
  const QmsType *type = qms_type_by_name (arg_text (call, 0));
  json_t *names = json_array ();

  for (size_t i = 0; i < qms_type_field_count (type); i++)
    json_array_append_new (names, json_string (qms_field_name (qms_type_field_at (type, i))));
  give_data (call, names);
}

static void
op_field_info (Call *call)
{
  const QmsField *field = qms_type_field_by_name (qms_type_by_name (arg_text (call, 0)), arg_text (call, 1));

  if (!field)
    give_text (call, NULL);
  else
    give_data (call, json_pack ("{s:s, s:s, s:s, s:s, s:b, s:b, s:s?, s:s?}", "name", qms_field_name (field), "xml",
                                qms_field_xml_name (field), "kind", kinds[qms_field_kind (field)], "form",
                                forms[qms_field_form (field)], "list", qms_field_is_list (field), "required",
                                qms_field_is_required (field), "target", qms_type_name (qms_field_target (field)),
                                "enum", qms_enum_name (qms_field_enum (field))));
}

/* API name, text in files, and words in both languages of each value. */
static void
op_enum_values (Call *call)
{
  const QmsEnum *enumeration = qms_enum_by_name (arg_text (call, 0));
  json_t *values = json_array ();

  for (size_t i = 0; i < qms_enum_value_count (enumeration); i++) {
    int32_t value = qms_enum_value_at (enumeration, i);
    json_array_append_new (values, json_pack ("[s, s, s, s]", qms_enum_value_name (enumeration, value),
                                              qms_enum_value_xml (enumeration, value),
                                              qms_enum_value_label (enumeration, value, QMS_LANG_VI),
                                              qms_enum_value_label (enumeration, value, QMS_LANG_EN)));
  }
  give_data (call, values);
}

static void
op_rule_info (Call *call)
{
  static const char *const severities[] = { "", "info", "warning", "error" };
  const QmsRule *rule = qms_rule_find (arg_text (call, 0));

  if (!rule)
    give_text (call, NULL);
  else
    give_data (call, json_pack ("{s:s, s:s, s:s, s:s, s:s?}", "id", qms_rule_id (rule), "slug", qms_rule_slug (rule),
                                "severity", severities[qms_rule_severity (rule)], "category", qms_rule_category (rule),
                                "cite", qms_rule_cite (rule, 0)));
}

/* Types that a document may have as its root. */
static void
op_root_types (Call *call)
{
  json_t *names = json_array ();

  for (size_t i = 0; i < qms_type_count (); i++)
    if (qms_type_is_root (qms_type_at (i)))
      json_array_append_new (names, json_string (qms_type_name (qms_type_at (i))));
  give_data (call, names);
}

static void
op_field_texts (Call *call)
{
  const QmsField *field = qms_type_field_by_name (qms_type_by_name (arg_text (call, 0)), arg_text (call, 1));

  give_data (call, json_pack ("{s:s?, s:s, s:s}", "pattern", qms_field_pattern (field), "doc",
                              qms_field_doc (field, QMS_LANG_VI), "doc_en", qms_field_doc (field, QMS_LANG_EN)));
}

/* Enumerations whose names begin with a text. */
static void
op_enumerations (Call *call)
{
  json_t *names = json_array ();

  for (size_t i = 0; i < qms_enum_count (); i++)
    if (g_str_has_prefix (qms_enum_name (qms_enum_at (i)), arg_text (call, 0)))
      json_array_append_new (names, json_string (qms_enum_name (qms_enum_at (i))));
  give_data (call, names);
}

/* Rules whose identifiers begin with a text. */
static void
op_rules (Call *call)
{
  json_t *ids = json_array ();

  for (size_t i = 0; i < qms_rule_count (); i++)
    if (g_str_has_prefix (qms_rule_id (qms_rule_at (i)), arg_text (call, 0)))
      json_array_append_new (ids, json_string (qms_rule_id (qms_rule_at (i))));
  give_data (call, ids);
}

static json_t *
texts_of (const QmsRule *rule, size_t count, const char *(*text) (const QmsRule *, size_t))
{
  json_t *texts = json_array ();

  for (size_t i = 0; i < count; i++)
    json_array_append_new (texts, json_string (text (rule, i)));
  return texts;
}

static void
op_rule_texts (Call *call)
{
  const QmsRule *rule = qms_rule_find (arg_text (call, 0));

  give_data (call,
             json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:o}", "title", qms_rule_title (rule, QMS_LANG_VI),
                        "title_en", qms_rule_title (rule, QMS_LANG_EN), "why", qms_rule_why (rule, QMS_LANG_VI),
                        "why_en", qms_rule_why (rule, QMS_LANG_EN), "remedy", qms_rule_remedy (rule, QMS_LANG_VI),
                        "remedy_en", qms_rule_remedy (rule, QMS_LANG_EN), "since", qms_rule_since (rule), "cites",
                        texts_of (rule, qms_rule_cite_count (rule), qms_rule_cite), "items",
                        texts_of (rule, qms_rule_item_count (rule), qms_rule_item)));
}

/* The first characters of a schema; null for another name. */
static void
op_schema (Call *call)
{
  const char *text = qms_schema_text (arg_text (call, 0));
  g_autofree char *start = text ? g_utf8_substring (text, 0, arg_int (call, 1, 0)) : NULL;

  give_text (call, start);
}

const Operation model_operations[] = {
  { "type_info", op_type_info },       { "type_fields", op_type_fields }, { "root_types", op_root_types },
  { "field_info", op_field_info },     { "field_texts", op_field_texts }, { "enum_values", op_enum_values },
  { "enumerations", op_enumerations }, { "rule_info", op_rule_info },     { "rules", op_rules },
  { "rule_texts", op_rule_texts },     { "schema", op_schema },           { NULL, NULL },
};
