import { Link, useNavigate } from '@tanstack/react-router';
import * as m from '#messages/declarations';
import { labelOf } from '../../acts/words.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { useCommand } from '../../forms/commands.ts';
import { useDraft } from '../../forms/drafts.ts';
import { Drafting } from './Drafting.tsx';
import { EMPTY, keptOf } from './drafted.ts';

const INITIAL = { text: keptOf(EMPTY) };
const NOWHERE = {};

/** Where an officer of the secretariat drafts a declaration. */
export function Page() {
  const navigate = useNavigate();
  const draft = useDraft('draftDeclaration', INITIAL);
  const command = useCommand('draftDeclaration', NOWHERE, draft);
  return (
    <>
      <PageHead
        title={labelOf('draftDeclaration')}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/declarations">{m.declarations()}</Link>
            </li>
          </ol>
        }
        below={<p>{m.anotherPublishes()}</p>}
      />
      <Drafting
        title={labelOf('draftDeclaration')}
        draft={draft}
        command={command}
        send={(text) =>
          command.mutate({ body: { text } }, { onSuccess: ({ id }) => void navigate({ to: '/declarations/$id', params: { id } }) })
        }
      />
    </>
  );
}
