/* SPDX-License-Identifier: Apache-2.0 */
/* Reflection: the public face of the generated tables. */
#include "core/schema.h"

#include "core/text.h"

#include <gio/gio.h>
#include <string.h>

static int
language (int32_t lang)
{
  return lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI;
}

size_t
qms_type_count (void)
{
  return qms_gen_n_types;
}

const QmsType *
qms_type_at (size_t index)
{
  return index < qms_gen_n_types ? qms_gen_types[index] : NULL;
}

const QmsType *
qms_type_by_id (uint32_t id)
{
  size_t low = 0, high = qms_gen_n_types; /* the table is in order of id */

  while (low < high) {
    size_t middle = (low + high) / 2;
    if (qms_gen_types[middle]->id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < qms_gen_n_types && qms_gen_types[low]->id == id ? qms_gen_types[low] : NULL;
}

const QmsType *
qms_type_by_name (const char *name)
{
  if (!name)
    return NULL;
  for (size_t i = 0; i < qms_gen_n_types; i++) {
    const QmsType *type = qms_gen_types[i];
    if (strcmp (type->name, name) == 0 || ((type->flags & QMS_TYPE_FLAG_ROOT) && strcmp (type->xml, name) == 0))
      return type;
  }
  return NULL;
}

uint32_t
qms_type_id (const QmsType *type)
{
  return type ? type->id : 0;
}

const char *
qms_type_name (const QmsType *type)
{
  return type ? type->name : NULL;
}

const char *
qms_type_xml_name (const QmsType *type)
{
  return type ? type->xml : NULL;
}

const char *
qms_type_doc (const QmsType *type, int32_t lang)
{
  return type ? type->doc[language (lang)] : NULL;
}

int32_t
qms_type_is_root (const QmsType *type)
{
  return type && (type->flags & QMS_TYPE_FLAG_ROOT);
}

size_t
qms_type_field_count (const QmsType *type)
{
  return type ? type->n_fields : 0;
}

const QmsField *
qms_type_field_at (const QmsType *type, size_t index)
{
  return type && index < type->n_fields ? &type->fields[index] : NULL;
}

const QmsField *
qms_type_field_by_name (const QmsType *type, const char *name)
{
  if (!type || !name)
    return NULL;
  for (size_t i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, name) == 0)
      return &type->fields[i];
  for (size_t i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].xml, name) == 0)
      return &type->fields[i];
  return NULL;
}

const QmsField *
qms_field_by_id (uint32_t id)
{
  const QmsType *type = qms_type_by_id (QMS_FIELD_TYPE_ID (id));

  return type ? qms_type_field (type, id) : NULL;
}

uint32_t
qms_field_id (const QmsField *field)
{
  return field ? field->id : 0;
}

const char *
qms_field_name (const QmsField *field)
{
  return field ? field->name : NULL;
}

const char *
qms_field_xml_name (const QmsField *field)
{
  return field ? field->xml : NULL;
}

int32_t
qms_field_kind (const QmsField *field)
{
  return field ? field->kind : 0;
}

int32_t
qms_field_form (const QmsField *field)
{
  return field ? field->form : 0;
}

int32_t
qms_field_is_list (const QmsField *field)
{
  return field && qms_field_list (field);
}

int32_t
qms_field_is_required (const QmsField *field)
{
  return field && (field->flags & QMS_FLAG_REQUIRED);
}

const QmsType *
qms_field_target (const QmsField *field)
{
  return field ? field->target : NULL;
}

const QmsEnum *
qms_field_enum (const QmsField *field)
{
  return field ? field->enumeration : NULL;
}

const char *
qms_field_pattern (const QmsField *field)
{
  return field ? field->pattern : NULL;
}

const char *
qms_field_doc (const QmsField *field, int32_t lang)
{
  return field ? field->doc[language (lang)] : NULL;
}

const char *
qms_enum_name (const QmsEnum *enumeration)
{
  return enumeration ? enumeration->name : NULL;
}

size_t
qms_enum_count (void)
{
  return qms_gen_n_enums;
}

const QmsEnum *
qms_enum_at (size_t index)
{
  return index < qms_gen_n_enums ? qms_gen_enums[index] : NULL;
}

const QmsEnum *
qms_enum_by_name (const char *name)
{
  if (!name)
    return NULL;
  for (size_t i = 0; i < qms_gen_n_enums; i++)
    if (strcmp (qms_gen_enums[i]->name, name) == 0)
      return qms_gen_enums[i];
  return NULL;
}

size_t
qms_enum_value_count (const QmsEnum *enumeration)
{
  return enumeration ? enumeration->n_values : 0;
}

int32_t
qms_enum_value_at (const QmsEnum *enumeration, size_t index)
{
  return enumeration && index < enumeration->n_values ? enumeration->values[index].value : 0;
}

static const QmsEnumValue *
enum_value (const QmsEnum *enumeration, int32_t value)
{
  if (!enumeration)
    return NULL;
  for (size_t i = 0; i < enumeration->n_values; i++)
    if (enumeration->values[i].value == value)
      return &enumeration->values[i];
  return NULL;
}

const char *
qms_enum_value_name (const QmsEnum *enumeration, int32_t value)
{
  const QmsEnumValue *found = enum_value (enumeration, value);

  return found ? found->name : NULL;
}

const char *
qms_enum_value_xml (const QmsEnum *enumeration, int32_t value)
{
  const QmsEnumValue *found = enum_value (enumeration, value);

  return found ? found->xml : NULL;
}

const char *
qms_enum_value_label (const QmsEnum *enumeration, int32_t value, int32_t lang)
{
  const QmsEnumValue *found = enum_value (enumeration, value);

  return found ? found->label[language (lang)] : NULL;
}

int32_t
qms_enum_value_by_name (const QmsEnum *enumeration, const char *name)
{
  if (!enumeration || !name)
    return 0;
  for (size_t i = 0; i < enumeration->n_values; i++)
    if (strcmp (enumeration->values[i].xml, name) == 0 || strcmp (enumeration->values[i].name, name) == 0)
      return enumeration->values[i].value;
  return 0;
}

const char *
qms_type_nearest (const QmsType *type, int form, const char *name)
{
  const char *names[QMS_MAX_SLOTS];
  size_t count = 0;

  for (size_t i = 0; i < type->n_fields; i++)
    if (type->fields[i].form == form)
      names[count++] = type->fields[i].xml;
  return qms_text_nearest (name, names, count);
}
