# SPDX-License-Identifier: Apache-2.0
"""The exception of the library."""

import os

from ._values import lookup

STATUSES = ("ok", "argument", "io", "syntax", "structure", "value", "reference", "limit", "unsupported", "not-found", "internal")
LANGUAGES = ("vi", "en")


def language(lang=None):
    """0 for Vietnamese, 1 for English: ``lang``, or as the locale says."""
    if lang is None:
        locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "vi"
        lang = "en" if locale.startswith("en") else "vi"
    return lookup("language", LANGUAGES, lang)


def chain(error):
    """What the library knows of an exception; pickled and copied ones have lost it."""
    if not isinstance(error, Error):
        raise TypeError(f"expected a qms.Error, not {type(error).__name__}")
    if error._chain is None:
        raise ValueError("the exception is not one that the library raised here")
    return error._chain


class Problem:
    """One thing that is wrong: ``status``, ``id``, ``file``, ``line``, ``column``, ``path``, ``message``, ``message_en``,
    ``remedy``, ``remedy_en``. Line and column are 0, file and path None where unknown."""

    def __init__(self, members):
        self.__dict__.update(members)
        self.status = STATUSES[members["status"]]

    def __str__(self):
        place = ":".join(str(part) for part in (self.file, self.line or None, self.column or None) if part)
        message = self.message_en if language() else self.message
        return f"{place}: {message} [{self.id}]" if place else f"{message} [{self.id}]"

    def __repr__(self):
        return f"<qms.Problem {self}>"


class Error(Exception):
    """What the library refused. ``problems`` holds all that one call found; the attributes are those of the first."""

    def __init__(self, status, members, chain=None):
        self._chain = chain
        self.problems = [Problem(item) for item in members]
        self.status = self.problems[0].status if self.problems else STATUSES[status]
        super().__init__("\n".join(str(problem) for problem in self.problems) or self.status)

    def __reduce__(self):
        members = [{**vars(problem), "status": STATUSES.index(problem.status)} for problem in self.problems]
        return type(self), (STATUSES.index(self.status), members)

    def __getattr__(self, name):
        problems = self.__dict__.get("problems")
        if name in ("id", "file", "line", "column", "path", "message", "message_en", "remedy", "remedy_en"):
            return getattr(problems[0], name) if problems else None
        raise AttributeError(name)
