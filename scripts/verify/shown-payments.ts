import { type Context, type finding, type Recorded, streamsOf } from './facts.ts';
import { isUndecidedAt, undecidedIn } from './undecided-lines.ts';

type Check = ReturnType<typeof finding>['check'];
export type Line = {
  readonly statement: string;
  readonly number: number;
  /** Of whose cash the statement is, and who brought it. */
  readonly account: string;
  readonly by: string;
  readonly waiting: ReturnType<typeof undecidedIn>;
};

/**
 * Part of 3: no payment is instructed again while a booked debit of a statement names an earlier attempt of it, which the record says was not paid or was refused, and two persons
 * have not decided that line. What the bank had in its hands before the line came went on.
 */
export function checkShown(disbursement: Context, check: Check): void {
  const lines = debitsIn(disbursement);
  if (lines.size === 0) return;
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const { payment, instruction, version, isRefused } of unpaidIn(events))
      for (const line of lines.get(instruction) ?? [])
        for (const again of events.filter(
          (each) => each.type === 'PaymentInstructed' && each.data.payment === payment && each.version > version,
        ))
          check(
            (again.data.instruction === instruction && !isRefused) ||
              !isUndecidedAt(line.waiting.get(line.number), handedOverAt(again, disbursement)),
            () =>
              `payment ${payment} of ${agreement} is instructed again while entry ${line.number} of ${line.statement}, which nobody has decided, shows that the bank has paid ${instruction}`,
          );
}

/** The booked debits of statements, by the reference of the payment that each names. A line that another statement had before is decided there. */
export function debitsIn(disbursement: Context): ReadonlyMap<string, readonly Line[]> {
  const statements = new Map(streamsOf(disbursement, 'stm').map(([id, events]) => [id, readOf(events)]));
  const found = new Map<string, Line[]>();
  for (const [statement, { entries, repeats, account, by, waiting }] of statements)
    for (const [at, { booked, direction, reversal, instruction, key }] of entries.entries())
      if (booked && direction === 'debit' && !reversal && instruction) {
        const before = repeats.get(at + 1) ?? '';
        const first = statements.get(before);
        const firstAt = first?.entries.findIndex((entry) => entry.key === key) ?? -1;
        const line = first && firstAt !== -1 ? { statement: before, number: firstAt + 1, waiting: first.waiting } : undefined;
        found.set(instruction, [...(found.get(instruction) ?? []), { ...(line ?? { statement, number: at + 1, waiting }), account, by }]);
      }
  return found;
}

/** What a statement has read, and which of its lines repeat those of another. */
function readOf(events: readonly Recorded[]) {
  const entriesOf = (type: Recorded['type']) => events.flatMap((event) => (event.type === type ? (event.data.entries ?? []) : []));
  const repeats = new Map<number, string>();
  for (const { number, standing, repeats: statement } of entriesOf('EntriesMatched'))
    if (standing === 'repeated' && statement && !repeats.has(number)) repeats.set(number, statement);
  return {
    entries: entriesOf('EntriesRead'),
    repeats,
    account: String(events.find(({ data }) => data.cashAccount)?.data.cashAccount ?? ''),
    by: events[0]?.person ?? '',
    waiting: undecidedIn(events),
  };
}

/** The attempts of payments that ended without the bank having paid, as the record says. */
function unpaidIn(events: readonly Recorded[]): { payment: string; instruction: string; version: number; isRefused?: boolean }[] {
  return events.flatMap(({ type, version, data: { payment, instruction } }) => {
    if (type === 'PaymentRefused' && instruction) return [{ payment, instruction, version, isRefused: true }];
    if (type === 'PaymentTakenFromFile' && instruction) return [{ payment, instruction, version }];
    if (type !== 'PaymentFailed') return [];
    const before = events.findLast((each) => each.type === 'PaymentInstructed' && each.data.payment === payment && each.version < version);
    return before?.data.instruction ? [{ payment, instruction: String(before.data.instruction), version }] : [];
  });
}

/** When the bank got it. */
const handedOverAt = ({ at, data }: Recorded, { byStream }: Context): string =>
  (data.file && (byStream.get(data.file) ?? []).find(({ type }) => type === 'PaymentFileHandedOver')?.at) || at;
