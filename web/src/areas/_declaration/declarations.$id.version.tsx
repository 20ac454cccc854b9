import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import * as m from '#messages/declarations';
import { labelOf } from '../../acts/words.ts';
import { itemQuery } from '../../base/api/items.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Drafting } from './Drafting.tsx';
import { EMPTY, keptOf } from './drafted.ts';
import { inForceOf, titleOf } from './shared/queries.ts';

const route = getRouteApi('/members/declarations/$id/version');

/** The next version of a declaration, which begins with the one in force. */
export function Page() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const { data: declaration } = useSuspenseQuery(itemQuery('getDeclaration', id));
  const before = inForceOf(declaration) ?? declaration.versions.at(-1);
  const initial = useMemo(() => ({ text: keptOf(before?.text ?? EMPTY) }), [before]);
  const draft = useDraft(`draftVersion/${id}`, initial);
  const command = useCommand('draftVersion', { id }, draft);
  return (
    <>
      <PageHead
        title={labelOf('draftVersion')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/declarations">{m.declarations()}</Link>
            </li>
            <li>
              <Link to="/declarations/$id" params={{ id }}>
                {titleOf(declaration)}
              </Link>
            </li>
          </ol>
        }
        below={<p>{m.anotherPublishes()}</p>}
      />
      <Drafting
        title={labelOf('draftVersion')}
        draft={draft}
        command={command}
        send={(text) =>
          command.mutate(
            { body: { text }, version: declaration.version },
            {
              onSuccess: () =>
                void navigate({ to: '/declarations/$id', params: { id }, search: { version: String(declaration.versions.length + 1) } }),
            },
          )
        }
      />
    </>
  );
}
