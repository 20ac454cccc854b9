import type { Actor } from '@junkan/proto/actor.ts';
import type { Received } from '../call.ts';
import type { PolicyClock } from '../clock.ts';
import { crashAt } from '../crash.ts';
import type { Database } from '../mongo.ts';
import { ProblemError } from '../problem.ts';
import { type As, decideAs, type JoinedPersonHasActed } from '../pure/acting.ts';
import type { Instant } from '../pure/dates.ts';
import type { Decider, Decision } from '../pure/decision.ts';
import { type Telemetry, within } from '../telemetry/telemetry.ts';
import type { EventCodec } from './codec.ts';
import { type Commit, commitKey } from './commit.ts';
import { type CommitLog, type Known, NOTHING_KNOWN, openCommitLog } from './commit-log.ts';
import type { Folded, Folding } from './fold.ts';
import type { Signatures, Signed } from './signatures.ts';
import { snapshots } from './snapshots.ts';
import { historyCache, type Seen, streamCache } from './stream-cache.ts';
import { type Withheld, withheldOf } from './withheld.ts';

/** A decider with what its store needs: the codec of its events, and the name of its status. */
export type Aggregate<State, Command, Event, Rejection> = Decider<State, Command, Event, Rejection> &
  Folding<State, Event> & { readonly statusOf: (state: State) => string };

/** A refusal that the store itself makes. */
export type StoreRejection =
  | { type: 'CommandIdWasUsedForAnotherRequest'; commandId: string }
  | { type: 'VersionIsNotExpected'; expected: number; actual: number }
  | { type: 'StreamIsContended'; stream: string }
  | JoinedPersonHasActed;

export type Executed<State, Rejection> =
  | { ok: true; version: number; status: string; state: State; repeated: boolean }
  | { ok: false; rejection: Rejection | StoreRejection };

/** A state with the commits that led to it. */
type FoldedWithCommits<State> = Folded<State> & { readonly commits: readonly Commit[] };

export type EventStore = Awaited<ReturnType<typeof openEventStore>>;

type Request<Command> = {
  readonly stream: string;
  readonly command: Command;
  readonly call: Received;
  /**
   * What must be done before the events of an accepted command are recorded; it may be done again. What it throws is
   * thrown, with nothing recorded. It is not asked for a refusal, for what is so already, or for a repeat.
   */
  readonly prepare?: Prepare | undefined;
};
export type Prepare = () => Promise<void>;

type Parts = {
  readonly log: CommitLog;
  readonly signatures: Signatures;
  readonly cache: ReturnType<typeof streamCache>;
  readonly histories: ReturnType<typeof historyCache>;
  readonly kept: Awaited<ReturnType<typeof snapshots>>;
  readonly clock: PolicyClock;
  readonly appended: () => void;
  readonly telemetry: Telemetry | undefined;
  readonly completed: Completed;
  readonly withheld: Withheld;
};

/** What else an event says when it is recorded, and by then alone can be known. */
export type Completed = <Event>(event: Event, at: Instant) => Event;
type Opening = {
  db: Database;
  signatures: Signatures;
  clock: PolicyClock;
  appended: () => void;
  telemetry?: Telemetry | undefined;
  completed?: Completed | undefined;
  /** What is not recorded for now, because not all who read it know it; without it, all is. */
  withheld?: Withheld | undefined;
};

/** The event store of one service: decides on the newest state, appends by one insert, answers repeats as before. */
export async function openEventStore({
  db,
  signatures,
  clock,
  appended,
  telemetry,
  completed = (event) => event,
  withheld = { names: new Set() },
}: Opening) {
  const log = await openCommitLog(db, signatures);
  const caches = { cache: streamCache(), histories: historyCache() };
  const kept = await snapshots(db, signatures);
  const parts: Parts = { log, signatures, ...caches, kept, clock, appended, telemetry, completed, withheld };
  return {
    async load<State, Event>(aggregate: Folding<State, Event>, stream: string): Promise<Folded<State>> {
      const { state, version } = await load(parts, aggregate, stream);
      return { state, version };
    },
    /**
     * A state that may be behind: for what never changes once it is there, such as whose project a project is. What this
     * process has never seen is loaded.
     */
    known: async <State, Event>(aggregate: Folding<State, Event>, stream: string): Promise<Folded<State>> =>
      parts.cache.get<State>(aggregate.aggregate, stream) ?? load(parts, aggregate, stream),
    /**
     * A state that has come to a version at least, as a view says which holds all that was recorded when somebody asked: it is as good as
     * one that was loaded then.
     */
    async from<State, Event>(aggregate: Folding<State, Event>, stream: string, version: number): Promise<Folded<State>> {
      const cached = parts.cache.get<State>(aggregate.aggregate, stream);
      return cached && cached.version >= version ? cached : load(parts, aggregate, stream);
    },
    execute: <State, Command, Event, Rejection>(
      aggregate: Aggregate<State, Command, Event, Rejection>,
      request: Request<Command>,
    ): Promise<Executed<State, Rejection>> => execute(parts, aggregate, request),
    /** The newest state that this version understands, with every commit that led to it, from one reading of the stream: to show, and not to decide on. */
    read: <State, Event>(aggregate: Folding<State, Event>, stream: string): Promise<FoldedWithCommits<State>> =>
      read(parts, aggregate, stream),
    /** Every commit of a stream from a version on, in order. */
    history: async (stream: string, from = 1): Promise<readonly Commit[]> =>
      (await history(parts, stream)).filter((commit) => commit.from >= from),
  };
}

/** The newest state: what is cached or kept in a snapshot, and every commit after it. */
async function load<State, Event>({ log, cache, kept }: Parts, aggregate: Folding<State, Event>, stream: string): Promise<Seen<State>> {
  const cached = cache.get<State>(aggregate.aggregate, stream);
  const before = cached ?? { state: aggregate.initial, ...NOTHING_KNOWN };
  if (!(await log.hasNext(stream, before.version))) return before;
  const known = cached ?? (await kept.newest<State>(aggregate, stream)) ?? before;
  let { state, version, head } = known;
  for (const commit of await log.since(stream, known)) {
    // As good as absent: its events are not of this kind.
    if (commit.aggregate !== aggregate.aggregate) return { state: aggregate.initial, ...NOTHING_KNOWN };
    requireKnown(commit, aggregate);
    for (const stored of commit.events) state = aggregate.evolve(state, aggregate.codec.decode(stored));
    version = commit.to;
    head = commit.signature;
  }
  const seen = { state, version, head };
  cache.set(aggregate.aggregate, stream, seen);
  return seen;
}

/**
 * Nothing is decided on a state that lacks what a newer version has recorded of it.
 * @throws ProblemError where it has: a replica of that version may answer.
 */
function requireKnown({ _id, events }: Commit, { codec }: { readonly codec: Pick<EventCodec<never>, 'knows'> }): void {
  const unknown = events.find((stored) => !codec.knows(stored));
  if (unknown) throw new ProblemError({ kind: 'unavailable', type: 'EventIsNotRecognised', data: { item: _id, event: unknown.type } });
}

/** Up to where this version knows what was recorded: so an item is shown as it was before what a newer version has done to it. */
async function read<State, Event>(parts: Parts, aggregate: Folding<State, Event>, stream: string): Promise<FoldedWithCommits<State>> {
  const all = await history(parts, stream);
  const firstUnknown = all.findIndex(({ events }) => events.some((stored) => !aggregate.codec.knows(stored)));
  const commits = firstUnknown === -1 || all[0]?.aggregate !== aggregate.aggregate ? all : all.slice(0, firstUnknown);
  const none = { state: aggregate.initial, ...NOTHING_KNOWN };
  if (commits.some((commit) => commit.aggregate !== aggregate.aggregate)) return { ...none, commits: [] };
  const { version, head } = endOf(commits);
  const cached = parts.cache.get<State>(aggregate.aggregate, stream) ?? none;
  // What was appended since is not in the commits, and then not in the state either.
  const before = cached.version > version ? none : cached;
  const events = commits.filter(({ from }) => from > before.version).flatMap((commit) => commit.events);
  const state = events.reduce((known, stored) => aggregate.evolve(known, aggregate.codec.decode(stored)), before.state);
  if (cached.version <= version) parts.cache.set(aggregate.aggregate, stream, { state, version, head });
  return { state, version, commits };
}

async function history({ log, histories }: Parts, stream: string): Promise<readonly Commit[]> {
  const known = histories.get(stream);
  const end = endOf(known);
  if (!(await log.hasNext(stream, end.version))) return known;
  const all = [...known, ...(await log.since(stream, end))];
  histories.set(stream, all);
  return all;
}

/** How far the commits of a stream go. */
function endOf(commits: readonly Commit[]): Known {
  const last = commits.at(-1);
  return last ? { version: last.to, head: last.signature } : NOTHING_KNOWN;
}

const ATTEMPTS = 8;

/**
 * A cached state may be stale: an append on it is safe, because its insert collides with the commit that it has not seen;
 * a refusal or an "already so" is answered only from a state that was read again.
 */
async function execute<State, Command, Event, Rejection>(
  parts: Parts,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  request: Request<Command>,
): Promise<Executed<State, Rejection>> {
  const { stream } = request;
  // Nothing is prepared for a decision on what may be stale, nor withheld.
  const quick = request.prepare || parts.withheld.names.size > 0 ? undefined : await appendToCached(parts, aggregate, request);
  if (quick) return quick;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const seen = await load(parts, aggregate, stream);
    const decision = decide(aggregate, request, seen);
    const executed =
      (await append(parts, aggregate, request, seen, decision)) ??
      (await answeredBefore(parts, request, seen)) ??
      withoutEvents(aggregate, seen, decision);
    if (executed) return executed;
  }
  return { ok: false, rejection: { type: 'StreamIsContended', stream } };
}

/** Where nothing is cached, mostly nothing is there yet: then the command begins its stream. */
function appendToCached<State, Command, Event, Rejection>(
  parts: Parts,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  request: Request<Command>,
): Promise<Executed<State, Rejection> | undefined> {
  const cached = parts.cache.get<State>(aggregate.aggregate, request.stream) ?? { state: aggregate.initial, ...NOTHING_KNOWN };
  return append(parts, aggregate, request, cached, decide(aggregate, request, cached));
}

/** `as`: in whose name, where a delegation has a part in it. */
type DecidedHere<Event, Rejection> = Decision<Event, Rejection | StoreRejection> & { readonly as?: As };

function decide<State, Command, Event, Rejection>(
  aggregate: Aggregate<State, Command, Event, Rejection>,
  { command, call }: Request<Command>,
  { state, version }: Folded<State>,
): DecidedHere<Event, Rejection> {
  const { as, decision } = decideAs<Event, Rejection & { type: string }>(
    call.actor,
    (by) => aggregate.decide(call.actor.acting ? inNameOf(command, by) : command, state) as Decision<Event, Rejection & { type: string }>,
  );
  // The version of an item is disclosed only to those who may send this command to it.
  return decision.ok && call.expectedVersion !== undefined && call.expectedVersion !== version
    ? { ok: false, rejection: { type: 'VersionIsNotExpected', expected: call.expectedVersion, actual: version } }
    : { ...decision, as };
}

const inNameOf = <Command>(command: Command, by: Actor): Command =>
  typeof command === 'object' && command !== null && 'by' in command ? { ...command, by } : command;

/** Of what one act records: the broker takes messages of a mebibyte. */
const MOST_BYTES = 900_000;

/** Nothing where there are no events to append, or where another commit was there first. */
async function append<State, Command, Event, Rejection>(
  { log, signatures, cache, histories, kept, clock, appended, telemetry, completed, withheld }: Parts,
  aggregate: Aggregate<State, Command, Event, Rejection>,
  request: Request<Command>,
  seen: Seen<State>,
  decision: DecidedHere<Event, Rejection>,
): Promise<Executed<State, Rejection> | undefined> {
  if (!decision.ok || decision.events.length === 0) return undefined;
  const notYet = withheldOf(() => decision.events.map((event) => aggregate.codec.encode(completed(event, clock.now()))), withheld);
  if (request.prepare || notYet) {
    if (await recordedBefore({ log, histories }, request, seen)) return undefined;
    if (notYet) throw new ProblemError({ kind: 'unavailable', type: 'NotYetEverywhere', data: { what: notYet } });
    await request.prepare?.();
  }
  const at = clock.now();
  const recorded = decision.events.map((event) => completed(event, at));
  const state = recorded.reduce(aggregate.evolve, seen.state);
  const status = aggregate.statusOf(state);
  const events = recorded.map(aggregate.codec.encode);
  // What cannot be published would hold up all that is recorded after it.
  if (Buffer.byteLength(JSON.stringify(events)) > MOST_BYTES)
    throw new ProblemError({ kind: 'invalid', type: 'RecordIsTooLarge', data: { most: MOST_BYTES } });
  const appending = { name: `append ${aggregate.aggregate}`, kind: 'internal', attributes: { 'junkan.events': events.length } } as const;
  const commit = await within(telemetry, appending, async (span) => {
    const { as = { actor: request.call.actor } } = decision;
    const said = commitOf(request, { aggregate: aggregate.aggregate, seen, events, status, as }, clock, span?.traceparent);
    const made: Commit = { ...signatures.sign('commit', said), relayed: 0 };
    crashAt('append.ready');
    return (await log.append(made)) ? made : undefined;
  });
  if (!commit) return undefined;
  crashAt('append.written');
  const folded = { state, version: commit.to, head: commit.signature };
  cache.set(aggregate.aggregate, request.stream, folded);
  histories.appended(commit);
  appended();
  await kept.keep(aggregate, request.stream, folded, seen.version);
  return { ok: true, version: commit.to, status, state, repeated: false };
}

/** The commit of the command, where the stream has one. A history that holds all that was just seen need not be read for that. */
async function recordedBefore(
  { log, histories }: Pick<Parts, 'log' | 'histories'>,
  { stream, call: { commandId } }: Request<unknown>,
  { version }: Folded<unknown>,
): Promise<Commit | undefined> {
  const known = histories.get(stream);
  if ((known.at(-1)?.to ?? 0) >= version) return known.find((commit) => commit.commandId === commandId);
  return log.ofCommand(stream, commandId);
}

/** The answer that the command was given before; another request under its id is a conflict. */
async function answeredBefore<State>(
  parts: Parts,
  request: Request<unknown>,
  seen: Folded<State>,
): Promise<Executed<State, never> | undefined> {
  const { call } = request;
  const { state } = seen;
  const before = await recordedBefore(parts, request, seen);
  if (!before) return undefined;
  if (before.requestHash !== call.requestHash)
    return { ok: false, rejection: { type: 'CommandIdWasUsedForAnotherRequest', commandId: call.commandId } };
  return { ok: true, version: before.to, status: before.answer.status, state, repeated: true };
}

function withoutEvents<State, Event, Rejection>(
  { statusOf }: { statusOf(state: State): string },
  { state, version }: Folded<State>,
  decision: Decision<Event, Rejection>,
): Executed<State, Rejection> | undefined {
  if (!decision.ok) return { ok: false, rejection: decision.rejection };
  if (decision.events.length > 0) return undefined;
  return { ok: true, version, status: statusOf(state), state, repeated: true };
}

function commitOf(
  { stream, call }: Request<unknown>,
  { aggregate, seen, events, status, as }: { aggregate: string; seen: Known; events: Commit['events']; status: string; as: As },
  clock: PolicyClock,
  traceparent: string | undefined,
): Omit<Commit, 'relayed' | keyof Signed> {
  const { commandId, requestHash, correlationId, causationId } = call;
  const { person, organisation, roles } = as.actor;
  const from = seen.version + 1;
  return {
    _id: commitKey(stream, from),
    stream,
    aggregate,
    from,
    to: seen.version + events.length,
    events,
    commandId,
    requestHash,
    answer: { status },
    actor: { person, organisation, roles },
    ...(as.given ? { given: { ...as.given, joined: call.actor.acting?.joined ?? [] } } : {}),
    correlationId,
    causationId,
    traceparent,
    at: clock.now(),
    clockOffset: clock.offset(),
    before: seen.head,
  };
}
