import type { Someone } from '../http.ts';

/**
 * A person with the roles that are held now; `token`: the person's own, if they differ. `countsAs`: the actor, when the rules of a person
 * who counts as the same are asked.
 */
export type Walker = Someone & { readonly token?: Someone['roles']; readonly countsAs?: string };

/** A role of the secretariat that one person has given to another. */
export type Delegation = {
  readonly id: string;
  readonly number: number;
  readonly givenBy: string;
  readonly takenBy: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly status: 'proposed' | 'confirmed' | 'ended';
  readonly confirmedBy: string;
  readonly endedBy: string;
};
