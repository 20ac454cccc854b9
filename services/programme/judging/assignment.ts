import { linked } from './ranking.ts';

// Who judges what: at least three ballots a nomination and at most twelve a juror, none by who is barred, nobody from the nominee's country where others can, and a
// chain of jurors between every two nominations. What is proposed is checked here, by rules that do not know how it was worked out.

export const MIN_BALLOTS = 3;
export const MAX_BALLOTS = 12;

export type Judging = { readonly juror: string; readonly nomination: string };
export type ToAssign = {
  readonly nominations: readonly { readonly id: string; readonly country: string }[];
  /** `country`: of the juror's organisation; empty where it has none. */
  readonly jurors: readonly { readonly person: string; readonly country: string }[];
  /** Whether nothing bars this juror from this nomination. */
  readonly may: (juror: string, nomination: string) => boolean;
};
export type Unassignable =
  | { readonly type: 'JurorsAreTooFew'; readonly nominations: readonly string[] }
  | { readonly type: 'ScoresAreNotComparable'; readonly groups: readonly (readonly string[])[] };

/** All that nothing bars. */
export const allowed = ({ nominations, jurors, may }: ToAssign): Judging[] =>
  nominations.flatMap(({ id: nomination }) =>
    jurors.filter(({ person }) => may(person, nomination)).map(({ person: juror }) => ({ juror, nomination })),
  );

/** Why no assignment is possible, as far as that is seen without working one out. */
export function unassignable(asked: ToAssign): Unassignable | undefined {
  const pairs = allowed(asked);
  const few = asked.nominations
    .filter(({ id }) => pairs.filter(({ nomination }) => nomination === id).length < MIN_BALLOTS)
    .map(({ id }) => id);
  if (few.length > 0) return { type: 'JurorsAreTooFew', nominations: few };
  const groups = linked(pairs);
  return groups.length > 1 ? { type: 'ScoresAreNotComparable', groups } : undefined;
}

/** Whether somebody judges a nomination of the own country although enough others could. */
export function isOfOwnCountry({ nominations, jurors, may }: ToAssign, { juror, nomination }: Judging): boolean {
  const country = nominations.find(({ id }) => id === nomination)?.country ?? '';
  const isHome = (person: string) => jurors.find((each) => each.person === person)?.country === country;
  const others = jurors.filter(({ person }) => may(person, nomination) && !isHome(person));
  return country !== '' && isHome(juror) && others.length >= MIN_BALLOTS;
}

/** What is wrong with an assignment. */
export function faultOf(asked: ToAssign, judging: readonly Judging[]): Unassignable | undefined {
  const { nominations, may } = asked;
  const counted = judging.filter(({ juror, nomination }) => may(juror, nomination));
  const load = Map.groupBy(counted, ({ juror }) => juror);
  const isOver = [...load.values()].some(({ length }) => length > MAX_BALLOTS);
  const few = nominations
    .filter(({ id }) => counted.filter(({ nomination }) => nomination === id).length < MIN_BALLOTS)
    .map(({ id }) => id);
  if (few.length > 0 || isOver || counted.length < judging.length)
    return { type: 'JurorsAreTooFew', nominations: few.length > 0 ? few : nominations.map(({ id }) => id) };
  const groups = linked(counted);
  return groups.length > 1 ? { type: 'ScoresAreNotComparable', groups } : undefined;
}
