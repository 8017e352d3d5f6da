// SPDX-License-Identifier: Apache-2.0
// Prints what `qms validate --format json --lang vi --as-of DATE FILE` prints: report.js FILE DATE.
import * as qms from 'libqms';

const [file, asOf] = process.argv.slice(2);
process.stdout.write(qms.check(file, { asOf }).write('json', 'vi'));
