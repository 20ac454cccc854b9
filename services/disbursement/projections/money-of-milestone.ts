import { money, plus } from '@junkan/kit/pure/money.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { MoneyOfMilestoneResponse } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Milestone, TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { type Event, entryOf } from '../domain/agreement-events.ts';
import { type Cell, currencyOf, type Draft, type Effective, type Ended } from '../domain/agreement-state.ts';
import { agreements } from '../mapping.ts';

type Sources = {
  readonly milestone: Milestone;
  readonly agreement: Draft | Effective | Ended;
  readonly commits: readonly Commit[];
  /** The project's history, which tells when and in which chain of causes the milestone was reported and verified. */
  readonly timeline: readonly TimelineEntry[];
};

/** Follows a milestone's money from commitment to settlement: the agreement's own history, with the registry's two steps in their place. */
export function moneyOfMilestone({ milestone, agreement, commits, timeline }: Sources): MoneyOfMilestoneResponse {
  const tranche = milestone.number;
  const cells = agreement.cells.filter((cell) => cell.tranche === tranche && cell.amount.amount > 0n);
  const steps = commits.flatMap((commit) =>
    commit.events.flatMap((stored) => {
      const event = agreements.codec.decode(stored);
      const traced = { at: commit.at, by: commit.actor.person, correlationId: commit.correlationId, entry: entryOf(event) };
      return stepsOf(event, cells).map((step) => ({ ...BLANK, ...traced, ...step }));
    }),
  );
  const isBefore = ({ step }: MoneyStep): boolean => step === 'committed' || step === 'signed' || step === 'effective';
  const settled =
    agreement.status === 'draft'
      ? []
      : [...agreement.payments.values()].filter((payment) => payment.tranche === tranche && payment.status === 'settled');
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

/** What an event says of the tranche whose cells with money these are. */
function stepsOf(event: Event, cells: readonly Cell[]): Step[] {
  switch (event.type) {
    case 'AgreementDrafted':
      return cells.map(({ sponsor, amount, payment }) => ({
        step: 'committed',
        sponsor,
        amount,
        payment,
        reference: event.shares.find((share) => share.sponsor === sponsor)?.offer ?? '',
      }));
    case 'AgreementSigned':
      return [{ step: 'signed', sponsor: sponsorOf(event.party), reference: event.contentHash }];
    case 'AgreementBecameEffective':
      return [{ step: 'effective' }];
    case 'PaymentRequested':
      return ofPayment('requested', event.payment, cells, String(event.report));
    case 'PaymentApproved':
      return ofPayment('approved', event.payment, cells);
    case 'PaymentRefused':
      return ofPayment('refused', event.payment, cells, event.note);
    case 'PaymentInstructed':
      return ofPayment('instructed', event.payment, cells, event.instruction);
    case 'PaymentSettled':
      return ofPayment('settled', event.payment, cells, event.bankReference);
    case 'AgreementPaidInFull':
    case 'AgreementEnded':
      return [];
  }
}

const sponsorOf = (party: string): string => (party.startsWith('spo_') ? party : '');

const ofPayment = (step: string, payment: string, cells: readonly Cell[], reference = ''): Step[] =>
  cells.filter((cell) => cell.payment === payment).map(({ sponsor, amount }) => ({ step, payment, sponsor, amount, reference }));

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
  return status === 'verified'
    ? [reported, { ...BLANK, step: 'verified', by: verifiedBy, amount, reference, ...traceOf('MilestoneVerified') }]
    : [reported];
}
