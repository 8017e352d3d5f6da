# SPDX-License-Identifier: Apache-2.0
"""Working calendars, workflows and cases."""

from datetime import date, datetime
from functools import cached_property
from typing import Dict, List, NamedTuple, Optional, Tuple

from . import _qms
from ._errors import language
from ._values import Duration, lookup, to_seconds, to_time

CERTAINTIES = ("sure", "unsure", "outside")
VERDICTS = ("no_limit", "equal", "under", "over", "incomparable", "incomplete", "no_way")
UNITS = ("working", "calendar", "months")
HAPPENINGS = ("request_supplement", "receive_supplement", "request_payment", "receive_payment", "stop", "withdraw", "refuse")


class Due(NamedTuple):
    """A time, and how sure the calendar is of the days before it: ``sure``, ``unsure``, ``outside`` (of the years that it knows)."""

    time: datetime
    certainty: str


class Day(NamedTuple):
    working: bool
    name: Optional[str]
    kind: Optional[str]
    certainty: Optional[str]


class Calendar(_qms.Calendar):
    """A working calendar. Times are datetimes with a time zone; it answers in its own."""

    __slots__ = ()

    def _answer(self, answer):
        seconds, certainty = answer
        return Due(to_time(seconds, self.utc_offset), CERTAINTIES[certainty])

    def due(self, start, duration) -> Due:
        """When a time limit that begins at ``start`` ends; ``duration`` is a Duration or a text such as ``5 ngày làm việc``."""
        amount, unit = Duration.of(_qms._limit(duration)) if isinstance(duration, str) else duration
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
        """Whether a day (a date or its text) is worked, what the calendar names it, why it is off, how sure that is."""
        day = date.fromisoformat(day) if isinstance(day, str) else day
        return Day(*self._day(day.year, day.month, day.day))


class Step(NamedTuple):
    """Forms are pairs of a name and a kind."""

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
    forms_in: Tuple[Tuple[Optional[str], Optional[str]], ...]
    forms_out: Tuple[Tuple[Optional[str], Optional[str]], ...]


class Outcome(NamedTuple):
    """``target`` and ``branches`` are identifiers of steps; target None: handling ends, unless a step that is not there follows
    (``lost``). ``back``: it leads back to a step before."""

    code: str
    name: Optional[str]
    kind: Optional[str]
    scenario: Optional[str]
    target: Optional[str]
    branches: Tuple[str, ...]
    lost: Optional[str]
    back: bool


class Phase(NamedTuple):
    """``agency`` None: the system's own; ``counts``: whether its time does."""

    id: str
    name: Optional[str]
    agency: Optional[str]
    counts: bool


class Times(NamedTuple):
    """Working minutes, minutes, months."""

    working: float
    calendar: float
    months: float


def _times(millionths):
    return Times(*(time / 1e6 for time in millionths))


class WayPlace(NamedTuple):
    step: str
    outcome: str
    hand_over: bool


class Way(NamedTuple):
    """Times are in minutes and months; ``roles`` are pairs of a role (None: steps without one) and its Times."""

    steps: Tuple[str, ...]
    working: float
    calendar: float
    months: float
    hand_overs: int
    places: Tuple[WayPlace, ...]
    roles: Tuple[Tuple[Optional[str], Times], ...]


class PathPlace(NamedTuple):
    """``branch`` counts from 1; 0: in none."""

    step: str
    outcome: str
    branch: int


class Path(NamedTuple):
    places: Tuple[PathPlace, ...]
    times: Times


class Paths(NamedTuple):
    """``complete``: there are no others."""

    complete: bool
    paths: Tuple[Path, ...]


class Verdict(NamedTuple):
    """``slack`` is a number of minutes or months and ``working``, ``calendar`` or ``months``; ``reduction`` is in percent."""

    scenario: Optional[str]
    phase: Optional[str]
    channel: Optional[str]
    verdict: str
    shortest: Times
    longest: Times
    missing: int
    limit: Optional[Duration]
    statutory: Optional[Duration]
    slack: Optional[Tuple[float, str]]
    reduction: Optional[float]


class Timing(NamedTuple):
    """``complete``: rows for all scenarios and phases are there."""

    complete: bool
    rows: Tuple[Verdict, ...]


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

    @cached_property
    def phases(self) -> Tuple[Phase, ...]:
        return tuple(Phase(*members) for members in self._phases())

    def _place(self, id):
        return next((place for place, step in enumerate(self.steps) if step.id == id), len(self.steps))

    def _scenario_place(self, id):
        return -1 if id is None else lookup("scenario", tuple(self.scenarios), id, LookupError)

    def _phase_place(self, id):
        return -1 if id is None else lookup("phase", tuple(phase.id for phase in self.phases), id, LookupError)

    def _scenario(self, place):
        return None if place is None else list(self.scenarios)[place]

    def duration(self, step, scenario=None) -> Optional[Duration]:
        """Time allowed for a step (its identifier) in a scenario, or in all; None if none is given."""
        return Duration.of(self._duration(self._place(step), self._scenario_place(scenario)))

    def outcomes(self, step) -> List[Outcome]:
        """The ways in which a step (its identifier) can end; none if there is no such step."""
        place, found = self._place(step), []
        while members := self._outcome(place, len(found)):
            code, name, kind, scenario, target, branches, lost, back = members
            found.append(Outcome(code, name, kind, self._scenario(scenario), self._id(target), tuple(map(self._id, branches)),
                                 lost, back))
        return found

    def _id(self, place):
        return None if place is None else self.steps[place].id

    def way(self, *, longest=True, scenario=None, phase=None) -> Optional[Way]:
        """The longest or shortest way to an end, in a scenario, by the time of a phase (identifiers); None if none leads there."""
        found = self._way(self._scenario_place(scenario), self._phase_place(phase), int(longest))
        if not found:
            return None
        members, millionths, hand_overs, roles = found
        places = tuple(WayPlace(self._id(step), outcome, hand_over) for step, outcome, hand_over in members)
        steps = tuple(place.step for place in places)
        return Way(steps, *_times(millionths), hand_overs, places, tuple((role, _times(time)) for role, time in roles))

    def paths(self, scenario=None, *, limit=100) -> Paths:
        """All ways in a scenario, at most ``limit``."""
        complete, paths = self._paths(self._scenario_place(scenario), limit)
        return Paths(complete, tuple(
            Path(tuple(PathPlace(self._id(step), *rest) for step, *rest in places), _times(millionths))
            for places, millionths in paths))

    def timing(self) -> Timing:
        """How the longest ways compare with the declared limits, by scenario, phase and channel."""
        complete, rows = self._timing()
        return Timing(complete, tuple(map(self._verdict, rows)))

    def verdicts(self) -> List[Verdict]:
        """The rows of ``timing``."""
        return list(self.timing().rows)

    def _verdict(self, members):
        scenario, phase, channel, verdict, shortest, longest, missing, limit, statutory, slack, reduction = members
        return Verdict(self._scenario(scenario), None if phase is None else self.phases[phase].id, channel, VERDICTS[verdict],
                       _times(shortest), _times(longest), missing, Duration.of(limit), Duration.of(statutory),
                       slack and (slack[0] / 1e6, UNITS[slack[1]]), None if reduction is None else reduction / 100)


class OpenStep(NamedTuple):
    step: Step
    entered: datetime
    due: Optional[datetime]
    running: bool
    timeliness: Optional[str]
    remaining: Optional[int]
    used: int


class Next(NamedTuple):
    """Whether an outcome can happen in the scenario, the steps that it opens (identifiers), whether handling ends."""

    possible: bool
    steps: Tuple[str, ...]
    ends: bool


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
        self._happen(lookup("happening", HAPPENINGS, what), to_seconds(time), actor, note)

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
        return [OpenStep(steps[place], self._time(entered), self._time(due), *rest)
                for place, entered, due, *rest in self._open(to_seconds(now), soon)]

    def next(self, step, outcome) -> Next:
        """What opens if a step is completed with an outcome."""
        workflow = self.workflow
        possible, steps, ends = self._next(workflow._place(step), outcome)
        return Next(possible, tuple(map(workflow._id, steps)), ends)

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
