import { sha256 } from '@junkan/kit/ids.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate, Folded } from '@junkan/kit/store/event-store.ts';
import * as messages from '@junkan/proto/junkan/disbursement/v1/events.ts';
import type * as model from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Command, MilestoneFacts, Rejection } from './domain/agreement-commands.ts';
import { decide } from './domain/agreement-decide.ts';
import type { Event } from './domain/agreement-events.ts';
import { evolve } from './domain/agreement-evolve.ts';
import { type AgreementId, initial, type MilestoneId, type Payment, paid, type State, type Terms } from './domain/agreement-state.ts';

const { AgreementDrafted, AgreementSigned, AgreementBecameEffective, AgreementPaidInFull, AgreementEnded } = messages;
const { PaymentRequested, PaymentApproved, PaymentRefused, PaymentInstructed, PaymentSettled } = messages;

export const agreements: Aggregate<State, Command, Event, Rejection> = {
  initial,
  decide,
  evolve,
  aggregate: 'agreement',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<Event>({
    AgreementDrafted,
    AgreementSigned,
    AgreementBecameEffective,
    PaymentRequested,
    PaymentApproved,
    PaymentRefused,
    PaymentInstructed,
    PaymentSettled,
    AgreementPaidInFull,
    AgreementEnded,
  }),
};

/** The hash of what the parties sign: the terms in one fixed order, amounts as decimal texts. The cells follow from them. */
export function contentHashOf(agreement: AgreementId, { project, round, funding, proposer, shares, tranches, conditions }: Terms): string {
  const content = [
    'junkan.agreement.1',
    [agreement, project, round, funding, proposer],
    shares.map(({ sponsor, offer, envelope, amount }) => [sponsor, offer, envelope, amount.amount.toString(), amount.currency]),
    tranches.map(({ number, title, monthsAfterEffective, amount }) => [
      number,
      title,
      monthsAfterEffective,
      amount.amount.toString(),
      amount.currency,
    ]),
    conditions,
  ];
  return sha256(JSON.stringify(content));
}

export function milestoneFacts(id: MilestoneId, milestone: Milestone | undefined): MilestoneFacts {
  if (milestone?.status !== 'verified' || !milestone.report) return { id, is: 'unverified', status: milestone?.status ?? 'absent' };
  const { agreement, report, payableBasisPoints, verifiedBy } = milestone;
  return { id, is: 'verified', agreement, report: report.number, payableBasisPoints, submittedBy: report.submittedBy, verifiedBy };
}

export function agreementMessage(id: string, { state, version }: Folded<State>): model.Agreement | undefined {
  if (state.status === 'absent') return undefined;
  const { status, project, round, funding, proposer, shares, tranches, cells, contentHash, signatures, conditions, signingDue } = state;
  const content = { project, round, funding, proposer, shares, tranches, cells, contentHash, signatures, conditions, signingDue };
  const payments = state.status === 'draft' ? [] : [...state.payments];
  return {
    id,
    version,
    status,
    ...content,
    effectiveAt: state.status === 'draft' ? '' : state.effectiveAt,
    payments: payments.map(([payment, order]) => paymentMessage(id, payment, order)),
    paid: paid(state),
  };
}

function paymentMessage(agreement: string, id: string, payment: Payment): model.Payment {
  const { status, tranche, sponsor, amount, milestone, report, submittedBy, verifiedBy, requestedBy, requestedAt } = payment;
  const approved = 'approvedBy' in payment ? payment : undefined;
  const settled = payment.status === 'settled' ? payment : undefined;
  return {
    id,
    status,
    agreement,
    tranche,
    sponsor,
    amount,
    milestone,
    report,
    submittedBy,
    verifiedBy,
    requestedBy,
    requestedAt,
    approvedBy: approved?.approvedBy ?? '',
    approvedAt: approved?.approvedAt ?? '',
    instruction: 'instruction' in payment ? payment.instruction : '',
    bankReference: settled?.bankReference ?? '',
    valueDate: settled?.valueDate ?? '',
    settledAt: settled?.settledAt ?? '',
  };
}
