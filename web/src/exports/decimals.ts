/** More digits behind the point nobody adds up. */
const PLACES = 12;
const SCALE = 10n ** BigInt(PLACES);

/** An exact number as a decimal: `1621/2` is 810.5. What no decimal says exactly is rounded to twelve places, half up. */
export function decimalOf(exact: string): string {
  const [above = '', below] = exact.split('/');
  if (below === undefined) return above;
  const [numerator, denominator] = [BigInt(above), BigInt(below)];
  const size = numerator < 0n ? -numerator : numerator;
  const scaled = (2n * size * SCALE + denominator) / (2n * denominator);
  const behind = String(scaled % SCALE)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${numerator < 0n ? '-' : ''}${scaled / SCALE}${behind && `.${behind}`}`;
}
