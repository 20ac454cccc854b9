import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { contested, type Existing, isInForce, paid, type State } from '../agreement-state.ts';
import type { AgreementId, ProposerId, SponsorId } from '../ids.ts';
import { accounts, entry, type JournalEntry, moved } from '../journal.ts';
import { unsettled } from '../retention/retention.ts';
import { memoOf, unfundedIn } from '../unfunded/unfunded-offers.ts';
import type {
  ContractCommand,
  DeclineSignature,
  DraftAgreement,
  EndAgreement,
  MoveBudgetEnd,
  SignAgreement,
  VoidAgreement,
} from './contract.ts';
import { cellsOf, faultOf, payingIn } from './contract-terms.ts';
import { applyVerdict } from './verdicts.ts';

type Answer = Decision<Event, Rejection>;

/** What the parties sign, until it is in force; and what verdicts, budgets and the end of the project make of it then. */
export function decideContract(command: ContractCommand, state: State): Answer {
  switch (command.type) {
    case 'DraftAgreement':
      return draft(command, state);
    case 'SignAgreement':
      return sign(command, state);
    case 'DeclineSignature':
      return decline(command, state);
    case 'VoidAgreement':
      return voidDraft(command, state);
    case 'MoveBudgetEnd':
      return moveBudgetEnd(command, state);
    case 'EndAgreement':
      return end(command, state);
    case 'ApplyVerdict':
      return applyVerdict(command, state);
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
    moneyAlone: true,
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

function voidDraft({ because, by }: VoidAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (state.status === 'void') return alreadyApplied;
  if (state.status !== 'draft') return refuse({ type: 'AgreementIsNotADraft', status: state.status });
  return accept({ type: 'AgreementVoided', because, party: '', note: '', by: by.person });
}

/** The sponsor has extended the period of its budget. A late message with an earlier day changes nothing. */
function moveBudgetEnd({ sponsor, periodEnd, now, by }: MoveBudgetEnd, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (!isInForce(state) || state.status === 'ended') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  const share = state.shares.find((each) => each.sponsor === sponsor);
  if (!share) return refuse({ type: 'PartyIsNotOfTheAgreement', party: sponsor });
  const before = share.periodEnd;
  return before === '' || periodEnd <= before ? alreadyApplied : accept({ type: 'BudgetEndMoved', sponsor, before, periodEnd, at: now });
}

function end({ by }: EndAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  switch (state.status) {
    case 'absent':
      return refuse({ type: 'AgreementIsUnknown' });
    case 'draft':
    case 'void':
    case 'terminating':
      return refuse({ type: 'AgreementIsNotEffective', status: state.status });
    case 'ended':
      return alreadyApplied;
    case 'effective':
    case 'suspended':
    case 'terminated': {
      const open = [...unsettled(state), ...contested(state)];
      return open.length > 0 ? refuse({ type: 'PaymentsAreOpen', payments: open }) : accept({ type: 'AgreementEnded', paid: paid(state) });
    }
  }
}

/** The party for which the actor may sign, or why it may not. */
function signerOf(party: string, by: Actor, state: Existing): ProposerId | SponsorId | Rejection {
  const signer = partiesOf(state).find((each) => each === party);
  // An organisation without a part in it learns nothing of it.
  if (signer === undefined) return oversees(by) ? { type: 'PartyIsNotOfTheAgreement', party } : { type: 'AgreementIsUnknown' };
  return notAllowed(by, [signer === state.proposer ? 'proposer.certifier' : 'sponsor.approver'], signer) ?? signer;
}

export const partiesOf = ({ proposer, shares }: Existing): (ProposerId | SponsorId)[] => [
  proposer,
  ...shares.map(({ sponsor }) => sponsor),
];

/** Books every sponsor's share as committed and not yet disbursed, and what is no money as guaranteed or to be given in kind. */
const commitments = (agreement: AgreementId, state: Existing): JournalEntry =>
  entry(`${agreement}/effective`, [
    ...payingIn(state).flatMap(({ sponsor, amount }) =>
      moved(accounts.commitment(sponsor), accounts.undisbursed(agreement, sponsor), amount),
    ),
    ...unfundedIn(state).flatMap((offer) => {
      const { from, to } = memoOf(agreement, offer);
      return moved(from, to, offer.amount);
    }),
  ]);
