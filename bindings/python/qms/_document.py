# SPDX-License-Identifier: Apache-2.0
"""Documents and reports."""

import json
import os
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from . import _qms
from ._errors import Problem, language
from ._values import lookup

FORMATS = {"xml": 1, "json": 2}
SEVERITIES = (None, "info", "warning", "error")
STATES = (None, "met", "partial", "missing", "excluded")
DIFFERENCES = (None, "added", "removed", "changed", "moved")


def day_parts(day):
    """Year, month and day of a date or a text such as ``2026-06-01``; zeros for None, which is today."""
    if day is None:
        return 0, 0, 0
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return day.year, day.month, day.day


@dataclass(frozen=True)
class Suppression:
    who: str
    until: str
    reason: str
    in_file: bool


@dataclass(frozen=True)
class Finding:
    """One thing that a rule found. ``node`` is what it is about; ``str (finding)`` is one line for people."""

    rule: str
    slug: str
    category: str
    severity: str
    message: str
    message_en: str
    cite: Optional[str]
    requirement: Optional[str]
    line: int
    column: int
    path: Optional[str]
    node: Any
    suppression: Optional[Suppression]
    fingerprint: str

    def __str__(self):
        return f"{self.line}:{self.column}: {self.severity}: {self.message_en if language() else self.message} [{self.rule}]"


MEMBERS = [field.name for field in fields(Finding)]


class Report(_qms.Report):
    """The findings of one validation, sorted by place: a sequence of Finding."""

    __slots__ = ()

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError("report index out of range")
        members = dict(zip(MEMBERS, self._finding(place)))
        members["severity"] = SEVERITIES[members["severity"]]
        if members["suppression"]:
            members["suppression"] = Suppression(*members["suppression"])
        return Finding(**members)

    def __iter__(self) -> Iterator[Finding]:
        return (self[i] for i in range(len(self)))

    @property
    def counts(self) -> Dict[str, int]:
        """Findings that are not suppressed by severity, those beyond the greatest number included, and the suppressed ones."""
        return dict(zip(("error", "warning", "info", "suppressed"), self._counts()))

    @property
    def left_out(self) -> Dict[str, int]:
        """Findings beyond the greatest number by severity."""
        return dict(zip(("error", "warning", "info"), self._left_out()))

    def check_suppressions(self, suppressions, *, as_of=None) -> "Report":
        """The report on suppressions beside the document, after the run with them that this is the report of."""
        return self._check_suppressions(suppressions, *day_parts(as_of))

    def write(self, format="text", lang=None) -> str:
        """The report as text: ``text``, ``json``, ``ndjson``, ``sarif``, ``junit``."""
        return self._write(format, language(lang))

    def inspect(self, framework=None, least="error", lang=None) -> "Document":
        """An inspection document that is drawn from the report."""
        return self._inspect(framework, lookup("severity", SEVERITIES, least), language(lang))

    def __repr__(self):
        return f"<qms.Report {self.file or ''} {self.counts}>"


class Difference(NamedTuple):
    kind: str
    path: Optional[str]
    before: Optional[str]
    after: Optional[str]


class CoverageRow(NamedTuple):
    """``evidence`` are pairs of a node and its code and title."""

    kind: str
    id: str
    state: str
    title: str
    title_en: str
    note: Optional[str]
    lack: Optional[str]
    lack_en: Optional[str]
    warning: Optional[str]
    warning_en: Optional[str]
    evidence: Tuple[Tuple[Any, str], ...]


class Document(_qms.Document):
    """A system, framework, case, … that was read or is being written. It lives as long as anything of it does; fields of its root
    are its attributes too. Leaving ``with`` does nothing but end the name's reach."""

    __slots__ = ()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False

    def __getattr__(self, name):
        return getattr(self.root, name)

    def __setattr__(self, name, value):
        if hasattr(type(self), name):
            super().__setattr__(name, value)
        else:
            setattr(self.root, name, value)

    def __delattr__(self, name):
        if hasattr(type(self), name):
            super().__delattr__(name)
        else:
            delattr(self.root, name)

    def __repr__(self):
        return f"<qms.Document {self.root.node_type} {self.file or ''}>"

    @property
    def problems(self) -> List[Problem]:
        """What a lenient reader let pass."""
        return [Problem(item) for item in self._problems()]

    def write(self, format="xml") -> str:
        """The canonical text, a str."""
        return self._write(lookup("format", FORMATS, format)).decode()

    def save(self, path, format=None):
        """Save to a file, at once or not at all; the format follows from the name's ending if it is not given."""
        self._save(os.fsencode(path), 0 if format is None else lookup("format", FORMATS, format))

    def validate(self, *, framework=None, legal=None, suppressions=None, as_of=None, max_findings=None) -> Report:
        """Run all rules as on the day ``as_of`` (today). Other threads run meanwhile."""
        legal = os.fspath(legal) if legal is not None else None
        return self._validate(framework, legal, suppressions, *day_parts(as_of), -1 if max_findings is None else max_findings)

    def diff(self, other) -> List[Difference]:
        """What became different in ``other``."""
        return [Difference(DIFFERENCES[kind], *rest) for kind, *rest in self._diff(other)]

    def to_dict(self) -> Dict[str, Any]:
        """The document as Python data, as docs/json.md describes it."""
        return json.loads(self._write(FORMATS["json"]))

    def migrate(self, to=None, *, as_of=None) -> Tuple["Document", List[Problem]]:
        """A copy moved to another framework, with a day to the forms in force then, and a list of what people have to do."""
        document, work = _qms._migrate(self, to, *day_parts(as_of))
        return document, [Problem(item) for item in work]

    def coverage(self, *, framework=None, as_of=None, format=None, lang=None):
        """How many clauses and requirements are met, partial, missing, excluded; as text with a format (text, json, html, csv)."""
        where = self, framework, *day_parts(as_of)
        return _qms._coverage_text(*where, format, language(lang)) if format else dict(zip(STATES[1:], _qms._coverage(*where)))

    def coverage_rows(self, *, framework=None, as_of=None) -> List[CoverageRow]:
        """What answers to each clause of the standard and each requirement of the framework."""
        rows = _qms._coverage_rows(self, framework, *day_parts(as_of))
        return [CoverageRow((None, "clause", "requirement")[kind], id, STATES[state], *rest) for kind, id, state, *rest in rows]
