import { expect, test } from 'vitest';
import { examiner } from './examiner.ts';
import { HONEST } from './honest.fixture.ts';
import { HOSTILE } from './hostile.fixture.ts';

test('files that come at once are each examined in the thread, also after one that is refused', async () => {
  const { examine } = examiner();
  const mixed = [HOSTILE[30], HONEST[0], HOSTILE[60], HONEST[6]].flatMap((file) => (file ? [file] : []));
  const found = await Promise.all(mixed.map(({ bytes, mediaType }) => examine(new Uint8Array(bytes), mediaType)));
  expect(found.map(({ fault }) => fault)).toEqual(mixed.map((file) => ('fault' in file ? file.fault : undefined)));
});
