import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Wait } from '@junkan/kit/pure/waits.ts';
import type { PublishedFold } from '@junkan/kit/store/fold.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { KindName } from '../kinds.ts';

/** When something began and was last changed. `n` is the place of the event that began it, the same in every replica. */
export type Placed = { readonly n: number; readonly created: Instant; readonly updated: Instant };

/**
 * The state of a stream by its owner's fold, with what only the feed contains. `since`: when it got its present status. `parts`: what is
 * listed separately, by its id.
 */
export type Kept<State> = Placed & {
  readonly id: string;
  readonly version: number;
  readonly state: State;
  readonly since: Instant;
  readonly parts: ReadonlyMap<string, Placed>;
};

/** Whom it waits for, as its owner's decider answers. */
export type Waited = { readonly waits: readonly Wait[] };

export type Value = string | number | bigint;

/** One row of a list with all that hangs on it. `parties`: the organisations that may see it, where not everybody may. */
export type Item = {
  readonly kind: KindName;
  readonly id: string;
  readonly n: number;
  readonly columns: Readonly<Record<string, Value>>;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly parties: readonly string[];
  /** What it is found by, by the fields of its kind; `codes` has terms. The name of a project's proposer is added when it is indexed. */
  readonly text?: Readonly<Record<string, string>>;
  /** How a project that everybody may see is counted. */
  readonly cube?: { readonly status: string; readonly countries: readonly string[]; readonly themes: readonly string[] } | undefined;
  /** Of a part of a stream: the same object for as long as nothing has concerned that part, nor changed its document. */
  readonly placed?: Placed | undefined;
  /** The item as it is answered, in proto3 JSON. */
  readonly doc: () => unknown;
};

/** How one kind of stream is listed. `Seen`: the item as its owner answers it, with what else the catalogue reads from its state. */
export type Listed<State, Message, Seen extends Message = Message> = {
  readonly kind: KindName;
  // biome-ignore lint/suspicious/noExplicitAny: events go from its codec to its fold, and nowhere else
  readonly fold: PublishedFold<State, any, Message>;
  seen(message: Message, kept: Kept<State>): Seen;
  /** The parts that are listed separately, by id. An event that concerns one replaces its object. */
  parts?(state: State): ReadonlyMap<string, object>;
  /** The items that the stream comes to; the first is the one that bears the stream's id. */
  items(seen: Seen, kept: Kept<State>): readonly Item[];
};

// biome-ignore lint/suspicious/noExplicitAny: each is listed by its own functions alone
export type AnyListed = Listed<any, any, any>;

/** What a stream has come to with one more event. @throws for what its owner's fold cannot understand. */
export function keptAfter({ fold, parts }: AnyListed, before: Kept<unknown> | undefined, event: ViewEvent): Kept<unknown> {
  const { stream: id, version, at } = event;
  const earlier = before?.state ?? fold.initial;
  const state = fold.evolve(earlier, fold.codec.decode(event));
  const { n, created } = before ?? { n: placeOf(event), created: at };
  const since = before && earlier.status === state.status ? before.since : at;
  return {
    id,
    version,
    state,
    n,
    created,
    updated: at,
    since,
    parts: parts ? partsAfter(parts(earlier), parts(state), before, event) : NONE,
  };
}

const NONE: ReadonlyMap<string, Placed> = new Map();

function partsAfter(
  earlier: ReadonlyMap<string, object>,
  now: ReadonlyMap<string, object>,
  before: Kept<unknown> | undefined,
  event: ViewEvent,
): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const [id, part] of now) {
    const known = before?.parts.get(id) ?? { n: placeOf(event), created: event.at, updated: event.at };
    placed.set(id, earlier.get(id) === part ? known : { ...known, updated: event.at });
  }
  return placed;
}

/** @throws where the first event of a stream is not the one that begins it. */
export function seenOf<State, Message, Seen extends Message>(
  { fold, seen }: Listed<State, Message, Seen>,
  kept: Kept<State>,
): Seen & Waited {
  const message = fold.messageOf(kept.id, kept);
  if (message === undefined) throw new Error(`${kept.id}@${kept.version} came before the event that begins its stream`);
  return { ...seen(message, kept), waits: fold.waitsOf?.(kept.id, kept.state, kept.updated) ?? [] };
}

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
