/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of the module: read documents, frameworks, law, exchange, the model itself. */
#include "work.h"

static PyObject *
document_or_error (QmsStatus status, QmsDocument *document, QmsError *error)
{
  if (status == QMS_OK)
    return document_wrap (document);
  error_raise (status, error);
  return NULL;
}

/* The node, if it is one and nobody is at work in its document; `change` as in document_enter. */
static Node *
arg_node (PyObject *object, int change)
{
  if (!PyObject_TypeCheck (object, qms_python.node)) {
    PyErr_Format (PyExc_TypeError, "expected a node, not %R", (PyObject *)Py_TYPE (object));
    return NULL;
  }
  return document_enter (((Node *)object)->owner, change) < 0 ? NULL : (Node *)object;
}

/* ---- reading */

/* `limits` are pairs of a number, as QMS_LIMIT_… has it, and a size. */
static int
set_limits (QmsReader *reader, PyObject *limits)
{
  for (Py_ssize_t i = 0; i < PyTuple_Size (limits); i++) {
    Py_ssize_t size;
    int limit;
    if (!PyArg_ParseTuple (PyTuple_GetItem (limits, i), "in", &limit, &size))
      return -1;
    qms_reader_set_limit (reader, limit, (size_t)size);
  }
  return 0;
}

/* _read (data or None, name or None, format, lenient, limits): of `data`, or of the file `name`. */
static PyObject *
library_read (PyObject *self, PyObject *args)
{
  const char *data, *name;
  Py_ssize_t size;
  PyObject *limits;
  int format, lenient;
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  QmsStatus status;

  (void)self;
  if (!PyArg_ParseTuple (args, "z#zipO!", &data, &size, &name, &format, &lenient, &PyTuple_Type, &limits))
    return NULL;
  QmsReader *reader = qms_reader_new ();
  qms_reader_set_lenient (reader, lenient);
  qms_reader_set_format (reader, format);
  if (set_limits (reader, limits) < 0) {
    qms_reader_free (reader);
    return NULL;
  }
  Py_BEGIN_ALLOW_THREADS status = data ? qms_reader_parse (reader, data, (size_t)size, name, &document, &error)
                                       : qms_reader_load (reader, name, &document, &error);
  qms_reader_free (reader);
  Py_END_ALLOW_THREADS return document_or_error (status, document, error);
}

/* _report_of_error (chain): the report of a file that could not be read. */
static PyObject *
library_report_of_error (PyObject *self, PyObject *chain)
{
  const QmsError *error = error_chain (chain);

  (void)self;
  return error ? report_wrap (NULL, qms_report_from_error (error, NULL)) : NULL;
}

static PyObject *
library_new (PyObject *self, PyObject *args)
{
  const char *name;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &name))
    return NULL;
  QmsDocument *document = qms_document_new (qms_type_id (qms_type_by_name (name)));
  return document ? document_wrap (document) : PyErr_Format (PyExc_TypeError, "%s is no type of a root", name);
}

/* ---- frameworks and law */

static PyObject *
library_frameworks (PyObject *self, PyObject *unused)
{
  PyObject *ids = PyList_New ((Py_ssize_t)qms_framework_count ());

  (void)self;
  (void)unused;
  for (size_t i = 0; ids && i < qms_framework_count (); i++)
    PyList_SetItem (ids, (Py_ssize_t)i, PyUnicode_FromString (qms_framework_id (i)));
  return ids;
}

static PyObject *
library_framework (PyObject *self, PyObject *args)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  const char *id;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &id))
    return NULL;
  QmsStatus status = qms_framework_load (id, &document, &error);
  return document_or_error (status, document, error);
}

static PyObject *
library_check_framework (PyObject *self, PyObject *args)
{
  QmsReport *report = NULL;
  QmsError *error = NULL;
  const char *path;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &path))
    return NULL;
  QmsStatus status = qms_framework_check_file (path, &report, &error);
  if (status == QMS_OK)
    return report_wrap (NULL, report);
  error_raise (status, error);
  return NULL;
}

static PyObject *
library_new_system (PyObject *self, PyObject *args)
{
  const char *framework, *type, *name;
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  (void)self;
  if (!PyArg_ParseTuple (args, "sss", &framework, &type, &name))
    return NULL;
  int32_t number = qms_enum_value_by_name (qms_enum_by_name ("agency_type"), type);
  QmsStatus status = qms_framework_instantiate (framework, number, name, &document, &error);
  return document_or_error (status, document, error);
}

/* _migrate (document, to or None, year, month, day): (document, list of what there is to do) */
static PyObject *
library_migrate (PyObject *self, PyObject *args)
{
  QmsError *error = NULL, *work = NULL;
  QmsDocument *migrated = NULL;
  PyObject *document;
  const char *to;
  int year, month, day;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!ziii", qms_python.document, &document, &to, &year, &month, &day)
      || document_enter ((Document *)document, 0) < 0)
    return NULL;
  QmsStatus status =
      qms_framework_migrate (((Document *)document)->document, to, year, month, day, &migrated, &work, &error);
  if (status != QMS_OK)
    return document_or_error (status, NULL, error);
  PyObject *list = error_list (work);
  qms_error_free (work);
  return Py_BuildValue ("(NN)", document_wrap (migrated), list);
}

/* The node of an act: its document is the library's own. */
static PyObject *
library_legal_act (PyObject *self, PyObject *args)
{
  const char *number;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &number))
    return NULL;
  const QmsNode *act = qms_legal_find (number);
  Document *owner = act ? (Document *)document_wrap (qms_document_ref (qms_node_document (act))) : NULL;
  if (!owner && PyErr_Occurred ())
    return NULL;
  if (!owner)
    Py_RETURN_NONE;
  owner->constant = 1;
  PyObject *node = node_wrap (owner, act);
  Py_DECREF (owner);
  return node;
}

static PyObject *
library_legal_status (PyObject *self, PyObject *args)
{
  static const char *const names[] = { "unknown", "not_yet", "in_force", "expired" };
  const char *number;
  int year, month, day;

  (void)self;
  if (!PyArg_ParseTuple (args, "siii", &number, &year, &month, &day))
    return NULL;
  return text_or_none (names[qms_legal_status (qms_legal_find (number), year, month, day)]);
}

/* ---- exchange */

static PyObject *
library_portal_import (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  PyObject *document;
  const char *json;
  Py_ssize_t size;
  size_t count = 0;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!s#", qms_python.document, &document, &json, &size)
      || document_enter ((Document *)document, 1) < 0)
    return NULL;
  QmsStatus status = qms_portal_import (((Document *)document)->document, json, (size_t)size, NULL, &count, &error);
  if (status == QMS_OK)
    return PyLong_FromSize_t (count);
  error_raise (status, error);
  return NULL;
}

/* What records say in another way than the model can, as a list of problems. */
static PyObject *
library_portal_notes (PyObject *self, PyObject *document)
{
  QmsError *notes = NULL;

  (void)self;
  if (!PyObject_TypeCheck (document, qms_python.document))
    return PyErr_Format (PyExc_TypeError, "expected a qms.Document");
  if (document_enter ((Document *)document, 0) < 0)
    return NULL;
  qms_portal_notes (((Document *)document)->document, &notes);
  PyObject *list = error_list (notes);
  qms_error_free (notes);
  return list;
}

static PyObject *
library_portal_export (PyObject *self, PyObject *object)
{
  Node *node = arg_node (object, 0);
  QmsError *error = NULL;
  char *json = NULL;

  (void)self;
  if (!node)
    return NULL;
  QmsStatus status = qms_portal_export (node->node, &json, NULL, &error);
  return text_or_error (status, json, error);
}

static PyObject *
library_bpmn_export (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  PyObject *object;
  char *xml = NULL;
  Node *node;
  int profile;

  (void)self;
  if (!PyArg_ParseTuple (args, "Oi", &object, &profile) || !(node = arg_node (object, 0)))
    return NULL;
  QmsStatus status = qms_bpmn_export (node->node, profile, &xml, NULL, &error);
  return text_or_error (status, xml, error);
}

/* _bpmn_import (document, text, name): (procedure, report) */
static PyObject *
library_bpmn_import (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  QmsNode *procedure = NULL;
  QmsReport *report = NULL;
  PyObject *document;
  const char *xml, *name;
  Py_ssize_t size;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!s#z", qms_python.document, &document, &xml, &size, &name)
      || document_enter ((Document *)document, 1) < 0)
    return NULL;
  QmsStatus status =
      qms_bpmn_import (((Document *)document)->document, xml, (size_t)size, name, &procedure, &report, &error);
  if (status == QMS_OK)
    return Py_BuildValue ("(NN)", node_wrap ((Document *)document, procedure),
                          report_wrap ((Document *)document, report));
  error_raise (status, error);
  return NULL;
}

/* _svg (procedure, division): list of pages */
static PyObject *
library_svg (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  QmsSvg *svg = NULL;
  PyObject *object;
  Node *node;
  int division;

  (void)self;
  if (!PyArg_ParseTuple (args, "Oi", &object, &division) || !(node = arg_node (object, 0)))
    return NULL;
  QmsStatus status = qms_svg_new (node->node, division, &svg, &error);
  if (status != QMS_OK)
    return text_or_error (status, NULL, error);
  PyObject *pages = PyList_New ((Py_ssize_t)qms_svg_pages (svg));
  for (size_t i = 0; pages && i < qms_svg_pages (svg); i++)
    PyList_SetItem (pages, (Py_ssize_t)i, PyUnicode_FromString (qms_svg_page (svg, i, NULL)));
  qms_svg_free (svg);
  return pages;
}

/* ---- workflows, calendars, cases */

static PyObject *
library_workflow (PyObject *self, PyObject *object)
{
  Node *node = arg_node (object, 0);
  QmsWorkflow *workflow = NULL;
  QmsError *error = NULL;

  (void)self;
  if (!node)
    return NULL;
  QmsStatus status = qms_workflow_new (node->node, &workflow, &error);
  if (status == QMS_OK)
    return workflow_wrap (workflow);
  error_raise (status, error);
  return NULL;
}

/* _workflow_text (procedures, format, lang, number of ways) */
static PyObject *
library_workflow_text (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  PyObject *object;
  const char *format;
  char *text = NULL;
  Py_ssize_t paths;
  Node *node;
  int lang;

  (void)self;
  if (!PyArg_ParseTuple (args, "Osin", &object, &format, &lang, &paths) || !(node = arg_node (object, 0)))
    return NULL;
  const QmsNode *procedure = node->node;
  QmsStatus status = qms_workflow_write (&procedure, 1, format, lang, (size_t)paths, &text, NULL, &error);
  return text_or_error (status, text, error);
}

/* _limit (text): (mantissa, scale, unit) */
static PyObject *
library_limit (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  const char *text;
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &text))
    return NULL;
  QmsStatus status = qms_limit_parse (text, &mantissa, &scale, &unit, &error);
  if (status == QMS_OK)
    return duration_or_none (status, mantissa, scale, unit);
  error_raise (status, error);
  return NULL;
}

/* _calendar (name or document) */
static PyObject *
library_calendar (PyObject *self, PyObject *source)
{
  QmsCalendar *calendar = NULL;
  QmsError *error = NULL;
  QmsStatus status;

  (void)self;
  if (PyObject_TypeCheck (source, qms_python.document)) {
    if (document_enter ((Document *)source, 0) < 0)
      return NULL;
    status = qms_calendar_new (((Document *)source)->document, &calendar, &error);
  } else {
    PyObject *name = value_utf8 (source);
    if (!name)
      return NULL;
    status = qms_calendar_load (PyBytes_AsString (name), &calendar, &error);
    Py_DECREF (name);
  }
  if (status == QMS_OK)
    return calendar_wrap (calendar);
  error_raise (status, error);
  return NULL;
}

/* 0 if the object is a calendar or None, else -1 and TypeError. */
static int
check_calendar (PyObject *object)
{
  if (object == Py_None || PyObject_TypeCheck (object, qms_python.calendar))
    return 0;
  PyErr_Format (PyExc_TypeError, "expected a qms.Calendar, not %R", (PyObject *)Py_TYPE (object));
  return -1;
}

/* _case (document, procedure or None, calendar or None): starts with a procedure, opens without. */
static PyObject *
library_case (PyObject *self, PyObject *args)
{
  PyObject *document, *procedure, *calendar;
  QmsCase *opened = NULL;
  QmsError *error = NULL;
  Node *node = NULL;
  QmsStatus status;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!OO", qms_python.document, &document, &procedure, &calendar)
      || check_calendar (calendar) < 0 || document_enter ((Document *)document, 1) < 0
      || (procedure != Py_None && !(node = arg_node (procedure, 0))))
    return NULL;
  QmsCalendar *days = calendar == Py_None ? NULL : ((Calendar *)calendar)->calendar;
  status = node ? qms_case_start (((Document *)document)->document, node->node, days, &opened, &error)
                : qms_case_open (((Document *)document)->document, days, &opened, &error);
  if (status == QMS_OK)
    return case_wrap ((Document *)document, opened);
  error_raise (status, error);
  return NULL;
}

static PyObject *
library_case_code (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  char *code = NULL;
  const char *agency;
  int year, month, day;
  long long serial;

  (void)self;
  if (!PyArg_ParseTuple (args, "siiiL", &agency, &year, &month, &day, &serial))
    return NULL;
  QmsStatus status = qms_case_code_build (agency, year, month, day, serial, &code, &error);
  return text_or_error (status, code, error);
}

/* _parse_case_code (code): (agency, year, month, day, serial) */
static PyObject *
library_parse_case_code (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  const char *code;
  char *agency = NULL;
  int32_t year = 0, month = 0, day = 0;
  int64_t serial = 0;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &code))
    return NULL;
  QmsStatus status = qms_case_code_parse (code, &agency, &year, &month, &day, &serial, &error);
  if (status == QMS_OK)
    return Py_BuildValue ("(NiiiL)", text_taken (agency), (int)year, (int)month, (int)day, (long long)serial);
  error_raise (status, error);
  return NULL;
}

/* ---- the model itself */

static PyObject *
library_type (PyObject *self, PyObject *args)
{
  const char *name;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &name))
    return NULL;
  const QmsType *type = qms_type_by_name (name);
  if (!type)
    Py_RETURN_NONE;
  PyObject *fields = PyList_New (0);
  for (size_t i = 0; fields && i < qms_type_field_count (type); i++) {
    const QmsField *field = qms_type_field_at (type, i);
    PyObject *item =
        Py_BuildValue ("(ssiiNNzzzzz)", qms_field_name (field), qms_field_xml_name (field), (int)qms_field_kind (field),
                       (int)qms_field_form (field), PyBool_FromLong (qms_field_is_list (field)),
                       PyBool_FromLong (qms_field_is_required (field)), qms_type_name (qms_field_target (field)),
                       qms_enum_name (qms_field_enum (field)), qms_field_pattern (field),
                       qms_field_doc (field, QMS_LANG_VI), qms_field_doc (field, QMS_LANG_EN));
    if (!item || PyList_Append (fields, item) < 0)
      Py_CLEAR (fields);
    Py_XDECREF (item);
  }
  return Py_BuildValue ("(ssNssN)", qms_type_name (type), qms_type_xml_name (type),
                        PyBool_FromLong (qms_type_is_root (type)), qms_type_doc (type, QMS_LANG_VI),
                        qms_type_doc (type, QMS_LANG_EN), fields);
}

static PyObject *
library_enum (PyObject *self, PyObject *args)
{
  const char *name;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &name))
    return NULL;
  const QmsEnum *enumeration = qms_enum_by_name (name);
  PyObject *values = PyList_New ((Py_ssize_t)qms_enum_value_count (enumeration));
  for (size_t i = 0; values && i < qms_enum_value_count (enumeration); i++) {
    int32_t value = qms_enum_value_at (enumeration, i);
    PyList_SetItem (values, (Py_ssize_t)i,
                    Py_BuildValue ("(ssss)", qms_enum_value_name (enumeration, value),
                                   qms_enum_value_xml (enumeration, value),
                                   qms_enum_value_label (enumeration, value, QMS_LANG_VI),
                                   qms_enum_value_label (enumeration, value, QMS_LANG_EN)));
  }
  return values;
}

static PyObject *
rule_cite_at (const void *rule, size_t i)
{
  return PyUnicode_FromString (qms_rule_cite (rule, i));
}

static PyObject *
rule_item_at (const void *rule, size_t i)
{
  return PyUnicode_FromString (qms_rule_item (rule, i));
}

static PyObject *
describe_rule (const QmsRule *rule)
{
  return Py_BuildValue ("(ssissssssssNN)", qms_rule_id (rule), qms_rule_slug (rule), (int)qms_rule_severity (rule),
                        qms_rule_category (rule), qms_rule_since (rule), qms_rule_title (rule, QMS_LANG_VI),
                        qms_rule_title (rule, QMS_LANG_EN), qms_rule_why (rule, QMS_LANG_VI),
                        qms_rule_why (rule, QMS_LANG_EN), qms_rule_remedy (rule, QMS_LANG_VI),
                        qms_rule_remedy (rule, QMS_LANG_EN), tuple_of (qms_rule_cite_count (rule), rule_cite_at, rule),
                        tuple_of (qms_rule_item_count (rule), rule_item_at, rule));
}

/* _rule (id): members in the order of qms.Rule, or None. */
static PyObject *
library_rule (PyObject *self, PyObject *args)
{
  const char *id;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &id))
    return NULL;
  if (!qms_rule_find (id))
    Py_RETURN_NONE;
  return describe_rule (qms_rule_find (id));
}

static PyObject *
library_rules (PyObject *self, PyObject *unused)
{
  PyObject *ids = PyList_New ((Py_ssize_t)qms_rule_count ());

  (void)self;
  (void)unused;
  for (size_t i = 0; ids && i < qms_rule_count (); i++)
    PyList_SetItem (ids, (Py_ssize_t)i, PyUnicode_FromString (qms_rule_id (qms_rule_at (i))));
  return ids;
}

static PyObject *
type_name_at (const void *unused, size_t i)
{
  (void)unused;
  return PyUnicode_FromString (qms_type_name (qms_type_at (i)));
}

static PyObject *
library_types (PyObject *self, PyObject *unused)
{
  (void)self;
  (void)unused;
  return tuple_of (qms_type_count (), type_name_at, NULL);
}

static PyObject *
enum_name_at (const void *unused, size_t i)
{
  (void)unused;
  return PyUnicode_FromString (qms_enum_name (qms_enum_at (i)));
}

static PyObject *
library_enumerations (PyObject *self, PyObject *unused)
{
  (void)self;
  (void)unused;
  return tuple_of (qms_enum_count (), enum_name_at, NULL);
}

static PyObject *
library_schema (PyObject *self, PyObject *args)
{
  const char *format;

  (void)self;
  if (!PyArg_ParseTuple (args, "s", &format))
    return NULL;
  return text_or_none (qms_schema_text (format));
}

static PyObject *
library_version (PyObject *self, PyObject *unused)
{
  (void)self;
  (void)unused;
  return PyUnicode_FromString (qms_version ());
}

PyMethodDef library_methods[] = {
  { "_read", library_read, METH_VARARGS, NULL },
  { "_report_of_error", library_report_of_error, METH_O, NULL },
  { "_new", library_new, METH_VARARGS, NULL },
  { "_frameworks", library_frameworks, METH_NOARGS, NULL },
  { "_framework", library_framework, METH_VARARGS, NULL },
  { "_check_framework", library_check_framework, METH_VARARGS, NULL },
  { "_new_system", library_new_system, METH_VARARGS, NULL },
  { "_migrate", library_migrate, METH_VARARGS, NULL },
  { "_legal_act", library_legal_act, METH_VARARGS, NULL },
  { "_legal_status", library_legal_status, METH_VARARGS, NULL },
  { "_portal_import", library_portal_import, METH_VARARGS, NULL },
  { "_portal_notes", library_portal_notes, METH_O, NULL },
  { "_portal_export", library_portal_export, METH_O, NULL },
  { "_bpmn_export", library_bpmn_export, METH_VARARGS, NULL },
  { "_bpmn_import", library_bpmn_import, METH_VARARGS, NULL },
  { "_svg", library_svg, METH_VARARGS, NULL },
  { "_workflow", library_workflow, METH_O, NULL },
  { "_workflow_text", library_workflow_text, METH_VARARGS, NULL },
  { "_limit", library_limit, METH_VARARGS, NULL },
  { "_calendar", library_calendar, METH_O, NULL },
  { "_case", library_case, METH_VARARGS, NULL },
  { "_case_code", library_case_code, METH_VARARGS, NULL },
  { "_parse_case_code", library_parse_case_code, METH_VARARGS, NULL },
  { "_type", library_type, METH_VARARGS, NULL },
  { "_enum", library_enum, METH_VARARGS, NULL },
  { "_rule", library_rule, METH_VARARGS, NULL },
  { "_rules", library_rules, METH_NOARGS, NULL },
  { "_types", library_types, METH_NOARGS, NULL },
  { "_enumerations", library_enumerations, METH_NOARGS, NULL },
  { "_schema", library_schema, METH_VARARGS, NULL },
  { "_version", library_version, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL },
};
