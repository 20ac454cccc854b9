import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, money, text, texts, whole, wholes } from './facts.ts';

/** Why terms cannot become an agreement. The workflow makes them of what was approved, so no caller should ever see these. */
const terms = {
  SharesAreMissing: invalid({}),
  TranchesAreMissing: invalid({}),
  SponsorSharesTwice: invalid({ sponsor: text(ID('spo')) }),
  OfferIsSharedTwice: invalid({ offer: text(ID('off')) }),
  ShareIsNotPositive: invalid({ sponsor: text(ID('spo')), amount: money('0.00') }),
  PartsDifferFromShare: invalid({ sponsor: text(ID('spo')), share: money('300.00'), parts: money('299.99') }),
  TranchesAreNotNumbered: invalid({ numbers: wholes(1, 3) }),
  TrancheIsNegative: invalid({ tranche: whole(2), amount: money('-1.00') }),
  SharesAndTranchesDiffer: invalid({ shares: money('300.00'), tranches: money('299.99') }),
} satisfies Record<string, Entry>;

const agreements = {
  AgreementIsUnknown: notFound({}),
  AgreementIsDrafted: conflict({ contentHash: text('9f86d081…') }),
  AgreementIsNotEffective: conflict({ status: text('suspended') }),
  AgreementIsNotADraft: conflict({ status: text('void') }),
  PartyIsNotOfTheAgreement: forbidden({ party: text(ID('spo')) }),
  ContentChanged: conflict({ contentHash: text('9f86d081…') }, { at: '/contentHash' }),
  PaymentsAreOpen: conflict({ payments: texts(ID('pay')) }),
  NothingIsRetained: conflict({ sponsor: text(ID('spo')) }),
} satisfies Record<string, Entry>;

const conditions = {
  ConditionIsUnknown: notFound({ condition: whole(7) }),
  ConditionIsMet: conflict({ condition: whole(1) }),
  ConditionIsReported: conflict({ condition: whole(1) }),
  ConditionIsNotReported: conflict({ condition: whole(1), status: text('open') }),
  ConditionsAreOpen: conflict({ sponsor: text(ID('spo')), conditions: wholes(1, 2) }),
} satisfies Record<string, Entry>;

/** The refusals of agreements and of the conditions in their terms. */
export const agreement = { ...terms, ...agreements, ...conditions };
