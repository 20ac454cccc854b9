import type {
  OutcomeReversed,
  PaymentApproved,
  PaymentApprovedOnce,
  PaymentFailed,
  PaymentFailureReported,
  PaymentInstructed,
  PaymentMistakeReported,
  PaymentObjectedTo,
  PaymentPutInFile,
  PaymentRefused,
  PaymentRequested,
  PaymentReturned,
  PaymentReturnReported,
  PaymentReversalReported,
  PaymentSettled,
  PaymentSettlementReported,
  PaymentTakenFromFile,
  SettlementReversed,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';

type PutInFile = PaymentPutInFile;
export type PaymentEvent =
  | PaymentRequested
  | PaymentApprovedOnce
  | PaymentApproved
  | PaymentRefused
  | PaymentInstructed
  | PutInFile
  | PaymentTakenFromFile
  | PaymentSettlementReported
  | PaymentFailureReported
  | PaymentObjectedTo
  | PaymentSettled
  | PaymentReturnReported
  | PaymentReturned
  | PaymentReversalReported
  | SettlementReversed
  | PaymentMistakeReported
  | OutcomeReversed
  | PaymentFailed;
