# SPDX-License-Identifier: Apache-2.0
"""Quality management systems and administrative procedures of Vietnamese state agencies.

    import qms

    system = qms.load("ubnd-xa.xml")
    for finding in system.validate():
        print(finding)
"""

import json as _json
import os as _os
from datetime import date as _date
from typing import List as _List
from typing import Dict, NamedTuple, Optional, Tuple

from . import _qms
from ._document import FORMATS as _FORMATS
from ._document import SEVERITIES as _SEVERITIES
from ._document import CoverageRow, Difference, Document, Finding, Report, Suppression, day_parts as _day_parts
from ._errors import Error, Problem
from ._errors import chain as _chain, language as _language
from ._values import KINDS as _KINDS
from ._values import Duration
from ._values import lookup as _lookup
from .docx import DocxField, DocxImport, DocxNote, docx_report_of_error, import_docx
from .office import csv, fill, import_csv, site, template, templates
from .work import Calendar, Case, Workflow

_qms._set_classes(Document, Report, Calendar, Workflow, Case, Error)
from . import _lists, model  # noqa: E402 (the classes are made by then)

Node = _qms.Node
List = _qms.List
__version__ = _qms._version()
__all__ = [
    "Calendar", "Case", "CoverageRow", "Difference", "Document", "DocxField", "DocxImport", "DocxNote", "Duration", "Error",
    "Finding", "List", "Node", "Problem", "Report", "Rule", "Suppression", "Workflow", "bpmn", "calendar", "case_code",
    "check_framework", "csv", "describe_type", "docx_report_of_error", "enum_values", "enumerations", "fill", "framework",
    "frameworks", "from_dict", "import_bpmn", "import_csv", "import_docx", "import_portal", "inspection_counts",
    "inspection_table", "legal_act", "legal_status", "load", "model", "new", "new_system", "open_case", "parse",
    "parse_case_code", "parse_limit", "portal_notes", "portal_record", "report_of_error", "rule", "rules", "schema", "site",
    "start_case", "svg", "template", "templates", "to_dict", "types", "workflow", "workflow_text",
]


# Numbers as in include/qms/document.h.
_LIMITS = (None, "bytes", "depth", "attributes", "namespaces", "tag", "text", "nodes", "errors")


def _format(name):
    return 0 if name is None else _lookup("format", _FORMATS, name)


def _limit(name, size):
    if not isinstance(size, int) or isinstance(size, bool):
        raise TypeError(f"the limit {name!r} is an int, not {type(size).__name__}")
    if size < 0:
        raise ValueError(f"the limit {name!r} is negative")
    return _lookup("limit", _LIMITS, name), size


def _limits(sizes):
    if sizes is not None and not isinstance(sizes, dict):
        raise TypeError(f"limits are a dict, not {type(sizes).__name__}")
    return tuple(_limit(*item) for item in (sizes or {}).items())


def load(path, *, lenient=False, format=None, limits=None) -> Document:
    """Read a file, XML or JSON. ``lenient`` keeps what the model does not know (``document.problems``). ``limits`` are those of
    docs/limits.md by name: ``{"bytes": 1 << 30}``. Other threads run meanwhile."""
    return _qms._read(None, _os.fspath(path), _format(format), lenient, _limits(limits))


def parse(data, *, name=None, lenient=False, format=None, limits=None) -> Document:
    """Read text (str) or bytes; ``name`` stands for the file in messages."""
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return _qms._read(data, name, _format(format), lenient, _limits(limits))


def report_of_error(error) -> Report:
    """A report with a finding for each problem of a file that could not be read: so it stands beside the reports of others."""
    return _qms._report_of_error(_chain(error))


def from_dict(data) -> Document:
    """A document from Python data as to_dict gives it."""
    return parse(_json.dumps(data), format="json")


def to_dict(node) -> dict:
    """A node and all below it as Python data."""
    return _json.loads(node.node_json())


def new(type="system") -> Document:
    """A new document whose root is of a type."""
    return _qms._new(type)


def frameworks() -> _List[str]:
    """Identifiers of the framework models that ship with the library."""
    return _qms._frameworks()


def framework(id) -> Document:
    """A framework model by identifier or file, everything that it is based on included."""
    return _qms._framework(_os.fspath(id))


def check_framework(path) -> Report:
    """Check a framework file that someone writes."""
    return _qms._check_framework(_os.fspath(path))


def new_system(framework, agency_type, name) -> Document:
    """A new system for an agency; what the agency has to decide is marked [[…]]."""
    return _qms._new_system(framework, agency_type, name)


def inspection_counts(inspection) -> Dict[str, int]:
    """Number of agencies of an inspection with each verdict."""
    return _qms._inspection_counts(inspection)


def inspection_table(inspection, format="text", lang=None) -> str:
    """The verdicts of an inspection as a table: ``text``, ``html``, ``csv``."""
    return _qms._inspection_table(inspection, format, _language(lang))


def legal_act(number) -> Optional[model.LegalAct]:
    """What the library knows of a legal act, a node that cannot be changed; None if it knows nothing."""
    return _qms._legal_act(number)


def legal_status(number, day) -> str:
    """``unknown``, ``not_yet``, ``in_force`` or ``expired`` on a day."""
    return _qms._legal_status(number, *_day_parts(day))


def import_portal(document, json) -> int:
    """Take records of the national portal (text) into a system; their number."""
    return _qms._portal_import(document, json)


def portal_notes(document) -> _List[Problem]:
    """What records say in another way than the model can: a note for each key."""
    return [Problem(item) for item in _qms._portal_notes(document)]


def portal_record(procedure) -> dict:
    """The record of an administrative procedure, as Python data."""
    return _json.loads(_qms._portal_export(procedure))


def bpmn(procedure, profile="generic") -> str:
    """A procedure as BPMN 2.0; ``profile`` is generic, camunda7 or flowable."""
    return _qms._bpmn_export(procedure, _lookup("profile", ("generic", "camunda7", "flowable"), profile))


def import_bpmn(document, xml, name=None) -> Tuple[model.Procedure, Report]:
    """Read BPMN into a system: the procedure, and a report on what was lost or guessed."""
    return _qms._bpmn_import(document, xml, name)


def svg(procedure, *, whole=False) -> _List[str]:
    """Flow chart of a procedure: SVG documents, one for each page of A4, or one as large as it needs."""
    return _qms._svg(procedure, int(whole))


def workflow(procedure) -> Workflow:
    """The steps of a procedure as a graph."""
    return _qms._workflow(procedure)


def workflow_text(procedure, format="text", lang=None, *, paths=0) -> str:
    """The workflow of a procedure for people (``text``) or programs (``json``), with at most ``paths`` ways of each scenario."""
    return _qms._workflow_text(procedure, format, _language(lang), paths)


def parse_limit(text) -> Duration:
    """A time limit as people write it, such as ``02 (hai) ngày làm việc``."""
    return Duration.of(_qms._limit(text))


def calendar(source="vn") -> Calendar:
    """A working calendar: a shipped one by identifier, a file, or a document."""
    return _qms._calendar(source if isinstance(source, Document) else _os.fspath(source))


def _calendar(source):
    return source if source is None or isinstance(source, Calendar) else calendar(source)


def start_case(document, procedure, calendar=None) -> Case:
    """Start a case: ``document`` is new (``qms.new("case_file")``) and says when the dossier was received. ``calendar`` is one, or
    what the function of this name takes."""
    if procedure is None:
        raise TypeError("expected a procedure, not None")
    return _qms._case(document, procedure, _calendar(calendar))


def open_case(document, calendar=None) -> Case:
    """Open a case that has begun; ``calendar`` as for start_case."""
    return _qms._case(document, None, _calendar(calendar))


def case_code(agency, day, serial) -> str:
    """Code of a case: agency code, day of receipt, number of the day."""
    return _qms._case_code(agency, *_day_parts(day), serial)


class CaseCode(NamedTuple):
    agency: str
    day: _date
    serial: int


def parse_case_code(code) -> CaseCode:
    """Take a code of a case apart."""
    agency, year, month, day, serial = _qms._parse_case_code(code)
    return CaseCode(agency, _date(year, month, day), serial)


class Rule(NamedTuple):
    id: str
    slug: str
    severity: str
    category: str
    since: str
    title: str
    title_en: str
    why: str
    why_en: str
    remedy: str
    remedy_en: str
    cites: Tuple[str, ...]
    items: Tuple[str, ...]


def rule(id) -> Optional["Rule"]:
    """A rule by identifier or slug; None if there is none."""
    found = _qms._rule(id)
    return found and Rule(*found[:2], _SEVERITIES[found[2]], *found[3:])


def rules() -> _List[str]:
    """Identifiers of all rules."""
    return _qms._rules()


def types() -> Tuple[str, ...]:
    """Names of all types."""
    return _qms._types()


def enumerations() -> Tuple[str, ...]:
    """Names of all enumerations."""
    return _qms._enumerations()


def schema(format) -> Optional[str]:
    """The XML Schema (``xsd``) or JSON Schema (``json``) of the model; None for another name."""
    return _qms._schema(format)


class Field(NamedTuple):
    name: str
    xml: str
    kind: str
    form: str
    list: bool
    required: bool
    target: Optional[str]
    enum: Optional[str]
    pattern: Optional[str]
    doc: str
    doc_en: str


class Type(NamedTuple):
    name: str
    xml: str
    root: bool
    doc: str
    doc_en: str
    fields: Tuple[Field, ...]


def _field(members):
    name, xml, kind, form, *rest = members
    return Field(name, xml, _KINDS[kind], (None, "attribute", "element", "content")[form], *rest)


def describe_type(name) -> Optional["Type"]:
    """What the model says of a type; None if there is none."""
    found = _qms._type(name)
    return found and Type(*found[:5], tuple(map(_field, found[5])))


class Value(NamedTuple):
    name: str
    xml: str
    label: str
    label_en: str


def enum_values(name) -> _List["Value"]:
    """The values of an enumeration, such as ``agency_type``; none if it is unknown."""
    return [Value(*members) for members in _qms._enum(name)]
