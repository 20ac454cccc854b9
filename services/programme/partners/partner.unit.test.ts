import type { Actor, Role } from '@junkan/proto/actor.ts';
import { Partner } from '@junkan/proto/junkan/programme/v1/partners_model.ts';
import { describe, expect, test } from 'vitest';
import { partnerMessage } from '../fold.ts';
import { partnerFor } from '../readers.ts';
import { type Command, decide, type Event, evolve, initial, type State } from './partner.ts';

const now = '2027-02-01T03:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('mika', 'secretariat', 'secretariat.officer');
const approver = actor('aki', 'secretariat', 'secretariat.approver');
const trainer = actor('tara', 'ptn_a', 'programme.trainer');

const details = {
  name: 'Repair Network',
  otherNames: [{ language: 'ja', name: '修理ネットワーク' }],
  kind: 'network',
  country: 'JP',
  website: 'https://repair.example.org/about',
  themes: ['repair'],
} as const;
const register = { type: 'RegisterPartner', ...details, unknownCodes: [], now, by: officer } satisfies Command;
const ask = { type: 'NamePartnerContact', contact: 'txt_hana', now, by: officer } satisfies Command;
const close = { type: 'ClosePartner', note: 'txt_why', now, by: approver } satisfies Command;

const registered: Event = { type: 'PartnerRegistered', ...details, at: now, by: 'mika' };
const named: Event = { type: 'PartnerContactNamed', contact: 'txt_hana', at: now, by: 'mika' };
const closed: Event = { type: 'PartnerClosed', note: 'txt_why', at: now, by: 'aki' };

const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const nothing = accepted();

describe('a partner organisation', () => {
  test('is registered by an officer of the secretariat, once', () => {
    expect(decide(register, initial)).toEqual(accepted(registered));
    for (const by of [approver, trainer]) expect(decide({ ...register, by }, initial)).toMatchObject(refused('RoleIsMissing'));
    const strange = { ...officer, organisation: 'ptn_a' };
    expect(decide({ ...register, by: strange }, initial)).toMatchObject(refused('WrongOrganisation'));
    expect(decide(register, given(registered))).toEqual(nothing);
    expect(decide({ ...register, country: 'ID' }, given(registered))).toEqual(refused('PartnerIsRegistered', { name: 'Repair Network' }));
  });

  test('has a name, one for each language, and offers themes that there are', () => {
    expect(decide({ ...register, name: ' ' }, initial)).toEqual(refused('NameIsMissing'));
    expect(decide({ ...register, otherNames: [{ language: 'ja', name: ' ' }] }, initial)).toEqual(refused('NameIsMissing'));
    const twice = [...details.otherNames, { language: 'ja', name: '修理' }];
    expect(decide({ ...register, otherNames: twice }, initial)).toEqual(refused('LanguageIsNamedTwice', { languages: ['ja'] }));
    const codes = [{ field: 'themes[0]', code: 'repaire', list: 'themes', nearest: ['repair'] }];
    expect(decide({ ...register, unknownCodes: codes }, initial)).toEqual(refused('CodesAreUnknown', { codes }));
  });

  test.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'https://',
    'https://a b.org',
    'example.org',
    'https://localhost',
    'https://me:it@example.org',
  ])('has no website at %s', (website) => {
    expect(decide({ ...register, website }, initial)).toEqual(refused('WebsiteIsMalformed', { website }));
  });

  test('may be without a website', () => {
    expect(decide({ ...register, website: '' }, initial)).toMatchObject({ ok: true });
  });

  test('says whom to ask, in the place of who was named before', () => {
    expect(decide(ask, given(registered))).toEqual(accepted(named));
    expect(decide({ ...ask, by: approver }, given(registered))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...ask, by: trainer }, given(registered))).toMatchObject(refused('RoleIsMissing'));
    expect(decide(ask, given(registered, named))).toEqual(nothing);
    expect(decide({ ...ask, contact: '' }, given(registered, named))).toMatchObject({ ok: true, events: [{ contact: '' }] });
    expect(decide(ask, initial)).toEqual(refused('PartnerIsUnknown'));
  });

  test('is closed with a reason by an approver of the secretariat, and nobody is asked there any more', () => {
    expect(decide(close, given(registered, named))).toEqual(accepted(closed));
    for (const by of [officer, trainer]) expect(decide({ ...close, by }, given(registered))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...close, note: '' }, given(registered))).toEqual(refused('NoteIsMissing'));
    expect(decide(close, initial)).toEqual(refused('PartnerIsUnknown'));
    expect(given(registered, named, closed)).toMatchObject({ status: 'closed', contact: '', note: 'txt_why', closedAt: now });
  });

  test('stays closed', () => {
    const state = given(registered, named, closed);
    expect(decide(close, state)).toEqual(nothing);
    expect(decide({ ...close, note: 'txt_other' }, state)).toEqual(refused('PartnerIsClosed'));
    expect(decide({ ...close, by: { ...approver, person: 'noa' } }, state)).toEqual(refused('PartnerIsClosed'));
    expect(decide(ask, state)).toEqual(refused('PartnerIsClosed'));
    expect(decide({ ...ask, contact: '' }, state)).toEqual(nothing);
    expect(decide(register, state)).toEqual(nothing);
    expect(() => [named].reduce(evolve, initial as State)).toThrow('never registered');
  });
});

test('whom to ask and why it is closed is for the partner itself and for overseers; all else is for everybody', () => {
  const shownTo = (by: Actor, state: State) => partnerFor(by, partnerMessage('ptn_a', { state, version: 3 }) ?? Partner.fromPartial({}));
  const stranger = actor('eve', 'ptn_b', 'programme.juror');
  for (const reader of [officer, trainer]) {
    expect(shownTo(reader, given(registered, named))).toMatchObject({ contact: 'txt_hana' });
    expect(shownTo(reader, given(registered, closed))).toMatchObject({ note: 'txt_why' });
  }
  expect(shownTo(stranger, given(registered, named))).toMatchObject({ ...details, contact: '' });
  expect(shownTo(stranger, given(registered, closed))).toMatchObject({ status: 'closed', closedAt: now, note: '' });
});
