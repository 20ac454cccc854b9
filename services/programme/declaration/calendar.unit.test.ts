import { expect, test } from 'vitest';
import { deadlinesOf } from './api/deadlines.ts';
import { calendarFor } from './calendar.ts';
import { acceptedOn, active, answerTo, certifier, invited, noon, officer, on, secretary, stranger, withdraw } from './signatory.fixture.ts';
import type { Command, Existing, State } from './signatory.ts';

const open = (hash: string, by = officer): Command => ({ type: 'OpenCalendar', hash, language: 'ja', now: noon('2027-02-01'), by });
const close = (by = officer): Command => ({ type: 'CloseCalendar', now: noon('2027-02-02'), by });
const readBy = (state: State, hash: string): boolean => calendarFor(state as Existing, hash) !== undefined;
const [one, two] = ['1'.repeat(64), '2'.repeat(64)];

test('an officer of a signatory opens its calendar for a secret; another secret ends the first, and nobody else may', () => {
  const opened = acceptedOn(active, open(one));
  expect(answerTo(open(one), active)).toEqual([
    { type: 'CalendarOpened', hash: one, language: 'ja', at: noon('2027-02-01'), by: officer.person },
  ]);
  expect(answerTo(open(one), opened)).toEqual([]);
  expect([readBy(active, ''), readBy(opened, one), readBy(opened, two)]).toEqual([false, true, false]);
  const renewed = acceptedOn(opened, open(two));
  expect([readBy(renewed, one), readBy(renewed, two)]).toEqual([false, true]);
  for (const by of [certifier, secretary]) expect(answerTo(open(one, by), active)).toMatchObject({ type: 'RoleIsMissing' });
  expect(answerTo(open(one, stranger), active)).toMatchObject({ type: 'WrongOrganisation' });
  expect(answerTo(open(one), invited)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'invited' });
});

test('a calendar that is withdrawn, or whose city has left, is read by nobody', () => {
  const opened = acceptedOn(active, open(one));
  const closed = acceptedOn(opened, close());
  expect([readBy(closed, one), answerTo(close(), closed), answerTo(close(), active)]).toEqual([false, [], []]);
  expect(readBy(acceptedOn(opened, withdraw('2027-03-01')), one)).toBe(false);
  expect(readBy(acceptedOn(closed, open(one)), one)).toBe(true);
});

test('its days are those on which something is due while it is the city’s turn, and the steps ahead where nothing happens', () => {
  const days = (state: State, today: string) =>
    deadlinesOf(state as Existing, today)
      .filter(({ obligation }) => obligation === 'plan')
      .map(({ on: day, rung, days: before }) => [day, rung, before]);
  expect(days(active, '2029-03-10').slice(0, 3)).toEqual([
    ['2029-03-31', '', 0],
    ['2029-03-24', 'reminded', 7],
    ['2029-04-01', 'overdue', 0],
  ]);
  const submitted = acceptedOn(active, on('plan', '2029-03-20').submitted);
  expect(days(submitted, '2029-03-21').map(([, rung]) => rung)).not.toContain('');
  expect(days(acceptedOn(submitted, on('plan', '2029-04-02').accepted), '2029-04-03')).toEqual([]);
});
