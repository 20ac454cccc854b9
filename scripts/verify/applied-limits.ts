import type { Money } from './approval-measures.ts';
import { minor, type Recorded } from './facts.ts';

/** The events of an organisation's approval rules. */
export type Book = readonly Recorded[];

export const proposalOf = (events: Book, proposal: number): Recorded | undefined =>
  events.find(({ type, data }) => type === 'LimitsProposed' && data.proposal === proposal);

/** Limits that were approved: from when they apply; at once, also to what was requested before, where an earlier version recorded them. */
type Edition = {
  readonly number: number;
  readonly approved: number;
  readonly from: number;
  readonly isAtOnce: boolean;
  readonly book: Book;
};

const editionsOf = (book: Book): Edition[] =>
  book
    .filter(({ type }) => type === 'LimitsApproved')
    .map(({ data: { proposal: number, at, effectiveFrom } }) => ({
      number,
      book,
      approved: Date.parse(at),
      from: Date.parse(effectiveFrom ?? at),
      isAtOnce: effectiveFrom === undefined,
    }));

type Kind = 'limits' | 'dayLimits';
const limitsIn = ({ book, number }: Edition, kind: Kind): readonly Money[] => proposalOf(book, number)?.data[kind] ?? [];

/** Rules are read just before an approval is recorded: what changes meanwhile is not seen. */
const MEANWHILE_MS = 60_000;

/** The edition that an approval names applied at that time: approved before, and followed by no other that did. */
export function wereInForce(book: Book, number: number, at: string): boolean {
  const editions = editionsOf(book);
  const place = editions.findIndex((edition) => edition.number === number);
  const own = editions[place];
  if (number > 0 && (own === undefined || own.from > Date.parse(at) + MEANWHILE_MS)) return false;
  return !editions.slice(place + 1).some(({ from }) => from < Date.parse(at) - MEANWHILE_MS);
}

type Applied = {
  readonly book: Book;
  readonly kind: Kind;
  readonly named: number;
  readonly since: string;
  readonly at: string;
  /** Also what was approved just before, which may have been missed. */
  readonly isAtMost?: boolean;
};

/** All that applied between the request of something and its approval, which may have missed what was approved just before it. */
function binding({ book, named, since, at, isAtMost = false }: Omit<Applied, 'kind'>): Edition[] {
  const until = Date.parse(at) + (isAtMost ? MEANWHILE_MS : -MEANWHILE_MS);
  const known = editionsOf(book).filter(({ number, approved }) => number <= named || approved < until);
  const editions = known.slice(
    Math.max(
      known.findLastIndex(({ isAtOnce, number, approved }) => isAtOnce && (number <= named || approved < Date.parse(at) - MEANWHILE_MS)),
      0,
    ),
  );
  const isOver = (index: number): boolean => editions.slice(index + 1).some(({ from }) => from <= (Date.parse(since) || 0));
  return editions.filter((_, index) => !isOver(index));
}

/** The lowest of the limits in a currency that applied; zero where there were limits, and none in it; nothing where there were none at all. */
function lowest(editions: readonly (readonly Money[])[], currency: string): bigint | undefined {
  const all = editions.filter((limits) => limits.length > 0).map((limits) => minor(limits.find((limit) => limit.currency === currency)));
  return all.reduce<bigint | undefined>((least, limit) => (least === undefined || limit < least ? limit : least), undefined);
}

/** Whether sums are above limits that applied to them. `own`: the currencies of the matter, of which one that is limited is enough. */
export function isAbove(applied: Applied, sums: readonly (Money | undefined)[], own: readonly string[]): boolean {
  const editions = binding(applied).map((edition) => limitsIn(edition, applied.kind));
  const limited = new Set(editions.flat().map(({ currency }) => currency));
  const isOver = (sum: Money | undefined): boolean => {
    const limit = sum && lowest(editions, sum.currency);
    return limit !== undefined && minor(sum) > limit;
  };
  if (sums.some((sum) => sum && limited.has(sum.currency) && isOver(sum))) return true;
  return !own.some((currency) => limited.has(currency)) && sums.some((sum) => sum && own.includes(sum.currency) && isOver(sum));
}

/** Whether there were limits of this kind at all. */
export const areAny = (applied: Applied): boolean => binding(applied).some((edition) => limitsIn(edition, applied.kind).length > 0);

/** Whether limits let one person approve what two had to when they were approved. */
export function areLooserThanBefore(book: Book, approval: Recorded): boolean {
  const { proposal: number, at } = approval.data;
  const before = book.filter(({ version }) => version < approval.version);
  const kinds: readonly Kind[] = ['limits', 'dayLimits'];
  return kinds.some((kind) => {
    const standing = binding({ book: before, named: number, since: at, at }).map((edition) => limitsIn(edition, kind));
    const next: readonly Money[] = proposalOf(book, number)?.data[kind] ?? [];
    const currencies = [...standing.flat(), ...next].map(({ currency }) => currency);
    return currencies.some((currency) => {
      const [limit, after] = [lowest(standing, currency), lowest([next], currency)];
      return limit !== undefined && (after === undefined || after > limit);
    });
  });
}
