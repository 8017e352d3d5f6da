// SPDX-License-Identifier: Apache-2.0
// What the binding costs: nanoseconds per read of a field, MB/s of reading and validating. measure.js FILE [ADDON]
// ADDON is bench/napi.c, compiled: the same calls by Node-API instead of koffi.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import * as qms from 'libqms';
import { q } from '../lib/native.js';
import { addressOf } from '../lib/node.js';

const TITLE = 'Thủ tục đăng ký lại khai sinh, kết hôn, khai tử cho người dân';
const SYSTEM = `<heThong xmlns="urn:libqms:1"><quyTrinh id="QT" loai="tthc" lanBanHanh="3" ngayBanHanh="2026-01-05">
<ten>${TITLE}</ten>${'<buoc/>'.repeat(1000)}</quyTrinh></heThong>`;
const [file, addon] = process.argv.slice(2);

function seconds(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function best(action, times = 5) {
  return Math.min(...Array.from({ length: times }, () => seconds(action)));
}

// Seconds that an action takes, which is done often.
function often(action, count = 200_000) {
  return best(() => {
    for (let i = 0; i < count; i++)
      action();
  }) / count;
}

function show(what, value, unit) {
  console.log(`${what.padEnd(34)} ${value.toFixed().padStart(6)} ${unit}`);
}

const document = qms.parse(SYSTEM);
const procedure = document.root.procedures[0];
const { steps } = procedure;
for (const [what, name] of [['text of 83 bytes', 'title'], ['whole number', 'edition'], ['enumeration', 'kind'],
  ['date', 'issueDate'], ['absent value', 'purpose']])
  show(`${what} (${name})`, often(() => procedure[name]) * 1e9, 'ns');
show('item of a list (steps.at(7))', often(() => steps.at(7)) * 1e9, 'ns');
show('item of a list (steps[7])', often(() => steps[7]) * 1e9, 'ns');
show('item of a loop', best(() => [...steps]) * 1e6, 'ns');

const [node, title, edition] = [addressOf(procedure), ...['title', 'edition'].map((name) =>
  procedure.constructor.fields.find((field) => field.name === name).id)];
show('koffi alone: text', often(() => q.node_get_string(node, title)) * 1e9, 'ns');
show('koffi alone: whole number', often(() => q.node_get_int(node, edition)) * 1e9, 'ns');
if (addon) {
  const napi = createRequire(import.meta.url)(addon);
  const wrapped = napi.wrap(node);
  show('Node-API alone: text', often(() => napi.getString(wrapped, title)) * 1e9, 'ns');
  show('Node-API alone: whole number', often(() => napi.getInt(wrapped, edition)) * 1e9, 'ns');
}

const data = readFileSync(file);
const megabytes = data.length / 1e6;
const systems = Array.from({ length: 10 }, () => qms.parse(data));
show('read', megabytes / best(() => qms.parse(data).close()), 'MB/s');
show('validate', 10 * megabytes / best(() => systems.forEach((system) => system.validate().close())), 'MB/s');

async function readAndValidate() {
  const system = await qms.parseAsync(data);
  await system.validateAsync();
  system.close();
}

const start = process.hrtime.bigint();
for (let round = 0; round < 20; round += 2)
  await Promise.all([readAndValidate(), readAndValidate()]);
show('read and validate, 2 threads', 20 * megabytes / (Number(process.hrtime.bigint() - start) / 1e9), 'MB/s');
