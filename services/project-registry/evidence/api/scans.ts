import { createHash } from 'node:crypto';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Scanner } from '@junkan/kit/files/scanner.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import { altered, type Signatures, type Signed } from '@junkan/kit/store/signatures.ts';

/** `pending`: there is a scanner, and it has no verdict yet. */
export type ScanState = Verdict['state'] | 'pending';
/** `found`: what the scanner calls it; '' = nothing. */
export type Scanned = { readonly state: ScanState; readonly at?: Instant | undefined; readonly found: string };
/**
 * What was found in a file when it was scanned last, in policy time, and since when that has been so. It is signed: who writes to the
 * database cannot release a file; an older verdict that is put back holds until the file is scanned again.
 */
export type Verdict = Signed & {
  readonly _id: string;
  readonly state: 'clean' | 'infected';
  readonly found: string;
  readonly at: Instant;
  readonly since: Instant;
};

export type Pace = { readonly whileUploadedMs: number; readonly laterMs: number; readonly retryMs: number };
const PACE: Pace = { whileUploadedMs: 8_000, laterMs: 60_000, retryMs: 15_000 };
/** Scanners learn: what is older is scanned again when somebody asks for the file. */
const FRESH_DAYS = { clean: 7, infected: 1 } as const;
const MAX_WAITING = 10_000;
/** After so many in a row without a verdict the scanner is taken to be away. */
const AWAY = 3;

const PENDING: Scanned = { state: 'pending', found: '' };

type Parts = {
  readonly db: Database;
  readonly signatures: Signatures;
  readonly blobs: Pick<Blobs, 'get' | 'known'>;
  /** Undefined: nothing is scanned. */
  readonly scanner: Scanner | undefined;
  readonly clock: Pick<PolicyClock, 'now'>;
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly pace?: Pace;
};

/** What a scanner found in files. Where there is one, a file without a verdict is held: it is neither given to anybody nor cited. */
export async function openScans({ db, signatures, blobs, scanner, clock, log, pace = PACE }: Parts) {
  const verdicts = db.collection<Verdict>('scans');
  await verdicts.createIndex({ state: 1 });
  // What was found holds on where the scanner is taken away.
  const isUsed = scanner !== undefined || (await verdicts.findOne({})) !== null;

  async function known(hashes: readonly string[]): Promise<ReadonlyMap<string, Verdict>> {
    const found = await verdicts.find({ _id: { $in: [...hashes] } }).toArray();
    const forged = found.find((verdict) => !signatures.hold('scan', verdict));
    if (forged) throw altered(`the scan of ${forged._id}`);
    return new Map(found.map((verdict) => [verdict._id, verdict]));
  }

  async function note(hash: string, found = ''): Promise<void> {
    const [state, at] = [found === '' ? 'clean' : 'infected', clock.now()] as const;
    const before = (await known([hash])).get(hash);
    const said = { _id: hash, state, found, at, since: before?.state === state ? before.since : at };
    if (state !== (before?.state ?? 'clean')) log.error({ hash, found }, `a kept file is ${state} from now on, says the scanner`);
    await verdicts.replaceOne({ _id: hash }, signatures.sign('scan', said), { upsert: true });
  }

  const queue = scanner && waitingLine((hash) => scanKept(scanner, hash), pace.retryMs, log);
  async function scanKept({ scan }: Scanner, hash: string): Promise<void> {
    const blob = await blobs.get(hash);
    if (!blob) return;
    const kept: Uint8Array[] = [];
    for await (const part of blob.parts) kept.push(part);
    await note(hash, await scan(Buffer.concat(kept), pace.laterMs));
  }

  const isOld = ({ state, at }: Verdict): boolean => plusDays(at, FRESH_DAYS[state]) < clock.now();

  /** Of each file; nothing where no file is scanned. What has no verdict, or an old one, is scanned. */
  async function of(hashes: readonly string[]): Promise<ReadonlyMap<string, Scanned>> {
    if (!isUsed || hashes.length === 0) return new Map();
    const found = await known(hashes);
    const unknown = scanner ? hashes.filter((hash) => !found.has(hash)) : [];
    for (const hash of [...unknown, ...[...found.values()].filter(isOld).map(({ _id }) => _id)]) queue?.add(hash);
    return new Map<string, Scanned>([...found, ...unknown.map((hash) => [hash, PENDING] as const)]);
  }

  /** @throws ProblemError where one of the files is held. */
  async function requireFree(hashes: readonly string[]): Promise<void> {
    const scanned = await of(hashes);
    for (const state of ['infected', 'pending'] as const) {
      const held = hashes.filter((hash) => scanned.get(hash)?.state === state);
      if (held.length > 0) throw new ProblemError({ kind: 'conflict', type: 'FileIsHeld', data: { hashes: held, state } });
    }
  }

  return {
    of,
    requireFree,
    /** What comes between the acceptance of a command that cites these files and its record; nothing where no file is scanned. */
    beforeCiting: (hashes: readonly string[]): (() => Promise<void>) | undefined => (isUsed ? () => requireFree(hashes) : undefined),

    /**
     * Before a file is kept; nothing where there is no scanner. One that does not answer soon is asked again later. What it now finds in
     * a file that is kept already is noted of that.
     */
    async first(bytes: Uint8Array): Promise<Scanned | undefined> {
      if (!scanner) return undefined;
      const first = await scanner.scan(bytes, pace.whileUploadedMs).then(
        (found = ''): Scanned => ({ state: found === '' ? 'clean' : 'infected', found }),
        (error: unknown) => {
          log.warn({ err: error }, 'a file is taken and held until it is scanned');
          return PENDING;
        },
      );
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (first.state !== 'infected') return first;
      log.warn({ hash, found: first.found }, 'an upload is refused: the scanner found something in it');
      if ((await blobs.known([hash])).has(hash)) await note(hash, first.found);
      return first;
    },

    /** Once it is kept: what is known of it from then on. */
    async kept(hash: string, first: Scanned | undefined): Promise<ScanState | undefined> {
      if (first?.state === 'clean') await note(hash);
      return (await of([hash])).get(hash)?.state;
    },

    /** How many wait here for their verdict. */
    waiting: (): number => queue?.size() ?? 0,
    /** Of how many the verdict is that something was found. */
    infected: (): Promise<number> => (isUsed ? verdicts.countDocuments({ state: 'infected' }) : Promise.resolve(0)),

    close: (): void => queue?.close(),
  };
}

export type Scans = Awaited<ReturnType<typeof openScans>>;

/** One after the other; what fails goes to the end, and is tried again later. */
function waitingLine(work: (hash: string) => Promise<void>, retryMs: number, log: Parts['log']) {
  const waiting = new Set<string>();
  let [isWorking, isClosed, failures] = [false, false, 0];
  let retry: NodeJS.Timeout | undefined;

  async function tried(hash: string): Promise<void> {
    try {
      await work(hash);
      waiting.delete(hash);
      failures = 0;
    } catch (error) {
      waiting.delete(hash);
      waiting.add(hash);
      failures += 1;
      log.warn({ err: error, hash, waiting: waiting.size }, 'a file is not scanned yet, and held: it is tried again');
    }
  }

  async function goThrough(): Promise<void> {
    if (isWorking || isClosed) return;
    [isWorking, failures] = [true, 0];
    const done = new Set<string>();
    for (const hash of waiting) {
      if (isClosed || failures === AWAY) break;
      if (!done.has(hash)) await tried(hash);
      done.add(hash);
    }
    isWorking = false;
    if (waiting.size > 0 && !isClosed) retry = setTimeout(again, retryMs).unref();
  }

  function again(): void {
    retry = undefined;
    void goThrough();
  }

  return {
    size: (): number => waiting.size,
    add(hash: string): void {
      if (waiting.has(hash) || waiting.size >= MAX_WAITING) return;
      waiting.add(hash);
      if (!retry) void goThrough();
    },
    close(): void {
      isClosed = true;
      clearTimeout(retry);
    },
  };
}
