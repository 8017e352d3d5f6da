/* SPDX-License-Identifier: Apache-2.0 */
/* What tables say about the flow of a procedure: its phases, and where outcomes of steps lead. */
#include "interop/docx_flow.h"

#include "core/text.h"
#include "interop/docx_words.h"

#include <string.h>

/* Headings are taken as a whole: "Giai đoạn" of a table of steps is another column. */
typedef enum { NONE, STEP, OUTCOME, EFFECT, SCENARIO, NEXT, PHASE, AGENCY, TIME, MEMBERS, N_FIELDS } Field;

static const DocxPhrase headings[] = {
  { STEP, "buoc" },
  { OUTCOME, "kha nang" },
  { EFFECT, "xu ly ho so" },
  { SCENARIO, "truong hop" },
  { NEXT, "buoc tiep theo" },
  { PHASE, "giai doan" },
  { AGENCY, "co quan" },
  { TIME, "thoi han" },
  { MEMBERS, "gom cac buoc" },
  { 0, NULL },
};

/* A row: what its cells say, by column; "" where there is none. */
typedef struct {
  DocxImport *import;
  GHashTable *steps; /* by number */
  DocxSource source;
  char *text[N_FIELDS];
} Row;

static Field
field_of (const QmsWordCell *cell)
{
  g_autofree char *text = docx_cell_line (cell), *plain = docx_plain (text);

  for (const DocxPhrase *at = headings; at->meaning; at++)
    if (strcmp (plain, at->phrase) == 0)
      return (Field)at->meaning;
  return NONE;
}

DocxTableKind
docx_flow_kind (const QmsWordRow *row)
{
  enum { MOST_COLUMNS = 16 };
  bool has[N_FIELDS] = { false };

  for (guint i = 0; i < row->cells->len && i < MOST_COLUMNS; i++)
    has[field_of (row->cells->pdata[i])] = true;
  if (has[PHASE] && has[MEMBERS])
    return DOCX_TABLE_PHASES;
  return has[STEP] && has[OUTCOME] && has[NEXT] ? DOCX_TABLE_OUTCOMES : DOCX_TABLE_OTHER;
}

/* ---- values */

static void
set (Row *row, QmsNode *node, uint32_t field, const char *text)
{
  row->source.text = text;
  docx_set (row->import, node, field, text, &row->source, DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
}

static void
set_time (Row *row, QmsNode *node, uint32_t field, const char *text)
{
  g_auto (DocxTime) time = { 0 };

  row->source.text = text;
  docx_time_read (text, 0, &time);
  if (time.known)
    docx_set_duration (row->import, node, field, time.value, &row->source,
                       DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
}

/* The value of an enumeration whose words the text is. */
static void
set_label (Row *row, QmsNode *node, uint32_t field, const char *text)
{
  const QmsEnum *values = qms_field_enum (qms_field_by_id (field));
  g_autofree char *plain = docx_plain (text);

  row->source.text = text;
  for (size_t i = 0; *plain && i < qms_enum_value_count (values); i++) {
    int32_t value = qms_enum_value_at (values, i);
    g_autofree char *label = docx_plain (qms_enum_value_label (values, value, QMS_LANG_VI));
    if (strcmp (plain, label) == 0)
      docx_set_int (row->import, node, field, value, &row->source,
                    DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
  }
}

static void
set_scenario (Row *row, QmsNode *node, uint32_t field, const char *name)
{
  const QmsNode *procedure = row->import->procedure;
  g_autofree char *wanted = docx_plain (name);

  for (size_t i = 0; *wanted && i < qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS); i++) {
    const QmsNode *scenario = qms_node_get_node_at (procedure, QMS_PROCEDURE_SCENARIOS, i);
    g_autofree char *known = docx_plain (qms_node_get_string (scenario, QMS_SCENARIO_NAME));
    if (strcmp (known, wanted) == 0) {
      set (row, node, field, qms_node_id (scenario));
      return;
    }
  }
}

/* The step of the number that a text begins with, behind the word if there is one: "Bước 3", "3". */
static QmsNode *
step_of (const Row *row, const char *text)
{
  const char *behind = docx_after (text, "buoc"), *rest = behind ? behind : text;
  g_autofree char *number = g_strndup (rest, strcspn (rest, " ,\n"));

  return g_hash_table_lookup (row->steps, number);
}

/* The first of those that have the same number. */
static GHashTable *
steps_by_number (const QmsNode *procedure)
{
  GHashTable *steps = g_hash_table_new (qms_text_hash, g_str_equal);

  for (size_t i = qms_node_count (procedure, QMS_PROCEDURE_STEPS); i-- > 0;) {
    QmsNode *step = qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i);
    const char *number = qms_node_get_string (step, QMS_STEP_NUMBER);
    if (number)
      g_hash_table_insert (steps, (gpointer)number, step);
  }
  return steps;
}

/* ---- phases */

/* "Phải kiểm tra thực địa: 8 ngày làm việc", or the time alone. */
static void
add_limit (Row *row, const char *phase, const char *text)
{
  const char *colon = strrchr (text, ':');
  g_autofree char *scenario = colon ? g_strndup (text, (gsize)(colon - text)) : NULL;
  QmsNode *limit = docx_add (row->import->procedure, QMS_PROCEDURE_TIME_LIMITS);

  if (scenario)
    set_scenario (row, limit, QMS_TIME_LIMIT_SCENARIO, scenario);
  set (row, limit, QMS_TIME_LIMIT_PHASE, phase);
  set_time (row, limit, QMS_TIME_LIMIT_VALUE, colon ? colon + 1 + strspn (colon + 1, " ") : text);
}

static void
set_phase_name (Row *row, QmsNode *phase, char *name)
{
  static const char apart[] = " (không tính vào thời hạn)";

  if (g_str_has_suffix (name, apart)) {
    name[strlen (name) - strlen (apart)] = '\0';
    docx_set_int (row->import, phase, QMS_PHASE_OFF_CLOCK, 1, &row->source,
                  DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
  }
  set (row, phase, QMS_PHASE_NAME, name);
}

static void
add_members (Row *row, const char *phase)
{
  g_auto (GStrv) numbers = g_strsplit (row->text[MEMBERS], ", ", -1);

  for (guint i = 0; numbers[i]; i++) {
    QmsNode *step = step_of (row, numbers[i]);
    if (step)
      set (row, step, QMS_STEP_PHASE, phase);
  }
}

static void
read_phase (Row *row)
{
  QmsNode *phase = docx_add (row->import->procedure, QMS_PROCEDURE_PHASES);
  g_autofree char *id = docx_free_part_id (row->import, "GD");
  g_auto (GStrv) limits = g_strsplit (row->text[TIME], "\n", -1);

  qms_node_set_string (phase, QMS_PHASE_ID, id, NULL);
  set_phase_name (row, phase, row->text[PHASE]);
  if (g_strcmp0 (row->text[AGENCY], qms_node_get_string (row->import->agency, QMS_AGENCY_NAME)) != 0)
    set (row, phase, QMS_PHASE_AGENCY, row->text[AGENCY]);
  add_members (row, id);
  for (guint i = 0; limits[i]; i++)
    if (*limits[i])
      add_limit (row, id, limits[i]);
}

/* ---- outcomes */

#define AT_ONCE "Đồng thời: "

static void
add_branches (Row *row, QmsNode *outcome, const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ", ", -1);

  for (guint i = 0; names[i]; i++) {
    const QmsNode *step = step_of (row, names[i]);
    if (step)
      set (row, docx_add (outcome, QMS_OUTCOME_BRANCHES), QMS_BRANCH_TARGET, qms_node_id (step));
  }
}

static void
read_outcome (Row *row)
{
  const QmsNode *next = step_of (row, row->text[NEXT]);
  QmsNode *step = step_of (row, row->text[STEP]), *outcome;
  const char *branches = strstr (row->text[NEXT], AT_ONCE);

  if (!step)
    return;
  outcome = docx_add (step, QMS_STEP_OUTCOMES);
  set (row, outcome, QMS_OUTCOME_NAME, row->text[OUTCOME]);
  set_label (row, outcome, QMS_OUTCOME_KIND, row->text[EFFECT]);
  set_scenario (row, outcome, QMS_OUTCOME_SCENARIO, row->text[SCENARIO]);
  if (next)
    set (row, outcome, QMS_OUTCOME_TARGET, qms_node_id (next));
  if (branches)
    add_branches (row, outcome, branches + strlen (AT_ONCE));
}

/* ---- tables */

/* Where each field stands in the grid; SIZE_MAX if nowhere. */
static void
find_columns (const DocxTable *table, size_t *columns)
{
  for (size_t i = 0; i < N_FIELDS; i++)
    columns[i] = SIZE_MAX;
  for (size_t i = table->block->columns; i-- > 0;)
    columns[field_of (docx_table_cell (table->block, table->first, i))] = i;
}

static void
read_table (DocxImport *import, GHashTable *steps, DocxLine *line, void (*read) (Row *row), Field key)
{
  const QmsBlock *block = line->table->block;
  size_t columns[N_FIELDS];

  find_columns (line->table, columns);
  for (size_t at = line->table->body; at < line->table->end; at++) {
    Row row = { .import = import, .steps = steps, .source = line->source };
    row.source.place.row = at + 1;
    for (size_t i = 0; i < N_FIELDS; i++)
      row.text[i] = columns[i] == SIZE_MAX ? g_strdup ("") : docx_cell_lines (qms_block_cell (block, at, columns[i]));
    if (*row.text[key])
      read (&row);
    for (size_t i = 0; i < N_FIELDS; i++)
      g_free (row.text[i]);
  }
  line->taken = true;
}

void
docx_read_flow (DocxImport *import)
{
  g_autoptr (GHashTable) steps = steps_by_number (import->procedure);

  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (!line->table || line->section >= DOCX_SECTION_FORMS)
      continue;
    if (line->table->kind == DOCX_TABLE_PHASES)
      read_table (import, steps, line, read_phase, PHASE);
    else if (line->table->kind == DOCX_TABLE_OUTCOMES)
      read_table (import, steps, line, read_outcome, OUTCOME);
  }
}
