import { describe, expect, test } from 'vitest';
import { act, end, noticeKey, rest } from './next.ts';
import { nextOfSupportRequest, type RequestView, type RequestWait } from './request.ts';

const due = '2027-05-17T03:00:00.000Z';
const officer = { role: 'secretariat.officer', organisation: 'secretariat' };
const toAnswer: RequestWait = { matter: 'request-answer', occurrence: '2027-05-03T03:00:00.000Z', due, ...officer };
const viewed = (status: RequestView['status'], change: Partial<RequestView> = {}): RequestView => ({
  now: '2027-05-03T03:00:00.000Z',
  status,
  waits: [],
  untold: [],
  ...change,
});
const none: ReadonlySet<string> = new Set();
const { due: _, ...notice } = toAnswer;
const reminder = { do: 'RemindOf', ...notice } as const;
const escalation = { do: 'EscalateTo', ...notice, role: 'secretariat.approver' } as const;

describe('what is awaited', () => {
  const waiting = viewed('submitted', { waits: [toAnswer] });

  test('it sleeps until three days before the day', () => {
    expect(nextOfSupportRequest(waiting, none)).toEqual(rest('2027-05-14T03:00:00.000Z'));
  });

  test('then who has to do it is reminded, once', () => {
    const now = '2027-05-14T03:00:00.000Z';
    expect(nextOfSupportRequest({ ...waiting, now }, none)).toEqual(act(reminder));
    expect(nextOfSupportRequest({ ...waiting, now }, new Set([noticeKey(reminder)]))).toEqual(rest(due));
  });

  test('on its day silence climbs from the officer to the approver, once', () => {
    const late = { ...waiting, now: due };
    expect(nextOfSupportRequest(late, new Set([noticeKey(reminder)]))).toEqual(act(escalation));
    expect(nextOfSupportRequest(late, new Set([reminder, escalation].map(noticeKey)))).toEqual(rest());
  });

  test('silence of an expert climbs to the secretariat', () => {
    const wait = { ...toAnswer, matter: 'interests', role: 'programme.expert', organisation: 'ptn_a' };
    const { steps } = nextOfSupportRequest(viewed('assigned', { waits: [wait], now: due }), none);
    expect(steps.map((step) => 'role' in step && [step.do, step.role, step.organisation])).toEqual([
      ['RemindOf', 'programme.expert', 'ptn_a'],
      ['EscalateTo', 'secretariat.officer', 'secretariat'],
    ]);
  });

  test('a city is asked what came of it on the day itself, and its certifier a month later', () => {
    const wait = { ...toAnswer, matter: 'outcome', occurrence: 'after-12', role: 'proposer.officer', organisation: 'org_a' };
    const { due: __, ...asked } = wait;
    const view = viewed('adopted', { waits: [wait] });
    const first = { do: 'RemindOf', ...asked } as const;
    expect(nextOfSupportRequest(view, none)).toEqual(rest(due));
    expect(nextOfSupportRequest({ ...view, now: due }, none)).toEqual(act(first));
    const later = '2027-06-16T03:00:00.000Z';
    expect(nextOfSupportRequest({ ...view, now: due }, new Set([noticeKey(first)]))).toEqual(rest(later));
    expect(nextOfSupportRequest({ ...view, now: later }, new Set([noticeKey(first)]))).toEqual(
      act({ do: 'EscalateTo', ...asked, role: 'proposer.certifier' }),
    );
  });

  test('without a day nobody is reminded', () => {
    expect(nextOfSupportRequest(viewed('accepted', { waits: [{ ...toAnswer, due: '' }] }), none)).toEqual(rest());
  });
});

test('the library shows an adoption before all else', () => {
  const view = viewed('adopted', { untold: ['pol_a', 'pol_b'], waits: [toAnswer], now: due });
  expect(nextOfSupportRequest(view, none)).toEqual(
    act({ do: 'NoteAdoption', instrument: 'pol_a' }, { do: 'NoteAdoption', instrument: 'pol_b' }),
  );
});

describe('its end', () => {
  test.each(['adopted', 'declined', 'closed'] as const)('%s, it ends once nothing is awaited any more', (status) => {
    expect(nextOfSupportRequest(viewed(status), none)).toEqual(end());
  });

  test.each(['submitted', 'accepted', 'assigned', 'in-work', 'delivered', 'not-adopted'] as const)('%s, it waits', (status) => {
    expect(nextOfSupportRequest(viewed(status), none)).toEqual(rest());
  });

  test('a status that it does not know is waited out', () => {
    expect(nextOfSupportRequest(viewed('unrecognised', { untold: ['pol_a'], waits: [toAnswer], now: due }), none)).toEqual(rest());
  });
});
