import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Answered, mayJudge } from './interests.ts';

/** What somebody who judges keeps of one thing. `kept`: the reference of the text with the marks; `hash`: empty while it is a draft. */
export type Kept<Nomination extends string> = {
  readonly nomination: Nomination;
  readonly kept: string;
  readonly hash: string;
  readonly at: Instant;
};
/** Of each thing at most one draft, and one that is sealed. */
export type KeptOf<Nomination extends string> = {
  readonly drafts: readonly Kept<Nomination>[];
  readonly sealed: readonly Kept<Nomination>[];
};

export const sealedOf = <Nomination extends string>(
  { sealed }: Pick<KeptOf<Nomination>, 'sealed'>,
  nomination: string,
): Kept<Nomination> | undefined => sealed.find((each) => each.nomination === nomination);

/** With a draft in the place of an earlier one; what is sealed stays until another is. */
export const draftedIn = <Nomination extends string>(
  { drafts, sealed }: KeptOf<Nomination>,
  one: Kept<Nomination>,
): KeptOf<Nomination> => ({
  drafts: [...without(drafts, one), one],
  sealed,
});
/** With what is sealed in the place of an earlier one, and of its draft. */
export const sealedIn = <Nomination extends string>({ drafts, sealed }: KeptOf<Nomination>, one: Kept<Nomination>): KeptOf<Nomination> => ({
  drafts: without(drafts, one),
  sealed: [...without(sealed, one), one],
});

const without = <Nomination extends string>(all: readonly Kept<Nomination>[], one: Kept<Nomination>): Kept<Nomination>[] =>
  all.filter(({ nomination }) => nomination !== one.nomination);

export type Judged = 'unanswered' | 'barred' | 'not-assigned' | 'waiting' | 'begun' | 'sealed';
type Judging = { readonly answered: Answered | undefined; readonly own: KeptOf<string> | undefined; readonly isAssigned: boolean };

/** How far somebody who judges is with one thing. */
export function judgedAs({ answered, own, isAssigned }: Judging, nomination: string): Judged {
  if (!answered) return 'unanswered';
  if (!mayJudge(answered, nomination)) return 'barred';
  if (!isAssigned) return 'not-assigned';
  if (own?.drafts.some((each) => each.nomination === nomination)) return 'begun';
  return own && sealedOf(own, nomination) ? 'sealed' : 'waiting';
}

/** Whether all of it is read by who judges it. */
export const isReadToJudge = (judged: string): boolean => judged === 'waiting' || judged === 'begun' || judged === 'sealed';
