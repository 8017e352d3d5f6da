// SPDX-License-Identifier: Apache-2.0
// Reads BPMN files with bpmn-moddle, checks them with bpmnlint's recommended rules and saves them as Camunda Modeler would:
// judge.mjs DIRECTORY SAVED.
import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import fs from 'node:fs';
import path from 'node:path';

// A linter remembers the flows that it has seen, so each file gets one of its own.
const resolver = new NodeResolver();
const lint = root => new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver }).lint(root);
const [directory, saved] = process.argv.slice(2);
const files = fs.readdirSync(directory).filter(name => name.endsWith('.bpmn')).sort();
let warnings = 0;
let problems = 0;

for (const name of files) {
  const xml = fs.readFileSync(path.join(directory, name), 'utf8');
  const moddle = new BpmnModdle();
  const { rootElement, warnings: found } = await moddle.fromXML(xml);
  for (const warning of found) console.log(`${name}: bpmn-moddle: ${warning.message}`);
  warnings += found.length;
  for (const [rule, reports] of Object.entries(await lint(rootElement)))
    for (const report of reports) {
      console.log(`${name}: bpmnlint: ${rule}: ${report.id}: ${report.message}`);
      problems++;
    }
  fs.writeFileSync(path.join(saved, name), (await moddle.toXML(rootElement, { format: true })).xml);
}
console.log(`bpmn-moddle: ${files.length} files, ${warnings} warnings`);
console.log(`bpmnlint recommended: ${files.length} files, ${problems} problems`);
process.exit(warnings + problems > 0 || files.length === 0 ? 1 : 0);
