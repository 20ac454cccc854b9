import { plusDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { policy } from '../testing/small-fakes.fixture.ts';
import { act, end, type Notice, noticeKey, rest } from './next.ts';
import { nextOfScreening, type ScreeningView } from './screening.ts';

const due = '2026-12-31T23:59:59.999Z';
const reminderAt = plusDays(due, -policy.remindBeforeScreeningIsDue);
const viewed = (now: string, change: Partial<ScreeningView> = {}): ScreeningView => ({
  now,
  status: 'submitted',
  submission: 1,
  screeningDue: due,
  policy,
  ...change,
});
const matter = { matter: 'screening', occurrence: `1/${due}`, organisation: 'secretariat' };
const reminder: Notice = { do: 'RemindOf', ...matter, role: 'secretariat.officer' };
const escalation: Notice = { do: 'EscalateTo', ...matter, role: 'secretariat.approver' };
const sentAlready = (...notices: Notice[]) => new Set(notices.map(noticeKey));
const nothing = new Set<string>();

describe('while a submission waits', () => {
  test('nothing happens before the reminder is due, not even a millisecond before', () => {
    expect(nextOfScreening(1, viewed(plusDays(reminderAt, -1)), nothing)).toEqual(rest(reminderAt));
    expect(nextOfScreening(1, viewed(reminderAt.replace('.999Z', '.998Z')), nothing)).toEqual(rest(reminderAt));
  });

  test('the officer is reminded at that moment, and once', () => {
    expect(nextOfScreening(1, viewed(reminderAt), nothing)).toEqual(act(reminder));
    expect(nextOfScreening(1, viewed(reminderAt), sentAlready(reminder))).toEqual(rest(due));
  });

  test('the matter is escalated when the service level has ended, and once', () => {
    expect(nextOfScreening(1, viewed(due), sentAlready(reminder))).toEqual(act(escalation));
    expect(nextOfScreening(1, viewed(due), sentAlready(reminder, escalation))).toEqual(rest());
  });

  test('a first observation after both moments sends both', () => {
    expect(nextOfScreening(1, viewed(plusDays(due, 10)), nothing)).toEqual(act(reminder, escalation));
  });

  test('a new service level is another occurrence, which is reminded of again', () => {
    const later = plusDays(due, 40);
    const next = nextOfScreening(1, viewed(later, { screeningDue: later }), sentAlready(reminder, escalation));
    expect(next.steps.map(({ occurrence }) => occurrence)).toEqual([`1/${later}`, `1/${later}`]);
  });
});

test('it rests without a moment while the proposer is asked for more', () => {
  expect(nextOfScreening(1, viewed(plusDays(due, 90), { status: 'more-information-required' }), nothing)).toEqual(rest());
});

describe('while an eligible project waits to be opened', () => {
  const openingDue = plusDays(due, 20);
  const eligible = { status: 'eligible', openingDue } as const;
  const notice: Notice = {
    do: 'RemindOf',
    matter: 'opening',
    occurrence: `1/${openingDue}`,
    role: 'secretariat.officer',
    organisation: 'secretariat',
  };

  test('the officer is reminded when the opening is due, and once', () => {
    expect(nextOfScreening(1, viewed(due, eligible), nothing)).toEqual(rest(openingDue));
    expect(nextOfScreening(1, viewed(openingDue, eligible), nothing)).toEqual(act(notice));
    expect(nextOfScreening(1, viewed(openingDue, eligible), sentAlready(notice))).toEqual(rest());
  });

  test.each(['open', 'withdrawn'] as const)('it is over once the project is %s', (status) => {
    expect(nextOfScreening(1, viewed(openingDue, { openingDue: '', status }), nothing)).toEqual(end());
  });

  test('one that an earlier version declared has no day for its opening, and waits for nothing', () => {
    for (const earlier of [{ status: 'eligible' }, { status: 'eligible', openingDue: '' }] as const)
      expect(nextOfScreening(1, viewed(openingDue, earlier), nothing)).toEqual(end());
  });
});

test.each([
  'draft',
  'eligible',
  'ineligible',
  'open',
  'unfunded',
  'funded',
  'refused',
  'approved',
  'in-implementation',
  'completed',
  'closed',
] as const)('it ends, and sends nothing, where the project is %s', (status) => {
  expect(nextOfScreening(1, viewed(plusDays(due, 90), { status }), nothing)).toEqual(end());
});

test.each(['submitted', 'more-information-required'] as const)('it ends where another submission has taken its place (%s)', (status) => {
  expect(nextOfScreening(1, viewed(due, { submission: 2, status }), nothing)).toEqual(end());
});

test('two organisations with one role are two notices', () => {
  expect(noticeKey({ ...reminder, organisation: 'spo_a' })).not.toBe(noticeKey({ ...reminder, organisation: 'spo_b' }));
});
