/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on documents: read, write, find, compare. */
#include "run.h"

#include <glib/gstdio.h>
#include <string.h>

static void
op_parse (Call *call)
{
  const char *text = arg_text (call, 0);
  QmsDocument *document = NULL;

  call->status = qms_document_parse (text, strlen (text), &document, &call->error);
  give_handle (call, VALUE_DOCUMENT, document);
}

static void
op_parse_base64 (Call *call)
{
  gsize size = 0;
  g_autofree guchar *bytes = g_base64_decode (arg_text (call, 0), &size);
  QmsDocument *document = NULL;

  call->status = qms_document_parse (bytes, size, &document, &call->error);
  give_handle (call, VALUE_DOCUMENT, document);
}

static const char *const formats[] = { "auto", "xml", "json" };
static const char *const limits[] = {
  "", "bytes", "depth", "attributes", "namespaces", "tag", "text", "nodes", "errors"
};

/* Number of a name in a list; -1 if it is not there. */
static int32_t
number_of (const char *const *names, size_t count, const char *name)
{
  for (size_t i = 0; i < count; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int32_t)i;
  return -1;
}

static QmsReader *
make_reader (json_t *options)
{
  QmsReader *reader = qms_reader_new ();
  const char *format = json_string_value (json_object_get (options, "format")), *name;
  json_t *value;

  qms_reader_set_lenient (reader, json_is_true (json_object_get (options, "lenient")));
  if (format)
    qms_reader_set_format (reader, number_of (formats, G_N_ELEMENTS (formats), format));
  json_object_foreach (json_object_get (options, "limits"), name, value)
    qms_reader_set_limit (reader, number_of (limits, G_N_ELEMENTS (limits), name), (size_t)json_integer_value (value));
  return reader;
}

static void
op_read (Call *call)
{
  const char *text = arg_text (call, 0);
  json_t *options = arg_data (call, 1);
  QmsReader *reader = make_reader (options);
  QmsDocument *document = NULL;

  call->status = qms_reader_parse (reader, text, strlen (text), json_string_value (json_object_get (options, "name")),
                                   &document, &call->error);
  give_handle (call, VALUE_DOCUMENT, document);
  qms_reader_free (reader);
}

/* With options: by a reader of its own. */
static void
op_load (Call *call)
{
  g_autofree char *path = file_path (call, arg_text (call, 0));
  json_t *options = arg_data (call, 1);
  QmsReader *reader = make_reader (options);
  QmsDocument *document = NULL;

  call->status = options ? qms_reader_load (reader, path, &document, &call->error)
                         : qms_document_load (path, &document, &call->error);
  give_handle (call, VALUE_DOCUMENT, document);
  qms_reader_free (reader);
}

static void
op_new (Call *call)
{
  QmsDocument *document = qms_document_new (qms_type_id (qms_type_by_name (arg_text (call, 0))));

  call->status = document ? QMS_OK : QMS_ERROR_ARGUMENT;
  give_handle (call, VALUE_DOCUMENT, document);
}

static void
op_root (Call *call)
{
  give_node (call, qms_document_root (self_handle (call, VALUE_DOCUMENT)));
}

static void
op_find (Call *call)
{
  give_node (call, qms_document_find (self_handle (call, VALUE_DOCUMENT), arg_text (call, 0)));
}

static void
op_format (Call *call)
{
  give_text (call, formats[qms_document_format (self_handle (call, VALUE_DOCUMENT))]);
}

/* File without the directory of the project. */
static void
op_file (Call *call)
{
  const char *file = qms_document_file (self_handle (call, VALUE_DOCUMENT));

  if (file && g_str_has_prefix (file, call->root))
    file += strlen (call->root) + 1;
  give_text (call, file);
}

static void
op_diagnostics (Call *call)
{
  json_t *ids = json_array ();

  for (const QmsError *error = qms_document_diagnostics (self_handle (call, VALUE_DOCUMENT)); error;
       error = qms_error_next (error))
    json_array_append_new (ids, json_string (qms_error_id (error)));
  give_data (call, ids);
}

static void
op_write (Call *call)
{
  int32_t format = number_of (formats, G_N_ELEMENTS (formats), arg_text (call, 0));
  char *text = NULL;

  call->status = qms_document_write (self_handle (call, VALUE_DOCUMENT), format, &text, NULL, &call->error);
  give_taken_text (call, text);
}

/* Saves to a new file of the format and reads that. */
static void
op_reload (Call *call)
{
  g_autofree char *folder = g_dir_make_tmp ("qms-XXXXXX", NULL);
  g_autofree char *name = g_strconcat ("file.", arg_text (call, 0), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  QmsDocument *document = NULL;

  call->status = qms_document_save (self_handle (call, VALUE_DOCUMENT), path, QMS_FORMAT_AUTO, &call->error);
  if (call->status == QMS_OK)
    call->status = qms_document_load (path, &document, &call->error);
  give_handle (call, VALUE_DOCUMENT, document);
  g_unlink (path);
  g_rmdir (folder);
}

static void
op_save (Call *call)
{
  call->status =
      qms_document_save (self_handle (call, VALUE_DOCUMENT), arg_text (call, 0), QMS_FORMAT_AUTO, &call->error);
}

static void
op_data (Call *call)
{
  char *text = NULL;

  call->status = qms_document_write (self_handle (call, VALUE_DOCUMENT), QMS_FORMAT_JSON, &text, NULL, &call->error);
  give_parsed (call, text);
}

static void
op_from_data (Call *call)
{
  char *text = json_dumps (arg_data (call, 0), 0);
  QmsDocument *document = NULL;

  call->status = qms_document_parse (text, strlen (text), &document, &call->error);
  give_handle (call, VALUE_DOCUMENT, document);
  free (text);
}

static json_t *
describe_difference (const QmsDiff *diff, size_t index)
{
  static const char *const kinds[] = { "", "added", "removed", "changed", "moved" };

  return json_pack ("[s, s?, s?, s?]", kinds[qms_diff_kind (diff, index)], qms_diff_path (diff, index),
                    qms_diff_before (diff, index), qms_diff_after (diff, index));
}

static void
op_diff (Call *call)
{
  QmsDiff *diff = NULL;
  json_t *differences = json_array ();

  call->status =
      qms_document_diff (self_handle (call, VALUE_DOCUMENT), arg_handle (call, 0, VALUE_DOCUMENT), &diff, &call->error);
  for (size_t i = 0; i < qms_diff_count (diff); i++)
    json_array_append_new (differences, describe_difference (diff, i));
  qms_diff_free (diff);
  give_data (call, differences);
}

const Operation document_operations[] = {
  { "parse", op_parse },
  { "parse_base64", op_parse_base64 },
  { "load", op_load },
  { "read", op_read },
  { "new", op_new },
  { "root", op_root },
  { "find", op_find },
  { "format", op_format },
  { "file", op_file },
  { "diagnostics", op_diagnostics },
  { "write", op_write },
  { "reload", op_reload },
  { "save", op_save },
  { "data", op_data },
  { "from_data", op_from_data },
  { "diff", op_diff },
  { NULL, NULL },
};
