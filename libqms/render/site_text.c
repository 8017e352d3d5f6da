/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of a system as HTML. */
#include "core/text.h"
#include "render/site.h"

#include <string.h>

typedef enum { PARAGRAPH, DASHES, PLUSES } Block;

/* What a line is, and what it says without its mark. */
static Block
block_of (const char *line, const char **text)
{
  static const struct {
    const char *mark;
    Block block;
  } marks[] = { { "- ", DASHES }, { "– ", DASHES }, { "• ", DASHES }, { "* ", DASHES }, { "+ ", PLUSES } };

  line += strspn (line, " \t");
  for (size_t i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line, marks[i].mark)) {
      *text = line + strlen (marks[i].mark);
      return marks[i].block;
    }
  *text = line;
  return PARAGRAPH;
}

static void
change_block (GString *out, Block from, Block to)
{
  if (from == to)
    return;
  if (from != PARAGRAPH)
    g_string_append (out, "</ul>\n");
  if (to != PARAGRAPH)
    g_string_append (out, to == DASHES ? "<ul>\n" : "<ul class=\"plus\">\n");
}

void
qms_site_paragraphs (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  Block block = PARAGRAPH;

  for (char **line = lines; *line; line++) {
    const char *said;
    Block next = block_of (g_strchomp (*line), &said);
    if (!*said)
      continue;
    change_block (out, block, next);
    qms_text_append_markup (out, next == PARAGRAPH ? "<p>%s</p>\n" : "<li>%s</li>\n", said);
    block = next;
  }
  change_block (out, block, PARAGRAPH);
}

/* Nothing but the web: an address such as "javascript:" would run in the reader's name. */
static bool
is_web_address (const char *address)
{
  return address
         && (g_ascii_strncasecmp (address, "https://", 8) == 0 || g_ascii_strncasecmp (address, "http://", 7) == 0);
}

void
qms_site_link_out (GString *out, const char *address, const char *text)
{
  if (is_web_address (address))
    qms_text_append_markup (out, "<a href=\"%s\" rel=\"external noopener noreferrer\">%s</a>", address, text);
  else
    qms_text_append_markup (out, "%s", text);
}

void
qms_site_nothing (QmsSiteWriter *writer)
{
  g_string_append (writer->out, "<p class=\"none\">Chưa có thông tin.</p>\n");
}
