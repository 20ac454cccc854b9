import type { Actor } from '@junkan/proto/actor.ts';
import type { Instant } from './dates.ts';
import type { Decision } from './decision.ts';
import { type Attempts, type BodiesFor, type Part as Of, type Permission, permissions } from './permissions.ts';
import { type Contract, type Wait, type WaitFor, type Waits, waitsFor } from './waits.ts';

// What is done to an item: what an actor may do, and whom the item waits for, both as its decider answers.

type Typed = { readonly type: string };
type Both<Union> = (Union extends unknown ? (each: Union) => void : never) extends (each: infer All) => void ? All : never;

/** `force`: the states in which it is done. `facts`: what others know, for working out what an actor may do. */
export type Acting = { readonly force: object; readonly command: Typed; readonly rejection: Typed; readonly facts: object };

/** Things of one sort to which operations are done: the parts of an item, say, each by its number. */
export type Subject<W extends Acting, As = Attempts<W['command']>> = {
  readonly attempts: (force: W['force'], facts: W['facts'], by: Actor) => readonly { readonly of: Of; readonly as: As }[];
  readonly waits: (force: W['force']) => readonly WaitFor<W>[];
};

/** The operations of several subjects in one table: what their attempts name, the bodies need not say. */
export type TableOf<Acts> = Both<TablesOf<Acts>>;
/** Each of these tables. */
export type TablesOf<Acts> = Acts extends readonly (infer S)[] ? (S extends Subject<infer _, infer As> ? As : never) : never;

/** What is waited for is tried alike by everybody. */
const NOBODY: Actor = { person: '', organisation: '', roles: [] };

/** `each`: the things; `of`: how an API names one of them; `as`: the operations that are done to it. */
export const onIn =
  <W extends Acting>() =>
  <One, const As extends Attempts<W['command']>>(
    each: (force: W['force']) => readonly One[],
    of: (one: One) => Of,
    as: (one: One, facts: W['facts'], force: W['force'], by: Actor) => As,
  ) => {
    const waiting = (
      waits: (one: One, force: W['force']) => readonly Waits<keyof As & string, W['rejection']['type']>[],
    ): Subject<W, As> => ({
      attempts: (force, facts, by) => each(force).map((one) => ({ of: of(one), as: as(one, facts, force, by) })),
      waits: (force) =>
        each(force).flatMap((one) =>
          waits(one, force).map((wait) => ({ ...wait, of: of(one), as: (facts) => as(one, facts, force, NOBODY) })),
        ),
    });
    return { ...waiting(() => []), waiting };
  };

type OfItem<W extends Acting, Acts extends readonly Subject<W>[]> = {
  readonly decide: (command: W['command'], item: W['force']) => Decision<unknown, W['rejection']>;
  /** Refusals that hide the item from the organisation. */
  readonly hiding: readonly W['rejection']['type'][];
  readonly acts: Acts;
  /** Operations that two sides do in turn. */
  readonly inTurn?: readonly string[];
  /** Those that it may wait for, and those that are shown that it does. */
  readonly organisations?: (item: W['force']) => readonly string[];
  readonly readers?: (item: W['force']) => readonly string[];
  /** The facts where nothing is known but the item itself: such that nothing is refused for them. Absent where nobody is waited for. */
  readonly alone?: (item: W['force'], now: Instant) => W['facts'];
};

/** The functions by which what is done to items of one kind is written. */
export const actsOf = <W extends Acting>() => ({
  on: onIn<W>(),
  /** What is done to the item itself. */
  whole: <const As extends Attempts<W['command']>>(as: (item: W['force'], facts: W['facts'], by: Actor) => As) =>
    onIn<W>()(
      (item) => [item],
      () => ({}),
      (item, facts, _, by) => as(item, facts, by),
    ),
  acts: <const Acts extends readonly Subject<W>[]>({
    decide,
    hiding,
    inTurn = [],
    acts,
    organisations,
    readers,
    alone,
  }: OfItem<W, Acts>) => ({
    /** `bodies`: of each operation one that no rule objects to. */
    permissions: (
      item: W['force'],
      facts: W['facts'],
      bodies: BodiesFor<W['command'], TableOf<Acts>>,
      by: Actor,
    ): Permission<W['rejection']>[] =>
      permissions<W['command'], W['rejection']>({
        attempts: acts.flatMap(({ attempts }) => attempts(item, facts, by)),
        bodies,
        decide: (command) => decide(command, item),
        hiding,
        inTurn,
        by,
      }),
    waits: (item: W['force'], now: Instant, contract: Contract): Wait[] =>
      alone
        ? waitsFor<W>(
            acts.flatMap(({ waits }) => waits(item)),
            {
              ...contract,
              decide: (command) => decide(command, item),
              organisations: organisations?.(item) ?? [],
              readers: readers?.(item) ?? [],
              facts: alone(item, now),
            },
          )
        : [],
  }),
});
