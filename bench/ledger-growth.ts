import { rmSync, statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { view } from '@junkan/disbursement/books/ledger/view/view.ts';
import { checkpointSeldom, finishBuild, openForWriting } from '@junkan/kit/views/file.ts';
import { taker } from '@junkan/kit/views/loop.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { cpuSeconds, print } from './measure.ts';

const BATCH = 4_096;
const LIVE_BATCH = 256;
/** Postings whose cost is measured; each entry has two. */
const LOOKED_AT = 1_000;
const ENTRIES_OF_AN_AGREEMENT = 10;
const SPONSORS = 500;
const ENTRIES_OF_A_DAY = 1_000;
const DAY_MS = 86_400_000;
const BEGAN = Date.UTC(2020, 0, 1);
/** The highest cost divided by the lowest. */
const FLAT = 1.2;
/** How often each journal is measured, in turn and in changing order; the lowest cost is free of what else the machine did. */
const TURNS = 15;
/** Garbage is collected before each measurement, or one journal pays for what another has left. */
const collectGarbage = garbageCollector();

/** What a thousand postings cost in processor time, in journals of so many entries. */
export function grown(path: string, sizes: readonly number[]): void {
  const journals = sizes.map((size) => ({ size, ...journalOf(`${path}-${size}`, size) }));
  const measured = new Map(journals.map(({ size }) => [size, [] as number[]]));
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const { size, taken } of [...journals.slice(turn % journals.length), ...journals.slice(0, turn % journals.length)]) {
      collectGarbage();
      measured.get(size)?.push(thousand(taken));
    }
  const costs = journals.map(({ size, end }) => {
    const cost = Math.min(...(measured.get(size) ?? []));
    print(`1,000 postings behind ${size} entries`, `${(cost * 1_000).toFixed(1)} ms CPU; ${(end() / 1e6).toFixed(1)} MB`);
    return cost;
  });
  const ratio = Math.max(...costs) / Math.min(...costs);
  print('the dearest compared with the cheapest', ratio.toFixed(2));
  print(`  at most ${FLAT}`, ratio <= FLAT ? 'met' : 'not met');
  if (ratio > FLAT) process.exitCode = 1;
}

/** A journal with so many entries. `taken`: the seconds that so many more take; `end` removes it and answers the bytes that it had. */
function journalOf(path: string, size: number) {
  const db = openForWriting(path, view);
  checkpointSeldom(db, true);
  const take = taker(db, view.rows(db));
  const feed = entriesByTurns();
  const taken = (count: number): number => {
    const events = Array.from({ length: count }, () => feed.next().value).flat();
    return cpuSeconds(() => take({ context: 'disbursement', origin: 'bench', sequence: events.at(-1)?.sequence ?? 0, events })).seconds;
  };
  for (let left = size; left > 0; left -= BATCH) taken(Math.min(BATCH, left));
  // As it is kept from then on: in the file, and not in a log of up to all of it.
  finishBuild(db);
  const end = (): number => {
    db.close();
    const { size: bytes } = statSync(path);
    rmSync(path);
    return bytes;
  };
  return { taken, end };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function thousand(taken: (count: number) => number): number {
  let seconds = 0;
  for (let left = LOOKED_AT / 2; left > 0; left -= LIVE_BATCH) seconds += taken(Math.min(LIVE_BATCH, left));
  return seconds;
}

/** One entry after the other: each agreement is drafted, then paid. */
function* entriesByTurns(): Generator<ViewEvent[], never> {
  for (let entry = 0; ; entry += 1) {
    const number = Math.floor(entry / ENTRIES_OF_AN_AGREEMENT);
    const turn = entry % ENTRIES_OF_AN_AGREEMENT;
    const [agreement, sponsor, proposer] = [`agr_${number}`, `spo_${number % SPONSORS}`, `org_${number % SPONSORS}`];
    const event = (type: string, version: number, data: Record<string, unknown>): ViewEvent => ({
      context: 'disbursement',
      aggregate: 'agreement',
      stream: agreement,
      version,
      type,
      schema: 1,
      data,
      at: new Date(BEGAN + Math.floor(entry / ENTRIES_OF_A_DAY) * DAY_MS).toISOString(),
      actor: 'bench',
      correlationId: '',
      causationId: '',
      clockOffset: 0,
      sequence: entry + 1,
      place: version - 1,
    });
    const money = (amount: number) => ({ amount: String(amount), currency: 'USD' });
    const posted = {
      id: `${agreement}/settled/${turn}`,
      postings: [
        { account: `agreement/${agreement}/payable/${sponsor}`, money: money(-100) },
        { account: `proposer/${proposer}/received`, money: money(100) },
      ],
    };
    const drafted = { project: `prj_${number}`, proposer, shares: [{ sponsor, amount: money(1_000) }] };
    const paid = { payment: `pay_${entry}`, milestone: `mst_${entry}`, bankReference: `B${entry}`, valueDate: '2020-01-01', entry: posted };
    yield [...(turn === 0 ? [event('AgreementDrafted', 1, drafted)] : []), event('PaymentSettled', turn + 2, paid)];
  }
}
