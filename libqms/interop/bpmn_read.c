/* SPDX-License-Identifier: Apache-2.0 */
/* BPMN in: bytes, tree, model, draft; then the full copy that the file carries with what was changed since, or the draft. */
#include "interop/bpmn_merge.h"

#include "gen/ids.h"

#include <qms/bpmn.h>

#include <string.h>

enum { MOST_FINDINGS = 10000 };

/* A file taken apart; what it is made of must outlive the draft. */
typedef struct {
  BpmnTree *tree;
  BpmnModel *model;
  BpmnDraft *draft;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->draft, bpmn_draft_free);
  g_clear_pointer (&reading->model, bpmn_model_free);
  g_clear_pointer (&reading->tree, qms_xml_tree_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static QmsStatus
take_apart (Reading *reading, const void *data, size_t size, const char *file, QmsReport *report, QmsError **error)
{
  size_t length = 0;
  QmsError *why = NULL;
  g_autofree char *text = bpmn_source_read (data, size, file, report, &length, &why);
  QmsStatus status;

  reading->tree = text ? bpmn_tree_read (text, length, file, &why) : NULL;
  reading->model = reading->tree ? bpmn_model_new (reading->tree, report, &why) : NULL;
  reading->draft = reading->model ? bpmn_draft_new (reading->model) : NULL;
  status = qms_error_status (why);
  qms_error_join (error, why);
  return status;
}

/* ---- the full copy */

/* What was exported, as it was exported. */
typedef struct {
  QmsDocument *document;
  QmsNode *procedure;
  QmsReport *report;
  Reading reading;
} Original;

static void
original_clear (Original *original)
{
  reading_clear (&original->reading);
  qms_report_free (original->report);
  qms_document_unref (original->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Original, original_clear)

/* Its text stays as it is: no normal form. Free with g_free. */
static char *
source_text (const BpmnElement *source)
{
  GString *out = g_string_new (NULL);

  for (const BpmnElement *at = source->first; at; at = at->next)
    if (!at->name && !at->comment)
      g_string_append (out, at->text);
  return g_string_free (out, FALSE);
}

static QmsStatus
draw_again (Original *original, QmsError **error)
{
  char *xml = NULL;
  size_t size = 0;
  QmsStatus status = qms_bpmn_export (original->procedure, QMS_BPMN_GENERIC, &xml, &size, error);

  if (status == QMS_OK)
    status = take_apart (&original->reading, xml, size, NULL, original->report, error);
  qms_free (xml);
  return status;
}

/* The copy is without the administrative procedure, whose code the picture shows. */
static void
add_administrative (Original *original, const char *code)
{
  QmsNode *node =
      code ? qms_node_add (original->document->root, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, QMS_APPEND, NULL) : NULL;

  if (!node)
    return;
  bpmn_build_set (node, QMS_ADMINISTRATIVE_PROCEDURE_CODE, code);
  bpmn_build_set (node, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE, qms_node_id (original->procedure));
}

static QmsStatus
read_source (Original *original, const BpmnElement *source, const BpmnElement *head, QmsError **error)
{
  g_autofree char *text = source_text (source);
  QmsStatus status = qms_document_parse (text, strlen (text), &original->document, error);

  original->report = qms_report_new (NULL, MOST_FINDINGS);
  if (status != QMS_OK)
    return status;
  original->procedure = qms_node_get_node_at (original->document->root, QMS_SYSTEM_PROCEDURES, 0);
  if (!original->procedure)
    return qms_fail (error, QMS_RULE_BPMN_NO_PROCESS, NULL, NULL);
  add_administrative (original, head ? bpmn_value (head, "administrativeProcedure") : NULL);
  return draw_again (original, error);
}

/* Whether there is a full copy that can be read; a damaged one is noted. */
static bool
find_original (Original *original, const Reading *reading, QmsReport *report)
{
  const BpmnElement *source = bpmn_own (reading->model->process, "source");
  QmsError *why = NULL;

  if (!source)
    return false;
  if (read_source (original, source, reading->draft->head, &why) != QMS_OK)
    bpmn_note (
        report, QMS_RULE_BPMN_SOURCE_DAMAGED, source,
        QMS_VALUES ({ "reason", { qms_error_message (why, QMS_LANG_VI), qms_error_message (why, QMS_LANG_EN) } }));
  qms_error_free (why);
  return original->reading.draft != NULL;
}

/* ---- into the system */

/* Units, positions and roles that the system does not have by identifier. */
static void
copy_missing (QmsNode *agency, const QmsNode *from, uint32_t list)
{
  for (size_t i = 0; i < qms_node_count (from, list); i++) {
    const QmsNode *item = qms_node_get_node_at (from, list, i);
    if (!qms_document_find (agency->document, qms_node_id (item)))
      qms_node_attach (agency, list, QMS_APPEND, qms_node_copy (item, agency->document), NULL);
  }
}

static void
compare_roles (BpmnBuild *build, const QmsNode *from)
{
  for (size_t i = 0; i < qms_node_count (from, QMS_AGENCY_ROLES); i++) {
    const QmsNode *item = qms_node_get_node_at (from, QMS_AGENCY_ROLES, i);
    QmsNode *role = qms_document_find (build->document, qms_node_id (item));
    if (role && role->type->id == QMS_TYPE_ROLE)
      bpmn_build_compare_role (build, role, qms_node_get_string (item, QMS_ROLE_NAME));
  }
}

static void
copy_agency (BpmnBuild *build, const Original *original)
{
  static const uint32_t lists[] = { QMS_AGENCY_UNITS, QMS_AGENCY_POSITIONS, QMS_AGENCY_ROLES };
  QmsNode *system = build->document->root, *from = qms_node_get_node (original->document->root, QMS_SYSTEM_AGENCY);

  if (from && !qms_node_has (system, QMS_SYSTEM_AGENCY))
    qms_node_attach (system, QMS_SYSTEM_AGENCY, 0, qms_node_copy (from, build->document), NULL);
  bpmn_build_agency (build, NULL);
  for (size_t i = 0; from && i < G_N_ELEMENTS (lists); i++)
    copy_missing (build->agency, from, lists[i]);
  compare_roles (build, from);
}

/* The procedure of that identifier goes, and the new one takes its place. */
static QmsStatus
put_in_place (BpmnBuild *build, const Original *original, QmsNode *procedure, QmsError **error)
{
  QmsNode *system = build->document->root, *known = qms_document_find (build->document, qms_node_id (procedure));
  size_t index = QMS_APPEND;
  QmsStatus status;

  if (known && known->type->id == QMS_TYPE_PROCEDURE) {
    index = qms_node_index (known);
    if (!qms_node_equal (known, original->procedure))
      bpmn_note (build->report, QMS_RULE_BPMN_REPLACED, NULL, QMS_VALUES ({ "id", { qms_node_id (known) } }));
    qms_node_detach (known, NULL);
  }
  status = qms_node_attach (system, QMS_SYSTEM_PROCEDURES, index, procedure, error);
  if (status != QMS_OK && index != QMS_APPEND)
    qms_node_attach (system, QMS_SYSTEM_PROCEDURES, index, known, NULL);
  return status;
}

static QmsStatus
restore (BpmnBuild *build, Original *original, const Reading *reading, QmsError **error)
{
  QmsNode *procedure = qms_node_copy (original->procedure, build->document);
  QmsStatus status = put_in_place (build, original, procedure, error);

  if (status != QMS_OK)
    return status;
  copy_agency (build, original);
  bpmn_note_forget (build->report, original->report);
  bpmn_draft_mend_times (reading->draft, original->reading.draft);
  bpmn_merge (build, original->reading.draft, reading->draft, procedure);
  return QMS_OK;
}

static QmsStatus
import (QmsDocument *document, const void *bpmn, size_t size, const char *name, QmsNode **procedure, QmsReport *report,
        QmsError **error)
{
  g_auto (Reading) reading = { 0 };
  g_auto (Original) original = { 0 };
  g_auto (BpmnBuild) build = { 0 };
  QmsStatus status = take_apart (&reading, bpmn, size, name, report, error);

  if (status != QMS_OK)
    return status;
  bpmn_build_init (&build, document, report);
  if (find_original (&original, &reading, report)) {
    status = restore (&build, &original, &reading, error);
  } else {
    bpmn_draft_mend_times (reading.draft, NULL);
    bpmn_build_procedure (&build, reading.draft);
  }
  if (status == QMS_OK && procedure)
    *procedure = build.procedure;
  return status;
}

QmsStatus
qms_bpmn_import (QmsDocument *document, const void *bpmn, size_t size, const char *name, QmsNode **procedure,
                 QmsReport **report, QmsError **error)
{
  g_autoptr (QmsReport) findings = NULL;
  QmsStatus status;

  if (!document || (!bpmn && size > 0) || document->root->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document, bpmn", NULL);
  findings = qms_report_new (NULL, MOST_FINDINGS);
  findings->file = g_strdup (name);
  status = import (document, bpmn, size, name, procedure, findings, error);
  if (status != QMS_OK)
    return status;
  qms_report_sort (findings);
  if (report)
    *report = g_steal_pointer (&findings);
  return QMS_OK;
}
