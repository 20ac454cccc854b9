import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Scanner } from '@junkan/kit/files/scanner.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Blobs } from '@junkan/kit/store/blobs.ts';
import { altered, type Signatures, type Signed } from '@junkan/kit/store/signatures.ts';

/** `pending`: there is a scanner, and it has no verdict yet. */
export type ScanState = 'clean' | 'infected' | 'pending';
/** `found`: what the scanner calls it; '' = nothing. */
export type Scanned = { readonly state: ScanState; readonly at?: Instant | undefined; readonly found: string };
/** A verdict is signed: who can write to the database cannot release a file. */
export type Verdict = Signed & { readonly _id: string; readonly state: 'clean' | 'infected'; readonly found: string; readonly at: Instant };

const WHILE_UPLOADED_MS = 8_000;
const LATER_MS = 60_000;
const RETRY_MS = 15_000;
/** Scanners learn: what is older is scanned again when somebody asks for the file. */
const FRESH_DAYS = { clean: 7, infected: 1 } as const;
const MAX_WAITING = 10_000;

const PENDING: Scanned = { state: 'pending', found: '' };

type Parts = {
  readonly db: Database;
  readonly signatures: Signatures;
  readonly blobs: Pick<Blobs, 'get'>;
  /** Undefined: nothing is scanned. */
  readonly scanner: Scanner | undefined;
  readonly clock: Pick<PolicyClock, 'now'>;
  readonly log: Pick<Log, 'warn' | 'error'>;
};

/** What a scanner found in files. Where there is one, a file without a verdict is held: it is neither given to anybody nor cited. */
export async function openScans({ db, signatures, blobs, scanner, clock, log }: Parts) {
  const verdicts = db.collection<Verdict>('scans');
  const isUsed = scanner !== undefined || (await verdicts.findOne()) !== null;
  const waiting = new Set<string>();
  let [isScanning, isClosed] = [false, false];
  let retry: NodeJS.Timeout | undefined;

  async function note(hash: string, found: string | undefined): Promise<void> {
    const said = { _id: hash, state: found === undefined ? 'clean' : 'infected', found: found ?? '', at: clock.now() } as const;
    if (found !== undefined) log.error({ hash, found }, 'a kept file is held from now on: the scanner found something in it');
    await verdicts.replaceOne({ _id: hash }, signatures.sign('scan', said), { upsert: true });
  }

  async function scan(hash: string): Promise<void> {
    const blob = await blobs.get(hash);
    if (!blob || !scanner) return;
    const kept: Uint8Array[] = [];
    for await (const part of blob.parts) kept.push(part);
    await note(hash, await scanner.scan(Buffer.concat(kept), LATER_MS));
  }

  /** One after the other; what has no verdict stays, and is tried again. */
  async function work(): Promise<void> {
    if (isScanning || isClosed) return;
    isScanning = true;
    clearTimeout(retry);
    for (const hash of waiting) {
      if (isClosed) break;
      try {
        await scan(hash);
        waiting.delete(hash);
      } catch (error) {
        log.warn({ err: error, hash }, 'a file is not scanned yet, and held: it is tried again');
      }
    }
    isScanning = false;
    if (waiting.size > 0 && !isClosed) retry = setTimeout(() => void work(), RETRY_MS).unref();
  }

  function ask(hash: string): void {
    if (!scanner || waiting.has(hash) || waiting.size >= MAX_WAITING) return;
    waiting.add(hash);
    void work();
  }

  const isOld = ({ state, at }: Verdict): boolean => plusDays(at, FRESH_DAYS[state]) < clock.now();

  /** Of each file; nothing where no file is scanned. What has no verdict, or an old one, is scanned. */
  async function of(hashes: readonly string[]): Promise<ReadonlyMap<string, Scanned>> {
    if (!isUsed || hashes.length === 0) return new Map();
    const found = await verdicts.find({ _id: { $in: [...hashes] } }).toArray();
    const forged = found.find((verdict) => !signatures.hold('scan', verdict));
    if (forged) throw altered(`the scan of ${forged._id}`);
    const known = new Map(found.map((verdict) => [verdict._id, verdict]));
    for (const hash of hashes) {
      const verdict = known.get(hash);
      if (!verdict || isOld(verdict)) ask(hash);
    }
    const unknown = scanner ? hashes.filter((hash) => !known.has(hash)) : [];
    return new Map<string, Scanned>([...known, ...unknown.map((hash) => [hash, PENDING] as const)]);
  }

  return {
    of,

    /** Before a file is kept; nothing where there is no scanner. One that does not answer soon is asked again later. */
    async first(bytes: Uint8Array): Promise<Omit<Scanned, 'at'> | undefined> {
      if (!scanner) return undefined;
      try {
        const found = await scanner.scan(bytes, WHILE_UPLOADED_MS);
        return found === undefined ? { state: 'clean', found: '' } : { state: 'infected', found };
      } catch (error) {
        log.warn({ err: error }, 'a file is taken and held until it is scanned');
        return PENDING;
      }
    },

    /** Once it is kept. */
    async noteFirst(hash: string, scanned: Omit<Scanned, 'at'> | undefined): Promise<void> {
      if (scanned?.state === 'clean') await note(hash, undefined);
      else if (scanned) ask(hash);
    },

    /** @throws ProblemError where one of the files is held. */
    async requireFree(hashes: readonly string[]): Promise<void> {
      const scanned = await of(hashes);
      for (const state of ['infected', 'pending'] as const) {
        const held = hashes.filter((hash) => scanned.get(hash)?.state === state);
        if (held.length > 0) throw new ProblemError({ kind: 'conflict', type: 'FileIsHeld', data: { hashes: held, state } });
      }
    },

    close(): void {
      isClosed = true;
      clearTimeout(retry);
    },
  };
}

export type Scans = Awaited<ReturnType<typeof openScans>>;
