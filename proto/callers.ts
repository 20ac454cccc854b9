import type { Commands } from './command.ts';
import { COMMANDS } from './gen/commands.ts';
import type { CatalogueQueryServiceService } from './gen/junkan/catalogue/v1/service.ts';
import type { DisbursementQueryServiceService } from './gen/junkan/disbursement/v1/service.ts';
import type { MatchingQueryServiceService } from './gen/junkan/matching/v1/service.ts';
import type { OperationsServiceService } from './gen/junkan/operations/v1/service.ts';
import type { ProjectQueryServiceService } from './gen/junkan/project/v1/service.ts';
import type { SponsorQueryServiceService } from './gen/junkan/sponsor/v1/service.ts';
import type { Program } from './programs.ts';

// Who may call what: every method of every contract, or it does not compile.

/**
 * `person`: the gateway, for a person who is signed in. `gateway`, `workflows`: these for themselves, by the actors that they are within the
 * system. A service: in the name of whoever called it, for the facts that it decides on.
 */
export type Caller = 'person' | Program;
export type Callers<Contract> = { readonly [Method in keyof Contract]: readonly Caller[] };
/** Commands with their rules, and who may call them. */
export type CommandCallers<Contract> = {
  readonly commands: Commands & Readonly<Record<keyof Contract, unknown>>;
  readonly callers: Callers<Contract>;
};

/** The commands that the HTTP API does not have. */
type Inner<All> = { [Name in keyof All]: All[Name] extends { readonly operation: unknown } ? never : Name }[keyof All];

/** Those that the HTTP API has are for persons; of the others, and of those that are not for persons alone, `others` says for whom. */
function commandsOf<All extends Commands>(
  commands: All,
  others: Readonly<Record<Inner<All>, readonly Caller[]>> & Partial<Callers<All>>,
): CommandCallers<All> {
  const callers = Object.entries(commands).map(([name, { operation }]) => [
    name,
    [...(operation ? PERSON : []), ...((others as Partial<Callers<Commands>>)[name] ?? [])],
  ]);
  return { commands, callers: Object.fromEntries(callers) as Callers<All> };
}

const PERSON = ['person'] as const;
const WORKFLOWS = ['workflows'] as const;
const CATALOGUE = ['catalogue'] as const;

export const OPERATIONS: Callers<typeof OperationsServiceService> = { backlog: ['gateway'] };

export const PROJECT_COMMANDS = commandsOf(COMMANDS.project, {
  recordFunded: WORKFLOWS,
  recordUnfunded: WORKFLOWS,
  recordWithdrawal: WORKFLOWS,
  recordGapReopened: WORKFLOWS,
  recordSuspension: WORKFLOWS,
  recordResumption: WORKFLOWS,
  recordTermination: WORKFLOWS,
  startImplementation: WORKFLOWS,
  completeProject: WORKFLOWS,
  remindOfProject: WORKFLOWS,
  escalateProject: WORKFLOWS,
  beginMilestone: WORKFLOWS,
  markMilestoneDue: WORKFLOWS,
  markMilestoneOverdue: WORKFLOWS,
  changeMilestone: WORKFLOWS,
  cancelMilestone: WORKFLOWS,
  remindOfMilestone: WORKFLOWS,
  escalateMilestone: WORKFLOWS,
  affiliate: PERSON,
});

export const PROJECT_QUERIES: Callers<typeof ProjectQueryServiceService> = {
  getProposer: PERSON,
  getProject: ['person', 'gateway', 'workflows', 'matching', 'disbursement'],
  getMilestone: ['person', 'gateway', 'workflows', 'disbursement'],
  readProject: PERSON,
  readMilestone: PERSON,
  texts: CATALOGUE,
  timeline: PERSON,
  milestoneHistory: ['disbursement'],
  personNames: PERSON,
  getClock: ['gateway'],
  downloadEvidence: PERSON,
};

export const SPONSOR_COMMANDS = commandsOf(COMMANDS.sponsor, {
  reserveForOffer: WORKFLOWS,
  changeReservation: WORKFLOWS,
  releaseOffer: WORKFLOWS,
  commitOffer: WORKFLOWS,
  returnCommitment: WORKFLOWS,
  expireClearance: WORKFLOWS,
  remindOfPassport: WORKFLOWS,
});

export const SPONSOR_QUERIES: Callers<typeof SponsorQueryServiceService> = {
  getSponsor: ['person', 'project-registry'],
  getMandate: ['person', 'matching'],
  envelopeBalance: ['person', 'gateway', 'workflows', 'matching'],
  getPassport: WORKFLOWS,
  readPassport: PERSON,
  passportOf: ['matching', 'project-registry'],
  texts: CATALOGUE,
  history: PERSON,
};

export const MATCHING_COMMANDS = commandsOf(COMMANDS.matching, {
  openFunding: WORKFLOWS,
  backOffer: WORKFLOWS,
  refuseBacking: WORKFLOWS,
  expireOffer: WORKFLOWS,
  withdrawOffer: WORKFLOWS,
  closeFunding: WORKFLOWS,
  sealFunding: WORKFLOWS,
  cancelFunding: WORKFLOWS,
});

export const MATCHING_QUERIES: Callers<typeof MatchingQueryServiceService> = {
  getFunding: ['gateway', 'workflows'],
  readFunding: PERSON,
  parties: ['gateway'],
  texts: CATALOGUE,
  sponsorsForProject: PERSON,
  projectsForMandate: PERSON,
  explainMatch: PERSON,
  history: PERSON,
};

export const DISBURSEMENT_COMMANDS = commandsOf(COMMANDS.disbursement, {
  draftAgreement: WORKFLOWS,
  voidAgreement: WORKFLOWS,
  applyVerdict: WORKFLOWS,
  endAgreement: WORKFLOWS,
  completeTermination: WORKFLOWS,
});

export const DISBURSEMENT_QUERIES: Callers<typeof DisbursementQueryServiceService> = {
  getAgreement: ['person', 'gateway', 'workflows'],
  readAgreement: PERSON,
  texts: CATALOGUE,
  listAccounts: PERSON,
  moneyOfMilestone: PERSON,
  history: PERSON,
};

export const CATALOGUE_QUERIES: Callers<typeof CatalogueQueryServiceService> = {
  listProposers: PERSON,
  listSponsors: PERSON,
  listMandates: PERSON,
  listPassports: PERSON,
  listEnvelopes: PERSON,
  listProjects: PERSON,
  listFundings: PERSON,
  listOffers: PERSON,
  listPayments: PERSON,
  listAgreements: PERSON,
  listMilestones: PERSON,
  evidenceCitations: PERSON,
  listWork: PERSON,
  names: PERSON,
  portfolio: PERSON,
};
