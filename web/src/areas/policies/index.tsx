import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { policies } from '#lists';
import { country, filters } from '#messages';
import * as m from '#messages/policies';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { countryName, languageName, list } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted, Find } from '../../lists/controls.tsx';
import { textOf } from '../../policies/texts.ts';

/** Which entries of the library are listed: all where the address does not say. */
export const search = z.object({
  status: oneOf(policies.statuses),
  q: text,
  ...{ country: text, type: text, fiveR: text, theme: text, stage: text, language: text, year: text, cursor: text },
});

const COUNTS = { counts: 'status,country,type,fiveR,theme,stage,language,year' } as const;
const BY_COUNTRY = { ...COUNTS, sort: 'country' } as const;
const FOR_EVERYBODY = { ...policies, operation: 'listPublicPolicies' } as const;

/** Who enters a policy: the secretariat, and a city what is its own. */
const ENTERING: readonly string[] = ['secretariat.officer', 'proposer.officer'];

const route = getRouteApi('/everybody/policies');

type Policy = RowOf<typeof policies>;
type Counts = Readonly<Record<string, Readonly<Record<string, number> | undefined>>>;

/** The library of policies, for everybody. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  const [typeName, themeName] = [useCodeNames('instrument-types'), useCodeNames('themes')];
  const facets = (counts: Counts) =>
    [
      ['country', country(), countryName],
      ['type', m.type(), typeName],
      ['fiveR', fieldLabel('fiveR'), (code: string) => m.fiveRIs({ code })],
      ['theme', m.themes(), themeName],
      ['stage', m.stage(), (code: string) => m.stageIs({ code })],
      ['language', fieldLabel('language'), languageName],
      ['year', m.year(), (code: string) => code],
    ].map(([name, label, nameOf]) => {
      const field = name as Exclude<keyof typeof search, 'status' | 'q' | 'cursor'>;
      return (
        <Counted
          key={field}
          label={label as string}
          name={field}
          chosen={search[field] ?? ''}
          counts={counts[field] ?? {}}
          nameOf={nameOf as (code: string) => string}
        />
      );
    });
  return (
    <ItemList
      of={session ? policies : FOR_EVERYBODY}
      search={search}
      // What is found comes in the order in which it fits.
      asks={search.q ? COUNTS : BY_COUNTRY}
      title={m.title()}
      about={m.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).POLICY_COLUMNS}
      none={m.none()}
      kind="policyInstrumentStatus"
      aside={session?.roles.some((role) => ENTERING.includes(role)) ? <ToEnter /> : null}
      filters={(counts) => (
        <div className="row end">
          <Find q={search.q ?? ''} />
          <search className="row" aria-label={filters()}>
            {facets(counts)}
          </search>
        </div>
      )}
      columns={() => [
        column.linked<Policy>(fieldLabel('title'), (policy) => textOf(policy).title),
        column.text<Policy>(country(), (policy) => countryName(policy.country)),
        column.text<Policy>(m.type(), ({ type }) => typeName(type)),
        column.text<Policy>(m.themes(), ({ theme }) => (theme.length > 0 ? list(theme.map(themeName)) : '–')),
        column.text<Policy>(m.stage(), ({ stage }) => m.stageIs({ code: stage })),
        column.text<Policy>(m.year(), ({ year }) => year || '–'),
      ]}
    />
  );
}

const ToEnter = () => (
  <Link className="btn" to="/policies/new">
    {labelOf('draftInstrument')}
  </Link>
);
