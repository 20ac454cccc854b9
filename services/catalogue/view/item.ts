import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { KindName } from '../kinds.ts';

/** What a stream has come to. `n` is the place of the event that began it, the same in every replica. */
export type Kept<State> = { readonly state: State; readonly n: number; readonly created: Instant; readonly updated: Instant };

export type Value = string | number | bigint;

/** One row of a list with all that hangs on it. `parties`: the organisations that may see it, where not everybody may. */
export type Item = {
  readonly kind: KindName;
  readonly id: string;
  readonly n: number;
  readonly columns: Readonly<Record<string, Value>>;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly parties: readonly string[];
  /** What it is found by, by the fields of its kind; the name of a project's proposer is added when it is indexed. */
  readonly text?: Readonly<Record<string, string>>;
  /** How a project that everybody may see is counted. */
  readonly cube?: { readonly status: string; readonly countries: readonly string[]; readonly themes: readonly string[] } | undefined;
  /** The item as it is answered, in proto3 JSON. */
  readonly doc: object;
};

/** How one kind of stream is folded. `evolve` is pure, and throws for what it cannot understand. */
export type Aggregate<State> = {
  readonly kind: KindName;
  evolve(before: State | undefined, event: ViewEvent): State;
  /** The items that the stream comes to; the first is the one that bears the stream's id. */
  items(kept: Kept<State>): readonly Item[];
  save(state: State): object;
  load(json: unknown): State;
};

/** Places within one message of a feed; a sequence times this and a place is below 2^53 for 10^12 sequences. */
const PLACES = 4_096;
export const placeOf = ({ sequence, place }: Pick<ViewEvent, 'sequence' | 'place'>): number => sequence * PLACES + place;

/** Minor units and currency; nothing is asked for where there is no money. */
export const amountOf = (money: Money | undefined): { amount: bigint; currency: string } => ({
  amount: money?.amount ?? 0n,
  currency: money?.currency ?? '',
});

/** What titles and names are sorted by: without differences of case and width. */
export const titleKey = (title: string): string => title.normalize('NFKC').toLowerCase();

/** All values of a field in one column. */
export const joined = (values: readonly string[]): string => [...new Set(values)].join('\n');
