/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of the module on files for offices: tables as CSV, web sites, Word documents from templates. */
#include "binding.h"

/* The root of a document that nobody else is at work in; NULL with an exception. */
static QmsNode *
root_of (PyObject *document, int change)
{
  return document_enter ((Document *)document, change) < 0 ? NULL
                                                           : qms_document_root (((Document *)document)->document);
}

/* _csv (document, table) */
static PyObject *
office_csv (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  PyObject *document;
  const char *table;
  QmsNode *root;
  char *text = NULL;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!s", qms_python.document, &document, &table) || !(root = root_of (document, 0)))
    return NULL;
  QmsStatus status = qms_csv_export (root, table, &text, NULL, &error);
  return text_or_error (status, text, error);
}

/* _import_csv (document, table, text, name): (rows added, rows changed) */
static PyObject *
office_import_csv (PyObject *self, PyObject *args)
{
  size_t added = 0, changed = 0;
  const char *table, *csv, *name;
  QmsError *error = NULL;
  PyObject *document;
  Py_ssize_t size;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!ss#z", qms_python.document, &document, &table, &csv, &size, &name)
      || !root_of (document, 1))
    return NULL;
  QmsStatus status =
      qms_csv_import (((Document *)document)->document, table, csv, (size_t)size, name, &added, &changed, &error);
  if (status == QMS_OK)
    return Py_BuildValue ("(nn)", (Py_ssize_t)added, (Py_ssize_t)changed);
  error_raise (status, error);
  return NULL;
}

/* (name, contents) */
static PyObject *
file_at (const void *site, size_t i)
{
  return Py_BuildValue ("(ss)", qms_site_name (site, i), qms_site_file (site, i, NULL));
}

/* _site (document, edition, report or None): a tuple of (name, contents) */
static PyObject *
office_site (PyObject *self, PyObject *args)
{
  PyObject *document, *report;
  QmsError *error = NULL;
  QmsSite *site = NULL;
  QmsNode *root;
  int edition;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!iO", qms_python.document, &document, &edition, &report)
      || !(root = root_of (document, 0)))
    return NULL;
  const QmsReport *findings = report == Py_None ? NULL : report_of (report);
  if (report != Py_None && !findings)
    return NULL;
  QmsStatus status = qms_site_new (root, edition, findings, &site, &error);
  if (status != QMS_OK)
    return text_or_error (status, NULL, error);
  PyObject *files = tuple_of (qms_site_count (site), file_at, site);
  qms_site_free (site);
  return files;
}

static PyObject *
template_name_at (const void *unused, size_t i)
{
  (void)unused;
  return PyUnicode_FromString (qms_template_name (i));
}

static PyObject *
office_templates (PyObject *self, PyObject *unused)
{
  (void)self;
  (void)unused;
  return tuple_of (qms_template_count (), template_name_at, NULL);
}

/* _template (name): its bytes */
static PyObject *
office_template (PyObject *self, PyObject *args)
{
  const char *name;
  size_t size = 0;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &name))
    return NULL;
  const void *data = qms_template_data (name, &size);
  if (data)
    return PyBytes_FromStringAndSize (data, (Py_ssize_t)size);
  error_raise (QMS_ERROR_NOT_FOUND, NULL);
  return NULL;
}

/* _fill (template, node, day): the document as bytes */
static PyObject *
office_fill (PyObject *self, PyObject *args)
{
  QmsTemplate *template = NULL;
  const char *docx, *day;
  QmsError *error = NULL;
  PyObject *node, *bytes;
  char *filled = NULL;
  size_t filled_size = 0;
  Py_ssize_t size;

  (void)self;
  if (!PyArg_ParseTuple (args, "y#O!z", &docx, &size, qms_python.node, &node, &day)
      || document_enter (((Node *)node)->owner, 0) < 0)
    return NULL;
  QmsStatus status = qms_template_read (docx, (size_t)size, NULL, &template, &error);
  if (status == QMS_OK)
    status = qms_template_fill (template, ((Node *)node)->node, day, &filled, &filled_size, &error);
  qms_template_free (template);
  if (status != QMS_OK)
    return text_or_error (status, NULL, error);
  bytes = PyBytes_FromStringAndSize (filled, (Py_ssize_t)filled_size);
  qms_free (filled);
  return bytes;
}

PyMethodDef office_functions[] = {
  { "_csv", office_csv, METH_VARARGS, NULL },
  { "_import_csv", office_import_csv, METH_VARARGS, NULL },
  { "_site", office_site, METH_VARARGS, NULL },
  { "_templates", office_templates, METH_NOARGS, NULL },
  { "_template", office_template, METH_VARARGS, NULL },
  { "_fill", office_fill, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL },
};
