/* SPDX-License-Identifier: Apache-2.0 */
/* SVG documents: a head, a window into the diagram, marks at its edges. */
#include "core/error.h"
#include "core/text.h"
#include "diagram/wrap.h"
#include "gen/ids.h"
#include "render/svg.h"

#include <qms/model.h>
#include <qms/svg.h>

struct QmsSvg {
  GPtrArray *pages; /* of GString */
};

enum { TITLE_SIZE = 17, SUBTITLE_SIZE = 12, PAGE_NUMBER = 120 };

/* Every element has a class and each class its colours twice: what shows SVG often knows no variables. */
static const char style[] =
    "text{font-family:Arial,\"Liberation Sans\",Helvetica,\"Noto Sans\",\"DejaVu Sans\",sans-serif;fill:#1a1a1a}\n"
    ".label{fill:#333}.soft{fill:#555}\n"
    ".paper{fill:#fff}.lane,.frame{fill:none;stroke:#777}.pool,.strip{fill:#eef2f6;stroke:#777}\n"
    ".box{fill:#fff;stroke:#1f4e79;stroke-width:1.5}.end{fill:#fff;stroke:#1f4e79;stroke-width:4}.dot{fill:#1f4e79}\n"
    ".sign{fill:none;stroke:#1f4e79}.thick{fill:none;stroke:#1f4e79;stroke-width:3}\n"
    ".flow,.message{fill:none;stroke:#333;stroke-width:1.2}.message{stroke-dasharray:6 4}\n"
    ".arrow{fill:#333;stroke:#333}.open{fill:#fff;stroke:#333}\n"
    "@media screen and (prefers-color-scheme:dark){\n"
    "text{fill:#eee}.label{fill:#ccc}.soft{fill:#aaa}\n"
    ".paper{fill:#16191d}.lane,.frame{stroke:#888}.pool,.strip{fill:#242a31;stroke:#888}\n"
    ".box,.end{fill:#1d2630;stroke:#8ab8e6}.dot{fill:#8ab8e6}.sign,.thick{stroke:#8ab8e6}\n"
    ".flow,.message{stroke:#ccc}.arrow{fill:#ccc;stroke:#ccc}.open{fill:#16191d;stroke:#ccc}\n"
    "}\n";

/* ---- head and foot */

static char *
make_title (const QmsNode *procedure)
{
  const char *code = qms_procedure_get_code (procedure), *title = qms_procedure_get_title (procedure);

  return g_strdup_printf ("%s%s%s", code ? code : "", code && title ? " – " : "", title ? title : "");
}

/* "Ủy ban nhân dân xã – lần ban hành 1, ngày 01/02/2026". */
static char *
make_subtitle (const QmsSvgWriter *writer)
{
  GString *text = g_string_new (g_array_index (writer->diagram->pools, QmsPool, 0).name);
  int32_t year, month, day;

  if (qms_procedure_has_edition (writer->procedure))
    g_string_append_printf (text, " – lần ban hành %d", (int)qms_procedure_get_edition (writer->procedure));
  if (qms_node_get_date (writer->procedure, QMS_PROCEDURE_ISSUE_DATE, &year, &month, &day) == QMS_OK)
    g_string_append_printf (text, ", ngày %02d/%02d/%d", (int)day, (int)month, (int)year);
  return g_string_free (text, FALSE);
}

static void
append_head_line (const QmsSvgWriter *writer, const char *class_name, int size, int y, int width, const char *text)
{
  g_autoptr (QmsLines) lines = qms_wrap (text, size, width, 1);

  if (lines->lines->len > 0)
    qms_svg_line (writer->out, class_name, size, QMS_ANCHOR_START, QMS_PAGE_MARGIN, y, lines->lines->pdata[0]);
}

static void
append_head (const QmsSvgWriter *writer, int width)
{
  int room = width - 2 * QMS_PAGE_MARGIN - PAGE_NUMBER;
  g_autofree char *title = make_title (writer->procedure), *subtitle = make_subtitle (writer);

  append_head_line (writer, "name", TITLE_SIZE, QMS_PAGE_MARGIN + TITLE_SIZE - 4, room, title);
  append_head_line (writer, "soft", SUBTITLE_SIZE, QMS_PAGE_MARGIN + TITLE_SIZE + SUBTITLE_SIZE + 4, room, subtitle);
  if (writer->pages > 1) {
    g_autofree char *number = g_strdup_printf ("Trang %u/%u", writer->page, writer->pages);
    qms_svg_line (writer->out, "soft", SUBTITLE_SIZE, QMS_ANCHOR_END, width - QMS_PAGE_MARGIN,
                  QMS_PAGE_MARGIN + TITLE_SIZE - 4, number);
  }
}

static void
append_foot (const QmsSvgWriter *writer, int height)
{
  if (writer->pages > 1)
    qms_svg_line (writer->out, "soft", QMS_LABEL_SIZE, QMS_ANCHOR_START, QMS_PAGE_MARGIN, height - QMS_PAGE_MARGIN,
                  "Chữ cái và số ở mép hình: đường nối cùng chữ cái tiếp tục ở trang có số đó.");
}

/* ---- the window */

static void
append_window (QmsSvgWriter *writer, const QmsBox *where)
{
  const QmsBox *window = &writer->tile->window;

  g_string_append_printf (writer->out, "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"%d %d %d %d\">\n",
                          where->x, where->y, where->width, where->height, window->x, window->y, window->width,
                          window->height);
  qms_svg_pools (writer);
  qms_svg_flows (writer);
  for (guint i = 0; i < writer->tile->shapes->len; i++)
    qms_svg_shape (writer, qms_svg_shape_at (writer, i));
  g_string_append (writer->out, "</svg>\n");
}

/* Title and description come first: readers for the blind say them in place of the picture. Inside a page, the page brings
 * the colours. */
static void
open_document (const QmsSvgWriter *writer, int width, int height, const char *size)
{
  const char *id = qms_node_id (writer->procedure);
  g_autofree char *title = make_title (writer->procedure);
  g_autofree char *name = g_strdup_printf ("%s-%u", id ? id : "qt", writer->page);

  if (!writer->inside)
    g_string_append (writer->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append_printf (writer->out,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" xml:lang=\"vi\" %s "
                          "viewBox=\"0 0 %d %d\" role=\"img\" ",
                          size, width, height);
  qms_text_append_markup (writer->out,
                          "aria-labelledby=\"%s-ten\" aria-describedby=\"%s-moTa\">\n<title id=\"%s-ten\">%s</title>\n"
                          "<desc id=\"%s-moTa\">",
                          name, name, name, title, name);
  qms_svg_describe (writer);
  g_string_append (writer->out, "</desc>\n");
  if (!writer->inside)
    g_string_append_printf (writer->out, "<style>\n%s</style>\n", style);
  g_string_append_printf (writer->out, "<rect class=\"paper\" width=\"%d\" height=\"%d\"/>\n", width, height);
}

static void
append_document (QmsSvgWriter *writer, int width, int height, const char *size, const QmsBox *where)
{
  QmsBox strips = { where->x - QMS_PAGE_STRIPS - (writer->tile->left > 0 ? QMS_PAGE_MARKS : 0), where->y, 0, 0 };

  open_document (writer, width, height, size);
  append_head (writer, width);
  append_window (writer, where);
  qms_svg_strips (writer, &strips);
  qms_svg_marks (writer, where);
  append_foot (writer, height);
  g_string_append (writer->out, "</svg>\n");
}

/* ---- pages */

static GString *
begin_page (QmsSvg *svg)
{
  GString *out = g_string_new (NULL);
  g_ptr_array_add (svg->pages, out);
  return out;
}

static QmsStatus
fail_pages (const QmsNode *procedure, guint pages, QmsError **error)
{
  QmsPlace place = { qms_document_file (procedure->document), procedure->line, procedure->column, NULL };
  g_autofree char *found = g_strdup_printf ("%u", pages), *most = g_strdup_printf ("%d", QMS_PAGE_MOST);

  return qms_fail (error, QMS_MSG_SVG_PAGES, &place, "procedure", qms_node_id (procedure), "pages", found, "most", most,
                   NULL);
}

static QmsStatus
write_pages (QmsSvg *svg, QmsSvgWriter *writer, QmsError **error)
{
  g_autoptr (GPtrArray) tiles = qms_svg_tiles (writer->diagram, &writer->scale);
  int left = QMS_PAGE_MARGIN + QMS_PAGE_STRIPS, top = QMS_PAGE_MARGIN + QMS_PAGE_HEAD;

  if (tiles->len > QMS_PAGE_MOST)
    return fail_pages (writer->procedure, tiles->len, error);
  writer->pages = tiles->len;
  for (guint i = 0; i < tiles->len; i++) {
    writer->tile = tiles->pdata[i];
    writer->page = writer->tile->page;
    writer->out = begin_page (svg);
    const QmsBox *window = &writer->tile->window;
    QmsBox where = { left + (writer->tile->left > 0 ? QMS_PAGE_MARKS : 0),
                     top + (writer->tile->up > 0 ? QMS_PAGE_MARKS : 0), (int)(window->width * writer->scale),
                     (int)(window->height * writer->scale) };
    append_document (writer, QMS_PAGE_WIDTH, QMS_PAGE_HEIGHT, "width=\"297mm\" height=\"210mm\"", &where);
  }
  return QMS_OK;
}

/* Returns the width. */
static int
write_whole (QmsSvgWriter *writer, GString *out)
{
  g_autoptr (GPtrArray) tiles = qms_svg_one_tile (writer->diagram);
  const QmsBox *window = &((const QmsTile *)tiles->pdata[0])->window;
  QmsBox where = { QMS_PAGE_MARGIN + QMS_PAGE_STRIPS, QMS_PAGE_MARGIN + QMS_PAGE_HEAD, window->width, window->height };
  int width = MAX (where.x + where.width + QMS_PAGE_MARGIN, QMS_PAGE_WIDTH / 2);
  int height = where.y + where.height + QMS_PAGE_MARGIN;
  g_autofree char *size = g_strdup_printf ("width=\"%d\" height=\"%d\"", width, height);

  writer->tile = tiles->pdata[0];
  writer->page = writer->pages = 1;
  writer->scale = 1;
  writer->out = out;
  append_document (writer, width, height, size, &where);
  return width;
}

static void
free_page (gpointer page)
{
  g_string_free (page, TRUE);
}

static QmsStatus
draw (const QmsNode *procedure, const QmsWorkflow *workflow, int32_t division, QmsSvg **svg, QmsError **error)
{
  g_autoptr (QmsDiagram) diagram = qms_diagram_new (procedure, workflow);
  QmsSvgWriter writer = { .diagram = diagram, .procedure = procedure };
  QmsSvg *drawn = g_new0 (QmsSvg, 1);
  QmsStatus status = QMS_OK;

  qms_diagram_layout (diagram);
  drawn->pages = g_ptr_array_new_with_free_func (free_page);
  if (division == QMS_SVG_WHOLE)
    write_whole (&writer, begin_page (drawn));
  else
    status = write_pages (drawn, &writer, error);
  if (status == QMS_OK)
    *svg = drawn;
  else
    qms_svg_free (drawn);
  return status;
}

QmsStatus
qms_svg_new (const QmsNode *procedure, int32_t division, QmsSvg **svg, QmsError **error)
{
  QmsWorkflow *workflow = NULL;
  QmsStatus status;

  if (!svg || division < QMS_SVG_PAGES || division > QMS_SVG_WHOLE)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", svg ? "division" : "svg", NULL);
  status = qms_workflow_new (procedure, &workflow, error);
  if (status == QMS_OK)
    status = qms_diagram_check (procedure, workflow, error);
  if (status == QMS_OK)
    status = draw (procedure, workflow, division, svg, error);
  qms_workflow_unref (workflow);
  return status;
}

int
qms_svg_append_inline (GString *out, const QmsNode *procedure)
{
  QmsWorkflow *workflow = NULL;
  int width = 0;

  if (qms_workflow_new (procedure, &workflow, NULL) == QMS_OK
      && qms_diagram_check (procedure, workflow, NULL) == QMS_OK) {
    g_autoptr (QmsDiagram) diagram = qms_diagram_new (procedure, workflow);
    QmsSvgWriter writer = { .diagram = diagram, .procedure = procedure, .inside = true };
    qms_diagram_layout (diagram);
    width = write_whole (&writer, out);
  }
  qms_workflow_unref (workflow);
  return width;
}

void
qms_svg_free (QmsSvg *svg)
{
  if (!svg)
    return;
  g_ptr_array_unref (svg->pages);
  g_free (svg);
}

size_t
qms_svg_pages (const QmsSvg *svg)
{
  return svg ? svg->pages->len : 0;
}

const char *
qms_svg_page (const QmsSvg *svg, size_t page, size_t *size)
{
  if (page >= qms_svg_pages (svg))
    return NULL;
  const GString *text = svg->pages->pdata[page];
  if (size)
    *size = text->len;
  return text->str;
}
