import { total } from '@junkan/kit/pure/money.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import * as events from '@junkan/proto/junkan/sponsor/v1/events.ts';
import type { ClaimStatus } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { begun, decoded, type EventOf } from './event.ts';
import { type Aggregate, amountOf, type Item, type Kept } from './item.ts';

const { EnvelopeOpened, BudgetReserved, OfferReleased, ReservationChanged, OfferCommitted, CommitmentReturned } = events;
const CLAIMING = { BudgetReserved, OfferReleased, ReservationChanged, OfferCommitted, CommitmentReturned };
const MESSAGES = { EnvelopeOpened, ...CLAIMING };

/** A sponsor's budget, as its owner answers it. */
export const envelope: Aggregate<Envelope> = {
  kind: 'envelope',
  evolve(before, event) {
    return summedUp({ ...after(before, decoded(MESSAGES, event), event), version: event.version });
  },
  items: (kept) => [itemOf(kept)],
  save: (state) => Envelope.toJSON(state) as object,
  load: (json) => Envelope.fromJSON(json),
};

function after(before: Envelope | undefined, read: EventOf<typeof MESSAGES>, event: ViewEvent): Envelope {
  if (read.type === 'EnvelopeOpened') {
    const { sponsor, total: opened, periodStart, periodEnd } = read;
    return { ...Envelope.fromPartial({ id: event.stream, sponsor, periodStart, periodEnd }), total: opened };
  }
  const known = begun(before, event);
  const claim = { offer: read.offer, ...claimAfter(read) };
  const isNew = known.claims.every(({ offer }) => offer !== claim.offer);
  return { ...known, claims: isNew ? [...known.claims, claim] : known.claims.map((each) => (each.offer === claim.offer ? claim : each)) };
}

/** What an offer holds, in minor units. */
function claimAfter(read: EventOf<typeof CLAIMING>): { status: ClaimStatus; amount: bigint } {
  switch (read.type) {
    case 'BudgetReserved':
    case 'ReservationChanged':
      return { status: 'reserved', amount: amountOf(read.amount).amount };
    case 'OfferCommitted':
      return { status: 'committed', amount: amountOf(read.amount).amount };
    case 'CommitmentReturned': {
      const { amount } = amountOf(read.kept);
      return { status: amount > 0n ? 'committed' : 'released', amount };
    }
    case 'OfferReleased':
      return { status: 'released', amount: 0n };
  }
}

function summedUp(known: Envelope): Envelope {
  const { amount, currency } = amountOf(known.total);
  const heldAs = (status: ClaimStatus) =>
    total(
      known.claims.filter((claim) => claim.status === status).map((claim) => ({ amount: claim.amount, currency })),
      currency,
    );
  const [reserved, committed] = [heldAs('reserved'), heldAs('committed')];
  return { ...known, reserved, committed, left: { amount: amount - reserved.amount - committed.amount, currency } };
}

function itemOf({ state, n, created, updated }: Kept<Envelope>): Item {
  const { id, version, sponsor, periodEnd: due } = state;
  return {
    ...{ kind: 'envelope', id, n, tags: {}, parties: [sponsor] },
    columns: { version, status: 'open', sponsor, due, created, updated, ...amountOf(state.total) },
    doc: envelope.save(state),
  };
}
