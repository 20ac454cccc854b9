import { createHash } from 'node:crypto';
import type { BodyOf } from '@junkan/client/operations.ts';
import type { Problem } from '@junkan/client/problem.ts';
import { approver, auditor, officerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { beforeAll, expect, test } from 'vitest';
import { refused } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { system, actors, web } = await openSystem();
let city: string;
let agreement: Agreement;
let milestones: readonly Milestone[];
beforeAll(async () => {
  city = await actors.city();
  const [lender, giver] = [await actors.sponsor(), await actors.sponsor()];
  const planned = { unit: 't', baseline: '0', target: '1200', method: 'Weighed.' };
  const project = await actors.submitted(city, {
    milestones: ['600.00', '400.00'],
    plannedIndicators: [
      { code: 'tonnes-composted', ...planned, milestones: [1, 2] },
      { code: 'tonnes-recycled', ...planned, milestones: [2] },
    ],
  });
  const funding = await actors.funded(project, [
    [lender, '700.00'],
    [giver, '300.00'],
  ]);
  agreement = await actors.approved(project, funding);
  milestones = await actors.signed(agreement);
});

const AN_INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
type Results = NonNullable<BodyOf<'proposeMeasure'>['results']>;
const propose = (results: Results) =>
  system.api.as(officerOf(city)).proposeMeasure({ id: agreement.id }, { kind: 'amendment', note: 'The yard is smaller.', results });
const approvers = () => [approver, ...signersOf(agreement)];
const milestone = (number: number): Promise<Milestone> => system.api.as(verifier).getMilestone({ id: milestones[number - 1]?.id ?? '' });
const answer = (code: string, value: string) => ({ code, unit: 't', value });

test('a target that is not promised, is what it was, or changes twice is refused with the place of the field', async () => {
  const faults: readonly (readonly [Results, string, string])[] = [
    [[{ tranche: 1, code: 'tonnes-recycled', target: '900' }], 'result-is-not-promised', '/results/0/code'],
    [[{ tranche: 1, code: 'tonnes-composted', target: '1200' }], 'target-is-unchanged', '/results/0/target'],
    [['900', '800'].map((target) => ({ tranche: 2, code: 'tonnes-composted', target })), 'result-is-changed-twice', '/results/0/code'],
  ];
  const officer: Someone = { person: `${city}/clerk`, organisation: city, roles: ['proposer.officer'] };
  for (const [results, type, pointer] of faults) {
    const body = { kind: 'amendment', note: 'Less.', results };
    const reply = await web.ask(officer, 'proposeMeasure', { id: agreement.id }, body);
    const { type: problem, errors = [] } = bodyOf<Problem>(reply);
    expect([reply.status, problem, errors.map((each) => each.pointer)]).toEqual([422, `/problems/${type}`, [pointer]]);
  }
  expect((await system.api.as(auditor).getAgreement({ id: agreement.id })).measures).toEqual([]);
});

test('a new target holds once all parties have consented; the one before stays on record, and so does the text', async () => {
  await propose([{ tranche: 2, code: 'tonnes-composted', target: '900' }]);
  const [last, ...others] = approvers().toReversed();
  for (const as of others) await system.api.as(as).approveMeasure({ id: agreement.id, number: 1 });
  await settled(system.api);
  expect((await milestone(2)).targets).toEqual([]);
  await system.api.as(last ?? approver).approveMeasure({ id: agreement.id, number: 1 });
  await settled(system.api);
  const changed = { code: 'tonnes-composted', before: '1200', target: '900', measure: 1, at: expect.stringMatching(AN_INSTANT) };
  expect((await milestone(2)).targets).toEqual([changed]);
  expect((await milestone(1)).targets).toEqual([]);
  const { amendedHash, measures, results } = await system.api.as(auditor).getAgreement({ id: agreement.id });
  expect([measures[0]?.amendment, results]).toEqual(['results', [{ ...changed, tranche: 2 }]]);
  const { editions } = await system.api.as(auditor).editionsOfAgreement({ id: agreement.id });
  const [, amended] = editions;
  expect(
    createHash('sha256')
      .update(amended?.content ?? '')
      .digest('hex'),
  ).toBe(amendedHash);
  expect(amended?.content).toContain('[2,"tonnes-composted","1200","900"]');
  // A second change goes on from the first.
  await propose([{ tranche: 2, code: 'tonnes-composted', target: '950' }]);
  for (const as of approvers()) await system.api.as(as).approveMeasure({ id: agreement.id, number: 2 });
  await settled(system.api);
  expect((await milestone(2)).targets).toEqual([changed, { ...changed, before: '900', target: '950', measure: 2 }]);
});

test('once the milestone is reported its targets stay, also where a change was proposed before', async () => {
  await propose([{ tranche: 1, code: 'tonnes-composted', target: '300' }]);
  const report = await actors.reported(await milestone(1), [answer('tonnes-composted', '400')]);
  const late = await refused(system.api.as(approver).approveMeasure({ id: agreement.id, number: 3 }));
  expect([late.type, late.facts]).toEqual(['/problems/result-is-reported', { tranche: 1, code: 'tonnes-composted', status: 'submitted' }]);
  const { may = [] } = await system.api.as(approver).getAgreement({ id: agreement.id });
  expect(may.find((each) => each.operation === 'approveMeasure' && each.measure === 3)).toMatchObject({
    answer: 'refused',
    reason: { type: '/problems/result-is-reported' },
  });
  await system.api.as(approver).refuseMeasure({ id: agreement.id, number: 3 }, { note: 'It is reported.' });
  await system.api.as(verifier).verifyMilestone({ id: milestones[0]?.id ?? '' }, { report });
  await settled(system.api);
  const judged = await refused(propose([{ tranche: 1, code: 'tonnes-composted', target: '300' }]));
  expect([judged.type, judged.facts]).toMatchObject(['/problems/result-is-reported', { status: 'verified' }]);
  expect((await milestone(1)).targets).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});
});
