// SPDX-License-Identifier: Apache-2.0
// Nodes keep their documents, and documents nobody has any more are freed. Needs node --expose-gc.
import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { test } from 'node:test';

import * as qms from 'libqms';

const COUNT = 100_000;
const NAME = '𡨸 Văn phòng';
const TEXT = `<heThong xmlns="urn:libqms:1"><coQuan><donVi id="A"><ten>${NAME}</ten></donVi></coQuan></heThong>`;

// Finalizers run between turns of the event loop.
async function collect() {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc();
    await nextTurn();
  }
}

function keepChildren() {
  return Array.from({ length: COUNT }, () => qms.parse(TEXT).root.agency.units[0]);
}

async function megabytes() {
  await collect();
  return process.memoryUsage.rss() / 1e6;
}

test('100,000 children outlive the variables of their documents, and all is freed after them', async () => {
  let kept = keepChildren();
  await collect();
  assert.equal(kept.filter((unit) => unit.name === NAME).length, COUNT);
  const held = await megabytes();
  kept = null;
  await collect();
  kept = keepChildren();
  const after = await megabytes();
  assert.equal(kept.at(-1).nodeDocument.root.agency.units[0], kept.at(-1));
  assert.ok(after < held * 1.25, `${held.toFixed()} MB held 100,000 documents; another 100,000 after them hold ${after.toFixed()} MB`);
});

test('documents that are closed are freed at once', async () => {
  const before = await megabytes();
  for (let round = 0; round < COUNT / 5; round++)
    qms.parse(TEXT).close();
  const after = process.memoryUsage.rss() / 1e6;
  assert.ok(after < before + 50, `${before.toFixed()} MB before, ${after.toFixed()} MB after`);
});
