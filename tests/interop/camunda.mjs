// SPDX-License-Identifier: Apache-2.0
// Checks BPMN files as the error panel of Camunda Modeler does: camunda.mjs DIRECTORY. Bundled first, since the modules that
// it imports name each other without endings.
import { Linter } from '@camunda/linting';
import fs from 'node:fs';
import path from 'node:path';

async function check(directory) {
  const files = fs.readdirSync(directory).filter(name => name.endsWith('.bpmn')).sort();
  let problems = 0;
  for (const name of files)
    for (const report of await new Linter().lint(fs.readFileSync(path.join(directory, name), 'utf8'))) {
      console.log(`${name}: @camunda/linting: ${report.category}: ${report.rule}: ${report.id}: ${report.message}`);
      problems++;
    }
  console.log(`@camunda/linting: ${files.length} files, ${problems} problems`);
  process.exit(problems > 0 || files.length === 0 ? 1 : 0);
}

check(process.argv[2]);
