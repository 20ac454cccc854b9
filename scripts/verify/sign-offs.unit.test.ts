import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { checkSignOffs } from './sign-offs.ts';

const event = (stream: string, version: number, person: string, type: Recorded['type'], data: object = {}): Recorded => ({
  stream,
  version,
  person,
  type,
  data,
  at: '',
});
const evidence = ['f'.repeat(64)];
const draft = [
  event('rep_a', 1, 'writer', 'ReportDraftBegun'),
  event('rep_a', 2, 'writer', 'ReportEvidenceSaved', { evidence, uploadedBy: ['uploader'] }),
  event('rep_a', 3, 'writer', 'ReportSentToCertifier'),
];
const report = { report: 1, draft: 'rep_a', draftVersion: 3, evidence, preparedBy: ['writer', 'uploader'] };

function faultsOf(signer: string, said: object = {}, written: readonly Recorded[] = draft): string[] {
  const faults: string[] = [];
  const signed = event('mst_a', 1, signer, 'MilestoneReportSubmitted', { ...report, ...said });
  const byStream = new Map([
    ['mst_a', [signed]],
    ['rep_a', written],
  ]);
  checkSignOffs({ project: { byStream } } as unknown as Stored, (isSo, fault) => void (isSo || faults.push(fault())));
  return faults;
}

test('what was signed off by another, as it was sent, is as it should be', () => {
  expect(faultsOf('certifier')).toEqual([]);
});

test('a sign-off by a person who wrote, sent or uploaded it is found, even if the report does not say so', () => {
  for (const signer of ['writer', 'uploader']) expect(faultsOf(signer)).toHaveLength(1);
  expect(faultsOf('certifier', { preparedBy: ['writer'] })).toHaveLength(1);
});

test('a report that says something else than what was sent is found, and one that was never sent', () => {
  expect(faultsOf('certifier', { evidence: ['e'.repeat(64)] })).toHaveLength(1);
  expect(faultsOf('certifier', { note: 'txt_other' })).toHaveLength(1);
  expect(faultsOf('certifier', {}, draft.slice(0, 2))).toHaveLength(1);
});
