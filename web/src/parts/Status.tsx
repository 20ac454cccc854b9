import * as m from '#messages';
import type { Schemas } from '../api/client.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ProjectStatus = Schemas['Project']['status'];

/** Of each status its ring and its tone: the shape tells it before the colour does, and the word tells it too. */
const SHOWN: Readonly<Record<ProjectStatus, readonly [ring: IconName, tone: '' | 'good' | 'bad' | 'wait' | 'info']>> = {
  draft: ['none', ''],
  submitted: ['open', 'info'],
  'more-information-required': ['back', 'wait'],
  eligible: ['open', 'info'],
  ineligible: ['no', 'bad'],
  open: ['open', 'info'],
  funded: ['wait', 'info'],
  unfunded: ['no', 'bad'],
  approved: ['wait', 'info'],
  refused: ['no', 'bad'],
  withdrawn: ['no', ''],
  'in-implementation': ['part', 'info'],
  suspended: ['late', 'wait'],
  terminated: ['no', 'bad'],
  completed: ['done', 'good'],
  closed: ['done', 'good'],
};

/** Codes with hyphens are no keys of messages. */
export const keyOf = (code: string): string => code.replaceAll('-', '');

export function Status({ status }: { readonly status: ProjectStatus }) {
  const [ring, tone] = SHOWN[status];
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{m.status({ status: keyOf(status) })}</span>
    </span>
  );
}
