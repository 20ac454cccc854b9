import type { CatalogueQueryServiceService } from './gen/junkan/catalogue/v1/service.ts';
import type { DisbursementCommandServiceService, DisbursementQueryServiceService } from './gen/junkan/disbursement/v1/service.ts';
import type { MatchingCommandServiceService, MatchingQueryServiceService } from './gen/junkan/matching/v1/service.ts';
import type { OperationsServiceService } from './gen/junkan/operations/v1/service.ts';
import type { ProjectCommandServiceService, ProjectQueryServiceService } from './gen/junkan/project/v1/service.ts';
import type { SponsorCommandServiceService, SponsorQueryServiceService } from './gen/junkan/sponsor/v1/service.ts';
import type { Program } from './programs.ts';

// Who may call what: every method of every contract, or it does not compile.

/**
 * `person`: the gateway, for a person who is signed in. `gateway`, `workflows`: these for themselves, by the actors that they are within the
 * system. A service: in the name of whoever called it, for the facts that it decides on.
 */
export type Caller = 'person' | Program;
export type Callers<Contract> = { readonly [Method in keyof Contract]: readonly Caller[] };

const PERSON = ['person'] as const;
const WORKFLOWS = ['workflows'] as const;
const CATALOGUE = ['catalogue'] as const;
const EITHER = ['person', 'workflows'] as const;

export const OPERATIONS: Callers<typeof OperationsServiceService> = { backlog: ['gateway'] };

export const PROJECT_COMMANDS: Callers<typeof ProjectCommandServiceService> = {
  registerProposer: PERSON,
  draftProject: PERSON,
  reviseProject: PERSON,
  submitProject: PERSON,
  requestMoreInformation: PERSON,
  provideInformation: PERSON,
  declareEligible: PERSON,
  declareIneligible: PERSON,
  openToSponsors: PERSON,
  recordFunded: WORKFLOWS,
  recordUnfunded: WORKFLOWS,
  approveProject: PERSON,
  refuseProject: PERSON,
  withdrawProject: PERSON,
  recordWithdrawal: WORKFLOWS,
  recordGapReopened: WORKFLOWS,
  recordSuspension: WORKFLOWS,
  recordResumption: WORKFLOWS,
  recordTermination: WORKFLOWS,
  startImplementation: WORKFLOWS,
  completeProject: WORKFLOWS,
  closeProject: PERSON,
  proposeClosure: PERSON,
  refuseClosure: PERSON,
  remindOfProject: WORKFLOWS,
  escalateProject: WORKFLOWS,
  beginMilestone: WORKFLOWS,
  markMilestoneDue: WORKFLOWS,
  markMilestoneOverdue: WORKFLOWS,
  submitMilestoneReport: PERSON,
  returnMilestoneReport: PERSON,
  verifyMilestone: PERSON,
  rejectMilestone: PERSON,
  proposeWaiver: PERSON,
  refuseWaiver: PERSON,
  waiveMilestone: PERSON,
  changeMilestone: WORKFLOWS,
  cancelMilestone: WORKFLOWS,
  remindOfMilestone: WORKFLOWS,
  escalateMilestone: WORKFLOWS,
  advanceClock: PERSON,
  affiliate: PERSON,
  uploadEvidence: PERSON,
};

export const PROJECT_QUERIES: Callers<typeof ProjectQueryServiceService> = {
  getProposer: PERSON,
  getProject: ['person', 'gateway', 'workflows', 'matching', 'disbursement'],
  getMilestone: ['person', 'gateway', 'workflows', 'disbursement'],
  readProject: PERSON,
  readMilestone: PERSON,
  evidenceUse: PERSON,
  texts: CATALOGUE,
  timeline: PERSON,
  milestoneHistory: ['disbursement'],
  personNames: PERSON,
  getClock: ['gateway'],
  downloadEvidence: PERSON,
};

export const SPONSOR_COMMANDS: Callers<typeof SponsorCommandServiceService> = {
  registerSponsor: PERSON,
  publishMandate: PERSON,
  openEnvelope: PERSON,
  reserveForOffer: WORKFLOWS,
  changeReservation: WORKFLOWS,
  releaseOffer: WORKFLOWS,
  commitOffer: WORKFLOWS,
  returnCommitment: WORKFLOWS,
  requestDueDiligence: PERSON,
  clearSubject: PERSON,
  flagSubject: PERSON,
  revokeClearance: PERSON,
  expireClearance: WORKFLOWS,
  relyOnClearance: PERSON,
  remindOfPassport: WORKFLOWS,
};

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

export const MATCHING_COMMANDS: Callers<typeof MatchingCommandServiceService> = {
  openFunding: WORKFLOWS,
  proposeOffer: PERSON,
  backOffer: WORKFLOWS,
  refuseBacking: WORKFLOWS,
  acceptOffer: PERSON,
  counterOffer: PERSON,
  declineOffer: PERSON,
  retractOffer: PERSON,
  expireOffer: WORKFLOWS,
  approveOffer: PERSON,
  withdrawOffer: EITHER,
  closeFunding: WORKFLOWS,
  sealFunding: WORKFLOWS,
  cancelFunding: WORKFLOWS,
};

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

export const DISBURSEMENT_COMMANDS: Callers<typeof DisbursementCommandServiceService> = {
  draftAgreement: WORKFLOWS,
  signAgreement: PERSON,
  declineSignature: PERSON,
  voidAgreement: WORKFLOWS,
  proposeMeasure: PERSON,
  approveMeasure: PERSON,
  refuseMeasure: PERSON,
  applyVerdict: WORKFLOWS,
  requestPayment: PERSON,
  approvePayment: PERSON,
  refusePayment: PERSON,
  instructPayment: PERSON,
  failPayment: PERSON,
  settlePayment: PERSON,
  confirmPayment: PERSON,
  objectToPayment: PERSON,
  endAgreement: WORKFLOWS,
  completeTermination: WORKFLOWS,
};

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
