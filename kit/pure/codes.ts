/** A code that its controlled list does not have, with those of the list that are written most like it. */
export type UnknownCode = {
  /** As contracts name it: `proposal.themes[0]`. */
  readonly field: string;
  readonly code: string;
  readonly list: string;
  readonly nearest: readonly string[];
};
