import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { menuCalls } from '#messages';
import { say_answerCall } from '#messages/act-forms-programme-calls';
import * as a from '#messages/call-answer';
import * as c from '#messages/calls';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { inLocale } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { AnswerForm, valuesOf } from './AnswerForm.tsx';
import { Rules } from './Rules.tsx';
import type { Call } from './shared/said.ts';

const route = getRouteApi('/members/calls/$id/answer');
const NOWHERE = {};
const MOST = 500;
/** The statuses in which a project is handed in and not funded yet. */
const ANSWERING: readonly string[] = ['submitted', 'more-information-required', 'eligible', 'open'];

/** Where an officer of a city answers a call with one of its projects. */
export function Page() {
  const { id } = route.useParams();
  const { data: call } = useSuspenseQuery(itemQuery('getProjectCall', id));
  return (
    <>
      <PageHead
        title={labelOf('answerCall')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/calls">{menuCalls()}</Link>
            </li>
            <li>
              <Link to="/calls/$id" params={{ id }}>
                {inLocale(call.title)}
              </Link>
            </li>
          </ol>
        }
      />
      <Answering call={call} />
    </>
  );
}

function Answering({ call }: { readonly call: Call }) {
  const navigate = useNavigate();
  const city = useSession()?.organisation ?? '';
  const { data } = useQuery({
    queryKey: keys.list('projects', { city, of: 'call' }),
    queryFn: ({ signal }) => api.operations.listProjects({ proposer: city, sort: 'title', limit: MOST }, { signal }),
  });
  const draft = useDraft(`answerCall/${call.id}`, { ...valuesOf(call), project: '' });
  const command = useCommand('answerCall', NOWHERE, draft);
  if (!draft.values || !data) return null;
  const projects = data.projects.filter(({ status }) => ANSWERING.includes(status));
  const chosen = projects.find(({ id }) => id === draft.values?.['project']) ?? projects[0];
  if (!chosen) return <p>{a.noProject()}</p>;
  return (
    <AnswerForm
      operation="answerCall"
      call={call}
      draft={draft}
      command={command}
      says={say_answerCall()}
      first={
        <PickOne
          name="project"
          label={c.project()}
          hint={a.projectHint()}
          value={chosen.id}
          choices={projects.map(({ id, proposal }) => [id, proposal.title ?? id] as const)}
          onChange={draft.change}
        />
      }
      rules={<Rules call={call} city={city} proposal={chosen.proposal} amount={draft.values['amount'] ?? ''} />}
      send={(written) =>
        command.mutate(
          { body: { call: call.id, project: chosen.id, ...written } },
          { onSuccess: ({ id }) => void navigate({ to: '/answers/$id', params: { id } }) },
        )
      }
    />
  );
}
