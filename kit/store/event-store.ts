import type { Received } from '../call.ts';
import type { PolicyClock } from '../clock.ts';
import type { Collection, Database } from '../mongo.ts';
import { isDuplicateKey } from '../mongo.ts';
import type { Decider } from '../pure/decision.ts';
import type { EventCodec } from './codec.ts';
import type { Commit } from './commit.ts';
import { commitKey } from './commit.ts';
import { snapshots } from './snapshots.ts';
import { streamCache } from './stream-cache.ts';

/** How a stream of one kind is read. */
export type Folding<State, Event> = Pick<Decider<State, never, Event, never>, 'aggregate' | 'foldVersion' | 'initial' | 'evolve'> & {
  readonly codec: EventCodec<Event>;
};

/** A decider with what its store needs: how its events are written, and the word for where a state stands. */
export type Aggregate<State, Command, Event, Rejection> = Decider<State, Command, Event, Rejection> &
  Folding<State, Event> & { readonly statusOf: (state: State) => string };

export type Folded<State> = { readonly state: State; readonly version: number };

/** A refusal that the store itself makes. */
export type StoreRejection =
  | { type: 'CommandIdWasUsedForAnotherRequest'; commandId: string }
  | { type: 'VersionIsNotExpected'; expected: number; actual: number }
  | { type: 'StreamIsContended'; stream: string };

export type Executed<State, Rejection> =
  | { ok: true; version: number; status: string; state: State; repeated: boolean }
  | { ok: false; rejection: Rejection | StoreRejection };

export type EventStore = Awaited<ReturnType<typeof openEventStore>>;

const ATTEMPTS = 8;

/**
 * The event store of one service: decides on the newest state, appends by one insert, answers repeats as before.
 * A stale cached state does no harm to an accepted command (its insert collides and it decides again); a refusal or
 * an "already so" is only answered from a state that was read anew.
 */
export async function openEventStore({ db, clock, appended }: { db: Database; clock: PolicyClock; appended: () => void }) {
  const commits = db.collection<Commit>('commits');
  await Promise.all([
    commits.createIndex({ stream: 1, commandId: 1 }, { unique: true }),
    commits.createIndex({ stream: 1, from: 1 }),
    commits.createIndex({ relayed: 1 }, { partialFilterExpression: { relayed: 0 } }),
  ]);
  const cache = streamCache();
  const snapshotsOf = await snapshots(db);

  async function load<State, Event>(aggregate: Folding<State, Event>, stream: string): Promise<Folded<State>> {
    const known = cache.get<State>(stream) ??
      (await snapshotsOf.newest<State>(aggregate, stream)) ?? { state: aggregate.initial, version: 0 };
    let { state, version } = known;
    for (const commit of await commitsOf(commits, stream, version + 1)) {
      for (const stored of commit.events) state = aggregate.evolve(state, aggregate.codec.decode(stored));
      version = commit.to;
    }
    cache.set(stream, { state, version });
    return { state, version };
  }

  /** Reads what is there, decides, and appends; decides again where another writer was faster. */
  async function execute<State, Command, Event, Rejection>(
    aggregate: Aggregate<State, Command, Event, Rejection>,
    request: { stream: string; command: Command; call: Received },
  ): Promise<Executed<State, Rejection>> {
    const { stream, command, call } = request;
    let seen = cache.get<State>(stream);
    let fresh = false;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (!seen) {
        seen = await load(aggregate, stream);
        fresh = true;
      }
      const refusal = versionRefusal(call, seen.version);
      const decision = refusal ?? aggregate.decide(command, seen.state);
      if (!decision.ok || decision.events.length === 0) {
        if (!fresh) {
          seen = undefined;
          continue;
        }
        const before = await recorded(commits, stream, call);
        if (before) return answered(before, seen, call);
        if (!decision.ok) return { ok: false, rejection: decision.rejection };
        return { ok: true, version: seen.version, status: aggregate.statusOf(seen.state), state: seen.state, repeated: true };
      }
      const state = decision.events.reduce(aggregate.evolve, seen.state);
      const commit = commitOf(
        request,
        {
          aggregate: aggregate.aggregate,
          version: seen.version,
          events: decision.events.map(aggregate.codec.encode),
          status: aggregate.statusOf(state),
        },
        clock,
      );
      if (await inserted(commits, commit)) {
        cache.set(stream, { state, version: commit.to });
        appended();
        await snapshotsOf.keep(aggregate, stream, { state, version: commit.to }, seen.version);
        return { ok: true, version: commit.to, status: commit.answer.status, state, repeated: false };
      }
      seen = await load(aggregate, stream);
      fresh = true;
      const before = await recorded(commits, stream, call);
      if (before) return answered(before, seen, call);
    }
    return { ok: false, rejection: { type: 'StreamIsContended', stream } };
  }

  return {
    load,
    execute,
    /** Every commit of a stream from a version on, in order. */
    history: (stream: string, from = 1): Promise<Commit[]> => commitsOf(commits, stream, from),
  };
}

const commitsOf = (commits: Collection<Commit>, stream: string, from: number): Promise<Commit[]> =>
  commits
    .find({ stream, from: { $gte: from } })
    .sort({ from: 1 })
    .toArray();

const recorded = (commits: Collection<Commit>, stream: string, call: Received): Promise<Commit | null> =>
  commits.findOne({ stream, commandId: call.commandId });

function versionRefusal(call: Received, actual: number): { ok: false; rejection: StoreRejection } | undefined {
  if (call.expectedVersion === undefined || call.expectedVersion === actual) return undefined;
  return { ok: false, rejection: { type: 'VersionIsNotExpected', expected: call.expectedVersion, actual } };
}

function commitOf(
  { stream, call }: { stream: string; call: Received },
  { aggregate, version, events, status }: { aggregate: string; version: number; events: Commit['events']; status: string },
  clock: PolicyClock,
): Commit {
  const { commandId, requestHash, actor, correlationId, causationId } = call;
  const from = version + 1;
  return {
    _id: commitKey(stream, from),
    stream,
    aggregate,
    from,
    to: version + events.length,
    events,
    commandId,
    requestHash,
    answer: { status },
    actor,
    correlationId,
    causationId,
    at: clock.now(),
    clockOffset: clock.offset(),
    relayed: 0,
  };
}

/** The answer to a command that was accepted before; another request under its id is a conflict. */
function answered<State>(before: Commit, seen: Folded<State>, call: Received): Executed<State, never> {
  if (before.requestHash !== call.requestHash)
    return { ok: false, rejection: { type: 'CommandIdWasUsedForAnotherRequest', commandId: call.commandId } };
  return { ok: true, version: before.to, status: before.answer.status, state: seen.state, repeated: true };
}

/** Whether the commit is in the store now: false where its version or its command id is there already. */
async function inserted(commits: Collection<Commit>, commit: Commit): Promise<boolean> {
  try {
    await commits.insertOne(commit);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
