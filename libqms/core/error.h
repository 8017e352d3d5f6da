/* SPDX-License-Identifier: Apache-2.0 */
/* Errors and messages: texts come from the catalogue (schema/rules, schema/messages.toml), values are named. */
#pragma once

#include <qms/error.h>
#include <qms/rule.h>

#include <glib.h>

/* A rule or a plain message; generated (gen/rules.c, gen/rules.h). */
struct QmsRule {
  const char *id;
  const char *slug;
  int severity;
  QmsStatus status;   /* of an error with this message; QMS_OK for a rule about content */
  const char *category;
  const char *since;
  const char *title[2];
  const char *message[2]; /* with {names} */
  const char *why[2];
  const char *remedy[2];
  const char *const *cites; /* NULL-terminated */
  const char *const *items; /* of the inspection checklist, such as "A5"; NULL-terminated */
};

/* Named values of a message. A value may differ by language; `text[1]` NULL means the same as `text[0]`. */
typedef struct {
  const char *name;
  const char *text[2];
} QmsValue;

/* Replaces {name} in a template; an unknown name stays as it is. Free with g_free. */
char *qms_message_format (const char *template_text, const QmsValue *values, size_t n_values, int lang);

/* The beginning of a name or value of `length` bytes, as a message quotes it: at most 80 characters. Free with g_free. */
char *qms_message_quote (const char *text, size_t length);

typedef struct {
  const char *file;
  uint32_t line, column;
  const char *path;
} QmsPlace;

/* Stores a new error in `*error` (if not NULL) and returns its status. `place` may be NULL. If `*error` holds one already,
 * the new one goes to the end of its chain. */
QmsStatus qms_error_add (QmsError **error, const QmsRule *message, const QmsPlace *place, const QmsValue *values,
                         size_t n_values);

/* Adds a chain at the end of the one in `*error`, or frees it if `error` is NULL. */
void qms_error_join (QmsError **error, QmsError *more);

/* The common case: names and values in turn, ended by NULL. `message` is an index into qms_gen_rules: QMS_MSG_…. */
QmsStatus qms_fail (QmsError **error, int message, const QmsPlace *place, ...) G_GNUC_NULL_TERMINATED;

/* The value "reason" of a message: what `number` of <errno.h> means. */
static inline QmsValue
qms_errno_value (int number)
{
  return (QmsValue){ "reason", { qms_errno_text (number, QMS_LANG_VI), qms_errno_text (number, QMS_LANG_EN) } };
}

#define QMS_VALUES(...) ((const QmsValue[]){ __VA_ARGS__ }), (sizeof ((const QmsValue[]){ __VA_ARGS__ }) / sizeof (QmsValue))

/* Rules first, sorted by id, then messages; generated. */
extern const QmsRule qms_gen_rules[];
extern const size_t qms_gen_n_rules;
extern const size_t qms_gen_n_messages;
