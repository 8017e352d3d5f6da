/* SPDX-License-Identifier: Apache-2.0 */
/* Layout of diagrams: nothing lies on anything else, whatever the procedure. */
#include "diagram_check.h"
#include "random_workflow.h"
#include "support.h"

Suite *layout_suite (void);

enum { BATCH = 10, SEEDS = 1000, MANY = 40, LONG = 300 };

/* A diagram and what it is drawn from. */
typedef struct {
  QmsDocument *document;
  QmsWorkflow *workflow;
  QmsDiagram *diagram;
} Picture;

/* Takes over the document. */
static Picture
draw (QmsDocument *document, const QmsNode *procedure)
{
  Picture picture = { .document = document };

  ck_assert_int_eq (qms_workflow_new (procedure, &picture.workflow, NULL), QMS_OK);
  picture.diagram = qms_diagram_new (procedure, picture.workflow);
  qms_diagram_layout (picture.diagram);
  return picture;
}

static Picture
draw_text (const char *text)
{
  QmsDocument *document = read_text (text);
  return draw (document, qms_document_find (document, "Q"));
}

static Picture
draw_random (guint32 seed)
{
  QmsDocument *document = random_workflow (seed);
  return draw (document, qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE));
}

static void
erase (Picture *picture)
{
  qms_diagram_free (picture->diagram);
  qms_workflow_unref (picture->workflow);
  qms_document_unref (picture->document);
}

static void
assert_faultless (const Picture *picture, const char *name)
{
  g_autofree char *fault = diagram_check (picture->diagram);
  ck_assert_msg (!fault, "%s: %s", name, fault);
}

START_TEST (nothing_lies_on_anything_in_a_random_diagram)
{
  guint32 first = BATCH * (guint32)_i, end = MIN (first + BATCH, (guint32)count_seeds (SEEDS));

  for (guint32 seed = first; seed < end; seed++) {
    g_autofree char *name = g_strdup_printf ("seed %u", seed);
    Picture picture = draw_random (seed);
    assert_faultless (&picture, name);
    erase (&picture);
  }
}
END_TEST

/* Checks the procedures of a file; returns how many. */
static size_t
check_example (const char *file)
{
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (file, &document, NULL), QMS_OK);
  QmsNode *root = qms_document_root (document);
  size_t procedures =
      qms_type_id (qms_node_type (root)) == QMS_TYPE_SYSTEM ? qms_node_count (root, QMS_SYSTEM_PROCEDURES) : 0;
  for (size_t i = 0; i < procedures; i++) {
    const QmsNode *procedure = qms_node_get_node_at (root, QMS_SYSTEM_PROCEDURES, i);
    Picture picture = draw (qms_document_ref (document), procedure);
    assert_faultless (&picture, file);
    erase (&picture);
  }
  qms_document_unref (document);
  return procedures;
}

START_TEST (nothing_lies_on_anything_in_an_example)
{
  const char *folder = QMS_SOURCE_DIR "/examples/xml";
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  size_t count = 0;

  for (const char *name = g_dir_read_name (files); name; name = g_dir_read_name (files)) {
    g_autofree char *file = g_build_filename (folder, name, NULL);
    if (!g_str_has_suffix (name, ".xml") || g_str_has_prefix (name, "cau-truc-sai"))
      continue;
    count += check_example (file);
  }
  ck_assert_uint_gt (count, 20);
}
END_TEST

/* ---- what random procedures seldom have */

START_TEST (a_gateway_grows_with_its_answers)
{
  g_autoptr (GString) text =
      g_string_new ("<quyTrinh id='Q'><ten>Q</ten><buoc id='B0'><ten>Đầu</ten></buoc><buoc id='B1'><ten>Hỏi</ten>");
  for (int i = 0; i < MANY; i++)
    g_string_append_printf (text, "<ketCuc ma='k%d' den='B%d'><ten>Kết cục số %d của bước này</ten></ketCuc>", i,
                            i % 8 == 0 ? 0 : i + 2, i);
  g_string_append (text, "</buoc>");
  for (int i = 0; i < MANY; i++)
    g_string_append_printf (text, "<buoc id='B%d'><ten>Việc %d</ten><ketCuc ma='x' den='B%d'/></buoc>", i + 2, i,
                            i % 5 == 0 ? 1 : MANY + 2);
  g_string_append_printf (text, "<buoc id='B%d'><ten>Trả</ten></buoc></quyTrinh>", MANY + 2);
  g_autofree char *system = g_strdup_printf (SYSTEM ("%s"), text->str);
  Picture picture = draw_text (system);

  assert_faultless (&picture, "many answers");
  int widest = 0;
  for (guint i = 0; i < picture.diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (picture.diagram->shapes, QmsShape, i);
    if (shape->kind == QMS_SHAPE_XOR)
      widest = MAX (widest, shape->box.width);
  }
  ck_assert_int_gt (widest, 50);
  erase (&picture);
}
END_TEST

START_TEST (a_step_grows_with_messages_and_agencies_stand_side_by_side)
{
  g_autoptr (GString) text = g_string_new ("<coQuan><ten>Xã</ten>");
  for (int i = 0; i < 5; i++)
    g_string_append_printf (text, "<vaiTro id='A%d' loai='coQuanKhac'><ten>Cơ quan có tên rất dài số %d</ten></vaiTro>",
                            i, i);
  g_string_append (
      text, "<vaiTro id='N' loai='nguoiNop'><ten>Người nộp</ten></vaiTro></coQuan><quyTrinh id='Q'><ten>Q</ten>");
  for (int i = 0; i < 15; i++) {
    g_autofree char *role = i % 3 == 2 ? g_strdup ("N") : g_strdup_printf ("A%d", i % 5);
    g_string_append_printf (text, "<buoc id='B%d' vaiTro='%s'><ten>Bước %d</ten></buoc>", i, role, i);
  }
  g_string_append (text, "</quyTrinh>");
  g_autofree char *system = g_strdup_printf (SYSTEM ("%s"), text->str);
  Picture picture = draw_text (system);

  assert_faultless (&picture, "many agencies");
  ck_assert_uint_gt (picture.diagram->messages->len, 5);
  erase (&picture);
}
END_TEST

static char *
chain (int steps)
{
  GString *text = g_string_new ("<heThong xmlns=\"urn:libqms:1\"><quyTrinh id='Q'><ten>Q</ten>");
  for (int i = 0; i < steps; i++)
    g_string_append_printf (text, "<buoc id='B%d'><ten>Bước %d</ten></buoc>", i, i);
  g_string_append (text, "</quyTrinh></heThong>");
  return g_string_free (text, FALSE);
}

START_TEST (a_chain_in_one_lane_is_one_straight_line)
{
  g_autofree char *text = chain (LONG);
  Picture picture = draw_text (text);

  assert_faultless (&picture, "chain");
  for (guint i = 0; i < picture.diagram->flows->len; i++)
    ck_assert_uint_eq (g_array_index (picture.diagram->flows, QmsFlow, i).points->len, 2);
  ck_assert_uint_eq (diagram_crossings (picture.diagram), 0);
  erase (&picture);
}
END_TEST

START_TEST (tasks_are_as_modellers_expect_them)
{
  g_autofree char *text = chain (3);
  Picture picture = draw_text (text);
  const QmsShape *first = NULL;

  for (guint i = 0; i < picture.diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (picture.diagram->shapes, QmsShape, i);
    if (shape->kind != QMS_SHAPE_TASK)
      continue;
    ck_assert_int_eq (shape->box.width, 140);
    ck_assert_int_eq (shape->box.height, 80);
    if (first)
      ck_assert_int_ge (shape->box.x - first->box.x, 200);
    first = shape;
  }
  ck_assert_ptr_nonnull (first);
  erase (&picture);
}
END_TEST

START_TEST (a_task_grows_with_its_name_up_to_four_lines)
{
  Picture picture = draw_text (SYSTEM (
      "<quyTrinh id='Q'><ten>Q</ten><buoc><ten>Xác nhận thông tin hộ tịch, tình trạng tranh chấp</ten></buoc>"
      "<buoc><ten>một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm "
      "sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười</ten></buoc></quyTrinh>"));
  int heights[2] = { 0 }, count = 0;

  for (guint i = 0; i < picture.diagram->shapes->len && count < 2; i++) {
    const QmsShape *shape = &g_array_index (picture.diagram->shapes, QmsShape, i);
    if (shape->kind == QMS_SHAPE_TASK)
      heights[count++] = shape->box.height;
  }
  ck_assert_int_eq (heights[0], 94);
  ck_assert_int_eq (heights[1], 110);
  erase (&picture);
}
END_TEST

START_TEST (lines_seldom_cross)
{
  guint crossings = 0, flows = 0;

  for (guint32 seed = 0; seed < 50; seed++) {
    Picture picture = draw_random (seed);
    crossings += diagram_crossings (picture.diagram);
    flows += picture.diagram->flows->len + picture.diagram->messages->len;
    erase (&picture);
  }
  ck_assert_uint_lt (crossings, flows);
}
END_TEST

START_TEST (a_diagram_is_laid_out_the_same_every_time)
{
  Picture one = draw_random (11), two = draw_random (11);

  for (guint i = 0; i < one.diagram->flows->len; i++) {
    const GArray *a = g_array_index (one.diagram->flows, QmsFlow, i).points;
    const GArray *b = g_array_index (two.diagram->flows, QmsFlow, i).points;
    ck_assert_uint_eq (a->len, b->len);
    ck_assert_mem_eq (a->data, b->data, a->len * sizeof (QmsPoint));
  }
  erase (&one);
  erase (&two);
}
END_TEST

Suite *
layout_suite (void)
{
  Suite *suite = suite_create ("layout");
  TCase *cases = tcase_create ("layout");

  tcase_add_loop_test (cases, nothing_lies_on_anything_in_a_random_diagram, 0,
                       (count_seeds (SEEDS) + BATCH - 1) / BATCH);
  tcase_add_test (cases, nothing_lies_on_anything_in_an_example);
  tcase_add_test (cases, a_gateway_grows_with_its_answers);
  tcase_add_test (cases, a_step_grows_with_messages_and_agencies_stand_side_by_side);
  tcase_add_test (cases, a_chain_in_one_lane_is_one_straight_line);
  tcase_add_test (cases, tasks_are_as_modellers_expect_them);
  tcase_add_test (cases, a_task_grows_with_its_name_up_to_four_lines);
  tcase_add_test (cases, lines_seldom_cross);
  tcase_add_test (cases, a_diagram_is_laid_out_the_same_every_time);
  suite_add_tcase (suite, cases);
  return suite;
}
