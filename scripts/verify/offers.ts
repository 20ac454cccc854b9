import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Offer = { status: string; envelope: string; money: string };
type Claim = { is: 'reserved' | 'committed' | 'released'; offer: string; money: string };

const STATUS: Record<string, string> = {
  OfferProposed: 'proposed',
  OfferBacked: 'live',
  BackingRefused: 'refused',
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferRetracted: 'retracted',
};

const CLAIMS: Record<string, Claim['is']> = { BudgetReserved: 'reserved', OfferCommitted: 'committed', OfferReleased: 'released' };

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
  const claims = claimsOf(sponsor);
  for (const [funding, events] of streamsOf(matching, 'fnd')) {
    for (const [id, { status, envelope, money }] of offersOf(events)) {
      const claim = claims.get(`${envelope}/${id}`);
      const is = claim === undefined || claim.is === 'released' ? 'none' : claim.is;
      const right = (DEMANDS[status] ?? []).includes(is) && (is === 'none' || claim?.money === money);
      check(
        right,
        () =>
          `offer ${id} of ${funding} is ${status} with ${money}, its envelope holds ${is === 'none' ? 'nothing' : `${is} ${claim?.money}`}`,
      );
      claims.delete(`${envelope}/${id}`);
    }
  }
  for (const [place, { is, offer, money }] of claims)
    check(is === 'released', () => `${place} holds ${is} ${money} for offer ${offer}, which no funding has from this envelope`);
  return result();
}

function offersOf(events: readonly Recorded[]): Map<string, Offer> {
  const offers = new Map<string, Offer>();
  const set = (id: string, status: string): void => {
    const offer = offers.get(id);
    if (offer) offer.status = status;
  };
  for (const { type, data } of events) {
    if (type === 'OfferProposed') offers.set(data.offer, { status: 'proposed', envelope: data.envelope, money: moneyOf(data.amount) });
    else if (STATUS[type]) set(data.offer, STATUS[type]);
    for (const id of data.ended ?? []) set(id, 'lapsed');
    if (type === 'FundingClosed') for (const offer of offers.values()) if (offer.status === 'accepted') offer.status = 'committed';
  }
  return offers;
}

/** What each envelope holds for each offer, by both their ids. */
function claimsOf(sponsor: Stored['sponsor']): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const [envelope, events] of streamsOf(sponsor, 'env')) {
    for (const { type, data } of events) {
      const is = CLAIMS[type];
      if (is) claims.set(`${envelope}/${data.offer}`, { is, offer: data.offer, money: moneyOf(data.amount) });
    }
  }
  return claims;
}

const moneyOf = (money: { amount?: string; currency?: string } | undefined): string => `${minor(money)} ${money?.currency ?? ''}`;
