import { refusalOfOthers } from '@junkan/catalogue/query/work.ts';
import { readInto } from '@junkan/catalogue/view/feed.fixture.ts';
import { type Kept, keptAfter, seenOf } from '@junkan/catalogue/view/item.ts';
import { listedOf } from '@junkan/catalogue/view/listed.ts';
import { view } from '@junkan/catalogue/view/view.ts';
import type { Task } from '@junkan/catalogue/view/work/task.ts';
import { ownTasks, type Waiting } from '@junkan/catalogue/view/work/waiting.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { WORK_KINDS } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningsOf } from './beginnings.ts';
import { NOW } from './commands-by-chance.ts';
import { CASES } from './deciders-by-chance.ts';
import { memoisedPermissions } from './memoised-permissions.ts';
import { recordedEvents } from './recorded.ts';

// What waits is held against what the deciders take, and against every order in which the streams of a project can be read.

const IDS: Readonly<Record<string, string>> = {
  project: 'prj_a',
  milestone: 'mst_a',
  funding: 'fnd_a',
  agreement: 'agr_a',
  passport: 'ddp_a',
  statement: 'stm_a',
  report: 'rep_a',
  questions: 'qst_a',
  envelope: 'env_a',
  sponsor: 'spo_a',
  proposer: 'org_a',
  'approval-rules': 'apr_a',
  delegations: 'dlg_a',
  'bank-account': 'acc_a',
  'payment-file': 'pfl_a',
  rates: 'rts_a',
  period: 'prd_a',
  'cash-book': 'csb_a',
  declaration: 'dcl_a',
  signatory: 'sgn_a',
  assessment: 'asm_a',
  'action-plan': 'pln_a',
  'progress-report': 'rpt_a',
  action: 'act_a',
  series: 'ser_a',
  exchange: 'exc_a',
  'policy-instrument': 'pol_a',
  'support-request': 'req_a',
  'award-cycle': 'cyc_a',
  nomination: 'nom_a',
  'project-call': 'cal_a',
  'call-answer': 'ans_a',
};
const PERSONS = ['per_a', 'per_b', 'per_c', 'per_new'];

/**
 * A proposal or a draft can be given what it lacks; what fits no more can be refused; what is over, or has no gap left, lapses in a moment; that a person acts for one
 * organisation is seen to elsewhere.
 */
const MAY_STAND_AGAINST = new Set([
  'proposal-to-submit: ProjectIsIncomplete',
  // What a city has said among itself it answers first, and nobody else hears of it.
  'adoption-to-record: CommentIsOpen',
  // Others of its entries may settle something.
  'entries-to-decide: EntryIsNoSettlement',
  // The person who is asked to send a file may download it.
  'payment-file-to-send: PaymentFileIsNotDownloaded',
  'information-asked: ProjectIsIncomplete',
  'draft-returned: DraftIsIncomplete',
  // What a juror does with ballots is visible on nothing but the juror’s own page, and who is no juror learns of no interests.
  'ballot-to-seal: nothing',
  'juror-interests-to-declare: nothing',
  // Each juror answers for what is their own, by the same name.
  'juror-interests-to-declare: allowed',
  // Each who attended gives their own, by the same name; nobody else learns who has given it.
  'feedback-to-give: allowed',
  'feedback-to-give: FeedbackIsGiven',
  // So do reviewers of calls.
  'review-to-seal: nothing',
  'review-interests-to-declare: nothing',
  'review-interests-to-declare: allowed',
  'reviews-to-assign: ReviewInterestsAreMissing',
  // Jurors answer by and by.
  'ballots-to-assign: InterestsAreMissing',
  // The commitments of a declaration, and what comes filled, are of other streams.
  'plan-to-sign: CommitmentWithoutAction',
  'progress-report-to-sign: SectionIsMissing',
  ...[
    'MeasureDoesNotFit',
    'ChangesAreMissing',
    'TrancheIsUnknown',
    'TrancheIsChangedTwice',
    'TrancheIsClosed',
    'SharesWouldBeExceeded',
  ].map((type) => `modification-to-approve: ${type}`),
  // Its milestone may have been judged since it was asked for, and conditions are met later.
  ...['MilestoneIsJudged', 'ConditionsAreOpen'].map((type) => `advance-to-request: ${type}`),
  ...['PersonActsForAnother', 'RoundIsOver', 'OfferHasExpired', 'AmountExceedsTheGap'].map((type) => `offer: ${type}`),
]);
const mayStandAgainst = ({ kind, of }: Task, type: string): boolean =>
  [kind, of.offer ? 'offer' : ''].some((what) => MAY_STAND_AGAINST.has(`${what}: ${type}`));

const met = new Set<string>();
/** Nobody waits for a mandate. */
const WAITED_FOR = Object.entries(CASES).filter(([kind]) => kind !== 'mandate');
test.each(WAITED_FOR)('what a %s waits for may be done by everybody who is not excluded, and by nobody who is', (kind, each) => {
  const { owned, events, first, begun = [], isLegal = () => true, now = NOW } = each;
  const ways = begun.map((way) => [first, ...way]);
  const listed = listedOf(kind);
  if (!listed) throw new Error(`${kind} is not listed`);
  const stream = IDS[kind] ?? '';
  const viewEvent = (type: string, data: Record<string, unknown>, version: number): ViewEvent => ({
    context: '',
    aggregate: '',
    stream,
    version,
    type,
    schema: 1,
    data,
    at: now,
    actor: '',
    sequence: version,
    place: 0,
    correlationId: '',
    causationId: '',
    clockOffset: 0,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...beginningsOf(each)),
      fc.array(fc.oneof(...events), { minLength: 50, maxLength: 200, size: 'max' }),
      (beginning, more) => {
        let state = owned.initial;
        let kept: Kept<unknown> | undefined;
        let version = 0;
        for (const event of [...beginning, ...more]) {
          if (version > 0 && (!isLegal(event, state) || ('by' in event && event.by === undefined))) continue;
          let next: typeof state;
          try {
            next = owned.evolve(state, event);
          } catch {
            continue;
          }
          state = next;
          version += 1;
          const { type, data } = owned.codec.encode(event);
          kept = keptAfter(listed, kept, viewEvent(type, data, version));
          const permissionsFor = memoisedPermissions(each, state, now);
          for (const task of ownTasks({ kind: listed.kind, state: seenOf(listed, kept) } as Waiting)) {
            met.add(task.kind);
            // Each row says what it is about: a payment by its sponsor and its tranche, all else by its project, its owner, its name, its day or its statement.
            expect([task, task.of.payment === undefined || (task.pays !== undefined && task.owner !== '')]).toEqual([task, true]);
            expect([task, [task.project, task.owner, task.name, task.day, task.statement?.reference].some(Boolean)]).toEqual([task, true]);
            const [main = ''] = task.operations;
            // The states of a stream follow closely on one another: each person is asked in every fourth of them.
            const person = PERSONS[version % PERSONS.length] ?? '';
            const by = { person, organisation: task.organisation, roles: [task.role as Role] };
            const found = permissionsFor(by).find(
              ({ operation, of }) => operation === main && Object.entries(task.of).every(([name, value]) => of[name as 'offer'] === value),
            );
            const excluded = task.excluded[person] ?? (task.only === '' || task.only === person ? '' : refusalOfOthers(task.kind));
            const is = found?.answer === 'refused' ? found.rejection.type : (found?.answer ?? 'nothing');
            // Its day has not come.
            if (is === 'TooEarly' && task.from > now) continue;
            // Who let an own seat go by hears that, and not whose this one is.
            if (excluded !== '' && is === 'SeatOfferHasExpired') continue;
            // The person who gave the first of two approvals has done it: a repeat changes nothing.
            if (excluded !== '' && is === 'done') continue;
            if (!mayStandAgainst(task, is)) expect([task, person, is]).toEqual([task, person, excluded || 'allowed']);
          }
        }
      },
    ),
    // Each way is gone once to where it leads, before chance takes over.
    { numRuns: 80 + ways.length, seed: 20261127, endOnFailure: true, examples: ways.map((way) => [way, []]) },
  );
});

test('every kind of work is met, except what depends on several streams: requests of payments, and budgets that are too small', () => {
  expect(WORK_KINDS.filter((kind) => !met.has(kind))).toEqual(['payment-to-request', 'increase-to-propose']);
});

function tasksOf(events: readonly ViewEvent[], batch: number): unknown {
  const db = readInto(events, batch);
  const read = (table: string): string[] => {
    const all = db.prepare(`SELECT * FROM ${table}`);
    all.setReadBigInts(true);
    return all
      .all()
      .map((row) => Object.values(row).join('|'))
      .sort();
  };
  return { task: read('task'), excluded: read('task_excluded'), reader: read('task_reader') };
}

/** Moments that are checked. */
const PARTS = 5;

test('at any moment what waits is the same, in whichever order the contexts were read, and however they were cut', () => {
  const all = view.contexts.map(recordedEvents);
  const times = all
    .flat()
    .map(({ at }) => at)
    .toSorted();
  const kinds = new Set<string>();
  for (let part = 1; part <= PARTS; part += 1) {
    const now = times[Math.floor((times.length * part) / PARTS) - 1] ?? '';
    const known = all.map((events) => events.filter(({ at }) => at <= now));
    const wanted = tasksOf(known.flat(), 1) as { task: string[] };
    for (const row of wanted.task) kinds.add(row.split('|')[2] ?? '');
    const orders = [known.flat(), known.toReversed().flat(), known.flat().toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))];
    for (const [index, order] of orders.entries()) expect([now, tasksOf(order, [1_000, 7, 50][index] ?? 1)]).toEqual([now, wanted]);
  }
  expect(kinds.size).toBeGreaterThan(5);
});
