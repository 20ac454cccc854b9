import type { Role } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { maySee, partiesOf } from './readers.ts';

const agreement = { proposer: 'org_a', shares: [{ sponsor: 'spo_a' }, { sponsor: 'spo_b' }] } as const;
const sees = (organisation: string, role: Role): boolean => maySee({ person: 'p', organisation, roles: [role] }, agreement);

test('an agreement is there for its parties and overseers, and for nobody else', () => {
  expect(partiesOf(agreement)).toEqual(['org_a', 'spo_a', 'spo_b']);
  expect([sees('org_a', 'proposer.certifier'), sees('spo_b', 'sponsor.officer'), sees('secretariat', 'auditor')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([sees('org_b', 'proposer.certifier'), sees('spo_c', 'sponsor.approver'), sees('spo_c', 'auditor')]).toEqual([false, false, false]);
});
