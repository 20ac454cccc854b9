import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import * as m from '#messages/actions';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { PlaceOf } from '../../places/PlaceOf.tsx';
import { ActionForm, valuesOf } from './shared/ActionForm.tsx';

const INITIAL = { ...valuesOf({}), group: '' };
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
      {session?.roles.includes('proposer.officer') ? (
        <Planning organisation={session.organisation} />
      ) : (
        <Say kind="">{m.officersPlan()}</Say>
      )}
    </>
  );
}

/** The groups whose lead the city is, and which share what they have promised. */
function useLed(lead: string) {
  const { data } = useQuery({
    queryKey: keys.list('signatory-groups', { lead, for: 'actions' }),
    queryFn: ({ signal }) => api.operations.listSignatoryGroups({ lead, groupKind: 'shared' }, { signal }),
  });
  return (data?.groups ?? []).filter(({ status }) => status === 'standing');
}

function Planning({ organisation }: { readonly organisation: string }) {
  const navigate = useNavigate();
  const draft = useDraft('planAction', INITIAL);
  const led = useLed(organisation);
  const command = useCommand('planAction', NOWHERE, draft);
  return (
    <ActionForm
      operation="planAction"
      asks={['content', 'tags']}
      Place={PlaceOf}
      beside={
        led.length === 0 ? null : (
          <PickOne
            name="group"
            label={m.group()}
            hint={m.groupHint()}
            value={draft.values?.['group'] ?? ''}
            choices={[['', m.ofCityAlone()], ...led.map(({ id, title }) => [id, title] as const)]}
            onChange={draft.change}
          />
        )
      }
      draft={draft}
      command={command}
      send={({ content, tags, place }) => {
        const group = draft.values?.['group'];
        command.mutate(
          { body: { place, content, tags, ...(group ? { group } : {}) } },
          { onSuccess: ({ id }) => void navigate({ to: '/actions/$id', params: { id } }) },
        );
      }}
    />
  );
}
