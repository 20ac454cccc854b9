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
 * Part of 3: no payment is instructed again while a booked debit of a statement names an earlier attempt of it, which the record says was not paid, and two persons
 * have not decided that line. What the bank had in its hands before the line came went on.
 */
export function checkShown(disbursement: Context, check: Check): void {
  const lines = debitsIn(disbursement);
  if (lines.size === 0) return;
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const { payment, instruction, version } of unpaidIn(events))
      for (const line of lines.get(instruction) ?? [])
        for (const again of events.filter(
          (each) => each.type === 'PaymentInstructed' && each.data.payment === payment && each.version > version,
        ))
          check(
            again.data.instruction === instruction || !isUndecidedAt(line.waiting.get(line.number), handedOverAt(again, disbursement)),
            () =>
              `payment ${payment} of ${agreement} is instructed again while entry ${line.number} of ${line.statement}, which nobody has decided, shows that the bank has paid ${instruction}`,
          );
}

/** The booked debits of statements, by the reference of the payment that each names. */
export function debitsIn(disbursement: Context): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const [statement, events] of streamsOf(disbursement, 'stm')) {
    const waiting = undecidedIn(events);
    const account = String(events.find(({ data }) => data.cashAccount)?.data.cashAccount ?? '');
    const by = events[0]?.person ?? '';
    const entries = events.filter(({ type }) => type === 'EntriesRead').flatMap(({ data }) => data.entries ?? []);
    for (const [at, { booked, direction, reversal, instruction }] of entries.entries())
      if (booked && direction === 'debit' && !reversal && instruction) {
        const first = firstOf(disbursement, events, at + 1);
        const line = first ?? { statement, number: at + 1, waiting };
        found.set(instruction, [...(found.get(instruction) ?? []), { ...line, account, by }]);
      }
  }
  return found;
}

/** Where a line was first read that another statement had before, which is where it is decided. */
function firstOf({ byStream }: Context, events: readonly Recorded[], number: number): Omit<Line, 'account' | 'by'> | undefined {
  const verdicts = events.flatMap(({ type, data }) => (type === 'EntriesMatched' ? (data.entries ?? []) : []));
  const { repeats: statement } = verdicts.find((each) => each.number === number && each.standing === 'repeated') ?? {};
  const before = statement ? (byStream.get(statement) ?? []) : [];
  const keyOf = (read: readonly Recorded[]) => read.filter(({ type }) => type === 'EntriesRead').flatMap(({ data }) => data.entries ?? []);
  const key = keyOf(events)[number - 1]?.key;
  const at = keyOf(before).findIndex((entry) => entry.key === key);
  return at === -1 ? undefined : { statement, number: at + 1, waiting: undecidedIn(before) };
}

/** The attempts of payments that ended without the bank having paid, as the record says. */
function unpaidIn(events: readonly Recorded[]): { payment: string; instruction: string; version: number }[] {
  return events.flatMap(({ type, version, data: { payment, instruction } }) => {
    if (type === 'PaymentTakenFromFile' && instruction) return [{ payment, instruction, version }];
    if (type !== 'PaymentFailed') return [];
    const before = events.findLast((each) => each.type === 'PaymentInstructed' && each.data.payment === payment && each.version < version);
    return before?.data.instruction ? [{ payment, instruction: String(before.data.instruction), version }] : [];
  });
}

/** When the bank got it. */
const handedOverAt = ({ at, data }: Recorded, { byStream }: Context): string =>
  (data.file && (byStream.get(data.file) ?? []).find(({ type }) => type === 'PaymentFileHandedOver')?.at) || at;
