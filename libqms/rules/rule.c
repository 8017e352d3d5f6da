/* SPDX-License-Identifier: Apache-2.0 */
/* The rule catalogue as the public interface shows it: generated constants. */
#include "core/error.h"

#include <string.h>

size_t
qms_rule_count (void)
{
  return qms_gen_n_rules;
}

const QmsRule *
qms_rule_at (size_t index)
{
  return index < qms_gen_n_rules ? &qms_gen_rules[index] : NULL;
}

/* Messages stand behind the rules and are found too: what an error says can be explained. */
const QmsRule *
qms_rule_find (const char *id)
{
  if (!id)
    return NULL;
  for (size_t i = 0; i < qms_gen_n_rules + qms_gen_n_messages; i++)
    if (strcmp (qms_gen_rules[i].id, id) == 0 || strcmp (qms_gen_rules[i].slug, id) == 0)
      return &qms_gen_rules[i];
  return NULL;
}

const char *
qms_rule_id (const QmsRule *rule)
{
  return rule ? rule->id : NULL;
}

const char *
qms_rule_slug (const QmsRule *rule)
{
  return rule ? rule->slug : NULL;
}

int32_t
qms_rule_severity (const QmsRule *rule)
{
  return rule ? rule->severity : 0;
}

const char *
qms_rule_category (const QmsRule *rule)
{
  return rule ? rule->category : NULL;
}

static const char *
in_language (const char *const texts[2], int32_t lang)
{
  return texts[lang == QMS_LANG_EN];
}

const char *
qms_rule_title (const QmsRule *rule, int32_t lang)
{
  return rule ? in_language (rule->title, lang) : NULL;
}

const char *
qms_rule_why (const QmsRule *rule, int32_t lang)
{
  return rule ? in_language (rule->why, lang) : NULL;
}

const char *
qms_rule_remedy (const QmsRule *rule, int32_t lang)
{
  return rule ? in_language (rule->remedy, lang) : NULL;
}

const char *
qms_rule_since (const QmsRule *rule)
{
  return rule ? rule->since : NULL;
}

static size_t
length_of (const char *const *list)
{
  size_t count = 0;

  while (list[count])
    count++;
  return count;
}

size_t
qms_rule_cite_count (const QmsRule *rule)
{
  return rule ? length_of (rule->cites) : 0;
}

const char *
qms_rule_cite (const QmsRule *rule, size_t index)
{
  return index < qms_rule_cite_count (rule) ? rule->cites[index] : NULL;
}

size_t
qms_rule_item_count (const QmsRule *rule)
{
  return rule ? length_of (rule->items) : 0;
}

const char *
qms_rule_item (const QmsRule *rule, size_t index)
{
  return index < qms_rule_item_count (rule) ? rule->items[index] : NULL;
}
