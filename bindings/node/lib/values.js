// SPDX-License-Identifier: Apache-2.0
// Values of fields: from the library to JavaScript and back, by kind. Decimals, dates, times and durations are the texts of files.
import { QmsError } from './errors.js';
import { attempt, q, utf8 } from './native.js';

export const KINDS = [null, 'id', 'string', 'text', 'code', 'ref', 'bool', 'int', 'money', 'decimal', 'date', 'dateTime', 'duration',
  'enum', 'node'];
export const [REF, BOOL, ENUM, NODE] = ['ref', 'bool', 'enum', 'node'].map((kind) => KINDS.indexOf(kind));
const NUMBERS = new Set(['bool', 'int', 'money', 'enum'].map((kind) => KINDS.indexOf(kind)));

// API names of an enumeration, by value.
export function enumNames(enumeration) {
  const names = [];
  for (let index = 0; index < q.enum_value_count(enumeration); index++) {
    const value = q.enum_value_at(enumeration, index);
    names[value] = q.enum_value_name(enumeration, value);
  }
  return names;
}

// API name of a value of an enumeration; null if there is none.
export function enumName(enumeration, value) {
  return q.enum_value_name(q.enum_by_name(enumeration), value);
}

// Value of an API name or a text in files.
export function enumValue(enumeration, name) {
  const value = q.enum_value_by_name(q.enum_by_name(enumeration), utf8(name));
  if (!value)
    throw new RangeError(`'${name}' is no ${enumeration}`);
  return value;
}

function number(field, value) {
  if (field.kind === BOOL)
    return value !== 0;
  return field.kind === ENUM ? field.names[value] : value;
}

// Functions that read a value of a field, which is no list and no node: address of the node → value.
export function reader(field) {
  const { id, kind } = field;
  if (kind <= REF)
    return (node) => q.node_get_string(node, id);
  if (!NUMBERS.has(kind))
    return (node) => q.node_get_text(node, id, 0);
  return (node) => {
    const value = q.node_get_int(node, id);
    return value !== 0 || q.node_has(node, id) ? number(field, value) : null;
  };
}

// The same of an item of a list.
export function itemReader(field) {
  const { id, kind } = field;
  if (kind <= REF)
    return (node, index) => q.node_get_string_at(node, id, index);
  if (NUMBERS.has(kind))
    return (node, index) => number(field, q.node_get_int_at(node, id, index));
  return (node, index) => q.node_get_text(node, id, index);
}

// What JavaScript has for a kind, where that is not a string: value → text in files, undefined if it is no value for the kind.
const TEXTS = {
  bool: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  int: (value) => (Number.isSafeInteger(value) || typeof value === 'bigint' ? String(value) : undefined),
  dateTime: (value) => (value instanceof Date ? timeText(seconds(value), 0) : undefined),
};
TEXTS.money = TEXTS.int;

// The text that files have of a value.
export function valueText(field, value) {
  const kind = KINDS[field.kind];
  let text = TEXTS[kind]?.(value);
  if (text === undefined && typeof value === 'string' && (kind === 'dateTime' || !TEXTS[kind]))
    text = utf8(value);
  if (text === undefined)
    throw new TypeError(`${field.name} is a ${kind}: a ${typeof value} is no value for it`);
  const known = field.kind === ENUM ? q.enum_value_by_name(field.enumeration, text) : 0;
  return known ? q.enum_value_xml(field.enumeration, known) : text;
}

// Sets a field that is no list and no node; address of the node.
export function setValue(node, field, value) {
  attempt(field.kind <= REF ? q.node_set_string : q.node_set_text, node, field.id, valueText(field, value));
}

// The text in files of mantissa × 10^-scale units.
export function durationOf(mantissa, scale, unit) {
  const digits = String(mantissa).padStart(scale + 1, '0');
  const amount = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return `${amount} ${q.enum_value_xml(q.enum_by_name('duration_unit'), unit)}`;
}

// The same of what a function gives in its last three parameters; null if it gives nothing.
export function durationText(call, ...args) {
  const [mantissa, scale, unit] = [[0], [0], [0]];
  return call(...args, mantissa, scale, unit) === 0 ? durationOf(mantissa[0], scale[0], unit[0]) : null;
}

// ---- days and times

// Year, month and day of a text such as '2026-06-01'; zeros for none, which is today.
export function dayParts(day) {
  if (day === null || day === undefined)
    return [0, 0, 0];
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts)
    throw new QmsError('value', [], `'${day}' is no day: expected one such as '2026-06-01'`);
  return parts.slice(1).map(Number);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

// Seconds since 1970 of a Date, or of a text in ISO 8601 with its offset from UTC.
export function seconds(time) {
  const milliseconds = time instanceof Date || TIME.test(time) ? new Date(time).getTime() : NaN;
  if (Number.isNaN(milliseconds))
    throw new QmsError('value', [], `'${time}' is no time: expected a Date or a text such as '2026-03-02T09:00:00+07:00'`);
  return Math.floor(milliseconds / 1000);
}

// The text of such seconds, `offset` minutes from UTC.
export function timeText(time, offset) {
  const local = new Date((Number(time) + offset * 60) * 1000).toISOString().slice(0, 19);
  if (offset === 0)
    return `${local}Z`;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(part).padStart(2, '0'));
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
