/* SPDX-License-Identifier: Apache-2.0 */
/* Text annotations: of a step they are its note, of anything else a note of the procedure. */
#include "interop/bpmn_draft.h"

typedef struct {
  BpmnDraft *draft;
  GHashTable *about; /* annotation → step */
  GHashTable *notes; /* step, or NULL for the procedure → GString */
} Annotations;

static BpmnStep *
step_named (const BpmnDraft *draft, const char *reference)
{
  guint node = bpmn_model_find (draft->model, reference);

  return node == BPMN_NONE ? NULL : bpmn_draft_step_of (draft, node);
}

static void
read_association (Annotations *self, const BpmnElement *association)
{
  GHashTable *ids = self->draft->model->ids;
  const char *source = bpmn_value (association, "sourceRef"), *target = bpmn_value (association, "targetRef");
  const BpmnElement *from = bpmn_lookup (ids, source), *to = bpmn_lookup (ids, target);

  if (from && bpmn_is (from, "textAnnotation") && step_named (self->draft, target))
    g_hash_table_insert (self->about, (gpointer)from, step_named (self->draft, target));
  else if (to && bpmn_is (to, "textAnnotation") && step_named (self->draft, source))
    g_hash_table_insert (self->about, (gpointer)to, step_named (self->draft, source));
}

static void
append (Annotations *self, BpmnStep *step, const BpmnElement *annotation)
{
  g_autofree char *text = bpmn_text_of (bpmn_child (annotation, "text"));
  GString *note = g_hash_table_lookup (self->notes, step);

  if (!text)
    return;
  if (!note) {
    note = g_string_new (NULL);
    g_hash_table_insert (self->notes, step, note);
  }
  g_string_append_printf (note, "%s%s", note->len ? "\n" : "", text);
}

static void
give (gpointer step, gpointer note, gpointer draft)
{
  const char **where = step ? &((BpmnStep *)step)->note : &((BpmnDraft *)draft)->notes;

  *where = bpmn_keep (draft, ((GString *)note)->str);
  g_string_free (note, TRUE);
}

static void
walk (Annotations *self, const BpmnElement *parent, void (*visit) (Annotations *self, const BpmnElement *element))
{
  for (const BpmnElement *at = parent->first; at; at = at->next) {
    if (at->name && (bpmn_is (at, "subProcess") || bpmn_is (at, "collaboration")))
      walk (self, at, visit);
    else if (at->name)
      visit (self, at);
  }
}

static void
visit_association (Annotations *self, const BpmnElement *element)
{
  if (bpmn_is (element, "association"))
    read_association (self, element);
}

static void
visit_annotation (Annotations *self, const BpmnElement *element)
{
  if (bpmn_is (element, "textAnnotation"))
    append (self, g_hash_table_lookup (self->about, element), element);
}

void
bpmn_draft_annotate (BpmnDraft *draft)
{
  g_autoptr (GHashTable) about = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) notes = g_hash_table_new (NULL, NULL);
  Annotations self = { draft, about, notes };

  walk (&self, draft->model->process, visit_association);
  walk (&self, draft->model->tree->root, visit_association);
  walk (&self, draft->model->process, visit_annotation);
  walk (&self, draft->model->tree->root, visit_annotation);
  g_hash_table_foreach (notes, give, draft);
}
