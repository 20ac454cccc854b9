type Edition = {
  readonly number: number;
  readonly standing: string;
  readonly rates: readonly { readonly currency: string; readonly rate: string }[];
};
/** `base`: ISO 4217. `day`: ISO 8601. */
type Sheet = { readonly base: string; readonly day: string; readonly editions: readonly Edition[] };
type Rates = ReadonlyMap<string, string>;

const standing = ({ editions }: Pick<Sheet, 'editions'>) => editions.find((edition) => edition.standing === 'confirmed');

/**
 * What an edition is compared with: the one that it corrects, or else the rates of the newest day before, of the same source and base. By
 * currency; empty if there are none.
 */
export function ratesBefore(sheet: Sheet, number: number, ofSource: readonly Sheet[]): Rates {
  const own = standing(sheet);
  const days = ofSource.filter(({ base, day }) => base === sheet.base && day < sheet.day).toSorted((a, b) => (a.day < b.day ? 1 : -1));
  const before = own && own.number < number ? own : days.map(standing).find((edition) => edition !== undefined);
  return new Map(before?.rates.map(({ currency, rate }) => [currency, rate]));
}

/** How much a rate is above the one before, as a part of that; below zero it is less. For a glance: nothing is worked out with it. */
export const changeOf = (rate: string, before: string): number => Number(rate) / Number(before) - 1;
