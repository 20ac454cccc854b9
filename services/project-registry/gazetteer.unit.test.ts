import { expect, test } from 'vitest';
import { gazetteer } from './gazetteer.ts';

const places = gazetteer();
const named = async (words: string, where = {}) =>
  (await places.search(words, { country: '', limit: 3, ...where })).map(({ name, country }) => `${name}, ${country}`);

test('a place is found by its number at GeoNames, with where it is', async () => {
  expect(await places.find('1848354')).toEqual({
    id: '1848354',
    name: 'Yokohama',
    country: 'JP',
    latitude: expect.stringMatching(/^35\.\d{5}$/),
    longitude: expect.stringMatching(/^139\.\d{5}$/),
  });
  for (const unknown of ['', '0', 'Yokohama']) expect(await places.find(unknown)).toBeUndefined();
});

test('places are found by how their names begin, whatever the letters and marks, the largest first', async () => {
  const [found] = await places.search('YOKOHA', { country: '', limit: 1 });
  expect(found).toEqual(await places.find('1848354'));
  expect(await named('da nang')).toEqual(await named('Đà Nẵng'));
  expect(await named('san', { limit: 20 })).toHaveLength(20);
  for (const place of await named('san', { country: 'PH' })) expect(place).toMatch(/, PH$/);
  expect(await named('  ')).toEqual([]);
  expect(await named('nowhere at all')).toEqual([]);
});
