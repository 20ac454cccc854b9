import { decimalOf } from '../../acts/amounts.ts';
import type { Schemas } from '../../base/api/client.ts';
import { compareDecimals, type Planned } from '../../reports/planned.ts';

export type Judging = { readonly values: readonly Schemas['IndicatorValue'][]; readonly planned: readonly Planned[] };
export type Accepting = {
  readonly accepted: readonly Schemas['AcceptedValue'][];
  /** By field, what is wrong with it, in words. */
  readonly faults: Readonly<Record<string, string>>;
};

/** What was written about an indicator. */
export type Written = { readonly value: string; readonly because: string };
export type Verdict = 'as-reported' | 'other' | 'unreadable' | 'unexplained';

/** What becomes of a reported value by what was written; what is left as it was is accepted. */
export function verdictOn(reported: string, { value, because }: Written): { readonly verdict: Verdict; readonly value: string } {
  const read = decimalOf(value);
  if (read === undefined) return { verdict: 'unreadable', value };
  if (compareDecimals(read, reported) === 0) return { verdict: 'as-reported', value: read };
  return { verdict: because.trim() === '' ? 'unexplained' : 'other', value: read };
}

export const fieldsOf = (code: string) => ({ value: `accepted/${code}`, because: `accepted/${code}/because` }) as const;
