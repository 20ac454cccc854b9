import { ACTS } from '@junkan/gateway/acts.ts';
import { KIND_OF_ROLE, kindOf, ROLES, type Role } from '@junkan/proto/actor.ts';
import { type Http, problemOf, type Someone } from '../http.ts';
import { type Moment, type Possible, someOf } from './moments.ts';

/** The organisations that try: those of the thing, others that are registered, and what is none of the installation's. */
export type Organisations = { readonly own: readonly string[]; readonly others: readonly string[] };
const NOBODYS = [`org_${'0'.repeat(26)}`, `spo_${'0'.repeat(26)}`, `ptn_${'0'.repeat(26)}`, 'junkan', 'nowhere'] as const;

/** What the published table says: whether this role of this organisation may do it now. */
export function may(possible: Possible, role: Role, organisation: string, { own, others }: Organisations): boolean {
  const act = ACTS[possible.act];
  const kind = kindOf(organisation);
  if (!act?.roles.includes(role) || KIND_OF_ROLE[role] !== kind) return false;
  if (possible.side !== undefined && possible.side !== kind) return false;
  if (possible.roles !== undefined && !possible.roles.includes(role)) return false;
  return own.includes(organisation) || (act.of === 'any' && others.includes(organisation));
}

export type Cells = { cells: number; readonly differences: string[] };

/** Sends what is possible now as everybody who may not do it. Those who may are left to the scenario. */
export async function everybodyElse(web: Http, { state, possible }: Moment, organisations: Organisations, met: Cells): Promise<void> {
  const { own, others } = organisations;
  for (const one of possible) {
    for (const organisation of [...own, ...others, ...NOBODYS]) {
      const trying = ROLES.map(async (role) => {
        met.cells += 1;
        if (may(one, role, organisation, organisations)) return;
        const reply = await attempt(web, one, { person: `${organisation}/${role}`, organisation, roles: [role] });
        if (![401, 403, 404].includes(reply.status))
          met.differences.push(`${one.act} (${state}) as ${role} of ${organisation}: ${reply.status} ${reply.bytes}`);
      });
      await Promise.all(trying);
    }
  }
}

export const attempt = (web: Http, { act, of, body, headers }: Possible, as: Someone) =>
  web.ask(as, act, of, body, headers ? { headers } : {});

/** Acts that one person may not both do, of the same organisation; for two sides nobody acts at all. */
const DUTIES: Readonly<Record<string, readonly string[]>> = {
  signAgreement: ['draftProject', 'reviseProposal', 'submitProject', 'provideInformation'],
  approveProject: ['requestInformation', 'declareEligible', 'openProject'],
  refuseProject: ['requestInformation', 'declareEligible', 'openProject'],
  approveOffer: ['proposeOffer', 'acceptOffer'],
  approveMeasure: ['proposeMeasure'],
  waiveMilestone: ['proposeWaiver'],
  approveRecovery: ['claimRecovery'],
  refuseRecovery: ['claimRecovery'],
  confirmResolution: ['claimRecovery', 'reportRefund'],
  refuseResolution: ['claimRecovery', 'reportRefund'],
  clearSubject: ['requestDueDiligence'],
  flagSubject: ['requestDueDiligence'],
  revokeClearance: ['requestDueDiligence'],
  confirmBankAccount: ['proposeBankAccount'],
  approveLimits: ['proposeLimits'],
  confirmEnvelopeEnd: ['proposeEnvelopeEnd'],
  confirmIncrease: ['proposeIncrease'],
  confirmDelegation: ['delegateRole'],
  confirmSponsorChange: ['proposeSponsorChange'],
  confirmProposerChange: ['proposeProposerChange'],
  confirmClaimPaid: ['reportClaimPaid'],
  objectToClaim: ['reportClaimPaid'],
  confirmClaimReversal: ['reverseClaim'],
  releaseHold: ['holdPayment'],
  requestPayment: ['verifyMilestone'],
  requestPartPayment: ['verifyMilestone'],
  requestRelease: ['verifyMilestone'],
  approvePayment: ['verifyMilestone', 'requestPayment'],
  approvePaymentFile: ['verifyMilestone', 'requestPayment', 'makePaymentFile'],
  sendPaymentFile: ['approvePaymentFile'],
  confirmFileFailures: ['approvePayment', 'rejectRemainingTransfers'],
  settlePayment: ['verifyMilestone', 'approvePayment'],
  failPayment: ['verifyMilestone', 'approvePayment'],
  returnPayment: ['verifyMilestone', 'approvePayment'],
  reversePayment: ['verifyMilestone', 'approvePayment'],
  reverseOutcome: ['verifyMilestone', 'approvePayment'],
  confirmPayment: ['verifyMilestone', 'settlePayment'],
  objectToPayment: ['verifyMilestone', 'settlePayment'],
  linkEntry: ['verifyMilestone', 'approvePayment'],
  confirmStatement: ['linkEntry', 'recordFee'],
  refuseFee: ['recordFee'],
  refuseExplanation: ['explainEntry'],
  refuseWithdrawal: ['withdrawEntry'],
  confirmGap: ['explainGap'],
  refuseDismissal: ['ignoreEntry'],
  confirmStatementOwner: ['nameStatementOwner'],
  refuseStatementOwner: ['nameStatementOwner'],
  confirmRates: ['enterRates'],
  closePeriod: ['proposePeriod'],
  closeProject: ['proposeClosure'],
  publishDeclaration: ['draftDeclaration', 'draftVersion'],
  signDeclaration: ['recordCouncilDecision', 'recordMandate'],
  admitSignatory: ['checkSignature'],
  revokeCertificate: ['proposeRevocation'],
  signOffNomination: ['reviseNomination'],
  openCall: ['draftCall', 'reviseCall'],
  signOffAnswer: ['answerCall', 'reviseAnswer'],
  screenAnswer: ['declareReviewInterests'],
  assignReviews: ['declareReviewInterests'],
  openReviews: ['declareReviewInterests', 'markReview', 'sealReview'],
  decideCall: ['draftCall', 'reviseCall', 'openCall', 'screenAnswer', 'openReviews'],
  announceOutcome: ['decideOutcome'],
  decidePrizeWithdrawal: ['proposePrizeWithdrawal'],
  issueNotice: ['prepareNotice'],
  suspendSignatory: ['prepareNotice'],
  lapseSignatory: ['announceLapse'],
  signOffAssessment: ['answerDimension'],
  signOffPlan: ['draftPlan'],
  acceptSeriesCorrection: ['proposeSeriesCorrection'],
  refuseSeriesCorrection: ['proposeSeriesCorrection'],
  signOffProgressReport: ['typeValue', 'writeSection', 'explainValue', 'contestValue'],
};

const APART = new Set([
  '/problems/prepared-by-the-same-person',
  '/problems/submitted-by-the-same-person',
  '/problems/person-has-another-duty',
  '/problems/person-acts-for-another',
  '/problems/signer-is-not-mandated',
]);

export type Pairs = { pairs: number; readonly passed: string[] };
type Doer = { readonly act: string; readonly by: Someone };

/** Who has done something before tries what it must not: in its own organisation by the duties, in every other one everything; for the other organisations a sample of the persons is enough. */
export async function whoHasActed(
  web: Http,
  { state, possible }: Moment,
  { own }: Organisations,
  before: readonly Doer[],
  met: Pairs,
  as: (organisation: string, person: string) => Someone,
): Promise<void> {
  const tried = new Set(someOf(before));
  for (const one of possible) {
    for (const [index, doer] of before.entries()) {
      const { act, by } = doer;
      // For acts that occur several times in a life cycle, the duties concern the last actor: before that it was another item.
      const isLast = !before.slice(index + 1).some((later) => later.act === act);
      const sides = own.filter((organisation) => ROLES.some((role) => may(one, role, organisation, { own, others: [] })));
      for (const organisation of sides) {
        if (organisation === by.organisation ? !(isLast && (one.duties ?? DUTIES[one.act])?.includes(act)) : !tried.has(doer)) continue;
        met.pairs += 1;
        const reply = await attempt(web, one, as(organisation, by.person));
        const type = reply.status < 300 ? '' : problemOf(reply).type;
        if (!APART.has(type)) met.passed.push(`${act}, then ${one.act} (${state}) for ${organisation}: ${reply.status} ${reply.bytes}`);
      }
    }
  }
}
