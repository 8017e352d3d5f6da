/* SPDX-License-Identifier: Apache-2.0 */
/* Small questions that many rules ask of a node, and values for their messages. */
#pragma once

#include "core/kind.h"
#include "core/node.h"
#include "core/words.h"
#include "gen/rules.h"
#include "rules/check.h"

/* Items of a list. */
typedef struct {
  const QmsSlot *slots;
  size_t count;
} QmsItems;

static inline QmsItems
qms_items (const QmsNode *node, uint32_t field)
{
  const QmsField *definition = node ? qms_type_field (node->type, field) : NULL;
  QmsItems items = { NULL, 0 };

  if (definition)
    items.count = qms_node_items (node, definition, &items.slots);
  return items;
}

/* The system that `node` belongs to: the nearest heThong at or above it; NULL if there is none. */
const QmsNode *qms_system_of (const QmsNode *node);
/* Whether the field has a value other than an empty string. */
bool qms_filled (const QmsNode *node, uint32_t field);
/* Text of a string field for messages; "" if absent. */
const char *qms_text (const QmsNode *node, uint32_t field);
/* Day of a date field, as days since 1970-01-01; false if absent. */
bool qms_day (const QmsNode *node, uint32_t field, int64_t *day);
/* Duration of a field; false if absent. */
bool qms_duration (const QmsNode *node, uint32_t field, QmsDuration *duration);
/* Decimal of a field; false if absent. */
bool qms_decimal (const QmsNode *node, uint32_t field, QmsDecimal *decimal);

/* Reports `rule` about `node` (and `field`, unless 0) if `holds` is false; one value. */
void qms_check_expect (QmsCheck *check, bool holds, int rule, const QmsNode *node, uint32_t field, const char *name,
                       const char *value);

/* Reports `rule` if the position that `field` refers to is not the head's, where a head is marked; the message's values
 * are "signer" and "head". */
void qms_check_signer_is_head (QmsCheck *check, int rule, const QmsNode *node, uint32_t field);

/* Reports each item whose string `field` another item before it has; the message's values are `name` and "other",
 * which is the `title` of the earlier one. */
void qms_check_unique (QmsCheck *check, int rule, QmsItems items, uint32_t field, uint32_t title, const char *name);

/* A field and what people call it. */
typedef struct {
  uint32_t field;
  const char *name[2];
} QmsPart;

/* Reports `rule` if fields of `node` are not filled; the message's values are `name` (unless NULL) and "missing", the
 * names of those fields. */
void qms_check_parts (QmsCheck *check, int rule, const QmsNode *node, const QmsPart *parts, size_t n_parts,
                      const char *name, const char *value);
/* Reports `rule` if two dates that follow each other in `dates` are reversed; the message's values are "id", "first",
 * "from", "second" and "to". */
void qms_check_dates_order (QmsCheck *check, int rule, const QmsNode *node, const QmsPart *dates, size_t n_dates);
/* Reports `rule` if the day of `due` is over and `done` is not filled; the message's values are `name` and "due". */
void qms_check_overdue (QmsCheck *check, int rule, const QmsNode *node, uint32_t due, uint32_t done, const char *name,
                        const char *value);
/* Reports `rule` if `second` is before `first`; the message's values are those two days under the given names, and
 * `name` unless that is NULL. */
void qms_check_days (QmsCheck *check, int rule, const QmsNode *node, uint32_t first, const char *first_name,
                     uint32_t second, const char *second_name, const char *name, const char *value);

/* The day `months` months before `day`. */
int64_t qms_months_before (int64_t day, int months);
/* The year of a day. */
int qms_year_of (int64_t day);

/* Words that people use for the value of an enum field. */
const char *qms_label (uint32_t field, int32_t value, int lang);

/* Values of a message: the same in both languages, different ones, words, the label of an enum value. The strings are
 * borrowed. */
static inline QmsValue
qms_value (const char *name, const char *text)
{
  return (QmsValue){ name, { text, NULL } };
}

static inline QmsValue
qms_value_both (const char *name, const char *vi, const char *en)
{
  return (QmsValue){ name, { vi, en } };
}

static inline QmsValue
qms_value_words (const char *name, QmsWords words)
{
  return qms_value_both (name, words.text[QMS_LANG_VI], words.text[QMS_LANG_EN]);
}

static inline QmsValue
qms_value_label (const char *name, uint32_t field, int32_t value)
{
  return qms_value_both (name, qms_label (field, value, QMS_LANG_VI), qms_label (field, value, QMS_LANG_EN));
}
