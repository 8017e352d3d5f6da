/* SPDX-License-Identifier: Apache-2.0 */
/* Dates and times of the table of kinds. */
#pragma once

#include "core/kind.h"

QmsValueStatus qms_date_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
void qms_date_format (const QmsField *field, QmsSlot slot, GString *out);
QmsValueStatus qms_datetime_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot);
void qms_datetime_format (const QmsField *field, QmsSlot slot, GString *out);
int qms_datetime_compare (QmsSlot a, QmsSlot b);
