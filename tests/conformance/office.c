/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on files for offices: tables as CSV, web sites, Word documents from templates. */
#include "run.h"

#include <string.h>

static QmsNode *
self_root (Call *call)
{
  return qms_document_root (self_handle (call, VALUE_DOCUMENT));
}

static void
op_csv (Call *call)
{
  char *text = NULL;

  call->status = qms_csv_export (self_root (call), arg_text (call, 0), &text, NULL, &call->error);
  give_taken_text (call, text);
}

/* Rows that were new, and rows that changed something. */
static void
op_import_csv (Call *call)
{
  const char *text = arg_text (call, 1);
  size_t added = 0, changed = 0;

  call->status = qms_csv_import (self_handle (call, VALUE_DOCUMENT), arg_text (call, 0), text, strlen (text), NULL,
                                 &added, &changed, &call->error);
  give_data (call, json_pack ("[I, I]", (json_int_t)added, (json_int_t)changed));
}

/* The beginning of a page of the site, and whether the site has another page. */
static void
op_site (Call *call)
{
  int32_t edition = g_strcmp0 (arg_text (call, 0), "internal") == 0 ? QMS_SITE_INTERNAL : QMS_SITE_PUBLIC;
  json_t *pages = json_object ();
  QmsSite *site = NULL;
  json_t *name;
  size_t n;

  call->status = qms_site_new (self_root (call), edition, arg_handle (call, 2, VALUE_REPORT), &site, &call->error);
  json_array_foreach (arg_data (call, 1), n, name)
    json_object_set_new (pages, json_string_value (name), json_null ());
  for (size_t i = 0; i < qms_site_count (site); i++)
    if (json_object_get (pages, qms_site_name (site, i)))
      json_object_set_new (pages, qms_site_name (site, i), json_stringn (qms_site_file (site, i, NULL), 15));
  qms_site_free (site);
  give_data (call, pages);
}

static void
op_templates (Call *call)
{
  json_t *names = json_array ();

  for (size_t i = 0; i < qms_template_count (); i++)
    if (arg_text (call, 0) && g_str_has_prefix (qms_template_name (i), arg_text (call, 0)))
      json_array_append_new (names, json_string (qms_template_name (i)));
  give_data (call, names);
}

/* The document that a shipped template gives, in Base64. */
static void
op_fill (Call *call)
{
  g_autofree char *text = NULL;
  QmsTemplate *read = NULL;
  size_t size = 0;
  const void *data = qms_template_data (arg_text (call, 0), &size);
  char *docx = NULL;

  call->status = data ? qms_template_read (data, size, NULL, &read, &call->error) : QMS_ERROR_NOT_FOUND;
  if (call->status == QMS_OK)
    call->status =
        qms_template_fill (read, self_handle (call, VALUE_NODE), arg_text (call, 1), &docx, &size, &call->error);
  text = docx ? g_base64_encode ((const guchar *)docx, size) : NULL;
  give_text (call, text);
  qms_free (docx);
  qms_template_free (read);
}

const Operation office_operations[] = {
  { "csv", op_csv },   { "import_csv", op_import_csv },
  { "site", op_site }, { "templates", op_templates },
  { "fill", op_fill }, { NULL, NULL },
};
