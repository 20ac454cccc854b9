import { pino } from 'pino';
import { expect, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { silent } from '../installation.fixture.ts';
import { ProblemError } from '../problem.ts';
import { call, closings, dialled, echo, problemOf, tokensOf } from './echo.fixture.ts';
import { serve, serving, servingCommands } from './serve.ts';

const [WORD, OTHER] = [newId('wrd'), newId('wrd')];

test('a command that breaks a rule of its contract comes to no handler, whichever program calls; another comes as its rules have it', async () => {
  const came: string[] = [];
  const say = async (request: { words: string }) => {
    came.push(request.words);
    return request;
  };
  const admitted = { callers: { say: ['workflows'] }, commands: { say: { request: { words: { is: 'line', max: 5 } } } } } as const;
  const parts = { listen: '127.0.0.1:0', tokens: tokensOf('matching'), clock: policyClock(true), log: silent };
  const { address, close } = await serve([servingCommands({ say: echo.say }, admitted, { say })], parts);
  closings.push(close);
  const { client } = dialled(address);
  const refusal = { kind: 'invalid', type: 'FieldIsInvalid', data: { field: 'words', rule: 'must have at most 5 characters' } };
  expect(await problemOf(client.say({ words: 'kon nichi wa' }, call))).toEqual(refusal);
  expect(await client.say({ words: ' kon ' }, call)).toEqual({ words: 'kon' });
  expect(came).toEqual(['kon']);
});

test('a command is a line of the log with its item, its duration and its chain; a query of the chain is one of its details', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const admitted = { callers: { say: ['workflows'] }, commands: { say: { request: { words: { is: 'id', prefix: 'wrd' } } } } } as const;
  const parts = { listen: '127.0.0.1:0', tokens: tokensOf('matching'), clock: policyClock(true), log };
  const say = async (request: { words: string }) => {
    if (request.words === WORD) return { ...request, id: 'wrd_answered' };
    throw new ProblemError({ kind: 'conflict', type: 'WordIsTaken', data: {} });
  };
  const { address, close } = await serve([servingCommands({ say: echo.say }, admitted, { say })], parts);
  closings.push(close);
  const other = await serve([serving({ say: echo.say }, { say: ['workflows'] }, { say: async (request) => request })], parts);
  closings.push(other.close);
  const { client } = dialled(address);
  await client.say({ words: WORD }, call);
  await problemOf(client.say({ words: OTHER }, call));
  await dialled(other.address).client.say({ words: 'what?' }, call);
  const chain = { correlationId: 'chain', causationId: 'cause', ms: expect.any(Number) };
  expect(lines).toMatchObject([
    { level: 30, msg: 'command', method: echo.say.path, outcome: 'accepted', stream: 'wrd_answered', ...chain },
    { level: 30, msg: 'command', method: echo.say.path, outcome: 'WordIsTaken', stream: OTHER, ...chain },
    { level: 20, msg: 'query', outcome: 'accepted', ...chain },
  ]);
});
