import { aheadOf, isAdvancing } from './advances.ts';
import { conditionsOf } from './conditions.ts';
import { takenOfPart } from './exchanges.ts';
import { isMoney, unfundedOf } from './instruments.ts';
import { apportioned } from './recoveries.ts';
import { isUnsettled, paidBy, percentOf } from './retention.ts';
import {
  type Agreement,
  acceptedOf,
  type Cell,
  daysOn,
  endOfDay,
  type Funding,
  gapOf,
  isInForce,
  isJudged,
  isOpenTranche,
  isTaken,
  isUndecided,
  leftOf,
  type Milestone,
  type Model,
  type Offer,
  PROMISED,
  type Project,
  sum,
  TRANCHES,
} from './state.ts';

/** What follows by itself, without anybody's step, until nothing more does. */
export function settle(model: Model): void {
  for (let before = JSON.stringify(model.inPlay); ; ) {
    for (const project of model.inPlay) {
      if (project.funding) raise(model, project, project.funding);
      if (project.agreement) implement(model, project, project.agreement);
    }
    const after = JSON.stringify(model.inPlay);
    if (after === before) return;
    before = after;
  }
}

function raise(model: Model, project: Project, funding: Funding): void {
  const isGivenUp = project.status === 'withdrawn' || project.status === 'refused';
  if (isGivenUp && funding.status !== 'fell-short' && funding.status !== 'cancelled') {
    funding.status = 'cancelled';
    lapse(funding, (offer) => isUndecided(offer) || isTaken(offer));
    if (project.agreement?.status === 'draft') project.agreement.status = 'void';
  }
  for (const offer of funding.offers) budget(model, funding, offer);
  if (funding.status === 'open' && (gapOf(funding) === 0 || model.now >= funding.deadline)) {
    const isEnough = acceptedOf(funding) > 0 && acceptedOf(funding) >= funding.minimum;
    funding.status = isEnough ? 'closed' : 'fell-short';
    lapse(funding, (offer) => isUndecided(offer) || (!isEnough && isTaken(offer)));
  }
  const taken = funding.offers.filter(isTaken);
  if (funding.status === 'closed' && taken.every(({ status }) => status === 'approved')) funding.status = 'approved';
  if (project.status === 'open' && (funding.status === 'closed' || funding.status === 'approved')) project.status = 'funded';
  if (project.status === 'open' && funding.status === 'fell-short') project.status = 'unfunded';
  if (funding.status === 'open' && (project.status === 'funded' || project.status === 'approved')) {
    project.status = 'open';
    if (project.agreement?.status === 'draft') project.agreement.status = 'void';
  }
  if (project.status === 'approved' && funding.status === 'approved') contract(model, project, funding);
}

function lapse({ offers }: Funding, which: (offer: Offer) => boolean): void {
  for (const offer of offers.filter(which)) Object.assign(offer, { status: 'lapsed', held: 0 });
}

/** What an offer holds of its envelope; terms without budget fall back to those before, or end the offer. */
function budget(model: Model, funding: Funding, offer: Offer): void {
  if (isUndecided(offer) && offer.expires !== '' && model.now >= offer.expires) offer.status = 'expired';
  if (offer.status === 'proposed') {
    const isBacked = leftOf(model, offer.envelope) + offer.held >= offer.takes;
    const isAccepted = offer.isAgreed && (!isMoney(offer) || offer.amount <= gapOf(funding));
    if (isBacked) Object.assign(offer, { status: isAccepted ? 'accepted' : 'live', held: offer.takes, earlier: undefined });
    else if (offer.earlier) Object.assign(offer, { ...offer.earlier, status: 'live', terms: offer.terms + 1, earlier: undefined });
    else offer.status = 'refused';
    offer.isAgreed = false;
  }
  if (!isUndecided(offer) && !isTaken(offer)) offer.held = 0;
}

/** A co-funder who goes reopens the gap: the same round goes on, for a month at least. */
export function withdrawOffer(funding: Funding, offer: Offer, now: string): void {
  Object.assign(offer, { status: 'withdrawn', held: 0 });
  if (funding.status === 'open') return;
  const later = endOfDay(daysOn(now, 30));
  Object.assign(funding, { status: 'open', deadline: [later, funding.deadline].toSorted()[1] });
}

/** Drafts the agreement of an approved project, again where the one before is void; who declined to sign takes back what it said. */
function contract(model: Model, project: Project, funding: Funding): void {
  const { agreement } = project;
  if (agreement && agreement.status !== 'void') return;
  const declined = agreement?.declinedBy ?? '';
  if (agreement) agreement.declinedBy = '';
  if (declined === project.city) {
    project.status = 'withdrawn';
    return;
  }
  const gone = funding.offers.filter(({ status, sponsor }) => status === 'approved' && sponsor === declined);
  for (const offer of gone) withdrawOffer(funding, offer, model.now);
  if (gone.length > 0) return;
  const taken = funding.offers.filter(isTaken);
  const paying = taken.filter(isMoney);
  const sponsors = [...new Set(taken.map(({ sponsor }) => sponsor))].filter((sponsor) => paying.some((offer) => offer.sponsor === sponsor));
  const share = (of: string) => sum(paying.filter(({ sponsor }) => sponsor === of).map(({ amount }) => amount));
  project.agreement = {
    id: agreement?.id ?? '',
    hash: '',
    status: 'draft',
    signed: new Set(),
    declinedBy: '',
    voidedBy: '',
    cells: TRANCHES.flatMap((tranche) =>
      sponsors.map((sponsor): Cell => ({ tranche, sponsor, amount: share(sponsor) / TRANCHES.length, payment: undefined })),
    ),
    kept: sponsors.map((sponsor) => ({
      sponsor,
      payment: undefined,
      isGivenBack: false,
      offers: paying
        .filter((offer) => offer.sponsor === sponsor)
        .map(({ amount, financing }) => ({ amount, percent: percentOf(financing) })),
    })),
    advances: [],
    inParts: [],
    milestones: [],
    conditions: conditionsOf(taken),
    measures: [],
    moved: 0,
    recoveries: [],
    holds: [],
    unfunded: unfundedOf(taken),
    drawings: [],
  };
}

function implement(model: Model, project: Project, agreement: Agreement): void {
  if (!isInForce(agreement)) return;
  if (project.status === 'approved') {
    project.status = 'in-implementation';
    agreement.milestones = TRANCHES.map(milestone);
  }
  for (const each of agreement.milestones) {
    if (agreement.status === 'effective' || agreement.status === 'suspended') applyVerdict(agreement, each);
    if (agreement.status === 'effective') fallDue(model.now, each);
  }
  if (agreement.status === 'terminated' && ['in-implementation', 'suspended', 'completed'].includes(project.status))
    project.status = 'terminated';
  if (agreement.status === 'suspended' && project.status === 'in-implementation') project.status = 'suspended';
  if (agreement.status === 'effective' && project.status === 'suspended') project.status = 'in-implementation';
  if (project.status === 'in-implementation' && !isUnsettled(agreement)) project.status = 'completed';
  if (project.status === 'terminated' || project.status === 'closed') end(model, project, agreement);
}

function end(model: Model, { funding }: Project, agreement: Agreement): void {
  for (const each of agreement.milestones) if (!isJudged(each)) each.status = 'cancelled';
  // What was earned before a termination stays payable.
  if (isUnsettled(agreement)) return;
  agreement.status = 'ended';
  // What is no money stays as it was committed.
  const paying = funding?.offers.filter((offer) => isTaken(offer) && isMoney(offer)) ?? [];
  for (const offer of paying) {
    const ofSponsor = paying.filter((other) => other.sponsor === offer.sponsor);
    const paid = paidBy(agreement, offer.sponsor);
    const parts = paid > 0 ? apportioned(paid, new Map(ofSponsor.map(({ id, amount }) => [id, amount]))) : undefined;
    offer.held = takenOfPart(model, offer, parts?.get(offer.id) ?? 0);
  }
}

const milestone = (number: number): Milestone => ({
  number,
  id: '',
  status: 'scheduled',
  dueOn: '',
  target: PROMISED.target,
  reports: 0,
  submittedBy: '',
  verifiedBy: '',
  payable: 0,
  rest: 'cancelled',
  isApplied: false,
  waivers: 0,
  waiver: undefined,
});

function fallDue(now: string, each: Milestone): void {
  if (each.dueOn === '') return;
  if (each.status === 'scheduled' && now >= endOfDay(each.dueOn)) each.status = 'due';
  const overdue = endOfDay(daysOn(`${each.dueOn}T00:00:00.000Z`, 30));
  if (['scheduled', 'due', 'returned'].includes(each.status) && now >= overdue) each.status = 'overdue';
}

/** Reduces a tranche to what is payable; the remainder goes to the next tranche that can still take it, or is no longer owed. */
function applyVerdict(agreement: Agreement, each: Milestone): void {
  if (each.isApplied || !['partially-met', 'rejected', 'waived'].includes(each.status)) return;
  // Its verdict waits for what is about to be paid ahead.
  if (isAdvancing(agreement, each.number)) return;
  const later = agreement.milestones.filter((other) => other.number > each.number && !isJudged(other));
  const next = later.find(({ number }) => isOpenTranche(agreement, number))?.number;
  each.isApplied = true;
  for (const cell of agreement.cells.filter(({ tranche }) => tranche === each.number)) {
    const payable = Math.max(Math.floor((cell.amount * each.payable) / 10_000), aheadOf(agreement, cell));
    const target = agreement.cells.find(({ tranche, sponsor }) => tranche === next && sponsor === cell.sponsor);
    if (target && each.rest === 'carried') target.amount += cell.amount - payable;
    cell.amount = payable;
  }
}
