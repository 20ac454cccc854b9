import { STATEMENT_READERS } from '@junkan/disbursement/readers.ts';
import { KIND_OF_ROLE, kindOf, ROLES, type Role } from '@junkan/proto/actor.ts';
import type { Reads } from '@junkan/proto/command.ts';
import { OVERSEERS } from '@junkan/proto/oversight.ts';
import { READS } from '@junkan/proto/reads.ts';
import type { Someone } from '../http.ts';

/** What the contracts declare the same for every reader. */
const PLAIN_READS = Object.values<Reads>(READS).flatMap((reads) => Object.values(reads).map(({ operation }) => operation.id));

/**
 * Who may read what: `anybody` without a token too; `whoever` shows a token, whatever its organisation, as it is told of itself; `readers` of registered organisations; `parties` those whom the item concerns, and
 * overseers; `proposer` that organisation alone; `due-diligence` sponsors and overseers; `finance` finance and auditors; `payers` those and whom the item concerns; `payments` finance alone; `books` finance and auditors, and each party of its own. Whose the item is decides between what is answered and what is not there.
 */
type Rule =
  | 'anybody'
  | 'whoever'
  | 'readers'
  | 'parties'
  | 'proposer'
  | 'due-diligence'
  | 'overseers'
  | 'finance'
  | 'payers'
  | 'payments'
  | 'books'
  | 'clock';

export const RULES: Readonly<Record<string, Rule>> = {
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
  getEnvelopeTimeline: 'parties',
  takenOfEnvelope: 'parties',
  listMandates: 'readers',
  getMandate: 'readers',
  getMandateTimeline: 'readers',
  findProjects: 'readers',
  listMatches: 'readers',
  whatIf: 'readers',
  explainMatch: 'parties',
  listPassports: 'readers',
  getPassport: 'readers',
  getPassportTimeline: 'due-diligence',
  getFunding: 'readers',
  listOffers: 'readers',
  compareOffers: 'readers',
  scheduleOfOffer: 'parties',
  listAgreements: 'readers',
  getAgreement: 'parties',
  editionsOfAgreement: 'parties',
  downloadEdition: 'parties',
  listPayments: 'parties',
  listAccounts: 'overseers',
  getLedger: 'books',
  listRates: 'finance',
  getRates: 'finance',
  getRatesTimeline: 'finance',
  listPeriods: 'finance',
  getPeriod: 'finance',
  getPeriodTimeline: 'finance',
  listStatements: 'finance',
  getStatement: 'finance',
  getStatementTimeline: 'finance',
  listPaymentFiles: 'payers',
  getPaymentFile: 'payers',
  getPaymentFileTimeline: 'payers',
  paymentsForFile: 'finance',
  downloadPaymentFile: 'payments',
  listDelegations: 'readers',
  getDelegations: 'parties',
  getDelegationsTimeline: 'parties',
  listApprovalRules: 'readers',
  getApprovalRules: 'parties',
  getApprovalRulesTimeline: 'parties',
  listBankAccounts: 'readers',
  getBankAccount: 'parties',
  getBankAccountTimeline: 'parties',
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
  downloadEvidence: 'parties',
  getClock: 'clock',
  getSession: 'whoever',
  listen: 'readers',
  getPublicTotals: 'anybody',
  getPublicFlow: 'anybody',
  getPublicDay: 'anybody',
  getPublicPlaces: 'anybody',
  getPublicMap: 'anybody',
  listPublicMilestones: 'anybody',
  listPublicProjects: 'anybody',
  getPublicProject: 'anybody',
  getPublicProposer: 'anybody',
  getPublicSponsor: 'anybody',
  listPublicMandates: 'anybody',
  listLists: 'anybody',
  getList: 'anybody',
  findPlaces: 'anybody',
};

/** Everybody who may try: each role of each organisation, and of one that is not registered. */
export const triers = (organisations: readonly string[]): Someone[] =>
  [...organisations, `org_${'0'.repeat(26)}`, `spo_${'0'.repeat(26)}`, 'junkan'].flatMap((organisation) =>
    ROLES.map((role) => ({ person: `${organisation}/${role}`, organisation, roles: [role] })),
  );

/** `registered`: the organisations that there are. `parties`: those whom the item concerns; all where it concerns everybody. */
type Item = { readonly registered: readonly string[]; readonly parties: readonly string[] | 'all' };

/** With which statuses somebody may be answered. */
export function expected(operation: string, { organisation, roles }: Someone, { registered, parties }: Item): readonly number[] {
  const rule = RULES[operation];
  const [role] = roles as readonly [Role];
  if (rule === 'anybody') return [parties === 'all' ? 200 : 404];
  if (KIND_OF_ROLE[role] !== kindOf(organisation) || role === 'system.workflow') return [401, 403];
  if (rule === 'whoever') return [200];
  if (!registered.includes(organisation)) return [403];
  const isParty = parties === 'all' || parties.includes(organisation);
  const isOverseer = OVERSEERS.includes(role);
  if (role === 'clock.operator') return [rule === 'clock' ? 200 : 403];
  switch (rule) {
    case 'clock':
    case 'readers':
      return [200];
    case 'overseers':
      return [isOverseer ? 200 : 403];
    case 'finance':
      return [STATEMENT_READERS.includes(role) ? 200 : 403];
    case 'payers':
      if (kindOf(organisation) === 'secretariat') return [STATEMENT_READERS.includes(role) ? 200 : 403];
      return [isParty ? 200 : 404];
    case 'books':
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
