import type { RatesEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';

export type { RatesEvent };

type DataOf<Type> = Extract<RatesEvent, { readonly type: Type }>['data'];

const told = (count: number): string => (count === 1 ? 'One rate' : `${count} rates`);

/** What happens to exchange rates. */
export const RATES: { readonly [Type in RatesEvent['type']]: (data: DataOf<Type>) => string } = {
  RatesEntered: ({ source, base, day, edition, rates, file }) =>
    `${told(rates.length)} of ${source} for ${day}, against ${base}, ${rates.length === 1 ? 'was' : 'were'} ${file ? 'read from a file' : 'entered'}${
      edition > 1 ? ' as a correction' : ''
    }.`,
  RatesConfirmed: ({ edition }) => `A second person confirmed edition ${edition}: from then on it stands.`,
  RatesRefused: ({ edition }) => `Edition ${edition} was refused.`,
};
