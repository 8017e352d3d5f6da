// SPDX-License-Identifier: Apache-2.0
// Reads BPMN files with bpmn-moddle and saves them, as modellers of bpmn.io do: resave.mjs FROM TO.
import { BpmnModdle } from 'bpmn-moddle';
import fs from 'node:fs';
import path from 'node:path';

const [from, to] = process.argv.slice(2);

fs.mkdirSync(to, { recursive: true });
for (const name of fs.readdirSync(from).filter(name => name.endsWith('.bpmn'))) {
  const { rootElement } = await new BpmnModdle().fromXML(fs.readFileSync(path.join(from, name), 'utf8'));
  const { xml } = await new BpmnModdle().toXML(rootElement, { format: true });
  fs.writeFileSync(path.join(to, name), xml);
}
