import { expect, onTestFinished, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { silent } from '../installation.fixture.ts';
import { call, dialled, echo, problemOf, tokensOf } from './echo.fixture.ts';
import { always, serve, serving } from './serve.ts';

/** A replica that becomes ready on request, with a method that answers before as well. */
async function replica(isReady: boolean, name: string) {
  const listeners: (() => void)[] = [];
  const state = { isReady, onChange: (listener: () => void) => void listeners.push(listener) };
  const { say, collect } = echo;
  const parts = { listen: '127.0.0.1:0', tokens: tokensOf('matching'), clock: policyClock(true), log: silent, readiness: state };
  const ordinary = serving({ say }, { say: ['workflows'] }, { say: async () => ({ words: name }) });
  const other = serving({ collect }, { collect: ['workflows'] }, { collect: async () => ({ words: name }) });
  const { address, close } = await serve([ordinary, always(other)], parts);
  onTestFinished(close);
  return {
    address,
    becomeReady(): void {
      state.isReady = true;
      for (const listener of listeners) listener();
    },
  };
}

test('what is not ready answers nothing but what it may always answer', async () => {
  const { address, becomeReady } = await replica(false, 'new');
  const { client } = dialled(address, { deadlineMs: 30_000 });
  expect(await client.collect((async function* () {})(), call)).toEqual({ words: 'new' });
  expect(await problemOf(client.say({ words: '' }, call))).toMatchObject({ kind: 'unavailable', type: 'PartIsNotReady' });
  const asked = client.say({ words: '' }, call);
  becomeReady();
  expect(await asked).toEqual({ words: 'new' });
});

test('its caller is answered by another replica meanwhile, and never refused', async () => {
  const [old, begun] = [await replica(true, 'old'), await replica(false, 'new')];
  const { client } = dialled([old.address, begun.address].join(','));
  const ask = async (): Promise<string> => (await client.say({ words: '' }, call)).words;
  expect(new Set(await Promise.all(Array.from({ length: 200 }, ask)))).toEqual(new Set(['old']));
  begun.becomeReady();
  await expect.poll(ask).toBe('new');
});
