/* SPDX-License-Identifier: Apache-2.0 */
/* Instantiation: a new system for an agency from a framework's samples. */
#include "core/text.h"
#include "framework/framework.h"

bool
qms_sample_is_for (const QmsNode *sample, int32_t agency_type)
{
  size_t count = qms_sample_count_agency_types (sample);

  for (size_t i = 0; i < count; i++)
    if (qms_sample_get_agency_types (sample, i) == agency_type)
      return true;
  return count == 0;
}

/* Lays the sample's file, then what it holds itself. */
static QmsStatus
lay_sample (QmsOverlay *overlay, const QmsNode *sample, QmsError **error)
{
  const char *file = qms_sample_get_file (sample);
  const QmsNode *system = qms_sample_get_system (sample);
  g_autoptr (QmsDocument) document = NULL;
  QmsStatus status = file ? qms_source_read (file, QMS_TYPE_SYSTEM, &document, error) : QMS_OK;

  if (!status && document)
    status = qms_overlay_lay (overlay, document->root, error);
  if (!status && system)
    status = qms_overlay_lay (overlay, system, error);
  return status;
}

static QmsStatus
lay_samples (QmsNode *system, const QmsNode *framework, int32_t agency_type, QmsError **error)
{
  g_autoptr (QmsOverlay) overlay = qms_overlay_new (system);
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_framework_count_samples (framework); i++) {
    const QmsNode *sample = qms_framework_get_samples (framework, i);

    if (qms_sample_is_for (sample, agency_type))
      status = lay_sample (overlay, sample, error);
  }
  return status;
}

static QmsStatus
substitute_values (QmsNode *system, const QmsNode *framework, const char *name, int32_t year, QmsError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new (qms_text_hash, g_str_equal);
  g_autofree char *year_text = g_strdup_printf ("%d", year);

  for (size_t i = 0; i < qms_framework_count_parameters (framework); i++) {
    const QmsNode *parameter = qms_framework_get_parameters (framework, i);
    g_hash_table_insert (values, (gpointer)qms_framework_parameter_get_name (parameter),
                         (gpointer)qms_framework_parameter_get_value (parameter));
  }
  g_hash_table_insert (values, (gpointer)"tenCoQuan", (gpointer)name);
  g_hash_table_insert (values, (gpointer)"nam", year_text);
  return qms_substitute (system, values, error);
}

/* A sample cannot know the year: an objective without one is for this year, from its first day to its last. */
static QmsStatus
date_objectives (QmsNode *system, int32_t year, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_system_count_objectives (system); i++) {
    QmsNode *objective = qms_system_get_objectives (system, i);

    if (qms_objective_has_year (objective))
      continue;
    status = qms_objective_set_year (objective, year, error);
    if (!status && !qms_objective_has_start (objective))
      status = qms_objective_set_start (objective, year, 1, 1, error);
    if (!status && !qms_objective_has_due (objective))
      status = qms_objective_set_due (objective, year, 12, 31, error);
  }
  return status;
}

/* The plan of the year, in the same way. */
static QmsStatus
date_plans (QmsNode *system, int32_t year, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_system_count_annual_plans (system); i++) {
    QmsNode *plan = qms_system_get_annual_plans (system, i);

    if (!qms_annual_plan_has_year (plan))
      status = qms_annual_plan_set_year (plan, year, error);
  }
  return status;
}

static QmsStatus
identify (QmsNode *system, const QmsNode *framework, int32_t agency_type, const char *name, QmsError **error)
{
  QmsNode *agency = qms_system_get_agency (system);
  QmsStatus status = qms_system_set_framework (system, qms_framework_get_code (framework), error);

  if (!agency)
    agency = qms_node_add (system, QMS_SYSTEM_AGENCY, 0, error);
  if (!status && qms_framework_has_standard (framework))
    status = qms_system_set_standard (system, qms_framework_get_standard (framework), error);
  if (!status)
    status = qms_agency_set_type (agency, agency_type, error);
  return status ? status : qms_agency_set_name (agency, name, error);
}

static int32_t
current_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

static QmsStatus
fill (QmsNode *system, const QmsNode *framework, int32_t agency_type, const char *name, QmsError **error)
{
  int32_t year = current_year ();
  QmsStatus status = lay_samples (system, framework, agency_type, error);

  if (!status)
    status = substitute_values (system, framework, name, year, error);
  if (!status)
    status = date_objectives (system, year, error);
  if (!status)
    status = date_plans (system, year, error);
  return status ? status : identify (system, framework, agency_type, name, error);
}

QmsStatus
qms_framework_fill (const QmsNode *framework, int32_t agency_type, const char *name, QmsDocument **system,
                    QmsError **error)
{
  g_autoptr (QmsDocument) filled = qms_document_new (QMS_TYPE_SYSTEM);
  QmsStatus status = fill (filled->root, framework, agency_type, name, error);

  if (!status)
    *system = g_steal_pointer (&filled);
  return status;
}

static bool
is_blank (const char *text)
{
  while (qms_text_is_space (*text))
    text++;
  return *text == '\0';
}

/* Name of the first argument that is unfit; NULL if all are fit. */
static const char *
unfit_argument (int32_t agency_type, const char *name, QmsDocument **system)
{
  const QmsEnum *types = qms_field_enum (qms_field_by_id (QMS_AGENCY_TYPE));

  if (!qms_enum_value_xml (types, agency_type))
    return "agency_type";
  if (!name || is_blank (name))
    return "name";
  return system ? NULL : "system";
}

QmsStatus
qms_framework_instantiate (const char *id, int32_t agency_type, const char *name, QmsDocument **system,
                           QmsError **error)
{
  g_autoptr (QmsDocument) framework = NULL;
  const char *unfit = unfit_argument (agency_type, name, system);
  QmsStatus status;

  if (unfit)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", unfit, NULL);
  status = qms_framework_load (id, &framework, error);
  return status ? status : qms_framework_fill (framework->root, agency_type, name, system, error);
}
