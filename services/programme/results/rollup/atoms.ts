import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { type Fraction, larger, NOTHING, smaller, sumOf } from '@junkan/kit/pure/fraction.ts';
import { type Action, type Certainty, type Indicator, type Result, type Said, type Source, sourceKey } from './result.ts';

/** What one source adds to the figures, once, net of what others count: every total is a set of them. */
export type Atom = {
  readonly key: string;
  readonly action: string;
  readonly source: Source;
  readonly indicator: string;
  readonly place: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly certainty: Certainty;
  readonly figure: AtomFigure;
};
type AtomFigure =
  | Amount
  | { readonly kind: 'ratio'; readonly numerator: Fraction; readonly denominator: Fraction }
  /** So many at least, and so many at most. */
  | { readonly kind: 'reach'; readonly low: Fraction; readonly high: Fraction }
  | { readonly kind: 'listed'; readonly value: Fraction };
/** `gross`: with what the parts of the action count. */
type Amount = { readonly kind: 'amount'; readonly value: Fraction; readonly gross: Fraction };

type Rejection =
  | { readonly type: 'ProjectIsAnActionAlready'; readonly project: string; readonly actions: readonly string[] }
  | { readonly type: 'ResultsComeFromTheProject'; readonly action: string; readonly project: string; readonly source: Source }
  | Overlap
  | Excess;
type Overlap = {
  readonly type: 'PeriodsOverlap';
  readonly action: string;
  readonly indicator: string;
  readonly from: CalendarDate;
  readonly before: CalendarDate;
};
type Excess = {
  readonly type: 'PartsExceedTheWhole';
  readonly action: string;
  readonly indicator: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly whole: Fraction;
  readonly parts: Fraction;
};

/** An action with its parts: what one of them reports changes nothing outside of it. */
export type Family = { readonly actions: readonly Action[]; readonly results: readonly Result[] };
export type Catalogue = ReadonlyMap<string, Indicator>;
type Net = { readonly atoms: readonly Atom[]; readonly excess: Excess | undefined };
type Atoms = { readonly ok: true; readonly atoms: readonly Atom[] } | { readonly ok: false; readonly rejection: Rejection };

/** The family that an action belongs to, by the action that contains it. */
export const familyKey = ({ id, partOf }: Action): string => partOf ?? id;

/** A funded project is one action. */
export function repeatedProject(actions: readonly Action[]): Rejection | undefined {
  const byProject = Map.groupBy(actions, ({ project }) => project);
  for (const [project, of] of byProject)
    if (project !== undefined && of.length > 1) return { type: 'ProjectIsAnActionAlready', project, actions: of.map(({ id }) => id) };
  return undefined;
}

/** Of indicators that the catalogue does not know there are none. */
export function atomsOf({ actions, results }: Family, catalogue: Catalogue): Atoms {
  const refused = repeatedProject(actions) ?? foreignResult(actions, results);
  if (refused) return { ok: false, rejection: refused };
  const made: Atom[] = [];
  for (const { inTime, kind } of seriesIn(results, catalogue)) {
    const overlap = overlapIn(inTime, kind);
    if (overlap) return { ok: false, rejection: overlap };
    made.push(...atomsIn(inTime, kind));
  }
  const { atoms, excess } = netOfParts(made, actions);
  return excess ? { ok: false, rejection: excess } : { ok: true, atoms };
}

/**
 * What counts, whatever was reported: reports of milestones are never refused, so that parts may come to more than the whole. The whole adds nothing then,
 * until it is corrected; `excess` says where.
 */
export function standingAtoms({ actions, results }: Family, catalogue: Catalogue): Net {
  const made = seriesIn(results, catalogue).flatMap(({ inTime, kind }) => atomsIn(inTime, kind));
  return netOfParts(made, actions);
}

/** What one action says of one indicator at one place, in the order of time. */
function seriesIn(results: readonly Result[], catalogue: Catalogue): { readonly inTime: readonly Result[]; readonly kind: Indicator }[] {
  const series = Map.groupBy(newestOf(results), ({ action, indicator, place }) => keyOf([action, indicator, place]));
  return [...series]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, entries]) => {
      const kind = catalogue.get(entries[0]?.indicator ?? '');
      return kind ? { inTime: entries.toSorted(byTime), kind } : [];
    });
}

/** Of all actions: what `atomsOf` makes of each family. */
export function atomsOfAll({ actions, results }: Family, catalogue: Catalogue): Atoms {
  const rejection = repeatedProject(actions);
  if (rejection) return { ok: false, rejection };
  const familyOf = new Map(actions.map((action) => [action.id, familyKey(action)]));
  const told = Map.groupBy(results, ({ action }) => familyOf.get(action));
  const atoms: Atom[] = [];
  for (const [family, members] of Map.groupBy(actions, familyKey)) {
    const made = atomsOf({ actions: members, results: told.get(family) ?? [] }, catalogue);
    if (!made.ok) return made;
    atoms.push(...made.atoms);
  }
  return { ok: true, atoms };
}

function foreignResult(actions: readonly Action[], results: readonly Result[]): Rejection | undefined {
  const projects = new Map(actions.map(({ id, project }) => [id, project]));
  for (const { action, source } of results) {
    const project = projects.get(action);
    if (project !== undefined && !(source.kind === 'milestone' && source.project === project))
      return { type: 'ResultsComeFromTheProject', action, project, source };
  }
  return undefined;
}

/** The newest edition of each counts, also where it says that there is no value; a repeat adds nothing. */
function newestOf(results: readonly Result[]): Result[] {
  const newest = new Map<string, Result>();
  for (const result of results) {
    const { action, source, indicator, place, from, to } = result;
    const key = keyOf([action, sourceKey(source), indicator, place, from, to]);
    if (result.edition >= (newest.get(key)?.edition ?? 0)) newest.set(key, result);
  }
  return [...newest.values()].filter(({ said }) => said.kind !== 'not-available');
}

/** Blanks, which no name has, keep the order of the names. */
const keyOf = (parts: readonly string[]): string => parts.join(' ');
const timeOf = ({ to, from, source }: Result): string => keyOf([to, from, sourceKey(source)]);
const byTime = (a: Result, b: Result): number => (timeOf(a) < timeOf(b) ? -1 : 1);

/** Periods of a flow of one action and place do not overlap: what falls into both would be counted twice. */
export function overlapIn(entries: readonly Result[], { overTime, overPlaces }: Indicator): Overlap | undefined {
  if (overTime !== 'sum' || overPlaces === 'distinct') return undefined;
  for (const [index, { action, indicator, from }] of entries.entries()) {
    const before = entries[index - 1]?.to;
    if (before !== undefined && from <= before) return { type: 'PeriodsOverlap', action, indicator, from, before };
  }
  return undefined;
}

function atomsIn(entries: readonly Result[], kind: Indicator): Atom[] {
  if (kind.overPlaces === 'distinct') return reachOf(entries, kind);
  const counted = kind.overTime === 'last' ? entries.slice(-1) : entries;
  return counted.flatMap((entry, index) => {
    const figure = figureOf(entry.said, kind, counted[index - 1]?.said);
    return figure ? [atomOf(entry, figure)] : [];
  });
}

function figureOf(said: Said, { overTime, overPlaces }: Indicator, before: Said | undefined): AtomFigure | undefined {
  if (said.kind === 'quotient') return overPlaces === 'ratio' ? { ...said, kind: 'ratio' } : undefined;
  if (said.kind === 'not-available') return undefined;
  // A rate of which only the quotient was reported cannot be added to others.
  if (overPlaces !== 'sum') return { kind: 'listed', value: said.value };
  const added = overTime === 'running-total' ? said.value.sub(levelBefore(said, before)) : said.value;
  return { kind: 'amount', value: added, gross: added };
}

const levelBefore = (said: Extract<Said, { kind: 'value' }>, before: Said | undefined): Fraction =>
  (before?.kind === 'value' ? before.value : said.baseline) ?? NOTHING;

/** What an action says of persons: its newest level; or, of flows, at least the largest period and at most all of them. */
function reachOf(entries: readonly Result[], { overTime }: Indicator): Atom[] {
  const values = entries.flatMap(({ said }) => (said.kind === 'value' ? said.value : []));
  const [first, last, level] = [entries[0], entries.at(-1), values.at(-1)];
  if (!first || !last || !level) return [];
  const [low, high] = overTime === 'sum' ? [values.reduce(larger), sumOf(values)] : [level, level];
  return [atomOf({ ...last, from: first.from }, { kind: 'reach', low, high })];
}

function atomOf({ action, source, indicator, place, from, to, certainty }: Result, figure: AtomFigure): Atom {
  const key = keyOf([action, indicator, place, sourceKey(source), from, to]);
  return { key, action, source, indicator, place, from, to, certainty, figure };
}

/** An action that contains others reports the whole: what these count within its periods is taken off it, so that it adds only what is left. */
function netOfParts(made: readonly Atom[], actions: readonly Action[]): Net {
  const held = heldByParts(made, actions);
  const atoms: Atom[] = [];
  let excess: Excess | undefined;
  for (const atom of made) {
    const [{ figure }, parts] = [atom, held.get(atom)];
    if (parts === undefined || figure.kind !== 'amount') {
      atoms.push(atom);
      continue;
    }
    const { action, indicator, from, to } = atom;
    if (parts.compare(figure.gross) > 0)
      excess ??= { type: 'PartsExceedTheWhole', action, indicator, from, to, whole: figure.gross, parts };
    atoms.push({ ...atom, figure: { ...figure, value: larger(NOTHING, figure.gross.sub(parts)) } });
  }
  return { atoms, excess };
}

/**
 * Of each report of a whole, what its parts count of it. A part whose days lie in several periods of the whole, or partly outside of them, is taken off all that it
 * touches, from the first on, as far as these have room: how much of it falls into which nobody has said, and nothing is counted twice.
 */
function heldByParts(made: readonly Atom[], actions: readonly Action[]): ReadonlyMap<Atom, Fraction> {
  const wholeOf = new Map(actions.map(({ id, partOf }) => [id, partOf]));
  const held = new Map<Atom, Fraction>();
  const take = (host: Atom, amount: Fraction) => held.set(host, (held.get(host) ?? NOTHING).add(amount));
  const across: { readonly part: Atom; readonly amount: Fraction; readonly hosts: readonly Atom[] }[] = [];
  for (const part of made) {
    const whole = wholeOf.get(part.action);
    if (whole === undefined || part.figure.kind !== 'amount') continue;
    const hosts = made.filter((atom) => atom.action === whole && isTouched(atom, part));
    const around = hosts.find(({ from, to }) => from <= part.from && part.to <= to);
    if (around) take(around, part.figure.gross);
    else across.push({ part, amount: part.figure.gross, hosts: hosts.toSorted((a, b) => (a.from < b.from ? -1 : 1)) });
  }
  for (const { part, amount, hosts } of across.toSorted((a, b) => (a.part.key < b.part.key ? -1 : 1))) {
    let left = larger(NOTHING, amount);
    for (const host of hosts) {
      const taken = smaller(left, roomIn(host, held));
      if (taken.compare(NOTHING) > 0) take(host, taken);
      left = left.sub(taken);
    }
    // Where the whole has reported on all of its days, there is nowhere else for it to be.
    const last = hosts.at(-1);
    if (last && left.compare(NOTHING) > 0 && isCovered(part, hosts)) take(last, left);
  }
  return held;
}

const isTouched = (whole: Atom, part: Atom): boolean =>
  part.indicator === whole.indicator && part.place === whole.place && whole.from <= part.to && part.from <= whole.to;

const roomIn = (host: Atom, held: ReadonlyMap<Atom, Fraction>): Fraction =>
  host.figure.kind === 'amount' ? larger(NOTHING, host.figure.gross.sub(held.get(host) ?? NOTHING)) : NOTHING;

/** By periods in the order of time, one after the other without a day between them. */
function isCovered(part: Atom, hosts: readonly Atom[]): boolean {
  let next = part.from;
  for (const { from, to } of hosts) if (from <= next && to >= next) next = plusCalendarDays(to, 1);
  return next > part.to;
}
