import { dayIn } from '@junkan/kit/pure/dates.ts';
import { describe, expect, test } from 'vitest';
import { acceptedOn, approve, both, confirm, effective, FUND, instruct, mistaken, request, returned, settle } from './agreement.fixture.ts';
import { decide } from './agreement.ts';
import type { Command } from './agreement-faces.ts';
import type { State } from './agreement-state.ts';
import { effectiveWith, rates, yen } from './exchange/exchange.fixture.ts';
import { dayOfPosting, entryOf, openDay, recordedOn } from './journal.ts';

const LATER = '2027-03-08T09:00:00.000Z';
const ordered = [request(), approve(), instruct()] as const;
const daysOf = (command: Command, state: State) => {
  const decision = decide(command, state);
  if (!decision.ok) throw new Error(decision.rejection.type);
  return decision.events.flatMap((event) => entryOf(event)?.day ?? []);
};

test('what the bank did is of its day, whenever two persons say so; what it cost, and what undoes that, is of the same', () => {
  const reported = acceptedOn(effectiveWith([yen]), ...ordered, settle());
  const settling = { ...confirm(), rates: rates('14'), now: LATER };
  expect(daysOf(settling, reported)).toEqual(['2027-03-01', '2027-03-01']);
  const back = acceptedOn(reported, settling, { ...returned({ valueDate: '2027-03-05' }), now: LATER });
  const returning = { ...confirm({ report: 2, by: both('second') }), now: LATER };
  expect(daysOf(returning, back)).toEqual(['2027-03-05', '2027-03-05']);
  // That it was a mistake is found today.
  const said = acceptedOn(back, returning, { ...mistaken(), now: LATER });
  expect(daysOf({ ...returning, report: 3, rates: rates('14') }, said)).toEqual([]);
  expect(daysOf(approve(), effective(request({ sponsor: FUND })))).toEqual([]);
});

describe('a posting stands', () => {
  const posting = { account: 'a', money: { amount: 1n, currency: 'USD' } };
  const at = '2027-01-03T01:00:00.000Z';
  const of = (entry: object) => dayOfPosting({ id: 'e', postings: [], recordedOn: '2027-01-03', ...entry }, posting, at);

  test('on the day of the bank, never on one to come; without one on that of its record, and as an earlier version had it', () => {
    expect([of({ day: '2026-12-30' }), of({ day: '2027-01-04' }), of({})]).toEqual(['2026-12-30', '2027-01-03', '2027-01-03']);
    expect(of({ day: '2026-12-30', recordedOn: undefined })).toBe('2027-01-03');
    const line = { number: 1, bookedOn: '2026-12-31', valueDate: '2027-01-02', bankReference: '' };
    expect(dayOfPosting({ id: 'e', postings: [], recordedOn: '2027-01-03' }, { ...posting, line }, at)).toBe('2026-12-31');
  });

  test('on the first open day where the month of its day is closed', () => {
    expect(openDay('2026-12-30', '2027-01-03', '')).toBe('2026-12-30');
    expect(openDay('2026-12-30', '2027-01-03', '2026-11-30')).toBe('2026-12-30');
    expect(openDay('2026-12-30', '2027-01-03', '2026-12-31')).toBe('2027-01-03');
    expect(openDay('2026-12-31', '2026-12-31', '2026-12-31')).toBe('2027-01-01');
  });

  test('by the clock of those who keep the books: their day ends at their midnight', () => {
    expect(dayIn('Asia/Tokyo', '2026-12-31T14:59:59.999Z')).toBe('2026-12-31');
    expect(dayIn('Asia/Tokyo', '2026-12-31T15:00:00.000Z')).toBe('2027-01-01');
    expect(dayIn('UTC', '2026-12-31T15:00:00.000Z')).toBe('2026-12-31');
    expect(recordedOn({ type: 'x', entry: { id: 'e', postings: [] } }, '2027-01-01')).toMatchObject({
      entry: { recordedOn: '2027-01-01' },
    });
    expect(recordedOn({ type: 'x', entry: undefined }, '2027-01-01')).toEqual({ type: 'x', entry: undefined });
  });
});
