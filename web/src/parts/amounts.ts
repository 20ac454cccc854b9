import { locale } from './locale.ts';

const parts = new Intl.NumberFormat(locale, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(12345678.9);
const mark = (type: 'group' | 'decimal'): string => parts.find((part) => part.type === type)?.value ?? '';
const DECIMAL = mark('decimal');

/** The first digit of each script that the nine languages are written in. */
const ZEROS = ['0', '०', '০', '๐'];
const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.map((each) => each.codePointAt(0) ?? 0).find((each) => code >= each && code <= each + 9);
  return zero === undefined ? letter : String(code - zero);
};

/**
 * A number as people write it, as plain decimal text: in full-width or other digits, grouped as the language does it, or as it is copied
 * from elsewhere. Undefined where it is none.
 */
export function decimalOf(written: string): string | undefined {
  const plain = [...written.normalize('NFKC').trim()].map(digit).join('');
  const text = /^-?\d+\.\d{1,2}$/.test(plain) && !plain.includes(',') ? plain : plain.replaceAll(mark('group'), '').replace(DECIMAL, '.');
  const bare = text.replaceAll(/[\s’']/g, '').replaceAll(DECIMAL === '.' ? ',' : '', '');
  return /^-?\d+(\.\d+)?$/.test(bare) ? bare : undefined;
}

/** A decimal text as people of the language write it. */
export const writtenOf = (decimal: string): string => decimal.replace('.', DECIMAL);

const BASIS = 4;
/** Basis points of a percentage that is written with two places at most: 60.5 is 6050. Undefined where it is none. */
export function basisPointsOf(written: string): number | undefined {
  const [, whole = '', places = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(decimalOf(written.replace('%', '')) ?? '') ?? [];
  return whole === '' ? undefined : Number.parseInt(`${whole}${places.padEnd(BASIS - 2, '0')}`, 10);
}
