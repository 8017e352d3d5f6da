// SPDX-License-Identifier: Apache-2.0
// Reports: the findings of one validation, sorted by place.
import { language } from './errors.js';
import { HANDLE, Held, handleOf } from './handles.js';
import { obtainText, q, utf8 } from './native.js';
import { wrap } from './node.js';
import { Sequence, place } from './sequence.js';

export const SEVERITIES = [null, 'info', 'warning', 'error'];

// One thing that a rule found; its node is looked up when it is asked for.
class Finding {
  #document;
  #node;

  constructor(report, index, document) {
    const rule = q.report_rule(report, index);
    Object.assign(this, {
      rule: q.rule_id(rule),
      slug: q.rule_slug(rule),
      category: q.rule_category(rule),
      severity: SEVERITIES[q.report_severity(report, index)],
      message: q.report_message(report, index, 0),
      messageEn: q.report_message(report, index, 1),
      cite: q.report_cite(report, index),
      requirement: q.report_requirement(report, index),
      line: q.report_line(report, index),
      column: q.report_column(report, index),
      path: q.report_path(report, index),
      suppression: suppression(report, index),
      fingerprint: q.report_fingerprint(report, index),
    });
    this.#document = document;
    this.#node = q.report_node(report, index);
  }

  // The node that it is about; null.
  get node() {
    return this.#document && wrap(this.#document, this.#node);
  }

  toString() {
    return `${this.line}:${this.column}: ${this.severity}: ${language() ? this.messageEn : this.message} [${this.rule}]`;
  }
}

function suppression(report, index) {
  if (!q.report_is_suppressed(report, index))
    return null;
  return {
    who: q.report_suppression_who(report, index),
    until: q.report_suppression_until(report, index),
    reason: q.report_suppression_reason(report, index),
    inFile: q.report_suppression_is_in_file(report, index) === 1,
  };
}

// What holds the report of the library.
class Handle extends Held {
  static release = 'report_free';
}

// A sequence of findings.
export class Report extends Sequence {
  #held;
  #document;

  // `document` is null for a report on a file that could not be read.
  constructor(handle, document) {
    super();
    this.#held = new Handle(handle);
    this.#document = document;
  }

  // The address, which is null once the report is closed.
  get [HANDLE]() {
    return this.#held[HANDLE];
  }

  close() {
    this.#held.close();
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.close();
  }

  get length() {
    return q.report_count(handleOf(this, Report));
  }

  at(index) {
    const handle = handleOf(this, Report);
    const found = place(index, q.report_count(handle));
    return found < 0 ? undefined : new Finding(handle, found, this.#document);
  }

  get file() {
    return q.report_file(handleOf(this, Report));
  }

  // Findings beyond the greatest number by severity.
  get leftOut() {
    const handle = handleOf(this, Report);
    const [error, warning, info] = [3, 2, 1].map((severity) => q.report_left_out_count(handle, severity));
    return { error, warning, info };
  }

  // Findings that are not suppressed by severity, those beyond the greatest number included, and the suppressed ones.
  get counts() {
    const handle = handleOf(this, Report);
    const [error, warning, info] = [3, 2, 1].map((severity) => q.report_severity_count(handle, severity));
    return { error, warning, info, suppressed: q.report_suppressed_count(handle) };
  }

  // The report as text: text, json, ndjson, sarif, junit.
  write(format = 'text', lang = undefined) {
    return obtainText(q.report_write, [handleOf(this, Report)], 1, utf8(format), language(lang), 0);
  }
}
