import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { greater, money } from '@junkan/kit/pure/money.ts';
import { type Actor, kindOf, notAllowed, type Role, SECRETARIAT } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State, underWay } from '../agreement-state.ts';
import { cancelled, paidWith } from '../contract/cells.ts';
import { amendedContent } from '../contract/contract-content.ts';
import { type Cell, currencyOf } from '../contract/terms.ts';
import type { PaymentId } from '../ids.ts';
import { partiesOf } from '../readers.ts';
import { givenBackBy, goneOf, unsettled, withoutRetained } from '../retention/retention.ts';
import { cellsAmended, changesFault, financingChangesFault, movedWith, tranchesAmended } from './amendment.ts';
import { consenting, kindFault, kindOfAmendment } from './amendment-kind.ts';
import { answer, causeFault, forfeitsRetained, heardIn, hearingFault } from './hearing.ts';
import type { Measure, MeasureKind, Proposed } from './measure.ts';
import type { ApproveMeasure, CompleteTermination, MeasureCommand, Promised, ProposeMeasure, RefuseMeasure } from './measure-commands.ts';
import { resultsFault, targetIn } from './results.ts';

type Answer = Decision<Event, Rejection>;

/** In which statuses each kind of measure makes sense. */
const FITS: Record<MeasureKind, readonly State['status'][]> = {
  suspension: ['effective'],
  resumption: ['suspended'],
  termination: ['effective', 'suspended'],
  amendment: ['effective'],
};

/**
 * An agreement in force is suspended, resumed, terminated or amended in one way: an officer of the secretariat or of a party proposes; approvers of the
 * secretariat and of that party, who are other persons, approve; where money, dates or risks change, so do the parties whose they are. Before a
 * termination is approved the parties are heard, and what can be cured has its time.
 */
export function decideMeasure(command: MeasureCommand, state: State): Answer {
  if (command.type === 'ProposeMeasure') {
    const refusal = notAllowed(command.by, ROLES.ProposeMeasure);
    if (refusal) return refuse(refusal);
  }
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (!isInForce(state)) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  switch (command.type) {
    case 'ProposeMeasure':
      return propose(command, state);
    case 'AnswerMeasure':
      return answer(command, state);
    case 'ApproveMeasure':
      return approve(command, state);
    case 'RefuseMeasure':
      return reject(command, state);
    case 'CompleteTermination':
      return terminate(command, state);
  }
}

function propose({ type: _, hearingDays, promised, note, now, by, ...said }: ProposeMeasure, state: InForce): Answer {
  const party = by.organisation;
  const { kind } = said;
  const asked = { ...said, results: said.results.map((each) => ({ ...each, before: targetIn(promised, each) })) };
  if (party !== SECRETARIAT && !partiesOf(state).includes(party)) return refuse({ type: 'PartyIsNotOfTheAgreement', party });
  const pending = state.measures.find(({ status }) => status === 'proposed');
  if (pending)
    return pending.kind === kind && pending.note === note && pending.proposedBy === by.person
      ? alreadyApplied
      : refuse({ type: 'MeasureIsPending', measure: pending.number });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const fault =
    causeFault(asked, state, now) ??
    measureFault(asked, promised, state, now) ??
    (kind === 'amendment' ? kindFault(asked, state) : undefined);
  if (fault) return refuse(fault);
  const needed = [...new Set([SECRETARIAT, party, ...(kind === 'amendment' ? consenting(asked, state) : [])])];
  const amendment = kind === 'amendment' ? kindOfAmendment(asked, state) : '';
  const hearing = heardIn(kind, party, state, now, hearingDays);
  const measure = state.measures.length + 1;
  return accept({ type: 'MeasureProposed', measure, ...asked, amendment, note, party, needed, ...hearing, by: by.person });
}

/** Why the measure cannot take effect as things stand, or nothing: asked when it is proposed, and again when it is approved. */
function measureFault(
  { kind, changes, financing, results }: Proposed,
  promised: readonly Promised[],
  state: InForce,
  now: string,
): Rejection | undefined {
  // Nothing is left to suspend, to end or to change where all is paid: only the project's close is to come.
  const isOver = state.status === 'effective' && unsettled(state).length === 0;
  if (isOver || !FITS[kind].includes(state.status)) return { type: 'MeasureDoesNotFit', kind, status: state.status };
  if (kind === 'amendment')
    return changesFault(changes, state, now) ?? financingChangesFault(financing, state) ?? resultsFault(results, promised, state);
  const payments = kind === 'termination' ? underWay(state) : [];
  return payments.length > 0 ? { type: 'PaymentsAreUnderWay', payments } : undefined;
}

function approve(command: ApproveMeasure, state: InForce): Answer {
  const { measure: number, promised, now, by } = command;
  const measure = state.measures[number - 1];
  if (!measure) return refuse({ type: 'MeasureIsUnknown', measure: number });
  const party = partyOf(by, measure);
  if (typeof party !== 'string') return refuse(party);
  if (measure.approvals.some((approval) => approval.party === party && approval.by === by.person)) return alreadyApplied;
  if (measure.status !== 'proposed') return refuse({ type: 'MeasureInStatus', measure: number, status: measure.status });
  if (measure.proposedBy === by.person || measure.approvals.some((approval) => approval.by === by.person))
    return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (measure.approvals.some((approval) => approval.party === party)) return alreadyApplied;
  const fault = measureFault(measure, promised, state, now) ?? hearingFault(measure, state, now) ?? consentFault(measure, state);
  if (fault) return refuse(fault);
  const approved: Event = { type: 'MeasureApproved', measure: number, party, at: now, by: by.person };
  const isLast = measure.needed.every((each) => each === party || measure.approvals.some((approval) => approval.party === each));
  return isLast ? accept(approved, ...effectOf(command, measure, state)) : accept(approved);
}

/** Since it was proposed, verdicts may have brought in the money of others, or made a small budget a great one: those who must consent now are asked. */
function consentFault(measure: Measure, state: InForce): Rejection | undefined {
  // An amendment of an earlier version was proposed by the rules of its time.
  if (measure.amendment === '') return undefined;
  const parties = consenting(measure, state).filter((party) => !measure.needed.includes(party));
  return parties.length > 0 ? { type: 'ConsentIsMissing', parties } : undefined;
}

function reject({ measure: number, note, by }: RefuseMeasure, state: InForce): Answer {
  const measure = state.measures[number - 1];
  if (!measure) return refuse({ type: 'MeasureIsUnknown', measure: number });
  const party = partyOf(by, measure);
  if (typeof party !== 'string') return refuse(party);
  if (measure.status === 'refused' && measure.refusedBy === by.person) return alreadyApplied;
  return measure.status === 'proposed'
    ? accept({ type: 'MeasureRefused', measure: number, party, note, by: by.person })
    : refuse({ type: 'MeasureInStatus', measure: number, status: measure.status });
}

/** For whom the actor approves or refuses, or why it may not. */
function partyOf(by: Actor, { needed }: Measure): string | Rejection {
  const refusal = notAllowed(by, ROLES.ApproveMeasure);
  if (refusal) return refusal;
  const party = by.organisation;
  return needed.includes(party) ? (notAllowed(by, [approverOf(party)]) ?? party) : { type: 'PartyIsNotOfTheAgreement', party };
}

function approverOf(party: string): Role {
  if (party === SECRETARIAT) return 'secretariat.approver';
  return kindOf(party) === 'sponsor' ? 'sponsor.approver' : 'proposer.certifier';
}

function effectOf({ agreement, hashOf, now }: ApproveMeasure, proposed: Measure, state: InForce): Event[] {
  const { number: measure, kind, changes, financing, results, provisions } = proposed;
  switch (kind) {
    case 'suspension':
      return [{ type: 'AgreementSuspended', measure }];
    case 'resumption':
      return [{ type: 'AgreementResumed', measure }];
    case 'termination':
      return [{ type: 'AgreementTerminationBegun', measure }];
    case 'amendment': {
      const cells = cellsAmended(changes, state);
      const entry = cancelled(`amended/${measure}`, agreement, state, cells);
      const content = amendedContent(
        { agreement, measure, financing, results, provisions },
        tranchesAmended(state.tranches, changes),
        cells,
      );
      const amended = { measure, changes, financing, results, provisions, cells, entry, amendedHash: hashOf(content) };
      const { more, less } = movedWith(cells, state);
      const moved = changes.some(({ amount }) => amount) ? { moved: money(greater(more, less), currencyOf(state)) } : {};
      return [{ type: 'AgreementAmended', ...amended, ...moved }, ...paidWith(state, cells, now)];
    }
  }
}

/**
 * Takes effect on what the milestones say, once none of them can say anything else: what was earned stays payable, whether
 * the verdict came before the termination was approved or only before its milestone was closed.
 */
function terminate({ agreement, left, by }: CompleteTermination, state: InForce): Answer {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'terminated' || state.status === 'ended') return alreadyApplied;
  const begun = state.measures.find(({ status }) => status === 'begun');
  if (!begun) return refuse({ type: 'AgreementIsNotTerminating', status: state.status });
  if (left.open.length > 0) return refuse({ type: 'MilestonesAreOpen', tranches: left.open });
  // A verdict that has not cut its tranche yet says what of it was earned.
  if (left.uncut.length > 0) return refuse({ type: 'VerdictsAreUnderWay', tranches: left.uncut });
  const isOwed = ({ payment, tranche }: Cell): boolean => isPaid(payment, state) || left.payable.includes(tranche);
  const owed = state.cells.map((cell) => (isOwed(cell) ? cell : emptied(cell, state)));
  const retained = forfeitsRetained(begun.cause) ? 'given-back' : 'due';
  const cells = retained === 'due' ? owed : withoutRetained(state, owed);
  const entry = givenBackBy(agreement, state, cells, retained);
  return accept({ type: 'AgreementTerminated', measure: begun.number, cells, entry, retained });
}

const isPaid = (payment: PaymentId, { payments }: InForce): boolean => payments.get(payment)?.status === 'settled';
/** What was paid ahead has gone: it is liquidated, or claimed back; so has what was paid in part. */
const emptied = (cell: Cell, state: InForce): Cell => ({ ...cell, amount: { ...cell.amount, amount: goneOf(state, cell) } });
