export type Payment = {
  readonly id: string;
  status: 'requested' | 'refused' | 'approved' | 'instructed' | 'failed' | 'settled';
  requestedBy: string;
  readonly verifiedBy: string;
  /** Who gave the first of two approvals. */
  firstBy: string;
  approvedBy: string;
  /** Who refused it, or confirmed its failure or settlement. */
  endedBy: string;
  /** What waits for its second person, and once confirmed what it was. */
  reported: { readonly outcome: 'settled' | 'failed'; readonly number: number; readonly by: string; readonly day: string } | undefined;
  reports: number;
  objections: { readonly report: number; readonly by: string }[];
  /** What is paid, and what is kept besides. */
  readonly amount: number;
  readonly retained: number;
  /** The file in which it goes to the bank, or went. */
  file?: string | undefined;
};

/** `offers`: of which its share is, each with the percentage that it keeps. */
export type Kept = {
  readonly sponsor: string;
  readonly offers: readonly { readonly amount: number; readonly percent: number }[];
  payment: Payment | undefined;
  /** A termination has given back what was kept. */
  isGivenBack: boolean;
};

/** Money that is paid before its milestone is verified, and what was said to be spent of it. */
export type Advance = {
  readonly number: number;
  readonly tranche: number;
  readonly sponsor: string;
  readonly amount: number;
  readonly askedBy: string;
  refusedBy: string;
  payment: Payment | undefined;
  readonly statements: {
    status: 'submitted' | 'accepted' | 'returned';
    readonly amount: number;
    readonly day: string;
    readonly by: string;
    accepted: number;
    decidedBy: string;
  }[];
};
