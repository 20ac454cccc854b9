import type { ByPages } from '#forms';

/**
 * Operations that have a page, or a part of one, to themselves and are offered as no form, each with the fields that the page asks for. The
 * report on a milestone is written section by section, by other operations.
 */
export const ON_PAGES = {
  checkProposals: ['proposer', 'proposals'],
  draftProject: ['proposer', 'proposal'],
  attend: ['item', 'leaves'],
  reviseProposal: ['milestones', 'place', 'wasteStreams', 'capacity', 'otherSources', 'plannedIndicators'],
  attachDocuments: ['documents'],
  nameContacts: ['contacts'],
  publishMandate: ['sponsor', 'terms'],
  reviseMandate: ['terms'],
  whatIf: ['terms', 'mandate'],
  proposeOffer: ['mandate', 'envelope', 'financing'],
  enterRates: ['rates', 'corrects', 'deviation'],
  importRates: ['corrects', 'deviation'],
  reportMilestone: ['indicators'],
  saveDraftResults: ['indicators'],
  changeSettings: ['shortcutsOff'],
  saveSearch: ['tell'],
  changeSearch: ['tell'],
  draftDeclaration: ['text'],
  draftVersion: ['text'],
  draftPlan: ['actions', 'left'],
  returnPlan: ['remarks'],
  returnProgressReport: ['remarks'],
  planAction: ['content', 'tags', 'group'],
  reviseAction: ['content', 'tags'],
  tagAction: ['tags'],
  draftTraining: ['content'],
  scheduleSession: ['plan', 'training'],
  changeSession: ['plan'],
  recordAttendance: ['attendance'],
  draftInstrument: ['content'],
  reviseInstrument: ['texts', 'sources'],
  offerDraft: ['paragraphs'],
  draftAwardCycle: ['declaration', 'categories', 'criteria'],
  markBallot: ['marks'],
  sealBallot: ['marks'],
  voteOnOutcome: ['stands'],
  nominate: ['cycle', 'city'],
} as const;

/** Operations whose form is offered by a page that gives these fields, or an input for them. */
export const GIVEN = {
  proposeIncrease: ['offer'],
  counterOffer: ['financing'],
  requestPayment: ['sponsor'],
  signAgreement: ['contentHash'],
  proposeMeasure: ['changes', 'financing', 'results'],
  requestPartPayment: ['sponsor'],
  requestRelease: ['sponsor'],
  approvePayment: ['payerAccountRead', 'payeeAccountRead'],
  instructPayment: ['payerAccountRead', 'payeeAccountRead'],
  settlePayment: ['document'],
  returnPayment: ['document'],
  reverseOutcome: ['document'],
  reportRefund: ['document'],
  askAdvance: ['sponsor'],
  callGuarantee: ['offer'],
  recordReceipt: ['offer'],
  reportClaimPaid: ['document'],
  holdPayment: ['sponsor'],
  proposeWriteOff: ['sponsor'],
  linkEntry: ['agreement', 'settles', 'refunded'],
  explainEntry: ['parts'],
  explainGap: ['gap'],
  nameStatementOwner: ['account'],
  confirmStatementOwner: ['account'],
  makePaymentFile: ['payer'],
  proposeLimits: ['limits', 'dayLimits'],
  expressInterest: ['declaration'],
  inviteCity: ['declaration', 'city'],
  formGroup: ['declaration', 'sharedCommitments'],
  inviteToGroup: ['city'],
  joinGroup: ['group'],
  recordCouncilDecision: ['document'],
  recordMandate: ['document'],
  withdrawSignatory: ['document'],
  signDeclaration: ['version', 'language', 'hash'],
  affirmDeclaration: ['version', 'language', 'hash'],
  openCalendar: ['hash'],
  correctResult: ['result'],
  strikeBallot: ['nomination'],
  registerPartner: ['otherNames', 'themes'],
  setPeerTerms: ['open', 'interpreter'],
  linkEnquiry: ['organisation'],
  inviteToExchange: ['provider', 'goals'],
  giveSecondLook: ['levels'],
  concludeExchange: ['public'],
  tellFollowUp: ['followUp', 'action'],
  askSecondLook: ['exchange'],
  requestDueDiligence: ['subject'],
  relyOnClearance: ['project'],
  supersedeInstrument: ['successor'],
  recordAdoption: ['documents'],
} as const;

type Known = typeof ON_PAGES & typeof GIVEN;
/** The fields that no form shows, and no page gives or asks for: a form that hid one would send it empty. */
type Hidden = {
  [Operation in keyof ByPages]: Exclude<ByPages[Operation], Operation extends keyof Known ? Known[Operation][number] : never>;
}[keyof ByPages];
true satisfies [Hidden] extends [never] ? true : Hidden;

/** Whether an operation has a page to itself, so that it is offered as no form. */
export const isOnPage = (operation: string): boolean => Object.hasOwn(ON_PAGES, operation);
