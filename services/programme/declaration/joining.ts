import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { faultOfCity } from './city.ts';
import { dueAtAdmission } from './obligation.ts';
import { type CommandOf, dayOf, type Event, type Existing, isInForce, isJoining, type Rejection, type State } from './signatory.ts';

type Decision = Decided<Event, Rejection>;

/** What a check of a signature has to have said. */
export const CHECKS = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'SignatoryIsInAnotherStatus', status });

/** A city may begin again after it was declined, has stopped or has left. */
const isOver = (state: State): boolean => state.status !== 'absent' && !isJoining(state) && !isInForce(state);

const nextAttempt = (state: State): number => (state.status === 'absent' ? 1 : state.attempt + 1);

const faultOf = (command: CommandOf<'ExpressInterest' | 'InviteCity'>): Rejection | undefined =>
  command.inForce ? faultOfCity(command) : { type: 'DeclarationIsUnknown' };

export function expressInterest(command: CommandOf<'ExpressInterest'>, state: State): Decision {
  const { declaration, city, place, now, by } = command;
  if (state.status === 'interested' && state.place.id === place.id) return alreadyApplied;
  if (state.status !== 'absent' && !isOver(state))
    return refuse(isInForce(state) ? { type: 'CityIsSignatory', status: state.status } : { type: 'InterestIsKnown' });
  const fault = faultOf(command);
  return fault
    ? refuse(fault)
    : accept({ type: 'InterestExpressed', declaration, city, place, attempt: nextAttempt(state), at: now, by: by.person });
}

export function inviteCity(command: CommandOf<'InviteCity'>, state: State): Decision {
  const { declaration, city, place, now, by } = command;
  if (state.status === 'invited' && state.place.id === place.id) return alreadyApplied;
  if (state.status !== 'absent' && state.status !== 'interested' && !isOver(state))
    return refuse({ type: 'CityIsSignatory', status: state.status });
  const fault = faultOf(command);
  const attempt = state.status === 'interested' ? state.attempt : nextAttempt(state);
  return fault ? refuse(fault) : accept({ type: 'CityInvited', declaration, city, place, attempt, at: now, by: by.person });
}

/** What the city prepares may be prepared again until it has signed. */
export function recordCouncilDecision(command: CommandOf<'RecordCouncilDecision'>, state: Existing): Decision {
  const { decision, unknownEvidence, now, by } = command;
  const recorded = state.decision?.decision;
  if (recorded && recorded.on === decision.on && recorded.number === decision.number && recorded.document === decision.document)
    return alreadyApplied;
  if (!['interested', 'invited', 'council-decided'].includes(state.status)) return inAnotherStatus(state);
  const today = dayOf(state, now);
  if (decision.on > today) return refuse({ type: 'DateIsAhead', today });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  return accept({ type: 'CouncilDecided', decision, at: now, by: by.person });
}

export function recordMandate(command: CommandOf<'RecordMandate'>, state: Existing): Decision {
  const { person, organisation, from, document, unknownEvidence, now, by } = command;
  const { mandate, decision } = state;
  if (mandate && mandate.person === person && mandate.from === from && mandate.document === document) return alreadyApplied;
  if (state.status !== 'council-decided' || !decision) return inAnotherStatus(state);
  if (from < decision.decision.on) return refuse({ type: 'MandatePrecedesDecision', decided: decision.decision.on });
  if (organisation !== '' && organisation !== state.city) return refuse({ type: 'PersonIsOfAnotherOrganisation', person });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  return accept({ type: 'MandateGiven', person, from, document, at: now, by: by.person });
}

/** The person whom the mandate names signs, in its own name, what is in force; who wrote any decision or mandate of this attempt does not, also where another wrote the last. */
export function signDeclaration(command: CommandOf<'SignDeclaration'>, state: Existing): Decision {
  const { version, language, hash, text, inForce, now, by } = command;
  const { signature, mandate, decision } = state;
  if (signature) return refuse({ type: 'AlreadySigned', on: signature.on });
  if (state.status !== 'council-decided' || !decision || !mandate) return inAnotherStatus(state);
  const person = by.countsAs ?? by.person;
  const today = dayOf(state, now);
  if (mandate.person !== person || by.for !== undefined) return refuse({ type: 'SignerIsNotMandated', person });
  if (state.writers.includes(by.person)) return refuse({ type: 'SignerWroteTheForm', person: by.person });
  if (today < mandate.from) return refuse({ type: 'TooEarly', from: mandate.from });
  if (version !== inForce || hash !== text) return refuse({ type: 'TextIsAnother', version: inForce });
  return accept({ type: 'DeclarationSigned', version, language, hash, on: today, at: now, by: person });
}

export function returnSignature({ reasons, note, now, by }: CommandOf<'ReturnSignature'>, state: Existing): Decision {
  if (state.status !== 'signed' && state.status !== 'checked')
    return state.status === 'council-decided' && state.returnReasons.join() === reasons.join() ? alreadyApplied : inAnotherStatus(state);
  return accept({ type: 'SignatureReturned', reasons, note, at: now, by: by.person });
}

export function checkSignature({ checks, now, by }: CommandOf<'CheckSignature'>, state: Existing): Decision {
  if (state.status === 'checked' && state.checkedBy === by.person) return alreadyApplied;
  if (state.status !== 'signed') return inAnotherStatus(state);
  const missing = CHECKS.filter((check) => !checks.includes(check));
  if (missing.length > 0) return refuse({ type: 'CheckIsIncomplete', missing });
  return accept({ type: 'SignatureChecked', at: now, by: by.person });
}

/** Nobody admits what they have checked. */
export function admitSignatory({ rule, now, by }: CommandOf<'AdmitSignatory'>, state: Existing): Decision {
  if (state.status === 'active' && state.admittedBy === by.person) return alreadyApplied;
  if (state.status !== 'checked' || !rule) return inAnotherStatus(state);
  if (by.person === state.checkedBy) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const on: CalendarDate = dayOf(state, now);
  return accept({ type: 'SignatoryAdmitted', on, rule, obligations: dueAtAdmission(rule, on), at: now, by: by.person });
}

export function declineCity({ note, now, by }: CommandOf<'DeclineCity'>, state: Existing): Decision {
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (state.status === 'declined' && state.note === note) return alreadyApplied;
  if (!isJoining(state)) return inAnotherStatus(state);
  return accept({ type: 'CityDeclined', note, at: now, by: by.person });
}

export function stopJoining({ note, now, by }: CommandOf<'StopJoining'>, state: Existing): Decision {
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (state.status === 'stopped' && state.note === note) return alreadyApplied;
  if (!isJoining(state)) return inAnotherStatus(state);
  return accept({ type: 'JoiningStopped', note, at: now, by: by.person });
}
