import type { UnknownCode } from '@junkan/kit/pure/codes.ts';

/** What the lists and the gazetteer of the installation do not know of what a proposal says. */
export type Strange = {
  readonly codes: readonly UnknownCode[];
  /** The id of the place; '' = it is known, or none is given. */
  readonly place: string;
};

export type Rejection = { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] } | { type: 'PlaceIsUnknown'; place: string };

/** A place that the gazetteer lacks, then codes that the lists lack. */
export function strangeFault({ codes, place }: Strange): Rejection | undefined {
  if (place !== '') return { type: 'PlaceIsUnknown', place };
  return codes.length > 0 ? { type: 'CodesAreUnknown', codes } : undefined;
}
