import { minor, type Recorded } from './facts.ts';
import { entriesIn, type Read, standingsOf } from './suspense.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Part = { readonly as: string; readonly statement?: string; readonly entry?: number };
type Of = { readonly name: string; readonly standing: string; readonly takesBack: string };

const nameOf = (statement: unknown, entry: unknown): string => `entry ${entry} of ${statement}`;

/**
 * Each reversal that two persons have confirmed takes back one entry of the same amount in the other direction, and no other takes back the same. Once two have said
 * that it is none, the entry waits again.
 */
export function checkReversals(statements: ReadonlyMap<string, readonly Recorded[]>, check: Check): void {
  const read = new Map<string, Read>();
  const reversals = new Map<string, Of>();
  const reversed = new Map<string, string>();
  for (const [statement, events] of statements) {
    for (const [at, entry] of entriesIn(events).entries()) read.set(nameOf(statement, at + 1), entry);
    const standing = standingsOf(statement, events, () => undefined);
    for (const { type, data } of events) {
      const name = nameOf(statement, data.number);
      if (type === 'EntryReversed') reversed.set(name, nameOf(data.reversingStatement, data.reversingEntry));
      for (const number of type === 'EntriesReopened' ? (data.numbers ?? []) : []) reversed.delete(nameOf(statement, number));
      if (type !== 'EntryExplained') continue;
      const part = ((data.parts ?? []) as Part[]).find(({ as }) => as === 'reversal');
      reversals.delete(name);
      if (part) reversals.set(name, { name, standing: standing.get(data.number) ?? '', takesBack: nameOf(part.statement, part.entry) });
    }
  }
  for (const { name, standing, takesBack } of reversals.values()) {
    if (standing !== 'accounted') continue;
    check(reversed.get(takesBack) === name, () => `${name} is the reversal of ${takesBack}, which it has not taken back`);
    const [own, other] = [read.get(name), read.get(takesBack)];
    check(
      own?.direction !== other?.direction &&
        minor(own?.amount) === minor(other?.amount) &&
        own?.amount?.currency === other?.amount?.currency,
      () => `${name} is the reversal of ${takesBack}, which is not the same amount in the other direction`,
    );
  }
  for (const [name, by] of reversed) {
    const reversal = reversals.get(by);
    // One that is about to be confirmed has taken it back already.
    const isStanding = reversal?.standing === 'accounted' || reversal?.standing === 'explained';
    check(isStanding && reversal.takesBack === name, () => `${name} is taken back by ${by}, which is no reversal of it`);
  }
}
