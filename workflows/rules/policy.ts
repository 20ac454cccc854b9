/** How long before or after a deadline each party is reminded and a matter goes up the ladder, in days. */
export type NoticePolicy = {
  readonly remindBeforeScreeningIsDue: number;
  readonly escalateInformationAfter: number;
  readonly remindBeforeRoundEnds: number;
  readonly escalateApprovalAfter: number;
  readonly escalateSignatureAfter: number;
  readonly remindBeforeReportIsDue: number;
  readonly overdueAfter: number;
  readonly toSponsorsAfter: number;
  readonly toSuspensionReviewAfter: number;
  readonly escalateVerificationAfter: number;
  readonly escalatePaymentAfter: number;
  /** Not in the views of older histories. */
  readonly remindOfConfirmationAfter?: number;
  readonly escalateClosingAfter: number;
  readonly remindBeforeClearanceExpires: number;
};
