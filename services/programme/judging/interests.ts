import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { FoundInterestCode } from '@junkan/proto/junkan/programme/v1/language.ts';

// What a juror has to do with a nomination, as far as the record says it. What is found is waived by nobody.

export type { FoundInterestCode };
/** `category`: who gains from a rival's low mark has no influence at all; `nomination`: this one is judged by others. */
export type Bars = 'category' | 'nomination';
export type FoundInterest = { readonly nomination: string; readonly interest: FoundInterestCode; readonly bars: Bars };

const BARS: Readonly<Record<FoundInterestCode, Bars>> = {
  'same-organisation': 'category',
  'same-group': 'category',
  'sponsor-of-its-project': 'category',
  'verified-its-milestones': 'nomination',
  'wrote-the-nomination': 'nomination',
  'exchange-with-its-city': 'nomination',
  'advises-its-city': 'nomination',
  'taught-its-people': 'nomination',
};

export type KnownJuror = { readonly person: string; readonly organisation: string };
export type KnownNomination = {
  readonly id: string;
  readonly city: string;
  /** The cities with which it is in a group. */
  readonly group: readonly string[];
  /** Who has paid a part of what it is nominated for. */
  readonly sponsors: readonly string[];
  readonly verifiers: readonly string[];
  /** Who has proposed, agreed to, written or signed it. */
  readonly authors: readonly string[];
  /** For whom they acted, apart from the city. */
  readonly authoredFor: readonly string[];
  /** The cities with which its city has agreed to an exchange, in whichever direction, ever. */
  readonly peers: readonly string[];
  /** Who has lately advised the city as an expert, and who has taught its people. */
  readonly advisers: readonly string[];
  readonly teachers: readonly string[];
};

export function interestsFound(juror: KnownJuror, nominations: readonly KnownNomination[]): FoundInterest[] {
  return nominations.flatMap((nomination) => {
    const { id, city, group, sponsors, verifiers, authors, authoredFor, peers, advisers, teachers } = nomination;
    const found: Readonly<Record<FoundInterestCode, boolean>> = {
      'same-organisation': juror.organisation === city,
      'same-group': juror.organisation !== city && group.includes(juror.organisation),
      'sponsor-of-its-project': sponsors.includes(juror.organisation),
      'verified-its-milestones': verifiers.includes(juror.person),
      'wrote-the-nomination': authors.includes(juror.person) || authoredFor.includes(juror.organisation),
      'advises-its-city': advisers.includes(juror.person),
      'taught-its-people': teachers.includes(juror.person),
      'exchange-with-its-city': juror.organisation !== city && peers.includes(juror.organisation),
    };
    return (Object.keys(found) as FoundInterestCode[])
      .filter((code) => found[code])
      .map((interest) => ({ nomination: id, interest, bars: BARS[interest] }));
  });
}

export type Answered = {
  readonly juror: string;
  /** The nominations of which the juror has said whether there is an interest. */
  readonly answered: readonly string[];
  readonly declared: readonly string[];
  readonly found: readonly FoundInterest[];
  readonly at: Instant;
};

/** Whether a juror may judge a nomination: silence bars. */
export const mayJudge = (answered: Answered | undefined, nomination: string): boolean =>
  (answered?.answered.includes(nomination) ?? false) &&
  !answered?.declared.includes(nomination) &&
  !answered?.found.some((each) => each.bars === 'category' || each.nomination === nomination);

export const isBarredFromCategory = (answered: Answered | undefined): boolean =>
  answered === undefined || answered.found.some(({ bars }) => bars === 'category');

/** What keeps somebody from one thing, as the record says, or else from all of them. */
export const interestIn = (answered: Answered | undefined, nomination: string): FoundInterestCode | '' =>
  (answered?.found.find((each) => each.nomination === nomination) ?? answered?.found.find(({ bars }) => bars === 'category'))?.interest ??
  '';
