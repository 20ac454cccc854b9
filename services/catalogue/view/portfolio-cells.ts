import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { type Part, type PartOf, projectIn, type Share, sharesOf } from './portfolio.ts';

export type Portfolio = { change(now: PartOf, was: PartOf | undefined): void; write(): void; forget(): void };

/** What distinguishes the cells, in the order of their key. */
const KEY = ['family', 'theme', 'sponsor', 'stage', 'currency', 'status', 'countries', 'value'] as const;
type Key = Readonly<Record<(typeof KEY)[number], string>>;

/**
 * `portfolio`: what the shares of all projects add up to. `family`: `open` of what everybody may know, `full` of all. A project is in the
 * cells of each of its themes, and where the theme may be any (''). Cells of the stages `project`, `month` and `theme` count projects.
 * Amounts are in two parts, whole * 10^9 + part. `refs`: how many shares there are; a cell of none is gone.
 * `portfolio_part`: of each project what its shares follow from.
 */
export const PORTFOLIO_DDL = `
CREATE TABLE portfolio (
  ${KEY.map((column) => `${column} TEXT NOT NULL`).join(', ')},
  refs INTEGER NOT NULL, whole INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (${KEY.join(', ')})
) STRICT, WITHOUT ROWID;
CREATE INDEX portfolio_empty ON portfolio (refs) WHERE refs = 0;
CREATE TABLE portfolio_part (
  project TEXT NOT NULL, source TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (project, source)
) STRICT, WITHOUT ROWID;
`;

export type Cell = Key & { refs: number; amount: bigint };
export type Cells = Map<string, Cell>;
/** Ten to the ninth: amounts are summed up in two parts. */
export const HALF = 1_000_000_000n;
export const joined = (whole: number | bigint, part: number | bigint): bigint => BigInt(whole) * HALF + BigInt(part);

/** What one project has added: its parts, as stored, and the cells that follow from them. */
type Added = { readonly parts: ReadonlyMap<string, Stored>; readonly cells: Cells };
type Stored = { readonly part: Part; readonly text: string };
const NOTHING_ADDED: Added = { parts: new Map(), cells: new Map() };

/** Each of a few kilobytes. */
const MAX_AT_HAND = 1_000;

/** Keeps the portfolio by the difference of what a project added and what it adds. */
export function portfolio(db: DatabaseSync): Portfolio {
  const pending = new Map<string, Map<string, Part>>();
  const atHand = new LRUCache<string, Added>({ max: MAX_AT_HAND });
  const read = db.prepare('SELECT source, part FROM portfolio_part WHERE project = ? ORDER BY source');
  const put = db.prepare('INSERT INTO portfolio_part VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET part = excluded.part');
  const add = db.prepare(`
    INSERT INTO portfolio VALUES (${KEY.map(() => '?').join(', ')}, ?, ?, ?) ON CONFLICT
    DO UPDATE SET refs = refs + excluded.refs, whole = whole + excluded.whole + (part + excluded.part) / ${HALF}, part = (part + excluded.part) % ${HALF}`);
  const drop = db.prepare('DELETE FROM portfolio WHERE refs = 0');

  function addedBy(project: string): Added {
    const known = atHand.get(project);
    if (known) return known;
    const rows = read.all(project);
    if (rows.length === 0) return NOTHING_ADDED;
    const parts = new Map(rows.map(({ source, part }) => [String(source), { part: JSON.parse(String(part)) as Part, text: String(part) }]));
    return { parts, cells: cellsOf(parts) };
  }

  function collect(project: string, changed: ReadonlyMap<string, Part>, cells: Cells): void {
    const before = addedBy(project);
    const parts = new Map(before.parts);
    for (const [source, part] of changed) {
      const text = JSON.stringify(part);
      if (before.parts.get(source)?.text === text) continue;
      put.run(project, source, text);
      parts.set(source, { part, text });
    }
    const now: Added = { parts, cells: cellsOf(parts) };
    atHand.set(project, now);
    for (const [text, cell] of before.cells) if (!isSame(cell, now.cells.get(text))) addTo(cells, text, cell, -1);
    for (const [text, cell] of now.cells) if (!isSame(cell, before.cells.get(text))) addTo(cells, text, cell, 1);
  }

  function write(cells: Cells): void {
    let mayBeEmpty = false;
    for (const cell of cells.values()) {
      const { refs, amount } = cell;
      if (refs === 0 && amount === 0n) continue;
      // Equal for both parts, whichever way the amount was computed: `part` is never negative.
      const part = ((amount % HALF) + HALF) % HALF;
      const { family, theme, sponsor, stage, currency, status, countries, value } = cell;
      add.run(family, theme, sponsor, stage, currency, status, countries, value, refs, (amount - part) / HALF, part);
      mayBeEmpty ||= refs < 0;
    }
    if (mayBeEmpty) drop.run();
  }

  return {
    change({ project, source, part }, was) {
      if (was && JSON.stringify(was.part) === JSON.stringify(part)) return;
      const parts = pending.get(project) ?? new Map<string, Part>();
      pending.set(project, parts.set(source, part));
    },
    write() {
      const cells: Cells = new Map();
      for (const [project, changed] of pending) collect(project, changed, cells);
      write(cells);
      pending.clear();
    },
    forget() {
      pending.clear();
      atHand.clear();
    },
  };
}

function cellsOf(parts: ReadonlyMap<string, Stored>): Cells {
  const cells: Cells = new Map();
  count(
    [...parts.values()].map(({ part }) => part),
    cells,
  );
  return cells;
}

const isSame = (cell: Cell, other: Cell | undefined): boolean => other?.refs === cell.refs && other.amount === cell.amount;

function addTo(cells: Cells, text: string, { refs, amount, ...key }: Cell, sign: 1 | -1): void {
  const cell = cells.get(text) ?? { ...key, refs: 0, amount: 0n };
  cell.refs += sign * refs;
  cell.amount += BigInt(sign) * amount;
  cells.set(text, cell);
}

/** Adds to the cells what a project with these parts adds: in any theme and in each of its own, or in the given ones. */
export function count(parts: readonly Part[], cells: Cells, themes?: readonly string[]): void {
  const project = projectIn(parts);
  if (!project?.isOpen) return;
  const { open, full } = sharesOf(parts);
  const { status, month } = project;
  const countries = project.countries.join('\n');
  const of = (family: string, sponsor: string) => (counted: { stage: string; status: string; value: string }) => ({
    family,
    sponsor,
    countries,
    currency: '',
    amount: 0n,
    ...counted,
  });
  const money =
    (family: string) =>
    ({ stage, sponsor, currency, amount }: Share) => ({ family, sponsor, stage, currency, status, countries, value: '', amount });
  // A sponsor that has offered without budget has no part in a project yet.
  const sponsors = new Set(full.filter(({ sponsor, stage }) => sponsor !== '' && stage !== 'proposed').map(({ sponsor }) => sponsor));
  const isProject = { stage: 'project', status, value: '' };
  const added = [
    ...[isProject, { stage: 'month', status: '', value: month }].map(of('open', '')),
    ...project.themes.map((theme) => ({ stage: 'theme', status: '', value: theme })).map(of('open', '')),
    ...[...sponsors].map((sponsor) => of('full', sponsor)(isProject)),
    ...open.map(money('open')),
    ...full.map(money('full')),
  ];
  for (const theme of themes ?? ['', ...project.themes]) for (const each of added) addCell(cells, theme, each);
}

function addCell(cells: Cells, theme: string, added: Omit<Cell, 'theme' | 'refs'>): void {
  const { family, sponsor, stage, currency, status, value, amount } = added;
  // In the order of the key.
  const text = `${family}\u0000${theme}\u0000${sponsor}\u0000${stage}\u0000${currency}\u0000${status}\u0000${added.countries}\u0000${value}`;
  const cell = cells.get(text);
  if (cell === undefined) cells.set(text, { ...added, theme, refs: 1, amount });
  else {
    cell.refs += 1;
    cell.amount += amount;
  }
}
