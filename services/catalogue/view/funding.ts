import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { Money as MoneyMessage } from '@junkan/proto/junkan/common/v1/common.ts';
import * as events from '@junkan/proto/junkan/matching/v1/events.ts';
import { Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { added, begun, decoded, type EventOf } from './event.ts';
import { type Aggregate, amountOf, type Item, type Kept, placeOf } from './item.ts';

const { FundingOpened, FundingReachedTarget, FundingClosed, FundingFellShort, FundingGapReopened, FundingSealed, FundingCancelled } =
  events;
const { OfferProposed, OfferCountered, OfferBacked, BackingRefused, OfferAgreed, OfferAccepted, OfferDeclined } = events;
const { OfferRetracted, OfferExpired, OfferWithdrawn, OfferApproved } = events;
const OF_ROUND = { FundingReachedTarget, FundingClosed, FundingFellShort, FundingGapReopened, FundingSealed, FundingCancelled };
const OF_OFFER = {
  ...{ OfferCountered, OfferBacked, BackingRefused, OfferAgreed, OfferAccepted, OfferDeclined },
  ...{ OfferRetracted, OfferExpired, OfferWithdrawn, OfferApproved },
};
const MESSAGES = { ...OF_ROUND, ...OF_OFFER, FundingOpened, OfferProposed };

/** What an offer's row needs and its message does not tell. `earlier`: the terms that hold again where no budget backs the present ones. */
type OfferRow = {
  readonly n: number;
  readonly created: Instant;
  readonly updated: Instant;
  readonly earlier?: { readonly amount: Money; readonly side: string } | undefined;
};
export type FundingState = Funding & { readonly rows: Readonly<Record<string, OfferRow>> };

/** A funding round with its offers, as its owner answers it; reasons may be references of erasable texts. */
export const funding: Aggregate<FundingState> = {
  kind: 'funding',
  evolve(before, event) {
    const read = decoded(MESSAGES, event);
    return { ...after(before, read, event), version: event.version };
  },
  items: ({ state, ...kept }) => [itemOf({ state, ...kept }), ...state.offers.map((offer) => offerItem(state, offer))],
  save: ({ rows, ...message }) => ({
    ...(Funding.toJSON(message) as object),
    rows: Object.fromEntries(
      Object.entries(rows).map(([id, { earlier, ...row }]) => [
        id,
        { ...row, ...(earlier ? { earlier: { ...earlier, amount: MoneyMessage.toJSON(earlier.amount) } } : {}) },
      ]),
    ),
  }),
  load: (json) => ({ ...Funding.fromJSON(json), rows: rowsOf((json as { rows: Record<string, OfferRow> }).rows) }),
};

const rowsOf = (rows: Record<string, OfferRow>): Record<string, OfferRow> =>
  Object.fromEntries(
    Object.entries(rows).map(([id, row]) => [
      id,
      row.earlier ? { ...row, earlier: { ...row.earlier, amount: MoneyMessage.fromJSON(row.earlier.amount) } } : row,
    ]),
  );

function after(before: FundingState | undefined, read: EventOf<typeof MESSAGES>, event: ViewEvent): FundingState {
  if (read.type === 'FundingOpened') {
    const { project, round, proposer, target, minimumClose, deadline } = read;
    const opened = Funding.fromPartial({ id: event.stream, status: 'open', project, round, proposer, deadline });
    return withAccepted({ ...opened, target, minimumClose, rows: {} }, 0n);
  }
  const known = begun(before, event);
  switch (read.type) {
    case 'OfferProposed':
      return proposed(known, read, event);
    case 'FundingReachedTarget':
    case 'FundingClosed':
    case 'FundingFellShort':
    case 'FundingGapReopened':
    case 'FundingSealed':
    case 'FundingCancelled':
      return ofRound(known, read, event);
    case 'OfferCountered':
    case 'OfferBacked':
    case 'BackingRefused':
    case 'OfferAgreed':
    case 'OfferAccepted':
    case 'OfferDeclined':
    case 'OfferRetracted':
    case 'OfferExpired':
    case 'OfferWithdrawn':
    case 'OfferApproved':
      return ofOffer(known, read, event);
  }
}

function proposed(known: FundingState, read: EventOf<{ OfferProposed: typeof OfferProposed }>, event: ViewEvent): FundingState {
  const { offer: id, sponsor, mandate, envelope, amount, terms, expiresAt, by } = read;
  const offer = { ...Offer.fromPartial({ id, status: 'proposed', sponsor, mandate, envelope, terms, expiresAt, side: 'sponsor' }), amount };
  const row = { n: placeOf(event), created: event.at, updated: event.at };
  return {
    ...known,
    offers: [...known.offers, { ...offer, proposedBy: by, preparedBy: [by] }],
    rows: { ...known.rows, [id]: row },
  };
}

function ofRound(known: FundingState, read: EventOf<typeof OF_ROUND>, { at }: ViewEvent): FundingState {
  switch (read.type) {
    case 'FundingReachedTarget':
      return { ...known, status: 'target-reached' };
    case 'FundingClosed':
      return whenApproved({ ...lapsed(known, read.ended, 'round-closed', at), status: 'closed' });
    case 'FundingFellShort':
      return { ...lapsed(known, read.ended, 'round-unfunded', at), status: 'fell-short' };
    case 'FundingGapReopened':
      return { ...known, status: 'open', deadline: read.deadline, reopened: read.reopened, sealed: false };
    case 'FundingSealed':
      return { ...known, sealed: true };
    case 'FundingCancelled':
      return { ...lapsed(known, read.ended, read.because, at), status: 'cancelled' };
  }
}

function ofOffer(known: FundingState, read: EventOf<typeof OF_OFFER>, event: ViewEvent): FundingState {
  const offer = offerIn(known, read.offer);
  const minor = offer.amount?.amount ?? 0n;
  const accepted = known.accepted?.amount ?? 0n;
  const as = (change: Partial<Offer>, row: Partial<OfferRow> = {}): FundingState =>
    withOffer(known, { ...offer, ...change }, event.at, row);
  switch (read.type) {
    case 'OfferCountered':
    case 'BackingRefused':
      return termsChanged(known, offer, read, event.at);
    case 'OfferBacked':
      return as({ status: 'live' }, { earlier: undefined });
    case 'OfferAgreed':
      return as({ status: 'proposed', preparedBy: added(offer.preparedBy, read.by) });
    case 'OfferAccepted':
      return withAccepted(as({ status: 'accepted', preparedBy: added(offer.preparedBy, read.by) }), accepted + minor);
    case 'OfferDeclined':
      return as({ status: 'declined', reason: read.note });
    case 'OfferRetracted':
      return as({ status: 'retracted', reason: read.note });
    case 'OfferExpired':
      return as({ status: 'expired', reason: 'not-answered-in-time' });
    case 'OfferWithdrawn':
      return withAccepted(as({ status: 'withdrawn', reason: read.note }), accepted - minor);
    case 'OfferApproved':
      return whenApproved(as({ status: 'approved', approvedBy: read.by }));
  }
}

type TermsEvent = EventOf<{ OfferCountered: typeof OfferCountered; BackingRefused: typeof BackingRefused }>;

function termsChanged(known: FundingState, offer: Offer, read: TermsEvent, at: Instant): FundingState {
  const { earlier } = known.rows[offer.id] ?? {};
  if (read.type === 'OfferCountered') {
    const { amount, terms, side, by } = read;
    // What the proposer asks for takes none of the sponsor's budget until the sponsor agrees.
    const status = side === 'proposer' ? 'live' : 'proposed';
    const before = earlier ?? { amount: amountOf(offer.amount), side: offer.side };
    return withOffer(known, { ...offer, status, amount, terms, side, preparedBy: added(offer.preparedBy, by) }, at, { earlier: before });
  }
  // Without budget a first offer ends; new terms fall back to those that are backed.
  return earlier
    ? withOffer(known, { ...offer, ...earlier, status: 'live', terms: offer.terms + 1 }, at, { earlier: undefined })
    : withOffer(known, { ...offer, status: 'refused', reason: 'budget-not-enough' }, at);
}

function withOffer(known: FundingState, offer: Offer, updated: Instant, change: Partial<OfferRow> = {}): FundingState {
  const row = known.rows[offer.id];
  if (!row) throw new Error(`the funding has no offer ${offer.id}`);
  const offers = known.offers.map((each) => (each.id === offer.id ? offer : each));
  return { ...known, offers, rows: { ...known.rows, [offer.id]: { ...row, updated, ...change } } };
}

/** @throws for an offer that never was: a broken history. */
function offerIn({ offers }: Funding, id: string): Offer {
  const offer = offers.find((each) => each.id === id);
  if (!offer) throw new Error(`the funding has no offer ${id}`);
  return offer;
}

function withAccepted(known: FundingState, accepted: bigint): FundingState {
  const { amount, currency } = amountOf(known.target);
  const acceptedPercent = amount > 0n ? Number((accepted * 10n) / amount) * 10 : 0;
  return { ...known, acceptedPercent, accepted: { amount: accepted, currency }, gap: { amount: amount - accepted, currency } };
}

/** A closed round is approved once the last of its accepted offers is. */
function whenApproved(known: FundingState): FundingState {
  const isApproved = known.status === 'closed' && known.offers.every(({ status }) => status !== 'accepted');
  return isApproved ? { ...known, status: 'approved' } : known;
}

const lapsed = (known: FundingState, ended: readonly string[], reason: string, at: Instant): FundingState =>
  ended.reduce((state, id) => withOffer(state, { ...offerIn(state, id), status: 'lapsed', reason }, at), known);

function itemOf({ state, n, created, updated }: Kept<FundingState>): Item {
  const { id, version, status, project, round, proposer, target, deadline: due } = state;
  return {
    ...{ kind: 'funding', id, n },
    columns: { version, status, project, round, proposer, due, created, updated, ...amountOf(target) },
    tags: {},
    parties: [],
    doc: funding.save(state),
  };
}

/** Its own sponsor sees an offer; once budget has backed it, the proposer too. */
function offerItem(state: FundingState, offer: Offer): Item {
  const { id: round, project, proposer, deadline, rows, version } = state;
  const { id, status, sponsor, mandate, envelope, terms, amount, expiresAt } = offer;
  const { n = 0, created = '', updated = '' } = rows[id] ?? {};
  const isShown = (status !== 'proposed' || terms > 1) && status !== 'refused';
  return {
    ...{ kind: 'offer', id, n },
    columns: {
      ...{ version, status, funding: round, project, proposer, sponsor, mandate, envelope, created, updated },
      ...amountOf(amount),
      due: expiresAt || deadline,
    },
    tags: {},
    parties: isShown ? [sponsor, proposer] : [sponsor],
    doc: { offer: Offer.toJSON(offer), funding: round, project, proposer },
  };
}
