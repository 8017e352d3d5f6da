/* SPDX-License-Identifier: Apache-2.0 */
/* CSV as spreadsheets save it: bytes into rows of cells. */
#include "interop/csv_text.h"

#include "core/text.h"
#include "gen/rules.h"

#include <string.h>

#define MARK "\xEF\xBB\xBF"

static QmsPlace
place_of (const CsvReader *reader, uint32_t line, uint32_t column)
{
  return (QmsPlace){ .file = reader->name, .line = line, .column = column };
}

QmsStatus
csv_reader_fail_limit (const CsvReader *reader, size_t limit, const char *vi, const char *en, QmsError **error)
{
  QmsPlace place = place_of (reader, reader->line, reader->column);
  g_autofree char *most = g_strdup_printf ("%zu", limit);

  return qms_error_add (error, &qms_gen_rules[QMS_MSG_CSV_LIMIT], &place,
                        QMS_VALUES ({ "limit", { most, NULL } }, { "what", { vi, en } }));
}

/* ---- bytes */

static bool
begins (const char *data, size_t size, const char *bytes, size_t length)
{
  return size >= length && memcmp (data, bytes, length) == 0;
}

/* Other files of spreadsheets that people take for their CSV. */
static const char *
workbook_of (const char *data, size_t size)
{
  if (begins (data, size, "PK\3\4", 4))
    return "XLSX/ODS";
  return begins (data, size, "\xD0\xCF\x11\xE0", 4) ? "XLS" : NULL;
}

/* UTF-16 with its mark is what "Unicode text" is in Excel. NULL if it is damaged. */
static char *
to_utf8 (const char *data, size_t size, gsize *length)
{
  if (begins (data, size, "\xFF\xFE", 2) || begins (data, size, "\xFE\xFF", 2))
    return g_convert (data, (gssize)size, "UTF-8", "UTF-16", NULL, length, NULL);
  size_t mark = begins (data, size, MARK, strlen (MARK)) ? strlen (MARK) : 0;
  *length = size - mark;
  return g_strndup (data + mark, *length);
}

/* Says where the first byte is that no UTF-8 text has. */
static QmsStatus
fail_encoding (const CsvReader *reader, const char *data, size_t bad, QmsError **error)
{
  g_autofree char *byte = g_strdup_printf ("0x%02X", (unsigned char)data[bad]);
  QmsPlace place = place_of (reader, 1, 1);

  for (size_t i = 0; i < bad; i++) {
    place.line += data[i] == '\n';
    place.column = data[i] == '\n' ? 1 : place.column + ((data[i] & 0xC0) != 0x80);
  }
  return qms_fail (error, QMS_MSG_CSV_ENCODING, &place, "byte", byte, NULL);
}

static QmsStatus
load (CsvReader *reader, const char *data, size_t size, QmsError **error)
{
  QmsPlace start = place_of (reader, 1, 1);
  const char *workbook = workbook_of (data, size);
  gsize length = 0;
  size_t bad;

  if (workbook)
    return qms_fail (error, QMS_MSG_CSV_WORKBOOK, &start, "what", workbook, NULL);
  reader->bytes = to_utf8 (data, size, &length);
  if (!reader->bytes)
    return fail_encoding (reader, data, 0, error);
  if (!qms_text_is_xml (reader->bytes, length, &bad))
    return fail_encoding (reader, reader->bytes, bad, error);
  reader->at = reader->bytes;
  reader->end = reader->bytes + length;
  return QMS_OK;
}

/* ---- the separator */

/* The one of ";", "," and tab that the first line has most of. */
static char
find_separator (const char *text)
{
  static const char separators[] = { ';', ',', '\t' };
  size_t counts[G_N_ELEMENTS (separators)] = { 0 }, best = 0;
  bool quoted = false;

  for (; *text && (quoted || (*text != '\n' && *text != '\r')); text++) {
    quoted ^= *text == '"';
    for (size_t i = 0; i < G_N_ELEMENTS (separators); i++)
      counts[i] += !quoted && *text == separators[i];
  }
  for (size_t i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

/* ---- cells */

/* Past a line break, "\r\n" being one. */
static void
skip_break (CsvReader *reader)
{
  reader->at += reader->at[0] == '\r' && reader->at[1] == '\n' ? 2 : 1;
  reader->line++;
  reader->column = 1;
}

static void
skip_byte (CsvReader *reader)
{
  reader->column += (*reader->at & 0xC0) != 0x80;
  reader->at++;
}

static bool
is_break (char c)
{
  return c == '\n' || c == '\r';
}

static bool
ends_cell (const CsvReader *reader)
{
  return reader->at == reader->end || *reader->at == reader->separator || is_break (*reader->at);
}

/* Takes what stands between quotes to where the cell begins; `*out` becomes its end. */
static QmsStatus
take_quoted (CsvReader *reader, const CsvCell *cell, char **out, QmsError **error)
{
  QmsPlace place = place_of (reader, cell->line, cell->column);

  for (skip_byte (reader); reader->at < reader->end;) {
    if (*reader->at == '"' && reader->at[1] != '"')
      break;
    if (*reader->at == '"')
      skip_byte (reader);
    *(*out)++ = is_break (*reader->at) ? '\n' : *reader->at;
    if (is_break (*reader->at))
      skip_break (reader);
    else
      skip_byte (reader);
  }
  if (reader->at == reader->end)
    return qms_fail (error, QMS_MSG_CSV_QUOTE_OPEN, &place, NULL);
  skip_byte (reader);
  place = place_of (reader, reader->line, reader->column);
  return ends_cell (reader) ? QMS_OK : qms_fail (error, QMS_MSG_CSV_QUOTE_BEHIND, &place, NULL);
}

static QmsStatus
take_cell (CsvReader *reader, CsvCell *cell, char **out, QmsError **error)
{
  char *begin = reader->at;

  *cell = (CsvCell){ .text = begin, .line = reader->line, .column = reader->column };
  *out = begin;
  if (reader->at < reader->end && *begin == '"')
    return take_quoted (reader, cell, out, error);
  while (!ends_cell (reader))
    skip_byte (reader);
  *out = reader->at;
  return QMS_OK;
}

/* Reads one cell and what ends it; `*more` becomes whether the row goes on. */
static QmsStatus
read_cell (CsvReader *reader, bool *more, QmsError **error)
{
  CsvCell cell;
  char *out;
  QmsStatus status = take_cell (reader, &cell, &out, error);

  if (status != QMS_OK)
    return status;
  if (out - cell.text > CSV_LONGEST_CELL)
    return csv_reader_fail_limit (reader, CSV_LONGEST_CELL, "byte trong một ô", "bytes in a cell", error);
  if (reader->cells->len == CSV_MOST_COLUMNS)
    return csv_reader_fail_limit (reader, CSV_MOST_COLUMNS, "cột", "columns", error);
  *more = reader->at < reader->end && *reader->at == reader->separator;
  if (*more)
    skip_byte (reader);
  else if (reader->at < reader->end)
    skip_break (reader);
  *out = '\0';
  g_array_append_val (reader->cells, cell);
  return QMS_OK;
}

static bool
is_blank (const CsvReader *reader)
{
  for (guint i = 0; i < reader->cells->len; i++) {
    const char *text = g_array_index (reader->cells, CsvCell, i).text;
    if (text[strspn (text, " \t\n")] != '\0')
      return false;
  }
  return true;
}

static QmsStatus
read_row (CsvReader *reader, QmsError **error)
{
  QmsStatus status = QMS_OK;

  while (reader->at < reader->end && is_break (*reader->at))
    skip_break (reader);
  g_array_set_size (reader->cells, 0);
  for (bool more = true; more && status == QMS_OK;)
    status = read_cell (reader, &more, error);
  return status;
}

QmsStatus
csv_reader_next (CsvReader *reader, QmsError **error)
{
  QmsStatus status = QMS_OK;

  g_array_set_size (reader->cells, 0);
  while (status == QMS_OK && is_blank (reader) && reader->at < reader->end)
    status = read_row (reader, error);
  if (status == QMS_OK && is_blank (reader))
    g_array_set_size (reader->cells, 0);
  if (reader->cells->len > 0 && reader->n_rows++ > CSV_MOST_ROWS) /* the headings come first */
    return csv_reader_fail_limit (reader, CSV_MOST_ROWS, "dòng", "rows", error);
  return status;
}

/* ---- open and close */

/* "sep=;" alone on the first line tells Excel the separator. */
static bool
says_separator (const char *text)
{
  return g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] && is_break (text[5]);
}

QmsStatus
csv_reader_open (CsvReader *reader, const void *data, size_t size, const char *name, QmsError **error)
{
  QmsStatus status;

  *reader = (CsvReader){ .name = name, .line = 1, .column = 1 };
  if (size > CSV_MOST_BYTES)
    return csv_reader_fail_limit (reader, CSV_MOST_BYTES, "byte", "bytes", error);
  status = load (reader, data, size, error);
  if (status != QMS_OK)
    return status;
  reader->cells = g_array_new (FALSE, FALSE, sizeof (CsvCell));
  if (says_separator (reader->at)) {
    reader->separator = reader->at[4];
    reader->at += 5;
    skip_break (reader);
  } else {
    reader->separator = find_separator (reader->at);
  }
  return QMS_OK;
}

void
csv_reader_clear (CsvReader *reader)
{
  g_clear_pointer (&reader->cells, g_array_unref);
  g_clear_pointer (&reader->bytes, g_free);
}
