/* SPDX-License-Identifier: Apache-2.0 */
/* Suppressions: marking what is accepted, and rules about suppressions themselves.
 *
 * A suppression covers the findings of its rule, and of its requirement if it names one, at its path and below. It is
 * entered under all of these; a finding looks for itself under each beginning of its path, so the work is linear in
 * findings and suppressions. */
#include "rules/suppression.h"

#include "core/document.h"
#include "core/text.h"
#include "rules/engine.h"
#include "rules/facts.h"

#include <string.h>

/* ---- rules about suppressions */

static const QmsRule *
rule_of (const QmsNode *suppression)
{
  return qms_rule_find (qms_text (suppression, QMS_SUPPRESSION_RULE));
}

/* If the file or its structure is wrong, nothing else can be trusted. */
static bool
is_allowed (const QmsRule *rule)
{
  return strcmp (qms_rule_category (rule), "file") != 0 && strcmp (qms_rule_category (rule), "structure") != 0;
}

/* Whether its findings are about a requirement of a framework, which they name. */
static bool
is_about_requirements (const QmsRule *rule)
{
  return strstr (rule->message[QMS_LANG_EN], "{requirement}") != NULL;
}

/* What is missing is all reported at the system: only the requirement tells one thing from the other. */
static bool
says_which (const QmsRule *rule, const QmsNode *suppression)
{
  return !is_about_requirements (rule) || qms_filled (suppression, QMS_SUPPRESSION_REQUIREMENT);
}

static void
expect_rule (QmsCheck *check, bool holds, int rule, const QmsNode *suppression)
{
  qms_check_expect (check, holds, rule, suppression, QMS_SUPPRESSION_RULE, "rule",
                    qms_text (suppression, QMS_SUPPRESSION_RULE));
}

void
qms_rule_suppression_rule_unknown (QmsCheck *check, const QmsNode *suppression)
{
  expect_rule (check, rule_of (suppression) != NULL, QMS_RULE_SUPPRESSION_RULE_UNKNOWN, suppression);
}

void
qms_rule_suppression_not_allowed (QmsCheck *check, const QmsNode *suppression)
{
  const QmsRule *rule = rule_of (suppression);

  expect_rule (check, !rule || is_allowed (rule), QMS_RULE_SUPPRESSION_NOT_ALLOWED, suppression);
}

void
qms_rule_suppression_without_requirement (QmsCheck *check, const QmsNode *suppression)
{
  const QmsRule *rule = rule_of (suppression);

  expect_rule (check, !rule || says_which (rule, suppression), QMS_RULE_SUPPRESSION_WITHOUT_REQUIREMENT, suppression);
}

/* Whether such a path could lead somewhere: what it leads to may have gone since, or be in another system. */
static bool
is_path (const QmsNode *suppression)
{
  return qms_path_is_possible (qms_type_by_id (QMS_TYPE_SYSTEM), qms_text (suppression, QMS_SUPPRESSION_PATH));
}

void
qms_rule_suppression_path_unknown (QmsCheck *check, const QmsNode *suppression)
{
  qms_check_expect (check, !qms_filled (suppression, QMS_SUPPRESSION_PATH) || is_path (suppression),
                    QMS_RULE_SUPPRESSION_PATH_UNKNOWN, suppression, QMS_SUPPRESSION_PATH, "path",
                    qms_text (suppression, QMS_SUPPRESSION_PATH));
}

void
qms_rule_suppression_expired (QmsCheck *check, const QmsNode *suppression)
{
  int64_t last;

  if (!qms_day (suppression, QMS_SUPPRESSION_UNTIL, &last) || last >= qms_check_today (check))
    return;
  g_auto (QmsWords) until = qms_words_day (last);
  QmsValue values[] = { qms_value ("rule", qms_text (suppression, QMS_SUPPRESSION_RULE)),
                        qms_value ("path", qms_text (suppression, QMS_SUPPRESSION_PATH)),
                        qms_value_words ("until", until) };
  qms_check_report_values (check, QMS_RULE_SUPPRESSION_EXPIRED, suppression, QMS_SUPPRESSION_UNTIL, values,
                           G_N_ELEMENTS (values));
}

/* ---- collecting */

/* Whether it is complete, about a rule that may be suppressed, and still holds. */
static bool
is_in_effect (const QmsCheck *check, const QmsNode *suppression)
{
  const QmsRule *rule = rule_of (suppression);
  int64_t last;

  return rule && is_allowed (rule) && says_which (rule, suppression) && is_path (suppression)
         && qms_filled (suppression, QMS_SUPPRESSION_WHO) && qms_filled (suppression, QMS_SUPPRESSION_REASON)
         && qms_day (suppression, QMS_SUPPRESSION_UNTIL, &last) && last >= qms_check_today (check);
}

/* The last step of a path as findings have it: API names become XML names, a selector stays. Free with g_free. */
static char *
canonical_step (const QmsNode *parent, const char *step)
{
  g_autofree char *name = g_strndup (step, strcspn (step, "["));
  const QmsField *field = qms_type_field_by_name (parent->type, name);

  return field ? g_strconcat (field->xml, step + strlen (name), NULL) : g_strdup (step);
}

/* A path as findings have it, whichever way it was written. What has a node of its own has that node's path; a value or a
 * whole list is named below the node that holds it. Free with g_free. */
static char *
canonical_path (const QmsCheck *check, const char *path)
{
  QmsNode *root = qms_document_root (check->document);
  const char *last = strrchr (path, '/');
  g_autofree char *above = last && last > path ? g_strndup (path, (size_t)(last - path)) : NULL;
  const QmsNode *node = above && !g_str_has_suffix (path, "]") ? NULL : qms_node_at (root, path, NULL);
  const QmsNode *parent = above && !node ? qms_node_at (root, above, NULL) : NULL;
  g_autofree char *base = parent ? qms_node_path (parent) : NULL,
                  *step = parent ? canonical_step (parent, last + 1) : NULL;

  if (node)
    return qms_node_path (node);
  return parent ? g_strdup_printf ("%s/%s", base, step) : g_strdup (path);
}

static void
suppression_free (gpointer data)
{
  QmsSuppression *suppression = data;

  g_free (suppression->who);
  g_free (suppression->reason);
  g_free (suppression->path);
  g_free (suppression->requirement);
  g_free (suppression->until);
  g_free (suppression);
}

static QmsSuppression *
suppression_new (const QmsNode *node, bool beside, size_t index)
{
  int64_t last = 0;
  qms_day (node, QMS_SUPPRESSION_UNTIL, &last);
  g_auto (QmsWords) until = qms_words_day (last);
  QmsSuppression *suppression = g_new0 (QmsSuppression, 1);

  suppression->who = g_strdup (qms_text (node, QMS_SUPPRESSION_WHO));
  suppression->reason = g_strdup (qms_text (node, QMS_SUPPRESSION_REASON));
  suppression->path = g_strdup (qms_text (node, QMS_SUPPRESSION_PATH));
  suppression->requirement = g_strdup (qms_suppression_get_requirement (node));
  suppression->until = g_strdup (until.text[QMS_LANG_EN]);
  suppression->node = beside ? NULL : node;
  suppression->index = index;
  return suppression;
}

/* Free with g_free. */
static char *
make_key (const QmsRule *rule, const char *requirement, const char *path)
{
  return g_strdup_printf ("%s %s %s", rule->id, requirement ? requirement : "", path ? path : "");
}

/* The first one counts where two are about the same; the other is of no use. */
static void
enter (QmsCheck *check, GHashTable *found, QmsSuppression *suppression, const QmsNode *node)
{
  g_autofree char *path = canonical_path (check, qms_text (node, QMS_SUPPRESSION_PATH));
  g_autofree char *key = make_key (rule_of (node), qms_text (node, QMS_SUPPRESSION_REQUIREMENT), path);

  g_ptr_array_add (check->report->suppressions, suppression);
  if (!g_hash_table_contains (found, key))
    g_hash_table_insert (found, g_steal_pointer (&key), suppression);
}

static void
collect (QmsCheck *check, GHashTable *found, const QmsNode *system, bool beside)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_SUPPRESSIONS);

  for (size_t i = 0; i < all.count; i++)
    if (is_in_effect (check, all.slots[i].node))
      enter (check, found, suppression_new (all.slots[i].node, beside, i), all.slots[i].node);
}

/* ---- marking */

/* The suppression under the longest beginning of the finding's path that ends where a name or its index ends. */
static QmsSuppression *
find_for (GHashTable *found, const QmsFinding *finding)
{
  g_autofree char *key = make_key (finding->rule, qms_finding_requirement (finding), finding->path);
  size_t start = strlen (key) - (finding->path ? strlen (finding->path) : 0);
  QmsSuppression *suppression = g_hash_table_lookup (found, key);

  for (size_t end = strlen (key); !suppression && end > start; end--)
    if (key[end] == '/' || key[end] == '[') {
      key[end] = '\0';
      suppression = g_hash_table_lookup (found, key);
    }
  return suppression;
}

static void
mark (QmsReport *report, GHashTable *found)
{
  for (guint i = 0; i < report->findings->len; i++) {
    QmsFinding *finding = &g_array_index (report->findings, QmsFinding, i);
    QmsSuppression *suppression = find_for (found, finding);
    if (!suppression)
      continue;
    suppression->used = true;
    finding->suppression = suppression;
    report->counts[finding->severity]--;
    report->n_suppressed++;
  }
}

static void
report_unused (QmsCheck *check, const QmsNode *suppression)
{
  qms_check_report (check, QMS_RULE_SUPPRESSION_UNUSED, suppression, QMS_SUPPRESSION_PATH, "rule",
                    qms_text (suppression, QMS_SUPPRESSION_RULE), "path", qms_text (suppression, QMS_SUPPRESSION_PATH),
                    NULL);
}

/* Those of the system itself: one that stands beside may be meant for another system. */
static void
report_all_unused (QmsCheck *check)
{
  const GPtrArray *all = check->report->suppressions;

  for (guint i = 0; i < all->len; i++) {
    const QmsSuppression *suppression = all->pdata[i];
    if (!suppression->used && suppression->node)
      report_unused (check, suppression->node);
  }
}

void
qms_check_suppressions (QmsCheck *check, const QmsNode *system, QmsDocument *beside)
{
  const QmsNode *other = beside ? qms_document_root (beside) : NULL;
  g_autoptr (GHashTable) found = NULL;

  if (system->type->id != QMS_TYPE_SYSTEM || (!other && !qms_system_has_suppressions (system)))
    return;
  found = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  check->report->suppressions = g_ptr_array_new_with_free_func (suppression_free);
  collect (check, found, system, false);
  if (other)
    collect (check, found, other, true);
  mark (check->report, found);
  report_all_unused (check);
}

static void
note_used (const QmsReport *report, bool *used)
{
  const GPtrArray *all = report->suppressions;

  for (guint i = 0; all && i < all->len; i++) {
    const QmsSuppression *suppression = all->pdata[i];
    if (suppression->used && !suppression->node)
      used[suppression->index] = true;
  }
}

void
qms_check_suppressions_beside (QmsCheck *check, const QmsReport *const *reports, size_t count)
{
  QmsItems all = qms_items (qms_document_root (check->document), QMS_SYSTEM_SUPPRESSIONS);
  g_autofree bool *used = g_new0 (bool, all.count);

  for (size_t i = 0; i < count; i++)
    note_used (reports[i], used);
  for (size_t i = 0; i < all.count; i++)
    if (!used[i] && is_in_effect (check, all.slots[i].node))
      report_unused (check, all.slots[i].node);
}
