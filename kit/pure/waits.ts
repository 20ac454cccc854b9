import { type Actor, KIND_OF_ROLE, kindOf, type Role } from './actor.ts';
import type { Decision } from './decision.ts';
import type { Money } from './money.ts';
import type { Part as Of } from './permissions.ts';

type Typed = { readonly type: string };
type In = { readonly command: Typed; readonly rejection: Typed; readonly facts: object };

/** What a wait says of itself, besides whom it waits for and whom its duties keep from it: the decider says that. */
export type Said = {
  readonly kind: string;
  readonly due?: string;
  readonly dueOn?: string;
  readonly amount?: Money | undefined;
  readonly silence: 'nothing' | 'reminder' | 'escalates';
  readonly pays?: { readonly tranche: number; readonly advance: number; readonly partPayment: number };
};

/** An act that is waited for. */
export type Waits<Operation extends string = string> = Said & {
  /** The operations that end it. */
  readonly ends: readonly Operation[];
  /** By which it is asked whose turn it is; the first of `ends`, where it is not said. */
  readonly asks?: Operation;
  /** Some of the roles that may, where it does not wait for all of them. */
  readonly to?: readonly Role[];
  /** Who has had a part in it: the decider says whom of them that keeps from it, and why. */
  readonly against?: readonly string[];
};
/** Of one part. */
export type WaitFor<W extends In> = Waits & { readonly of: Of; readonly as: (facts: W['facts']) => Readonly<Record<string, object>> };

/** A wait as others keep it: one row for each role of each organisation. */
export type Wait = Said & {
  readonly of: Of;
  readonly operations: readonly string[];
  readonly role: Role;
  readonly organisation: string;
  readonly excluded: Readonly<Record<string, string>>;
};

type Asked<W extends In> = {
  readonly decide: (command: W['command']) => Decision<unknown, W['rejection']>;
  /** A body that no rule objects to, and the roles that the contract names, by operation. */
  readonly bodies: Readonly<Record<string, object>>;
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  readonly organisations: readonly string[];
  readonly facts: W['facts'];
};

/** Somebody who has done nothing yet. */
const ANYBODY = '';

/** For whom each of them waits, by the decider itself: it is asked for every role that the contract names, in every organisation that has a part in the item. */
export const waitsFor = <W extends In>(waits: readonly WaitFor<W>[], asked: Asked<W>): Wait[] =>
  waits.flatMap(({ of, as, ends, asks = ends[0] ?? '', to, against = [], ...said }) => {
    const attempt = { ...asked.bodies[asks], ...as(asked.facts)[asks] };
    const answer = (by: Actor) => asked.decide({ ...attempt, by } as unknown as W['command']);
    const roles = to ?? asked.roles[asks] ?? [];
    return roles.flatMap((role) =>
      asked.organisations.flatMap((organisation): Wait[] => {
        if (kindOf(organisation) !== KIND_OF_ROLE[role]) return [];
        const by = { person: ANYBODY, organisation, roles: [role] };
        if (!answer(by).ok) return [];
        const kept = [...new Set(against)].flatMap((person) => {
          const decision = person === ANYBODY ? undefined : answer({ ...by, person });
          return decision && !decision.ok ? [[person, decision.rejection.type] as const] : [];
        });
        return [{ ...said, of, operations: ends, role, organisation, excluded: Object.fromEntries(kept) }];
      }),
    );
  });
