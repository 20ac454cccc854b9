import { dateOf, endOf } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { type InForce, isInForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { corruptHistory } from '../corrupt-history.ts';
import { standingOn } from '../holds/hold.ts';
import type { MilestoneId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import { on, part } from '../parts.ts';
import { moneyGoesOn } from '../payments/payment-gate.ts';
import { requestable } from '../payments/requestable.ts';
import { openOf, statementDueOf, statusOf } from './advance.ts';
import type { Advances } from './advance-commands.ts';
import { decideAdvance } from './advance-decide.ts';
import { decideAdvanceOrder } from './advance-order.ts';
import type { Advance, AdvanceEvent, Expenditure } from './advance-state.ts';

/** Money that is paid ahead of a milestone, and what was spent of it. */
export const advances = part<Advances>()({
  initial: [],
  decide: {
    AskAdvance: decideAdvance,
    RefuseAdvance: decideAdvance,
    RequestAdvance: (command, state) => moneyGoesOn(ROLES.RequestAdvance, command, state, decideAdvanceOrder),
    SubmitExpenditure: decideAdvance,
    AcceptExpenditure: decideAdvance,
    ReturnExpenditure: decideAdvance,
  },
  evolve: {
    AdvanceAsked: (before, { type: _, advance: number, statementDays = 0, note: plan, by: askedBy, at: askedAt, ...asked }) => [
      ...before,
      { number, ...asked, statementDays, plan, askedBy, askedAt, refusedBy: '', reason: '', payment: '', expenditures: [] },
    ],
    AdvanceRefused: (before, { advance, by: refusedBy, note: reason }) =>
      with_(before, advance, (each) => ({ ...each, refusedBy, reason })),
    ExpenditureSubmitted: (before, { type: _, advance, expenditure: number, by: submittedBy, at: submittedAt, ...said }) =>
      with_(before, advance, (each) => ({
        ...each,
        expenditures: [...each.expenditures, { number, ...said, submittedBy, submittedAt, ...undecided(said.amount.currency) }],
      })),
    ExpenditureAccepted: (before, event) =>
      decided(before, event, { status: 'accepted', accepted: event.amount, decidedBy: event.by, decidedAt: event.at }),
    ExpenditureReturned: (before, event) =>
      decided(before, event, { status: 'returned', decidedBy: event.by, decidedAt: event.at, reason: event.note }),
  },
  listens: {
    PaymentRequested: (before, { advance, payment }) => (advance ? with_(before, advance, (each) => ({ ...each, payment })) : before),
  },
  message: (own, agreement) => ({ advances: isInForce(agreement) ? own.map((advance) => messageOf(advance, agreement)) : [] }),
  acts: [
    on(
      requestable,
      ({ tranche, sponsor }) => ({ tranche, sponsor }),
      ({ tranche, sponsor }, { ahead, advances: policy, now }, agreement) => ({
        askAdvance: {
          type: 'AskAdvance',
          tranche,
          sponsor,
          policy,
          now,
          amount: least(agreement),
          milestone: ahead.get(tranche) ?? UNMET,
        },
      }),
    ),
    on(
      ({ advances: all }) => all,
      ({ number: advance }) => ({ advance }),
      ({ number: advance }, { agreement, now, ahead, paymentOfAdvance }, state) => ({
        refuseAdvance: { type: 'RefuseAdvance', advance, now },
        requestAdvance: {
          type: 'RequestAdvance',
          agreement,
          advance,
          payment: paymentOfAdvance(advance),
          milestoneOf: (tranche: number): MilestoneFacts => ahead.get(tranche) ?? UNMET,
          now,
        },
        submitExpenditure: {
          type: 'SubmitExpenditure',
          advance,
          amount: least(state),
          evidence: ['-'],
          unknownEvidence: [],
          now,
          firstDay: dateOf(now),
          lastDay: dateOf(now),
        },
      }),
    ).waiting((advance, agreement) => {
      const { tranche, amount, number } = advance;
      const pays = { tranche, advance: number, partPayment: 0 };
      const status = statusOf(agreement, advance);
      const isPending = advance.expenditures.some((each) => each.status === 'submitted');
      if (status === 'asked' && agreement.status === 'effective' && standingOn(advance, agreement.holds).length === 0)
        return [
          {
            kind: 'advance-to-request',
            asks: 'refuseAdvance',
            ends: ['requestAdvance', 'refuseAdvance'],
            amount,
            pays,
            silence: 'nothing',
          },
        ];
      if (status !== 'paid' || isPending) return [];
      const dueOn = statementDueOf(agreement, advance);
      return [
        {
          kind: 'expenditure-to-submit',
          ends: ['submitExpenditure'],
          despite: ['DaysDoNotFit'],
          amount: money(openOf(agreement, advance, 'approved'), amount.currency),
          due: dueOn === '' ? '' : endOf(dueOn),
          dueOn,
          pays,
          silence: 'nothing',
        },
      ];
    }),
    on(
      ({ advances: all }) => all.flatMap(({ number: advance, expenditures }) => expenditures.map((each) => ({ ...each, advance }))),
      ({ advance, number: expenditure }) => ({ advance, expenditure }),
      ({ advance, number: expenditure }, { agreement, now }, state) => ({
        acceptExpenditure: { type: 'AcceptExpenditure', agreement, advance, expenditure, amount: least(state), now },
        returnExpenditure: { type: 'ReturnExpenditure', advance, expenditure, now },
      }),
    ).waiting(({ status, amount, submittedBy, advance }, agreement) => {
      const of = agreement.advances[advance - 1];
      if (status !== 'submitted' || !of || statusOf(agreement, of) !== 'paid') return [];
      const ends = ['acceptExpenditure', 'returnExpenditure'] as const;
      return [{ kind: 'expenditure-to-verify', asks: 'returnExpenditure', ends, amount, against: [submittedBy], silence: 'nothing' }];
    }),
  ],
});

function messageOf(advance: Advance, agreement: InForce) {
  const { expenditures, amount } = advance;
  const accepted = expenditures.reduce((sum, each) => sum + each.accepted.amount, 0n);
  return {
    ...advance,
    status: statusOf(agreement, advance),
    liquidated: money(accepted, amount.currency),
    open: money(openOf(agreement, advance, 'approved'), amount.currency),
    statementDue: statementDueOf(agreement, advance),
  };
}

const UNMET: MilestoneFacts = { id: 'mst_' as MilestoneId, is: 'unverified', status: 'scheduled' };
const least = (agreement: InForce) => money(1n, currencyOf(agreement));

const undecided = (currency: string) =>
  ({ status: 'submitted', accepted: money(0n, currency), decidedBy: '', decidedAt: '', reason: '' }) as const;

const with_ = (all: readonly Advance[], number: number, after: (each: Advance) => Advance): readonly Advance[] =>
  all.map((each) => (each.number === number ? after(each) : each));

type Decided = Extract<AdvanceEvent, { type: 'ExpenditureAccepted' | 'ExpenditureReturned' }>;
function decided(all: readonly Advance[], event: Decided, change: Partial<Expenditure>): readonly Advance[] {
  return with_(all, event.advance, (before) => {
    const status = before.expenditures[event.expenditure - 1]?.status;
    if (status !== 'submitted') throw corruptHistory(event, status ?? 'absent');
    return {
      ...before,
      expenditures: before.expenditures.map((each) => (each.number === event.expenditure ? { ...each, ...change } : each)),
    };
  });
}
