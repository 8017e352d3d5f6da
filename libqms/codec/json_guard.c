/* SPDX-License-Identifier: Apache-2.0 */
/* Scans JSON text ahead of the parser: limits that the parser does not have, and where each object begins. */
#include "codec/json.h"

#include "gen/ids.h"

typedef struct {
  const char *at, *end;
  uint32_t line, column; /* of `at` */
  size_t depth, values;
} Scan;

/* One level of the model takes two of JSON, the array and the object; `$extra` and `$namespaces` take three more. */
static size_t
depth_limit (const QmsReader *reader)
{
  size_t depth = qms_reader_limit (reader, QMS_LIMIT_DEPTH);

  return depth > SIZE_MAX / 4 ? depth : 2 * depth + 3;
}

static void
advance (Scan *scan)
{
  unsigned char c = (unsigned char)*scan->at++;

  if (c == '\n') {
    scan->line++;
    scan->column = 1;
  } else if ((c & 0xC0) != 0x80) {
    scan->column++;
  }
}

/* From the opening quote past the closing one; returns the number of bytes between them. */
static size_t
skip_string (Scan *scan)
{
  const char *start = scan->at + 1;
  size_t length;

  advance (scan);
  while (scan->at < scan->end && *scan->at != '"') {
    if (*scan->at == '\\')
      advance (scan);
    if (scan->at < scan->end)
      advance (scan);
  }
  length = (size_t)(scan->at - start);
  if (scan->at < scan->end)
    advance (scan);
  return length;
}

static QmsStatus
refuse (const QmsJsonText *text, const Scan *scan, int limit, const char *vi, const char *en, QmsError **error)
{
  QmsPlace place = { text->name, scan->line, scan->column, NULL };
  size_t value = limit == QMS_LIMIT_DEPTH ? depth_limit (text->reader) : qms_reader_limit (text->reader, limit);
  g_autofree char *number = g_strdup_printf ("%zu", value);

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_LIMIT], &place,
                        QMS_VALUES ({ "limit", { number } }, { "what", { vi, en } }));
}

static void
open_object (QmsJsonText *text, const Scan *scan)
{
  QmsPosition position = { scan->line, scan->column };

  g_array_append_val (text->objects, position);
}

QmsStatus
qms_json_guard (QmsJsonText *text, QmsError **error)
{
  const size_t depth = depth_limit (text->reader), run = qms_reader_limit (text->reader, QMS_LIMIT_TEXT);
  const size_t values = qms_reader_limit (text->reader, QMS_LIMIT_NODES);
  Scan scan = { text->data, text->end, 1, 1, 0, 0 };

  while (scan.at < scan.end) {
    char c = *scan.at;
    if (c == '"') {
      Scan start = scan;
      if (skip_string (&scan) > run)
        return refuse (text, &start, QMS_LIMIT_TEXT, "byte cho một chuỗi", "bytes in one string", error);
      continue;
    }
    if (c == '{')
      open_object (text, &scan);
    if ((c == '{' || c == '[') && ++scan.depth > depth)
      return refuse (text, &scan, QMS_LIMIT_DEPTH, "mức lồng nhau của JSON", "levels of nested JSON", error);
    if ((c == '{' || c == '[' || c == ',') && ++scan.values > values)
      return refuse (text, &scan, QMS_LIMIT_NODES, "giá trị JSON", "JSON values", error);
    if ((c == '}' || c == ']') && scan.depth > 0)
      scan.depth--;
    advance (&scan);
  }
  return QMS_OK;
}
