import type { Schemas } from '../../api/client.ts';
import type { Work } from './approvals.queries.ts';
import { OfAgreement } from './of-agreement.tsx';
import { OfMilestone } from './of-milestone.tsx';
import { OfOffer } from './of-offer.tsx';
import { OfProject } from './of-project.tsx';

/** What a task is about, by the kind of its item. */
export function Opened({ task, names }: { readonly task: Work; readonly names: Schemas['Names'] }) {
  switch (task.item.slice(0, 'prj'.length)) {
    case 'fnd':
      return <OfOffer id={task.item} offer={task.offer ?? ''} names={names} />;
    case 'prj':
      return <OfProject id={task.item} isClosure={task.kind === 'closure-to-decide'} />;
    case 'agr':
      return <OfAgreement task={task} />;
    case 'mst':
      return <OfMilestone id={task.item} />;
    default:
      return null;
  }
}
