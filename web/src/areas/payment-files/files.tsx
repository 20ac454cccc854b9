import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/payment-files';
import { Newer } from '../../acts/Newer.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { filesQuery } from './files.queries.ts';
import { STATUSES } from './files.search.ts';
import { FileTable } from './table.tsx';
import { Waiting } from './waiting.tsx';

const route = getRouteApi('/members/payment-files');

/** Files of payments for banks, what was changed last at the top, and what may go into another. */
export function PaymentFiles() {
  const { status = '', cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...filesQuery(status, cursor), throwOnError: true });
  const counts = data?.counts['status'] ?? {};
  return (
    <>
      <title>{`${m.files()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.files()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      <Waiting />
      <section className="part" aria-labelledby="h-files">
        <h2 id="h-files">{m.made()}</h2>
        <Segments
          label={m.files()}
          name="status"
          chosen={status}
          of={[
            { value: '', title: common.all() },
            ...STATUSES.map((value) => ({ value, title: statusText('file', value), count: counts[value] ?? 0 })),
          ]}
        />
        {data ? (
          <>
            <p className="row" role="status">
              {data.files.length === 0 ? m.noFiles() : null}
              <Newer of="payment-files" since={dataUpdatedAt} />
            </p>
            {data.files.length > 0 ? <FileTable files={data.files} names={data.names ?? {}} label={m.files()} /> : null}
            <Pages label={m.files()} cursor={cursor} next={data.nextCursor} />
          </>
        ) : (
          <Loading />
        )}
      </section>
    </>
  );
}
