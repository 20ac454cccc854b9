const HUNDREDTHS = 2;

/** How many places sums of a currency have. */
export function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? HUNDREDTHS;
  } catch {
    return HUNDREDTHS;
  }
}
