import { expect, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { silent } from '../installation.fixture.ts';
import { call, closings, dialled, echo, problemOf, tokensOf } from './echo.fixture.ts';
import { serve, servingCommands } from './serve.ts';

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
