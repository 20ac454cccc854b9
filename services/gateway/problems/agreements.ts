import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, joined, money, spoken, text, texts, whole, wholes } from './facts.ts';

const DRAFTING = 'The workflow drafts agreements from what was approved: tell the operator.';

/** Why terms cannot become an agreement. The workflow makes them of what was approved, so nobody should ever meet these. */
const terms = {
  SharesAreMissing: invalid('The shares are missing', {}, 'An agreement needs at least one share.', DRAFTING),
  TranchesAreMissing: invalid('The tranches are missing', {}, 'An agreement needs at least one tranche.', DRAFTING),
  SponsorSharesTwice: invalid(
    'A sponsor has two shares',
    { sponsor: text(ID('spo')) },
    ({ sponsor }) => `The sponsor ${sponsor} has more than one share.`,
    DRAFTING,
  ),
  OfferIsSharedTwice: invalid(
    'An offer is shared twice',
    { offer: text(ID('off')) },
    ({ offer }) => `The offer ${offer} is in more than one share.`,
    DRAFTING,
  ),
  ShareIsNotPositive: invalid(
    'A share is not positive',
    { sponsor: text(ID('spo')), amount: money('0.00') },
    ({ sponsor, amount }) => `The share of ${sponsor} is ${spoken(amount)}.`,
    DRAFTING,
  ),
  PartsDifferFromShare: invalid(
    'The parts do not sum to their share',
    { sponsor: text(ID('spo')), share: money('300.00'), parts: money('299.99') },
    ({ sponsor, share, parts }) => `The share of ${sponsor} is ${spoken(share)}, and its parts sum to ${spoken(parts)}.`,
    DRAFTING,
  ),
  TranchesAreNotNumbered: invalid(
    'The tranches are not numbered from one',
    { numbers: wholes(1, 3) },
    ({ numbers }) => `The tranches are numbered ${joined(numbers)}.`,
    DRAFTING,
  ),
  TrancheIsNegative: invalid(
    'A tranche is negative',
    { tranche: whole(2), amount: money('-1.00') },
    ({ tranche, amount }) => `Tranche ${tranche} is ${spoken(amount)}.`,
    DRAFTING,
  ),
  SharesAndTranchesDiffer: invalid(
    'Shares and tranches sum to different amounts',
    { shares: money('300.00'), tranches: money('299.99') },
    ({ shares, tranches }) => `The shares sum to ${spoken(shares)}, the tranches to ${spoken(tranches)}.`,
    DRAFTING,
  ),
} satisfies Record<string, Entry>;

const agreements = {
  AgreementIsUnknown: notFound('There is no such agreement', {}, 'No agreement has this identifier.', 'See the agreements of the project.'),
  AgreementIsDrafted: conflict(
    'Another agreement is drafted already',
    { contentHash: text('9f86d081…') },
    'An agreement with another content is drafted for this round.',
    'Nothing is to be done.',
  ),
  AgreementIsNotEffective: conflict(
    'The agreement is not in force',
    { status: text('suspended') },
    ({ status }) => `The agreement is ${status}.`,
    'This is for an agreement in force: it comes into force with its last signature, and after a suspension by a resumption.',
  ),
  AgreementIsNotADraft: conflict(
    'The agreement is no draft any more',
    { status: text('void') },
    ({ status }) => `The agreement is ${status}.`,
    'Only a draft is signed or declined.',
  ),
  PartyIsNotOfTheAgreement: forbidden(
    'The organisation is not asked here',
    { party: text(ID('spo')) },
    ({ party }) => `${party} is none of those who have to agree.`,
    'The agreement says who has to sign, and each measure who has to approve.',
  ),
  ContentChanged: conflict(
    'The content to be signed is another',
    { contentHash: text('9f86d081…') },
    ({ contentHash }) => `The content of the agreement has the hash ${contentHash}.`,
    'Read the agreement again, and sign its present content if it is right.',
    { at: '/contentHash' },
  ),
  PaymentsAreOpen: conflict(
    'Payments are still open',
    { payments: texts(ID('pay')) },
    ({ payments }) => `These payments are not settled: ${joined(payments)}.`,
    'The agreement ends, and what was retained is released, once all is paid.',
  ),
  NothingIsRetained: conflict(
    'Nothing is retained',
    { sponsor: text(ID('spo')) },
    ({ sponsor }) => `Nothing is retained of the payments of ${sponsor}, or it was released.`,
    'Read the agreement for what is retained.',
  ),
} satisfies Record<string, Entry>;

const conditions = {
  ConditionIsUnknown: notFound(
    'There is no such condition',
    { condition: whole(7) },
    ({ condition }) => `The terms of the agreement have no condition ${condition}.`,
    'Read the agreement for its conditions.',
  ),
  ConditionIsMet: conflict(
    'The condition is met',
    { condition: whole(1) },
    ({ condition }) => `Condition ${condition} was confirmed as met.`,
    'Nothing is to be done.',
  ),
  ConditionIsReported: conflict(
    'The condition waits for its sponsor',
    { condition: whole(1) },
    ({ condition }) => `Somebody else has said already that condition ${condition} is met.`,
    'Wait until the sponsor confirms or refuses it.',
  ),
  ConditionIsNotReported: conflict(
    'The condition waits for the proposer',
    { condition: whole(1), status: text('open') },
    ({ condition, status }) => `Condition ${condition} is ${status}.`,
    'Wait until the proposer says that it is met.',
  ),
  ConditionsAreOpen: conflict(
    'Conditions of the sponsor are not met yet',
    { sponsor: text(ID('spo')), conditions: wholes(1, 2) },
    ({ conditions }) => `The sponsor’s first payment waits for condition ${joined(conditions)}.`,
    'Have the proposer report the conditions, and the sponsor confirm them.',
  ),
} satisfies Record<string, Entry>;

/** What agreements and the conditions of their terms refuse. */
export const agreement = { ...terms, ...agreements, ...conditions };
