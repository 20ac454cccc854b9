import type { Actor } from '@junkan/proto/actor.ts';
import { onIn, type Subject, type TablesOf } from './acts.ts';
import type { Decision } from './decision.ts';
import type { Attempts } from './permissions.ts';

// An aggregate that is decided in parts: each part keeps something of its own, decides its own commands and folds its own events.

type Typed = { readonly type: string };
type Case<Union extends Typed, Type> = Extract<Union, { readonly type: Type }>;
type Both<Union> = (Union extends unknown ? (each: Union) => void : never) extends (each: infer All) => void ? All : never;

/** The types of the aggregate that the parts share. */
export type Whole = {
  /** All states, also the one before anything has happened. */
  readonly state: object;
  /** States of an item that exists. */
  readonly item: object;
  /** States in which there are parts: each of them keeps what it has under its name. */
  readonly force: object;
  readonly parts: { readonly [Name in string]: Face };
  readonly command: Typed;
  readonly event: Typed;
  readonly rejection: Typed;
  /** What others know, for working out what an actor may do. */
  readonly facts: object;
};

/** What one part brings: what it keeps, and the commands, events and refusals that are its own. */
export type Face = { readonly own: unknown; readonly command: Typed; readonly event: Typed; readonly rejection: Typed };

type Decide<W extends Whole, Command> = (command: Command, state: W['state']) => Decision<W['event'], W['rejection']>;
type After<W extends Whole, Own, Event, Then = Own> = (before: Own, event: Event, whole: W['force']) => Then;
export type Part<W extends Whole, F extends Face, Acts extends readonly Subject<W>[], Begins, Message> = {
  readonly initial: F['own'];
  readonly decide: { readonly [Type in F['command']['type']]: Decide<W, Case<F['command'], Type>> };
  /** What its own events make of what it keeps. `whole`: everything before the event. */
  readonly evolve: { readonly [Type in F['event']['type']]: After<W, F['own'], Case<F['event'], Type>> };
  /** What events of other parts make of what it keeps. */
  readonly listens?: { readonly [Type in Exclude<W['event']['type'], F['event']['type']>]?: After<W, F['own'], Case<W['event'], Type>> };
  /** Operations that begin one more of its kind: they are done to the item, whatever its state. */
  readonly begins?: (item: W['item'], facts: W['facts']) => Begins;
  readonly acts: Acts;
  /** The fields of the item's message that are its own. */
  readonly message: (own: F['own'], item: W['item']) => Message;
};

type PartsIn<W extends Whole> = {
  readonly [Name in keyof W['parts']]: Part<W, W['parts'][Name], readonly Subject<W>[], Attempts<W['command']>, object>;
};
/** A part of which it is not known which: only the part itself says what its functions take. */
type AnyPart<W extends Whole> = {
  readonly initial: unknown;
  readonly decide: Readonly<Record<string, Decide<W, never>>>;
  readonly evolve: Readonly<Record<string, After<W, never, never, unknown>>>;
  readonly listens?: Readonly<Record<string, After<W, never, never, unknown>>>;
  readonly begins?: (item: W['item'], facts: W['facts']) => object;
  readonly acts: readonly Subject<W>[];
  readonly message: (own: never, item: W['item']) => object;
};
type Own<W extends Whole> = { readonly [Name in keyof W['parts']]: W['parts'][Name]['own'] };

type ActsOf<P> = P extends { readonly acts: infer Acts } ? TablesOf<Acts> : never;
type BegunBy<P> = P extends { readonly begins?: (...of: never) => infer As } ? As : never;
type MessageOf<P> = P extends { readonly message: (...of: never) => infer Message } ? Message : never;
/** The operations of all parts in one table: what their attempts name, the bodies need not say. */
export type TablesIn<Parts> = Both<ActsOf<Parts[keyof Parts]> | BegunBy<Parts[keyof Parts]>>;

/** The functions by which the parts of an aggregate are written and put together. */
export const partsOf = <W extends Whole>() => ({
  part:
    <F extends Face>() =>
    <const Acts extends readonly Subject<W>[], Message extends object, Begins extends Attempts<W['command']> = Record<never, never>>(
      of: Part<W, F, Acts, Begins, Message>,
    ) =>
      of,

  on: onIn<W>(),

  /** @throws where two parts decide the same command. */
  compose: <Parts extends PartsIn<W>>(parts: Parts) => {
    const all = (Object.entries(parts) as [keyof W['force'] & string, AnyPart<W>][]).map(([name, part]) => ({
      ...part,
      name,
      folds: { ...part.listens, ...part.evolve },
    }));
    const deciders = all.flatMap(({ decide }) => Object.entries(decide));
    const deciding = Object.fromEntries(deciders);
    if (Object.keys(deciding).length < deciders.length) throw new Error('Two parts decide one command.');
    const subjects = all.flatMap(({ acts }) => acts);
    return {
      initial: Object.fromEntries(all.map(({ name, initial }) => [name, initial])) as Own<W>,
      decides: (command: W['command']): command is W['parts'][keyof W['parts']]['command'] & W['command'] => command.type in deciding,
      decide: (command: W['parts'][keyof W['parts']]['command'], state: W['state']) =>
        (deciding[command.type] as Decide<W, never>)(command as never, state),
      /** What the event makes of what the parts keep. */
      evolve: (before: W['force'], event: W['event']): Partial<Own<W>> => {
        const folding = all.filter(({ folds }) => folds[event.type]);
        return Object.fromEntries(
          folding.map(({ name, folds }) => [name, folds[event.type]?.(before[name] as never, event as never, before)]),
        ) as Partial<Own<W>>;
      },
      begins: (item: W['item'], facts: W['facts']) =>
        Object.assign({}, ...all.map(({ begins }) => begins?.(item, facts))) as Attempts<W['command']>,
      attempts: (force: W['force'], facts: W['facts'], by: Actor) => subjects.flatMap((subject) => subject.attempts(force, facts, by)),
      waits: (force: W['force']) => subjects.flatMap((subject) => subject.waits(force)),
      /** `force`: nothing where there are no parts yet. */
      message: (item: W['item'], force: W['force'] | undefined) => {
        const said = all.map(({ name, message, initial }) => message((force ? force[name] : initial) as never, item));
        return Object.assign({}, ...said) as Both<MessageOf<Parts[keyof Parts]>>;
      },
    };
  },
});
