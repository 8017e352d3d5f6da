/* SPDX-License-Identifier: Apache-2.0 */
/* Writing documents, to memory and to files. */
#include "codec/json.h"
#include "codec/xml_write.h"
#include "core/document.h"
#include "core/error.h"

#include "gen/ids.h"

static QmsStatus
write_text (QmsDocument *document, int32_t format, GString *out, QmsError **error)
{
  if (format == QMS_FORMAT_JSON)
    return qms_json_write (document, out, error);
  if (format != QMS_FORMAT_XML && format != QMS_FORMAT_AUTO)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "format", NULL);
  qms_xml_write (document, out);
  return QMS_OK;
}

QmsStatus
qms_document_write (QmsDocument *document, int32_t format, char **text, size_t *size, QmsError **error)
{
  GString *out;
  QmsStatus status;

  if (!document || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  out = g_string_new (NULL);
  status = write_text (document, format, out, error);
  if (size)
    *size = status == QMS_OK ? out->len : 0;
  *text = g_string_free (out, status != QMS_OK);
  return status;
}

QmsStatus
qms_node_write_json (const QmsNode *node, char **text, size_t *size, QmsError **error)
{
  GString *out;
  json_t *object;
  QmsStatus status;

  if (!node || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  out = g_string_new (NULL);
  object = qms_json_from_node (node);
  status = qms_json_print (object, out, error);
  json_decref (object);
  if (size)
    *size = status == QMS_OK ? out->len : 0;
  *text = g_string_free (out, status != QMS_OK);
  return status;
}

QmsStatus
qms_document_save (QmsDocument *document, const char *path, int32_t format, QmsError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  QmsStatus status;

  if (!document || !path)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (format == QMS_FORMAT_AUTO)
    format = g_str_has_suffix (path, ".json") ? QMS_FORMAT_JSON : QMS_FORMAT_XML;
  status = write_text (document, format, text, error);
  return status == QMS_OK ? qms_save_text (path, text->str, text->len, error) : status;
}
