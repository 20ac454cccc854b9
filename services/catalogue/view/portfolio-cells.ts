import type { DatabaseSync } from 'node:sqlite';
import { type Part, projectIn, type Share, sharesOf } from './portfolio.ts';

export type Portfolio = { change(project: string, source: string, part: Part): void; write(): void; forget(): void };

/** What tells the cells apart, in the order of their key. */
const KEY = ['family', 'proposer', 'theme', 'sponsor', 'stage', 'currency', 'status', 'countries', 'themes', 'value'] as const;

/**
 * `portfolio`: what the shares of all projects add up to. `family`: `open` of what everybody may know, `full` of all. A project is in the
 * cells of each of its themes, and where the theme may be any (''); by its proposer once, with all its themes. Cells of the stages
 * `project`, `month` and `theme` count projects. Amounts are in two parts, whole * 10^9 + part. `refs`: how many shares there are; a cell of
 * none is gone.
 * `portfolio_part`: of each project what its shares follow from.
 */
export const PORTFOLIO_DDL = `
CREATE TABLE portfolio (
  ${KEY.map((column) => `${column} TEXT NOT NULL`).join(', ')},
  refs INTEGER NOT NULL, whole INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (${KEY.join(', ')})
) STRICT, WITHOUT ROWID;
CREATE TABLE portfolio_part (
  project TEXT NOT NULL, source TEXT NOT NULL, part TEXT NOT NULL, PRIMARY KEY (project, source)
) STRICT, WITHOUT ROWID;
`;

type Cells = Map<string, { refs: number; amount: bigint }>;
/** Ten to the ninth: amounts are summed up in two parts. */
const HALF = 1_000_000_000n;

/** Keeps the portfolio by the difference of what a project added and what it adds. */
export function portfolio(db: DatabaseSync): Portfolio {
  const pending = new Map<string, Map<string, Part>>();
  const read = db.prepare('SELECT source, part FROM portfolio_part WHERE project = ? ORDER BY source');
  const put = db.prepare('INSERT INTO portfolio_part VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET part = excluded.part');
  const marks = KEY.map(() => '?').join(', ');
  const add = db.prepare(`
    INSERT INTO portfolio VALUES (${marks}, ?, ?, ?) ON CONFLICT
    DO UPDATE SET refs = refs + excluded.refs, whole = whole + excluded.whole + (part + excluded.part) / ${HALF}, part = (part + excluded.part) % ${HALF}`);
  const drop = db.prepare(`DELETE FROM portfolio WHERE ${KEY.map((column) => `${column} = ?`).join(' AND ')} AND refs = 0`);

  function collect(project: string, changed: ReadonlyMap<string, Part>, cells: Cells): void {
    const before = new Map(read.all(project).map(({ source, part }) => [String(source), JSON.parse(String(part)) as Part]));
    const isSame = ([source, part]: [string, Part]): boolean => JSON.stringify(before.get(source)) === JSON.stringify(part);
    const news = [...changed].filter((each) => !isSame(each));
    if (news.length === 0) return;
    for (const [source, part] of news) put.run(project, source, JSON.stringify(part));
    count([...before.values()], -1, cells);
    count([...new Map([...before, ...news]).values()], 1, cells);
  }

  return {
    change(project, source, part) {
      const parts = pending.get(project) ?? new Map<string, Part>();
      pending.set(project, parts.set(source, part));
    },
    write() {
      const cells: Cells = new Map();
      for (const [project, changed] of pending) collect(project, changed, cells);
      for (const [key, { refs, amount }] of cells) {
        if (refs === 0 && amount === 0n) continue;
        const columns = JSON.parse(key) as string[];
        // Both parts the same, whatever the amount came to by: `part` is never below nothing.
        const part = ((amount % HALF) + HALF) % HALF;
        add.run(...columns, refs, (amount - part) / HALF, part);
        if (refs < 0) drop.run(...columns);
      }
      pending.clear();
    },
    forget: () => pending.clear(),
  };
}

/** Adds to the cells, or takes from them, what a project with these parts adds. */
export function count(parts: readonly Part[], sign: 1 | -1, cells: Cells): void {
  const project = projectIn(parts);
  if (!project?.isOpen) return;
  const { open, full } = sharesOf(parts);
  const { status, themes, month } = project;
  const countries = project.countries.join('\n');
  const places = [...['', ...themes].map((theme) => ['', theme, ''] as const), [project.proposer, '', themes.join('\n')] as const];
  const counted = [
    { stage: 'project', status, value: '' },
    { stage: 'month', status: '', value: month },
    ...themes.map((theme) => ({ stage: 'theme', status: '', value: theme })),
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
  for (const { family, stage, sponsor, currency, status: of, value, amount } of added)
    for (const [proposer, theme, joined] of places) {
      const key = JSON.stringify([family, proposer, theme, sponsor, stage, currency, of, countries, joined, value]);
      const cell = cells.get(key) ?? { refs: 0, amount: 0n };
      cells.set(key, { refs: cell.refs + sign, amount: cell.amount + BigInt(sign) * amount });
    }
}

const NO_MONEY = { currency: '', amount: 0n };
