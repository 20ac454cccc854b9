import type { DatabaseSync } from 'node:sqlite';
import { type Part, type PartOf, projectIn, type Share, sharesOf } from './portfolio.ts';

export type Portfolio = { change(now: PartOf, was: PartOf | undefined): void; write(): void; forget(): void };

/** What tells the cells apart, in the order of their key. */
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

/** Keeps the portfolio by the difference of what a project added and what it adds. */
export function portfolio(db: DatabaseSync): Portfolio {
  const pending = new Map<string, Map<string, Part>>();
  const read = db.prepare('SELECT source, part FROM portfolio_part WHERE project = ? ORDER BY source');
  const put = db.prepare('INSERT INTO portfolio_part VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET part = excluded.part');
  const add = db.prepare(`
    INSERT INTO portfolio VALUES (${KEY.map(() => '?').join(', ')}, ?, ?, ?) ON CONFLICT
    DO UPDATE SET refs = refs + excluded.refs, whole = whole + excluded.whole + (part + excluded.part) / ${HALF}, part = (part + excluded.part) % ${HALF}`);
  const drop = db.prepare('DELETE FROM portfolio WHERE refs = 0');

  function collect(project: string, changed: ReadonlyMap<string, Part>, cells: Cells): void {
    const texts = new Map(read.all(project).map(({ source, part }) => [String(source), String(part)]));
    const news = [...changed].map(([source, part]) => ({ source, part, text: JSON.stringify(part) }));
    const differing = news.filter(({ source, text }) => texts.get(source) !== text);
    if (differing.length === 0) return;
    for (const { source, text } of differing) put.run(project, source, text);
    const before = new Map([...texts].map(([source, text]) => [source, JSON.parse(text) as Part]));
    count([...before.values()], -1, cells);
    count([...new Map([...before, ...changed]).values()], 1, cells);
  }

  function write(cells: Cells): void {
    let mayBeEmpty = false;
    for (const cell of cells.values()) {
      const { refs, amount } = cell;
      if (refs === 0 && amount === 0n) continue;
      // Both parts the same, whatever the amount came to by: `part` is never below nothing.
      const part = ((amount % HALF) + HALF) % HALF;
      add.run(...KEY.map((column) => cell[column]), refs, (amount - part) / HALF, part);
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
    forget: () => pending.clear(),
  };
}

/** Adds to the cells, or takes from them, what a project with these parts adds: in any theme and in each of its own, or in those given. */
export function count(parts: readonly Part[], sign: 1 | -1, cells: Cells, themes?: readonly string[]): void {
  const project = projectIn(parts);
  if (!project?.isOpen) return;
  const { open, full } = sharesOf(parts);
  const { status, month } = project;
  const countries = project.countries.join('\n');
  const counted = [
    { stage: 'project', status, value: '' },
    { stage: 'month', status: '', value: month },
    ...project.themes.map((theme) => ({ stage: 'theme', status: '', value: theme })),
  ];
  const money = (family: string) => (each: Share) => ({ ...each, family, status, value: '' });
  // Whoever has offered without budget has no part in a project yet.
  const sponsors = new Set(full.filter(({ sponsor, stage }) => sponsor !== '' && stage !== 'proposed').map(({ sponsor }) => sponsor));
  const added = [
    ...counted.map((each) => ({ ...each, ...NO_MONEY, family: 'open', sponsor: '' })),
    ...[...sponsors].map((sponsor) => ({ ...NO_MONEY, family: 'full', stage: 'project', sponsor, status, value: '' })),
    ...open.map(money('open')),
    ...full.map(money('full')),
  ];
  for (const theme of themes ?? ['', ...project.themes])
    for (const { amount, ...each } of added) {
      const key = { ...each, theme, countries };
      const text = KEY.map((column) => key[column]).join('\u0000');
      const cell = cells.get(text) ?? { ...key, refs: 0, amount: 0n };
      cell.refs += sign;
      cell.amount += BigInt(sign) * amount;
      cells.set(text, cell);
    }
}

const NO_MONEY = { currency: '', amount: 0n };
