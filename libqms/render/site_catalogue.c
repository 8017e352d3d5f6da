/* SPDX-License-Identifier: Apache-2.0 */
/* The catalogue of administrative procedures by field: a plain list, which a script can narrow. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

/* ---- fields */

static const char *
field_name (const QmsNode *node)
{
  const QmsNode *field = qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_FIELDS, 0);
  const char *name = field ? qms_link_get_name (field) : NULL;

  if (!name && field)
    name = qms_link_get_code (field);
  return name ? name : "Lĩnh vực khác";
}

static GPtrArray *
field_of (GPtrArray *fields, GHashTable *by_name, const char *name)
{
  g_autofree char *folded = qms_fold_name (name);
  GPtrArray *field = g_hash_table_lookup (by_name, folded);

  if (field)
    return field;
  field = g_ptr_array_new ();
  g_ptr_array_add (field, (gpointer)name);
  g_ptr_array_add (fields, field);
  g_hash_table_insert (by_name, g_steal_pointer (&folded), field);
  return field;
}

GPtrArray *
qms_site_fields (const QmsNode *system)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    g_ptr_array_add (field_of (fields, by_name, field_name (node)), node);
  }
  return fields;
}

/* ---- time limits in brief */

static void
add_times (GHashTable *known, GString *text, const QmsNode *channel)
{
  for (size_t i = 0; i < qms_node_count (channel, QMS_CHANNEL_TIMES); i++) {
    char *time = qms_site_duration (qms_node_get_node_at (channel, QMS_CHANNEL_TIMES, i), QMS_CHANNEL_TIME_VALUE);
    if (!time || g_hash_table_contains (known, time)) {
      g_free (time);
      continue;
    }
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", time);
    g_hash_table_add (known, time);
  }
}

char *
qms_site_time_limit (const QmsNode *node)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (qms_administrative_procedure_get_same_day (node))
    return g_strdup ("Trong ngày làm việc");
  for (size_t i = 0; i < qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS); i++)
    add_times (known, text, qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, i));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* ---- the search */

void
qms_site_search_form (QmsSiteWriter *writer)
{
  g_string_append (
      writer->out,
      "<form class=\"search\" role=\"search\" action=\"thu-tuc.html\" method=\"get\" hidden=\"\">\n"
      "<label for=\"tim\">Tìm thủ tục theo tên, lĩnh vực hoặc mã số</label>\n"
      "<div class=\"line\"><input type=\"search\" id=\"tim\" name=\"q\" autocomplete=\"off\" "
      "spellcheck=\"false\" aria-describedby=\"tim-cach\"/>\n<button type=\"submit\">Tìm</button></div>\n"
      "<p id=\"tim-cach\" class=\"hint\">Gõ có dấu hoặc không dấu đều được, ví dụ: khai sinh</p>\n</form>\n");
}

/* What the search knows besides the name: field, keywords, the code with and without its points. */
static void
append_hidden_words (QmsSiteWriter *writer, const QmsNode *node, const char *field)
{
  const char *code = qms_administrative_procedure_get_code (node);
  const char *keywords = qms_administrative_procedure_get_keywords (node);

  qms_text_append_markup (writer->out, "%s; %s; %s ", field, keywords ? keywords : "", code ? code : "");
  for (const char *p = code; p && *p; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (writer->out, *p);
}

static void
append_detail (QmsSiteWriter *writer, const char *class_name, const char *title, const char *text)
{
  if (text)
    qms_text_append_markup (writer->out, "<span class=\"%s\"><span class=\"label\">%s:</span> %s</span>\n", class_name,
                            title, text);
}

static void
append_entry (QmsSiteWriter *writer, const QmsNode *node, const char *field)
{
  const char *name = qms_administrative_procedure_get_name (node);
  g_autofree char *limit = qms_site_time_limit (node);

  g_string_append (writer->out, "<li data-words=\"");
  append_hidden_words (writer, node, field);
  qms_text_append_markup (writer->out, "\"><a href=\"%s\">%s</a>\n",
                          (const char *)g_hash_table_lookup (writer->pages, node),
                          name ? name : "Thủ tục chưa ghi tên");
  append_detail (writer, "code", "Mã số", qms_administrative_procedure_get_code (node));
  append_detail (writer, "limit", "Thời hạn", limit);
  append_detail (writer, "service", "Trực tuyến", qms_site_label (node, QMS_ADMINISTRATIVE_PROCEDURE_SERVICE_LEVEL));
  g_string_append (writer->out, "</li>\n");
}

static void
append_field (QmsSiteWriter *writer, const GPtrArray *field, guint number)
{
  const char *name = field->pdata[0];

  g_string_append_printf (writer->out,
                          "<section class=\"field\" aria-labelledby=\"linh-vuc-%u\">\n<h2 id=\"linh-vuc-%u\">", number,
                          number);
  qms_text_append_markup (writer->out, "%s <span class=\"count\">%u thủ tục</span></h2>\n<ul class=\"entries\">\n",
                          name, field->len - 1);
  for (guint i = 1; i < field->len; i++)
    append_entry (writer, field->pdata[i], name);
  g_string_append (writer->out, "</ul>\n</section>\n");
}

/* The way to each field. */
static void
append_jumps (QmsSiteWriter *writer, const GPtrArray *fields)
{
  if (fields->len < 2)
    return;
  g_string_append (writer->out, "<nav class=\"jumps\" aria-label=\"Các lĩnh vực\">\n<ul>\n");
  for (guint i = 0; i < fields->len; i++) {
    const GPtrArray *field = fields->pdata[i];
    qms_text_append_markup (writer->out, "<li><a href=\"#linh-vuc-%u\">%s</a></li>\n", i + 1,
                            (const char *)field->pdata[0]);
  }
  g_string_append (writer->out, "</ul>\n</nav>\n");
}

void
qms_site_write_catalogue (QmsSiteWriter *writer)
{
  g_autoptr (GPtrArray) fields = qms_site_fields (writer->system);

  qms_site_open_page (writer, "thu-tuc.html", "Danh mục thủ tục hành chính", NULL);
  qms_site_search_form (writer);
  qms_text_append_markup (writer->out,
                          "<p id=\"so-thu-tuc\" class=\"hits\" role=\"status\">%zu thủ tục, %u lĩnh vực</p>\n",
                          qms_node_count (writer->system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES), fields->len);
  append_jumps (writer, fields);
  for (guint i = 0; i < fields->len; i++)
    append_field (writer, fields->pdata[i], i + 1);
  qms_site_close_page (writer, "thu-tuc.html");
}
