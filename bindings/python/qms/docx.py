# SPDX-License-Identifier: Apache-2.0
"""Procedures that come from Word, and the report on what was read from where."""

from typing import NamedTuple, Optional

from . import _qms
from ._document import SEVERITIES
from ._errors import chain, language


class DocxField(NamedTuple):
    """A field that was filled: the value as files have it, the text that it was read from, where that stands (None: nowhere in
    particular), how sure it is, from 0 to 100, and why."""

    path: str
    value: str
    source: Optional[str]
    place: Optional[str]
    place_en: Optional[str]
    confidence: int
    reason: str
    reason_en: str


class DocxNote(NamedTuple):
    """What was not understood or is not as it should be, and where."""

    id: str
    severity: str
    message: str
    message_en: str
    source: Optional[str]
    place: Optional[str]
    place_en: Optional[str]


class DocxImport:
    """What became of a Word document: ``procedure``, a node (None if it was refused), its ``path``, ``fields``, ``notes``, and
    ``doubtful``, the number of fields that a person should look at."""

    def __init__(self, procedure, members):
        self._report, self.path, self.doubtful, fields, notes = members
        self.procedure = procedure
        self.fields = tuple(DocxField(*field) for field in fields)
        self.notes = tuple(DocxNote(id, SEVERITIES[severity], *rest) for id, severity, *rest in notes)

    def write(self, format="text", lang=None) -> str:
        """The report: ``text`` (notes and what is not sure), ``json`` (everything), ``html`` (source beside result)."""
        return _qms._docx_report_write(self._report, format, language(lang))


def import_docx(document, data: bytes, name=None, *, keep_names=False) -> DocxImport:
    """Read a procedure from a .docx into a system (docs/docx.md). ``name`` stands for the file; ``keep_names`` keeps names of persons
    that sign."""
    return DocxImport(*_qms._import_docx(document, data, name, int(keep_names)))


def docx_report_of_error(error, name=None) -> DocxImport:
    """The same of a document that could not be read: its notes say why."""
    return DocxImport(None, _qms._docx_report_of_error(chain(error), name))
