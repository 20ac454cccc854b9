import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/organisations';
import { Begin } from '../../acts/Begin.tsx';
import { Newer } from '../../acts/Newer.tsx';
import { codeText, fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Export } from '../../exports/Export.tsx';
import { Columns } from '../../parts/Columns.tsx';
import { Find } from '../../parts/Find.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { countryName, list } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { type Kind, organisationsQuery, wholeOrganisations } from './organisations.queries.ts';

const route = getRouteApi('/members/organisations');
const KINDS: Readonly<Record<Kind, () => string>> = { proposers: m.proposers, sponsors: m.sponsors };

/** The register: cities and agencies, or sponsors. */
export function Organisations() {
  const { kind = 'proposers', q = '', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...organisationsQuery(kind, q, cursor), throwOnError: true });
  return (
    <>
      <title>{`${m.organisations()} · Junkan`}</title>
      <div className="head">
        <h1>{m.organisations()}</h1>
        <Export
          name={kind}
          columns={async () => (await import('../../exports/party-columns.ts')).ORGANISATION_COLUMNS}
          page={wholeOrganisations(kind, q)}
        />
      </div>
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
          {data.organisations.length > 0 ? <Table organisations={data.organisations} label={KINDS[kind]()} /> : null}
          <Pages label={m.organisations()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

type TableProps = { readonly organisations: readonly (Schemas['Proposer'] | Schemas['Sponsor'])[]; readonly label: string };

const Table = ({ organisations, label }: TableProps) => (
  <Scroll label={label}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns of={[{ title: fieldLabel('name') }, { title: fieldLabel('kind') }, { title: common.countries() }]} />
        </tr>
      </thead>
      <tbody>
        {organisations.map((organisation) => (
          <tr key={organisation.id} role="row">
            <th scope="row" role="rowheader">
              <Link to="/organisations/$id" params={{ id: organisation.id }}>
                {organisation.name}
              </Link>
            </th>
            <td role="cell" data-h={fieldLabel('kind')}>
              <div>{codeText('code_kind', organisation.kind)}</div>
            </td>
            <td role="cell" data-h={common.countries()}>
              <div>{'countries' in organisation ? list(organisation.countries.map(countryName)) : '–'}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
