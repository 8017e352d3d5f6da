/* SPDX-License-Identifier: Apache-2.0 */
/* The functions that the table of kinds is made of. */
#pragma once

#include "core/kind.h"

/* kind_string.c */
QmsValueStatus qms_string_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena,
                                 QmsSlot *slot);
QmsValueStatus qms_paragraphs_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena,
                                     QmsSlot *slot);
QmsValueStatus qms_name_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
void qms_string_format (const QmsField *field, QmsSlot slot, GString *out);
bool qms_string_equal (QmsSlot a, QmsSlot b);
int qms_string_compare (QmsSlot a, QmsSlot b);

/* kind_number.c */
QmsValueStatus qms_integer_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena,
                                  QmsSlot *slot);
QmsValueStatus qms_bool_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
QmsValueStatus qms_enum_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
QmsValueStatus qms_decimal_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena,
                                  QmsSlot *slot);
QmsValueStatus qms_duration_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena,
                                   QmsSlot *slot);
void qms_integer_format (const QmsField *field, QmsSlot slot, GString *out);
void qms_bool_format (const QmsField *field, QmsSlot slot, GString *out);
void qms_enum_format (const QmsField *field, QmsSlot slot, GString *out);
void qms_decimal_format (const QmsField *field, QmsSlot slot, GString *out);
void qms_duration_format (const QmsField *field, QmsSlot slot, GString *out);
bool qms_integer_equal (QmsSlot a, QmsSlot b);
int qms_integer_compare (QmsSlot a, QmsSlot b);
int qms_decimal_slot_compare (QmsSlot a, QmsSlot b);
int qms_duration_compare (QmsSlot a, QmsSlot b);

/* kind_time.c */
QmsValueStatus qms_date_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
void qms_date_format (const QmsField *field, QmsSlot slot, GString *out);
QmsValueStatus qms_datetime_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena,
                                   QmsSlot *slot);
void qms_datetime_format (const QmsField *field, QmsSlot slot, GString *out);
int qms_datetime_compare (QmsSlot a, QmsSlot b);
