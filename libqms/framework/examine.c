/* SPDX-License-Identifier: Apache-2.0 */
/* Examining a framework file that someone writes: its own rules, its base, its samples for each agency type. */
#include "core/text.h"
#include "framework/framework.h"
#include "framework/select.h"
#include "rules/engine.h"

#include <string.h>

#define OPENING "{{"
#define CLOSING "}}"

typedef struct {
  QmsReport *report;
  const QmsNode *framework; /* resolved */
  QmsPlace place;           /* of the file's root: where what is wrong with samples is reported */
  GHashTable *said;         /* messages about samples: most are the same for every agency type */
} Examination;

static void
add_error (QmsReport *report, QmsError *error)
{
  qms_report_add_errors (report, error);
  qms_error_free (error);
}

/* ---- requirements whose path stands in the base */

static const QmsNode *
find_requirement (const QmsNode *framework, const char *id)
{
  for (size_t i = 0; i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);

    if (g_strcmp0 (qms_requirement_get_id (requirement), id) == 0)
      return requirement;
  }
  return NULL;
}

/* Looks at what has become of a requirement, and reports it where it was altered. */
static void
check_altered (Examination *examination, const QmsNode *own)
{
  QmsCheck check = { .document = own->document, .report = examination->report };

  for (size_t i = 0; i < qms_framework_count_requirements (own); i++) {
    const QmsNode *altered = qms_framework_get_requirements (own, i), *whole;
    const QmsType *type;

    if (qms_requirement_has_path (altered))
      continue;
    whole = find_requirement (examination->framework, qms_requirement_get_id (altered));
    type = whole ? qms_path_type (qms_requirement_get_path (whole), NULL) : NULL;
    if (!type)
      continue;
    qms_requirement_check_fields (&check, altered, whole, type);
    qms_requirement_check_values (&check, altered, whole, type);
  }
}

/* ---- samples */

static bool
says_again (Examination *examination, const char *message, const char *path)
{
  return !g_hash_table_add (examination->said, g_strconcat (path ? path : "", "\n", message, NULL));
}

static void
report_sample (Examination *examination, const QmsReport *report, size_t index, const char *type)
{
  const char *vi = qms_report_message (report, index, QMS_LANG_VI), *path = qms_report_path (report, index);
  const char *en = qms_report_message (report, index, QMS_LANG_EN);
  const QmsValue values[] = { { "type", { type, NULL } }, { "message", { vi, en } }, { "path", { path, NULL } } };
  QmsError *error = NULL;

  if (says_again (examination, vi, path))
    return;
  qms_error_add (&error, &qms_gen_rules[QMS_MSG_FRAMEWORK_SAMPLE_INVALID], &examination->place, values,
                 G_N_ELEMENTS (values));
  add_error (examination->report, error);
}

static QmsStatus
validate_sample (Examination *examination, QmsDocument *system, const char *type, QmsError **error)
{
  g_autoptr (QmsReport) report = NULL;
  QmsValidator *validator = qms_validator_new ();
  QmsStatus status;

  qms_validator_use_framework (validator, examination->framework->document);
  status = qms_validator_run (validator, system, &report, error);
  qms_validator_free (validator);
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (qms_report_severity (report, i) == QMS_SEVERITY_ERROR)
      report_sample (examination, report, i, type);
  return status;
}

/* A {{name}} that is left in a text: nothing defines it. */
static void
report_names (Examination *examination, const char *text, const char *path)
{
  const char *opening, *closing;

  while ((opening = strstr (text, OPENING)) && (closing = strstr (opening, CLOSING))) {
    g_autofree char *name = g_strndup (opening + strlen (OPENING), closing - opening - strlen (OPENING));
    QmsError *error = NULL;

    text = closing + strlen (CLOSING);
    if (says_again (examination, name, NULL))
      continue;
    qms_fail (&error, QMS_MSG_FRAMEWORK_SAMPLE_NAME, &examination->place, "name", name, "path", path, NULL);
    add_error (examination->report, error);
  }
}

static void
look_for_names (Examination *examination, const QmsNode *node)
{
  for (unsigned slot = 0; slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    for (size_t i = 0; i < count; i++)
      if (field->kind == QMS_KIND_NODE) {
        look_for_names (examination, items[i].node);
      } else if (qms_kind_is_string (field->kind) && strstr (items[i].string, OPENING)) {
        g_autofree char *path = qms_node_path (node);
        report_names (examination, items[i].string, path);
      }
  }
}

static bool
has_sample (const QmsNode *framework, int32_t agency_type)
{
  for (size_t i = 0; i < qms_framework_count_samples (framework); i++)
    if (qms_sample_is_for (qms_framework_get_samples (framework, i), agency_type))
      return true;
  return false;
}

/* Name of the agency in the systems that are made only to be looked at. */
#define NAME "[[tên cơ quan]]"

static void
check_samples (Examination *examination, int32_t agency_type, const char *name)
{
  g_autoptr (QmsDocument) system = NULL;
  QmsError *error = NULL;

  if (!has_sample (examination->framework, agency_type))
    return;
  if (qms_framework_fill (examination->framework, agency_type, NAME, &system, &error) == QMS_OK) {
    look_for_names (examination, system->root);
    validate_sample (examination, system, name, &error);
  }
  if (error && !says_again (examination, qms_error_message (error, QMS_LANG_VI), NULL))
    qms_report_add_errors (examination->report, error);
  qms_error_free (error);
}

static void
check_all_samples (Examination *examination)
{
  const QmsEnum *types = qms_field_enum (qms_field_by_id (QMS_AGENCY_TYPE));

  for (size_t i = 0; i < qms_enum_value_count (types); i++) {
    int32_t type = qms_enum_value_at (types, i);

    check_samples (examination, type, qms_enum_value_xml (types, type));
  }
}

/* ---- the whole */

/* Whether the rules have found already what makes the requirement on that line impossible. */
static bool
is_known (const QmsReport *report, const char *path, const QmsError *error)
{
  if (strcmp (qms_error_id (error), qms_gen_rules[QMS_MSG_FRAMEWORK_IMPOSSIBLE].id) != 0
      || g_strcmp0 (qms_error_file (error), path) != 0)
    return false;
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (qms_report_severity (report, i) == QMS_SEVERITY_ERROR && qms_report_line (report, i) == qms_error_line (error))
      return true;
  return false;
}

/* What needs the base: nothing of it can be said of a framework that cannot be resolved. */
static void
examine_resolved (QmsReport *report, const char *path, const QmsDocument *own)
{
  g_autoptr (QmsDocument) resolved = NULL;
  g_autoptr (GHashTable) said = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  Examination examination = { .report = report, .said = said };
  QmsError *error = NULL;

  if (qms_framework_load (path, &resolved, &error) != QMS_OK) {
    if (!is_known (report, path, error))
      qms_report_add_errors (report, error);
    qms_error_free (error);
    return;
  }
  examination.framework = resolved->root;
  examination.place = (QmsPlace){ path, own->root->line, own->root->column, NULL };
  check_altered (&examination, own->root);
  check_all_samples (&examination);
}

QmsStatus
qms_framework_check_file (const char *path, QmsReport **report, QmsError **error)
{
  g_autoptr (QmsDocument) framework = NULL;
  QmsStatus status;

  if (!path || !report)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", path ? "report" : "path", NULL);
  status = qms_source_read (path, QMS_TYPE_FRAMEWORK, &framework, error);
  if (!status)
    status = qms_document_validate (framework, report, error);
  if (status)
    return status;
  examine_resolved (*report, path, framework);
  qms_report_sort (*report);
  return QMS_OK;
}
