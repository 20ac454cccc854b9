import { conflict, type Entry, forbidden, invalid, notFound, ofChange, ofResult, ofTerms } from './entry.ts';
import { ID, maybe, money, text, texts, whole, wholes } from './facts.ts';

const SOON = 1;

/** What the measures of an agreement refuse: suspensions, resumptions, terminations, amendments. */
export const measures = {
  MeasureIsPending: conflict({ measure: whole(1) }),
  MeasureIsUnknown: notFound({ measure: whole(7) }),
  MeasureInStatus: conflict({ measure: whole(1), status: text('effective') }),
  MeasureDoesNotFit: conflict({ kind: text('resumption'), status: text('effective') }, { at: '/kind' }),
  PaymentsAreUnderWay: conflict({ payments: texts(ID('pay')) }),
  AgreementIsNotTerminating: conflict({ status: text('effective') }),
  MilestonesAreOpen: conflict({ tranches: wholes(2) }, { retryAfter: () => SOON }),
  VerdictsAreUnderWay: conflict({ tranches: wholes(2) }, { retryAfter: () => SOON }),
  ChangesAreMissing: invalid({}, { lacks: '/changes' }),
  TrancheIsUnknown: invalid({ tranche: whole(9) }, { at: ofChange('tranche') }),
  TrancheIsChangedTwice: invalid({ tranche: whole(2) }, { at: ofChange('tranche') }),
  TrancheIsClosed: conflict({ tranche: whole(1) }, { at: ofChange('tranche') }),
  DateIsNotInTheFuture: invalid({ tranche: whole(2), dueOn: text('2026-01-31') }, { at: ofChange('dueOn') }),
  SharesWouldBeExceeded: conflict({ open: money('20000000.00'), asked: money('25000000.00') }, { at: '/changes' }),
  FieldIsOfAnotherKind: invalid({ kind: text('suspension'), field: text('provisions') }, { at: ({ field }) => `/${field}` }),
  CauseIsMissing: invalid({ kind: text('suspension') }, { lacks: '/cause' }),
  CurePeriodIsMissing: invalid({ cause: text('breach') }, { lacks: '/cureUntil' }),
  CurePeriodIsOver: invalid({ cureUntil: text('2026-01-31'), today: text('2026-11-26') }, { at: '/cureUntil' }),
  CurePeriodIsUnderWay: conflict({ measure: whole(1), cureUntil: text('2027-01-31') }),
  PartiesAreHeard: conflict({
    measure: whole(1),
    parties: texts('spo_01arz3ndektsv4rrffq69g5fav'),
    answerDue: text('2027-01-31T23:59:59.999Z'),
  }),
  NothingToAnswer: forbidden({ measure: whole(1), party: text('spo_01arz3ndektsv4rrffq69g5fav') }),
  ProvisionsAreMissing: invalid({ amendment: text('results') }, { lacks: '/provisions' }),
  AmendmentDoesNotFit: invalid(
    { amendment: text('budget-up-to-20'), fits: text('budget-over-20'), moved: maybe(money('250000.00')) },
    { at: '/amendment' },
  ),
  ResultIsChangedTwice: invalid({ tranche: whole(2), code: text('waste-diverted') }, { at: ofResult('code') }),
  ResultIsNotPromised: invalid(
    { tranche: whole(2), code: text('waste-diverted'), promised: texts('jobs-created') },
    { at: ofResult('code') },
  ),
  ResultIsReported: conflict({ tranche: whole(2), code: text('waste-diverted'), status: text('verified') }, { at: ofResult('tranche') }),
  TargetIsUnchanged: invalid({ tranche: whole(2), code: text('waste-diverted'), target: text('1200') }, { at: ofResult('target') }),
  ConsentIsMissing: conflict({ parties: texts('spo_01arz3ndektsv4rrffq69g5fav') }),
  OfferIsNotOfTheAgreement: invalid({ offer: text(ID('off')) }, { at: ofTerms('offer') }),
  OfferIsChangedTwice: invalid({ offer: text(ID('off')) }, { at: ofTerms('offer') }),
  InstrumentIsFixed: conflict({ offer: text(ID('off')) }, { at: ofTerms('financing/instrument') }),
  ConditionsAreFixed: conflict({ offer: text(ID('off')) }, { at: ofTerms('financing/conditions') }),
} satisfies Record<string, Entry>;
