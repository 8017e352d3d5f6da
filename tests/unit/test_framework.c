/* SPDX-License-Identifier: Apache-2.0 */
/* Framework models: what ships, resolution, requirements, new systems. */
#include <qms.h>

#include <check.h>
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

Suite *framework_suite (void);

#define FOLDER QMS_SOURCE_DIR "/tests/framework/"
#define NAME "UBND xã Thới Hưng"

enum { N_FRAMEWORKS = 3, N_AGENCY_TYPES = 12, N_PAIRS = N_FRAMEWORKS * N_AGENCY_TYPES };

static QmsDocument *
load (const char *id)
{
  QmsDocument *framework = NULL;
  QmsError *error = NULL;

  qms_framework_load (id, &framework, &error);
  ck_assert_msg (!error, "%s: %s", id, qms_error_message (error, QMS_LANG_EN));
  return framework;
}

/* The error that refuses a framework; the caller frees it. */
static QmsError *
refusal (const char *id, QmsStatus expected)
{
  QmsDocument *framework = NULL;
  QmsError *error = NULL;

  ck_assert_int_eq (qms_framework_load (id, &framework, &error), expected);
  ck_assert_ptr_null (framework);
  ck_assert_ptr_nonnull (error);
  return error;
}

static QmsDocument *
instantiate (const char *id, int32_t agency_type)
{
  QmsDocument *system = NULL;
  QmsError *error = NULL;

  qms_framework_instantiate (id, agency_type, NAME, &system, &error);
  ck_assert_msg (!error, "%s: %s", id, qms_error_message (error, QMS_LANG_EN));
  return system;
}

static QmsDocument *
parse (const char *text)
{
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_parse (text, strlen (text), &document, NULL), QMS_OK);
  return document;
}

/* Validates against the framework `id`, or the document's own if it is NULL. */
static QmsReport *
validate (QmsDocument *document, const char *id)
{
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  if (id)
    ck_assert_int_eq (qms_validator_set_framework (validator, id, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  qms_validator_free (validator);
  return report;
}

static size_t
errors (const QmsReport *report)
{
  return qms_report_severity_count (report, QMS_SEVERITY_ERROR);
}

/* Message of the first error, for tests that expect none. */
static const char *
first_error (const QmsReport *report)
{
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (qms_report_severity (report, i) == QMS_SEVERITY_ERROR)
      return qms_report_message (report, i, QMS_LANG_EN);
  return "";
}

/* Index of the first finding of a rule; SIZE_MAX if there is none. */
static size_t
find (const QmsReport *report, const char *slug)
{
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (strcmp (qms_rule_slug (qms_report_rule (report, i)), slug) == 0)
      return i;
  return SIZE_MAX;
}

static QmsNode *
requirement (QmsDocument *framework, const char *id)
{
  const QmsNode *root = qms_document_root (framework);

  for (size_t i = 0; i < qms_framework_count_requirements (root); i++)
    if (strcmp (qms_requirement_get_id (qms_framework_get_requirements (root, i)), id) == 0)
      return qms_framework_get_requirements (root, i);
  return NULL;
}

/* ---- what ships */

START_TEST (shipped_frameworks_are_listed_in_order_and_carry_their_own_identifier)
{
  ck_assert_uint_eq (qms_framework_count (), N_FRAMEWORKS);
  ck_assert_str_eq (qms_framework_id (0), "bkhcn-101-2019");
  ck_assert_str_eq (qms_framework_id (1), "bkhcn-2968-2010");
  ck_assert_str_eq (qms_framework_id (2), "btp-313-2024");
  ck_assert_ptr_null (qms_framework_id (N_FRAMEWORKS));
  for (size_t i = 0; i < N_FRAMEWORKS; i++) {
    QmsDocument *framework = load (qms_framework_id (i));
    ck_assert_str_eq (qms_framework_get_code (qms_document_root (framework)), qms_framework_id (i));
    qms_document_unref (framework);
  }
}
END_TEST

static size_t
mandatory_procedures (const char *id)
{
  QmsDocument *framework = load (id);
  const QmsNode *root = qms_document_root (framework);
  size_t count = 0;

  for (size_t i = 0; i < qms_framework_count_requirements (root); i++) {
    const QmsNode *item = qms_framework_get_requirements (root, i);
    count += qms_requirement_get_severity (item) == QMS_REQUIREMENT_SEVERITY_MANDATORY
             && strcmp (qms_requirement_get_path (item), "quyTrinh") == 0;
  }
  qms_document_unref (framework);
  return count;
}

START_TEST (the_framework_of_2019_asks_for_five_procedures_that_of_2010_for_six)
{
  ck_assert_uint_eq (mandatory_procedures ("bkhcn-101-2019"), 5);
  ck_assert_uint_eq (mandatory_procedures ("bkhcn-2968-2010"), 6);
  ck_assert_uint_eq (mandatory_procedures ("btp-313-2024"), 5);
}
END_TEST

START_TEST (shipped_frameworks_validate_without_an_error)
{
  for (size_t i = 0; i < N_FRAMEWORKS; i++) {
    QmsDocument *framework = load (qms_framework_id (i));
    QmsReport *report = validate (framework, NULL);

    ck_assert_msg (errors (report) == 0, "%s", first_error (report));
    qms_report_free (report);
    qms_document_unref (framework);
  }
}
END_TEST

/* Checks that the canonical text of each XML file of a folder is the file itself; returns how many there are. */
static size_t
check_canonical (const char *folder)
{
  GDir *names = g_dir_open (folder, 0, NULL);
  const char *name;
  size_t count = 0;

  ck_assert_ptr_nonnull (names);
  while ((name = g_dir_read_name (names))) {
    g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
    QmsDocument *document = NULL;
    char *canonical = NULL;

    if (!g_str_has_suffix (name, ".xml"))
      continue;
    ck_assert (g_file_get_contents (path, &text, NULL, NULL));
    ck_assert_int_eq (qms_document_load (path, &document, NULL), QMS_OK);
    ck_assert_int_eq (qms_document_write (document, QMS_FORMAT_XML, &canonical, NULL, NULL), QMS_OK);
    ck_assert_msg (strcmp (text, canonical) == 0, "%s is not in canonical form: qms format -i", path);
    qms_free (canonical);
    qms_document_unref (document);
    count++;
  }
  g_dir_close (names);
  return count;
}

START_TEST (shipped_files_are_in_canonical_form)
{
  ck_assert_uint_eq (check_canonical (QMS_SOURCE_DIR "/data/frameworks"), N_FRAMEWORKS);
  ck_assert_uint_ge (check_canonical (QMS_SOURCE_DIR "/data/frameworks/mau"), 1);
  ck_assert_uint_eq (check_canonical (QMS_SOURCE_DIR "/data/frameworks/mau/co-quan"), N_AGENCY_TYPES);
}
END_TEST

/* ---- new systems */

/* Framework and agency type of a pair, of N_PAIRS. */
static const char *
pair_framework (int index)
{
  return qms_framework_id (index / N_AGENCY_TYPES);
}

static int32_t
pair_agency_type (int index)
{
  return index % N_AGENCY_TYPES + 1;
}

START_TEST (a_new_system_names_its_agency_and_framework_and_has_no_error)
{
  const char *id = pair_framework (_i);
  int32_t agency_type = pair_agency_type (_i);
  QmsDocument *system = instantiate (id, agency_type);
  const QmsNode *root = qms_document_root (system), *agency = qms_system_get_agency (root);
  QmsReport *report = validate (system, NULL);

  ck_assert_str_eq (qms_system_get_framework (root), id);
  ck_assert_str_eq (qms_agency_get_name (agency), NAME);
  ck_assert_int_eq (qms_agency_get_type (agency), agency_type);
  ck_assert_int_ne (qms_system_get_standard (root), 0);
  ck_assert_msg (errors (report) == 0, "%s, type %d: %s", id, agency_type, first_error (report));
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_new_system_has_every_name_substituted_and_marks_what_is_left_to_decide)
{
  QmsDocument *system = instantiate (pair_framework (_i), pair_agency_type (_i));
  char *text = NULL;

  ck_assert_int_eq (qms_document_write (system, QMS_FORMAT_XML, &text, NULL, NULL), QMS_OK);
  ck_assert_ptr_null (strstr (text, "{{"));
  ck_assert_ptr_null (strstr (text, "<!--"));
  ck_assert_ptr_nonnull (strstr (text, "[["));
  qms_free (text);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_new_system_has_an_own_skeleton_for_its_type)
{
  QmsDocument *commune = instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE);
  QmsDocument *department = instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_DEPARTMENT);

  ck_assert_str_eq (qms_position_get_name (qms_document_find (commune, "CV-NDD")), "Chủ tịch Ủy ban nhân dân");
  ck_assert_str_eq (qms_position_get_name (qms_document_find (department, "CV-NDD")), "Giám đốc Sở");
  ck_assert_int_eq (qms_position_get_head (qms_document_find (department, "CV-NDD")), 1);
  ck_assert_ptr_nonnull (qms_document_find (commune, "DV-VHXH"));
  ck_assert_ptr_null (qms_document_find (department, "DV-VHXH"));
  qms_document_unref (commune);
  qms_document_unref (department);
}
END_TEST

START_TEST (objectives_of_a_new_system_are_for_the_whole_current_year)
{
  QmsDocument *system = instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE);
  const QmsNode *objective = qms_system_get_objectives (qms_document_root (system), 0);
  GDateTime *now = g_date_time_new_now_local ();
  int32_t year, month, day;

  ck_assert_int_eq (qms_objective_get_year (objective), g_date_time_get_year (now));
  ck_assert_int_eq (qms_objective_get_due (objective, &year, &month, &day), QMS_OK);
  ck_assert_int_eq (year, g_date_time_get_year (now));
  ck_assert_int_eq (month * 100 + day, 1231);
  g_date_time_unref (now);
  qms_document_unref (system);
}
END_TEST

START_TEST (two_new_systems_are_equal)
{
  QmsDocument *one = instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE);
  QmsDocument *other = instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE);

  ck_assert_ptr_ne (one, other);
  ck_assert_int_eq (qms_node_equal (qms_document_root (one), qms_document_root (other)), 1);
  qms_document_unref (one);
  qms_document_unref (other);
}
END_TEST

START_TEST (a_system_is_not_made_without_a_name_or_for_an_unknown_type)
{
  QmsDocument *system = NULL;

  ck_assert_int_eq (qms_framework_instantiate ("bkhcn-101-2019", 0, NAME, &system, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_instantiate ("bkhcn-101-2019", 99, NAME, &system, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_instantiate ("bkhcn-101-2019", 1, "", &system, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_instantiate ("bkhcn-101-2019", 1, NULL, &system, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_instantiate ("bkhcn-101-2019", 1, NAME, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_framework_instantiate (NULL, 1, NAME, &system, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (system);
}
END_TEST

START_TEST (an_agency_name_is_taken_as_it_is)
{
  QmsDocument *system = NULL;
  const QmsNode *root;

  ck_assert_int_eq (
      qms_framework_instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE, "Xã {{nam}} <&>", &system, NULL), QMS_OK);
  root = qms_document_root (system);
  ck_assert_str_eq (qms_agency_get_name (qms_system_get_agency (root)), "Xã {{nam}} <&>");
  ck_assert_ptr_nonnull (strstr (qms_policy_get_statement (qms_system_get_policy (root)), "Xã {{nam}} <&>"));
  qms_document_unref (system);
}
END_TEST

/* ---- requirements */

/* Takes an element out of the system; a procedure, to which others refer, becomes one of another kind. */
static int
spoil (QmsNode *node)
{
  if (qms_type_id (qms_node_type (node)) == QMS_TYPE_PROCEDURE)
    return qms_procedure_set_kind (node, QMS_PROCEDURE_KIND_INTERNAL, NULL) == QMS_OK;
  return qms_node_detach (node, NULL) == QMS_OK;
}

/* Takes away every element below the root that meets the requirement; returns how many. */
static size_t
take_away (QmsDocument *system, const QmsNode *wanted)
{
  QmsNode *root = qms_document_root (system);
  const QmsField *field = qms_type_field_by_name (qms_node_type (root), qms_requirement_get_path (wanted));
  size_t taken = 0;

  ck_assert_ptr_nonnull (field);
  for (size_t i = qms_node_count (root, qms_field_id (field)); i-- > 0;) {
    QmsNode *node = qms_node_get_node_at (root, qms_field_id (field), i);
    const char *name = qms_requirement_get_field (wanted);
    const QmsField *condition = name ? qms_type_field_by_name (qms_node_type (node), name) : NULL;
    char *value = condition ? qms_node_get_text (node, qms_field_id (condition), 0) : NULL;

    if (!name || g_strcmp0 (value, qms_requirement_get_equals (wanted)) == 0)
      taken += spoil (node);
    qms_free (value);
  }
  return taken;
}

static void
check_mutation (const char *id, const QmsNode *wanted, const char *decision)
{
  QmsDocument *system = instantiate (id, QMS_AGENCY_TYPE_COMMUNE);
  QmsReport *report;
  size_t found;

  ck_assert_uint_ge (take_away (system, wanted), 1);
  report = validate (system, NULL);
  found = find (report, "framework-requirement-missing");
  ck_assert_msg (errors (report) == 1, "%s: %zu errors without %s", id, errors (report),
                 qms_requirement_get_id (wanted));
  ck_assert_uint_ne (found, SIZE_MAX);
  ck_assert_int_eq (qms_report_severity (report, found), QMS_SEVERITY_ERROR);
  ck_assert_str_eq (qms_report_requirement (report, found), qms_requirement_get_id (wanted));
  ck_assert_ptr_nonnull (strstr (qms_report_message (report, found, QMS_LANG_VI), qms_requirement_get_title (wanted)));
  ck_assert_ptr_nonnull (
      strstr (qms_report_message (report, found, QMS_LANG_EN), qms_requirement_get_title_en (wanted)));
  ck_assert_ptr_nonnull (strstr (qms_report_cite (report, found), decision));
  qms_report_free (report);
  qms_document_unref (system);
}

START_TEST (taking_away_what_is_mandatory_gives_one_error_that_names_it_and_cites_the_decision)
{
  static const char *const decisions[] = { "101/QĐ-BKHCN", "2968/QĐ-BKHCN", "101/QĐ-BKHCN" };
  QmsDocument *framework = load (qms_framework_id (_i));
  const QmsNode *root = qms_document_root (framework);
  size_t checked = 0;

  for (size_t i = 0; i < qms_framework_count_requirements (root); i++) {
    const QmsNode *item = qms_framework_get_requirements (root, i);

    if (qms_requirement_get_severity (item) != QMS_REQUIREMENT_SEVERITY_MANDATORY)
      continue;
    check_mutation (qms_framework_id (_i), item, decisions[_i]);
    checked++;
  }
  ck_assert_uint_ge (checked, 8);
  qms_document_unref (framework);
}
END_TEST

#define ROLE(id) "<vaiTro id='" id "'><ten>" id "</ten></vaiTro>"
#define SYSTEM(type, roles, rest)                                                                                      \
  "<heThong xmlns='urn:libqms:1' tieuChuan='tcvnIso9001-2015'><coQuan loai='" type "'><ten>A</ten>" roles              \
  "</coQuan>" rest "</heThong>"

/* Number of findings of a rule against the framework of tests/framework/dem.xml. */
static size_t
count_findings (const char *system, const char *slug, int32_t severity)
{
  QmsDocument *document = parse (system);
  QmsReport *report = validate (document, FOLDER "dem.xml");
  size_t count = 0;

  for (size_t i = 0; i < qms_report_count (report); i++)
    if (strcmp (qms_rule_slug (qms_report_rule (report, i)), slug) == 0) {
      ck_assert_int_eq (qms_report_severity (report, i), severity);
      count++;
    }
  qms_report_free (report);
  qms_document_unref (document);
  return count;
}

START_TEST (a_requirement_counts_the_elements_at_its_path)
{
  static const char *const missing = "framework-requirement-missing";
  static const char *const too_many = "framework-requirement-too-many";
  static const char *const one = SYSTEM ("ubndCapXa", ROLE ("A"), "<mucTieu id='M' donVi='D'><ten>m</ten></mucTieu>");
  static const char *const two =
      SYSTEM ("ubndCapXa", ROLE ("A") ROLE ("B"), "<mucTieu id='M' donVi='D'><ten>m</ten></mucTieu>");
  static const char *const four = SYSTEM ("ubndCapXa", ROLE ("A") ROLE ("B") ROLE ("C") ROLE ("E"), "");

  ck_assert_uint_eq (count_findings (one, missing, QMS_SEVERITY_ERROR), 1);
  ck_assert_uint_eq (count_findings (two, missing, QMS_SEVERITY_ERROR), 0);
  ck_assert_uint_eq (count_findings (two, too_many, QMS_SEVERITY_ERROR), 0);
  ck_assert_uint_eq (count_findings (four, too_many, QMS_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (a_surplus_is_reported_at_the_first_element_too_many)
{
  QmsDocument *document = parse (SYSTEM ("ubndCapXa", ROLE ("A") ROLE ("B") ROLE ("C") ROLE ("E"), ""));
  QmsReport *report = validate (document, FOLDER "dem.xml");
  size_t found = find (report, "framework-requirement-too-many");

  ck_assert_uint_ne (found, SIZE_MAX);
  ck_assert_ptr_eq (qms_report_node (report, found), qms_document_find (document, "E"));
  qms_report_free (report);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_condition_without_a_value_asks_for_any_value)
{
  static const char *const missing = "framework-requirement-missing";
  static const char *const roles =
      SYSTEM ("ubndCapXa", ROLE ("A") ROLE ("B"), "<mucTieu id='M'><ten>m</ten></mucTieu>");
  static const char *const unit =
      SYSTEM ("ubndCapXa", ROLE ("A") ROLE ("B"), "<mucTieu id='M' donVi='D'><ten>m</ten></mucTieu>");

  ck_assert_uint_eq (count_findings (roles, missing, QMS_SEVERITY_WARNING), 1);
  ck_assert_uint_eq (count_findings (unit, missing, QMS_SEVERITY_WARNING), 0);
}
END_TEST

START_TEST (each_field_that_is_not_filled_is_a_finding_of_the_requirements_own_severity)
{
  static const char *const field = "framework-field-missing";

  ck_assert_uint_eq (count_findings (SYSTEM ("ubndCapXa", "", "<chinhSach/>"), field, QMS_SEVERITY_INFO), 2);
  ck_assert_uint_eq (count_findings (SYSTEM ("ubndCapXa", "", "<chinhSach so='1'/>"), field, QMS_SEVERITY_INFO), 1);
  ck_assert_uint_eq (
      count_findings (SYSTEM ("ubndCapXa", "", "<chinhSach so='1' ngay='2026-01-05'/>"), field, QMS_SEVERITY_INFO), 0);
  ck_assert_uint_eq (count_findings (SYSTEM ("ubndCapXa", "", ""), field, QMS_SEVERITY_INFO), 0);
}
END_TEST

START_TEST (a_requirement_for_some_agency_types_leaves_the_others_alone)
{
  static const char *const missing = "framework-requirement-missing";
  static const char *const objective = "<mucTieu id='M' donVi='D'><ten>m</ten></mucTieu>";
  g_autofree char *commune = g_strdup_printf (SYSTEM ("ubndCapXa", ROLE ("A") ROLE ("B"), "%s"), objective);
  g_autofree char *department = g_strdup_printf (SYSTEM ("so", ROLE ("A") ROLE ("B"), "%s"), objective);

  ck_assert_uint_eq (count_findings (commune, missing, QMS_SEVERITY_ERROR), 0);
  ck_assert_uint_eq (count_findings (department, missing, QMS_SEVERITY_ERROR), 1);
}
END_TEST

START_TEST (another_edition_of_the_standard_than_the_frameworks_is_reported)
{
  QmsDocument *system = instantiate ("bkhcn-2968-2010", QMS_AGENCY_TYPE_COMMUNE);
  QmsReport *own = validate (system, NULL), *other = validate (system, "bkhcn-101-2019");

  ck_assert_uint_eq (find (own, "framework-standard-mismatch"), SIZE_MAX);
  ck_assert_uint_ne (find (other, "framework-standard-mismatch"), SIZE_MAX);
  ck_assert_ptr_null (qms_report_requirement (other, find (other, "framework-standard-mismatch")));
  qms_report_free (own);
  qms_report_free (other);
  qms_document_unref (system);
}
END_TEST

START_TEST (editions_are_named_in_the_language_of_the_message)
{
  QmsDocument *system = instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE);
  QmsReport *report;
  const char *message;

  ck_assert_int_eq (qms_system_set_standard (qms_document_root (system), QMS_STANDARD_ISO9001_2015_AMD1, NULL), QMS_OK);
  report = validate (system, NULL);
  message = qms_report_message (report, find (report, "framework-standard-mismatch"), QMS_LANG_EN);
  ck_assert_ptr_nonnull (strstr (message, "ISO 9001:2015 with Amd 1:2024"));
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

/* ---- based on another */

START_TEST (a_requirement_of_the_base_is_altered_and_remembers_both_frameworks)
{
  QmsDocument *framework = load (FOLDER "nganh.xml");
  const QmsNode *plan = requirement (framework, "ke-hoach-nam");

  ck_assert_int_eq (qms_requirement_get_severity (plan), QMS_REQUIREMENT_SEVERITY_MANDATORY);
  ck_assert_str_eq (qms_requirement_get_path (plan), "keHoachNam");
  ck_assert_str_eq (qms_requirement_get_cites (plan), "QĐ 7/QĐ-NGANH");
  ck_assert_uint_eq (qms_requirement_count_origins (plan), 2);
  ck_assert_str_eq (qms_requirement_get_origins (plan, 0), "bkhcn-101-2019");
  ck_assert_str_eq (qms_requirement_get_origins (plan, 1), "nganh");
  qms_document_unref (framework);
}
END_TEST

START_TEST (a_requirement_of_the_base_is_kept_with_its_source_or_removed)
{
  QmsDocument *framework = load (FOLDER "nganh.xml");
  const QmsNode *policy = requirement (framework, "chinh-sach");

  ck_assert_ptr_nonnull (policy);
  ck_assert_str_eq (qms_requirement_get_cites (policy), "QĐ 101/QĐ-BKHCN ngày 21/01/2019");
  ck_assert_uint_eq (qms_requirement_count_origins (policy), 1);
  ck_assert_str_eq (qms_requirement_get_origins (policy, 0), "bkhcn-101-2019");
  ck_assert_ptr_null (requirement (framework, "co-hoi"));
  qms_document_unref (framework);
}
END_TEST

START_TEST (a_requirement_that_is_added_rests_on_the_decision_of_its_own_framework)
{
  QmsDocument *framework = load (FOLDER "nganh.xml");
  const QmsNode *added = requirement (framework, "quy-che");

  ck_assert_ptr_nonnull (added);
  ck_assert_str_eq (qms_requirement_get_cites (added), "QĐ 7/QĐ-NGANH ngày 03/02/2026");
  ck_assert_uint_eq (qms_requirement_count_origins (added), 1);
  ck_assert_str_eq (qms_requirement_get_origins (added, 0), "nganh");
  qms_document_unref (framework);
}
END_TEST

START_TEST (title_decision_and_standard_are_not_inherited)
{
  QmsDocument *framework = load (FOLDER "nganh.xml");
  const QmsNode *root = qms_document_root (framework);

  ck_assert_str_eq (qms_framework_get_code (root), "nganh");
  ck_assert_str_eq (qms_framework_get_title (root), "Mô hình khung của ngành");
  ck_assert_int_eq (qms_framework_has_title_en (root), 0);
  ck_assert_int_eq (qms_framework_has_standard (root), 0);
  ck_assert_str_eq (qms_citation_get_number (qms_framework_get_decision (root)), "7/QĐ-NGANH");
  qms_document_unref (framework);
}
END_TEST

START_TEST (a_base_may_stand_beside_the_file_and_be_based_on_a_shipped_one)
{
  QmsDocument *framework = load (FOLDER "chi-cuc.xml");
  const QmsNode *plan = requirement (framework, "ke-hoach-nam");

  ck_assert_int_eq (qms_requirement_get_severity (plan), QMS_REQUIREMENT_SEVERITY_RECOMMENDED);
  ck_assert_uint_eq (qms_requirement_count_origins (plan), 3);
  ck_assert_str_eq (qms_requirement_get_origins (plan, 2), "chi-cuc");
  ck_assert_ptr_nonnull (requirement (framework, "quy-che"));
  qms_document_unref (framework);
}
END_TEST

START_TEST (samples_and_parameters_are_laid_over_those_of_the_base)
{
  QmsDocument *system = instantiate (FOLDER "nganh.xml", QMS_AGENCY_TYPE_VERTICAL_AGENCY);
  const QmsNode *root = qms_document_root (system), *head = qms_document_find (system, "CV-NDD");
  const QmsNode *policy = qms_system_get_policy (root);

  ck_assert_str_eq (qms_system_get_framework (root), "nganh");
  ck_assert_str_eq (qms_position_get_name (head), "Cục trưởng");
  ck_assert_int_eq (qms_position_get_head (head), 1);
  ck_assert_uint_eq (qms_policy_count_commitments (policy), 1);
  ck_assert_str_eq (qms_policy_get_commitments (policy, 0), "Một cam kết của ngành, giữ nguyên {{khongCo}}.");
  ck_assert_ptr_nonnull (strstr (qms_objective_get_statement (qms_document_find (system, "MT-03")), "5 ngày làm việc"));
  qms_document_unref (system);
}
END_TEST

/* ---- refusals */

START_TEST (an_unknown_framework_is_refused_with_the_known_ones)
{
  QmsError *error = refusal ("bkhcn-102", QMS_ERROR_NOT_FOUND);

  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "bkhcn-102"));
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "bkhcn-101-2019, bkhcn-2968-2010"));
  qms_error_free (error);
}
END_TEST

START_TEST (a_framework_based_on_itself_is_refused_with_the_way_round)
{
  QmsError *error = refusal (FOLDER "vong-a.xml", QMS_ERROR_REFERENCE);

  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), "vong-b.xml"));
  qms_error_free (error);
}
END_TEST

START_TEST (a_requirement_that_names_nothing_is_refused)
{
  QmsError *error = refusal (FOLDER "thieu.xml", QMS_ERROR_STRUCTURE);

  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "chua-co"));
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "doiTuong"));
  qms_error_free (error);
}
END_TEST

START_TEST (removing_what_the_base_does_not_have_is_refused)
{
  QmsError *error = refusal (FOLDER "bo-nham.xml", QMS_ERROR_REFERENCE);

  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "khong-co"));
  qms_error_free (error);
}
END_TEST

START_TEST (a_file_that_holds_no_framework_is_refused)
{
  QmsError *error = refusal (FOLDER "mau/nganh.xml", QMS_ERROR_STRUCTURE);

  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "moHinhKhung"));
  ck_assert_str_eq (qms_error_file (error), FOLDER "mau/nganh.xml");
  qms_error_free (error);
}
END_TEST

/* ---- dates, other places, periods */

/* Whether the requirement of tests/framework/thoi-gian.xml is a finding for `inner` of a system on a day. */
static bool
falls_short (const char *id, const char *inner, int32_t year, int32_t month, int32_t day)
{
  g_autofree char *text = g_strdup_printf (SYSTEM ("ubndCapXa", "", "%s"), inner);
  QmsDocument *document = parse (text);
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;
  bool found = false;

  ck_assert_int_eq (qms_validator_set_framework (validator, FOLDER "thoi-gian.xml", NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_set_as_of (validator, year, month, day, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    found = found || g_strcmp0 (qms_report_requirement (report, i), id) == 0;
  qms_report_free (report);
  qms_validator_free (validator);
  qms_document_unref (document);
  return found;
}

START_TEST (what_is_due_at_intervals_is_counted_in_months_to_the_day)
{
  static const char *const held = "<xemXet ngay='2025-08-31'/><xemXet ngay='2024-01-01'/>";

  ck_assert (!falls_short ("xem-xet", held, 2026, 2, 28));
  ck_assert (falls_short ("xem-xet", held, 2026, 3, 1));
  ck_assert (falls_short ("xem-xet", held, 2025, 8, 30));
}
END_TEST

START_TEST (what_is_due_at_intervals_and_does_not_exist_or_lies_ahead_falls_short)
{
  ck_assert (falls_short ("xem-xet", "", 2026, 1, 1));
  ck_assert (falls_short ("xem-xet", "<xemXet ngay='2026-01-02'/>", 2026, 1, 1));
}
END_TEST

START_TEST (that_a_date_is_missing_is_said_by_the_rule_about_the_element_alone)
{
  ck_assert (!falls_short ("xem-xet", "<xemXet/>", 2026, 1, 1));
  ck_assert (falls_short ("xem-xet", "<xemXet/><xemXet ngay='2020-01-01'/>", 2026, 1, 1));
}
END_TEST

START_TEST (elements_of_another_place_do_as_well)
{
  static const char *const issue = "<vanDe nguon='noiBo'><moTa>Nhân sự</moTa></vanDe>";
  static const char *const document = "<taiLieuNoiBo loai='boiCanh'><ten>Bối cảnh</ten></taiLieuNoiBo>";
  static const char *const other = "<taiLieuNoiBo loai='soTay'><ten>Sổ tay</ten></taiLieuNoiBo>";

  ck_assert (!falls_short ("boi-canh", issue, 2026, 1, 1));
  ck_assert (!falls_short ("boi-canh", document, 2026, 1, 1));
  ck_assert (falls_short ("boi-canh", other, 2026, 1, 1));
}
END_TEST

START_TEST (a_requirement_is_asked_on_the_days_of_its_period)
{
  ck_assert (falls_short ("cu", "", 2025, 6, 30));
  ck_assert (!falls_short ("cu", "", 2025, 7, 1));
  ck_assert (!falls_short ("moi", "", 2025, 6, 30));
  ck_assert (falls_short ("moi", "", 2025, 7, 1));
}
END_TEST

/* ---- the check of a framework file */

static QmsReport *
check_file (const char *path)
{
  QmsReport *report = NULL;
  QmsError *error = NULL;

  qms_framework_check_file (path, &report, &error);
  ck_assert_msg (!error, "%s: %s", path, qms_error_message (error, QMS_LANG_EN));
  return report;
}

/* Line of the first finding whose rule is `id`; 0 if there is none. */
static uint32_t
line_of (const QmsReport *report, const char *id)
{
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (strcmp (qms_rule_id (qms_report_rule (report, i)), id) == 0)
      return qms_report_line (report, i);
  return 0;
}

/* Rule that finds the system of that procedure wanting in its procedure for audits; NULL if none does. */
static const char *
rule_about_audits (const char *procedure)
{
  g_autofree char *text = g_strdup_printf (SYSTEM ("ubndCapXa", "", "%s"), procedure);
  QmsDocument *document = parse (text);
  QmsReport *report = validate (document, "bkhcn-101-2019");
  const char *rule = NULL;

  for (size_t i = 0; i < qms_report_count (report); i++)
    if (g_strcmp0 (qms_report_requirement (report, i), "quy-trinh-danh-gia-noi-bo") == 0)
      rule = qms_rule_id (qms_report_rule (report, i));
  if (g_strcmp0 (rule, "QMS-MH-010") == 0) /* one finding for one thing */
    ck_assert_uint_eq (line_of (report, "QMS-QT-004"), 0);
  qms_report_free (report);
  qms_document_unref (document);
  return rule;
}

START_TEST (only_what_is_in_force_counts_and_a_draft_is_told_apart)
{
#define PROCEDURE(status) "<quyTrinh id='QT' loai='danhGiaNoiBo'" status "><ten>Đánh giá nội bộ</ten></quyTrinh>"
  ck_assert_ptr_null (rule_about_audits (PROCEDURE ("")));
  ck_assert_ptr_null (rule_about_audits (PROCEDURE (" trangThai='hieuLuc'")));
  ck_assert_str_eq (rule_about_audits (PROCEDURE (" trangThai='duThao'")), "QMS-MH-010");
  ck_assert_str_eq (rule_about_audits (PROCEDURE (" trangThai='baiBo'")), "QMS-MH-001");
  ck_assert_str_eq (rule_about_audits (PROCEDURE (" trangThai='biThayThe'")), "QMS-MH-001");
}
END_TEST

START_TEST (the_check_of_a_framework_names_the_line_of_each_mistake)
{
  QmsReport *report = check_file (FOLDER "sai.xml");

  ck_assert_uint_eq (line_of (report, "QMS-MH-021"), 6);
  ck_assert_uint_eq (line_of (report, "QMS-MH-022"), 9);
  ck_assert_uint_eq (line_of (report, "QMS-MH-023"), 10);
  ck_assert_uint_eq (line_of (report, "QMS-MH-026"), 11);
  ck_assert_uint_eq (line_of (report, "QMS-AP-013"), 4);
  ck_assert_uint_eq (line_of (report, "QMS-AP-014"), 4);
  qms_report_free (report);
}
END_TEST

START_TEST (an_unsound_base_is_a_finding_of_the_check)
{
  static const char *const files[] = { FOLDER "thieu.xml", FOLDER "bo-nham.xml", FOLDER "vong-a.xml" };
  static const char *const ids[] = { "QMS-AP-010", "QMS-AP-011", "QMS-AP-009" };

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++) {
    QmsReport *report = check_file (files[i]);
    ck_assert_msg (find (report, qms_rule_slug (qms_rule_find (ids[i]))) != SIZE_MAX, "%s", files[i]);
    qms_report_free (report);
  }
}
END_TEST

START_TEST (what_no_system_can_meet_is_refused_where_it_is_stated_and_reported_once)
{
  static const char *const files[] = { FOLDER "toi-da-am.xml", FOLDER "toi-da-khong.xml" };
  static const char *const ids[] = { "QMS-CT-013", "QMS-AP-018" };

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++) {
    QmsError *error = refusal (files[i], QMS_ERROR_STRUCTURE);
    QmsReport *report = check_file (files[i]);

    ck_assert_str_eq (qms_error_file (error), files[i]);
    ck_assert_uint_eq (qms_error_line (error), 5);
    ck_assert_uint_eq (errors (report), 1);
    ck_assert_uint_eq (line_of (report, ids[i]), 5);
    qms_report_free (report);
    qms_error_free (error);
  }
}
END_TEST

START_TEST (a_requirement_without_an_identifier_is_told_by_its_place)
{
  QmsReport *report = check_file (FOLDER "thieu-ma.xml");
  size_t index = find (report, "framework-incomplete");

  ck_assert_str_eq (qms_report_message (report, index, QMS_LANG_VI),
                    "yêu cầu «dòng 6» của mô hình khung «thieu-ma» thiếu «doiTuong»");
  ck_assert_str_eq (qms_report_message (report, index, QMS_LANG_EN),
                    "requirement «line 6» of the framework «thieu-ma» lacks «doiTuong»");
  qms_report_free (report);
}
END_TEST

START_TEST (shipped_frameworks_pass_the_check)
{
  for (size_t i = 0; i < N_FRAMEWORKS; i++) {
    g_autofree char *path = g_strdup_printf (QMS_SOURCE_DIR "/data/frameworks/%s.xml", qms_framework_id (i));
    QmsReport *report = check_file (path);
    ck_assert_msg (errors (report) == 0, "%s: %s", path, first_error (report));
    qms_report_free (report);
  }
}
END_TEST

START_TEST (a_file_that_holds_no_framework_cannot_be_checked)
{
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_framework_check_file (FOLDER "mau/nganh.xml", &report, NULL), QMS_ERROR_STRUCTURE);
  ck_assert_int_eq (qms_framework_check_file (NULL, &report, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (report);
}
END_TEST

/* ---- the suite */

static TCase *
systems_case (void)
{
  TCase *tcase = tcase_create ("systems");

  tcase_add_loop_test (tcase, a_new_system_names_its_agency_and_framework_and_has_no_error, 0, N_PAIRS);
  tcase_add_loop_test (tcase, a_new_system_has_every_name_substituted_and_marks_what_is_left_to_decide, 0, N_PAIRS);
  tcase_add_test (tcase, a_new_system_has_an_own_skeleton_for_its_type);
  tcase_add_test (tcase, objectives_of_a_new_system_are_for_the_whole_current_year);
  tcase_add_test (tcase, two_new_systems_are_equal);
  tcase_add_test (tcase, a_system_is_not_made_without_a_name_or_for_an_unknown_type);
  tcase_add_test (tcase, an_agency_name_is_taken_as_it_is);
  return tcase;
}

static TCase *
requirements_case (void)
{
  TCase *tcase = tcase_create ("requirements");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, taking_away_what_is_mandatory_gives_one_error_that_names_it_and_cites_the_decision, 0,
                       N_FRAMEWORKS);
  tcase_add_test (tcase, a_requirement_counts_the_elements_at_its_path);
  tcase_add_test (tcase, a_surplus_is_reported_at_the_first_element_too_many);
  tcase_add_test (tcase, a_condition_without_a_value_asks_for_any_value);
  tcase_add_test (tcase, each_field_that_is_not_filled_is_a_finding_of_the_requirements_own_severity);
  tcase_add_test (tcase, a_requirement_for_some_agency_types_leaves_the_others_alone);
  tcase_add_test (tcase, another_edition_of_the_standard_than_the_frameworks_is_reported);
  tcase_add_test (tcase, editions_are_named_in_the_language_of_the_message);
  tcase_add_test (tcase, what_is_due_at_intervals_is_counted_in_months_to_the_day);
  tcase_add_test (tcase, only_what_is_in_force_counts_and_a_draft_is_told_apart);
  tcase_add_test (tcase, what_is_due_at_intervals_and_does_not_exist_or_lies_ahead_falls_short);
  tcase_add_test (tcase, that_a_date_is_missing_is_said_by_the_rule_about_the_element_alone);
  tcase_add_test (tcase, elements_of_another_place_do_as_well);
  tcase_add_test (tcase, a_requirement_is_asked_on_the_days_of_its_period);
  return tcase;
}

static TCase *
resolution_case (void)
{
  TCase *tcase = tcase_create ("resolution");

  tcase_add_test (tcase, a_requirement_of_the_base_is_altered_and_remembers_both_frameworks);
  tcase_add_test (tcase, a_requirement_of_the_base_is_kept_with_its_source_or_removed);
  tcase_add_test (tcase, a_requirement_that_is_added_rests_on_the_decision_of_its_own_framework);
  tcase_add_test (tcase, title_decision_and_standard_are_not_inherited);
  tcase_add_test (tcase, a_base_may_stand_beside_the_file_and_be_based_on_a_shipped_one);
  tcase_add_test (tcase, samples_and_parameters_are_laid_over_those_of_the_base);
  tcase_add_test (tcase, an_unknown_framework_is_refused_with_the_known_ones);
  tcase_add_test (tcase, a_framework_based_on_itself_is_refused_with_the_way_round);
  tcase_add_test (tcase, a_requirement_that_names_nothing_is_refused);
  tcase_add_test (tcase, removing_what_the_base_does_not_have_is_refused);
  tcase_add_test (tcase, a_file_that_holds_no_framework_is_refused);
  return tcase;
}

static TCase *
check_case (void)
{
  TCase *tcase = tcase_create ("check");

  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_check_of_a_framework_names_the_line_of_each_mistake);
  tcase_add_test (tcase, an_unsound_base_is_a_finding_of_the_check);
  tcase_add_test (tcase, what_no_system_can_meet_is_refused_where_it_is_stated_and_reported_once);
  tcase_add_test (tcase, a_requirement_without_an_identifier_is_told_by_its_place);
  tcase_add_test (tcase, shipped_frameworks_pass_the_check);
  tcase_add_test (tcase, a_file_that_holds_no_framework_cannot_be_checked);
  return tcase;
}

Suite *
framework_suite (void)
{
  Suite *suite = suite_create ("framework");
  TCase *shipped = tcase_create ("shipped");

  tcase_add_test (shipped, shipped_frameworks_are_listed_in_order_and_carry_their_own_identifier);
  tcase_add_test (shipped, the_framework_of_2019_asks_for_five_procedures_that_of_2010_for_six);
  tcase_add_test (shipped, shipped_frameworks_validate_without_an_error);
  tcase_add_test (shipped, shipped_files_are_in_canonical_form);
  suite_add_tcase (suite, shipped);
  suite_add_tcase (suite, systems_case ());
  suite_add_tcase (suite, requirements_case ());
  suite_add_tcase (suite, resolution_case ());
  suite_add_tcase (suite, check_case ());
  return suite;
}
