// SPDX-License-Identifier: Apache-2.0
// Working calendars, workflows and cases. Times are Dates or texts in ISO 8601; answers are texts in the calendar's own time.
import { Document } from './document.js';
import { language } from './errors.js';
import { Held, handleOf } from './handles.js';
import { NONE, attempt, decodeText, obtain, obtainText, q, utf8 } from './native.js';
import { nodeAddress } from './node.js';
import { count, known } from './options.js';
import { dayParts, durationOf, durationText, enumName, enumValue, seconds, timeText } from './values.js';

const CERTAINTIES = ['sure', 'unsure', 'outside'];
const VERDICTS = ['no_limit', 'equal', 'under', 'over', 'incomparable', 'incomplete', 'no_way'];
const UNITS = ['working', 'calendar', 'months'];
const HAPPENINGS = ['request_supplement', 'receive_supplement', 'request_payment', 'receive_payment', 'stop', 'withdraw', 'refuse'];
const HAPPENING = ['time', 'actor', 'note'];

function list(length, item) {
  return Array.from({ length }, (_, index) => item(index));
}

// ---- calendars

export class Calendar extends Held {
  static release = 'calendar_unref';

  get id() {
    return q.calendar_id(handleOf(this, Calendar));
  }

  // Offset of its local time from UTC, in minutes.
  get utcOffset() {
    return q.calendar_utc_offset(handleOf(this, Calendar));
  }

  // Minutes of a working day.
  get dayMinutes() {
    return q.calendar_day_minutes(handleOf(this, Calendar));
  }

  #answer(call, ...args) {
    const [time, certainty] = [[0], [0]];
    attempt(call, handleOf(this, Calendar), ...args, time, certainty);
    return { time: timeText(time[0], this.utcOffset), certainty: CERTAINTIES[certainty[0]] };
  }

  // When a time limit such as '5 ngayLamViec' or '0,5 ngày' that begins at `start` ends.
  due(start, limit) {
    return this.#answer(q.calendar_due, seconds(start), ...limitParts(limit));
  }

  // When the result of a same-day procedure is due.
  sameDayDue(received) {
    return this.#answer(q.calendar_same_day_due, seconds(received));
  }

  // The moment `minutes` of working time after `start`.
  add(start, minutes) {
    return this.#answer(q.calendar_add, seconds(start), minutes);
  }

  // Minutes of working time between two times.
  workingMinutes(start, end) {
    return q.calendar_between(handleOf(this, Calendar), seconds(start), seconds(end));
  }

  // Whether a day is worked, what the calendar names it, why it is off and how sure that is.
  day(day) {
    const parts = dayParts(day);
    const handle = handleOf(this, Calendar);
    return {
      working: q.calendar_is_working_day(handle, ...parts) === 1,
      name: q.calendar_day_name(handle, ...parts),
      kind: enumName('day_off_kind', q.calendar_day_kind(handle, ...parts)),
      certainty: enumName('certainty', q.calendar_day_certainty(handle, ...parts)),
    };
  }
}

function limitParts(limit) {
  const [mantissa, scale, unit] = [[0], [0], [0]];
  attempt(q.limit_parse, utf8(limit), mantissa, scale, unit);
  return [mantissa[0], scale[0], unit[0]];
}

// A time limit as people write it, '02 (hai) ngày làm việc', as files have it.
export function parseLimit(limit) {
  return durationOf(...limitParts(limit));
}

// A calendar that ships with the library by identifier, a file, or a document.
export function calendar(source = 'vn') {
  if (source instanceof Document)
    return new Calendar(obtain(q.calendar_new, handleOf(source, Document)));
  return new Calendar(obtain(q.calendar_load, utf8(source)));
}

// ---- workflows

// The steps of a procedure as a graph; it keeps nothing of the document.
export class Workflow extends Held {
  static release = 'workflow_unref';
  #steps;

  get steps() {
    const handle = handleOf(this, Workflow);
    this.#steps ??= list(q.workflow_steps(handle), (index) => describeStep(handle, index));
    return this.#steps;
  }

  // The scenarios: identifier and name.
  get scenarios() {
    const handle = handleOf(this, Workflow);
    return list(q.workflow_scenarios(handle), (index) => ({
      id: q.workflow_scenario_id(handle, index),
      name: q.workflow_scenario_name(handle, index),
    }));
  }

  // The ways in which a step can end; none if there is no such step.
  outcomes(id) {
    const handle = handleOf(this, Workflow);
    const step = q.workflow_find(handle, utf8(id));
    return list(q.workflow_outcomes(handle, step), (index) => describeOutcome(handle, step, index));
  }

  // The phases: identifier, name, agency (null: the system's own), whether their time counts.
  get phases() {
    const handle = handleOf(this, Workflow);
    return list(q.workflow_phases(handle), (index) => ({
      id: q.workflow_phase_id(handle, index),
      name: q.workflow_phase_name(handle, index),
      agency: q.workflow_phase_agency(handle, index),
      counts: q.workflow_phase_counts(handle, index) === 1,
    }));
  }

  // Time allowed for a step in a scenario (null: in all) as files have it; null if none is given.
  duration(id, scenario = null) {
    const handle = handleOf(this, Workflow);
    return durationText(q.workflow_step_duration, handle, q.workflow_find(handle, utf8(id)), findScenario(handle, scenario));
  }

  // The longest or shortest way to an end, in a scenario, by the time of one phase; null if none leads there. Times are in minutes and
  // months.
  way(options = {}) {
    const { longest = true, scenario = null, phase = null } = known(options, 'longest', 'scenario', 'phase');
    const handle = handleOf(this, Workflow);
    const way = q.way_new(handle, findScenario(handle, scenario), findPhase(handle, phase), longest ? 1 : 0);
    if (way === null)
      return null;
    try {
      return describeWay(handle, way);
    } finally {
      q.way_free(way);
    }
  }

  // All ways in a scenario, at most `limit`, and whether these are all.
  paths(options = {}) {
    const { scenario = null, limit = 100 } = known(options, 'scenario', 'limit');
    const handle = handleOf(this, Workflow);
    const paths = q.paths_new(handle, findScenario(handle, scenario), count(limit));
    if (paths === null)
      throw new RangeError('expected a limit of 1 or more');
    const found = list(q.paths_count(paths), (path) => describePath(handle, paths, path));
    const complete = q.paths_complete(paths) === 1;
    q.paths_free(paths);
    return { complete, paths: found };
  }

  // How the longest ways compare with the declared limits: a row for each scenario, phase and channel, and whether these are all.
  timing() {
    const handle = handleOf(this, Workflow);
    const timing = q.timing_new(handle);
    const rows = list(q.timing_rows(timing), (row) => describeVerdict(handle, timing, row));
    const complete = q.timing_complete(timing) === 1;
    q.timing_free(timing);
    return { complete, rows };
  }

  // The rows alone.
  verdicts() {
    return this.timing().rows;
  }
}

// The index of a scenario, of a phase; NONE for null, which asks for none of them.
function findScenario(workflow, id) {
  return id === null ? NONE : sure(q.workflow_find_scenario(workflow, utf8(id)), `there is no scenario '${id}'`);
}

function findPhase(workflow, id) {
  return id === null ? NONE : sure(q.workflow_find_phase(workflow, utf8(id)), `there is no phase '${id}'`);
}

function sure(found, otherwise) {
  if (found === NONE)
    throw new RangeError(otherwise);
  return found;
}

// Times in minutes and months: `time` gives millionths for a unit.
function times(time) {
  const [working, calendarTime, months] = [0, 1, 2].map((unit) => Number(time(unit)) / 1e6);
  return { working, calendar: calendarTime, months };
}

function describeWay(workflow, way) {
  const places = list(q.way_steps(way), (place) => {
    const step = q.way_step(way, place);
    return {
      step: q.workflow_step_id(workflow, step),
      outcome: q.workflow_outcome_code(workflow, step, q.way_outcome(way, place)),
      handOver: q.way_is_hand_over(way, place) === 1,
    };
  });
  return {
    steps: places.map((place) => place.step),
    places,
    ...times((unit) => q.way_time(way, unit)),
    handOvers: q.way_hand_overs(way),
    roles: list(q.way_roles(way), (role) => ({ role: q.way_role(way, role), ...times((unit) => q.way_role_time(way, role, unit)) })),
  };
}

function describePath(workflow, paths, path) {
  return {
    places: list(q.paths_steps(paths, path), (place) => {
      const step = q.paths_step(paths, path, place);
      return {
        step: q.workflow_step_id(workflow, step),
        outcome: q.workflow_outcome_code(workflow, step, q.paths_outcome(paths, path, place)),
        branch: q.paths_branch(paths, path, place),
      };
    }),
    ...times((unit) => q.paths_time(paths, path, unit)),
  };
}

function describeVerdict(workflow, timing, row) {
  const [slack, unit, reduction] = [[0], [0], [0]];
  const hasSlack = q.timing_slack(timing, row, slack, unit) === 0;
  return {
    scenario: q.workflow_scenario_id(workflow, q.timing_scenario(timing, row)),
    phase: q.workflow_phase_id(workflow, q.timing_phase(timing, row)),
    channel: enumName('channel_kind', q.timing_channel(timing, row)),
    verdict: VERDICTS[q.timing_verdict(timing, row)],
    shortest: times((kind) => q.timing_time(timing, row, 0, kind)),
    longest: times((kind) => q.timing_time(timing, row, 1, kind)),
    missing: q.timing_missing(timing, row),
    limit: durationText(q.timing_limit, timing, row),
    statutory: durationText(q.timing_statutory, timing, row),
    slack: hasSlack ? { amount: Number(slack[0]) / 1e6, unit: UNITS[unit[0]] } : null,
    reduction: q.timing_reduction(timing, row, reduction) === 0 ? Number(reduction[0]) / 100 : null,
  };
}

function stepId(workflow, step) {
  return step === NONE ? null : q.workflow_step_id(workflow, step);
}

function describeStep(workflow, step) {
  return Object.freeze({
    id: q.workflow_step_id(workflow, step),
    number: q.workflow_step_number(workflow, step),
    name: q.workflow_step_name(workflow, step),
    kind: enumName('step_kind', q.workflow_step_kind(workflow, step)),
    role: q.workflow_step_role(workflow, step),
    roleName: q.workflow_step_role_name(workflow, step),
    unit: q.workflow_step_unit(workflow, step),
    unitName: q.workflow_step_unit_name(workflow, step),
    phase: q.workflow_step_phase(workflow, step),
    agency: q.workflow_step_agency(workflow, step),
    counts: q.workflow_step_counts(workflow, step) === 1,
    formsIn: describeForms(workflow, step, 0),
    formsOut: describeForms(workflow, step, 1),
  });
}

function describeForms(workflow, step, out) {
  return list(q.workflow_step_forms(workflow, step, out), (form) => ({
    name: q.workflow_step_form(workflow, step, out, form),
    kind: enumName('form_kind', q.workflow_step_form_kind(workflow, step, out, form)),
  }));
}

// `target` and `branches` are identifiers of steps; target null: handling ends, unless the step that it leads to is not there (`lost`).
function describeOutcome(workflow, step, outcome) {
  return {
    code: q.workflow_outcome_code(workflow, step, outcome),
    name: q.workflow_outcome_name(workflow, step, outcome),
    kind: enumName('outcome_kind', q.workflow_outcome_kind(workflow, step, outcome)),
    scenario: q.workflow_scenario_id(workflow, q.workflow_outcome_scenario(workflow, step, outcome)),
    target: stepId(workflow, q.workflow_outcome_target(workflow, step, outcome)),
    branches: list(q.workflow_outcome_branches(workflow, step, outcome), (branch) =>
      stepId(workflow, q.workflow_outcome_branch(workflow, step, outcome, branch))),
    lost: q.workflow_outcome_lost(workflow, step, outcome),
    back: q.workflow_outcome_is_back(workflow, step, outcome) === 1,
  };
}

export function workflow(procedure) {
  return new Workflow(obtain(q.workflow_new, nodeAddress(procedure)));
}

// The workflows of procedures for people ('text') or programs ('json'), with at most `paths` ways of each scenario.
export function workflowText(procedures, options = {}) {
  const { format = 'text', lang, paths = 0 } = known(options, 'format', 'lang', 'paths');
  const nodes = [procedures].flat().map(nodeAddress);
  return obtainText(q.workflow_write, nodes, nodes.length, utf8(format), language(lang), count(paths));
}

// ---- cases

// A dossier on its way through a procedure. What happens is written into its document, which the case keeps alive.
export class Case extends Held {
  static release = 'case_free';
  #document;

  constructor(handle, document) {
    super(handle);
    this.#document = document;
  }

  get document() {
    return this.#document;
  }

  // The address, when the document may be used too.
  #handle() {
    handleOf(this.#document, Document);
    return handleOf(this, Case);
  }

  #time(time) {
    return timeText(time, q.calendar_utc_offset(q.case_calendar(this.#handle())));
  }

  // What a function gives in an out-parameter; null if there is no such thing.
  #ask(call, ...args) {
    const out = [0];
    return call(this.#handle(), ...args, out) === 0 ? out[0] : null;
  }

  #askTime(call, ...args) {
    const time = this.#ask(call, ...args);
    return time === null ? null : this.#time(time);
  }

  // A step is done; none: the one that is open, or the only outcome that is possible.
  complete(details) {
    const { step, outcome, time, actor, note } = known(details, 'step', 'outcome', ...HAPPENING);
    attempt(q.case_complete, this.#handle(), utf8(step), utf8(outcome), seconds(time), utf8(actor), utf8(note));
  }

  // Something happens: request_supplement, receive_supplement, request_payment, receive_payment, stop, withdraw, refuse.
  happen(what, details) {
    const { time, actor, note } = known(details, ...HAPPENING);
    if (!HAPPENINGS.includes(what))
      throw new RangeError(`'${what}' is not known: expected one of ${HAPPENINGS.join(', ')}`);
    attempt(q[`case_${what}`], this.#handle(), seconds(time), utf8(actor), utf8(note));
  }

  // Another agency decides from now on.
  handOver(agency, details) {
    const { code, time, actor, note } = known(details, 'code', ...HAPPENING);
    attempt(q.case_hand_over, this.#handle(), utf8(code), utf8(agency), seconds(time), utf8(actor), utf8(note));
  }

  // Apology and a new due time.
  extend(due, details) {
    const { time, actor, note } = known(details, ...HAPPENING);
    attempt(q.case_extend, this.#handle(), seconds(due), seconds(time), utf8(actor), utf8(note));
  }

  get status() {
    return enumName('case_status', q.case_status(this.#handle()));
  }

  get ended() {
    return q.case_is_ended(this.#handle()) === 1;
  }

  get running() {
    return q.case_is_running(this.#handle()) === 1;
  }

  get due() {
    return this.#askTime((handle, out) => q.case_due(handle, out, [0]));
  }

  // Whether the due time rests on days off that are not confirmed.
  get unsure() {
    const unsure = [0];
    q.case_due(this.#handle(), [0], unsure);
    return unsure[0] === 1;
  }

  // The steps that are open; `soon` is how many working minutes before its end a step is due soon.
  openSteps(now, soon = 0) {
    const handle = this.#handle();
    const compiled = q.case_workflow(handle);
    return list(q.case_open_steps(handle), (index) => {
      const step = q.case_open_step(handle, index);
      return {
        step: describeStep(compiled, step),
        entered: this.#askTime(q.case_step_entered, step),
        due: this.#askTime(q.case_step_due, step),
        running: q.case_step_is_running(handle, step) === 1,
        timeliness: enumName('timeliness', q.case_step_timeliness(handle, step, seconds(now), soon)),
        remaining: this.#ask(q.case_step_remaining, step, seconds(now)),
        used: q.case_step_used(handle, step, seconds(now)),
      };
    });
  }

  // What opens if a step is completed with an outcome: whether that can happen in the scenario, the identifiers of the steps, and
  // whether handling ends.
  next(id, code) {
    const handle = this.#handle();
    const compiled = q.case_workflow(handle);
    const step = q.workflow_find(compiled, utf8(id));
    const outcome = q.workflow_find_outcome(compiled, step, utf8(code));
    const ends = [0];
    const opened = q.case_next_count(handle, step, outcome, ends);
    return {
      possible: q.case_is_possible(handle, step, outcome) === 1,
      steps: list(opened, (index) => stepId(compiled, q.case_next(handle, step, outcome, index))),
      ends: ends[0] === 1,
    };
  }

  // in_time, due_soon, overdue, and of a case that has ended early, on_time, overdue; null without a limit.
  timeliness(now, soon = 0) {
    return enumName('timeliness', q.case_timeliness(this.#handle(), seconds(now), soon));
  }

  // Working minutes left, negative if it is overdue; null without a limit.
  remaining(now) {
    return this.#ask(q.case_remaining, seconds(now));
  }

  // Working minutes used.
  used(now) {
    return q.case_used(this.#handle(), seconds(now));
  }

  // Data for a one-stop form, such as 'receipt'.
  form(kind, format = 'text', lang = undefined) {
    return obtainText(q.case_form, this.#handle(), enumValue('form_kind', kind), utf8(format), language(lang));
  }
}

// Starts a case: `document` is new, of type case_file, and says when the dossier was received.
export function startCase(document, procedure, calendarToUse = null) {
  const calendarHandle = handleOf(calendarToUse, Calendar, true);
  return new Case(obtain(q.case_start, handleOf(document, Document), nodeAddress(procedure), calendarHandle), document);
}

// Opens a case that has begun.
export function openCase(document, calendarToUse = null) {
  return new Case(obtain(q.case_open, handleOf(document, Document), handleOf(calendarToUse, Calendar, true)), document);
}

// Code of a case: agency code, day of receipt, number of the day.
export function caseCode(agency, day, serial) {
  return decodeText(obtain(q.case_code_build, utf8(agency), ...dayParts(day), serial));
}

// Takes a code of a case apart.
export function parseCaseCode(code) {
  const [agency, year, month, day, serial] = [[null], [0], [0], [0], [0]];
  attempt(q.case_code_parse, utf8(code), agency, year, month, day, serial);
  const [years, months, days] = [year, month, day].map(([part], index) => String(part).padStart(index ? 2 : 4, '0'));
  return { agency: decodeText(agency[0]), day: `${years}-${months}-${days}`, serial: serial[0] };
}
