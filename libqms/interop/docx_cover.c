/* SPDX-License-Identifier: Apache-2.0 */
/* The cover: title, code, edition and dates behind their labels, in a table or not; what headers and footers say of them. */
#include "interop/docx_import.h"

#include "core/text.h"
#include "interop/docx_words.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
  LABEL_NONE,
  LABEL_CODE,
  LABEL_EDITION,
  LABEL_REVISION,
  LABEL_EDITION_REVISION,
  LABEL_ISSUED,
  LABEL_EFFECTIVE,
  LABEL_TITLE,
  LABEL_OTHER,
  N_LABELS
} Label;

static const DocxPhrase labels[] = {
  { LABEL_CODE, "ma hieu" },
  { LABEL_CODE, "ma hieu tai lieu" },
  { LABEL_CODE, "ma hieu quy trinh" },
  { LABEL_CODE, "ma so" },
  { LABEL_CODE, "ma so tai lieu" },
  { LABEL_CODE, "ma so quy trinh" },
  { LABEL_CODE, "ma tai lieu" },
  { LABEL_CODE, "ma quy trinh" },
  { LABEL_CODE, "ky hieu" },
  { LABEL_CODE, "ky ma hieu" },
  { LABEL_CODE, "so hieu" },
  { LABEL_CODE, "so ky hieu" },
  { LABEL_EDITION, "lan ban hanh" },
  { LABEL_EDITION, "ban hanh lan" },
  { LABEL_EDITION, "ban hanh lan thu" },
  { LABEL_EDITION, "lan ban hanh thu" },
  { LABEL_EDITION, "lan bh" },
  { LABEL_EDITION, "phien ban" },
  { LABEL_REVISION, "lan sua doi" },
  { LABEL_REVISION, "sua doi lan" },
  { LABEL_REVISION, "lan soat xet" },
  { LABEL_REVISION, "soat xet lan" },
  { LABEL_REVISION, "lan sd" },
  { LABEL_EDITION_REVISION, "lan ban hanh sua doi" },
  { LABEL_EDITION_REVISION, "lan ban hanh lan sua doi" },
  { LABEL_EDITION_REVISION, "lan bh sd" },
  { LABEL_ISSUED, "ngay ban hanh" },
  { LABEL_ISSUED, "ban hanh ngay" },
  { LABEL_ISSUED, "ngay bh" },
  { LABEL_ISSUED, "ngay phat hanh" },
  { LABEL_ISSUED, "ngay phe duyet" },
  { LABEL_EFFECTIVE, "ngay hieu luc" },
  { LABEL_EFFECTIVE, "ngay co hieu luc" },
  { LABEL_EFFECTIVE, "hieu luc" },
  { LABEL_EFFECTIVE, "hieu luc tu" },
  { LABEL_EFFECTIVE, "hieu luc tu ngay" },
  { LABEL_EFFECTIVE, "co hieu luc tu ngay" },
  { LABEL_EFFECTIVE, "ngay ap dung" },
  { LABEL_TITLE, "ten quy trinh" },
  { LABEL_TITLE, "ten tai lieu" },
  { LABEL_TITLE, "ten thu tuc" },
  { LABEL_OTHER, "trang" },
  { LABEL_OTHER, "so trang" },
  { LABEL_OTHER, "tong so trang" },
  { LABEL_OTHER, "ban so" },
  { LABEL_OTHER, "noi nhan" },
  { 0, NULL },
};

/* A paragraph of a cover, and the cell that it stands in. */
typedef struct {
  DocxSource source;
  const QmsBlock *block; /* its table; NULL if it stands in none */
  size_t row, column;
  bool used;
} Entry;

typedef struct {
  char *value;
  DocxSource source; /* text lives in the entries */
  char *label;
  bool odd; /* not in the form that such values have */
} Found;

struct DocxCover {
  GArray *entries[3]; /* of Entry, by DocxPart */
  GPtrArray *texts;   /* what the entries of tables quote */
  Found found[3][N_LABELS];
  GArray *editions;     /* of int: all that headers and footers say */
  GPtrArray *effective; /* the same, of the days of effect, as files have them */
  char *title, *agency, *parent;
  DocxSource title_source, agency_source;
};

/* ---- entries */

static void
add_cell (DocxCover *cover, DocxPart part, const QmsBlock *block, size_t row, const QmsWordCell *cell, size_t table)
{
  g_autofree char *text = docx_cell_lines (cell);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++) {
    Entry entry = { .block = block, .row = row, .column = cell->column };
    if (!*lines[i])
      continue;
    entry.source = (DocxSource){ { .part = part, .table = table, .row = row + 1 }, g_strdup (lines[i]) };
    g_ptr_array_add (cover->texts, (gpointer)entry.source.text);
    g_array_append_val (cover->entries[part], entry);
  }
}

static void
add_table (DocxCover *cover, DocxPart part, const DocxLine *line)
{
  const QmsBlock *block = line->table->block;

  for (guint r = 0; r < block->rows->len; r++) {
    const QmsWordRow *row = block->rows->pdata[r];
    for (guint c = 0; c < row->cells->len; c++)
      add_cell (cover, part, block, r, row->cells->pdata[c], line->source.place.table);
  }
}

static void
collect (DocxCover *cover, DocxPart part, const GPtrArray *lines)
{
  cover->entries[part] = g_array_new (FALSE, TRUE, sizeof (Entry));
  for (guint i = 0; i < lines->len; i++) {
    const DocxLine *line = docx_line (lines, i);
    Entry entry = { .source = line->source };
    if (line->section != DOCX_SECTION_FRONT || line->contents)
      continue;
    if (line->table && line->table->kind == DOCX_TABLE_COVER)
      add_table (cover, part, line);
    else if (!line->table)
      g_array_append_val (cover->entries[part], entry);
  }
}

/* ---- labels */

static Entry *
entry_at (const DocxCover *cover, DocxPart part, guint index)
{
  return index < cover->entries[part]->len ? &g_array_index (cover->entries[part], Entry, index) : NULL;
}

/* "Trạng hôn nhân" is no number of pages: behind a label are a colon, a figure, a capital, or nothing. */
static bool
is_behind_label (const char *text, const char *value)
{
  return !*value || value[-1] == ':' || (value > text + 1 && value[-2] == ':') || g_ascii_isdigit (*value)
         || g_unichar_isupper (g_utf8_get_char (value)) || strchr ("(.…", *value);
}

/* What the text says that it is; `*value` becomes what it is. */
static Label
label_of (const char *text, const char **value)
{
  size_t longest = 0;
  Label label = LABEL_NONE;

  for (const DocxPhrase *at = labels; at->meaning; at++) {
    const char *behind = strlen (at->phrase) > longest ? docx_after (text, at->phrase) : NULL;
    if (!behind || !is_behind_label (text, behind))
      continue;
    longest = strlen (at->phrase);
    label = (Label)at->meaning;
    *value = behind;
  }
  return label;
}

static bool
is_label (const Entry *entry)
{
  const char *value;

  return entry && label_of (entry->source.text, &value) != LABEL_NONE;
}

/* The value of a label that has none behind it: in the next paragraph, else in the cell below. */
static Entry *
value_entry (const DocxCover *cover, DocxPart part, guint index)
{
  Entry *label = entry_at (cover, part, index), *next = entry_at (cover, part, index + 1);

  if (next && !is_label (next))
    return next;
  for (guint i = index + 1; label->block && (next = entry_at (cover, part, i)); i++)
    if (next->block == label->block && next->row > label->row && next->column == label->column)
      return is_label (next) ? NULL : next;
  return NULL;
}

static void
keep (Found *found, const char *value, const Entry *entry, const char *label_text)
{
  const char *colon = strchr (label_text, ':');

  if (found->value)
    return;
  found->value = g_strstrip (g_strdup (value));
  found->source = entry->source;
  found->label = colon ? g_strndup (label_text, (gsize)(colon - label_text)) : g_strdup (label_text);
}

/* "01/00" is an edition and a revision. */
static void
split_edition (Found *found)
{
  char *slash = found[LABEL_EDITION_REVISION].value ? strchr (found[LABEL_EDITION_REVISION].value, '/') : NULL;
  Entry entry = { .source = found[LABEL_EDITION_REVISION].source };

  if (!found[LABEL_EDITION_REVISION].value)
    return;
  if (slash)
    *slash = '\0';
  keep (&found[LABEL_EDITION], found[LABEL_EDITION_REVISION].value, &entry, found[LABEL_EDITION_REVISION].label);
  if (slash)
    keep (&found[LABEL_REVISION], slash + 1, &entry, found[LABEL_EDITION_REVISION].label);
}

/* First number of a text; -1 if there is none. */
static int
first_number (const char *text)
{
  const char *digits = text + strcspn (text, "0123456789");

  return *digits && strspn (digits, "0123456789") <= 3 ? atoi (digits) : -1;
}

/* Headers and footers of one document need not agree. */
static void
collect_variant (DocxCover *cover, Label label, const char *value)
{
  enum { MOST_EDITIONS = 64 }; /* compared with each other */
  int edition = label == LABEL_EDITION ? first_number (value) : 0;
  char day[11];

  if (edition > 0 && cover->editions->len < MOST_EDITIONS)
    g_array_append_val (cover->editions, edition);
  if (label == LABEL_EFFECTIVE && docx_date_find (value, day, NULL))
    g_ptr_array_add (cover->effective, g_strdup (day));
}

static void
read_labels (DocxCover *cover, DocxPart part)
{
  for (guint i = 0; i < cover->entries[part]->len; i++) {
    Entry *entry = entry_at (cover, part, i), *holder = entry;
    const char *value = NULL;
    Label label = label_of (entry->source.text, &value);
    if (label == LABEL_NONE || entry->used)
      continue;
    entry->used = true;
    if (!*value) {
      holder = value_entry (cover, part, i);
      value = holder ? holder->source.text : "";
    }
    if (holder)
      holder->used = true;
    if (part != DOCX_BODY)
      collect_variant (cover, label, value);
    if (*value)
      keep (&cover->found[part][label], value, holder, entry->source.text);
  }
  split_edition (cover->found[part]);
}

/* ---- title and agency */

static bool
is_agency (const char *plain)
{
  static const char *const words[] = { "so ",       "uy ban ",    "ubnd ",      "phong ",    "chi cuc ",
                                       "cuc ",      "trung tam ", "van phong ", "bo ",       "tong cuc ",
                                       "ban ",      "thanh tra ", "chi nhanh ", "hoi dong ", "kho bac ",
                                       "bao hiem ", "cong an ",   "truong ",    "vien ",     NULL };

  for (size_t i = 0; words[i]; i++)
    if (g_str_has_prefix (plain, words[i]))
      return true;
  return false;
}

static bool
is_motto (const char *plain)
{
  return docx_begins (plain, "cong hoa xa hoi") || docx_begins (plain, "doc lap tu do") || *plain == '\0';
}

/* "QUY TRÌNH Cấp phép" is titled "Cấp phép", as where the word stands in a line of its own. Free with g_free. */
static char *
without_word (const char *title)
{
  const char *rest = docx_is_loud (title) || g_str_has_prefix (title, "QUY") ? docx_after (title, "quy trinh") : NULL;

  return g_strstrip (g_strdup (rest && *rest ? rest : title));
}

/* Title of several paragraphs of one cell, from `index` on. */
static void
take_title (DocxCover *cover, guint index)
{
  const Entry *first = entry_at (cover, DOCX_BODY, index);
  g_autoptr (GString) title = g_string_new (NULL);
  Entry *entry;

  for (; (entry = entry_at (cover, DOCX_BODY, index)) && entry->block == first->block && entry->row == first->row
         && entry->column == first->column && !entry->used && !is_label (entry);
       index++) {
    entry->used = true;
    g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", entry->source.text);
    if (!first->block)
      break;
  }
  cover->title = without_word (title->str);
  cover->title_source = first->source;
}

static bool
can_be_title (const Entry *entry)
{
  g_autofree char *plain = docx_plain (entry->source.text);

  return !entry->used && !is_label (entry) && !is_motto (plain) && strcmp (plain, "quy trinh") != 0;
}

static bool
is_below (const Entry *above, const Entry *entry, const char *plain)
{
  return entry->block == above->block && (entry->column == above->column || !is_agency (plain));
}

/* The word "QUY TRÌNH" alone stands above the title. */
static void
find_title (DocxCover *cover)
{
  const Entry *above = NULL;

  for (guint i = 0; !cover->title && i < cover->entries[DOCX_BODY]->len; i++) {
    Entry *entry = entry_at (cover, DOCX_BODY, i);
    g_autofree char *plain = docx_plain (entry->source.text);
    if (!above && strcmp (plain, "quy trinh") == 0) {
      above = entry;
      entry->used = true;
    } else if (can_be_title (entry) && (above ? is_below (above, entry, plain) : docx_begins (plain, "quy trinh"))) {
      take_title (cover, i);
    }
  }
}

/* A cover without the word: the longest text of its table that is nothing else. */
static void
guess_title (DocxCover *cover)
{
  guint best = G_MAXUINT;
  size_t longest = 0;

  for (guint i = 0; !cover->title && i < cover->entries[DOCX_BODY]->len; i++) {
    const Entry *entry = entry_at (cover, DOCX_BODY, i);
    g_autofree char *plain = docx_plain (entry->source.text);
    if (!entry->block || !can_be_title (entry) || is_agency (plain) || strlen (plain) <= longest)
      continue;
    longest = strlen (plain);
    best = i;
  }
  if (best != G_MAXUINT)
    take_title (cover, best);
}

static void
find_agency (DocxCover *cover)
{
  for (guint i = 0; i < cover->entries[DOCX_BODY]->len; i++) {
    Entry *entry = entry_at (cover, DOCX_BODY, i);
    g_autofree char *plain = docx_plain (entry->source.text);
    if (entry->used || is_label (entry) || !is_agency (plain)) {
      if (cover->agency)
        break;
      continue;
    }
    g_free (cover->parent);
    cover->parent = cover->agency;
    cover->agency = g_strdup (entry->source.text);
    cover->agency_source = entry->source;
    entry->used = true;
  }
}

DocxCover *
docx_cover_read (const DocxImport *import)
{
  DocxCover *cover = g_new0 (DocxCover, 1);

  cover->texts = g_ptr_array_new_with_free_func (g_free);
  cover->editions = g_array_new (FALSE, FALSE, sizeof (int));
  cover->effective = g_ptr_array_new_with_free_func (g_free);
  collect (cover, DOCX_BODY, import->lines);
  collect (cover, DOCX_HEADER, import->headers);
  collect (cover, DOCX_FOOTER, import->footers);
  for (DocxPart part = DOCX_BODY; part <= DOCX_FOOTER; part++)
    read_labels (cover, part);
  find_title (cover);
  guess_title (cover);
  find_agency (cover);
  return cover;
}

void
docx_cover_free (DocxCover *cover)
{
  if (!cover)
    return;
  for (int part = 0; part < 3; part++) {
    g_array_unref (cover->entries[part]);
    for (int label = 0; label < N_LABELS; label++) {
      g_free (cover->found[part][label].value);
      g_free (cover->found[part][label].label);
    }
  }
  g_ptr_array_unref (cover->texts);
  g_array_unref (cover->editions);
  g_ptr_array_unref (cover->effective);
  g_free (cover->title);
  g_free (cover->agency);
  g_free (cover->parent);
  g_free (cover);
}

/* The cover's, else the header's, else the footer's. */
static const Found *
found_of (const DocxCover *cover, Label label)
{
  for (DocxPart part = DOCX_BODY; part <= DOCX_FOOTER; part++)
    if (cover->found[part][label].value)
      return &cover->found[part][label];
  return NULL;
}

/* Lines drawn with the keyboard below a header. */
static void
strip_rule (char *text)
{
  size_t length = strlen (text);

  while (length > 0 && strchr ("_-=. ", text[length - 1]))
    length--;
  text[length] = '\0';
}

const char *
docx_cover_title (const DocxCover *cover)
{
  const Found *found = found_of (cover, LABEL_TITLE);

  if (cover->title)
    return cover->title;
  if (found)
    strip_rule (found->value);
  return found ? found->value : NULL;
}

const char *
docx_cover_code (const DocxCover *cover)
{
  const Found *found = found_of (cover, LABEL_CODE);

  return found ? found->value : NULL;
}

/* ---- into the procedure */

static void
apply_title (DocxImport *import, const DocxCover *cover)
{
  const char *title = docx_cover_title (cover);
  const Found *header = &cover->found[DOCX_HEADER][LABEL_TITLE], *body = &cover->found[DOCX_BODY][LABEL_TITLE];
  const DocxSource *source = cover->title ? &cover->title_source : body->value ? &body->source : &header->source;
  g_autofree char *ours = title ? docx_plain (title) : NULL, *header_title = NULL, *theirs = NULL;

  if (!title)
    return;
  if (!header->value) {
    docx_set (import, import->procedure, QMS_PROCEDURE_TITLE, title, source,
              DOCX_REASON (DOCX_LIKELY, QMS_MSG_DOCX_BY_PLACE, { "place", { "trang bìa", "cover" } }));
    return;
  }
  strip_rule (header->value);
  header_title = without_word (header->value);
  theirs = docx_plain (header_title);
  if (strcmp (ours, theirs) == 0) {
    docx_set (import, import->procedure, QMS_PROCEDURE_TITLE, title, source,
              DOCX_PLAIN_REASON (DOCX_SURE, QMS_MSG_DOCX_AGREES));
    return;
  }
  docx_set (import, import->procedure, QMS_PROCEDURE_TITLE, title, source,
            DOCX_REASON (DOCX_LIKELY, QMS_MSG_DOCX_DIFFERS, { "other", { header->value } }));
  docx_note (import, QMS_SEVERITY_WARNING, &header->source, QMS_MSG_DOCX_TITLE_DIFFERS,
             QMS_VALUES ({ "other", { header->value } }));
}

static void
apply_label (DocxImport *import, uint32_t field, const char *value, const Found *found)
{
  bool taken = docx_set (import, import->procedure, field, value, &found->source,
                         DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_LABEL, { "label", { found->label } }));

  if (!taken)
    docx_note (import, QMS_SEVERITY_WARNING, &found->source, QMS_MSG_DOCX_NOT_UNDERSTOOD,
               QMS_VALUES ({ "field", { "–" } }));
}

static void
apply_date (DocxImport *import, const DocxCover *cover, Label label, uint32_t field)
{
  const Found *found = found_of (cover, label);
  char day[11];

  if (found)
    apply_label (import, field, docx_date_find (found->value, day, NULL) ? day : NULL, found);
}

/* Where footers differ, the day that fits the day of issue. */
static void
apply_effective (DocxImport *import, const DocxCover *cover)
{
  char *issued = qms_node_get_text (import->procedure, QMS_PROCEDURE_ISSUE_DATE, 0);
  const Found *found = found_of (cover, LABEL_EFFECTIVE);
  const char *first = cover->effective->len > 0 ? cover->effective->pdata[0] : NULL, *fitting = NULL;

  for (guint i = 0; issued && !fitting && i < cover->effective->len; i++)
    if (strcmp (cover->effective->pdata[i], issued) >= 0)
      fitting = cover->effective->pdata[i];
  if (found && !cover->found[DOCX_BODY][LABEL_EFFECTIVE].value && fitting && strcmp (fitting, first) != 0)
    docx_set (import, import->procedure, QMS_PROCEDURE_EFFECTIVE_DATE, fitting, &found->source,
              DOCX_REASON (DOCX_LIKELY, QMS_MSG_DOCX_DIFFERS, { "other", { first } }));
  else
    apply_date (import, cover, LABEL_EFFECTIVE, QMS_PROCEDURE_EFFECTIVE_DATE);
  qms_free (issued);
}

static void
apply_number (DocxImport *import, const DocxCover *cover, Label label, uint32_t field)
{
  const Found *found = found_of (cover, label);
  int number = found ? first_number (found->value) : -1;
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%d", number) : NULL;

  if (found)
    apply_label (import, field, text, found);
}

/* The editions of headers and footers that differ from one, each once, as people list them. Free with g_free. */
static char *
other_editions (const DocxCover *cover, int64_t edition)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cover->editions->len; i++) {
    int value = g_array_index (cover->editions, int, i);
    bool told = value == edition;
    for (guint k = 0; k < i && !told; k++)
      told = g_array_index (cover->editions, int, k) == value;
    if (!told)
      g_string_append_printf (out, "%s%d", out->len > 0 ? ", " : "", value);
  }
  return g_string_free (out, FALSE);
}

/* Of several in headers and footers, one that differs from the cover tells more. */
static void
apply_footer_edition (DocxImport *import, const DocxCover *cover)
{
  int64_t edition = qms_node_get_int (import->procedure, QMS_PROCEDURE_EDITION), other = 0;
  const Found *found = cover->found[DOCX_FOOTER][LABEL_EDITION].value ? &cover->found[DOCX_FOOTER][LABEL_EDITION]
                                                                      : &cover->found[DOCX_HEADER][LABEL_EDITION];
  g_autofree char *others = other_editions (cover, edition);
  g_autofree char *ours = g_strdup_printf ("%" G_GINT64_FORMAT, edition);

  for (guint i = 0; i < cover->editions->len; i++)
    if (other == 0 || other == edition)
      other = g_array_index (cover->editions, int, i);
  if (other == 0 || !found->value)
    return;
  docx_set_int (import, import->procedure, QMS_PROCEDURE_FOOTER_EDITION, other, &found->source,
                DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_LABEL, { "label", { found->label } }));
  if (edition > 0 && *others)
    docx_note (import, QMS_SEVERITY_WARNING, &found->source, QMS_MSG_DOCX_EDITION_DIFFERS,
               QMS_VALUES ({ "footer", { others } }, { "cover", { ours } }));
}

/* The agency as the text spells it elsewhere, where the cover has it in capitals. Free with g_free. */
static char *
soft_spelling (const DocxImport *import, const char *loud)
{
  enum { MOST_TRIES = 4096 };
  g_autofree char *folded = qms_fold_name (loud);
  size_t length = strlen (loud);
  int tries = 0;

  for (guint i = 0; docx_is_loud (loud) && i < import->lines->len; i++)
    for (const char *p = docx_line (import->lines, i)->source.text; p && (p = strchr (p, *loud)) && tries < MOST_TRIES;
         p++) {
      g_autofree char *piece = strlen (p) >= length ? g_strndup (p, length) : NULL;
      g_autofree char *other =
          piece && g_utf8_validate (piece, -1, NULL) && !docx_is_loud (piece) ? qms_fold_name (piece) : NULL;
      if (other && strcmp (other, folded) == 0)
        return g_steal_pointer (&piece);
      tries++;
    }
  return g_strdup (loud);
}

static void
apply_agency (DocxImport *import, const DocxCover *cover)
{
  const char *known = qms_node_get_string (import->agency, QMS_AGENCY_NAME);
  g_autofree char *name = NULL, *ours = NULL, *theirs = NULL;

  if (!cover->agency)
    return;
  name = soft_spelling (import, cover->agency);
  ours = known ? docx_plain (known) : NULL;
  theirs = docx_plain (name);
  if (!known || docx_is_placeholder (known)) {
    docx_set (import, import->agency, QMS_AGENCY_NAME, name, &cover->agency_source,
              DOCX_REASON (DOCX_LIKELY, QMS_MSG_DOCX_BY_PLACE, { "place", { "trang bìa", "cover" } }));
    if (cover->parent)
      qms_node_set_string (import->agency, QMS_AGENCY_PARENT_NAME, cover->parent, NULL);
  } else if (strcmp (ours, theirs) == 0 && docx_is_loud (known) && !docx_is_loud (name)) {
    qms_node_set_string (import->agency, QMS_AGENCY_NAME, name, NULL);
  } else if (strcmp (ours, theirs) != 0) {
    docx_note (import, QMS_SEVERITY_WARNING, &cover->agency_source, QMS_MSG_DOCX_AGENCY_DIFFERS,
               QMS_VALUES ({ "name", { name } }, { "agency", { known } }));
  }
}

void
docx_cover_apply (DocxImport *import, const DocxCover *cover)
{
  const Found *code = found_of (cover, LABEL_CODE);

  apply_title (import, cover);
  if (code)
    apply_label (import, QMS_PROCEDURE_CODE, code->value, code);
  apply_number (import, cover, LABEL_EDITION, QMS_PROCEDURE_EDITION);
  apply_number (import, cover, LABEL_REVISION, QMS_PROCEDURE_REVISION);
  apply_date (import, cover, LABEL_ISSUED, QMS_PROCEDURE_ISSUE_DATE);
  apply_effective (import, cover);
  apply_footer_edition (import, cover);
  apply_agency (import, cover);
}
