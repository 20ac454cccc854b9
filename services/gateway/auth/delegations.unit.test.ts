import { ProblemError } from '@junkan/kit/problem.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { delegationsOf } from './delegations.ts';

const chain = { correlationId: 'req_a', causationId: 'req_a' };
const actor = (person: string, ...roles: readonly Role[]): Actor => ({ person, organisation: 'spo_a', roles });
const [ann, dee, olu] = [actor('ann', 'sponsor.approver'), actor('dee'), actor('olu', 'sponsor.officer')];
const GIVEN = {
  number: 1,
  status: 'confirmed',
  role: 'sponsor.approver',
  givenBy: 'ann',
  takenBy: 'dee',
  confirmedBy: 'ben',
  firstDay: '2026-11-26',
  lastDay: '2026-11-26',
};

/** A registry that knows one delegation, or does not answer. */
function registry() {
  const registered = { asked: 0, isThere: true, delegations: [GIVEN] };
  const projects = {
    async standingDelegations() {
      registered.asked += 1;
      if (!registered.isThere) throw new ProblemError({ kind: 'unavailable', type: 'CallFailed', data: {} });
      return { delegations: { id: 'dlg_a', delegations: registered.delegations } };
    },
  };
  const clock = { now: () => '2026-11-26T12:00:00.000Z' };
  return { registered, delegations: delegationsOf({ 'project-registry': projects } as unknown as Services, clock) };
}

test('a person who decides, or has no role, acts as the registry says now; others read what was known a moment ago', async () => {
  const { registered, delegations } = registry();
  expect((await delegations.acting(dee, chain)).roles).toEqual(['sponsor.approver']);
  expect((await delegations.acting(ann, chain)).acting).toEqual({ given: [], joined: ['dee'] });
  expect(registered.asked).toBe(2);
  for (const reader of [dee, ann, olu]) await delegations.reading(reader, chain);
  await delegations.acting(olu, chain);
  expect(registered.asked).toBe(3);
});

test('what is changed through this gateway is read here at once', async () => {
  const { registered, delegations } = registry();
  expect((await delegations.reading(dee, chain)).roles).toEqual(['sponsor.approver']);
  registered.delegations = [{ ...GIVEN, status: 'ended' }];
  delegations.changed('spo_a', 'agr_a');
  expect((await delegations.reading(dee, chain)).roles).toEqual(['sponsor.approver']);
  delegations.changed('spo_a', 'dlg_a');
  expect((await delegations.reading(dee, chain)).roles).toEqual([]);
});

test('where the registry does not answer one reads with the own roles, and does not act', async () => {
  const { registered, delegations } = registry();
  registered.isThere = false;
  expect(await delegations.reading(dee, chain)).toEqual(dee);
  expect(await delegations.reading(ann, chain)).toEqual(ann);
  await expect(delegations.acting(ann, chain)).rejects.toThrow('CallFailed');
  registered.isThere = true;
  expect((await delegations.reading(dee, chain)).roles).toEqual(['sponsor.approver']);
});
