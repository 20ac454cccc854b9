import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { silent } from '../installation.fixture.ts';
import { call, dialled, echo, problemOf, tokensOf } from './echo.fixture.ts';
import { serve, serving } from './serve.ts';

// Replicas of two versions, of which the older one knows of a request the words alone.

const older = {
  requestDeserialize: (bytes: Buffer) => ({ words: (JSON.parse(bytes.toString()) as { words: string }).words }),
};
const OLDER = { ...echo.say, ...older };

async function replica(name: 'old' | 'new'): Promise<string> {
  const say = name === 'old' ? OLDER : echo.say;
  const served = serving({ say }, { say: ['workflows'] }, { say: async ({ words }: { words: string }) => ({ words: `${words} ${name}` }) });
  const parts = { listen: '127.0.0.1:0', tokens: tokensOf('matching'), clock: policyClock(true), log: silent };
  const { address, close } = await serve([served], parts);
  onTestFinished(close);
  return address;
}

const more = { words: 'more', tone: 'loud' };

test('a request that says more than a replica knows is answered by one that knows it all, and so is what is the same to both', async () => {
  const { client } = dialled([await replica('old'), await replica('new')].join(','));
  const ask = async (request: { words: string }): Promise<string> => (await client.say(request, call)).words;
  expect(new Set(await Promise.all(Array.from({ length: 100 }, () => ask(more))))).toEqual(new Set(['more new']));
  expect(new Set(await Promise.all(Array.from({ length: 100 }, () => ask({ words: 'less' }))))).toEqual(new Set(['less old', 'less new']));
});

test('where all are older, nothing of it is done, and the caller is told to come again', async () => {
  const { client } = dialled(await replica('old'));
  const notYet = { kind: 'unavailable', type: 'NotYetEverywhere' };
  expect(await problemOf(client.say(more, call))).toMatchObject(notYet);
  // A method that it does not have.
  const { address, close } = await serve([], {
    listen: '127.0.0.1:0',
    tokens: tokensOf('matching'),
    clock: policyClock(true),
    log: silent,
  });
  onTestFinished(close);
  expect(await problemOf(dialled(address).client.say({ words: 'la' }, call))).toMatchObject(notYet);
});

test('nor is anything done of an upload one of whose parts says more than its replica knows, nor of what is asked for a download', async () => {
  const given: string[] = [];
  const contract = { collect: { ...echo.collect, ...older }, spell: { ...echo.spell, ...older } };
  const served = serving(
    contract,
    { collect: ['workflows'], spell: ['workflows'] },
    {
      async collect(parts: AsyncIterable<{ words: string }>) {
        for await (const { words } of parts) given.push(words);
        return { words: given.join('') };
      },
      async *spell({ words }: { words: string }) {
        yield { words };
      },
    },
  );
  const parts = { listen: '127.0.0.1:0', tokens: tokensOf('matching'), clock: policyClock(true), log: silent };
  const { address, close } = await serve([served], parts);
  onTestFinished(close);
  const { client } = dialled(address);
  const upload = (...sent: { words: string }[]) => client.collect(Readable.from(sent), call);
  const notYet = { kind: 'unavailable', type: 'NotYetEverywhere' };
  expect(await problemOf(upload({ words: 'less' }, more, { words: 'rest' }))).toMatchObject(notYet);
  expect(given).toEqual(['less']);
  expect(await problemOf(Array.fromAsync(client.spell(more, call)))).toMatchObject(notYet);
  expect(await upload({ words: 'all' })).toEqual({ words: 'lessall' });
});
