/* SPDX-License-Identifier: Apache-2.0 */
/* Flow charts in SVG: well-formed, self-contained, the same every time, with text inside its boxes and marks that meet. */
#include "diagram/font.h"
#include "random_workflow.h"
#include "support.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Suite *svg_suite (void);

static QmsSvg *
draw (QmsDocument *document, const char *id, int32_t division)
{
  QmsSvg *svg = NULL;

  ck_assert_int_eq (qms_svg_new (qms_document_find (document, id), division, &svg, NULL), QMS_OK);
  return svg;
}

/* Chart of a random procedure. */
static QmsSvg *
draw_random (guint32 seed, int32_t division)
{
  QmsDocument *document = random_workflow (seed);
  QmsSvg *svg = draw (document, RANDOM_WORKFLOW_PROCEDURE, division);

  qms_document_unref (document);
  return svg;
}

static QmsDocument *
load_example (void)
{
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (QMS_SOURCE_DIR "/examples/xml/lien-thong.xml", &document, NULL), QMS_OK);
  return document;
}

/* ---- reading pages */

static xmlDoc *
read_page (const QmsSvg *svg, size_t page)
{
  size_t size = 0;
  const char *text = qms_svg_page (svg, page, &size);
  xmlDoc *document = xmlReadMemory (text, (int)size, "page.svg", NULL, XML_PARSE_NONET);

  ck_assert_uint_eq (strlen (text), size);
  ck_assert_ptr_nonnull (document);
  return document;
}

/* Calls `visit` for each element of a name. */
static void
for_each (xmlNode *node, const char *name, void (*visit) (xmlNode *node, gpointer data), gpointer data)
{
  for (xmlNode *child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (!strcmp ((const char *)child->name, name))
      visit (child, data);
    for_each (child, name, visit, data);
  }
}

static int
number (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *)name);
  int value = text ? atoi ((const char *)text) : 0;

  xmlFree (text);
  return value;
}

static bool
has_value (xmlNode *node, const char *name, const char *value)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *)name);
  bool same = text && !strcmp ((const char *)text, value);

  xmlFree (text);
  return same;
}

/* ---- boxes */

/* Left and right end of a text by its measured width. */
static void
measure (xmlNode *text, int *left, int *right)
{
  xmlChar *content = xmlNodeGetContent (text);
  int width = qms_font_width ((const char *)content, number (text, "font-size")), x = number (text, "x");

  *left = has_value (text, "text-anchor", "middle") ? x - width / 2
          : has_value (text, "text-anchor", "end")  ? x - width
                                                    : x;
  *right = *left + width;
  xmlFree (content);
}

/* Texts that follow a box in its group lie inside it. */
static void
check_box (xmlNode *box, gpointer data)
{
  guint *boxes = data;
  int x = number (box, "x"), y = number (box, "y");

  if (!has_value (box, "class", "box"))
    return;
  (*boxes)++;
  for (xmlNode *text = box->next; text; text = text->next) {
    int left, right;
    if (text->type != XML_ELEMENT_NODE || strcmp ((const char *)text->name, "text") != 0)
      continue;
    measure (text, &left, &right);
    ck_assert_int_ge (left, x);
    ck_assert_int_le (right, x + number (box, "width"));
    ck_assert_int_ge (number (text, "y") - number (text, "font-size"), y);
    ck_assert_int_le (number (text, "y"), y + number (box, "height"));
  }
}

START_TEST (text_lies_inside_its_box)
{
  QmsSvg *svg = draw_random ((guint32)_i, QMS_SVG_WHOLE);
  xmlDoc *page = read_page (svg, 0);
  guint boxes = 0;

  for_each (xmlDocGetRootElement (page), "rect", check_box, &boxes);
  ck_assert_uint_gt (boxes, 0);
  xmlFreeDoc (page);
  qms_svg_free (svg);
}
END_TEST

/* ---- pages */

typedef struct {
  const char *arrow;
  size_t page; /* to which the marks point */
  GString *letters;
} Marks;

static void
collect_mark (xmlNode *text, gpointer data)
{
  Marks *marks = data;
  xmlChar *content = xmlNodeGetContent (text);
  const char *arrow = strstr ((const char *)content, marks->arrow);

  if (has_value (text, "class", "soft") && number (text, "font-size") == 9 && arrow
      && (size_t)atoi (arrow + strlen (marks->arrow)) == marks->page)
    g_string_append_printf (marks->letters, "%.*s ", (int)(arrow - (const char *)content), (const char *)content);
  xmlFree (content);
}

/* Letters of the marks on a page that point to another. */
static char *
find_marks (const QmsSvg *svg, size_t page, const char *arrow, size_t other)
{
  xmlDoc *document = read_page (svg, page);
  Marks marks = { arrow, other + 1, g_string_new (NULL) };

  for_each (xmlDocGetRootElement (document), "text", collect_mark, &marks);
  xmlFreeDoc (document);
  return g_string_free (marks.letters, FALSE);
}

START_TEST (marks_on_both_sides_of_a_cut_are_the_same)
{
  QmsSvg *svg = draw_random ((guint32)_i, QMS_SVG_PAGES);
  size_t pages = qms_svg_pages (svg);

  ck_assert_uint_ge (pages, 1);
  for (size_t i = 0; i < pages; i++)
    for (size_t k = i + 1; k < pages; k++) {
      g_autofree char *right = find_marks (svg, i, "→", k), *left = find_marks (svg, k, "←", i);
      g_autofree char *down = find_marks (svg, i, "←", k), *up = find_marks (svg, k, "→", i);
      ck_assert_str_eq (right, left);
      ck_assert_str_eq (down, up);
    }
  qms_svg_free (svg);
}
END_TEST

/* Where the names of lanes end on a page. */
static void
find_strips (xmlNode *rect, gpointer data)
{
  int *right = data;

  if (has_value (rect, "class", "strip"))
    *right = MAX (*right, number (rect, "x") + number (rect, "width"));
}

static void
check_mark (xmlNode *text, gpointer data)
{
  const int *strips = data;
  xmlChar *content = xmlNodeGetContent (text);
  bool arrow = strstr ((const char *)content, "←") || strstr ((const char *)content, "→");
  int left, right;

  xmlFree (content);
  if (!arrow || text->parent != xmlDocGetRootElement (text->doc) || !has_value (text, "class", "soft"))
    return;
  measure (text, &left, &right);
  ck_assert_int_gt (left, *strips);
  ck_assert_int_le (right, 1280);
}

/* Window of a page: the box of the inner drawing. */
typedef struct {
  int left, top, right, bottom;
} Window;

static void
check_arrow (xmlNode *path, gpointer data)
{
  const Window *window = data;
  xmlChar *shape = xmlGetNoNsProp (path, (const xmlChar *)"d");
  int x, y, dx, dy, ex, ey, left, right, top, bottom;

  if ((has_value (path, "class", "arrow") || has_value (path, "class", "open"))
      && sscanf ((const char *)shape, "M%d %dl%d %dl%d %dz", &x, &y, &dx, &dy, &ex, &ey) == 6) {
    left = MIN (x, MIN (x + dx, x + dx + ex)), right = MAX (x, MAX (x + dx, x + dx + ex));
    top = MIN (y, MIN (y + dy, y + dy + ey)), bottom = MAX (y, MAX (y + dy, y + dy + ey));
    bool outside = right <= window->left || left >= window->right || bottom <= window->top || top >= window->bottom;
    bool inside = left >= window->left && right <= window->right && top >= window->top && bottom <= window->bottom;
    ck_assert_msg (inside || outside, "%s is cut", (const char *)shape);
  }
  xmlFree (shape);
}

static void
check_window (xmlNode *drawing, gpointer data G_GNUC_UNUSED)
{
  xmlChar *view = xmlGetNoNsProp (drawing, (const xmlChar *)"viewBox");
  int x, y, width, height;

  ck_assert_int_eq (sscanf ((const char *)view, "%d %d %d %d", &x, &y, &width, &height), 4);
  Window window = { x, y, x + width, y + height };
  for_each (drawing, "path", check_arrow, &window);
  xmlFree (view);
}

static void
check_pages (const QmsSvg *svg)
{
  for (size_t i = 0; i < qms_svg_pages (svg); i++) {
    xmlDoc *page = read_page (svg, i);
    xmlNode *root = xmlDocGetRootElement (page);
    int strips = 0;
    for_each (root, "rect", find_strips, &strips);
    ck_assert_int_gt (strips, 0);
    for_each (root, "text", check_mark, &strips);
    for_each (root, "svg", check_window, NULL);
    xmlFreeDoc (page);
  }
}

START_TEST (marks_stand_beside_the_names_of_lanes_and_no_arrow_is_cut)
{
  QmsSvg *svg = draw_random ((guint32)_i, QMS_SVG_PAGES);

  check_pages (svg);
  qms_svg_free (svg);
}
END_TEST

START_TEST (marks_in_two_columns_stand_beside_the_names_of_lanes)
{
  QmsDocument *document = load_example ();
  QmsSvg *svg = draw (document, "QT-DD", QMS_SVG_PAGES);

  check_pages (svg);
  qms_svg_free (svg);
  qms_document_unref (document);
}
END_TEST

static void
count_shapes (xmlNode *title, gpointer data)
{
  g_hash_table_add (data, xmlNodeGetContent (title));
}

START_TEST (the_pages_show_what_the_whole_shows)
{
  QmsDocument *document = load_example ();
  QmsSvg *paged = draw (document, "QT-DD", QMS_SVG_PAGES), *whole = draw (document, "QT-DD", QMS_SVG_WHOLE);
  g_autoptr (GHashTable) on_pages = g_hash_table_new_full (g_str_hash, g_str_equal, xmlFree, NULL);
  g_autoptr (GHashTable) in_whole = g_hash_table_new_full (g_str_hash, g_str_equal, xmlFree, NULL);

  ck_assert_uint_gt (qms_svg_pages (paged), 1);
  ck_assert_uint_eq (qms_svg_pages (whole), 1);
  for (size_t i = 0; i < qms_svg_pages (paged); i++) {
    xmlDoc *page = read_page (paged, i);
    for_each (xmlDocGetRootElement (page), "title", count_shapes, on_pages);
    xmlFreeDoc (page);
  }
  xmlDoc *page = read_page (whole, 0);
  for_each (xmlDocGetRootElement (page), "title", count_shapes, in_whole);
  xmlFreeDoc (page);
  ck_assert_uint_eq (g_hash_table_size (on_pages), g_hash_table_size (in_whole));
  qms_svg_free (paged);
  qms_svg_free (whole);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_chart_is_the_same_every_time)
{
  QmsSvg *one = draw_random (7, QMS_SVG_PAGES), *two = draw_random (7, QMS_SVG_PAGES);

  ck_assert_uint_eq (qms_svg_pages (one), qms_svg_pages (two));
  for (size_t i = 0; i < qms_svg_pages (one); i++)
    ck_assert_str_eq (qms_svg_page (one, i, NULL), qms_svg_page (two, i, NULL));
  qms_svg_free (one);
  qms_svg_free (two);
}
END_TEST

START_TEST (a_chart_needs_nothing_from_elsewhere)
{
  QmsDocument *document = load_example ();
  QmsSvg *svg = draw (document, "QT-DD", QMS_SVG_WHOLE);
  const char *text = qms_svg_page (svg, 0, NULL);

  ck_assert_ptr_null (strstr (text, "href"));
  ck_assert_ptr_null (strstr (text, "<script"));
  ck_assert_ptr_null (strstr (text, "url("));
  ck_assert_ptr_null (strstr (text, "@import"));
  ck_assert_ptr_nonnull (strstr (text, "role=\"img\""));
  qms_svg_free (svg);
  qms_document_unref (document);
}
END_TEST

START_TEST (the_description_tells_steps_and_what_follows)
{
  QmsDocument *document = load_example ();
  QmsSvg *svg = draw (document, "QT-DD", QMS_SVG_WHOLE);
  const char *text = qms_svg_page (svg, 0, NULL);

  ck_assert_ptr_nonnull (strstr (text, "Bước 1: Tiếp nhận hồ sơ. Cán bộ tiếp nhận và trả kết quả. 0,5 ngày làm việc."));
  ck_assert_ptr_nonnull (strstr (text, "Hồ sơ đầy đủ, hợp lệ → Bước 3."));
  ck_assert_ptr_nonnull (strstr (text, "aria-describedby=\"QT-DD-1-moTa\""));
  qms_svg_free (svg);
  qms_document_unref (document);
}
END_TEST

/* ---- hostile names */

#define STEPS(name)                                                                                                    \
  SYSTEM ("<coQuan><ten>" name "</ten><vaiTro id='V'><ten>" name "</ten></vaiTro></coQuan>"                            \
          "<quyTrinh id='Q' ma='" name "'><ten>" name "</ten>"                                                         \
          "<buoc so='" name "' vaiTro='V'><ten>" name "</ten><ketCuc ma='a'><ten>" name "</ten></ketCuc>"              \
          "<ketCuc ma='b' loai='tuChoi'><ten>" name "</ten></ketCuc></buoc><buoc><ten>" name                           \
          "</ten></buoc></quyTrinh>")

#define TEN(x) x x x x x x x x x x

static const char *const hostile[] = {
  STEPS ("&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &quot;x&quot; ]]&gt;"),
  STEPS (TEN (TEN ("Đăng ký khai sinh "))),
  STEPS (TEN (TEN ("khôngcókhoảngtrắng"))),
  STEPS ("Tie\xCC\x82\xCC\x81p nha\xCC\xA3\xCC\x82n ho\xCC\x82\xCC\x80 so\xCC\x9B"),
  STEPS ("שלום مرحبا \xE2\x80\xAE đảo \xE2\x80\xAC ngược"),
  STEPS ("👨‍👩‍👧 🇻🇳 𡨸喃 ﷽"),
  STEPS ("một&#10;&#10;hai&#9;ba%s%n%d"),
  STEPS (" "),
  STEPS (""),
};

START_TEST (no_name_breaks_a_chart)
{
  QmsDocument *document = read_leniently (hostile[_i]);
  QmsSvg *svg = draw (document, "Q", QMS_SVG_WHOLE);
  xmlDoc *page = read_page (svg, 0);
  guint boxes = 0;

  for_each (xmlDocGetRootElement (page), "rect", check_box, &boxes);
  ck_assert_uint_ge (boxes, 2);
  ck_assert_ptr_null (strstr (qms_svg_page (svg, 0, NULL), "<script"));
  xmlFreeDoc (page);
  qms_svg_free (svg);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_shortened_name_is_whole_in_its_title)
{
  QmsDocument *document = read_text (hostile[1]);
  QmsSvg *svg = draw (document, "Q", QMS_SVG_WHOLE);
  const char *text = qms_svg_page (svg, 0, NULL);

  ck_assert_ptr_nonnull (strstr (text, "…</text>"));
  ck_assert_ptr_nonnull (strstr (text, TEN (TEN ("Đăng ký khai sinh "))));
  qms_svg_free (svg);
  qms_document_unref (document);
}
END_TEST

/* ---- wrong use */

START_TEST (a_procedure_without_steps_has_no_chart)
{
  QmsDocument *document = read_text (SYSTEM ("<quyTrinh id='Q'><ten>Không bước</ten></quyTrinh>"));
  QmsSvg *svg = NULL;
  QmsError *error = NULL;

  QmsStatus status = qms_svg_new (qms_document_find (document, "Q"), QMS_SVG_PAGES, &svg, &error);
  assert_error (status, error, QMS_ERROR_STRUCTURE, "QMS-BP-101");
  ck_assert_ptr_null (svg);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_chart_of_too_many_pages_is_refused_with_advice)
{
  g_autoptr (GString) xml = g_string_new ("<heThong xmlns='urn:libqms:1'><quyTrinh id='QT'>");
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  QmsSvg *svg = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (xml, "<buoc id='B%d'><ten>Bước</ten></buoc>", i);
  g_string_append (xml, "</quyTrinh></heThong>");
  ck_assert_int_eq (qms_document_parse (xml->str, xml->len, &document, NULL), QMS_OK);
  ck_assert_int_eq (qms_svg_new (qms_document_find (document, "QT"), QMS_SVG_PAGES, &svg, &error), QMS_ERROR_LIMIT);
  ck_assert_ptr_null (svg);
  ck_assert_str_eq (qms_error_id (error), "QMS-BP-102");
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), "--whole"));
  qms_error_free (error);
  qms_document_unref (document);
}
END_TEST

START_TEST (wrong_arguments_are_refused)
{
  QmsDocument *document = random_workflow (1);
  const QmsNode *procedure = qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE);
  QmsSvg *svg = NULL;

  ck_assert_int_eq (qms_svg_new (procedure, 2, &svg, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_svg_new (procedure, QMS_SVG_PAGES, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_svg_new (NULL, QMS_SVG_PAGES, &svg, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_uint_eq (qms_svg_pages (NULL), 0);
  ck_assert_ptr_null (qms_svg_page (NULL, 0, NULL));
  svg = draw (document, RANDOM_WORKFLOW_PROCEDURE, QMS_SVG_WHOLE);
  ck_assert_ptr_null (qms_svg_page (svg, 1, NULL));
  qms_svg_free (svg);
  qms_svg_free (NULL);
  qms_document_unref (document);
}
END_TEST

Suite *
svg_suite (void)
{
  Suite *suite = suite_create ("svg");
  TCase *cases = tcase_create ("svg");

  tcase_add_loop_test (cases, text_lies_inside_its_box, 0, 40);
  tcase_add_loop_test (cases, marks_on_both_sides_of_a_cut_are_the_same, 0, 40);
  tcase_add_loop_test (cases, marks_stand_beside_the_names_of_lanes_and_no_arrow_is_cut, 0, 40);
  tcase_add_test (cases, marks_in_two_columns_stand_beside_the_names_of_lanes);
  tcase_add_test (cases, the_pages_show_what_the_whole_shows);
  tcase_add_test (cases, a_chart_is_the_same_every_time);
  tcase_add_test (cases, a_chart_needs_nothing_from_elsewhere);
  tcase_add_test (cases, the_description_tells_steps_and_what_follows);
  tcase_add_loop_test (cases, no_name_breaks_a_chart, 0, G_N_ELEMENTS (hostile));
  tcase_add_test (cases, a_shortened_name_is_whole_in_its_title);
  tcase_add_test (cases, a_procedure_without_steps_has_no_chart);
  tcase_add_test (cases, a_chart_of_too_many_pages_is_refused_with_advice);
  tcase_add_test (cases, wrong_arguments_are_refused);
  suite_add_tcase (suite, cases);
  return suite;
}
