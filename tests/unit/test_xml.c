/* SPDX-License-Identifier: Apache-2.0 */
/* XML: what is read, how it is written, what is refused and where. */
#include "support.h"

#include "core/document.h"

#include <string.h>
#include <unistd.h>

Suite *xml_suite (void);

/* ---- canonical form */

#define ROOT(attributes, inside) HEAD "<heThong xmlns=\"urn:libqms:1\"" attributes ">\n" inside "</heThong>\n"

static const struct {
  const char *text, *canonical;
} forms[] = {
  { SYSTEM (""), HEAD "<heThong xmlns=\"urn:libqms:1\"/>\n" },
  { "\xEF\xBB\xBF" SYSTEM (""), HEAD "<heThong xmlns=\"urn:libqms:1\"/>\n" },
  { "\n\t " SYSTEM ("\n"), HEAD "<heThong xmlns=\"urn:libqms:1\"/>\n" },
  { "<?xml version='1.0' encoding='utf-8' standalone=\"yes\"?>" SYSTEM (""),
    HEAD "<heThong xmlns=\"urn:libqms:1\"/>\n" },
  { "<q:heThong xmlns:q='urn:libqms:1'><q:phamVi ngay='2026-01-01'/></q:heThong>",
    ROOT ("", "  <phamVi ngay=\"2026-01-01\"/>\n") },
  /* order of the schema, whatever the order of the file */
  { SYSTEM ("<quyTrinh loai=\"noiBo\" ma=\"QT\" id=\"A\"/><phamVi/><quyTrinh id=\"B\"/>"),
    ROOT ("", "  <phamVi/>\n  <quyTrinh id=\"A\" ma=\"QT\" loai=\"noiBo\"/>\n  <quyTrinh id=\"B\"/>\n") },
  /* text: white space, entities, references, CDATA */
  { SYSTEM ("<coQuan><ten> UBND\n\t xã  Ô </ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten>UBND xã Ô</ten>\n  </coQuan>\n") },
  { SYSTEM ("<coQuan><ten>&lt;&gt;&amp;&apos;&quot;&#x1F600;&#7879;</ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten>&lt;&gt;&amp;'\"😀ệ</ten>\n  </coQuan>\n") },
  { SYSTEM ("<coQuan><ten>a<![CDATA[<&>]]>b<![CDATA[]]></ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten>a&lt;&amp;&gt;b</ten>\n  </coQuan>\n") },
  { SYSTEM ("<phamVi><noiDung>một\r\n\r\n hai&#13;&#9;ba </noiDung></phamVi>"),
    ROOT ("", "  <phamVi>\n    <noiDung>một\n\n hai&#13;\tba</noiDung>\n  </phamVi>\n") },
  { SYSTEM ("<phamVi><noiDung/></phamVi>"), ROOT ("", "  <phamVi>\n    <noiDung/>\n  </phamVi>\n") },
  { SYSTEM ("<phamVi><noiDung> </noiDung></phamVi>"), ROOT ("", "  <phamVi>\n    <noiDung/>\n  </phamVi>\n") },
  { SYSTEM ("<taiLieuBenNgoai so='a &amp; \"b\" &lt; &#10;c'> Luật\n Ô </taiLieuBenNgoai>"),
    ROOT ("", "  <taiLieuBenNgoai so=\"a &amp; &quot;b&quot; &lt; c\">Luật Ô</taiLieuBenNgoai>\n") },
  { SYSTEM ("<taiLieuBenNgoai> \n </taiLieuBenNgoai>"), ROOT ("", "  <taiLieuBenNgoai/>\n") },
  { SYSTEM ("<taiLieuBenNgoai so=''/>"), ROOT ("", "  <taiLieuBenNgoai so=\"\"/>\n") },
  { SYSTEM ("<taiLieuBenNgoai so='&amp;amp;&#38;lt;'/>"),
    ROOT ("", "  <taiLieuBenNgoai so=\"&amp;amp;&amp;lt;\"/>\n") },
  /* values in their canonical form */
  { SYSTEM ("<mucTieu nam=' 02026 ' chiTieu='98.500'/>"), ROOT ("", "  <mucTieu nam=\"2026\" chiTieu=\"98.5\"/>\n") },
};

START_TEST (one_document_has_one_text)
{
  assert_canonical (forms[_i].text, forms[_i].canonical);
}
END_TEST

/* ---- comments, processing instructions, foreign content */

static const struct {
  const char *text;
  const char *canonical; /* NULL: the text itself */
} kept[] = {
  { HEAD
    "<!-- một -->\n<?hai ba?>\n<heThong xmlns=\"urn:libqms:1\">\n  <!--trong-->\n</heThong>\n<!-- sau -->\n<?cuoi?>\n",
    NULL },
  { SYSTEM ("<!---->"), ROOT ("", "  <!---->\n") },
  { ROOT ("", "  <!-- a -->\n  <?b c?>\n  <coQuan>\n    <!-- d -->\n    <ten>X</ten>\n    <!-- e -->\n  </coQuan>\n  "
              "<!-- f -->\n"),
    NULL },
  { SYSTEM ("<coQuan><ten><!--a-->X<?b?>Y<!--c--></ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten><!--a-->X<?b?>Y<!--c--></ten>\n  </coQuan>\n") },
  { SYSTEM ("<coQuan><ten> \n<!--a--> X  <!--b-->  Y <!--c--> </ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten><!--a-->X <!--b-->Y<!--c--></ten>\n  </coQuan>\n") },
  { SYSTEM ("<taiLieuBenNgoai><!--a-->Luật<!--b--> X<!--c--></taiLieuBenNgoai>"),
    ROOT ("", "  <taiLieuBenNgoai><!--a-->Luật<!--b--> X<!--c--></taiLieuBenNgoai>\n") },
  { SYSTEM ("<taiLieuBenNgoai> <!--a--> <!--b--> </taiLieuBenNgoai>"),
    ROOT ("", "  <taiLieuBenNgoai><!--a--><!--b--></taiLieuBenNgoai>\n") },
  { SYSTEM ("<taiLieuBenNgoai>X<a xmlns='urn:a'/></taiLieuBenNgoai>"),
    ROOT ("", "  <taiLieuBenNgoai>X<a xmlns=\"urn:a\"/></taiLieuBenNgoai>\n") },
  /* comments move with the element before which they stand */
  { SYSTEM ("<!--q--><quyTrinh/><!--p--><phamVi><!--l--><linhVuc>L</linhVuc><!--n--><noiDung>N</noiDung></phamVi>"),
    ROOT ("", "  <!--p-->\n  <phamVi>\n    <!--n-->\n    <noiDung>N</noiDung>\n    <!--l-->\n    <linhVuc>L</linhVuc>\n"
              "  </phamVi>\n  <!--q-->\n  <quyTrinh/>\n") },
  { SYSTEM ("<phamVi><!--1--><linhVuc>1</linhVuc><noiDung>N</noiDung><!--2--><linhVuc>2</linhVuc></phamVi>"),
    ROOT ("", "  <phamVi>\n    <noiDung>N</noiDung>\n    <!--1-->\n    <linhVuc>1</linhVuc>\n    <!--2-->\n"
              "    <linhVuc>2</linhVuc>\n  </phamVi>\n") },
  /* foreign elements and attributes */
  { ROOT (" xmlns:v=\"urn:v\" v:a=\"1 &amp; &quot;2&quot;\"",
          "  <v:x v:y=\"&lt;&#9;&#10;>\">chữ &lt; &gt; <v:z/> &amp;<!--c--><?p?></v:x>\n"),
    NULL },
  { SYSTEM ("<coQuan><ten xmlns:v='urn:v' v:lang='vi'>X</ten></coQuan>"),
    ROOT (" xmlns:v=\"urn:v\"", "  <coQuan>\n    <ten v:lang=\"vi\">X</ten>\n  </coQuan>\n") },
  { ROOT ("", "  <coQuan xml:lang=\"vi\" xml:space=\"preserve\">\n    <ten xml:lang=\"vi\">X</ten>\n  </coQuan>\n"),
    NULL },
  { ROOT ("", "  <x xmlns=\"urn:x\"><y xmlns=\"\"/><v:z xmlns:v=\"urn:v\"/></x>\n"), NULL },
  { ROOT (" xmlns:v=\"urn:v\"", "  <v:x>\n    <ten>của ta</ten>\n  </v:x>\n"), NULL },
  { SYSTEM ("<khac xmlns=''/>"), ROOT ("", "  <khac xmlns=\"\"/>\n") },
  { "<q:heThong xmlns:q='urn:libqms:1' xmlns='urn:x'><x q:a='1'><q:ten/></x></q:heThong>",
    ROOT ("", "  <x xmlns=\"urn:x\" xmlns:q=\"urn:libqms:1\" q:a=\"1\"><q:ten/></x>\n") },
  { SYSTEM ("<v:x xmlns:v='http://v/?a=1&amp;b=2'/>"), ROOT ("", "  <v:x xmlns:v=\"http://v/?a=1&amp;b=2\"/>\n") },
  /* one prefix, two namespaces */
  { SYSTEM ("<coQuan xmlns:v='urn:1' v:a='1'><v:x/></coQuan><phamVi xmlns:v='urn:2' v:a='2'><v:x v:b='3'/></phamVi>"),
    ROOT (" xmlns:v=\"urn:1\" xmlns:v2=\"urn:2\"",
          "  <coQuan v:a=\"1\">\n    <v:x/>\n  </coQuan>\n"
          "  <phamVi v2:a=\"2\">\n    <v:x xmlns:v=\"urn:2\" v:b=\"3\"/>\n  </phamVi>\n") },
  { SYSTEM ("<coQuan xmlns:v='urn:1' v:a='1'><ten xmlns:v='urn:2' v:a='2'><v:x xmlns:v='urn:1'/></ten><v:x/></coQuan>"),
    ROOT (" xmlns:v=\"urn:1\" xmlns:v2=\"urn:2\"",
          "  <coQuan v:a=\"1\">\n    <ten v2:a=\"2\"><v:x xmlns:v=\"urn:1\"/></ten>\n    <v:x/>\n  </coQuan>\n") },
  /* more prefixes than one tag may declare */
  { SYSTEM ("<coQuan xmlns:a='urn:a' xmlns:b='urn:b' xmlns:c='urn:c' xmlns:d='urn:d'/>"
            "<phamVi xmlns:e='urn:e' xmlns:f='urn:f' xmlns:g='urn:g' xmlns:h='urn:h' h:i='1'><h:j/></phamVi>"),
    ROOT (" xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" xmlns:c=\"urn:c\" xmlns:d=\"urn:d\" xmlns:e=\"urn:e\" xmlns:f=\"urn:f\""
          " xmlns:g=\"urn:g\"",
          "  <coQuan/>\n  <phamVi xmlns:h=\"urn:h\" h:i=\"1\">\n    <h:j xmlns:h=\"urn:h\"/>\n  </phamVi>\n") },
};

START_TEST (what_is_not_ours_is_kept_where_it_stands)
{
  assert_canonical (kept[_i].text, kept[_i].canonical ? kept[_i].canonical : kept[_i].text);
}
END_TEST

START_TEST (comments_around_values_of_another_form_come_back)
{
  QmsDocument *document = read_text ("<moHinhKhung xmlns=\"urn:libqms:1\"><yeuCau><loaiCoQuan> \n<!--a--> so <!--b--> "
                                     "</loaiCoQuan></yeuCau></moHinhKhung>");

  assert_comes_back (document);
  qms_document_unref (document);
}
END_TEST

/* ---- refusals */

typedef struct {
  const char *text;
  const char *id;
  unsigned line, column;
  const char *path;
  const char *vi, *en; /* parts of the messages */
} Refusal;

static const Refusal refusals[] = {
  /* files that are no XML of ours */
  { "\xEF\xBB\xBF", "QMS-XM-006", 1, 1, NULL, "tệp rỗng", "empty" },
  { " \n ", "QMS-XM-006", 1, 1, NULL, "tệp rỗng", "empty" },
  { "xin chào", "QMS-XM-007", 1, 1, NULL, "xin chào", "neither XML nor JSON" },
  { "\x1F\x8B\x08", "QMS-XM-007", 1, 1, NULL, "gzip", "gzip" },
  { "PK\x03\x04", "QMS-XM-007", 1, 1, NULL, "docx", "zip" },
  { "\xFF\xFE<", "QMS-XM-002", 1, 1, NULL, "UTF-16", "UTF-16" },
  { "\x4C\x6F\xA7\x94\x93", "QMS-XM-007", 1, 1, NULL, "", "" },
  { "<?xml version=\"1.0\" encoding=\"windows-1258\"?><a/>", "QMS-XM-002", 1, 1, NULL, "windows-1258", "windows-1258" },
  { "<?xml version='1.0' encoding='UTF-16'?><a/>", "QMS-XM-002", 1, 1, NULL, "UTF-16", "UTF-16" },
  { SYSTEM ("\n  <coQuan><ten>\xC3</ten></coQuan>"), "QMS-XM-002", 2, 16, NULL, "UTF-8, nhưng: 0xC3 ",
    "UTF-8, but: 0xC3 " },
  { "<!DOCTYPE heThong>" SYSTEM (""), "QMS-XM-003", 1, 1, NULL, "DOCTYPE", "DOCTYPE" },
  { "<?xml version=\"1.0\"?>\n <!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "QMS-XM-003", 2, 2, NULL, "DOCTYPE", "DOCTYPE" },
  { "<html/>", "QMS-XM-005", 1, 1, NULL, "<html>", "<heThong xmlns=\"urn:libqms:1\">" },
  { "<heThong/>", "QMS-XM-005", 1, 1, NULL, "<heThong>", "<heThong>" },
  { "<!-- a -->\n  <coQuan xmlns=\"urn:libqms:1\"/>", "QMS-XM-005", 2, 3, NULL, "<coQuan", "<moHinhKhung" },
  { "<system xmlns=\"urn:libqms:1\"/>", "QMS-XM-005", 1, 1, NULL, "<system", "<system" },
  /* not well-formed */
  { "<heThong xmlns=\"urn:libqms:1\">\n<coQuan>", "QMS-XM-001", 2, 9, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("<coQuan>"), "QMS-XM-001", 1, 0, NULL, "coQuan", "coQuan" },
  { SYSTEM ("\n\n<phamVi ngay=2/>"), "QMS-XM-001", 3, 0, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("<phamVi ngay='2026-01-01' ngay='2026-01-01'/>"), "QMS-XM-001", 1, 0, NULL, "ngay", "ngay" },
  { SYSTEM ("<v:x/>"), "QMS-XM-001", 1, 0, NULL, "v", "v" },
  { SYSTEM ("&unknown;"), "QMS-XM-001", 1, 0, NULL, "unknown", "unknown" },
  { SYSTEM ("&#0;"), "QMS-XM-001", 1, 0, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("\n<!-- a -- b -->"), "QMS-XM-001", 2, 0, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("\n]]>"), "QMS-XM-001", 2, 0, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("") "x", "QMS-XM-001", 1, 0, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("") "\n<a/>", "QMS-XM-001", 2, 0, NULL, "cú pháp", "well-formed" },
  { SYSTEM ("\n \x01"), "QMS-XM-001", 2, 0, NULL, "cú pháp", "well-formed" },
  /* names that the model does not know */
  { SYSTEM ("\n  <quyTirnh/>"), "QMS-CT-001", 2, 3, "/heThong",
    "<heThong> không có phần tử con <quyTirnh> (có phải «quyTrinh»?)",
    "<heThong> has no child element <quyTirnh> (did you mean «quyTrinh»?)" },
  { SYSTEM ("<coQuan>\n<xyz/></coQuan>"), "QMS-CT-001", 2, 1, "/heThong/coQuan", "<xyz>",
    "<coQuan> has no child element <xyz>" },
  { SYSTEM ("<coQuan><ten>Xã <b>Ô</b></ten></coQuan>"), "QMS-CT-001", 1, 47, "/heThong/coQuan", "<ten>",
    "<ten> has no child element <b>" },
  { SYSTEM ("<taiLieuBenNgoai>a<b/></taiLieuBenNgoai>"), "QMS-CT-001", 1, 49, "/heThong/taiLieuBenNgoai[1]", "<b>",
    "<taiLieuBenNgoai> has no child element <b>" },
  { SYSTEM ("\n<phamVi nagy=\"2026-01-01\"/>"), "QMS-CT-002", 2, 15, "/heThong/phamVi", "«nagy» (có phải «ngay»?)",
    "«nagy» (did you mean «ngay»?)" },
  { SYSTEM ("<quyTrinh id=\"A\"><buoc\n  abc=\"1\"/></quyTrinh>"), "QMS-CT-002", 2, 8, "/heThong/quyTrinh[A]/buoc[1]",
    "«abc»", "<buoc> has no attribute «abc»" },
  { SYSTEM ("<coQuan><ten lang=\"vi\">X</ten></coQuan>"), "QMS-CT-002", 1, 50, "/heThong/coQuan", "<ten>",
    "<ten> has no attribute «lang»" },
  { "<heThong xmlns=\"urn:libqms:1\" xmlns:q=\"urn:libqms:1\" q:tieuChuan=\"x\"/>", "QMS-CT-002", 1, 67, "/heThong",
    "«tieuChuan»", "«tieuChuan»" },
  { SYSTEM ("<coQuan/>\n <coQuan/>"), "QMS-CT-004", 2, 2, "/heThong", "<coQuan> xuất hiện lần thứ hai",
    "<coQuan> occurs a second time in <heThong>" },
  { SYSTEM ("<coQuan><ten>A</ten><ten>B</ten></coQuan>"), "QMS-CT-004", 1, 51, "/heThong/coQuan", "<ten>",
    "<ten> occurs a second time" },
  { SYSTEM ("\n  lạc <coQuan/>"), "QMS-CT-005", 2, 3, "/heThong", "«lạc»",
    "<heThong> holds no text of its own: «lạc»" },
  { SYSTEM ("<coQuan>\n<ten>A</ten>;</coQuan>"), "QMS-CT-005", 2, 13, "/heThong/coQuan", "«;»", "«;»" },
  /* values */
  { SYSTEM ("\n<phamVi  ngay = '01/07/2025'/>"), "QMS-CT-003", 2, 18, "/heThong/phamVi",
    "«ngay» có giá trị «01/07/2025»", "expected an existing day as YYYY-MM-DD" },
  { SYSTEM ("<mucTieu id=\"A\" nam=\"hai&amp;\"/>"), "QMS-CT-003", 1, 31, "/heThong/mucTieu[A]", "«hai&»",
    "a whole number" },
  { SYSTEM ("<mucTieu id=\"1A\"/>"), "QMS-CT-003", 1, 44, "/heThong/mucTieu[1]", "định danh", "an identifier" },
  { SYSTEM ("<coQuan loai=\"xa\"/>"), "QMS-CT-003", 1, 45, "/heThong/coQuan", "một trong: bo, ", "one of: bo, " },
  { SYSTEM ("<hoSo thoiGianLuu=\"5 năm\"/>"), "QMS-CT-003", 1, 31, "/heThong/hoSo[1]", "ngayLamViec", "ngayLamViec" },
  { "<moHinhKhung xmlns=\"urn:libqms:1\"><yeuCau id=\"A\">\n <loaiCoQuan>xa</loaiCoQuan></yeuCau></moHinhKhung>",
    "QMS-CT-003", 2, 2, "/moHinhKhung/yeuCau[A]", "«loaiCoQuan» có giá trị «xa»", "«xa»" },
  { SYSTEM ("<ruiRo id=\"A\"/>\n<coHoi id=\"A\"/>"), "QMS-CT-006", 2, 12, "/heThong/coHoi[A]", "«A» đã dùng ở dòng 1",
    "«A» is already used at line 1" },
};

static QmsError *
refusal_of (QmsReader *reader, const char *text, size_t size, QmsStatus *status)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  *status = qms_reader_parse (reader, text, size, "thu.xml", &document, &error);
  qms_reader_free (reader);
  ck_assert_msg (*status != QMS_OK, "was read:\n%.*s", (int)MIN (size, 500), text);
  ck_assert_ptr_null (document);
  ck_assert_ptr_nonnull (error);
  ck_assert_int_eq (qms_error_status (error), *status);
  return error;
}

START_TEST (what_cannot_be_read_is_refused_with_its_place_and_reason)
{
  const Refusal *r = &refusals[_i];
  QmsStatus status;
  QmsError *error = refusal_of (qms_reader_new (), r->text, strlen (r->text), &status);
  const char *vi = qms_error_message (error, QMS_LANG_VI), *en = qms_error_message (error, QMS_LANG_EN);

  ck_assert_str_eq (qms_error_id (error), r->id);
  ck_assert_msg (strstr (vi, r->vi) != NULL, "«%s» is not in «%s»", r->vi, vi);
  ck_assert_msg (strstr (en, r->en) != NULL, "«%s» is not in «%s»", r->en, en);
  ck_assert_pstr_eq (qms_error_path (error), r->path);
  ck_assert_str_eq (qms_error_file (error), "thu.xml");
  ck_assert_uint_eq (qms_error_line (error), r->line);
  if (r->column)
    ck_assert_uint_eq (qms_error_column (error), r->column);
  ck_assert_ptr_null (qms_error_next (error));
  qms_error_free (error);
}
END_TEST

START_TEST (nul_is_refused_wherever_it_stands)
{
  static const struct {
    const char *text;
    size_t size;
    unsigned line, column;
  } texts[] = {
    { "<heThong xmlns=\"urn:libqms:1\">\n\0</heThong>", 42, 2, 1 },
    { "<heThong xmlns=\"urn:libqms:1\">ab\0</heThong>", 43, 1, 33 },
    { "<heThong \0xmlns=\"urn:libqms:1\"/>", 32, 1, 10 },
    { "<heThong xmlns=\"urn:\0libqms:1\"/>", 32, 1, 21 },
    { "<heThong xmlns=\"urn:libqms:1\"><!--\n\n \0 abc --></heThong>", 56, 3, 2 },
    { "<?a \0?>", 7, 1, 5 },
    { "\0", 1, 1, 1 },
    { "<\0", 2, 1, 1 },
  };
  QmsStatus status;
  QmsError *error = refusal_of (qms_reader_new (), texts[_i].text, texts[_i].size, &status);

  ck_assert_int_eq (status, QMS_ERROR_UNSUPPORTED);
  ck_assert_uint_eq (qms_error_line (error), texts[_i].line);
  ck_assert_uint_eq (qms_error_column (error), texts[_i].column);
  qms_error_free (error);
}
END_TEST

enum { N_NULS = 8 };

START_TEST (an_empty_input_is_refused)
{
  QmsStatus status;
  QmsError *error = refusal_of (qms_reader_new (), "", 0, &status);

  ck_assert_str_eq (qms_error_id (error), "QMS-XM-006");
  qms_error_free (error);
  error = refusal_of (qms_reader_new (), NULL, 0, &status);
  ck_assert_str_eq (qms_error_id (error), "QMS-XM-006");
  qms_error_free (error);
}
END_TEST

START_TEST (an_encoding_declared_after_much_white_space_is_never_followed)
{
  static const size_t lengths[] = { 300, 60000, 70000 };

  for (size_t i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *spaces = g_strnfill (lengths[i], ' ');
    g_autofree char *text =
        g_strdup_printf ("<?xml version=\"1.0\"%sencoding=\"ISO-8859-1\"?>" SYSTEM ("<coQuan ma=\"\xC3\"/>"), spaces);
    QmsStatus status;
    QmsError *error = refusal_of (qms_reader_new (), text, strlen (text), &status);
    assert_error (status, error, QMS_ERROR_UNSUPPORTED, "QMS-XM-002");
  }
}
END_TEST

START_TEST (all_problems_of_a_file_are_told_at_once_and_in_order)
{
  static const char *const ids[] = { "QMS-CT-003", "QMS-CT-002", "QMS-CT-001", "QMS-CT-005", "QMS-CT-006" };
  static const char *const text =
      SYSTEM ("\n<phamVi ngay='x' a='1'/>\n<b><c/>x</b>\nlạc\n<ruiRo id='A'/>\n<ruiRo id='A'/>");
  QmsStatus status;
  QmsError *error = refusal_of (qms_reader_new (), text, strlen (text), &status);
  const QmsError *next = error;

  ck_assert_int_eq (status, QMS_ERROR_VALUE);
  for (size_t i = 0; i < G_N_ELEMENTS (ids); i++, next = qms_error_next (next)) {
    ck_assert_ptr_nonnull (next);
    ck_assert_str_eq (qms_error_id (next), ids[i]);
  }
  ck_assert_ptr_null (next);
  qms_error_free (error);
}
END_TEST

START_TEST (columns_count_characters_far_into_a_long_line)
{
  g_autofree char *half = g_strnfill (3000, 'a');
  g_autofree char *text =
      g_strdup_printf (SYSTEM ("<coQuan><ten>Ủy ban %s &amp; %s</ten></coQuan><phamVi ngay='x'/>"), half, half);
  QmsStatus status;
  QmsError *error = refusal_of (qms_reader_new (), text, strlen (text), &status);

  ck_assert_uint_eq (qms_error_line (error), 1);
  ck_assert_uint_eq (qms_error_column (error), g_utf8_strlen (text, strstr (text, "'x'") - text) + 2);
  qms_error_free (error);
}
END_TEST

/* ---- places of nodes and texts */

static const char placed[] =
    "<?xml version=\"1.0\"?>\n<!-- Ủ --> <heThong\r\n xmlns=\"urn:libqms:1\">\r\n"
    "\t<coQuan\n   ma=\"Ủ\"><ten>X</ten\n><donVi\tid='A'/><donVi id='B'\n><ten\n>Y</ten></donVi>"
    "<!-- Ủ --><chucVu id='C'/>\n</coQuan></heThong>";

static const struct {
  const char *path;
  unsigned line, column;
} places[] = {
  { "/heThong", 2, 12 },         { "coQuan", 4, 2 }, { "coQuan/donVi[A]", 6, 2 }, { "coQuan/donVi[B]", 6, 17 },
  { "coQuan/chucVu[C]", 8, 27 },
};

START_TEST (nodes_know_where_their_tags_begin)
{
  QmsDocument *document = read_text (placed);
  QmsNode *node = qms_node_at (qms_document_root (document), places[_i].path, NULL);

  ck_assert_uint_eq (qms_node_line (node), places[_i].line);
  ck_assert_uint_eq (qms_node_column (node), places[_i].column);
  qms_document_unref (document);
}
END_TEST

START_TEST (texts_know_where_their_tags_begin_until_they_are_set)
{
  QmsDocument *document = read_text (placed);
  QmsNode *unit = qms_document_find (document, "B");
  const QmsField *name = qms_field_by_id (QMS_UNIT_NAME);

  ck_assert_uint_eq (qms_node_position (unit, name, 0).line, 7);
  ck_assert_uint_eq (qms_node_position (unit, name, 0).column, 2);
  qms_node_set_string (unit, QMS_UNIT_NAME, "Z", NULL);
  ck_assert_uint_eq (qms_node_position (unit, name, 0).line, 6);
  ck_assert_uint_eq (qms_node_position (unit, name, 0).column, 17);
  qms_document_unref (document);
}
END_TEST

/* ---- leniency */

static const struct {
  const char *text, *canonical;
  const char *ids; /* of the diagnostics */
} lenient[] = {
  { SYSTEM ("<phamVi/>"), ROOT ("", "  <phamVi/>\n"), "" },
  { SYSTEM ("<moi><a b='1'>x</a></moi><phamVi/>"), ROOT ("", "  <moi><a b=\"1\">x</a></moi>\n  <phamVi/>\n"),
    "QMS-CT-001 " },
  { SYSTEM ("<phamVi moi='1' ngay='x'/>"), ROOT ("", "  <phamVi moi=\"1\" ngay=\"x\"/>\n"), "QMS-CT-002 QMS-CT-003 " },
  { SYSTEM ("<coQuan><ten>A</ten></coQuan><coQuan><ten>B</ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten>A</ten>\n  </coQuan>\n  <coQuan><ten>B</ten></coQuan>\n"), "QMS-CT-004 " },
  { SYSTEM ("<coQuan><ten a='1'>A <b>B</b> C</ten></coQuan>"),
    ROOT ("", "  <coQuan>\n    <ten a=\"1\">A <b>B</b>C</ten>\n  </coQuan>\n"), "QMS-CT-002 QMS-CT-001 " },
  { SYSTEM ("<taiLieuBenNgoai>A<b/>C</taiLieuBenNgoai>"), ROOT ("", "  <taiLieuBenNgoai>A<b/>C</taiLieuBenNgoai>\n"),
    "QMS-CT-001 " },
  { SYSTEM ("<ruiRo id='A'/><ruiRo id='A'/>"), ROOT ("", "  <ruiRo id=\"A\"/>\n  <ruiRo id=\"A\"/>\n"), "QMS-CT-006 " },
  { SYSTEM ("chữ -- lạc---<coQuan> giữa <ten>A</ten> cuối</coQuan> hết "),
    ROOT ("", "  <!-- chữ - - lạc- - - -->\n  <coQuan>\n    <!-- giữa -->\n    <ten>A</ten>\n    <!-- cuối -->\n"
              "  </coQuan>\n  <!-- hết -->\n"),
    "QMS-CT-005 QMS-CT-005 QMS-CT-005 QMS-CT-005 " },
  { SYSTEM ("<q:moi xmlns:q='urn:libqms:1'/>"), ROOT ("", "  <q:moi xmlns:q=\"urn:libqms:1\"/>\n"), "QMS-CT-001 " },
  { "<moHinhKhung xmlns=\"urn:libqms:1\"><yeuCau id='A'><!--a--><loaiCoQuan>xa "
    "&lt;<!--b--></loaiCoQuan><loaiCoQuan>so</loaiCoQuan>"
    "</yeuCau></moHinhKhung>",
    HEAD "<moHinhKhung xmlns=\"urn:libqms:1\">\n  <yeuCau id=\"A\">\n    <loaiCoQuan>so</loaiCoQuan>\n    <!--a-->\n   "
         " <!--b-->\n"
         "    <loaiCoQuan>xa &lt;</loaiCoQuan>\n  </yeuCau>\n</moHinhKhung>\n",
    "QMS-CT-003 " },
};

static char *
diagnostics_of (QmsDocument *document)
{
  GString *ids = g_string_new (NULL);

  for (const QmsError *error = qms_document_diagnostics (document); error; error = qms_error_next (error)) {
    ck_assert_uint_ne (qms_error_line (error), 0);
    g_string_append_printf (ids, "%s ", qms_error_id (error));
  }
  return g_string_free (ids, FALSE);
}

START_TEST (a_lenient_reader_keeps_and_reports_what_a_strict_one_refuses)
{
  QmsDocument *document = read_leniently (lenient[_i].text), *again;
  g_autofree char *ids = diagnostics_of (document);

  ck_assert_str_eq (ids, lenient[_i].ids);
  assert_written (document, lenient[_i].canonical);
  again = read_leniently (lenient[_i].canonical);
  assert_written (again, lenient[_i].canonical);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (again)), 1);
  qms_document_unref (document);
  qms_document_unref (again);
}
END_TEST

START_TEST (what_a_lenient_reader_kept_goes_through_json)
{
  QmsDocument *document = read_leniently (lenient[_i].text), *from_json;
  char *json = write_text (document, QMS_FORMAT_JSON);

  from_json = read_leniently (json);
  assert_written (from_json, lenient[_i].canonical);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (from_json)), 1);
  qms_free (json);
  qms_document_unref (document);
  qms_document_unref (from_json);
}
END_TEST

/* Walking to the end of what was kept for each would take minutes. */
START_TEST (a_lenient_reader_keeps_many_bad_values_of_one_node)
{
  enum { MANY = 60000 };
  g_autoptr (GString) text = g_string_new ("<moHinhKhung xmlns=\"urn:libqms:1\"><yeuCau id=\"A\">");
  QmsDocument *document;
  char *written;

  for (unsigned i = 0; i < MANY; i++)
    g_string_append (text, "<loaiCoQuan a=\"b\">x</loaiCoQuan><loaiCoQuan>so</loaiCoQuan>");
  g_string_append (text, "</yeuCau></moHinhKhung>");
  document = read_leniently (text->str);
  ck_assert_uint_eq (qms_node_count (qms_document_find (document, "A"), QMS_REQUIREMENT_AGENCY_TYPES), MANY);
  written = write_text (document, QMS_FORMAT_XML);
  ck_assert_uint_gt (strlen (written), MANY * strlen ("<loaiCoQuan>x</loaiCoQuan><loaiCoQuan>so</loaiCoQuan>"));
  qms_free (written);
  qms_document_unref (document);
}
END_TEST

START_TEST (even_a_lenient_reader_refuses_what_is_not_well_formed_or_has_another_root)
{
  static const char *const texts[] = { "<heThong xmlns=\"urn:libqms:1\"><a></heThong>", "<html/>", "<!DOCTYPE a><a/>" };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++) {
    QmsReader *reader = qms_reader_new ();
    QmsStatus status;
    qms_reader_set_lenient (reader, 1);
    qms_error_free (refusal_of (reader, texts[i], strlen (texts[i]), &status));
  }
}
END_TEST

/* ---- limits */

typedef struct {
  int32_t limit;
  size_t value;
  const char *text; /* just inside the limit */
  const char *beyond;
} Limit;

static const Limit limits[] = {
  { QMS_LIMIT_BYTES, 40, SYSTEM (""), SYSTEM (" ") },
  { QMS_LIMIT_DEPTH, 3, SYSTEM ("<coQuan><ten/></coQuan>"),
    SYSTEM ("<coQuan><v:x xmlns:v='v'><v:y/><v:y><v:z/></v:y></v:x></coQuan>") },
  { QMS_LIMIT_ATTRIBUTES, 2, SYSTEM ("<ruiRo id='A' nguon='noiBo'/>"),
    SYSTEM ("<ruiRo id='A' nguon='noiBo' mucDo='1'/>") },
  { QMS_LIMIT_NAMESPACES, 2, SYSTEM ("<coQuan xmlns:a='a' xmlns:b='b'/>"),
    SYSTEM ("<coQuan xmlns:a='a' xmlns:b='b' xmlns:c='c'/>") },
  { QMS_LIMIT_TAG, 40, SYSTEM ("<ruiRo id='A1234567890123456789'/>"),
    SYSTEM ("<ruiRo id='A12345678901234567890123456789'/>") },
  { QMS_LIMIT_TEXT, 10, SYSTEM ("<coQuan><ten>0123456789</ten></coQuan>"),
    SYSTEM ("<coQuan><ten>0123456789a</ten></coQuan>") },
  { QMS_LIMIT_TEXT, 10, SYSTEM ("<!--1234567-->"), SYSTEM ("<!--0123456789a-->") },
  { QMS_LIMIT_TEXT, 10, SYSTEM ("<coQuan><ten>01234<!--a-->56789</ten></coQuan>"),
    SYSTEM ("<coQuan><ten>01234<!--a-->56789a</ten></coQuan>") },
  { QMS_LIMIT_NODES, 3, SYSTEM ("<ruiRo/><ruiRo/>"), SYSTEM ("<ruiRo/><ruiRo/><ruiRo/>") },
};

START_TEST (a_limit_lets_pass_what_it_names_and_refuses_one_more)
{
  const Limit *limit = &limits[_i];
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsStatus status;
  QmsError *error = NULL;
  g_autofree char *number = g_strdup_printf (" %zu ", limit->value);

  qms_reader_set_limit (reader, limit->limit, limit->value);
  ck_assert_int_eq (qms_reader_parse (reader, limit->text, strlen (limit->text), NULL, &document, &error), QMS_OK);
  qms_document_unref (document);
  error = refusal_of (reader, limit->beyond, strlen (limit->beyond), &status);
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), number));
  assert_error (status, error, QMS_ERROR_LIMIT, "QMS-XM-004");
}
END_TEST

START_TEST (no_more_problems_are_told_than_the_limit_allows)
{
  static const char *const text = SYSTEM ("<a/><b/><c/><d/>");
  QmsReader *reader = qms_reader_new ();
  QmsStatus status;
  QmsError *error;
  unsigned count = 0;

  qms_reader_set_limit (reader, QMS_LIMIT_ERRORS, 3);
  error = refusal_of (reader, text, strlen (text), &status);
  for (const QmsError *next = error; next; next = qms_error_next (next))
    count++;
  ck_assert_uint_eq (count, 3);
  qms_error_free (error);
}
END_TEST

START_TEST (a_limit_is_set_shown_and_restored)
{
  QmsReader *reader = qms_reader_new ();
  size_t normal = qms_reader_limit (reader, QMS_LIMIT_DEPTH);

  ck_assert_int_eq (qms_reader_set_limit (reader, QMS_LIMIT_DEPTH, 5), QMS_OK);
  ck_assert_uint_eq (qms_reader_limit (reader, QMS_LIMIT_DEPTH), 5);
  ck_assert_int_eq (qms_reader_set_limit (reader, QMS_LIMIT_DEPTH, 0), QMS_OK);
  ck_assert_uint_eq (qms_reader_limit (reader, QMS_LIMIT_DEPTH), normal);
  ck_assert_int_eq (qms_reader_set_limit (reader, 0, 5), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_set_limit (reader, 99, 5), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_set_limit (NULL, QMS_LIMIT_DEPTH, 5), QMS_ERROR_ARGUMENT);
  ck_assert_uint_eq (qms_reader_limit (reader, 99), 0);
  ck_assert_uint_eq (qms_reader_limit (NULL, QMS_LIMIT_DEPTH), 0);
  qms_reader_free (reader);
  qms_reader_free (NULL);
}
END_TEST

static char *
nested (unsigned depth)
{
  GString *text = g_string_new ("<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"v\">");

  for (unsigned i = 0; i < depth; i++)
    g_string_append (text, "<v:x>");
  for (unsigned i = 0; i < depth; i++)
    g_string_append (text, "</v:x>");
  g_string_append (text, "</heThong>");
  return g_string_free (text, FALSE);
}

START_TEST (a_raised_limit_is_the_only_one)
{
  g_autofree char *deep = nested (5000), *blank = g_strnfill (12 << 20, 'x');
  g_autofree char *long_text =
      g_strdup_printf (SYSTEM ("<coQuan ma=\"%s\"><!--%s--><ten>%s</ten></coQuan>"), blank, blank, blank);
  const char *texts[] = { deep, long_text };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++) {
    QmsReader *reader = qms_reader_new ();
    QmsDocument *document = NULL;
    QmsError *error = NULL;
    qms_reader_set_limit (reader, QMS_LIMIT_DEPTH, 6000);
    qms_reader_set_limit (reader, QMS_LIMIT_TAG, 64 << 20);
    qms_reader_set_limit (reader, QMS_LIMIT_TEXT, 64 << 20);
    qms_reader_parse (reader, texts[i], strlen (texts[i]), NULL, &document, &error);
    ck_assert_msg (!error, "%s", qms_error_message (error, QMS_LANG_EN));
    qms_document_unref (document);
    qms_reader_free (reader);
  }
}
END_TEST

/* ---- cut short, and cut in chunks */

static const char *const whole =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- đầu --><?a b?>\n"
    "<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:v\" v:a=\"&amp;\">\n"
    "<coQuan ma='H13'><ten>Ủy &lt; <![CDATA[x]]><!-- y --> \xF0\xA1\xA8\xB8</ten></coQuan>\n"
    "<v:x><v:y z=\"1\">t</v:y><?p q?></v:x>\n</heThong>";

START_TEST (a_text_cut_short_anywhere_is_refused_with_a_place)
{
  for (size_t size = 0; size < strlen (whole); size++) {
    g_autofree char *part = g_memdup2 (whole, size); /* of just that size, for memory checkers */
    QmsStatus status;
    QmsError *error = refusal_of (qms_reader_new (), size ? part : "", size, &status);
    ck_assert_msg (qms_error_line (error) > 0 && qms_error_column (error) > 0, "%zu bytes: %s", size,
                   qms_error_message (error, QMS_LANG_EN));
    qms_error_free (error);
  }
  qms_document_unref (read_text (whole));
}
END_TEST

#define OPEN_ROOT "<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:v\">"

static const char *const pieces[] = {
  "<coQuan ma=\"H13 &amp; Ủ\" loai='so'><ten>Ủy ban &lt; &#x1EC7; \xF0\xA1\xA8\xB8</ten></coQuan>",
  "<!-- đã - xong --><phamVi/><?lenh a?b c>?><!---->",
  "<coQuan><ten>a<![CDATA[b]] ]>]]>c</ten></coQuan>",
  "<v:x v:y='\">' ><v:z/>\r\n</v:x>",
  "<taiLieuBenNgoai>\r\n Luật \r\n<!--x-->Y</taiLieuBenNgoai>",
};

/* The piece stands behind white space in a document, its byte `at` is the first of the second chunk. */
static char *
across_chunks (const char *piece, size_t at)
{
  enum { CHUNK = 65536 };
  g_autofree char *filler = g_strnfill (CHUNK - at - strlen (OPEN_ROOT), ' ');

  return g_strconcat (OPEN_ROOT, filler, piece, "</heThong>", NULL);
}

START_TEST (where_chunks_end_makes_no_difference)
{
  g_autofree char *alone = g_strconcat (OPEN_ROOT, pieces[_i], "</heThong>", NULL);
  QmsDocument *expected = read_text (alone);

  for (size_t at = 0; at <= strlen (pieces[_i]); at++) {
    g_autofree char *text = across_chunks (pieces[_i], at);
    QmsDocument *found = read_text (text);
    ck_assert_msg (qms_node_equal (qms_document_root (found), qms_document_root (expected)), "cut at byte %zu", at);
    qms_document_unref (found);
  }
  qms_document_unref (expected);
}
END_TEST

START_TEST (where_chunks_end_moves_no_place)
{
  static const char piece[] = "<coQuan>\n Ủ<ten>X</ten></coQuan>";

  for (size_t at = 0; at <= strlen (piece); at++) {
    g_autofree char *text = across_chunks (piece, at);
    QmsStatus status;
    QmsError *error = refusal_of (qms_reader_new (), text, strlen (text), &status);
    ck_assert_uint_eq (qms_error_line (error), 2);
    ck_assert_uint_eq (qms_error_column (error), 2);
    qms_error_free (error);
  }
}
END_TEST

/* ---- files */

START_TEST (a_file_reads_as_its_bytes_do)
{
  g_autofree char *text = across_chunks (pieces[0], 20), *path = NULL;
  int file = g_file_open_tmp ("libqms-XXXXXX.xml", &path, NULL);
  QmsDocument *document = NULL, *expected = read_text (text);

  ck_assert_int_ge (file, 0);
  close (file);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
  ck_assert_int_eq (qms_document_load (path, &document, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (expected)), 1);
  ck_assert_str_eq (qms_document_file (document), path);
  unlink (path);
  qms_document_unref (document);
  qms_document_unref (expected);
}
END_TEST

START_TEST (a_file_that_cannot_be_opened_and_a_folder_are_refused)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  QmsStatus status = qms_document_load ("/khong/co.xml", &document, &error);

  ck_assert_str_eq (qms_error_file (error), "/khong/co.xml");
  assert_error (status, error, QMS_ERROR_IO, "QMS-IO-001");
  error = NULL;
  status = qms_document_load ("/", &document, &error);
  assert_error (status, error, QMS_ERROR_IO, "QMS-IO-004");
  ck_assert_ptr_null (document);
}
END_TEST

START_TEST (arguments_that_are_missing_are_refused)
{
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_parse (NULL, 1, &document, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_parse ("<a/>", 4, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_load (NULL, &document, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_parse (NULL, "<a/>", 4, NULL, &document, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_load (reader, "/dev/null", NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_load (NULL, "/dev/null", &document, NULL), QMS_ERROR_ARGUMENT);
  qms_reader_set_lenient (NULL, 1);
  ck_assert_int_eq (qms_reader_set_format (NULL, QMS_FORMAT_XML), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_set_format (reader, QMS_FORMAT_AUTO - 1), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_set_format (reader, QMS_FORMAT_JSON + 1), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_reader_set_format (reader, QMS_FORMAT_JSON), QMS_OK);
  qms_reader_free (reader);
}
END_TEST

START_TEST (a_format_that_is_asked_for_is_not_guessed)
{
  static const char *const json = "{\"$type\": \"system\"}";
  QmsReader *reader = qms_reader_new ();
  QmsStatus status;
  QmsError *error;

  qms_reader_set_format (reader, QMS_FORMAT_XML);
  error = refusal_of (reader, json, strlen (json), &status);
  assert_error (status, error, QMS_ERROR_UNSUPPORTED, "QMS-XM-007");
}
END_TEST

/* ---- suite */

static void
add_reading (TCase *cases)
{
  tcase_add_loop_test (cases, one_document_has_one_text, 0, G_N_ELEMENTS (forms));
  tcase_add_loop_test (cases, what_is_not_ours_is_kept_where_it_stands, 0, G_N_ELEMENTS (kept));
  tcase_add_test (cases, comments_around_values_of_another_form_come_back);
  tcase_add_loop_test (cases, nodes_know_where_their_tags_begin, 0, G_N_ELEMENTS (places));
  tcase_add_test (cases, texts_know_where_their_tags_begin_until_they_are_set);
  tcase_add_loop_test (cases, a_lenient_reader_keeps_and_reports_what_a_strict_one_refuses, 0, G_N_ELEMENTS (lenient));
  tcase_add_loop_test (cases, what_a_lenient_reader_kept_goes_through_json, 0, G_N_ELEMENTS (lenient));
  tcase_add_test (cases, a_lenient_reader_keeps_many_bad_values_of_one_node);
  tcase_add_test (cases, even_a_lenient_reader_refuses_what_is_not_well_formed_or_has_another_root);
  tcase_add_loop_test (cases, where_chunks_end_makes_no_difference, 0, G_N_ELEMENTS (pieces));
  tcase_add_test (cases, a_file_reads_as_its_bytes_do);
}

static void
add_refusing (TCase *cases)
{
  tcase_add_loop_test (cases, what_cannot_be_read_is_refused_with_its_place_and_reason, 0, G_N_ELEMENTS (refusals));
  tcase_add_loop_test (cases, nul_is_refused_wherever_it_stands, 0, N_NULS);
  tcase_add_test (cases, an_empty_input_is_refused);
  tcase_add_test (cases, an_encoding_declared_after_much_white_space_is_never_followed);
  tcase_add_test (cases, all_problems_of_a_file_are_told_at_once_and_in_order);
  tcase_add_test (cases, columns_count_characters_far_into_a_long_line);
  tcase_add_loop_test (cases, a_limit_lets_pass_what_it_names_and_refuses_one_more, 0, G_N_ELEMENTS (limits));
  tcase_add_test (cases, no_more_problems_are_told_than_the_limit_allows);
  tcase_add_test (cases, a_limit_is_set_shown_and_restored);
  tcase_add_test (cases, a_raised_limit_is_the_only_one);
  tcase_add_test (cases, a_text_cut_short_anywhere_is_refused_with_a_place);
  tcase_add_test (cases, where_chunks_end_moves_no_place);
  tcase_add_test (cases, a_file_that_cannot_be_opened_and_a_folder_are_refused);
  tcase_add_test (cases, arguments_that_are_missing_are_refused);
  tcase_add_test (cases, a_format_that_is_asked_for_is_not_guessed);
}

Suite *
xml_suite (void)
{
  Suite *suite = suite_create ("xml");
  TCase *cases = tcase_create ("xml");

  tcase_set_timeout (cases, 60);
  add_reading (cases);
  add_refusing (cases);
  suite_add_tcase (suite, cases);
  return suite;
}
