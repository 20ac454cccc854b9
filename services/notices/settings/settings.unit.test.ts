import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { type Command, type Event, evolve, initial, MAX_SEARCHES } from './settings.ts';

const by: Actor = { person: 'per_a', organisation: 'org_a', roles: ['proposer.officer'] };
const own = { person: 'per_a', organisation: 'org_a' };
const now = '2026-11-24T12:00:00.000Z';
const look = { language: 'ja', timeZone: 'Asia/Tokyo', density: 'compact', shortcutsOff: true, mail: '', digest: 'off' } as const;
const roles = by.roles;
const change = { type: 'ChangeSettings', ...look, isAddress: false, by } as const;
const changed = { type: 'SettingsChanged', ...look, roles, ...own } as const;
const search = { name: 'Compost', list: 'projects', query: 'q=compost' } as const;
const saved = { type: 'SearchSaved', search: { number: 1, ...search, toldSince: '' }, ...own } as const;
const save = { type: 'SaveSearch', ...search, tell: false, now, by } as const;
const place = (at: string): string => `${at}/prj_a@00000003`;
const when =
  (...given: readonly Event[]) =>
  (command: Command) =>
    decide(command, given.reduce(evolve, initial));

test('settings are changed by the person whose they are, whatever the role', () => {
  expect(when()(change)).toEqual({ ok: true, events: [changed] });
  expect(when(changed)(change)).toEqual({ ok: true, events: [] });
  const clock: Actor = { person: 'per_a', organisation: 'secretariat', roles: ['clock.operator'] };
  expect(when()({ ...change, by: clock })).toMatchObject({ ok: false, rejection: { type: 'RoleIsMissing' } });
});

test('a time zone is one of the database of time zones', () => {
  expect(when()({ ...change, timeZone: 'Asia/Tokio' })).toEqual({
    ok: false,
    rejection: { type: 'TimeZoneIsUnknown', timeZone: 'Asia/Tokio' },
  });
});

test('mail goes to an address, as often as is wished, for the roles that were held when it was asked for', () => {
  const daily = { ...change, mail: 'txt_a', digest: 'daily', isAddress: true } as const;
  const updated = { ...changed, mail: 'txt_a', digest: 'daily' } as const;
  expect(when()(daily)).toEqual({ ok: true, events: [updated] });
  expect(when(updated)(daily)).toEqual({ ok: true, events: [] });
  expect(when(updated)({ ...daily, by: { ...by, roles: ['proposer.certifier'] } })).toMatchObject({
    events: [{ roles: ['proposer.certifier'] }],
  });
  expect(when()({ ...daily, mail: '' })).toEqual({ ok: false, rejection: { type: 'MailAddressIsMissing' } });
  expect(when()({ ...daily, isAddress: false })).toEqual({ ok: false, rejection: { type: 'MailAddressIsMalformed' } });
  // Recorded before there was mail.
  expect(evolve(initial, { ...changed, digest: '' }).digest).toBe('off');
});

test('what is muted replaces what was muted, in whatever order it is said', () => {
  const muted = { type: 'NoticesMuted', kinds: ['offer', 'reminder'], projects: ['prj_a'], ...own } as const;
  const mute = { type: 'MuteNotices', kinds: ['reminder', 'offer', 'offer'], projects: ['prj_a'], by } as const;
  expect(when()(mute)).toEqual({ ok: true, events: [muted] });
  expect(when(muted)(mute)).toEqual({ ok: true, events: [] });
  expect(when(muted)({ ...mute, kinds: [], projects: [] })).toMatchObject({ events: [{ kinds: [], projects: [] }] });
});

test('what was read stays read, and nothing is read before it has happened', () => {
  const upTo = place('2026-11-24T11:00:00.000Z');
  const read = { type: 'ReadNotices', upTo, now, by } as const;
  const done = { type: 'NoticesRead', upTo, ...own } as const;
  expect(when()(read)).toEqual({ ok: true, events: [done] });
  expect(when(done)({ ...read, upTo: place('2026-11-24T10:00:00.000Z') })).toEqual({ ok: true, events: [] });
  for (const wrong of [place('2026-11-24T13:00:00.000Z'), 'yesterday'])
    expect(when()({ ...read, upTo: wrong })).toEqual({ ok: false, rejection: { type: 'PlaceIsMalformed', place: wrong } });
});

test('a search is kept under a number that no other search ever has', () => {
  expect(when()(save)).toEqual({ ok: true, events: [saved] });
  const removed = { type: 'SearchRemoved', number: 1, ...own } as const;
  expect(when(saved, removed)(save)).toMatchObject({ events: [{ search: { number: 2 } }] });
  const all = Array.from({ length: MAX_SEARCHES }, (_, index) => ({ ...saved, search: { ...saved.search, number: index + 1 } }));
  expect(when(...all)(save)).toMatchObject({ rejection: { type: 'SearchesAreTooMany' } });
});

test('a search is changed and removed by its number; one that was removed is removed', () => {
  const renamed = { type: 'ChangeSearch', number: 1, ...search, name: 'Composting', tell: false, now, by } as const;
  expect(when(saved)(renamed)).toMatchObject({ events: [{ type: 'SearchChanged', search: { number: 1, name: 'Composting' } }] });
  expect(when(saved)({ ...renamed, name: search.name })).toEqual({ ok: true, events: [] });
  expect(when()(renamed)).toEqual({ ok: false, rejection: { type: 'SearchIsUnknown', number: 1 } });
  const removed = { type: 'SearchRemoved', number: 1, ...own } as const;
  expect(when(saved)({ type: 'RemoveSearch', number: 1, by })).toEqual({ ok: true, events: [removed] });
  expect(when(saved, removed)({ type: 'RemoveSearch', number: 1, by })).toEqual({ ok: true, events: [] });
  expect(when(saved)({ type: 'RemoveSearch', number: 2, by })).toMatchObject({ rejection: { type: 'SearchIsUnknown' } });
});

test('new finds are notified from the moment on that it was asked for, of matches alone', () => {
  const found = { name: 'Ours', list: 'matches', query: 'country=JP' } as const;
  const notifying = { type: 'SaveSearch', ...found, tell: true, now, by } as const;
  const notified = { type: 'SearchSaved', search: { number: 1, ...found, toldSince: now }, ...own } as const;
  expect(when()(notifying)).toEqual({ ok: true, events: [notified] });
  expect(when()({ ...notifying, list: 'work' })).toEqual({ ok: false, rejection: { type: 'SearchTellsNothing', list: 'work' } });
  const later = '2026-11-25T12:00:00.000Z';
  const change = { type: 'ChangeSearch', number: 1, ...found, tell: true, now: later, by } as const;
  expect(when(notified)(change)).toEqual({ ok: true, events: [] });
  expect(when(notified)({ ...change, name: 'Mine' })).toMatchObject({ events: [{ search: { name: 'Mine', toldSince: now } }] });
  // The results of another search were never notified.
  expect(when(notified)({ ...change, query: 'country=VN' })).toMatchObject({ events: [{ search: { toldSince: later } }] });
  expect(when(notified)({ ...change, tell: false })).toMatchObject({ events: [{ search: { toldSince: '' } }] });
});
