/* SPDX-License-Identifier: Apache-2.0 */
/* Layout of the generated tables (gen/tables.c). Everything generic is a loop over these. */
#pragma once

#include <qms/schema.h>

#include <stdbool.h>

enum {
  QMS_FLAG_LIST = 1 << 0,
  QMS_FLAG_REQUIRED = 1 << 1,
  QMS_FLAG_HAS_MIN = 1 << 2,
  QMS_FLAG_HAS_MAX = 1 << 3,
};

enum {
  QMS_TYPE_FLAG_ROOT = 1 << 0,
  QMS_TYPE_FLAG_SCOPE = 1 << 1, /* identifiers are unique below such a node, not across */
};

#define QMS_NAMESPACE "urn:libqms:1"

#define QMS_NO_SLOT 0xff
#define QMS_MAX_SLOTS 64 /* one bit of QmsNode.present each */

/* A field id is the type's id times 256 plus the field's number. */
#define QMS_FIELD_TYPE_ID(field_id) ((field_id) >> 8)
#define QMS_FIELD_NUMBER(field_id) ((field_id)&0xff)

struct QmsField {
  uint32_t id;
  const char *name;           /* API name */
  const char *xml;            /* element or attribute name */
  uint16_t xml_index;         /* of `xml` in qms_gen_names */
  uint8_t kind;               /* QMS_KIND_… */
  uint8_t form;               /* QMS_FORM_… */
  uint8_t flags;              /* QMS_FLAG_… */
  uint8_t slot;               /* index in the node and in the type's fields, which is canonical order */
  const QmsType *target;      /* of a node or ref */
  const QmsEnum *enumeration; /* of an enum */
  const char *pattern;        /* of a code; whole value */
  int64_t min, max;           /* of a number, if the flags say so */
  const char *doc[2];         /* by QMS_LANG_… */
  const char *clauses;        /* "4.4, 8.1"; NULL if none */
};

struct QmsType {
  uint32_t id;
  const char *name;
  const char *xml;          /* element name as a root; otherwise the usual one */
  uint8_t flags;            /* QMS_TYPE_FLAG_… */
  uint8_t n_fields;
  uint8_t id_slot;          /* slot of the identifier; QMS_NO_SLOT if none */
  uint8_t key_slot;         /* slot that names an item where there is no identifier (a code); QMS_NO_SLOT if none */
  uint8_t content_slot;     /* slot of the field in content form; QMS_NO_SLOT if none */
  uint8_t n_attributes;     /* the first n_attributes fields are attributes; elements or content follow */
  const QmsField *fields;   /* canonical order: attributes, then elements */
  const uint8_t *by_number; /* field number → slot; 256 entries would be waste, so max_number + 1 */
  uint8_t max_number;
  uint16_t index;           /* of the type in qms_gen_types */
  const char *doc[2];
  const char *clauses;
};

typedef struct {
  int32_t value;
  const char *name;
  const char *xml;
  const char *label[2];
} QmsEnumValue;

struct QmsEnum {
  const char *name;
  const char *xml;
  uint8_t n_values;
  const QmsEnumValue *values;
  const char *doc[2];
};

extern const QmsType *const qms_gen_types[];
extern const size_t qms_gen_n_types;
extern const QmsEnum *const qms_gen_enums[];
extern const size_t qms_gen_n_enums;
extern const QmsEnum *const qms_gen_duration_units;
extern const char *const qms_gen_names[]; /* every element and attribute name, once */
extern const size_t qms_gen_n_names;

/* Field of `id` if it belongs to `type`, else NULL. */
static inline const QmsField *
qms_type_field (const QmsType *type, uint32_t id)
{
  uint32_t number = QMS_FIELD_NUMBER (id);
  if (type->id != QMS_FIELD_TYPE_ID (id) || number > type->max_number || type->by_number[number] == QMS_NO_SLOT)
    return NULL;
  return &type->fields[type->by_number[number]];
}

/* Whether a number keeps to the bounds of its field. */
static inline bool
qms_field_in_range (const QmsField *field, int64_t value)
{
  return !((field->flags & QMS_FLAG_HAS_MIN && value < field->min)
           || (field->flags & QMS_FLAG_HAS_MAX && value > field->max));
}

static inline bool
qms_field_list (const QmsField *field)
{
  return (field->flags & QMS_FLAG_LIST) != 0;
}

/* Name most like `name` among the element or attribute names that `type` allows; NULL if none is near. */
const char *qms_type_nearest (const QmsType *type, int form, const char *name);
