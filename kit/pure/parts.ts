import type { Actor } from './actor.ts';
import type { Decision } from './decision.ts';
import type { Attempts, Part as Of } from './permissions.ts';
import type { WaitFor, Waits } from './waits.ts';

type Typed = { readonly type: string };
type Case<Union extends Typed, Type> = Extract<Union, { readonly type: Type }>;

/** In what the parts of an aggregate are decided. `force`: the state in which they are, with what each of them keeps under its name. */
export type Whole = {
  readonly state: object;
  readonly force: object;
  /** The faces of its parts, each under the name by which the state keeps it. */
  readonly parts: { readonly [Name in string]: Face };
  readonly command: Typed;
  readonly event: Typed;
  readonly rejection: Typed;
  /** What others say, for whoever asks what an actor may do. */
  readonly facts: object;
};

/** What one part brings: what it keeps, and the commands, events and refusals that are its own. */
export type Face = { readonly own: unknown; readonly command: Typed; readonly event: Typed; readonly rejection: Typed };

/** Something of a part to which operations are done: each of its measures, say, or each cell that can be paid. */
export type Subject<W extends Whole, As = Attempts<W['command']>> = {
  readonly attempts: (force: W['force'], facts: W['facts'], by: Actor) => readonly { readonly of: Of; readonly as: As }[];
  readonly waits: (force: W['force']) => readonly WaitFor<W>[];
};

export type Part<W extends Whole, F extends Face, Acts extends readonly Subject<W>[], Message> = {
  readonly initial: F['own'];
  readonly decide: {
    readonly [Type in F['command']['type']]: (command: Case<F['command'], Type>, state: W['state']) => Decision<W['event'], W['rejection']>;
  };
  readonly evolve: { readonly [Type in F['event']['type']]: (before: F['own'], event: Case<F['event'], Type>) => F['own'] };
  /** What events of other parts make of what it keeps. */
  readonly listens?: {
    readonly [Type in Exclude<W['event']['type'], F['event']['type']>]?: (before: F['own'], event: Case<W['event'], Type>) => F['own'];
  };
  readonly message: (own: F['own'], force: W['force']) => Message;
  readonly acts: Acts;
};

/** Every part that the table of faces names, each with its own; what its operations and its message are, is its own affair. */
type PartsIn<W extends Whole> = { readonly [Name in keyof W['parts']]: Part<W, W['parts'][Name], readonly Subject<W>[], unknown> };
/** One of them, to whoever does not know which: only it has said what its cases take. */
type AnyPart<W extends Whole> = {
  readonly initial: unknown;
  readonly decide: Readonly<Record<string, (command: never, state: W['state']) => Decision<W['event'], W['rejection']>>>;
  readonly evolve: Readonly<Record<string, (before: never, event: never) => unknown>>;
  readonly listens?: Readonly<Record<string, (before: never, event: never) => unknown>>;
  readonly message: (own: never, force: W['force']) => unknown;
  readonly acts: readonly Subject<W>[];
};
type Own<W extends Whole> = { readonly [Name in keyof W['parts']]: W['parts'][Name]['own'] };

type ActsIn<Parts> = { [Name in keyof Parts]: Parts[Name] extends { readonly acts: readonly (infer S)[] } ? S : never }[keyof Parts];
type TableIn<S> = S extends Subject<infer _, infer As> ? As : never;
/** The operations of all parts in one table: what their attempts name the bodies need not say. */
export type TablesIn<Parts> = { [Name in TableIn<ActsIn<Parts>> as keyof Name]: Name[keyof Name] };
type MessagesIn<Parts> = {
  readonly [Name in keyof Parts]: Parts[Name] extends { readonly message: (...of: never) => infer M } ? M : never;
};

/** The functions by which the parts of one aggregate are said and put together. */
export const partsOf = <W extends Whole>() => ({
  part:
    <F extends Face>() =>
    <const Acts extends readonly Subject<W>[], Message>(said: Part<W, F, Acts, Message>): Part<W, F, Acts, Message> =>
      said,

  on: <One, const As extends Attempts<W['command']>>(
    each: (force: W['force']) => readonly One[],
    of: (one: One) => Of,
    as: (one: One, facts: W['facts'], force: W['force']) => As,
  ) => {
    const waiting = (waits: (one: One, force: W['force']) => readonly Waits<keyof As & string>[]): Subject<W, As> => ({
      attempts: (force, facts) => each(force).map((one) => ({ of: of(one), as: as(one, facts, force) })),
      waits: (force) =>
        each(force).flatMap((one) => waits(one, force).map((wait) => ({ ...wait, of: of(one), as: (facts) => as(one, facts, force) }))),
    });
    return { ...waiting(() => []), waiting };
  },

  compose: <Parts extends PartsIn<W>>(parts: Parts) => {
    const all = Object.entries(parts) as [keyof W['force'] & string, AnyPart<W>][];
    const deciding = new Map(all.flatMap(([, { decide }]) => Object.entries(decide)));
    if (deciding.size < all.flatMap(([, { decide }]) => Object.keys(decide)).length) throw new Error('Two parts decide one command.');
    const own = new Set(all.flatMap(([, { evolve }]) => Object.keys(evolve)));
    const evolving = Map.groupBy(
      all.flatMap(([name, { evolve, listens }]) =>
        Object.entries({ ...listens, ...evolve }).map(([type, after]) => ({ type, name, after })),
      ),
      ({ type }) => type,
    );
    const subjects = all.flatMap(([, { acts }]) => acts);
    return {
      initial: Object.fromEntries(all.map(([name, { initial }]) => [name, initial])) as Own<W>,
      decides: (command: W['command']): command is W['parts'][keyof W['parts']]['command'] & W['command'] => deciding.has(command.type),
      decide: (command: W['parts'][keyof W['parts']]['command'], state: W['state']): Decision<W['event'], W['rejection']> => {
        const decide = deciding.get(command.type);
        if (!decide) throw new Error(`No part decides ${command.type}.`);
        return decide(command as never, state);
      },
      owns: (event: W['event']): event is W['parts'][keyof W['parts']]['event'] & W['event'] => own.has(event.type),
      /** Each part keeps what it has from an event of its own, or of another part. */
      evolve: (before: W['force'], event: W['event']): W['force'] => ({
        ...before,
        ...Object.fromEntries(
          (evolving.get(event.type) ?? []).map(({ name, after }) => [name, after(before[name] as never, event as never)]),
        ),
      }),
      attempts: (force: W['force'], facts: W['facts'], by: Actor) => subjects.flatMap((subject) => subject.attempts(force, facts, by)),
      waits: (force: W['force']) => subjects.flatMap((subject) => subject.waits(force)),
      /** Before it is in force, what nothing comes to. */
      message: (force: W['force'] | undefined) =>
        Object.fromEntries(
          all.map(([name, { message, initial }]) => [name, message((force ? force[name] : initial) as never, force as W['force'])]),
        ) as MessagesIn<Parts>,
    };
  },
});
