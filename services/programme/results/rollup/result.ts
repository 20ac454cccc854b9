import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Fraction } from '@junkan/kit/pure/fraction.ts';

/** How the values of an indicator may be added. */
export type Indicator = {
  readonly code: string;
  /** `sum`: the flow of a period; `running-total`: a level that grows, of which each entry adds what is new; `last`: a state, of which the newest counts. */
  readonly overTime: 'sum' | 'running-total' | 'last';
  /** `ratio`: by numerators and denominators; `distinct`: by bounds, as the same persons may be counted twice; `none`: not at all. */
  readonly overPlaces: 'sum' | 'ratio' | 'distinct' | 'none';
};

export type Action = {
  readonly id: string;
  readonly commitments: readonly string[];
  /** Where it is a funded project: its results come from there alone. */
  readonly project?: string | undefined;
  readonly themes?: readonly string[] | undefined;
  /** The action that contains it, and reports the whole. */
  readonly partOf?: string | undefined;
};

/** A milestone whose report was verified, or an entry of the city's own. */
export type Source =
  | { readonly kind: 'milestone'; readonly project: string; readonly milestone: number }
  | { readonly kind: 'entry'; readonly entry: string };
export const sourceKey = (source: Source): string => (source.kind === 'milestone' ? `${source.project}/${source.milestone}` : source.entry);

export type Certainty = 'reported' | 'verified';

/** What was measured, in the unit of the indicator. */
export type Said =
  | { readonly kind: 'value'; readonly value: Fraction; readonly baseline?: Fraction | undefined }
  | { readonly kind: 'quotient'; readonly numerator: Fraction; readonly denominator: Fraction }
  | { readonly kind: 'not-available' };

export type Result = {
  readonly action: string;
  readonly source: Source;
  readonly indicator: string;
  /** A city, a group of cities, or a country where it is of no city. */
  readonly place: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly certainty: Certainty;
  /** Of a milestone the number of its report, of an entry that of its correction: the newest counts. */
  readonly edition: number;
  readonly said: Said;
};
