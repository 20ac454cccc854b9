import { faultOfFile } from '@junkan/kit/files/examine.ts';
import { lookDistance, lookOf, MAX_LOOK_DISTANCE } from '@junkan/kit/files/looks.ts';
import { takenOf } from '@junkan/kit/files/taken.ts';
import { expect, test } from 'vitest';
import { document } from './documents.ts';
import { photograph } from './photographs.ts';

const JPEG = 'image/jpeg';
const TAKEN = { at: '2026-03-02T14:03:11+09:00', latitude: '35.443700', longitude: '139.638000' };

test('a photograph is a picture that says when and where it is to have been taken, and is the same each time', async () => {
  const picture = photograph('hub', TAKEN);
  expect(await faultOfFile(picture, JPEG)).toBeUndefined();
  expect(takenOf(picture, JPEG)).toEqual(TAKEN);
  expect(photograph('hub', TAKEN)).toEqual(picture);
});

test('no two photographs look alike', () => {
  const looks = Array.from({ length: 24 }, (_, each) => lookOf(photograph(`site ${each}`, TAKEN), JPEG) ?? '');
  const pairs = looks.flatMap((one, at) => looks.slice(at + 1).map((other) => lookDistance(one, other)));
  expect(Math.min(...pairs)).toBeGreaterThan(MAX_LOOK_DISTANCE);
});

test('a document is a PDF that is taken, and is the same each time', async () => {
  const study = await document('Feasibility study', ['What it is about.', 'What it costs.']);
  expect(await faultOfFile(study, 'application/pdf')).toBeUndefined();
  expect(await document('Feasibility study', ['What it is about.', 'What it costs.'])).toEqual(study);
});
