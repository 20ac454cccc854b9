import { expect, test } from 'vitest';
import { until } from '../installation.fixture.ts';
import { ProblemError } from '../problem.ts';
import { noting } from '../telemetry/noting.fixture.ts';
import type { Handlers } from './contract.ts';
import { call, dialled, type echo, started } from './echo.fixture.ts';

/** Both sides of a connection, with what they report. */
async function bothSides(handlers: Partial<Handlers<typeof echo>> = {}) {
  const telemetry = noting();
  const { address } = await started(handlers, '127.0.0.1:0', telemetry.telemetry);
  const { client } = dialled(address, { telemetry: telemetry.telemetry });
  const ended = () => telemetry.spans.map(({ beginning: { name, kind, parent }, ending }) => ({ name, kind, parent, ...ending }));
  return {
    client,
    durations: telemetry.durations,
    ended,
    allEnded: () => until(() => telemetry.spans.length === 2 && telemetry.spans.every(({ ending }) => ending)),
  };
}

const done = (method: string, outcome: object) => {
  const name = `junkan.test.Echo/${method}`;
  return [
    { name, kind: 'client', parent: undefined, ...outcome },
    { name, kind: 'server', parent: 'root-continued', ...outcome },
  ];
};

async function* upload() {
  yield { words: 'a' };
}

test.each([
  ['Say', (client: Client) => client.say({ words: 'a' }, call)],
  ['Collect', (client: Client) => client.collect(upload(), call)],
  ['Spell', (client: Client) => Array.fromAsync(client.spell({ words: 'a' }, call))],
])("a call of %s is a span on both sides, the server's within the client's, and both are counted", async (method, ask) => {
  const { client, ended, allEnded, durations } = await bothSides();
  await ask(client);
  await allEnded();
  expect(ended()).toEqual(done(method, { attributes: { 'rpc.response.status_code': 'OK' }, failure: undefined }));
  const attributes = { rpc_method: `junkan.test.Echo/${method}`, rpc_response_status_code: 'OK' };
  expect(durations.toSorted((a, b) => a.duration.localeCompare(b.duration))).toEqual([
    { duration: 'rpc_client_call_duration_seconds', attributes },
    { duration: 'rpc_server_call_duration_seconds', attributes },
  ]);
});

test.each([
  ['a refusal is an answer, known by the name of its fact and nothing else', 'FAILED_PRECONDITION', 'FundsAreShort', undefined],
  ['a bug is a fault, and nothing of what it says is shown', 'INTERNAL', 'CallFailed', 'INTERNAL'],
])('%s', async (_law, status, type, failure) => {
  const fault =
    failure === undefined
      ? new ProblemError({ kind: 'conflict', type: 'FundsAreShort', data: { who: 'Ms Yamada' } })
      : new Error('Ms Yamada has gone');
  const refuse = () => Promise.reject(fault);
  async function* breaking() {
    yield { words: 'a' };
    throw fault;
  }
  for (const ask of [
    (client: Client) => client.say({ words: '' }, call),
    (client: Client) => client.collect(upload(), call),
    (client: Client) => Array.fromAsync(client.spell({ words: '' }, call)),
  ]) {
    const { client, ended, allEnded } = await bothSides({ say: refuse, collect: refuse, spell: breaking });
    await expect(ask(client)).rejects.toThrow(type);
    await allEnded();
    const attributes = { 'rpc.response.status_code': status, 'junkan.refusal': type };
    expect(ended().map(({ attributes, failure }) => ({ attributes, failure }))).toEqual([
      { attributes, failure },
      { attributes, failure },
    ]);
  }
});

test('a download whose reader leaves has ended, as cancelled, on both sides', async () => {
  async function* endless() {
    for (;;) yield { words: 'x'.repeat(100_000) };
  }
  const { client, ended, allEnded } = await bothSides({ spell: endless });
  for await (const _ of client.spell({ words: '' }, call)) break;
  await allEnded();
  expect(ended()).toEqual(done('Spell', { attributes: { 'rpc.response.status_code': 'CANCELLED' }, failure: undefined }));
});

type Client = ReturnType<typeof dialled>['client'];
