/* SPDX-License-Identifier: Apache-2.0 */
/* A program outside the project that uses GLib: an error with its place as GError, a document as bytes and back. */
#include <qms/glib.h>

static QmsDocument *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return qms_reader_parse_bytes (NULL, bytes, "xa.xml", QMS_LANG_EN, error);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QmsDocument) refused = read_text ("<heThong>", &error);
  g_autoptr (QmsDocument) document = read_text ("<heThong xmlns=\"urn:libqms:1\"/>", NULL);
  g_autoptr (GBytes) bytes = qms_document_write_bytes (document, QMS_FORMAT_JSON, QMS_LANG_EN, NULL);

  g_print ("%s\n%.*s", error->message, (int)g_bytes_get_size (bytes), (const char *)g_bytes_get_data (bytes, NULL));
  return refused || error->domain != QMS_ERROR;
}
