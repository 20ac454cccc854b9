import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { ConditionConfirmed, ConditionRefused, ConditionReported } from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { SponsorId } from '../ids.ts';
import type { Fulfilment } from './condition.ts';

/** The note says how it is met, and where that is seen. */
export type ReportCondition = {
  type: 'ReportCondition';
  condition: number;
  note: string;
  /** SHA-256 of each file that shows it. */
  evidence: readonly string[];
  /** Those of them that the proposer has not uploaded. */
  unknownEvidence: readonly string[];
  now: Instant;
  by: Actor;
};
export type ConfirmCondition = { type: 'ConfirmCondition'; condition: number; now: Instant; by: Actor };
export type RefuseCondition = { type: 'RefuseCondition'; condition: number; note: string; now: Instant; by: Actor };
export type ConditionCommand = ReportCondition | ConfirmCondition | RefuseCondition;

export type ConditionEvent = ConditionReported | ConditionConfirmed | ConditionRefused;

export type ConditionRejection =
  | { type: 'ConditionIsUnknown'; condition: number }
  | { type: 'ConditionIsMet'; condition: number }
  | { type: 'ConditionIsReported'; condition: number }
  | { type: 'ConditionIsNotReported'; condition: number; status: string }
  | { type: 'ConditionsAreOpen'; sponsor: SponsorId; conditions: readonly number[] };

/** By the number of the condition: those of which the proposer has said that they are met. */
export type Fulfilments = {
  own: ReadonlyMap<number, Fulfilment>;
  command: ConditionCommand;
  event: ConditionEvent;
  rejection: ConditionRejection;
};
