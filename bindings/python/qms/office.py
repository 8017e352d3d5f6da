# SPDX-License-Identifier: Apache-2.0
"""Files for offices: tables as CSV, web sites, Word documents from templates."""

from typing import Dict, NamedTuple, Tuple, Union

from . import _qms


class CsvImport(NamedTuple):
    """How many rows were new, and how many changed something."""

    added: int
    changed: int


def csv(document, table) -> str:
    """A table of a system as CSV: ``tthc``, ``risks``, ``records`` (docs/csv.md)."""
    return _qms._csv(document, table)


def import_csv(document, table, text, name=None) -> CsvImport:
    """Read CSV into a table."""
    return CsvImport(*_qms._import_csv(document, table, text, name))


def site(document, *, internal=False, findings=None) -> Dict[str, str]:
    """A web site for posting: contents by names of files. ``findings`` is a report for the internal edition."""
    return dict(_qms._site(document, int(internal), findings))


def templates() -> Tuple[str, ...]:
    """Names of the Word templates that ship with the library."""
    return _qms._templates()


def template(name) -> bytes:
    """The .docx of a shipped template, to edit it in Word."""
    return _qms._template(name)


def fill(node, source: Union[str, bytes], *, as_of=None) -> bytes:
    """A .docx (docs/templates.md): a template, the name of a shipped one or bytes, filled with a node. ``as_of`` is the day that it
    shows as today's."""
    docx = template(source) if isinstance(source, str) else source
    return _qms._fill(docx, node, None if as_of is None else str(as_of))
