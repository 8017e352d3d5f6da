/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the forms of a procedure: listed in section 6, used by steps. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/procedure.h"

enum { KINDS = 32 }; /* more than form_kind has values */

/* What the forms and steps of one procedure say. */
typedef struct {
  bool listed[KINDS];        /* kinds in section 6 */
  const QmsNode *use[KINDS]; /* the first use of a kind that names no form */
  bool used[KINDS];          /* kinds that a step uses, itself or by a form */
  GHashTable *forms;         /* identifiers of the forms that steps use */
} FormFacts;

static int32_t
bounded (int32_t kind)
{
  return kind > 0 && kind < KINDS ? kind : 0;
}

static void
note_uses (FormFacts *facts, QmsItems uses)
{
  for (size_t i = 0; i < uses.count; i++) {
    const QmsNode *use = uses.slots[i].node;
    const char *form = qms_form_use_get_form (use);
    int32_t kind = bounded (qms_form_use_get_kind (use));

    facts->used[kind] = true;
    if (form)
      g_hash_table_add (facts->forms, (gpointer)form);
    else if (!facts->use[kind])
      facts->use[kind] = use;
  }
}

static void
facts_init (FormFacts *facts, const QmsNode *procedure)
{
  QmsItems forms = qms_items (procedure, QMS_PROCEDURE_FORMS), steps = qms_items (procedure, QMS_PROCEDURE_STEPS);

  *facts = (FormFacts){ .forms = g_hash_table_new (qms_text_hash, g_str_equal) };
  for (size_t i = 0; i < forms.count; i++)
    facts->listed[bounded (qms_form_get_kind (forms.slots[i].node))] = true;
  for (size_t i = 0; i < steps.count; i++) {
    note_uses (facts, qms_items (steps.slots[i].node, QMS_STEP_INPUTS));
    note_uses (facts, qms_items (steps.slots[i].node, QMS_STEP_OUTPUTS));
  }
}

static void
facts_clear (FormFacts *facts)
{
  g_hash_table_unref (facts->forms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FormFacts, facts_clear)

/* One-stop forms only: an application, a result or anything else may be named by the step alone. */
void
qms_rule_form_not_listed (QmsCheck *check, const QmsNode *procedure)
{
  g_auto (FormFacts) facts;

  facts_init (&facts, procedure);
  for (int32_t kind = QMS_FORM_KIND_RECEIPT; kind <= QMS_FORM_KIND_REGISTER; kind++)
    if (facts.use[kind] && !facts.listed[kind]) {
      QmsValue values[] = { qms_value_label ("form", QMS_FORM_USE_KIND, kind) };
      qms_check_report_values (check, QMS_RULE_FORM_NOT_LISTED, facts.use[kind], QMS_FORM_USE_KIND, values,
                               G_N_ELEMENTS (values));
    }
}

void
qms_rule_form_unused (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems forms = qms_items (procedure, QMS_PROCEDURE_FORMS);
  g_auto (FormFacts) facts;

  facts_init (&facts, procedure);
  for (size_t i = 0; i < forms.count; i++) {
    const QmsNode *form = forms.slots[i].node;
    int32_t kind = bounded (qms_form_get_kind (form));
    bool used = g_hash_table_contains (facts.forms, qms_text (form, QMS_FORM_ID)) || (kind != 0 && facts.use[kind]);
    qms_check_expect (check, used, QMS_RULE_FORM_UNUSED, form, 0, "form", qms_text (form, QMS_FORM_NAME));
  }
}

void
qms_rule_form_code_repeated (QmsCheck *check, const QmsNode *procedure)
{
  qms_check_unique (check, QMS_RULE_FORM_CODE_REPEATED, qms_items (procedure, QMS_PROCEDURE_FORMS), QMS_FORM_CODE,
                    QMS_FORM_NAME, "code");
}

void
qms_rule_form_use_empty (QmsCheck *check, const QmsNode *use)
{
  if (!qms_form_use_has_form (use) && !qms_form_use_has_kind (use) && !qms_filled (use, QMS_FORM_USE_NAME))
    qms_check_report (check, QMS_RULE_FORM_USE_EMPTY, use, 0, NULL);
}

/* ---- forms that the one-stop mechanism prescribes */

static void
expect_form (QmsCheck *check, const QmsNode *procedure, int32_t kind, int rule)
{
  g_auto (FormFacts) facts;

  facts_init (&facts, procedure);
  qms_check_expect (check, facts.listed[kind] || facts.used[kind], rule, procedure, QMS_PROCEDURE_FORMS, "title",
                    qms_text (procedure, QMS_PROCEDURE_TITLE));
}

void
qms_rule_receipt_form_missing (QmsCheck *check, const QmsNode *procedure)
{
  if (qms_procedure_is_tthc (procedure))
    expect_form (check, procedure, QMS_FORM_KIND_RECEIPT, QMS_RULE_RECEIPT_FORM_MISSING);
}

void
qms_rule_control_form_missing (QmsCheck *check, const QmsNode *procedure)
{
  if (qms_procedure_is_tthc (procedure))
    expect_form (check, procedure, QMS_FORM_KIND_CONTROL, QMS_RULE_CONTROL_FORM_MISSING);
}
