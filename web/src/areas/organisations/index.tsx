import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/organisations';
import { Begin } from '../../acts/Begin.tsx';
import { codeText, fieldLabel } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { ReadPage } from '../../base/api/types.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { countryName, list } from '../../base/parts/locale.ts';
import { Heading } from '../../base/parts/PageHead.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import { Find } from '../../lists/controls.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';

const PAGE = 50;

type Kind = 'proposers' | 'sponsors';

type Organisation = Schemas['Proposer'] | Schemas['Sponsor'];

type Listed = {
  readonly organisations: readonly Organisation[];
  readonly total: { readonly count: number; readonly more: boolean };
  readonly nextCursor?: string | undefined;
};

const askedBy = (q: string) => (q ? { q } : { sort: 'name' as const });

/** The whole list: for files. */
const wholeOrganisations = (kind: Kind, q: string): ReadPage<Organisation> =>
  kind === 'sponsors'
    ? wholeOf('listSponsors', askedBy(q), ({ sponsors }) => sponsors)
    : wholeOf('listProposers', askedBy(q), ({ proposers }) => proposers);

const organisationsQuery = (kind: Kind, q: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('organisations', { kind, q, cursor }),
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Listed> => {
      const asked = { limit: PAGE, ...askedBy(q), ...(cursor ? { cursor } : {}) };
      if (kind === 'sponsors') {
        const { sponsors, ...more } = await api.operations.listSponsors(asked, { signal });
        return { organisations: sponsors, ...more };
      }
      const { proposers, ...more } = await api.operations.listProposers(asked, { signal });
      return { organisations: proposers, ...more };
    },
  });

/** Which organisations are listed: cities and agencies where the address does not say. */
export const search = z.object({ kind: z.catch(z.optional(z.enum(['sponsors'])), undefined), q: text, cursor: text });

const route = getRouteApi('/members/organisations');
const KINDS: Readonly<Record<Kind, () => string>> = { proposers: m.proposers, sponsors: m.sponsors };

/** The register: cities and agencies, or sponsors. */
export function Page() {
  const { kind = 'proposers', q = '', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...organisationsQuery(kind, q, cursor), throwOnError: true });
  return (
    <>
      <Heading title={m.organisations()}>
        <Export
          name={kind}
          columns={async () => (await import('../../exports/party-columns.ts')).ORGANISATION_COLUMNS}
          page={wholeOrganisations(kind, q)}
        />
      </Heading>
      <Begin key={kind} operation={kind === 'sponsors' ? 'registerSponsor' : 'registerProposer'} roles={['secretariat.officer']} />
      <div className="row far end">
        <Segments
          label={m.organisations()}
          name="kind"
          chosen={kind}
          of={(['proposers', 'sponsors'] as const).map((value) => ({ value, title: KINDS[value]() }))}
        />
        <Find q={q} />
      </div>
      {data ? (
        <>
          <p className="row" role="status">
            {data.total.more ? m.foundMore({ count: data.total.count }) : m.found({ count: data.total.count })}
            <Newer of="organisations" since={dataUpdatedAt} />
          </p>
          {data.organisations.length > 0 ? <OrganisationTable organisations={data.organisations} label={KINDS[kind]()} /> : null}
          <Pages label={m.organisations()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

type TableProps = { readonly organisations: readonly (Schemas['Proposer'] | Schemas['Sponsor'])[]; readonly label: string };

const OrganisationTable = ({ organisations, label }: TableProps) => (
  <Table
    label={label}
    rows={organisations}
    keyOf={(organisation) => organisation.id}
    columns={[
      {
        title: fieldLabel('name'),
        cell: (organisation) => (
          <Link to="/organisations/$id" params={{ id: organisation.id }}>
            {organisation.name}
          </Link>
        ),
      },
      { title: fieldLabel('kind'), cell: (organisation) => codeText('code_kind', organisation.kind) },
      {
        title: common.countries(),
        cell: (organisation) => ('countries' in organisation ? list(organisation.countries.map(countryName)) : '–'),
      },
    ]}
  />
);
