import { instant } from '@junkan/kit/pure/dates.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATUSES } from '../activities/statuses.ts';
import { FundingFake } from '../testing/funding-fakes.fixture.ts';
import { milestoneFake, policy, screeningFake } from '../testing/small-fakes.fixture.ts';
import { nextOfFunding } from './funding.ts';
import type { FundingView } from './funding-view.ts';
import { type MilestoneView, nextOfMilestone } from './milestone.ts';
import { type Next, type Notice, noticeKey } from './next.ts';
import { nextOfScreening, type ScreeningView } from './screening.ts';
import type { Holder, StatusOf } from './statuses.ts';

/** What the system may do by itself. Money, verdicts and approvals are not among it. */
const MAY_DO = [
  'RemindOf',
  'EscalateTo',
  'MarkMilestoneDue',
  'MarkMilestoneOverdue',
  'OpenFunding',
  'BackOffer',
  'ReleaseOffer',
  'CommitOffer',
  'CloseFunding',
  'RecordFunded',
  'RecordUnfunded',
  'DraftAgreement',
  'BeginMilestones',
  'StartImplementation',
  'CompleteProject',
  'EndAgreement',
  'ExpireOffer',
  'WithdrawOffer',
  'ReturnCommitment',
  'SealFunding',
  'CancelFunding',
  'RecordGapReopened',
  'RecordWithdrawal',
  'RecordSuspension',
  'RecordResumption',
  'CompleteTermination',
  'RecordTermination',
  'VoidAgreement',
  'MoveBudgetEnd',
  'CountRecoveries',
  'ChangeMilestone',
  'CancelMilestone',
  'ApplyVerdict',
];

const START = Date.parse('2026-01-01T00:00:00.000Z');
const moment = fc.integer({ min: 0, max: 1_500 }).map((days) => instant(START + days * 86_400_000));
const perhapsMoment = fc.oneof(moment, fc.constant(''));
const anyOf = (...words: string[]) => fc.constantFrom(...words);
/** Also what a later version may say. */
const statusOfAny = <Of extends Holder>(of: Of) => fc.constantFrom<StatusOf<Of>>(...STATUSES[of], 'unrecognised');

const offer = fc.record({
  id: anyOf('off_a', 'off_b', 'off_c'),
  status: statusOfAny('offer'),
  sponsor: anyOf('spo_a', 'spo_b'),
  envelope: anyOf('env_a', 'env_b'),
  amount: fc.bigInt({ min: 1n, max: 10n ** 15n }).map(String),
  currency: fc.constant('USD'),
  terms: fc.constant(1),
  claim: statusOfAny('claim'),
  side: anyOf('sponsor', 'proposer'),
  expiresAt: perhapsMoment,
});
const anyFundingView: fc.Arbitrary<FundingView> = fc.record(
  {
    now: moment,
    policy: fc.constant(policy),
    project: fc.record({
      status: statusOfAny('project'),
      round: fc.constantFrom(1, 1, 2),
      approvalDue: perhapsMoment,
      closingDue: perhapsMoment,
      openedAt: perhapsMoment,
      deadline: perhapsMoment,
      proposer: fc.constant('org_city'),
    }),
    funding: fc.record({
      status: statusOfAny('funding'),
      deadline: moment,
      reopened: fc.nat(2),
      sealed: fc.boolean(),
      offers: fc.uniqueArray(offer, { selector: ({ id }) => id, maxLength: 3 }),
    }),
    agreement: fc.record({
      status: statusOfAny('agreement'),
      paidInFull: fc.boolean(),
      signingDue: perhapsMoment,
      draft: fc.constantFrom(1, 2),
      proposer: fc.constant('org_city'),
      declinedBy: anyOf('', 'org_city', 'spo_a'),
      declined: fc.constantFrom([], ['off_a']),
      unsigned: fc.constantFrom([], ['org_city'], ['org_city', 'spo_a']),
      unspent: fc.constantFrom([], [{ offer: 'off_a', envelope: 'env_a', keep: '0', currency: 'USD' }]),
      movedEnds: fc.constantFrom([], [], [], [{ sponsor: 'spo_a', periodEnd: '2028-12-31' }]),
      openRecoveries: fc.constantFrom([], [], [], [1]),
      measure: fc.nat(3),
    }),
  },
  { requiredKeys: ['now', 'project'] },
);
/** A recorded history without a policy continues as it was, and there a sponsor of two offers was notified for each. */
const fundingView = anyFundingView.map(({ funding, ...view }): FundingView => {
  const offers = [...new Map((funding?.offers ?? []).map((each) => [view.policy ? each.id : each.sponsor, each])).values()];
  return { ...view, ...(funding ? { funding: { ...funding, offers } } : {}) };
});
const milestoneView: fc.Arbitrary<MilestoneView> = fc.record({
  now: moment,
  status: statusOfAny('milestone'),
  proposer: fc.constant('pro_city'),
  dueOn: moment.map((at) => at.slice(0, 10)),
  report: fc.nat(3),
  verificationDue: moment,
  paid: fc.boolean(),
  policy: fc.constant(policy),
  agreed: fc.record({
    status: statusOfAny('agreement'),
    dueOn: moment.map((at) => at.slice(0, 10)),
    amount: anyOf('500', '600'),
    known: fc.constant('500'),
    currency: fc.constant('USD'),
    applied: fc.boolean(),
    paymentDue: perhapsMoment,
    awaited: fc.constantFrom([], ['finance.maker'], ['finance.maker', 'finance.checker']),
  }),
});
const screeningView: fc.Arbitrary<ScreeningView> = fc.record({
  now: moment,
  status: statusOfAny('project'),
  submission: fc.constantFrom(1, 1, 2),
  screeningDue: moment,
  policy: fc.constant(policy),
  information: fc.record({ due: perhapsMoment, proposer: fc.constant('org_city') }),
  openingDue: perhapsMoment,
});

type Decided = { readonly now: string; readonly next: (sent: ReadonlySet<string>) => Next<{ do: string }> };
const decided: fc.Arbitrary<Decided> = fc.oneof(
  fundingView.map((view) => ({ now: view.now, next: (sent: ReadonlySet<string>) => nextOfFunding(1, view, sent) })),
  milestoneView.map((view) => ({ now: view.now, next: (sent: ReadonlySet<string>) => nextOfMilestone(view, sent) })),
  screeningView.map((view) => ({ now: view.now, next: (sent: ReadonlySet<string>) => nextOfScreening(1, view, sent) })),
);
const isNotice = (step: { do: string }): step is Notice => 'occurrence' in step;
const RUNS = { numRuns: 2_000 };

test('from any view, a rule does only what the system may do by itself', () => {
  fc.assert(
    fc.property(decided, ({ next }) => {
      for (const step of next(new Set()).steps) expect(MAY_DO).toContain(step.do);
    }),
    RUNS,
  );
});

test('from any view, a rule acts, rests until a moment that is still to come, or ends: one of these', () => {
  fc.assert(
    fc.property(decided, ({ now, next }) => {
      const { steps, wakeAt, ended } = next(new Set());
      expect([steps.length > 0, wakeAt !== '', ended].filter(Boolean).length).toBeLessThanOrEqual(1);
      expect(wakeAt === '' || wakeAt > now).toBe(true);
    }),
    RUNS,
  );
});

test('no notice is sent twice: with all of them sent, none is left', () => {
  fc.assert(
    fc.property(decided, ({ next }) => {
      const sent = new Set<string>();
      for (let steps = next(sent).steps.filter(isNotice); steps.length > 0; steps = next(sent).steps.filter(isNotice))
        for (const notice of steps) {
          expect(sent).not.toContain(noticeKey(notice));
          sent.add(noticeKey(notice));
        }
      expect(next(sent).steps.filter(isNotice)).toEqual([]);
    }),
    RUNS,
  );
});

type Lived<View, Step> = { readonly view: (now: string) => View; readonly take: (step: Step, now: string) => void };

/** Takes every step that the rule asks for until it asks for none; answers how many rounds that took. */
function roundsUntilRest<View, Step extends { do: string }>(
  { view, take }: Lived<View, Step>,
  now: string,
  next: (view: View, sent: ReadonlySet<string>) => Next<Step>,
): number {
  const sent = new Set<string>();
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const { steps } = next(view(now), sent);
    if (steps.length === 0) return rounds;
    for (const step of steps) {
      take(step, now);
      if (isNotice(step)) sent.add(noticeKey(step));
    }
  }
  throw new Error('the rule asks for ever more');
}

test('where every step takes effect, each rule becomes idle or ends within a few observations', () => {
  const amounts = fc.array(fc.bigInt({ min: 1n, max: 900n }), { maxLength: 5 });
  fc.assert(
    fc.property(amounts, moment, moment, (offers, deadline, now) => {
      const fake = new FundingFake({ target: 1_000n, minimumClose: 500n, openedAt: now, deadline, envelopes: { env_a: 1_000n } });
      offers.forEach((amount, index) => {
        fake.proposes(`off_${index}`, 'a', amount);
      });
      const lived = { view: (at: string) => fake.view(at), take: fake.take.bind(fake) };
      expect(roundsUntilRest(lived, now, (view, sent) => nextOfFunding(1, view, sent))).toBeLessThan(10);
      expect(roundsUntilRest(milestoneFake(deadline.slice(0, 10)), now, nextOfMilestone)).toBeLessThan(10);
      expect(roundsUntilRest(screeningFake(deadline), now, (view, sent) => nextOfScreening(1, view, sent))).toBeLessThan(10);
    }),
  );
});
