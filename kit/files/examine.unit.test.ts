import { describe, expect, test } from 'vitest';
import { faultOfFile } from './examine.ts';
import { HONEST } from './honest.fixture.ts';
import { HOSTILE } from './hostile.fixture.ts';
import { FILE_TYPES } from './types.ts';

describe('a hostile file is refused with the reason', () => {
  test.each(HOSTILE.map((file) => [file.fault, file.name, file] as const))('%s: %s', async (fault, _, { bytes, mediaType }) => {
    expect(await faultOfFile(bytes, mediaType)).toBe(fault);
  });
});

describe('an honest file is taken', () => {
  test.each(HONEST.map((file) => [file.name, file] as const))('%s', async (_, { bytes, mediaType }) => {
    expect(await faultOfFile(bytes, mediaType)).toBeUndefined();
  });
});

test('there are honest files of every type, and each is refused as of every type that its content is not of', async () => {
  expect(new Set(HONEST.map(({ mediaType }) => mediaType))).toEqual(new Set(FILE_TYPES.map(({ mediaType }) => mediaType)));
  const isText = (mediaType: string) => /text|json/.test(mediaType) && !mediaType.includes('opendocument');
  const related = (one: string, other: string) =>
    one === other || (isText(one) && isText(other)) || (/hei[cf]/.test(one) && /hei[cf]/.test(other));
  for (const { bytes, mediaType } of HONEST)
    for (const other of FILE_TYPES)
      if (!related(mediaType, other.mediaType))
        expect([mediaType, other.mediaType, await faultOfFile(bytes, other.mediaType)]).not.toContain(undefined);
});
