import type { ByPages } from '#forms';

/**
 * Who asks for a field that no form shows by itself: `page`, where the operation has a page or a part of one to itself and is offered as no
 * form; `given`, where the page that offers the form gives the value, or an input for it. A field that is missing here fails the types: a
 * form that hid it would send it empty.
 */
export const BY_PAGES: { readonly [Operation in keyof ByPages]: Readonly<Record<ByPages[Operation], 'page' | 'given'>> } = {
  checkProposals: { proposer: 'page', proposals: 'page' },
  draftProject: { proposer: 'page', proposal: 'page' },
  attend: { item: 'page', leaves: 'page' },
  reviseProposal: {
    milestones: 'page',
    place: 'page',
    wasteStreams: 'page',
    capacity: 'page',
    otherSources: 'page',
    plannedIndicators: 'page',
  },
  attachDocuments: { documents: 'page' },
  nameContacts: { contacts: 'page' },
  publishMandate: { sponsor: 'page', terms: 'page' },
  reviseMandate: { terms: 'page' },
  whatIf: { terms: 'page', mandate: 'page' },
  proposeOffer: { mandate: 'page', envelope: 'page', financing: 'page' },
  counterOffer: { financing: 'given' },
  requestPayment: { sponsor: 'given' },
  signAgreement: { contentHash: 'given' },
  proposeMeasure: { changes: 'given', financing: 'given', results: 'given' },
  requestPartPayment: { sponsor: 'given' },
  requestRelease: { sponsor: 'given' },
  askAdvance: { sponsor: 'given' },
  holdPayment: { sponsor: 'given' },
  proposeWriteOff: { sponsor: 'given' },
  linkEntry: { agreement: 'given', settles: 'given' },
  nameStatementOwner: { account: 'given' },
  confirmStatementOwner: { account: 'given' },
  makePaymentFile: { payer: 'page' },
  proposeLimits: { limits: 'given' },
  enterRates: { rates: 'page', corrects: 'page' },
  importRates: { corrects: 'page' },
  requestDueDiligence: { subject: 'given' },
  relyOnClearance: { project: 'given' },
  reportMilestone: { indicators: 'page' },
  saveDraftResults: { indicators: 'page' },
  changeSettings: { shortcutsOff: 'page' },
  saveSearch: { tell: 'page' },
  changeSearch: { tell: 'page' },
};

const ON_PAGES: ReadonlySet<string> = new Set(
  Object.entries(BY_PAGES)
    .filter(([, fields]) => Object.values<string>(fields).includes('page'))
    .map(([operation]) => operation),
);

/** Whether an operation has a page to itself, so that it is offered as no form. */
export const isOnPage = (operation: string): boolean => ON_PAGES.has(operation);
