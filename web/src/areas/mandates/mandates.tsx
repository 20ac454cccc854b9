import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/mandates';
import { MandateTable } from '../../acts/MandateTable.tsx';
import { Newer } from '../../acts/Newer.tsx';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Find } from '../../parts/Find.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { byName, countryName, numberText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { mandatesQuery, wholeMandates } from './mandates.queries.ts';
import type { MandatesSearch } from './mandates.search.ts';

const route = getRouteApi('/members/mandates');
const STATES = ['published', 'paused', 'retired'] as const;

/** The mandates of the sponsor for which whoever looks acts; overseers see those of all. */
export function Mandates() {
  const session = useSession();
  const organisation = session?.organisation ?? '';
  const sponsor = organisation.startsWith('spo_') ? organisation : '';
  const isCity = organisation.startsWith('org_');
  const search = route.useSearch();
  return (
    <>
      <title>{`${m.mandates()} · Junkan`}</title>
      <div className="head">
        <h1>{m.mandates()}</h1>
        {session?.roles.includes('sponsor.officer') ? (
          <Link className="btn first" to="/mandates/new">
            {m.newMandate()}
          </Link>
        ) : null}
        {isCity ? null : (
          <Export
            name="mandates"
            columns={async () => (await import('../../exports/party-columns.ts')).MANDATE_COLUMNS}
            page={wholeMandates(sponsor, search)}
          />
        )}
      </div>
      {isCity ? <p>{m.forSponsors()}</p> : <Listed sponsor={sponsor} />}
    </>
  );
}

function Listed({ sponsor }: { readonly sponsor: string }) {
  const search = route.useSearch();
  const { state = 'published', cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...mandatesQuery(sponsor, search), throwOnError: true });
  const counts = data?.counts['status'] ?? {};
  return (
    <>
      <Segments
        label={common.state()}
        name="state"
        chosen={state}
        of={STATES.map((value) => ({ value, title: statusText('mandate', value), count: data && (counts[value] ?? 0) }))}
      />
      <Filters search={search} countries={data?.counts['country'] ?? {}} />
      {data ? (
        <>
          <p className="row" role="status">
            {data.total.count > 0
              ? m.found({ count: data.total.count })
              : search.q || search.country || !sponsor
                ? m.noneFits()
                : EMPTY[state]()}
            <Newer of="mandates" since={dataUpdatedAt} />
          </p>
          {data.mandates.length > 0 ? (
            <MandateTable mandates={data.mandates} label={m.mandates()} {...(sponsor ? {} : { names: data.names ?? {} })} />
          ) : null}
          <Pages label={m.mandates()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

const EMPTY: Readonly<Record<(typeof STATES)[number], () => string>> = {
  published: m.noMandates,
  paused: m.nonePaused,
  retired: m.noneRetired,
};

type FiltersProps = { readonly search: MandatesSearch; readonly countries: Readonly<Record<string, number>> };

function Filters({ search: { q = '', country = '', sort }, countries }: FiltersProps) {
  const all = [...new Set([...Object.keys(countries), ...(country ? [country] : [])])];
  const named = all.map((code) => [code, countryName(code)] as const).sort(byName);
  return (
    <div className="row far end">
      <search className="row end" aria-label={common.filters()}>
        <Choice
          label={common.countries()}
          name="country"
          chosen={country}
          of={named.map(([code, name]) => [code, common.choice({ name, count: numberText(countries[code] ?? 0) })])}
        />
        <Choice
          label={common.order()}
          name="sort"
          chosen={sort ?? ''}
          none={m.byTitle()}
          of={[
            ['-updated', m.byChange()],
            ['-amount', m.byTicket()],
          ]}
        />
      </search>
      <Find q={q} />
    </div>
  );
}
