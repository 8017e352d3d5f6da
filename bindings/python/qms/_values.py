# SPDX-License-Identifier: Apache-2.0
"""Values between Python and the texts that files have."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

# Kinds, as in include/qms/schema.h.
BOOL, INT, MONEY, DECIMAL, DATE, DATETIME, DURATION, ENUM, NODE = range(6, 15)
KINDS = (None, "id", "string", "text", "code", "ref", "bool", "int", "money", "decimal", "date", "dateTime", "duration", "enum",
         "node")


def lookup(what, choices, name, refusal=ValueError):
    """The number of a name among choices, a tuple or a dict; the exception tells what is allowed."""
    if not isinstance(name, str):
        raise TypeError(f"expected the name of a {what}, not {type(name).__name__}")
    numbers = choices if isinstance(choices, dict) else {choice: number for number, choice in enumerate(choices)}
    if name not in numbers:
        allowed = ", ".join(repr(choice) for choice in numbers if choice is not None)
        raise refusal(f"{name!r} is no {what}: expected one of {allowed or 'none'}")
    return numbers[name]


class Duration(NamedTuple):
    """An amount of time and its unit as files name it: ``Duration(Decimal("0.5"), "ngayLamViec")``."""

    amount: Decimal
    unit: str

    @classmethod
    def parse(cls, text):
        amount, _, unit = text.partition(" ")
        try:
            return cls(Decimal(amount), unit)
        except InvalidOperation:
            raise ValueError(f"{text!r} is no duration: expected one such as '0.5 ngayLamViec'") from None

    @classmethod
    def of(cls, members):
        """From mantissa, scale and unit; None for None."""
        return members and cls(Decimal(members[0]).scaleb(-members[1]), members[2])

    def __str__(self):
        return f"{self.amount:f} {self.unit}"


def to_seconds(time):
    """Seconds since 1970 of a datetime, which has to know its offset from UTC."""
    if not isinstance(time, datetime) or time.utcoffset() is None:
        raise ValueError(f"expected a datetime with a time zone, not {time!r}")
    return (time - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(seconds=1)


def to_time(seconds, offset):
    """The datetime of such seconds, ``offset`` minutes from UTC."""
    zone = timezone(timedelta(minutes=offset)) if offset else timezone.utc
    return (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)).astimezone(zone)


def from_text(kind, text):
    if kind == DECIMAL:
        return Decimal(text)
    if kind == DURATION:
        return Duration.parse(text)
    if kind == DATETIME:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    return date.fromisoformat(text)


def refuse(kind, value):
    raise TypeError(f"a field of kind {KINDS[kind]} does not take {type(value).__name__}")


def number_text(kind, value):
    if kind == BOOL:
        return ("false", "true")[value] if isinstance(value, bool) else refuse(kind, value)
    if isinstance(value, (bool, float)) or not isinstance(value, (int, Decimal)):
        return refuse(kind, value)
    if kind != DECIMAL and not isinstance(value, int):
        return refuse(kind, value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def time_text(value):
    if value.utcoffset() is None:
        raise ValueError(f"expected a datetime with a time zone, not {value!r}")
    return value.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def to_text(kind, value):
    """The text of a value; a str is taken as it is, except where Python has a kind of its own for certain."""
    if kind in (BOOL, INT, MONEY):
        return number_text(kind, value)
    if isinstance(value, str):
        return value
    if kind == DECIMAL:
        return number_text(kind, value)
    if kind == DURATION and isinstance(value, Duration):
        return str(value)
    if kind == DATETIME and isinstance(value, datetime):
        return time_text(value)
    if kind == DATE and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return refuse(kind, value)
