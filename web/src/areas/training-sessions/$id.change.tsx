import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { PlanForm, valuesOf } from '../../learning/PlanForm.tsx';

const route = getRouteApi('/members/training-sessions/$id/change');

/** Where the secretariat changes when, where, for how many and by whom a session is held. */
export function Page() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(itemQuery('getTrainingSession', id));
  return (
    <>
      <PageHead
        title={labelOf('changeSession')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/training-sessions/$id" params={{ id }}>
                {session.title}
              </Link>
            </li>
          </ol>
        }
      />
      <Changing session={session} />
    </>
  );
}

function Changing({ session: { id, version, plan, trainer = '', training } }: { readonly session: Schemas['TrainingSession'] }) {
  const navigate = useNavigate();
  const { data: taught } = useSuspenseQuery(itemQuery('getTraining', training));
  const draft = useDraft(`changeSession/${id}`, valuesOf({ plan, trainer }));
  const command = useCommand('changeSession', { id }, draft);
  return (
    <PlanForm
      operation="changeSession"
      languages={taught.content.languages}
      draft={draft}
      command={command}
      send={(body) =>
        command.mutate({ body, version }, { onSuccess: () => void navigate({ to: '/training-sessions/$id', params: { id } }) })
      }
    />
  );
}
