import { allocate } from '@junkan/kit/pure/money.ts';
import { draftOf, paidPartsOf, type Share } from './agreements.ts';
import { bookedBefore } from './budget-measures.ts';
import { type Amount, type OfOffer, takenIn } from './converted.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { paidBy } from './money.ts';

/** `held`: what it holds of its envelope, which are not always its present terms. */
type Offer = { status: string; envelope: string; money: string; held: string };
/** `increased`: by how much more than its terms; `at`: when it last changed. */
type Claim = { is: 'reserved' | 'committed' | 'released'; offer: string; money: string; increased: bigint; at: string };
/** What was paid of an offer, in proportion to its commitment; and what its payments had cost by then, less what came back. */
type Kept = { readonly amount: bigint; readonly currency: string; readonly spentAt: (at: string) => bigint };

type Table<Value> = { readonly [Type in Recorded['type']]?: Value };

const STATUS: Table<string> = {
  OfferProposed: 'proposed',
  BackingRefused: 'refused',
  OfferAgreed: 'proposed',
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferRetracted: 'retracted',
  OfferExpired: 'expired',
  OfferWithdrawn: 'withdrawn',
};

const CLAIMS: Table<Claim['is']> = {
  BudgetReserved: 'reserved',
  ReservationChanged: 'reserved',
  OfferCommitted: 'committed',
  OfferReleased: 'released',
};

/** The claim that each status of an offer requires; `none` includes a released one. */
const DEMANDS: Record<string, readonly (Claim['is'] | 'none')[]> = {
  proposed: ['none', 'reserved'],
  live: ['reserved'],
  accepted: ['reserved'],
  committed: ['committed'],
  // What an ended agreement did not spend is available budget again, all of it if nothing was paid.
  spent: ['committed', 'none'],
  refused: ['none'],
  declined: ['none'],
  retracted: ['none'],
  expired: ['none'],
  withdrawn: ['none'],
  lapsed: ['none'],
};

/**
 * 8. Every live offer has exactly its reservation, every accepted one its commitment, every ended one nothing; and each is made under the
 * terms of its mandate at that time.
 */
export function offersHaveTheirBudget({ matching, sponsor, disbursement }: Stored): Finding {
  const { check, result } = finding();
  const claims = claimsOf(sponsor);
  const kept = keptOf(disbursement);
  for (const [funding, events] of streamsOf(matching, 'fnd')) {
    for (const [id, { envelope, ...offer }] of offersOf(events)) {
      const isSpent = offer.status === 'committed' && kept.has(id);
      const status = isSpent ? 'spent' : offer.status;
      const claim = claims.get(`${envelope}/${id}`);
      const money = heldOf(kept.get(id), offer.held, claim);
      const is = claim === undefined || claim.is === 'released' ? 'none' : claim.is;
      const right = (DEMANDS[status] ?? []).includes(is) && (is === 'none' ? !isSpent || money.startsWith('0 ') : claim?.money === money);
      check(
        right,
        () =>
          `offer ${id} of ${funding} is ${status} with ${money}, its envelope holds ${is === 'none' ? 'nothing' : `${is} ${claim?.money}`}`,
      );
      claims.delete(`${envelope}/${id}`);
    }
  }
  checkMandates(matching, sponsor, check);
  for (const [place, { is, offer, money }] of claims)
    check(is === 'released', () => `${place} holds ${is} ${money} for offer ${offer}, which no funding has from this envelope`);
  return result();
}

/** What an offer holds by its terms and increases; once its agreement has ended what was paid of it, and of increases what that cost. */
function heldOf(kept: Kept | undefined, byTerms: string, claim: Claim | undefined): string {
  const { increased = 0n, at = '' } = claim ?? {};
  const [amount = '0', currency = ''] = byTerms.split(' ');
  const whole = BigInt(amount) + increased;
  if (!kept) return `${whole} ${currency}`;
  const spent = increased > 0n ? kept.spentAt(at) : 0n;
  const most = spent < whole ? spent : whole;
  return `${most > kept.amount ? most : kept.amount} ${kept.currency}`;
}

/** Between the reading of a mandate and the record of an offer it may have been revised. */
const MAX_BETWEEN_MS = 60_000;

/** Earlier versions named no revision. */
function checkMandates(
  matching: Stored['matching'],
  sponsor: Stored['sponsor'],
  check: (holds: boolean, fault: () => string) => void,
): void {
  for (const { type, data, stream, at } of matching.events) {
    if (type !== 'OfferProposed' || data.mandateRevision === undefined) continue;
    const terms = (sponsor.byStream.get(data.mandate) ?? []).filter(
      (event) => event.type === 'MandatePublished' || event.type === 'MandateRevised',
    );
    const [own, next] = terms.slice(data.mandateRevision - 1);
    const wasInForce = own !== undefined && own.at <= at && (next === undefined || Date.parse(next.at) + MAX_BETWEEN_MS >= Date.parse(at));
    check(
      wasInForce && terms[0]?.data.sponsor === data.sponsor,
      () =>
        `offer ${data.offer} of ${stream} names revision ${data.mandateRevision} of ${data.mandate}, which was not in force when it was made`,
    );
  }
}

function offersOf(events: readonly Recorded[]): Map<string, Offer> {
  const offers = new Map<string, Offer>();
  const set = (id: string, change: Partial<Offer>): void => {
    const offer = offers.get(id);
    if (offer) offers.set(id, { ...offer, ...change });
  };
  for (const { type, data } of events) {
    const offer = offers.get(data.offer);
    // Of an envelope in another currency an offer takes what its terms came to.
    const money = moneyOf(data.conversion?.amount ?? data.amount);
    if (type === 'OfferProposed') offers.set(data.offer, { status: 'proposed', envelope: data.envelope, money, held: money });
    // What the proposer asks for takes no budget before the sponsor agrees.
    else if (type === 'OfferCountered') set(data.offer, { status: data.side === 'proposer' ? 'live' : 'proposed', money });
    else if (type === 'OfferAgreed' && data.conversion) set(data.offer, { status: 'proposed', money });
    else if (type === 'OfferBacked' && offer) set(data.offer, { status: 'live', held: offer.money });
    else if (type === 'BackingRefused' && data.terms > 1 && offer) set(data.offer, { status: 'live', money: offer.held });
    else if (STATUS[type]) set(data.offer, { status: STATUS[type] });
    for (const id of data.ended ?? []) set(id, { status: 'lapsed' });
    if (type === 'FundingClosed') for (const [id, { status }] of offers) if (status === 'accepted') set(id, { status: 'committed' });
  }
  return offers;
}

/** What an ended agreement keeps of each of its offers: what was paid, divided in proportion to the parts of a share. */
function keptOf(disbursement: Stored['disbursement']): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  for (const [, events] of streamsOf(disbursement, 'agr')) {
    if (!events.some(({ type }) => type === 'AgreementEnded')) continue;
    const takes = takenIn(events);
    for (const share of (draftOf(events)?.data.shares ?? []) as Share[]) {
      const parts = paidPartsOf(share);
      // What is no money stays as it was committed.
      if (parts.length === 0) continue;
      const weights = parts.map(({ amount }) => minor(amount));
      const amounts = allocate(paidBy(share.sponsor, events), weights);
      const conversions = (draftOf(events)?.data.conversions ?? []) as OfOffer[];
      for (const [index, { offer, amount }] of parts.entries()) {
        const into = conversions.find((each) => each.offer === offer)?.conversion.amount ?? (amount as Amount | undefined);
        const spentAt = (at: string): bigint =>
          bookedBefore(
            events.filter((event) => event.at <= at),
            offer,
          ).reduce((sum, cost) => sum + cost, 0n);
        kept.set(offer, { amount: takes(offer, amounts[index] ?? 0n), currency: into?.currency ?? '', spentAt });
      }
    }
  }
  return kept;
}

/** What each envelope holds for each offer, by both their ids. */
function claimsOf(sponsor: Stored['sponsor']): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const [envelope, events] of streamsOf(sponsor, 'env')) {
    for (const { type, data, at } of events) {
      const place = `${envelope}/${data.offer}`;
      const is = CLAIMS[type];
      const of = { offer: data.offer, increased: claims.get(place)?.increased ?? 0n, at };
      if (is) claims.set(place, { is, ...of, money: moneyOf(data.amount) });
      if (type === 'CommitmentIncreased')
        claims.set(place, { is: 'committed', ...of, increased: of.increased + minor(data.amount), money: moneyOf(data.committed) });
      if (type === 'CommitmentReturned')
        claims.set(place, { is: minor(data.kept) > 0n ? 'committed' : 'released', ...of, money: moneyOf(data.kept) });
    }
  }
  return claims;
}

const moneyOf = (money: { amount?: string; currency?: string } | undefined): string => `${minor(money)} ${money?.currency ?? ''}`;
