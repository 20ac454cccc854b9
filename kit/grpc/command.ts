import type { Received } from '../call.ts';
import { invalid, type Kind, ProblemError, problemOf } from '../problem.ts';
import type { Aggregate, EventStore, Prepare, StoreRejection } from '../store/event-store.ts';
import type { Texts } from '../store/texts.ts';
import { STORE_KINDS } from './store-kinds.ts';

/** The answer of a command RPC: the version and status of its stream after the command. */
type CommandAnswer = { id: string; version: number; status: string };

type Kinds<Rejection extends { type: string }> = Record<Rejection['type'], Kind>;

/** Sends a command to its stream. `prepare` is what must be done between its acceptance and its record. */
export type Commander<Command> = (stream: string, command: Command, call: Received, prepare?: Prepare) => Promise<CommandAnswer>;

/**
 * Runs commands of one aggregate: the only way from an RPC to the store.
 * @throws ProblemError with the rejection's kind from the context's table.
 */
export function commander<State, Command, Event, Rejection extends { type: string }>(
  store: EventStore,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  kinds: Kinds<Rejection>,
): Commander<Command> {
  const all = { ...STORE_KINDS, ...kinds } as Kinds<Rejection | StoreRejection>;
  return async (stream, command, call, prepare) => {
    if (call.commandId === '') throw invalid('command id', 'a command needs an id');
    const executed = await store.execute(aggregate, { stream, command, call, prepare });
    if (!executed.ok) throw new ProblemError(problemOf<Rejection | StoreRejection>(executed.rejection, all));
    return { id: stream, version: executed.version, status: executed.status };
  };
}

/**
 * Sends a command with a text of its caller. The text is stored outside the stream, so that it can be erased, and the command carries a
 * reference to it. `prepare` runs between acceptance and record, before the text is stored.
 */
export const withNote =
  <Command>(run: Commander<Command>, texts: Pick<Texts, 'draft'>) =>
  async (
    stream: string,
    words: string,
    call: Received,
    commandOf: (note: string) => Command,
    prepare?: Prepare,
  ): Promise<CommandAnswer> => {
    const { reference, keep } = await texts.draft(words, { stream, by: call.actor });
    return run(stream, commandOf(reference), call, keep ? () => inOrder(prepare, keep) : prepare);
  };

async function inOrder(...prepared: readonly (Prepare | undefined)[]): Promise<void> {
  for (const each of prepared) await each?.();
}

/**
 * The events that a command has recorded in its stream, also where it is only repeated. `answer`: of that command.
 * @returns none if it changed nothing.
 */
export async function recordedBy<State, Command, Event, Rejection extends { type: string }>(
  store: Pick<EventStore, 'read'>,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  stream: string,
  { version }: Pick<CommandAnswer, 'version'>,
  { commandId }: Pick<Received, 'commandId'>,
): Promise<Event[]> {
  const { commits } = await store.read(aggregate, stream);
  const own = commits.find((commit) => commit.to === version && commit.commandId === commandId);
  return (own?.events ?? []).map((stored) => aggregate.codec.decode(stored));
}
