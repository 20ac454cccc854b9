import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Offer = { status: string; amount: bigint };
type Claim = { is: 'reserved' | 'committed' | 'released'; amount: bigint };

const STATUS: Record<string, string> = {
  OfferProposed: 'proposed',
  OfferBacked: 'live',
  BackingRefused: 'refused',
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferRetracted: 'retracted',
};

/** What each status of an offer demands of its claim; `none` also stands for a release. */
const DEMANDS: Record<string, readonly (Claim['is'] | 'none')[]> = {
  proposed: ['none', 'reserved'],
  live: ['reserved'],
  accepted: ['reserved'],
  committed: ['committed'],
  refused: ['none'],
  declined: ['none'],
  retracted: ['none'],
  lapsed: ['none'],
};

/** 8. Every live offer has exactly its reservation, every accepted one its commitment, every ended one nothing. */
export function offersHaveTheirBudget({ matching, sponsor }: Stored): Finding {
  const { check, result } = finding();
  const claims = claimsOf(streamsOf(sponsor, 'env').flatMap(([, events]) => events));
  for (const [funding, events] of streamsOf(matching, 'fnd')) {
    for (const [id, { status, amount }] of offersOf(events)) {
      const claim = claims.get(id);
      const is = claim === undefined || claim.is === 'released' ? 'none' : claim.is;
      const right = (DEMANDS[status] ?? []).includes(is) && (is === 'none' || claim?.amount === amount);
      check(
        right,
        () =>
          `offer ${id} of ${funding} is ${status} with ${amount}, its envelope holds ${is === 'none' ? 'nothing' : `${is} ${claim?.amount}`}`,
      );
      claims.delete(id);
    }
  }
  for (const [id, { is, amount }] of claims)
    check(is === 'released', () => `an envelope holds ${is} ${amount} for offer ${id}, which no funding knows`);
  return result();
}

function offersOf(events: readonly Recorded[]): Map<string, Offer> {
  const offers = new Map<string, Offer>();
  const set = (id: string, status: string): void => {
    const offer = offers.get(id);
    if (offer) offer.status = status;
  };
  for (const { type, data } of events) {
    if (type === 'OfferProposed') offers.set(data.offer, { status: 'proposed', amount: minor(data.amount) });
    else if (STATUS[type]) set(data.offer, STATUS[type]);
    for (const id of data.ended ?? []) set(id, 'lapsed');
    if (type === 'FundingClosed') for (const offer of offers.values()) if (offer.status === 'accepted') offer.status = 'committed';
  }
  return offers;
}

function claimsOf(events: readonly Recorded[]): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const { type, data } of events) {
    if (type === 'BudgetReserved') claims.set(data.offer, { is: 'reserved', amount: minor(data.amount) });
    if (type === 'OfferCommitted') claims.set(data.offer, { is: 'committed', amount: minor(data.amount) });
    if (type === 'OfferReleased') claims.set(data.offer, { is: 'released', amount: 0n });
  }
  return claims;
}
