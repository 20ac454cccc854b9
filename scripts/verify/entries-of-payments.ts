import type { Recorded } from './facts.ts';
import { entriesIn, standingsOf } from './suspense.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Streams = ReadonlyMap<string, readonly Recorded[]>;
type Part = {
  readonly as?: string;
  readonly agreement?: string;
  readonly payment?: string | undefined;
  readonly recovery?: number | undefined;
};

/** What each entry did that two persons have confirmed, by the last that was said of it. */
function doneIn(statement: string, events: readonly Recorded[]): string[] {
  const entries = entriesIn(events);
  const standing = standingsOf(statement, events, () => undefined);
  const of = new Map<number, readonly Part[]>();
  for (const { type, data } of events) {
    if (type === 'EntriesMatched')
      for (const { number, payment } of (data.entries ?? []) as (Part & { number: number })[]) of.set(number, [{ payment }]);
    if (type === 'EntryLinked') of.set(data.number, [data as Part]);
    if (type === 'EntryExplained')
      of.set(
        data.number,
        ((data.parts ?? []) as Part[]).filter(({ as = '' }) => ['payment', 'refund'].includes(as)),
      );
  }
  return [...of].flatMap(([number, parts]) =>
    standing.get(number) !== 'confirmed'
      ? []
      : parts.flatMap(({ agreement, payment, recovery }) => {
          if (payment) return [`${entries[number - 1]?.direction === 'credit' ? 'PaymentReturned' : 'PaymentSettled'} ${payment}`];
          return recovery ? [`refund of recovery ${recovery} of ${agreement}`] : [];
        }),
  );
}

/** No more entries settle a payment than it was settled, none return it more often than it was returned, and none refund more often than was confirmed. */
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
      if (entries.has(key)) happened.set(key, (happened.get(key) ?? 0) + 1);
    }
  for (const [key, count] of entries) {
    const times = happened.get(key) ?? 0;
    check(count <= times, () => `${count} entries are confirmed as ${key}, which happened ${times} times`);
  }
}

function happenedAs(agreement: string, { type, data }: Recorded, events: readonly Recorded[]): string {
  if (type !== 'ResolutionConfirmed') return `${type} ${data.payment}`;
  const isOf = (each: Recorded): boolean => each.data.recovery === data.recovery && each.data.resolution === data.resolution;
  const isRefund = events.some((each) => each.type === 'ResolutionProposed' && isOf(each) && each.data.kind === 'refunded');
  return isRefund ? `refund of recovery ${data.recovery} of ${agreement}` : '';
}
