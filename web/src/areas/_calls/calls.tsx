import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { calls } from '#lists';
import { country, filters, menuCalls } from '#messages';
import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { countryName, inLocale, list } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted } from '../../lists/controls.tsx';
import { DRAFTING, ownerName } from './shared/said.ts';

/** Which calls are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(calls.statuses), countries: text, themes: text, cursor: text });

/** Those that are open close last: they come first. */
const ASKS = { sort: '-closesOn', counts: 'status,countries,themes', with: 'names' } as const;
const FOR_EVERYBODY = { ...calls, operation: 'listPublicCalls' } as const;

const route = getRouteApi('/everybody/calls');

type Call = RowOf<typeof calls>;

/** Calls for projects: what is looked for, and until when. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  const themeName = useCodeNames('themes');
  return (
    <ItemList
      of={session ? calls : FOR_EVERYBODY}
      search={search}
      asks={ASKS}
      title={menuCalls()}
      about={c.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).CALL_COLUMNS}
      none={c.noCalls()}
      kind="projectCallStatus"
      aside={session ? <Ways roles={session.roles} /> : null}
      filters={({ countries = {}, themes = {} }) => (
        <search className="row end" aria-label={filters()}>
          <Counted label={country()} name="countries" chosen={search.countries ?? ''} counts={countries} nameOf={countryName} />
          <Counted label={fieldLabel('themes')} name="themes" chosen={search.themes ?? ''} counts={themes} nameOf={themeName} />
        </search>
      )}
      columns={(names) => [
        column.linked<Call>(c.call(), ({ title }) => inLocale(title)),
        column.text<Call>(c.openedBy(), (call) => ownerName(call, names)),
        column.day<Call>(m.closesOn(), ({ closesOn }) => closesOn),
        column.money<Call>(
          c.available(),
          ({ available }) => available,
          ({ id }) => `${id}/available`,
        ),
        column.text<Call>(fieldLabel('countries'), ({ countries }) => list(countries.map(countryName))),
        column.status<'projectCallStatus', Call>('projectCallStatus', ({ status }) => status),
      ]}
    />
  );
}

const Ways = ({ roles }: { readonly roles: readonly string[] }) => (
  <>
    <Link className="btn" to="/answers">
      {c.answersToCalls()}
    </Link>
    {roles.some((role) => DRAFTING.includes(role)) ? (
      <Link className="btn" to="/calls/new">
        {labelOf('draftCall')}
      </Link>
    ) : null}
  </>
);
