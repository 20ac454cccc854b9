import * as m from '#messages';
import type { Schemas } from '../api/client.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ProjectStatus = Schemas['Project']['status'];

/** A ring and a tone. */
export type Shown = readonly [ring: IconName, tone: '' | 'good' | 'bad' | 'wait' | 'info'];
/** How a status is shown of which this version knows nothing: as neither good nor bad. */
export const UNKNOWN: Shown = ['open', ''];

/** Of each status its ring and its tone: the shape tells it before the colour does, and the word tells it too. */
const SHOWN: Readonly<Record<ProjectStatus, Shown>> = {
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

export function Status({ status }: { readonly status: ProjectStatus }) {
  // A newer installation may know more of them than this page.
  const [ring, tone] = (SHOWN as Readonly<Record<string, Shown>>)[status] ?? UNKNOWN;
  return (
    <span className={`tag ${tone}`}>
      <Icon name={ring} />
      <span>{m.status({ status })}</span>
    </span>
  );
}
