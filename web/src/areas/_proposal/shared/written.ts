import { decimalOf, writtenOf } from '../../../acts/amounts.ts';
import { digitsOf } from '../../../base/parts/sums.ts';
import type { Values } from '../../../forms/drafts.ts';
import type { Chosen } from '../../../places/chosen.ts';
import type { Asked, Proposal } from './tasks.ts';

export type Row = Readonly<Record<string, string>>;

const HUNDREDTHS = 2;
/** For counted values 0 means that there is none. */
const COUNTED = 'beneficiaries';

/** The value at a place. */
const at = (value: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

/** The currency of everything that a proposal says of money. */
export const currencyOf = ({ target, cost, ownContribution, milestones }: Proposal): string =>
  target?.currency ?? cost?.currency ?? ownContribution?.currency ?? milestones[0]?.amount.currency ?? '';

/** A share in basis points as a percentage: 6050 is 60.5. */
function percentOf(basisPoints: number): string {
  const digits = String(basisPoints).padStart(HUNDREDTHS + 1, '0');
  return writtenOf(`${digits.slice(0, -HUNDREDTHS)}.${digits.slice(-HUNDREDTHS)}`.replace(/\.?0+$/, ''));
}

/** The value as it would be typed; '' if there is none. */
export function textOf(asked: Asked, from: unknown): string {
  const value = at(from, asked.name);
  if (asked.name === 'target/currency') return currencyOf(from as Proposal);
  if (value === undefined || value === null || value === '') return '';
  switch (asked.kind) {
    case 'money':
      return writtenOf((value as { amount: string }).amount);
    case 'decimal':
      return writtenOf(String(value));
    case 'share':
      return percentOf(value as number);
    case 'number':
      return asked.name === COUNTED && value === 0 ? '' : String(value);
    case 'codes':
      return (value as readonly string[]).join(' ');
    case 'numbers':
      return (value as readonly number[]).join(', ');
    case 'place': {
      const { id, name = '', country = '' } = value as Partial<Chosen>;
      return JSON.stringify({ id, name, country });
    }
    case 'rows':
      return keptRows((value as readonly unknown[]).map((row) => rowOf(asked, row)));
    case 'line':
    case 'lines':
    case 'choice':
    case 'currency':
      return String(value);
  }
}

const rowOf = ({ columns = [] }: Asked, from: unknown): Row =>
  Object.fromEntries(columns.map((column) => [column.name, textOf(column, from)]));

/** Rows as one text, as drafts keep it; no row is nothing. */
export const keptRows = (rows: readonly Row[]): string => (rows.length === 0 ? '' : JSON.stringify(rows));
export const rowsOf = (kept: string): readonly Row[] => (kept === '' ? [] : (JSON.parse(kept) as Row[]));

/** By name, everything that a task asks for as it would be typed. */
export const textsOf = (asked: readonly Asked[], proposal: Proposal): Values =>
  Object.fromEntries(asked.map((each) => [each.name, textOf(each, proposal)]));

/** A typed sum, in minor units of its currency; undefined if it is not one. */
export function minorOf(written: string, currency: string): bigint | undefined {
  const [whole = '', places = ''] = (decimalOf(written) ?? '').split('.');
  const digits = digitsOf(currency);
  return whole === '' || places.length > digits ? undefined : BigInt(`${whole}${places.padEnd(digits, '0')}`);
}

/** Minor units as the decimal text of a sum. */
export function amountOf(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  return `${minor < 0n ? '-' : ''}${digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`}`;
}
