import { as, checker, type Ledger, maker, TRANCHES } from './ledger-service.ts';
import { percentile, print } from './measure.ts';

type Asked = { readonly agreements: number; readonly atOnce: number };
type Agreement = Awaited<ReturnType<Ledger['effective']>>;
type Timed = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** The targets of payment commands compared with the bare driver: with as many writes, and with one write for each command. */
const TARGETS = { sameWrites: 0.75, oneWrite: 0.5, seenMs: 500 };
/** Agreements that are paid before the driver has its turn. */
const ROUND = 50;
const SEEN = 100;
const POLL_MS = 5;

/**
 * Payments from their request to their confirmation, so many agreements at once; and the same documents by the driver alone. They take turns, so that
 * whatever else the machine does slows all of them.
 */
export async function commanded(ledger: Ledger, { agreements, atOnce }: Asked): Promise<void> {
  const times: number[] = [];
  const timed: Timed = async (work) => {
    const began = performance.now();
    const result = await work();
    times.push(performance.now() - began);
    return result;
  };
  const took = { commands: 0, sameWrites: 0, oneWrite: 0 };
  let documents = 0;
  for (let left = agreements; left > 0; left -= ROUND) {
    const all = await inTurns(Array.from({ length: Math.min(left, ROUND) }), atOnce, () => ledger.effective());
    const [before, known] = [times.length, await ledger.commits.countDocuments()];
    took.commands += await secondsOf(() => inTurns(all, atOnce, (each) => paid(ledger, each, timed)));
    const written = await ledger.commits
      .find()
      .sort({ at: -1 })
      .limit((await ledger.commits.countDocuments()) - known)
      .toArray();
    took.sameWrites += await byDriver(ledger, written, atOnce);
    took.oneWrite += await byDriver(ledger, written.slice(0, times.length - before), atOnce);
    documents += written.length;
  }
  print(`${times.length} commands of payments, ${atOnce} at once`, `${(times.length / took.commands).toFixed(0)} a second`);
  print('  one command', `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`);
  judged(`compared with the bare driver with as many durable writes (${documents})`, took.sameWrites / took.commands, TARGETS.sameWrites);
  judged('compared with one durable write for each command', took.oneWrite / took.commands, TARGETS.oneWrite);
  await seen(ledger);
}

async function paid({ command, today }: Ledger, { agreement, sponsor }: Agreement, timed: Timed): Promise<void> {
  for (const { number: tranche } of TRANCHES) {
    const { payment } = await timed(() => command.requestPayment({ agreement, tranche, sponsor }, as(maker)));
    await timed(() => command.approvePayment({ agreement, payment }, as(checker)));
    await timed(() => command.instructPayment({ agreement, payment }, as(maker)));
    const bankReference = `BENCH-${payment.slice('pay_'.length)}`;
    await timed(() =>
      command.settlePayment({ agreement, payment, bankReference, valueDate: today(), document: 'ad'.repeat(32) }, as(maker)),
    );
    await timed(() => command.confirmPayment({ agreement, payment, report: 1 }, as(checker)));
  }
}

/** Seconds for which the driver writes these documents, one insert each, as durably and as many at once. */
async function byDriver({ peers }: Ledger, documents: readonly { _id: string }[], atOnce: number): Promise<number> {
  const collection = peers.collection<{ _id: string }>(`commits_${documents.length}_${Date.now()}`);
  await collection.createIndex({ stream: 1, from: 1 });
  return secondsOf(() => inTurns(documents, atOnce, (document) => collection.insertOne(document)));
}

/** The time from a payment's confirmation to its entry in the accounts. */
async function seen(ledger: Ledger): Promise<void> {
  const auditor = as({ person: 'auditor', organisation: 'secretariat', roles: ['auditor'] });
  const times: number[] = [];
  const untimed: Timed = (work) => work();
  while (times.length < SEEN) {
    const { agreement, sponsor } = await ledger.effective();
    await paid(ledger, { agreement, sponsor }, untimed);
    const confirmed = performance.now();
    const name = `agreement/${agreement}/undisbursed/${sponsor}`;
    for (;;) {
      const { accounts } = await ledger.query.listAccounts({ prefix: name }, auditor);
      if (accounts.some(({ balance }) => balance?.amount === 0n)) break;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    times.push(performance.now() - confirmed);
  }
  const p99 = percentile(times, 0.99);
  print('a confirmed payment is in the accounts', `p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`);
  met('  within half a second', p99 <= TARGETS.seenMs);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

async function inTurns<Item, Result>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const turns = Array.from({ length: atOnce }, async () => {
    for (const [index, item] of left) results[index] = await work(item);
  });
  await Promise.all(turns);
  return results;
}

function judged(what: string, ratio: number, target: number): void {
  print(what, ratio.toFixed(2));
  met(`  at least ${target}`, ratio >= target);
}

function met(what: string, isMet: boolean): void {
  print(what, isMet ? 'met' : 'not met');
  if (!isMet) process.exitCode = 1;
}
