import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { trainingSessions } from '#lists';
import { filters, menuTrainings } from '#messages';
import * as m from '#messages/learning';
import { useSession } from '../../base/api/session.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { languageName } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import { sessionColumns } from '../../learning/columns.tsx';
import { Counted } from '../../lists/controls.tsx';

/** Which sessions are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(trainingSessions.statuses), mode: text, language: text, cursor: text });

const ASKS = { sort: '-starts', counts: 'status,mode,language' } as const;
const FOR_EVERYBODY = { ...trainingSessions, operation: 'listPublicTrainingSessions' } as const;
const NONE = {};

const route = getRouteApi('/everybody/training-sessions');

type Session = RowOf<typeof trainingSessions>;

/** When trainings are held, and where seats are free, for everybody. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  return (
    <ItemList
      of={session ? trainingSessions : FOR_EVERYBODY}
      search={search}
      asks={ASKS}
      title={m.sessions()}
      about={m.sessionsAbout()}
      file={async () => (await import('../../exports/programme-columns.ts')).SESSION_COLUMNS}
      none={m.noSessions()}
      kind="trainingSessionStatus"
      filters={(counts) => (
        <search className="row" aria-label={filters()}>
          <Counted
            label={m.mode()}
            name="mode"
            chosen={search.mode ?? ''}
            counts={counts['mode'] ?? NONE}
            nameOf={(mode) => m.modeIs({ mode })}
          />
          <Counted
            label={m.language()}
            name="language"
            chosen={search.language ?? ''}
            counts={counts['language'] ?? NONE}
            nameOf={languageName}
          />
        </search>
      )}
      columns={() => sessionColumns<Session>()}
    >
      <p className="row">
        <Link to="/trainings">{menuTrainings()}</Link>
        <a className="btn bare" href="/v1/public/training-calendar">
          <Icon name="out" /> {m.calendarFeed()}
        </a>
      </p>
    </ItemList>
  );
}
