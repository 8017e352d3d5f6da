// SPDX-License-Identifier: Apache-2.0
// Working calendars, workflows and cases. Times are Dates or texts in ISO 8601; answers are texts in the calendar's own time.
import { Document } from './document.js';
import { language } from './errors.js';
import { Held, handleOf } from './handles.js';
import { NONE, attempt, decodeText, obtain, obtainText, q, utf8 } from './native.js';
import { nodeAddress } from './node.js';
import { dayParts, enumName, enumValue, seconds, timeText } from './values.js';

const CERTAINTIES = ['sure', 'unsure', 'outside'];
const VERDICTS = ['no_limit', 'equal', 'under', 'over', 'incomparable', 'incomplete', 'no_way'];
const HAPPENINGS = ['request_supplement', 'receive_supplement', 'request_payment', 'receive_payment', 'stop', 'withdraw', 'refuse'];

function list(count, item) {
  return Array.from({ length: count }, (_, index) => item(index));
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
    const [mantissa, scale, unit] = [[0], [0], [0]];
    attempt(q.limit_parse, utf8(limit), mantissa, scale, unit);
    return this.#answer(q.calendar_due, seconds(start), mantissa[0], scale[0], unit[0]);
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

  // Whether a day is worked, and what the calendar names it.
  day(day) {
    const parts = dayParts(day);
    const handle = handleOf(this, Calendar);
    return { working: q.calendar_is_working_day(handle, ...parts) === 1, name: q.calendar_day_name(handle, ...parts) };
  }
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

  // The longest or shortest way to an end, in a scenario; null if none leads there. Times are in minutes and months.
  way({ longest = true, scenario = null } = {}) {
    const handle = handleOf(this, Workflow);
    const found = scenario === null ? NONE : q.workflow_find_scenario(handle, utf8(scenario));
    const way = q.way_new(handle, found, NONE, longest ? 1 : 0);
    if (way === null)
      return null;
    const [working, calendarTime, months] = [0, 1, 2].map((unit) => Number(q.way_time(way, unit)) / 1e6);
    const steps = list(q.way_steps(way), (place) => stepId(handle, q.way_step(way, place)));
    const handOvers = q.way_hand_overs(way);
    q.way_free(way);
    return { steps, working, calendar: calendarTime, months, handOvers };
  }

  // How the longest ways compare with the declared limits.
  verdicts() {
    const handle = handleOf(this, Workflow);
    const timing = q.timing_new(handle);
    const rows = list(q.timing_rows(timing), (row) => ({
      scenario: q.workflow_scenario_id(handle, q.timing_scenario(timing, row)),
      phase: q.workflow_phase_id(handle, q.timing_phase(timing, row)),
      channel: enumName('channel_kind', q.timing_channel(timing, row)),
      verdict: VERDICTS[q.timing_verdict(timing, row)],
    }));
    q.timing_free(timing);
    return rows;
  }
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
  });
}

// `target` and `branches` are identifiers of steps; target null: handling ends.
function describeOutcome(workflow, step, outcome) {
  return {
    code: q.workflow_outcome_code(workflow, step, outcome),
    name: q.workflow_outcome_name(workflow, step, outcome),
    kind: enumName('outcome_kind', q.workflow_outcome_kind(workflow, step, outcome)),
    scenario: q.workflow_scenario_id(workflow, q.workflow_outcome_scenario(workflow, step, outcome)),
    target: stepId(workflow, q.workflow_outcome_target(workflow, step, outcome)),
    branches: list(q.workflow_outcome_branches(workflow, step, outcome), (branch) =>
      stepId(workflow, q.workflow_outcome_branch(workflow, step, outcome, branch))),
  };
}

export function workflow(procedure) {
  return new Workflow(obtain(q.workflow_new, nodeAddress(procedure)));
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
  complete({ step, outcome, time, actor, note }) {
    attempt(q.case_complete, this.#handle(), utf8(step), utf8(outcome), seconds(time), utf8(actor), utf8(note));
  }

  // Something happens: request_supplement, receive_supplement, request_payment, receive_payment, stop, withdraw, refuse.
  happen(what, { time, actor, note }) {
    if (!HAPPENINGS.includes(what))
      throw new RangeError(`'${what}' is not known: expected one of ${HAPPENINGS.join(', ')}`);
    attempt(q[`case_${what}`], this.#handle(), seconds(time), utf8(actor), utf8(note));
  }

  // Another agency decides from now on.
  handOver(agency, { code, time, actor, note }) {
    attempt(q.case_hand_over, this.#handle(), utf8(code), utf8(agency), seconds(time), utf8(actor), utf8(note));
  }

  // Apology and a new due time.
  extend(due, { time, actor, note }) {
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
      };
    });
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
