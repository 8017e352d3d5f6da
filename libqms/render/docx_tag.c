/* SPDX-License-Identifier: Apache-2.0 */
/* Reads tags. */
#include "render/docx_tag.h"

#include "core/text.h"
#include "gen/ids.h"

#include <string.h>

typedef struct {
  QmsArena *arena;
  const char *at; /* in the text of the tag */
  QmsTag *tag;
  QmsError **error;
  bool failed;
} Reader;

static const char *const words[] = {
  [QMS_TAG_EACH] = "#each", [QMS_TAG_IF] = "#if",   [QMS_TAG_UNLESS] = "#unless", [QMS_TAG_CELLS] = "#cells",
  [QMS_TAG_ELSE] = "#else", [QMS_TAG_FOR] = "@for", [QMS_TAG_TITLE] = "@title",   [QMS_TAG_NEEDS] = "@needs",
};

bool
qms_tag_opens (const QmsTag *tag)
{
  return tag->kind >= QMS_TAG_EACH && tag->kind <= QMS_TAG_CELLS;
}

/* ---- errors */

QmsStatus
qms_tag_fail (const QmsTag *tag, int message, const QmsValue *values, size_t n_values, QmsError **error)
{
  QmsPlace place = { tag->place->file, 0, 0, NULL };
  g_autofree char *number = g_strdup_printf ("%zu", tag->place->paragraph);
  g_autofree char *source = qms_message_quote (tag->source, strlen (tag->source));
  QmsValue all[8] = {
    { "part", { tag->place->part } },
    { "paragraph", { number } },
    { "text", { tag->place->text } },
    { "tag", { source } },
  };
  size_t n = 4;

  for (size_t i = 0; i < n_values && n < G_N_ELEMENTS (all); i++)
    all[n++] = values[i];
  return qms_error_add (error, &qms_gen_rules[message], &place, all, n);
}

static void
fail_syntax (Reader *self, const char *vi, const char *en)
{
  if (!self->failed)
    qms_tag_fail (self->tag, QMS_MSG_TEMPLATE_SYNTAX, QMS_VALUES ({ "expected", { vi, en } }), self->error);
  self->failed = true;
}

static void
fail_unknown (Reader *self, const char *name, const char *near_name)
{
  g_autofree char *found = qms_message_quote (name, strlen (name));
  g_autofree char *vi = near_name ? g_strdup_printf ("; có phải «%s»?", near_name) : g_strdup ("");
  g_autofree char *en = near_name ? g_strdup_printf ("; did you mean «%s»?", near_name) : g_strdup ("");

  if (!self->failed)
    qms_tag_fail (self->tag, QMS_MSG_TEMPLATE_WORD, QMS_VALUES ({ "name", { found } }, { "near", { vi, en } }),
                  self->error);
  self->failed = true;
}

/* ---- what tags are made of */

/* A tag as it was meant: marks composed, Word's quotes straight, blanks of all kinds a space, nothing that has no width. */
static char *
plain_text (const char *text, size_t length)
{
  g_autofree char *raw = g_strndup (text, length);
  g_autofree char *normal = qms_text_to_nfc (raw);
  GString *out = g_string_new (NULL);

  for (const char *p = normal ? normal : raw; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == 0x201C || c == 0x201D || c == 0x201E)
      g_string_append_c (out, '"');
    else if (g_unichar_isspace (c))
      g_string_append_c (out, ' ');
    else if (c != 0x200B && c != 0xFEFF && c != 0x2060)
      g_string_append_unichar (out, c);
  }
  g_strstrip (out->str);
  return g_string_free (out, FALSE);
}

static void
skip_blanks (Reader *self)
{
  while (*self->at == ' ')
    self->at++;
}

static bool
take (Reader *self, const char *mark)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->at, mark))
    return false;
  self->at += strlen (mark);
  return true;
}

/* A word and the blank or end behind it. */
static bool
take_word (Reader *self, const char *word)
{
  size_t length = strlen (word);

  skip_blanks (self);
  if (strncmp (self->at, word, length) != 0 || (self->at[length] && self->at[length] != ' '))
    return false;
  self->at += length;
  return true;
}

static const char *
read_quoted (Reader *self)
{
  const char *end;

  if (!take (self, "\""))
    return NULL;
  end = strchr (self->at, '"');
  if (!end) {
    fail_syntax (self, "dấu ngoặc kép đóng", "a closing quote");
    return NULL;
  }
  const char *text = qms_arena_strndup (self->arena, self->at, (size_t)(end - self->at));
  self->at = end + 1;
  return text;
}

/* ---- paths */

static QmsTagStep *
read_step (Reader *self)
{
  size_t length = strcspn (self->at, "/.[ |=!\"");
  QmsTagStep *step = qms_arena_alloc0 (self->arena, sizeof *step);

  if (length == 0)
    fail_syntax (self, "tên trường", "the name of a field");
  step->name = qms_arena_strndup (self->arena, self->at, length);
  self->at += length;
  if (*self->at == '[') {
    length = strcspn (self->at, "]");
    if (!self->at[length] || length == 1)
      fail_syntax (self, "số thứ tự hoặc định danh trong ngoặc vuông", "a position or identifier in brackets");
    step->selector = qms_arena_strndup (self->arena, self->at + 1, length - 1);
    self->at += length + (self->at[length] == ']');
  }
  return step;
}

static void
read_steps (Reader *self, QmsTagPath *path)
{
  QmsTagStep **end = &path->steps;

  do {
    *end = read_step (self);
    end = &(*end)->next;
    if (*self->at != '/' && *self->at != '.')
      return;
    self->at++;
  } while (!self->failed);
}

static QmsTagPath *
read_path (Reader *self)
{
  QmsTagPath *path = qms_arena_alloc0 (self->arena, sizeof *path);

  skip_blanks (self);
  path->root = *self->at == '/';
  self->at += path->root;
  while (!path->root && g_str_has_prefix (self->at, "..")) {
    path->up++;
    self->at += 2;
    if (*self->at != '/')
      return path;
    self->at++;
  }
  if (!path->root && path->up == 0 && *self->at == '.' && strchr (" |=!", self->at[1]))
    self->at++;
  else
    read_steps (self, path);
  return path;
}

static QmsTagTest *
read_test (Reader *self)
{
  QmsTagTest *test = qms_arena_alloc0 (self->arena, sizeof *test);

  test->left = read_path (self);
  test->differs = take (self, "!=");
  if (!test->differs && !take (self, "="))
    return test;
  skip_blanks (self);
  if (*self->at == '"')
    test->text = read_quoted (self);
  else if (*self->at && strchr ("/.@", *self->at))
    test->right = read_path (self);
  else {
    size_t length = strcspn (self->at, " ");
    test->text = qms_arena_strndup (self->arena, self->at, length);
    self->at += length;
    if (length == 0)
      fail_syntax (self, "giá trị để so sánh", "a value to compare with");
  }
  return test;
}

/* ---- formats */

static QmsTagFormat *
read_format (Reader *self)
{
  QmsTagFormat *format = qms_arena_alloc0 (self->arena, sizeof *format);
  const char *near_name = NULL;

  skip_blanks (self);
  if (*self->at == '"') {
    format->id = QMS_FORMAT_DEFAULT;
    format->text = read_quoted (self);
    return format;
  }
  g_autofree char *name = g_strndup (self->at, strcspn (self->at, "|\""));
  self->at += strlen (name);
  g_autofree char *folded = qms_fold_name (name);
  g_strstrip (name);
  if (!qms_tag_format_find (folded, &format->id, &near_name))
    fail_unknown (self, name, near_name);
  else if (format->id == QMS_FORMAT_JOIN && !(format->text = read_quoted (self)))
    fail_syntax (self, "dấu nối trong ngoặc kép", "what to join with, in quotes");
  return format;
}

static void
read_formats (Reader *self)
{
  QmsTagFormat **end = &self->tag->formats;

  while (!self->failed && take (self, "|")) {
    *end = read_format (self);
    end = &(*end)->next;
  }
}

/* ---- tags */

static void
read_value (Reader *self)
{
  self->tag->kind = QMS_TAG_VALUE;
  self->tag->literal = read_quoted (self);
  if (!self->tag->literal && !self->failed)
    self->tag->path = read_path (self);
  read_formats (self);
}

static void
read_opening (Reader *self)
{
  QmsTag *tag = self->tag;

  if (tag->kind == QMS_TAG_IF || tag->kind == QMS_TAG_UNLESS) {
    tag->test = read_test (self);
    return;
  }
  tag->path = read_path (self);
  if (tag->kind == QMS_TAG_EACH && take_word (self, "where"))
    tag->test = read_test (self);
  if (tag->kind == QMS_TAG_EACH && take_word (self, "by"))
    tag->by = read_path (self);
}

static void
read_rest (Reader *self)
{
  switch (self->tag->kind) {
  case QMS_TAG_ELSE:
    break;
  case QMS_TAG_TITLE:
    skip_blanks (self);
    self->tag->literal = qms_arena_strndup (self->arena, self->at, strlen (self->at));
    self->at += strlen (self->at);
    break;
  case QMS_TAG_FOR:
  case QMS_TAG_NEEDS:
    self->tag->path = read_path (self);
    break;
  default:
    read_opening (self);
  }
}

/* An end, "/each", if the text is one. */
static bool
read_end (Reader *self)
{
  for (QmsTagKind kind = QMS_TAG_EACH; kind <= QMS_TAG_CELLS; kind++)
    if (*self->at == '/' && strcmp (self->at + 1, words[kind] + 1) == 0) {
      self->tag->kind = QMS_TAG_END;
      self->tag->closes = kind;
      self->at += strlen (self->at);
      return true;
    }
  return false;
}

static bool
read_word (Reader *self)
{
  for (QmsTagKind kind = QMS_TAG_EACH; kind <= QMS_TAG_NEEDS; kind++)
    if (words[kind] && take_word (self, words[kind])) {
      self->tag->kind = kind;
      read_rest (self);
      return true;
    }
  return false;
}

static void
read_unknown_word (Reader *self)
{
  g_autofree char *word = g_strndup (self->at, strcspn (self->at, " "));

  if (g_str_has_suffix (word, words[QMS_TAG_EACH] + 1)) /* #foreach, as other languages have it */
    fail_unknown (self, word, words[QMS_TAG_EACH]);
  else
    fail_unknown (self, word, qms_text_nearest (word, words + QMS_TAG_EACH, QMS_TAG_ELSE - QMS_TAG_EACH + 1));
}

QmsTag *
qms_tag_read (QmsArena *arena, const char *text, size_t length, const QmsTagPlace *place, QmsError **error)
{
  g_autofree char *plain = plain_text (text, length), *source = g_strdup_printf ("{{%s}}", plain);
  QmsTag *tag = qms_arena_alloc0 (arena, sizeof *tag);
  Reader self = { arena, plain, tag, error, false };

  tag->source = qms_arena_strndup (arena, source, strlen (source));
  tag->place = place;
  if (!*plain)
    fail_syntax (&self, "tên trường", "the name of a field");
  else if (!read_end (&self) && !read_word (&self)) {
    if (*plain == '#')
      read_unknown_word (&self);
    else
      read_value (&self);
  }
  skip_blanks (&self);
  if (*self.at)
    fail_syntax (&self, "hết thẻ ở đây", "the end of the tag here");
  return self.failed ? NULL : tag;
}
