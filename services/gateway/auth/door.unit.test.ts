import type { Call } from '@junkan/kit/call.ts';
import { notFound, ProblemError } from '@junkan/kit/problem.ts';
import { expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { door } from './door.ts';

const CITY = 'org_city';
const call = (person: string, organisation: string): Call => ({
  actor: { person, organisation, roles: ['proposer.officer'] },
  commandId: 'cmd_a',
  correlationId: 'req_a',
  causationId: 'req_a',
});

/** Registries that know one city, and for whom each person acts. */
function registries() {
  const acting = new Map<string, string>();
  const asked: string[] = [];
  const projects = {
    async getProposer({ id }: { id: string }) {
      asked.push(id);
      if (id !== CITY) throw notFound('Proposer', id);
    },
    async affiliation({ person }: { person: string }) {
      asked.push(`${person}?`);
      return { organisation: acting.get(person) ?? '' };
    },
    async affiliate({ name }: { name: string }, { actor: { person, organisation } }: Call) {
      asked.push(name === '' ? person : `${person}, ${name}`);
      const before = acting.get(person) ?? organisation;
      if (before !== organisation) throw new ProblemError({ kind: 'forbidden', type: 'PersonActsForAnother', data: { person } });
      acting.set(person, organisation);
    },
  };
  const sponsors = {
    getSponsor: async ({ id }: { id: string }) =>
      Promise.reject(new ProblemError({ kind: 'unavailable', type: 'OutOfReach', data: { id } })),
  };
  const partners = new Map([['ptn_open', 'registered']]);
  const programme = {
    async readPartner({ id }: { id: string }) {
      const status = partners.get(id);
      if (status === undefined) throw notFound('Partner', id);
      return { partner: { id, status } };
    },
  };
  const open = () => door({ 'project-registry': projects, 'sponsor-registry': sponsors, programme } as unknown as Services);
  return { door: open(), another: open(), asked, partners };
}

test('only who comes for a registered organisation enters, and it is asked for once', async () => {
  const { door, asked } = registries();
  for (const organisation of [CITY, CITY, 'secretariat']) await door.enter(call('ann', organisation).actor, call('ann', CITY));
  expect(asked).toEqual([CITY, 'ann?']);
  for (const organisation of ['org_other', 'nowhere', 'junkan'])
    await expect(door.enter(call('ann', organisation).actor, call('ann', CITY))).rejects.toThrow('OrganisationIsNotRegistered');
});

test('a registry that cannot be asked is an outage, and no refusal', async () => {
  const { door } = registries();
  await expect(door.enter(call('ann', 'spo_fund').actor, call('ann', CITY))).rejects.toThrow('OutOfReach');
});

test('who has acted for one organisation acts for no other', async () => {
  const { door, asked } = registries();
  await door.act(call('ann', CITY), '');
  await door.act(call('ann', CITY), '');
  await door.act(call('ben', 'org_other'), '');
  expect(asked).toEqual(['ann', 'ben']);
  await expect(door.act(call('ann', 'org_other'), '')).rejects.toThrow('PersonActsForAnother');
});

test('the name of a person is recorded once, and again when it is another', async () => {
  const { door, asked } = registries();
  for (const name of ['', 'Ann Lee', 'Ann Lee', 'Ann Mori']) await door.act(call('ann', CITY), name);
  expect(asked).toEqual(['ann', 'ann, Ann Lee', 'ann, Ann Mori']);
});

test('who has acted for one organisation reads for no other, at any gateway', async () => {
  const { door, another, asked } = registries();
  const enters = (at: typeof door, organisation: string) => at.enter(call('ann', organisation).actor, call('ann', organisation));
  await enters(door, CITY);
  await another.act(call('ann', 'secretariat'), '');
  for (const _ of [1, 2]) await expect(enters(another, CITY)).rejects.toThrow('PersonActsForAnother');
  expect(asked).toEqual([CITY, 'ann?', 'ann', CITY]);

  const { door: third, another: fourth } = registries();
  await fourth.act(call('ann', CITY), '');
  for (const _ of [1, 2]) await expect(enters(third, 'secretariat')).rejects.toThrow('PersonActsForAnother');
  await enters(third, CITY);
});

test('who comes for a partner that is closed reads and acts no more, from then on', async () => {
  const { door, partners } = registries();
  await door.enter(call('tara', 'ptn_open').actor, call('tara', 'ptn_open'));
  await expect(door.enter(call('tara', 'ptn_other').actor, call('tara', 'ptn_other'))).rejects.toThrow('OrganisationIsNotRegistered');
  await door.act(call('tara', 'ptn_open'), '');
  partners.set('ptn_open', 'closed');
  await expect(door.act(call('tara', 'ptn_open'), '')).rejects.toThrow('OrganisationIsClosed');
  await door.enter(call('tara', 'ptn_open').actor, call('tara', 'ptn_open'));
});
