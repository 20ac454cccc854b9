import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { trainings } from '#lists';
import { filters, menuTrainings } from '#messages';
import * as m from '#messages/learning';
import { labelOf } from '../../acts/words.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { list, numberText } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted } from '../../lists/controls.tsx';

/** Which trainings are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(trainings.statuses), theme: text, dimensions: text, cursor: text });

const ASKS = { sort: 'title', counts: 'status,theme,dimensions' } as const;
const FOR_EVERYBODY = { ...trainings, operation: 'listPublicTrainings' } as const;

const route = getRouteApi('/everybody/trainings');

type Training = RowOf<typeof trainings>;

/** What is taught, for everybody. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  const [themeName, dimensionName] = [useCodeNames('themes'), useCodeNames('dimensions')];
  return (
    <ItemList
      of={session ? trainings : FOR_EVERYBODY}
      search={search}
      asks={ASKS}
      title={menuTrainings()}
      about={m.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).TRAINING_COLUMNS}
      none={m.noTrainings()}
      kind="trainingStatus"
      aside={session?.roles.includes('secretariat.officer') ? <ToDraft /> : null}
      filters={(counts) => (
        <search className="row" aria-label={filters()}>
          <Counted label={m.theme()} name="theme" chosen={search.theme ?? ''} counts={counts['theme'] ?? NONE} nameOf={themeName} />
          <Counted
            label={m.dimensions()}
            name="dimensions"
            chosen={search.dimensions ?? ''}
            counts={counts['dimensions'] ?? NONE}
            nameOf={dimensionName}
          />
        </search>
      )}
      columns={() => [
        column.linked<Training>(m.training(), ({ title }) => title),
        column.text<Training>(m.dimensions(), ({ dimensions }) => list(dimensions.map(dimensionName))),
        column.text<Training>(m.levels(), ({ fromLevel, toLevel }) =>
          m.levelsAre({ from: numberText(fromLevel), to: numberText(toLevel) }),
        ),
        column.text<Training>(m.theme(), ({ theme }) => themeName(theme)),
        column.count<Training>(m.hours(), ({ content }) => content.hours),
        column.status<'trainingStatus', Training>('trainingStatus', ({ status }) => status),
      ]}
    >
      <ul className="row links">
        <li>
          <Link to="/training-sessions">{m.sessions()}</Link>
        </li>
        <li>
          <Link to="/c">{m.checkOne()}</Link>
        </li>
      </ul>
    </ItemList>
  );
}

const NONE = {};

const ToDraft = () => (
  <Link className="btn" to="/trainings/new">
    {labelOf('draftTraining')}
  </Link>
);
