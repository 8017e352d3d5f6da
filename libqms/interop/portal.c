/* SPDX-License-Identifier: Apache-2.0 */
/* The national portal's records in and out: finds the records in a text, and the procedures that they are about. */
#include <qms/portal.h>

#include "core/document.h"
#include "core/text.h"
#include "interop/portal_record.h"
#include "interop/tthc.h"

#include "gen/ids.h"

#include <qms/model.h>

#include <string.h>

typedef struct {
  QmsJsonText text;
  QmsDocument *document;
  GPtrArray *records;     /* of json_t: checked objects in `text` */
  GHashTable *codes;      /* set: codes of the records */
  GHashTable *procedures; /* code → procedure of the system */
} Import;

static void
import_clear (Import *import)
{
  qms_json_text_clear (&import->text);
  g_clear_pointer (&import->records, g_ptr_array_unref);
  g_clear_pointer (&import->codes, g_hash_table_unref);
  g_clear_pointer (&import->procedures, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* ---- finding and checking the records; the document is not touched */

static char *
code_of (const json_t *object)
{
  g_autofree char *text = portal_text (object, "MATTHC");
  char *normal = text ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;

  return normal ? g_strstrip (normal) : g_strdup ("");
}

static QmsStatus
check_code (Import *import, const json_t *object, const QmsJsonStep *step, QmsError **error)
{
  g_autofree char *code = code_of (object);
  QmsJsonStep below = { step, "MATTHC", 0 };

  if (!*code)
    return qms_json_fail (&import->text, json_object_get (object, "MATTHC") ? &below : step, error,
                          QMS_MSG_PORTAL_NO_CODE, NULL, 0);
  if (g_hash_table_contains (import->codes, code))
    return qms_json_fail (&import->text, &below, error, QMS_MSG_PORTAL_DUPLICATE, QMS_VALUES ({ "code", { code } }));
  g_hash_table_add (import->codes, g_steal_pointer (&code));
  return QMS_OK;
}

static QmsStatus
add_record (Import *import, json_t *object, const QmsJsonStep *step, QmsError **error)
{
  QmsStatus status = portal_check (&import->text, &portal_record, object, step, error);

  if (status == QMS_OK)
    status = check_code (import, object, step, error);
  if (status == QMS_OK)
    g_ptr_array_add (import->records, object);
  return status;
}

static QmsStatus
add_records (Import *import, json_t *value, const QmsJsonStep *step, QmsError **error)
{
  QmsStatus status = QMS_OK;
  size_t index;
  json_t *item;

  if (!json_is_array (value))
    return add_record (import, value, step, error);
  json_array_foreach (value, index, item) {
    QmsJsonStep below = { step, NULL, index };
    status = add_record (import, item, &below, error);
    if (status != QMS_OK)
      return status;
  }
  return index > 0 ? status : qms_json_fail (&import->text, step, error, QMS_MSG_PORTAL_NO_RECORD, NULL, 0);
}

/* The service wraps its answer in {"result": …}. */
static QmsStatus
find_records (Import *import, QmsError **error)
{
  QmsJsonStep step = { NULL, "result", 0 };
  json_t *result = json_object_get (import->text.root, "result");

  if (result && !json_object_get (import->text.root, "MATTHC"))
    return add_records (import, result, &step, error);
  return add_records (import, import->text.root, NULL, error);
}

/* ---- putting them into the system; nothing here can fail */

static void
index_procedures (Import *import)
{
  QmsNode *system = import->document->root;
  size_t count = qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);

  for (size_t i = 0; i < count; i++) {
    QmsNode *procedure = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    const char *code = qms_node_get_string (procedure, QMS_ADMINISTRATIVE_PROCEDURE_CODE);
    if (code && !g_hash_table_contains (import->procedures, code))
      g_hash_table_insert (import->procedures, (gpointer)code, procedure);
  }
}

static void
store (Import *import, json_t *record)
{
  QmsNode *fresh = qms_node_new (import->document, qms_type_by_id (QMS_TYPE_ADMINISTRATIVE_PROCEDURE)), *known;
  const char *code;

  portal_read (&portal_record, record, fresh);
  code = qms_node_get_string (fresh, QMS_ADMINISTRATIVE_PROCEDURE_CODE);
  known = g_hash_table_lookup (import->procedures, code);
  if (known) {
    portal_update (known, fresh, record);
    return;
  }
  qms_tthc_set_id (fresh);
  qms_node_attach (import->document->root, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, QMS_APPEND, fresh, NULL);
  g_hash_table_insert (import->procedures, (gpointer)code, fresh);
}

static void
store_all (Import *import)
{
  index_procedures (import);
  for (guint i = 0; i < import->records->len; i++)
    store (import, import->records->pdata[i]);
}

QmsStatus
qms_portal_import (QmsDocument *document, const void *json, size_t size, const char *name, size_t *count,
                   QmsError **error)
{
  QmsReader *limits;
  QmsStatus status;
  g_auto (Import) import = { 0 };

  if (!document || (!json && size > 0) || document->root->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document, json", NULL);
  import.document = document;
  import.records = g_ptr_array_new ();
  import.codes = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  import.procedures = g_hash_table_new (qms_text_hash, g_str_equal);
  limits = qms_reader_new ();
  status = qms_json_text_load (&import.text, json, size, name, limits, error);
  if (status == QMS_OK)
    status = find_records (&import, error);
  if (status == QMS_OK)
    store_all (&import);
  if (status == QMS_OK && count)
    *count = import.records->len;
  qms_reader_free (limits);
  return status;
}

QmsStatus
qms_portal_export (const QmsNode *procedure, char **json, size_t *size, QmsError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  json_t *object;
  QmsStatus status;

  if (!procedure || !json || procedure->type->id != QMS_TYPE_ADMINISTRATIVE_PROCEDURE)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "administrative_procedure, json", NULL);
  object = portal_write (&portal_record, procedure, error);
  if (!object)
    return QMS_ERROR_VALUE;
  status = qms_json_print (object, text, error);
  json_decref (object);
  if (status != QMS_OK)
    return status;
  if (size)
    *size = text->len;
  *json = g_string_free (g_steal_pointer (&text), FALSE);
  return QMS_OK;
}
