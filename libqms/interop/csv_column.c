/* SPDX-License-Identifier: Apache-2.0 */
/* Between a row and the cell of a column. */
#include "interop/csv_table.h"

#include "core/text.h"
#include "rules/engine.h"

#include <qms/model.h>

#include <string.h>

#define INDENT "  " /* before a line that goes on with the item above it */

/* ---- names of a system */

CsvSystem
csv_system (QmsNode *system)
{
  return (CsvSystem){ .system = system, .names = g_ptr_array_new_with_free_func ((GDestroyNotify)csv_names_free) };
}

void
csv_system_clear (CsvSystem *system)
{
  g_clear_pointer (&system->names, g_ptr_array_unref);
}

const CsvNames *
csv_system_names (CsvSystem *system, const QmsType *type)
{
  for (guint i = 0; i < system->names->len; i++)
    if (csv_names_type (system->names->pdata[i]) == type)
      return system->names->pdata[i];
  g_ptr_array_add (system->names, csv_names_new (system->system, type));
  return system->names->pdata[system->names->len - 1];
}

/* ---- a value */

static char *
value_text (CsvSystem *system, const QmsField *field, const QmsNode *row)
{
  const QmsNode *target;

  if (!qms_node_present (row, field->slot))
    return g_strdup ("");
  target = field->kind == QMS_KIND_REF ? qms_node_resolve (row, field->id) : NULL;
  return target ? csv_names_text (csv_system_names (system, field->target), target)
                : csv_value_text (field, row->slots[field->slot]);
}

static bool
fits_pattern (const QmsType *type, const QmsField *field, const char *text)
{
  return !field->pattern || g_regex_match (qms_plans ()[type->index].patterns[field->slot], text, 0, NULL);
}

static bool
set_reference (CsvSystem *system, const QmsField *field, QmsNode *row, const char *cell)
{
  QmsNode *target = csv_names_find (csv_system_names (system, field->target), cell);
  const char *id = target ? qms_node_id (target) : NULL;

  return id && qms_node_set_string (row, field->id, id, NULL) == QMS_OK;
}

static bool
set_value (CsvSystem *system, const QmsField *field, QmsNode *row, const char *cell)
{
  g_autofree char *value = g_strstrip (g_strdup (cell));

  if (*value == '\0')
    return qms_node_unset (row, field->id) == QMS_OK;
  if (field->kind == QMS_KIND_REF)
    return set_reference (system, field, row, value);
  g_autofree char *text = csv_value_read (field, value);
  return fits_pattern (row->type, field, text) && qms_node_set_text (row, field->id, text, NULL) == QMS_OK;
}

/* ---- a list of items */

/* Name of an item; "" if it has none. Free with g_free. */
static char *
item_name (const QmsNode *item, uint32_t name)
{
  const char *text = qms_node_get_string (item, name);

  return csv_one_break (text ? text : "");
}

static char *
items_text (const CsvColumn *column, const QmsNode *row)
{
  GString *out = g_string_new (NULL);

  for (size_t i = 0; i < qms_node_count (row, column->field); i++) {
    g_autofree char *name = item_name (qms_node_get_node_at (row, column->field, i), column->name);
    g_auto (GStrv) lines = g_strsplit (name, "\n", -1);
    g_autofree char *text = g_strjoinv ("\n" INDENT, lines);
    if (*text)
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text);
  }
  return g_string_free (out, FALSE);
}

static void
end_name (GString *name, GPtrArray *names)
{
  if (name->len > 0)
    g_ptr_array_add (names, g_strchomp (g_strdup (name->str)));
  g_string_truncate (name, 0);
}

/* The names in a cell, as items_text writes them. */
static GPtrArray *
split_names (const char *cell)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (char **line = lines; *line; line++)
    if (name->len > 0 && g_str_has_prefix (*line, INDENT)) {
      g_string_append_printf (name, "\n%s", *line + strlen (INDENT));
    } else {
      end_name (name, names);
      g_string_append (name, g_strchug (*line));
    }
  end_name (name, names);
  return names;
}

/* Takes all items out of a list: name → GQueue of those that are called so. */
static GHashTable *
take_items (const CsvColumn *column, QmsNode *row)
{
  GHashTable *items = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, (GDestroyNotify)g_queue_free);

  for (size_t i = qms_node_count (row, column->field); i > 0; i--) {
    QmsNode *item = qms_node_get_node_at (row, column->field, i - 1);
    g_autofree char *name = item_name (item, column->name);
    GQueue *same = g_hash_table_lookup (items, name);
    if (!same)
      g_hash_table_insert (items, g_steal_pointer (&name), same = g_queue_new ());
    g_queue_push_head (same, item);
    qms_node_remove (row, column->field, i - 1, NULL);
  }
  return items;
}

static void
put_item (const CsvColumn *column, QmsNode *row, GHashTable *items, const char *name)
{
  GQueue *same = g_hash_table_lookup (items, name);
  QmsNode *item = same ? g_queue_pop_head (same) : NULL;

  if (item)
    qms_node_attach (row, column->field, QMS_APPEND, item, NULL);
  else
    qms_node_set_text (qms_node_add (row, column->field, QMS_APPEND, NULL), column->name, name, NULL);
}

/* An item whose name stays keeps all else that it has; so does one that has no name. */
static void
set_items (const CsvColumn *column, QmsNode *row, const char *cell)
{
  g_autoptr (GPtrArray) names = split_names (cell);
  g_autoptr (GHashTable) items = take_items (column, row);
  GQueue *nameless = g_hash_table_lookup (items, "");

  for (guint i = 0; i < names->len; i++)
    put_item (column, row, items, names->pdata[i]);
  while (nameless && !g_queue_is_empty (nameless))
    qms_node_attach (row, column->field, QMS_APPEND, g_queue_pop_head (nameless), NULL);
}

/* ---- time limits of a channel */

/* The first channel of the column's kind; NULL if there is none. */
static QmsNode *
channel_of (const CsvColumn *column, const QmsNode *row)
{
  for (size_t i = 0; i < qms_administrative_procedure_count_channels (row); i++) {
    QmsNode *channel = qms_administrative_procedure_get_channels (row, i);
    if (qms_channel_get_kind (channel) == column->channel)
      return channel;
  }
  return NULL;
}

static char *
times_text (const CsvColumn *column, const QmsNode *row)
{
  const QmsNode *channel = channel_of (column, row);
  const QmsField *field = qms_field_by_id (column->field);
  GString *out = g_string_new (NULL);

  for (size_t i = 0; i < qms_channel_count_times (channel); i++) {
    const QmsNode *time = qms_channel_get_times (channel, i);
    g_autofree char *text =
        qms_node_present (time, field->slot) ? csv_value_text (field, time->slots[field->slot]) : g_strdup ("");
    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", text);
  }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* Whether each line that is not blank is a time; what they mean, as files have it, takes their place. */
static bool
read_times (const QmsField *field, char **lines)
{
  for (; *lines; lines++) {
    char *text = csv_value_read (field, g_strstrip (*lines));
    QmsSlot slot;
    bool fits = !*text || qms_field_parse (field, text, strlen (text), NULL, &slot) == QMS_VALUE_OK;
    g_free (*lines);
    *lines = text;
    if (!fits)
      return false;
  }
  return true;
}

static bool
has_text (char **lines)
{
  while (*lines && **lines == '\0')
    lines++;
  return *lines != NULL;
}

/* The channel of the column's kind, made if there is none and one is needed; else NULL. */
static QmsNode *
take_channel (const CsvColumn *column, QmsNode *row, bool needed)
{
  QmsNode *channel = channel_of (column, row);

  if (!channel && needed) {
    channel = qms_node_add (row, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, QMS_APPEND, NULL);
    qms_node_set_int (channel, QMS_CHANNEL_KIND, column->channel, NULL);
  }
  return channel;
}

/* The first line is for the first limit; a limit without a line loses its time, not its words and fees. */
static bool
set_times (const CsvColumn *column, QmsNode *row, const char *cell)
{
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);
  size_t n_lines = g_strv_length (lines);
  QmsNode *channel;

  if (!read_times (qms_field_by_id (column->field), lines))
    return false;
  channel = take_channel (column, row, has_text (lines));
  for (size_t i = 0; channel && i < MAX (n_lines, qms_channel_count_times (channel)); i++) {
    QmsNode *time = qms_channel_get_times (channel, i);
    if (!time)
      time = qms_node_add (channel, QMS_CHANNEL_TIMES, QMS_APPEND, NULL);
    if (i < n_lines && *lines[i])
      qms_node_set_text (time, column->field, lines[i], NULL);
    else
      qms_node_unset (time, column->field);
  }
  return true;
}

/* ---- any column */

/* The system has no code. */
static char *
owner_text (CsvSystem *system, const QmsNode *row)
{
  const QmsNode *owner = qms_node_parent (row);

  return owner->type->id == QMS_TYPE_PROCEDURE ? csv_names_text (csv_system_names (system, owner->type), owner)
                                               : g_strdup ("");
}

char *
csv_column_text (CsvSystem *system, const CsvColumn *column, const QmsNode *row)
{
  switch (column->kind) {
  case CSV_OWNER:
    return owner_text (system, row);
  case CSV_ITEMS:
    return items_text (column, row);
  case CSV_TIMES:
    return times_text (column, row);
  default:
    return value_text (system, qms_field_by_id (column->field), row);
  }
}

bool
csv_column_set (CsvSystem *system, const CsvColumn *column, QmsNode *row, const char *cell)
{
  switch (column->kind) {
  case CSV_OWNER:
    return true; /* is where the row stands */
  case CSV_ITEMS:
    set_items (column, row, cell);
    return true;
  case CSV_TIMES:
    return set_times (column, row, cell);
  default:
    return set_value (system, qms_field_by_id (column->field), row, cell);
  }
}

bool
csv_column_fits (const CsvTable *table, const CsvColumn *column, const char *text)
{
  return column->kind != CSV_VALUE || fits_pattern (csv_table_type (table), qms_field_by_id (column->field), text);
}

char *
csv_column_expected (const CsvColumn *column, int lang)
{
  const QmsField *field = qms_field_by_id (column->field);

  if (column->kind != CSV_OWNER && field->kind != QMS_KIND_REF)
    return csv_value_expected (field, lang);
  return g_strdup (lang == QMS_LANG_EN ? "the code, the name or the identifier of one that the system has"
                                       : "mã, tên hoặc định danh đã có trong hệ thống");
}
