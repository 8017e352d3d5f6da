/* SPDX-License-Identifier: Apache-2.0 */
/* The tables, and what their columns are called: the words are those of the model. */
#include "interop/csv_table.h"

#include "core/text.h"
#include "gen/rules.h"

#include <qms/model.h>

#include <string.h>

#define VALUE(of)                                                                                                      \
  {                                                                                                                    \
    .kind = CSV_VALUE, .field = of                                                                                     \
  }
#define ITEMS(of, named)                                                                                               \
  {                                                                                                                    \
    .kind = CSV_ITEMS, .field = of, .name = named                                                                      \
  }
#define TIMES(kind_of_channel)                                                                                         \
  {                                                                                                                    \
    .kind = CSV_TIMES, .field = QMS_CHANNEL_TIME_VALUE, .channel = kind_of_channel                                     \
  }

static const CsvColumn tthc[] = {
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_CODE),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_NAME),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_FIELDS, QMS_LINK_NAME),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_LEVELS, QMS_LEVEL_NAME),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_SERVICE_LEVEL),
  TIMES (QMS_CHANNEL_KIND_IN_PERSON),
  TIMES (QMS_CHANNEL_KIND_ONLINE),
  TIMES (QMS_CHANNEL_KIND_POST),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_SAME_DAY),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_COPIES),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_RESULTS, QMS_RESULT_NAME),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS, QMS_LINK_NAME),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_AGENCIES, QMS_LINK_NAME),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_COMPETENT_AGENCIES, QMS_LINK_NAME),
  ITEMS (QMS_ADMINISTRATIVE_PROCEDURE_COORDINATING_AGENCIES, QMS_LINK_NAME),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_ADDRESS),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_CONDITIONS),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_DECISION),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_DECISION_DATE),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_PUBLISHER),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_TYPE),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_IN_SCOPE),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_PORTAL_ID),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_PORTAL_STATUS),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_KEYWORDS),
  VALUE (QMS_ADMINISTRATIVE_PROCEDURE_DESCRIPTION),
};

static const CsvColumn risks[] = {
  VALUE (QMS_RISK_ID),
  VALUE (QMS_RISK_DESCRIPTION),
  VALUE (QMS_RISK_PROCEDURE),
  VALUE (QMS_RISK_SOURCE),
  VALUE (QMS_RISK_CAUSE),
  VALUE (QMS_RISK_CONSEQUENCE),
  VALUE (QMS_RISK_LIKELIHOOD),
  VALUE (QMS_RISK_SEVERITY),
  VALUE (QMS_RISK_TREATMENT),
  VALUE (QMS_RISK_ACTION),
  VALUE (QMS_RISK_OWNER),
  VALUE (QMS_RISK_DUE),
  VALUE (QMS_RISK_REASSESSED),
  VALUE (QMS_RISK_RESIDUAL_LIKELIHOOD),
  VALUE (QMS_RISK_RESIDUAL_SEVERITY),
  VALUE (QMS_RISK_EFFECTIVE),
};

static const CsvColumn records[] = {
  { .kind = CSV_OWNER, .field = QMS_PROCEDURE_CODE },
  VALUE (QMS_RECORD_CODE),
  VALUE (QMS_RECORD_NAME),
  VALUE (QMS_RECORD_PLACE),
  VALUE (QMS_RECORD_KEEPER),
  VALUE (QMS_RECORD_RETENTION),
  VALUE (QMS_RECORD_PERMANENT),
  VALUE (QMS_RECORD_MEDIUM),
};

static const CsvTable tables[] = {
  { .name = "tthc",
    .list = QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES,
    .key = QMS_ADMINISTRATIVE_PROCEDURE_CODE,
    .columns = tthc,
    .n_columns = G_N_ELEMENTS (tthc) },
  { .name = "risks",
    .list = QMS_SYSTEM_RISKS,
    .key = QMS_RISK_ID,
    .columns = risks,
    .n_columns = G_N_ELEMENTS (risks) },
  { .name = "records",
    .list = QMS_SYSTEM_RECORDS,
    .owner = QMS_SYSTEM_PROCEDURES,
    .owned = QMS_PROCEDURE_RECORDS,
    .key = QMS_RECORD_CODE,
    .name_key = QMS_RECORD_NAME,
    .columns = records,
    .n_columns = G_N_ELEMENTS (records) },
};

const CsvTable *
csv_table_find (const char *name, QmsError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (tables[i].name, name) == 0)
      return &tables[i];
  qms_fail (error, QMS_MSG_NOT_FOUND, NULL, "what", "table", "name", name ? name : "", NULL);
  return NULL;
}

const QmsType *
csv_table_type (const CsvTable *table)
{
  return qms_field_by_id (table->list)->target;
}

/* ---- headings */

/* What the model says of a field, as far as a heading needs it: up to what is explained behind it. */
static char *
words_of (const QmsField *field, int lang)
{
  const char *doc = field->doc[lang], *bracket = strstr (doc, " (");
  size_t length = strcspn (doc, ";.");

  return g_strndup (doc, bracket ? MIN (length, (size_t)(bracket - doc)) : length);
}

char *
csv_column_title (const CsvColumn *column, int lang)
{
  g_autofree char *words = words_of (qms_field_by_id (column->field), lang);
  const QmsEnum *channels = qms_field_enum (qms_field_by_id (QMS_CHANNEL_KIND));

  if (column->kind != CSV_TIMES)
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s: %s", words, qms_enum_value_label (channels, column->channel, lang));
}

/* The field whose names the column has; NULL if none is its own. */
static const QmsField *
named_by (const CsvColumn *column)
{
  if (column->kind == CSV_OWNER)
    return qms_field_by_id (QMS_SYSTEM_PROCEDURES);
  return column->kind == CSV_TIMES ? NULL : qms_field_by_id (column->field);
}

static bool
is_called (const CsvColumn *column, const char *wanted)
{
  const QmsField *field = named_by (column);
  g_autofree char *vi = csv_column_title (column, QMS_LANG_VI), *en = csv_column_title (column, QMS_LANG_EN);
  const char *const names[] = { vi, en, field ? field->xml : NULL, field ? field->name : NULL };
  bool found = false;

  for (size_t i = 0; !found && i < G_N_ELEMENTS (names) && names[i]; i++) {
    g_autofree char *bare = qms_bare_name (names[i]);
    found = strcmp (bare, wanted) == 0;
  }
  return found;
}

/* No heading of ours is longer than what a message would quote. */
static char *
bare_heading (const char *heading)
{
  g_autofree char *beginning = qms_message_quote (heading, strlen (heading));

  return qms_bare_name (beginning);
}

const CsvColumn *
csv_table_column (const CsvTable *table, const char *heading)
{
  g_autofree char *wanted = bare_heading (heading);

  for (size_t i = 0; i < table->n_columns; i++)
    if (is_called (&table->columns[i], wanted))
      return &table->columns[i];
  return NULL;
}

const CsvColumn *
csv_table_value (const CsvTable *table, uint32_t field)
{
  for (size_t i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == CSV_VALUE && table->columns[i].field == field)
      return &table->columns[i];
  return NULL;
}

char *
csv_table_nearest (const CsvTable *table, const char *heading, int lang)
{
  g_autofree char *wanted = bare_heading (heading);
  g_autoptr (GPtrArray) bare = g_ptr_array_new_with_free_func (g_free);
  const char *nearest;

  for (size_t i = 0; i < table->n_columns; i++) {
    g_autofree char *title = csv_column_title (&table->columns[i], QMS_LANG_VI);
    g_ptr_array_add (bare, qms_bare_name (title));
  }
  nearest = qms_text_nearest (wanted, (const char *const *)bare->pdata, bare->len);
  for (size_t i = 0; i < table->n_columns; i++)
    if (bare->pdata[i] == nearest)
      return csv_column_title (&table->columns[i], lang);
  return NULL;
}
