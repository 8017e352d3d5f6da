/* SPDX-License-Identifier: Apache-2.0 */
/* Puts pieces together and, when all are there, resolves their tags. */
#include "render/docx_piece.h"

#include "gen/ids.h"

#include <string.h>

/* As many columns as Word lets a table have. */
enum { MOST_DIVIDED = 63 };

QmsPiece *
qms_piece_add (QmsDocxCompiler *self, QmsPieces *pieces, QmsPieceKind kind)
{
  QmsPiece *piece = qms_arena_alloc0 (self->arena, sizeof *piece);

  piece->kind = kind;
  qms_pieces_join (pieces, (QmsPieces){ piece, piece });
  return piece;
}

void
qms_piece_add_raw (QmsDocxCompiler *self, QmsPieces *pieces, const char *text)
{
  if (*text)
    qms_piece_add (self, pieces, QMS_PIECE_RAW)->text = qms_arena_strndup (self->arena, text, strlen (text));
}

void
qms_pieces_join (QmsPieces *pieces, QmsPieces more)
{
  if (!more.first)
    return;
  if (pieces->last)
    pieces->last->next = more.first;
  else
    pieces->first = more.first;
  pieces->last = more.last;
}

/* ---- finishing */

/* A bookmark that has begun, and the section that it began in. */
typedef struct {
  QmsPiece *piece;
  const QmsPieces *section;
} Begun;

typedef struct {
  QmsArena *arena;
  GHashTable *begun; /* what start and end have in common → Begun */
  QmsError **error;
  QmsStatus status;
} Finisher;

/* Where pieces are looked at: what paths begin at, the section, the table around. */
typedef struct {
  const QmsTagScope *scope;
  const QmsPieces *section;
  QmsPiece *table;
  const QmsTagScope *table_scope;
} Around;

static void finish (Finisher *self, QmsPieces *pieces, Around around);

static void
merge_raw (Finisher *self, QmsPieces *pieces, QmsPiece *piece)
{
  g_autoptr (GString) text = NULL;

  if (!piece->next || piece->next->kind != QMS_PIECE_RAW)
    return;
  text = g_string_new (piece->text);
  while (piece->next && piece->next->kind == QMS_PIECE_RAW) {
    g_string_append (text, piece->next->text);
    piece->next = piece->next->next;
  }
  if (!piece->next)
    pieces->last = piece;
  piece->text = qms_arena_strndup (self->arena, text->str, text->len);
}

/* A bookmark whose ends do not come and go together is left out. */
static void
finish_mark (Finisher *self, QmsPiece *piece, const QmsPieces *section)
{
  Begun *begun = g_hash_table_lookup (self->begun, piece->mark);

  if (piece->size == 0) {
    if (begun)
      begun->piece->text = "";
    begun = g_new (Begun, 1);
    *begun = (Begun){ piece, section };
    g_hash_table_insert (self->begun, (gpointer)piece->mark, begun);
    return;
  }
  if (begun && begun->section == section)
    g_hash_table_remove (self->begun, piece->mark);
  else
    piece->text = "";
}

static void
finish_within (Finisher *self, QmsPieces *pieces, Around around)
{
  around.section = pieces;
  finish (self, pieces, around);
}

static void
finish_repeated (Finisher *self, QmsPiece *piece, Around around)
{
  QmsTagScope inner = { qms_tag_item (piece->tag), around.scope, around.scope->root };
  const QmsTagScope *outer = around.scope;

  around.scope = &inner;
  finish_within (self, &piece->body, around);
  around.scope = outer;
  finish_within (self, &piece->otherwise, around);
}

static void
fail_cells (Finisher *self, const QmsTag *tag, const char *vi, const char *en)
{
  self->status = qms_tag_fail (tag, QMS_MSG_TEMPLATE_CELLS, QMS_VALUES ({ "what", { vi, en } }), self->error);
}

/* The first of a column says into how many it is divided, so it must not itself be in a row that repeats. */
static void
finish_column (Finisher *self, QmsPiece *piece, const Around *around)
{
  QmsTableColumn *column = around->table ? around->table->columns : NULL;
  size_t count = 0;

  for (; column && column->number != piece->number; column = column->next)
    count++;
  if (column)
    return;
  if (!around->table || around->scope != around->table_scope) {
    fail_cells (self, piece->tag, "thẻ đầu tiên của một cột phải ở hàng không lặp",
                "the first of a column must be in a row that is not repeated");
    return;
  }
  if (count >= MOST_DIVIDED) {
    fail_cells (self, piece->tag, "một bảng chỉ chia được 63 cột", "at most 63 columns of a table can be divided");
    return;
  }
  column = qms_arena_alloc0 (self->arena, sizeof *column);
  *column = (QmsTableColumn){ piece->number, piece->tag, around->table->columns };
  around->table->columns = column;
}

static void
finish_tagged (Finisher *self, QmsPiece *piece, Around around)
{
  self->status = qms_tag_resolve (piece->tag, around.scope, self->error);
  if (self->status != QMS_OK)
    return;
  if (piece->kind == QMS_PIECE_CELLS)
    finish_column (self, piece, &around);
  if (piece->tag->kind == QMS_TAG_EACH || piece->tag->kind == QMS_TAG_CELLS)
    finish_repeated (self, piece, around);
  else {
    finish_within (self, &piece->body, around);
    finish_within (self, &piece->otherwise, around);
  }
}

static void
finish_table (Finisher *self, QmsPiece *piece, Around around)
{
  if (piece->next && piece->next->kind == QMS_PIECE_TABLE)
    piece->next->size = 0;
  around.table = piece;
  around.table_scope = around.scope;
  finish (self, &piece->body, around);
  finish (self, &piece->otherwise, around);
}

static void
finish (Finisher *self, QmsPieces *pieces, Around around)
{
  for (QmsPiece *piece = pieces->first; piece && self->status == QMS_OK; piece = piece->next) {
    if (piece->kind == QMS_PIECE_RAW)
      merge_raw (self, pieces, piece);
    else if (piece->mark)
      finish_mark (self, piece, around.section);
    else if (piece->tag)
      finish_tagged (self, piece, around);
    else if (piece->kind == QMS_PIECE_TABLE)
      finish_table (self, piece, around);
    else {
      finish (self, &piece->body, around);
      finish (self, &piece->otherwise, around);
    }
  }
}

static void
drop_begun (gpointer mark G_GNUC_UNUSED, gpointer begun, gpointer user G_GNUC_UNUSED)
{
  ((Begun *)begun)->piece->text = "";
}

QmsStatus
qms_pieces_finish (QmsArena *arena, QmsPieces *pieces, const QmsTagScope *scope, QmsError **error)
{
  g_autoptr (GHashTable) begun = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Finisher self = { arena, begun, error, QMS_OK };

  finish (&self, pieces, (Around){ .scope = scope, .section = pieces });
  g_hash_table_foreach (begun, drop_begun, NULL);
  return self.status;
}
