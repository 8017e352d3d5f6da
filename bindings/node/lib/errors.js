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
  const message = `${language() ? problem.messageEn : problem.message} [${problem.id}]`;
  return place ? `${place}: ${message}` : message;
}

// What the library refused. `problems` holds all that one call found; the other members are those of the first.
export class QmsError extends Error {
  constructor(status, problems, message) {
    super(message ?? (problems.map(line).join('\n') || status));
    this.name = 'QmsError';
    this.problems = problems;
    this.status = problems[0]?.status ?? status;
    for (const key of ['id', 'file', 'path'])
      this[key] = problems[0]?.[key] ?? null;
    this.line = problems[0]?.line ?? 0;
    this.column = problems[0]?.column ?? 0;
  }
}
