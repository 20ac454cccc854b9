import type { Actor, Role } from '@junkan/proto/actor.ts';
import { type Readers, type Relation, readable, relationOf } from '@junkan/proto/readers.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const TABLE = { id: 'public', sum: 'partner', note: 'internal', clue: 'overseers' } as const satisfies Record<string, Readers>;
const MESSAGE = { id: 'prj_1', sum: 0, note: '', clue: [], added: 'by a newer contract' };

test.each<[Relation, readonly string[]]>([
  ['overseer', ['id', 'sum', 'note', 'clue', 'added']],
  ['proposer', ['id', 'sum', 'note']],
  ['partner', ['id', 'sum']],
  ['stranger', ['id']],
])('a field is shown to whom it is for, and one that says nothing to overseers alone: %s', (relation, fields) => {
  const { shown, omitted } = readable(MESSAGE, TABLE, relation);
  expect(Object.keys(shown)).toEqual(fields);
  expect(omitted).toEqual(Object.keys(MESSAGE).filter((field) => !fields.includes(field)));
});

test('what every object inherits is no field that somebody may read', () => {
  const fields = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.string(), (field, value) => {
      const message = Object.fromEntries([[field, value]]);
      expect(readable(message, TABLE, 'proposer').shown).toEqual({});
    }),
  );
});

test('an overseer is one by role, a party by organisation, and anybody else a stranger', () => {
  const actor = (organisation: string, ...roles: Role[]): Actor => ({ person: 'p', organisation, roles });
  const of = { proposer: 'org_a' };
  expect(relationOf(actor('secretariat', 'auditor'), of)).toBe('overseer');
  expect(relationOf(actor('org_a', 'proposer.officer'), of)).toBe('proposer');
  expect(relationOf(actor('spo_a', 'sponsor.officer'), of, ['spo_a'])).toBe('partner');
  expect(relationOf(actor('spo_b', 'sponsor.officer'), of, ['spo_a'])).toBe('stranger');
  // A role that is not of the organisation's kind counts for nothing.
  expect(relationOf(actor('org_b', 'auditor'), of)).toBe('stranger');
});
