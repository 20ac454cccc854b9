import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import { partsOf } from '@junkan/kit/finance/shares.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type Existing, type InForce, isInForce, type State } from '../agreement-state.ts';
import type { OfferId, SponsorId } from '../ids.ts';
import type { Fulfilment } from './condition.ts';
import type { ConditionCommand, ConfirmCondition, RefuseCondition, ReportCondition } from './condition-commands.ts';

type Answer = Decision<Event, Rejection>;

/** What has to be so by the terms of an offer, numbered through all of the agreement from 1. */
export type AgreedCondition = FinancialTerms['conditions'][number] & {
  readonly number: number;
  readonly offer: OfferId;
  readonly sponsor: SponsorId;
};

/** The conditions of all offers, in the order of the shares. */
export const conditionsOf = ({ shares }: Pick<Existing, 'shares'>): AgreedCondition[] =>
  shares
    .flatMap((share) =>
      partsOf(share).flatMap(({ offer, financing }) =>
        (financing?.conditions ?? []).map((condition) => ({ ...condition, offer, sponsor: share.sponsor })),
      ),
    )
    .map((condition, index) => ({ ...condition, number: index + 1 }));

/** The conditions for which a sponsor's first payment waits, and that are not met yet. */
export const unmetOf = (state: InForce, sponsor: SponsorId): number[] =>
  conditionsOf(state)
    .filter(
      ({ number, phase, ...condition }) =>
        phase === 'precedent' && condition.sponsor === sponsor && state.fulfilments.get(number)?.status !== 'met',
    )
    .map(({ number }) => number);

/** The proposer says that a condition is met, and the sponsor whose condition it is confirms that, or not. */
export function decideCondition(command: ConditionCommand, state: State): Answer {
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const condition = conditionsOf(state).find(({ number }) => number === command.condition);
  const refusal = notAllowed(command.by, ROLES[command.type], ownerOf(command, condition, state));
  if (refusal) return refuse(refusal);
  if (!condition) return refuse({ type: 'ConditionIsUnknown', condition: command.condition });
  // What was earned before a termination stays payable, and waits for its conditions as before.
  if (!isInForce(state) || state.status === 'ended') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  switch (command.type) {
    case 'ReportCondition':
      return report(command, condition, state);
    case 'ConfirmCondition':
      return confirm(command, state);
    case 'RefuseCondition':
      return reject(command, state);
  }
}

const ownerOf = ({ type }: ConditionCommand, condition: AgreedCondition | undefined, { proposer }: Existing): string | undefined =>
  type === 'ReportCondition' ? proposer : condition?.sponsor;

function report(said: ReportCondition, { number: condition, offer }: AgreedCondition, { fulfilments }: InForce): Answer {
  const { note, evidence, unknownEvidence, now, by } = said;
  const before = fulfilments.get(condition);
  switch (before?.status) {
    case 'met':
      return refuse({ type: 'ConditionIsMet', condition });
    case 'reported':
      return before.reportedBy === by.person && before.evidence.join() === evidence.join()
        ? alreadyApplied
        : refuse({ type: 'ConditionIsReported', condition });
    case 'refused':
    case undefined:
      if (note === '') return refuse({ type: 'NoteIsMissing' });
      if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
      return accept({ type: 'ConditionReported', condition, offer, note, evidence, by: by.person, at: now });
  }
}

function confirm({ condition, now, by }: ConfirmCondition, { fulfilments }: InForce): Answer {
  const before = fulfilments.get(condition);
  if (before?.status === 'met') return alreadyApplied;
  const fault = answerFault(condition, before, by);
  return fault ? refuse(fault) : accept({ type: 'ConditionConfirmed', condition, by: by.person, at: now });
}

function reject({ condition, note, now, by }: RefuseCondition, { fulfilments }: InForce): Answer {
  const before = fulfilments.get(condition);
  if (before?.status === 'refused') return alreadyApplied;
  const fault = answerFault(condition, before, by);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ConditionRefused', condition, note, by: by.person, at: now });
}

/** Nobody answers for a sponsor what the same person has reported for the city. */
function answerFault(condition: number, before: Fulfilment | undefined, { person }: Actor): Rejection | undefined {
  if (before?.status !== 'reported') return { type: 'ConditionIsNotReported', condition, status: before?.status ?? 'open' };
  return before.reportedBy === person ? { type: 'PersonActsForAnother', person } : undefined;
}
