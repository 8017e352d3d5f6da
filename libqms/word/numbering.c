/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of a document (w:abstractNum), their uses (w:num) and how far each has been counted. */
#include "word/numbering.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 9, LONGEST_TEXT = 255 };

typedef struct {
  int32_t start, restart; /* restart: a paragraph of a level before this number begins it anew; 0: none does */
  const char *format, *text;
  const char *style; /* of paragraphs that it is meant for; NULL: none */
  bool decimal;      /* writes the numbers of higher levels in decimals */
} Level;

typedef struct {
  const Level *levels[LEVELS]; /* NULL if there is none */
  const char *style_link;      /* style whose list this one stands for; NULL: itself */
  int64_t counts[LEVELS];
  bool begun[LEVELS];
} List;

/* All uses of a list go on counting together, but one may begin a level anew or write it in another way. */
typedef struct {
  List *list;
  const Level *levels[LEVELS];
  int32_t starts[LEVELS]; /* -1: as the list has it */
  bool started[LEVELS];
} Use;

struct QmsWordNumbering {
  QmsXmlTree *tree; /* NULL: no numbering */
  QmsWordStyles *styles;
  GHashTable *lists; /* abstractNumId → List */
  GHashTable *uses;  /* numId → Use */
};

/* ---- reading */

static bool
is_level (int32_t level)
{
  return level >= 0 && level < LEVELS;
}

static int32_t
number_of (const char *text)
{
  return text ? (int32_t)strtol (text, NULL, 10) : -1;
}

static Level *
read_level (const QmsWordNumbering *self, const QmsXmlTreeNode *element, int32_t place)
{
  Level *level = qms_arena_alloc (self->tree->arena, sizeof *level);
  const char *format = qms_word_value (element, "numFmt"), *text = qms_word_value (element, "lvlText");

  level->start = qms_word_number (element, "start", 0);
  level->restart = qms_word_number (element, "lvlRestart", place);
  level->format = format ? format : "decimal";
  level->text = text && strlen (text) <= LONGEST_TEXT ? text : "";
  level->style = qms_word_value (element, "pStyle");
  level->decimal = qms_word_switch (element, "isLgl") == 1;
  return level;
}

static void
keep_level (const QmsWordNumbering *self, List *list, const QmsXmlTreeNode *element)
{
  int32_t place = number_of (qms_word_attribute (element, "ilvl"));

  if (is_level (place))
    list->levels[place] = read_level (self, element, place);
}

static void
read_list (QmsWordNumbering *self, const QmsXmlTreeNode *element)
{
  List *list = qms_arena_alloc0 (self->tree->arena, sizeof *list);

  list->style_link = qms_word_value (element, "numStyleLink");
  for (const QmsXmlTreeNode *at = qms_word_child (element, "lvl"); at; at = qms_word_next (at, "lvl"))
    keep_level (self, list, at);
  g_hash_table_insert (self->lists, GINT_TO_POINTER (number_of (qms_word_attribute (element, "abstractNumId"))), list);
}

static void
read_override (const QmsWordNumbering *self, Use *use, const QmsXmlTreeNode *element)
{
  int32_t place = number_of (qms_word_attribute (element, "ilvl"));
  const QmsXmlTreeNode *level = qms_word_child (element, "lvl");

  if (!is_level (place))
    return;
  if (level)
    use->levels[place] = read_level (self, level, place);
  use->starts[place] = qms_word_number (element, "startOverride", -1);
}

static void
read_use (QmsWordNumbering *self, const QmsXmlTreeNode *element)
{
  Use *use = qms_arena_alloc0 (self->tree->arena, sizeof *use);

  for (int i = 0; i < LEVELS; i++)
    use->starts[i] = -1;
  use->list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (qms_word_number (element, "abstractNumId", -1)));
  for (const QmsXmlTreeNode *at = qms_word_child (element, "lvlOverride"); at; at = qms_word_next (at, "lvlOverride"))
    read_override (self, use, at);
  g_hash_table_insert (self->uses, GINT_TO_POINTER (number_of (qms_word_attribute (element, "numId"))), use);
}

/* A list that stands for a style's takes that one's place. One step: the other names no style. */
static void
follow_style (QmsWordNumbering *self, Use *use)
{
  const char *style = use->list ? use->list->style_link : NULL;
  const Use *other =
      style ? g_hash_table_lookup (self->uses, GINT_TO_POINTER (qms_word_style (self->styles, style)->list)) : NULL;

  if (other && other->list)
    use->list = other->list;
}

static void
read_all (QmsWordNumbering *self)
{
  const QmsXmlTreeNode *root = self->tree->root;
  GHashTableIter uses;
  gpointer use;

  for (const QmsXmlTreeNode *at = qms_word_child (root, "abstractNum"); at; at = qms_word_next (at, "abstractNum"))
    read_list (self, at);
  for (const QmsXmlTreeNode *at = qms_word_child (root, "num"); at; at = qms_word_next (at, "num"))
    read_use (self, at);
  g_hash_table_iter_init (&uses, self->uses);
  while (g_hash_table_iter_next (&uses, NULL, &use))
    follow_style (self, use);
}

QmsWordNumbering *
qms_word_numbering_new (const QmsPackage *package, const char *part, QmsWordStyles *styles, QmsError **error)
{
  g_autoptr (QmsWordNumbering) self = g_new0 (QmsWordNumbering, 1);

  self->styles = styles;
  self->lists = g_hash_table_new (NULL, NULL);
  self->uses = g_hash_table_new (NULL, NULL);
  if (!part)
    return g_steal_pointer (&self);
  self->tree = qms_word_tree (package, part, error);
  if (!self->tree)
    return NULL;
  read_all (self);
  return g_steal_pointer (&self);
}

void
qms_word_numbering_free (QmsWordNumbering *numbering)
{
  if (!numbering)
    return;
  g_hash_table_unref (numbering->uses);
  g_hash_table_unref (numbering->lists);
  qms_xml_tree_free (numbering->tree);
  g_free (numbering);
}

void
qms_word_numbering_restart (QmsWordNumbering *numbering)
{
  GHashTableIter all;
  gpointer value;

  g_hash_table_iter_init (&all, numbering->lists);
  while (g_hash_table_iter_next (&all, NULL, &value))
    memset (((List *)value)->begun, 0, sizeof ((List *)value)->begun);
  g_hash_table_iter_init (&all, numbering->uses);
  while (g_hash_table_iter_next (&all, NULL, &value))
    memset (((Use *)value)->started, 0, sizeof ((Use *)value)->started);
}

/* ---- counting */

/* NULL if there is none. */
static const Level *
level_of (const Use *use, int place)
{
  return use->levels[place] ? use->levels[place] : use->list->levels[place];
}

static int64_t
start_of (const Use *use, int place)
{
  const Level *level = level_of (use, place);

  return use->starts[place] >= 0 || !level ? MAX (use->starts[place], 0) : level->start;
}

/* Levels below begin anew, unless they say that they do so after a higher one only, or never. */
static void
restart_below (Use *use, int place)
{
  for (int below = place + 1; below < LEVELS; below++) {
    const Level *level = level_of (use, below);
    if (level && place < level->restart)
      use->list->begun[below] = false;
  }
}

static void
begin (Use *use, int level)
{
  use->list->counts[level] = start_of (use, level);
  use->list->begun[level] = true;
  use->started[level] = true;
}

static void
count (Use *use, int level)
{
  bool anew = use->starts[level] >= 0 && !use->started[level];

  if (anew || !use->list->begun[level])
    begin (use, level);
  else
    use->list->counts[level]++;
  for (int above = 0; above < level; above++)
    if (!use->list->begun[above])
      begin (use, above);
  restart_below (use, level);
}

/* ---- labels */

/* Symbol fonts keep their signs in the private use area: all of them are bullets to a reader. */
static char *
bullet_of (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_strdup (g_unichar_type (c) == G_UNICODE_PRIVATE_USE ? "•" : text);
}

static void
append_number (GString *out, const Use *use, int place, bool decimal)
{
  const Level *level = level_of (use, place);

  qms_word_numeral (out, use->list->counts[place], decimal || !level ? "decimal" : level->format);
}

/* "%1.%2" with the numbers of these levels. */
static char *
fill_in (const Use *use, const Level *level)
{
  GString *out = g_string_new (NULL);

  for (const char *p = level->text; *p; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      append_number (out, use, *++p - '1', level->decimal);
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static char *
label_of (const Use *use, int place)
{
  const Level *level = level_of (use, place);
  g_autofree char *label = NULL;

  if (!level || !*level->text)
    return NULL;
  label = strcmp (level->format, "bullet") == 0 ? bullet_of (level->text) : fill_in (use, level);
  g_strstrip (label);
  return *label ? g_steal_pointer (&label) : NULL;
}

static Use *
find_use (const QmsWordNumbering *self, int32_t list)
{
  Use *use = list > 0 ? g_hash_table_lookup (self->uses, GINT_TO_POINTER (list)) : NULL;

  return use && use->list ? use : NULL;
}

int32_t
qms_word_numbering_level (const QmsWordNumbering *numbering, int32_t list, const char *style)
{
  const Use *use = style ? find_use (numbering, list) : NULL;

  for (int level = 0; use && level < LEVELS; level++) {
    const Level *its = level_of (use, level);
    if (its && its->style && strcmp (its->style, style) == 0)
      return level;
  }
  return -1;
}

char *
qms_word_numbering_next (QmsWordNumbering *numbering, int32_t list, int32_t level)
{
  Use *use = find_use (numbering, list);

  if (!use || !is_level (level))
    return NULL;
  count (use, level);
  return label_of (use, level);
}
