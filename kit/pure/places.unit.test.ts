import { describe, expect, test } from 'vitest';
import { COUNTRIES, countriesOfRegion, isCountry } from './places.ts';

test('every assigned country of ISO 3166-1 is known by its two letters, and nothing else is', () => {
  expect(COUNTRIES.length).toBe(249);
  for (const { code } of COUNTRIES) expect(isCountry(code)).toBe(true);
  for (const code of ['', 'in', 'IND', 'XX', 'UK', '034']) expect(isCountry(code)).toBe(false);
});

describe('a region of UN M49 is the set of its countries', () => {
  test('at every depth', () => {
    expect(countriesOfRegion('034')).toEqual(['AF', 'BD', 'BT', 'IN', 'IR', 'LK', 'MV', 'NP', 'PK']);
    expect(countriesOfRegion('030')).toEqual(['CN', 'HK', 'JP', 'KP', 'KR', 'MN', 'MO']);
    expect(countriesOfRegion('009')).toEqual(expect.arrayContaining(countriesOfRegion('061')));
    expect(countriesOfRegion('001').length).toBe(248);
  });

  test('and a country or an unknown code is no region', () => {
    expect(countriesOfRegion('356')).toEqual([]);
    expect(countriesOfRegion('999')).toEqual([]);
  });
});
