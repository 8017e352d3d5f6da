/* SPDX-License-Identifier: Apache-2.0 */
/* What the runner's operations share: values, variables, and a call with its arguments, result and error. */
#pragma once

#include <qms.h>

#include <glib.h>
#include <jansson.h>

typedef enum {
  VALUE_DATA,
  VALUE_DOCUMENT,
  VALUE_NODE,
  VALUE_REPORT,
  VALUE_CALENDAR,
  VALUE_WORKFLOW,
  VALUE_CASE,
  VALUE_DOCX_REPORT
} ValueKind;

/* Something that a step gives: plain data, or a handle of the library with what keeps it alive. */
typedef struct {
  ValueKind kind;
  json_t *data;
  void *handle;
  QmsDocument *owner; /* of a node or case: a reference */
} Value;

Value *value_data (json_t *data);                   /* takes `data` */
Value *value_handle (ValueKind kind, void *handle); /* takes `handle`, which may be NULL */
Value *value_node (const QmsNode *node);            /* adds a reference to the node's document; NULL is null */
void value_free (Value *value);

typedef struct {
  const char *root;      /* directory of the project */
  GHashTable *variables; /* name → Value */
  Value *self;           /* what the operation is called on; NULL if on nothing */
  json_t *args;
  QmsStatus status;
  QmsError *error;
  Value *result;
} Call;

/* Argument at `index` as text (also of a variable), whole number or data; NULL or `missing` if it is absent or null. */
const char *arg_text (Call *call, size_t index);
int64_t arg_int (Call *call, size_t index, int64_t missing);
json_t *arg_data (Call *call, size_t index);
/* Handle of the variable that the argument names ({"var": "name"}); NULL if it is of another kind. */
void *arg_handle (Call *call, size_t index, ValueKind kind);
/* Handle that the operation is called on; NULL if it is of another kind. */
void *self_handle (Call *call, ValueKind kind);
/* Path of a file below the project's directory; free it. */
char *file_path (Call *call, const char *name);

void give_text (Call *call, const char *text); /* NULL is null */
void give_taken_text (Call *call, char *text); /* frees it with qms_free */
void give_int (Call *call, int64_t number);
void give_bool (Call *call, int truth);
void give_data (Call *call, json_t *data);
void give_node (Call *call, const QmsNode *node);
/* Gives JSON text as data, and frees it with qms_free. */
void give_parsed (Call *call, char *json);
/* Gives `handle` if the call went well. */
void give_handle (Call *call, ValueKind kind, void *handle);

/* A decimal, mantissa × 10^-scale, as text; and the other way, 0 if the text is none. */
char *decimal_text (int64_t mantissa, int32_t scale);
int decimal_parse (const char *text, int64_t *mantissa, int32_t *scale);
/* A duration as data, null unless `status` is QMS_OK; and the other way. */
json_t *duration_data (QmsStatus status, int64_t mantissa, int32_t scale, int32_t unit);
int duration_parse (const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit);

/* Seconds since 1970 of an ISO 8601 time, and the text of such seconds at an offset in minutes. */
int64_t time_parse (const char *text);
char *time_format (int64_t seconds, int32_t offset);
int time_offset (const char *text);
/* Year, month, day of a day; zeros for NULL. */
void date_parse (const char *text, int32_t *year, int32_t *month, int32_t *day);

typedef struct {
  const char *name;
  void (*run) (Call *call);
} Operation;

/* The rooms' operations; each table ends with a NULL name. */
extern const Operation document_operations[], node_operations[], model_operations[], check_operations[],
    exchange_operations[], coverage_operations[], workflow_operations[], office_operations[], docx_operations[],
    work_operations[], stress_operations[];
