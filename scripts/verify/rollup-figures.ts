import { type Exact, exact, isMore, less, more, read, times } from './exact.ts';
import type { RollupFact } from './rollup-facts.ts';

// The figures of results once more, from plain facts alone: a total is worked out as sums by denominator, so that none of them is rounded.

type Atom = {
  readonly action: string;
  readonly source: string;
  readonly indicator: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly certainty: string;
  readonly gross: Exact;
  value: Exact;
};
/** By indicator, column and name: by denominator, what is added. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, bigint>>;
/** `shown`: as they are kept, to 42 places where the denominator of a value, or of what a sponsor has paid for, is longer than four digits. */
type Both = { readonly exact: Figures; readonly shown: Figures };
const PLACES = 10n ** 42n;

// biome-ignore lint/suspicious/noExplicitAny: facts are plain JSON
type Plain = any;

export function figuresOf(facts: readonly RollupFact[]): Both {
  const of = (kind: string): Plain[] => facts.filter(({ fact }) => fact === kind);
  const byId = (kind: string, name = 'id') => new Map(of(kind).map((each) => [String(each[name]), each]));
  const [indicators, cities, actions, groups] = [byId('indicator', 'code'), byId('city'), byId('action'), byId('group')];
  const cells = Map.groupBy(of('cell'), ({ project, milestone }) => `${project}/${milestone}`);
  const atoms = [
    ...Map.groupBy(newestOf(of('result')), ({ action, indicator, place }) => `${action} ${indicator} ${place}`).values(),
  ].flatMap((entries) => atomsOf(entries, indicators.get(entries[0].indicator)));
  takeOff(atoms, actions);
  const [figures, shown] = [new Map<string, Map<string, bigint>>(), new Map<string, Map<string, bigint>>()];
  const put = (into: typeof figures, key: string, [numerator, denominator]: Exact): void => {
    const sums = into.get(key) ?? new Map<string, bigint>();
    into.set(key, sums.set(String(denominator), (sums.get(String(denominator)) ?? 0n) + numerator));
  };
  const count = (atom: Atom, column: string, name: string, part: Exact): void => {
    const [numerator, denominator] = times(atom.value, part);
    const key = `${atom.indicator} ${column} ${name}`;
    put(figures, key, [numerator, denominator]);
    const isLong = (column === 'payer' ? denominator : atom.value[1]) > 10_000n;
    put(shown, key, isLong ? [(numerator * PLACES) / denominator, PLACES] : [numerator, denominator]);
  };
  for (const atom of atoms) {
    const { commitments, project } = actions.get(atom.action);
    count(atom, 'all', '', [1n, 1n]);
    count(atom, 'certainty', atom.certainty, [1n, 1n]);
    const members: string[] = groups.get(atom.place)?.members ?? (cities.has(atom.place) ? [atom.place] : []);
    const people = members.map((each) => BigInt(cities.get(each).population));
    const all = people.reduce((sum, each) => sum + each, 0n);
    const parts = people.map((each) => (all === 0n ? exact(1n, BigInt(people.length)) : exact(each, all)));
    for (const [index, part] of parts.entries()) count(atom, 'city', members[index] ?? '', part);
    const countries = new Map<string, Exact>(members.length === 0 ? [[atom.place, [1n, 1n]]] : []);
    for (const [index, part] of parts.entries()) {
      const { country } = cities.get(members[index] ?? '');
      countries.set(country, more(countries.get(country) ?? [0n, 1n], part));
    }
    for (const [country, part] of countries) count(atom, 'country', country, part);
    const served: string[] = commitments.length > 0 ? [...new Set<string>(commitments)] : ['none'];
    for (const name of served) count(atom, 'touched', name, [1n, 1n]);
    for (const name of served) count(atom, 'attributed', name, [1n, BigInt(served.length)]);
    for (const [name, part] of payersOf(project ? cells.get(atom.source) : undefined)) count(atom, 'payer', name, part);
  }
  return { exact: figures, shown };
}

function newestOf(results: readonly Plain[]): Plain[] {
  const newest = new Map<string, Plain>();
  for (const each of results) {
    const key = [each.action, each.source, each.indicator, each.place, each.from, each.to].join(' ');
    if (Number(each.edition) >= Number(newest.get(key)?.edition ?? 0)) newest.set(key, each);
  }
  return [...newest.values()].filter((each) => !each.not_available);
}

/** Only of what is added: rates, persons and what is listed come to no sums. */
function atomsOf(entries: readonly Plain[], { over_time, over_places }: Plain): Atom[] {
  if (over_places !== 'sum') return [];
  const time = ({ to, from, source }: Plain): string => `${to} ${from} ${source}`;
  const inTime = entries.toSorted((a, b) => (time(a) < time(b) ? -1 : 1)).filter(({ value }) => value !== undefined);
  const counted = over_time === 'last' ? inTime.slice(-1) : inTime;
  return counted.map(({ value, baseline = '0', ...about }, index) => {
    const before = over_time === 'running-total' ? read(index === 0 ? baseline : counted[index - 1].value) : ([0n, 1n] as const);
    const own = less(read(value), before);
    return { ...about, gross: own, value: own };
  });
}

/**
 * What the parts of an action count is taken off it; where they come to more, it adds nothing. A part that lies in none of its periods alone is taken off those that
 * it touches, the first one first, while anything is left of them.
 */
function takeOff(atoms: readonly Atom[], actions: ReadonlyMap<string, Plain>): void {
  const wholes = (part: Atom): Atom[] => atoms.filter((each) => each.action === actions.get(part.action)?.part_of && touches(each, part));
  const [within, across] = [new Set<Atom>(), [] as Atom[]];
  for (const part of atoms) {
    const host = wholes(part).find(({ from, to }) => from <= part.from && part.to <= to);
    if (!host) across.push(part);
    else {
      host.value = less(host.value, part.gross);
      within.add(host);
    }
  }
  for (const host of within) if (isMore([0n, 1n], host.value)) host.value = [0n, 1n];
  const nameOf = ({ action, indicator, place, source, from, to }: Atom): string => [action, indicator, place, source, from, to].join(' ');
  for (const part of across.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
    let open = part.gross;
    for (const host of wholes(part).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      const taken = isMore(open, host.value) ? host.value : open;
      if (!isMore(taken, [0n, 1n])) continue;
      [host.value, open] = [less(host.value, taken), less(open, taken)];
    }
  }
}
const touches = (whole: Atom, part: Atom): boolean =>
  whole.indicator === part.indicator && whole.place === part.place && whole.from <= part.to && part.from <= whole.to;

/** Exact parts that sum to one. */
export function payersOf(cells: readonly Plain[] | undefined): [string, Exact][] {
  const row = (cells ?? []).reduce((sum: bigint, { amount }: Plain) => sum + BigInt(amount), 0n);
  if (!cells || row === 0n) return [['city', [1n, 1n]]];
  const { cost, target, own } = cells[0];
  const sponsors = cells.map(({ sponsor, amount }: Plain): [string, Exact] => [
    sponsor,
    exact(BigInt(amount) * BigInt(target), row * BigInt(cost)),
  ]);
  const rest = exact(BigInt(cost) - BigInt(target) - BigInt(own), BigInt(cost));
  const all: [string, Exact][] = [...sponsors, ['city', exact(BigInt(own), BigInt(cost))], ['other sources', rest]];
  return all.filter(([, [numerator]]) => numerator !== 0n);
}
