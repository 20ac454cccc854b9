import { money } from '@junkan/kit/pure/money.ts';
import type { Event } from '../agreement-events.ts';
import { broken } from '../broken.ts';
import type { Advance, Expenditure } from './advance-state.ts';

export type AdvanceEvent = Exclude<Extract<Event, { advance: number }>, { type: 'PaymentRequested' }>;

export function advancesAfter(event: AdvanceEvent, before: readonly Advance[]): readonly Advance[] {
  if (event.type === 'AdvanceAsked') {
    const { advance: number, tranche, sponsor, amount, limitPercent, note: plan, by: askedBy, at: askedAt } = event;
    const asked = { number, tranche, sponsor, amount, limitPercent, statementDays: event.statementDays ?? 0, plan, askedBy, askedAt };
    return [...before, { ...asked, refusedBy: '', reason: '', payment: '', expenditures: [] }];
  }
  return before.map((each) => (each.number === event.advance ? after(event, each) : each));
}

function after(event: Exclude<AdvanceEvent, { type: 'AdvanceAsked' }>, before: Advance): Advance {
  const { at, by } = event;
  switch (event.type) {
    case 'AdvanceRefused':
      return { ...before, refusedBy: by, reason: event.note };
    case 'ExpenditureSubmitted': {
      const { expenditure: number, amount, firstDay, lastDay, note, evidence } = event;
      const said = { number, amount, firstDay, lastDay, note, evidence, submittedBy: by, submittedAt: at };
      const open = { status: 'submitted', accepted: money(0n, amount.currency), decidedBy: '', decidedAt: '', reason: '' } as const;
      return { ...before, expenditures: [...before.expenditures, { ...said, ...open }] };
    }
    case 'ExpenditureAccepted':
      return deciding(before, event, { status: 'accepted', accepted: event.amount, decidedBy: by, decidedAt: at });
    case 'ExpenditureReturned':
      return deciding(before, event, { status: 'returned', decidedBy: by, decidedAt: at, reason: event.note });
  }
}

type Decided = Extract<AdvanceEvent, { type: 'ExpenditureAccepted' | 'ExpenditureReturned' }>;
function deciding(before: Advance, event: Decided, change: Partial<Expenditure>): Advance {
  const status = before.expenditures[event.expenditure - 1]?.status;
  if (status !== 'submitted') throw broken(event, status ?? 'absent');
  const expenditures = before.expenditures.map((each) => (each.number === event.expenditure ? { ...each, ...change } : each));
  return { ...before, expenditures };
}
