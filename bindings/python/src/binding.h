/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the Python extension share: objects, what they know of the model, conversions. Limited API of CPython 3.9. */
#pragma once

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x03090000
#include <Python.h>

#include <qms.h>

/* A document. While another thread works in it without the interpreter's lock, `busy` keeps all others out. */
typedef struct {
  PyObject_HEAD QmsDocument *document;
  int busy;
  int constant; /* the library's own: not to be changed */
} Document;

/* A node; it keeps its document alive. */
typedef struct {
  PyObject_HEAD Document *owner;
  QmsNode *node;
} Node;

/* What an attribute stands for. Made once for each field of the model. */
typedef struct {
  const QmsField *field;
  uint32_t id;
  int32_t kind;
  int32_t list;
  PyObject *names; /* of an enumeration: tuple of API names by value; else NULL */
} Binding;

/* A list field of a node. */
typedef struct {
  PyObject_HEAD Document *owner;
  QmsNode *node;
  const Binding *binding;
} List;

/* Objects that the extension needs all the time; filled when the module is made. */
typedef struct {
  PyTypeObject *document, *node, *list, *list_iterator, *report, *calendar, *workflow, *case_;
  PyObject *error;     /* qms.Error */
  PyObject *date;      /* datetime.date */
  PyObject *from_text; /* qms._values.from_text (kind, text) */
  PyObject *to_text;   /* qms._values.to_text (kind, value) */
} Globals;

extern Globals qms_python;

/* ---- objects and documents (document.c) */

/* A new object of a class, which may be one that Python code derived, filled with zeros; and its end. */
PyObject *object_new (PyTypeObject *type);
void object_free (PyObject *self);
/* For classes that only the extension makes objects of. */
PyObject *object_refuse (PyTypeObject *type, PyObject *args, PyObject *keywords);

extern PyType_Spec document_spec;
/* Wraps a document, whose reference it takes. */
PyObject *document_wrap (QmsDocument *document);
/* 0 if nobody else is at work in the document, else -1 and an exception; `change` asks for leave to change it. */
int document_enter (const Document *document, int change);

/* ---- nodes (node.c, model.c, list.c) */

extern PyType_Spec node_spec, list_spec, list_iterator_spec;
PyObject *node_wrap (Document *owner, const QmsNode *node);
/* The classes of the model, one for each type, put into a dict by name; 0, or -1 with an exception. */
int model_init (PyObject *classes);
PyTypeObject *model_class (const QmsNode *node);
/* Binding of a field by its name in either spelling; NULL with KeyError. */
const Binding *model_binding (const QmsNode *node, PyObject *name);
PyObject *list_wrap (Document *owner, const QmsNode *node, const Binding *binding);

/* ---- change (change.c): each enters the document itself, after the Python code that makes items of values */

/* Puts a value (a node, a dict of values, a scalar) into a list before `index`; for a node field index is 0. The node that is
 * new there, or None; NULL with an exception. */
PyObject *list_insert (Document *owner, QmsNode *node, const Binding *binding, size_t index, PyObject *value);
/* Puts a value in the place of an item. 0, or -1 with an exception. */
int list_replace (Document *owner, QmsNode *node, const Binding *binding, size_t index, PyObject *value);
/* Replaces the items of a list by those of an iterable; all or nothing. */
int list_assign (Document *owner, QmsNode *node, const Binding *binding, PyObject *values);
/* 0 if the values can be those of a list, else -1 and TypeError: str, bytes and dict are iterables, but hardly meant so. */
int list_check_values (PyObject *values);

/* ---- values (value.c) */

PyObject *value_get (Document *owner, const QmsNode *node, const Binding *binding);
/* Item of a list at an index that it has. */
PyObject *value_item (Document *owner, const QmsNode *node, const Binding *binding, size_t index);
int value_set (Document *owner, QmsNode *node, const Binding *binding, PyObject *value);
/* The value as files have it, in UTF-8, as bytes; NULL with an exception. */
PyObject *value_text (const Binding *binding, PyObject *value);
/* UTF-8 of a str without U+0000 as bytes; NULL with an exception. */
PyObject *value_utf8 (PyObject *text);
PyObject *text_or_none (const char *text);
/* Text handed over by the library. */
PyObject *text_taken (char *text);

/* A tuple of what `item` makes for each of `count` places in `from`; NULL with an exception. */
PyObject *tuple_of (size_t count, PyObject *(*item) (const void *from, size_t index), const void *from);
/* The text of a call that ended with `status`; NULL with an exception. Takes `text` and `error`. */
PyObject *text_or_error (QmsStatus status, char *text, QmsError *error);

/* ---- errors (error.c) */

/* Raises qms.Error for a status and its chain, which the exception keeps; -1. */
int error_raise (QmsStatus status, QmsError *error);
/* The chain that an exception keeps; NULL with an exception. */
const QmsError *error_chain (PyObject *capsule);
/* The chain as a list of tuples. */
PyObject *error_list (const QmsError *error);

/* ---- the rest of the library (report.c, coverage.c, office.c, docx.c, work.c, library.c) */

extern PyType_Spec report_spec, calendar_spec, workflow_spec, case_spec;
extern PyMethodDef library_methods[], coverage_functions[], office_functions[], docx_functions[];
PyObject *report_wrap (Document *owner, QmsReport *report);
/* The report of a qms.Report, if nobody else is at work in its document; NULL with an exception. */
const QmsReport *report_of (PyObject *object);
