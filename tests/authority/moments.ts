import { randomUUID } from 'node:crypto';
import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { KIND_OF_ROLE, kindOf, type OrganisationKind, ROLES, type Role } from '@junkan/proto/actor.ts';
import type { Api } from '@junkan/scripts/main-job/api.ts';
import type { Actors, Sponsor } from '../actors.ts';
import type { Someone } from '../http.ts';

/** A request for an act that is possible now. `side`: whose it is now, where its roles are of several kinds. */
export type Possible = {
  readonly act: OperationName;
  /** The parts of its path. */
  readonly of?: Parameters;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly side?: OrganisationKind;
  /** Those of its roles whose it is now, where they are fewer. */
  readonly roles?: readonly Role[];
  /** Acts whose doers may not do it now, where they are others than usually. */
  readonly duties?: readonly OperationName[];
};
/** What is possible in a state, and what is done then, by whom. */
export type Moment = {
  readonly state: string;
  readonly possible: readonly Possible[];
  readonly done?: Possible & { readonly by: Someone };
};

/** A person with every role that its organisation gives, whom nobody has met before. */
export const asRole = (organisation: string, person = `p-${randomUUID()}`): Someone => ({
  person,
  organisation,
  roles: ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation)),
});

const RECENT = 20;
const EVERY = 8;
/**
 * Of all persons who have acted before: every one of them at night; with every commit those who acted last and a changing sample of the others.
 * What depends on what a person has done seldom lies far back.
 */
export const someOf = <Doer>(before: readonly Doer[]): readonly Doer[] =>
  process.env['JUNKAN_NIGHTLY']
    ? before
    : before.filter((_, index) => index >= before.length - RECENT || (index + before.length) % EVERY === 0);

export type Scene = { readonly api: Api; readonly actors: Actors; readonly city: string; readonly lender: Sponsor };

/** A part of a life cycle: what is possible at each moment of it. It receives the results of what was done. */
export type Part<Result> = AsyncGenerator<Moment, Result, { id?: string; offer?: string; payment?: string }>;
