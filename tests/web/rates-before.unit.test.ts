import { expect, test } from 'vitest';
import { changeOf, ratesBefore } from '../../web/src/areas/rates/before.ts';

type Sheet = Parameters<typeof ratesBefore>[0];

const edition = (number: number, standing: 'confirmed' | 'proposed' | 'replaced', rate: string) => ({
  number,
  standing,
  rates: [{ currency: 'JPY', rate }],
});
const sheet = (day: string, ...editions: Sheet['editions']): Sheet => ({ base: 'USD', day, editions });

const today = sheet('2026-01-06', edition(1, 'proposed', '14750'));
const yesterday = sheet('2026-01-05', edition(1, 'replaced', '1475'), edition(2, 'confirmed', '147.2'));

test('rates are compared with what is valid of the newest day before, of the same base', () => {
  const older = sheet('2026-01-04', edition(1, 'confirmed', '146'));
  const later = sheet('2026-01-07', edition(1, 'confirmed', '148'));
  const other = { ...yesterday, base: 'EUR' };
  expect(ratesBefore(today, 1, [later, other, older, yesterday])).toEqual(new Map([['JPY', '147.2']]));
  expect(ratesBefore(today, 1, [later, other])).toEqual(new Map());
});

test('a correction is compared with what it corrects', () => {
  const corrected = sheet('2026-01-06', edition(1, 'confirmed', '14750'), edition(2, 'proposed', '147.5'));
  expect(ratesBefore(corrected, 2, [yesterday])).toEqual(new Map([['JPY', '14750']]));
  expect(ratesBefore(corrected, 1, [yesterday])).toEqual(new Map([['JPY', '147.2']]));
});

test('how much a rate is above the one before', () => {
  expect(changeOf('14750', '147.5')).toBe(99);
  expect(changeOf('90', '100')).toBeCloseTo(-0.1);
});
