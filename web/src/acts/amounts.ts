import { locale } from '../base/parts/locale.ts';

const parts = new Intl.NumberFormat(locale, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(12345678.9);
const DECIMAL = parts.find(({ type }) => type === 'decimal')?.value ?? '.';

/** The first digit of each script that the nine languages are written in. */
const ZEROS = ['0', '०', '০', '๐'];
const digit = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.map((each) => each.codePointAt(0) ?? 0).find((each) => code >= each && code <= each + 9);
  return zero === undefined ? letter : String(code - zero);
};

/** Groups as languages make them: of three, and of two beyond the first three. */
const GROUPED = /^\d{1,3}(,\d{2,3})*,\d{3}$/;

/**
 * A number as people write it, as plain decimal text: in full-width or other digits, grouped as the language does it, or without groups.
 * Undefined where it is none, or where its marks do not stand as the language puts them: 1,5 is not taken for 15.
 */
export function decimalOf(written: string): string | undefined {
  const plain = [...written.normalize('NFKC').trim()]
    .map(digit)
    .join('')
    .replaceAll(/[\s’']/g, '');
  const [whole = '', places, more] = plain.replace(/^-/, '').split(DECIMAL);
  const group = DECIMAL === '.' ? ',' : '.';
  const isGrouped = whole.includes(group);
  if (more !== undefined || (isGrouped && !GROUPED.test(whole.replaceAll(group, ',')))) return undefined;
  const bare = `${plain.startsWith('-') ? '-' : ''}${whole.replaceAll(group, '')}${places === undefined ? '' : `.${places}`}`;
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
