// SPDX-License-Identifier: Apache-2.0
// What the binding does beyond the conformance suite: the ways of JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';

import * as qms from 'libqms';

const SYSTEM = `<heThong xmlns="urn:libqms:1"><coQuan><vaiTro id="VT"><ten>Lãnh đạo</ten><tenKhac>a</tenKhac><tenKhac>b</tenKhac></vaiTro></coQuan>
<quyTrinh id="QT" lanBanHanh="2"><ten>Một</ten><buoc id="B1" vaiTro="VT"/><buoc id="B2"/><buoc id="B3"/></quyTrinh></heThong>`;

function open() {
  return qms.parse(SYSTEM);
}

function procedureOf(document) {
  return document.root.procedures[0];
}

test('a node is always the same object', () => {
  const document = open();
  assert.equal(document.find('B1'), procedureOf(document).steps[0]);
  assert.equal(document.find('B1').roleNode, document.root.agency.roles[0]);
  assert.equal(document.find('B1').nodeDocument, document);
  assert.ok(document.find('B1') instanceof qms.model.Step);
});

test('lists are indexed, iterated and asked like arrays', () => {
  const { steps } = procedureOf(open());
  assert.equal(steps.length, 3);
  assert.equal(steps[1].id, 'B2');
  assert.equal(steps[3], undefined);
  assert.equal(steps.at(-1).id, 'B3');
  assert.deepEqual([...steps].map((step) => step.id), ['B1', 'B2', 'B3']);
  assert.deepEqual(steps.filter((step) => step.role === 'VT').map((step) => step.id), ['B1']);
  assert.deepEqual(steps.slice(1).map((step) => step.id), ['B2', 'B3']);
  assert.throws(() => { steps[0] = steps[1]; }, TypeError);
});

test('lists are changed in place', () => {
  const { steps } = procedureOf(open());
  steps.move(0, 2);
  const removed = steps.remove(-1);
  assert.equal(removed.id, 'B1');
  steps.insert(0, removed);
  steps.insert(1, { id: 'B1a', durations: [{ value: '4 gioLamViec' }] });
  assert.deepEqual(steps.map((step) => step.id), ['B1', 'B1a', 'B2', 'B3']);
  assert.equal(steps[1].durations[0].value, '4 gioLamViec');
  assert.throws(() => steps.remove(4), { status: 'argument' });
});

test('a list is replaced as a whole or not at all', () => {
  const document = open();
  const role = document.root.agency.roles[0];
  role.aliases = ['c', 'd', 'e'];
  assert.deepEqual([...role.aliases], ['c', 'd', 'e']);
  assert.throws(() => { role.aliases = ['f', '\u0001']; }, { status: 'value' });
  assert.deepEqual([...role.aliases], ['c', 'd', 'e']);
  const before = [...procedureOf(document).steps];
  assert.throws(() => { procedureOf(document).steps = [{ id: 'B9' }, { khongCo: 1 }]; }, { status: 'argument' });
  assert.deepEqual([...procedureOf(document).steps], before);
  assert.throws(() => { role.aliases = 'gh'; }, TypeError);
  assert.deepEqual([...role.aliases], ['c', 'd', 'e']);
});

test('a list may be replaced by its own items', () => {
  const procedure = procedureOf(open());
  procedure.steps = procedure.steps;
  assert.deepEqual(procedure.steps.map((step) => step.id), ['B1', 'B2', 'B3']);
});

test('members that a node does not have leave nothing behind', () => {
  const { root } = open();
  assert.throws(() => root.procedures.add({ id: 'QT-2', khongCo: 1 }), { status: 'argument' });
  assert.equal(root.procedures.length, 1);
  root.policy = { statement: 'Công khai' };
  assert.equal(root.policy.statement, 'Công khai');
  const { policy } = root;
  assert.throws(() => { root.policy = { statement: 5 }; }, TypeError);
  assert.throws(() => root.nodeAdd('policy', { khongCo: 1 }), { status: 'argument' });
  assert.throws(() => { root.policy = root.agency; }, { status: 'argument' });
  assert.equal(root.policy, policy);
  root.policy = null;
  assert.equal(root.policy, null);
});

test('a value of the wrong type is a TypeError, a text that no file can hold a QmsError', () => {
  const procedure = procedureOf(open());
  for (const [name, value] of [['title', 5], ['edition', '2'], ['edition', 1.5], ['issueDate', new Date()], ['steps', 1]])
    assert.throws(() => { procedure[name] = value; }, TypeError);
  assert.throws(() => { procedure.title = 'a\ud842b'; }, { name: 'QmsError', status: 'value' });
  assert.throws(() => { procedure.title = 'a\0b'; }, { name: 'QmsError', status: 'value' });
  assert.equal(procedure.title, 'Một');
  procedure.edition = 3n;
  assert.equal(procedure.edition, 3);
});

test('times take Dates and keep the offset of texts', () => {
  const { root } = qms.create('case_file');
  root.received = new Date('2026-03-02T02:00:00Z');
  assert.equal(root.received, '2026-03-02T02:00:00Z');
  root.received = '2026-03-02T09:00:00+07:00';
  assert.equal(root.received, '2026-03-02T09:00:00+07:00');
  const due = qms.calendar('vn').due(new Date('2026-03-02T02:00:00Z'), '5 ngày làm việc');
  assert.deepEqual(due, { time: '2026-03-09T17:00:00+07:00', certainty: 'sure' });
  assert.throws(() => qms.calendar('vn').due('2026-03-02', '5 ngày'), { status: 'value' });
});

test('an error tells all that one call found', () => {
  assert.throws(() => qms.parse('<heThong xmlns="urn:libqms:1"><a/><b/></heThong>', { name: 'x.xml' }), (error) => {
    assert.ok(error instanceof qms.QmsError);
    assert.deepEqual(error.problems.map((problem) => problem.id), ['QMS-CT-001', 'QMS-CT-001']);
    assert.equal(error.status, 'structure');
    assert.equal(error.file, 'x.xml');
    assert.match(error.message, /^x\.xml:1:31: .+\[QMS-CT-001\]\nx\.xml:1:35: /);
    return true;
  });
});

test('what is closed refuses to be used, and may be closed again', () => {
  const document = open();
  const procedure = procedureOf(document);
  const report = document.validate();
  document.close();
  document.close();
  assert.throws(() => procedure.title, TypeError);
  assert.throws(() => procedure.steps.length, TypeError);
  assert.throws(() => document.root, TypeError);
  assert.ok(report.length > 0);
  report.close();
  assert.throws(() => report.length, TypeError);
  const calendar = qms.calendar();
  calendar[Symbol.dispose ?? Symbol.for('Symbol.dispose')]();
  assert.throws(() => calendar.id, TypeError);
});

test('while another thread is at work in a document nobody else is', async () => {
  const document = open();
  const procedure = procedureOf(document);
  const pending = document.validateAsync({ asOf: '2026-06-01' });
  assert.throws(() => procedure.title, TypeError);
  assert.throws(() => document.close(), TypeError);
  await assert.rejects(document.validateAsync(), TypeError);
  const report = await pending;
  assert.equal(procedure.title, 'Một');
  assert.equal(report.write('json'), document.validate({ asOf: '2026-06-01' }).write('json'));
  await assert.rejects(document.validateAsync({ framework: 'khong-co' }), { status: 'not-found' });
  await assert.rejects(qms.loadAsync('/khong/co.xml'), { status: 'io' });
  assert.equal((await qms.parseAsync(SYSTEM)).root.procedures.length, 1);
});

test("what is the library's own cannot be changed", () => {
  const act = qms.legalAct('61/2018/NĐ-CP');
  const before = act.title;
  assert.throws(() => { act.title = 'x'; }, { status: 'argument' });
  assert.throws(() => act.nodeDetach(), { status: 'argument' });
  assert.equal(act.title, before);
});

test('data comes and goes as JSON', () => {
  const document = open();
  const again = qms.fromData(document.toJSON());
  assert.deepEqual(document.diff(again), []);
  assert.deepEqual(JSON.parse(JSON.stringify(document.find('B1'))), { id: 'B1', role: 'VT' });
  assert.deepEqual(JSON.parse(JSON.stringify(document.root.agency.roles[0].aliases)), ['a', 'b']);
});

test('whole numbers beyond 2^53 keep all their digits in data', () => {
  const document = open();
  const procedure = procedureOf(document);
  procedure.title = 'số 12345678901234567890 và "9007199254740993"';
  procedure.edition = 9007199254740993n;
  const data = document.toJSON();
  assert.deepEqual([procedure.toJSON().edition, procedure.toJSON().title], [9007199254740993n, procedure.title]);
  assert.deepEqual(document.diff(qms.fromData(data)), []);
  assert.throws(() => JSON.stringify(document), TypeError);
  procedure.title = '\\"'.repeat(5e6);
  assert.equal(procedure.toJSON().title, procedure.title);
  data.procedures[0].edition = 2 ** 53;
  assert.throws(() => qms.fromData(data), TypeError);
  data.procedures[0].edition = 'a"\x00123';
  assert.throws(() => qms.fromData(data), { status: 'value' });
});

test('what nobody knows is refused, not passed over', async () => {
  const document = open();
  const workflow = qms.workflow(procedureOf(document));
  assert.throws(() => workflow.way({ scenario: 'TH-9' }), /no scenario 'TH-9'/);
  assert.throws(() => workflow.way({ phase: 'GD-9' }), /no phase 'GD-9'/);
  assert.throws(() => workflow.paths({ scenario: 'TH-9' }), RangeError);
  assert.throws(() => workflow.duration('B1', 'TH-9'), RangeError);
  assert.throws(() => document.validate({ as_of: '2026-06-01' }), /no option 'as_of'/);
  await assert.rejects(document.validateAsync({ as_of: '2026-06-01' }), RangeError);
  assert.throws(() => qms.parse(SYSTEM, { lenint: true }), RangeError);
  assert.throws(() => qms.check('/khong/co.xml', { as_of: '2026-06-01' }), RangeError);
  assert.throws(() => qms.svg(procedureOf(document), { all: true }), RangeError);
  assert.ok(qms.checkText(SYSTEM, { name: 'x.xml', lenient: true, asOf: '2026-06-01' }).length > 0);
});

test('a number of things is not negative', () => {
  const document = open();
  assert.throws(() => qms.parse(SYSTEM, { limits: { nodes: -1 } }), RangeError);
  assert.throws(() => qms.parse(SYSTEM, { limits: { nodes: 1.5 } }), RangeError);
  assert.throws(() => document.validate({ maxFindings: -1 }), RangeError);
  assert.throws(() => qms.workflow(procedureOf(document)).paths({ limit: -1 }), RangeError);
  assert.throws(() => qms.workflowText(procedureOf(document), { paths: -1 }), RangeError);
});

test('what the binding refuses itself is a problem as well', () => {
  assert.throws(() => { procedureOf(open()).title = 'a\0b'; }, ({ message, problems }) => {
    assert.deepEqual(problems.map(({ status, id, path }) => [status, id, path]), [['value', null, null]]);
    assert.equal(problems[0].messageEn, message);
    return true;
  });
});

test('what is shown names the node', () => {
  const document = open();
  assert.equal(inspect(document.find('B1')), '<Step /heThong/quyTrinh[QT]/buoc[B1]>');
  assert.match(inspect(document.root.agency.roles[0].aliases), /^List \[ 'a', 'b' \]$/);
  assert.match(String(document.validate()[0]), /^\d+:\d+: (error|warning|info): .+ \[QMS-/);
});

test('objects of the library are not made with new, nor taken for others', () => {
  assert.throws(() => new qms.model.Step(), TypeError);
  assert.throws(() => new qms.Document(), TypeError);
  assert.throws(() => qms.workflow(open()), TypeError);
  assert.throws(() => qms.startCase({}, procedureOf(open())), TypeError);
  assert.throws(() => procedureOf(open()).steps.add(open().find('B1')), { status: 'argument' });
});
