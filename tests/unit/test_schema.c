/* SPDX-License-Identifier: Apache-2.0 */
/* Reflection: types, fields, enumerations, and the schemas as text. */
#include <qms.h>

#include <check.h>
#include <string.h>

Suite *schema_suite (void);

START_TEST (every_type_is_found_by_index_id_and_name)
{
  ck_assert_uint_gt (qms_type_count (), 20);
  for (size_t i = 0; i < qms_type_count (); i++) {
    const QmsType *type = qms_type_at (i);
    ck_assert_ptr_eq (qms_type_by_id (qms_type_id (type)), type);
    ck_assert_ptr_eq (qms_type_by_name (qms_type_name (type)), type);
    ck_assert_ptr_nonnull (qms_type_xml_name (type));
    ck_assert_uint_gt (strlen (qms_type_doc (type, QMS_LANG_VI)), 0);
    ck_assert_uint_gt (strlen (qms_type_doc (type, QMS_LANG_EN)), 0);
  }
  ck_assert_ptr_null (qms_type_at (qms_type_count ()));
  ck_assert_ptr_null (qms_type_by_id (0));
  ck_assert_ptr_null (qms_type_by_id (UINT32_MAX));
  ck_assert_ptr_null (qms_type_by_name ("heThongLa"));
}
END_TEST

START_TEST (only_roots_are_found_by_their_xml_name)
{
  const QmsType *system = qms_type_by_name ("heThong");

  ck_assert_uint_eq (qms_type_id (system), QMS_TYPE_SYSTEM);
  ck_assert_int_eq (qms_type_is_root (system), 1);
  ck_assert_ptr_null (qms_type_by_name ("buoc"));
  ck_assert_int_eq (qms_type_is_root (qms_type_by_name ("step")), 0);
}
END_TEST

static void
check_field (const QmsType *type, const QmsField *field)
{
  int kind = qms_field_kind (field);

  ck_assert_ptr_eq (qms_field_by_id (qms_field_id (field)), field);
  ck_assert_ptr_eq (qms_type_field_by_name (type, qms_field_name (field)), field);
  ck_assert_uint_gt (strlen (qms_field_doc (field, QMS_LANG_VI)), 0);
  ck_assert_int_ge (kind, QMS_KIND_ID);
  ck_assert_int_le (kind, QMS_KIND_NODE);
  ck_assert_int_eq (qms_field_target (field) != NULL, kind == QMS_KIND_NODE || kind == QMS_KIND_REF);
  ck_assert_int_eq (qms_field_enum (field) != NULL, kind == QMS_KIND_ENUM);
  if (qms_field_is_list (field))
    ck_assert_int_eq (qms_field_form (field), QMS_FORM_ELEMENT);
}

START_TEST (every_field_is_found_by_index_id_and_name)
{
  for (size_t i = 0; i < qms_type_count (); i++) {
    const QmsType *type = qms_type_at (i);
    for (size_t j = 0; j < qms_type_field_count (type); j++)
      check_field (type, qms_type_field_at (type, j));
    ck_assert_ptr_null (qms_type_field_at (type, qms_type_field_count (type)));
  }
  ck_assert_ptr_null (qms_field_by_id (QMS_PROCEDURE_TITLE + 200));
}
END_TEST

START_TEST (a_field_tells_what_the_schema_says)
{
  const QmsField *title = qms_field_by_id (QMS_PROCEDURE_TITLE), *role = qms_field_by_id (QMS_STEP_ROLE);
  const QmsField *code = qms_field_by_id (QMS_ADMINISTRATIVE_PROCEDURE_CODE);

  ck_assert_str_eq (qms_field_xml_name (title), "ten");
  ck_assert_int_eq (qms_field_is_required (title), 1);
  ck_assert_int_eq (qms_field_form (title), QMS_FORM_ELEMENT);
  ck_assert_uint_eq (qms_type_id (qms_field_target (role)), QMS_TYPE_ROLE);
  ck_assert_int_eq (qms_field_is_required (role), 0);
  ck_assert_ptr_nonnull (strstr (qms_field_pattern (code), "[0-9]{6}"));
  ck_assert_ptr_null (qms_field_pattern (title));
}
END_TEST

START_TEST (every_value_of_an_enumeration_has_two_names_and_two_labels)
{
  const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_PROCEDURE_KIND));

  ck_assert_str_eq (qms_enum_name (kinds), "procedure_kind");
  ck_assert_uint_gt (qms_enum_value_count (kinds), 10);
  for (size_t i = 0; i < qms_enum_value_count (kinds); i++) {
    int32_t value = qms_enum_value_at (kinds, i);
    ck_assert_int_eq (qms_enum_value_by_name (kinds, qms_enum_value_name (kinds, value)), value);
    ck_assert_int_eq (qms_enum_value_by_name (kinds, qms_enum_value_xml (kinds, value)), value);
    ck_assert_str_ne (qms_enum_value_label (kinds, value, QMS_LANG_VI), qms_enum_value_label (kinds, value, QMS_LANG_EN));
  }
  ck_assert_str_eq (qms_enum_value_xml (kinds, QMS_PROCEDURE_KIND_INTERNAL_AUDIT), "danhGiaNoiBo");
  ck_assert_ptr_null (qms_enum_value_xml (kinds, 0));
  ck_assert_int_eq (qms_enum_value_at (kinds, qms_enum_value_count (kinds)), 0);
  ck_assert_int_eq (qms_enum_value_by_name (kinds, "khongCo"), 0);
}
END_TEST

START_TEST (every_enumeration_is_found_by_index_and_name)
{
  ck_assert_uint_gt (qms_enum_count (), 10);
  for (size_t i = 0; i < qms_enum_count (); i++)
    ck_assert_ptr_eq (qms_enum_by_name (qms_enum_name (qms_enum_at (i))), qms_enum_at (i));
  ck_assert_str_eq (qms_enum_value_xml (qms_enum_by_name ("duration_unit"), QMS_DURATION_UNIT_WORKING_DAY), "ngayLamViec");
  ck_assert_ptr_null (qms_enum_at (qms_enum_count ()));
  ck_assert_ptr_null (qms_enum_by_name ("procedure"));
  ck_assert_ptr_null (qms_enum_by_name (NULL));
}
END_TEST

START_TEST (reflection_answers_null_with_nothing)
{
  ck_assert_uint_eq (qms_type_id (NULL), 0);
  ck_assert_ptr_null (qms_type_name (NULL));
  ck_assert_ptr_null (qms_type_xml_name (NULL));
  ck_assert_ptr_null (qms_type_doc (NULL, QMS_LANG_VI));
  ck_assert_uint_eq (qms_type_field_count (NULL), 0);
  ck_assert_ptr_null (qms_type_field_at (NULL, 0));
  ck_assert_ptr_null (qms_type_field_by_name (NULL, "title"));
  ck_assert_uint_eq (qms_field_id (NULL), 0);
  ck_assert_int_eq (qms_field_kind (NULL), 0);
  ck_assert_ptr_null (qms_field_target (NULL));
  ck_assert_ptr_null (qms_enum_name (NULL));
  ck_assert_uint_eq (qms_enum_value_count (NULL), 0);
  ck_assert_int_eq (qms_enum_value_by_name (NULL, "a"), 0);
}
END_TEST

START_TEST (the_schemas_are_part_of_the_library)
{
  ck_assert_ptr_nonnull (strstr (qms_schema_text ("xsd"), "urn:libqms:1"));
  ck_assert_ptr_nonnull (strstr (qms_schema_text ("json"), "administrative_procedures"));
  ck_assert_ptr_null (qms_schema_text ("rng"));
  ck_assert_ptr_null (qms_schema_text (NULL));
}
END_TEST

START_TEST (typed_accessors_read_what_they_wrote)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *procedure = qms_system_add_procedures (qms_document_root (document), NULL);
  QmsNode *limit = qms_procedure_add_time_limits (procedure, NULL);
  int64_t mantissa;
  int32_t scale, unit;

  ck_assert_int_eq (qms_procedure_set_title (procedure, "Đăng ký khai sinh", NULL), QMS_OK);
  ck_assert_int_eq (qms_procedure_set_kind (procedure, QMS_PROCEDURE_KIND_ADMINISTRATIVE, NULL), QMS_OK);
  ck_assert_int_eq (qms_time_limit_set_value (limit, 5, 1, QMS_DURATION_UNIT_WORKING_DAY, NULL), QMS_OK);
  ck_assert_str_eq (qms_procedure_get_title (qms_system_get_procedures (qms_document_root (document), 0)), "Đăng ký khai sinh");
  ck_assert_int_eq (qms_procedure_get_kind (procedure), QMS_PROCEDURE_KIND_ADMINISTRATIVE);
  ck_assert_uint_eq (qms_procedure_count_time_limits (procedure), 1);
  ck_assert_int_eq (qms_time_limit_get_value (limit, &mantissa, &scale, &unit), QMS_OK);
  ck_assert_int_eq (mantissa, 5);
  ck_assert_int_eq (scale, 1);
  ck_assert_int_eq (unit, QMS_DURATION_UNIT_WORKING_DAY);
  ck_assert_int_eq (qms_procedure_has_purpose (procedure), 0);
  qms_document_unref (document);
}
END_TEST

Suite *
schema_suite (void)
{
  Suite *suite = suite_create ("schema");
  TCase *tests = tcase_create ("schema");

  tcase_add_test (tests, every_type_is_found_by_index_id_and_name);
  tcase_add_test (tests, only_roots_are_found_by_their_xml_name);
  tcase_add_test (tests, every_field_is_found_by_index_id_and_name);
  tcase_add_test (tests, a_field_tells_what_the_schema_says);
  tcase_add_test (tests, every_value_of_an_enumeration_has_two_names_and_two_labels);
  tcase_add_test (tests, every_enumeration_is_found_by_index_and_name);
  tcase_add_test (tests, reflection_answers_null_with_nothing);
  tcase_add_test (tests, the_schemas_are_part_of_the_library);
  tcase_add_test (tests, typed_accessors_read_what_they_wrote);
  suite_add_tcase (suite, tests);
  return suite;
}
