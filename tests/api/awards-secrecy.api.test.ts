import { readFileSync } from 'node:fs';
import type { Role } from '@junkan/proto/actor.ts';
import { EVENT_AUDIENCES } from '@junkan/proto/junkan/programme/v1/language.ts';
import { nameOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { type Award, awarding, CATEGORY, judgingBegun, judgingOver, marks, nominated, SECRET, screened } from '../awarding.ts';
import {
  answered,
  answersScreened,
  type Calling,
  calling,
  ofSecretariat,
  reviewingBegun,
  reviewingOver,
  reviewsSealed,
} from '../calling.ts';
import type { Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { api, web, actors } = await openSystem();

// Until an outcome is announced, what jurors do changes nothing that anybody else reads: no mark, no count, no mean, no order, not that there is anything.

type Described = { readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>> };
const { paths } = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as Described;
const READS = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path.replace('/v1', '')] : []));

let award: Award;
let nominations: string[];
let outsider: string;
/** A call for projects that is under review, once there is one. */
let call: Calling | undefined;
let answers: string[] = [];

/** What a part of a path names, of what there is to do with an award or a call. */
const idsOf = (): Readonly<Record<string, readonly string[]>> => ({
  awards: [award.id],
  nominations,
  partners: [award.partner],
  declarations: [award.declaration],
  calls: call ? [call.id] : [],
  answers,
  signatories: award.signatories,
});
/** Reads that are of something else, by what their paths begin with: no award, nomination or ballot, and no call or review is in them. */
const ELSEWHERE = [
  ...['action-plans', 'actions', 'agreements', 'approval-rules', 'assessments', 'bank-accounts', 'cash-books', 'delegations'],
  ...['envelopes', 'evidence', 'fundings', 'lists', 'mandates', 'milestones', 'passports', 'payment-files'],
  ...['periods', 'progress-reports', 'projects', 'proposers', 'rates', 'series', 'signatory-groups', 'sponsors'],
  ...['statements', 'trainings', 'training-sessions', 'certificates', 'certificate-status', 'exchanges', 'cities', 'policies'],
  ...['support-requests', 'enquiries'],
];
/** Open data: what everybody reads as a list, once more as a whole. */
const DATASETS = READS.filter((path) => /^\/public\/[a-z-]+$/.test(path)).map((path) => path.replace('/public/', ''));
/** What goes on with time, and how it is now, or is a stream. */
const MOVES = /^\/(clock|events|live|session|presence|status|ledger\/print)\b/;

function requestsFor(path: string): string[] {
  if (MOVES.test(path)) return [];
  if (!path.includes('{')) return [path];
  if (path.includes('{dataset}')) return DATASETS.map((name) => path.replace('{dataset}', name));
  const [, head = '', second = ''] = path.split('/');
  const kind = head === 'public' ? second : head;
  const rest = path.replace('{id}', '');
  const ids = idsOf()[kind];
  if (ids && !rest.includes('{')) return ids.map((id) => path.replace('{id}', id));
  expect([kind, ELSEWHERE.includes(kind) || ids !== undefined], `nobody has said what ${path} tells of awards`).toEqual([kind, true]);
  return [];
}

const someone = (organisation: string, role: Role, person = `${organisation}/${role}`): Someone => ({
  person,
  organisation,
  roles: [role],
});
const readers = (): (Someone | undefined)[] => [
  undefined,
  ...(['secretariat.officer', 'secretariat.verifier', 'secretariat.approver', 'finance.maker', 'finance.checker', 'auditor'] as const).map(
    (role) => someone('secretariat', role),
  ),
  ...(['proposer.officer', 'proposer.certifier'] as const).flatMap((role) => [someone(first(award.cities), role), someone(outsider, role)]),
  // A juror of the same category, of the same organisation.
  { person: nameOf(second()), organisation: second().organisation, roles: ['programme.juror'] },
  // Another reviewer of the same call.
  ...(call?.reviewers ?? []).slice(1, 2).map((each) => someone(each.organisation, 'programme.expert', nameOf(each))),
];
const second = () => first(award.jury.slice(1));

/** Everything that everybody reads, by reader and path. */
async function everything(): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const reader of readers())
    for (const path of READS.flatMap(requestsFor)) {
      const { status, bytes } = await web.send('GET', `/v1${path}`, reader ? { as: reader } : {});
      // A refusal names its own request.
      all.set(`${reader?.person ?? 'anybody'} ${path}`, status < 400 ? bytes.toString() : `${status}`);
    }
  return all;
}

const changedIn = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].filter(([key, answer]) => before.get(key) !== answer).map(([key]) => key);

beforeAll(async () => {
  outsider = await actors.city();
  award = await awarding(api);
  nominations = await nominated(api, award);
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  await settled(api);
}, 120_000);

test('a juror who keeps, seals and votes changes nothing that anybody else reads', async () => {
  await everything();
  const before = await everything();
  const juror = api.as(first(award.jury));
  const [a = '', b = ''] = nominations;
  await juror.markBallot({ id: award.id, nomination: a }, { marks: marks(4, 2) });
  await juror.sealBallot({ id: award.id, nomination: a }, { marks: marks(5, 4) });
  await juror.sealBallot({ id: award.id, nomination: b }, { marks: marks(1, 0) });
  await juror.voteOnOutcome({ id: award.id }, { category: CATEGORY, stands: false, order: [b, a], note: SECRET });
  await settled(api);
  const after = await everything();
  expect(after.size).toBeGreaterThan(300);
  expect(changedIn(before, after)).toEqual([]);
  expect([...after.values()].filter((answer) => answer.includes(SECRET))).toEqual([]);
}, 240_000);

test('what a jury has decided is for who has decided it and for who announces it, until it is announced', async () => {
  for (const juror of award.jury)
    for (const nomination of nominations) await api.as(juror).sealBallot({ id: award.id, nomination }, { marks: marks(4, 3) });
  await judgingOver(api, award);
  await settled(api);
  const officer = api.as({ organisation: 'secretariat', role: 'secretariat.officer', second: true });
  await officer.decideOutcome({ id: award.id }, { category: CATEGORY });
  await settled(api);
  const after = await everything();
  const told = [...after].filter(([, answer]) => answer.includes('"marks":[{') || answer.includes('"J1"')).map(([key]) => key);
  const approver = 'secretariat/secretariat.approver';
  expect(told.filter((key) => !key.startsWith(`${approver} `) && !key.endsWith('/ballot'))).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
}, 240_000);

test('a reviewer of a call who keeps and seals changes nothing that anybody else reads', async () => {
  call = await calling(api, ofSecretariat);
  answers = await answered(api, call, [await actors.city(), await actors.city()]);
  await answersScreened(api, call, answers);
  await reviewingBegun(api, call, answers);
  await everything();
  const before = await everything();
  const reviewer = api.as(first(call.reviewers));
  const [a = '', b = ''] = answers;
  await reviewer.markReview({ id: call.id, answer: a }, { marks: [...marks(4, 2)] });
  await reviewer.sealReview({ id: call.id, answer: a }, { marks: [...marks(5, 4)] });
  await reviewer.sealReview({ id: call.id, answer: b }, { marks: [...marks(1, 0)] });
  await settled(api);
  const after = await everything();
  expect(changedIn(before, after)).toEqual([]);
  expect([...after.values()].filter((answer) => answer.includes(SECRET))).toEqual([]);
}, 240_000);

test('the order of a call is for who has opened its reviews and for who decides, until it is decided', async () => {
  if (!call) throw new Error('a call is under review');
  await reviewsSealed(api, call, answers);
  await reviewingOver(api, call);
  const officer = api.as({ organisation: 'secretariat', role: 'secretariat.officer', second: true });
  await officer.openReviews({ id: call.id });
  await settled(api);
  const after = await everything();
  const told = [...after].filter(([, answer]) => answer.includes('"R1"')).map(([key]) => key);
  expect(told.filter((key) => !key.startsWith('secretariat/secretariat.approver '))).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
}, 240_000);

test('every event of an award has its audience: ballots, and what opens them, are for nobody', () => {
  const audiences = { ...EVENT_AUDIENCES['award-cycle'], ...EVENT_AUDIENCES.ballot };
  const of = (audience: string) => Object.entries(audiences).flatMap(([type, is]) => (is === audience ? [type] : []));
  expect(of('nobody').toSorted()).toEqual(
    ['BallotMarked', 'BallotSealed', 'BallotStruck', 'BallotsAssigned', 'OutcomeDecided', 'OutcomeVoted'].toSorted(),
  );
  expect(of('overseers').toSorted()).toEqual(['AwardCycleDrafted', 'InterestsDeclared', 'JurorAppointed', 'NominationEntered']);
  expect(of('everyone').toSorted()).toEqual([
    ...['AwardCycleCancelled', 'AwardCycleClosed', 'AwardCycleOpened', 'JudgingBegun', 'JudgingClosed', 'JudgingProlonged'],
    ...['NominationsClosed', 'OutcomeAnnounced'],
  ]);
  expect(Object.keys(audiences)).toHaveLength(18);
});

test('every event of a call has its audience: reviews, and what opens them, are for nobody', () => {
  const audiences = { ...EVENT_AUDIENCES['project-call'], ...EVENT_AUDIENCES.review };
  const of = (audience: string) => Object.entries(audiences).flatMap(([type, is]) => (is === audience ? [type] : []));
  expect(of('nobody').toSorted()).toEqual(['ReviewMarked', 'ReviewSealed', 'ReviewsAssigned', 'ReviewsOpened']);
  expect(of('parties').toSorted()).toEqual(['CallDrafted', 'CallEntered', 'CallRevised', 'ReviewInterestsDeclared', 'ReviewerAppointed']);
  expect(of('everyone').toSorted()).toEqual([
    ...['CallCancelled', 'CallClosed', 'CallClosedToAnswers', 'CallDecided', 'CallOpened'],
    ...['ReviewingBegun', 'ReviewingClosed', 'ReviewingProlonged'],
  ]);
  expect(Object.keys(audiences)).toHaveLength(17);
});
