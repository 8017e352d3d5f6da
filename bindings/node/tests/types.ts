// SPDX-License-Identifier: Apache-2.0
// Compiled, never run: the types of the binding fit what programs do with it, and refuse what they cannot do.
import * as qms from 'libqms';

const system = qms.load('ubnd-xa.xml');
const title: string | null = system.root.procedures[0].title;
const first: qms.model.Step | undefined = system.root.procedures.at(-1)?.steps.at(0);
const found: string | null | undefined = system.find<qms.model.Step>('B1')?.name;
const step: qms.model.Step | null = system.find('B1');
const role: qms.model.Role | null | undefined = first?.roleNode;
for (const procedure of system.root.procedures)
  procedure.steps.filter((step) => step.kind === 'approval').map((step) => step.name?.length);

const procedure = system.root.procedures.add({ id: 'QT-9', title: 'Mới', steps: [{ id: 'B1', name: 'Tiếp nhận' }] });
procedure.edition = 2;
procedure.edition = 3n;
procedure.issueDate = null;
system.root.policy = { statement: 'Công khai' };
system.root.agency!.roles[0].aliases = ['Quầy số 1'];
// @ts-expect-error a number is no title
procedure.title = 5;
// @ts-expect-error the enumeration has no such value
procedure.kind = 'khongCo';
// @ts-expect-error there is no such field
procedure.titel = 'x';
// @ts-expect-error nodes are made by their documents
new qms.model.Step();

const dossier: qms.Document<qms.model.CaseFile> = qms.create('case_file');
dossier.root.received = new Date();
const opened = qms.startCase(dossier, procedure, qms.calendar('vn'));
const late: string[] = opened.openSteps(new Date()).filter((open) => open.timeliness === 'overdue').map((open) => open.step.id);

const report: qms.Report = await system.validateAsync({ asOf: '2026-06-01' });
const lines: number[] = report.map((finding) => finding.line);
const csv: string = system.coverage({ format: 'csv' });
const met: number = system.coverage().met;
export { csv, first, found, late, lines, met, role, step, title };
