import type {
  AgreementAmended,
  AgreementResumed,
  AgreementSuspended,
  AgreementTerminated,
  AgreementTerminationBegun,
  MeasureAnswered,
  MeasureApproved,
  MeasureProposed,
  MeasureRefused,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Cell } from '../contract/terms.ts';

export type MeasureEvent =
  | MeasureProposed
  | MeasureAnswered
  | MeasureApproved
  | MeasureRefused
  | AgreementSuspended
  | AgreementResumed
  | AgreementTerminationBegun
  | (AgreementTerminated & { readonly cells: readonly Cell[] })
  | (AgreementAmended & { readonly cells: readonly Cell[] });
