/* SPDX-License-Identifier: Apache-2.0 */
/* BPMN in: what becomes of files of other tools, and that an exported procedure comes back with what was changed. */
#include "interop/bpmn_model.h"
#include "random_workflow.h"
#include "support.h"

#include <qms.h>

#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *bpmn_read_suite (void);

#define EXAMPLES QMS_SOURCE_DIR "/examples/xml"
#define CORPUS QMS_SOURCE_DIR "/../shared/corpus/bpmn"
#define INTEROP QMS_SOURCE_DIR "/tests/interop/"

/* ---- helpers */

/* An import and all that it leaves. */
typedef struct {
  QmsDocument *document;
  QmsNode *procedure;
  QmsReport *report;
  QmsError *error;
} Imported;

static void
imported_clear (Imported *imported)
{
  qms_report_free (imported->report);
  qms_error_free (imported->error);
  qms_document_unref (imported->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, imported_clear)

static Imported
import_into (QmsDocument *document, const void *bpmn, size_t size)
{
  Imported imported = { .document = document };

  qms_bpmn_import (document, bpmn, size, NULL, &imported.procedure, &imported.report, &imported.error);
  ck_assert ((imported.error == NULL) == (imported.procedure != NULL));
  return imported;
}

static Imported
import (const char *bpmn)
{
  return import_into (qms_document_new (QMS_TYPE_SYSTEM), bpmn, strlen (bpmn));
}

static Imported
import_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  ck_assert_msg (g_file_get_contents (path, &bytes, &size, NULL), "%s cannot be read", path);
  return import_into (qms_document_new (QMS_TYPE_SYSTEM), bytes, size);
}

/* A process between its tags, in an agency's pool with one lane for A, B and C. */
#define PROCESS(inside)                                                                                                \
  "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:qms='urn:libqms:bpmn:1' "                    \
  "xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:v='urn:vendor'>"                                           \
  "<collaboration id='C'><participant id='Own' name='UBND xã' processRef='P'/>"                                       \
  "<participant id='Citizen' name='Tổ chức, cá nhân'/><participant id='Other' name='Sở Tư pháp'/>"           \
  "<messageFlow id='M1' sourceRef='Citizen' targetRef='Wait'/><messageFlow id='M2' sourceRef='Other' "                 \
  "targetRef='Answer'/>"                                                                                               \
  "<messageFlow id='M3' sourceRef='Send' targetRef='Other'/></collaboration>"                                          \
  "<process id='P' name='Cấp bản sao'><laneSet id='LS'><lane id='L' name='Công chức tư "                       \
  "pháp'><flowNodeRef>A</flowNodeRef>"                                                                                \
  "<flowNodeRef>B</flowNodeRef><flowNodeRef>C</flowNodeRef></lane></laneSet>" inside "</process></definitions>"
#define FLOW(from, to) "<sequenceFlow id='" from "_" to "' sourceRef='" from "' targetRef='" to "'/>"
#define NAMED(from, to, name)                                                                                          \
  "<sequenceFlow id='" from "_" to "' name='" name "' sourceRef='" from "' targetRef='" to "'/>"
#define START "<startEvent id='S'/>"
#define TASK(id, name) "<userTask id='" id "' name='" name "'/>"

static QmsNode *
at (const Imported *imported, const char *path)
{
  QmsNode *node = imported->procedure ? qms_node_at (imported->procedure, path, NULL) : NULL;

  ck_assert_msg (node != NULL, "nothing at %s: %s", path, qms_error_message (imported->error, QMS_LANG_EN));
  return node;
}

static size_t
steps (const Imported *imported)
{
  return qms_node_count (imported->procedure, QMS_PROCEDURE_STEPS);
}

static const char *
target (const Imported *imported, const char *path)
{
  return qms_node_get_string (at (imported, path), QMS_OUTCOME_TARGET);
}

static size_t
count (const Imported *imported, const char *rule)
{
  size_t found = 0;

  for (size_t i = 0; i < qms_report_count (imported->report); i++)
    found += strcmp (qms_rule_id (qms_report_rule (imported->report, i)), rule) == 0;
  return found;
}

static void
assert_text (const QmsNode *node, uint32_t field, const char *expected)
{
  char *text = qms_node_get_text (node, field, 0);

  ck_assert_pstr_eq (text, expected);
  qms_free (text);
}

/* The only step's time, if the step says that of itself. */
static void
assert_time (const char *step, const char *expected)
{
  g_autofree char *bpmn = g_strdup_printf (PROCESS (START "%s" FLOW ("S", "A")), step);
  g_auto (Imported) imported = import (bpmn);
  QmsNode *time = qms_node_get_node_at (at (&imported, "buoc[1]"), QMS_STEP_DURATIONS, 0);

  if (expected)
    ck_assert_msg (time != NULL, "no time: %s", step);
  assert_text (time, QMS_STEP_DURATION_VALUE, expected);
}

static void
assert_role (const char *step, const char *expected)
{
  g_autofree char *bpmn = g_strdup_printf (PROCESS (START "%s" FLOW ("S", "A")), step);
  g_auto (Imported) imported = import (bpmn);

  ck_assert_pstr_eq (qms_node_get_string (qms_node_resolve (at (&imported, "buoc[1]"), QMS_STEP_ROLE), QMS_ROLE_NAME),
                     expected);
}

/* ---- steps and flow */

START_TEST (every_kind_of_activity_is_a_step)
{
  static const char *const kinds[] = { "task",        "userTask", "manualTask",  "businessRuleTask", "scriptTask",
                                       "serviceTask", "sendTask", "receiveTask", "callActivity",     "subProcess" };

  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *bpmn = g_strdup_printf (PROCESS ("<%s id='A' name='Việc'/>"), kinds[i]);
    g_auto (Imported) imported = import (bpmn);
    assert_text (at (&imported, "buoc[1]"), QMS_STEP_NAME, "Việc");
  }
}
END_TEST

START_TEST (steps_that_follow_each_other_need_no_outcome)
{
  g_auto (Imported) imported =
      import (PROCESS (TASK ("B", "Trả") START TASK ("A", "Nhận") FLOW ("A", "B") FLOW ("S", "A")));

  ck_assert_uint_eq (steps (&imported), 2);
  ck_assert_str_eq (qms_node_id (at (&imported, "buoc[1]")), "A");
  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[1]"), QMS_STEP_OUTCOMES), 0);
  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[2]"), QMS_STEP_OUTCOMES), 0);
}
END_TEST

START_TEST (an_exclusive_gateway_is_the_outcomes_of_the_step_before_it)
{
  g_auto (Imported) imported = import (PROCESS (
      START TASK ("A", "Kiểm tra") "<exclusiveGateway id='G' name='Kết quả?'/>" TASK ("B", "Thẩm định")
          TASK ("C", "Trả lại") "<endEvent id='E' name='Từ chối giải quyết'/><exclusiveGateway id='J'/>" FLOW ("S", "J")
              FLOW ("J", "A") FLOW ("A", "G") NAMED ("G", "B", "Hợp lệ") NAMED ("G", "E", "Không đủ điều kiện")
                  NAMED ("G", "C", "Cần sửa") FLOW ("C", "J")));

  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[A]"), QMS_STEP_OUTCOMES), 3);
  ck_assert_str_eq (target (&imported, "buoc[A]/ketCuc[1]"), "B");
  assert_text (at (&imported, "buoc[A]/ketCuc[1]"), QMS_OUTCOME_CODE, "hopLe");
  assert_text (at (&imported, "buoc[A]/ketCuc[1]"), QMS_OUTCOME_NAME, "Hợp lệ");
  assert_text (at (&imported, "buoc[A]/ketCuc[2]"), QMS_OUTCOME_KIND, "tuChoi");
  ck_assert_ptr_null (target (&imported, "buoc[A]/ketCuc[2]"));
  assert_text (at (&imported, "buoc[C]/ketCuc[1]"), QMS_OUTCOME_KIND, "traLai");
  ck_assert_str_eq (target (&imported, "buoc[C]/ketCuc[1]"), "A");
}
END_TEST

START_TEST (ends_are_told_apart_by_their_names)
{
  static const struct {
    const char *name, *kind;
  } ends[] = { { "Từ chối", "tuChoi" }, { "Hồ sơ bị từ chối", "tuChoi" }, { "Dừng giải quyết", "dung" },
               { "Rút hồ sơ", "rut" },  { "Invoice rejected", "tuChoi" }, { "Đã trả kết quả", "hoanThanh" },
               { "", "hoanThanh" } };

  for (size_t i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *bpmn = g_strdup_printf (
        PROCESS (START TASK ("A", "Kiểm tra")
                     TASK ("B", "Tiếp") "<exclusiveGateway id='G'/><endEvent id='E' name='%s'/>" FLOW ("S", "A")
                         FLOW ("A", "G") NAMED ("G", "B", "b") NAMED ("G", "E", "e")),
        ends[i].name);
    g_auto (Imported) imported = import (bpmn);
    assert_text (at (&imported, "buoc[A]/ketCuc[2]"), QMS_OUTCOME_KIND, ends[i].kind);
  }
}
END_TEST

START_TEST (parallel_branches_meet_at_the_step_behind_their_join)
{
  g_auto (Imported) imported = import (
      PROCESS (START TASK ("A", "Nhận") "<parallelGateway id='G'/><parallelGateway id='J'/>" TASK ("B", "Xác minh")
                   TASK ("C", "Lấy ý kiến") TASK ("D", "Tổng hợp") FLOW ("S", "A") FLOW ("A", "G") FLOW ("G", "B")
                       FLOW ("G", "C") FLOW ("B", "J") FLOW ("C", "J") FLOW ("J", "D")));

  ck_assert_str_eq (target (&imported, "buoc[A]/ketCuc[1]"), "D");
  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[A]/ketCuc[1]"), QMS_OUTCOME_BRANCHES), 2);
  assert_text (at (&imported, "buoc[A]/ketCuc[1]/nhanh[2]"), QMS_BRANCH_TARGET, "C");
  ck_assert_str_eq (target (&imported, "buoc[B]/ketCuc[1]"), "D");
  ck_assert_uint_eq (count (&imported, "QMS-BP-013"), 0);
}
END_TEST

START_TEST (a_sub_process_is_a_phase_and_its_steps_stand_in_the_flow)
{
  g_auto (Imported) imported = import (PROCESS (
      START TASK ("A", "Nhận") "<subProcess id='G' name='Thẩm định'><startEvent id='S2'/>" TASK ("B", "Xác minh")
          TASK ("C", "Kết luận") "<endEvent id='E2'/>" FLOW ("S2", "B") FLOW ("B", "C")
              FLOW ("C", "E2") "</subProcess>" TASK ("D", "Trả") FLOW ("S", "A") FLOW ("A", "G") FLOW ("G", "D")));

  ck_assert_uint_eq (steps (&imported), 4);
  for (size_t i = 0; i < 4; i++) {
    QmsNode *step = qms_node_get_node_at (imported.procedure, QMS_PROCEDURE_STEPS, i);
    ck_assert_uint_eq (qms_node_count (step, QMS_STEP_OUTCOMES), 0);
    ck_assert_int_eq (qms_node_has (step, QMS_STEP_PHASE), i == 1 || i == 2);
  }
  assert_text (qms_node_resolve (at (&imported, "buoc[B]"), QMS_STEP_PHASE), QMS_PHASE_NAME, "Thẩm định");
}
END_TEST

START_TEST (waiting_for_messages_is_told_by_who_sends_them)
{
  g_auto (Imported) imported = import (PROCESS (START TASK (
      "A", "Hướng dẫn bổ sung") "<eventBasedGateway id='W' name='Chờ bổ sung'/><intermediateCatchEvent id='Wait' "
                                "name='Đã bổ sung'><messageEventDefinition/></intermediateCatchEvent>"
                                "<intermediateCatchEvent id='Late' name='Quá hạn'><timerEventDefinition>"
                                "<timeDuration>P30D</timeDuration></timerEventDefinition></intermediateCatchEvent>"
                                "<endEvent id='E' name='Dừng giải quyết'/><receiveTask id='Answer' name='Chờ'/>" TASK (
                                    "Send", "Chuyển") FLOW ("S", "A") FLOW ("A", "W") FLOW ("W", "Wait")
                                                    FLOW ("W", "Late") FLOW ("Late", "E") FLOW ("Wait", "Send")
                                                        FLOW ("Send", "Answer")));

  assert_text (at (&imported, "buoc[W]"), QMS_STEP_KIND, "choBoSung");
  assert_text (at (&imported, "buoc[W]/thoiGian"), QMS_STEP_DURATION_VALUE, "30 ngay");
  assert_text (at (&imported, "buoc[W]/ketCuc[1]"), QMS_OUTCOME_NAME, "Đã bổ sung");
  assert_text (at (&imported, "buoc[W]/ketCuc[2]"), QMS_OUTCOME_KIND, "dung");
  assert_text (at (&imported, "buoc[Send]"), QMS_STEP_KIND, "chuyen");
  assert_text (at (&imported, "buoc[Answer]"), QMS_STEP_KIND, "choCoQuanKhac");
  assert_text (qms_node_resolve (at (&imported, "buoc[Answer]"), QMS_STEP_PHASE), QMS_PHASE_AGENCY, "Sở Tư pháp");
  ck_assert_uint_eq (count (&imported, "QMS-BP-010"), 1);
}
END_TEST

START_TEST (a_boundary_event_is_an_outcome_of_its_step)
{
  g_auto (Imported) imported = import (PROCESS (START TASK ("A", "Nhận") TASK ("B", "Xin lỗi") TASK (
      "C", "Trả") "<boundaryEvent id='T' name='Trễ hạn' "
                  "attachedToRef='A'><timerEventDefinition/>"
                  "</boundaryEvent>" FLOW ("S", "A") FLOW ("A", "C") FLOW ("T", "B") FLOW ("B", "C")));

  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[A]"), QMS_STEP_OUTCOMES), 2);
  assert_text (at (&imported, "buoc[A]/ketCuc[2]"), QMS_OUTCOME_CODE, "treHan");
  ck_assert_str_eq (target (&imported, "buoc[A]/ketCuc[2]"), "B");
}
END_TEST

/* ---- who, how long */

START_TEST (roles_are_taken_by_precedence)
{
  assert_role (TASK ("A", "a"), "Công chức tư pháp");
  assert_role ("<userTask id='A' camunda:candidateGroups='Bộ phận Một cửa, khác'/>", "Bộ phận Một cửa");
  assert_role ("<userTask id='A'><potentialOwner><resourceAssignmentExpression><formalExpression>group(Văn thư)"
               "</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>",
               "Văn thư");
  assert_role ("<userTask id='A'><potentialOwner><resourceAssignmentExpression><expression>Văn thư</expression>"
               "</resourceAssignmentExpression></potentialOwner></userTask>",
               "Văn thư");
  assert_role ("<userTask id='A' camunda:candidateGroups='x'><extensionElements><qms:role ref='VT-LD' name='Lãnh đạo'/>"
               "</extensionElements></userTask>",
               "Lãnh đạo");
  assert_role (TASK ("A2", "không có làn"), "UBND xã");
}
END_TEST

START_TEST (of_several_groups_a_role_of_the_system_is_taken_and_the_others_are_told)
{
  static const char system[] = "<heThong xmlns='urn:libqms:1'><coQuan><ten>UBND xã</ten><vaiTro id='VT-1'><ten>Văn thư"
                               "</ten></vaiTro></coQuan></heThong>";
  static const char bpmn[] =
      PROCESS (START "<userTask id='A' camunda:candidateGroups='NEW; Văn thư,${x}, khác'/>"
                     "<userTask id='A2' camunda:candidateGroups='NEW'/>" FLOW ("S", "A") FLOW ("A", "A2"));
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_parse (system, strlen (system), &document, NULL), QMS_OK);
  g_auto (Imported) imported = import_into (document, bpmn, strlen (bpmn));
  assert_text (at (&imported, "buoc[1]"), QMS_STEP_ROLE, "VT-1");
  ck_assert_uint_eq (count (&imported, "QMS-BP-023"), 2);
  assert_text (at (&imported, "buoc[2]"), QMS_STEP_ROLE, "VT-new");
  ck_assert_uint_eq (count (&imported, "QMS-BP-024"), 1);
}
END_TEST

START_TEST (the_agency_as_a_role_of_steps_without_a_lane_is_told)
{
  g_auto (Imported) imported = import (PROCESS (START TASK ("A2", "không có làn") FLOW ("S", "A2")));

  ck_assert_uint_eq (count (&imported, "QMS-BP-024"), 1);
}
END_TEST

START_TEST (times_are_taken_by_precedence)
{
#define OWN "<extensionElements><qms:duration value='0.5' unit='ngayLamViec'/></extensionElements>"
#define PROPERTY                                                                                                       \
  "<extensionElements><camunda:properties><camunda:property name='qms.duration' value='6 gioLamViec'/>"                \
  "</camunda:properties></extensionElements>"
#define TEXT(words) "<documentation>" words "</documentation>"
  assert_time ("<task id='A'>" OWN TEXT ("Thời gian: 3 ngày") "</task>", "0.5 ngayLamViec");
  assert_time ("<task id='A'>" PROPERTY TEXT ("Thời gian: 3 ngày") "</task>", "6 gioLamViec");
  assert_time ("<task id='A'>" TEXT (
                   "Thời gian: 3 ngày") "</task><boundaryEvent id='T' "
                                        "attachedToRef='A'><timerEventDefinition><timeDuration>PT4H</timeDuration>"
                                        "</timerEventDefinition></boundaryEvent>",
               "4 gio");
  assert_time ("<task id='A'>" TEXT ("Kiểm tra trong 02 ngày làm việc.") "</task>", "2 ngayLamViec");
  assert_time ("<task id='A'/>", NULL);
}
END_TEST

START_TEST (times_in_words_are_understood)
{
  static const struct {
    const char *words, *value;
  } texts[] = {
    { "4 giờ làm việc", "4 gioLamViec" },
    { "½ ngày", "0.5 ngay" },
    { "1½ ngày làm việc", "1.5 ngayLamViec" },
    { "1,5 ngày", "1.5 ngay" },
    { "02 NGÀY LÀM VIỆC", "2 ngayLamViec" },
    { "1/2 ngày làm việc", "0.5 ngayLamViec" },
    { "Thời hạn lưu 5 năm? Không. Thời gian: 2 giờ", "2 gio" },
    { "trong 3 ngày hoặc 5 ngày", NULL },
    { "theo mẫu ngày 15 tháng 3 năm 2025", NULL },
    { "không quá 3 working days", "3 ngayLamViec" },
    { "bước 2 tiếp nhận", NULL },
    { "99999999999999999999 ngày", NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *step = g_strdup_printf ("<task id='A'>" TEXT ("%s") "</task>", texts[i].words);
    assert_time (step, texts[i].value);
  }
}
END_TEST

START_TEST (timers_are_calendar_time)
{
  static const struct {
    const char *iso, *value;
  } timers[] = { { "P3D", "3 ngay" },  { "PT90M", "1.5 gio" }, { "P2W", "14 ngay" },
                 { "P1M", "1 thang" }, { "P1Y", "1 nam" },     { "P1DT2H", NULL },
                 { "PT7M", NULL },     { "R3/PT10H", NULL },   { "PT", NULL } };

  for (size_t i = 0; i < G_N_ELEMENTS (timers); i++) {
    g_autofree char *step =
        g_strdup_printf ("<task id='A'/><boundaryEvent id='T' attachedToRef='A'><timerEventDefinition>"
                         "<timeDuration>%s</timeDuration></timerEventDefinition></boundaryEvent>",
                         timers[i].iso);
    assert_time (step, timers[i].value);
  }
}
END_TEST

/* ---- what has no place */

START_TEST (unknown_extensions_are_kept_verbatim)
{
  g_auto (Imported) imported = import (PROCESS (
      "<userTask id='A' v:colour='red'><extensionElements><v:data x='1'><v:inner>chữ &amp; dấu</v:inner></v:data>"
      "</extensionElements></userTask>"));
  char *xml = NULL;

  ck_assert_str_eq (qms_node_extension (at (&imported, "buoc[1]"), "urn:vendor", "data"), "chữ & dấu");
  ck_assert_int_eq (qms_document_write (imported.document, QMS_FORMAT_XML, &xml, NULL, NULL), QMS_OK);
  ck_assert_ptr_nonnull (strstr (xml, "<v:data x=\"1\"><v:inner>chữ &amp; dấu</v:inner></v:data>"));
  ck_assert_ptr_nonnull (strstr (xml, "v:colour=\"red\""));
  qms_free (xml);
}
END_TEST

START_TEST (names_become_normal_form_c_on_one_line)
{
  g_auto (Imported) imported = import (PROCESS ("<task id='A' name='Tie&#x302;&#x301;p&#10; nha&#x323;&#x302;n'/>"));

  assert_text (at (&imported, "buoc[1]"), QMS_STEP_NAME, "Tiếp nhận");
}
END_TEST

START_TEST (a_system_that_has_the_roles_keeps_them)
{
  static const char text[] = "<heThong xmlns='urn:libqms:1'><coQuan><ten>X</ten><vaiTro id='VT-1'><ten>Cán bộ</ten>"
                             "<tenKhac>CÔNG CHỨC TƯ PHÁP</tenKhac></vaiTro></coQuan></heThong>";
  static const char bpmn[] = PROCESS (TASK ("A", "Việc"));
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_parse (text, sizeof text - 1, &document, NULL), QMS_OK);
  g_auto (Imported) imported = import_into (document, bpmn, sizeof bpmn - 1);
  assert_text (at (&imported, "buoc[1]"), QMS_STEP_ROLE, "VT-1");
  ck_assert_uint_eq (qms_node_count (qms_system_get_agency (qms_document_root (document)), QMS_AGENCY_ROLES), 1);
}
END_TEST

START_TEST (identifiers_that_are_taken_are_made_anew)
{
  static const char bpmn[] = PROCESS (TASK ("A", "Việc"));
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_bpmn_import (document, bpmn, sizeof bpmn - 1, NULL, NULL, NULL, NULL), QMS_OK);
  g_auto (Imported) imported = import_into (document, bpmn, sizeof bpmn - 1);
  ck_assert_str_eq (qms_node_id (imported.procedure), "QT-capBanSao-2");
  ck_assert_int_eq (qms_document_validate (document, &report, NULL), QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    ck_assert_str_ne (qms_rule_slug (qms_report_rule (report, i)), "duplicate-id");
  qms_report_free (report);
}
END_TEST

START_TEST (on_error_the_system_is_as_it_was)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM), *empty = qms_document_new (QMS_TYPE_SYSTEM);
  g_auto (Imported) imported = import_into (document, "<definitions", 12);

  ck_assert_int_eq (qms_error_status (imported.error), QMS_ERROR_SYNTAX);
  ck_assert_ptr_null (imported.report);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (empty)), 1);
  ck_assert_int_eq (qms_bpmn_import (NULL, "", 0, NULL, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  qms_document_unref (empty);
}
END_TEST

START_TEST (hostile_files_are_refused)
{
  static const char *const files[] = {
    "<!DOCTYPE d [<!ENTITY a 'b'>]><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
    "<?xml version='1.0' encoding='UTF-7'?><definitions/>",
    "",
    "{}",
  };
  g_autoptr (GString) deep = g_string_new (NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++) {
    g_auto (Imported) imported = import (files[i]);
    ck_assert_ptr_nonnull (imported.error);
  }
  for (int i = 0; i < 100; i++)
    g_string_append (deep, "<a>");
  g_auto (Imported) imported = import (deep->str);
  ck_assert_int_eq (qms_error_status (imported.error), QMS_ERROR_LIMIT);
}
END_TEST

START_TEST (declared_encodings_are_honoured)
{
  static const char *const encodings[] = { "UTF-8", "ISO-8859-1", "windows-1252", "UTF-16" };

  for (size_t i = 0; i < G_N_ELEMENTS (encodings); i++) {
    g_autofree char *text =
        g_strdup_printf ("<?xml version='1.0' encoding='%s'?>\n"
                         "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='P'>"
                         "<task id='A' name='Reçu'/></process></definitions>",
                         encodings[i]);
    gsize size = 0;
    g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &size, NULL);
    g_auto (Imported) imported = import_into (qms_document_new (QMS_TYPE_SYSTEM), bytes, size);
    assert_text (at (&imported, "buoc[1]"), QMS_STEP_NAME, "Reçu");
    ck_assert_uint_eq (count (&imported, "QMS-BP-003"), 0);
  }
}
END_TEST

/* ---- out and in again */

static char *export(const QmsNode *procedure, int32_t profile)
{
  char *xml = NULL;
  QmsError *error = NULL;

  qms_bpmn_export (procedure, profile, &xml, NULL, &error);
  ck_assert_msg (!error, "%s", qms_error_message (error, QMS_LANG_EN));
  return xml;
}

static void
assert_back_from_bpmn (const QmsNode *procedure, int32_t profile)
{
  char *xml = export(procedure, profile);
  g_auto (Imported) imported = import (xml);

  ck_assert_msg (imported.procedure && qms_node_equal (procedure, imported.procedure), "%s of %s, profile %d",
                 qms_node_id (procedure), qms_document_file (qms_node_document (procedure)), profile);
  ck_assert_msg (qms_report_count (imported.report) == 0, "%s: %s", qms_node_id (procedure),
                 qms_report_message (imported.report, 0, QMS_LANG_EN));
  qms_free (xml);
}

START_TEST (kept_extensions_stand_in_an_export_again)
{
  g_auto (Imported) imported =
      import (PROCESS ("<userTask id='A' v:colour='red' camunda:formKey='k'><extensionElements>"
                       "<v:data x='1'/></extensionElements></userTask>"));
  char *xml = export(imported.procedure, QMS_BPMN_CAMUNDA7);

  ck_assert_ptr_nonnull (strstr (xml, "v:colour=\"red\""));
  ck_assert_ptr_nonnull (strstr (xml, "camunda:formKey=\"k\""));
  ck_assert_ptr_nonnull (strstr (xml, "<v:data"));
  qms_free (xml);
  assert_back_from_bpmn (imported.procedure, QMS_BPMN_GENERIC);
  assert_back_from_bpmn (imported.procedure, QMS_BPMN_CAMUNDA7);
}
END_TEST

START_TEST (a_random_procedure_comes_back_equal)
{
  for (int seed = 0; seed < count_seeds (1000); seed++) {
    QmsDocument *document = random_workflow ((guint32)seed);
    assert_back_from_bpmn (qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE), seed % 3);
    qms_document_unref (document);
  }
}
END_TEST

START_TEST (every_procedure_of_the_examples_comes_back_equal)
{
  g_autoptr (GDir) folder = g_dir_open (EXAMPLES, 0, NULL);
  unsigned found = 0;

  for (const char *name; (name = g_dir_read_name (folder)) != NULL;) {
    g_autofree char *path = g_build_filename (EXAMPLES, name, NULL);
    QmsDocument *document = NULL;
    QmsNode *root;
    if (qms_document_load (path, &document, NULL) != QMS_OK
        || qms_type_id (qms_node_type (qms_document_root (document))) != QMS_TYPE_SYSTEM) {
      qms_document_unref (document);
      continue;
    }
    root = qms_document_root (document);
    for (size_t i = 0; i < qms_node_count (root, QMS_SYSTEM_PROCEDURES); i++) {
      QmsNode *procedure = qms_node_get_node_at (root, QMS_SYSTEM_PROCEDURES, i);
      if (!qms_node_has (procedure, QMS_PROCEDURE_STEPS))
        continue;
      for (int32_t profile = QMS_BPMN_GENERIC; profile <= QMS_BPMN_FLOWABLE; profile++)
        assert_back_from_bpmn (procedure, profile);
      found++;
    }
    qms_document_unref (document);
  }
  ck_assert_uint_gt (found, 10);
}
END_TEST

/* The file without its full copy: the visible elements alone. */
static char *
without_source (const char *xml)
{
  const char *begin = strstr (xml, "<qms:source>"), *end = strstr (xml, "</qms:source>");

  ck_assert (begin && end);
  return g_strdup_printf ("%.*s%s", (int)(begin - xml), xml, end + strlen ("</qms:source>"));
}

static void
assert_same_target (const QmsWorkflow *a, size_t left, const QmsWorkflow *b, size_t right)
{
  ck_assert_int_eq (left == QMS_WORKFLOW_NONE, right == QMS_WORKFLOW_NONE);
  if (left != QMS_WORKFLOW_NONE)
    ck_assert_str_eq (qms_workflow_step_id (a, left), qms_workflow_step_id (b, right));
}

static void
assert_same_outcome (const QmsWorkflow *a, size_t left, size_t i, const QmsWorkflow *b, size_t right, size_t j)
{
  ck_assert_uint_ne (j, QMS_WORKFLOW_NONE);
  assert_same_target (a, qms_workflow_outcome_target (a, left, i), b, qms_workflow_outcome_target (b, right, j));
  ck_assert_uint_eq (qms_workflow_outcome_branches (a, left, i), qms_workflow_outcome_branches (b, right, j));
  for (size_t k = 0; k < qms_workflow_outcome_branches (a, left, i); k++)
    assert_same_target (a, qms_workflow_outcome_branch (a, left, i, k), b,
                        qms_workflow_outcome_branch (b, right, j, k));
}

static void
assert_same_step (const QmsWorkflow *a, size_t left, const QmsWorkflow *b, size_t right)
{
  size_t count = qms_workflow_outcomes (a, left);

  ck_assert_uint_ne (right, QMS_WORKFLOW_NONE);
  ck_assert_pstr_eq (qms_workflow_step_name (a, left), qms_workflow_step_name (b, right));
  ck_assert_pstr_eq (qms_workflow_step_role (a, left), qms_workflow_step_role (b, right));
  ck_assert_int_eq (qms_workflow_step_kind (a, left), qms_workflow_step_kind (b, right));
  ck_assert_int_eq (qms_workflow_step_counts (a, left), qms_workflow_step_counts (b, right));
  for (int32_t out = 0; out < 2; out++)
    ck_assert_uint_eq (qms_workflow_step_forms (a, left, out), qms_workflow_step_forms (b, right, out));
  for (size_t i = 0; i < count; i++) {
    const char *code = qms_workflow_outcome_code (a, left, i);
    size_t j = *code ? qms_workflow_find_outcome (b, right, code) : 0;
    assert_same_outcome (a, left, i, b, right, j);
  }
}

static void
assert_same_workflow (const QmsNode *procedure, const QmsNode *other)
{
  QmsWorkflow *a = NULL, *b = NULL;

  ck_assert_int_eq (qms_workflow_new (procedure, &a, NULL), QMS_OK);
  ck_assert_int_eq (qms_workflow_new (other, &b, NULL), QMS_OK);
  ck_assert_uint_eq (qms_workflow_steps (a), qms_workflow_steps (b));
  ck_assert_str_eq (qms_workflow_step_id (a, 0), qms_workflow_step_id (b, 0));
  for (size_t i = 0; i < qms_workflow_steps (a); i++)
    assert_same_step (a, i, b, qms_workflow_find (b, qms_workflow_step_id (a, i)));
  qms_workflow_unref (a);
  qms_workflow_unref (b);
}

START_TEST (the_visible_elements_alone_tell_the_same_workflow)
{
  for (int seed = 0; seed < count_seeds (300); seed++) {
    QmsDocument *document = random_workflow ((guint32)seed);
    QmsNode *procedure = qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE);
    char *xml = export(procedure, QMS_BPMN_GENERIC);
    g_autofree char *bare = without_source (xml);
    g_auto (Imported) imported = import (bare);
    assert_same_workflow (procedure, imported.procedure);
    qms_free (xml);
    qms_document_unref (document);
  }
}
END_TEST

/* ---- changed in a modeller */

#define SMALL                                                                                                                \
  "<heThong xmlns='urn:libqms:1'><coQuan><ten>UBND xã</ten><vaiTro id='VT-1'><ten>Công chức</ten></vaiTro>"              \
  "<vaiTro id='VT-2'><ten>Lãnh đạo</ten></vaiTro></coQuan><quyTrinh id='QT-1' ma='QT 01'><ten>Cấp bản sao</ten>"     \
  "<thoiHan giaTri='3 ngayLamViec'/><buoc id='A' vaiTro='VT-1'><ten>Tiếp nhận</ten><noiDung>Kiểm tra giấy "          \
  "tờ.</noiDung>"                                                                                                          \
  "<thoiGian giaTri='0.5 ngayLamViec'/></buoc><buoc id='B' vaiTro='VT-1'><ten>Thẩm định</ten>"                          \
  "<thoiGian giaTri='1 ngayLamViec'/><ketCuc ma='dat'><ten>Đạt</ten></ketCuc><ketCuc ma='tuChoi' loai='tuChoi'>"          \
  "<ten>Từ chối</ten></ketCuc></buoc><buoc id='C' vaiTro='VT-2'><ten>Ký</ten></buoc><hoSo><ten>Bản lưu</ten></hoSo>" \
  "</quyTrinh></heThong>"

/* The procedure QT-1 of a system, exported, changed by replacing texts (pairs, up to NULL), and imported. */
static Imported
edited_text (const char *system, int32_t profile, const char *const *changes)
{
  QmsDocument *document = NULL;
  g_autoptr (GString) text = NULL;
  char *xml;

  ck_assert_int_eq (qms_document_parse (system, strlen (system), &document, NULL), QMS_OK);
  xml = export(qms_document_find (document, "QT-1"), profile);
  text = g_string_new (xml);
  for (; *changes; changes += 2)
    ck_assert_msg (g_string_replace (text, changes[0], changes[1], 0) > 0, "not in the file: %s", changes[0]);
  qms_free (xml);
  qms_document_unref (document);
  return import (text->str);
}

#define EDITED(profile, ...) edited_text (SMALL, profile, (const char *const[]){ __VA_ARGS__, NULL })

START_TEST (a_renamed_task_renames_its_step_and_nothing_else)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "Task id=\"Buoc_A\" name=\"Tiếp nhận\"", "Task id=\"Buoc_A\" name=\"Tiếp nhận hồ sơ\"");

  assert_text (at (&imported, "buoc[A]"), QMS_STEP_NAME, "Tiếp nhận hồ sơ");
  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ACTION, "Kiểm tra giấy tờ.");
  assert_text (at (&imported, "hoSo[1]"), QMS_RECORD_NAME, "Bản lưu");
  ck_assert_uint_eq (qms_report_count (imported.report), 1);
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
}
END_TEST

START_TEST (changed_documentation_is_the_text_of_the_step)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "documentation>Kiểm tra giấy tờ.", "documentation>Kiểm tra kỹ.");

  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ACTION, "Kiểm tra kỹ.");
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
}
END_TEST

START_TEST (a_changed_property_is_the_time_of_the_step)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_CAMUNDA7, "name=\"qms.duration\" value=\"0.5 ngayLamViec\"",
                                       "name=\"qms.duration\" value=\"2 giờ làm việc\"");

  assert_text (at (&imported, "buoc[A]/thoiGian"), QMS_STEP_DURATION_VALUE, "2 gioLamViec");
  ck_assert_uint_eq (count (&imported, "QMS-BP-011"), 1);
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
}
END_TEST

START_TEST (a_changed_duration_element_is_the_time_of_the_step)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "value=\"0.5\" unit=\"ngayLamViec\"", "value=\"4\" unit=\"gioLamViec\"");

  assert_text (at (&imported, "buoc[A]/thoiGian"), QMS_STEP_DURATION_VALUE, "4 gioLamViec");
}
END_TEST

START_TEST (a_time_that_cannot_be_read_leaves_the_old_one)
{
  g_auto (Imported) property = EDITED (QMS_BPMN_CAMUNDA7, "name=\"qms.duration\" value=\"0.5 ngayLamViec\"",
                                       "name=\"qms.duration\" value=\"abc\"");
  g_auto (Imported) element =
      EDITED (QMS_BPMN_GENERIC, "value=\"0.5\" unit=\"ngayLamViec\"", "value=\"0.5\" unit=\"xxx\"");
  g_auto (Imported) limit = EDITED (QMS_BPMN_GENERIC, "<qms:deadline value=\"3\"", "<qms:deadline value=\"abc\"");
  const Imported *const all[] = { &property, &element, &limit };

  for (size_t i = 0; i < G_N_ELEMENTS (all); i++) {
    assert_text (at (all[i], "buoc[A]/thoiGian"), QMS_STEP_DURATION_VALUE, "0.5 ngayLamViec");
    assert_text (at (all[i], "thoiHan"), QMS_TIME_LIMIT_VALUE, "3 ngayLamViec");
    ck_assert_uint_eq (count (all[i], "QMS-BP-021"), 1);
    ck_assert_uint_eq (qms_report_count (all[i]->report), 1);
  }
}
END_TEST

START_TEST (a_time_changed_in_the_text_is_the_time_of_the_step)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_GENERIC, "Thời gian: 0,5 ngày làm việc", "Thời gian: 2 giờ làm việc");

  assert_text (at (&imported, "buoc[A]/thoiGian"), QMS_STEP_DURATION_VALUE, "2 gioLamViec");
  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ACTION, "Kiểm tra giấy tờ.");
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
}
END_TEST

START_TEST (a_time_in_the_text_that_cannot_be_read_is_told_and_no_text_of_the_step)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_GENERIC, "Thời gian: 0,5 ngày làm việc", "Thời gian: nửa buổi");

  assert_text (at (&imported, "buoc[A]/thoiGian"), QMS_STEP_DURATION_VALUE, "0.5 ngayLamViec");
  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ACTION, "Kiểm tra giấy tờ.");
  ck_assert_uint_eq (count (&imported, "QMS-BP-021"), 1);
}
END_TEST

START_TEST (a_task_in_another_lane_has_the_role_of_that_lane)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "<bpmn:flowNodeRef>Buoc_A</bpmn:flowNodeRef>", "",
              "<bpmn:flowNodeRef>Buoc_C</bpmn:flowNodeRef>",
              "<bpmn:flowNodeRef>Buoc_C</bpmn:flowNodeRef><bpmn:flowNodeRef>Buoc_A</bpmn:flowNodeRef>");

  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ROLE, "VT-2");
}
END_TEST

START_TEST (other_candidate_groups_are_another_role)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_CAMUNDA7, "id=\"Buoc_C\" name=\"Ký\" camunda:candidateGroups=\"VT-2\"",
                                       "id=\"Buoc_C\" name=\"Ký\" camunda:candidateGroups=\"VT-1\"");

  assert_text (at (&imported, "buoc[C]"), QMS_STEP_ROLE, "VT-1");
}
END_TEST

START_TEST (a_renamed_lane_renames_its_role)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_GENERIC, "<bpmn:lane id=\"Lane_VT-2\" name=\"Lãnh đạo\"",
                                       "<bpmn:lane id=\"Lane_VT-2\" name=\"Chủ tịch\"");

  assert_text (qms_node_resolve (at (&imported, "buoc[C]"), QMS_STEP_ROLE), QMS_ROLE_NAME, "Chủ tịch");
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
}
END_TEST

/* A procedure with a phase of another agency, scenarios, and what a vendor has left at a step. */
#define RICH                                                                                                           \
  "<heThong xmlns='urn:libqms:1' xmlns:v='urn:v'><coQuan><ten>UBND xã</ten>"                                          \
  "<vaiTro id='VT-1'><ten>Công chức</ten></vaiTro></coQuan><quyTrinh id='QT-1'><ten>Cấp bản sao</ten>"          \
  "<truongHop id='TH-1'>Thường</truongHop><giaiDoan id='GD-1'>Ở xã</giaiDoan>"                                   \
  "<giaiDoan id='GD-2' coQuan='Thuế cơ sở'>Ở thuế</giaiDoan>"                                                 \
  "<buoc id='A' vaiTro='VT-1' giaiDoan='GD-1' v:mau='do'><ten>Tiếp nhận</ten><noiDung>Kiểm tra.</noiDung>"       \
  "<thoiGian truongHop='TH-1' giaTri='0.5 ngayLamViec'/><ketQua bieuMau='BM-1'/><ghiChu>Nhớ ký.</ghiChu>"           \
  "<v:ghi so='1'/><v:ghi so='2'/></buoc>"                                                                              \
  "<buoc id='B' loai='choCoQuanKhac' giaiDoan='GD-2'><ten>Chờ thuế</ten></buoc>"                                   \
  "<buoc id='C' vaiTro='VT-1' giaiDoan='GD-1'><ten>Trả</ten></buoc>"                                                 \
  "<bieuMau id='BM-1'>Giấy hẹn</bieuMau></quyTrinh></heThong>"

#define EDITED_RICH(...) edited_text (RICH, QMS_BPMN_GENERIC, (const char *const[]){ __VA_ARGS__, NULL })

START_TEST (a_renamed_pool_renames_the_agency_that_it_stands_for)
{
  g_auto (Imported) own = EDITED_RICH ("name=\"UBND xã\"", "name=\"UBND phường\"");
  g_auto (Imported) other = EDITED_RICH ("name=\"Thuế cơ sở\"", "name=\"Thuế tỉnh\"");

  ck_assert_str_eq (qms_agency_get_name (qms_system_get_agency (qms_document_root (own.document))), "UBND phường");
  ck_assert_uint_eq (count (&own, "QMS-BP-015"), 1);
  assert_text (at (&other, "giaiDoan[GD-2]"), QMS_PHASE_AGENCY, "Thuế tỉnh");
  ck_assert_uint_ge (count (&other, "QMS-BP-015"), 1);
}
END_TEST

START_TEST (changed_phases_and_scenarios_are_those_of_the_procedure)
{
  g_auto (Imported) imported = EDITED_RICH (
      "<qms:scenario id=\"TH-1\" name=\"Thường\"/>",
      "<qms:scenario id=\"TH-1\" name=\"Thông thường\"/><qms:scenario id=\"TH-2\" name=\"Khó\"/>",
      "<qms:phase id=\"GD-1\" name=\"Ở xã\"/>", "<qms:phase id=\"GD-1\" name=\"Ở cấp xã\" offClock=\"true\"/>");

  assert_text (at (&imported, "truongHop[TH-1]"), QMS_SCENARIO_NAME, "Thông thường");
  assert_text (at (&imported, "truongHop[TH-2]"), QMS_SCENARIO_NAME, "Khó");
  assert_text (at (&imported, "giaiDoan[GD-1]"), QMS_PHASE_NAME, "Ở cấp xã");
  ck_assert_int_eq (qms_phase_get_off_clock (at (&imported, "giaiDoan[GD-1]")), 1);
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 3);
}
END_TEST

START_TEST (a_removed_phase_stays_and_is_told)
{
  g_auto (Imported) imported = EDITED_RICH ("<qms:phase id=\"GD-1\" name=\"Ở xã\"/>", "");

  assert_text (at (&imported, "giaiDoan[GD-1]"), QMS_PHASE_NAME, "Ở xã");
  ck_assert_uint_eq (count (&imported, "QMS-BP-009"), 1);
}
END_TEST

START_TEST (extensions_of_others_that_were_removed_or_changed_do_not_come_back)
{
  g_auto (Imported) imported =
      EDITED_RICH ("<v:ghi xmlns:v=\"urn:v\" so=\"1\"/>", "", "v:mau=\"do\"", "v:mau=\"xanh\"");
  char *xml = NULL;

  ck_assert_int_eq (qms_document_write (imported.document, QMS_FORMAT_XML, &xml, NULL, NULL), QMS_OK);
  ck_assert_ptr_null (strstr (xml, "so=\"1\""));
  ck_assert_ptr_nonnull (strstr (xml, "so=\"2\""));
  ck_assert_ptr_null (strstr (xml, "mau=\"do\""));
  ck_assert_ptr_nonnull (strstr (xml, "mau=\"xanh\""));
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
  qms_free (xml);
}
END_TEST

START_TEST (without_the_full_copy_generated_lines_are_no_text_of_the_step)
{
  QmsDocument *document = read_text (RICH);
  char *xml = export(qms_document_find (document, "QT-1"), QMS_BPMN_GENERIC);
  g_autofree char *bare = without_source (xml);
  g_auto (Imported) imported = import (bare);

  ck_assert_ptr_nonnull (strstr (xml, "Thời gian: 0,5 ngày làm việc (Thường)"));
  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ACTION, "Kiểm tra.");
  assert_text (at (&imported, "buoc[A]"), QMS_STEP_NOTE, "Nhớ ký.");
  ck_assert (!qms_node_has (at (&imported, "buoc[C]"), QMS_STEP_ACTION));
  qms_free (xml);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_redrawn_flow_is_another_outcome)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_GENERIC, "sourceRef=\"Buoc_A\" targetRef=\"Buoc_B\"",
                                       "sourceRef=\"Buoc_A\" targetRef=\"Buoc_C\"");

  ck_assert_str_eq (target (&imported, "buoc[A]/ketCuc[1]"), "C");
  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[B]"), QMS_STEP_OUTCOMES), 2);
  assert_text (at (&imported, "buoc[B]/ketCuc[1]"), QMS_OUTCOME_CODE, "dat");
  ck_assert_uint_eq (count (&imported, "QMS-BP-015"), 1);
}
END_TEST

/* Codes of the outcomes of all steps, in order. */
static char *
outcome_codes (const QmsNode *procedure)
{
  GString *codes = g_string_new (NULL);

  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_STEPS); i++) {
    const QmsNode *step = qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i);
    for (size_t k = 0; k < qms_node_count (step, QMS_STEP_OUTCOMES); k++)
      g_string_append_printf (
          codes, "%s ", qms_node_get_string (qms_node_get_node_at (step, QMS_STEP_OUTCOMES, k), QMS_OUTCOME_CODE));
    g_string_append_c (codes, '\n');
  }
  return g_string_free (codes, FALSE);
}

START_TEST (outcomes_keep_the_order_of_the_procedure_when_flows_are_renamed)
{
  g_autoptr (GRegex) named = g_regex_new ("(<bpmn:sequenceFlow [^>]*name=\"[^\"]*)\"", 0, 0, NULL);
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (EXAMPLES "/lien-thong.xml", &document, NULL), QMS_OK);
  char *xml = export(qms_document_find (document, "QT-DD"), QMS_BPMN_GENERIC);
  g_autofree char *renamed = g_regex_replace (named, xml, -1, 0, "\\1 mới\"", 0, NULL);
  g_autofree char *before = outcome_codes (qms_document_find (document, "QT-DD"));
  g_auto (Imported) imported = import (renamed);
  g_autofree char *after = outcome_codes (imported.procedure);

  ck_assert_uint_gt (count (&imported, "QMS-BP-015"), 1);
  ck_assert_str_eq (after, before);
  qms_free (xml);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_text_of_many_lines_is_compared_in_time_that_grows_with_it)
{
  enum { LINES = 40000 };
  g_autoptr (GString) many = g_string_new (NULL);

  for (int i = 0; i < LINES; i++)
    g_string_append_printf (many, "dòng %d\n", i);
  g_autofree char *action = g_strconcat (many->str, "hết", NULL), *changed = g_strconcat (many->str, "xong", NULL);
  QmsDocument *document = NULL;
  ck_assert_int_eq (qms_document_parse (SMALL, strlen (SMALL), &document, NULL), QMS_OK);
  qms_node_set_string (qms_document_find (document, "A"), QMS_STEP_ACTION, action, NULL);
  char *xml = export(qms_document_find (document, "QT-1"), QMS_BPMN_GENERIC);
  g_autoptr (GString) text = g_string_new (xml);
  ck_assert_uint_gt (g_string_replace (text, "hết\nThời gian", "xong\nThời gian", 1), 0);
  g_auto (Imported) imported = import (text->str);

  assert_text (at (&imported, "buoc[A]"), QMS_STEP_ACTION, changed);
  qms_free (xml);
  qms_document_unref (document);
}
END_TEST

START_TEST (an_added_task_is_a_new_step_in_its_place)
{
  g_auto (Imported) imported = EDITED (
      QMS_BPMN_GENERIC, "sourceRef=\"Buoc_A\" targetRef=\"Buoc_B\"", "sourceRef=\"Buoc_A\" targetRef=\"Activity_1\"",
      "<bpmn:startEvent",
      "<bpmn:task id=\"Activity_1\" name=\"Quét giấy tờ\"/><bpmn:sequenceFlow id=\"F_1\" sourceRef=\"Activity_1\" "
      "targetRef=\"Buoc_B\"/><bpmn:startEvent",
      "<bpmn:flowNodeRef>Buoc_A<", "<bpmn:flowNodeRef>Activity_1</bpmn:flowNodeRef><bpmn:flowNodeRef>Buoc_A<");

  ck_assert_uint_eq (steps (&imported), 4);
  assert_text (at (&imported, "buoc[2]"), QMS_STEP_NAME, "Quét giấy tờ");
  assert_text (at (&imported, "buoc[2]"), QMS_STEP_ROLE, "VT-1");
  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[1]"), QMS_STEP_OUTCOMES), 0);
  ck_assert_uint_eq (qms_node_count (at (&imported, "buoc[2]"), QMS_STEP_OUTCOMES), 0);
}
END_TEST

START_TEST (a_removed_task_is_removed_and_what_followed_is_explicit)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "<bpmn:userTask id=\"Buoc_A\"",
              "<bpmn:association id=\"X\" sourceRef=\"a\" targetRef=\"b\"/><bpmn:startEvent id=\"Buoc_A\"",
              "</bpmn:userTask>\n    <bpmn:userTask id=\"Buoc_B\"",
              "</bpmn:startEvent>\n    <bpmn:userTask id=\"Buoc_B\"", "<qms:step id=\"A\" name=\"Tiếp nhận\"/>", "");

  ck_assert_uint_eq (steps (&imported), 2);
  ck_assert_str_eq (qms_node_id (at (&imported, "buoc[1]")), "B");
}
END_TEST

START_TEST (a_copied_task_is_a_step_of_its_own)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "sourceRef=\"Buoc_A\" targetRef=\"Buoc_B\"",
              "sourceRef=\"Buoc_A\" targetRef=\"Activity_1\"", "<bpmn:startEvent",
              "<bpmn:task id=\"Activity_1\" name=\"Tiếp nhận\"><bpmn:extensionElements><qms:step "
              "id=\"A\"/></bpmn:extensionElements></bpmn:task>"
              "<bpmn:sequenceFlow id=\"F_1\" sourceRef=\"Activity_1\" targetRef=\"Buoc_B\"/><bpmn:startEvent");

  ck_assert_uint_eq (steps (&imported), 4);
  ck_assert_str_eq (qms_node_id (at (&imported, "buoc[1]")), "A");
  ck_assert_str_ne (qms_node_id (at (&imported, "buoc[2]")), "A");
}
END_TEST

START_TEST (extensions_that_a_modeller_added_are_kept)
{
  g_auto (Imported) imported = EDITED (QMS_BPMN_GENERIC, "<qms:step id=\"C\"",
                                       "<v:note xmlns:v=\"urn:vendor\">xem lại</v:note><qms:step id=\"C\"");

  ck_assert_pstr_eq (qms_node_extension (at (&imported, "buoc[C]"), "urn:vendor", "note"), "xem lại");
}
END_TEST

START_TEST (a_damaged_copy_leaves_the_picture)
{
  g_auto (Imported) imported =
      EDITED (QMS_BPMN_GENERIC, "<qms:source><![CDATA[<heThong", "<qms:source><![CDATA[<heThon");

  ck_assert_uint_eq (count (&imported, "QMS-BP-016"), 1);
  ck_assert_uint_eq (steps (&imported), 3);
  ck_assert_str_eq (qms_node_id (imported.procedure), "QT-1");
  assert_text (at (&imported, "buoc[B]/ketCuc[1]"), QMS_OUTCOME_KIND, "tuChoi");
  ck_assert_uint_eq (qms_node_count (imported.procedure, QMS_PROCEDURE_RECORDS), 0);
}
END_TEST

START_TEST (a_procedure_of_the_system_is_replaced_in_its_place)
{
  QmsDocument *document = NULL;
  QmsNode *first;
  char *xml;

  ck_assert_int_eq (qms_document_parse (SMALL, strlen (SMALL), &document, NULL), QMS_OK);
  first = qms_document_find (document, "QT-1");
  xml = export(first, QMS_BPMN_GENERIC);
  qms_procedure_set_id (qms_system_add_procedures (qms_document_root (document), NULL), "QT-2", NULL);
  qms_procedure_set_code (first, "QT 01/sửa", NULL);
  g_auto (Imported) imported = import_into (document, xml, strlen (xml));
  ck_assert_uint_eq (qms_node_count (qms_document_root (document), QMS_SYSTEM_PROCEDURES), 2);
  ck_assert_uint_eq (qms_node_index (imported.procedure), 0);
  ck_assert_uint_eq (count (&imported, "QMS-BP-019"), 1);
  assert_text (imported.procedure, QMS_PROCEDURE_CODE, "QT 01");
  qms_free (xml);
}
END_TEST

/* ---- files of others */

/* The number in a column of a table. */
static unsigned
number (char *const *row, guint column)
{
  ck_assert_uint_lt (column, g_strv_length ((char **)row));
  return (unsigned)strtoul (row[column], NULL, 10);
}

static unsigned
nodes_of (const BpmnModel *model, BpmnKind first, BpmnKind last)
{
  unsigned found = 0;

  for (guint i = 0; i < model->nodes->len; i++)
    found += bpmn_node (model, i)->kind >= first && bpmn_node (model, i)->kind <= last;
  return found;
}

/* Columns: file, process, activities, gateways, sequence flows, lanes. */
static void
assert_counts (char *const *row)
{
  g_autofree char *path = g_build_filename (CORPUS, row[0], NULL), *bytes = NULL, *text = NULL;
  gsize size = 0;
  size_t length = 0;
  QmsReport *report = qms_report_new (NULL, SIZE_MAX);

  ck_assert (g_file_get_contents (path, &bytes, &size, NULL));
  text = bpmn_source_read (bytes, size, path, report, &length, NULL);
  g_autoptr (BpmnTree) tree = bpmn_tree_read (text, length, path, NULL);
  g_autoptr (BpmnModel) model = bpmn_model_new (tree, report, NULL);
  g_auto (Imported) imported = import_file (path);
  ck_assert_str_eq (bpmn_value (model->process, "id"), row[1]);
  ck_assert_msg (nodes_of (model, BPMN_ACTIVITY, BPMN_ACTIVITY) == number (row, 2), "%s: activities", row[0]);
  ck_assert_msg (nodes_of (model, BPMN_XOR, BPMN_EVENT_GATEWAY) == number (row, 3), "%s: gateways", row[0]);
  ck_assert_msg (model->edges->len == number (row, 4), "%s: flows", row[0]);
  ck_assert_msg (model->lanes->len == number (row, 5), "%s: lanes", row[0]);
  ck_assert_msg (steps (&imported) >= number (row, 2), "%s: steps", row[0]);
  qms_report_free (report);
}

START_TEST (reference_models_have_the_counted_steps_lanes_gateways_and_flows)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_test (CORPUS, G_FILE_TEST_IS_DIR)) {
    printf ("no ../shared/corpus/bpmn: skipped\n");
    return;
  }
  ck_assert (g_file_get_contents (INTEROP "reference.tsv", &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (char **line = lines + 1; *line && **line; line++) {
    g_auto (GStrv) row = g_strsplit (*line, "\t", -1);
    assert_counts (row);
  }
}
END_TEST

/* An import says what it is about in either way, and what it makes can be saved, read, exported and imported. */
static void
assert_explained (const char *path)
{
  g_auto (Imported) imported = import_file (path);
  QmsDocument *back = NULL;
  char *xml = NULL;

  if (imported.error) {
    ck_assert_str_ne (qms_error_message (imported.error, QMS_LANG_VI), "");
    return;
  }
  ck_assert_uint_gt (steps (&imported), 0);
  ck_assert_int_eq (qms_document_write (imported.document, QMS_FORMAT_XML, &xml, NULL, NULL), QMS_OK);
  ck_assert_msg (qms_document_parse (xml, strlen (xml), &back, NULL) == QMS_OK, "%s cannot be read again", path);
  ck_assert_int_eq (qms_node_equal (qms_document_root (imported.document), qms_document_root (back)), 1);
  qms_free (xml);
  qms_document_unref (back);
  assert_back_from_bpmn (imported.procedure, QMS_BPMN_GENERIC);
}

static unsigned
assert_all_explained (const char *folder)
{
  g_autofree char *path = g_build_filename (CORPUS, folder, NULL);
  g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
  unsigned found = 0;

  for (const char *name; files && (name = g_dir_read_name (files)) != NULL;)
    if (g_str_has_suffix (name, ".bpmn")) {
      g_autofree char *file = g_build_filename (path, name, NULL);
      assert_explained (file);
      found++;
    }
  return found;
}

START_TEST (every_file_of_the_corpus_is_imported_or_refused_with_a_reason)
{
  if (!g_file_test (CORPUS, G_FILE_TEST_IS_DIR))
    printf ("no ../shared/corpus/bpmn: skipped\n");
  else
    ck_assert_uint_eq (assert_all_explained ("reference") + assert_all_explained ("vendor"), 81);
}
END_TEST

/* Columns: file, steps, rules that its import yields ("-": none). */
static void
assert_fault (char *const *row)
{
  g_autofree char *path = g_build_filename (INTEROP "faults", row[0], NULL);
  g_auto (Imported) imported = import_file (path);
  g_auto (GStrv) expected = g_strsplit (row[2], " ", -1);
  size_t findings = 0;

  ck_assert_msg (imported.procedure && steps (&imported) == number (row, 1), "%s: steps", row[0]);
  for (char **rule = expected; *rule && strcmp (*rule, "-") != 0; rule++) {
    ck_assert_msg (count (&imported, *rule) > 0, "%s: no %s", row[0], *rule);
    findings += count (&imported, *rule);
  }
  findings +=
      count (&imported, "QMS-BP-022") + count (&imported, "QMS-BP-024"); /* all tell times in words and bring roles */
  ck_assert_msg (findings == qms_report_count (imported.report), "%s: %s", row[0],
                 qms_report_message (imported.report, 0, QMS_LANG_EN));
}

START_TEST (faults_of_modellers_are_survived)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  ck_assert (g_file_get_contents (INTEROP "faults.tsv", &table, NULL, NULL));
  lines = g_strsplit (table, "\n", -1);
  for (char **line = lines + 1; *line && **line; line++) {
    g_auto (GStrv) row = g_strsplit (*line, "\t", -1);
    assert_fault (row);
  }
}
END_TEST

/* ---- the suite */

static void
add_reading (Suite *suite)
{
  TCase *tests = tcase_create ("reading");

  tcase_add_test (tests, every_kind_of_activity_is_a_step);
  tcase_add_test (tests, steps_that_follow_each_other_need_no_outcome);
  tcase_add_test (tests, an_exclusive_gateway_is_the_outcomes_of_the_step_before_it);
  tcase_add_test (tests, ends_are_told_apart_by_their_names);
  tcase_add_test (tests, parallel_branches_meet_at_the_step_behind_their_join);
  tcase_add_test (tests, a_sub_process_is_a_phase_and_its_steps_stand_in_the_flow);
  tcase_add_test (tests, waiting_for_messages_is_told_by_who_sends_them);
  tcase_add_test (tests, a_boundary_event_is_an_outcome_of_its_step);
  tcase_add_test (tests, roles_are_taken_by_precedence);
  tcase_add_test (tests, of_several_groups_a_role_of_the_system_is_taken_and_the_others_are_told);
  tcase_add_test (tests, the_agency_as_a_role_of_steps_without_a_lane_is_told);
  tcase_add_test (tests, times_are_taken_by_precedence);
  tcase_add_test (tests, times_in_words_are_understood);
  tcase_add_test (tests, timers_are_calendar_time);
  tcase_add_test (tests, unknown_extensions_are_kept_verbatim);
  tcase_add_test (tests, names_become_normal_form_c_on_one_line);
  tcase_add_test (tests, a_system_that_has_the_roles_keeps_them);
  tcase_add_test (tests, identifiers_that_are_taken_are_made_anew);
  tcase_add_test (tests, on_error_the_system_is_as_it_was);
  tcase_add_test (tests, hostile_files_are_refused);
  tcase_add_test (tests, declared_encodings_are_honoured);
  suite_add_tcase (suite, tests);
}

static void
add_round_trip (Suite *suite)
{
  TCase *tests = tcase_create ("round trip");

  tcase_set_timeout (tests, 300);
  tcase_add_test (tests, kept_extensions_stand_in_an_export_again);
  tcase_add_test (tests, a_random_procedure_comes_back_equal);
  tcase_add_test (tests, every_procedure_of_the_examples_comes_back_equal);
  tcase_add_test (tests, the_visible_elements_alone_tell_the_same_workflow);
  suite_add_tcase (suite, tests);
}

static void
add_changes (Suite *suite)
{
  TCase *tests = tcase_create ("changes");

  tcase_add_test (tests, a_renamed_task_renames_its_step_and_nothing_else);
  tcase_add_test (tests, changed_documentation_is_the_text_of_the_step);
  tcase_add_test (tests, a_changed_property_is_the_time_of_the_step);
  tcase_add_test (tests, a_changed_duration_element_is_the_time_of_the_step);
  tcase_add_test (tests, a_renamed_pool_renames_the_agency_that_it_stands_for);
  tcase_add_test (tests, changed_phases_and_scenarios_are_those_of_the_procedure);
  tcase_add_test (tests, a_removed_phase_stays_and_is_told);
  tcase_add_test (tests, extensions_of_others_that_were_removed_or_changed_do_not_come_back);
  tcase_add_test (tests, without_the_full_copy_generated_lines_are_no_text_of_the_step);
  tcase_add_test (tests, a_time_that_cannot_be_read_leaves_the_old_one);
  tcase_add_test (tests, a_time_changed_in_the_text_is_the_time_of_the_step);
  tcase_add_test (tests, a_time_in_the_text_that_cannot_be_read_is_told_and_no_text_of_the_step);
  tcase_add_test (tests, a_task_in_another_lane_has_the_role_of_that_lane);
  tcase_add_test (tests, other_candidate_groups_are_another_role);
  tcase_add_test (tests, a_renamed_lane_renames_its_role);
  tcase_add_test (tests, a_redrawn_flow_is_another_outcome);
  tcase_add_test (tests, outcomes_keep_the_order_of_the_procedure_when_flows_are_renamed);
  tcase_add_test (tests, a_text_of_many_lines_is_compared_in_time_that_grows_with_it);
  tcase_add_test (tests, an_added_task_is_a_new_step_in_its_place);
  tcase_add_test (tests, a_removed_task_is_removed_and_what_followed_is_explicit);
  tcase_add_test (tests, a_copied_task_is_a_step_of_its_own);
  tcase_add_test (tests, extensions_that_a_modeller_added_are_kept);
  tcase_add_test (tests, a_damaged_copy_leaves_the_picture);
  tcase_add_test (tests, a_procedure_of_the_system_is_replaced_in_its_place);
  suite_add_tcase (suite, tests);
}

static void
add_files (Suite *suite)
{
  TCase *tests = tcase_create ("files of others");

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, reference_models_have_the_counted_steps_lanes_gateways_and_flows);
  tcase_add_test (tests, every_file_of_the_corpus_is_imported_or_refused_with_a_reason);
  tcase_add_test (tests, faults_of_modellers_are_survived);
  suite_add_tcase (suite, tests);
}

Suite *
bpmn_read_suite (void)
{
  Suite *suite = suite_create ("bpmn_read");

  add_reading (suite);
  add_round_trip (suite);
  add_changes (suite);
  add_files (suite);
  return suite;
}
