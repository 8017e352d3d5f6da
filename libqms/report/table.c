/* SPDX-License-Identifier: Apache-2.0 */
/* What tables for people share: cells of CSV, and the head of an HTML file that needs no other. */
#include "report/table.h"

#include "core/error.h"
#include "core/text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

/* ---- CSV */

/* Whether a spreadsheet would take the text for a formula, were it not for apostrophes in front. A text that has such
 * apostrophes of its own gets one more, so that taking one away gives every text back. */
static bool
is_formula (const char *text)
{
  char first = text[strspn (text, "'")];

  return first && strchr ("=+-@\t\r", first);
}

const char *
qms_csv_unescape (const char *cell)
{
  return *cell == '\'' && is_formula (cell) ? cell + 1 : cell;
}

void
qms_csv_append_cell (GString *out, char separator, const char *text)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, separator);
  g_string_append_c (out, '"');
  if (text && is_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; p && *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

void
qms_csv_append (GString *out, const char *text)
{
  qms_csv_append_cell (out, ',', text);
}

void
qms_csv_end_line (GString *out)
{
  g_string_append (out, "\r\n");
}

/* ---- HTML */

static const char start[] = "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                            "<title>%s</title>\n<style>\n";

static const char common[] =
    "body { font: 16px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; "
    "max-width: 80rem; padding: 0 1rem; }\n"
    "h1 { font-size: 1.6rem; margin-bottom: .25rem; }\nh2 { font-size: 1.2rem; margin-top: 2rem; }\n"
    "table { border-collapse: collapse; }\n"
    "th, td { border: 1px solid #b8b8b8; padding: .35rem .55rem; text-align: left; vertical-align: top; }\n"
    "thead th { background: #eef1f5; }\n"
    ".good { color: #14602c; } .bad { color: #a1121f; font-weight: bold; } .open { color: #7a4d00; }\n"
    "@media print { body { margin: 0; max-width: none; font-size: 10.5px; } tr { break-inside: avoid; } "
    "thead { display: table-header-group; } }\n";

void
qms_html_open (GString *out, int lang, const char *title, const char *style)
{
  qms_text_append_markup (out, start, lang == QMS_LANG_EN ? "en" : "vi", title);
  g_string_append (out, common);
  g_string_append (out, style);
  g_string_append (out, "</style>\n</head>\n<body>\n");
}

void
qms_html_append_head (GString *out, const char *const *columns, size_t count)
{
  g_string_append (out, "<thead><tr>");
  for (size_t i = 0; i < count; i++)
    qms_text_append_markup (out, "<th scope=\"col\">%s</th>", columns[i]);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}
