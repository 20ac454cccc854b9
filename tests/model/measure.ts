/** What an amendment changes of a tranche: its day, its amount, or what its milestone is to reach. */
export type Change = { readonly tranche: number; readonly dueOn?: string; readonly amount?: number; readonly target?: string };
export type Measure = {
  readonly kind: 'suspension' | 'resumption' | 'termination' | 'amendment';
  readonly change: Change | undefined;
  readonly by: string;
  readonly needed: readonly string[];
  readonly heard: readonly string[];
  readonly answers: { readonly party: string; readonly by: string }[];
  readonly answerDue: string;
  /** '' where nothing is to be cured. */
  readonly cureUntil: string;
  readonly approvals: { readonly party: string; readonly by: string }[];
  status: 'proposed' | 'effective' | 'refused';
  refusedBy: string;
};
