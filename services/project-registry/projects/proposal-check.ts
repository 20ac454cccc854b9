import type { Fault } from './faults.ts';
import { countriesOfOthers, malformed, missing, type Proposal } from './proposal.ts';
import type { Strange } from './vocabulary.ts';

/** All faults of a draft of a proposal together, and what it still lacks for its submission. */
export type Checked = {
  readonly faults: readonly Fault[];
  readonly strange: Strange;
  readonly countriesOfOthers: readonly string[];
  readonly missing: readonly Fault[];
};

export const check = (proposal: Proposal, proposerCountries: readonly string[], strange: Strange): Checked => ({
  faults: malformed(proposal),
  strange,
  countriesOfOthers: countriesOfOthers(proposal, proposerCountries),
  missing: missing(proposal),
});
