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

const Operation model_operations[] = {
  { "type_info", op_type_info },     { "type_fields", op_type_fields }, { "field_info", op_field_info },
  { "enum_values", op_enum_values }, { "rule_info", op_rule_info },     { NULL, NULL },
};
