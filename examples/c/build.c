/* SPDX-License-Identifier: Apache-2.0 */
/* Build a small system through the typed accessors and save it: build FILE. Errors gather in one chain, looked at once. */
#include <qms.h>

#include <stdio.h>

static void
add_role (QmsNode *agency, const char *id, const char *name, QmsError **error)
{
  QmsNode *role = qms_agency_add_roles (agency, error);
  qms_role_set_id (role, id, error);
  qms_role_set_name (role, name, error);
}

/* A step of `hours` working hours. */
static void
add_step (QmsNode *procedure, const char *role, const char *name, int64_t hours, QmsError **error)
{
  QmsNode *step = qms_procedure_add_steps (procedure, error);
  qms_step_set_role (step, role, error);
  qms_step_set_name (step, name, error);
  QmsNode *time = qms_step_add_durations (step, error);
  qms_step_duration_set_value (time, hours, 0, QMS_DURATION_UNIT_WORKING_HOUR, error);
}

static void
fill (QmsNode *system, QmsError **error)
{
  qms_system_set_standard (system, QMS_STANDARD_ISO9001_2015, error);
  QmsNode *agency = qms_system_add_agency (system, error);
  qms_agency_set_type (agency, QMS_AGENCY_TYPE_COMMUNE, error);
  qms_agency_set_name (agency, "Ủy ban nhân dân xã Hòa Mẫu", error);
  add_role (agency, "VT-TN", "Cán bộ tiếp nhận và trả kết quả", error);
  add_role (agency, "VT-TP", "Công chức tư pháp – hộ tịch", error);

  QmsNode *procedure = qms_system_add_procedures (system, error);
  qms_procedure_set_id (procedure, "QT-KS", error);
  qms_procedure_set_kind (procedure, QMS_PROCEDURE_KIND_ADMINISTRATIVE, error);
  qms_procedure_set_title (procedure, "Đăng ký khai sinh", error);
  add_step (procedure, "VT-TN", "Tiếp nhận hồ sơ", 1, error);
  add_step (procedure, "VT-TP", "Thẩm định, ghi sổ", 6, error);
  add_step (procedure, "VT-TN", "Trả kết quả", 1, error);
}

int
main (int argc, char **argv)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsError *error = NULL;
  fill (qms_document_root (document), &error);
  if (!error && argc == 2)
    qms_document_save (document, argv[1], QMS_FORMAT_AUTO, &error);
  if (error)
    fprintf (stderr, "%s\n", qms_error_message (error, QMS_LANG_EN));
  int code = error || argc != 2 ? 2 : 0;
  qms_error_free (error);
  qms_document_unref (document);
  return code;
}
