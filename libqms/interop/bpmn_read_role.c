/* SPDX-License-Identifier: Apache-2.0 */
/* Agency, roles and units for imported steps: those that the system has, by identifier or name, else new ones. */
#include "core/text.h"
#include "interop/bpmn_build.h"

#include "gen/ids.h"

#include <string.h>

QmsNode *
bpmn_build_agency (BpmnBuild *build, const char *name)
{
  QmsNode *root = build->document->root;

  build->agency = qms_node_get_node (root, QMS_SYSTEM_AGENCY);
  if (!build->agency) {
    build->agency = qms_node_add (root, QMS_SYSTEM_AGENCY, 0, NULL);
    bpmn_build_set (build->agency, QMS_AGENCY_NAME, name ? name : "[[tên cơ quan]]");
  }
  return build->agency;
}

/* ---- by name */

static void
index_name (GHashTable *index, const char *name, QmsNode *node)
{
  if (name)
    g_hash_table_insert (index, qms_fold_name (name), node);
}

static GHashTable *
roles_by_name (BpmnBuild *build)
{
  if (build->roles)
    return build->roles;
  build->roles = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  for (size_t i = 0; i < qms_node_count (build->agency, QMS_AGENCY_ROLES); i++) {
    QmsNode *role = qms_node_get_node_at (build->agency, QMS_AGENCY_ROLES, i);
    index_name (build->roles, qms_node_get_string (role, QMS_ROLE_NAME), role);
    for (size_t k = 0; k < qms_node_count (role, QMS_ROLE_ALIASES); k++)
      index_name (build->roles, qms_node_get_string_at (role, QMS_ROLE_ALIASES, k), role);
  }
  return build->roles;
}

static GHashTable *
units_by_name (BpmnBuild *build)
{
  if (build->units)
    return build->units;
  build->units = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  for (size_t i = 0; i < qms_node_count (build->agency, QMS_AGENCY_UNITS); i++) {
    QmsNode *unit = qms_node_get_node_at (build->agency, QMS_AGENCY_UNITS, i);
    index_name (build->units, qms_node_get_string (unit, QMS_UNIT_NAME), unit);
  }
  return build->units;
}

static QmsNode *
find_named (GHashTable *index, const char *name)
{
  g_autofree char *key = name ? qms_fold_name (name) : NULL;

  return key ? g_hash_table_lookup (index, key) : NULL;
}

/* ---- by identifier */

static QmsNode *
find (BpmnBuild *build, const char *id, uint32_t type)
{
  QmsNode *node = id ? qms_document_find (build->document, id) : NULL;

  return node && node->type->id == type ? node : NULL;
}

static char *
id_for (BpmnBuild *build, const char *prefix, const char *id, const char *name)
{
  g_autofree char *slug = bpmn_slug (name), *made = g_strdup_printf ("%s-%s", prefix, *slug ? slug : "1");

  return bpmn_build_free_id (build, bpmn_is_identifier (id) ? id : made);
}

/* Once for each role. */
void
bpmn_build_compare_role (BpmnBuild *build, QmsNode *role, const char *name)
{
  const char *known = qms_node_get_string (role, QMS_ROLE_NAME);

  if (!name || !known || find_named (roles_by_name (build), name) == role || !g_hash_table_add (build->noted, role))
    return;
  bpmn_note (build->report, QMS_RULE_BPMN_ROLE_NAME, NULL,
             QMS_VALUES ({ "id", { qms_node_id (role) } }, { "known", { known } }, { "name", { name } }));
}

static QmsNode *
unit_for (BpmnBuild *build, const char *id, const char *name)
{
  QmsNode *unit = id ? find (build, id, QMS_TYPE_UNIT) : find_named (units_by_name (build), name);
  g_autofree char *made = NULL;

  if (unit || (!id && !name))
    return unit;
  made = id_for (build, "DV", id, name);
  unit = qms_node_add (build->agency, QMS_AGENCY_UNITS, QMS_APPEND, NULL);
  bpmn_build_set (unit, QMS_UNIT_ID, made);
  bpmn_build_set (unit, QMS_UNIT_NAME, name ? name : id);
  index_name (units_by_name (build), name ? name : id, unit);
  return unit;
}

static QmsNode *
add_role (BpmnBuild *build, const char *id, const char *name, const QmsNode *unit, const BpmnElement *at)
{
  QmsNode *role = qms_node_add (build->agency, QMS_AGENCY_ROLES, QMS_APPEND, NULL);
  g_autofree char *made = id_for (build, "VT", id, name);

  bpmn_build_set (role, QMS_ROLE_ID, made);
  bpmn_build_set (role, QMS_ROLE_UNIT, qms_node_id (unit));
  bpmn_build_set (role, QMS_ROLE_NAME, name ? name : id);
  if (bpmn_is_applicant (name))
    qms_node_set_int (role, QMS_ROLE_KIND, QMS_ROLE_KIND_APPLICANT, NULL);
  index_name (roles_by_name (build), name ? name : id, role);
  bpmn_note (build->report, QMS_RULE_BPMN_ROLE_ADDED, at,
             QMS_VALUES ({ "name", { name ? name : id } }, { "id", { made } }));
  return role;
}

/* ---- groups */

/* A candidate group may be an identifier or a name. */
static QmsNode *
role_of_group (BpmnBuild *build, const char *group)
{
  QmsNode *role = find (build, group, QMS_TYPE_ROLE);

  return role ? role : find_named (roles_by_name (build), group);
}

/* The first group that is a role of the system, else the first one; the others are noted. NULL if there are none. */
static char *
choose_group (BpmnBuild *build, const char *groups, const BpmnStep *from)
{
  g_auto (GStrv) names = groups ? g_strsplit (groups, "\n", -1) : NULL;
  guint chosen = 0;

  if (!names || !names[0])
    return NULL;
  while (names[chosen] && !role_of_group (build, names[chosen]))
    chosen++;
  if (!names[chosen])
    chosen = 0;
  for (guint i = 0; names[i]; i++)
    if (i != chosen)
      bpmn_note (build->report, QMS_RULE_BPMN_GROUP_LOST, from->element,
                 QMS_VALUES ({ "step", { from->name ? from->name : "" } }, { "kept", { names[chosen] } },
                             { "lost", { names[i] } }));
  return g_strdup (names[chosen]);
}

/* An identifier of our own is taken as it is. */
static QmsNode *
role_for (BpmnBuild *build, const BpmnWho *who, const char *group, const BpmnElement *at)
{
  QmsNode *role = who->role ? find (build, who->role, QMS_TYPE_ROLE) : group ? role_of_group (build, group) : NULL;
  const char *name = who->role || !group ? who->role_name : group;

  if (role) {
    bpmn_build_compare_role (build, role, who->role ? who->role_name : NULL);
    return role;
  }
  if (!who->role)
    role = find_named (roles_by_name (build), name);
  if (role || (!who->role && !name))
    return role;
  return add_role (build, who->role, name, unit_for (build, NULL, who->role ? NULL : who->unit_name), at);
}

void
bpmn_build_who (BpmnBuild *build, const BpmnWho *who, const char *group, const BpmnStep *from, QmsNode *step)
{
  g_autofree char *chosen = who->role ? NULL : choose_group (build, group, from);
  QmsNode *role = role_for (build, who, chosen, from->element);
  QmsNode *unit = who->unit ? unit_for (build, who->unit, who->unit_name) : NULL;

  if (role)
    bpmn_build_set (step, QMS_STEP_ROLE, qms_node_id (role));
  else
    qms_node_unset (step, QMS_STEP_ROLE);
  if (unit)
    bpmn_build_set (step, QMS_STEP_UNIT, qms_node_id (unit));
}
