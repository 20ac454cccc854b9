import type { MilestoneId } from './ids.ts';

type Rest = 'carried' | 'cancelled';

/** The status of the milestone of a tranche, as the project registry publishes it. */
export type MilestoneFacts = { readonly id: MilestoneId } & (
  | { readonly is: 'unverified'; readonly status: string }
  /** Nothing of it is payable. */
  | { readonly is: 'not-payable'; readonly verdict: 'rejected' | 'waived'; readonly agreement: string; readonly rest: Rest }
  | {
      readonly is: 'verified';
      readonly agreement: string;
      readonly report: number;
      /** 10000 = met in full. */
      readonly payableBasisPoints: number;
      /** What becomes of what is not payable. */
      readonly rest: Rest;
      readonly submittedBy: string;
      /** Everybody who submitted a report of it. */
      readonly reportedBy: readonly string[];
      readonly verifiedBy: string;
    }
);
