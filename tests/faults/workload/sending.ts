import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerOf, BodyOf, OperationName, Parameters, ParametersOf } from '@junkan/client/operations.ts';
import { requestNow } from '@junkan/client/requests.ts';
import { inTurns } from '@junkan/scripts/main-job/in-turns.ts';
import { bodyOf, http, type Reply, type Someone } from '../../http.ts';
import type { Rng } from '../../rng.ts';
import type { Gate } from './gate.ts';
import type { Outcome, Sent } from './record.ts';

const FIRST_WAIT_MS = 50;
const MAX_WAIT_MS = 1_000;
const ATTEMPT_MS = 15_000;
/** Longer than any fault, and than any drain that is in time. */
const GIVE_UP_MS = 120_000;
/** Usually so often, of a hundred times, is a command sent once more after its answer: at once, or some commands later. */
const REPEATED = 12;
const REMEMBERED = 20;

export type Sending = ReturnType<typeof sending>;

type How = { readonly expects?: Sent['expects']; readonly headers?: Readonly<Record<string, string>> };

type Options = {
  /** Of the gateways: each is asked in turn. */
  readonly addresses: readonly string[];
  readonly name: string;
  readonly gate: Gate;
  readonly rng: Rng;
  /** How often, of a hundred times, a command is sent once more. */
  readonly repeated?: number | undefined;
};

function persisting() {
  const statuses: Record<string, number> = {};
  return {
    statuses,
    /** Asks until there is an answer that does not pass by itself. @throws where there is none for too long. */
    async persist(ask: () => Promise<Reply>, giveUpMs = GIVE_UP_MS): Promise<{ reply: Reply; attempts: number }> {
      const end = Date.now() + giveUpMs;
      let last = '';
      for (let wait = FIRST_WAIT_MS, attempts = 1; ; wait = Math.min(wait * 2, MAX_WAIT_MS), attempts += 1) {
        try {
          const reply = await ask();
          statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
          if (isFinal(reply)) return { reply, attempts };
          last = `${reply.status} ${reply.bytes}`;
        } catch (error) {
          statuses['none'] = (statuses['none'] ?? 0) + 1;
          last = String(error);
        }
        if (Date.now() > end) throw new Error(`${attempts} attempts brought no final answer until ${new Date().toISOString()}: ${last}`);
        await sleep(wait);
      }
    },
  };
}

/** Sends commands until they have a final answer, each with one key, and keeps the record of what was answered. */
export function sending({ addresses, name, gate, rng, repeated = REPEATED }: Options) {
  let fetchInTurns = inTurns(addresses);
  const bounded: typeof globalThis.fetch = (input, init) => fetchInTurns(input, { ...init, signal: AbortSignal.timeout(ATTEMPT_MS) });
  const web = http(addresses[0] ?? '', bounded);
  const record: Sent[] = [];
  const recent: (() => Promise<void>)[] = [];
  const { statuses, persist } = persisting();

  async function sendOnce(command: Sent, ask: () => Promise<Reply>): Promise<void> {
    const { reply, attempts } = await persist(ask);
    command.attempts += attempts;
    if (reply.status < 300) command.answers.push(bodyOf<Outcome>(reply));
    else command.refusals.push({ status: reply.status, type: bodyOf<{ type: string }>(reply).type });
  }

  /**
   * Now and then a command comes again that was answered long ago, as from a client that has not heard. What was refused comes again at once or never: later
   * it may be possible, as nobody has done it.
   */
  async function repeatSome(again: () => Promise<void>, isRefused: boolean): Promise<void> {
    if (!isRefused) recent.push(again);
    if (recent.length > REMEMBERED) recent.shift();
    if (rng.is(repeated)) await rng.of(isRefused || rng.is(50) ? [again] : recent)();
  }

  return {
    record,
    /** From now on everything is sent to these addresses: also the repeats of what was sent to others. */
    moveTo(others: readonly string[]): void {
      fetchInTurns = inTurns(others);
    },
    /** Sends a request as commands are sent: to the next gateway, and waits so long for its answer. */
    fetch: bounded,
    /** How often each status was answered; `none`: the connection broke. */
    statuses,
    /** Answers the command with what became of it. */
    command: <Name extends OperationName>(
      by: Someone,
      operation: Name,
      of: ParametersOf<Name>,
      body?: BodyOf<Name>,
      { expects = 'done', headers = {} }: How = {},
    ): Promise<Sent> =>
      gate.during(async () => {
        const { method, path } = requestNow(operation, of as Parameters);
        const chain = `${name}.${record.length + 1}`;
        const command: Sent = {
          chain,
          step: `${method} ${path}`,
          person: by.person,
          expects,
          answers: [],
          refusals: [],
          attempts: 0,
        };
        record.push(command);
        const all = { ...headers, 'x-correlation-id': chain };
        const ask = () => web.ask(by, operation, of as Parameters, body, { key: chain, headers: all });
        await sendOnce(command, ask);
        await repeatSome(() => sendOnce(command, ask), command.refusals.length > 0);
        return command;
      }),
    /** What is there, or nothing where it is not (yet). */
    async read<Name extends OperationName>(
      by: Someone,
      operation: Name,
      of: ParametersOf<Name>,
      giveUpMs?: number,
    ): Promise<AnswerOf<Name> | undefined> {
      const { reply } = await persist(() => web.ask(by, operation, of as Parameters), giveUpMs);
      return reply.status < 300 ? bodyOf<AnswerOf<Name>>(reply) : undefined;
    },
    /** Keeps a file; its content hash is its name. */
    upload: (by: Someone, text: string): Promise<string> =>
      gate.during(async () => {
        const raw = new TextEncoder().encode(text);
        const { reply } = await persist(() =>
          web.ask(by, 'uploadEvidence', {}, undefined, { raw, headers: { 'content-type': 'text/plain' } }),
        );
        return bodyOf<{ hash: string }>(reply).hash;
      }),
  };
}

/** A success, or a refusal that stays one. */
function isFinal(reply: Reply): boolean {
  if (reply.status < 300) return true;
  if (reply.status >= 500 || reply.status === 429) return false;
  return reply.status !== 409 || bodyOf<{ type: string }>(reply).type !== '/problems/request-is-in-flight';
}
