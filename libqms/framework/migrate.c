/* SPDX-License-Identifier: Apache-2.0 */
/* Migration: a copy of a system, moved to another framework by that framework's data. */
#include "framework/migrate.h"

#include "legal/number.h"

#include <stdarg.h>
#include <string.h>

/* ---- the list of what people have to do */

/* As qms_migration_note, with values that may differ by language, and a path. */
static void
note_values (QmsMigration *migration, int message, const char *path, const QmsValue *values, size_t n_values)
{
  QmsPlace place = { .path = path };

  qms_error_add (&migration->last, &qms_gen_rules[message], &place, values, n_values);
  if (!migration->work)
    migration->work = migration->last;
  while (qms_error_next (migration->last))
    migration->last = (QmsError *)qms_error_next (migration->last);
}

void
qms_migration_note (QmsMigration *migration, int message, const QmsNode *about, ...)
{
  enum { MAX_VALUES = 4 };
  g_autofree char *path = about ? qms_node_path (about) : NULL;
  QmsValue values[MAX_VALUES];
  size_t count = 0;
  const char *name;
  va_list arguments;

  va_start (arguments, about);
  while (count < MAX_VALUES && (name = va_arg (arguments, const char *))) {
    const char *text = va_arg (arguments, const char *);
    values[count++] = (QmsValue){ name, { text ? text : "", NULL } };
  }
  va_end (arguments);
  note_values (migration, message, path, values, count);
}

/* ---- references */

static QmsStatus
redirect_field (QmsNode *node, const QmsField *field, GHashTable *ids, QmsError **error)
{
  const char *id = qms_node_get_string (node, field->id), *to = id ? g_hash_table_lookup (ids, id) : NULL;

  return to ? qms_node_set_string (node, field->id, to, error) : QMS_OK;
}

QmsStatus
qms_redirect (QmsNode *node, GHashTable *ids, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;

    if (field->kind == QMS_KIND_REF)
      status = redirect_field (node, field, ids, error);
    for (size_t i = 0; !status && i < count; i++)
      status = qms_redirect (items[i].node, ids, error);
  }
  return status;
}

/* ---- what is left to people */

static void
note_tasks (QmsMigration *migration)
{
  for (size_t i = 0; i < qms_migration_count_tasks (migration->plan); i++) {
    const QmsNode *task = qms_migration_get_tasks (migration->plan, i);
    const char *element = qms_migration_task_get_path (task);
    g_autofree char *path = g_strconcat ("/", migration->system->type->xml, element ? "/" : NULL, element, NULL);
    QmsValue values[] = { { "text", { qms_migration_task_get_text (task), qms_migration_task_get_text_en (task) } } };

    note_values (migration, QMS_MSG_MIGRATION_TASK, path, values, G_N_ELEMENTS (values));
  }
}

static bool
same_number (const char *a, const char *b)
{
  char key_a[QMS_NUMBER_MAX], key_b[QMS_NUMBER_MAX];

  return a && b && qms_number_key (a, key_a) && qms_number_key (b, key_b) && strcmp (key_a, key_b) == 0;
}

/* Citations of the old framework's decision and standard: wording is people's, so they are told, not changed. */
static void
note_old_citations (QmsMigration *migration, const QmsNode *old)
{
  const QmsEnum *standards = qms_field_enum (qms_field_by_id (QMS_FRAMEWORK_STANDARD));
  const char *standard = qms_enum_value_label (standards, qms_framework_get_standard (old), QMS_LANG_VI);
  const QmsNode *decision = qms_framework_get_decision (old);
  const char *decided = decision ? qms_citation_get_number (decision) : NULL;

  for (size_t i = 0; i < qms_system_count_procedures (migration->system); i++) {
    const QmsNode *procedure = qms_system_get_procedures (migration->system, i);
    for (size_t j = 0; j < qms_procedure_count_references (procedure); j++) {
      const QmsNode *citation = qms_procedure_get_references (procedure, j);
      const char *number = qms_citation_get_number (citation);
      if (same_number (number, decided) || same_number (number, standard))
        qms_migration_note (migration, QMS_MSG_MIGRATION_OLD_CITATION, citation, "number", number, NULL);
    }
  }
}

/* What the framework or the model still asks for. */
static QmsStatus
note_open (QmsMigration *migration, QmsValidator *validator, QmsError **error)
{
  QmsReport *report = NULL;
  QmsStatus status = qms_validator_run (validator, migration->system->document, &report, error);

  for (size_t i = 0; !status && i < qms_report_count (report); i++) {
    const QmsRule *rule = qms_report_rule (report, i);
    QmsValue values[] = {
      { "rule", { qms_rule_id (rule), NULL } },
      { "text", { qms_report_message (report, i, QMS_LANG_VI), qms_report_message (report, i, QMS_LANG_EN) } }
    };
    bool asked = strcmp (qms_rule_category (rule), "framework") == 0;

    if (qms_report_severity (report, i) == QMS_SEVERITY_ERROR
        || (asked && qms_report_severity (report, i) == QMS_SEVERITY_WARNING))
      note_values (migration, QMS_MSG_MIGRATION_OPEN, qms_report_path (report, i), values, G_N_ELEMENTS (values));
  }
  qms_report_free (report);
  return status;
}

/* ---- the whole */

static const QmsNode *
find_plan (const QmsNode *target, const char *from)
{
  for (size_t i = 0; i < qms_framework_count_migrations (target); i++) {
    const QmsNode *plan = qms_framework_get_migrations (target, i);
    if (g_strcmp0 (qms_migration_get_from (plan), from) == 0)
      return plan;
  }
  return NULL;
}

static QmsStatus
move (QmsMigration *migration, QmsError **error)
{
  const QmsNode *target = migration->target->root;
  g_autofree char *from = g_strdup (qms_system_get_framework (migration->system));
  g_autoptr (QmsDocument) old = NULL;
  QmsStatus status;

  migration->plan = find_plan (target, from);
  if (!migration->plan)
    return qms_fail (error, QMS_MSG_MIGRATION_UNKNOWN, NULL, "to", qms_framework_get_code (target), "from",
                     from ? from : "", NULL);
  status = qms_migrate_procedures (migration, error);
  if (!status)
    status = qms_system_set_framework (migration->system, qms_framework_get_code (target), error);
  if (!status && qms_framework_has_standard (target))
    status = qms_system_set_standard (migration->system, qms_framework_get_standard (target), error);
  if (!status)
    status = qms_migrate_additions (migration, error);
  if (!status)
    note_tasks (migration);
  if (!status && qms_framework_load (from, &old, NULL) == QMS_OK)
    note_old_citations (migration, old->root);
  return status;
}

/* The same document once more, as it would be saved and read. */
static QmsStatus
copy_document (QmsDocument *document, QmsDocument **copy, QmsError **error)
{
  QmsReader *reader = qms_reader_new ();
  char *text = NULL;
  size_t size;
  QmsStatus status = qms_document_write (document, QMS_FORMAT_XML, &text, &size, error);

  qms_reader_set_lenient (reader, 1);
  if (!status)
    status = qms_reader_parse (reader, text, size, qms_document_file (document), copy, error);
  qms_free (text);
  qms_reader_free (reader);
  return status;
}

static QmsStatus
migrate (QmsMigration *migration, int32_t year, int32_t month, int32_t day, QmsError **error)
{
  QmsValidator *validator = qms_validator_new ();
  QmsStatus status = qms_validator_set_as_of (validator, year, month, day, error);

  if (!status && migration->to)
    status = qms_framework_load (migration->to, &migration->target, error);
  if (!status && migration->to)
    status = qms_validator_set_framework (validator, migration->to, error);
  if (!status && migration->to)
    status = move (migration, error);
  if (!status && year != 0)
    status = qms_migrate_forms (migration, qms_date_pack (year, month, day).integer, error);
  if (!status && migration->to)
    status = note_open (migration, validator, error);
  qms_validator_free (validator);
  qms_document_unref (migration->target);
  return status;
}

static QmsStatus
check_arguments (QmsDocument *system, const char *to, int32_t year, QmsDocument **migrated, QmsError **error)
{
  const QmsType *expected = qms_type_by_id (QMS_TYPE_SYSTEM);

  if (!system || !migrated || (!to && year == 0))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", !system ? "system" : !migrated ? "migrated" : "to", NULL);
  if (system->root->type != expected)
    return qms_fail (error, QMS_MSG_FRAMEWORK_ROOT,
                     &(QmsPlace){ .file = qms_document_file (system), .line = system->root->line }, "expected",
                     expected->xml, "found", system->root->type->xml, NULL);
  return QMS_OK;
}

QmsStatus
qms_framework_migrate (QmsDocument *system, const char *to, int32_t year, int32_t month, int32_t day,
                       QmsDocument **migrated, QmsError **work, QmsError **error)
{
  g_autoptr (QmsDocument) copy = NULL;
  QmsMigration migration = { .to = to };
  QmsStatus status = check_arguments (system, to, year, migrated, error);

  if (!status)
    status = copy_document (system, &copy, error);
  if (status)
    return status;
  migration.system = copy->root;
  status = migrate (&migration, year, month, day, error);
  if (!status)
    *migrated = g_steal_pointer (&copy);
  if (!status && work)
    *work = g_steal_pointer (&migration.work);
  qms_error_free (migration.work);
  return status;
}
