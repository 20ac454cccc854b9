import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { ClaimStatus, FundingStep, FundingView, OfferView } from '../rules/funding.ts';
import type { World } from './theatre.fixture.ts';

const APPROVAL_DAYS = 60;
const SIGNING_DAYS = 30;
const UNDECIDED = ['proposed', 'live'];

type Terms = {
  readonly target: bigint;
  readonly minimumClose: bigint;
  readonly deadline: Instant;
  readonly envelopes: Record<string, bigint>;
};

/** A round with its offers, the sponsors' envelopes, and the agreement that follows; in minor units of one currency. */
export class FundingWorld implements World<FundingView, FundingStep> {
  readonly #terms: Terms;
  readonly #offers = new Map<string, OfferView>();
  readonly #left: Map<string, bigint>;
  #project = { status: 'open', round: 1, approvalDue: '' };
  #funding = '';
  #agreement = { status: '', signingDue: '', paidInFull: false };

  constructor(terms: Terms) {
    this.#terms = terms;
    this.#left = new Map(Object.entries(terms.envelopes));
  }

  view(now: Instant): FundingView {
    const { deadline } = this.#terms;
    return {
      now,
      project: this.#project,
      ...(this.#funding === '' ? {} : { funding: { status: this.#funding, deadline, offers: [...this.#offers.values()] } }),
      ...(this.#agreement.status === '' ? {} : { agreement: this.#agreement }),
    };
  }

  take(step: FundingStep, now: Instant): void {
    switch (step.do) {
      case 'OpenFunding':
        this.#funding = 'open';
        return;
      case 'BackOffer':
        this.#back(step.offer.id);
        return;
      case 'ReleaseOffer':
        this.#release(step.offer.id);
        return;
      case 'CommitOffer':
        this.#set(step.offer.id, { claim: 'committed' });
        return;
      case 'CloseFunding':
        this.#closeFunding();
        return;
      case 'RecordFunded':
        this.#project = { ...this.#project, status: 'funded', approvalDue: plusDays(now, APPROVAL_DAYS) };
        return;
      case 'RecordUnfunded':
        this.#projectIs('unfunded');
        return;
      case 'DraftAgreement':
        this.#agreement = { ...this.#agreement, status: 'draft', signingDue: plusDays(now, SIGNING_DAYS) };
        return;
      case 'StartImplementation':
        this.#projectIs('in-implementation');
        return;
      case 'CompleteProject':
        this.#projectIs('completed');
        return;
      case 'EndAgreement':
        this.#agreement = { ...this.#agreement, status: 'ended' };
        return;
      case 'BeginMilestones':
      case 'RemindOf':
      case 'EscalateTo':
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

  proposes(id: string, sponsor: string, amount: bigint): void {
    const terms = { status: 'proposed', envelope: `env_${sponsor}`, currency: 'USD', terms: 1, claim: 'none' } as const;
    this.#offers.set(id, { id, sponsor, amount: String(amount), ...terms });
  }
  accepts(id: string): void {
    this.#set(id, { status: 'accepted' });
    if (this.#accepted() === this.#terms.target) this.#funding = 'target-reached';
  }
  declines(id: string): void {
    this.#set(id, { status: 'declined' });
  }
  retracts(id: string): void {
    this.#set(id, { status: 'retracted' });
  }
  approvesOffer(id: string): void {
    this.#set(id, { status: 'approved' });
    if (this.#accepted() === 0n) this.#funding = 'approved';
  }
  decidesOnProject(status: 'approved' | 'refused'): void {
    this.#projectIs(status);
  }
  signs(): void {
    this.#agreement = { ...this.#agreement, status: 'effective' };
  }
  paysAll(): void {
    this.#agreement = { ...this.#agreement, paidInFull: true };
  }
  closes(): void {
    this.#projectIs('closed');
  }

  #projectIs(status: string): void {
    this.#project = { ...this.#project, status };
  }
  #set(id: string, change: Partial<OfferView>): void {
    this.#offers.set(id, { ...this.offer(id), ...change });
  }
  #spend({ envelope }: OfferView, amount: bigint): void {
    this.#left.set(envelope, (this.#left.get(envelope) ?? 0n) - amount);
  }
  #accepted(): bigint {
    return [...this.#offers.values()].filter(({ status }) => status === 'accepted').reduce((sum, { amount }) => sum + BigInt(amount), 0n);
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
  #closeFunding(): void {
    const isEnough = this.#accepted() >= this.#terms.minimumClose;
    this.#funding = isEnough ? 'closed' : 'fell-short';
    for (const { id, status } of this.#offers.values())
      if (UNDECIDED.includes(status) || (!isEnough && status === 'accepted')) this.#set(id, { status: 'lapsed' });
  }
}
