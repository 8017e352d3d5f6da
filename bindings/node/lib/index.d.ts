// SPDX-License-Identifier: Apache-2.0
// The types of the binding; those of the model (types.d.ts) are generated.

import * as model from './types.js';

export { model };

/** Version of the library. */
export const version: string;

// ---- values

/** An exact decimal number: '98.5'. */
export type Decimal = string;
/** A day: '2026-01-31'. */
export type Day = string;
/** A time with its offset from UTC: '2026-03-02T09:00:00+07:00'. */
export type DateTime = string;
/** An amount of time and its unit in files: '0.5 ngayLamViec'. */
export type Duration = string;
export type Time = DateTime | Date;
export type Lang = 'vi' | 'en';
export type Format = 'xml' | 'json';
export type Severity = 'error' | 'warning' | 'info';

// ---- errors

export type Status = 'argument' | 'io' | 'syntax' | 'structure' | 'value' | 'reference' | 'limit' | 'unsupported' | 'not-found'
  | 'internal';

/** One thing that is wrong. Line and column are 0, file and path null where unknown; id is null if the binding itself found it. */
export interface Problem {
  status: Status;
  id: string | null;
  file: string | null;
  line: number;
  column: number;
  path: string | null;
  message: string;
  messageEn: string;
  remedy: string;
  remedyEn: string;
}

/** What the library refused. The members are those of the first problem. */
export class QmsError extends Error {
  private constructor();
  readonly problems: readonly Problem[];
  readonly status: Status;
  readonly id: string | null;
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  readonly path: string | null;
}

// ---- sequences, nodes, documents

/** What lists and reports have in common with arrays. */
export interface Sequence<Item> extends Iterable<Item>, Pick<readonly Item[], 'map' | 'filter' | 'find' | 'findIndex' | 'some'
  | 'every' | 'forEach' | 'slice' | 'indexOf' | 'includes' | 'reduce'> {
  readonly length: number;
  readonly [index: number]: Item;
  at(index: number): Item | undefined;
}

/** A list field of a node: always as the node is. */
export interface List<Item, Members = never> extends Sequence<Item> {
  /** A new item at the end: a value, a detached node, or members of a new one. */
  add(value?: Item | Members): Item extends Node ? Item : null;
  insert(index: number, value?: Item | Members): Item extends Node ? Item : null;
  /** Takes an item out and gives it; a node may be put back. */
  remove(index: number): Item;
  move(from: number, to: number): void;
  clear(): void;
  /** Replaces all items; if one is refused, the list stays as it was. */
  assign(values: Iterable<Item | Members>): void;
}

/** One element of the model. A node is always the same object. */
export class Node {
  protected constructor();
  /** API name of its type. */
  readonly nodeType: string;
  readonly nodeDocument: Document<Node>;
  readonly nodeId: string | null;
  readonly nodePath: string;
  /** From 1; 0 if it was not read from a file. */
  readonly nodeLine: number;
  readonly nodeColumn: number;
  readonly nodeIndex: number;
  readonly nodeParent: Node | null;
  /** API name of the parent's field that holds the node. */
  readonly nodeField: string | null;
  /** API names of the fields that have a value. */
  readonly nodeFields: string[];
  /** Node at a path such as '/heThong/quyTrinh[QT-1]' or 'steps[2]'. */
  nodeAt(path: string): Node | null;
  nodeGet(field: string): any;
  nodeSet(field: string, value: any): void;
  nodeHas(field: string): boolean;
  /** A value as files have it. */
  nodeText(field: string, index?: number): string | null;
  nodeSetText(field: string, text: string): void;
  nodeUnset(field: string): void;
  nodeAdd(field: string, members?: object): Node;
  nodeResolve(field: string): Node | null;
  nodeDetach(): void;
  /** A deep copy, detached, in a document. */
  nodeCopy(document?: Document<Node>): this;
  /** Whether another node holds the same values. */
  nodeEquals(other: Node): boolean;
  nodeExtension(uri: string, name: string): string | null;
  nodeSetExtension(uri: string, name: string, text: string | null): void;
  toJSON(): any;
}

interface Closable {
  /** Frees it now; otherwise that happens some time after nobody has it any more. */
  close(): void;
  [Symbol.dispose](): void;
}

export interface ReadOptions {
  /** Keeps what the model does not know (`problems`) instead of refusing it. */
  lenient?: boolean;
  format?: Format | 'auto';
  /** Limits of docs/limits.md. */
  limits?: Partial<Record<'bytes' | 'depth' | 'attributes' | 'namespaces' | 'tag' | 'text' | 'nodes' | 'errors', number>>;
}

export interface ParseOptions extends ReadOptions {
  /** Stands for the file in messages. */
  name?: string;
}

export interface ValidateOptions {
  framework?: string;
  /** File of further legal acts. */
  legal?: string;
  suppressions?: Document<Node>;
  /** Day for which the rules are asked; today if it is not given. */
  asOf?: Day;
  maxFindings?: number;
}

export interface Difference {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  path: string | null;
  before: string | null;
  after: string | null;
}

export interface Coverage {
  met: number;
  partial: number;
  missing: number;
  excluded: number;
}

/** What answers to a clause of the standard or a requirement of the framework. */
export interface CoverageRow {
  kind: 'clause' | 'requirement';
  id: string;
  state: keyof Coverage;
  title: string;
  titleEn: string;
  /** Why it is excluded, or where something that answers is looked for. */
  note: string | null;
  lack: string | null;
  lackEn: string | null;
  warning: string | null;
  warningEn: string | null;
  evidence: { node: Node; title: string }[];
}

export interface CoverageOptions {
  framework?: string;
  asOf?: Day;
  lang?: Lang;
}

/** A document. Its nodes keep it alive; it ends when nobody has any of them, or when it is closed. */
export class Document<Root extends Node = model.QualitySystem> implements Closable {
  private constructor();
  readonly root: Root;
  readonly file: string | null;
  readonly format: Format | null;
  /** What a lenient reader let pass. */
  readonly problems: Problem[];
  find<Found extends Node = any>(id: string): Found | null;
  write(format?: Format): string;
  save(path: string, format?: Format): void;
  validate(options?: ValidateOptions): Report;
  /** In another thread; meanwhile the document may not be used. */
  validateAsync(options?: ValidateOptions): Promise<Report>;
  diff(other: Document<Root>): Difference[];
  /** To a framework (null: none), and with a day to the forms in force then; `work` is what people have to do. */
  migrate(to: string | null, options?: { asOf?: Day }): { document: Document<Root>; work: Problem[] };
  coverage(options?: CoverageOptions): Coverage;
  coverage(options: CoverageOptions & { format: 'text' | 'json' | 'html' | 'csv' }): string;
  coverageRows(options?: CoverageOptions): CoverageRow[];
  toJSON(): any;
  close(): void;
  [Symbol.dispose](): void;
}

export function load<Root extends Node = model.QualitySystem>(path: string, options?: ReadOptions): Document<Root>;
export function loadAsync<Root extends Node = model.QualitySystem>(path: string, options?: ReadOptions): Promise<Document<Root>>;
export function parse<Root extends Node = model.QualitySystem>(data: string | Uint8Array, options?: ParseOptions): Document<Root>;
export function parseAsync<Root extends Node = model.QualitySystem>(data: string | Uint8Array, options?: ParseOptions):
  Promise<Document<Root>>;
export function fromData<Root extends Node = model.QualitySystem>(data: object): Document<Root>;
export function create(): Document<model.QualitySystem>;
export function create<Type extends keyof model.Roots>(type: Type): Document<model.Roots[Type]>;
/** The report on a file, also on one that cannot be read. */
export function check(path: string, options?: ReadOptions & ValidateOptions): Report;
export function checkText(data: string | Uint8Array, options?: ParseOptions & ValidateOptions): Report;
/** The report on suppressions beside the documents, after a run with them. */
export function checkSuppressions(suppressions: Document, reports: Report | Report[], options?: Omit<ValidateOptions, 'suppressions'>):
  Report;

// ---- reports and rules

export interface Finding {
  readonly rule: string;
  readonly slug: string;
  readonly category: string;
  readonly severity: Severity;
  readonly message: string;
  readonly messageEn: string;
  readonly cite: string | null;
  readonly requirement: string | null;
  readonly line: number;
  readonly column: number;
  readonly path: string | null;
  readonly node: Node | null;
  readonly suppression: { who: string; until: Day; reason: string; inFile: boolean } | null;
  readonly fingerprint: string;
  /** One line for people. */
  toString(): string;
}

export interface Report extends Sequence<Finding>, Closable {
  readonly file: string | null;
  readonly counts: Record<Severity | 'suppressed', number>;
  /** Findings beyond the greatest number. */
  readonly leftOut: Record<Severity, number>;
  write(format?: 'text' | 'json' | 'ndjson' | 'sarif' | 'junit', lang?: Lang): string;
}

export interface Rule {
  id: string;
  slug: string;
  severity: Severity;
  category: string;
  since: string;
  title: string;
  titleEn: string;
  why: string;
  whyEn: string;
  remedy: string;
  remedyEn: string;
  cites: string[];
  /** Items of the inspection checklist that it decides. */
  items: string[];
}

export interface FieldDescription {
  name: string;
  xml: string;
  kind: string;
  form: 'attribute' | 'element' | 'content';
  list: boolean;
  required: boolean;
  target: string | null;
  enum: string | null;
  pattern: string | null;
  doc: string;
  docEn: string;
}

export interface TypeDescription {
  name: string;
  xml: string;
  root: boolean;
  doc: string;
  docEn: string;
  fields: FieldDescription[];
}

/** A rule by identifier or slug. */
export function rule(id: string): Rule | null;
/** Identifiers of all rules. */
export function rules(): string[];
/** Names of all types, of all enumerations. */
export function types(): string[];
export function enumerations(): string[];
export function schema(format: 'xsd' | 'json'): string;
export function describeType(name: string): TypeDescription | null;
export function enumValues(name: string): { name: string; xml: string; label: string; labelEn: string }[];

// ---- frameworks, law, inspections, other formats

export function frameworks(): string[];
export function framework(id: string): Document<model.Framework>;
export function checkFramework(path: string): Report;
export function newSystem(framework: string, agencyType: model.AgencyTypeValue, name: string): Document<model.QualitySystem>;
export function inspect(reports: Report | Report[], options?: { framework?: string; least?: Severity; lang?: Lang }):
  Document<model.Inspection>;
export function inspectionCounts(inspection: Document<model.Inspection>): Record<model.VerdictValue, number>;
export function inspectionTable(inspection: Document<model.Inspection>, format?: 'text' | 'html' | 'csv', lang?: Lang): string;
/** What the library knows of a legal act, a node that cannot be changed. */
export function legalAct(number: string): model.LegalAct | null;
export function legalStatus(number: string, day: Day): 'unknown' | 'not_yet' | 'in_force' | 'expired';
/** Takes records of the national portal into a system; their number. */
export function importPortal(document: Document, json: string | Uint8Array, name?: string): number;
export function portalRecord(procedure: model.AdministrativeProcedure): any;
/** What records say in another way than the model can. */
export function portalNotes(document: Document): Problem[];
export function bpmn(procedure: model.Procedure, profile?: 'generic' | 'camunda7' | 'flowable'): string;
export function importBpmn(document: Document, xml: string | Uint8Array, name?: string):
  { procedure: model.Procedure; report: Report };
/** SVG documents, one for each page of A4, or one as large as it needs. */
export function svg(procedure: model.Procedure, options?: { whole?: boolean }): string[];

// ---- files for offices

export type Table = 'tthc' | 'risks' | 'records';
export function csv(document: Document, table: Table): string;
export function importCsv(document: Document, table: Table, data: string | Uint8Array, name?: string): { added: number; changed: number };
/** A web site for posting: contents by names of files. */
export function site(document: Document, options?: { internal?: boolean; findings?: Report | null }): Map<string, string>;
/** Names of the Word templates that ship with the library. */
export function templates(): string[];
/** The .docx of a shipped template, to edit it in Word. */
export function template(name: string): Uint8Array;
/** A .docx: a template, the name of a shipped one or bytes, filled with a node. */
export function fill(node: Node, source: string | Uint8Array, options?: { asOf?: Day | null }): Uint8Array;

/** A field that was filled from a Word document. */
export interface DocxField {
  readonly path: string;
  /** As files have it. */
  readonly value: string;
  /** The text that it was read from, and where that stands. */
  readonly source: string | null;
  readonly place: string | null;
  readonly placeEn: string | null;
  /** How sure it is, from 0 to 100, and why. */
  readonly confidence: number;
  readonly reason: string;
  readonly reasonEn: string;
}

/** What was not understood or is not as it should be. */
export interface DocxNote {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly messageEn: string;
  readonly source: string | null;
  readonly place: string | null;
  readonly placeEn: string | null;
}

export interface DocxImport extends Closable {
  /** Null if the document was refused. */
  readonly procedure: model.Procedure | null;
  readonly path: string | null;
  readonly fields: readonly DocxField[];
  /** Number of fields that a person should look at. */
  readonly doubtful: number;
  readonly notes: readonly DocxNote[];
  write(format?: 'text' | 'json' | 'html', lang?: Lang): string;
}
/** Reads a procedure from a .docx into a system; `keepNames` keeps names of persons that sign. */
export function importDocx(document: Document, data: Uint8Array, options?: { name?: string; keepNames?: boolean }): DocxImport;
/** The same, but what is refused gives an import without a procedure, whose notes say why. */
export function tryImportDocx(document: Document, data: Uint8Array, options?: { name?: string; keepNames?: boolean }): DocxImport;

// ---- calendars, workflows, cases

export interface Due {
  time: DateTime;
  /** How sure the calendar is of the days before it. */
  certainty: 'sure' | 'unsure' | 'outside';
}

export class Calendar implements Closable {
  private constructor();
  readonly id: string;
  /** Minutes. */
  readonly utcOffset: number;
  readonly dayMinutes: number;
  /** When a time limit such as '5 ngayLamViec' or '0,5 ngày' ends. */
  due(start: Time, limit: Duration): Due;
  sameDayDue(received: Time): Due;
  add(start: Time, minutes: number): Due;
  workingMinutes(start: Time, end: Time): number;
  day(day: Day): {
    working: boolean;
    name: string | null;
    kind: model.DayOffKindValue | null;
    certainty: model.CertaintyValue | null;
  };
  close(): void;
  [Symbol.dispose](): void;
}

/** A calendar that ships with the library ('vn'), a file, or a document. */
export function calendar(source?: string | Document<model.WorkingCalendar>): Calendar;

/** A time limit as people write it, as files have it. */
export function parseLimit(limit: string): Duration;

export interface WorkflowStep {
  readonly id: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly kind: model.StepKindValue | null;
  readonly role: string | null;
  readonly roleName: string | null;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly phase: string | null;
  readonly agency: string | null;
  /** Whether its time counts against the limits. */
  readonly counts: boolean;
  readonly formsIn: readonly StepForm[];
  readonly formsOut: readonly StepForm[];
}

export interface StepForm {
  name: string | null;
  kind: model.FormKindValue | null;
}

export interface WorkflowOutcome {
  code: string;
  name: string | null;
  kind: model.OutcomeKindValue | null;
  scenario: string | null;
  /** Identifier of the next step; null: handling ends. */
  target: string | null;
  branches: string[];
  /** Identifier of a step that it is to lead to and that is not there. */
  lost: string | null;
  /** Whether it leads back to a step before. */
  back: boolean;
}

/** In minutes and months. */
export interface Times {
  working: number;
  calendar: number;
  months: number;
}

export interface Way extends Times {
  steps: string[];
  places: { step: string; outcome: string; handOver: boolean }[];
  handOvers: number;
  roles: ({ role: string | null } & Times)[];
}

/** `branch` counts from 1; 0: in none. */
export interface WorkflowPath extends Times {
  places: { step: string; outcome: string; branch: number }[];
}

export interface Verdict {
  scenario: string | null;
  phase: string | null;
  channel: model.ChannelKindValue | null;
  verdict: 'no_limit' | 'equal' | 'under' | 'over' | 'incomparable' | 'incomplete' | 'no_way';
  shortest: Times;
  longest: Times;
  /** Steps without a time. */
  missing: number;
  limit: Duration | null;
  statutory: Duration | null;
  slack: { amount: number; unit: keyof Times } | null;
  /** By how many percent the limit is shorter than the one set by law. */
  reduction: number | null;
}

export class Workflow implements Closable {
  private constructor();
  readonly steps: readonly WorkflowStep[];
  readonly scenarios: { id: string; name: string | null }[];
  outcomes(step: string): WorkflowOutcome[];
  readonly phases: { id: string; name: string | null; agency: string | null; counts: boolean }[];
  duration(step: string, scenario?: string | null): Duration | null;
  way(options?: { longest?: boolean; scenario?: string | null; phase?: string | null }): Way | null;
  paths(options?: { scenario?: string | null; limit?: number }): { complete: boolean; paths: WorkflowPath[] };
  timing(): { complete: boolean; rows: Verdict[] };
  verdicts(): Verdict[];
  close(): void;
  [Symbol.dispose](): void;
}

export function workflow(procedure: model.Procedure): Workflow;
export function workflowText(procedures: model.Procedure | model.Procedure[],
  options?: { format?: 'text' | 'json'; lang?: Lang; paths?: number }): string;

export interface Happening {
  time: Time;
  actor?: string | null;
  note?: string | null;
}

export interface OpenStep {
  step: WorkflowStep;
  entered: DateTime;
  due: DateTime | null;
  running: boolean;
  timeliness: model.TimelinessValue | null;
  /** Working minutes. */
  remaining: number | null;
  used: number;
}

export class Case implements Closable {
  private constructor();
  readonly document: Document<model.CaseFile>;
  readonly status: model.CaseStatusValue | null;
  readonly ended: boolean;
  readonly running: boolean;
  readonly due: DateTime | null;
  /** Whether the due time rests on days off that are not confirmed. */
  readonly unsure: boolean;
  complete(what: Happening & { step?: string | null; outcome?: string | null }): void;
  happen(what: 'request_supplement' | 'receive_supplement' | 'request_payment' | 'receive_payment' | 'stop' | 'withdraw' | 'refuse',
    details: Happening): void;
  handOver(agency: string, details: Happening & { code?: string | null }): void;
  extend(due: Time, details: Happening): void;
  openSteps(now: Time, soon?: number): OpenStep[];
  next(step: string, outcome: string): { possible: boolean; steps: string[]; ends: boolean };
  timeliness(now: Time, soon?: number): model.TimelinessValue | null;
  /** Working minutes left; null without a limit. */
  remaining(now: Time): number | null;
  used(now: Time): number;
  form(kind: model.FormKindValue, format?: 'text' | 'json', lang?: Lang): string;
  close(): void;
  [Symbol.dispose](): void;
}

export function startCase(document: Document<model.CaseFile>, procedure: model.Procedure | model.AdministrativeProcedure,
  calendar?: Calendar | null): Case;
export function openCase(document: Document<model.CaseFile>, calendar?: Calendar | null): Case;
export function caseCode(agency: string, day: Day, serial: number): string;
export function parseCaseCode(code: string): { agency: string; day: Day; serial: number };
