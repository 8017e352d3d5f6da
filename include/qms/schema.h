/* SPDX-License-Identifier: Apache-2.0 */
/* Reflection: the types, fields and enumerations of the model, as `schema/` defines them.
 *
 * Everything here is constant data: pointers stay valid for the life of the process, all functions are thread-safe, strings
 * are UTF-8 and must not be freed. `lang` is QMS_LANG_VI or QMS_LANG_EN. */
#ifndef QMS_SCHEMA_H
#define QMS_SCHEMA_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Kind of a field's value. The numbers are part of the ABI. */
enum {
  QMS_KIND_ID = 1,       /* identifier, an NCName, unique in its system */
  QMS_KIND_STRING = 2,   /* one line; white space is collapsed */
  QMS_KIND_TEXT = 3,     /* paragraphs; white space at both ends is removed */
  QMS_KIND_CODE = 4,     /* a string with a pattern */
  QMS_KIND_REF = 5,      /* identifier of another node */
  QMS_KIND_BOOL = 6,     /* "true" or "false" */
  QMS_KIND_INT = 7,      /* whole number */
  QMS_KIND_MONEY = 8,    /* whole number of đồng */
  QMS_KIND_DECIMAL = 9,  /* exact decimal number of at most 17 digits */
  QMS_KIND_DATE = 10,    /* "2026-01-31" */
  QMS_KIND_DATETIME = 11,/* "2026-01-31T08:00:00+07:00" */
  QMS_KIND_DURATION = 12,/* exact decimal and unit: "0.5 ngayLamViec" */
  QMS_KIND_ENUM = 13,    /* a value of an enumeration */
  QMS_KIND_NODE = 14     /* a node of another type */
};

/* Where a field stands in XML. */
enum { QMS_FORM_ATTRIBUTE = 1, QMS_FORM_ELEMENT = 2, QMS_FORM_CONTENT = 3 };

/* Number of types. Types are indexed from 0. */
QMS_API size_t qms_type_count (void);
/* Type at `index`; NULL if there is none. */
QMS_API const QmsType *qms_type_at (size_t index);
/* Type of an id such as QMS_TYPE_PROCEDURE; NULL if there is none. */
QMS_API const QmsType *qms_type_by_id (uint32_t id);
/* Type of an API name such as "procedure", or for a root of its XML name; NULL if there is none. */
QMS_API const QmsType *qms_type_by_name (const char *name);
/* Id (QMS_TYPE_…), API name and usual XML name; 0 or NULL for NULL. */
QMS_API uint32_t qms_type_id (const QmsType *type);
QMS_API const char *qms_type_name (const QmsType *type);
QMS_API const char *qms_type_xml_name (const QmsType *type);
/* What the type is, in a sentence. */
QMS_API const char *qms_type_doc (const QmsType *type, int32_t lang);
/* 1 if a document may have this type as its root. */
QMS_API int32_t qms_type_is_root (const QmsType *type);
/* Number of fields. */
QMS_API size_t qms_type_field_count (const QmsType *type);
/* Field at `index` in canonical order; NULL if there is none. */
QMS_API const QmsField *qms_type_field_at (const QmsType *type, size_t index);
/* Field of an API or XML name; NULL if there is none. */
QMS_API const QmsField *qms_type_field_by_name (const QmsType *type, const char *name);

/* Field of an id such as QMS_PROCEDURE_TITLE; NULL if there is none. */
QMS_API const QmsField *qms_field_by_id (uint32_t id);
/* Id (QMS_TYPE_FIELD), API name and XML name; 0 or NULL for NULL. */
QMS_API uint32_t qms_field_id (const QmsField *field);
QMS_API const char *qms_field_name (const QmsField *field);
QMS_API const char *qms_field_xml_name (const QmsField *field);
/* One of QMS_KIND_…. */
QMS_API int32_t qms_field_kind (const QmsField *field);
/* One of QMS_FORM_…. */
QMS_API int32_t qms_field_form (const QmsField *field);
/* 1 for a repeated element; 1 if a rule asks for it. */
QMS_API int32_t qms_field_is_list (const QmsField *field);
QMS_API int32_t qms_field_is_required (const QmsField *field);
/* Type of a node, or that a reference points to; NULL for other kinds. */
QMS_API const QmsType *qms_field_target (const QmsField *field);
/* Enumeration of an enum field; NULL for other kinds. */
QMS_API const QmsEnum *qms_field_enum (const QmsField *field);
/* Regular expression of a code; NULL if there is none. */
QMS_API const char *qms_field_pattern (const QmsField *field);
/* What the field is, in a sentence. */
QMS_API const char *qms_field_doc (const QmsField *field, int32_t lang);

/* Number of enumerations. They are indexed from 0. */
QMS_API size_t qms_enum_count (void);
/* Enumeration at `index`; NULL if there is none. */
QMS_API const QmsEnum *qms_enum_at (size_t index);
/* Enumeration of an API name such as "agency_type" or "duration_unit"; NULL if there is none. */
QMS_API const QmsEnum *qms_enum_by_name (const char *name);
/* API name of the enumeration, such as "agency_type". */
QMS_API const char *qms_enum_name (const QmsEnum *enumeration);
/* Number of its values. */
QMS_API size_t qms_enum_value_count (const QmsEnum *enumeration);
/* Number of the value at `index`, counted from 0; 0 if there is none. */
QMS_API int32_t qms_enum_value_at (const QmsEnum *enumeration, size_t index);
/* API name of a value; NULL if the enumeration has no such value. */
QMS_API const char *qms_enum_value_name (const QmsEnum *enumeration, int32_t value);
/* Text of a value in files; NULL if the enumeration has no such value. */
QMS_API const char *qms_enum_value_xml (const QmsEnum *enumeration, int32_t value);
/* Words for people; NULL if the enumeration has no such value. */
QMS_API const char *qms_enum_value_label (const QmsEnum *enumeration, int32_t value, int32_t lang);
/* Value of an API name or XML text; 0 if there is none. */
QMS_API int32_t qms_enum_value_by_name (const QmsEnum *enumeration, const char *name);

/* The XML Schema ("xsd") or JSON Schema ("json") of the model, as text. NULL for another name. Do not free. */
QMS_API const char *qms_schema_text (const char *format);

#ifdef __cplusplus
}
#endif
#endif
