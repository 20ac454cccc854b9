import type { Recorded } from './facts.ts';
import { entriesIn, standingsOf } from './suspense.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Streams = ReadonlyMap<string, readonly Recorded[]>;
type Part = { readonly as?: string; readonly payment?: string | undefined };

/** Of what payments each entry is that two persons have confirmed, by the last that was said of it. */
function paymentsIn(statement: string, events: readonly Recorded[]): { readonly payment: string; readonly does: string }[] {
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
        ((data.parts ?? []) as Part[]).filter(({ as }) => as === 'payment'),
      );
  }
  return [...of].flatMap(([number, parts]) =>
    standing.get(number) !== 'confirmed'
      ? []
      : parts.flatMap(({ payment }) =>
          payment ? [{ payment, does: entries[number - 1]?.direction === 'credit' ? 'PaymentReturned' : 'PaymentSettled' }] : [],
        ),
  );
}

/** No more entries settle a payment than it was settled, and none return it more often than it was returned. */
export function checkEntriesOfPayments(
  statements: Streams,
  agreements: readonly (readonly [string, readonly Recorded[]])[],
  check: Check,
): void {
  const entries = new Map<string, number>();
  for (const [statement, events] of statements)
    for (const { payment, does } of paymentsIn(statement, events)) {
      const key = `${does} ${payment}`;
      entries.set(key, (entries.get(key) ?? 0) + 1);
    }
  const happened = new Map<string, number>();
  for (const [, events] of agreements)
    for (const { type, data } of events) {
      const key = `${type} ${data.payment}`;
      if (entries.has(key)) happened.set(key, (happened.get(key) ?? 0) + 1);
    }
  for (const [key, count] of entries) {
    const times = happened.get(key) ?? 0;
    check(count <= times, () => `${count} entries are confirmed as ${key}, which happened ${times} times`);
  }
}
