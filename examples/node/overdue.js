// SPDX-License-Identifier: Apache-2.0
// Load a system, validate it, and list the overdue steps of cases: overdue.js SYSTEM NOW CASE…
import * as qms from 'libqms';

const [system, now, ...files] = process.argv.slice(2);

const { error, warning, info } = qms.load(system).validate({ asOf: now.slice(0, 10) }).counts;
console.log(`${error} errors, ${warning} warnings, ${info} notes`);

for (const file of files) {
  const opened = qms.openCase(qms.load(file));
  for (const { step, due, timeliness } of opened.openSteps(now)) {
    if (timeliness === 'overdue') {
      const [day, time] = [due.slice(0, 10), due.slice(11, 16)];
      console.log(`${opened.document.root.code}: ${step.id} ${step.name}, ${step.roleName}: due ${day} ${time}`);
    }
  }
}
