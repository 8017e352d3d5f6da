/* SPDX-License-Identifier: Apache-2.0 */
/* Where a JSON value stands: its pointer, and its line and column, found by walking the text again when there is something
 * to report. The text is known to be valid JSON. */
#include "codec/json.h"

#include "gen/ids.h"

#include <string.h>

void
qms_json_pointer_append (GString *pointer, const char *key)
{
  g_string_append_c (pointer, '/');
  for (; *key; key++) {
    if (*key == '~')
      g_string_append (pointer, "~0");
    else if (*key == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *key);
  }
}

static void
append_steps (GString *pointer, const QmsJsonStep *step)
{
  if (!step)
    return;
  append_steps (pointer, step->up);
  if (step->key) {
    g_autofree char *key = qms_message_quote (step->key, strlen (step->key));
    qms_json_pointer_append (pointer, key);
  } else {
    g_string_append_printf (pointer, "/%zu", step->index);
  }
}

/* JSON Pointer (RFC 6901). Free with g_free. */
static char *
pointer_of (const QmsJsonStep *step)
{
  GString *pointer = g_string_new (NULL);

  append_steps (pointer, step);
  return g_string_free (pointer, FALSE);
}

static const char *
skip_space (const char *p)
{
  return p + strspn (p, " \t\r\n");
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '"'; p++)
    if (*p == '\\')
      p++;
  return p + 1;
}

static const char *
skip_value (const char *p)
{
  size_t depth = 0;

  do {
    p = skip_space (p);
    if (*p == '"') {
      p = skip_string (p);
    } else {
      depth += *p == '{' || *p == '[';
      depth -= *p == '}' || *p == ']';
      p += strchr ("{}[],:", *p) ? 1 : strcspn (p, " \t\r\n{}[],:\"");
    }
  } while (depth > 0);
  return p;
}

/* Whether the string literal at `p` spells `key`. */
static bool
is_key (const char *p, const char *key)
{
  json_t *literal = json_loadb (p, (size_t)(skip_string (p) - p), JSON_DECODE_ANY, NULL);
  bool same = literal && strcmp (json_string_value (literal), key) == 0;

  json_decref (literal);
  return same;
}

/* Value of the member `key` of the object at `p`; its key in `*mark`. */
static const char *
find_member (const char *p, const char *key, const char **mark)
{
  for (p = skip_space (p + 1); !is_key (p, key);) {
    p = skip_space (skip_string (p)) + 1;
    p = skip_space (skip_value (p)) + 1;
    p = skip_space (p);
  }
  *mark = p;
  return skip_space (skip_space (skip_string (p)) + 1);
}

static const char *
find_item (const char *p, size_t index, const char **mark)
{
  p = skip_space (p + 1);
  for (; index > 0; index--)
    p = skip_space (skip_space (skip_value (p)) + 1);
  *mark = p;
  return p;
}

static const char *
find (const char *data, const QmsJsonStep *step, const char **mark)
{
  const char *value;

  if (!step) {
    *mark = skip_space (data);
    return *mark;
  }
  value = find (data, step->up, mark);
  return step->key ? find_member (value, step->key, mark) : find_item (value, step->index, mark);
}

QmsPosition
qms_json_position (const QmsJsonText *text, const QmsJsonStep *step)
{
  QmsPosition position = { 1, 1 };
  const char *mark;

  find (text->data, step, &mark);
  for (const char *p = text->data; p < mark; p++) {
    if (*p == '\n')
      position = (QmsPosition){ position.line + 1, 1 };
    else if (((unsigned char)*p & 0xC0) != 0x80)
      position.column++;
  }
  return position;
}

QmsStatus
qms_json_fail (const QmsJsonText *text, const QmsJsonStep *step, QmsError **error, int message, const QmsValue *values,
               size_t n_values)
{
  g_autofree char *pointer = pointer_of (step);
  QmsPosition position = qms_json_position (text, step);
  QmsPlace place = { text->name, position.line, position.column, pointer };

  return qms_error_add (error, &qms_gen_rules[message], &place, values, n_values);
}

/* What a value is, in words, by language. */
static const char *const *
kind_words (json_type type)
{
  static const char *const words[][2] = {
    [JSON_OBJECT] = { "đối tượng {…}", "an object {…}" },
    [JSON_ARRAY] = { "danh sách […]", "a list […]" },
    [JSON_STRING] = { "chuỗi", "a string" },
    [JSON_INTEGER] = { "số nguyên", "a whole number" },
    [JSON_REAL] = { "số thập phân", "a decimal number" },
    [JSON_TRUE] = { "true hoặc false", "true or false" },
    [JSON_FALSE] = { "true hoặc false", "true or false" },
    [JSON_NULL] = { "null", "null" },
  };

  return words[type];
}

QmsStatus
qms_json_fail_type (const QmsJsonText *text, const QmsJsonStep *step, QmsError **error, json_type expected,
                    const json_t *found)
{
  const char *const *wanted = kind_words (expected), *const *is = kind_words (json_typeof (found));

  return qms_json_fail (text, step, error, QMS_RULE_JSON_TYPE,
                        QMS_VALUES ({ "expected", { wanted[0], wanted[1] } }, { "found", { is[0], is[1] } }));
}
