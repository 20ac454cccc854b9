import { Link, useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import * as m from '#messages/actions';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { More } from '../../base/parts/More.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
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

// Few actions are a group’s.
const OfGroup = lazy(async () => ({ default: (await import('./OfGroup.tsx')).OfGroup }));

function Planning({ organisation }: { readonly organisation: string }) {
  const navigate = useNavigate();
  const draft = useDraft('planAction', INITIAL);
  const command = useCommand('planAction', NOWHERE, draft);
  return (
    <ActionForm
      operation="planAction"
      asks={['content', 'tags']}
      Place={PlaceOf}
      beside={
        <More title={m.forGroup()}>
          <OfGroup lead={organisation} value={draft.values?.['group'] ?? ''} onChange={draft.change} />
        </More>
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
