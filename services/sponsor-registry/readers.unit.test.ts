import type { Actor, Role } from '@junkan/proto/actor.ts';
import { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { expect, test } from 'vitest';
import { passportFor } from './readers.ts';
import { maySeeEnvelope } from './sponsors/readers.ts';

const actor = (organisation: string, role: Role): Actor => ({ person: 'p', organisation, roles: [role] });
const reliance = (organisation: string) => ({ clearance: 1, project: 'prj_1', organisation, by: 'ana' });
const passport: Passport = {
  ...Passport.fromPartial({ id: 'ddp_1', version: 3, status: 'flagged', subject: 'org_a', clearance: 1, level: 'yellow' }),
  requestedBy: 'rei',
  judgedBy: 'vera',
  note: 'The treasurer',
  reminded: ['due-diligence'],
  reliances: [reliance('spo_a'), reliance('spo_b')],
};

test('everybody reads the state of due diligence, sponsors why and what they relied on themselves, and overseers all', () => {
  expect(passportFor(actor('secretariat', 'auditor'), passport)).toEqual(passport);
  expect(passportFor(actor('spo_a', 'sponsor.officer'), passport)).toEqual({ ...passport, reliances: [reliance('spo_a')] });
  // Whom it is about is no party to it.
  for (const reader of [actor('org_a', 'proposer.officer'), actor('org_b', 'proposer.certifier')])
    expect(passportFor(reader, passport)).toEqual({ ...passport, requestedBy: '', judgedBy: '', note: '', reliances: [], reminded: [] });
});

test('what is left in an envelope its own sponsor knows, and overseers', () => {
  const readers = [actor('spo_a', 'sponsor.approver'), actor('spo_b', 'sponsor.approver'), actor('org_a', 'proposer.officer')];
  expect([...readers, actor('secretariat', 'finance.maker')].map((reader) => maySeeEnvelope(reader, { sponsor: 'spo_a' }))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
