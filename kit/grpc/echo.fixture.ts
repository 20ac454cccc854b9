import { afterEach } from 'vitest';
import { type Call, WORKFLOW_ACTOR } from '../call.ts';
import { policyClock } from '../clock.ts';
import { silent } from '../installation.fixture.ts';
import { keysOf, newKeys } from '../keys.ts';
import { ProblemError } from '../problem.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Handlers } from './contract.ts';
import { dialler } from './dial.ts';
import { type InternalTokens, internalTokens } from './internal-token.ts';
import { serve, serving } from './serve.ts';

/** A contract for tests, with JSON on the wire. */
type Said = { readonly words: string };

const json = {
  requestSerialize: (value: Said): Buffer => Buffer.from(JSON.stringify(value)),
  requestDeserialize: (bytes: Buffer): Said => JSON.parse(bytes.toString()) as Said,
  responseSerialize: (value: Said): Buffer => Buffer.from(JSON.stringify(value)),
  responseDeserialize: (bytes: Buffer): Said => JSON.parse(bytes.toString()) as Said,
};

export const echo = {
  say: { path: '/junkan.test.Echo/Say', requestStream: false, responseStream: false, ...json },
  collect: { path: '/junkan.test.Echo/Collect', requestStream: true, responseStream: false, ...json },
  spell: { path: '/junkan.test.Echo/Spell', requestStream: false, responseStream: true, ...json },
} as const;

export const keys = newKeys(['workflows', 'gateway', 'matching', 'disbursement']);
/** The tokens of a program; the echo is matching's. */
export const tokensOf = (program: keyof typeof keys, of = keys): InternalTokens => internalTokens(keysOf(program, of[program]));
const callers = { say: ['workflows', 'person'], collect: ['workflows'], spell: ['workflows'] } as const;
export const call: Call = { actor: WORKFLOW_ACTOR, commandId: 'command', correlationId: 'chain', causationId: 'cause', expectedVersion: 3 };
/** What a test has opened; closed after it, last opened first. */
export const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

const usual: Handlers<typeof echo> = {
  say: async ({ words }) => ({ words }),
  async collect(requests) {
    let words = '';
    for await (const part of requests) words += part.words;
    return { words };
  },
  async *spell({ words }) {
    for (const letter of words) yield { words: letter };
  },
};

/** A server of the contract, for one test. */
export async function started(handlers: Partial<Handlers<typeof echo>> = {}, listen = '127.0.0.1:0', telemetry?: Telemetry, trial = true) {
  const clock = policyClock(trial);
  const parts = { listen, tokens: tokensOf('matching'), clock, log: silent, telemetry };
  const server = await serve([serving(echo, callers, { ...usual, ...handlers })], parts);
  closings.push(server.close);
  return { ...server, clock };
}

type Dialling = { tokens?: InternalTokens; program?: string; deadlineMs?: number; telemetry?: Telemetry; trial?: boolean };

/** A caller of that server. */
export function dialled(address: string, { tokens = tokensOf('workflows'), program = 'matching', trial = true, ...rest }: Dialling = {}) {
  const clock = policyClock(trial);
  const channel = dialler(address, { tokens, program, clock, ...rest });
  closings.push(channel.close);
  return { client: channel.client(echo), clock };
}

/** The problem with which a call is refused. */
export const problemOf = (refused: Promise<unknown>): Promise<unknown> =>
  refused.then(
    () => undefined,
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );
