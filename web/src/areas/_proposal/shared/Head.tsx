import { Link } from '@tanstack/react-router';
import { projects } from '#messages';
import * as m from '#messages/proposal';
import { Present } from '../../../acts/Present.tsx';
import type { Schemas } from '../../../base/api/client.ts';
import { mayDo } from '../../../base/api/items.ts';

type Props = { readonly project: Schemas['Project']; readonly isTask?: boolean };

/** The way back to the project, and from a task to all of them; and who else is there. */
export const Crumbs = ({ project, project: { id, proposal }, isTask = false }: Props) => (
  <>
    <nav aria-label={m.where()}>
      <ol className="crumbs">
        <li>
          <Link to="/projects">{projects()}</Link>
        </li>
        <li>
          <Link to="/projects/$id" params={{ id }}>
            {proposal.title || proposal.reference}
          </Link>
        </li>
        {isTask ? (
          <li>
            <Link to="/projects/$id/proposal" params={{ id }}>
              {m.proposal()}
            </Link>
          </li>
        ) : null}
      </ol>
    </nav>
    {mayDo(project, 'reviseProposal') ? <Present item={id} /> : null}
  </>
);
