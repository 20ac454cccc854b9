import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Fraction, fraction, quotient, textOf } from '@junkan/kit/pure/fraction.ts';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import type { MeasuredValue, ResultFunding, SharingGroup } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { actionFold, nominationFold, seriesFold, signatoryFold } from '../../fold.ts';
import { certificateFold } from '../../learning/messages.ts';
import { keepDoing, OF_PEERS, PEER_DDL, peerStatements } from '../../peers/view/keep.ts';
import { requestFold } from '../../policy/messages.ts';
import type { Event, Existing, Standing, State } from '../action.ts';
import { catalogueOf, familyOf, fundingOf } from '../family.ts';
import { type Atom, familyKey, standingAtoms } from '../rollup/atoms.ts';
import { sourceKey } from '../rollup/result.ts';
import { type Share, type Surroundings, sharesOf } from '../rollup/shares.ts';

/**
 * What the results of actions add up to. A family, an action with its parts, is worked out again whenever an event concerns it, and its atoms are put in the place
 * of its earlier ones, so that what an event costs does not depend on how many there are. `share`: which part of an atom counts under a name of a column. A
 * total is kept by the denominators of what it adds: sums of exact fractions stay exact, without a common denominator that grows with each sponsor. `measure`: the
 * certainty of what is added, or the currency of what it has cost. `helper`: who has advised a city or taught its people, and when last. `nominated`: the nominations that rest on an action.
 */
const DDL = `
  CREATE TABLE action (id TEXT PRIMARY KEY, family TEXT NOT NULL, project TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX family ON action (family);
  CREATE INDEX action_of ON action (city);
  CREATE TABLE city (id TEXT PRIMARY KEY, country TEXT NOT NULL, population INTEGER NOT NULL, grouped INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE sharing (id TEXT PRIMARY KEY, members TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE atom (
    n INTEGER PRIMARY KEY, action TEXT NOT NULL, key TEXT NOT NULL, indicator TEXT NOT NULL, certainty TEXT NOT NULL, data TEXT NOT NULL,
    shares TEXT NOT NULL
  ) STRICT;
  CREATE INDEX atom_of ON atom (action);
  CREATE TABLE share (
    indicator TEXT NOT NULL, col TEXT NOT NULL, name TEXT NOT NULL, n INTEGER NOT NULL, part TEXT NOT NULL,
    PRIMARY KEY (indicator, col, name, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE total (
    indicator TEXT NOT NULL, col TEXT NOT NULL, name TEXT NOT NULL, measure TEXT NOT NULL, denominator TEXT NOT NULL,
    numerator TEXT NOT NULL, atoms INTEGER NOT NULL, PRIMARY KEY (indicator, col, name, measure, denominator)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE series (id TEXT PRIMARY KEY, city TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX series_of ON series (city);
  CREATE TABLE signatory (id TEXT PRIMARY KEY, city TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX signatory_of ON signatory (city);
  CREATE TABLE request (id TEXT PRIMARY KEY, city TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE helper (
    city TEXT NOT NULL, person TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (city, person, by)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE nominated (action TEXT NOT NULL, nomination TEXT NOT NULL, PRIMARY KEY (action, nomination)) STRICT, WITHOUT ROWID;
  CREATE TABLE indicator (code TEXT PRIMARY KEY, unit TEXT NOT NULL, places TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ${PEER_DDL}`;

/** What is kept of an atom, besides what is searched by. */
export type AtomData = {
  readonly source: string;
  readonly project: string;
  readonly unit: string;
  readonly place: string;
  readonly country: string;
  readonly from: string;
  readonly to: string;
  readonly kind: Atom['figure']['kind'];
  /** Of an amount with its gross, of a ratio, of bounds, or of what is listed: exact. */
  readonly figure: readonly string[];
  readonly payers: readonly { readonly payer: string; readonly part: string }[];
  /** What the milestone cost, in minor units; absent of what the city reported. */
  readonly cost?: { readonly currency: string; readonly amount: string } | undefined;
};

/** The number of an atom follows from its key, so that it is the same in every replica. */
const numberOf = (key: string): number => Number.parseInt(hash('sha256', key).slice(0, 13), 16);

const written = (state: Existing): string => JSON.stringify({ ...state, reports: [...state.reports] });
export const readState = (text: string): Existing => {
  const { reports, ...state } = JSON.parse(text);
  return { ...state, reports: new Map(reports) };
};

type Delta = { numerator: bigint; atoms: number };
/** An atom as it is written: with what it counts under, and with which part. */
type Kept = {
  readonly n: number;
  readonly action: string;
  readonly key: string;
  readonly indicator: string;
  readonly certainty: string;
  readonly data: string;
  readonly shares: string;
};

const isSame = (made: Kept, kept: Kept | undefined): boolean => made.data === kept?.data && made.shares === kept.shares;

function statements(db: DatabaseSync) {
  return {
    stateOf: db.prepare('SELECT family, state FROM action WHERE id = ?'),
    membersOf: db.prepare('SELECT id, state FROM action WHERE family = ? ORDER BY id'),
    putAction: db.prepare('INSERT OR REPLACE INTO action VALUES (?, ?, ?, ?, ?)'),
    putCity: db.prepare('INSERT OR REPLACE INTO city VALUES (?, ?, ?, ?)'),
    putGroup: db.prepare('INSERT OR REPLACE INTO sharing VALUES (?, ?)'),
    cityOf: db.prepare('SELECT population, grouped FROM city WHERE id = ?'),
    atomsOf: db.prepare('SELECT n, indicator, certainty, data, shares FROM atom WHERE action = ?'),
    dropShare: db.prepare('DELETE FROM share WHERE indicator = ? AND col = ? AND name = ? AND n = ?'),
    dropAtom: db.prepare('DELETE FROM atom WHERE n = ?'),
    putAtom: db.prepare('INSERT INTO atom VALUES (?, ?, ?, ?, ?, ?, ?)'),
    putShare: db.prepare('INSERT INTO share VALUES (?, ?, ?, ?, ?)'),
    totalOf: db.prepare(
      'SELECT numerator, atoms FROM total WHERE indicator = ? AND col = ? AND name = ? AND measure = ? AND denominator = ?',
    ),
    putTotal: db.prepare('INSERT OR REPLACE INTO total VALUES (?, ?, ?, ?, ?, ?, ?)'),
    dropTotal: db.prepare('DELETE FROM total WHERE indicator = ? AND col = ? AND name = ? AND measure = ? AND denominator = ?'),
    putSeries: db.prepare('INSERT OR REPLACE INTO series VALUES (?, ?)'),
    putSignatory: db.prepare('INSERT OR REPLACE INTO signatory VALUES (?, ?)'),
    putRequest: db.prepare('INSERT OR REPLACE INTO request VALUES (?, ?)'),
    putHelper: db.prepare('INSERT OR REPLACE INTO helper VALUES (?, ?, ?, ?)'),
    putAdviser: db.prepare("INSERT OR REPLACE INTO helper SELECT city, ?, 'advice', ? FROM request WHERE id = ?"),
    putNominated: db.prepare('INSERT OR IGNORE INTO nominated VALUES (?, ?)'),
    putIndicator: db.prepare('INSERT OR REPLACE INTO indicator VALUES (?, ?, ?)'),
    ...peerStatements(db),
  };
}

function rows(db: DatabaseSync): Rows {
  const sql = statements(db);
  const states = new Map<string, State>();
  const before = new Map<string, string>();
  let others: Keep[] = [];
  let touched = new Set<string>();
  let measured: MeasuredValue[] = [];

  function stateOf(id: string): State {
    const known = states.get(id);
    if (known) return known;
    const found = sql.stateOf.get(id);
    if (!found) return actionFold.initial;
    before.set(id, String(found['family']));
    return readState(String(found['state']));
  }

  function write(): void {
    for (const keep of others) keep(sql);
    for (const { indicator, unit, overPlaces } of measured) sql.putIndicator.run(indicator, unit, overPlaces);
    const families = new Set<string>();
    for (const id of touched) {
      const state = states.get(id);
      if (!state || state.status === 'absent') continue;
      const family = familyKey({ id, commitments: [], partOf: state.tags.partOf || undefined });
      families.add(family).add(before.get(id) ?? family);
      sql.putAction.run(id, family, state.project, state.city, written(state));
      keepDoing(sql, id, state);
      if (state.group) keepGroup(sql, state.group);
      else if (state.atCity) keepCity(sql, state);
    }
    const deltas = new Map<string, Delta>();
    // Both, and all that they had: an action may have gone from one to the other.
    const all = [...families].map((family) => membersOf(sql, family));
    const earlier = new Map(
      all
        .flat()
        .flatMap(({ id }) => keptOf(sql, id))
        .map((kept) => [kept.n, kept]),
    );
    const after = all.flatMap(atomsOfFamily);
    const isKept = new Set(after.filter((made) => isSame(made, earlier.get(made.n))).map(({ n }) => n));
    for (const kept of earlier.values()) if (!isKept.has(kept.n)) forgetAtom(sql, kept, deltas);
    for (const made of after) if (!isKept.has(made.n)) keepAtom(sql, made, deltas);
    keepTotals(sql, deltas);
    forget();
  }

  function forget(): void {
    states.clear();
    before.clear();
    others = [];
    touched = new Set();
    measured = [];
  }

  return {
    fold(event: ViewEvent) {
      others.push(...[OF_CITY, OF_PEERS].flatMap((of) => of[event.aggregate]?.(event) ?? []));
      if (event.aggregate !== actionFold.aggregate) return;
      const decoded: Event = actionFold.codec.decode(event);
      states.set(event.stream, actionFold.evolve(stateOf(event.stream), decoded));
      touched.add(event.stream);
      if ('measured' in decoded) measured.push(...[decoded.measured].flat());
    },
    write,
    forget,
  };
}

type Keep = (sql: Sql) => void;
/** What events of other streams than actions say of a city: what begins there, who advises it and who has taught its people. */
const OF_CITY: Readonly<Record<string, (event: ViewEvent) => Keep | undefined>> = {
  [seriesFold.aggregate](event) {
    const opening = seriesFold.codec.decode(event);
    return opening.type === 'SeriesOpened' ? (sql) => sql.putSeries.run(event.stream, opening.city) : undefined;
  },
  [signatoryFold.aggregate](event) {
    const begun = signatoryFold.codec.decode(event);
    const isFirst = begun.type === 'InterestExpressed' || begun.type === 'CityInvited';
    return isFirst ? (sql) => sql.putSignatory.run(event.stream, begun.city) : undefined;
  },
  [certificateFold.aggregate](event) {
    const told = certificateFold.codec.decode(event);
    if (told.type !== 'CertificateProposed') return undefined;
    return (sql) => sql.putHelper.run(told.organisation, told.proposedBy, 'teaching', told.at);
  },
  [nominationFold.aggregate](event) {
    const told = nominationFold.codec.decode(event);
    if (told.type !== 'NominationSubmitted') return undefined;
    return (sql) => {
      for (const { action } of told.values) sql.putNominated.run(action, event.stream);
    };
  },
  [requestFold.aggregate](event) {
    const told = requestFold.codec.decode(event);
    if (told.type === 'SupportRequested') return (sql) => sql.putRequest.run(event.stream, told.city);
    const isAdvice = told.type === 'ExpertAssigned' || told.type === 'PolicyDraftOffered';
    return isAdvice ? (sql) => sql.putAdviser.run(told.person, told.at, event.stream) : undefined;
  },
};

type Sql = ReturnType<typeof statements>;
type Member = { readonly id: string; readonly state: Existing };

const membersOf = (sql: Sql, family: string): Member[] =>
  sql.membersOf.all(family).map(({ id, state }) => ({ id: String(id), state: readState(String(state)) }));

/** Of a place whose population is not known, what was known before counts. */
function keepCity(sql: Sql, { city, country, place }: Existing): void {
  const known = sql.cityOf.get(city);
  if (known?.['grouped'] === 1) return;
  sql.putCity.run(city, country, place?.population || Number(known?.['population'] ?? 0), 0);
}

/** What it says of its members counts before what their own actions say of their places, which may be smaller. */
function keepGroup(sql: Sql, { id, members }: SharingGroup): void {
  sql.putGroup.run(id, JSON.stringify(members.map(({ city }) => city)));
  for (const { city, country, population } of members) sql.putCity.run(city, country, population, 1);
}

const keptOf = (sql: Sql, action: string): Kept[] =>
  sql.atomsOf.all(action).map(({ n, indicator, certainty, data, shares }) => ({
    n: Number(n),
    action,
    key: '',
    indicator: String(indicator),
    certainty: String(certainty),
    data: String(data),
    shares: String(shares),
  }));

/** What it adds to sums: nothing where it is not one whose amounts are added. */
function addsOf({ data, certainty }: Kept): readonly (readonly [measure: string, amount: Fraction])[] {
  const { kind, figure, cost }: AtomData = JSON.parse(data);
  if (kind !== 'amount') return [];
  const spent = cost ? ([[cost.currency, fraction(cost.amount)]] as const) : [];
  return [[certainty, fraction(figure[0] ?? '0')], ...spent];
}

type Part = readonly [column: Share['column'], name: string, part: string];

function forgetAtom(sql: Sql, kept: Kept, deltas: Map<string, Delta>): void {
  count(deltas, kept, -1);
  const shares: Part[] = JSON.parse(kept.shares);
  for (const [column, name] of shares) sql.dropShare.run(kept.indicator, column, name, kept.n);
  sql.dropAtom.run(kept.n);
}

function keepAtom(sql: Sql, made: Kept, deltas: Map<string, Delta>): void {
  const { n, action, key, indicator, certainty, data } = made;
  sql.putAtom.run(n, action, key, indicator, certainty, data, made.shares);
  const shares: Part[] = JSON.parse(made.shares);
  for (const [column, name, part] of shares) sql.putShare.run(indicator, column, name, n, part);
  count(deltas, made, 1);
}

function atomsOfFamily(members: readonly Member[]): Kept[] {
  const family = familyOf(members);
  const around = aroundOf(members);
  const byId = new Map(members.map(({ id, state }) => [id, state]));
  const catalogue = catalogueOf(members.flatMap(({ state }) => state.results.map(({ measured }) => measured)));
  const actions = new Map(family.actions.map((action) => [action.id, action]));
  return standingAtoms(family, catalogue).atoms.flatMap((atom) => {
    const [state, action] = [byId.get(atom.action), actions.get(atom.action)];
    if (!state || !action) return [];
    const shares = mergedShares(sharesOf(atom, action, around));
    const parts = shares.map(({ column, name, part }): Part => [column, name, textOf(part)]);
    return [{ ...atom, n: numberOf(atom.key), data: JSON.stringify(dataOf(atom, state, shares)), shares: JSON.stringify(parts) }];
  });
}

/** An atom of a group is several times at a country that has several of its members. */
function mergedShares(shares: readonly Share[]): Share[] {
  const merged = new Map<string, Share>();
  for (const share of shares) {
    const key = `${share.column} ${share.name}`;
    const earlier = merged.get(key);
    merged.set(key, earlier ? { ...share, part: share.part.add(earlier.part) } : share);
  }
  return [...merged.values()];
}

function aroundOf(members: readonly Member[]): Surroundings {
  const results = members.flatMap(({ state }) => state.results.map((each) => ({ ...each, project: state.project })));
  return {
    cities: new Map(
      members
        .filter(({ state }) => state.atCity)
        .flatMap(({ state: { group, city, country, place } }) => group?.members ?? [{ city, country, population: place?.population ?? 0 }])
        .map(({ city, country, population }) => [city, { country, population: BigInt(population) }]),
    ),
    groups: new Map(members.flatMap(({ state: { group } }) => (group ? [[group.id, group.members.map(({ city }) => city)]] : []))),
    funding: new Map(
      results.flatMap(({ funding, project, number: milestone }) =>
        funding ? [[sourceKey({ kind: 'milestone', project, milestone }), fundingOf(funding)]] : [],
      ),
    ),
  };
}

function dataOf({ source, place, from, to, figure, indicator }: Atom, state: Existing, shares: readonly Share[]): AtomData {
  const isSource = ({ source: own, number }: Standing): boolean =>
    source.kind === 'entry' ? own === source.entry : number === source.milestone;
  const told = state.results.find((each) => each.measured.indicator === indicator && isSource(each));
  return {
    source: told?.source ?? '',
    project: state.project,
    unit: told?.measured.unit ?? '',
    place,
    country: state.country,
    from,
    to,
    kind: figure.kind,
    figure: figureOf(figure),
    ...(told?.funding ? { cost: costOf(told.funding) } : {}),
    payers: shares.filter(({ column }) => column === 'payer').map(({ name, part }) => ({ payer: name, part: textOf(part) })),
  };
}

/** Of its tranche: what sponsors give to it, and as much from others as is theirs of the whole. */
function costOf({ currency, ...funding }: ResultFunding): AtomData['cost'] {
  const { cost, target, cells } = fundingOf({ currency, ...funding });
  const row = [...cells.values()].reduce((sum, each) => sum + each, 0n);
  return row === 0n || target === 0n ? undefined : { currency, amount: textOf(quotient(row * cost, target)) };
}

function figureOf(figure: Atom['figure']): string[] {
  switch (figure.kind) {
    case 'amount':
      return [textOf(figure.value), textOf(figure.gross)];
    case 'ratio':
      return [textOf(figure.numerator), textOf(figure.denominator)];
    case 'reach':
      return [textOf(figure.low), textOf(figure.high)];
    case 'listed':
      return [textOf(figure.value)];
  }
}

const SEPARATOR = '\u001f';

/** Longer denominators are those of amounts of money: of so many that nobody reads their sum exactly, it is kept to 42 places. */
const LONGEST = 10_000n;
const SCALE = 10n ** 42n;

function count(deltas: Map<string, Delta>, kept: Kept, sign: 1 | -1): void {
  const adds = addsOf(kept);
  const shares: Part[] = adds.length === 0 ? [] : JSON.parse(kept.shares);
  for (const [column, name, part] of shares)
    for (const [measure, value] of adds) {
      const exact = value.mul(fraction(part));
      // What a sponsor has paid of a milestone is a whole sum by itself.
      const amount = measure === kept.certainty || column === 'payer' ? exact : exact.round();
      // Of groups there are few: what their members share stays exact.
      const isLong = (column === 'payer' ? amount : value).d > LONGEST;
      const [denominator, numerator] = isLong ? [SCALE, (amount.n * SCALE) / amount.d] : [amount.d, amount.n];
      const key = [kept.indicator, column, name, measure, denominator].join(SEPARATOR);
      const delta = deltas.get(key) ?? { numerator: 0n, atoms: 0 };
      deltas.set(key, { numerator: delta.numerator + BigInt(sign) * amount.s * numerator, atoms: delta.atoms + sign });
    }
}

function keepTotals(sql: Sql, deltas: ReadonlyMap<string, Delta>): void {
  for (const [key, delta] of deltas) {
    const [indicator = '', column = '', name = '', measure = '', denominator = ''] = key.split(SEPARATOR);
    const at = [indicator, column, name, measure, denominator] as const;
    const found = sql.totalOf.get(...at);
    const numerator = BigInt(String(found?.['numerator'] ?? '0')) + delta.numerator;
    const atoms = Number(found?.['atoms'] ?? 0) + delta.atoms;
    if (atoms === 0) sql.dropTotal.run(...at);
    else sql.putTotal.run(...at, String(numerator), atoms);
  }
}

export const view: View = { name: 'results', schema: VIEW_SCHEMAS.results, contexts: ['programme'], ddl: DDL, rows };
