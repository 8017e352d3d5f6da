/* SPDX-License-Identifier: Apache-2.0 */
/* The web site: pages well-formed, links that lead somewhere, nothing from elsewhere, nothing internal in the public edition. */
#include "random.h"
#include "support.h"

#include "core/document.h"
#include "render/site.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

Suite *site_suite (void);

/* ---- sites and their files */

static QmsSite *
make (QmsDocument *document, int32_t edition)
{
  QmsReport *findings = NULL;
  QmsSite *site = NULL;

  ck_assert_int_eq (qms_document_validate (document, &findings, NULL), QMS_OK);
  ck_assert_int_eq (qms_site_new (document->root, edition, findings, &site, NULL), QMS_OK);
  qms_report_free (findings);
  return site;
}

static QmsSite *
make_example (const char *name, int32_t edition)
{
  g_autofree char *file = g_strconcat (QMS_SOURCE_DIR "/examples/xml/", name, ".xml", NULL);
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (file, &document, NULL), QMS_OK);
  QmsSite *site = make (document, edition);
  qms_document_unref (document);
  return site;
}

static QmsSite *
make_text (const char *text, int32_t edition)
{
  QmsDocument *document = read_text (text);
  QmsSite *site = make (document, edition);

  qms_document_unref (document);
  return site;
}

static const char *
file_of (const QmsSite *site, const char *name)
{
  for (size_t i = 0; i < qms_site_count (site); i++)
    if (!strcmp (qms_site_name (site, i), name))
      return qms_site_file (site, i, NULL);
  return NULL;
}

static size_t
count_files (const QmsSite *site, const char *prefix)
{
  size_t count = 0;

  for (size_t i = 0; i < qms_site_count (site); i++)
    count += g_str_has_prefix (qms_site_name (site, i), prefix) ? 1 : 0;
  return count;
}

static void
assert_says (const QmsSite *site, const char *name, const char *text)
{
  const char *file = file_of (site, name);

  ck_assert_msg (file != NULL, "there is no %s", name);
  ck_assert_msg (strstr (file, text) != NULL, "%s does not say %s", name, text);
}

static void
assert_lacks (const QmsSite *site, const char *text)
{
  for (size_t i = 0; i < qms_site_count (site); i++)
    ck_assert_msg (!strstr (qms_site_file (site, i, NULL), text), "%s says %s", qms_site_name (site, i), text);
}

/* ---- what holds of every site */

typedef struct {
  GHashTable *targets; /* "page.html" and "page.html#id" */
  GPtrArray *links;    /* such targets that are linked */
  const char *page;
} Links;

static char *
attribute (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)text);

  xmlFree (text);
  return copy;
}

static void
note_id (Links *links, xmlNode *node)
{
  g_autofree char *id = attribute (node, "id");

  if (id)
    ck_assert_msg (g_hash_table_add (links->targets, g_strconcat (links->page, "#", id, NULL)),
                   "%s: id %s stands twice", links->page, id);
}

static bool
is_of_the_web (const char *address)
{
  return !g_ascii_strncasecmp (address, "http://", 7) || !g_ascii_strncasecmp (address, "https://", 8);
}

/* Links lead to the web or to a file of the site; whatever else is loaded is of the site. */
static void
note_links (Links *links, xmlNode *node)
{
  g_autofree char *address = attribute (node, "href"), *source = attribute (node, "src");
  bool anchor = !strcmp ((const char *)node->name, "a");

  if (source)
    g_ptr_array_add (links->links, g_strdup (source));
  if (!address || (anchor && is_of_the_web (address)))
    return;
  g_ptr_array_add (links->links, *address == '#' ? g_strconcat (links->page, address, NULL) : g_strdup (address));
}

static void
note_references (Links *links, xmlNode *node)
{
  static const char *const names[] = { "aria-labelledby", "aria-describedby", "for" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *id = attribute (node, names[i]);
    if (id)
      g_ptr_array_add (links->links, g_strconcat (links->page, "#", id, NULL));
  }
}

static void
walk (Links *links, xmlNode *node)
{
  for (xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) {
      ck_assert (!xmlHasProp (child, (const xmlChar *)"style") && strcmp ((const char *)child->name, "style") != 0);
      note_id (links, child);
      note_links (links, child);
      note_references (links, child);
      walk (links, child);
    }
}

/* Pages are written so that a parser of XML reads them too, which forgives nothing. */
static void
read_page (Links *links, const char *name, const char *text, size_t size)
{
  xmlDoc *page = xmlReadMemory (text, (int)size, name, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  ck_assert_msg (page != NULL, "%s is not well-formed", name);
  ck_assert_str_eq ((const char *)xmlDocGetRootElement (page)->name, "html");
  links->page = name;
  walk (links, xmlDocGetRootElement (page));
  xmlFreeDoc (page);
}

static void
assert_name (const char *name)
{
  ck_assert_uint_le (strlen (name), 100);
  ck_assert (g_ascii_islower (*name));
  ck_assert_uint_eq (strspn (name, G_CSET_a_2_z G_CSET_DIGITS ".-"), strlen (name));
  ck_assert_ptr_null (strstr (name, ".."));
}

static void
assert_whole (const QmsSite *site)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) linked = g_ptr_array_new_with_free_func (g_free);
  Links links = { targets, linked, NULL };

  for (size_t i = 0; i < qms_site_count (site); i++) {
    const char *name = qms_site_name (site, i);
    size_t size = 0;
    const char *text = qms_site_file (site, i, &size);
    assert_name (name);
    ck_assert_uint_gt (size, 0);
    ck_assert_uint_eq (strlen (text), size);
    ck_assert_msg (g_hash_table_add (targets, g_strdup (name)), "%s stands twice", name);
    if (g_str_has_suffix (name, ".html"))
      read_page (&links, name, text, size);
  }
  for (guint i = 0; i < linked->len; i++)
    ck_assert_msg (g_hash_table_contains (targets, linked->pdata[i]), "nothing is at %s", (char *)linked->pdata[i]);
}

/* ---- whole sites */

static const char *const examples[] = { "ubnd-xa", "ubnd-xa-nho", "so", "so-2008", "lien-thong", "thu-tuc-thieu" };

START_TEST (pages_are_well_formed_and_links_lead_somewhere)
{
  for (int32_t edition = QMS_SITE_PUBLIC; edition <= QMS_SITE_INTERNAL; edition++) {
    QmsSite *site = make_example (examples[_i], edition);
    assert_whole (site);
    qms_site_free (site);
  }
}
END_TEST

START_TEST (sites_of_random_systems_are_whole)
{
  QmsDocument *document = qms_random_document ((guint32)_i, QMS_TYPE_SYSTEM);

  for (int32_t edition = QMS_SITE_PUBLIC; edition <= QMS_SITE_INTERNAL; edition++) {
    QmsSite *site = make (document, edition);
    assert_whole (site);
    qms_site_free (site);
  }
  qms_document_unref (document);
}
END_TEST

START_TEST (a_system_that_says_nothing_has_a_site)
{
  QmsSite *site = make_text (SYSTEM (""), QMS_SITE_INTERNAL);

  assert_whole (site);
  assert_says (site, "index.html", "Cơ quan chưa ghi tên");
  assert_says (site, "chinh-sach.html", "Chưa có thông tin");
  qms_site_free (site);
}
END_TEST

START_TEST (one_system_gives_one_sequence_of_bytes)
{
  QmsSite *site = make_example ("ubnd-xa", QMS_SITE_INTERNAL), *again = make_example ("ubnd-xa", QMS_SITE_INTERNAL);

  ck_assert_uint_eq (qms_site_count (site), qms_site_count (again));
  for (size_t i = 0; i < qms_site_count (site); i++) {
    ck_assert_str_eq (qms_site_name (site, i), qms_site_name (again, i));
    ck_assert_str_eq (qms_site_file (site, i, NULL), qms_site_file (again, i, NULL));
  }
  qms_site_free (site);
  qms_site_free (again);
}
END_TEST

START_TEST (the_commune_has_a_page_for_each_of_its_procedures)
{
  QmsSite *site = make_example ("ubnd-xa", QMS_SITE_PUBLIC), *internal = make_example ("ubnd-xa", QMS_SITE_INTERNAL);

  ck_assert_uint_eq (count_files (site, "thu-tuc-"), 30);
  ck_assert_uint_eq (qms_site_count (site), 30 + 6 + 3);
  ck_assert_uint_eq (count_files (internal, "thu-tuc-"), 30);
  ck_assert_uint_eq (qms_site_count (internal), 30 + 6 + 3 + 5 + count_files (internal, "quy-trinh-"));
  ck_assert_uint_gt (count_files (internal, "quy-trinh-"), 30);
  assert_says (site, "index.html", "<dt>thủ tục hành chính</dt><dd>30</dd>");
  assert_says (site, "thu-tuc.html", ">30 thủ tục, 9 lĩnh vực<");
  qms_site_free (site);
  qms_site_free (internal);
}
END_TEST

/* ---- what is on a page */

START_TEST (constituent_parts_stand_in_the_order_of_the_decree)
{
  static const char *const parts[] = {
    "1. Tên thủ tục hành chính", "2. Trình tự thực hiện",  "3. Cách thức thực hiện", "4. Thành phần, số lượng hồ sơ",
    "5. Thời hạn giải quyết",    "6. Đối tượng thực hiện", "7. Cơ quan giải quyết",  "8. Mẫu đơn, mẫu tờ khai",
    "9. Kết quả thực hiện",      "10. Yêu cầu, điều kiện", "11. Phí, lệ phí",        "12. Căn cứ pháp lý",
    "13. Quy trình giải quyết",
  };
  QmsSite *site = make_example ("ubnd-xa", QMS_SITE_PUBLIC);
  const char *place = file_of (site, "thu-tuc-1.001193.html");

  for (size_t i = 0; place && i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *heading = g_strconcat (">", parts[i], "</h2>", NULL);
    place = strstr (place, heading);
    ck_assert_msg (place != NULL, "no heading, or not in order: %s", parts[i]);
  }
  ck_assert_ptr_nonnull (place);
  qms_site_free (site);
}
END_TEST

START_TEST (channels_of_which_the_same_is_said_share_a_row)
{
  QmsSite *site = make_example ("ubnd-xa", QMS_SITE_PUBLIC);

  assert_says (site, "thu-tuc-1.001193.html", ">Trực tiếp; Trực tuyến; Dịch vụ bưu chính công ích</th>");
  assert_says (site, "thu-tuc-1.001193.html", "Lệ phí: không thu");
  qms_site_free (site);
}
END_TEST

START_TEST (a_fee_that_is_the_same_for_all_time_limits_is_said_once)
{
  static const char fee[] = "<thoiHan giaTri=\"1 ngay\"><phi loai=\"phi\" soTien=\"8000\"/></thoiHan>";
  g_autofree char *text =
      g_strdup_printf (SYSTEM ("<thuTuc ma=\"1.000001\"><ten>A</ten><cachThuc kenh=\"trucTiep\">%s%s"
                               "<thoiHan><phi loai=\"phi\" soTien=\"1250000\" donVi=\"đồng/bản\"/></thoiHan>"
                               "</cachThuc></thuTuc>"),
                       fee, fee);
  QmsSite *site = make_text (text, QMS_SITE_PUBLIC);

  assert_says (site, "thu-tuc-1.000001.html",
               "data-column=\"Mức thu\"><p class=\"strong\">Phí: 8.000 đồng</p>\n"
               "<p class=\"strong\">Phí: 1.250.000 đồng/bản</p>\n</td>");
  qms_site_free (site);
}
END_TEST

START_TEST (where_no_way_of_submitting_is_known_none_is_named)
{
  static const char file[] = "thu-tuc-1.000001.html";
  QmsSite *site = make_text (SYSTEM ("<thuTuc ma=\"1.000001\"><ten>A</ten><moTa>Nói thêm</moTa>"
                                     "<cachThuc><thoiHan giaTri=\"5 ngayLamViec\"/></cachThuc></thuTuc>"),
                             QMS_SITE_PUBLIC);

  assert_says (site, file, "3. Cách thức thực hiện</h2>\n<p class=\"none\">Chưa có thông tin");
  assert_says (site, file, "5. Thời hạn giải quyết</h2>\n<p class=\"strong\">5 ngày làm việc</p>");
  assert_says (site, file, "Mô tả thêm</h2>\n<p>Nói thêm</p>");
  ck_assert_ptr_null (strstr (file_of (site, file), "Cách thức khác"));
  qms_site_free (site);
}
END_TEST

START_TEST (a_page_has_the_flow_chart_in_colours_of_its_own_and_in_words)
{
  QmsSite *site = make_example ("ubnd-xa", QMS_SITE_PUBLIC);

  assert_says (site, "thu-tuc-1.001193.html", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  assert_says (site, "thu-tuc-1.001193.html", "Bước 1: Tiếp nhận, kiểm tra, số hóa hồ sơ.");
  assert_lacks (site, "<?xml");
  qms_site_free (site);
}
END_TEST

START_TEST (each_scenario_has_a_column_of_times)
{
  QmsSite *site = make_text (SYSTEM ("<quyTrinh id=\"Q\" ma=\"Q\"><ten>Q</ten>"
                                     "<truongHop id=\"A\">thường</truongHop><truongHop id=\"B\">xa</truongHop>"
                                     "<buoc><ten>Một</ten><thoiGian truongHop=\"A\" giaTri=\"1 ngay\"/>"
                                     "<thoiGian giaTri=\"2 ngay\"/></buoc></quyTrinh>"),
                             QMS_SITE_INTERNAL);

  assert_says (site, "quy-trinh-q.html", "data-column=\"Thời gian: thường\"><p>1 ngày</p>\n</td>");
  assert_says (site, "quy-trinh-q.html", "data-column=\"Thời gian: xa\"><p>2 ngày</p>\n</td>");
  qms_site_free (site);
}
END_TEST

START_TEST (money_has_points_between_thousands)
{
  static const struct {
    int64_t amount;
    const char *words;
  } cases[] = { { 0, "0" }, { 999, "999" }, { 1000, "1.000" }, { 1250000, "1.250.000" }, { -12345, "-12.345" } };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = qms_site_money (cases[i].amount);
    ck_assert_str_eq (words, cases[i].words);
  }
}
END_TEST

START_TEST (lines_with_dashes_are_lists)
{
  g_autoptr (GString) out = g_string_new (NULL);

  qms_site_paragraphs (out, "Gồm:\n- một & hai;\n+ nhỏ\n\nHết");
  ck_assert_str_eq (out->str, "<p>Gồm:</p>\n<ul>\n<li>một &amp; hai;</li>\n</ul>\n<ul class=\"plus\">\n<li>nhỏ</li>\n"
                              "</ul>\n<p>Hết</p>\n");
}
END_TEST

START_TEST (the_home_page_shows_the_last_announcement)
{
  QmsSite *site = make_text (SYSTEM ("<congBo id=\"A\" so=\"02/CB\" ngay=\"2026-07-08\"/>"
                                     "<congBo id=\"B\" so=\"01/CB\" ngay=\"2025-01-31\"/>"),
                             QMS_SITE_PUBLIC);

  assert_says (site, "index.html", "02/CB");
  ck_assert_ptr_null (strstr (file_of (site, "index.html"), "01/CB"));
  assert_says (site, "cong-bo.html", "01/CB");
  qms_site_free (site);
}
END_TEST

/* ---- who may see what */

START_TEST (the_public_edition_has_nothing_internal)
{
  static const char *const internal[] = { "rui-ro.html", "danh-gia.html", "khong-phu-hop.html", "xem-xet.html",
                                          "kiem-tra.html" };
  QmsSite *site = make_example ("ubnd-xa", QMS_SITE_PUBLIC);

  for (size_t i = 0; i < G_N_ELEMENTS (internal); i++) {
    ck_assert_ptr_null (file_of (site, internal[i]));
    assert_lacks (site, internal[i]);
  }
  assert_lacks (site, "RR-01");
  assert_lacks (site, "Phân công không kịp thời");
  assert_lacks (site, "Bản nội bộ");
  qms_site_free (site);
}
END_TEST

START_TEST (the_internal_edition_has_risks_audits_reviews_and_findings)
{
  QmsSite *site = make_example ("thu-tuc-thieu", QMS_SITE_INTERNAL),
          *commune = make_example ("ubnd-xa", QMS_SITE_INTERNAL);

  assert_says (commune, "rui-ro.html", "RR-01");
  assert_says (commune, "rui-ro.html", "3 × 4 = <strong>12</strong>");
  assert_says (commune, "danh-gia.html", "Đoàn đánh giá");
  assert_says (commune, "xem-xet.html", "Đầu vào");
  assert_says (commune, "index.html", "Bản nội bộ – không đăng tải công khai");
  assert_says (site, "kiem-tra.html", "QMS-");
  assert_says (site, "kiem-tra.html", "<a href=\"thu-tuc-");
  qms_site_free (site);
  qms_site_free (commune);
}
END_TEST

#define DRAFT                                                                                                                 \
  SYSTEM (                                                                                                                    \
      "<taiLieuNoiBo trangThai=\"duThao\"><ten>Tài liệu thảo</ten></taiLieuNoiBo>"                                       \
      "<quyTrinh id=\"Q\" trangThai=\"duThao\"><ten>Quy trình thảo</ten><buoc><ten>Bước thảo</ten></buoc></quyTrinh>" \
      "<thuTuc ma=\"1.000001\" quyTrinh=\"Q\"><ten>Thủ tục</ten></thuTuc>")

START_TEST (drafts_are_for_staff)
{
  QmsSite *site = make_text (DRAFT, QMS_SITE_PUBLIC), *internal = make_text (DRAFT, QMS_SITE_INTERNAL);

  assert_lacks (site, "thảo");
  assert_says (internal, "thu-tuc-1.000001.html", "Bước thảo");
  assert_says (internal, "tai-lieu.html", "Tài liệu thảo");
  qms_site_free (site);
  qms_site_free (internal);
}
END_TEST

START_TEST (findings_are_for_staff_and_need_not_be_there)
{
  QmsDocument *document = read_text (DRAFT);
  QmsSite *site = NULL;

  ck_assert_int_eq (qms_site_new (document->root, QMS_SITE_INTERNAL, NULL, &site, NULL), QMS_OK);
  ck_assert_ptr_null (file_of (site, "kiem-tra.html"));
  assert_whole (site);
  qms_site_free (site);
  qms_document_unref (document);
}
END_TEST

/* ---- hostile systems */

START_TEST (names_of_files_are_safe_whatever_the_codes)
{
  static const struct {
    const char *code, *name;
  } cases[] = {
    { "1.001193", "thu-tuc-1.001193.html" },
    { "1.001193", "thu-tuc-1.001193-2.html" },
    { "1.001193", "thu-tuc-1.001193-3.html" },
    { "1.001193-3", "thu-tuc-1.001193-3-2.html" },
    { "../../etc/passwd", "thu-tuc-etc-passwd.html" },
    { "QT 01/ĐKKD", "thu-tuc-qt-01-dkkd.html" },
    { "qt 01\\đkkd", "thu-tuc-qt-01-dkkd-2.html" },
    { "Đ\u1ec7\u0323..é", "thu-tuc-de.e.html" },
    { NULL, "thu-tuc.html" },
    { "…", "thu-tuc-2.html" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = qms_site_name_from (taken, "thu-tuc", cases[i].code);
    ck_assert_str_eq (name, cases[i].name);
  }
}
END_TEST

START_TEST (a_long_code_is_cut_and_many_equal_ones_are_numbered)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *code = g_strnfill (5000, '7'), *last = NULL;

  for (int i = 0; i < 20000; i++) {
    g_free (last);
    last = qms_site_name_from (taken, "thu-tuc", code);
    assert_name (last);
  }
  ck_assert (g_str_has_suffix (last, "7-20000.html"));
}
END_TEST

#define HOSTILE                                                                                                        \
  SYSTEM (                                                                                                             \
      "<coQuan><ten>&lt;script&gt;alert(1)&lt;/script&gt;</ten><trangThongTin>javascript:alert(2)</trangThongTin></"   \
      "coQuan>"                                                                                                        \
      "<quyTrinh id=\"Q\"><ten>\"&gt;&lt;img src=x "                                                                   \
      "onerror=alert(3)&gt;</ten><buoc><ten>&lt;/svg&gt;&lt;b&gt;</ten></buoc>"                                        \
      "</quyTrinh><thuTuc ma=\"&quot; onclick=&quot;alert(4)\" quyTrinh=\"Q\"><ten>A &amp; B</ten>"                    \
      "<linhVuc ma=\"x\">\" autofocus=\"</linhVuc><canCu diaChi=\"javascript:alert(5)\">Luật</canCu>"                \
      "<canCu diaChi=\"HTTPS://example.vn/?a=1&amp;b='\">Nghị định</canCu><tuKhoa>\"&gt;&lt;b&gt;</tuKhoa></thuTuc>")

START_TEST (everything_from_the_system_is_escaped)
{
  QmsSite *site = make_text (HOSTILE, QMS_SITE_INTERNAL);

  assert_whole (site);
  assert_lacks (site, "<script>alert");
  assert_lacks (site, "<img");
  assert_lacks (site, "<b>");
  assert_lacks (site, "\" onclick=");
  assert_lacks (site, "href=\"javascript:");
  assert_says (site, "thu-tuc-onclick-alert-4.html", "href=\"HTTPS://example.vn/?a=1&amp;b=&apos;\"");
  qms_site_free (site);
}
END_TEST

/* A name of half a megabyte on each of two hundred steps would be a page of a hundred megabytes. */
START_TEST (a_long_name_is_cut_where_many_places_name_it)
{
  g_autoptr (GString) text = g_string_new ("<coQuan><ten>A</ten><vaiTro id=\"V\"><ten>");
  g_autofree char *name = g_strnfill (500000, 'x');

  g_string_append_printf (text, "%s</ten></vaiTro></coQuan><quyTrinh id=\"Q\"><ten>%s</ten>", name, name);
  for (int i = 0; i < 200; i++)
    g_string_append (text, "<buoc vaiTro=\"V\"/>");
  g_autofree char *system = g_strdup_printf ("<heThong xmlns=\"urn:libqms:1\">%s</quyTrinh></heThong>", text->str);
  QmsSite *site = make_text (system, QMS_SITE_INTERNAL);
  ck_assert_uint_lt (strlen (file_of (site, "quy-trinh-q.html")), 4000000);
  ck_assert_ptr_nonnull (strstr (file_of (site, "quy-trinh-q.html"), "<svg "));
  qms_site_free (site);
}
END_TEST

START_TEST (what_is_no_system_has_no_site)
{
  QmsDocument *document = read_text (SYSTEM ("<coQuan><ten>A</ten></coQuan>"));
  QmsNode *agency = qms_node_get_node (document->root, QMS_SYSTEM_AGENCY);
  QmsSite *site = NULL;
  QmsError *error = NULL;

  QmsStatus status = qms_site_new (agency, QMS_SITE_PUBLIC, NULL, &site, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-001");
  ck_assert_int_eq (qms_site_new (NULL, QMS_SITE_PUBLIC, NULL, &site, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_site_new (document->root, 2, NULL, &site, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_site_new (document->root, QMS_SITE_PUBLIC, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (site);
  ck_assert_uint_eq (qms_site_count (NULL), 0);
  ck_assert_ptr_null (qms_site_name (NULL, 0));
  ck_assert_ptr_null (qms_site_file (NULL, 0, NULL));
  qms_site_free (NULL);
  qms_document_unref (document);
}
END_TEST

Suite *
site_suite (void)
{
  Suite *suite = suite_create ("site");
  TCase *whole = tcase_create ("whole"), *pages = tcase_create ("pages"), *hostile = tcase_create ("hostile");

  tcase_set_timeout (whole, 120);
  tcase_add_loop_test (whole, pages_are_well_formed_and_links_lead_somewhere, 0, G_N_ELEMENTS (examples));
  tcase_add_loop_test (whole, sites_of_random_systems_are_whole, 0, count_seeds (60));
  tcase_add_test (whole, a_system_that_says_nothing_has_a_site);
  tcase_add_test (whole, one_system_gives_one_sequence_of_bytes);
  tcase_add_test (whole, the_commune_has_a_page_for_each_of_its_procedures);
  tcase_add_test (pages, constituent_parts_stand_in_the_order_of_the_decree);
  tcase_add_test (pages, channels_of_which_the_same_is_said_share_a_row);
  tcase_add_test (pages, a_fee_that_is_the_same_for_all_time_limits_is_said_once);
  tcase_add_test (pages, where_no_way_of_submitting_is_known_none_is_named);
  tcase_add_test (pages, a_page_has_the_flow_chart_in_colours_of_its_own_and_in_words);
  tcase_add_test (pages, each_scenario_has_a_column_of_times);
  tcase_add_test (pages, money_has_points_between_thousands);
  tcase_add_test (pages, lines_with_dashes_are_lists);
  tcase_add_test (pages, the_home_page_shows_the_last_announcement);
  tcase_add_test (pages, the_public_edition_has_nothing_internal);
  tcase_add_test (pages, the_internal_edition_has_risks_audits_reviews_and_findings);
  tcase_add_test (pages, drafts_are_for_staff);
  tcase_add_test (pages, findings_are_for_staff_and_need_not_be_there);
  tcase_add_test (hostile, names_of_files_are_safe_whatever_the_codes);
  tcase_add_test (hostile, a_long_code_is_cut_and_many_equal_ones_are_numbered);
  tcase_add_test (hostile, everything_from_the_system_is_escaped);
  tcase_add_test (hostile, a_long_name_is_cut_where_many_places_name_it);
  tcase_add_test (hostile, what_is_no_system_has_no_site);
  suite_add_tcase (suite, whole);
  suite_add_tcase (suite, pages);
  suite_add_tcase (suite, hostile);
  return suite;
}
