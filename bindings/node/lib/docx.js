// SPDX-License-Identifier: Apache-2.0
// Procedures that come from Word, and the report on what was read from where.
import { Document } from './document.js';
import { language } from './errors.js';
import { Held, handleOf } from './handles.js';
import { bytes, fail, obtainText, q, utf8 } from './native.js';
import { wrap } from './node.js';
import { known } from './options.js';
import { SEVERITIES } from './report.js';

const KEEP_NAMES = 1;

// A field that was filled: where it was read from, how sure it is, from 0 to 100, and why.
function field(report, index) {
  return {
    path: q.docx_report_path(report, index),
    value: q.docx_report_value(report, index),
    source: q.docx_report_source(report, index),
    place: q.docx_report_place(report, index, 0),
    placeEn: q.docx_report_place(report, index, 1),
    confidence: q.docx_report_confidence(report, index),
    reason: q.docx_report_reason(report, index, 0),
    reasonEn: q.docx_report_reason(report, index, 1),
  };
}

// What was not understood or is not as it should be.
function note(report, index) {
  return {
    id: q.docx_report_note_id(report, index),
    severity: SEVERITIES[q.docx_report_note_severity(report, index)],
    message: q.docx_report_note(report, index, 0),
    messageEn: q.docx_report_note(report, index, 1),
    source: q.docx_report_note_source(report, index),
    place: q.docx_report_note_place(report, index, 0),
    placeEn: q.docx_report_note_place(report, index, 1),
  };
}

// What became of a Word document; the procedure is null if it was refused.
export class DocxImport extends Held {
  static release = 'docx_report_free';

  constructor(handle, procedure) {
    super(handle);
    this.procedure = procedure;
    this.path = q.docx_report_procedure(handle);
    this.doubtful = q.docx_report_doubtful(handle);
    this.fields = Array.from({ length: q.docx_report_count(handle) }, (_, index) => field(handle, index));
    this.notes = Array.from({ length: q.docx_report_note_count(handle) }, (_, index) => note(handle, index));
  }

  // The report as text: text (notes and what is not sure), json (everything), html (source beside result).
  write(format = 'text', lang = undefined) {
    return obtainText(q.docx_report_write, [handleOf(this, DocxImport)], 1, utf8(format), language(lang));
  }
}

function read(document, data, options, refused) {
  const { name = null, keepNames = false } = known(options, 'name', 'keepNames');
  const [procedure, report, error] = [[null], [null], [null]];
  const status = q.docx_import(handleOf(document, Document), ...bytes(data), utf8(name), keepNames ? KEEP_NAMES : 0, procedure,
    report, error);
  return status === 0 ? new DocxImport(report[0], wrap(document, procedure[0])) : refused(status, error[0]);
}

// Reads a procedure from a .docx into a system (docs/docx.md). `name` stands for the file; `keepNames` keeps names of persons that sign.
export function importDocx(document, data, options = {}) {
  return read(document, data, options, fail);
}

// The same, but what is refused gives an import without a procedure, whose notes say why.
export function tryImportDocx(document, data, options = {}) {
  return read(document, data, options, (_, error) => {
    const report = q.docx_report_from_error(error, utf8(options.name));
    q.error_free(error);
    return new DocxImport(report, null);
  });
}
