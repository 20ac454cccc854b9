import { type Fraction, fraction, NOTHING, sumOf, textOf, WHOLE } from '@junkan/kit/pure/fraction.ts';
import { type Fact, Refused } from './facts.fixture.ts';

// What results add up to, once more and by other means: from plain facts, all of them at once, without anything that the product adds them up with.

// biome-ignore lint/suspicious/noExplicitAny: facts are plain JSON
type Plain = any;
type Atom = { readonly about: Plain; readonly said: Plain; readonly from: string; readonly to: string; value: Fraction };
type Column = Readonly<Record<string, string>>;
export type Sums = {
  readonly total: string;
  readonly atoms: number;
  readonly by_certainty: Column;
  readonly by_city: Column;
  readonly by_country: Column;
  readonly touched: Column;
  readonly attributed: Column;
  readonly by_payer: Column;
};
type Figures = Readonly<Record<string, Sums | object>>;

/** @throws `Refused` where facts break a rule: by its name. */
export function figuresOf(facts: readonly Fact[]): Figures {
  const of = (kind: string): Plain[] => facts.filter(({ fact }) => fact === kind);
  const actions = new Map(of('action').map((action) => [action.id, action]));
  const projects = [...actions.values()].flatMap(({ project }) => project ?? []);
  if (new Set(projects).size < projects.length) throw new Refused('ProjectIsAnActionAlready');
  for (const { action, source } of of('result')) {
    const { project } = actions.get(action);
    // Also where it was taken back later.
    if (project && !source.startsWith(`${project}/`)) throw new Refused('ResultsComeFromTheProject');
  }
  const newest = newestOf(of('result'));
  const figures = of('indicator').map(({ code, over_time, over_places }): [string, object] | [] => {
    const results = newest.filter(({ indicator }) => indicator === code);
    const series = [...Map.groupBy(results, ({ action, place }) => `${action} ${place}`)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each.toSorted(byTime));
    if (results.length === 0) return [];
    if (over_places === 'distinct') return [code, boundsOf(series, over_time, of('city'))];
    const counted = series.flatMap((each) => countedOf(each, over_time));
    if (over_places === 'none') return [code, { atoms: counted.length, not_added: true }];
    if (over_places === 'ratio') return [code, ratioOf(counted)];
    const atoms = series.flatMap((each) => atomsOf(countedOf(each, over_time), over_time, actions));
    takeOff(atoms);
    return [code, addedUp(atoms, facts)];
  });
  return Object.fromEntries(figures.filter((each): each is [string, object] => each.length === 2));
}

const byTime = (a: Plain, b: Plain): number => ([a.to, a.from, a.source].join() < [b.to, b.from, b.source].join() ? -1 : 1);

/** The last edition of each entry, where it says anything. */
function newestOf(results: readonly Plain[]): Plain[] {
  const newest = new Map<string, Plain>();
  for (const result of results.filter((each) => !each.not_available)) {
    const key = [result.action, result.source, result.indicator, result.place, result.from, result.to].join(' ');
    if ((result.edition ?? 1) >= (newest.get(key)?.edition ?? 1)) newest.set(key, result);
  }
  // What was taken back later is not there any more.
  return [...newest.values()].filter(
    (each) =>
      !results.some(
        (other) =>
          other.not_available &&
          ['action', 'source', 'indicator', 'place', 'from', 'to'].every((name) => other[name] === each[name]) &&
          (other.edition ?? 1) > (each.edition ?? 1),
      ),
  );
}

function countedOf(series: readonly Plain[], over_time: string): readonly Plain[] {
  if (over_time === 'last') return series.slice(-1);
  if (over_time === 'sum')
    for (const [index, { from }] of series.entries()) if (index > 0 && from <= series[index - 1].to) throw new Refused('PeriodsOverlap');
  return series;
}

const atomsOf = (counted: readonly Plain[], over_time: string, actions: ReadonlyMap<string, Plain>): Atom[] =>
  counted.map((said, index) => {
    const before = index === 0 ? (said.baseline ?? '0') : counted[index - 1].value;
    const value = over_time === 'running-total' ? fraction(said.value).sub(fraction(before)) : fraction(said.value);
    return { about: actions.get(said.action), said, from: said.from, to: said.to, value };
  });

/** What parts of an action count is no longer counted by the whole; where it is not said into which of its periods a part falls, by the first that can hold it. */
function takeOff(atoms: readonly Atom[]): void {
  const held = new Map<Atom, Fraction>();
  const hold = (whole: Atom, value: Fraction) => held.set(whole, (held.get(whole) ?? NOTHING).add(value));
  const wholesOf = (part: Atom): Atom[] =>
    atoms.filter(
      ({ about, said, from, to }) =>
        about.id === part.about.part_of && said.place === part.said.place && from <= part.to && to >= part.from,
    );
  const open = atoms.filter((part) => {
    const whole = wholesOf(part).find(({ from, to }) => from <= part.from && part.to <= to);
    if (whole) hold(whole, part.value);
    return !whole;
  });
  for (const part of open.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const wholes = wholesOf(part).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    let value = part.value;
    for (const whole of wholes) {
      const room = whole.value.sub(held.get(whole) ?? NOTHING);
      const taken = value.compare(room) < 0 ? value : room;
      if (taken.compare(NOTHING) <= 0) continue;
      hold(whole, taken);
      value = value.sub(taken);
    }
    const days = new Set(wholes.flatMap((whole) => daysOf(whole)));
    if (value.compare(NOTHING) > 0 && daysOf(part).every((day) => days.has(day))) throw new Refused('PartsExceedTheWhole');
  }
  for (const [whole, parts] of held) {
    if (parts.compare(whole.value) > 0) throw new Refused('PartsExceedTheWhole');
    whole.value = whole.value.sub(parts);
  }
}

const DAY = 86_400_000;
const daysOf = ({ from, to }: Pick<Atom, 'from' | 'to'>): number[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, day) => Date.parse(from) + day * DAY);
const keyOf = ({ about, said, from, to }: Atom): string => [about.id, said.indicator, said.place, said.source, from, to].join(' ');

function addedUp(atoms: readonly Atom[], facts: readonly Fact[]): Sums {
  const byId = (kind: string) => new Map(facts.filter(({ fact }) => fact === kind).map((each: Plain) => [each.id, each]));
  const [cities, groups, projects] = [byId('city'), byId('group'), byId('project')];
  const cells = facts.filter(({ fact }) => fact === 'cell');
  const column = (split: (atom: Atom) => Iterable<readonly [string, Fraction]>): Column => {
    const sums = new Map<string, Fraction>();
    for (const atom of atoms) for (const [name, part] of split(atom)) sums.set(name, (sums.get(name) ?? NOTHING).add(atom.value.mul(part)));
    return Object.fromEntries([...sums].map(([name, sum]) => [name, textOf(sum)]));
  };
  const placesOf = (place: string): readonly (readonly [string, Fraction])[] => {
    if (!groups.has(place)) return [[place, WHOLE]];
    const members: string[] = groups.get(place).members;
    const people = members.map((member) => fraction(cities.get(member).population));
    return members.map((member, index) => [member, (people[index] ?? NOTHING).div(sumOf(people))]);
  };
  // What is of no city is of its country alone.
  const countryOf = (place: string): string => cities.get(place)?.country ?? place;
  const servedBy = ({ about }: Atom): string[] => (about.commitments.length > 0 ? [...new Set<string>(about.commitments)] : ['none']);
  return {
    total: textOf(sumOf(atoms.map(({ value }) => value))),
    atoms: atoms.length,
    by_certainty: column(({ said }) => [[said.certainty, WHOLE]]),
    by_city: column(({ said }) => placesOf(said.place).filter(([place]) => cities.has(place))),
    by_country: column(({ said }) => placesOf(said.place).map(([place, part]) => [countryOf(place), part] as const)),
    touched: column((atom) => servedBy(atom).map((each) => [each, WHOLE] as const)),
    attributed: column((atom) => servedBy(atom).map((each, _, all) => [each, WHOLE.div(all.length)] as const)),
    by_payer: column((atom) => payersOf(atom, projects, cells)),
  };
}

/** A sponsor by its cell of the tranche, the city by its own part of what it costs, others by what is left. What it costs is as it was at the verdict. */
function payersOf({ about, said }: Atom, projects: ReadonlyMap<string, Plain>, cells: readonly Plain[]): [string, Fraction][] {
  const told = about.project ? cells.filter(({ project, milestone }) => `${project}/${milestone}` === said.source) : [];
  // What is said of a sponsor last.
  const row = [...new Map(told.map((cell) => [cell.sponsor, cell])).values()];
  if (row.length === 0) return [['city', WHOLE]];
  const { cost, target, own } = { ...projects.get(about.project), ...told.at(-1) };
  const paid = sumOf(row.map(({ amount }) => fraction(amount)));
  const parts = row.map(({ sponsor, amount }): [string, Fraction] => [
    sponsor,
    fraction(amount).div(paid).mul(fraction(target)).div(fraction(cost)),
  ]);
  parts.push(['city', fraction(own).div(fraction(cost))]);
  parts.push(['other sources', WHOLE.sub(sumOf(parts.map(([, part]) => part)))]);
  return parts.filter(([, part]) => part.compare(NOTHING) !== 0);
}

/** Of each place what was reported last. */
function ratioOf(counted: readonly Plain[]) {
  const latest = new Map(counted.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)).map((each) => [each.place, each]));
  const parts = [...latest.values()].map((each) => [each.place, fraction(each.numerator), fraction(each.denominator)] as const);
  const [numerator, denominator] = [sumOf(parts.map(([, top]) => top)), sumOf(parts.map(([, , bottom]) => bottom))];
  const isNothing = (of: Fraction): boolean => of.compare(NOTHING) === 0;
  const places = parts.flatMap(([place, top, bottom]) => (isNothing(bottom) ? [] : [[place, textOf(top.div(bottom))]]));
  return {
    total: isNothing(denominator) ? null : textOf(numerator.div(denominator)),
    numerator: textOf(numerator),
    denominator: textOf(denominator),
    by_city: Object.fromEntries(places),
  };
}

const largest = (of: readonly Fraction[]): Fraction => of.reduce((most, each) => (each.compare(most) > 0 ? each : most), NOTHING);

/** Persons: at least those of the largest action, at most all that are counted, and no more than live there. */
function boundsOf(series: readonly (readonly Plain[])[], over_time: string, cities: readonly Plain[]) {
  const reached = series.map((each) => {
    const values = each.map(({ value }) => fraction(value));
    const last = values.at(-1) ?? NOTHING;
    const [low, high] = over_time === 'sum' ? [largest(values), sumOf(values)] : [last, last];
    return { place: String(each[0].place), low, high };
  });
  const bounds = [...Map.groupBy(reached, ({ place }) => place)].map(([place, here]) => {
    const low = largest(here.map((each) => each.low));
    const [all, people] = [sumOf(here.map((each) => each.high)), fraction(cities.find(({ id }) => id === place).population)];
    return [place, low, largest([low, all.compare(people) < 0 ? all : people])] as const;
  });
  return {
    at_least: textOf(sumOf(bounds.map(([, low]) => low))),
    at_most: textOf(sumOf(bounds.map(([, , high]) => high))),
    by_city: Object.fromEntries(bounds.map(([place, low, high]) => [place, [textOf(low), textOf(high)]])),
  };
}
