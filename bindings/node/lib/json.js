// SPDX-License-Identifier: Apache-2.0
// JSON whose whole numbers keep all their digits: beyond 2^53 they are bigint here.
import { utf8 } from './native.js';

const MARK = '\0'; // before the digits of a bigint, in a string; no text of the library holds it
const TOKENS = /\\.|"|-?\d[\d.eE+-]*/g; // no whole strings: they may be longer than what a regular expression bears

function isExact(number) {
  return Number.isSafeInteger(number) || !Number.isInteger(number);
}

// The text with strings instead of those numbers.
function mark(text) {
  let inString = false;
  return text.replace(TOKENS, (token) => {
    if (token === '"')
      inString = !inString;
    return !inString && /^-?\d+$/.test(token) && !isExact(Number(token)) ? `"\\u0000${token}"` : token;
  });
}

function unmark(_, value) {
  return typeof value === 'string' && value.startsWith(MARK) ? BigInt(value.slice(1)) : value;
}

export function parseJson(text) {
  return /\d{16}/.test(text) ? JSON.parse(mark(text), unmark) : JSON.parse(text);
}

function writable(_, value) {
  if (typeof value === 'bigint')
    return MARK + value;
  if (typeof value === 'number' && !isExact(value))
    throw new TypeError(`${value} is not exact: a whole number beyond 2^53 has to be a bigint`);
  return typeof value === 'string' ? utf8(value) : value;
}

export function writeJson(data) {
  return JSON.stringify(data, writable).replace(/"\\u0000(-?\d+)"/g, '$1');
}
