import type { Result } from './phases/results.ts';
import type { Party } from './plan.ts';
import type { Demonstration, MoneyText, RejectedRow } from './summary.ts';

type Cell = string;

/** Columns padded to their widest cell; figures to the right. */
function table(header: readonly Cell[], rows: readonly (readonly Cell[])[], right: readonly number[]): string {
  const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly Cell[]): string =>
    cells
      .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const whole = ({ amount, currency }: MoneyText): string =>
  `${currency} ${amount.replace(/\.00$/, '').replace(/\B(?=(\d{3})+(?!\d))/g, ' ')}`;
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export const projectTable = (
  results: readonly Result[],
  paidOf: (result: Result) => MoneyText | undefined,
  whyOf: (result: Result) => string,
): string =>
  table(
    ['project', 'country', 'name', 'target', 'paid', 'milestones', 'status', 'reason'],
    results.map((result) => {
      const { project, member, agreement, paidMilestones } = result;
      const paid = paidOf(result);
      const plan = agreement ? `${paidMilestones}/${new Set(agreement.cells.map(({ tranche }) => tranche)).size}` : '';
      return [
        member.row.id,
        short(member.row.country, 22),
        short(member.row.name, 40),
        project.proposal.target ? whole(project.proposal.target) : '',
        paid ? whole(paid) : '',
        plan,
        project.status,
        project.status === 'unfunded' ? short([project.reason, whyOf(result)].filter(Boolean).join(': '), 120) : '',
      ];
    }),
    [3, 4, 5],
  );

export const sponsorTable = (parties: readonly Party[], paid: Readonly<Record<string, MoneyText>>): string =>
  table(
    ['sponsor', 'paid'],
    parties.flatMap(({ window: { window } }) => (paid[window] ? [[window, whole(paid[window])]] : [])),
    [1],
  );

export const demonstrationTable = (demonstrations: readonly Demonstration[]): string =>
  table(
    ['demonstration', 'status', 'path'],
    demonstrations.map(({ name, status, path }) => [name, status, path]),
    [],
  );

export const rejectTable = (rejected: readonly RejectedRow[]): string =>
  table(
    ['line', 'column', 'reason', 'value'],
    rejected.map(({ line, column, reason, value }) => [String(line), column, reason, short(value, 40)]),
    [0],
  );
