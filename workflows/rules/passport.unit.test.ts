import { endOf, plusDays } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { policy } from '../testing/small-fakes.fixture.ts';
import { act, end, type Notice, noticeKey, rest } from './next.ts';
import { nextOfPassport, nextOfRequest, type PassportStep, type PassportView } from './passport.ts';

const validUntil = '2027-11-30';
const expiry = endOf(validUntil);
const reminderAt = plusDays(expiry, -policy.remindBeforeClearanceExpires);
const viewed = (now: string, change: Partial<PassportView> = {}): PassportView => ({
  now,
  status: 'cleared',
  clearance: 1,
  validUntil,
  underReview: false,
  policy,
  ...change,
});
const reminder: Notice = {
  do: 'RemindOf',
  matter: 'clearance',
  occurrence: `1/${validUntil}`,
  role: 'secretariat.officer',
  organisation: 'secretariat',
};
const expire: PassportStep = { do: 'ExpireClearance' };
const nothing = new Set<string>();
const reminded = new Set([noticeKey(reminder)]);

describe('a request of due diligence', () => {
  const notice: Notice = {
    do: 'RemindOf',
    matter: 'due-diligence',
    occurrence: '2',
    role: 'secretariat.verifier',
    organisation: 'secretariat',
  };
  const asked = { requests: 2, underReview: true } as const;

  test('is sent to who verifies, at once and once, also while there is a valid clearance', () => {
    for (const status of ['requested', 'cleared'] as const) {
      const view = viewed('2026-11-24T12:00:00.000Z', { ...asked, status });
      expect(nextOfRequest(2, view, nothing)).toEqual(act(notice));
      expect(nextOfRequest(2, view, new Set([noticeKey(notice)]))).toEqual(end());
    }
  });

  test('is sent to nobody once it has its verdict, or another has taken its place', () => {
    for (const change of [{ underReview: false }, { requests: 3 }])
      expect(nextOfRequest(2, viewed('2026-11-24T12:00:00.000Z', { ...asked, ...change }), nothing)).toEqual(end());
  });
});

describe('while there is a valid clearance', () => {
  test('the secretariat is reminded before its last day, at that moment and once', () => {
    expect(nextOfPassport(1, viewed(plusDays(reminderAt, -1)), nothing)).toEqual(rest(reminderAt));
    expect(nextOfPassport(1, viewed(reminderAt), nothing)).toEqual(act(reminder));
    expect(nextOfPassport(1, viewed(reminderAt), reminded)).toEqual(rest(expiry));
  });

  test('nobody is reminded of what is asked for already', () => {
    expect(nextOfPassport(1, viewed(reminderAt, { underReview: true }), nothing)).toEqual(rest(expiry));
  });

  test('it expires when its last day is over, not a moment before; a late observation reminds nobody', () => {
    expect(nextOfPassport(1, viewed(expiry.replace('.999Z', '.998Z')), reminded)).toEqual(rest(expiry));
    expect(nextOfPassport(1, viewed(expiry), reminded)).toEqual(act(expire));
    expect(nextOfPassport(1, viewed(plusDays(expiry, 90)), nothing)).toEqual(act(expire));
  });
});

test.each(['requested', 'flagged', 'revoked', 'expired'] as const)('it ends, and does nothing, where the passport is %s', (status) => {
  expect(nextOfPassport(1, viewed(plusDays(expiry, 1), { status }), nothing)).toEqual(end());
});

test('it ends where another clearance has taken its place', () => {
  expect(nextOfPassport(1, viewed(plusDays(expiry, 1), { clearance: 2 }), nothing)).toEqual(end());
});
