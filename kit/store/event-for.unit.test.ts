import type { Actor, Role } from '@junkan/proto/actor.ts';
import { relationOf } from '@junkan/proto/readers.ts';
import { expect, test } from 'vitest';
import { type EventRules, eventFor } from './event-for.ts';

const RULES: EventRules = {
  EVENT_AUDIENCES: { round: { Opened: 'everyone', Offered: 'offer-sponsor', Reminded: 'parties' } },
  EVENT_ACTS: { Opened: ['own'], Offered: ['own'] },
  EVENT_READERS: { Opened: { by: 'partner', note: 'internal', ended: 'overseers' }, Offered: { by: 'partner' } },
};
const of = { proposer: 'org_a', submitted: true, organisations: ['org_a', 'spo_a'], sponsors: new Map([['off_b', 'spo_b']]) };
const read = (organisation: string, role: Role, type: string, data: object, aggregate = 'round') => {
  const actor: Actor = { person: 'p', organisation, roles: [role] };
  const entry = {
    stream: 's',
    version: 1,
    type,
    at: '',
    correlationId: 'chain~hana',
    causationId: 'req_1',
    erased: false,
    actor: 'hana',
    actingFor: '',
    note: 'txt_1',
  };
  const shown = eventFor({ actor, relation: relationOf(actor, of, of.organisations), of }, RULES)(
    { ...entry, data: JSON.stringify(data) },
    aggregate,
  );
  if (shown)
    expect([shown.correlationId, shown.causationId]).toEqual(shown.actor === '' ? ['', ''] : [entry.correlationId, entry.causationId]);
  return shown && { actor: shown.actor, note: shown.note, data: JSON.parse(shown.data) as object };
};
const opened = { round: 1, by: 'hana', note: 'txt_1', ended: ['off_b'] };

test('an event shows each reader the fields that are for it, and only a party who acted', () => {
  const all = { actor: 'hana', note: 'txt_1', data: opened };
  expect(read('secretariat', 'auditor', 'Opened', opened)).toEqual(all);
  expect(read('org_a', 'proposer.officer', 'Opened', opened)).toEqual({ ...all, data: { round: 1, by: 'hana', note: 'txt_1' } });
  expect(read('spo_a', 'sponsor.officer', 'Opened', opened)).toEqual({ actor: 'hana', note: '', data: { round: 1, by: 'hana' } });
  expect(read('spo_c', 'sponsor.officer', 'Opened', opened)).toEqual({ actor: '', note: '', data: { round: 1 } });
});

test('everybody who may learn of an offer has a part in it', () => {
  const offered = { offer: 'off_b', by: 'hana' };
  expect(read('spo_b', 'sponsor.officer', 'Offered', offered)).toMatchObject({ actor: 'hana', data: offered });
  for (const organisation of ['spo_a', 'spo_c']) expect(read(organisation, 'sponsor.officer', 'Offered', offered)).toBeUndefined();
});

test('an event that the contracts do not name is for overseers, whatever it is called', () => {
  for (const [type, aggregate] of [
    ['Discussed', 'round'],
    ['toString', 'round'],
    ['Opened', 'constructor'],
  ] as const) {
    expect(read('spo_a', 'sponsor.officer', type, {}, aggregate)).toBeUndefined();
    expect(read('secretariat', 'auditor', type, {}, aggregate)).toEqual({ actor: '', note: '', data: {} });
  }
});
