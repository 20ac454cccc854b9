import { fieldMalformed, fieldMissing, fieldNotTaken } from '#messages/forms';
import { basisPointsOf, decimalOf } from '../../acts/amounts.ts';
import type { RefusalText } from '../../acts/words.ts';
import { ApiProblem } from '../../base/api/problems.ts';
import type { Fault } from '../../forms/body.ts';
import type { Values } from '../../forms/drafts.ts';
import { chosenOf } from '../../places/chosen.ts';
import type { Asked, Proposal } from './shared/tasks.ts';
import { inputAt, pathLabel } from './shared/words.ts';
import { amountOf, minorOf, type Row, rowsOf } from './shared/written.ts';

type Faults = Record<string, Fault>;
type Filled = { readonly proposal: Proposal; readonly faults: Readonly<Faults> };

const AN_INTEGER = /^\d{1,10}$/;
const CURRENCY = 'target/currency';
const SEPARATORS = /[\s,;]+/;

const integerOf = (written: string): number | undefined => {
  const text = decimalOf(written) ?? '';
  return AN_INTEGER.test(text) ? Number.parseInt(text, 10) : undefined;
};

/** The typed value as the API expects it; undefined if it is not of its kind. */
function readAs({ kind, name }: Asked, written: string, currency: string): unknown {
  switch (kind) {
    case 'money': {
      const minor = minorOf(written, currency);
      return minor === undefined || currency === '' ? undefined : { amount: amountOf(minor, currency), currency };
    }
    case 'decimal':
      return decimalOf(written);
    case 'share':
      return basisPointsOf(written);
    case 'number':
      return integerOf(written);
    case 'numbers': {
      const numbers = written.split(SEPARATORS).filter((each) => each !== '');
      const all = numbers.map(integerOf);
      return all.every((each) => each !== undefined) ? all : undefined;
    }
    case 'codes':
      return written.split(' ');
    case 'place':
      return { id: chosenOf(written)?.id };
    case 'choice':
      return name === 'readiness' ? integerOf(written) : written;
    case 'line':
    case 'lines':
    case 'currency':
      return written.trim();
    case 'rows':
      return undefined;
  }
}

/** What nothing typed says. */
function nothingOf({ kind, name }: Asked): unknown {
  if (kind === 'codes' || kind === 'numbers' || kind === 'rows') return [];
  if (name === 'readiness' || name === 'beneficiaries') return 0;
  return undefined;
}

const isBlank = (row: Row): boolean => Object.values(row).every((text) => text.trim() === '');

function filledRows(asked: Asked, kept: string, currency: string, faults: Faults): readonly unknown[] {
  const rows = rowsOf(kept).filter((row) => !isBlank(row));
  return rows.map((row, index) => {
    const filled: Record<string, unknown> = asked.name === 'milestones' ? { number: index + 1 } : {};
    for (const column of asked.columns ?? []) fill(column, row[column.name] ?? '', `${asked.name}/${index}/${column.name}`);
    function fill(column: Asked, written: string, path: string): void {
      const value = written.trim() === '' ? nothingOf(column) : readAs(column, written, currency);
      if (written.trim() === '' && column.isDue) faults[path] = 'missing';
      else if (written.trim() !== '' && value === undefined) faults[path] = 'malformed';
      else if (value !== undefined) filled[column.name] = value;
    }
    return filled;
  });
}

/** The proposal with what a task says in the place of what it said, and what of that cannot be said so. */
export function filledWith(before: Proposal, asked: readonly Asked[], values: Values, currency: string): Filled {
  const faults: Faults = {};
  const said: Record<string, unknown> = {};
  for (const each of asked) {
    const written = values[each.name] ?? '';
    if (each.kind === 'rows') said[each.name] = filledRows(each, written, currency, faults);
    else if (written.trim() === '') {
      said[each.name] = nothingOf(each);
      if (each.isDue) faults[each.name] = 'missing';
    } else {
      said[each.name] = readAs(each, written, currency);
      if (said[each.name] === undefined) faults[each.name] = 'malformed';
    }
  }
  if (currency === '') lacksCurrency(asked, faults);
  return { proposal: together(before, said, faults), faults };
}

/** No sum can be read before its currency is chosen: then the currency is what is missing. */
function lacksCurrency(asked: readonly Asked[], faults: Faults): void {
  const names = asked.map(({ name }) => name);
  const sums = Object.keys(faults).filter((path) => asked.some(({ name, kind }) => name === path && kind === 'money'));
  if (!names.includes(CURRENCY) || sums.length === 0) return;
  for (const path of sums) delete faults[path];
  faults[CURRENCY] = 'missing';
}

/** A quantity is whole or none, and a currency is that of the sums. */
function together(before: Proposal, said: Record<string, unknown>, faults: Faults): Proposal {
  const { 'capacity/quantity': quantity, 'capacity/unit': unit, 'target/currency': _currency, ...rest } = said;
  if ('capacity/quantity' in said) {
    if (quantity !== undefined && unit === undefined) faults['capacity/unit'] ??= 'missing';
    if (quantity === undefined && unit !== undefined) faults['capacity/quantity'] ??= 'missing';
    rest['capacity'] = quantity === undefined ? undefined : { quantity, unit };
  }
  return { ...before, ...rest } as Proposal;
}

type Found = {
  readonly asked: readonly Asked[];
  readonly found: Readonly<Record<string, Fault>>;
  readonly error: unknown;
  readonly refusalText: RefusalText;
};

const MALFORMED = '/problems/proposal-is-malformed';

/** By input, what is wrong in it, in words: what the form found, then what the API found. */
export function wordsOf({ asked, found, error, refusalText }: Found): Readonly<Record<string, string>> {
  const own = Object.entries(found).map(([path, fault]): [string, string] => {
    const field = pathLabel(path);
    return [path, fault === 'missing' ? fieldMissing({ field }) : fieldMalformed({ field })];
  });
  const { type = '', facts = {}, errors: told = [] } = error instanceof ApiProblem ? error.problem : {};
  const others = told.flatMap(({ pointer }): [string, string][] => {
    const path = inputAt(pointer, asked);
    const words = told.length === 1 && type !== MALFORMED ? refusalText(type, facts) : undefined;
    return path === undefined ? [] : [[path, words ?? fieldNotTaken({ field: pathLabel(path) })]];
  });
  return Object.fromEntries([...others, ...own]);
}

/** Whether a place was searched for in a form and none of the results was chosen. */
export function isPlaceUnchosen(form: HTMLFormElement): boolean {
  const box = form.elements.namedItem('place');
  return box instanceof HTMLInputElement && box.value.trim() !== '';
}
