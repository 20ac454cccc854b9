import type { Money } from '@junkan/kit/pure/money.ts';
import type { Event, Sums } from './sums.ts';

type Entry = {
  readonly amount: Money;
  readonly instructed?: Money;
  readonly direction: string;
  readonly booked?: boolean;
  standing: string;
};
type Statement = { readonly facts: Facts; readonly entries: Entry[] };
type Facts = {
  readonly currency?: string;
  readonly openingBalance?: Money;
  readonly closingBalance?: Money;
  /** Of an import how many there are; of what was read and matched, each. */
  readonly entries?: number | readonly (Entry & { readonly number: number })[];
  readonly number?: number;
  readonly numbers?: readonly number[];
  readonly waits?: boolean;
  readonly charge?: Money;
};

const STANDING: Readonly<Record<string, string>> = {
  EntryLinked: 'reported',
  EntryIgnored: 'ignored',
  DismissalRefused: 'held',
  FeeRecorded: 'charged',
  FeeRefused: 'held',
  EntryHeld: 'held',
  EntriesConfirmed: 'confirmed',
  EntriesReopened: 'held',
};
const WORK: Readonly<Record<string, string>> = {
  returns: 'entries-to-decide',
  held: 'entries-to-decide',
  suggested: 'entries-to-decide',
  unmatched: 'entries-to-decide',
  reported: 'statement-to-confirm',
  charged: 'statement-to-confirm',
  dismissed: 'statement-to-confirm',
};
const CONFIRMED: Readonly<Record<string, string>> = { charged: 'fee', dismissed: 'ignored' };
const confirmedAs = ({ entries }: Statement, number: number): string => CONFIRMED[entries[number - 1]?.standing ?? ''] ?? 'confirmed';

/** What statements of banks come to, by how their entries stand: folded from the events alone. */
export function stated(sums: Sums, events: readonly Event[]): void {
  const statements = new Map<string, Statement>();
  for (const { type, stream, data } of events.filter((event) => event.stream.startsWith('stm_'))) {
    const facts = data as unknown as Facts;
    const statement = statements.get(stream) ?? { facts, entries: [] };
    statements.set(stream, statement);
    const each = Array.isArray(facts.entries) ? (facts.entries as readonly (Entry & { readonly number: number })[]) : [];
    if (type === 'EntriesRead') statement.entries.push(...each.map((entry) => ({ ...entry, standing: 'read' })));
    if (type === 'EntriesMatched') for (const { number, standing } of each) stand(statement, [number], standing);
    if (type === 'EntryLinked') sums.set(`${stream}/entries/${facts.number ?? 0}/kept`, facts.charge);
    const standing = STANDING[type];
    if (standing === 'confirmed') for (const number of facts.numbers ?? []) stand(statement, [number], confirmedAs(statement, number));
    else if (type === 'EntryIgnored' && facts.waits) stand(statement, [facts.number ?? 0], 'dismissed');
    else if (standing) stand(statement, facts.numbers ?? [facts.number ?? 0], standing);
  }
  for (const [id, statement] of statements) {
    summed(sums, id, statement);
    for (const [at, { instructed }] of statement.entries.entries()) sums.set(`${id}/entries/${at + 1}/instructed`, instructed);
  }
}

function stand({ entries }: Statement, numbers: readonly number[], standing: string): void {
  for (const number of numbers) {
    const entry = entries[number - 1];
    if (entry) entry.standing = standing;
  }
}

function summed(sums: Sums, id: string, { facts: { currency = '', openingBalance, closingBalance }, entries }: Statement): void {
  sums.set(`${id}/openingBalance`, openingBalance);
  sums.set(`${id}/closingBalance`, closingBalance);
  if (openingBalance && closingBalance) {
    sums.set(`${id}/differsBy`, closingBalance);
    sums.add(`${id}/differsBy`, openingBalance, -1n);
  }
  for (const [at, { amount, direction, booked, standing }] of entries.entries()) {
    sums.set(`${id}/entries/${at + 1}`, amount);
    sums.add(`${id}/sums/${standing}/${direction}/${amount.currency}`, amount);
    if (booked) sums.add(`${id}/differsBy`, amount, direction === 'debit' ? 1n : -1n);
    const work = WORK[standing];
    if (work && amount.currency === currency) sums.add(`${id}/${work}`, amount);
  }
}
