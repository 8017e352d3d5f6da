// SPDX-License-Identifier: Apache-2.0
// What callers say beside the main thing: a slip of the pen there is an error, not the answer to another question.

// The options, all of which have to have one of the names.
export function known(options, ...names) {
  const stranger = Object.keys(options).find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new RangeError(`there is no option '${stranger}': expected one of ${names.join(', ')}`);
  return options;
}

// A number of things; below zero, C would take it for a very great one.
export function count(value) {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`'${value}' is no number of things: expected 0 or more`);
  return value;
}
