import { notAllowed } from '@junkan/kit/pure/actor.ts';
import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadySo, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Command, DraftAgreement, EndAgreement, Rejection, SignAgreement } from './agreement-commands.ts';
import type { Event } from './agreement-events.ts';
import { decidePayment } from './agreement-payments.ts';
import {
  type AgreementId,
  type Draft,
  type Effective,
  type Ended,
  type ProposerId,
  paid,
  type SponsorId,
  type State,
  unsettled,
} from './agreement-state.ts';
import { cellsOf, faultOf } from './agreement-terms.ts';
import { accounts, entry, type JournalEntry, moved } from './journal.ts';

type Answer = Decision<Event, Rejection>;

export function decide(command: Command, state: State): Answer {
  switch (command.type) {
    case 'DraftAgreement':
      return draft(command, state);
    case 'SignAgreement':
      return sign(command, state);
    case 'EndAgreement':
      return end(command, state);
    case 'RequestPayment':
    case 'ApprovePayment':
    case 'RefusePayment':
    case 'InstructPayment':
    case 'SettlePayment':
      return decidePayment(command, state);
  }
}

function draft({ terms, contentHash, payments, signingDays, now, by }: DraftAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent')
    return state.contentHash === contentHash ? alreadySo : refuse({ type: 'AgreementIsDrafted', contentHash: state.contentHash });
  const fault = faultOf(terms);
  if (fault) return refuse(fault);
  return accept({
    type: 'AgreementDrafted',
    ...terms,
    cells: cellsOf(terms, payments),
    contentHash,
    signingDue: daysAfter(now, signingDays),
  });
}

function sign({ agreement, party, contentHash, now, by }: SignAgreement, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const signer = partiesOf(state).find((each) => each === party);
  if (signer === undefined) return refuse({ type: 'PartyIsNotOfTheAgreement', party });
  const refusal = notAllowed(by, [signer === state.proposer ? 'proposer.certifier' : 'sponsor.approver'], signer);
  if (refusal) return refuse(refusal);
  if (contentHash !== state.contentHash) return refuse({ type: 'ContentIsAnother', contentHash: state.contentHash });
  const signed = new Set<string>(state.signatures.map((signature) => signature.party));
  if (signed.has(signer)) return alreadySo;
  const signature: Event = { type: 'AgreementSigned', party: signer, contentHash, at: now, by: by.person };
  const isLast = partiesOf(state).every((each) => each === signer || signed.has(each));
  return isLast
    ? accept<Event>(signature, { type: 'AgreementBecameEffective', at: now, entry: commitments(agreement, state) })
    : accept(signature);
}

function end({ by }: EndAgreement, state: State): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  switch (state.status) {
    case 'absent':
      return refuse({ type: 'AgreementIsUnknown' });
    case 'draft':
      return refuse({ type: 'AgreementIsNotEffective', status: state.status });
    case 'ended':
      return alreadySo;
    case 'effective': {
      const open = unsettled(state);
      return open.length > 0 ? refuse({ type: 'PaymentsAreOpen', payments: open }) : accept({ type: 'AgreementEnded', paid: paid(state) });
    }
  }
}

const partiesOf = ({ proposer, shares }: Draft | Effective | Ended): (ProposerId | SponsorId)[] => [
  proposer,
  ...shares.map(({ sponsor }) => sponsor),
];

/** Books every sponsor's share as committed and not yet disbursed. */
const commitments = (agreement: AgreementId, { shares }: Draft | Effective | Ended): JournalEntry =>
  entry(
    `${agreement}/effective`,
    shares.flatMap(({ sponsor, amount }) => moved(accounts.commitment(sponsor), accounts.undisbursed(agreement, sponsor), amount)),
  );
