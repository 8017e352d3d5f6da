/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about roles: each once, under one name, held by somebody. */
#include "core/text.h"
#include "rules/facts.h"

#include <string.h>

/* ---- one role, one name */

/* What a name is told by: its letters. One without letters is told by all of it. */
static char *
key_of (const char *name)
{
  g_autofree char *bare = qms_bare_name (name);

  return *bare ? g_steal_pointer (&bare) : qms_fold_name (name);
}

static void
add_name (GHashTable *roles, const char *name, const QmsNode *role)
{
  char *key = key_of (name);

  if (g_hash_table_contains (roles, key))
    g_free (key);
  else
    g_hash_table_insert (roles, key, (gpointer)role);
}

/* Letters of names and of other spellings → the first role that has them; names come first. */
static GHashTable *
collect_names (QmsItems roles)
{
  GHashTable *names = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < roles.count; i++)
    add_name (names, qms_text (roles.slots[i].node, QMS_ROLE_NAME), roles.slots[i].node);
  for (size_t i = 0; i < roles.count; i++)
    for (size_t j = 0; j < qms_node_count (roles.slots[i].node, QMS_ROLE_ALIASES); j++)
      add_name (names, qms_node_get_string_at (roles.slots[i].node, QMS_ROLE_ALIASES, j), roles.slots[i].node);
  return names;
}

static void
report_repeated (QmsCheck *check, const QmsNode *role, uint32_t field, const char *name, const QmsNode *other)
{
  qms_check_report (check, QMS_RULE_ROLE_NAME_REPEATED, role, field, "name", name, "other",
                    qms_text (other, QMS_ROLE_NAME), "id", qms_text (other, QMS_ROLE_ID), NULL);
}

/* One finding for a role: for its name, or else for the first other spelling. */
static void
check_names (QmsCheck *check, GHashTable *names, const QmsNode *role)
{
  const char *name = qms_text (role, QMS_ROLE_NAME);
  uint32_t field = QMS_ROLE_NAME;

  for (size_t i = 0; name; field = QMS_ROLE_ALIASES, name = qms_node_get_string_at (role, QMS_ROLE_ALIASES, i++)) {
    g_autofree char *key = key_of (name);
    const QmsNode *other = g_hash_table_lookup (names, key);
    if (*name && other && other != role) {
      report_repeated (check, role, field, name, other);
      return;
    }
  }
}

void
qms_rule_role_name_repeated (QmsCheck *check, const QmsNode *agency)
{
  QmsItems roles = qms_items (agency, QMS_AGENCY_ROLES);
  g_autoptr (GHashTable) names = roles.count > 1 ? collect_names (roles) : NULL;

  for (size_t i = 0; names && i < roles.count; i++)
    check_names (check, names, roles.slots[i].node);
}

/* ---- one role, one spelling */

/* Words at the beginning that two names share, told by their letters; `*least`: how many the shorter has. */
static guint
shared_words (const char *name, const char *other, guint *least)
{
  g_auto (GStrv) left = g_strsplit_set (name, " -/", -1), right = g_strsplit_set (other, " -/", -1);
  guint shared = 0;

  *least = MIN (g_strv_length (left), g_strv_length (right));
  for (; left[shared] && right[shared]; shared++) {
    g_autofree char *a = qms_bare_name (left[shared]), *b = qms_bare_name (right[shared]);
    if (strcmp (a, b) != 0)
      break;
  }
  return shared;
}

/* The same letters, or the same words at the beginning, more than half of them: not quite another name. */
static bool
is_spelling_of (const char *name, const char *other)
{
  g_autofree char *left = key_of (name), *right = key_of (other);
  guint least, shared = shared_words (name, other, &least);

  return strcmp (left, right) == 0 || (shared > 1 && 2 * shared > least);
}

static void
append_spelling (GString *out, const char *name)
{
  g_autofree char *quote = qms_message_quote (name, strlen (name));

  g_string_append_printf (out, "%s«%s»", out->len ? ", " : "", quote);
}

void
qms_rule_role_spelt_differently (QmsCheck *check, const QmsNode *role)
{
  const char *name = qms_text (role, QMS_ROLE_NAME);
  size_t count = qms_node_count (role, QMS_ROLE_ALIASES);
  g_autoptr (GString) others = count > 0 ? g_string_new (NULL) : NULL;

  for (size_t i = 0; i < count; i++) {
    const char *alias = qms_node_get_string_at (role, QMS_ROLE_ALIASES, i);
    if (is_spelling_of (name, alias))
      append_spelling (others, alias);
  }
  if (others && others->len > 0)
    qms_check_report (check, QMS_RULE_ROLE_SPELT_DIFFERENTLY, role, QMS_ROLE_ALIASES, "name", name, "others",
                      others->str, NULL);
}

/* ---- holder */

void
qms_rule_role_without_holder (QmsCheck *check, const QmsNode *role)
{
  bool own = !qms_role_has_kind (role) || qms_role_get_kind (role) == QMS_ROLE_KIND_AGENCY;

  qms_check_expect (check, !own || qms_role_has_unit (role) || qms_role_has_position (role),
                    QMS_RULE_ROLE_WITHOUT_HOLDER, role, 0, "name", qms_text (role, QMS_ROLE_NAME));
}
