import { type Actor, notAllowed } from '@junkan/kit/pure/actor.ts';
import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import { agreement } from './agreement.ts';
import type {
  Command,
  DeclineSignature,
  DraftAgreement,
  EndAgreement,
  Rejection,
  SignAgreement,
  VoidAgreement,
} from './agreement-commands.ts';
import type { Event } from './agreement-events.ts';
import { type AgreementId, contested, type Existing, type ProposerId, paid, type SponsorId, type State } from './agreement-state.ts';
import { cellsOf, faultOf } from './agreement-terms.ts';
import { applyVerdict } from './agreement-verdicts.ts';
import { decideCondition } from './conditions/agreement-conditions.ts';
import { accounts, entry, type JournalEntry, moved } from './journal.ts';
import { decideMeasure } from './measures/agreement-measures.ts';
import { decidePayment } from './payments/agreement-payments.ts';
import { moveBudgetEnd } from './payments/payment-stop.ts';
import { decideRecovery } from './recoveries/agreement-recoveries.ts';
import { unsettled } from './retention/retention.ts';

type Answer = Decision<Event, Rejection>;

export function decide(command: Command, state: State): Answer {
  if (agreement.decides(command)) return agreement.decide(command, state);
  switch (command.type) {
    case 'DraftAgreement':
    case 'SignAgreement':
    case 'DeclineSignature':
    case 'VoidAgreement':
      return decideDraft(command, state);
    case 'MoveBudgetEnd':
      return moveBudgetEnd(command, state);
    case 'EndAgreement':
      return end(command, state);
    case 'ProposeMeasure':
    case 'AnswerMeasure':
    case 'ApproveMeasure':
    case 'RefuseMeasure':
    case 'CompleteTermination':
      return decideMeasure(command, state);
    case 'ApplyVerdict':
      return applyVerdict(command, state);
    case 'ReportCondition':
    case 'ConfirmCondition':
    case 'RefuseCondition':
      return decideCondition(command, state);
    case 'ClaimRecovery':
    case 'AnswerRecovery':
    case 'ApproveRecovery':
    case 'RefuseRecovery':
    case 'ReportRefund':
    case 'ProposeResolution':
    case 'ProposeWriteOff':
    case 'ConfirmResolution':
    case 'RefuseResolution':
    case 'BookExchangeOfRefund':
      return decideRecovery(command, state);
    case 'RequestPayment':
    case 'RequestPartPayment':
    case 'ReportReturn':
    case 'ReportReversal':
    case 'RequestRelease':
    case 'RequestAdvance':
    case 'ApprovePayment':
    case 'RefusePayment':
    case 'InstructPayment':
    case 'PutInFile':
    case 'TakeFromFile':
    case 'InstructFile':
    case 'ReportSettlement':
    case 'ReportFailure':
    case 'ConfirmPayment':
    case 'ObjectToPayment':
    case 'BookExchange':
      return decidePayment(command, state);
  }
}

/** What comes before an agreement is in force. */
function decideDraft(command: DraftAgreement | SignAgreement | DeclineSignature | VoidAgreement, state: State): Answer {
  switch (command.type) {
    case 'DraftAgreement':
      return draft(command, state);
    case 'SignAgreement':
      return sign(command, state);
    case 'DeclineSignature':
      return decline(command, state);
    case 'VoidAgreement':
      return annul(command, state);
  }
}

function draft({ terms, conversions, contentHash, payments, signingDays, now, by }: DraftAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent' && state.status !== 'void')
    return state.contentHash === contentHash ? alreadyApplied : refuse({ type: 'AgreementIsDrafted', contentHash: state.contentHash });
  const fault = faultOf(terms);
  if (fault) return refuse(fault);
  return accept({
    type: 'AgreementDrafted',
    ...terms,
    cells: cellsOf(terms, payments),
    contentHash,
    signingDue: daysAfter(now, signingDays),
    conversions,
  });
}

function sign(command: SignAgreement, state: State): Answer {
  const { agreement, party, contentHash, now, by } = command;
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const signer = signerOf(party, by, state);
  if (typeof signer !== 'string') return refuse(signer);
  if (contentHash !== state.contentHash) return refuse({ type: 'ContentChanged', contentHash: state.contentHash });
  if (state.status === 'void') return refuse({ type: 'AgreementIsNotADraft', status: state.status });
  const signed = new Set<string>(state.signatures.map((signature) => signature.party));
  if (signed.has(signer)) return alreadyApplied;
  const sameHand = sameHandFault(command, signer, state);
  if (sameHand) return refuse(sameHand);
  const signature: Event = { type: 'AgreementSigned', party: signer, contentHash, at: now, by: by.person };
  const isLast = partiesOf(state).every((each) => each === signer || signed.has(each));
  return isLast
    ? accept<Event>(signature, { type: 'AgreementBecameEffective', at: now, entry: commitments(agreement, state) })
    : accept(signature);
}

/** Nobody signs for two parties, and the proposer's signature is of another person than those who prepared the proposal. */
function sameHandFault({ preparedBy, by: { person } }: SignAgreement, signer: string, state: Existing): Rejection | undefined {
  if (state.signatures.some((signature) => signature.by === person)) return { type: 'PersonActsForAnother', person };
  return signer === state.proposer && preparedBy.includes(person) ? { type: 'PreparedByTheSamePerson', person } : undefined;
}

/** A party that will not sign ends the draft: nobody is bound. */
function decline({ party, note, by }: DeclineSignature, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const signer = signerOf(party, by, state);
  if (typeof signer !== 'string') return refuse(signer);
  if (state.status === 'void' && state.declinedBy === signer) return alreadyApplied;
  if (state.status !== 'draft') return refuse({ type: 'AgreementIsNotADraft', status: state.status });
  return accept({ type: 'AgreementVoided', because: 'signature-declined', party: signer, note, by: by.person });
}

function annul({ because, by }: VoidAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (state.status === 'void') return alreadyApplied;
  if (state.status !== 'draft') return refuse({ type: 'AgreementIsNotADraft', status: state.status });
  return accept({ type: 'AgreementVoided', because, party: '', note: '', by: by.person });
}

function end({ by }: EndAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  switch (state.status) {
    case 'absent':
      return refuse({ type: 'AgreementIsUnknown' });
    case 'draft':
    case 'void':
    case 'suspended':
    case 'terminating':
      return refuse({ type: 'AgreementIsNotEffective', status: state.status });
    case 'ended':
      return alreadyApplied;
    case 'effective':
    case 'terminated': {
      const open = [...unsettled(state), ...contested(state)];
      return open.length > 0 ? refuse({ type: 'PaymentsAreOpen', payments: open }) : accept({ type: 'AgreementEnded', paid: paid(state) });
    }
  }
}

/** The party for which the actor may sign, or why it may not. */
function signerOf(party: string, by: Actor, state: Existing): ProposerId | SponsorId | Rejection {
  const signer = partiesOf(state).find((each) => each === party);
  // Who has no part in it learns nothing of it.
  if (signer === undefined) return oversees(by) ? { type: 'PartyIsNotOfTheAgreement', party } : { type: 'AgreementIsUnknown' };
  return notAllowed(by, [signer === state.proposer ? 'proposer.certifier' : 'sponsor.approver'], signer) ?? signer;
}

const partiesOf = ({ proposer, shares }: Existing): (ProposerId | SponsorId)[] => [proposer, ...shares.map(({ sponsor }) => sponsor)];

/** Books every sponsor's share as committed and not yet disbursed. */
const commitments = (agreement: AgreementId, { shares }: Existing): JournalEntry =>
  entry(
    `${agreement}/effective`,
    shares.flatMap(({ sponsor, amount }) => moved(accounts.commitment(sponsor), accounts.undisbursed(agreement, sponsor), amount)),
  );
