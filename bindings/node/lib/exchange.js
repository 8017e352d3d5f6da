// SPDX-License-Identifier: Apache-2.0
// Frameworks, law, inspections, the portal, BPMN and pictures.
import { Document } from './document.js';
import { language } from './errors.js';
import { handleOf } from './handles.js';
import { parseJson } from './json.js';
import { bytes, fail, obtain, obtainText, q, takeProblems, utf8 } from './native.js';
import { nodeAddress, wrap } from './node.js';
import { known } from './options.js';
import { Report, SEVERITIES } from './report.js';
import { dayParts, enumNames, enumValue } from './values.js';

const STANDINGS = ['unknown', 'not_yet', 'in_force', 'expired'];
const PROFILES = ['generic', 'camunda7', 'flowable'];

// ---- frameworks

// Identifiers of the framework models that ship with the library.
export function frameworks() {
  return Array.from({ length: q.framework_count() }, (_, index) => q.framework_id(index));
}

// A framework model by identifier or file, everything that it is based on included.
export function framework(id) {
  return new Document(obtain(q.framework_load, utf8(id)));
}

// The report on a framework file that someone writes.
export function checkFramework(path) {
  return new Report(obtain(q.framework_check_file, utf8(path)), null);
}

// A new system for an agency; what the agency has to decide is marked [[…]].
export function newSystem(id, agencyType, name) {
  return new Document(obtain(q.framework_instantiate, utf8(id), enumValue('agency_type', agencyType), utf8(name)));
}

// An inspection document that is drawn from reports.
export function inspect(reports, options = {}) {
  const { framework: id, least = 'error', lang } = known(options, 'framework', 'least', 'lang');
  const handles = [reports].flat().map((report) => handleOf(report, Report));
  const [inspection, skipped, error] = [[null], [null], [null]];
  const status = q.inspection_draw(handles, handles.length, utf8(id), SEVERITIES.indexOf(least), language(lang), inspection, skipped,
    error);
  q.error_free(skipped[0]);
  if (status !== 0)
    fail(status, error[0]);
  return new Document(inspection[0]);
}

// Number of agencies of an inspection with each verdict.
export function inspectionCounts(inspection) {
  const handle = handleOf(inspection, Document);
  const verdicts = enumNames(q.enum_by_name('verdict'));
  return Object.fromEntries(verdicts.map((name, verdict) => [name, q.inspection_count(handle, verdict)]).filter(Boolean));
}

// The verdicts of an inspection as a table: text, html, csv.
export function inspectionTable(inspection, format = 'text', lang = undefined) {
  return obtainText(q.inspection_write, handleOf(inspection, Document), utf8(format), language(lang));
}

// ---- law

let acts = null; // the library's own document, which lives for ever

// What the library knows of a legal act, a node that cannot be changed; null if it knows nothing.
export function legalAct(number) {
  const found = q.legal_find(utf8(number));
  if (found === null)
    return null;
  acts ??= Object.assign(new Document(q.document_ref(q.node_document(found))), { constant: true });
  return wrap(acts, found);
}

// unknown, not_yet, in_force or expired on a day.
export function legalStatus(number, day) {
  return STANDINGS[q.legal_status(q.legal_find(utf8(number)), ...dayParts(day))];
}

// ---- other formats

// Takes records of the national portal, as text, into a system; their number.
export function importPortal(document, json, name = null) {
  return obtain(q.portal_import, handleOf(document, Document), ...bytes(json), utf8(name));
}

// The record of an administrative procedure, as data.
export function portalRecord(procedure) {
  return parseJson(obtainText(q.portal_export, nodeAddress(procedure)));
}

// What records say in another way than the model can: a note for each key.
export function portalNotes(document) {
  const notes = [null];
  const status = q.portal_notes(handleOf(document, Document), notes);
  if (status !== 0)
    fail(status);
  return takeProblems(notes[0]);
}

// A procedure as BPMN 2.0 for generic, camunda7 or flowable.
export function bpmn(procedure, profile = 'generic') {
  return obtainText(q.bpmn_export, nodeAddress(procedure), PROFILES.indexOf(profile));
}

// Reads BPMN into a system: the procedure, and a report on what was lost or guessed.
export function importBpmn(document, xml, name = null) {
  const [procedure, report, error] = [[null], [null], [null]];
  const status = q.bpmn_import(handleOf(document, Document), ...bytes(xml), utf8(name), procedure, report, error);
  if (status !== 0)
    fail(status, error[0]);
  return { procedure: wrap(document, procedure[0]), report: new Report(report[0], document) };
}

// Flow chart of a procedure: SVG documents, one for each page of A4, or one as large as it needs.
export function svg(procedure, options = {}) {
  const { whole = false } = known(options, 'whole');
  const chart = obtain(q.svg_new, nodeAddress(procedure), whole ? 1 : 0);
  const pages = Array.from({ length: q.svg_pages(chart) }, (_, page) => q.svg_page(chart, page, null));
  q.svg_free(chart);
  return pages;
}
