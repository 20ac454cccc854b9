import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { partners } from '#lists';
import { country, filters } from '#messages';
import * as m from '#messages/partners';
import { codeText, fieldLabel } from '../../acts/words.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { countryName, list } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted } from '../../lists/controls.tsx';
import { nameOf } from './names.ts';
import { Register } from './Register.tsx';

/** Which partner organisations are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(partners.statuses), kind: text, country: text, themes: text, cursor: text });

const ASKS = { sort: 'name', counts: 'status,kind,country,themes' } as const;
const FOR_EVERYBODY = { ...partners, operation: 'listPublicPartners' } as const;

const route = getRouteApi('/everybody/partners');

type Partner = RowOf<typeof partners>;

/** The organisations whose people teach, advise or judge, for everybody. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  const themeName = useCodeNames('themes');
  const kindName = (code: string): string => codeText('code_kind', code);
  return (
    <ItemList
      of={session ? partners : FOR_EVERYBODY}
      search={search}
      asks={ASKS}
      title={m.title()}
      about={m.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).PARTNER_COLUMNS}
      none={m.none()}
      kind="partnerStatus"
      filters={(counts) => (
        <search className="row" aria-label={filters()}>
          <Counted label={fieldLabel('kind')} name="kind" chosen={search.kind ?? ''} counts={countsIn(counts, 'kind')} nameOf={kindName} />
          <Counted
            label={country()}
            name="country"
            chosen={search.country ?? ''}
            counts={countsIn(counts, 'country')}
            nameOf={countryName}
          />
          <Counted label={m.offers()} name="themes" chosen={search.themes ?? ''} counts={countsIn(counts, 'themes')} nameOf={themeName} />
        </search>
      )}
      columns={() => [
        column.linked<Partner>(fieldLabel('name'), nameOf),
        column.text<Partner>(fieldLabel('kind'), ({ kind }) => kindName(kind)),
        column.text<Partner>(country(), (partner) => countryName(partner.country)),
        column.text<Partner>(m.offers(), ({ themes }) => (themes.length > 0 ? list(themes.map(themeName)) : '–')),
        column.status<'partnerStatus', Partner>('partnerStatus', ({ status }) => status),
      ]}
    >
      <Register />
    </ItemList>
  );
}

type Counts = Readonly<Record<string, Readonly<Record<string, number> | undefined>>>;
const countsIn = (counts: Counts, field: string): Readonly<Record<string, number>> => counts[field] ?? {};
