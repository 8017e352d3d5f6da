// SPDX-License-Identifier: Apache-2.0
// Documents: read, write, find, validate.
import { language } from './errors.js';
import { HANDLE, Held, handleOf } from './handles.js';
import { parseJson, writeJson } from './json.js';
import { attempt, bytes, fail, obtain, obtainAsync, obtainText, problems, q, takeProblems, utf8 } from './native.js';
import { wrap } from './node.js';
import { count, known } from './options.js';
import { Report } from './report.js';
import { dayParts } from './values.js';

const FORMATS = ['auto', 'xml', 'json'];
const LIMITS = [null, 'bytes', 'depth', 'attributes', 'namespaces', 'tag', 'text', 'nodes', 'errors'];
const COVERAGE_KINDS = [null, 'clause', 'requirement'];
const COVERAGE_STATES = [null, 'met', 'partial', 'missing', 'excluded'];
const DIFFERENCES = [null, 'added', 'removed', 'changed', 'moved'];
const READING = ['lenient', 'format', 'limits'];
const PARSING = [...READING, 'name'];
const RULES = ['framework', 'legal', 'asOf', 'maxFindings'];
const VALIDATING = [...RULES, 'suppressions'];

function number(names, name) {
  const found = names.indexOf(name);
  if (found < 0)
    throw new RangeError(`'${name}' is not known: expected one of ${names.filter(Boolean).join(', ')}`);
  return found;
}

// A document. Its nodes keep it alive; it ends when nobody has any of them, or when it is closed.
export class Document extends Held {
  static release = 'document_unref';

  get root() {
    return wrap(this, q.document_root(handleOf(this, Document)));
  }

  // Name of the file that it was read from; null.
  get file() {
    return q.document_file(handleOf(this, Document));
  }

  // 'xml' or 'json' as it was read; null.
  get format() {
    return [null, 'xml', 'json'][q.document_format(handleOf(this, Document))];
  }

  // What a lenient reader let pass.
  get problems() {
    return problems(q.document_diagnostics(handleOf(this, Document)));
  }

  find(id) {
    return wrap(this, q.document_find(handleOf(this, Document), utf8(id)));
  }

  // The canonical text.
  write(format = 'xml') {
    return obtainText(q.document_write, handleOf(this, Document), number(FORMATS, format));
  }

  // Saves at once or not at all; the format follows from the name's ending if it is not given.
  save(path, format = 'auto') {
    attempt(q.document_save, handleOf(this, Document), utf8(path), number(FORMATS, format));
  }

  // As data. Whole numbers beyond 2^53 are bigint, which JSON.stringify refuses: write ('json') gives the text.
  toJSON() {
    return parseJson(this.write('json'));
  }

  // Runs all rules as on the day `asOf` (today).
  validate(options = {}) {
    return validate(this, known(options, ...VALIDATING));
  }

  // The same in another thread; meanwhile the document, and that of the suppressions, may not be used.
  async validateAsync(options = {}) {
    return withValidator(known(options, ...VALIDATING), (validator) => {
      const run = () => this.occupy(async (handle) => new Report(await obtainAsync(q.validator_run, validator, handle), this));
      return options.suppressions ? options.suppressions.occupy(run) : run();
    });
  }

  // What became different in another document.
  diff(other) {
    const diff = obtain(q.document_diff, handleOf(this, Document), handleOf(other, Document));
    const differences = Array.from({ length: q.diff_count(diff) }, (_, index) => ({
      kind: DIFFERENCES[q.diff_kind(diff, index)],
      path: q.diff_path(diff, index),
      before: q.diff_before(diff, index),
      after: q.diff_after(diff, index),
    }));
    q.diff_free(diff);
    return differences;
  }

  // A copy moved to another framework (null: none), with `asOf` to the forms in force on a day, and what people have to do.
  migrate(to, options = {}) {
    const { asOf } = known(options, 'asOf');
    const [migrated, work, error] = [[null], [null], [null]];
    const status = q.framework_migrate(handleOf(this, Document), utf8(to), ...dayParts(asOf), migrated, work, error);
    if (status !== 0)
      fail(status, error[0]);
    return { document: new Document(migrated[0]), work: takeProblems(work[0]) };
  }

  // How many clauses and requirements are met, partial, missing, excluded; as text with a format (text, json, html, csv).
  coverage(options = {}) {
    const { framework, asOf, format, lang } = known(options, 'framework', 'asOf', 'format', 'lang');
    return this.#withCoverage({ framework, asOf }, (coverage) => {
      if (format)
        return obtainText(q.coverage_write, coverage, utf8(format), language(lang));
      const [met, partial, missing, excluded] = [1, 2, 3, 4].map((state) => q.coverage_state_count(coverage, 0, state));
      return { met, partial, missing, excluded };
    });
  }

  // What answers to each clause and requirement.
  coverageRows(options = {}) {
    const { framework, asOf, lang } = known(options, 'framework', 'asOf', 'lang');
    return this.#withCoverage({ framework, asOf }, (coverage) =>
      Array.from({ length: q.coverage_count(coverage) }, (_, row) => describeRow(this, coverage, row, language(lang))));
  }

  #withCoverage({ framework, asOf }, work) {
    const coverage = obtain(q.coverage_run, handleOf(this, Document), utf8(framework), ...dayParts(asOf));
    try {
      return work(coverage);
    } finally {
      q.coverage_free(coverage);
    }
  }

  [Symbol.for('nodejs.util.inspect.custom')]() {
    return `<Document ${this[HANDLE] === null ? 'closed' : `${this.root.nodeType} ${this.file ?? ''}`}>`;
  }
}

function describeRow(document, coverage, row, lang) {
  return {
    kind: COVERAGE_KINDS[q.coverage_kind(coverage, row)],
    id: q.coverage_id(coverage, row),
    state: COVERAGE_STATES[q.coverage_state(coverage, row)],
    title: q.coverage_title(coverage, row, 0),
    titleEn: q.coverage_title(coverage, row, 1),
    note: q.coverage_note(coverage, row),
    lack: q.coverage_lack(coverage, row, 0),
    lackEn: q.coverage_lack(coverage, row, 1),
    warning: q.coverage_warning(coverage, row, 0),
    warningEn: q.coverage_warning(coverage, row, 1),
    evidence: Array.from({ length: q.coverage_evidence_count(coverage, row) }, (_, item) => ({
      node: wrap(document, q.coverage_evidence(coverage, row, item)),
      title: q.coverage_evidence_title(coverage, row, item, lang),
    })),
  };
}

// ---- reading

function configureReader(reader, { lenient = false, format = 'auto', limits = {} }) {
  q.reader_set_lenient(reader, lenient ? 1 : 0);
  q.reader_set_format(reader, number(FORMATS, format));
  for (const [name, value] of Object.entries(limits))
    q.reader_set_limit(reader, number(LIMITS, name), count(value));
}

// Calls `work` with what `make` gives, which is freed afterwards, also after a promise.
function using(make, free, configure, work) {
  const tool = make();
  let result;
  try {
    configure(tool);
    result = work(tool);
  } catch (problem) {
    free(tool);
    throw problem;
  }
  if (!(result instanceof Promise)) {
    free(tool);
    return result;
  }
  return result.finally(() => free(tool));
}

function withReader(options, work) {
  return using(q.reader_new, q.reader_free, (reader) => configureReader(reader, options), work);
}

function configureValidator(validator, { framework, legal, suppressions, asOf, maxFindings }) {
  attempt(q.validator_set_as_of, validator, ...dayParts(asOf));
  attempt(q.validator_set_framework, validator, utf8(framework));
  attempt(q.validator_set_legal, validator, utf8(legal));
  attempt(q.validator_set_suppressions, validator, handleOf(suppressions, Document, true));
  if (maxFindings !== undefined)
    q.validator_set_max_findings(validator, count(maxFindings));
}

function withValidator(options, work) {
  return using(q.validator_new, q.validator_free, (validator) => configureValidator(validator, options), work);
}

function validate(document, options) {
  const handle = handleOf(document, Document);
  return withValidator(options, (validator) => new Report(obtain(q.validator_run, validator, handle), document));
}

// The report on suppressions beside the documents, after a run of several, whose reports are given, with them.
export function checkSuppressions(suppressions, reports, options = {}) {
  const handles = [reports].flat().map((report) => handleOf(report, Report));
  return withValidator({ ...known(options, ...RULES), suppressions }, (validator) =>
    new Report(obtain(q.validator_run_suppressions, validator, handles, handles.length), null));
}

// Reads a file, XML or JSON. Options: lenient, format, limits (docs/limits.md).
export function load(path, options = {}) {
  return withReader(known(options, ...READING), (reader) => new Document(obtain(q.reader_load, reader, utf8(path))));
}

// Reads a text or bytes; options as for load, and `name`, which stands for the file in messages.
export function parse(data, options = {}) {
  const name = utf8(known(options, ...PARSING).name);
  return withReader(options, (reader) => new Document(obtain(q.reader_parse, reader, ...bytes(data), name)));
}

// The report on a file, also on one that cannot be read. Options are those of load and validate.
export function check(path, options = {}) {
  known(options, ...READING, ...VALIDATING);
  const [out, error] = [[null], [null]];
  const status = withReader(options, (reader) => q.reader_load(reader, utf8(path), out, error));
  return status === 0 ? validate(new Document(out[0]), options) : refused(error[0]);
}

// The same of a text or bytes.
export function checkText(data, options = {}) {
  known(options, ...PARSING, ...VALIDATING);
  const [out, error] = [[null], [null]];
  const status = withReader(options, (reader) => q.reader_parse(reader, ...bytes(data), utf8(options.name), out, error));
  return status === 0 ? validate(new Document(out[0]), options) : refused(error[0]);
}

function refused(error) {
  const report = q.report_from_error(error, null);
  q.error_free(error);
  return new Report(report, null);
}

// The same as load and parse, in another thread.
export async function loadAsync(path, options = {}) {
  return withReader(known(options, ...READING), async (reader) => new Document(await obtainAsync(q.reader_load, reader, utf8(path))));
}

export async function parseAsync(data, options = {}) {
  const name = utf8(known(options, ...PARSING).name);
  const [buffer, size] = bytes(data);
  return withReader(options, async (reader) => new Document(await obtainAsync(q.reader_parse, reader, buffer, size, name)));
}

// A document from data as toJSON gives it.
export function fromData(data) {
  return parse(writeJson(data), { format: 'json' });
}

// A new document whose root is of a type.
export function create(type = 'system') {
  const found = q.type_by_name(utf8(type));
  const handle = found === null ? null : q.document_new(q.type_id(found));
  if (handle === null)
    throw new RangeError(`'${type}' is no type that a document may begin with`);
  return new Document(handle);
}
