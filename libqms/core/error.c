/* SPDX-License-Identifier: Apache-2.0 */
/* Errors: a message of the catalogue, its values, and where. */
#include "core/error.h"

#include <stdarg.h>
#include <string.h>

struct QmsError {
  const QmsRule *message;
  char *text[2]; /* by language */
  char *file, *path;
  uint32_t line, column;
  QmsError *next;
};

static const char *
value_of (const QmsValue *values, size_t n_values, const char *name, size_t length, int lang)
{
  for (size_t i = 0; i < n_values; i++)
    if (strlen (values[i].name) == length && strncmp (values[i].name, name, length) == 0)
      return lang == QMS_LANG_EN && values[i].text[1] ? values[i].text[1] : values[i].text[0];
  return NULL;
}

char *
qms_message_format (const char *template_text, const QmsValue *values, size_t n_values, int lang)
{
  GString *out = g_string_new (NULL);
  const char *p = template_text, *open;

  while ((open = strchr (p, '{'))) {
    const char *close = strchr (open, '}');
    const char *value = close ? value_of (values, n_values, open + 1, (size_t)(close - open) - 1, lang) : NULL;
    g_string_append_len (out, p, open - p);
    if (value)
      g_string_append (out, value);
    else
      g_string_append_c (out, '{');
    p = value ? close + 1 : open + 1;
  }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}

enum { LONGEST_QUOTE = 80, LONGEST_CHARACTER = 6 };

char *
qms_message_quote (const char *text, size_t length)
{
  g_autofree char *part = g_strndup (text, MIN (length, (LONGEST_QUOTE + 1) * LONGEST_CHARACTER));
  g_autofree char *valid = g_utf8_make_valid (part, -1);

  if (g_utf8_strlen (valid, -1) <= LONGEST_QUOTE)
    return g_steal_pointer (&valid);
  *g_utf8_offset_to_pointer (valid, LONGEST_QUOTE) = '\0';
  return g_strconcat (valid, "…", NULL);
}

QmsStatus
qms_error_add (QmsError **error, const QmsRule *message, const QmsPlace *place, const QmsValue *values, size_t n_values)
{
  QmsError *added;

  if (!error)
    return message->status;
  added = g_new0 (QmsError, 1);
  added->message = message;
  for (int lang = 0; lang < 2; lang++)
    added->text[lang] = qms_message_format (message->message[lang], values, n_values, lang);
  if (place) {
    added->file = g_strdup (place->file);
    added->path = g_strdup (place->path);
    added->line = place->line;
    added->column = place->column;
  }
  while (*error)
    error = &(*error)->next;
  *error = added;
  return message->status;
}

void
qms_error_join (QmsError **error, QmsError *more)
{
  if (!error) {
    qms_error_free (more);
    return;
  }
  while (*error)
    error = &(*error)->next;
  *error = more;
}

enum { MAX_VALUES = 8 };

QmsStatus
qms_fail (QmsError **error, int message, const QmsPlace *place, ...)
{
  QmsValue values[MAX_VALUES];
  size_t count = 0;
  const char *name;
  va_list arguments;

  va_start (arguments, place);
  while (count < MAX_VALUES && (name = va_arg (arguments, const char *))) {
    const char *text = va_arg (arguments, const char *);
    values[count++] = (QmsValue){ name, { text, NULL } };
  }
  va_end (arguments);
  return qms_error_add (error, &qms_gen_rules[message], place, values, count);
}

void
qms_error_free (QmsError *error)
{
  while (error) {
    QmsError *next = error->next;
    g_free (error->text[0]);
    g_free (error->text[1]);
    g_free (error->file);
    g_free (error->path);
    g_free (error);
    error = next;
  }
}

QmsStatus
qms_error_status (const QmsError *error)
{
  return error ? error->message->status : QMS_OK;
}

const char *
qms_error_id (const QmsError *error)
{
  return error ? error->message->id : "";
}

const char *
qms_error_message (const QmsError *error, int32_t lang)
{
  return error ? error->text[lang == QMS_LANG_EN] : "";
}

const char *
qms_error_remedy (const QmsError *error, int32_t lang)
{
  return error ? error->message->remedy[lang == QMS_LANG_EN] : "";
}

const char *
qms_error_file (const QmsError *error)
{
  return error ? error->file : NULL;
}

uint32_t
qms_error_line (const QmsError *error)
{
  return error ? error->line : 0;
}

uint32_t
qms_error_column (const QmsError *error)
{
  return error ? error->column : 0;
}

const char *
qms_error_path (const QmsError *error)
{
  return error ? error->path : NULL;
}

const QmsError *
qms_error_next (const QmsError *error)
{
  return error ? error->next : NULL;
}
