import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { actions } from '#lists';
import { city } from '#messages';
import * as m from '#messages/actions';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { list, numberText } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which actions are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(actions.statuses), city: text, cursor: text });

const ASKS = { with: 'names', counts: 'status' } as const;

const route = getRouteApi('/members/actions');

type Action = RowOf<typeof actions>;

/** What cities do, with how much is reported of it. */
export function Page() {
  const search = route.useSearch();
  const session = useSession();
  return (
    <ItemList
      of={actions}
      search={search}
      asks={ASKS}
      title={m.actions()}
      about={m.whatFor()}
      aside={
        session?.roles.includes('proposer.officer') ? (
          <>
            <Link className="btn first" to="/actions/new">
              {labelOf('planAction')}
            </Link>
            <Link className="btn" to="/actions/import">
              {m.fromAFile()}
            </Link>
          </>
        ) : null
      }
      file={async () => (await import('../../exports/action-columns.ts')).ACTION_COLUMNS}
      none={m.none()}
      kind="actionStatus"
      columns={(names) => [
        column.linked<Action>(fieldLabel('title'), ({ content }) => content.title),
        column.named<Action>(city(), (action) => action.city, names),
        column.status('actionStatus', ({ status }) => status),
        column.text(fieldLabel('commitments'), ({ commitments }) => (commitments.length > 0 ? list(commitments) : '–')),
        column.text(m.results(), ({ results }) => numberText(results.length)),
      ]}
    />
  );
}
