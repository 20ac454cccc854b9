import { total } from '@junkan/kit/pure/money.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import * as events from '@junkan/proto/junkan/disbursement/v1/events.ts';
import { Agreement, type Measure, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { begun, decoded, type EventOf } from './event.ts';
import { type Aggregate, amountOf, type Item, type Kept, placeOf } from './item.ts';
import { PAYMENT_MESSAGES, paymentAfter } from './payment.ts';

const { AgreementDrafted, AgreementSigned, AgreementVoided, AgreementBecameEffective, AgreementPaidInFull, AgreementEnded } = events;
const { MeasureProposed, MeasureApproved, MeasureRefused, AgreementSuspended, AgreementResumed, AgreementTerminated } = events;
const { AgreementTerminationBegun, AgreementAmended, TrancheReduced } = events;
const MEASURES = {
  ...{ MeasureProposed, MeasureApproved, MeasureRefused, AgreementSuspended, AgreementResumed },
  ...{ AgreementTerminationBegun, AgreementTerminated, AgreementAmended },
};
const OWN = { AgreementSigned, AgreementVoided, AgreementBecameEffective, AgreementPaidInFull, AgreementEnded, TrancheReduced };
const MESSAGES = { ...OWN, ...MEASURES, ...PAYMENT_MESSAGES, AgreementDrafted };

type PaymentRow = { readonly n: number; readonly created: string; readonly updated: string };
export type AgreementState = Agreement & { readonly rows: Readonly<Record<string, PaymentRow>> };

/** An agreement with its payments, as its owner answers it; notes are references of erasable texts. */
export const agreement: Aggregate<AgreementState> = {
  kind: 'agreement',
  evolve(before, event) {
    const read = decoded(MESSAGES, event);
    const next = after(before, read, event);
    return { ...next, paid: paidOf(next), version: event.version };
  },
  items: ({ state, ...kept }) => [itemOf({ state, ...kept }), ...state.payments.map((payment) => paymentItem(state, payment))],
  save: ({ rows, ...message }) => ({ ...(Agreement.toJSON(message) as object), rows }),
  load: (json) => ({ ...Agreement.fromJSON(json), rows: (json as { rows: AgreementState['rows'] }).rows }),
};

function after(before: AgreementState | undefined, read: EventOf<typeof MESSAGES>, event: ViewEvent): AgreementState {
  if (read.type === 'AgreementDrafted') {
    const { type: _, ...drafted } = read;
    const empty = Agreement.fromPartial({ id: event.stream, status: 'draft' });
    // It is drafted again only where the draft before came to nothing: there are no payments yet.
    return { ...empty, ...drafted, draft: (before?.draft ?? 0) + 1, rows: {} };
  }
  const known = begun(before, event);
  if ('payment' in read) {
    const payments = paymentAfter(read, known);
    const row = known.rows[read.payment] ?? { n: placeOf(event), created: event.at };
    return { ...known, payments, rows: { ...known.rows, [read.payment]: { ...row, updated: event.at } } };
  }
  return 'measure' in read ? withMeasure(known, read) : own(known, read);
}

function own(known: AgreementState, read: EventOf<typeof OWN>): AgreementState {
  switch (read.type) {
    case 'AgreementSigned': {
      const { party, by, at } = read;
      return { ...known, signatures: [...known.signatures, { party, by, at }] };
    }
    case 'AgreementVoided':
      return { ...known, status: 'void', declinedBy: read.party };
    case 'AgreementBecameEffective':
      return { ...known, status: 'effective', effectiveAt: read.at };
    case 'TrancheReduced': {
      const { tranche, verdict, payableBasisPoints, rest, carriedTo, cells } = read;
      return { ...known, cells, verdicts: [...known.verdicts, { tranche, verdict, payableBasisPoints, rest, carriedTo }] };
    }
    case 'AgreementPaidInFull':
      return known;
    case 'AgreementEnded':
      return { ...known, status: 'ended' };
  }
}

function withMeasure(known: AgreementState, read: EventOf<typeof MEASURES>): AgreementState {
  const { measure: number } = read;
  const changing = (change: (measure: Measure) => Partial<Measure>): AgreementState => ({
    ...known,
    measures: known.measures.map((each) => (each.number === number ? { ...each, ...change(each) } : each)),
  });
  const effective = () => changing(() => ({ status: 'effective' }));
  switch (read.type) {
    case 'MeasureProposed': {
      const { kind, note, changes, needed, by: proposedBy } = read;
      const measure = { number, kind, status: 'proposed', note, changes, needed, approvals: [], proposedBy, refusedBy: '' };
      return { ...known, measures: [...known.measures, measure] };
    }
    case 'MeasureApproved': {
      const { party, by, at } = read;
      return changing(({ approvals }) => ({ approvals: [...approvals, { party, by, at }] }));
    }
    case 'MeasureRefused':
      return changing(() => ({ status: 'refused', refusedBy: read.by }));
    case 'AgreementSuspended':
      return { ...effective(), status: 'suspended' };
    case 'AgreementResumed':
      return { ...effective(), status: 'effective' };
    case 'AgreementTerminationBegun':
      return { ...changing(() => ({ status: 'begun' })), status: 'terminating' };
    case 'AgreementTerminated':
      return { ...effective(), status: 'terminated', cells: read.cells };
    case 'AgreementAmended': {
      const { changes, cells, amendedHash } = read;
      const tranches = known.tranches.map((tranche) => {
        const change = changes.find((each) => each.tranche === tranche.number);
        return change ? { ...tranche, dueOn: change.dueOn || tranche.dueOn, amount: change.amount ?? tranche.amount } : tranche;
      });
      return { ...effective(), cells, amendedHash, tranches };
    }
  }
}

const currencyOf = ({ shares }: Agreement): string => shares[0]?.amount?.currency ?? '';

const paidOf = (state: Agreement) =>
  total(
    state.payments.filter(({ status }) => status === 'settled').map(({ amount }) => amountOf(amount)),
    currencyOf(state),
  );

const partiesOf = ({ proposer, shares }: Agreement): string[] => [...new Set([proposer, ...shares.map(({ sponsor }) => sponsor)])];

function itemOf({ state, n, created, updated }: Kept<AgreementState>): Item {
  const { id, version, status, project, round, funding, proposer, shares, signingDue } = state;
  const currency = currencyOf(state);
  return {
    ...{ kind: 'agreement', id, n },
    columns: {
      ...{ version, status, project, round, funding, proposer, created, updated },
      ...total(
        shares.map(({ amount }) => amountOf(amount)),
        currency,
      ),
      due: status === 'draft' ? signingDue : '',
    },
    tags: { sponsor: shares.map(({ sponsor }) => sponsor) },
    parties: partiesOf(state),
    doc: agreement.save(state),
  };
}

function paymentItem(state: AgreementState, payment: Payment): Item {
  const { id: agreementId, project, proposer, rows, version } = state;
  const { id, status, tranche, sponsor, milestone, amount } = payment;
  const { n = 0, created = '', updated = '' } = rows[id] ?? {};
  return {
    ...{ kind: 'payment', id, n },
    columns: {
      ...{ version, status, agreement: agreementId, project, proposer, sponsor, milestone, tranche, created, updated },
      ...amountOf(amount),
    },
    tags: {},
    parties: partiesOf(state),
    doc: { payment: Payment.toJSON(payment), project, proposer },
  };
}
