/* SPDX-License-Identifier: Apache-2.0 */
/* Ways of submitting a dossier, their time limits and fees. Channels of which the same is said share a row. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

#include <string.h>

/* ---- ways of submitting */

/* Whether the ways themselves are known: a procedure that is read from Word has a channel that only holds its time limits. */
static bool
knows_ways (const QmsNode *node)
{
  for (size_t i = 0; i < qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS); i++)
    if (qms_channel_has_kind (qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, i)))
      return true;
  return false;
}

static const char *
channel_name (const QmsNode *channel)
{
  const char *name = qms_site_label (channel, QMS_CHANNEL_KIND);

  return name ? name : "Cách thức khác";
}

void
qms_site_channels (QmsSiteWriter *writer, const QmsNode *node)
{
  size_t count = knows_ways (node) ? qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS) : 0;

  if (count == 0)
    qms_site_nothing (writer);
  g_string_append (writer->out, count > 0 ? "<ul>\n" : "");
  for (size_t i = 0; i < count; i++)
    qms_text_append_markup (writer->out, "<li>%s</li>\n",
                            channel_name (qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, i)));
  g_string_append (writer->out, count > 0 ? "</ul>\n" : "");
  g_string_append (writer->out, "<dl class=\"facts\">\n");
  qms_site_fact (writer, "Nơi tiếp nhận", node, QMS_ADMINISTRATIVE_PROCEDURE_ADDRESS);
  qms_site_fact (writer, "Dịch vụ công trực tuyến", node, QMS_ADMINISTRATIVE_PROCEDURE_SERVICE_LEVEL);
  g_string_append (writer->out, "</dl>\n");
}

/* ---- rows that channels share */

typedef struct {
  GString *names, *said;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_string_free (row->names, TRUE);
  g_string_free (row->said, TRUE);
  g_free (row);
}

typedef void (*Say) (QmsSiteWriter *writer, const QmsNode *channel);

/* What is said of a channel, apart from the page. */
static GString *
say_apart (QmsSiteWriter *writer, const QmsNode *channel, Say say)
{
  GString *page = writer->out, *said;

  writer->out = g_string_new (NULL);
  say (writer, channel);
  said = writer->out;
  writer->out = page;
  return said;
}

/* Rows in the order of the channels; none for a channel of which nothing is said. */
static GPtrArray *
collect_rows (QmsSiteWriter *writer, const QmsNode *node, Say say)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GHashTable) by_words = g_hash_table_new (qms_text_hash, g_str_equal);

  for (size_t i = 0; i < qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS); i++) {
    const QmsNode *channel = qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, i);
    GString *said = say_apart (writer, channel, say);
    Row *row = g_hash_table_lookup (by_words, said->str);
    if (row || said->len == 0) {
      g_string_free (said, TRUE);
    } else {
      row = g_new (Row, 1);
      *row = (Row){ g_string_new (NULL), said };
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_words, said->str, row);
    }
    if (row)
      g_string_append_printf (row->names, "%s%s", row->names->len > 0 ? "; " : "", channel_name (channel));
  }
  return rows;
}

static void
append_table (QmsSiteWriter *writer, const GPtrArray *rows, const char *caption, const char *title)
{
  const char *const titles[] = { "Cách thức", title };

  qms_site_open_table (writer, caption, titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = rows->pdata[i];
    g_string_append (writer->out, "<tr role=\"row\">");
    qms_site_open_cell (writer, titles[0], true);
    qms_text_append_markup (writer->out, "%s", row->names->str);
    qms_site_close_cell (writer, true);
    qms_site_open_cell (writer, titles[1], false);
    g_string_append_len (writer->out, row->said->str, (gssize)row->said->len);
    qms_site_close_cell (writer, false);
    g_string_append (writer->out, "</tr>\n");
  }
  qms_site_close_table (writer);
}

static void
append_rows (QmsSiteWriter *writer, const QmsNode *node, const char *caption, const char *title, Say say)
{
  g_autoptr (GPtrArray) rows = collect_rows (writer, node, say);

  if (rows->len == 0)
    qms_site_nothing (writer);
  else if (knows_ways (node))
    append_table (writer, rows, caption, title);
  else
    for (guint i = 0; i < rows->len; i++)
      g_string_append (writer->out, ((const Row *)rows->pdata[i])->said->str);
}

/* ---- time limits */

static void
say_times (QmsSiteWriter *writer, const QmsNode *channel)
{
  for (size_t i = 0; i < qms_node_count (channel, QMS_CHANNEL_TIMES); i++) {
    const QmsNode *time = qms_node_get_node_at (channel, QMS_CHANNEL_TIMES, i);
    g_autofree char *value = qms_site_duration (time, QMS_CHANNEL_TIME_VALUE);
    if (value)
      qms_text_append_markup (writer->out, "<p class=\"strong\">%s</p>\n", value);
    qms_site_paragraphs (writer->out, qms_channel_time_get_statement (time));
  }
}

void
qms_site_times (QmsSiteWriter *writer, const QmsNode *node)
{
  if (qms_administrative_procedure_get_same_day (node))
    g_string_append (writer->out, "<p>Trả kết quả trong ngày làm việc.</p>\n");
  append_rows (writer, node, "Thời hạn giải quyết theo cách thức thực hiện", "Thời hạn", say_times);
}

/* ---- fees */

/* Whether a description says no more than that nothing is charged. */
static bool
says_free (const char *description)
{
  static const char *const words[] = { "không thu", "không thu phí", "không thu lệ phí", "không thu phí, lệ phí",
                                       "miễn phí" };
  g_autofree char *folded = qms_fold_name (description);
  size_t length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[length - 1] = '\0';
  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return true;
  return false;
}

static void
append_description (QmsSiteWriter *writer, const QmsNode *fee)
{
  const char *description = qms_fee_get_description (fee), *address = qms_fee_get_url (fee),
             *file = qms_fee_get_file (fee);
  bool free_of_charge = qms_fee_has_amount (fee) && qms_fee_get_amount (fee) == 0;

  if (description && !(free_of_charge && says_free (description)))
    qms_site_paragraphs (writer->out, description);
  if (!file && !address)
    return;
  g_string_append (writer->out, "<p>");
  qms_site_link_out (writer->out, address, file ? file : address);
  g_string_append (writer->out, "</p>\n");
}

static void
append_fee (QmsSiteWriter *writer, const QmsNode *fee)
{
  const char *kind = qms_site_label (fee, QMS_FEE_KIND), *unit = qms_fee_get_measure_unit (fee);
  g_autofree char *amount = qms_site_money (qms_fee_get_amount (fee));

  if (!kind)
    kind = "Phí, lệ phí";
  if (qms_fee_has_amount (fee) && qms_fee_get_amount (fee) == 0)
    qms_text_append_markup (writer->out, "<p class=\"strong\">%s: không thu</p>\n", kind);
  else if (qms_fee_has_amount (fee))
    qms_text_append_markup (writer->out, "<p class=\"strong\">%s: %s %s</p>\n", kind, amount, unit ? unit : "đồng");
  append_description (writer, fee);
}

/* Takes back what was said last if the same was said just before it: fees are often the same for all time limits. */
static void
say_once (GString *out, gsize before, gsize last)
{
  gsize length = out->len - last;

  if (last - before == length && memcmp (out->str + before, out->str + last, length) == 0)
    g_string_truncate (out, last);
}

static void
say_fees (QmsSiteWriter *writer, const QmsNode *channel)
{
  gsize before = 0, last;

  for (size_t i = 0; i < qms_node_count (channel, QMS_CHANNEL_TIMES); i++) {
    const QmsNode *time = qms_node_get_node_at (channel, QMS_CHANNEL_TIMES, i);
    for (size_t j = 0; j < qms_node_count (time, QMS_CHANNEL_TIME_FEES); j++) {
      last = writer->out->len;
      append_fee (writer, qms_node_get_node_at (time, QMS_CHANNEL_TIME_FEES, j));
      say_once (writer->out, before, last);
      before = writer->out->len > last ? last : before;
    }
  }
}

void
qms_site_fees (QmsSiteWriter *writer, const QmsNode *node)
{
  append_rows (writer, node, "Phí, lệ phí theo cách thức thực hiện", "Mức thu", say_fees);
}
