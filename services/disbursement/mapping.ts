import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Same } from '@junkan/kit/same.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import * as published from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type MilestoneStatus, parseMilestoneStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import type { AdvanceStatus } from './agreements/advances/advance.ts';
import type { Expenditure } from './agreements/advances/advance-state.ts';
import { decide } from './agreements/agreement.ts';
import type { Command, Event, Rejection } from './agreements/agreement-faces.ts';
import type { Existing, State } from './agreements/agreement-state.ts';
import type * as approvalRules from './agreements/approval-rules/approval-rules.ts';
import { decide as decideApprovalRules } from './agreements/approval-rules/approval-rules-decide.ts';
import type { Verdict, VoidCause } from './agreements/contract/contract.ts';
import { signedContent } from './agreements/contract/contract-content.ts';
import type { Terms } from './agreements/contract/terms.ts';
import type { Hold } from './agreements/holds/hold.ts';
import type { AgreementId, MilestoneId } from './agreements/ids.ts';
import type { MilestoneFacts } from './agreements/milestone-facts.ts';
import type { AmendmentKind, Measure, MeasureCause, MeasureKind } from './agreements/modifications/measure.ts';
import type { Promised } from './agreements/modifications/measure-commands.ts';
import * as bankReference from './agreements/payments/bank-reference.ts';
import type { BankReport, UndoingReport } from './agreements/payments/bank-report.ts';
import type { Attempt, Payment } from './agreements/payments/payment.ts';
import type { Recovery, RecoveryKind, Resolution, ResolutionKind } from './agreements/recoveries/recovery.ts';
import type { Drawing, UnfundedOffer } from './agreements/unfunded/drawing.ts';
import type * as bankAccount from './banking/accounts/bank-account.ts';
import { decide as decideBankAccount } from './banking/accounts/bank-account-decide.ts';
import * as dayLimit from './banking/files/day-limit.ts';
import type * as paymentFile from './banking/files/payment-file.ts';
import { decide as decidePaymentFile } from './banking/files/payment-file-decide.ts';
import type * as statement from './banking/statements/statement.ts';
import * as statementDay from './banking/statements/statement-day.ts';
import { decide as decideStatement } from './banking/statements/statement-decide.ts';
import type { Rejection as StatementRejection } from './banking/statements/statement-rejections.ts';
import type * as cashBook from './books/cash/cash-book.ts';
import { decide as decideCash } from './books/cash/cash-book-decide.ts';
import { type GapStatus, statusOf as statusOfBook } from './books/cash/cash-gaps.ts';
import type * as period from './books/periods/period.ts';
import { decide as decidePeriod } from './books/periods/period-decide.ts';
import type * as rateSheet from './books/rates/rate-sheet.ts';
import { decide as decideRates } from './books/rates/rate-sheet-decide.ts';
import {
  agreementFold,
  approvalRulesFold,
  bankAccountFold,
  cashBookFold,
  paymentFileFold,
  periodFold,
  rateSheetFold,
  statementFold,
} from './fold.ts';

/** Of each operation a body that no rule objects to. */
export const BODIES = bodiesOf<typeof COMMANDS, Requests>(COMMANDS);

// What is published is what the domain says: no more and no less.
true satisfies Same<Existing['status'], published.AgreementStatus>;
true satisfies Same<Payment['status'], published.PaymentStatus>;
true satisfies Same<Attempt['status'], published.AttemptStatus>;
true satisfies Same<(BankReport | UndoingReport)['outcome'], published.BankOutcome>;
true satisfies Same<MeasureKind, published.MeasureKind>;
true satisfies Same<Measure['status'], published.MeasureStatus>;
true satisfies Same<AmendmentKind, published.AmendmentKind>;
true satisfies Same<MeasureCause, published.MeasureCause>;
true satisfies Same<Verdict['verdict'], published.CuttingVerdict>;
true satisfies Same<Verdict['rest'], published.Rest>;
true satisfies Same<VoidCause, published.VoidCause>;
true satisfies Same<AdvanceStatus, published.AdvanceStatus>;
true satisfies Same<Expenditure['status'], published.ExpenditureStatus>;
true satisfies Same<Hold['status'], published.HoldStatus>;
true satisfies Same<Drawing['kind'], published.DrawingKind>;
true satisfies Same<Drawing['status'], published.DrawingStatus>;
true satisfies Same<UnfundedOffer['brings'], published.BroughtUnfunded>;
true satisfies Same<RecoveryKind, published.RecoveryKind>;
true satisfies Same<Recovery['status'], published.RecoveryStatus>;
true satisfies Same<ResolutionKind, published.ResolutionKind>;
true satisfies Same<Resolution['status'], published.ResolutionStatus>;
true satisfies Same<Event['type'], published.AgreementEvent['type']>;
true satisfies Same<bankReference.Event['type'], published.BankReferenceEvent['type']>;
true satisfies Same<statement.Status, published.StatementStatus>;
true satisfies Same<statement.Standing, published.EntryStanding>;
true satisfies Same<statement.HeldReason, published.HeldReason>;
true satisfies Same<statement.PartKind, published.EntryPartKind>;
true satisfies Same<cashBook.Status, published.CashBookStatus>;
true satisfies Same<cashBook.GapKind, published.CashGapKind>;
true satisfies Same<cashBook.DifferenceKind, published.DifferenceKind>;
true satisfies Same<GapStatus, published.CashGapStatus>;
true satisfies Same<statement.Direction, published.EntryDirection>;
true satisfies Same<statement.Balance, published.BalanceCheck>;
true satisfies Same<statement.UnknownBalance, published.UntoldBalance>;
true satisfies Same<paymentFile.Status, published.PaymentFileStatus>;
true satisfies Same<paymentFile.Standing, published.TransferStanding>;
true satisfies Same<paymentFile.LeftOutReason, published.LeftOutReason>;
true satisfies Same<paymentFile.UntoldReason, published.UntoldReason>;
true satisfies Same<paymentFile.FileDutyKind, published.FileDutyKind>;
true satisfies Same<rateSheet.Status, published.RateSheetStatus>;
true satisfies Same<rateSheet.Edition['standing'], published.EditionStanding>;
true satisfies Same<period.Status, published.PeriodStatus>;
true satisfies Same<period.Proposal['standing'], published.ProposalStanding>;
true satisfies Same<approvalRules.Status, published.ApprovalRulesStatus>;
true satisfies Same<approvalRules.Proposal['status'], published.LimitsStatus>;
true satisfies Same<bankAccount.Status, published.BankAccountStatus>;
true satisfies Same<bankAccount.Scheme, published.AccountScheme>;
true satisfies Same<
  (
    | Rejection
    | bankReference.Rejection
    | approvalRules.Rejection
    | bankAccount.Rejection
    | StatementRejection
    | paymentFile.Rejection
    | cashBook.Rejection
    | period.Rejection
    | rateSheet.Rejection
    | RatesUnreadable
    | Unreadable
    | AnswerFault
    | Erased
  )['type'],
  published.Rejection
>;

export const agreements: Aggregate<State, Command, Event, Rejection> = { ...agreementFold, decide, statusOf: ({ status }) => status };

export const bankReferences: Aggregate<bankReference.State, bankReference.Command, bankReference.Event, bankReference.Rejection> = {
  ...bankReference,
  aggregate: 'bank-reference',
  foldVersion: FOLD_VERSIONS['bank-reference'],
  statusOf: ({ status }) => status,
  codec: eventCodec<bankReference.Event>(published.EVENTS['bank-reference']),
};

export const dayLimits: Aggregate<dayLimit.State, dayLimit.Command, dayLimit.Event, dayLimit.Rejection> = {
  ...dayLimit,
  aggregate: 'day-limit',
  foldVersion: FOLD_VERSIONS['day-limit'],
  statusOf: ({ status }) => status,
  codec: eventCodec<dayLimit.Event>(published.EVENTS['day-limit']),
};

export const statements: Aggregate<statement.State, statement.Command, statement.Event, StatementRejection> = {
  ...statementFold,
  decide: decideStatement,
  statusOf: ({ status }) => status,
};

export const paymentFiles: Aggregate<paymentFile.State, paymentFile.Command, paymentFile.Event, paymentFile.Rejection> = {
  ...paymentFileFold,
  decide: decidePaymentFile,
  statusOf: ({ status }) => status,
};

export const statementDays: Aggregate<statementDay.State, statementDay.Command, statementDay.Event, statementDay.Rejection> = {
  ...statementDay,
  aggregate: 'statement-day',
  foldVersion: FOLD_VERSIONS['statement-day'],
  statusOf: ({ status }) => status,
  codec: eventCodec<statementDay.Event>(published.EVENTS['statement-day']),
};

export const rateSheets: Aggregate<rateSheet.State, rateSheet.Command, rateSheet.Event, rateSheet.Rejection> = {
  ...rateSheetFold,
  decide: decideRates,
  statusOf: ({ status }) => status,
};

export const periods: Aggregate<period.State, period.Command, period.Event, period.Rejection> = {
  ...periodFold,
  decide: decidePeriod,
  statusOf: ({ status }) => status,
};

export const cashBooks: Aggregate<cashBook.State, cashBook.Command, cashBook.Event, cashBook.Rejection> = {
  ...cashBookFold,
  decide: decideCash,
  statusOf: (state) => (state.status === 'absent' ? 'absent' : statusOfBook(state)),
};

/** The hash of a trial balance: its day, and its lines in the order of their kinds and currencies, amounts as decimal texts of minor units. */
export const trialBalanceHash = (through: string, balances: readonly period.TrialBalanceLine[]): string =>
  sha256(
    JSON.stringify([
      'junkan.trial-balance.1',
      through,
      balances.map(({ kind, closing }) => [kind, closing.currency, closing.amount.toString()]),
    ]),
  );

/** Why a file was not taken: by which rule, and where it is known, of which line and field. */
export type Where = { because: string; line: number; field: string; detail: string };
export type Unreadable = { type: 'StatementIsUnreadable' } & Where;
export type RatesUnreadable = { type: 'RatesAreUnreadable' } & Where;
/** Why a bank’s answer was not taken; `message`: the file that it says it is of. */
export type AnswerFault = ({ type: 'AnswerIsUnreadable' } & Where) | { type: 'AnswerIsOfNoFile'; message: string };
export type Erased = { type: 'AccountNumberIsErased'; account: string };

export const approvalRuleBooks: Aggregate<approvalRules.State, approvalRules.Command, approvalRules.Event, approvalRules.Rejection> = {
  ...approvalRulesFold,
  decide: decideApprovalRules,
  statusOf: ({ status }) => status,
};

export const bankAccounts: Aggregate<bankAccount.State, bankAccount.Command, bankAccount.Event, bankAccount.Rejection> = {
  ...bankAccountFold,
  decide: decideBankAccount,
  statusOf: ({ status }) => status,
};

/** The hash of what the parties sign. */
export const contentHashOf = (agreement: AgreementId, terms: Terms): string => sha256(signedContent(agreement, terms));

/** How a milestone was judged, as far as its money goes. */
export type Judgement = 'open' | 'met' | 'met-in-part' | 'not-met' | 'closed';
const JUDGEMENTS: Readonly<Record<MilestoneStatus, Judgement>> = {
  scheduled: 'open',
  due: 'open',
  overdue: 'open',
  submitted: 'open',
  returned: 'open',
  verified: 'met',
  'partially-met': 'met-in-part',
  rejected: 'not-met',
  waived: 'not-met',
  cancelled: 'closed',
};

/** @throws ProblemError for a status that this version does not know: no money is decided on it. */
export const judgementOf = (milestone: Pick<Milestone, 'status'>): Judgement => JUDGEMENTS[statusOf(milestone)];

function statusOf({ status }: Pick<Milestone, 'status'>): MilestoneStatus {
  const known = parseMilestoneStatus(status);
  if (known === 'unrecognised')
    throw new ProblemError({ kind: 'unavailable', type: 'StatusIsNotRecognised', data: { of: 'milestone', status } });
  return known;
}

/** What a milestone is to reach: what the proposal has planned for its report, as amendments have left it. */
export function promisedOf(tranche: number, { proposal }: Project, milestone: Milestone | undefined): Promised {
  const numbers = (proposal?.milestones ?? []).map(({ number }) => number);
  const isLast = tranche === Math.max(...numbers);
  const planned = (proposal?.plannedIndicators ?? []).filter(({ milestones: at }) => (at.length === 0 ? isLast : at.includes(tranche)));
  const targets = planned.map(({ code, target }) => {
    const amended = milestone?.targets.findLast((each) => each.code === code);
    return { code, target: amended?.target ?? target };
  });
  if (!milestone) return { tranche, status: 'absent', isOpen: true, targets };
  const status = statusOf(milestone);
  return { tranche, status, isOpen: JUDGEMENTS[status] === 'open' && status !== 'submitted', targets };
}

/** @throws ProblemError for a status that this version does not know. */
export function milestoneFacts(id: MilestoneId, milestone: Milestone | undefined): MilestoneFacts {
  if (!milestone) return { id, is: 'unverified', status: 'absent' };
  const { agreement, report } = milestone;
  const rest = milestone.rest === 'carried' ? 'carried' : 'cancelled';
  const status = statusOf(milestone);
  switch (status) {
    case 'rejected':
    case 'waived':
      return { id, is: 'not-payable', verdict: status, agreement, rest };
    case 'verified':
    case 'partially-met': {
      if (!report) return { id, is: 'unverified', status };
      const { payableBasisPoints, verifiedBy, reportedBy } = milestone;
      const { number, submittedBy } = report;
      return { id, is: 'verified', agreement, report: number, payableBasisPoints, rest, submittedBy, reportedBy, verifiedBy };
    }
    case 'scheduled':
    case 'due':
    case 'overdue':
    case 'submitted':
    case 'returned':
    case 'cancelled':
      return { id, is: 'unverified', status };
  }
}
