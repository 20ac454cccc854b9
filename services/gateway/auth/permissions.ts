import type { Permission, Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { ACTS } from '../acts.ts';
import { said } from '../answers/said.ts';
import { CATALOGUE, pathOf } from '../problems/catalogue.ts';

/** What the caller may do with an item, in the form of the API: empty facts of an operation are omitted. */
export const mayOf = (permissions: Permissions | undefined) => (permissions?.operations ?? []).map(shown);

function shown({ operation, answer, rejection, facts, ...of }: Permission) {
  const known = facts === '' ? {} : (JSON.parse(facts) as Record<string, unknown>);
  return {
    operation,
    answer,
    ...said(of),
    ...(rejection === '' ? {} : { roles: rolesFor(operation, known), reason: { type: pathOf(rejection), ...factsOf(rejection, known) } }),
  };
}

/** What the decider itself calls for where it misses a role: of two sides, the one whose turn it is. */
const rolesFor = (operation: string, { needed }: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(needed) && needed.every((each) => ACTS[operation]?.roles.includes(each)) ? needed : (ACTS[operation]?.roles ?? []);

function factsOf(rejection: string, known: Record<string, unknown>) {
  const facts = CATALOGUE[rejection]?.answerOf(known, {}, '').facts ?? known;
  return Object.keys(facts).length > 0 ? { facts } : {};
}
