import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { statusOf } from '../activities/statuses.ts';
import type { AgreementView, ClaimStatus, FundingStep, FundingView, OfferView } from '../rules/funding-view.ts';
import type { StatusOf } from '../rules/statuses.ts';
import { policy } from './small-fakes.fixture.ts';
import type { Fake } from './test-environment.fixture.ts';

const APPROVAL_DAYS = 60;
const SIGNING_DAYS = 30;
const REOPENED_DAYS = 30;
const CLOSING_DAYS = 90;
const UNDECIDED = ['proposed', 'live'];
const ACCEPTED = ['accepted', 'approved'];
const CITY = 'org_city';

type Terms = {
  readonly target: bigint;
  readonly minimumClose: bigint;
  readonly openedAt: Instant;
  readonly deadline: Instant;
  readonly envelopes: Record<string, bigint>;
};

/** A round with its offers, the sponsors' envelopes, and the agreement that follows; in minor units of one currency. */
export class FundingFake implements Fake<FundingView, FundingStep> {
  readonly #terms: Terms;
  readonly #offers = new Map<string, OfferView>();
  readonly #left: Map<string, bigint>;
  #project: Required<FundingView['project']>;
  #funding = { status: '', deadline: '', reopened: 0, sealed: false };
  #isPaid = false;
  #action: { readonly action?: NonNullable<FundingView['action']> } = {};
  #agreement: Omit<AgreementView, 'status'> & { readonly status: string } = {
    status: '',
    signingDue: '',
    paidInFull: false,
    draft: 0,
    proposer: CITY,
    declinedBy: '',
    declined: [],
    unsigned: [],
    unspent: [],
    movedEnds: [],
    openRecoveries: [],
    measure: 0,
  };

  constructor(terms: Terms) {
    this.#terms = terms;
    const { openedAt, deadline } = terms;
    this.#project = {
      status: 'open',
      round: 1,
      approvalDue: '',
      proposer: CITY,
      openedAt,
      deadline,
      closingDue: '',
      openRecoveries: [],
      unpaid: false,
    };
    this.#left = new Map(Object.entries(terms.envelopes));
  }

  view(now: Instant): FundingView {
    return {
      now,
      policy,
      project: this.#project,
      ...this.#action,
      ...(this.#funding.status === ''
        ? {}
        : { funding: { ...this.#funding, status: statusOf('funding', this.#funding.status), offers: [...this.#offers.values()] } }),
      ...(this.#agreement.status === ''
        ? {}
        : { agreement: { ...this.#agreement, status: statusOf('agreement', this.#agreement.status) } }),
    };
  }

  /** From now on its views say what the project is to the programme, as those of today do. */
  programmeIsSeen(): void {
    this.#action = { action: 'none' };
  }

  take(step: FundingStep, now: Instant): void {
    switch (step.do) {
      case 'OpenFunding':
        this.#fundingIs('open', { deadline: this.#terms.deadline });
        return;
      case 'BackOffer':
        this.#back(step.offer.id);
        return;
      case 'ReleaseOffer':
        this.#release(step.offer.id);
        return;
      case 'ExpireOffer':
      case 'CommitOffer':
        this.#set(step.offer.id, step.do === 'ExpireOffer' ? { status: 'expired' } : { claim: 'committed' });
        return;
      case 'ReturnCommitment':
        this.#giveBack(step.of.offer, BigInt(step.of.keep));
        return;
      case 'WithdrawOffer':
        this.withdraws(step.offer.id, now);
        return;
      case 'CloseFunding':
      case 'SealFunding':
        if (step.do === 'CloseFunding') this.#closeFunding();
        else this.#funding = { ...this.#funding, sealed: true };
        return;
      case 'CancelFunding':
        this.#lapse([...UNDECIDED, ...ACCEPTED]);
        this.#fundingIs('cancelled');
        return;
      case 'DraftAgreement':
      case 'VoidAgreement':
      case 'EndAgreement':
      case 'CompleteTermination':
      case 'MoveBudgetEnd':
      case 'BeginAction':
      case 'EndAction':
        this.#follow(step, now);
        return;
      case 'RecordFunded':
        this.#projectIs('funded', { approvalDue: plusDays(now, APPROVAL_DAYS) });
        return;
      case 'RecordGapReopened':
        this.#projectIs('open', { deadline: step.deadline });
        return;
      case 'CompleteProject':
        this.#projectIs('completed', { closingDue: plusDays(now, CLOSING_DAYS) });
        return;
      case 'RecordUnfunded':
      case 'RecordWithdrawal':
      case 'StartImplementation':
      case 'RecordSuspension':
      case 'RecordResumption':
      case 'RecordTermination':
        this.#projectIs(STATUSES[step.do]);
        return;
      case 'BeginMilestones':
      case 'CountRecoveries':
      case 'RemindOf':
      case 'EscalateTo':
        return;
    }
  }

  /** What happens to the agreement, and to the action of the programme. */
  #follow(
    step: Extract<FundingStep, { do: `${string}A${'greement' | 'ction'}` | 'CompleteTermination' | 'MoveBudgetEnd' }>,
    now: Instant,
  ): void {
    switch (step.do) {
      case 'DraftAgreement':
        this.#agreementIs('draft', { signingDue: plusDays(now, SIGNING_DAYS), draft: step.draft ?? 1, unsigned: [CITY], declinedBy: '' });
        return;
      case 'BeginAction':
      case 'EndAction':
        this.#action = { action: step.do === 'EndAction' ? step.outcome : 'under-way' };
        return;
      case 'VoidAgreement':
        this.#agreementIs('void');
        return;
      case 'EndAgreement':
        this.#agreementIs('ended', { unspent: this.#unspent() });
        return;
      case 'CompleteTermination':
        this.#agreementIs('terminated', { paidInFull: true });
        return;
      case 'MoveBudgetEnd':
        this.#agreementIs(this.#agreement.status, { movedEnds: [] });
        return;
    }
  }

  /** What each offer holds of its envelope, and what is left there. */
  get claims(): Record<string, ClaimStatus> {
    return Object.fromEntries([...this.#offers].map(([id, { claim }]) => [id, claim]));
  }
  get left(): Record<string, bigint> {
    return Object.fromEntries(this.#left);
  }
  get status(): string {
    return this.#project.status;
  }
  offer(id: string): OfferView {
    const found = this.#offers.get(id);
    if (!found) throw new Error(`no offer ${id}`);
    return found;
  }

  proposes(id: string, sponsor: string, amount: bigint, expiresAt: Instant | '' = ''): void {
    const terms = { status: 'proposed', currency: 'USD', terms: 1, claim: 'none', side: 'sponsor' } as const;
    this.#offers.set(id, { id, sponsor, envelope: `env_${sponsor}`, amount: String(amount), expiresAt, ...terms });
  }
  counters(id: string, amount: bigint): void {
    this.#set(id, { status: 'proposed', terms: this.offer(id).terms + 1, side: 'proposer' });
    const { claim, envelope, amount: before } = this.offer(id);
    if (claim === 'reserved') this.#left.set(envelope, (this.#left.get(envelope) ?? 0n) + BigInt(before));
    this.#set(id, { amount: String(amount), claim: 'none' });
  }
  accepts(id: string): void {
    this.#set(id, { status: 'accepted' });
    if (this.#accepted() === this.#terms.target) this.#fundingIs('target-reached');
  }
  declines(id: string): void {
    this.#set(id, { status: 'declined' });
  }
  retracts(id: string): void {
    this.#set(id, { status: 'retracted' });
  }
  /** After the close, this reopens the round. */
  withdraws(id: string, now: Instant): void {
    this.#set(id, { status: 'withdrawn' });
    if (this.#funding.status === 'open') return;
    this.#fundingIs('open', { deadline: plusDays(now, REOPENED_DAYS), reopened: this.#funding.reopened + 1, sealed: false });
  }
  approvesOffer(id: string): void {
    this.#set(id, { status: 'approved' });
    if ([...this.#offers.values()].every(({ status }) => status !== 'accepted')) this.#fundingIs('approved');
  }
  decidesOnProject(status: 'approved' | 'refused' | 'withdrawn'): void {
    this.#projectIs(status);
  }
  signs(): void {
    this.#agreementIs('effective', { unsigned: [] });
  }
  declinesToSign(party: string): void {
    const declined = [...this.#offers.values()].filter(({ sponsor }) => sponsor === party).map(({ id }) => id);
    this.#agreementIs('void', { declinedBy: party, declined });
  }
  /** What a terminated agreement owes no more is as good as paid. */
  measureTakesEffect(status: 'suspended' | 'effective' | 'terminating' | 'terminated'): void {
    this.#agreementIs(status, { measure: (this.#agreement.measure ?? 0) + 1, paidInFull: status === 'terminated', pending: undefined });
  }
  measureIsProposed(...parties: readonly string[]): void {
    this.#agreement = { ...this.#agreement, pending: { measure: (this.#agreement.measure ?? 0) + 1, parties } };
  }
  paysAll(): void {
    this.#isPaid = true;
    this.#agreement = { ...this.#agreement, paidInFull: true };
  }
  closes(): void {
    this.#projectIs('closed');
  }

  #projectIs(status: StatusOf<'project'>, change: Partial<FundingView['project']> = {}): void {
    this.#project = { ...this.#project, ...change, status };
  }
  #fundingIs(status: string, change: { deadline?: Instant; reopened?: number; sealed?: boolean } = {}): void {
    this.#funding = { ...this.#funding, ...change, status };
  }
  #agreementIs(status: string, change: Partial<AgreementView> = {}): void {
    this.#agreement = { ...this.#agreement, ...change, status };
  }
  /** Nothing was paid under an agreement that was not paid in full: all of it is released. */
  #unspent() {
    if (this.#isPaid) return [];
    const committed = [...this.#offers.values()].filter(({ claim }) => claim === 'committed');
    return committed.map(({ id, envelope, currency }) => ({ offer: id, envelope, currency, keep: '0' }));
  }
  #set(id: string, change: Partial<OfferView>): void {
    this.#offers.set(id, { ...this.offer(id), ...change });
  }
  #spend({ envelope }: OfferView, amount: bigint): void {
    this.#left.set(envelope, (this.#left.get(envelope) ?? 0n) - amount);
  }
  #accepted(): bigint {
    return [...this.#offers.values()]
      .filter(({ status }) => ACCEPTED.includes(status))
      .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  }
  #back(id: string): void {
    const offer = this.offer(id);
    const amount = BigInt(offer.amount);
    if (amount > (this.#left.get(offer.envelope) ?? 0n)) {
      this.#set(id, { status: 'refused' });
    } else {
      this.#spend(offer, amount);
      this.#set(id, { status: 'live', claim: 'reserved' });
    }
  }
  #release(id: string): void {
    const offer = this.offer(id);
    if (offer.claim === 'reserved') this.#spend(offer, -BigInt(offer.amount));
    this.#set(id, { claim: 'released' });
  }
  #giveBack(id: string, keep: bigint): void {
    const offer = this.offer(id);
    this.#spend(offer, keep - BigInt(offer.amount));
    this.#set(id, { claim: 'released' });
    this.#agreement = { ...this.#agreement, unspent: (this.#agreement.unspent ?? []).filter((each) => each.offer !== id) };
  }
  #lapse(statuses: readonly string[]): void {
    for (const { id, status } of this.#offers.values()) if (statuses.includes(status)) this.#set(id, { status: 'lapsed' });
  }
  #closeFunding(): void {
    const isEnough = this.#accepted() >= this.#terms.minimumClose;
    this.#lapse(isEnough ? UNDECIDED : [...UNDECIDED, ...ACCEPTED]);
    const isApproved = [...this.#offers.values()].every(({ status }) => status !== 'accepted');
    this.#fundingIs(isEnough ? (isApproved ? 'approved' : 'closed') : 'fell-short');
  }
}

/** The state of a project after each of these steps. */
const STATUSES = {
  RecordUnfunded: 'unfunded',
  RecordWithdrawal: 'withdrawn',
  StartImplementation: 'in-implementation',
  RecordSuspension: 'suspended',
  RecordResumption: 'in-implementation',
  RecordTermination: 'terminated',
} as const;
