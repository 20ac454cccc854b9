import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  allSigned,
  approve,
  approveMeasure,
  approvers,
  BANK,
  checker,
  complete,
  confirm,
  FUND,
  fail,
  heard,
  instruct,
  maker,
  money,
  paymentOf,
  propose,
  request,
  settle,
  verdict,
} from '../agreement.fixture.ts';
import { decide, evolve } from '../agreement.ts';
import type { Command, Event } from '../agreement-faces.ts';
import { initial, type State } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';
import { entryOf } from '../journal.ts';
import { inOrder, momentsOf } from './money-of-milestone.ts';
import { BLANK, moneySteps } from './money-steps.ts';

const TRANCHES = [1, 2, 3];
const ON = { at: '2027-03-01T09:00:00.000Z', by: 'somebody', correlationId: 'chain' };

/** What comes of the commands that are accepted; the others change nothing. */
function eventsOf(commands: readonly Command[]): Event[] {
  let state: State = initial;
  return [...allSigned, ...commands].flatMap((command) => {
    const decision = decide(command, state);
    if (!decision.ok) return [];
    state = decision.events.reduce<State>(evolve, state);
    return decision.events;
  });
}

const stepsOf = (events: readonly Event[], tranche: number): MoneyStep[] =>
  momentsOf(events.map((event) => ({ ...ON, event }))).flatMap((moment) => moneySteps(moment, { agreement: AGREEMENT, tranche }));
const shownSteps = (events: readonly Event[], tranche: number, ...steps: readonly string[]) =>
  stepsOf(events, tranche)
    .filter(({ step }) => steps.includes(step))
    .map(({ step, sponsor, amountBefore, amount, otherTranche }) => [step, sponsor, amountBefore?.amount, amount?.amount, otherTranche]);

/** What each entry adds to each account. */
function balances(entries: readonly NonNullable<MoneyStep['entry']>[]) {
  const sums = new Map<string, bigint>();
  for (const { id, postings } of entries)
    for (const { account, money: posted } of postings) {
      const key = `${id} ${account}`;
      sums.set(key, (sums.get(key) ?? 0n) + (posted?.amount ?? 0n));
    }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sponsor = fc.constantFrom(FUND, BANK);
const tranche = fc.constantFrom(1, 1, 2, 2, 3);
const order = fc.record({ tranche, sponsor }).map((cell) => paymentOf(cell.tranche, cell.sponsor));
/** Whichever report of the payment it is. */
const confirmed = (payment: PaymentId): Command[] => [1, 2, 3, 4].map((report) => confirm({ payment, report }));
const paidOff = fc.record({ tranche, sponsor, bankReference: fc.uuid() }).map(({ bankReference, ...cell }): Command[] => {
  const payment = paymentOf(cell.tranche, cell.sponsor);
  return [request(cell), approve(checker, payment), instruct(maker, payment), settle({ payment, bankReference }), ...confirmed(payment)];
});
const failed = fc.record({ tranche, sponsor }).map((cell): Command[] => {
  const payment = paymentOf(cell.tranche, cell.sponsor);
  return [request(cell), approve(checker, payment), instruct(maker, payment), fail(payment), ...confirmed(payment)];
});
const judged = fc
  .record({ tranche, bps: fc.constantFrom(0, 3_333, 5_000), rest: fc.constantFrom('carried' as const, 'cancelled' as const) })
  .map((each): Command[] => [verdict(each)]);
const answers = [1, 2, 3, 4].flatMap(heard);
const approvals = [1, 2, 3, 4, 5].flatMap((measure) => approvers.map((by) => approveMeasure(measure, by)));
const amendment = fc
  .uniqueArray(fc.record({ tranche, amount: fc.bigInt({ min: 0n, max: 70n }), dueOn: fc.constantFrom('', '2029-01-01') }), {
    selector: (change) => change.tranche,
    minLength: 1,
    maxLength: 3,
  })
  .map((changes): Command[] => [
    propose(
      'amendment',
      changes.map((change) => ({ ...change, amount: money(change.amount) })),
    ),
    ...approvals,
  ]);
const termination = fc
  .subarray(TRANCHES)
  .map((payable): Command[] => [propose('termination'), ...answers, ...approvals, complete({ payable })]);
const asked = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paidOff },
      { weight: 1, arbitrary: failed },
      { weight: 1, arbitrary: order.map((payment): Command[] => [approve(checker, payment)]) },
      { weight: 3, arbitrary: judged },
      { weight: 3, arbitrary: amendment },
      { weight: 1, arbitrary: termination },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.flat());

/** An amendment after which one part of a sponsor's entry looks like all of it, and a termination. */
const LIKE_A_WHOLE: Command[] = [
  propose('amendment', [
    { tranche: 2, amount: money(38n), dueOn: '' },
    { tranche: 1, amount: money(54n), dueOn: '' },
    { tranche: 3, amount: money(7n), dueOn: '' },
  ]),
  ...approvals,
  propose('termination'),
  ...answers,
  ...approvals,
  complete({ payable: [] }),
];

test('the money of all milestones together is the agreement’s journal: each posting of each entry once', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(asked, (commands) => {
      const events = eventsOf(commands);
      for (const { type } of events) met.add(type);
      const journal = events.flatMap((event) => entryOf(event) ?? []);
      const shown = TRANCHES.flatMap((number) => stepsOf(events, number));
      const parts = shown.flatMap(({ entry }) => (entry ? [entry] : []));
      expect(balances(parts)).toEqual(balances(journal));
      for (const { entry, entryIsPart } of shown)
        if (entry && !entryIsPart) expect(parts.filter(({ id }) => id === entry.id)).toHaveLength(1);
    }),
    { numRuns: 300, examples: [[LIKE_A_WHOLE]] },
  );
  for (const type of ['AgreementAmended', 'AgreementTerminated', 'TrancheReduced', 'PaymentSettled', 'PaymentFailed'])
    expect(met).toContain(type);
});

test('what a tranche holds is what its last step says, and each step begins where the one before it ended', () => {
  const CHANGES = ['committed', 'amended', 'terminated', 'reduced', 'carried-out', 'carried-in'];
  fc.assert(
    fc.property(asked, (commands) => {
      const events = eventsOf(commands);
      const state = events.reduce<State>(evolve, initial);
      for (const cell of state.status === 'absent' ? [] : state.cells) {
        const steps = stepsOf(events, cell.tranche).filter(
          ({ step, ...each }) => CHANGES.includes(step) && each.sponsor === cell.sponsor && each.amount,
        );
        for (const [index, { amountBefore }] of steps.entries()) if (index > 0) expect(amountBefore).toEqual(steps[index - 1]?.amount);
        expect(steps.at(-1)?.amount?.amount ?? 0n).toBe(cell.amount.amount);
      }
    }),
    { numRuns: 150 },
  );
});

describe('a milestone’s money', () => {
  const settledOnce = (number: number): Command[] =>
    [FUND, BANK].flatMap((each) => {
      const payment = paymentOf(number, each);
      return [
        request({ tranche: number, sponsor: each }),
        approve(checker, payment),
        instruct(maker, payment),
        settle({ payment, bankReference: payment }),
      ];
    });

  test('knows nothing of the cuts of other milestones', () => {
    const events = eventsOf([...settledOnce(1), verdict({ tranche: 2, bps: 5_000, rest: 'cancelled' })]);
    expect(stepsOf(events, 1).map(({ step }) => step)).not.toContain('reduced');
    expect(shownSteps(events, 2, 'reduced')).toEqual([
      ['reduced', FUND, 30n, 15n, 0],
      ['reduced', BANK, 10n, 5n, 0],
    ]);
  });

  test('calls money that was carried so, on both sides, with where it came from and went to', () => {
    const events = eventsOf([verdict({ tranche: 1, bps: 0, rest: 'carried' })]);
    expect(shownSteps(events, 1, 'reduced', 'carried-out', 'carried-in')).toEqual([
      ['carried-out', FUND, 45n, 0n, 2],
      ['carried-out', BANK, 15n, 0n, 2],
    ]);
    expect(shownSteps(events, 2, 'reduced', 'carried-out', 'carried-in')).toEqual([
      ['carried-in', FUND, 30n, 75n, 1],
      ['carried-in', BANK, 10n, 25n, 1],
    ]);
    expect(stepsOf(events, 3).map(({ step }) => step)).toEqual(['signed', 'signed', 'signed', 'effective']);
  });

  test('names the approver of a measure for what it did, also where the system let it take effect', () => {
    const events = eventsOf([propose('termination'), ...heard(1), approveMeasure(1), complete()]);
    expect(stepsOf(events, 1).flatMap(({ step, by }) => (step === 'terminated' ? [by] : []))).toEqual([
      'secretariat-approver',
      'secretariat-approver',
    ]);
  });

  test('shows that a date was moved only where it was', () => {
    const moved = propose('amendment', [{ tranche: 2, dueOn: '2029-06-30', amount: undefined }]);
    const events = eventsOf([moved, ...approvals]);
    expect([1, 2, 3].map((number) => shownSteps(events, number, 'amended'))).toEqual([[], [['amended', '', undefined, undefined, 0]], []]);
  });
});

test('a verdict comes before what rests on it, though a clock says otherwise; what was paid ahead of it stays where it was', () => {
  const step = (name: string, at: string, reference = ''): MoneyStep => ({ ...BLANK, step: name, at, reference });
  const [asked, verified, requested] = [step('requested', '2027-01'), step('verified', '2028-02', '1'), step('requested', '2028-01', '1')];
  expect(inOrder([asked, requested], [verified])).toEqual([asked, verified, requested]);
});
