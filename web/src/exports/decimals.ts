/** More digits behind the point nobody adds up. */
const PLACES = 12;

/** An exact number as a decimal: `1621/2` is 810.5. What no decimal says exactly is rounded to twelve places, half up. */
export const decimalOf = (exact: string): string => roundedTo(PLACES, exact);

/** The same, rounded to so many places, half up. */
export function roundedTo(places: number, exact: string): string {
  const scale = 10n ** BigInt(places);
  const [above = '', below] = exact.split('/');
  if (below === undefined) return above;
  const [numerator, denominator] = [BigInt(above), BigInt(below)];
  const size = numerator < 0n ? -numerator : numerator;
  const scaled = (2n * size * scale + denominator) / (2n * denominator);
  const behind = String(scaled % scale)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${numerator < 0n ? '-' : ''}${scaled / scale}${behind && `.${behind}`}`;
}
