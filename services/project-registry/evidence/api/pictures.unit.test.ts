import { expect, test } from 'vitest';
import { pictureOf } from './pictures.ts';

const PLACE = { id: '1261481', name: 'New Delhi', country: 'IN', latitude: '28.63576', longitude: '77.22445' };
const SITE = { place: PLACE, since: '2026-01-10T09:00:00.000Z', uploaded: '2026-03-05T09:00:00.000Z' };
const AGRA = { latitude: '27.176670', longitude: '78.008072' };
const remarksAt = (at: string) => pictureOf({ at }, SITE).remarks;

test('how far it was taken from the place of the project is said in metres, and remarked on where that is another town', () => {
  const near = pictureOf({ latitude: '28.600000', longitude: '77.200000' }, SITE);
  expect(near).toEqual({ at: '', latitude: '28.600000', longitude: '77.200000', metresFromPlace: 4638, remarks: [] });
  const far = pictureOf(AGRA, SITE);
  // Some 180 km by the line.
  expect(Math.round((far.metresFromPlace ?? 0) / 1000)).toBe(180);
  expect(far.remarks).toEqual(['far-away']);
});

test('without a place of the project, or of the picture, no distance is said', () => {
  expect(pictureOf(AGRA, { ...SITE, place: undefined })).toMatchObject({ metresFromPlace: undefined, remarks: [] });
  expect(pictureOf({ at: '2026-02-01T10:00:00' }, SITE)).toMatchObject({ metresFromPlace: undefined, remarks: [] });
});

test('one from before the agreement is remarked on, and so is one from after its upload', () => {
  expect(remarksAt('2025-06-01T10:00:00')).toEqual(['before-the-agreement']);
  expect(remarksAt('2026-02-01T10:00:00')).toEqual([]);
  expect(remarksAt('2026-03-08T10:00:00')).toEqual(['after-the-upload']);
});

test('a clock without its offset has a day to spare on either side; one with it has none', () => {
  expect(remarksAt('2026-01-09T23:00:00')).toEqual([]);
  expect(remarksAt('2026-03-06T08:00:00')).toEqual([]);
  expect(remarksAt('2026-01-10T14:29:59+05:30')).toEqual(['before-the-agreement']);
  expect(remarksAt('2026-01-10T14:30:00+05:30')).toEqual([]);
  expect(remarksAt('2026-03-05T18:00:01+09:00')).toEqual(['after-the-upload']);
});
