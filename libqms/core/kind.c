/* SPDX-License-Identifier: Apache-2.0 */
/* The table of value kinds, and what it says to people. */
#include "core/kind_parts.h"
#include "core/text.h"

#define STRING_KIND(kind_name, parser, vi, en)                                                                         \
  {                                                                                                                    \
    .name = kind_name, .parse = parser, .format = qms_string_format, .equal = qms_string_equal,                        \
    .compare = qms_string_compare, .expected = {                                                                       \
      vi,                                                                                                              \
      en                                                                                                               \
    }                                                                                                                  \
  }

#define INTEGER_KIND(kind_name, vi, en)                                                                                \
  {                                                                                                                    \
    .name = kind_name, .parse = qms_integer_parse, .format = qms_integer_format, .equal = qms_integer_equal,           \
    .compare = qms_integer_compare, .expected = {                                                                      \
      vi,                                                                                                              \
      en                                                                                                               \
    }                                                                                                                  \
  }

const QmsKindInfo qms_kinds[] = {
  [QMS_KIND_ID] =
      STRING_KIND ("id", qms_name_parse, "định danh: chữ cái, chữ số, «_», «-», «.», không bắt đầu bằng chữ số",
                   "an identifier: letters, digits, «_», «-», «.», not beginning with a digit"),
  [QMS_KIND_STRING] = STRING_KIND ("string", qms_string_parse, "văn bản một dòng", "one line of text"),
  [QMS_KIND_TEXT] = STRING_KIND ("text", qms_paragraphs_parse, "văn bản", "text"),
  [QMS_KIND_CODE] = STRING_KIND ("code", qms_string_parse, "mã", "a code"),
  [QMS_KIND_REF] = STRING_KIND ("ref", qms_name_parse, "định danh của một đối tượng trong hệ thống",
                                "the identifier of something in the system"),
  [QMS_KIND_BOOL] = { .name = "bool",
                      .parse = qms_bool_parse,
                      .format = qms_bool_format,
                      .equal = qms_integer_equal,
                      .compare = qms_integer_compare,
                      .expected = { "true hoặc false", "true or false" } },
  [QMS_KIND_INT] = INTEGER_KIND ("int", "số nguyên", "a whole number"),
  [QMS_KIND_MONEY] = INTEGER_KIND ("money", "số tiền nguyên đồng, không có dấu phân cách",
                                   "a whole number of đồng without separators"),
  [QMS_KIND_DECIMAL] = { .name = "decimal",
                         .parse = qms_decimal_parse,
                         .format = qms_decimal_format,
                         .equal = qms_integer_equal,
                         .compare = qms_decimal_slot_compare,
                         .expected = { "số thập phân với dấu chấm, ví dụ 98.5",
                                       "a decimal number with a point, such as 98.5" } },
  [QMS_KIND_DATE] = { .name = "date",
                      .parse = qms_date_parse,
                      .format = qms_date_format,
                      .equal = qms_integer_equal,
                      .compare = qms_integer_compare,
                      .expected = { "ngày có thật dạng NNNN-TT-NN, ví dụ 2026-01-31",
                                    "an existing day as YYYY-MM-DD, such as 2026-01-31" } },
  [QMS_KIND_DATETIME] = { .name = "dateTime",
                          .parse = qms_datetime_parse,
                          .format = qms_datetime_format,
                          .equal = qms_integer_equal,
                          .compare = qms_datetime_compare,
                          .expected = { "thời điểm dạng 2026-01-31T08:00:00+07:00",
                                        "a time such as 2026-01-31T08:00:00+07:00" } },
  [QMS_KIND_DURATION] = { .name = "duration",
                          .parse = qms_duration_parse,
                          .format = qms_duration_format,
                          .equal = qms_integer_equal,
                          .compare = qms_duration_compare,
                          .expected = { "số và đơn vị, ví dụ 0.5 ngayLamViec; đơn vị:",
                                        "a number and a unit, such as 0.5 ngayLamViec; units:" } },
  [QMS_KIND_ENUM] = { .name = "enum",
                      .parse = qms_enum_parse,
                      .format = qms_enum_format,
                      .equal = qms_integer_equal,
                      .compare = qms_integer_compare,
                      .expected = { "một trong:", "one of:" } },
  [QMS_KIND_NODE] = { .name = "node" },
};

char *
qms_field_expected (const QmsField *field, int lang)
{
  const QmsEnum *values = field->kind == QMS_KIND_DURATION ? qms_duration_units () : field->enumeration;
  GString *out = g_string_new (qms_kinds[field->kind].expected[lang]);

  for (size_t i = 0; values && i < values->n_values; i++)
    g_string_append_printf (out, "%s %s", i ? "," : "", values->values[i].xml);
  return g_string_free (out, FALSE);
}

QmsValueStatus
qms_field_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  if (!qms_text_is_xml (text, length, NULL))
    return QMS_VALUE_CHARACTER;
  return qms_kinds[field->kind].parse (field, text, length, arena, slot);
}
