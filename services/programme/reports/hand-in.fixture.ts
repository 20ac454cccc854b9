import type { Actor } from '@junkan/proto/actor.ts';
import { type Owing, ownOwing } from './owing.ts';

/** A signatory’s persons and those of the secretariat, and what it owes, for tests of what it hands in. */
export const OF = { signatory: 'sgn_a', attempt: 1, city: 'org_a', timeZone: 'Asia/Tokyo' } as const;
export const NOW = '2028-06-01T03:00:00.000Z';

export const officer: Actor = { person: 'hana', organisation: 'org_a', roles: ['proposer.officer'] };
export const certifier: Actor = { person: 'kenji', organisation: 'org_a', roles: ['proposer.certifier'] };
export const verifier: Actor = { person: 'vera', organisation: 'secretariat', roles: ['secretariat.verifier'] };
export const otherCity: Actor = { person: 'budi', organisation: 'org_b', roles: ['proposer.officer', 'proposer.certifier'] };
export const system: Actor = { person: 'system:workflows', organisation: 'junkan', roles: ['system.workflow'] };
/** A person with both roles of the city. */
export const both: Actor = { ...officer, roles: ['proposer.officer', 'proposer.certifier'] };

export const owing = (obligation: string, more: Partial<Owing> = {}): Owing => ({
  ...ownOwing(OF, obligation),
  dueOn: '2029-03-31',
  due: '2029-03-31T14:59:59.999Z',
  ...more,
});
