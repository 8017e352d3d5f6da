/* SPDX-License-Identifier: Apache-2.0 */
/* BPMN files: valid against the schema of the standard, whole in themselves, the same every time, and with the whole truth in
 * them. How they look to other software: tests/interop. */
#include "interop/bpmn_text.h"
#include "random_workflow.h"
#include "support.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

Suite *bpmn_write_suite (void);

#define SCHEMA QMS_SOURCE_DIR "/../shared/corpus/bpmn-xsd/BPMN20.xsd"
#define EXAMPLE QMS_SOURCE_DIR "/examples/xml/lien-thong.xml"

#define PROCEDURE(inside)                                                                                              \
  SYSTEM ("<coQuan><ten>UBND xã Mẫu</ten><donVi id='DV'><ten>Văn phòng</ten></donVi>"                             \
          "<donVi id='XA'><ten>Không liên quan</ten></donVi>"                                                        \
          "<vaiTro id='TN' donVi='DV'><ten>Tiếp nhận</ten></vaiTro></coQuan>"                                      \
          "<quyTrinh id='QT' ma='QT 01' loai='tthc'><ten>Mẫu</ten>" inside "</quyTrinh>")

/* ---- helpers */

static char *
export_node (const QmsNode *procedure, int profile)
{
  QmsError *error = NULL;
  char *xml = NULL;
  size_t size = 0;

  qms_bpmn_export (procedure, profile, &xml, &size, &error);
  ck_assert_msg (!error, "%s", qms_error_message (error, QMS_LANG_EN));
  ck_assert_uint_eq (size, strlen (xml));
  return xml;
}

static char *
export_text (const char *text, int profile)
{
  QmsDocument *document = read_text (text);
  char *xml = export_node (qms_document_find (document, "QT"), profile);

  qms_document_unref (document);
  return xml;
}

static xmlDoc *
parse (const char *xml)
{
  xmlDoc *doc = xmlReadMemory (xml, (int)strlen (xml), "out.bpmn", NULL, XML_PARSE_NONET);

  ck_assert_ptr_nonnull (doc);
  return doc;
}

static xmlXPathObject *
evaluate (xmlDoc *doc, const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *result;

  xmlXPathRegisterNs (context, (const xmlChar *)"b", (const xmlChar *)"http://www.omg.org/spec/BPMN/20100524/MODEL");
  xmlXPathRegisterNs (context, (const xmlChar *)"q", (const xmlChar *)QMS_BPMN_NAMESPACE);
  xmlXPathRegisterNs (context, (const xmlChar *)"di", (const xmlChar *)"http://www.omg.org/spec/BPMN/20100524/DI");
  xmlXPathRegisterNs (context, (const xmlChar *)"c", (const xmlChar *)"http://camunda.org/schema/1.0/bpmn");
  xmlXPathRegisterNs (context, (const xmlChar *)"f", (const xmlChar *)"http://flowable.org/bpmn");
  result = xmlXPathEvalExpression ((const xmlChar *)path, context);
  ck_assert_msg (result != NULL, "%s", path);
  xmlXPathFreeContext (context);
  return result;
}

/* String value of a path in an exported file. */
static char *
value (const char *xml, const char *path)
{
  xmlDoc *doc = parse (xml);
  xmlXPathObject *result = evaluate (doc, path);
  xmlChar *text = xmlXPathCastToString (result);
  char *copy = g_strdup ((const char *)text);

  xmlFree (text);
  xmlXPathFreeObject (result);
  xmlFreeDoc (doc);
  return copy;
}

static void
assert_value (const char *xml, const char *path, const char *expected)
{
  g_autofree char *found = value (xml, path);

  ck_assert_msg (!strcmp (found, expected), "%s is «%s», not «%s»", path, found, expected);
}

/* ---- every file */

/* Calls `each` with every value at a path. */
static void
for_each (xmlDoc *doc, const char *path, void (*each) (GHashTable *ids, const char *value), GHashTable *ids)
{
  xmlXPathObject *found = evaluate (doc, path);

  for (int i = 0; i < found->nodesetval->nodeNr; i++) {
    xmlChar *text = xmlNodeGetContent (found->nodesetval->nodeTab[i]);
    each (ids, (const char *)text);
    xmlFree (text);
  }
  xmlXPathFreeObject (found);
}

static void
assert_new (GHashTable *ids, const char *id)
{
  ck_assert_msg (g_hash_table_add (ids, g_strdup (id)), "%s is there twice", id);
}

static void
assert_known (GHashTable *ids, const char *id)
{
  ck_assert_msg (g_hash_table_contains (ids, id), "nothing is called %s", id);
}

/* The schema does not check whether what an attribute refers to is there. */
static void
assert_references (const char *xml)
{
  static const char *const references[] = {
    "//@sourceRef",  "//@targetRef", "//@default",   "//@processRef",   "//@bpmnElement",
    "//@messageRef", "//b:incoming", "//b:outgoing", "//b:flowNodeRef",
  };
  xmlDoc *doc = parse (xml);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each (doc, "//@id[not(parent::q:*)]", assert_new, ids);
  for (size_t i = 0; i < G_N_ELEMENTS (references); i++)
    for_each (doc, references[i], assert_known, ids);
  xmlFreeDoc (doc);
}

/* Everything that is seen has a shape or an edge. */
static void
assert_drawn (const char *xml)
{
  assert_value (xml,
                "count(//b:participant | //b:lane | //b:process/*[b:incoming or b:outgoing]) = count(//di:BPMNShape)"
                " and count(//b:sequenceFlow | //b:messageFlow) = count(//di:BPMNEdge)",
                "true");
}

static void
assert_source_is (const char *xml, const QmsNode *procedure)
{
  g_autofree char *text = value (xml, "//q:source");
  QmsDocument *document = read_text (text);

  ck_assert (qms_node_equal (qms_document_find (document, qms_node_id (procedure)), procedure));
  qms_document_unref (document);
}

START_TEST (every_file_is_whole_and_the_same_again)
{
  QmsDocument *document = random_workflow ((guint32)_i);
  const QmsNode *procedure = qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE);
  g_autofree char *first = export_node (procedure, _i % 3);
  g_autofree char *second = export_node (procedure, _i % 3);

  ck_assert_str_eq (first, second);
  assert_references (first);
  assert_drawn (first);
  assert_source_is (first, procedure);
  qms_document_unref (document);
}
END_TEST

static void
ignore (void *context, const char *format, ...)
{
  (void)context;
  (void)format;
}

static void
assert_valid (xmlSchema *schema, const char *xml, const char *name)
{
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  xmlDoc *doc = parse (xml);

  xmlSchemaSetValidErrors (context, ignore, ignore, NULL);
  ck_assert_msg (xmlSchemaValidateDoc (context, doc) == 0, "%s is not valid", name);
  xmlFreeDoc (doc);
  xmlSchemaFreeValidCtxt (context);
}

static xmlSchema *
read_schema (void)
{
  xmlSchemaParserCtxt *context = g_file_test (SCHEMA, G_FILE_TEST_EXISTS) ? xmlSchemaNewParserCtxt (SCHEMA) : NULL;
  xmlSchema *schema = context ? xmlSchemaParse (context) : NULL;

  if (context)
    xmlSchemaFreeParserCtxt (context);
  return schema;
}

/* Without the schema files there is nothing to hold the exports against. */
START_TEST (every_file_is_valid)
{
  xmlSchema *schema = read_schema ();

  for (guint32 seed = 0; schema && seed < (guint32)count_seeds (150); seed++) {
    QmsDocument *document = random_workflow (seed);
    g_autofree char *xml = export_node (qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE), (int)seed % 3);
    g_autofree char *name = g_strdup_printf ("seed %u", seed);
    assert_valid (schema, xml, name);
    qms_document_unref (document);
  }
  xmlSchemaFree (schema);
}
END_TEST

START_TEST (procedures_of_the_example_are_valid)
{
  xmlSchema *schema = read_schema ();
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (EXAMPLE, &document, NULL), QMS_OK);
  for (size_t i = 0; i < qms_system_count_procedures (qms_document_root (document)); i++) {
    const QmsNode *procedure = qms_system_get_procedures (qms_document_root (document), i);
    g_autofree char *xml = export_node (procedure, QMS_BPMN_GENERIC);
    assert_source_is (xml, procedure);
    if (schema)
      assert_valid (schema, xml, qms_node_id (procedure));
  }
  qms_document_unref (document);
  xmlSchemaFree (schema);
}
END_TEST

/* ---- what is in it */

#define STEP "//b:userTask[@id='Buoc_B1']"

START_TEST (a_step_says_who_what_and_how_long)
{
  g_autofree char *xml = export_text (
      PROCEDURE ("<buoc id='B1' so='1' loai='tiepNhan' vaiTro='TN'><ten>Nhận</ten><noiDung>Xem đủ chưa.</noiDung>"
                 "<thoiGian giaTri='0.5 ngayLamViec'>trừ thứ bảy</thoiGian>"
                 "<ketQua loai='tiepNhan'>Giấy hẹn</ketQua></buoc>"),
      QMS_BPMN_GENERIC);

  assert_value (xml, STEP "/@name", "Nhận");
  assert_value (xml, STEP "/b:documentation",
                "Xem đủ chưa.\nThời gian: 0,5 ngày làm việc; trừ thứ bảy\nKết quả: Giấy hẹn");
  assert_value (xml, STEP "//q:step/@kind", "tiepNhan");
  assert_value (xml, STEP "//q:role/@ref", "TN");
  assert_value (xml, STEP "//q:role/@name", "Tiếp nhận");
  assert_value (xml, STEP "//q:duration/@value", "0.5");
  assert_value (xml, STEP "//q:duration/@unit", "ngayLamViec");
  assert_value (xml, STEP "//q:duration", "trừ thứ bảy");
  assert_value (xml, STEP "//q:form/@direction", "out");
  assert_value (xml, STEP "//q:form/@name", "Giấy hẹn");
  assert_value (xml, STEP "/b:potentialOwner//b:formalExpression", "TN");
  assert_value (xml, "//b:lane/@name", "Tiếp nhận");
}
END_TEST

START_TEST (an_engine_gets_its_own_attributes_and_no_other)
{
  static const char text[] = PROCEDURE ("<buoc id='B1' vaiTro='TN'><thoiGian giaTri='4 gioLamViec'/></buoc>");
  g_autofree char *generic = export_text (text, QMS_BPMN_GENERIC);
  g_autofree char *camunda = export_text (text, QMS_BPMN_CAMUNDA7);
  g_autofree char *flowable = export_text (text, QMS_BPMN_FLOWABLE);

  ck_assert (!strstr (generic, "camunda") && !strstr (generic, "flowable"));
  ck_assert (!strstr (camunda, "flowable") && !strstr (camunda, "potentialOwner"));
  ck_assert (!strstr (flowable, "camunda") && !strstr (flowable, "potentialOwner"));
  assert_value (camunda, STEP "/@c:candidateGroups", "TN");
  assert_value (camunda, "//b:process/@c:historyTimeToLive", "180");
  assert_value (camunda, STEP "//c:property[@name='qms.duration']/@value", "4 gioLamViec");
  assert_value (flowable, STEP "/@f:candidateGroups", "TN");
}
END_TEST

START_TEST (answers_have_conditions_but_the_default)
{
  g_autofree char *xml = export_text (PROCEDURE ("<buoc id='B-1'><ketCuc ma='du' den='B2'/>"
                                                 "<ketCuc ma=\"khong'\\\" loai='tuChoi'/></buoc><buoc id='B2'/>"),
                                      QMS_BPMN_GENERIC);

  assert_value (xml, "//b:exclusiveGateway/@default", "Flow_B-1_du");
  assert_value (xml, "count(//b:sequenceFlow[b:conditionExpression])", "1");
  assert_value (xml, "//b:conditionExpression", "${ketQua_B_1 == 'khong\\'\\\\'}");
  assert_value (xml, "//b:sequenceFlow[@id='Flow_B-1_du']//q:outcome/@code", "du");
}
END_TEST

static void
assert_timer (const char *time, const char *expected)
{
  g_autofree char *text =
      g_strdup_printf (PROCEDURE ("<buoc id='B1'/><buoc id='B2' loai='choBoSung'>%s<ketCuc ma='n' den='B1'/>"
                                  "<ketCuc ma='h' loai='dung'/></buoc>"),
                       time);
  g_autofree char *xml = export_text (text, QMS_BPMN_GENERIC);

  assert_value (xml, "//b:timeDuration", expected);
  assert_value (xml, "//b:eventBasedGateway//q:clock/@running", "false");
}

START_TEST (a_timer_has_the_time_of_the_wait_or_a_variable)
{
  assert_timer ("", "${hetHan_B2}");
  assert_timer ("<thoiGian giaTri='30 ngay'/>", "P30D");
  assert_timer ("<thoiGian giaTri='15 ngayLamViec'/>", "P15D");
  assert_timer ("<thoiGian giaTri='4 gioLamViec'/>", "PT4H");
  assert_timer ("<thoiGian giaTri='1.5 ngay'/>", "PT36H");
  assert_timer ("<thoiGian giaTri='0.5 gio'/>", "PT30M");
  assert_timer ("<thoiGian giaTri='2 thang'/>", "P2M");
  assert_timer ("<thoiGian giaTri='1 nam'/>", "P1Y");
}
END_TEST

START_TEST (the_source_has_only_what_the_procedure_refers_to)
{
  g_autofree char *xml = export_text (PROCEDURE ("<buoc id='B1' vaiTro='TN'/>"), QMS_BPMN_GENERIC);
  g_autofree char *source = value (xml, "//q:source");

  ck_assert (g_str_has_prefix (source, "<heThong xmlns=\"urn:libqms:1\">"));
  ck_assert_ptr_nonnull (strstr (source, "vaiTro id=\"TN\""));
  ck_assert_ptr_nonnull (strstr (source, "donVi id=\"DV\""));
  ck_assert_ptr_null (strstr (source, "donVi id=\"XA\""));
}
END_TEST

START_TEST (nothing_in_a_text_ends_the_source)
{
  static const char text[] = PROCEDURE ("<!-- ]]> ]]]]>> --><buoc id='B1'><ten>a ]]&gt; &lt;b> &amp;amp;</ten>"
                                        "<x:y xmlns:x='urn:x' z='&quot;]]>'>&lt;</x:y></buoc>");
  QmsDocument *document = read_text (text);
  g_autofree char *xml = export_node (qms_document_find (document, "QT"), QMS_BPMN_GENERIC);

  assert_source_is (xml, qms_document_find (document, "QT"));
  assert_value (xml, STEP "//*[local-name()='y']", "<");
  qms_document_unref (document);
}
END_TEST

START_TEST (a_long_name_is_shortened_and_told_in_full)
{
  g_autofree char *name = g_strnfill (1500, 'a');
  g_autofree char *text = g_strdup_printf (PROCEDURE ("<buoc id='B1'><ten>%s</ten></buoc>"), name);
  g_autofree char *xml = export_text (text, QMS_BPMN_GENERIC);
  g_autofree char *visible = value (xml, STEP "/@name");

  ck_assert_int_eq (g_utf8_strlen (visible, -1), BPMN_NAME_TASK);
  assert_value (xml, STEP "/b:documentation", name);
}
END_TEST

START_TEST (names_are_shortened_at_a_word)
{
  static const struct {
    const char *name, *visible;
  } names[] = {
    { "", "" },
    { "  Nhận \n\t hồ sơ ", "Nhận hồ sơ" },
    { "0123456789", "0123456789" },
    { "01234 6789 123", "01234 6789…" },
    { "01234567891234", "0123456789…" },
    { "01 345678901234", "01 3456789…" },
    { "012345678e\xCC\x81\xCC\xA3xyz", "012345678…" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *visible = bpmn_short_name (names[i].name, i == 2 ? 10 : 11);
    ck_assert_str_eq (visible, names[i].visible);
  }
}
END_TEST

START_TEST (the_documentation_of_a_process_has_an_end)
{
  g_autoptr (GString) inside = g_string_new (NULL);
  g_autofree char *documentation = NULL, *xml = NULL, *text = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (inside, "<vienDan so='%d/2025/NĐ-CP'/>", i);
  g_string_append (inside, "<buoc id='B1'/>");
  text = g_strdup_printf (PROCEDURE ("%s"), inside->str);
  xml = export_text (text, QMS_BPMN_FLOWABLE);
  documentation = value (xml, "//b:process/b:documentation");
  ck_assert_int_eq (g_utf8_strlen (documentation, -1), 2000);
  ck_assert (g_str_has_prefix (documentation, "Mẫu\nMã quy trình: QT 01\nCăn cứ: 0/2025/NĐ-CP"));
}
END_TEST

START_TEST (what_cannot_be_drawn_is_refused)
{
  QmsDocument *document = read_text (PROCEDURE (""));
  const QmsNode *procedure = qms_document_find (document, "QT");
  QmsError *error = NULL;
  char *xml = NULL;
  QmsStatus status = qms_bpmn_export (procedure, QMS_BPMN_GENERIC, &xml, NULL, &error);

  assert_error (status, error, QMS_ERROR_STRUCTURE, "QMS-BP-101");
  ck_assert_int_eq (qms_bpmn_export (NULL, QMS_BPMN_GENERIC, &xml, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_bpmn_export (procedure, 3, &xml, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_bpmn_export (procedure, QMS_BPMN_GENERIC, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (xml);
  qms_document_unref (document);
}
END_TEST

Suite *
bpmn_write_suite (void)
{
  Suite *suite = suite_create ("bpmn_write");
  TCase *cases = tcase_create ("bpmn_write");

  tcase_add_loop_test (cases, every_file_is_whole_and_the_same_again, 0, count_seeds (100));
  tcase_add_test (cases, every_file_is_valid);
  tcase_add_test (cases, procedures_of_the_example_are_valid);
  tcase_add_test (cases, a_step_says_who_what_and_how_long);
  tcase_add_test (cases, an_engine_gets_its_own_attributes_and_no_other);
  tcase_add_test (cases, answers_have_conditions_but_the_default);
  tcase_add_test (cases, a_timer_has_the_time_of_the_wait_or_a_variable);
  tcase_add_test (cases, the_source_has_only_what_the_procedure_refers_to);
  tcase_add_test (cases, nothing_in_a_text_ends_the_source);
  tcase_add_test (cases, a_long_name_is_shortened_and_told_in_full);
  tcase_add_test (cases, names_are_shortened_at_a_word);
  tcase_add_test (cases, the_documentation_of_a_process_has_an_end);
  tcase_add_test (cases, what_cannot_be_drawn_is_refused);
  suite_add_tcase (suite, cases);
  return suite;
}
