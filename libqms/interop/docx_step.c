/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of steps: who does what in what time, in one to several cases; cells merged over several steps. */
#include "interop/docx_step.h"

#include "interop/docx_words.h"

#include <string.h>

/* ---- columns of times */

static void
time_column_clear (gpointer data)
{
  DocxTimeColumn *column = data;

  docx_time_heading_clear (&column->heading);
  g_free (column->scenario);
}

static void
add_time_column (DocxStepTable *steps, size_t column)
{
  DocxTimeColumn found = { .column = column };
  g_autofree char *heading = docx_table_heading (&steps->table, column);

  docx_time_heading_read (heading, &found.heading);
  if (found.heading.unit == 0)
    found.heading.unit = steps->import->note_unit;
  g_array_append_val (steps->times, found);
}

/* A row below the headings that only names cases: nothing is done in it. */
static bool
is_subheading (const DocxStepTable *steps, size_t row)
{
  bool named = false;

  if (row + 1 >= steps->table.end)
    return false;
  for (size_t i = 0; i < steps->table.block->columns; i++) {
    const QmsWordCell *cell = docx_table_cell (steps->table.block, row, i);
    g_autofree char *text = docx_cell_line (cell);
    if (!*text)
      continue;
    if (steps->columns[i] != DOCX_COLUMN_TIME)
      return false;
    named = true;
  }
  return named;
}

static void
read_headings (DocxStepTable *steps)
{
  docx_table_read_columns (&steps->table, steps->columns);
  while (steps->table.body < steps->table.end && is_subheading (steps, steps->table.body))
    steps->table.body++;
  docx_step_columns (steps);
  for (size_t i = 0; i < steps->table.block->columns; i++)
    if (steps->columns[i] == DOCX_COLUMN_TIME
        && (i == 0 || steps->columns[i - 1] != DOCX_COLUMN_TIME || !docx_step_same_column (&steps->table, i - 1, i)))
      add_time_column (steps, i);
}

/* ---- rows */

/* Text of the first column of a meaning; `index` 1 asks for the second one. Free with g_free. */
static char *
cell_text (const DocxStepTable *steps, size_t row, DocxColumn column, size_t index)
{
  const QmsWordCell *last = NULL;

  for (size_t i = 0; i < steps->table.block->columns; i++) {
    const QmsWordCell *heading = docx_table_cell (steps->table.block, steps->table.first, i);
    if (steps->columns[i] != column || heading == last)
      continue;
    last = heading;
    if (index-- == 0)
      return docx_cell_lines (qms_block_cell (steps->table.block, row, i));
  }
  return g_strdup ("");
}

/* What a row is. */
typedef enum { ROW_EMPTY, ROW_STEP, ROW_TITLE, ROW_TOTAL } RowKind;

/* Whether words are those of a row of totals: a step may well begin with "Công khai …" or "Tổng cục …". */
static bool
tells_total (const char *plain)
{
  static const DocxPhrase whole[] = { { 1, "cong" }, { 1, "tong" }, { 1, "tong cong" }, { 1, "tong so" }, { 0, NULL } };
  static const DocxPhrase beginnings[] = {
    { 1, "tong thoi gian" },     { 1, "tong thoi han" },
    { 1, "tong so thoi gian" },  { 1, "tong so ngay" },
    { 1, "tong so gio" },        { 1, "cong so thoi gian" },
    { 1, "cong so ngay" },       { 1, "tong cong thoi gian" },
    { 1, "tong cong thoi han" }, { 1, "tong cong so ngay" },
    { 1, "tong cong cac buoc" }, { 1, "tong cac buoc" },
    { 1, "tong cong tat ca" },   { 0, NULL },
  };
  const char *figures = docx_begins (plain, "tong cong") ? plain + strlen ("tong cong") : plain;

  for (const DocxPhrase *at = whole; at->meaning; at++)
    if (strcmp (plain, at->phrase) == 0)
      return true;
  return docx_beginning (beginnings, plain, NULL) != 0 || (*figures == ' ' && g_ascii_isdigit (figures[1]));
}

/* The last row has times only: their totals. */
static bool
has_times_only (const DocxStepTable *steps, size_t row)
{
  bool timed = false;

  for (size_t i = 0; row + 1 == steps->table.end && i < steps->table.block->columns; i++) {
    const QmsWordCell *cell = docx_table_cell (steps->table.block, row, i);
    g_autofree char *text = docx_cell_line (cell);
    if (!cell || (!cell->continued && !*text))
      continue;
    if (cell->continued || steps->columns[i] != DOCX_COLUMN_TIME)
      return false;
    timed = true;
  }
  return timed;
}

static RowKind
kind_of_row (const DocxStepTable *steps, size_t row)
{
  const QmsWordRow *cells = steps->table.block->rows->pdata[row];
  size_t filled = 0, widest = 0;
  g_autofree char *first = NULL;

  for (guint i = 0; i < cells->cells->len; i++) {
    const QmsWordCell *cell = cells->cells->pdata[i];
    g_autofree char *text = docx_cell_line (cell);
    if (!*text && !cell->continued)
      continue;
    if (!first)
      first = docx_plain (text);
    filled++;
    widest = MAX (widest, cell->columns);
  }
  if (filled == 0)
    return ROW_EMPTY;
  if (docx_begins (first, "cong thoi gian"))
    return ROW_EMPTY; /* a sum that declares nothing, as our own template has it */
  if (tells_total (first) || has_times_only (steps, row))
    return ROW_TOTAL;
  return filled == 1 && widest + 1 >= steps->table.block->columns && widest > 2 ? ROW_TITLE : ROW_STEP;
}

/* "Bước 1" is number "1". Takes the text; free the result with g_free. */
static char *
without_step (char *number)
{
  const char *bare = docx_after (number, "buoc");

  if (bare && *bare)
    memmove (number, bare, strlen (bare) + 1);
  return number;
}

/* Number that Word counts or that is typed: "1", "B2". Free with g_free. */
static char *
number_of (const DocxStepTable *steps, size_t row)
{
  for (size_t i = 0; i < steps->table.block->columns; i++) {
    const QmsWordCell *cell = docx_table_cell (steps->table.block, row, i);
    const QmsBlock *block;
    char *number;
    if (steps->columns[i] != DOCX_COLUMN_NUMBER || !cell || cell->continued || cell->blocks->len == 0)
      continue;
    block = cell->blocks->pdata[0];
    number = block->kind == QMS_BLOCK_PARAGRAPH && block->number && !*block->text ? g_strdup (block->number)
                                                                                  : docx_cell_line (cell);
    for (size_t length = strlen (number); length > 0 && strchr (".):/ ", number[length - 1]); length--)
      number[length - 1] = '\0';
    return without_step (number);
  }
  return g_strdup ("");
}

/* "Ghi chú: …" at the end of what is done. */
static void
take_note (DocxStepTable *steps, QmsNode *step, char *text, const DocxSource *source)
{
  static const char mark[] = "\nGhi chú: ";
  char *note = strstr (text, mark);

  if (!note)
    return;
  docx_set (steps->import, step, QMS_STEP_NOTE, note + strlen (mark), source,
            DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_INFERRED));
  *note = '\0';
}

/* The first line names what is done, the others tell how. */
static void
set_work (DocxStepTable *steps, QmsNode *step, size_t row, const DocxSource *at)
{
  g_autofree char *text = cell_text (steps, row, DOCX_COLUMN_WORK, 0),
                  *more = cell_text (steps, row, DOCX_COLUMN_WORK, 1);
  char *rest;
  const char *bare;
  g_autofree char *label = NULL, *name = NULL, *action = NULL;
  DocxSource source = { at->place, text };
  g_autofree char *whole = g_strdup (text);
  size_t length;

  source.text = whole;
  take_note (steps, step, text, &source);
  rest = strchr (text, '\n');
  if (rest)
    *rest++ = '\0';
  bare = docx_unlabel (text, &label);
  name = g_strdup (*bare ? bare : text);
  length = strlen (name);
  if (rest && length > 0 && name[length - 1] == ':')
    name[length - 1] = '\0';
  docx_set (steps->import, step, QMS_STEP_NAME, g_strchomp (name), &source,
            DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { steps->work } }));
  action = g_strjoin (rest && *more ? "\n" : "", rest ? rest : "", more, NULL);
  docx_set (steps->import, step, QMS_STEP_ACTION, action, &source,
            DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { steps->work } }));
}

/* What names the role: the person, else the unit. Free with g_free. */
static char *
role_text (const DocxStepTable *steps, size_t row, const char *person)
{
  if (!*person && steps->unit != SIZE_MAX)
    return docx_cell_line (qms_block_cell (steps->table.block, row, steps->unit));
  return g_strdelimit (g_strdup (person), "\n", ' ');
}

static void
set_role (DocxStepTable *steps, QmsNode *step, size_t row, const DocxSource *at)
{
  g_autofree char *person = cell_text (steps, row, DOCX_COLUMN_ROLE, 0), *text = role_text (steps, row, person);
  DocxSource source = { at->place, text };
  int confidence = 0;
  QmsNode *role = docx_role (steps->import, text, &source, &confidence);
  const char *name = role ? qms_node_get_string (role, QMS_ROLE_NAME) : NULL;

  if (!role)
    return;
  if (strcmp (name, text) == 0)
    docx_set (steps->import, step, QMS_STEP_ROLE, qms_node_id (role), &source,
              DOCX_REASON (confidence, QMS_MSG_DOCX_BY_COLUMN, { "heading", { steps->who } }));
  else
    docx_set (steps->import, step, QMS_STEP_ROLE, qms_node_id (role), &source,
              DOCX_REASON (confidence, QMS_MSG_DOCX_ROLE_VARIANT, { "role", { name } }));
}

/* ---- forms and notes */

static QmsNode *
form_named (const DocxImport *import, const char *text)
{
  g_autofree char *plain = docx_plain (text);

  for (size_t i = 0; i < MIN (qms_node_count (import->procedure, QMS_PROCEDURE_FORMS), 200); i++) {
    QmsNode *form = qms_node_get_node_at (import->procedure, QMS_PROCEDURE_FORMS, i);
    g_autofree char *name = docx_plain (qms_node_get_string (form, QMS_FORM_NAME));
    g_autofree char *code = docx_plain (qms_node_get_string (form, QMS_FORM_CODE));
    if (strcmp (plain, name) == 0 || (*code && strcmp (plain, code) == 0))
      return form;
  }
  return NULL;
}

static void
set_forms (DocxStepTable *steps, QmsNode *step, const char *text, const DocxSource *at)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  DocxSource source = { at->place, text };

  for (guint i = 0; lines[i]; i++) {
    g_autofree char *label = NULL;
    const char *name = docx_unlabel (lines[i], &label);
    QmsNode *form = form_named (steps->import, name), *use;
    if (docx_is_placeholder (name))
      continue;
    use = docx_add (step, QMS_STEP_OUTPUTS);
    docx_set (steps->import, use, form ? QMS_FORM_USE_FORM : QMS_FORM_USE_NAME, form ? qms_node_id (form) : name,
              &source, DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_INFERRED));
  }
}

/* Of all columns that name papers: "Biểu mẫu | Kết quả". */
static void
set_outputs (DocxStepTable *steps, QmsNode *step, size_t row, const DocxSource *at)
{
  const QmsWordCell *last = NULL;

  for (size_t i = 0; i < steps->table.block->columns; i++) {
    const QmsWordCell *cell = qms_block_cell (steps->table.block, row, i);
    g_autofree char *text = NULL;
    if (steps->columns[i] != DOCX_COLUMN_FORM || cell == last)
      continue;
    last = cell;
    text = docx_cell_lines (cell);
    set_forms (steps, step, text, at);
  }
}

/* Columns that steps have no field for. */
static bool
is_unknown (DocxColumn column)
{
  return column != DOCX_COLUMN_NUMBER && column != DOCX_COLUMN_WORK && column != DOCX_COLUMN_ROLE
         && column != DOCX_COLUMN_TIME && column != DOCX_COLUMN_FORM && column != DOCX_COLUMN_NOTE;
}

static void
set_notes (DocxStepTable *steps, QmsNode *step, size_t row, const DocxSource *at)
{
  for (size_t i = 0; i < steps->table.block->columns; i++) {
    const QmsWordCell *cell = docx_table_cell (steps->table.block, row, i);
    g_autofree char *text = NULL;
    if (!cell || cell->continued || cell->column != i
        || (steps->columns[i] != DOCX_COLUMN_NOTE && !is_unknown (steps->columns[i])))
      continue;
    text = docx_cell_lines (cell);
    if (!*text)
      continue;
    if (qms_node_has (step, QMS_STEP_NOTE))
      docx_append (steps->import, step, QMS_STEP_NOTE, text);
    else
      docx_set (
          steps->import, step, QMS_STEP_NOTE, text, &(DocxSource){ at->place, text },
          DOCX_PLAIN_REASON (steps->columns[i] == DOCX_COLUMN_NOTE ? DOCX_FIRM : DOCX_GUESS, QMS_MSG_DOCX_INFERRED));
    if (is_unknown (steps->columns[i])) {
      g_autofree char *heading = docx_table_heading (&steps->table, i);
      docx_note (steps->import, QMS_SEVERITY_WARNING, &(DocxSource){ at->place, text }, QMS_MSG_DOCX_COLUMN_LEFT_OUT,
                 QMS_VALUES ({ "heading", { heading } }));
    }
  }
}

/* The first step receives and the last one returns, where their words say so. */
static void
set_kind (DocxStepTable *steps, QmsNode *step, bool first, bool last)
{
  static const DocxPhrase words[] = { { 1, "tiep nhan" }, { 2, "tra ket qua" },  { 2, "tra ho so" },
                                      { 2, "hoan tra" },  { 2, "giao ket qua" }, { 2, "hoan tra ket qua" },
                                      { 0, NULL } };
  const char *name = qms_node_get_string (step, QMS_STEP_NAME), *action = qms_node_get_string (step, QMS_STEP_ACTION);
  g_autofree char *all = g_strconcat (name ? name : "", " ", action ? action : "", NULL), *plain = docx_plain (all);
  int kind = docx_anywhere (words, plain);

  if (first && docx_has (plain, "tiep nhan"))
    kind = 1;
  if ((first && kind == 1) || (last && kind == 2))
    docx_set_int (steps->import, step, QMS_STEP_KIND, kind == 1 ? QMS_STEP_KIND_RECEIPT : QMS_STEP_KIND_RETURN, NULL,
                  DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
}

static QmsNode *
add_step (DocxStepTable *steps, size_t row)
{
  QmsNode *procedure = steps->import->procedure, *step = docx_add (procedure, QMS_PROCEDURE_STEPS);
  g_autofree char *number = number_of (steps, row);
  g_autofree char *id = docx_free_part_id (steps->import, "B");
  DocxSource source = steps->line->source;

  source.place.row = row + 1;
  source.text = number;
  qms_node_set_string (step, QMS_STEP_ID, id, NULL);
  docx_set (steps->import, step, QMS_STEP_NUMBER, number, &source,
            DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_INFERRED));
  if (steps->phase)
    qms_node_set_string (step, QMS_STEP_PHASE, qms_node_id (steps->phase), NULL);
  set_work (steps, step, row, &source);
  set_role (steps, step, row, &source);
  set_outputs (steps, step, row, &source);
  set_notes (steps, step, row, &source);
  return step;
}

/* ---- tables */

static void
begin_phase (DocxStepTable *steps, const char *name)
{
  QmsNode *procedure = steps->import->procedure;
  g_autofree char *id = docx_free_part_id (steps->import, "GD");

  steps->phase = docx_add (procedure, QMS_PROCEDURE_PHASES);
  qms_node_set_string (steps->phase, QMS_PHASE_ID, id, NULL);
  docx_set_under (steps->import, steps->phase, QMS_PHASE_NAME, name, steps->line);
}

static void
read_title (DocxStepTable *steps, size_t row)
{
  const QmsWordRow *cells = steps->table.block->rows->pdata[row];

  for (guint i = 0; i < cells->cells->len; i++) {
    g_autofree char *text = docx_cell_line (cells->cells->pdata[i]), *label = NULL;
    if (*text) {
      begin_phase (steps, docx_unlabel (text, &label));
      return;
    }
  }
}

static void
read_rows (DocxStepTable *steps)
{
  for (size_t row = steps->table.body; row < steps->table.end; row++) {
    QmsNode *step = NULL;
    switch (kind_of_row (steps, row)) {
    case ROW_STEP:
      step = add_step (steps, row);
      break;
    case ROW_TITLE:
      read_title (steps, row);
      break;
    case ROW_TOTAL:
      steps->total = row;
      break;
    default:
      break;
    }
    g_ptr_array_add (steps->nodes, step);
  }
}

static void
set_kinds (DocxImport *import)
{
  size_t count = qms_node_count (import->procedure, QMS_PROCEDURE_STEPS);
  DocxStepTable all = { .import = import };

  for (size_t i = 0; i < count; i++)
    if (i == 0 || i + 1 == count)
      set_kind (&all, qms_node_get_node_at (import->procedure, QMS_PROCEDURE_STEPS, i), i == 0, i + 1 == count);
}

static char *
heading_of (const DocxStepTable *steps, DocxColumn column)
{
  for (size_t i = 0; i < steps->table.block->columns; i++)
    if (steps->columns[i] == column)
      return docx_table_heading (&steps->table, i);
  return g_strdup ("");
}

static void
read_table (DocxImport *import, DocxLine *line, bool again)
{
  DocxStepTable steps = { .import = import, .line = line, .table = *line->table };

  steps.columns = g_new0 (DocxColumn, line->table->block->columns + 1);
  steps.times = g_array_new (FALSE, TRUE, sizeof (DocxTimeColumn));
  g_array_set_clear_func (steps.times, time_column_clear);
  steps.nodes = g_ptr_array_new ();
  read_headings (&steps);
  steps.work = heading_of (&steps, DOCX_COLUMN_WORK);
  steps.who = heading_of (&steps, DOCX_COLUMN_ROLE);
  if (again)
    begin_phase (&steps, line->head ? line->head->text : steps.work);
  docx_times_begin (&steps);
  read_rows (&steps);
  docx_times_read (&steps);
  if (steps.total > 0)
    docx_times_end (&steps, steps.total);
  g_array_unref (steps.times);
  g_ptr_array_unref (steps.nodes);
  g_free (steps.columns);
  g_free (steps.work);
  g_free (steps.who);
  line->taken = true;
}

static void
find_note_unit (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len && import->note_unit == 0; i++) {
    const DocxLine *line = docx_line (import->lines, i);
    bool told = docx_has (line->plain, "don vi tinh thoi gian") || docx_has (line->plain, "don vi thoi gian")
                || docx_has (line->plain, "thoi gian tinh theo") || docx_has (line->plain, "thoi gian duoc tinh theo");
    if (told && line->section < DOCX_SECTION_ANNEX)
      import->note_unit = docx_time_unit (line->text);
  }
}

void
docx_read_steps (DocxImport *import)
{
  guint count = 0;

  find_note_unit (import);
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (!line->table || line->table->kind != DOCX_TABLE_STEPS || line->section >= DOCX_SECTION_FORMS)
      continue;
    if (count == 1)
      docx_note (import, QMS_SEVERITY_WARNING, &line->source, QMS_MSG_DOCX_MORE_STEPS, NULL, 0);
    read_table (import, line, count++ > 0);
  }
  set_kinds (import);
}
