/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold the scope of today against the scope that was announced: what differs calls for a re-announcement. */
#include "core/text.h"
#include "rules/announcement.h"

#include <string.h>

static const char *const came[] = { "thuộc phạm vi nhưng chưa công bố", "is in scope but was not announced" };
static const char *const went[] = { "đã công bố nhưng không còn thuộc phạm vi",
                                    "was announced but is no longer in scope" };

/* A set of names, folded → as written. */
static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
}

static void
report_difference (QmsCheck *check, int rule, const QmsNode *announcement, uint32_t field, const char *name,
                   const char *value, const char *const how[2])
{
  int64_t announced = 0;
  qms_day (announcement, QMS_ANNOUNCEMENT_DATE, &announced);
  g_auto (QmsWords) date = qms_words_day (announced);
  QmsValue values[] = { qms_value (name, value), qms_value_both ("how", how[0], how[1]),
                        qms_value_words ("date", date) };

  qms_check_report_values (check, rule, announcement, field, values, G_N_ELEMENTS (values));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* Reports what is in `left` but not in `right`, in order of the names. */
static void
report_only_left (QmsCheck *check, int rule, const QmsNode *announcement, uint32_t field, const char *name,
                  GHashTable *left, GHashTable *right, const char *const how[2])
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (left), compare_names);

  for (GList *key = keys; key; key = key->next)
    if (!g_hash_table_contains (right, key->data))
      report_difference (check, rule, announcement, field, name, g_hash_table_lookup (left, key->data), how);
}

/* ---- fields */

static GHashTable *
collect_names (const QmsNode *node, uint32_t field)
{
  QmsItems items = qms_items (node, field);
  GHashTable *names = new_set ();

  for (size_t i = 0; i < items.count; i++)
    if (!strstr (items.slots[i].string, "[["))
      g_hash_table_insert (names, qms_fold_name (items.slots[i].string), (gpointer)items.slots[i].string);
  return names;
}

void
qms_rule_scope_fields_not_announced (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system), *scope = qms_system_get_scope (system);
  g_autoptr (GHashTable) announced = NULL, covered = NULL;
  int rule = QMS_RULE_SCOPE_FIELDS_NOT_ANNOUNCED;
  uint32_t field = QMS_ANNOUNCEMENT_FIELDS_COVERED;

  if (!last || !scope || !qms_announcement_has_fields_covered (last) || !qms_scope_has_fields_covered (scope))
    return;
  announced = collect_names (last, field);
  covered = collect_names (scope, QMS_SCOPE_FIELDS_COVERED);
  report_only_left (check, rule, last, field, "field", covered, announced, came);
  report_only_left (check, rule, last, field, "field", announced, covered, went);
}

/* ---- administrative procedures */

/* The national part of a code: an agency's suffix does not make another procedure. */
static char *
national_code (const char *code)
{
  const char *point = strchr (code, '.');
  size_t length = point ? (size_t)(point - code) + 1 + strspn (point + 1, "0123456789") : strlen (code);

  return g_strndup (code, length);
}

static GHashTable *
collect_announced (const QmsNode *announcement)
{
  QmsItems codes = qms_items (announcement, QMS_ANNOUNCEMENT_CODES_COVERED);
  GHashTable *announced = new_set ();

  for (size_t i = 0; i < codes.count; i++)
    g_hash_table_insert (announced, national_code (codes.slots[i].string), (gpointer)codes.slots[i].string);
  return announced;
}

static GHashTable *
collect_in_scope (const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  GHashTable *covered = new_set ();

  for (size_t i = 0; i < all.count; i++) {
    const QmsNode *tthc = all.slots[i].node;
    const char *code = qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_CODE);
    bool out = qms_administrative_procedure_has_in_scope (tthc) && !qms_administrative_procedure_get_in_scope (tthc);
    if (*code && !out)
      g_hash_table_insert (covered, national_code (code), (gpointer)code);
  }
  return covered;
}

void
qms_rule_scope_codes_not_announced (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system);
  g_autoptr (GHashTable) announced = NULL, covered = NULL;
  int rule = QMS_RULE_SCOPE_CODES_NOT_ANNOUNCED;
  uint32_t field = QMS_ANNOUNCEMENT_CODES_COVERED;

  if (!last || !qms_announcement_has_codes_covered (last) || !qms_system_has_administrative_procedures (system))
    return;
  announced = collect_announced (last);
  covered = collect_in_scope (system);
  report_only_left (check, rule, last, field, "code", covered, announced, came);
  report_only_left (check, rule, last, field, "code", announced, covered, went);
}
