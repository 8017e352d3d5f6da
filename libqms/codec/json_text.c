/* SPDX-License-Identifier: Apache-2.0 */
/* JSON text: read by jansson, with what it refuses said in the words of the catalogue. */
#include "codec/json.h"

#include "gen/ids.h"

#include <string.h>

typedef struct {
  int code; /* enum json_error_code */
  int rule;
  const char *detail[2];
} Refusal;

static const Refusal refusals[] = {
  { json_error_invalid_utf8, QMS_RULE_JSON_SYNTAX, { "có byte không phải UTF-8", "a byte that is not UTF-8" } },
  { json_error_premature_end_of_input, QMS_RULE_JSON_SYNTAX, { "văn bản bị cắt cụt", "the text ends too early" } },
  { json_error_end_of_input_expected,
    QMS_RULE_JSON_SYNTAX,
    { "còn ký tự thừa sau giá trị cuối", "something follows the end" } },
  { json_error_null_character, QMS_RULE_JSON_SYNTAX, { "có ký tự NUL (\\u0000)", "a NUL character (\\u0000)" } },
  { json_error_null_byte_in_key,
    QMS_RULE_JSON_SYNTAX,
    { "khóa có ký tự NUL (\\u0000)", "a NUL character (\\u0000) in a key" } },
  { json_error_stack_overflow, QMS_RULE_LIMIT, { "mức lồng nhau của JSON", "levels of nested JSON" } },
  { json_error_numeric_overflow, QMS_RULE_JSON_NUMBER, { NULL, NULL } },
  { json_error_duplicate_key, QMS_RULE_JSON_DUPLICATE_KEY, { NULL, NULL } },
  { json_error_invalid_syntax, QMS_RULE_JSON_SYNTAX, { "sai cú pháp", "a syntax error" } },
};

static const Refusal *
refusal_of (const json_error_t *problem)
{
  for (size_t i = 0; i + 1 < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].code == (int)json_error_code (problem))
      return &refusals[i];
  return &refusals[G_N_ELEMENTS (refusals) - 1];
}

enum { LONGEST_TOKEN = 60 };

/* The token that ends where the parser stopped. */
static char *
last_token (const QmsJsonText *text, const json_error_t *problem)
{
  const char *end = text->data + CLAMP (problem->position, 0, text->end - text->data), *start = end;

  if (start > text->data && start[-1] == '"')
    for (start--; start > text->data && start[-1] != '"';)
      start--;
  while (start > text->data && !strchr (" \t\r\n{}[],:", start[-1]) && end - start < LONGEST_TOKEN)
    start--;
  return g_utf8_make_valid (start, end - start);
}

static QmsStatus
refuse (const QmsJsonText *text, const json_error_t *problem, QmsError **error)
{
  const Refusal *refusal = refusal_of (problem);
  QmsPlace place = { text->name, (uint32_t)MAX (problem->line, 1), (uint32_t)MAX (problem->column, 1), NULL };
  g_autofree char *token = last_token (text, problem), *limit = g_strdup_printf ("%d", JSON_PARSER_MAX_DEPTH);
  g_autofree char *vi = *token ? g_strdup_printf (", gần %s", token) : g_strdup ("");
  g_autofree char *en = *token ? g_strdup_printf (", near %s", token) : g_strdup ("");

  return qms_error_add (error, &qms_gen_rules[refusal->rule], &place,
                        QMS_VALUES ({ "detail", { refusal->detail[0], refusal->detail[1] } }, { "near", { vi, en } },
                                    { "token", { token } }, { "limit", { limit } },
                                    { "what", { refusal->detail[0], refusal->detail[1] } }));
}

QmsStatus
qms_json_text_load (QmsJsonText *text, const char *data, size_t size, const char *name, const QmsReader *reader,
                    QmsError **error)
{
  size_t mark = size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  json_error_t problem;
  QmsStatus status;

  *text =
      (QmsJsonText){ data + mark, data + size, name, reader, g_array_new (FALSE, FALSE, sizeof (QmsPosition)), NULL };
  if (text->data == text->end)
    return qms_fail (error, QMS_RULE_EMPTY_FILE, &(QmsPlace){ .file = name }, NULL);
  status = qms_json_guard (text, error);
  if (status != QMS_OK)
    return status;
  text->root = json_loadb (text->data, (size_t)(text->end - text->data), JSON_REJECT_DUPLICATES, &problem);
  return text->root ? QMS_OK : refuse (text, &problem, error);
}

void
qms_json_text_clear (QmsJsonText *text)
{
  g_clear_pointer (&text->objects, g_array_unref);
  g_clear_pointer (&text->root, json_decref);
}

QmsStatus
qms_json_print (const json_t *value, GString *out, QmsError **error)
{
  g_autofree char *text = json_dumps (value, JSON_INDENT (2) | JSON_ENCODE_ANY);

  if (!text)
    return qms_fail (error, QMS_MSG_INTERNAL, NULL, "what", "json_dumps", NULL);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
  return QMS_OK;
}
