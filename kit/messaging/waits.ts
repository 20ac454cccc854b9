import { setTimeout as sleep } from 'node:timers/promises';
import { invalid, Refused } from '../grpc/problem.ts';
import type { Database } from '../mongo.ts';

const LIMIT_MS = 5_000;
/** What another replica has written is looked for after so long, and then less and less often. */
const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 1_600;
const MAX_WAITS = 100;
const MAX_WAITS_PER_PERSON = 8;

/** What is known of a row here. */
type Seen = { readonly _id: string; readonly version: number };

export type Wait = {
  readonly model: string;
  /** `<stream>@<version>` */
  readonly after: string;
  readonly person: string;
  /** Whether the stream itself has come to that version. */
  readonly reached: (stream: string, version: number) => Promise<boolean>;
};

export type Waits = ReturnType<typeof waits>;

type Limits = { readonly limitMs?: number; readonly max?: number; readonly maxPerPerson?: number };

/**
 * Waits of this process for what its read models have yet to see. Whoever projects wakes them; beside that each stream is
 * looked at for all who wait for it together, so that many who wait cost no more than one.
 */
export function waits(db: Database, { limitMs = LIMIT_MS, max = MAX_WAITS, maxPerPerson = MAX_WAITS_PER_PERSON }: Limits = {}) {
  const bell = bells();
  const seats = seating(max, maxPerPerson);
  const seen = async (model: string, stream: string): Promise<number> =>
    (await db.collection<Seen>(model).findOne({ _id: stream }, { projection: { version: 1 } }))?.version ?? 0;

  /** Looks for as long as somebody waits. */
  async function look(model: string, stream: string): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; bell.isAwaited(model, stream); pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
      // A look that fails is followed by another: those who wait have a limit of their own.
      bell.ring(model, stream, await seen(model, stream).catch(() => 0));
      if (bell.isAwaited(model, stream)) await sleep(pause, undefined, { ref: false });
    }
  }

  return {
    /** Told by the projections of this process, of each row that they have written. */
    wrote: (model: string, rows: readonly Seen[]): void => {
      for (const { _id, version } of rows) bell.ring(model, _id, version);
    },
    /**
     * Resolves when the read model has seen the version.
     * @throws Refused at once for a version that the stream does not have or where too many wait, and after five seconds.
     */
    async until({ model, after, person, reached }: Wait): Promise<void> {
      const { stream, version } = versionOf(after);
      if ((await seen(model, stream)) >= version) return;
      if (!(await reached(stream, version))) throw invalid('after', 'must be a version that the stream has');
      const leave = seats.take(person);
      try {
        const isFirst = !bell.isAwaited(model, stream);
        const heard = bell.heard(model, stream, version, limitMs);
        if (isFirst) void look(model, stream);
        if (!(await heard)) throw new Refused({ kind: 'late', type: 'ListHasNotSeenVersion', data: { after } });
      } finally {
        leave();
      }
    },
  };
}

/** @throws Refused for what is no stream with a version. */
function versionOf(after: string): { stream: string; version: number } {
  const [, stream = '', version = ''] = /^([a-z]+_[0-9a-z]+)@(\d{1,9})$/.exec(after) ?? [];
  if (stream === '') throw invalid('after', 'must be a stream and a version, as in prj_x@3');
  return { stream, version: Number(version) };
}

type Awaited = { readonly version: number; readonly done: (heard: boolean) => void };

/** Who waits for which version of which row. */
function bells() {
  const waiting = new Map<string, Set<Awaited>>();
  const keyOf = (model: string, stream: string): string => `${model}/${stream}`;
  return {
    isAwaited: (model: string, stream: string): boolean => waiting.has(keyOf(model, stream)),
    ring(model: string, stream: string, version: number): void {
      for (const each of waiting.get(keyOf(model, stream)) ?? []) if (each.version <= version) each.done(true);
    },
    /** Whether it was rung for this version within the limit. */
    heard(model: string, stream: string, version: number, limitMs: number): Promise<boolean> {
      const key = keyOf(model, stream);
      const all = waiting.get(key) ?? new Set();
      waiting.set(key, all);
      return new Promise((resolve) => {
        const done = (heard: boolean): void => {
          clearTimeout(limit);
          all.delete(awaited);
          if (all.size === 0 && waiting.get(key) === all) waiting.delete(key);
          resolve(heard);
        };
        const awaited: Awaited = { version, done };
        const limit = setTimeout(() => done(false), limitMs);
        all.add(awaited);
      });
    },
  };
}

function seating(max: number, maxPerPerson: number) {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    /** Answers how to give it back. @throws Refused where there are as many as may be, of this person or in all. */
    take(person: string): () => void {
      const own = taken.get(person) ?? 0;
      if (own >= maxPerPerson || all >= max) throw new Refused({ kind: 'busy', type: 'WaitsAreTooMany', data: {} });
      taken.set(person, own + 1);
      all += 1;
      return () => {
        const left = (taken.get(person) ?? 1) - 1;
        all -= 1;
        if (left === 0) taken.delete(person);
        else taken.set(person, left);
      };
    },
  };
}
