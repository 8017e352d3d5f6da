// SPDX-License-Identifier: Apache-2.0
// Files for offices: tables as CSV, web sites, Word documents from templates.
import { Document } from './document.js';
import { QmsError } from './errors.js';
import { handleOf } from './handles.js';
import { attempt, bytes, bytesAt, obtain, obtainBytes, obtainText, q, utf8 } from './native.js';
import { nodeAddress } from './node.js';
import { known } from './options.js';
import { Report } from './report.js';

function rootOf(document) {
  return q.document_root(handleOf(document, Document));
}

// A table of a system as CSV: tthc, risks, records (docs/csv.md).
export function csv(document, table) {
  return obtainText(q.csv_export, rootOf(document), utf8(table));
}

// Reads CSV into a table: how many rows were new, and how many changed something.
export function importCsv(document, table, data, name = null) {
  const [added, changed] = [[0], [0]];
  attempt(q.csv_import, handleOf(document, Document), utf8(table), ...bytes(data), utf8(name), added, changed);
  return { added: added[0], changed: changed[0] };
}

// A web site for posting: a map from names of files to their contents. `findings` is a report for the internal edition.
export function site(document, options = {}) {
  const { internal = false, findings = null } = known(options, 'internal', 'findings');
  const made = obtain(q.site_new, rootOf(document), internal ? 1 : 0, handleOf(findings, Report, true));
  const files = new Map();
  for (let index = 0; index < q.site_count(made); index++)
    files.set(q.site_name(made, index), q.site_file(made, index, null));
  q.site_free(made);
  return files;
}

// Names of the Word templates that ship with the library.
export function templates() {
  return Array.from({ length: q.template_count() }, (_, index) => q.template_name(index));
}

// The .docx of a shipped template, to edit it in Word.
export function template(name) {
  const size = [0];
  const data = q.template_data(utf8(name), size);
  if (data === null)
    throw new QmsError('not-found', [], `there is no template '${name}'`);
  return bytesAt(data, size[0]);
}

// A .docx (docs/templates.md): a template, the name of a shipped one or bytes, filled with a node; `asOf` is shown as today.
export function fill(node, source, options = {}) {
  const { asOf = null } = known(options, 'asOf');
  const compiled = obtain(q.template_read, ...bytes(source instanceof Uint8Array ? source : template(source)), null);
  try {
    return obtainBytes(q.template_fill, compiled, nodeAddress(node), utf8(asOf));
  } finally {
    q.template_free(compiled);
  }
}
