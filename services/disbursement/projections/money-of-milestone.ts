import { money, plus } from '@junkan/kit/pure/money.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { MoneyOfMilestoneResponse } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Milestone, TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { type Event, entryOf } from '../domain/agreement-events.ts';
import { type Cell, currencyOf, type Existing, isInForce, type Payment } from '../domain/agreement-state.ts';
import { agreements } from '../mapping.ts';

type Sources = {
  readonly milestone: Milestone;
  readonly agreement: Existing;
  readonly commits: readonly Commit[];
  /** The project's history, which tells when and in which chain of causes the milestone was reported and verified. */
  readonly timeline: readonly TimelineEntry[];
};

/** Follows a milestone's money from commitment to settlement: the agreement's own history, with the registry's two steps in their place. */
export function moneyOfMilestone({ milestone, agreement, commits, timeline }: Sources): MoneyOfMilestoneResponse {
  const tranche = milestone.number;
  const payments = new Map(isInForce(agreement) ? [...agreement.payments].filter(([, payment]) => payment.tranche === tranche) : []);
  const ofTranche = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => cell.tranche === tranche);
  const steps = commits.flatMap((commit) =>
    commit.events.flatMap((stored) => {
      const event = agreements.codec.decode(stored);
      const traced = { at: commit.at, by: commit.actor.person, correlationId: commit.correlationId, entry: entryOf(event) };
      return stepsOf(event, ofTranche, payments).map((step) => ({ ...BLANK, ...traced, ...step }));
    }),
  );
  const reportedAt = milestone.report?.submittedAt ?? '';
  const isBefore = ({ step, at }: MoneyStep): boolean => BEFORE.includes(step) || (CUTS.includes(step) && at < reportedAt);
  const settled = [...payments.values()].filter(({ status }) => status === 'settled');
  return {
    milestone: milestone.id,
    agreement: milestone.agreement,
    project: agreement.project,
    tranche,
    planned: agreement.tranches.find(({ number }) => number === tranche)?.amount,
    paid: settled.map(({ amount }) => amount).reduce(plus, money(0n, currencyOf(agreement))),
    steps: [...steps.filter(isBefore), ...milestoneSteps(milestone, timeline), ...steps.filter((step) => !isBefore(step))],
  };
}

/** Steps of the agreement as a whole: they come before whatever is reported. */
const BEFORE = ['committed', 'voided', 'signed', 'effective'];

const BLANK: MoneyStep = {
  step: '',
  at: '',
  by: '',
  sponsor: '',
  payment: '',
  amount: undefined,
  reference: '',
  correlationId: '',
  entry: undefined,
};

type Step = Partial<MoneyStep> & { readonly step: string };

/** What an event says of one tranche, whose cells `of` picks. A draft that came to nothing is followed by the next. */
function stepsOf(event: Event, of: (cells: readonly Cell[]) => Cell[], payments: Payments): Step[] {
  switch (event.type) {
    case 'AgreementDrafted':
      return of(event.cells)
        .filter(({ amount }) => amount.amount > 0n)
        .map(({ sponsor, amount, payment }) => ({
          step: 'committed',
          sponsor,
          amount,
          payment,
          reference: event.shares.find((share) => share.sponsor === sponsor)?.offer ?? '',
        }));
    case 'AgreementVoided':
      return [{ step: 'voided', reference: event.because, sponsor: sponsorOf(event.party) }];
    case 'AgreementAmended':
    case 'AgreementTerminated':
    case 'TrancheReduced':
      return of(event.cells).map(({ sponsor, amount, payment }) => ({ step: CHANGES[event.type], sponsor, amount, payment }));
    case 'AgreementSigned':
      return [{ step: 'signed', sponsor: sponsorOf(event.party), reference: event.contentHash }];
    case 'AgreementBecameEffective':
      return [{ step: 'effective' }];
    case 'PaymentRequested':
      return ofPayment('requested', event.payment, payments, String(event.report));
    case 'PaymentApproved':
      return ofPayment('approved', event.payment, payments);
    case 'PaymentRefused':
      return ofPayment('refused', event.payment, payments, event.note);
    case 'PaymentInstructed':
      return ofPayment('instructed', event.payment, payments, event.instruction);
    case 'PaymentSettlementReported':
      return ofPayment('settlement-reported', event.payment, payments, event.bankReference);
    case 'PaymentFailureReported':
      return ofPayment('failure-reported', event.payment, payments, event.note);
    case 'PaymentObjectedTo':
      return ofPayment('objected', event.payment, payments, event.note);
    case 'PaymentFailed':
      return ofPayment('failed', event.payment, payments, event.note);
    case 'PaymentSettled':
      return ofPayment('settled', event.payment, payments, event.bankReference);
    default:
      return [];
  }
}

const sponsorOf = (party: string): string => (party.startsWith('spo_') ? party : '');

/** What each event that cuts cells is to the tranche's money. */
const CHANGES = { AgreementAmended: 'amended', AgreementTerminated: 'terminated', TrancheReduced: 'reduced' } as const;
const CUTS: readonly string[] = Object.values(CHANGES);

type Payments = ReadonlyMap<string, Payment>;

function ofPayment(step: string, payment: string, payments: Payments, reference = ''): Step[] {
  const order = payments.get(payment);
  return order ? [{ step, payment, sponsor: order.sponsor, amount: order.amount, reference }] : [];
}

/** Report and verdict as the milestone has them now; the timeline may lag behind it, and then only their causes are missing. */
function milestoneSteps({ id, report, status, verifiedBy, amount }: Milestone, timeline: readonly TimelineEntry[]): MoneyStep[] {
  if (!report) return [];
  const traceOf = (type: string): Partial<MoneyStep> => {
    const entry = timeline.findLast((each) => each.stream === id && each.type === type);
    return entry ? { at: entry.at, correlationId: entry.correlationId } : {};
  };
  const reference = String(report.number);
  const reported = {
    ...BLANK,
    step: 'reported',
    by: report.submittedBy,
    at: report.submittedAt,
    amount,
    reference,
    ...traceOf('MilestoneReportSubmitted'),
  };
  const verdict = VERDICTS[status];
  return verdict ? [reported, { ...BLANK, step: verdict.step, by: verifiedBy, amount, reference, ...traceOf(verdict.type) }] : [reported];
}

const VERDICTS: Record<string, { readonly step: string; readonly type: string }> = {
  verified: { step: 'verified', type: 'MilestoneVerified' },
  'partially-met': { step: 'partially-met', type: 'MilestoneVerified' },
  rejected: { step: 'rejected', type: 'MilestoneRejected' },
};
