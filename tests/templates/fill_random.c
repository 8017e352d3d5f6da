/* SPDX-License-Identifier: Apache-2.0 */
/* Fills every shipped template from random systems: fill_random FIRST COUNT DIRECTORY. */
#include "random.h"

#include <stdio.h>
#include <stdlib.h>

static void
fill (const QmsTemplate *template, const QmsNode *node, const char *path)
{
  QmsError *error = NULL;
  char *docx = NULL;
  size_t size = 0;

  if (qms_template_fill (template, node, "2026-01-31", &docx, &size, &error) != QMS_OK
      || !g_file_set_contents (path, docx, (gssize)size, NULL)) {
    fprintf (stderr, "%s: %s\n", path, error ? qms_error_message (error, QMS_LANG_EN) : "not written");
    exit (1);
  }
  qms_free (docx);
}

/* One document of each template is enough: the first node. */
static void
fill_all (guint32 seed, const char *directory)
{
  QmsDocument *document = qms_random_document (seed, QMS_TYPE_SYSTEM);

  for (size_t i = 0; i < qms_template_count (); i++) {
    const char *name = qms_template_name (i);
    g_autofree char *file = g_strdup_printf ("%s-%u.docx", name, seed);
    g_autofree char *path = g_build_filename (directory, file, NULL);
    QmsTemplate *template = NULL;
    size_t size;
    const void *data = qms_template_data (name, &size);
    if (qms_template_read (data, size, name, &template, NULL) != QMS_OK)
      exit (1);
    QmsNode *node = qms_template_target (template, qms_document_root (document), 0);
    if (node)
      fill (template, node, path);
    qms_template_free (template);
  }
  qms_document_unref (document);
}

int
main (int argc, char **argv)
{
  guint32 first = argc == 4 ? (guint32)atoi (argv[1]) : 0, count = argc == 4 ? (guint32)atoi (argv[2]) : 0;

  for (guint32 seed = first; seed < first + count; seed++)
    fill_all (seed, argv[3]);
  return count > 0 ? 0 : 2;
}
