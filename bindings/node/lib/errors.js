// SPDX-License-Identifier: Apache-2.0
// The error of the library, and the language of texts for people.

export const STATUSES = ['ok', 'argument', 'io', 'syntax', 'structure', 'value', 'reference', 'limit', 'unsupported', 'not-found',
  'internal'];

// 0 for Vietnamese, 1 for English: 'vi', 'en', or as the locale says.
export function language(lang) {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const chosen = lang ?? ((LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'vi');
  if (chosen !== 'vi' && chosen !== 'en')
    throw new RangeError(`'${chosen}' is no language: expected 'vi' or 'en'`);
  return chosen === 'en' ? 1 : 0;
}

function line(problem) {
  const place = [problem.file, problem.line || null, problem.column || null].filter((part) => part !== null).join(':');
  const message = `${language() ? problem.messageEn : problem.message}${problem.id === null ? '' : ` [${problem.id}]`}`;
  return place ? `${place}: ${message}` : message;
}

// A problem that the binding itself finds.
function own(status, message) {
  return { status, id: null, file: null, line: 0, column: 0, path: null, message, messageEn: message, remedy: '', remedyEn: '' };
}

// What was refused. `problems` holds all that one call of the library found; the other members are those of the first.
export class QmsError extends Error {
  constructor(status, found, message = status) {
    const problems = found.length ? found : [own(status, message)];
    super(problems.map(line).join('\n'));
    this.name = 'QmsError';
    this.problems = problems;
    for (const key of ['status', 'id', 'file', 'line', 'column', 'path'])
      this[key] = problems[0][key];
  }
}
