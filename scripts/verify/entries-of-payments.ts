import { requestBefore, spelt } from './agreements.ts';
import { minor, type Recorded } from './facts.ts';
import { entriesIn, type Read, standingsOf } from './suspense.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Streams = ReadonlyMap<string, readonly Recorded[]>;
type Part = {
  readonly as?: string;
  readonly agreement?: string;
  readonly payment?: string | undefined;
  readonly recovery?: number | undefined;
  readonly drawing?: number | undefined;
};

/** What was last said of each entry. */
export function saidIn(events: readonly Recorded[]): ReadonlyMap<number, readonly Part[]> {
  const of = new Map<number, readonly Part[]>();
  for (const { type, data } of events) {
    if (type === 'EntriesMatched')
      for (const { number, payment } of (data.entries ?? []) as (Part & { number: number })[]) of.set(number, [{ payment }]);
    if (type === 'EntryLinked') of.set(data.number, [data as Part]);
    if (type === 'EntryExplained')
      of.set(
        data.number,
        ((data.parts ?? []) as Part[]).filter(({ as = '' }) => ['payment', 'refund', 'claim'].includes(as)),
      );
    if (type === 'FeeRecorded' || type === 'EntryIgnored') of.set(data.number, []);
  }
  return of;
}

/** What each entry did that two persons have confirmed, by the last that was said of it. */
function doneIn(statement: string, events: readonly Recorded[]): string[] {
  const entries = entriesIn(events);
  const standing = standingsOf(statement, events, () => undefined);
  return [...saidIn(events)].flatMap(([number, parts]) =>
    standing.get(number) !== 'confirmed'
      ? []
      : parts.flatMap(({ agreement, payment, recovery, drawing }) => {
          if (payment) return [`${entries[number - 1]?.direction === 'credit' ? 'PaymentReturned' : 'PaymentSettled'} ${payment}`];
          if (drawing) return [claimOf(drawing, agreement)];
          return recovery ? [`refund of recovery ${recovery} of ${agreement}`] : [];
        }),
  );
}

const claimOf = (drawing: number, agreement = ''): string => `payment of call ${drawing} of ${agreement}`;

/** No more entries settle a payment than it was settled, none return it more often than it was returned, and none refund, or pay what was called of a guarantee, more often than was confirmed. */
export function checkEntriesOfPayments(
  statements: Streams,
  agreements: readonly (readonly [string, readonly Recorded[]])[],
  check: Check,
): void {
  const entries = new Map<string, number>();
  for (const [statement, events] of statements) for (const key of doneIn(statement, events)) entries.set(key, (entries.get(key) ?? 0) + 1);
  const happened = new Map<string, number>();
  for (const [agreement, events] of agreements)
    for (const event of events) {
      const key = happenedAs(agreement, event, events);
      if (entries.has(key)) happened.set(key, (happened.get(key) ?? 0) + (isReversal(event, events) ? -1 : 1));
    }
  for (const [key, count] of entries) {
    const times = happened.get(key) ?? 0;
    check(count <= times, () => `${count} entries are confirmed as ${key}, which happened ${times} times`);
  }
}

/** What an entry is confirmed as is what the bank did, also by the report of a person: of its reference, day and sum; of a return the bank may have kept some. Parts are held against their entry. */
export function checkEntriesMeant(
  statements: Streams,
  agreements: readonly (readonly [string, readonly Recorded[]])[],
  check: Check,
): void {
  const byPayment = new Map<string, Recorded[]>();
  for (const [, events] of agreements)
    for (const event of events.filter(({ type }) => type === 'PaymentSettled' || type === 'PaymentReturned'))
      byPayment.set(event.data.payment, [...(byPayment.get(event.data.payment) ?? []), withSum(event, events)]);
  for (const [statement, events] of statements) {
    const entries = entriesIn(events);
    const standing = standingsOf(statement, events, () => undefined);
    const explained = new Set(events.filter(({ type }) => type === 'EntryExplained').map(({ data }) => data.number));
    for (const [number, [{ payment = '' } = {}]] of saidIn(events)) {
      const entry = entries[number - 1];
      if (!entry || !payment || standing.get(number) !== 'confirmed' || explained.has(number)) continue;
      const does = entry.direction === 'credit' ? 'PaymentReturned' : 'PaymentSettled';
      const reference = entry.bankReference || `${statement.slice(4, 20).toUpperCase()}-${number}`;
      check(
        (byPayment.get(payment) ?? []).some(
          (event) => event.type === does && (isNamed(event, statement, number) || isMeant(event, entry, reference)),
        ),
        () => `entry ${number} of ${statement} is confirmed as ${does} of ${payment}, which was otherwise`,
      );
    }
  }
}

/** What names its entry is held against it by itself. */
const isNamed = ({ data }: Recorded, statement: string, number: number): boolean =>
  data.statement === statement && data.statementEntry === number;

const withSum = (event: Recorded, events: readonly Recorded[]): Recorded => {
  const { debited, credited, payment } = event.data;
  const sum = debited ?? credited ?? requestBefore(events, payment, event.version)?.data.amount;
  return { ...event, data: { ...event.data, sum } };
};

function isMeant({ type, data }: Recorded, { amount, valueDate }: Read, reference: string): boolean {
  if (spelt(reference) !== spelt(data.bankReference) || amount?.currency !== data.sum?.currency) return false;
  return type === 'PaymentSettled' ? minor(amount) === minor(data.sum) && valueDate === data.valueDate : minor(amount) <= minor(data.sum);
}

function happenedAs(agreement: string, { type, data }: Recorded, events: readonly Recorded[]): string {
  if (type === 'ClaimPaid' || type === 'ClaimReversed') return claimOf(data.drawing, agreement);
  if (type !== 'ResolutionConfirmed') return `${type} ${data.payment}`;
  return ['refunded', 'reversed'].includes(kindOf(data, events)) ? `refund of recovery ${data.recovery} of ${agreement}` : '';
}

/** Of what was confirmed. */
const kindOf = ({ recovery, resolution }: Recorded['data'], events: readonly Recorded[]): string =>
  events.find(({ type, data }) => type === 'ResolutionProposed' && data.recovery === recovery && data.resolution === resolution)?.data
    .kind ?? '';

const isReversal = ({ type, data }: Recorded, events: readonly Recorded[]): boolean =>
  type === 'ClaimReversed' || (type === 'ResolutionConfirmed' && kindOf(data, events) === 'reversed');

/**
 * What an entry has settled or returned finds that entry said to be it, unless it was undone since. One that consists of several things waits again as a whole
 * while one of them is corrected.
 */
export function checkEntriesKept(statements: Streams, agreements: readonly (readonly [string, readonly Recorded[]])[], check: Check): void {
  const read = new Map(
    [...statements].map(([id, events]) => [id, { said: saidIn(events), standing: standingsOf(id, events, () => undefined) }]),
  );
  for (const [agreement, events] of agreements)
    for (const { type, data } of standingIn(events)) {
      const { payment, statement, statementEntry: number } = data;
      const parts = read.get(statement)?.said.get(number) ?? [];
      const standing = read.get(statement)?.standing.get(number) ?? 'read';
      const isSaid = parts.some((each) => each.payment === payment) && (SAID.includes(standing) || parts.length > 1);
      check(
        isSaid || standing === 'read',
        () => `${type} of ${payment} in ${agreement} names entry ${number} of ${statement}, which is ${standing}`,
      );
    }
}

const SAID: readonly string[] = ['reported', 'confirmed'];
const UNDOES: Readonly<Record<string, Recorded['type']>> = { SettlementReversed: 'PaymentSettled', OutcomeReversed: 'PaymentReturned' };

/** What entries have settled and returned, without what was booked by mistake. */
function standingIn(events: readonly Recorded[]): Recorded[] {
  const standing: Recorded[] = [];
  for (const event of events) {
    const { type, data } = event;
    if (type === 'PaymentSettled' || type === 'PaymentReturned') standing.push(event);
    const undone = standing.findLastIndex((each) => each.type === UNDOES[type] && each.data.payment === data.payment);
    if (undone >= 0 && data.outcome !== 'failed') standing.splice(undone, 1);
  }
  return standing.filter(({ data }) => data.statement);
}
