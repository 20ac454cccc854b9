import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signingKeys } from '../installation.fixture.ts';
import { verifiedIn } from './verified.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junkan-verified-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = (keys = signingKeys) => verifiedIn(folder, { name: 'accounts' }, keys)('bank');
const message = (seq: number, text = `event ${seq}`, subject = 'junkan.events.bank') => ({ seq, subject, data: Buffer.from(text) });

test('a message is known again by its place, its subject, its bytes and the keys', () => {
  const verified = opened();
  verified.add(message(7));
  verified.keep();
  verified.close();
  const again = opened();
  expect(again.has(message(7))).toBe(true);
  expect([message(8, 'event 7'), message(7, 'event 8'), message(7, 'event 7', 'junkan.events.shop')].map(again.has)).toEqual([
    false,
    false,
    false,
  ]);
  again.close();
  expect(opened({ ...signingKeys, publicKeys: '{}' }).has(message(7))).toBe(false);
  expect(opened({ ...signingKeys, owners: { ...signingKeys.owners, bank: 'thief' } }).has(message(7))).toBe(false);
});

test('whatever is added in whichever order, with gaps, is known again, and nothing else', () => {
  const sequences = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 4_000, max: 13_000 })));
  fc.assert(
    fc.property(sequences, fc.func(fc.boolean()), (added, keeps) => {
      rmSync(join(folder, 'accounts-bank.verified'), { force: true });
      const verified = opened();
      for (const seq of added) {
        verified.add(message(seq));
        if (keeps(seq)) verified.keep();
      }
      verified.keep();
      verified.close();
      const again = opened();
      const asked = [...added, ...added.map((seq) => seq + 1)];
      expect(asked.filter((seq) => again.has(message(seq))).sort()).toEqual(asked.filter((seq) => added.includes(seq)).sort());
      again.close();
    }),
    { seed: 20261126 },
  );
});

test('what a crash has torn off is not known', () => {
  const verified = opened();
  for (const seq of [1, 2, 3]) verified.add(message(seq));
  verified.keep();
  verified.close();
  truncateSync(join(folder, 'accounts-bank.verified'), 40);
  const again = opened();
  expect([1, 2, 3].map((seq) => again.has(message(seq)))).toEqual([true, true, false]);
});
