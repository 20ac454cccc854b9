import type { Commit } from '@junkan/kit/store/commit.ts';
import type { EvidenceFile } from '@junkan/proto/junkan/project/v1/model.ts';
import { expect, test } from 'vitest';
import { verifier } from '../../projects/actors.fixture.ts';
import type { Proposal } from '../../projects/proposal.ts';
import { nothingMore } from '../../projects/proposal-parts.fixture.ts';
import { begun, fellDue, given, submitted } from '../milestone.fixture.ts';
import type { Event } from '../milestone.ts';
import { isAccepted, proofOf } from './milestone-proof.ts';

const planned = { code: 'tonnes', unit: 't', baseline: '0', target: '20', method: '', milestones: [1] };
const PROPOSAL = {
  ...nothingMore,
  indicators: [],
  plannedIndicators: [planned, { ...planned, target: '90', milestones: [2] }, { ...planned, code: 'jobs', unit: 'persons', target: '5' }],
  milestones: [{ number: 1 }, { number: 2 }],
} as unknown as Proposal;
const verified = {
  type: 'MilestoneVerified',
  report: 1,
  payableBasisPoints: 6_000,
  by: verifier.person,
  rest: 'carried',
  note: 'txt_why',
  paymentDue: '2027-01-24T23:59:59.999Z',
  accepted: [{ code: 'tonnes', value: '11', because: 'Dry weight' }],
} satisfies Event;
const verdict = { events: [verified], at: '2026-12-20T09:00:00.000Z', actor: { ...verifier, roles: ['auditor', 'secretariat.verifier'] } };
const file = (hash: string): EvidenceFile => ({ hash, size: 7n, mediaType: 'text/plain', name: 'Kato Hana.txt', alike: [], uploads: [] });

function proof(...events: readonly Event[]) {
  const state = given(begun, fellDue, ...events, verified);
  if (state.status === 'absent' || !isAccepted(state)) throw new Error('it was not accepted');
  return proofOf({ id: 'mst_a', state, commits: [verdict as unknown as Commit], proposal: PROPOSAL }, file);
}

test('a proof says what was planned for this milestone, reported and accepted, and neither who acted nor any words', () => {
  const { results, files, ...said } = proof(submitted);
  expect(said).toEqual({
    milestone: 'mst_a',
    project: begun.project,
    proposer: begun.proposer,
    number: 1,
    title: 'Site',
    dueOn: begun.dueOn,
    reportedAt: submitted.at,
    verifiedAt: verdict.at,
    verifiedAs: 'secretariat.verifier',
    payableBasisPoints: 6_000,
  });
  expect(results).toEqual([
    { code: 'tonnes', unit: 't', baseline: '0', planned: '20', reported: '12.5', accepted: '11' },
    { code: 'jobs', unit: 'persons', baseline: '0', planned: '5', reported: '', accepted: '' },
  ]);
  expect(files).toEqual([{ hash: 'a'.repeat(64), size: 7n, mediaType: 'text/plain', name: '' }]);
});

test('what files are called is in it where the proposer has agreed to that', () => {
  expect(proof({ ...submitted, fileNamesPublic: true }).files[0]?.name).toBe('Kato Hana.txt');
});

test('a target counts as it was in force when the report came', () => {
  const amended = (at: string): Event => ({
    type: 'MilestoneChanged',
    dueOn: begun.dueOn,
    amount: begun.amount,
    carriedFrom: [],
    targets: [{ code: 'tonnes', before: '20', target: '15', measure: 1, at }],
  });
  const of = (at: string) => proof(amended(at), submitted).results[0]?.planned;
  expect(of(submitted.at)).toBe('15');
  expect(of('2027-01-01T00:00:00.000Z')).toBe('20');
});

test('a value that the report does not have is neither reported nor accepted', () => {
  const indicators = [{ code: 'tonnes', value: '', unit: 't', notAvailable: true, because: 'The scale of Mr Kato broke' }];
  const without = { ...verified, accepted: [] };
  const state = given(begun, fellDue, { ...submitted, indicators }, without);
  if (state.status === 'absent' || !isAccepted(state)) throw new Error('it was not accepted');
  const { results } = proofOf({ id: 'mst_a', state, commits: [verdict as unknown as Commit], proposal: PROPOSAL }, file);
  expect(results[0]).toEqual({ code: 'tonnes', unit: 't', baseline: '0', planned: '20', reported: '', accepted: '' });
});
