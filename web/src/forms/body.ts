import type { Field } from '#forms';
import { basisPointsOf, decimalOf } from '../acts/amounts.ts';
import type { Values } from './drafts.ts';

/** What is wrong with a field: nothing in it, or what is no value of its kind. */
export type Fault = 'missing' | 'malformed';
export type Filled = { readonly body: Readonly<Record<string, unknown>>; readonly faults: Readonly<Record<string, Fault>> };

const AN_INTEGER = /^\d{1,7}$/;
const EVERY: NonNullable<Field['bounds']> = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const A_LINK = /^https:\/\/[^\s/@]+\.[^\s/@]+(\/\S*)?$/i;
const AN_EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const SEPARATORS = /[,\n]+/;

/** The value of a field as the API takes it; undefined where it is none. */
function readAs({ kind, name, bounds }: Field, written: string, values: Values): unknown {
  switch (kind) {
    case 'money': {
      const amount = decimalOf(written);
      return amount === undefined ? undefined : { amount, currency: values[`${name}.currency`]?.toUpperCase() ?? '' };
    }
    case 'share':
      return basisPointsOf(written);
    case 'percent':
      return percentOf(written);
    case 'number':
      return integerOf(written, bounds);
    case 'country':
    case 'currency':
      return written.trim().toUpperCase();
    case 'codes': {
      const codes = written.split(SEPARATORS).map((code) => code.trim());
      return codes.filter((code) => code !== '');
    }
    case 'link':
      return A_LINK.test(written.trim()) ? written.trim() : undefined;
    case 'links': {
      const links = written.split(/\s+/).filter((link) => link !== '');
      return links.every((link) => A_LINK.test(link)) ? links : undefined;
    }
    case 'email':
      return AN_EMAIL.test(written.trim()) ? written.trim() : undefined;
    case 'instant': {
      const at = new Date(written);
      return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
    }
    default:
      return written.trim();
  }
}

function integerOf(written: string, [least, most] = EVERY): number | undefined {
  const digits = decimalOf(written) ?? '';
  const value = Number.parseInt(digits, 10);
  return AN_INTEGER.test(digits) && value >= least && value <= most ? value : undefined;
}

const A_PERCENTAGE = /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/;
function percentOf(written: string): string | undefined {
  const percent = decimalOf(written.replace('%', '')) ?? '';
  return A_PERCENTAGE.test(percent) ? percent : undefined;
}

/** The body that the values of a form make, and which fields do not let it be made. What is empty is left out. */
export function bodyOf(fields: readonly Field[], values: Values): Filled {
  const body: Record<string, unknown> = {};
  const faults: Record<string, Fault> = {};
  for (const field of fields) {
    const written = values[field.name] ?? '';
    if (written.trim() === '') {
      if (field.required) faults[field.name] = 'missing';
      continue;
    }
    const value = readAs(field, written, values);
    if (value === undefined) faults[field.name] = 'malformed';
    else body[field.name] = value;
  }
  return { body, faults };
}
