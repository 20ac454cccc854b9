import { expect, test } from 'vitest';
import { act, end, rest } from './next.ts';
import { nextOfSession, type SessionView } from './session.ts';

const next = '2027-03-29T01:00:00.000Z';
const viewed = (status: SessionView['status'], change: Partial<SessionView> = {}): SessionView => ({
  now: '2027-03-01T01:00:00.000Z',
  status,
  version: 3,
  due: false,
  next: '',
  holders: [],
  ...change,
});

test.each(['scheduled', 'enrolling', 'full', 'running', 'held', 'closed', 'cancelled'] as const)(
  '%s: what the clock has brought is recorded before all else',
  (status) => {
    expect(nextOfSession(viewed(status, { due: true, next, holders: ['hana'] }))).toEqual(act({ do: 'StepSession', version: 3 }));
  },
);

test.each(['scheduled', 'enrolling', 'full', 'running'] as const)('%s: it waits for the next moment', (status) => {
  expect(nextOfSession(viewed(status, { next }))).toEqual(rest(next));
});

test('held, it waits until somebody wakes it', () => {
  expect(nextOfSession(viewed('held'))).toEqual(rest());
});

test('closed, it ends once a certificate is there for each who was named', () => {
  const step = (holder: string) => ({ do: 'ProposeCertificate', holder }) as const;
  expect(nextOfSession(viewed('closed', { holders: ['hana', 'ken'] }))).toEqual(act(step('hana'), step('ken')));
  expect(nextOfSession(viewed('closed'))).toEqual(end());
});

test('cancelled, it ends once the times of persons are given back', () => {
  expect(nextOfSession(viewed('cancelled', { due: true }))).toEqual(act({ do: 'StepSession', version: 3 }));
  expect(nextOfSession(viewed('cancelled'))).toEqual(end());
});

test('a status that it does not know is waited out', () => {
  expect(nextOfSession(viewed('unrecognised', { due: true, holders: ['hana'] }))).toEqual(rest());
});
