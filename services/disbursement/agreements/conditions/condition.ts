import type { Instant } from '@junkan/kit/pure/dates.ts';

/** The status of a condition of the terms, once the proposer has reported that it is met. The notes are references of erasable texts. */
export type Fulfilment = {
  readonly status: 'reported' | 'refused' | 'met';
  readonly note: string;
  /** SHA-256 of each file that shows it; none of reports of earlier versions. */
  readonly evidence: readonly string[];
  readonly reportedBy: string;
  readonly reportedAt: Instant;
  /** Of the sponsor; '' while it is only reported. */
  readonly answeredBy: string;
  readonly answeredAt: Instant | '';
  /** Why it was refused; '' otherwise. */
  readonly reason: string;
};
