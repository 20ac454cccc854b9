import { useQuery } from '@tanstack/react-query';
import * as common from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { Icon } from '../../parts/Icon.tsx';
import { dayText } from '../../parts/locale.ts';
import { waitingQuery } from './project.queries.ts';

/** Who must do what by when, before all history. */
export function NextStep({ project: { id } }: { readonly project: Schemas['Project'] }) {
  const { data } = useQuery(waitingQuery(id));
  const task = data?.next;
  if (!task) return null;
  const what = common.task({ kind: task.kind });
  const due = task.due === undefined ? 'none' : dayText(task.dueOn ?? task.due);
  const who = data?.names?.[task.organisation]?.text ?? common.secretariat();
  return (
    <div className="turn">
      <div>
        <Icon name={task.overdue ? 'late' : 'wait'} size={22} />
        <div>
          <h2>{m.nextStep()}</h2>
          <p>{task.mine ? m.waitsForYou({ what, due }) : m.waitsFor({ who, what, due })}</p>
        </div>
      </div>
    </div>
  );
}
