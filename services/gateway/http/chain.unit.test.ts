import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { chainFor, ownChain } from './chain.ts';

const city: Actor = { person: 'per_a', organisation: 'org_a', roles: ['proposer.officer'] };
const sponsor: Actor = { person: 'per_b', organisation: 'spo_b', roles: ['sponsor.officer'] };
const auditor: Actor = { person: 'per_c', organisation: 'secretariat', roles: ['auditor'] };

test('a chain that a person has named is shown to that person and to overseers, and to nobody else', () => {
  const chain = ownChain('import:1', city);
  expect([city, sponsor, auditor].map((actor) => chainFor(actor, chain))).toEqual([chain, '', chain]);
  expect(ownChain('import:1', sponsor)).not.toBe(chain);
});

test('a chain that nobody has named is shown to everybody', () => {
  expect(chainFor(sponsor, 'req_1')).toBe('req_1');
});
