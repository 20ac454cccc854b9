import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/passports';
import { rareCode } from '../../acts/choices.ts';
import { Newer } from '../../acts/Newer.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Export } from '../../exports/Export.tsx';
import { Columns } from '../../parts/Columns.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { dayText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { StatusOf, statusText } from '../../parts/StatusOf.tsx';
import { passportsQuery, wholePassports } from './passports.queries.ts';
import { STATUSES } from './passports.search.ts';

const route = getRouteApi('/members/passports');

/** The due diligence on cities and agencies, what ends first at the top. */
export function Passports() {
  const { status = '', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...passportsQuery(status, cursor), throwOnError: true });
  const counts = data?.counts['status'] ?? {};
  return (
    <>
      <title>{`${m.passports()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.passports()}</h1>
          <p>{m.whatFor()}</p>
        </div>
        <Export
          name="passports"
          columns={async () => (await import('../../exports/party-columns.ts')).PASSPORT_COLUMNS}
          page={wholePassports(status)}
        />
      </div>
      <Segments
        label={m.passports()}
        name="status"
        chosen={status}
        of={[
          { value: '', title: common.all() },
          ...STATUSES.map((value) => ({ value, title: statusText('passport', value), count: counts[value] ?? 0 })),
        ]}
      />
      {data ? (
        <>
          <p className="row" role="status">
            {data.passports.length === 0 ? m.noPassports() : null}
            <Newer of="passports" since={dataUpdatedAt} />
          </p>
          {data.passports.length > 0 ? <Table passports={data.passports} names={data.names ?? {}} /> : null}
          <Pages label={m.passports()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

type TableProps = { readonly passports: readonly Schemas['Passport'][]; readonly names: Schemas['Names'] };

const Table = ({ passports, names }: TableProps) => (
  <Scroll label={m.passports()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: fieldLabel('subject') },
              { title: common.state() },
              { title: fieldLabel('level') },
              { title: fieldLabel('validUntil') },
              { title: m.requests(), isFigure: true },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {passports.map(({ id, subject, status, underReview, level, validUntil, requests }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader">
              <Link to="/passports/$id" params={{ id }}>
                {names[subject]?.text ?? subject}
              </Link>
            </th>
            <td role="cell" data-h={common.state()}>
              <div>
                <StatusOf of="passport" status={status} />
                {underReview && status !== 'requested' ? <small className="quiet"> {m.underReview()}</small> : null}
              </div>
            </td>
            <td role="cell" data-h={fieldLabel('level')}>
              <div>{level ? rareCode('level', level) : '–'}</div>
            </td>
            <td role="cell" data-h={fieldLabel('validUntil')}>
              <div>{validUntil ? <time dateTime={validUntil}>{dayText(validUntil)}</time> : '–'}</div>
            </td>
            <td role="cell" data-h={m.requests()} className="r num">
              <div>{requests}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
