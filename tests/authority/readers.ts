import { STATEMENT_READERS } from '@junkan/disbursement/readers.ts';
import { KIND_OF_ROLE, kindOf, ROLES, type Role } from '@junkan/proto/actor.ts';
import type { Reads } from '@junkan/proto/command.ts';
import type { Item } from '@junkan/proto/item.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { OVERSEERS } from '@junkan/proto/oversight.ts';
import { READS } from '@junkan/proto/reads.ts';
import type { Someone } from '../http.ts';

/** What the contracts declare the same for every reader. */
const PLAIN_READS = Object.values<Reads>(READS).flatMap((reads) => Object.values(reads).map(({ operation }) => operation.id));

/**
 * Who may read what: `anybody` without a token too; `address` those who have the secret address, of whatever role; `signed-in` shows a token, whatever its organisation, as its session shows it; `readers` of registered organisations; `parties` those whom the item concerns, and
 * overseers; `proposer` that organisation alone; `due-diligence` sponsors and overseers; `finance` finance and auditors; `finance-of-item` likewise, of an item that is there for its parties and overseers alone; `payers` those and whom the item concerns; `payments` finance alone; `books` finance and auditors, and each party of its own; roles those alone. Whose the item is decides between what is answered and what is not there.
 */
type Rule =
  | 'anybody'
  | 'address'
  | 'signed-in'
  | 'readers'
  | 'parties'
  | 'proposer'
  | 'due-diligence'
  | 'overseers'
  | 'finance'
  | 'finance-of-item'
  | 'payers'
  | 'payments'
  | 'books'
  | 'clock'
  | 'mistyped'
  | 'nobody'
  | readonly Role[];

/** Items are for the roles that their contracts name, or for their parties; the rows of a list say whose they are. */
const OF_ITEMS = Object.fromEntries(
  Object.values<Item>(ITEMS).flatMap(({ name, readers, list, read, timeline }): [string, Rule][] => {
    const one = readers.length > 0 ? (readers as readonly Role[]) : 'parties';
    return [
      ...(list ? [[list.rpc, readers.length > 0 ? one : 'readers'] satisfies [string, Rule]] : []),
      ...(read ? [[`get${name}`, one] satisfies [string, Rule]] : []),
      ...(timeline ? [[`get${name}Timeline`, one] satisfies [string, Rule]] : []),
    ];
  }),
);

export const RULES: Readonly<Record<string, Rule>> = {
  ...OF_ITEMS,
  ...Object.fromEntries(PLAIN_READS.map((operation) => [operation, 'readers'])),
  listProposers: 'readers',
  listProjects: 'readers',
  checkProposals: 'proposer',
  getProject: 'parties',
  getTimeline: 'parties',
  listMilestonesOfProject: 'parties',
  findSponsors: 'parties',
  listFundings: 'parties',
  listSponsors: 'readers',
  listEnvelopes: 'parties',
  getEnvelope: 'parties',
  takenOfEnvelope: 'parties',
  listMandates: 'readers',
  getMandate: 'readers',
  getMandateTimeline: 'readers',
  findProjects: 'readers',
  listMatches: 'readers',
  whatIf: 'readers',
  explainMatch: 'parties',
  getPassport: 'readers',
  getPassportTimeline: 'due-diligence',
  getFunding: 'readers',
  listOffers: 'readers',
  compareOffers: 'readers',
  scheduleOfOffer: 'parties',
  listAgreements: 'readers',
  listStatements: 'payers',
  getStatement: 'payers',
  getStatementTimeline: 'payers',
  getAgreement: 'parties',
  editionsOfAgreement: 'parties',
  downloadEdition: 'parties',
  listPayments: 'parties',
  listAccounts: 'overseers',
  listPeople: 'readers',
  getLedger: 'books',
  printLedger: 'books',
  printAgreement: 'parties',
  printMilestone: 'parties',
  printProgressReport: 'parties',
  listPaymentFiles: 'payers',
  getPaymentFile: 'payers',
  getPaymentFileTimeline: 'payers',
  accountsOfPayments: 'finance-of-item',
  paymentsForFile: 'finance',
  downloadPaymentFile: 'payments',
  findFundings: 'readers',
  findOffers: 'readers',
  findEnvelopes: 'readers',
  findPayments: 'readers',
  listMilestones: 'readers',
  listWork: 'readers',
  getMilestone: 'readers',
  getReportDraft: 'proposer',
  attend: 'proposer',
  getMoneyOfMilestone: 'parties',
  getSettings: 'readers',
  listSearches: 'readers',
  listNotices: 'readers',
  getPortfolio: 'readers',
  getOverview: 'readers',
  searchEverything: 'readers',
  downloadEvidence: 'parties',
  downloadPublicEvidence: 'anybody',
  downloadCalendar: 'address',
  getClock: 'clock',
  getSession: 'signed-in',
  listen: 'readers',
  searchPublished: 'anybody',
  getDataCatalogue: 'anybody',
  getDataFields: 'anybody',
  downloadData: 'anybody',
  getPublicTotals: 'anybody',
  getPublicFlow: 'anybody',
  getPublicDay: 'anybody',
  getPublicPlaces: 'anybody',
  getPublicMap: 'anybody',
  listPublicMilestones: 'anybody',
  getPublicMilestone: 'anybody',
  listPublicProofs: 'anybody',
  listPublicProjects: 'anybody',
  getPublicProject: 'anybody',
  getPublicProposer: 'anybody',
  getPublicSponsor: 'anybody',
  listPublicDeclarations: 'anybody',
  getPublicDeclaration: 'anybody',
  listPublicSignatories: 'anybody',
  getPublicSignatory: 'anybody',
  listPublicSignatoryGroups: 'anybody',
  getPublicSignatoryGroup: 'anybody',
  listPublicPolicies: 'anybody',
  getPublicPolicyInstrument: 'anybody',
  listPublicSupportRequests: 'anybody',
  getPublicSupportRequest: 'anybody',
  listPublicPartners: 'anybody',
  getPublicPartner: 'anybody',
  getPublicExchange: 'anybody',
  // Once both have agreed, everybody may know that there is one.
  getExchange: 'readers',
  getExchangeTimeline: 'readers',
  findPeers: 'parties',
  listPublicTrainings: 'anybody',
  getPublicTraining: 'anybody',
  listPublicTrainingSessions: 'anybody',
  getPublicTrainingSession: 'anybody',
  downloadPublicSessionCalendar: 'anybody',
  downloadTrainingCalendar: 'anybody',
  getCertificateKeys: 'anybody',
  downloadCertificateStatus: 'anybody',
  checkCertificate: 'mistyped',
  getOwnLearning: 'readers',
  listPublicAwards: 'anybody',
  getPublicAwardCycle: 'anybody',
  listPublicNominations: 'anybody',
  getPublicNomination: 'anybody',
  // Of an award that nobody judges yet, and of a nomination whose outcome is not announced.
  readOwnBallot: 'nobody',
  readNominationFeedback: 'nobody',
  listPublicCalls: 'anybody',
  getPublicProjectCall: 'anybody',
  // Of a call that nobody reviews yet, and of an answer whose call is not decided.
  readOwnReviews: 'nobody',
  readAnswerFeedback: 'nobody',
  downloadSessionCalendar: 'readers',
  downloadCredential: 'nobody',
  getPublicResults: 'anybody',
  listPublicResultRows: 'anybody',
  listPublicActions: 'anybody',
  listPublicSeries: 'anybody',
  getPublicSeries: 'anybody',
  listPublicAssessments: 'anybody',
  getPublicAssessment: 'anybody',
  listPublicActionPlans: 'anybody',
  getPublicActionPlan: 'anybody',
  listPublicProgressReports: 'anybody',
  getPublicProgressReport: 'anybody',
  listPublicMandates: 'anybody',
  listLists: 'anybody',
  getList: 'anybody',
  findPlaces: 'anybody',
};

/** Everybody who may try: each role of each organisation, and of one that is not registered. */
export const triers = (organisations: readonly string[]): Someone[] =>
  [...organisations, `org_${'0'.repeat(26)}`, `spo_${'0'.repeat(26)}`, `ptn_${'0'.repeat(26)}`, 'junkan'].flatMap((organisation) =>
    ROLES.map((role) => ({ person: `${organisation}/${role}`, organisation, roles: [role] })),
  );

/** `registered`: the organisations that there are. `parties`: those whom the item concerns; all where it concerns everybody. */
type Concerned = { readonly registered: readonly string[]; readonly parties: readonly string[] | 'all' };

/** With which statuses somebody may be answered. */
export function expected(operation: string, { organisation, roles }: Someone, { registered, parties }: Concerned): readonly number[] {
  const rule = RULES[operation];
  const [role] = roles as readonly [Role];
  if (rule === 'anybody') return [parties === 'all' ? 200 : 404];
  if (rule === 'address') return [404];
  // An id is no code; and so many are tried that it is too many.
  if (rule === 'mistyped') return [422, 429];
  if (KIND_OF_ROLE[role] !== kindOf(organisation) || role === 'system.workflow') return [401, 403];
  if (rule === 'signed-in') return [200];
  if (!registered.includes(organisation)) return [403];
  const isParty = parties === 'all' || parties.includes(organisation);
  const isOverseer = OVERSEERS.includes(role);
  if (role === 'clock.operator') return [rule === 'clock' ? 200 : 403];
  if (typeof rule === 'object') return [rule.includes(role) ? 200 : 403];
  switch (rule) {
    case 'clock':
    case 'readers':
      return [200];
    case 'nobody':
      return [404];
    case 'overseers':
      return [isOverseer ? 200 : 403];
    case 'finance':
      return [STATEMENT_READERS.includes(role) ? 200 : 403];
    case 'finance-of-item':
      if (STATEMENT_READERS.includes(role)) return [200];
      return [isOverseer || isParty ? 403 : 404];
    case 'payers':
      if (kindOf(organisation) === 'secretariat') return [STATEMENT_READERS.includes(role) ? 200 : 403];
      return [isParty ? 200 : 404];
    case 'books':
      // A partner has no money here.
      if (kindOf(organisation) === 'partner') return [403];
      return [kindOf(organisation) !== 'secretariat' || STATEMENT_READERS.includes(role) ? 200 : 403];
    case 'payments':
      return [role === 'finance.maker' || role === 'finance.checker' ? 200 : 403];
    case 'due-diligence':
      return [isOverseer || kindOf(organisation) === 'sponsor' ? 200 : 403];
    case 'parties':
      return [isOverseer || isParty ? 200 : 404];
    case 'proposer':
      return [isParty ? 200 : 404];
  }
  return [];
}
