import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { menuCalls } from '#messages';
import { say_reviseCall } from '#messages/act-forms-programme-calls';
import * as form from '#messages/call-form';
import { labelOf } from '../../acts/words.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { inLocale } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { CallForm } from './CallForm.tsx';
import type { Call } from './shared/said.ts';
import { valuesOf } from './written.ts';

const route = getRouteApi('/members/calls/$id/edit');

/** Where who has drafted a call, or a colleague, revises it until it is open. */
export function Page() {
  const { id } = route.useParams();
  const { data: call } = useSuspenseQuery(itemQuery('getProjectCall', id));
  return (
    <>
      <PageHead
        title={labelOf('reviseCall')}
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
      {mayDo(call, 'reviseCall') ? <Revising call={call} /> : <p>{form.notNow()}</p>}
    </>
  );
}

function Revising({ call }: { readonly call: Call }) {
  const { id, version } = call;
  const navigate = useNavigate();
  const draft = useDraft(`reviseCall/${id}`, valuesOf(call));
  const command = useCommand('reviseCall', { id }, draft);
  return (
    <CallForm
      operation="reviseCall"
      draft={draft}
      command={command}
      says={say_reviseCall()}
      send={(content) =>
        command.mutate({ body: { content }, version }, { onSuccess: () => void navigate({ to: '/calls/$id', params: { id } }) })
      }
    />
  );
}
