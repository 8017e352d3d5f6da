/* SPDX-License-Identifier: Apache-2.0 */
/* Resolution: a framework laid over the one that it is based on, each requirement knowing where it came from. */
#include "core/title.h"
#include "framework/framework.h"

#include <string.h>

/* Path of a sample's file from wherever the reader stands. */
static QmsStatus
anchor_samples (QmsNode *framework, const char *folder, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_framework_count_samples (framework); i++) {
    QmsNode *sample = qms_framework_get_samples (framework, i);
    const char *file = qms_sample_get_file (sample);
    g_autofree char *path = file && !g_path_is_absolute (file) ? g_strconcat (folder, "/", file, NULL) : NULL;

    if (path)
      status = qms_sample_set_file (sample, path, error);
  }
  return status;
}

/* Number and date of the decision that announced the framework; NULL if it names none. */
static char *
decision_text (const QmsNode *framework)
{
  const QmsNode *decision = qms_framework_get_decision (framework);
  const char *number = decision ? qms_citation_get_number (decision) : NULL;
  int32_t year, month, day;

  if (!number)
    return NULL;
  if (qms_citation_get_date (decision, &year, &month, &day))
    return g_strdup_printf ("QĐ %s", number);
  return g_strdup_printf ("QĐ %s ngày %02d/%02d/%d", number, day, month, year);
}

static QmsPlace
place_of (const QmsNode *requirement)
{
  return (QmsPlace){ requirement->document->file, requirement->line, requirement->column, NULL };
}

/* Notes on a requirement, or on the one of the base that it alters, which framework speaks; takes out what it removes.
 * `overlay` is NULL where there is no base. */
static QmsStatus
trace (const QmsOverlay *overlay, QmsNode *requirement, const char *code, bool *removed, QmsError **error)
{
  const char *id = qms_requirement_get_id (requirement);
  const QmsField *list = qms_field_by_id (QMS_FRAMEWORK_REQUIREMENTS);
  QmsNode *below = overlay && id ? qms_overlay_find (overlay, list, id) : NULL;
  QmsStatus status = qms_node_unset (requirement, QMS_REQUIREMENT_ORIGINS);
  QmsPlace place = place_of (requirement);

  *removed = qms_requirement_get_removed (requirement);
  if (status)
    return status;
  if (*removed)
    return below ? qms_node_detach (below, error)
                 : qms_fail (error, QMS_MSG_FRAMEWORK_REMOVES_NOTHING, &place, "name", code, "id", id ? id : "", NULL);
  return qms_requirement_add_origins (below ? below : requirement, code, error);
}

static QmsStatus
trace_all (const QmsOverlay *overlay, QmsNode *framework, QmsError **error)
{
  const char *code = qms_framework_get_code (framework);
  size_t i = 0;

  while (i < qms_framework_count_requirements (framework)) {
    QmsNode *requirement = qms_framework_get_requirements (framework, i);
    bool removed;
    QmsStatus status = trace (overlay, requirement, code ? code : "", &removed, error);

    if (!status && removed)
      status = qms_node_detach (requirement, error);
    if (status)
      return status;
    i += !removed;
  }
  return QMS_OK;
}

/* A requirement without an identifier is told by where it stands. */
static QmsStatus
fail_incomplete (const QmsNode *requirement, const char *framework, const char *lacking, QmsError **error)
{
  const char *id = qms_requirement_get_id (requirement);
  g_autofree char *vi = qms_node_whereabouts (requirement, QMS_LANG_VI);
  g_autofree char *en = qms_node_whereabouts (requirement, QMS_LANG_EN);
  QmsPlace place = place_of (requirement);

  return qms_error_add (error, &qms_gen_rules[QMS_MSG_FRAMEWORK_INCOMPLETE], &place,
                        QMS_VALUES ({ "id", { id ? id : vi, id ? id : en } }, { "name", { framework, NULL } },
                                    { "what", { lacking, NULL } }));
}

/* What makes a requirement one that no system can meet; NULL if nothing does. Free with g_free. */
static char *
find_impossible (const QmsNode *requirement)
{
  static const uint32_t bounded[] = { QMS_REQUIREMENT_MIN, QMS_REQUIREMENT_MAX, QMS_REQUIREMENT_PERCENT };
  int64_t min = qms_requirement_has_min (requirement) ? qms_requirement_get_min (requirement) : 1;

  for (size_t i = 0; i < G_N_ELEMENTS (bounded); i++) {
    const QmsField *field = qms_field_by_id (bounded[i]);
    int64_t value = qms_node_get_int (requirement, bounded[i]);

    if (qms_node_has (requirement, bounded[i]) && !qms_field_in_range (field, value))
      return g_strdup_printf ("%s=\"%" G_GINT64_FORMAT "\"", field->xml, value);
  }
  if (!qms_requirement_has_max (requirement) || min <= qms_requirement_get_max (requirement))
    return NULL;
  return g_strdup_printf ("toiThieu=\"%" G_GINT64_FORMAT "\", toiDa=\"%" G_GINT64_FORMAT "\"", min,
                          qms_requirement_get_max (requirement));
}

/* The requirement as the framework itself states it: that of a base does not know who altered it. */
static const QmsNode *
own_requirement (const QmsNode *own, const QmsNode *resolved)
{
  for (size_t i = 0; i < qms_framework_count_requirements (own); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (own, i);

    if (g_strcmp0 (qms_requirement_get_id (requirement), qms_requirement_get_id (resolved)) == 0)
      return requirement;
  }
  return resolved;
}

static QmsStatus
check_possible (const QmsNode *own, const QmsNode *requirement, QmsError **error)
{
  g_autofree char *impossible = find_impossible (requirement);
  const char *id = qms_requirement_get_id (requirement), *code = qms_framework_get_code (own);

  if (!impossible)
    return QMS_OK;
  QmsPlace place = place_of (own_requirement (own, requirement));
  return qms_fail (error, QMS_MSG_FRAMEWORK_IMPOSSIBLE, &place, "id", id ? id : "", "name", code ? code : "", "what",
                   impossible, NULL);
}

/* Gives a requirement the source of the framework that brought it; refuses one that asks for nothing or for what cannot
 * be. `own` is the framework as its file has it. */
static QmsStatus
complete (QmsNode *framework, const QmsNode *own, QmsError **error)
{
  const char *code = qms_framework_get_code (framework);
  g_autofree char *decision = decision_text (framework);
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_framework_count_requirements (framework); i++) {
    QmsNode *requirement = qms_framework_get_requirements (framework, i);
    const char *lacking = !qms_requirement_has_path (requirement)    ? "doiTuong"
                          : !qms_requirement_has_title (requirement) ? "ten"
                                                                     : NULL;

    if (lacking)
      status = fail_incomplete (requirement, code ? code : "", lacking, error);
    else
      status = check_possible (own, requirement, error);
    if (!status && decision && !qms_requirement_has_cites (requirement))
      status = qms_requirement_set_cites (requirement, decision, error);
  }
  return status;
}

/* Everything but the lists is a framework's own: a base's title, decision or expiry is not inherited. */
static QmsStatus
clear_header (QmsNode *framework)
{
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < framework->type->n_fields; slot++)
    if (!qms_field_list (&framework->type->fields[slot]))
      status = qms_node_unset (framework, framework->type->fields[slot].id);
  return status;
}

/* Lays the framework over its base; without one it stands as it is. */
static QmsStatus
lay_over (QmsDocument *base, QmsDocument *framework, QmsError **error)
{
  g_autoptr (QmsOverlay) overlay = base ? qms_overlay_new (base->root) : NULL;
  QmsStatus status = trace_all (overlay, framework->root, error);

  if (!status && base)
    status = clear_header (base->root);
  if (!status && base)
    status = qms_overlay_lay (overlay, framework->root, error);
  return status ? status : complete (base ? base->root : framework->root, framework->root, error);
}

/* Refuses a framework that is already being resolved further up. */
static QmsStatus
enter (GPtrArray *chain, char *path, const char *id, QmsError **error)
{
  g_autofree char *text = NULL;

  if (!g_ptr_array_find_with_equal_func (chain, path, g_str_equal, NULL)) {
    g_ptr_array_add (chain, path);
    return QMS_OK;
  }
  g_ptr_array_add (chain, path);
  g_ptr_array_add (chain, NULL);
  text = g_strjoinv (" → ", (char **)chain->pdata);
  return qms_fail (error, QMS_MSG_FRAMEWORK_CYCLE, NULL, "name", id, "chain", text, NULL);
}

static QmsStatus
resolve (const char *id, const char *beside, GPtrArray *chain, QmsDocument **resolved, QmsError **error)
{
  g_autoptr (QmsDocument) framework = NULL;
  g_autoptr (QmsDocument) base = NULL;
  g_autofree char *folder = NULL;
  const char *based_on;
  char *path;
  QmsStatus status = qms_source_locate (id, beside, &path, error);

  if (!status)
    status = enter (chain, path, id, error);
  if (!status)
    status = qms_source_read (path, QMS_TYPE_FRAMEWORK, &framework, error);
  if (status)
    return status;
  folder = g_path_get_dirname (path);
  based_on = qms_framework_get_based_on (framework->root);
  if (based_on)
    status = resolve (based_on, folder, chain, &base, error);
  if (!status)
    status = anchor_samples (framework->root, folder, error);
  if (!status)
    status = lay_over (base, framework, error);
  if (!status)
    *resolved = base ? g_steal_pointer (&base) : g_steal_pointer (&framework);
  return status;
}

QmsStatus
qms_framework_load (const char *id, QmsDocument **framework, QmsError **error)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func (g_free);

  if (!id || !framework)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", id ? "framework" : "id", NULL);
  return resolve (id, NULL, chain, framework, error);
}
