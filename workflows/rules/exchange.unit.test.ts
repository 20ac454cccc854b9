import { expect, test } from 'vitest';
import { type ExchangeView, nextOfExchange } from './exchange.ts';
import { act, end, rest } from './next.ts';

const next = '2027-06-02T23:59:59.999Z';
const viewed = (status: ExchangeView['status'], change: Partial<ExchangeView> = {}): ExchangeView => ({
  now: '2027-05-03T03:00:00.000Z',
  status,
  version: 2,
  due: false,
  next: '',
  reminders: [],
  ...change,
});
const reminder = { matter: 'exchange-visit', occurrence: '1', role: 'proposer.officer', organisation: 'org_a' };

test.each(['invited', 'agreed', 'active', 'concluded', 'stopped', 'declined', 'expired'] as const)(
  '%s: what the clock has brought is recorded before all else',
  (status) => {
    expect(nextOfExchange(viewed(status, { due: true, next, reminders: [reminder] }))).toEqual(act({ do: 'StepExchange', version: 2 }));
  },
);

test.each(['invited', 'agreed', 'active', 'concluded', 'stopped', 'declined', 'expired'] as const)(
  '%s: it waits for the next moment',
  (status) => {
    expect(nextOfExchange(viewed(status, { next }))).toEqual(rest(next));
  },
);

test('who has let a day pass is reminded', () => {
  expect(nextOfExchange(viewed('agreed', { reminders: [reminder] }))).toEqual(act({ do: 'RemindOf', ...reminder }));
});

test('active, without a day, it waits until somebody wakes it', () => {
  expect(nextOfExchange(viewed('active'))).toEqual(rest());
});

test.each(['concluded', 'stopped', 'declined', 'expired'] as const)('%s, it ends once nothing is expected any more', (status) => {
  expect(nextOfExchange(viewed(status))).toEqual(end());
});

test('a status that it does not know is waited out', () => {
  expect(nextOfExchange(viewed('unrecognised', { due: true, reminders: [reminder] }))).toEqual(rest());
});
