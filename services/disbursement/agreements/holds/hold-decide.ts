import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, kindOf, notAllowed, type Role, SECRETARIAT } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import { isSameLine, lineIn } from '../payments/of-statement.ts';
import { isOver } from '../payments/payment.ts';
import { dutiesBefore, otherDuty } from '../payments/payment-duties.ts';
import { heldOf, isPaidUp, OF_ALL_TRANCHES } from '../retention/retention.ts';
import { type EndHolds, type Hold, type HoldCommand, type HoldPayment, isOnPart, type Part, type ReleaseHold, standingOn } from './hold.ts';

type Answer = Decision<Event, Rejection>;

/** A hold is released by the side that placed it alone: who holds money back is not overruled by whoever would pay it. */
const RELEASING: Readonly<Record<'secretariat' | 'sponsor', readonly Role[]>> = {
  secretariat: ['finance.checker', 'secretariat.approver'],
  sponsor: ['sponsor.approver'],
};

const MAY = { ...ROLES, EndHolds: ROLES.ConfirmStatement };

/** One person places a hold on the money of a part, for a reason; another releases it. Each hold is independent, until it is released. */
export function decideHold(command: HoldCommand, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const hold = command.type === 'ReleaseHold' && isInForce(state) ? state.holds[command.hold - 1] : undefined;
  const refusal = mayNot(command.by, MAY[command.type], command.type === 'HoldPayment' ? command : hold);
  if (refusal) return refuse(refusal);
  if (!isInForce(state)) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  if (command.type === 'HoldPayment') return placeHold(command, state);
  if (command.type === 'EndHolds') return endHolds(command, state);
  return hold ? release(command, hold, state) : refuse({ type: 'HoldIsUnknown', hold: command.hold });
}

/** A sponsor's approver acts on its own part alone. */
const mayNot = (by: Actor, roles: readonly Role[], part: Pick<Part, 'sponsor'> | undefined): Rejection | undefined =>
  notAllowed(by, roles, kindOf(by.organisation) === 'sponsor' ? part?.sponsor : undefined);

function placeHold({ type: _, now, by, releaseDays, line, ...held }: HoldPayment, state: InForce): Answer {
  if (state.status === 'ended') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  const part = { tranche: held.tranche, sponsor: held.sponsor };
  const fault = part.tranche === OF_ALL_TRANCHES ? retainedFault(part, state) : cellFault(part, state);
  if (fault) return refuse(fault);
  const standing = standingOn(part, state.holds);
  const ofLine = line && standing.find((hold) => isSameLine(lineIn(hold), line));
  if (ofLine) return alreadyApplied;
  const own = line ? undefined : standing.find((hold) => hold.heldBy === by.person && !lineIn(hold));
  if (own)
    return own.reason === held.reason && own.note === held.note ? alreadyApplied : refuse({ type: 'PersonHoldsIt', hold: own.number });
  // The line says why.
  if (held.note === '' && !line) return refuse({ type: 'NoteIsMissing' });
  const placed = { hold: state.holds.length + 1, ...held, organisation: by.organisation, releaseDue: daysAfter(now, releaseDays) };
  return accept({ type: 'PaymentHeld', ...placed, at: now, by: by.person, ...line });
}

function cellFault(part: Part, state: InForce): Rejection | undefined {
  const cell = state.cells.find((each) => isOnPart(each, part));
  if (!cell) return { type: 'CellIsUnknown', ...part };
  if (cell.amount.amount === 0n) return { type: 'CellIsZero', ...part };
  const isPaid = state.payments.get(cell.payment)?.status === 'settled' && isPaidUp(state, cell);
  return isPaid ? { type: 'PartIsPaid', ...part } : undefined;
}

function retainedFault(part: Part, state: InForce): Rejection | undefined {
  const order = [...state.payments.values()].find((each) => isOnPart(each, part));
  if (order?.status === 'settled') return { type: 'PartIsPaid', ...part };
  return order || heldOf(state, part.sponsor).amount > 0n ? undefined : { type: 'NothingIsRetained', sponsor: part.sponsor };
}

function release({ hold: number, reason, note, undecided, now, by }: ReleaseHold, hold: Hold, state: InForce): Answer {
  const refusal = mayNot(by, RELEASING[hold.organisation === SECRETARIAT ? 'secretariat' : 'sponsor'], hold);
  if (refusal) return refuse(refusal);
  if (hold.status === 'released') return hold.releasedBy === by.person ? alreadyApplied : refuse({ type: 'HoldIsReleased', hold: number });
  if (hold.heldBy === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const orders = [...state.payments.values()].filter((order) => isOnPart(order, hold) && !isOver(order));
  const duty = otherDuty(
    by.person,
    orders.flatMap((order) => [...dutiesBefore(order), ['requested', order.requestedBy] as const]),
  );
  if (duty) return refuse(duty);
  if (undecided) return refuse({ type: 'LineIsUndecided', statement: undecided.statement, entry: undecided.statementEntry });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({
    type: 'HoldReleased',
    hold: number,
    milestone: hold.milestone,
    reason,
    note,
    organisation: by.organisation,
    at: now,
    by: by.person,
  });
}

/** What two persons have decided of the line ends what was held for it. */
function endHolds({ line, now, by }: EndHolds, { holds }: InForce): Answer {
  const held = holds.filter((hold) => hold.status === 'standing' && isSameLine(lineIn(hold), line));
  const said = { reason: 'line-decided', note: '', organisation: by.organisation, at: now, by: by.person, ...line } as const;
  return accept(...held.map(({ number: hold, milestone }): Event => ({ type: 'HoldReleased', hold, milestone, ...said })));
}
