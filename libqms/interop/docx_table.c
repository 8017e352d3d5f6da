/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a procedure, known by the words of their columns: what is not in the words of this file is not known. */
#include "interop/docx_table.h"

#include "interop/docx_flow.h"
#include "interop/docx_words.h"

#include <string.h>

static const DocxPhrase headings[] = {
  { DOCX_COLUMN_NUMBER, "tt" },
  { DOCX_COLUMN_NUMBER, "stt" },
  { DOCX_COLUMN_NUMBER, "so tt" },
  { DOCX_COLUMN_NUMBER, "so thu tu" },
  { DOCX_COLUMN_NUMBER, "thu tu" },
  { DOCX_COLUMN_NUMBER, "buoc" },
  { DOCX_COLUMN_NUMBER, "buoc so" },
  { DOCX_COLUMN_NUMBER, "buoc thu" },
  { DOCX_COLUMN_NUMBER, "no" },
  { DOCX_COLUMN_WORK, "trinh tu" },
  { DOCX_COLUMN_WORK, "trinh tu cong viec" },
  { DOCX_COLUMN_WORK, "cac buoc" },
  { DOCX_COLUMN_WORK, "buoc thuc hien" },
  { DOCX_COLUMN_WORK, "buoc cong viec" },
  { DOCX_COLUMN_WORK, "ten buoc" },
  { DOCX_COLUMN_WORK, "noi dung" },
  { DOCX_COLUMN_WORK, "noi dung cong viec" },
  { DOCX_COLUMN_WORK, "noi dung thuc hien" },
  { DOCX_COLUMN_WORK, "cong viec" },
  { DOCX_COLUMN_WORK, "ten cong viec" },
  { DOCX_COLUMN_WORK, "hoat dong" },
  { DOCX_COLUMN_WORK, "lam gi" },
  { DOCX_COLUMN_WORK, "viec can lam" },
  { DOCX_COLUMN_WORK, "mo ta" },
  { DOCX_COLUMN_WORK, "luu do" },
  { DOCX_COLUMN_ROLE, "trach nhiem" },
  { DOCX_COLUMN_ROLE, "trach nhiem thuc hien" },
  { DOCX_COLUMN_ROLE, "nguoi thuc hien" },
  { DOCX_COLUMN_ROLE, "nguoi chiu trach nhiem" },
  { DOCX_COLUMN_ROLE, "don vi thuc hien" },
  { DOCX_COLUMN_ROLE, "don vi nguoi thuc hien" },
  { DOCX_COLUMN_ROLE, "don vi ca nhan" },
  { DOCX_COLUMN_ROLE, "bo phan" },
  { DOCX_COLUMN_ROLE, "bo phan thuc hien" },
  { DOCX_COLUMN_ROLE, "co quan thuc hien" },
  { DOCX_COLUMN_ROLE, "co quan don vi" },
  { DOCX_COLUMN_ROLE, "ca nhan thuc hien" },
  { DOCX_COLUMN_ROLE, "can bo thuc hien" },
  { DOCX_COLUMN_ROLE, "can bo" },
  { DOCX_COLUMN_ROLE, "can bo cong chuc" },
  { DOCX_COLUMN_ROLE, "ai lam" },
  { DOCX_COLUMN_ROLE, "ai thuc hien" },
  { DOCX_COLUMN_ROLE, "chuc danh" },
  { DOCX_COLUMN_ROLE, "vi tri cong viec" },
  { DOCX_COLUMN_ROLE, "vi tri thuc hien" },
  { DOCX_COLUMN_ROLE, "chu tri" },
  { DOCX_COLUMN_ROLE, "don vi chu tri" },
  { DOCX_COLUMN_ROLE, "doi tuong thuc hien" },
  { DOCX_COLUMN_ROLE, "thuc hien" },
  { DOCX_COLUMN_ROLE, "vai tro" },
  { DOCX_COLUMN_TIME, "thoi gian" },
  { DOCX_COLUMN_TIME, "thoi han" },
  { DOCX_COLUMN_TIME, "tong thoi gian" },
  { DOCX_COLUMN_TIME, "so ngay" },
  { DOCX_COLUMN_TIME, "bao lau" },
  { DOCX_COLUMN_FORM, "bieu mau" },
  { DOCX_COLUMN_FORM, "mau bieu" },
  { DOCX_COLUMN_FORM, "bieu mau ket qua" },
  { DOCX_COLUMN_FORM, "ket qua" },
  { DOCX_COLUMN_FORM, "san pham" },
  { DOCX_COLUMN_FORM, "tai lieu" },
  { DOCX_COLUMN_FORM, "tai lieu bieu mau" },
  { DOCX_COLUMN_FORM, "dau ra" },
  { DOCX_COLUMN_NOTE, "ghi chu" },
  { DOCX_COLUMN_NOTE, "dien giai" },
  { DOCX_COLUMN_NOTE, "yeu cau" },
  { DOCX_COLUMN_RECORD, "ten ho so" },
  { DOCX_COLUMN_RECORD, "ho so" },
  { DOCX_COLUMN_RECORD, "loai ho so" },
  { DOCX_COLUMN_RECORD, "danh muc ho so" },
  { DOCX_COLUMN_RECORD, "ho so luu" },
  { DOCX_COLUMN_RECORD, "thanh phan ho so" },
  { DOCX_COLUMN_RECORD, "ten bieu mau" },
  { DOCX_COLUMN_RECORD, "ten bieu mau ho so" },
  { DOCX_COLUMN_RECORD, "ten mau" },
  { DOCX_COLUMN_RECORD, "ten tai lieu" },
  { DOCX_COLUMN_RECORD, "bieu mau ho so" },
  { DOCX_COLUMN_CODE, "ma" },
  { DOCX_COLUMN_CODE, "ma hieu" },
  { DOCX_COLUMN_CODE, "ma so" },
  { DOCX_COLUMN_CODE, "ky hieu" },
  { DOCX_COLUMN_CODE, "so hieu" },
  { DOCX_COLUMN_CODE, "so ky hieu" },
  { DOCX_COLUMN_CODE, "ma bieu mau" },
  { DOCX_COLUMN_CODE, "ma ho so" },
  { DOCX_COLUMN_PLACE, "noi luu" },
  { DOCX_COLUMN_PLACE, "noi luu tru" },
  { DOCX_COLUMN_PLACE, "noi luu giu" },
  { DOCX_COLUMN_PLACE, "noi bao quan" },
  { DOCX_COLUMN_PLACE, "dia diem luu" },
  { DOCX_COLUMN_PLACE, "vi tri luu" },
  { DOCX_COLUMN_PLACE, "bo phan luu" },
  { DOCX_COLUMN_PLACE, "don vi luu" },
  { DOCX_COLUMN_PLACE, "bo phan nguoi luu" },
  { DOCX_COLUMN_PLACE, "bo phan nguoi luu tru" },
  { DOCX_COLUMN_PLACE, "bo phan luu tru" },
  { DOCX_COLUMN_PLACE, "bo phan luu giu" },
  { DOCX_COLUMN_KEEPER, "nguoi luu" },
  { DOCX_COLUMN_KEEPER, "nguoi luu tru" },
  { DOCX_COLUMN_KEEPER, "nguoi luu giu" },
  { DOCX_COLUMN_KEEPER, "nguoi quan ly" },
  { DOCX_COLUMN_KEEPER, "trach nhiem luu" },
  { DOCX_COLUMN_KEEPER, "trach nhiem luu tru" },
  { DOCX_COLUMN_KEEPER, "trach nhiem luu giu" },
  { DOCX_COLUMN_RETENTION, "thoi gian luu" },
  { DOCX_COLUMN_RETENTION, "thoi gian luu tru" },
  { DOCX_COLUMN_RETENTION, "thoi gian luu giu" },
  { DOCX_COLUMN_RETENTION, "thoi han luu" },
  { DOCX_COLUMN_RETENTION, "thoi han luu tru" },
  { DOCX_COLUMN_RETENTION, "thoi han bao quan" },
  { DOCX_COLUMN_RETENTION, "thoi gian bao quan" },
  { DOCX_COLUMN_MEDIUM, "hinh thuc" },
  { DOCX_COLUMN_MEDIUM, "hinh thuc luu" },
  { DOCX_COLUMN_MEDIUM, "dang luu" },
  { DOCX_COLUMN_EDITION, "lan ban hanh" },
  { DOCX_COLUMN_REVISION, "lan sua doi" },
  { DOCX_COLUMN_REVISION, "lan sua" },
  { DOCX_COLUMN_REVISION, "lan soat xet" },
  { DOCX_COLUMN_DATE, "ngay" },
  { DOCX_COLUMN_DATE, "ngay sua doi" },
  { DOCX_COLUMN_DATE, "ngay ban hanh" },
  { DOCX_COLUMN_DATE, "ngay thang" },
  { DOCX_COLUMN_DATE, "thoi gian sua doi" },
  { DOCX_COLUMN_CHANGE, "tom luoc noi dung" },
  { DOCX_COLUMN_CHANGE, "tom tat noi dung" },
  { DOCX_COLUMN_CHANGE, "noi dung sua doi" },
  { DOCX_COLUMN_CHANGE, "noi dung can sua doi" },
  { DOCX_COLUMN_CHANGE, "noi dung thay doi" },
  { DOCX_COLUMN_CHANGE, "mo ta noi dung" },
  { DOCX_COLUMN_CHANGE, "mo ta noi dung sua doi" },
  { DOCX_COLUMN_CHANGE, "mo ta sua doi" },
  { DOCX_COLUMN_CHANGE, "mo ta thay doi" },
  { DOCX_COLUMN_CHANGE, "noi dung duoc sua doi" },
  { DOCX_COLUMN_REASON, "co so phap ly" },
  { DOCX_COLUMN_REASON, "can cu" },
  { DOCX_COLUMN_REASON, "yeu cau sua doi" },
  { DOCX_COLUMN_REASON, "ly do" },
  { DOCX_COLUMN_REASON, "noi dung yeu cau" },
  { DOCX_COLUMN_PAGE, "trang" },
  { DOCX_COLUMN_PAGE, "phan" },
  { DOCX_COLUMN_PAGE, "muc" },
  { DOCX_COLUMN_PAGE, "vi tri" },
  { DOCX_COLUMN_PAGE, "vi tri sua doi" },
  { DOCX_COLUMN_PAGE, "trang phan lien quan" },
  { DOCX_COLUMN_DRAFTED, "soan thao" },
  { DOCX_COLUMN_DRAFTED, "bien soan" },
  { DOCX_COLUMN_DRAFTED, "nguoi soan thao" },
  { DOCX_COLUMN_DRAFTED, "nguoi bien soan" },
  { DOCX_COLUMN_DRAFTED, "nguoi viet" },
  { DOCX_COLUMN_DRAFTED, "nguoi lap" },
  { DOCX_COLUMN_DRAFTED, "du thao" },
  { DOCX_COLUMN_REVIEWED, "xem xet" },
  { DOCX_COLUMN_REVIEWED, "soat xet" },
  { DOCX_COLUMN_REVIEWED, "kiem tra" },
  { DOCX_COLUMN_REVIEWED, "tham tra" },
  { DOCX_COLUMN_REVIEWED, "tham dinh" },
  { DOCX_COLUMN_REVIEWED, "nguoi xem xet" },
  { DOCX_COLUMN_REVIEWED, "nguoi soat xet" },
  { DOCX_COLUMN_REVIEWED, "nguoi kiem tra" },
  { DOCX_COLUMN_APPROVED, "phe duyet" },
  { DOCX_COLUMN_APPROVED, "duyet" },
  { DOCX_COLUMN_APPROVED, "ban hanh" },
  { DOCX_COLUMN_APPROVED, "nguoi phe duyet" },
  { DOCX_COLUMN_APPROVED, "nguoi duyet" },
  { DOCX_COLUMN_TERM, "thuat ngu" },
  { DOCX_COLUMN_TERM, "tu viet tat" },
  { DOCX_COLUMN_TERM, "chu viet tat" },
  { DOCX_COLUMN_TERM, "viet tat" },
  { DOCX_COLUMN_TERM, "tu ngu" },
  { DOCX_COLUMN_TERM, "ky hieu viet tat" },
  { DOCX_COLUMN_MEANING, "giai thich" },
  { DOCX_COLUMN_MEANING, "dinh nghia" },
  { DOCX_COLUMN_MEANING, "y nghia" },
  { DOCX_COLUMN_MEANING, "nghia" },
  { DOCX_COLUMN_MEANING, "noi dung day du" },
  { DOCX_COLUMN_MEANING, "viet day du" },
  { DOCX_COLUMN_BASIS, "van ban ban hanh" },
  { DOCX_COLUMN_BASIS, "van ban quy dinh" },
  { DOCX_COLUMN_PAPER, "ten giay to" },
  { DOCX_COLUMN_PAPER, "giay to" },
  { DOCX_COLUMN_PAPER, "loai giay to" },
  { DOCX_COLUMN_PAPER, "ten thanh phan ho so" },
  { DOCX_COLUMN_PAPER, "ten loai giay to" },
  { DOCX_COLUMN_ORIGINALS, "ban chinh" },
  { DOCX_COLUMN_ORIGINALS, "so ban chinh" },
  { DOCX_COLUMN_DUPLICATES, "ban sao" },
  { DOCX_COLUMN_DUPLICATES, "so ban sao" },
  { DOCX_COLUMN_DUPLICATES, "ban photo" },
  { DOCX_COLUMN_CHANNEL, "kenh" },
  { DOCX_COLUMN_CHANNEL, "kenh nop" },
  { DOCX_COLUMN_CHANNEL, "kenh thuc hien" },
  { DOCX_COLUMN_CHANNEL, "hinh thuc nop" },
  { DOCX_COLUMN_CHANNEL, "hinh thuc nop ho so" },
  { DOCX_COLUMN_CHANNEL, "cach thuc nop" },
  { DOCX_COLUMN_CHANNEL, "cach thuc thuc hien" },
  { DOCX_COLUMN_FEE, "phi" },
  { DOCX_COLUMN_FEE, "le phi" },
  { DOCX_COLUMN_FEE, "phi le phi" },
  { DOCX_COLUMN_FEE, "muc phi" },
  { DOCX_COLUMN_CASE, "truong hop" },
  { DOCX_COLUMN_NEXT, "buoc tiep theo" },
  { DOCX_COLUMN_NEXT, "buoc ke tiep" },
  { DOCX_COLUMN_STATUTORY, "theo quy dinh" },
  { DOCX_COLUMN_STATUTORY, "thoi han theo quy dinh" },
  { DOCX_COLUMN_STATUTORY, "thoi gian theo quy dinh" },
  { 0, NULL },
};

/* Labels of a cover. */
static const DocxPhrase cover_labels[] = {
  { 1, "ma hieu" },       { 1, "ma so" },       { 1, "ma tai lieu" },  { 1, "ky hieu" },
  { 1, "ma quy trinh" },  { 1, "so hieu" },     { 2, "lan ban hanh" }, { 2, "ban hanh lan" },
  { 2, "phien ban" },     { 2, "lan sua doi" }, { 2, "lan soat xet" }, { 2, "ngay ban hanh" },
  { 2, "ngay hieu luc" }, { 2, "ngay bh" },     { 2, "lan bh" },       { 0, NULL },
};

/* ---- cells */

static void
append_blocks (GString *out, const GPtrArray *blocks)
{
  for (guint i = 0; blocks && i < blocks->len; i++) {
    const QmsBlock *block = blocks->pdata[i];
    if (block->kind == QMS_BLOCK_PARAGRAPH && *block->text) {
      g_string_append (out, out->len > 0 ? "\n" : "");
      g_string_append (out, block->text);
      continue;
    }
    for (guint r = 0; block->kind == QMS_BLOCK_TABLE && r < block->rows->len; r++) {
      const QmsWordRow *row = block->rows->pdata[r];
      for (guint c = 0; c < row->cells->len; c++)
        append_blocks (out, ((const QmsWordCell *)row->cells->pdata[c])->blocks);
    }
  }
}

char *
docx_cell_lines (const QmsWordCell *cell)
{
  GString *out = g_string_new (NULL);

  if (cell)
    append_blocks (out, cell->blocks);
  return g_string_free (out, FALSE);
}

char *
docx_cell_line (const QmsWordCell *cell)
{
  char *text = docx_cell_lines (cell);

  return g_strdelimit (text, "\n", ' ');
}

DocxColumn
docx_cell_column (const QmsWordCell *cell)
{
  enum { LONGEST_HEADING = 160 };
  g_autofree char *text = docx_cell_line (cell);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_HEADING));
  g_autofree char *plain = docx_plain (start);
  size_t length = 0;
  DocxColumn column = (DocxColumn)docx_beginning (headings, plain, &length);

  return column == DOCX_COLUMN_NUMBER && length < strlen (plain) ? DOCX_COLUMN_NONE
                                                                 : column; /* "Bước 2" is no heading */
}

/* ---- the grid */

const QmsWordCell *
docx_table_cell (const QmsBlock *block, size_t row, size_t column)
{
  const QmsWordRow *cells = row < block->rows->len ? block->rows->pdata[row] : NULL;

  for (guint i = 0; cells && i < cells->cells->len; i++) {
    const QmsWordCell *cell = cells->cells->pdata[i];
    if (column >= cell->column && column < cell->column + cell->columns)
      return cell;
  }
  return NULL;
}

/* ---- which table it is */

static bool
tells_changes (const unsigned *count)
{
  bool when = count[DOCX_COLUMN_REVISION] || count[DOCX_COLUMN_EDITION];

  if (count[DOCX_COLUMN_CHANGE])
    return when || count[DOCX_COLUMN_DATE] || count[DOCX_COLUMN_REASON] || count[DOCX_COLUMN_PAGE];
  return when && count[DOCX_COLUMN_WORK] && !count[DOCX_COLUMN_ROLE] && !count[DOCX_COLUMN_TIME];
}

/* Tables of what an administrative procedure consists of. */
static DocxTableKind
kind_of_part (const unsigned *count)
{
  bool counted = count[DOCX_COLUMN_ORIGINALS] || count[DOCX_COLUMN_DUPLICATES];

  if (count[DOCX_COLUMN_WORK] || count[DOCX_COLUMN_ROLE])
    return DOCX_TABLE_OTHER;
  if (counted && (count[DOCX_COLUMN_PAPER] || count[DOCX_COLUMN_RECORD]))
    return DOCX_TABLE_DOSSIER;
  if (count[DOCX_COLUMN_CASE] && count[DOCX_COLUMN_TIME])
    return DOCX_TABLE_LIMITS;
  return count[DOCX_COLUMN_CHANNEL] && (count[DOCX_COLUMN_TIME] || count[DOCX_COLUMN_FEE]) ? DOCX_TABLE_CHANNELS
                                                                                           : DOCX_TABLE_OTHER;
}

static DocxTableKind
kind_of (const unsigned *count)
{
  DocxTableKind part = kind_of_part (count);
  bool named = count[DOCX_COLUMN_RECORD] || count[DOCX_COLUMN_FORM] || count[DOCX_COLUMN_WORK];
  bool kept = count[DOCX_COLUMN_PLACE] || count[DOCX_COLUMN_RETENTION] || count[DOCX_COLUMN_KEEPER];

  if (part != DOCX_TABLE_OTHER || (count[DOCX_COLUMN_NEXT] && !count[DOCX_COLUMN_ROLE]))
    return part;
  if (kept && named)
    return DOCX_TABLE_RECORDS;
  if (tells_changes (count))
    return DOCX_TABLE_AMENDMENTS;
  if ((count[DOCX_COLUMN_DRAFTED] > 0) + (count[DOCX_COLUMN_REVIEWED] > 0) + (count[DOCX_COLUMN_APPROVED] > 0) >= 2)
    return DOCX_TABLE_SIGNATURES;
  if ((count[DOCX_COLUMN_WORK] && (count[DOCX_COLUMN_ROLE] || count[DOCX_COLUMN_TIME]))
      || (count[DOCX_COLUMN_NUMBER] && count[DOCX_COLUMN_ROLE] && count[DOCX_COLUMN_TIME]))
    return DOCX_TABLE_STEPS;
  if (count[DOCX_COLUMN_TERM] && count[DOCX_COLUMN_MEANING])
    return DOCX_TABLE_DEFINITIONS;
  if ((count[DOCX_COLUMN_RECORD] || count[DOCX_COLUMN_FORM]) && (count[DOCX_COLUMN_CODE] || count[DOCX_COLUMN_NUMBER])
      && !count[DOCX_COLUMN_ROLE])
    return DOCX_TABLE_FORMS;
  return DOCX_TABLE_OTHER;
}

/* How many rows the headings take: as many as the highest of their cells, and those that Word repeats with them. */
static size_t
heading_rows (const QmsBlock *block, size_t row)
{
  const QmsWordRow *cells = block->rows->pdata[row];
  size_t rows = 1;

  for (guint i = 0; i < cells->cells->len; i++)
    rows = MAX (rows, ((const QmsWordCell *)cells->cells->pdata[i])->rows);
  while (row + rows < block->rows->len && ((const QmsWordRow *)block->rows->pdata[row + rows])->heading)
    rows++;
  return MIN (rows, block->rows->len - row);
}

bool
docx_table_find (const QmsBlock *block, size_t row, DocxTable *table)
{
  unsigned count[DOCX_N_COLUMNS] = { 0 };
  const QmsWordRow *cells = block->rows->pdata[row];

  for (guint i = 0; i < cells->cells->len; i++)
    count[docx_cell_column (cells->cells->pdata[i])]++;
  *table = (DocxTable){ kind_of (count), block, row, row + heading_rows (block, row), block->rows->len };
  if (table->kind == DOCX_TABLE_OTHER)
    table->kind = docx_flow_kind (cells);
  if (row > 0 && (table->kind == DOCX_TABLE_FORMS || table->kind == DOCX_TABLE_DEFINITIONS))
    table->kind = DOCX_TABLE_OTHER; /* their words are too common for what stands inside another table */
  return table->kind != DOCX_TABLE_OTHER;
}

bool
docx_table_is_cover (const QmsBlock *block)
{
  enum { MOST_ROWS = 12 };
  bool found[3] = { false };

  for (guint r = 0; r < block->rows->len && r < MOST_ROWS; r++) {
    const QmsWordRow *row = block->rows->pdata[r];
    for (guint c = 0; c < row->cells->len; c++) {
      g_autofree char *text = docx_cell_line (row->cells->pdata[c]), *plain = docx_plain (text);
      found[docx_anywhere (cover_labels, plain)] = true;
    }
  }
  return found[1] && found[2];
}

bool
docx_table_lists_signatures (const QmsBlock *block)
{
  bool found[DOCX_N_COLUMNS] = { false };

  for (guint r = 0; r < block->rows->len; r++) {
    const QmsWordRow *row = block->rows->pdata[r];
    if (row->cells->len > 1)
      found[docx_cell_column (row->cells->pdata[0])] = true;
  }
  return found[DOCX_COLUMN_DRAFTED] + found[DOCX_COLUMN_REVIEWED] + found[DOCX_COLUMN_APPROVED] >= 2;
}

/* ---- columns */

void
docx_table_read_columns (const DocxTable *table, DocxColumn *columns)
{
  size_t count = table->block->columns;

  for (size_t i = 0; i < count; i++) {
    const QmsWordCell *cell = docx_table_cell (table->block, table->first, i);
    columns[i] = cell ? docx_cell_column (cell) : DOCX_COLUMN_NONE;
  }
}

char *
docx_table_heading (const DocxTable *table, size_t column)
{
  GString *out = g_string_new (NULL);

  for (size_t row = table->first; row < table->body; row++) {
    const QmsWordCell *cell = docx_table_cell (table->block, row, column);
    g_autofree char *text = cell && !cell->continued ? docx_cell_line (cell) : NULL;
    if (text && *text)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " - " : "", text);
  }
  return g_string_free (out, FALSE);
}

char *
docx_row_text (const DocxTable *table, const DocxColumn *columns, size_t row, DocxColumn column)
{
  size_t count = table->block->columns;

  for (size_t i = 0; i < count; i++)
    if (columns[i] == column)
      return docx_cell_lines (qms_block_cell (table->block, row, i));
  return g_strdup ("");
}
