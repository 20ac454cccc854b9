import { ProblemError } from '@junkan/kit/grpc/problem.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Same } from '@junkan/kit/same.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate, Folded } from '@junkan/kit/store/event-store.ts';
import * as published from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type * as model from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type MilestoneStatus, parseMilestoneStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Command, MilestoneFacts, Rejection } from './domain/agreement-commands.ts';
import { decide } from './domain/agreement-decide.ts';
import type { Event } from './domain/agreement-events.ts';
import { evolve } from './domain/agreement-evolve.ts';
import {
  type AgreementId,
  type Attempt,
  type BankReport,
  type Existing,
  initial,
  isInForce,
  type Measure,
  type MeasureKind,
  type MilestoneId,
  type Payment,
  paid,
  type State,
  type Terms,
  type Verdict,
  type VoidCause,
} from './domain/agreement-state.ts';
import * as bankReference from './domain/bank-reference.ts';

// What is published is what the domain says: no more and no less.
true satisfies Same<Existing['status'], published.AgreementStatus>;
true satisfies Same<Payment['status'], published.PaymentStatus>;
true satisfies Same<Attempt['status'], published.AttemptStatus>;
true satisfies Same<BankReport['outcome'], published.BankOutcome>;
true satisfies Same<MeasureKind, published.MeasureKind>;
true satisfies Same<Measure['status'], published.MeasureStatus>;
true satisfies Same<Verdict['verdict'], published.CuttingVerdict>;
true satisfies Same<Verdict['rest'], published.Rest>;
true satisfies Same<VoidCause, published.VoidCause>;
true satisfies Same<Event['type'], published.AgreementEvent['type']>;
true satisfies Same<bankReference.Event['type'], published.BankReferenceEvent['type']>;
true satisfies Same<Rejection['type'] | bankReference.Rejection['type'], published.Rejection>;

export const agreements: Aggregate<State, Command, Event, Rejection> = {
  initial,
  decide,
  evolve,
  aggregate: 'agreement',
  foldVersion: 3,
  statusOf: ({ status }) => status,
  codec: eventCodec<Event>(published.EVENTS.agreement),
};

export const bankReferences: Aggregate<bankReference.State, bankReference.Command, bankReference.Event, bankReference.Rejection> = {
  ...bankReference,
  aggregate: 'bank-reference',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<bankReference.Event>(published.EVENTS['bank-reference']),
};

/** The hash of what the parties sign: the terms in one fixed order, amounts as decimal texts. The cells follow from them. */
export function contentHashOf(agreement: AgreementId, { project, round, funding, proposer, shares, tranches, conditions }: Terms): string {
  const content = [
    'junkan.agreement.1',
    [agreement, project, round, funding, proposer],
    shares.map(({ sponsor, offer, envelope, amount, parts }) => [
      ...[sponsor, offer, envelope, amount.amount.toString(), amount.currency],
      ...parts.map((part) => [part.offer, part.envelope, part.amount.amount.toString()]),
    ]),
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

export function agreementMessage(id: string, { state, version }: Folded<State>): model.Agreement | undefined {
  if (state.status === 'absent') return undefined;
  const { status, project, round, funding, proposer, shares, tranches, cells, contentHash, signatures, conditions, signingDue } = state;
  const content = { project, round, funding, proposer, shares, tranches, cells, contentHash, signatures, conditions, signingDue };
  const force = isInForce(state) ? state : undefined;
  const payments = [...(force?.payments ?? [])];
  return {
    id,
    version,
    status,
    ...content,
    effectiveAt: force?.effectiveAt ?? '',
    payments: payments.map(([payment, order]) => paymentMessage(id, payment, order)),
    paid: paid(state),
    draft: state.draft,
    declinedBy: state.status === 'void' ? state.declinedBy : '',
    measures: force?.measures ?? [],
    verdicts: force?.verdicts ?? [],
    amendedHash: force?.amendedHash ?? '',
  };
}

function paymentMessage(agreement: string, id: string, payment: Payment): model.Payment {
  const { status, tranche, sponsor, amount, milestone, report, submittedBy, verifiedBy, requestedBy, requestedAt } = payment;
  const { reportedBy, attempts, objections } = payment;
  const approved = 'approvedBy' in payment ? payment : undefined;
  const instructed = 'instruction' in payment ? payment : undefined;
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
    instruction: instructed?.instruction ?? '',
    instructedAt: instructed?.instructedAt ?? '',
    bankReference: settled?.bankReference ?? '',
    valueDate: settled?.valueDate ?? '',
    settledAt: settled?.settledAt ?? '',
    reportedBy: [...reportedBy],
    reported: instructed?.reported && { bankReference: '', valueDate: '', note: '', ...instructed.reported },
    confirmedBy: 'confirmedBy' in payment ? payment.confirmedBy : '',
    attempts: [...attempts],
    objections: [...objections],
  };
}
