# SPDX-License-Identifier: Apache-2.0
"""Working calendars, workflows and cases."""

from datetime import date, datetime
from functools import cached_property
from typing import Dict, List, NamedTuple, Optional, Tuple

from . import _qms
from ._errors import language
from ._values import Duration, to_seconds, to_time

CERTAINTIES = ("sure", "unsure", "outside")
VERDICTS = ("no_limit", "equal", "under", "over", "incomparable", "incomplete", "no_way")
HAPPENINGS = ("request_supplement", "receive_supplement", "request_payment", "receive_payment", "stop", "withdraw", "refuse")


class Due(NamedTuple):
    """A time, and how sure the calendar is of the days before it: ``sure``, ``unsure``, ``outside`` (of the years that it knows)."""

    time: datetime
    certainty: str


class Day(NamedTuple):
    working: bool
    name: Optional[str]


class Calendar(_qms.Calendar):
    """A working calendar. Times are datetimes with a time zone; it answers in its own."""

    __slots__ = ()

    def _answer(self, answer):
        seconds, certainty = answer
        return Due(to_time(seconds, self.utc_offset), CERTAINTIES[certainty])

    def due(self, start, duration) -> Due:
        """When a time limit that begins at ``start`` ends; ``duration`` is a Duration or a text such as ``5 ngayLamViec``."""
        amount, unit = Duration.parse(duration) if isinstance(duration, str) else duration
        sign, digits, exponent = amount.as_tuple()
        mantissa = int("".join(map(str, digits)) or 0) * 10 ** max(exponent, 0)
        return self._answer(self._due(to_seconds(start), -mantissa if sign else mantissa, max(-exponent, 0), unit))

    def same_day_due(self, received) -> Due:
        """When the result of a same-day procedure is due."""
        return self._answer(self._same_day_due(to_seconds(received)))

    def add(self, start, minutes) -> Due:
        """The moment ``minutes`` of working time after ``start``."""
        return self._answer(self._add(to_seconds(start), minutes))

    def working_minutes(self, start, end) -> int:
        """Minutes of working time from ``start`` to ``end``."""
        return self._between(to_seconds(start), to_seconds(end))

    def day(self, day) -> Day:
        """Whether a day (a date or its text) is worked, and what the calendar names it."""
        day = date.fromisoformat(day) if isinstance(day, str) else day
        return Day(*self._day(day.year, day.month, day.day))


class Step(NamedTuple):
    id: str
    number: Optional[str]
    name: Optional[str]
    kind: Optional[str]
    role: Optional[str]
    role_name: Optional[str]
    unit: Optional[str]
    unit_name: Optional[str]
    phase: Optional[str]
    agency: Optional[str]
    counts: bool


class Outcome(NamedTuple):
    """``target`` and ``branches`` are identifiers of steps; target None: handling ends."""

    code: str
    name: Optional[str]
    kind: Optional[str]
    scenario: Optional[str]
    target: Optional[str]
    branches: Tuple[str, ...]


class Way(NamedTuple):
    """Times are in minutes and months."""

    steps: Tuple[str, ...]
    working: float
    calendar: float
    months: float
    hand_overs: int


class Verdict(NamedTuple):
    scenario: Optional[str]
    phase: Optional[int]
    channel: Optional[str]
    verdict: str


class Workflow(_qms.Workflow):
    """The steps of a procedure as a graph; it keeps nothing of the document."""

    @cached_property
    def steps(self) -> Tuple[Step, ...]:
        return tuple(Step(*members) for members in iter(self._members(), None))

    def _members(self):
        count = iter(range(1 << 30))
        return lambda: self._step(next(count))

    @cached_property
    def scenarios(self) -> Dict[str, str]:
        """Identifiers of the scenarios, with their names."""
        return dict(self._scenarios())

    def _place(self, id):
        return next((place for place, step in enumerate(self.steps) if step.id == id), len(self.steps))

    def _scenario(self, place):
        return None if place is None else list(self.scenarios)[place]

    def outcomes(self, step) -> List[Outcome]:
        """The ways in which a step (its identifier) can end; none if there is no such step."""
        place, found = self._place(step), []
        while members := self._outcome(place, len(found)):
            code, name, kind, scenario, target, branches = members
            found.append(Outcome(code, name, kind, self._scenario(scenario), self._id(target), tuple(map(self._id, branches))))
        return found

    def _id(self, place):
        return None if place is None else self.steps[place].id

    def way(self, *, longest=True, scenario=None) -> Optional[Way]:
        """The longest or shortest way to an end, in a scenario (its identifier); None if none leads there."""
        place = -1 if scenario is None else list(self.scenarios).index(scenario)
        found = self._way(place, int(longest))
        if not found:
            return None
        steps, (working, calendar, months), hand_overs = found
        return Way(tuple(map(self._id, steps)), working / 1e6, calendar / 1e6, months / 1e6, hand_overs)

    def verdicts(self) -> List[Verdict]:
        """How the longest ways compare with the declared limits."""
        return [Verdict(self._scenario(scenario), phase, channel, VERDICTS[verdict])
                for scenario, phase, channel, verdict in self._timing()]


class OpenStep(NamedTuple):
    step: Step
    entered: datetime
    due: Optional[datetime]
    running: bool
    timeliness: Optional[str]


class Case(_qms.Case):
    """A dossier on its way through a procedure. What happens is written into its document."""

    __slots__ = ()

    def _time(self, seconds):
        return None if seconds is None else to_time(seconds, self.calendar.utc_offset)

    def complete(self, step=None, outcome=None, *, time, actor=None, note=None):
        """A step is done; None for the one that is open, or the only outcome that is possible."""
        self._complete(step, outcome, to_seconds(time), actor, note)

    def happen(self, what, *, time, actor=None, note=None):
        """``request_supplement``, ``receive_supplement``, ``request_payment``, ``receive_payment``, ``stop``, ``withdraw``,
        ``refuse``."""
        self._happen(HAPPENINGS.index(what), to_seconds(time), actor, note)

    def hand_over(self, agency, *, code=None, time, actor=None, note=None):
        """Another agency decides from now on."""
        self._hand_over(code, agency, to_seconds(time), actor, note)

    def extend(self, due, *, time, actor=None, note=None):
        """Apology and a new due time."""
        self._extend(to_seconds(due), to_seconds(time), actor, note)

    @property
    def status(self) -> str:
        return self._state()[0]

    @property
    def ended(self) -> bool:
        return self._state()[1]

    @property
    def running(self) -> bool:
        return self._state()[2]

    @property
    def due(self) -> Optional[datetime]:
        return self._time(self._state()[3])

    @property
    def unsure(self) -> bool:
        """Whether the due time rests on days off that are not confirmed."""
        return self._state()[4]

    def open_steps(self, now, soon=0) -> List[OpenStep]:
        """The steps that are open; ``soon`` is how many working minutes before its end a step is due soon."""
        steps = self.workflow.steps
        return [OpenStep(steps[place], self._time(entered), self._time(due), running, timeliness)
                for place, entered, due, running, timeliness in self._open(to_seconds(now), soon)]

    def timeliness(self, now, soon=0) -> Optional[str]:
        """``in_time``, ``due_soon``, ``overdue``, and of a case that has ended ``early``, ``on_time``, ``overdue``."""
        return self._times(to_seconds(now), soon)[0]

    def remaining(self, now) -> Optional[int]:
        """Working minutes left, negative if it is overdue; None without a limit."""
        return self._times(to_seconds(now), 0)[1]

    def used(self, now) -> int:
        """Working minutes used."""
        return self._times(to_seconds(now), 0)[2]

    def form(self, kind, format="text", lang=None) -> str:
        """Data for a one-stop form, such as ``receipt``."""
        return self._form(kind, format, language(lang))
