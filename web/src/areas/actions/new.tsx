import { Link, useNavigate } from '@tanstack/react-router';
import * as m from '#messages/actions';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { PlaceOf } from '../../places/PlaceOf.tsx';
import { ActionForm, valuesOf } from './shared/ActionForm.tsx';

const INITIAL = valuesOf({});
const NOWHERE = {};

/** Where an officer of a city plans an action. */
export function Page() {
  const session = useSession();
  return (
    <>
      <PageHead
        title={labelOf('planAction')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/actions">{m.actions()}</Link>
            </li>
          </ol>
        }
      />
      {session?.roles.includes('proposer.officer') ? <Planning /> : <Say kind="">{m.officersPlan()}</Say>}
    </>
  );
}

function Planning() {
  const navigate = useNavigate();
  const draft = useDraft('planAction', INITIAL);
  const command = useCommand('planAction', NOWHERE, draft);
  return (
    <ActionForm
      operation="planAction"
      asks={['content', 'tags']}
      Place={PlaceOf}
      draft={draft}
      command={command}
      send={({ content, tags, place }) =>
        command.mutate({ body: { place, content, tags } }, { onSuccess: ({ id }) => void navigate({ to: '/actions/$id', params: { id } }) })
      }
    />
  );
}
