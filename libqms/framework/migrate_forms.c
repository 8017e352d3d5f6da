/* SPDX-License-Identifier: Apache-2.0 */
/* Migration of forms: a form of a set that has ended becomes the form of the same kind in the set that stands in its place. What
 * the sets hold is legal data. */
#include "framework/migrate.h"

#include "legal/acts.h"

#include <string.h>

/* A set that has ended and the one in force in its place; NULL if there is none. */
typedef struct {
  const QmsAct *old, *next;
} Sets;

/* False if the form's basis is in force or unknown. */
static bool
find_sets (const QmsNode *form, int64_t day, Sets *sets)
{
  const QmsActs *acts = qms_acts_shipped ();
  const char *basis = qms_form_get_basis (form);

  sets->old = basis ? qms_acts_find (acts, basis, G_MININT64) : NULL;
  if (!sets->old || day < sets->old->end)
    return false;
  sets->next = qms_acts_forms_for (acts, sets->old, qms_form_get_kind (form), day);
  if (sets->next && (sets->next->first == G_MININT64 || sets->next->first > day))
    sets->next = NULL;
  return true;
}

static const char *
number_of (const QmsAct *act)
{
  return qms_legal_act_get_number (act->node);
}

/* A code that is the old set's number becomes the new set's; an agency's own code stays. */
static QmsStatus
move_code (QmsNode *form, const QmsNode *old, const QmsNode *new_form, QmsError **error)
{
  const char *code = qms_form_get_code (form);

  if (!code || !old || g_strcmp0 (code, qms_form_get_code (old)) != 0 || !qms_form_has_code (new_form))
    return QMS_OK;
  return qms_form_set_code (form, qms_form_get_code (new_form), error);
}

static QmsStatus
move_form (QmsMigration *migration, QmsNode *form, const Sets *sets, QmsError **error)
{
  int32_t kind = qms_form_get_kind (form);
  const QmsNode *new_form = qms_act_form (sets->next, kind);
  g_autofree char *name = g_strdup (qms_form_get_name (form));
  QmsStatus status;

  if (!sets->next) {
    qms_migration_note (migration, QMS_MSG_MIGRATION_FORM_OPEN, form, "basis", number_of (sets->old), "form", name,
                        NULL);
    return QMS_OK;
  }
  if (!new_form) {
    qms_migration_note (migration, QMS_MSG_MIGRATION_FORM_GONE, form, "basis", number_of (sets->next), "form", name,
                        NULL);
    return QMS_OK;
  }
  status = move_code (form, qms_act_form (sets->old, kind), new_form, error);
  if (!status)
    status = qms_form_set_basis (form, number_of (sets->next), error);
  if (!status)
    status = qms_form_set_name (form, qms_form_get_name (new_form), error);
  if (!status)
    qms_migration_note (migration, QMS_MSG_MIGRATION_FORM_MOVED, form, "old", name, "new", qms_form_get_name (new_form),
                        "basis", number_of (sets->next), NULL);
  return status;
}

static bool
has_form (const QmsNode *procedure, int32_t kind)
{
  for (size_t i = 0; i < qms_procedure_count_forms (procedure); i++)
    if (qms_form_get_kind (qms_procedure_get_forms (procedure, i)) == kind)
      return true;
  return false;
}

/* Tells of the forms that only the new set has. */
static void
note_new_forms (QmsMigration *migration, const QmsNode *procedure, const Sets *sets)
{
  for (size_t i = 0; i < qms_legal_act_count_forms (sets->next->node); i++) {
    const QmsNode *form = qms_legal_act_get_forms (sets->next->node, i);
    int32_t kind = qms_form_get_kind (form);

    if (!qms_act_form (sets->old, kind) && !has_form (procedure, kind))
      qms_migration_note (migration, QMS_MSG_MIGRATION_FORM_NEW, procedure, "basis", number_of (sets->next), "form",
                          qms_form_get_name (form), NULL);
  }
}

static QmsStatus
move_forms (QmsMigration *migration, QmsNode *procedure, int64_t day, QmsError **error)
{
  Sets sets, last = { NULL, NULL };
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_procedure_count_forms (procedure); i++) {
    QmsNode *form = qms_procedure_get_forms (procedure, i);
    if (!find_sets (form, day, &sets))
      continue;
    status = move_form (migration, form, &sets, error);
    last = sets;
  }
  if (!status && last.next)
    note_new_forms (migration, procedure, &last);
  return status;
}

QmsStatus
qms_migrate_forms (QmsMigration *migration, int64_t day, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_system_count_procedures (migration->system); i++)
    status = move_forms (migration, qms_system_get_procedures (migration->system, i), day, error);
  return status;
}
