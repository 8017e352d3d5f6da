// SPDX-License-Identifier: Apache-2.0
// Runs the conformance suite (docs/conformance.md): conformance.js PROJECT-DIRECTORY.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import * as qms from 'libqms';

const ROOT = path.resolve(process.argv[2]);

function below(name) {
  return path.join(ROOT, name);
}

function renamed(object, names) {
  return Object.fromEntries(names.map((name) => [name, object[name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())]]));
}

function due({ time, certainty }) {
  return [time, certainty];
}

function readOptions({ as_of: asOf, max_findings: maxFindings, legal, ...rest } = {}) {
  return { ...rest, asOf, maxFindings, legal: legal && below(legal) };
}

function findingMember(finding, name) {
  if (name === 'node')
    return finding.node && finding.node.nodePath;
  if (name === 'suppressed')
    return finding.suppression !== null;
  if (name === 'suppressed_in_file')
    return finding.suppression?.inFile ?? false;
  const member = /^suppressed_(.*)$/.exec(name)?.[1].replace('by', 'who');
  return member ? finding.suppression?.[member] ?? null : renamed(finding, [name])[name];
}

function members(object, names) {
  return Object.values(renamed(object, names));
}

function importDocx(document, docx, name, keepNames) {
  return qms.importDocx(document, Buffer.from(docx, 'base64'), { name, keepNames });
}

function names(list, start) {
  return list.filter((name) => name.startsWith(start));
}

// Times in whole minutes or months.
function whole({ working, calendar, months }) {
  return [working, calendar, months].map(Math.trunc);
}

function timingRow({ shortest, longest, slack, reduction, ...row }) {
  return {
    ...row,
    shortest: whole(shortest),
    longest: whole(longest),
    slack: slack && [Math.trunc(slack.amount), slack.unit],
    reduction: reduction && Math.round(reduction * 100),
  };
}

function jsonReport(document) {
  return document.validate({ asOf: '2026-06-01' }).write('json', 'vi');
}

// Each is called with what the step is on, then its arguments; null where one is missing.
const OPERATIONS = {
  parse: (_, text) => qms.parse(text),
  parse_base64: (_, text) => qms.parse(Buffer.from(text, 'base64')),
  load: (_, name, options) => qms.load(below(name), options),
  read: (_, text, options) => qms.parse(text, options),
  new: (_, type) => qms.create(type),
  root: (document) => document.root,
  find: (document, id) => document.find(id),
  format: (document) => document.format ?? 'auto',
  file: (document) => document.file && path.relative(ROOT, document.file),
  diagnostics: (document) => document.problems.map((problem) => problem.id),
  write: (document, format) => document.write(format),
  reload(document, format) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qms-'));
    const file = path.join(folder, `file.${format}`);
    try {
      document.save(file);
      return qms.load(file);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  },
  save: (document, file) => document.save(file),
  data: (document) => document.toJSON(),
  from_data: (_, data) => qms.fromData(data),
  diff: (document, other) => document.diff(other).map(({ kind, path: place, before, after }) => [kind, place, before, after]),

  type: (node) => node.nodeType,
  id: (node) => node.nodeId,
  path: (node) => node.nodePath,
  line: (node) => node.nodeLine,
  column: (node) => node.nodeColumn,
  index: (node) => node.nodeIndex,
  parent: (node) => node.nodeParent,
  parent_field: (node) => node.nodeField,
  document: (node) => node.nodeDocument,
  at: (node, place) => node.nodeAt(place),
  get: (node, field) => node.nodeGet(field),
  text: (node, field, index) => node.nodeText(field, index ?? 0),
  has: (node, field) => node.nodeHas(field),
  count: (node, field) => node.nodeGet(field).length,
  present: (node) => node.nodeFields,
  item: (node, field, index) => node.nodeGet(field).at(index) ?? null,
  items: (node, field) => [...node.nodeGet(field)],
  set: (node, field, value) => node.nodeSet(field, value),
  set_text: (node, field, text) => node.nodeSetText(field, text),
  unset: (node, field) => node.nodeUnset(field),
  insert(node, field, index, text) {
    const list = node.nodeGet(field);
    list.insert(index ?? list.length, text);
  },
  add: (node, field, index) => (index === undefined || index === null ? node.nodeAdd(field) : node.nodeGet(field).insert(index)),
  remove: (node, field, index) => void node.nodeGet(field).remove(index),
  move: (node, field, from, to) => node.nodeGet(field).move(from, to),
  attach: (node, field, index, child) => OPERATIONS.insert(node, field, index, child),
  detach: (node) => node.nodeDetach(),
  copy: (node, document) => node.nodeCopy(document ?? undefined),
  equal: (node, other) => node.nodeEquals(other),
  resolve: (node, field) => node.nodeResolve(field),
  extension: (node, uri, name) => node.nodeExtension(uri, name),
  set_extension: (node, uri, name, text) => node.nodeSetExtension(uri, name, text),
  node_data: (node) => node.toJSON(),

  type_info(_, name) {
    const type = qms.describeType(name);
    return type && { name: type.name, xml: type.xml, root: type.root, doc: type.docEn };
  },
  root_types: () => qms.types().filter((name) => qms.describeType(name).root),
  type_fields: (_, name) => qms.describeType(name).fields.map((field) => field.name),
  field_info(_, type, name) {
    const field = qms.describeType(type).fields.find((item) => item.name === name || item.xml === name);
    return field ? renamed(field, ['name', 'xml', 'kind', 'form', 'list', 'required', 'target', 'enum']) : null;
  },
  field_texts(_, type, name) {
    const field = qms.describeType(type).fields.find((item) => item.name === name);
    return renamed(field, ['pattern', 'doc', 'doc_en']);
  },
  enumerations: (_, start) => names(qms.enumerations(), start),
  enum_values: (_, name) => qms.enumValues(name).map(({ name: value, xml, label, labelEn }) => [value, xml, label, labelEn]),
  rules: (_, start) => names(qms.rules(), start),
  rule_texts: (_, id) =>
    renamed(qms.rule(id), ['title', 'title_en', 'why', 'why_en', 'remedy', 'remedy_en', 'since', 'cites', 'items']),
  schema: (_, format, count) => qms.schema(format)?.slice(0, count) ?? null,
  rule_info(_, id) {
    const rule = qms.rule(id);
    return rule && { ...renamed(rule, ['id', 'slug', 'severity', 'category']), cite: rule.cites[0] ?? null };
  },

  validate: (document, options, suppressions) => document.validate({ ...readOptions(options), suppressions }),
  findings: (report, names, rule) => report
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map((finding) => names.map((name) => findingMember(finding, name))),
  counts: (report) => ({ findings: report.length, ...report.counts }),
  left_out: (report) => report.leftOut,
  report_file: (report) => report.file,
  check_suppressions: (suppressions, report, options) => qms.checkSuppressions(suppressions, report, readOptions(options)),
  refused: (_, text, name) => qms.checkText(text, { name }),
  report: (report, format, lang) => report.write(format, lang),

  frameworks: () => qms.frameworks(),
  framework: (_, id) => qms.framework(id),
  check_framework: (_, name) => qms.checkFramework(below(name)),
  new_system: (_, ...args) => qms.newSystem(...args),
  migrate: (document, to, asOf) => document.migrate(to, { asOf }).document,
  migration_work: (document, to, asOf) => document.migrate(to, { asOf }).work.map(({ id, path: place }) => [id, place]),
  coverage: (document, asOf) => document.coverage({ asOf }),
  coverage_rows: (document, asOf, id) => document.coverageRows({ asOf, lang: 'vi' })
    .filter((row) => row.id === id)
    .map((row) => ({
      ...renamed(row, ['kind', 'id', 'state', 'title', 'title_en', 'note', 'lack', 'lack_en', 'warning', 'warning_en']),
      evidence: row.evidence.map(({ node, title }) => [node.nodePath, title]),
    })),
  coverage_table: (document, asOf, format, lang) => document.coverage({ asOf, format, lang }),
  inspect: (report, least) => qms.inspect(report, { least: least ?? 'error' }),
  inspection_counts: (inspection) => qms.inspectionCounts(inspection),
  inspection_table: (inspection, format, lang) => qms.inspectionTable(inspection, format, lang),
  legal_act: (_, number) => qms.legalAct(number),
  legal_status: (_, number, day) => qms.legalStatus(number, day),
  portal_import: (document, json) => qms.importPortal(document, json),
  portal_export: (node) => qms.portalRecord(node),
  portal_notes: (document) => qms.portalNotes(document).map((note) => note.id),
  bpmn: (node, profile) => qms.bpmn(node, profile),
  import_bpmn: (document, xml) => qms.importBpmn(document, xml).procedure,
  bpmn_report: (document, xml) => qms.importBpmn(document, xml).report,
  svg_pages: (node, whole) => qms.svg(node, { whole }).filter((page) => page.includes('<svg')).length,

  csv: (document, table) => qms.csv(document, table),
  import_csv(document, table, text) {
    const { added, changed } = qms.importCsv(document, table, text);
    return [added, changed];
  },
  site(document, edition, names, findings) {
    const files = qms.site(document, { internal: edition === 'internal', findings });
    return Object.fromEntries(names.map((name) => [name, files.get(name)?.slice(0, 15) ?? null]));
  },
  templates: (_, start) => names(qms.templates(), start),
  fill: (node, template, asOf) => qms.fill(node, template, { asOf }).toString('base64'),
  import_docx: (document, ...args) => importDocx(document, ...args).procedure,
  docx_report: importDocx,
  refused_docx: (_, docx, name) => qms.tryImportDocx(qms.create('system'), Buffer.from(docx, 'base64'), { name }),
  docx_counts: ({ path: procedure, fields, doubtful, notes }) =>
    ({ procedure, fields: fields.length, doubtful, notes: notes.length }),
  docx_fields: (report, names, end) => report.fields.filter((field) => field.path.endsWith(end)).map((field) => members(field, names)),
  docx_notes: (report, names) => report.notes.map((note) => members(note, names)),
  docx_text: (report, format, lang) => report.write(format, lang),

  workflow: (node) => qms.workflow(node),
  steps: (workflow) => workflow.steps.map((step) => [step.id, step.name, step.roleName, step.counts]),
  outcomes: (workflow, step) => workflow.outcomes(step).map(({ code, kind, target, branches }) => [code, kind, target, branches]),
  way(workflow, extreme) {
    const way = workflow.way({ longest: extreme === 'longest' });
    return [way.steps, Math.trunc(way.working)];
  },
  step(workflow, id) {
    const step = workflow.steps.find((item) => item.id === id);
    const forms = (list) => list.map(({ name, kind }) => [name, kind]);
    return step ? {
      ...renamed(step, ['number', 'kind', 'role', 'unit', 'unit_name', 'phase', 'agency']),
      forms_in: forms(step.formsIn),
      forms_out: forms(step.formsOut),
    } : null;
  },
  duration: (workflow, step, scenario) => workflow.duration(step, scenario),
  scenarios: (workflow) => workflow.scenarios.map(({ id, name }) => [id, name]),
  phases: (workflow) => workflow.phases.map(({ id, name, agency, counts }) => [id, name, agency, counts]),
  outcome(workflow, step, code) {
    const found = workflow.outcomes(step).find((outcome) => outcome.code === code);
    return found ? renamed(found, ['name', 'scenario', 'lost', 'back']) : null;
  },
  way_details(workflow, extreme, scenario, phase) {
    const way = workflow.way({ longest: extreme === 'longest', scenario, phase });
    return way && {
      places: way.places.map(({ step, outcome, handOver }) => [step, outcome, handOver]),
      hand_overs: way.handOvers,
      roles: way.roles.map(({ role, working }) => [role, Math.trunc(working)]),
      times: whole(way),
    };
  },
  paths(workflow, scenario, limit) {
    const { complete, paths } = workflow.paths({ scenario, limit });
    const places = (found) => found.places.map(({ step, outcome, branch }) => [step, outcome, branch]);
    return { complete, paths: paths.map((found) => [places(found), Math.trunc(found.working)]) };
  },
  timing(workflow) {
    const { complete, rows } = workflow.timing();
    return { complete, rows: rows.map(timingRow) };
  },
  workflow_text: (node, format, lang, paths) => qms.workflowText(node, { format, lang, paths }),
  verdicts: (workflow) => workflow.verdicts().map((row) => row.verdict),
  calendar: (_, name) => qms.calendar(name),
  calendar_from: (document) => qms.calendar(document),
  due: (calendar, start, limit) => due(calendar.due(start, limit)),
  same_day_due: (calendar, received) => due(calendar.sameDayDue(received)),
  add_minutes: (calendar, start, minutes) => due(calendar.add(start, minutes)),
  working_minutes: (calendar, start, end) => calendar.workingMinutes(start, end),
  day(calendar, text) {
    const { working, name } = calendar.day(text);
    return [working, name];
  },
  day_off(calendar, text) {
    const { kind, certainty } = calendar.day(text);
    return [kind, certainty];
  },
  calendar_info: (calendar) => [calendar.id, calendar.dayMinutes, calendar.utcOffset],
  parse_limit: (_, text) => qms.parseLimit(text),
  start_case: (document, procedure, calendar) => qms.startCase(document, procedure, calendar),
  open_case: (document, calendar) => qms.openCase(document, calendar),
  complete: (opened, step, outcome, time, actor, note) => opened.complete({ step, outcome, time, actor, note }),
  happen: (opened, what, time, actor, note) => opened.happen(what, { time, actor, note }),
  hand_over: (opened, agency, code, time, actor, note) => opened.handOver(agency, { code, time, actor, note }),
  extend: (opened, until, time, actor, note) => opened.extend(until, { time, actor, note }),
  state: (opened, now) => ({
    ...renamed(opened, ['status', 'ended', 'running', 'due']),
    timeliness: opened.timeliness(now),
    open: opened.openSteps(now).map(({ step, due: until }) => [step.id, until]),
  }),
  remaining: (opened, now) => opened.remaining(now),
  used: (opened, now) => opened.used(now),
  open_step(opened, id, now, soon) {
    const found = opened.openSteps(now, soon).find(({ step }) => step.id === id);
    return found ? renamed(found, ['entered', 'due', 'running', 'timeliness', 'remaining', 'used']) : null;
  },
  next: (opened, step, outcome) => opened.next(step, outcome),
  form: (opened, kind) => JSON.parse(opened.form(kind, 'json', 'vi')),
  case_document: (opened) => opened.document,
  case_code: (_, ...args) => qms.caseCode(...args),
  parse_case_code(_, code) {
    const { agency, day, serial } = qms.parseCaseCode(code);
    return [agency, day, serial];
  },

  keep_children(_, text, count, name) {
    const kept = Array.from({ length: count }, () => qms.parse(text).root.agency.units[0]);
    globalThis.gc();
    return kept.filter((unit) => unit.name === name).length;
  },
  async parallel(_, name, count) {
    const expected = jsonReport(qms.load(below(name)));
    const reports = await Promise.all(Array.from({ length: count }, async () => {
      const document = await qms.loadAsync(below(name));
      return (await document.validateAsync({ asOf: '2026-06-01' })).write('json', 'vi');
    }));
    return reports.filter((report) => report === expected).length;
  },
};

// JavaScript's own errors, where C gives a status.
function statusOf(error) {
  if (error instanceof qms.QmsError)
    return error.status;
  if (error instanceof TypeError || error instanceof RangeError)
    return 'argument';
  throw error;
}

function agrees(error, expected) {
  const texts = renamed(error.problems?.[0] ?? {}, ['message', 'message_en', 'remedy', 'remedy_en']);
  const found = { ...renamed(error, ['id', 'file', 'line', 'column', 'path']), ...texts, status: statusOf(error) };
  return Object.entries(expected).every(([key, value]) => found[key] === value);
}

function resolved(value, variables) {
  const isVariable = value !== null && typeof value === 'object' && Object.keys(value).join() === 'var';
  return isVariable ? variables.get(value.var) : value;
}

function isExpected(result, expected, variables) {
  const value = resolved(expected, variables);
  return value === expected ? isDeepStrictEqual(result ?? null, value) : result === value;
}

// What is wrong; null if nothing is.
async function runStep(step, variables) {
  const args = (step.args ?? []).map((value) => resolved(value, variables) ?? undefined);
  let result;
  try {
    result = await OPERATIONS[step.call](variables.get(step.on), ...args);
  } catch (error) {
    const good = step.fails && agrees(error, step.fails);
    return good ? null : `expected ${JSON.stringify(step.fails ?? step.gives)}, found ${error.stack}`;
  }
  if (step.fails)
    return `expected ${JSON.stringify(step.fails)}, found ${JSON.stringify(result)}`;
  variables.set(step.as, result);
  if ('gives' in step && !isExpected(result, step.gives, variables))
    return `expected ${JSON.stringify(step.gives)}, found ${JSON.stringify(result)}`;
  return null;
}

async function runCase({ input, steps }) {
  const variables = new Map();
  const call = /^[<{]/.test(input) ? 'parse' : 'load';
  const first = input === undefined ? [] : [{ call, args: [input], as: 'doc' }];
  for (const step of [...first, ...steps]) {
    const wrong = await runStep(step, variables);
    if (wrong)
      return `${step.call}: ${wrong}`;
  }
  return null;
}

async function main() {
  const count = { passed: 0, failed: 0 };
  const folder = below('tests/conformance');
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    for (const item of JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')).cases) {
      const wrong = await runCase(item);
      count[wrong ? 'failed' : 'passed'] += 1;
      if (wrong)
        console.log(`Node: ${file}: ${item.name}: ${wrong}`);
    }
  }
  if (count.failed)
    console.log(`Node: ${count.failed} cases failed`);
  console.log(`Node: ${count.passed} cases passed`);
  process.exitCode = count.failed || !count.passed ? 1 : 0;
}

await main();
