/* SPDX-License-Identifier: Apache-2.0 */
/* Text of a chart: real text, broken into lines by measured widths. */
#include "core/text.h"
#include "diagram/font.h"
#include "diagram/wrap.h"
#include "render/svg.h"

enum { SHORT = 24 }; /* text narrower than this fits in any font */

void
qms_svg_line (GString *out, const char *class_name, int size, QmsAnchor anchor, int x, int y, const char *text)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  int width = qms_font_width (text, size);

  g_string_append_printf (out, "<text class=\"%s\" font-size=\"%d\" text-anchor=\"%s\" x=\"%d\" y=\"%d\"", class_name,
                          size, anchors[anchor], x, y);
  if (width >= SHORT && qms_font_knows (text))
    g_string_append_printf (out, " textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"", width);
  qms_text_append_markup (out, ">%s</text>\n", text);
}

static void
append_lines (GString *out, const char *class_name, int size, const QmsBox *box, const QmsLines *lines)
{
  int height = qms_line_height (size);
  int y = box->y + (box->height - height * (int)lines->lines->len) / 2 + size;

  for (guint i = 0; i < lines->lines->len; i++)
    qms_svg_line (out, class_name, size, QMS_ANCHOR_MIDDLE, box->x + box->width / 2, y + height * (int)i,
                  lines->lines->pdata[i]);
}

void
qms_svg_fill (GString *out, const char *class_name, int size, const QmsBox *box, const char *text)
{
  guint most = (guint)MAX (box->height / qms_line_height (size), 1);
  g_autoptr (QmsLines) lines = qms_wrap_evenly (text, size, box->width, most);

  append_lines (out, class_name, size, box, lines);
}

void
qms_svg_fill_upward (GString *out, const char *class_name, int size, const QmsBox *box, const char *text)
{
  QmsBox turned = { -box->height / 2, -box->width / 2, box->height, box->width };

  g_string_append_printf (out, "<g transform=\"translate(%d %d) rotate(-90)\">\n", box->x + box->width / 2,
                          box->y + box->height / 2);
  qms_svg_fill (out, class_name, size, &turned, text);
  g_string_append (out, "</g>\n");
}

void
qms_svg_label (GString *out, const QmsBox *box, const char *text)
{
  g_autoptr (QmsLines) lines = qms_wrap_label (text);

  if (box->width > 0)
    append_lines (out, "label", QMS_LABEL_SIZE, box, lines);
}
