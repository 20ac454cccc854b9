/** Service levels that the secretariat sets: data, never code. They come in with each command. */
export type Policy = {
  /** From a submission to the end of its screening. */
  readonly screeningDays: number;
  /** From a question of the secretariat to the proposer's answer. */
  readonly informationDays: number;
  /** From the declaration that a project is eligible to its first round. */
  readonly openingDays: number;
  /** How long a round is open to sponsors. */
  readonly roundDays: number;
  /** From funded to the last approval. */
  readonly approvalDays: number;
  /** From a milestone report to its verdict. */
  readonly verificationDays: number;
  /** From a verdict to the payment. */
  readonly paymentDays: number;
  /** From a project's completion to its close. */
  readonly closingDays: number;
  /** From a milestone's due date to its being overdue. */
  readonly overdueGraceDays: number;
  /** Whether a report is submitted by the sign-off of a certifier alone. */
  readonly signOffIsRequired: boolean;
};

/** What may be kept as evidence. */
export type EvidencePolicy = { readonly mediaTypes: readonly string[]; readonly mostBytes: number; readonly quotaBytes: number };

/** For finding out whose turn it is, which no term depends on. */
export const AT_ONCE: Policy = {
  screeningDays: 0,
  informationDays: 0,
  openingDays: 0,
  roundDays: 0,
  approvalDays: 0,
  verificationDays: 0,
  paymentDays: 0,
  closingDays: 0,
  overdueGraceDays: 0,
  signOffIsRequired: false,
};
