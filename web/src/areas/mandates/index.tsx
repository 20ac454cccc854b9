import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/mandates';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { byName, countryName, numberText } from '../../base/parts/locale.ts';
import { Heading } from '../../base/parts/PageHead.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { statusText } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Choice, Find } from '../../lists/controls.tsx';
import { MandateTable } from '../../lists/MandateTable.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';

/** Which mandates are listed: those in force where the address does not say. */
export const search = z.object({
  state: z.catch(z.optional(z.enum(['paused', 'retired'])), undefined),
  sort: z.catch(z.optional(z.enum(['-updated', '-amount'])), undefined),
  q: text,
  country: text,
  cursor: text,
});
export type MandatesSearch = z.infer<typeof search>;

const PAGE = 50;

function askedBy(sponsor: string, { state, sort, q, country }: MandatesSearch) {
  const filters = { ...(sponsor ? { sponsor } : {}), ...(q ? { q } : {}), ...(country ? { country } : {}) };
  const order = sort ? { sort } : q ? {} : { sort: 'title' as const };
  return { status: state ?? 'published', ...filters, ...order, with: 'names' };
}

/** The whole list: for files. */
const wholeMandates = (sponsor: string, search: MandatesSearch) =>
  wholeOf('listMandates', askedBy(sponsor, search), ({ mandates }) => mandates);

/** The mandates of a sponsor, or for overseers all. */
const mandatesQuery = (sponsor: string, search: MandatesSearch) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'status,country', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.listMandates({ ...askedBy(sponsor, search), ...page }, { signal });
    },
  });

const route = getRouteApi('/members/mandates');
const STATES = ['published', 'paused', 'retired'] as const;

/** The mandates of the reader's sponsor; overseers see those of all. */
export function Page() {
  const session = useSession();
  const organisation = session?.organisation ?? '';
  const sponsor = organisation.startsWith('spo_') ? organisation : '';
  const isCity = organisation.startsWith('org_');
  const search = route.useSearch();
  return (
    <>
      <Heading title={m.mandates()}>
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
      </Heading>
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
        of={STATES.map((value) => ({ value, title: statusText('mandateStatus', value), count: data && (counts[value] ?? 0) }))}
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
