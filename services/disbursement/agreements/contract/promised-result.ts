/** What the project promises to reach of an indicator, in the reports on these tranches. What it does not say is ''. */
export type PromisedResult = {
  readonly code: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly tranches: readonly number[];
};
