import { type Actor, KIND_OF_ROLE, kindOf, type Role } from '@junkan/proto/actor.ts';
import type { Decision } from './decision.ts';
import type { Money } from './money.ts';
import type { Part as Of } from './permissions.ts';

// Whom an item waits for. When it waits, and until when, is written with each act; who may do it, and whose duties keep them from it, the decider answers.

type Typed = { readonly type: string };
type In = { readonly command: Typed; readonly rejection: Typed; readonly facts: object };

/** What is known of a wait without asking the decider. */
type Said = {
  readonly kind: string;
  readonly due?: string;
  readonly dueOn?: string;
  /** From when, and until when, anybody is asked: as long as it waits where they are not named. */
  readonly from?: string;
  readonly until?: string;
  readonly amount?: Money | undefined;
  readonly silence: 'nothing' | 'reminder' | 'escalates' | 'becomes-overdue' | 'expires' | 'lapses' | 'decided-unheard';
  readonly pays?: { readonly tranche: number; readonly advance: number; readonly partPayment: number };
  /** The one person who may do it. */
  readonly only?: string;
  /** The organisations that are shown it, apart from those for which it waits: those of the item where they are not named. */
  readonly readers?: readonly string[];
};

/** An act that is waited for. */
export type Waits<Operation extends string = string, Reason extends string = string> = Said & {
  /** The operations that end it. */
  readonly ends: readonly Operation[];
  /** The operation by which the decider is asked whose turn it is; the first of `ends` where it is not named. */
  readonly asks?: Operation;
  /** Refusals that do not end the wait: they pass by themselves, or others remove what they rest on. */
  readonly despite?: readonly Reason[];
  /** Some of the roles that may, and some of the organisations, where it does not wait for all of them. */
  readonly to?: readonly Role[];
  readonly within?: readonly string[];
  /** Those who have had a part in it: the decider answers whom of them that keeps from it, and why. */
  readonly against?: readonly string[];
  /** The operation by which it is asked whom that keeps from it; `asks` where it is not named. */
  readonly bars?: Operation;
  /** What keeps out those who have done their share of it already. */
  readonly again?: Reason;
};
/** A wait on one thing. */
export type WaitFor<W extends In> = Waits & {
  readonly of: Of;
  readonly as: (facts: W['facts']) => Readonly<Record<string, object>>;
};

/** A wait as it is published: one for each role in each organisation. */
export type Wait = Said & {
  readonly of: Of;
  readonly operations: readonly string[];
  readonly role: Role;
  readonly organisation: string;
  readonly readers: readonly string[];
  /** By person, the refusal that an attempt would meet. */
  readonly excluded: Readonly<Record<string, string>>;
};

/** By operation, a body to which no rule objects, and the roles that the contract names. */
export type Contract = {
  readonly bodies: Readonly<Record<string, object>>;
  readonly roles: Readonly<Record<string, readonly Role[]>>;
};
type Asked<W extends In> = Contract & {
  readonly decide: (command: W['command']) => Decision<unknown, W['rejection']>;
  /** Those that have a part in the item. */
  readonly organisations: readonly string[];
  readonly readers: readonly string[];
  readonly facts: W['facts'];
};

/** A person who has done nothing yet; '' is who did what nobody has done. */
const NEWCOMER = '-';

/** For each wait, the roles and organisations in which a newcomer could do it now, and the persons who could not. */
export const waitsFor = <W extends In>(waits: readonly WaitFor<W>[], asked: Asked<W>): Wait[] =>
  waits.flatMap(({ of, as, ends, asks = ends[0] ?? '', despite = [], to, within, against = [], bars = asks, again, ...said }) => {
    const attempts = as(asked.facts);
    const answer = (operation: string, by: Actor) =>
      asked.decide({ ...asked.bodies[operation], ...attempts[operation], by } as unknown as W['command']);
    const isTheirTurn = (by: Actor): boolean => {
      const decision = answer(asks, by);
      return decision.ok ? decision.events.length > 0 : despite.includes(decision.rejection.type);
    };
    const excluded = (by: Actor): Record<string, string> => {
      const persons = [...new Set(against)].filter((person) => person !== '');
      const forAll = reasonOf(answer(bars, by));
      return Object.fromEntries(
        persons.flatMap((person) => {
          const decision = answer(bars, { ...by, person });
          const reason = decision.ok && decision.events.length === 0 ? again : reasonOf(decision);
          return reason === undefined || reason === forAll ? [] : [[person, reason]];
        }),
      );
    };
    return (to ?? asked.roles[asks] ?? []).flatMap((role) =>
      (within ?? asked.organisations)
        .filter((organisation) => kindOf(organisation) === KIND_OF_ROLE[role])
        .map((organisation) => ({ person: said.only ?? NEWCOMER, organisation, roles: [role] }))
        .filter(isTheirTurn)
        .map(
          (by): Wait => ({
            readers: asked.readers,
            ...said,
            of,
            operations: ends,
            role,
            organisation: by.organisation,
            excluded: excluded(by),
          }),
        ),
    );
  });

const reasonOf = (decision: Decision<unknown, Typed>): string | undefined => (decision.ok ? undefined : decision.rejection.type);
