import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { pathOf } from '@junkan/client/requests.ts';
import type { Role } from '@junkan/proto/actor.ts';
import type { Someone } from '../http.ts';
import type { Rng } from '../rng.ts';
import type { Payment } from './payment.ts';
import { decimal, type Model, type Project, partiesOf, type Step } from './state.ts';
import type { Walker } from './walkers.ts';

/** What each step is made from: the model, the random numbers, and who may come along. */
export type Asking = { readonly model: Model; readonly rng: Rng; readonly by: Walker };

export const cents = (amount: number) => ({ amount: decimal(amount), currency: 'USD' });

/** The rule that it takes one of these roles, held for this organisation where one is named. */
export const needs = (by: Someone, roles: readonly Role[], organisation?: string): Step['rules'][number] => [
  roles.some((role) => by.roles.includes(role)) && (organisation === undefined || by.organisation === organisation),
  403,
];

export const post = (
  name: string,
  operation: OperationName,
  of: Parameters,
  { by }: Asking,
  project: Project | undefined,
  more: Pick<Step, 'rules' | 'effect'> & Partial<Pick<Step, 'body' | 'raw' | 'isDone'>>,
): Step => ({ name, by, operation, of, body: {}, project, ...more, rules: [...known(by, project, operation), ...more.rules] });

/**
 * A draft that was never submitted does not exist for callers other than its proposer and the secretariat, and an agreement with all that
 * is in it does not for those who are no party to it.
 */
export function known({ organisation }: Someone, project: Project | undefined, operation: OperationName): Step['rules'] {
  if (!project || organisation === 'secretariat' || organisation === project.city) return [];
  const isOfAgreement = /^\/(agreements|milestones)\//.test(pathOf(operation));
  const isParty = project.agreement !== undefined && partiesOf(project.agreement, project.city).includes(organisation);
  return [[project.wasSubmitted && (!isOfAgreement || isParty), 404]];
}

export const NOTE = { note: 'because' };

/** One step of a payment: who may, whether it is done already, the status of the payment after it, and what else changes. */
type Rule = Step['rules'][number];
export type Ordering = (
  name: string,
  operation: OperationName,
  rules: readonly Rule[],
  isDone: boolean,
  to: Payment['status'],
  change: Partial<Payment>,
  body: object,
  after?: () => void,
) => Step;
