/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with the syntax of XML, in Vietnamese: the usual problems by libxml2's number. */
#include "codec/xml_sax.h"
#include "core/error.h"

#include <glib.h>
#include <libxml/xmlerror.h>
#include <string.h>

static const struct {
  int code;
  const char *text; /* ends with a colon if a name follows */
} texts[] = {
  { XML_ERR_DOCUMENT_EMPTY, "tài liệu trống hoặc không bắt đầu bằng «<»" },
  { XML_ERR_DOCUMENT_END, "còn nội dung sau phần tử gốc, hoặc tài liệu bị cắt" },
  { XML_ERR_TAG_NAME_MISMATCH, "thẻ đóng không khớp với thẻ mở:" },
  { XML_ERR_TAG_NOT_FINISHED, "tài liệu hết khi còn thẻ chưa đóng" },
  { XML_ERR_GT_REQUIRED, "thiếu «>» ở cuối thẻ" },
  { XML_ERR_LT_REQUIRED, "thiếu «<» ở đầu thẻ" },
  { XML_ERR_LT_IN_ATTRIBUTE, "giá trị thuộc tính có «<» chưa viết thành &lt;" },
  { XML_ERR_LTSLASH_REQUIRED, "thiếu «</» ở đầu thẻ đóng" },
  { XML_ERR_EQUAL_REQUIRED, "thiếu «=» hoặc dấu ngoặc kép" },
  { XML_ERR_NAME_REQUIRED, "thiếu tên" },
  { XML_ERR_SPACE_REQUIRED, "thiếu dấu cách giữa các thuộc tính" },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, "giá trị thuộc tính phải nằm trong dấu ngoặc kép" },
  { XML_ERR_ATTRIBUTE_NOT_FINISHED, "giá trị thuộc tính thiếu dấu ngoặc kép đóng" },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "thuộc tính không có giá trị" },
  { XML_ERR_ATTRIBUTE_REDEFINED, "thuộc tính lặp lại trong một thẻ:" },
  { XML_ERR_UNDECLARED_ENTITY, "thực thể chưa được khai báo:" },
  { XML_WAR_UNDECLARED_ENTITY, "thực thể chưa được khai báo:" },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, "thiếu «;» sau tên thực thể; «&» phải viết thành &amp;" },
  { XML_ERR_INVALID_CHAR, "có ký tự mà XML không cho phép" },
  { XML_ERR_INVALID_CHARREF, "tham chiếu ký tự không hợp lệ" },
  { XML_ERR_INVALID_DEC_CHARREF, "tham chiếu ký tự không hợp lệ" },
  { XML_ERR_INVALID_HEX_CHARREF, "tham chiếu ký tự không hợp lệ" },
  { XML_ERR_COMMENT_NOT_FINISHED, "chú thích thiếu «-->»" },
  { XML_ERR_HYPHEN_IN_COMMENT, "chú thích không được chứa «--»" },
  { XML_ERR_CDATA_NOT_FINISHED, "khối CDATA thiếu «]]>»" },
  { XML_ERR_MISPLACED_CDATA_END, "«]]>» không được đứng trong văn bản" },
  { XML_ERR_PI_NOT_FINISHED, "chỉ thị xử lý thiếu «?>»" },
  { XML_ERR_RESERVED_XML_NAME, "khai báo <?xml …?> chỉ được đứng ở đầu tệp" },
  { XML_ERR_XMLDECL_NOT_FINISHED, "khai báo <?xml …?> thiếu «?>»" },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, "tiền tố không gian tên chưa được khai báo:" },
  { XML_NS_ERR_ATTRIBUTE_REDEFINED, "thuộc tính lặp lại trong một thẻ:" },
};

char *
qms_xml_syntax_text (int code, const char *name)
{
  g_autofree char *quoted = qms_message_quote (name ? name : "", name ? strlen (name) : 0);

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].code == code)
      return g_str_has_suffix (texts[i].text, ":") ? g_strdup_printf ("%s «%s»", texts[i].text, quoted)
                                                   : g_strdup (texts[i].text);
  return NULL;
}
