/* SPDX-License-Identifier: Apache-2.0 */
/* The web site of a system: which pages there are, and the files that they come in. */
#include "render/brief.h"
#include "render/site.h"

#include "core/error.h"
#include "core/resource.h"
#include "gen/ids.h"

#include <qms/model.h>

typedef struct {
  char *name;
  GString *text;
} File;

struct QmsSite {
  GArray *files; /* of File */
  size_t bytes;  /* of all */
};

enum { MOST_BYTES = 256 << 20 }; /* a site of 145 procedures has 5 MB */

/* ---- files */

static void
clear_file (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_string_free (file->text, TRUE);
}

void
qms_site_add (QmsSite *site, const char *name, GString *text)
{
  File file = { g_strdup (name), text };

  g_array_append_val (site->files, file);
  site->bytes += text->len;
}

static void
add_resource (QmsSite *site, const char *name)
{
  g_autofree char *path = g_strconcat ("site/", name, NULL);
  size_t size = 0;
  const char *text = qms_resource_text (path, &size);

  qms_site_add (site, name, g_string_new_len (text, (gssize)size));
}

/* ---- pages of nodes */

/* A procedure that many share stands on the page of each, so a small system can make a site without end. */
static bool
is_full (const QmsSite *site)
{
  return site->bytes > MOST_BYTES;
}

/* Gives each node of a list a page, named after its code, or its identifier if it has none. */
static void
name_pages (QmsSiteWriter *writer, GHashTable *taken, uint32_t list, uint32_t code, const char *prefix)
{
  for (size_t i = 0; i < qms_node_count (writer->system, list); i++) {
    const QmsNode *node = qms_node_get_node_at (writer->system, list, i);
    const char *own = qms_node_get_string (node, code);
    char *name = qms_site_name_from (taken, prefix, own ? own : qms_node_id (node));

    g_hash_table_insert (writer->pages, (gpointer)node, name);
  }
}

/* Names of sections go before those that come from codes. */
static void
name_all (QmsSiteWriter *writer)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (taken, g_strdup ("thu-tuc"));
  name_pages (writer, taken, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, QMS_ADMINISTRATIVE_PROCEDURE_CODE, "thu-tuc");
  if (writer->internal)
    name_pages (writer, taken, QMS_SYSTEM_PROCEDURES, QMS_PROCEDURE_CODE, "quy-trinh");
}

static void
write_each (QmsSiteWriter *writer, uint32_t list, void (*write) (QmsSiteWriter *, const QmsNode *, const char *))
{
  for (size_t i = 0; i < qms_node_count (writer->system, list) && !is_full (writer->site); i++) {
    const QmsNode *node = qms_node_get_node_at (writer->system, list, i);

    write (writer, node, g_hash_table_lookup (writer->pages, node));
  }
}

/* ---- the site */

static void
write_public (QmsSiteWriter *writer)
{
  qms_site_write_home (writer);
  qms_site_write_catalogue (writer);
  qms_site_write_policy (writer);
  qms_site_write_objectives (writer);
  qms_site_write_announcements (writer);
  qms_site_write_documents (writer);
  write_each (writer, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, qms_site_write_administrative_procedure);
}

static void
write_internal (QmsSiteWriter *writer)
{
  write_each (writer, QMS_SYSTEM_PROCEDURES, qms_site_write_procedure);
  qms_site_write_risks (writer);
  qms_site_write_audits (writer);
  qms_site_write_nonconformities (writer);
  qms_site_write_reviews (writer);
  if (writer->findings)
    qms_site_write_findings (writer);
}

static void
write_all (QmsSiteWriter *writer)
{
  write_public (writer);
  if (writer->internal)
    write_internal (writer);
  add_resource (writer->site, "site.css");
  add_resource (writer->site, "search.js");
  add_resource (writer->site, "icon.svg");
}

static QmsSite *
make (QmsSiteWriter *writer)
{
  const char *agency = qms_agency_get_name (qms_system_get_agency (writer->system));
  g_autoptr (GHashTable) pages = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  writer->agency = qms_brief (agency ? agency : "Cơ quan chưa ghi tên");
  writer->pages = pages;
  writer->site = g_new0 (QmsSite, 1);
  writer->site->files = g_array_new (FALSE, FALSE, sizeof (File));
  g_array_set_clear_func (writer->site->files, clear_file);
  name_all (writer);
  write_all (writer);
  g_free (writer->agency);
  return writer->site;
}

static QmsStatus
fail_full (const QmsNode *system, QmsError **error)
{
  QmsPlace place = { .file = qms_document_file (qms_node_document (system)) };
  g_autofree char *most = g_strdup_printf ("%d", MOST_BYTES);

  return qms_error_add (
      error, &qms_gen_rules[QMS_RULE_LIMIT], &place,
      QMS_VALUES ({ "limit", { most } }, { "what", { "byte của trang web", "bytes of a web site" } }));
}

QmsStatus
qms_site_new (const QmsNode *system, int32_t edition, const QmsReport *findings, QmsSite **site, QmsError **error)
{
  bool internal = edition == QMS_SITE_INTERNAL;
  QmsSiteWriter writer = { .system = system, .findings = internal ? findings : NULL, .internal = internal };

  if (!site || edition < QMS_SITE_PUBLIC || edition > QMS_SITE_INTERNAL)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", site ? "edition" : "site", NULL);
  if (qms_type_id (qms_node_type (system)) != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "system", NULL);
  QmsSite *made = make (&writer);
  if (is_full (made)) {
    qms_site_free (made);
    return fail_full (system, error);
  }
  *site = made;
  return QMS_OK;
}

void
qms_site_free (QmsSite *site)
{
  if (!site)
    return;
  g_array_unref (site->files);
  g_free (site);
}

size_t
qms_site_count (const QmsSite *site)
{
  return site ? site->files->len : 0;
}

const char *
qms_site_name (const QmsSite *site, size_t index)
{
  return index < qms_site_count (site) ? g_array_index (site->files, File, index).name : NULL;
}

const char *
qms_site_file (const QmsSite *site, size_t index, size_t *size)
{
  if (index >= qms_site_count (site))
    return NULL;
  const GString *text = g_array_index (site->files, File, index).text;
  if (size)
    *size = text->len;
  return text->str;
}
