import type { Role } from '@junkan/kit/pure/actor.ts';

/**
 * Who may do what: for each operation that changes something, the roles of which one is needed, and for which organisation. `own`: the one
 * that the thing is of, as its proposer, as the sponsor of the offer, or as a party to the agreement (the secretariat has one).
 * `any`: every registered organisation of the role's kind. The table describes the API and is held against it; what enforces it are the
 * deciders of the services.
 */
export type Act = { readonly roles: readonly Role[]; readonly of: 'own' | 'any' };

const own = (...roles: readonly Role[]): Act => ({ roles, of: 'own' });
const any = (...roles: readonly Role[]): Act => ({ roles, of: 'any' });

export const ACTS: Readonly<Record<string, Act>> = {
  registerProposer: own('secretariat.officer'),
  registerSponsor: own('secretariat.officer'),
  advanceClock: own('clock.operator'),

  draftProject: own('proposer.officer'),
  reviseProposal: own('proposer.officer'),
  submitProject: own('proposer.officer'),
  requestInformation: own('secretariat.officer'),
  provideInformation: own('proposer.officer'),
  declareEligible: own('secretariat.officer'),
  declareIneligible: own('secretariat.officer'),
  withdrawProject: own('proposer.officer', 'proposer.certifier'),
  openProject: own('secretariat.officer'),
  approveProject: own('secretariat.approver'),
  refuseProject: own('secretariat.approver'),
  proposeClosure: own('secretariat.officer'),
  closeProject: own('secretariat.approver'),
  refuseClosure: own('secretariat.approver'),

  publishMandate: own('sponsor.officer'),
  openEnvelope: own('sponsor.approver'),
  requestDueDiligence: any('sponsor.officer', 'sponsor.approver', 'secretariat.officer'),
  clearSubject: own('secretariat.verifier'),
  flagSubject: own('secretariat.verifier'),
  revokeClearance: own('secretariat.verifier'),
  relyOnClearance: any('sponsor.approver', 'secretariat.approver'),

  proposeOffer: own('sponsor.officer'),
  acceptOffer: own('proposer.officer', 'sponsor.officer'),
  counterOffer: own('proposer.officer', 'sponsor.officer'),
  declineOffer: own('proposer.officer'),
  retractOffer: own('sponsor.officer'),
  approveOffer: own('sponsor.approver'),
  withdrawOffer: own('sponsor.officer', 'sponsor.approver'),

  signAgreement: own('proposer.certifier', 'sponsor.approver'),
  declineSignature: own('proposer.certifier', 'sponsor.approver'),
  proposeMeasure: own('secretariat.officer'),
  approveMeasure: own('secretariat.approver', 'proposer.certifier', 'sponsor.approver'),
  refuseMeasure: own('secretariat.approver', 'proposer.certifier', 'sponsor.approver'),

  uploadEvidence: any('proposer.officer'),
  reportMilestone: own('proposer.officer'),
  returnReport: own('secretariat.verifier'),
  verifyMilestone: own('secretariat.verifier'),
  rejectMilestone: own('secretariat.verifier'),
  proposeWaiver: own('secretariat.officer'),
  waiveMilestone: own('secretariat.approver'),
  refuseWaiver: own('secretariat.approver'),

  requestPayment: own('finance.maker'),
  approvePayment: own('finance.checker'),
  refusePayment: own('finance.checker'),
  instructPayment: own('finance.maker'),
  settlePayment: own('finance.maker'),
  failPayment: own('finance.maker'),
  confirmPayment: own('finance.checker'),
  objectToPayment: own('finance.checker'),
};

/** Who may do an operation, in a sentence for its description; nothing for what changes nothing. */
export function whoMay(operation: string): string | undefined {
  const act = Object.hasOwn(ACTS, operation) ? ACTS[operation] : undefined;
  return act && `For ${act.roles.join(' or ')}${act.of === 'any' ? ' of any registered organisation' : ''}.`;
}
