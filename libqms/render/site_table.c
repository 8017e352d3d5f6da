/* SPDX-License-Identifier: Apache-2.0 */
/* Tables and lists of facts. Each cell names its column, so that a narrow screen can show rows as cards; roles are written out
 * because such a layout would take them away. */
#include "core/text.h"
#include "render/site.h"

enum { LONGEST_CODE = 18 };

void
qms_site_open_table (QmsSiteWriter *writer, const char *caption, const char *const *titles, guint count)
{
  guint number = ++writer->tables;

  g_string_append_printf (writer->out,
                          "<div class=\"table\" role=\"region\" aria-labelledby=\"bang-%u\" tabindex=\"0\">\n"
                          "<table role=\"table\">\n<caption id=\"bang-%u\">",
                          number, number);
  qms_text_append_markup (writer->out, "%s</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">", caption);
  for (guint i = 0; i < count; i++)
    qms_text_append_markup (writer->out, "<th role=\"columnheader\" scope=\"col\">%s</th>", titles[i]);
  g_string_append (writer->out, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
}

void
qms_site_close_table (QmsSiteWriter *writer)
{
  g_string_append (writer->out, "</tbody>\n</table>\n</div>\n");
}

void
qms_site_open_cell (QmsSiteWriter *writer, const char *title, bool first)
{
  qms_text_append_markup (writer->out,
                          first ? "<th role=\"rowheader\" scope=\"row\" data-column=\"%s\">"
                                : "<td role=\"cell\" data-column=\"%s\">",
                          title);
}

void
qms_site_close_cell (QmsSiteWriter *writer, bool first)
{
  g_string_append (writer->out, first ? "</th>" : "</td>");
}

/* ---- tables of nodes */

static bool
is_used (const QmsSiteColumn *column, const GPtrArray *rows)
{
  for (guint i = 0; column->field && i < rows->len; i++)
    if (qms_node_has (rows->pdata[i], column->field))
      return true;
  return !column->field;
}

static void
append_column (QmsSiteWriter *writer, const QmsSiteColumn *column, const QmsNode *node)
{
  if (column->cell)
    column->cell (writer, node);
  else
    qms_site_value (writer, node, column->field);
}

/* A short text at the head of a row is a code or number, which is not to be broken. */
static bool
is_code (const QmsSiteColumn *column, const QmsNode *node)
{
  const QmsField *field = qms_field_by_id (column->field);
  const char *text = column->cell || qms_field_target (field) ? NULL : qms_node_get_string (node, column->field);

  return text && g_utf8_strlen (text, -1) <= LONGEST_CODE;
}

static void
append_cell (QmsSiteWriter *writer, const QmsSiteColumn *column, const QmsNode *node, bool first)
{
  bool code = first && is_code (column, node);
  gsize before;

  qms_site_open_cell (writer, column->title, first);
  before = writer->out->len;
  g_string_append (writer->out, code ? "<span class=\"code\">" : "");
  append_column (writer, column, node);
  g_string_append (writer->out, code ? "</span>" : "");
  if (writer->out->len == before)
    g_string_append (writer->out, "–");
  qms_site_close_cell (writer, first);
}

static void
append_rows (QmsSiteWriter *writer, const GPtrArray *rows, const GPtrArray *columns)
{
  for (guint i = 0; i < rows->len; i++) {
    g_string_append (writer->out, "<tr role=\"row\">");
    for (guint j = 0; j < columns->len; j++)
      append_cell (writer, columns->pdata[j], rows->pdata[i], j == 0);
    g_string_append (writer->out, "</tr>\n");
  }
}

void
qms_site_table (QmsSiteWriter *writer, const GPtrArray *rows, const char *caption, const QmsSiteColumn *columns)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new (), titles = g_ptr_array_new ();

  for (const QmsSiteColumn *column = columns; column->title; column++)
    if (is_used (column, rows)) {
      g_ptr_array_add (used, (gpointer)column);
      g_ptr_array_add (titles, (gpointer)column->title);
    }
  if (rows->len == 0) {
    qms_site_nothing (writer);
    return;
  }
  qms_site_open_table (writer, caption, (const char *const *)titles->pdata, titles->len);
  append_rows (writer, rows, used);
  qms_site_close_table (writer);
}

void
qms_site_list (QmsSiteWriter *writer, const QmsNode *node, uint32_t list, const char *caption,
               const QmsSiteColumn *columns)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (size_t i = 0; i < qms_node_count (node, list); i++)
    g_ptr_array_add (rows, qms_node_get_node_at (node, list, i));
  qms_site_table (writer, rows, caption, columns);
}

/* ---- records */

static void
append_record (QmsSiteWriter *writer, const QmsNode *node, const QmsSiteColumn *columns)
{
  g_string_append (writer->out, "<article>\n<h3>");
  append_column (writer, columns, node);
  g_string_append (writer->out, "</h3>\n<dl class=\"facts\">\n");
  for (const QmsSiteColumn *column = columns + 1; column->title; column++) {
    if (!qms_node_has (node, column->field))
      continue;
    qms_text_append_markup (writer->out, "<div><dt>%s</dt><dd>", column->title);
    append_column (writer, column, node);
    g_string_append (writer->out, "</dd></div>\n");
  }
  g_string_append (writer->out, "</dl>\n</article>\n");
}

void
qms_site_records (QmsSiteWriter *writer, const QmsNode *node, uint32_t list, const QmsSiteColumn *columns)
{
  size_t count = qms_node_count (node, list);

  if (count == 0) {
    qms_site_nothing (writer);
    return;
  }
  g_string_append (writer->out, "<div class=\"records\">\n");
  for (size_t i = 0; i < count; i++)
    append_record (writer, qms_node_get_node_at (node, list, i), columns);
  g_string_append (writer->out, "</div>\n");
}

/* ---- facts */

void
qms_site_fact (QmsSiteWriter *writer, const char *title, const QmsNode *node, uint32_t field)
{
  if (!qms_node_has (node, field))
    return;
  qms_text_append_markup (writer->out, "<div><dt>%s</dt><dd>", title);
  qms_site_value (writer, node, field);
  g_string_append (writer->out, "</dd></div>\n");
}

void
qms_site_fact_text (QmsSiteWriter *writer, const char *title, const char *text)
{
  if (text)
    qms_text_append_markup (writer->out, "<div><dt>%s</dt><dd>%s</dd></div>\n", title, text);
}
