/* SPDX-License-Identifier: Apache-2.0 */
/* Value kinds: one table of functions per kind. A new kind touches this room only. */
#pragma once

#include "core/arena.h"
#include "core/node.h"

#include <glib.h>

/* What a parser says of a text that it refuses. */
typedef enum {
  QMS_VALUE_OK = 0,
  QMS_VALUE_MALFORMED, /* not in the form of the kind */
  QMS_VALUE_RANGE,     /* in form, but no such date, number too big */
  QMS_VALUE_CHARACTER, /* a character that XML cannot hold, or not UTF-8 */
} QmsValueStatus;

typedef struct {
  const char *name;
  /* Parses `length` bytes at `text`; strings go into `arena` (with room for a position if the field is an element). */
  QmsValueStatus (*parse) (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
  /* Appends the canonical text. */
  void (*format) (const QmsField *field, QmsSlot slot, GString *out);
  bool (*equal) (QmsSlot a, QmsSlot b);
  /* Negative, zero or positive; for sorting and for order of dates. */
  int (*compare) (QmsSlot a, QmsSlot b);
  /* What a value of the kind looks like, for messages, by language; an enum lists its values instead. */
  const char *expected[2];
} QmsKindInfo;

extern const QmsKindInfo qms_kinds[]; /* by QMS_KIND_… */

/* True for the kinds whose slot is a string. */
static inline bool
qms_kind_is_string (int kind)
{
  return kind >= QMS_KIND_ID && kind <= QMS_KIND_REF;
}

/* Exact decimal: value = mantissa × 10^-scale. */
typedef struct {
  int64_t mantissa;
  int scale;
} QmsDecimal;

typedef struct {
  QmsDecimal amount;
  int unit; /* QMS_DURATION_UNIT_… */
} QmsDuration;

QmsSlot qms_decimal_pack (QmsDecimal decimal);
QmsDecimal qms_decimal_unpack (QmsSlot slot);
/* Negative, zero, positive; exact. */
int qms_decimal_compare (QmsDecimal a, QmsDecimal b);
QmsSlot qms_duration_pack (QmsDuration duration);
QmsDuration qms_duration_unpack (QmsSlot slot);
/* Days since 1970-01-01; dates compare as these. */
QmsSlot qms_date_pack (int year, int month, int day);
void qms_date_unpack (QmsSlot slot, int *year, int *month, int *day);
bool qms_date_valid (int year, int month, int day);
/* Today by the local clock, as days since 1970-01-01. */
int64_t qms_date_today (void);
bool qms_datetime_valid (int64_t seconds, int offset);
QmsSlot qms_datetime_pack (int64_t seconds, int offset);
void qms_datetime_unpack (QmsSlot slot, int64_t *seconds, int *offset);

enum { QMS_DECIMAL_DIGITS = 17, QMS_DURATION_DIGITS = 15 };

/* The enumeration duration_unit. */
const QmsEnum *qms_duration_units (void);

/* Checks the characters, then parses: for text that no XML parser has seen. */
QmsValueStatus qms_field_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);

/* What was expected of a value of `field`, in words: the form of the kind, or the allowed values. Free with g_free. */
char *qms_field_expected (const QmsField *field, int lang);
