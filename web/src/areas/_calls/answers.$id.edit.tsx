import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { menuCalls } from '#messages';
import { say_reviseAnswer } from '#messages/act-forms-programme-calls';
import * as a from '#messages/call-answer';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { AnswerForm, valuesOf } from './AnswerForm.tsx';
import { Rules } from './Rules.tsx';
import type { Call } from './shared/said.ts';

const route = getRouteApi('/members/answers/$id/edit');

/** Where an officer of a city revises what a project says to a call. */
export function Page() {
  const { id } = route.useParams();
  const { data: answer } = useSuspenseQuery(itemQuery('getCallAnswer', id));
  const { data: call } = useSuspenseQuery(itemQuery('getProjectCall', answer.call));
  return (
    <>
      <PageHead
        title={labelOf('reviseAnswer')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/calls">{menuCalls()}</Link>
            </li>
            <li>
              <Link to="/answers/$id" params={{ id }}>
                {answer.title}
              </Link>
            </li>
          </ol>
        }
      />
      {mayDo(answer, 'reviseAnswer') ? <Revising answer={answer} call={call} /> : <p>{a.notNow()}</p>}
    </>
  );
}

function Revising({ answer, call }: { readonly answer: Schemas['CallAnswer']; readonly call: Call }) {
  const { id, version, city, project } = answer;
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(itemQuery('getProject', project));
  const draft = useDraft(`reviseAnswer/${id}`, valuesOf(call, answer));
  const command = useCommand('reviseAnswer', { id }, draft);
  return (
    <AnswerForm
      operation="reviseAnswer"
      call={call}
      draft={draft}
      command={command}
      says={say_reviseAnswer()}
      rules={<Rules call={call} city={city} proposal={data.proposal} amount={draft.values?.['amount'] ?? ''} />}
      send={(body) => command.mutate({ body, version }, { onSuccess: () => void navigate({ to: '/answers/$id', params: { id } }) })}
    />
  );
}
