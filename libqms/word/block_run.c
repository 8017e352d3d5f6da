/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of a paragraph: text, breaks, fields, links, formulas and the text boxes that hang on it. */
#include "word/block_reader.h"

#include <stdlib.h>
#include <string.h>

#define MATH_NAMESPACE "http://schemas.openxmlformats.org/officeDocument/2006/math"
#define STRICT_MATH_NAMESPACE "http://purl.oclc.org/ooxml/officeDocument/math"

enum { MOST_FIELDS = 32 }; /* inside each other */

/* Where in a paragraph the walk is. */
typedef struct {
  QmsBlockReader *reader;
  QmsWordParagraph *paragraph;
  const QmsWordStyle *style; /* of the paragraph */
  bool bold, linked;
} Place;

static void read_children (const Place *place, const QmsXmlTreeNode *element);

/* ---- fields */

static QmsWordField *
last_field (const QmsBlockReader *self)
{
  return self->fields->len ? &g_array_index (self->fields, QmsWordField, self->fields->len - 1) : NULL;
}

static void
begin_field (QmsBlockReader *self)
{
  QmsWordField field = { g_string_new (NULL), false, false };

  if (self->fields->len < MOST_FIELDS)
    g_array_append_val (self->fields, field);
  else
    g_string_free (field.instruction, TRUE);
}

static void
end_field (QmsBlockReader *self)
{
  if (!last_field (self))
    return;
  g_string_free (last_field (self)->instruction, TRUE);
  g_array_set_size (self->fields, self->fields->len - 1);
}

static bool
lists_contents (const char *instruction)
{
  while (*instruction == ' ')
    instruction++;
  return g_ascii_strncasecmp (instruction, "TOC", 3) == 0 && !g_ascii_isalpha (instruction[3]);
}

static void
begin_result (QmsBlockReader *self)
{
  QmsWordField *field = last_field (self);

  if (!field)
    return;
  field->result = true;
  field->contents = lists_contents (field->instruction->str);
}

static void
read_field_mark (const Place *place, const QmsXmlTreeNode *element)
{
  const char *type = qms_word_attribute (element, "fldCharType");

  if (type && strcmp (type, "begin") == 0)
    begin_field (place->reader);
  else if (type && strcmp (type, "separate") == 0)
    begin_result (place->reader);
  else if (type && strcmp (type, "end") == 0)
    end_field (place->reader);
  place->paragraph->contents |= qms_block_in_contents (place->reader);
}

static void
read_instruction (const Place *place, const QmsXmlTreeNode *element)
{
  QmsWordField *field = last_field (place->reader);

  for (const QmsXmlTreeNode *at = element->first; field && at; at = at->next)
    if (!at->name && !at->comment)
      g_string_append (field->instruction, at->text);
}

static void
read_simple_field (const Place *place, const QmsXmlTreeNode *element)
{
  const char *instruction = qms_word_attribute (element, "instr");

  place->paragraph->contents |= instruction && lists_contents (instruction);
  read_children (place, element);
}

void
qms_block_end_instructions (QmsBlockReader *self)
{
  while (last_field (self) && !last_field (self)->result)
    end_field (self);
}

void
qms_block_end_fields (QmsBlockReader *self)
{
  while (last_field (self))
    end_field (self);
}

bool
qms_block_in_contents (const QmsBlockReader *self)
{
  bool contents = self->contents > 0;

  for (guint i = 0; i < self->fields->len; i++)
    contents |= g_array_index (self->fields, QmsWordField, i).contents;
  return contents;
}

/* Only the innermost instruction can be open: fields within it are part of it. */
static bool
is_hidden_by_field (const QmsBlockReader *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!g_array_index (self->fields, QmsWordField, i).result)
      return true;
  return false;
}

/* ---- text */

static void
append (const Place *place, const char *text, size_t length)
{
  QmsWordParagraph *paragraph = place->paragraph;
  size_t seen = 0;

  if (is_hidden_by_field (place->reader))
    return;
  for (size_t i = 0; i < length; i++)
    seen += !g_ascii_isspace (text[i]);
  g_string_append_len (paragraph->text, text, (gssize)length);
  paragraph->seen += seen;
  paragraph->bold += place->bold ? seen : 0;
  paragraph->linked += place->linked ? seen : 0;
}

/* Blanks at the ends count only where the file says so. A line break of the file is a blank. */
static void
read_text (const Place *place, const QmsXmlTreeNode *element)
{
  const char *space = qms_word_attribute (element, "space");
  g_autoptr (GString) text = g_string_new (NULL);

  for (const QmsXmlTreeNode *at = element->first; at; at = at->next)
    if (!at->name && !at->comment)
      g_string_append (text, at->text);
  g_strdelimit (text->str, "\t\r\n", ' ');
  if (!space || strcmp (space, "preserve") != 0)
    g_strstrip (text->str);
  append (place, text->str, strlen (text->str));
}

/* Signs of the Symbol font that procedures use; other signs are pictures to a reader. */
static const char *
symbol (int code)
{
  static const struct {
    int code;
    const char *text;
  } known[] = { { 0xA3, "≤" }, { 0xB3, "≥" }, { 0xB0, "°" }, { 0xB1, "±" },
                { 0xB4, "×" }, { 0xB8, "÷" }, { 0xB9, "≠" }, { 0xB7, "•" } };

  for (size_t i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].code == code)
      return known[i].text;
  return "";
}

static void
read_symbol (const Place *place, const QmsXmlTreeNode *element)
{
  const char *font = qms_word_attribute (element, "font"), *code = qms_word_attribute (element, "char");
  const char *text = font && code && strcmp (font, "Symbol") == 0 ? symbol ((int)strtol (code, NULL, 16) & 0xFF) : "";

  append (place, text, strlen (text));
}

/* ---- runs and links */

/* A switch of the run itself decides; styles of paragraph and run cancel each other out. */
static bool
is_on (int own, int of_run, int of_paragraph)
{
  return own >= 0 ? own : (of_run == 1) != (of_paragraph == 1);
}

static void
read_run (const Place *place, const QmsXmlTreeNode *element)
{
  const QmsXmlTreeNode *properties = qms_word_child (element, "rPr");
  const char *id = qms_word_value (properties, "rStyle");
  const QmsWordStyle *style = id ? qms_word_style (place->reader->styles, id) : &qms_word_plain_style;
  Place within = *place;

  if (is_on (qms_word_switch (properties, "vanish"), style->hidden, place->style->hidden))
    return;
  within.bold = is_on (qms_word_switch (properties, "b"), style->bold, place->style->bold);
  read_children (&within, element);
}

static void
read_link (const Place *place, const QmsXmlTreeNode *element)
{
  const char *anchor = qms_word_attribute (element, "anchor");
  Place within = *place;

  within.linked |= anchor && g_str_has_prefix (anchor, "_Toc");
  read_children (&within, element);
}

/* ---- formulas: "1/2" may be one */

static bool
is_math (const QmsXmlTreeNode *element, const char *name)
{
  return strcmp (element->name, name) == 0
         && (strcmp (element->uri, MATH_NAMESPACE) == 0 || strcmp (element->uri, STRICT_MATH_NAMESPACE) == 0);
}

static void
read_fraction (const Place *place, const QmsXmlTreeNode *element)
{
  for (const QmsXmlTreeNode *at = element->first; at; at = at->next) {
    if (at->name && is_math (at, "den"))
      append (place, "/", 1);
    if (at->name)
      read_children (place, at);
  }
}

/* ---- the walk */

static void
read_box (const Place *place, const QmsXmlTreeNode *element)
{
  g_ptr_array_add (place->paragraph->boxes, (gpointer)element);
}

static void
read_break (const Place *place, const QmsXmlTreeNode *element G_GNUC_UNUSED)
{
  append (place, "\n", 1);
}

static void
read_tab (const Place *place, const QmsXmlTreeNode *element G_GNUC_UNUSED)
{
  append (place, " ", 1);
}

static void
read_hyphen (const Place *place, const QmsXmlTreeNode *element G_GNUC_UNUSED)
{
  append (place, "-", 1);
}

static void
skip (const Place *place G_GNUC_UNUSED, const QmsXmlTreeNode *element G_GNUC_UNUSED)
{
}

typedef void (*Read) (const Place *place, const QmsXmlTreeNode *element);

/* What is not named here counts for what it holds: smart tags, insertions, content controls, drawings. */
static Read
read_for (const QmsXmlTreeNode *element)
{
  static const struct {
    const char *name;
    Read read;
  } known[] = {
    { "r", read_run },
    { "t", read_text },
    { "rPr", skip },
    { "pPr", skip },
    { "tab", read_tab },
    { "ptab", read_tab },
    { "br", read_break },
    { "cr", read_break },
    { "noBreakHyphen", read_hyphen },
    { "sym", read_symbol },
    { "hyperlink", read_link },
    { "fldChar", read_field_mark },
    { "fldSimple", read_simple_field },
    { "instrText", read_instruction },
    { "txbxContent", read_box },
    { "del", skip },
    { "moveFrom", skip },
    { "sdtPr", skip },
    { "sdtEndPr", skip },
    { "rt", skip }, /* reading aid above a word */
  };

  for (size_t i = 0; i < G_N_ELEMENTS (known); i++)
    if (qms_word_is (element, known[i].name))
      return known[i].read;
  if (is_math (element, "f"))
    return read_fraction;
  return is_math (element, "t") ? read_text : read_children;
}

static void
read_children (const Place *place, const QmsXmlTreeNode *element)
{
  if (qms_block_is_alternatives (element))
    element = qms_block_branch (element);
  for (const QmsXmlTreeNode *at = element ? element->first : NULL; at; at = at->next)
    if (at->name)
      read_for (at) (place, at);
}

void
qms_block_read_inline (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *element,
                       const QmsWordStyle *style)
{
  Place place = { .reader = self, .paragraph = paragraph, .style = style };

  read_children (&place, element);
}
