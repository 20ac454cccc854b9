import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import * as m from '#messages/actions';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { ActionForm, valuesOf } from './shared/ActionForm.tsx';

const route = getRouteApi('/members/actions/$id/edit');

type Props = { readonly action: Schemas['Action'] };

/** Where a city revises an action; of a funded project it says only which commitments it serves. */
export function Page() {
  const { id } = route.useParams();
  const { data: action } = useSuspenseQuery(itemQuery('getAction', id));
  const isRevised = mayDo(action, 'reviseAction');
  return (
    <>
      <PageHead
        title={labelOf(isRevised ? 'reviseAction' : 'tagAction')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/actions">{m.actions()}</Link>
            </li>
            <li>
              <Link to="/actions/$id" params={{ id }}>
                {action.content.title}
              </Link>
            </li>
          </ol>
        }
      />
      {isRevised ? (
        <Revising action={action} />
      ) : mayDo(action, 'tagAction') ? (
        <Tagging action={action} />
      ) : (
        <Say kind="">{m.officersPlan()}</Say>
      )}
    </>
  );
}

function useBack(id: string): () => void {
  const navigate = useNavigate();
  return () => void navigate({ to: '/actions/$id', params: { id } });
}

const keptOf = ({ content, code, partOf }: Schemas['Action']) => ({
  content,
  tags: { ...(code ? { code } : {}), ...(partOf ? { partOf } : {}) },
});

function Revising({ action, action: { id, version } }: Props) {
  const back = useBack(id);
  const initial = useMemo(() => valuesOf(action), [action]);
  const draft = useDraft(`reviseAction/${id}`, initial);
  const command = useCommand('reviseAction', { id }, draft);
  return (
    <ActionForm
      operation="reviseAction"
      asks={['content', 'tags']}
      kept={keptOf(action)}
      draft={draft}
      command={command}
      send={({ content, tags }) => command.mutate({ body: { content, tags }, version }, { onSuccess: back })}
    />
  );
}

function Tagging({ action, action: { id, version } }: Props) {
  const back = useBack(id);
  const initial = useMemo(() => valuesOf(action), [action]);
  const draft = useDraft(`tagAction/${id}`, initial);
  const command = useCommand('tagAction', { id }, draft);
  return (
    <ActionForm
      operation="tagAction"
      asks={['tags']}
      kept={keptOf(action)}
      draft={draft}
      command={command}
      send={({ tags }) => command.mutate({ body: { tags }, version }, { onSuccess: back })}
    />
  );
}
