/* SPDX-License-Identifier: Apache-2.0 */
/* Puts siblings between the tags of a section into that section. */
#include "render/docx_piece.h"

#include "gen/ids.h"

enum { DEEPEST = 64 };

GArray *
qms_atoms_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (QmsAtom));
}

void
qms_atoms_add (GArray *atoms, QmsPieces pieces, bool content)
{
  QmsAtom atom = { .pieces = pieces, .content = content };

  g_array_append_val (atoms, atom);
}

void
qms_atoms_add_mark (GArray *atoms, QmsTag *mark)
{
  QmsAtom atom = { .mark = mark };

  g_array_append_val (atoms, atom);
}

static QmsAtom *
atom_at (const GArray *atoms, size_t index)
{
  return &g_array_index (atoms, QmsAtom, index);
}

void
qms_unit_clear (QmsUnit *unit)
{
  g_clear_pointer (&unit->before, g_ptr_array_unref);
  g_clear_pointer (&unit->after, g_ptr_array_unref);
}

/* ---- partners */

static void
meet_else (QmsDocxCompiler *self, const GArray *atoms, const GArray *open, size_t index)
{
  QmsAtom *top = open->len > 0 ? atom_at (atoms, g_array_index (open, size_t, open->len - 1)) : NULL;
  QmsTag *mark = atom_at (atoms, index)->mark;

  if (!top)
    return;
  if (top->middle || top->mark->kind == QMS_TAG_CELLS)
    qms_docx_complain (self, mark, QMS_MSG_TEMPLATE_CROSSED, QMS_VALUES ({ "other", { top->mark->source } }));
  top->middle = index;
}

static void
meet_end (QmsDocxCompiler *self, const GArray *atoms, GArray *open, size_t index)
{
  QmsAtom *top = open->len > 0 ? atom_at (atoms, g_array_index (open, size_t, open->len - 1)) : NULL;
  QmsTag *mark = atom_at (atoms, index)->mark;

  if (!top)
    return;
  if (top->mark->kind != mark->closes)
    qms_docx_complain (self, mark, QMS_MSG_TEMPLATE_CROSSED, QMS_VALUES ({ "other", { top->mark->source } }));
  top->partner = index;
  g_array_set_size (open, open->len - 1);
}

static void
find_partners (QmsDocxCompiler *self, const GArray *atoms)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (size_t));

  for (size_t i = 0; i < atoms->len && self->status == QMS_OK; i++) {
    QmsTag *mark = atom_at (atoms, i)->mark;
    if (!mark)
      continue;
    if (mark->kind == QMS_TAG_ELSE)
      meet_else (self, atoms, open, i);
    else if (mark->kind == QMS_TAG_END)
      meet_end (self, atoms, open, i);
    else if (open->len >= DEEPEST)
      qms_docx_complain (self, mark, QMS_MSG_TEMPLATE_DEEP, NULL, 0);
    else
      g_array_append_val (open, i);
  }
}

/* ---- sections */

static QmsPieces build (QmsDocxCompiler *self, const GArray *atoms, size_t from, size_t to);

static void
append_section (QmsDocxCompiler *self, const GArray *atoms, size_t index, QmsPieces *out)
{
  const QmsAtom *atom = atom_at (atoms, index);
  QmsPiece *section = qms_piece_add (self, out, QMS_PIECE_SECTION);
  size_t end = atom->middle ? atom->middle : atom->partner;

  section->tag = atom->mark;
  section->body = build (self, atoms, index + 1, end);
  if (atom->middle)
    section->otherwise = build (self, atoms, atom->middle + 1, atom->partner);
}

/* Pieces of siblings of which every mark has its partner. */
static QmsPieces
build (QmsDocxCompiler *self, const GArray *atoms, size_t from, size_t to)
{
  QmsPieces out = { NULL, NULL };

  for (size_t i = from; i < to; i++) {
    const QmsAtom *atom = atom_at (atoms, i);
    if (!atom->mark) {
      qms_pieces_join (&out, atom->pieces);
      continue;
    }
    append_section (self, atoms, i, &out);
    i = atom->partner;
  }
  return out;
}

static void
append_content (QmsDocxCompiler *self, QmsUnit *unit, QmsPieces pieces, bool content, bool strict)
{
  if (content && strict && unit->after->len > 0)
    qms_docx_complain (self, unit->after->pdata[0], QMS_MSG_TEMPLATE_MIDDLE, NULL, 0);
  unit->content |= content;
  qms_pieces_join (&unit->pieces, pieces);
}

static size_t
append_atom (QmsDocxCompiler *self, QmsUnit *unit, const GArray *atoms, size_t index, bool strict)
{
  const QmsAtom *atom = atom_at (atoms, index);

  if (atom->mark && !atom->partner) {
    g_ptr_array_add (unit->content ? unit->after : unit->before, atom->mark);
    return index + 1;
  }
  if (!atom->mark) {
    append_content (self, unit, atom->pieces, atom->content, strict);
    return index + 1;
  }
  append_content (self, unit, build (self, atoms, index, atom->partner + 1), true, strict);
  return atom->partner + 1;
}

QmsUnit
qms_atoms_assemble (QmsDocxCompiler *self, GArray *atoms, bool strict)
{
  QmsUnit unit = { .before = g_ptr_array_new (), .after = g_ptr_array_new () };

  find_partners (self, atoms);
  for (size_t i = 0; i < atoms->len && self->status == QMS_OK;)
    i = append_atom (self, &unit, atoms, i, strict);
  return unit;
}

static void
refuse_open (QmsDocxCompiler *self, const GPtrArray *marks)
{
  const QmsTag *mark = marks->len > 0 ? marks->pdata[0] : NULL;

  if (!mark || self->status != QMS_OK)
    return;
  qms_docx_complain (self, mark, qms_tag_opens (mark) ? QMS_MSG_TEMPLATE_NO_END : QMS_MSG_TEMPLATE_NO_BEGIN, NULL, 0);
}

QmsPieces
qms_atoms_close (QmsDocxCompiler *self, GArray *atoms)
{
  QmsUnit unit = qms_atoms_assemble (self, atoms, false);

  refuse_open (self, unit.before);
  refuse_open (self, unit.after);
  qms_unit_clear (&unit);
  return unit.pieces;
}
