import type { Role } from '@junkan/kit/pure/actor.ts';
import type { Chance } from '../chance.ts';
import type { Someone } from '../http.ts';
import type { Model, Project, Step } from './state.ts';

/** What each step is made from: the model, where chance leads, and who may come along. */
export type Asking = { readonly model: Model; readonly chance: Chance; readonly by: Someone };

export const cents = (amount: number) => ({ amount: (amount / 100).toFixed(2), currency: 'USD' });

/** The rule that it takes one of these roles, held for this organisation where one is named. */
export const needs = (by: Someone, roles: readonly Role[], organisation?: string): Step['rules'][number] => [
  roles.some((role) => by.roles.includes(role)) && (organisation === undefined || by.organisation === organisation),
  403,
];

export const post = (
  name: string,
  path: string,
  { by }: Asking,
  project: Project | undefined,
  more: Pick<Step, 'rules' | 'effect'> & Partial<Pick<Step, 'body' | 'isDone'>>,
): Step => ({ name, by, method: 'POST', path, body: {}, project, ...more });

export const NOTE = { note: 'because' };
