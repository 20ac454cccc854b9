import { lastDayBegun } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { isSameChecks, unmetIn, wholeFault } from '../criteria/criteria.ts';
import { type CommandOf, type Event, type Existing, hasReported, isFinal, REPORTABLE, type Rejection } from './milestone.ts';
import { wrongStatus } from './milestone-reporting.ts';

type Inspecting = CommandOf<'InspectMilestone'>;

/**
 * Somebody who may judge a milestone, and has no part in its reports, says what was found on its site or in its records, until it has its verdict. What was found decides nothing by itself; a verdict in full
 * against it gives its reason.
 */
export function inspect(command: Inspecting, state: Existing): Decided<Event, Rejection> {
  const { by, kind, inspectedOn, place, evidence, conclusion, note, checked } = command;
  const refusal = notAllowed(by, ROLES.InspectMilestone) ?? hasReported(by, state);
  if (refusal) return refuse(refusal);
  if (isRecorded(command, state)) return alreadyApplied;
  if (isFinal(state)) return wrongStatus(state, ...REPORTABLE, 'submitted');
  const fault = faultOf(command);
  if (fault) return refuse(fault);
  const found = { kind, inspectedOn, place, checks: checked.checks, evidence, conclusion, note };
  return accept({ type: 'MilestoneInspected', inspection: state.inspections.length + 1, ...found, by: by.person });
}

function faultOf({ inspectedOn, now, checked, evidence, unknownEvidence, conclusion, note }: Inspecting): Rejection | undefined {
  const today = lastDayBegun(now);
  if (inspectedOn > today) return { type: 'InspectionIsInTheFuture', inspectedOn, today };
  if (evidence.length === 0) return { type: 'EvidenceIsMissing' };
  if (unknownEvidence.length > 0) return { type: 'EvidenceIsUnknown', hashes: unknownEvidence };
  const [fault, criteria] = [wholeFault(checked), unmetIn(checked)];
  if (fault) return fault;
  if (conclusion === 'confirmed') return criteria.length > 0 ? { type: 'ConclusionIsUnfounded', criteria } : undefined;
  return note === '' ? { type: 'NoteIsMissing' } : undefined;
}

const isRecorded = (command: Inspecting, { inspections }: Existing): boolean =>
  inspections.some(
    (each) =>
      each.by === command.by.person &&
      each.kind === command.kind &&
      each.inspectedOn === command.inspectedOn &&
      each.place === command.place &&
      each.conclusion === command.conclusion &&
      each.note === command.note &&
      each.evidence.join() === command.evidence.join() &&
      isSameChecks(each.checks, command.checked.checks),
  );
