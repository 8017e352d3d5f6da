/* SPDX-License-Identifier: Apache-2.0 */
/* Procedures to Word and back: what docs/docx.md lists is the same, for every example and for random ones. */
#include "random_workflow.h"
#include "support.h"

#include <string.h>

Suite *docx_round_trip_suite (void);

/* ---- what is compared, as text */

static void describe (GString *out, const QmsNode *node, const uint32_t *fields);

/* What a reference points to, by name: identifiers are made anew. */
static void
describe_reference (GString *out, const QmsNode *node, uint32_t field)
{
  const QmsNode *target = qms_node_resolve (node, field);
  static const uint32_t names[] = { QMS_ROLE_NAME, QMS_POSITION_NAME, QMS_SCENARIO_NAME, QMS_FORM_NAME, QMS_UNIT_NAME };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (qms_node_get_string (target, names[i]))
      g_string_append_printf (out, "%s=%s|", qms_field_name (qms_field_by_id (field)),
                              qms_node_get_string (target, names[i]));
}

/* A name that begins like an item of a list loses its mark. */
static const char *
without_mark (const char *name)
{
  while (g_str_has_prefix (name, "– "))
    name += strlen ("– ");
  return name;
}

static void
describe (GString *out, const QmsNode *node, const uint32_t *fields)
{
  for (; node && *fields; fields++) {
    const QmsField *field = qms_field_by_id (*fields);
    char *text = qms_node_get_text (node, *fields, 0);
    const char *shown = text && *fields == QMS_STEP_NAME ? without_mark (text) : text;
    if (qms_field_kind (field) == QMS_KIND_REF)
      describe_reference (out, node, *fields);
    else if (text)
      g_string_append_printf (out, "%s=%s|", qms_field_name (field), shown);
    qms_free (text);
  }
  g_string_append_c (out, '\n');
}

#define FIELDS(...) ((const uint32_t[]){ __VA_ARGS__, 0 })

static void
describe_list (GString *out, const QmsNode *node, uint32_t list, const uint32_t *fields)
{
  for (size_t i = 0; i < qms_node_count (node, list); i++) {
    g_string_append_printf (out, "%s ", qms_field_name (qms_field_by_id (list)));
    describe (out, qms_node_get_node_at (node, list, i), fields);
  }
}

static void
describe_approval (GString *out, const QmsNode *procedure, uint32_t field)
{
  const QmsNode *approval = qms_node_get_node (procedure, field);

  g_string_append_printf (out, "%s ", qms_field_name (qms_field_by_id (field)));
  describe (out, approval, FIELDS (QMS_APPROVAL_POSITION, QMS_APPROVAL_DATE));
}

/* Time of a step in a case: its own, else the one for all. */
static const QmsNode *
time_of (const QmsNode *step, const QmsNode *scenario)
{
  const QmsNode *common = NULL;

  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_DURATIONS); i++) {
    const QmsNode *time = qms_node_get_node_at (step, QMS_STEP_DURATIONS, i);
    if (scenario && qms_node_resolve (time, QMS_STEP_DURATION_SCENARIO) == scenario)
      return time;
    if (!qms_node_has (time, QMS_STEP_DURATION_SCENARIO))
      common = common ? common : time;
  }
  return common;
}

static void
describe_step (GString *out, const QmsNode *procedure, const QmsNode *step)
{
  size_t cases = MAX (qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS), 1);

  const QmsNode *role = qms_node_resolve (step, QMS_STEP_ROLE), *unit = qms_node_resolve (step, QMS_STEP_UNIT);
  const char *who = role ? qms_node_get_string (role, QMS_ROLE_NAME) : qms_node_get_string (unit, QMS_UNIT_NAME);

  g_string_append_printf (out, "step by %s ", who ? who : "nobody");
  describe (out, step, FIELDS (QMS_STEP_NUMBER, QMS_STEP_NAME, QMS_STEP_ACTION, QMS_STEP_NOTE));
  for (size_t i = 0; i < cases; i++) {
    const QmsNode *scenario = qms_node_get_node_at (procedure, QMS_PROCEDURE_SCENARIOS, i);
    g_string_append (out, "  time ");
    describe (out, time_of (step, scenario), FIELDS (QMS_STEP_DURATION_VALUE, QMS_STEP_DURATION_NOTE));
  }
  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_OUTPUTS); i++) {
    const QmsNode *use = qms_node_get_node_at (step, QMS_STEP_OUTPUTS, i),
                  *form = qms_node_resolve (use, QMS_FORM_USE_FORM);
    const char *name = qms_node_get_string (form ? form : use, form ? QMS_FORM_NAME : QMS_FORM_USE_NAME);
    int32_t kind = (int32_t)qms_node_get_int (use, QMS_FORM_USE_KIND);
    const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_FORM_USE_KIND));
    g_string_append_printf (out, "  yields %s\n", name ? name : qms_enum_value_label (kinds, kind, QMS_LANG_VI));
  }
}

/* Limits of phases stand with the phases, which are not read. */
static void
describe_limits (GString *out, const QmsNode *procedure)
{
  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_TIME_LIMITS); i++) {
    const QmsNode *limit = qms_node_get_node_at (procedure, QMS_PROCEDURE_TIME_LIMITS, i);
    if (qms_node_has (limit, QMS_TIME_LIMIT_PHASE))
      continue;
    g_string_append (out, "limit ");
    describe (out, limit,
              FIELDS (QMS_TIME_LIMIT_SCENARIO, QMS_TIME_LIMIT_VALUE, QMS_TIME_LIMIT_STATUTORY, QMS_TIME_LIMIT_CHANNEL,
                      QMS_TIME_LIMIT_NOTE));
  }
}

static const uint32_t citation[] = { QMS_CITATION_NUMBER, QMS_CITATION_DATE,  QMS_CITATION_ISSUER,
                                     QMS_CITATION_CLAUSE, QMS_CITATION_TITLE, 0 };

static void
describe_channel (GString *out, const QmsNode *channel)
{
  g_string_append (out, "channel ");
  describe (out, channel, FIELDS (QMS_CHANNEL_KIND));
  for (size_t i = 0; i < qms_node_count (channel, QMS_CHANNEL_TIMES); i++) {
    const QmsNode *time = qms_node_get_node_at (channel, QMS_CHANNEL_TIMES, i);
    describe (out, time, FIELDS (QMS_CHANNEL_TIME_VALUE, QMS_CHANNEL_TIME_STATEMENT));
    describe_list (out, time, QMS_CHANNEL_TIME_FEES, FIELDS (QMS_FEE_KIND, QMS_FEE_AMOUNT, QMS_FEE_DESCRIPTION));
  }
}

static void
describe_administrative (GString *out, const QmsNode *node)
{
  static const uint32_t names[] = { QMS_ADMINISTRATIVE_PROCEDURE_FIELDS,
                                    QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS,
                                    QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_AGENCIES,
                                    QMS_ADMINISTRATIVE_PROCEDURE_COMPETENT_AGENCIES,
                                    QMS_ADMINISTRATIVE_PROCEDURE_AUTHORISED_AGENCIES,
                                    QMS_ADMINISTRATIVE_PROCEDURE_COORDINATING_AGENCIES };

  g_string_append (out, "administrative ");
  describe (out, node,
            FIELDS (QMS_ADMINISTRATIVE_PROCEDURE_CODE, QMS_ADMINISTRATIVE_PROCEDURE_NAME,
                    QMS_ADMINISTRATIVE_PROCEDURE_COPIES, QMS_ADMINISTRATIVE_PROCEDURE_DECISION,
                    QMS_ADMINISTRATIVE_PROCEDURE_DECISION_DATE, QMS_ADMINISTRATIVE_PROCEDURE_CONDITIONS,
                    QMS_ADMINISTRATIVE_PROCEDURE_ADDRESS));
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    describe_list (out, node, names[i], FIELDS (QMS_LINK_NAME));
  describe_list (out, node, QMS_ADMINISTRATIVE_PROCEDURE_RESULTS, FIELDS (QMS_RESULT_NAME));
  describe_list (out, node, QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES, citation);
  for (size_t i = 0; i < qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS); i++)
    describe_channel (out, qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, i));
  for (size_t i = 0; i < qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS); i++)
    describe_list (out, qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS, i), QMS_DOSSIER_ITEMS,
                   FIELDS (QMS_DOSSIER_ITEM_ORIGINALS, QMS_DOSSIER_ITEM_DUPLICATES, QMS_DOSSIER_ITEM_NAME));
}

static void
describe_sections (GString *out, const QmsNode *procedure)
{
  describe_approval (out, procedure, QMS_PROCEDURE_DRAFTED);
  describe_approval (out, procedure, QMS_PROCEDURE_REVIEWED);
  describe_approval (out, procedure, QMS_PROCEDURE_APPROVED);
  describe_list (out, procedure, QMS_PROCEDURE_AMENDMENTS,
                 FIELDS (QMS_AMENDMENT_EDITION, QMS_AMENDMENT_REVISION, QMS_AMENDMENT_DATE, QMS_AMENDMENT_REQUEST,
                         QMS_AMENDMENT_PLACE, QMS_AMENDMENT_DESCRIPTION));
  describe_list (out, procedure, QMS_PROCEDURE_REFERENCES, citation);
  describe_list (out, procedure, QMS_PROCEDURE_DEFINITIONS, FIELDS (QMS_DEFINITION_TERM, QMS_DEFINITION_MEANING));
  describe_list (out, procedure, QMS_PROCEDURE_SCENARIOS, FIELDS (QMS_SCENARIO_NAME));
  describe_list (out, procedure, QMS_PROCEDURE_FORMS, FIELDS (QMS_FORM_CODE, QMS_FORM_BASIS, QMS_FORM_NAME));
  describe_list (out, procedure, QMS_PROCEDURE_RECORDS,
                 FIELDS (QMS_RECORD_CODE, QMS_RECORD_RETENTION, QMS_RECORD_PERMANENT, QMS_RECORD_MEDIUM,
                         QMS_RECORD_KEEPER, QMS_RECORD_NAME, QMS_RECORD_PLACE));
}

/* All that a document carries of a procedure. Free with g_free. */
static char *
describe_procedure (const QmsNode *procedure)
{
  GString *out = g_string_new (NULL);
  const QmsNode *system = qms_node_parent (procedure);

  describe (out, procedure,
            FIELDS (QMS_PROCEDURE_CODE, QMS_PROCEDURE_EDITION, QMS_PROCEDURE_REVISION, QMS_PROCEDURE_ISSUE_DATE,
                    QMS_PROCEDURE_EFFECTIVE_DATE, QMS_PROCEDURE_TITLE, QMS_PROCEDURE_PURPOSE, QMS_PROCEDURE_SCOPE));
  describe_sections (out, procedure);
  describe_limits (out, procedure);
  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_STEPS); i++)
    describe_step (out, procedure, qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i));
  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    const QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    if (qms_node_resolve (node, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE) == procedure)
      describe_administrative (out, node);
  }
  return g_string_free (out, FALSE);
}

/* ---- there and back */

static QmsTemplate *
procedure_template (void)
{
  size_t size;
  const void *data = qms_template_data ("procedure", &size);
  QmsTemplate *template = NULL;

  ck_assert_int_eq (qms_template_read (data, size, NULL, &template, NULL), QMS_OK);
  return template;
}

/* The first line that differs, of each. */
static void
assert_same_lines (const char *before, const char *after, const char *what)
{
  g_auto (GStrv) left = g_strsplit (before, "\n", -1), right = g_strsplit (after, "\n", -1);
  guint i = 0;

  while (left[i] && g_strcmp0 (left[i], right[i]) == 0)
    i++;
  ck_assert_msg (!left[i] && !right[i], "%s, line %u: «%.800s» became «%.800s»", what, i, left[i] ? left[i] : "",
                 right[i] ? right[i] : "");
}

static void
assert_comes_back_from_word (const QmsTemplate *template, const QmsNode *procedure, const char *what)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  g_autofree char *before = describe_procedure (procedure), *after = NULL;
  QmsNode *back = NULL;
  char *docx = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_template_fill (template, procedure, NULL, &docx, &size, NULL), QMS_OK);
  ck_assert_int_eq (qms_docx_import (document, docx, size, NULL, 0, &back, NULL, NULL), QMS_OK);
  after = describe_procedure (back);
  assert_same_lines (before, after, what);
  qms_free (docx);
  qms_document_unref (document);
}

static const char *const examples[] = { "lien-thong", "so", "so-2008", "ubnd-xa", "ubnd-xa-nho" };

START_TEST (every_procedure_of_the_examples_comes_back_from_word)
{
  g_autofree char *path = g_strdup_printf (QMS_SOURCE_DIR "/examples/xml/%s.xml", examples[_i]);
  QmsTemplate *template = procedure_template ();
  QmsDocument *document = NULL;
  QmsNode *system;

  ck_assert_int_eq (qms_document_load (path, &document, NULL), QMS_OK);
  system = qms_document_root (document);
  ck_assert_uint_gt (qms_node_count (system, QMS_SYSTEM_PROCEDURES), 0);
  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_PROCEDURES); i++)
    assert_comes_back_from_word (template, qms_node_get_node_at (system, QMS_SYSTEM_PROCEDURES, i), examples[_i]);
  qms_document_unref (document);
  qms_template_free (template);
}
END_TEST

/* ---- random procedures */

static const char *
pick (GRand *rand, const char *const *texts, int count)
{
  return texts[g_rand_int_range (rand, 0, count)];
}

#define PICK(rand, texts) pick (rand, texts, G_N_ELEMENTS (texts))

static const char *const phrases[] = {
  "Kiểm tra hồ sơ",       "Lập phiếu, ghi sổ",          "Đối chiếu dữ liệu; báo cáo",
  "Trình lãnh đạo",       "Xác minh thực tế (nếu cần)", "Thông báo bằng văn bản",
  "Cấp giấy phép 02 bản", "Ý kiến của đơn vị – phòng"
};

static void
set_date (GRand *rand, QmsNode *node, uint32_t field)
{
  ck_assert_int_eq (qms_node_set_date (node, field, g_rand_int_range (rand, 2019, 2027), g_rand_int_range (rand, 1, 13),
                                       g_rand_int_range (rand, 1, 29), NULL),
                    QMS_OK);
}

static void
add_citation (GRand *rand, QmsNode *node, uint32_t list)
{
  static const char *const issuers[] = { "Chính phủ", "Bộ Tư pháp", "Ủy ban nhân dân tỉnh" };
  static const char *const symbols[] = { "NĐ-CP", "TT-BTP", "QĐ-UBND" };
  static const char *const titles[] = { "Nghị định về cơ chế một cửa", "Thông tư hướng dẫn: mẫu, sổ",
                                        "Quyết định công bố" };
  QmsNode *act = qms_node_add (node, list, QMS_APPEND, NULL);
  g_autofree char *number = g_strdup_printf ("%d/%d/%s", g_rand_int_range (rand, 1, 300),
                                             g_rand_int_range (rand, 2010, 2027), PICK (rand, symbols));

  qms_node_set_string (act, QMS_CITATION_NUMBER, number, NULL);
  if (g_rand_boolean (rand))
    set_date (rand, act, QMS_CITATION_DATE);
  if (g_rand_boolean (rand))
    qms_node_set_string (act, QMS_CITATION_ISSUER, PICK (rand, issuers), NULL);
  if (g_rand_boolean (rand))
    qms_node_set_string (act, QMS_CITATION_CLAUSE, "Điều 5, khoản 2", NULL);
  qms_node_set_string (act, QMS_CITATION_TITLE, PICK (rand, titles), NULL);
}

static void
add_record (GRand *rand, QmsNode *procedure)
{
  QmsNode *record = qms_node_add (procedure, QMS_PROCEDURE_RECORDS, QMS_APPEND, NULL);

  qms_node_set_string (record, QMS_RECORD_NAME, PICK (rand, phrases), NULL);
  qms_node_set_string (record, QMS_RECORD_PLACE, PICK (rand, phrases), NULL);
  if (g_rand_boolean (rand))
    qms_node_set_int (record, QMS_RECORD_PERMANENT, 1, NULL);
  else
    qms_node_set_duration (record, QMS_RECORD_RETENTION, g_rand_int_range (rand, 1, 40), 0, QMS_DURATION_UNIT_YEAR,
                           NULL);
  if (g_rand_boolean (rand))
    qms_node_set_int (record, QMS_RECORD_MEDIUM, g_rand_int_range (rand, 1, 4), NULL);
}

static void
add_head (GRand *rand, QmsNode *procedure)
{
  g_autofree char *code = g_strdup_printf ("QT %02d/TH", g_rand_int_range (rand, 1, 100));
  g_autofree char *title = g_strdup_printf ("%s và trả lời", qms_node_get_string (procedure, QMS_PROCEDURE_TITLE));
  QmsNode *definition;

  qms_node_set_string (procedure, QMS_PROCEDURE_TITLE, title, NULL);
  qms_node_set_string (procedure, QMS_PROCEDURE_CODE, code, NULL);
  qms_node_set_int (procedure, QMS_PROCEDURE_EDITION, g_rand_int_range (rand, 1, 20), NULL);
  qms_node_set_int (procedure, QMS_PROCEDURE_REVISION, g_rand_int_range (rand, 0, 9), NULL);
  set_date (rand, procedure, QMS_PROCEDURE_ISSUE_DATE);
  qms_node_set_string (procedure, QMS_PROCEDURE_PURPOSE, "Quy định trách nhiệm.\nBảo đảm đúng hạn.", NULL);
  qms_node_set_string (procedure, QMS_PROCEDURE_SCOPE, PICK (rand, phrases), NULL);
  definition = qms_node_add (procedure, QMS_PROCEDURE_DEFINITIONS, QMS_APPEND, NULL);
  qms_node_set_string (definition, QMS_DEFINITION_TERM, "TTHC", NULL);
  qms_node_set_string (definition, QMS_DEFINITION_MEANING, PICK (rand, phrases), NULL);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    add_citation (rand, procedure, QMS_PROCEDURE_REFERENCES);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    add_record (rand, procedure);
}

/* A heading "Thời gian: –" names no case, and one that names a time has a limit. */
static void
name_cases (GRand *rand, QmsNode *procedure)
{
  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS); i++) {
    QmsNode *scenario = qms_node_get_node_at (procedure, QMS_PROCEDURE_SCENARIOS, i);
    g_autofree char *name = g_strdup_printf ("%s, trường hợp %zu", PICK (rand, phrases), i + 1);
    qms_node_set_string (scenario, QMS_SCENARIO_NAME, name, NULL);
  }
}

START_TEST (random_procedures_come_back_from_word)
{
  QmsTemplate *template = procedure_template ();
  int seeds = count_seeds (200);

  for (int seed = 0; seed < seeds; seed++) {
    g_autofree char *what = g_strdup_printf ("seed %d", seed);
    QmsDocument *document = random_workflow ((guint32)seed);
    QmsNode *procedure = qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE);
    GRand *rand = g_rand_new_with_seed ((guint32)seed);
    add_head (rand, procedure);
    name_cases (rand, procedure);
    assert_comes_back_from_word (template, procedure, what);
    g_rand_free (rand);
    qms_document_unref (document);
  }
  qms_template_free (template);
}
END_TEST

Suite *
docx_round_trip_suite (void)
{
  Suite *suite = suite_create ("docx_round_trip");
  TCase *cases = tcase_create ("round trip");

  tcase_set_timeout (cases, 120);
  tcase_add_loop_test (cases, every_procedure_of_the_examples_comes_back_from_word, 0, G_N_ELEMENTS (examples));
  tcase_add_test (cases, random_procedures_come_back_from_word);
  suite_add_tcase (suite, cases);
  return suite;
}
