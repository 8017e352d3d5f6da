// SPDX-License-Identifier: Apache-2.0
// Quality management systems and administrative procedures of Vietnamese state agencies.
//
//   import * as qms from 'libqms';
//
//   const system = qms.load('ubnd-xa.xml');
//   for (const finding of system.validate())
//     console.log(String(finding));
import { q } from './native.js';

export { describeType, enumValues, enumerations, rule, rules, schema, types } from './catalogue.js';
export { Document, check, checkSuppressions, checkText, create, fromData, load, loadAsync, parse, parseAsync } from './document.js';
export { DocxImport, importDocx, tryImportDocx } from './docx.js';
export { QmsError } from './errors.js';
export {
  bpmn, checkFramework, framework, frameworks, importBpmn, importPortal, inspect, inspectionCounts, inspectionTable, legalAct,
  legalStatus, newSystem, portalNotes, portalRecord, svg,
} from './exchange.js';
export { model } from './model.js';
export { List, Node } from './node.js';
export { csv, fill, importCsv, site, template, templates } from './office.js';
export { Report } from './report.js';
export {
  Calendar, Case, Workflow, calendar, caseCode, openCase, parseCaseCode, parseLimit, startCase, workflow, workflowText,
} from './work.js';

export const version = q.version();
