import { expect, test } from 'vitest';
import { accountsOf, THE_SECRETARIAT } from './accounts.ts';
import { inventedName } from './invented.ts';

test('a person has the same name always, common where the organisation is, the family first where that is so', () => {
  const names = ['ID', 'JP', 'IN', 'XX', ''].map((country) => inventedName('org_1/proposer.officer', country));
  expect(names).toEqual(['ID', 'JP', 'IN', 'XX', ''].map((country) => inventedName('org_1/proposer.officer', country)));
  expect(new Set(names.slice(0, 3)).size).toBe(3);
  expect(names[1]).toMatch(/^(Sato|Suzuki|Takahashi|Tanaka|Watanabe|Ito|Nakamura|Kobayashi|Yoshida|Mori) /);
  expect(names[3]).toBe(names[4]);
});

test('no two persons of an organisation have the same name', () => {
  const organisations = Array.from({ length: 300 }, (_, at) => ({ id: `spo_${at}`, name: 'Fund', country: 'VN' }));
  for (const organisation of [THE_SECRETARIAT, ...organisations]) {
    const names = accountsOf(organisation).map(({ person }) => person);
    expect(new Set(names).size).toBe(names.length);
  }
});
