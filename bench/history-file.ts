/** A project's money in US cents: what was committed, and each disbursement in the order of the file. */
export type History = {
  readonly project: string;
  readonly committed: bigint;
  readonly disbursements: readonly bigint[];
  readonly disbursed: bigint;
};

/** The histories of a file of transactions, by project. */
export function histories(text: string): History[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  const rows = lines.map((line) => new Map(line.split(',').map((cell, index) => [columns[index], cell])));
  return [...Map.groupBy(rows, (row) => row.get('project_id') ?? '')].map(([project, of]) => {
    const valuesOf = (code: string) =>
      of.filter((row) => row.get('transaction_value_code') === code).map((row) => centsOf(row.get('transaction_value') ?? ''));
    const disbursements = valuesOf('D');
    return { project, committed: sum(valuesOf('C')), disbursements, disbursed: sum(disbursements) };
  });
}

/** Half to even, from a decimal text of any length. */
export function centsOf(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const cents = BigInt(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`);
  const rest = fraction.slice(2).replace(/0+$/, '');
  const isUp = rest > '5' || (rest === '5' && cents % 2n === 1n);
  return isUp ? cents + 1n : cents;
}

export const textOf = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;

const sum = (all: readonly bigint[]): bigint => all.reduce((one, other) => one + other, 0n);
