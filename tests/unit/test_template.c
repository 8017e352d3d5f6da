/* SPDX-License-Identifier: Apache-2.0 */
/* Templates: tags however Word splits them, repeated paragraphs, rows and columns, formats, errors that name their place. */
#include "docx.h"
#include "random.h"
#include "support.h"

#include <string.h>

Suite *template_suite (void);

/* A system with something of all that tags stand for. */
static const char system_text[] = SYSTEM (
    "<coQuan ma=\"H99.1\"><ten>Ủy ban nhân dân xã Mẫu</ten>"
    "<vaiTro id=\"VT-1\"><ten>Công chức &lt;một cửa&gt; &amp; hộ tịch</ten></vaiTro>"
    "<vaiTro id=\"VT-2\"><ten>Chủ tịch</ten></vaiTro></coQuan>"
    "<chinhSach ngay=\"2026-01-05\"><noiDung>Dòng một\nDòng\thai</noiDung><camKet>Đúng hạn</camKet>"
    "<camKet>Công khai</camKet></chinhSach>"
    "<thangDiem khaNangToiDa=\"5\" mucDoToiDa=\"5\"><khoang tu=\"1\" den=\"9\">Thấp</khoang>"
    "<khoang tu=\"10\" den=\"25\">Cao</khoang></thangDiem>"
    "<ruiRo id=\"RR-1\" khaNang=\"4\" mucDo=\"3\" khaNangConLai=\"2\" mucDoConLai=\"2\"><moTa>Mất mạng</moTa></ruiRo>"
    "<quyTrinh id=\"QT-1\" ma=\"QT 01\" loai=\"tthc\" lanBanHanh=\"2\" ngayBanHanh=\"2026-03-02\"><ten>Khai sinh</ten>"
    "<truongHop id=\"A\">không xác minh</truongHop><truongHop id=\"B\">có xác minh</truongHop>"
    "<thoiHan giaTri=\"5 ngayLamViec\"/><thoiHan truongHop=\"B\" giaTri=\"25 ngayLamViec\"/>"
    "<buoc id=\"B1\" vaiTro=\"VT-1\"><ten>Tiếp nhận</ten><thoiGian giaTri=\"0.5 ngayLamViec\"/></buoc>"
    "<buoc id=\"B2\" vaiTro=\"VT-2\"><ten>Ký</ten><thoiGian truongHop=\"A\" giaTri=\"2 ngayLamViec\"/>"
    "<thoiGian truongHop=\"B\" giaTri=\"20 ngayLamViec\"/></buoc>"
    "<buoc id=\"B3\"><ten>Trả kết quả</ten></buoc></quyTrinh>"
    "<quyTrinh id=\"QT-2\" ma=\"QT 02\" loai=\"noiBo\"><ten>Văn thư</ten></quyTrinh>"
    "<thuTuc ma=\"1.001\" quyTrinh=\"QT-1\"><ten>Đăng ký khai sinh</ten><linhVuc>Hộ tịch</linhVuc></thuTuc>"
    "<thuTuc ma=\"1.002\"><ten>Chứng thực</ten><linhVuc>Chứng thực</linhVuc></thuTuc>"
    "<thuTuc ma=\"1.003\" quyTrinh=\"QT-1\"><ten>Khai tử</ten><linhVuc>Hộ tịch</linhVuc></thuTuc>");

/* ---- helpers */

typedef struct {
  char *docx;
  size_t size;
} Filled;

static Filled
fill_node (const void *data, size_t size, QmsDocument *document, size_t target)
{
  Filled filled = { NULL, 0 };
  QmsTemplate *template = NULL;
  QmsError *error = NULL;

  ck_assert_msg (qms_template_read (data, size, "mau.docx", &template, &error) == QMS_OK, "%s",
                 error ? qms_error_message (error, QMS_LANG_EN) : "no error");
  const QmsNode *node = qms_template_target (template, qms_document_root (document), target);
  ck_assert_ptr_nonnull (node);
  ck_assert_msg (qms_template_fill (template, node, "2026-11-22", &filled.docx, &filled.size, &error) == QMS_OK, "%s",
                 error ? qms_error_message (error, QMS_LANG_EN) : "no error");
  qms_template_free (template);
  return filled;
}

static Filled
fill_body (const char *body)
{
  g_autoptr (QmsPackage) package = docx_package (body);
  g_autoptr (GBytes) bytes = docx_bytes (package);
  QmsDocument *document = read_text (system_text);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  Filled filled = fill_node (data, size, document, 0);

  qms_document_unref (document);
  return filled;
}

static void
assert_shown (const char *body, const char *expected)
{
  Filled filled = fill_body (body);
  g_autofree char *shown = docx_shown (filled.docx, filled.size);

  ck_assert_str_eq (shown, expected);
  qms_free (filled.docx);
}

#define FOR_PROCEDURE W_T ("{{@for /heThong/quyTrinh}}")

/* A template with a tag in a paragraph of the first procedure. */
static void
assert_value (const char *tag, const char *expected)
{
  g_autofree char *body = g_strdup_printf (FOR_PROCEDURE W_T ("[%s]"), tag);
  g_autofree char *bracketed = g_strdup_printf ("[%s]", expected);

  assert_shown (body, bracketed);
}

/* What is drawn around the body, as it stands in the file. */
static void
assert_inside (const char *body, const char *expected)
{
  Filled filled = fill_body (body);
  g_autofree char *part = docx_part (filled.docx, filled.size, "word/document.xml");
  const char *inside = strstr (part, "<w:body>");
  g_autofree char *whole = g_strdup_printf ("<w:body>%s</w:body></w:document>", expected);

  ck_assert_ptr_nonnull (inside);
  ck_assert_str_eq (inside, whole);
  qms_free (filled.docx);
}

/* The message of the error that reading gives. */
static void
assert_refused (const char *body, const char *id, const char *words)
{
  g_autoptr (QmsPackage) package = docx_package (body);
  g_autoptr (GBytes) bytes = docx_bytes (package);
  QmsTemplate *template = NULL;
  QmsError *error = NULL;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  QmsStatus status = qms_template_read (data, size, "mau.docx", &template, &error);
  ck_assert_int_ne (status, QMS_OK);
  ck_assert_int_eq (status, qms_error_status (error));
  ck_assert_msg (strstr (qms_error_message (error, QMS_LANG_VI), words) != NULL, "%s",
                 qms_error_message (error, QMS_LANG_VI));
  ck_assert_str_eq (qms_error_id (error), id);
  qms_error_free (error);
}

/* ---- values */

START_TEST (values_read_as_people_write_them)
{
  assert_value ("{{ma}}", "QT 01");
  assert_value ("{{ngayBanHanh}}", "02/03/2026");
  assert_value ("{{ngayBanHanh | ngày chữ}}", "ngày 02 tháng 3 năm 2026");
  assert_value ("{{/heThong/chinhSach/ngay | ngày chữ}}", "ngày 05 tháng 01 năm 2026");
  assert_value ("{{ngayBanHanh|tháng}} {{ngayBanHanh|năm}}", "03/2026 2026");
  assert_value ("{{lanBanHanh | hai số}}", "02");
  assert_value ("{{lanBanHanh | la mã}}{{lanBanHanh | chữ cái}}", "IIb");
  assert_value ("{{loai}}", "Quy trình giải quyết thủ tục hành chính");
  assert_value ("{{loai | mã}}", "tthc");
  assert_value ("{{ten | hoa}}, {{ten | thường}}, {{loai | thường | hoa đầu}}",
                "KHAI SINH, khai sinh, Quy trình giải quyết thủ tục hành chính");
  assert_value ("{{@date | ngày}}", "22/11/2026");
  assert_value ("{{buoc[2]/thoiGian[1]/giaTri | thời gian hai số}}", "02 ngày làm việc");
  assert_value ("{{buoc[1]/thoiGian/giaTri}}", "0,5 ngày làm việc");
}
END_TEST

START_TEST (paths_follow_references_and_lists)
{
  assert_value ("{{buoc[B1]/vaiTro/ten}}", "Công chức <một cửa> & hộ tịch");
  assert_value ("{{buoc[B2].vaiTro}}", "Chủ tịch");
  assert_value ("{{buoc/ten}}", "Tiếp nhận; Ký; Trả kết quả");
  assert_value ("{{buoc/ten | nối “, ”}}", "Tiếp nhận, Ký, Trả kết quả");
  assert_value ("{{buoc | đếm}} {{bieuMau | đếm}}", "3 0");
  assert_value ("{{/heThong/coQuan/ten}}", "Ủy ban nhân dân xã Mẫu");
  assert_value ("{{buoc[9]/ten}}", "");
  assert_value ("{{@tthc/ma}}", "1.001; 1.003");
}
END_TEST

START_TEST (empty_values_print_nothing_or_what_stands_for_them)
{
  assert_value ("{{ngayHieuLuc}}", "");
  assert_value ("{{ngayHieuLuc | ngày chữ | \"ngày … tháng …\"}}", "ngày … tháng …");
  assert_value ("{{ma | \"……\"}}", "QT 01");
  assert_value ("{{ghiChu | ô}}{{ma | ô}}", "☐☒");
  assert_value ("{{\"{{\"}}", "{{");
}
END_TEST

START_TEST (times_are_given_by_scenario)
{
  assert_value ("{{@scenarios/ten}}", "không xác minh; có xác minh");
  assert_value ("{{@limit/giaTri}}", "5 ngày làm việc");
  assert_value ("{{@scenarios/@limit/giaTri}}", "5 ngày làm việc; 25 ngày làm việc");
  assert_value ("{{@scenarios/@total}}", "2,5 ngày làm việc; 20,5 ngày làm việc");
  assert_value ("{{buoc/@durations/giaTri | nối \"/\"}}",
                "0,5 ngày làm việc/0,5 ngày làm việc/2 ngày làm việc/20 ngày làm việc");
}
END_TEST

START_TEST (risks_have_points_and_bands)
{
  assert_shown (W_T ("{{#each ruiRo}}{{@score}} {{@band/ten}} {{@residual}} {{@residualBand}}{{/each}}"),
                "12 Cao 4 Thấp");
}
END_TEST

/* ---- how tags stand in a file */

START_TEST (tags_that_word_splits_are_seen_whole)
{
  assert_inside (
      FOR_PROCEDURE
      "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Mã {</w:t></w:r>"
      "<w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:i/></w:rPr><w:t>{m</w:t></w:r>"
      "<w:smartTag w:uri=\"x\" w:element=\"y\"><w:smartTagPr/><w:r><w:t>a</w:t></w:r></w:smartTag>"
      "<w:ins w:id=\"1\"><w:r><w:t>}</w:t></w:r></w:ins><w:r><w:rPr><w:u/></w:rPr><w:t>} .</w:t></w:r></w:p>",
      "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Mã "
      "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">QT 01</w:t></w:r><w:r><w:rPr><w:u/>"
      "</w:rPr><w:t xml:space=\"preserve\"> .</w:t></w:r></w:p>");
}
END_TEST

START_TEST (decomposed_names_and_odd_blanks_are_understood)
{
  assert_value ("{{ngayBanHanh | nga\xCC\x80y}}", "02/03/2026");
  assert_value ("{{\xC2\xA0ma\xE2\x80\x8B \xC2\xA0| HOA }}", "QT 01");
}
END_TEST

START_TEST (data_are_text_whatever_they_hold)
{
  QmsDocument *document = read_text (SYSTEM ("<coQuan><ten>𡨸喃 {{ten}} &amp;amp;</ten></coQuan>"));
  g_autoptr (QmsPackage) package = docx_package (W_T ("{{coQuan/ten}}"));
  g_autoptr (GBytes) bytes = docx_bytes (package);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  Filled filled = fill_node (data, size, document, 0);
  g_autofree char *shown = docx_shown (filled.docx, filled.size);

  ck_assert_str_eq (shown, "𡨸喃 {{ten}} &amp;");
  qms_free (filled.docx);
  qms_document_unref (document);
  assert_inside (FOR_PROCEDURE W_T ("{{buoc[1]/vaiTro/ten}}"),
                 "<w:p><w:r><w:t xml:space=\"preserve\">Công chức &lt;một cửa&gt; &amp; hộ tịch</w:t></w:r></w:p>");
}
END_TEST

START_TEST (paragraphs_of_a_text_become_paragraphs_where_it_stands_alone)
{
  assert_inside (W_P ("<w:pPr><w:keepNext/></w:pPr>" W_R ("{{chinhSach/noiDung}}")),
                 "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">Dòng một</w:t></w:r></w:p>"
                 "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">Dòng</w:t><w:tab/>"
                 "<w:t xml:space=\"preserve\">hai</w:t></w:r></w:p>");
  assert_inside (W_T ("A {{chinhSach/noiDung | một dòng}}"),
                 W_P (W_R ("A ") "<w:r><w:t xml:space=\"preserve\">Dòng một Dòng</w:t>"
                                 "<w:tab/><w:t xml:space=\"preserve\">hai</w:t></w:r>"));
  assert_shown (W_T ("A {{chinhSach/noiDung}}"), "A Dòng một⏎Dòng hai");
}
END_TEST

START_TEST (headers_are_filled_fields_and_pictures_stay)
{
  g_autoptr (QmsPackage) package = docx_package (W_T ("x"));
  g_autofree char *header =
      docx_root ("hdr", W_P (W_R ("{{coQuan/ten}}") "<w:fldSimple w:instr=\"PAGE\">" W_R ("1") "</w:fldSimple>"));
  QmsDocument *document = read_text (system_text);
  gsize size;

  docx_put (package, "word/header1.xml", header);
  g_autoptr (GBytes) bytes = docx_bytes (package);
  const void *data = g_bytes_get_data (bytes, &size);
  Filled filled = fill_node (data, size, document, 0);
  g_autofree char *part = docx_part (filled.docx, filled.size, "word/header1.xml");
  ck_assert_ptr_nonnull (strstr (part, "Ủy ban nhân dân xã Mẫu"));
  ck_assert_ptr_nonnull (strstr (part, "<w:fldSimple w:instr=\"PAGE\">"));
  qms_free (filled.docx);
  qms_document_unref (document);
}
END_TEST

/* ---- sections */

START_TEST (parts_of_a_paragraph_repeat)
{
  assert_shown (
      FOR_PROCEDURE W_T ("{{#each buoc}}{{@number}}/{{@count}} {{ten}}{{#unless @last}}, {{/unless}}{{/each}}."),
      "1/3 Tiếp nhận, 2/3 Ký, 3/3 Trả kết quả.");
  assert_shown (W_T ("{{#each chinhSach/camKet}}- {{.}} {{/each}}"), "- Đúng hạn - Công khai");
}
END_TEST

START_TEST (paragraphs_repeat_and_those_of_tags_vanish)
{
  assert_shown (W_T ("{{#each quyTrinh}}") W_T ("{{ten}}") W_T ("{{#each buoc}}") W_T ("{{../ma}}: {{ten}}")
                    W_T ("{{/each}}") W_T ("{{/each}}") W_T ("Hết"),
                "Khai sinh; QT 01: Tiếp nhận; QT 01: Ký; QT 01: Trả kết quả; Văn thư; Hết");
  assert_shown (W_T ("{{#each quyTrinh}}{{ten}}") W_T ("Mã {{ma}}{{/each}}"), "Khai sinh; Mã QT 01; Văn thư; Mã QT 02");
}
END_TEST

START_TEST (conditions_choose)
{
  assert_shown (FOR_PROCEDURE W_T ("{{#if ghiChu}}") W_T ("có") W_T ("{{#else}}") W_T ("không") W_T ("{{/if}}"),
                "không");
  assert_shown (FOR_PROCEDURE W_T ("{{#if loai = tthc}}T{{#else}}K{{/if}}{{#if loai != tthc}}T{{#else}}K{{/if}}"),
                "TK");
  assert_shown (FOR_PROCEDURE W_T ("{{#unless bieuMau}}không có{{/unless}}"), "không có");
  assert_shown (W_T ("{{#each quyTrinh where loai = noiBo}}{{@number}} {{ten}}{{/each}}"), "1 Văn thư");
  assert_shown (W_T ("{{#each quyTrinh}}[{{#each /heThong/thuTuc where quyTrinh = ../id}}{{ma}} {{/each}}]{{/each}}"),
                "[1.001 1.003 ][]");
  assert_shown (W_T ("{{#each mucTieu}}x{{#else}}chưa có{{/each}}"), "chưa có");
}
END_TEST

START_TEST (items_are_grouped_by_what_they_print)
{
  assert_shown (W_T ("{{#each thuTuc by linhVuc/ten}}") W_T ("{{@number | la mã}}. {{@key}}") W_T ("{{#each @items}}")
                    W_T ("{{@number}}) {{ten}}") W_T ("{{/each}}") W_T ("{{/each}}"),
                "I. Hộ tịch; 1) Đăng ký khai sinh; 2) Khai tử; II. Chứng thực; 1) Chứng thực");
}
END_TEST

/* ---- tables */

START_TEST (rows_repeat)
{
  assert_shown (FOR_PROCEDURE W_TBL (W_TR (W_TC (W_T ("TT")) W_TC (W_T ("Bước"))) W_TR (
                    W_TC (W_T ("{{#each buoc}}{{@number}}")) W_TC (W_T ("{{ten}}{{/each}}")))),
                "{TT|Bước}{1|Tiếp nhận}{2|Ký}{3|Trả kết quả}");
  assert_shown (FOR_PROCEDURE W_TBL (W_TR (W_TC (W_T ("{{#each bieuMau}}")) W_TC (W_T (""))) W_TR (
                    W_TC (W_T ("{{ten}}")) W_TC (W_T ("x"))) W_TR (W_TC (W_T ("{{#else}}")) W_TC (W_T ("")))
                                         W_TR (W_TC (W_T ("Không có")) W_TC (W_T ("")))
                                             W_TR (W_TC (W_T ("{{/each}}")) W_TC (W_T ("")))),
                "{Không có|}");
}
END_TEST

START_TEST (a_table_without_rows_goes_and_a_cell_keeps_a_paragraph)
{
  assert_inside (
      FOR_PROCEDURE W_TBL (
          W_TR (W_TC (W_T ("{{#each bieuMau}}{{ten}}{{/each}}")) W_TC (W_T ("{{#if ma}}") W_T ("{{/if}}"))))
          W_TBL (W_TR (W_TC (W_T ("{{#each bieuMau}}{{ten}}")) W_TC (W_T ("{{/each}}")))),
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid><w:tr><w:tc><w:tcPr>"
      "<w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr><w:p></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w=\"3000\" "
      "w:type=\"dxa\"/></w:tcPr><w:p></w:p></w:tc></w:tr></w:tbl><w:p></w:p>");
}
END_TEST

START_TEST (tables_do_not_run_together_and_pages_end_with_a_paragraph)
{
  assert_inside (W_T ("{{#each chinhSach/camKet}}") "<w:tbl><w:tr/></w:tbl>" W_T ("{{/each}}") "<w:sectPr/>",
                 "<w:tbl><w:tr/></w:tbl><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\"/></w:pPr></w:p>"
                 "<w:tbl><w:tr/></w:tbl><w:p></w:p><w:sectPr/>");
  assert_inside ("<w:tbl><w:tr/></w:tbl><w:tbl><w:tr/></w:tbl>" W_T ("x"),
                 "<w:tbl><w:tr/></w:tbl><w:tbl><w:tr/></w:tbl>" W_T ("x"));
}
END_TEST

START_TEST (links_and_controls_are_filled)
{
  Filled filled =
      fill_body (W_P ("<w:hyperlink r:id=\"rId9\">" W_R ("{{coQuan/")
                          W_R ("ma}}") "</w:hyperlink><w:sdt><w:sdtPr><w:id w:val=\"1\"/>"
                                       "</w:sdtPr><w:sdtContent><w:smartTag>" W_R (
                                           "{{#if coQuan}}có{{/if}}") "</w:smartTag></w:sdtContent></w:sdt>"));
  g_autofree char *shown = docx_shown (filled.docx, filled.size);

  ck_assert_str_eq (shown, "H99.1có");
  qms_free (filled.docx);
}
END_TEST

START_TEST (columns_are_divided_among_scenarios)
{
  assert_shown (
      FOR_PROCEDURE W_TBL (W_TR ("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" W_T ("Các bước") "</w:tc>")
                               W_TR (W_TC (W_T ("Bước")) W_TC (W_T ("{{#cells @scenarios}}{{ten}}{{/cells}}")))
                                   W_TR (W_TC (W_T ("{{#each buoc}}{{ten}}"))
                                             W_TC (W_T ("{{#cells @durations}}{{giaTri}}{{/cells}}{{/each}}")))),
      "{Các bước+2}{Bước|không xác minh|có xác minh}{Tiếp nhận|0,5 ngày làm việc|0,5 ngày làm việc}"
      "{Ký|2 ngày làm việc|20 ngày làm việc}{Trả kết quả||}");
}
END_TEST

START_TEST (nested_tables_repeat_within_rows)
{
  assert_shown (W_TBL (W_TR (W_TC (W_T ("{{#each quyTrinh}}{{ma}}")) W_TC (W_TBL (
                    W_TR (W_TC (W_T ("{{#each buoc}}{{ten}}")) W_TC (W_T ("{{../ma}}{{/each}}")))) W_T ("{{/each}}")))),
                "{QT 01|{Tiếp nhận|QT 01}{Ký|QT 01}{Trả kết quả|QT 01}}{QT 02|}");
}
END_TEST

/* ---- identifiers */

START_TEST (identifiers_stay_unique_in_what_repeats)
{
  assert_inside (
      W_T ("{{#each chinhSach/camKet}}") "<w:p w14:paraId=\"00000001\"><w:bookmarkStart w:id=\"4\" "
                                         "w:name=\"a\"/><w:r><w:drawing><wp:inline><wp:docPr "
                                         "id=\"7\" name=\"x\"/></wp:inline></w:drawing></w:r><w:bookmarkEnd "
                                         "w:id=\"4\"/></w:p>" W_T ("{{/each}}"),
      "<w:p><w:bookmarkStart w:id=\"4\" w:name=\"a\"/><w:r><w:drawing><wp:inline><wp:docPr name=\"x\" id=\"7\"/>"
      "</wp:inline></w:drawing></w:r><w:bookmarkEnd w:id=\"4\"/></w:p><w:p><w:r><w:drawing><wp:inline><wp:docPr "
      "name=\"x\" id=\"8\"/></wp:inline></w:drawing></w:r></w:p>");
}
END_TEST

START_TEST (a_bookmark_that_a_section_cuts_is_left_out)
{
  assert_inside (W_P ("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" W_R ("{{#if mucTieu}}")) W_T ("x")
                     W_P (W_R ("{{/if}}")) W_P ("<w:bookmarkEnd w:id=\"1\"/>" W_R ("y")),
                 W_P (W_R ("y")));
}
END_TEST

START_TEST (text_boxes_are_filled)
{
  Filled filled = fill_body ("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"v\"><v:textbox><w:txbxContent>" W_T (
      "{{coQuan/ma}}") "</w:txbxContent></v:textbox></"
                       "mc:Choice><mc:Fallback><v:textbox><w:txbxContent>" W_T ("{{coQuan/ma}}") "</"
                                                                                                 "w:"
                                                                                                 "txbxConte"
                                                                                                 "nt></"
                                                                                                 "v:"
                                                                                                 "textbox><"
                                                                                                 "/mc:"
                                                                                                 "Fallback>"
                                                                                                 "</"
                                                                                                 "mc:"
                                                                                                 "Alternate"
                                                                                                 "Content><"
                                                                                                 "/w:r></"
                                                                                                 "w:p>");
  g_autofree char *part = docx_part (filled.docx, filled.size, "word/document.xml");
  const char *first = strstr (part, "H99.1");

  ck_assert_ptr_nonnull (first);
  ck_assert_ptr_nonnull (strstr (first + 1, "H99.1"));
  ck_assert_ptr_null (strstr (part, "{{"));
  qms_free (filled.docx);
}
END_TEST

/* ---- errors */

START_TEST (errors_name_the_tag_the_paragraph_and_what_was_meant)
{
  assert_refused (FOR_PROCEDURE W_T ("một") W_T ("Mã: {{maa}}"), "QMS-MU-003",
                  "word/document.xml, đoạn 3 «Mã: {{maa}}»: thẻ «{{maa}}»: quyTrinh không có «maa»; có phải «ma»?");
  assert_refused (W_T ("{{quyTrinh/@limitt}}"), "QMS-MU-003", "có phải «@limit»?");
  assert_refused (W_T ("{{chinhSach/ngay | ngay}}"), "QMS-MU-002", "«ngay»; có phải «ngày»?");
  assert_refused (W_T ("{{#foreach quyTrinh}}"), "QMS-MU-002", "có phải «#each»?");
  assert_refused (W_T ("{{coQuan/ten | \"-}}"), "QMS-MU-001", "dấu ngoặc kép đóng");
  assert_refused (W_T ("{{#eachh quyTrinh}}"), "QMS-MU-002", "có phải «#each»?");
  assert_refused (W_T ("{{#if quyTrinh/loai = tthcc}}{{/if}}"), "QMS-MU-005", "có phải «tthc»?");
  assert_refused (W_T ("{{chinhSach/noiDung | ngày}}"), "QMS-MU-006", "«ngày»");
  assert_refused (W_T ("{{coQuan/ten"), "QMS-MU-007", "thẻ «{{coQuan/ten»");
  assert_refused (W_T ("{{}}"), "QMS-MU-001", "tên trường");
  assert_refused (W_T ("{{coQuan/ten x}}"), "QMS-MU-001", "hết thẻ");
  assert_refused (W_T ("{{coQuan/ten/x}}"), "QMS-MU-004", "không có trường bên trong");
  assert_refused (W_T ("{{@number}}"), "QMS-MU-004", "{{#each}}");
  assert_refused (W_T ("{{../ten}}"), "QMS-MU-004", "..");
  assert_refused (W_T ("{{@for /heThong/quyTrinh/buoc}}"), "QMS-MU-015", "@for");
}
END_TEST

START_TEST (sections_that_do_not_close_are_refused)
{
  assert_refused (W_T ("{{#each quyTrinh}}") W_T ("x"), "QMS-MU-008", "thẻ «{{#each quyTrinh}}»");
  assert_refused (W_T ("{{/each}}"), "QMS-MU-009", "thẻ «{{/each}}»");
  assert_refused (W_T ("{{#else}}"), "QMS-MU-009", "thẻ «{{#else}}»");
  assert_refused (W_T ("{{#each quyTrinh}}x{{/if}}"), "QMS-MU-010", "«{{#each quyTrinh}}»");
  assert_refused (W_T ("a {{#each quyTrinh}} b") W_T ("{{/each}}"), "QMS-MU-011", "giữa đoạn");
  assert_refused (W_TBL (W_TR (W_TC (W_T ("{{#each quyTrinh}}")) W_TC (W_T ("x")))) W_T ("{{/each}}"), "QMS-MU-008",
                  "{{#each");
  assert_refused (W_TBL (W_TR (W_TC (W_T ("{{#each quyTrinh}}x")) W_TC (W_T ("{{#else}}{{/each}}")))), "QMS-MU-012",
                  "{{#else}}");
  assert_refused (W_T ("{{#cells quyTrinh}}x{{/cells}}"), "QMS-MU-013", "{{#cells");
  assert_refused (W_TBL (W_TR (W_TC (W_T ("{{#each quyTrinh}}")) W_TC (W_T ("{{#cells buoc}}x{{/cells}}{{/each}}")))),
                  "QMS-MU-013", "hàng không lặp");
}
END_TEST

/* `count` times `text`. Free with g_free. */
static char *
times (const char *text, int count)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < count; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

START_TEST (templates_beyond_the_limits_are_refused)
{
  g_autofree char *tags = times (W_T ("{{coQuan/ten}}"), 10001), *deep = times ("{{#if coQuan}}", 65);
  g_autofree char *cells = times (W_TC (W_T ("{{#cells quyTrinh}}x{{/cells}}")), 64);
  g_autofree char *open = g_strdup_printf (W_T ("%s"), deep), *wide = g_strdup_printf (W_TBL (W_TR ("%s")), cells);

  assert_refused (tags, "QMS-MU-016", "10000");
  assert_refused (open, "QMS-MU-014", "64");
  assert_refused (wide, "QMS-MU-013", "63");
}
END_TEST

START_TEST (large_tables_are_filled_in_linear_time)
{
  g_autofree char *rows = times (W_TR (W_TC (W_T ("{{coQuan/ma}}"))), 9000);
  g_autofree char *plain = times (W_TR (W_TC (W_T ("x"))), 15000);
  g_autofree char *table =
      g_strdup_printf ("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>%s%s</w:tbl>", rows, plain);
  gint64 start = g_get_monotonic_time ();
  Filled filled = fill_body (table);

  ck_assert_int_lt (g_get_monotonic_time () - start, 20 * G_USEC_PER_SEC);
  ck_assert_uint_gt (filled.size, 1000);
  qms_free (filled.docx);
}
END_TEST

START_TEST (a_template_that_repeats_absurdly_is_stopped)
{
  GString *body = g_string_new (NULL);
  QmsDocument *document = read_text (system_text);
  QmsTemplate *template = NULL;
  QmsError *error = NULL;
  char *docx = NULL;
  QmsStatus status;
  gsize size;

  for (int i = 0; i < 20; i++)
    g_string_append (body, W_T ("{{#each /heThong/quyTrinh/buoc}}"));
  g_string_append (body, W_T ("x"));
  for (int i = 0; i < 20; i++)
    g_string_append (body, W_T ("{{/each}}"));
  g_autoptr (QmsPackage) package = docx_package (body->str);
  g_autoptr (GBytes) bytes = docx_bytes (package);
  const void *data = g_bytes_get_data (bytes, &size);
  ck_assert_int_eq (qms_template_read (data, size, NULL, &template, NULL), QMS_OK);
  status = qms_template_fill (template, qms_document_root (document), NULL, &docx, NULL, &error);
  assert_error (status, error, QMS_ERROR_LIMIT, "QMS-MU-017");
  qms_template_free (template);
  qms_document_unref (document);
  g_string_free (body, TRUE);
}
END_TEST

/* ---- templates as a whole */

START_TEST (a_template_says_what_it_is_for)
{
  g_autoptr (QmsPackage) package =
      docx_package (W_T ("{{@for /heThong/quyTrinh}}{{@title Quy trình ISO}}") W_T ("{{@needs buoc}}") W_T ("{{ten}}"));
  g_autoptr (GBytes) bytes = docx_bytes (package);
  QmsDocument *document = read_text (system_text);
  QmsNode *root = qms_document_root (document);
  QmsTemplate *template = NULL;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  ck_assert_int_eq (qms_template_read (data, size, NULL, &template, NULL), QMS_OK);
  ck_assert_str_eq (qms_template_path (template), "/heThong/quyTrinh");
  ck_assert_str_eq (qms_template_title (template), "Quy trình ISO");
  ck_assert_uint_eq (qms_type_id (qms_template_type (template)), QMS_TYPE_PROCEDURE);
  ck_assert_uint_eq (qms_template_target_count (template, root), 2);
  ck_assert_int_eq (qms_template_is_needed (template, qms_template_target (template, root, 0)), 1);
  ck_assert_int_eq (qms_template_is_needed (template, qms_template_target (template, root, 1)), 0);
  ck_assert_ptr_null (qms_template_target (template, root, 2));
  qms_template_free (template);
  qms_document_unref (document);
}
END_TEST

START_TEST (wrong_arguments_are_refused)
{
  QmsDocument *document = read_text (system_text);
  size_t size;
  const void *data = qms_template_data ("procedure", &size);
  QmsTemplate *template = NULL;
  QmsError *error = NULL;
  char *docx = NULL;
  QmsNode *root = qms_document_root (document);
  QmsStatus status;

  status = qms_template_read (NULL, 0, NULL, &template, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-001");
  error = NULL;
  status = qms_template_read ("x", 1, NULL, &template, &error);
  assert_error (status, error, QMS_ERROR_UNSUPPORTED, "QMS-WD-003");
  error = NULL;
  ck_assert_int_eq (qms_template_read (data, size, NULL, &template, NULL), QMS_OK);
  status = qms_template_fill (template, root, NULL, &docx, NULL, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-MU-018");
  error = NULL;
  status = qms_template_fill (template, qms_document_find (document, "QT-1"), "2026-02-30", &docx, NULL, &error);
  assert_error (status, error, QMS_ERROR_VALUE, "QMS-MU-019");
  ck_assert_ptr_null (qms_template_data ("nowhere", NULL));
  ck_assert_ptr_null (qms_template_title (NULL));
  qms_template_free (template);
  qms_template_free (NULL);
  qms_document_unref (document);
}
END_TEST

/* Every title of a procedure stands in the document of it; nothing of the tags is left. */
static void
assert_titled (const QmsNode *procedure, const Filled *filled)
{
  g_autofree char *part = docx_part (filled->docx, filled->size, "word/document.xml");
  const char *title = qms_procedure_get_title (procedure);
  g_autofree char *escaped = g_markup_escape_text (title ? title : "", -1);

  ck_assert_msg (strstr (part, escaped) != NULL || strchr (escaped, '&') != NULL, "%s", escaped);
}

START_TEST (shipped_templates_fill_from_any_system)
{
  QmsDocument *document = qms_random_document ((guint32)_i, QMS_TYPE_SYSTEM);
  QmsNode *root = qms_document_root (document);

  for (size_t i = 0; i < qms_template_count (); i++) {
    size_t size, targets;
    const void *data = qms_template_data (qms_template_name (i), &size);
    QmsTemplate *template = NULL;
    ck_assert_int_eq (qms_template_read (data, size, qms_template_name (i), &template, NULL), QMS_OK);
    targets = qms_template_target_count (template, root);
    for (size_t j = 0; j < targets; j++) {
      Filled filled = fill_node (data, size, document, j), again = fill_node (data, size, document, j);
      const QmsNode *node = qms_template_target (template, root, j);
      g_autofree char *shown = docx_shown (filled.docx, filled.size);
      ck_assert_uint_gt (strlen (shown), 0);
      ck_assert_mem_eq (filled.docx, again.docx, filled.size);
      if (qms_type_id (qms_node_type (node)) == QMS_TYPE_PROCEDURE && !strcmp (qms_template_name (i), "procedure"))
        assert_titled (node, &filled);
      qms_free (filled.docx);
      qms_free (again.docx);
    }
    qms_template_free (template);
  }
  qms_document_unref (document);
}
END_TEST

Suite *
template_suite (void)
{
  Suite *suite = suite_create ("template");
  TCase *values = tcase_create ("values"), *sections = tcase_create ("sections"), *whole = tcase_create ("whole");

  tcase_add_test (values, values_read_as_people_write_them);
  tcase_add_test (values, paths_follow_references_and_lists);
  tcase_add_test (values, empty_values_print_nothing_or_what_stands_for_them);
  tcase_add_test (values, times_are_given_by_scenario);
  tcase_add_test (values, risks_have_points_and_bands);
  tcase_add_test (values, tags_that_word_splits_are_seen_whole);
  tcase_add_test (values, decomposed_names_and_odd_blanks_are_understood);
  tcase_add_test (values, data_are_text_whatever_they_hold);
  tcase_add_test (values, paragraphs_of_a_text_become_paragraphs_where_it_stands_alone);
  tcase_add_test (values, headers_are_filled_fields_and_pictures_stay);
  tcase_add_test (sections, parts_of_a_paragraph_repeat);
  tcase_add_test (sections, paragraphs_repeat_and_those_of_tags_vanish);
  tcase_add_test (sections, conditions_choose);
  tcase_add_test (sections, items_are_grouped_by_what_they_print);
  tcase_add_test (sections, rows_repeat);
  tcase_add_test (sections, a_table_without_rows_goes_and_a_cell_keeps_a_paragraph);
  tcase_add_test (sections, tables_do_not_run_together_and_pages_end_with_a_paragraph);
  tcase_add_test (sections, links_and_controls_are_filled);
  tcase_add_test (sections, columns_are_divided_among_scenarios);
  tcase_add_test (sections, nested_tables_repeat_within_rows);
  tcase_add_test (sections, identifiers_stay_unique_in_what_repeats);
  tcase_add_test (sections, a_bookmark_that_a_section_cuts_is_left_out);
  tcase_add_test (sections, text_boxes_are_filled);
  tcase_add_test (whole, errors_name_the_tag_the_paragraph_and_what_was_meant);
  tcase_add_test (whole, sections_that_do_not_close_are_refused);
  tcase_add_test (whole, templates_beyond_the_limits_are_refused);
  tcase_add_test (whole, large_tables_are_filled_in_linear_time);
  tcase_add_test (whole, a_template_that_repeats_absurdly_is_stopped);
  tcase_add_test (whole, a_template_says_what_it_is_for);
  tcase_add_test (whole, wrong_arguments_are_refused);
  tcase_add_loop_test (whole, shipped_templates_fill_from_any_system, 0, count_seeds (40));
  tcase_set_timeout (whole, 120);
  suite_add_tcase (suite, values);
  suite_add_tcase (suite, sections);
  suite_add_tcase (suite, whole);
  return suite;
}
