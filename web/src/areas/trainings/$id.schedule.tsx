import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { labelOf } from '../../acts/words.ts';
import { itemQuery } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { PlanForm, valuesOf } from '../../learning/PlanForm.tsx';

const route = getRouteApi('/members/trainings/$id/schedule');
const NOWHERE = {};

/** Where the secretariat schedules a session of a training. */
export function Page() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data: training } = useSuspenseQuery(itemQuery('getTraining', id));
  const draft = useDraft(`scheduleSession/${id}`, valuesOf());
  const command = useCommand('scheduleSession', NOWHERE, draft);
  return (
    <>
      <PageHead
        title={labelOf('scheduleSession')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/trainings/$id" params={{ id }}>
                {training.title}
              </Link>
            </li>
          </ol>
        }
      />
      <PlanForm
        operation="scheduleSession"
        languages={training.content.languages}
        draft={draft}
        command={command}
        send={(planned) =>
          command.mutate(
            { body: { training: id, ...planned } },
            { onSuccess: (scheduled) => void navigate({ to: '/training-sessions/$id', params: { id: scheduled.id } }) },
          )
        }
      />
    </>
  );
}
