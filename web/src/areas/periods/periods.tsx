import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/periods';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../api/session.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { periodsQuery } from './periods.queries.ts';
import { STATUSES } from './periods.search.ts';
import { PeriodTable } from './table.tsx';

// It comes when a closing is to be proposed.
const Propose = lazy(async () => ({ default: (await import('./propose.tsx')).Propose }));

const route = getRouteApi('/members/periods');

type Counts = Readonly<Record<string, number>>;

/** Closings of the books, the newest at the top. */
export function Periods() {
  const search = route.useSearch();
  const { status = '', cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...periodsQuery(search), throwOnError: true });
  const [isOpen, setOpen] = useState(false);
  const { status: statuses = {} } = (data?.counts ?? {}) as Record<string, Counts>;
  const mayPropose = useSession()?.roles.includes('finance.maker') ?? false;
  return (
    <>
      <title>{`${m.title()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.title()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      {mayPropose ? (
        <div className="acts">
          <button className="btn first" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {labelOf('proposePeriod')}
          </button>
        </div>
      ) : null}
      {isOpen ? (
        <Awaiting>
          <Propose />
        </Awaiting>
      ) : null}
      <Segments
        label={m.title()}
        name="status"
        chosen={status}
        of={[
          { value: '', title: common.all() },
          ...STATUSES.map((value) => ({ value, title: statusText('period', value), count: statuses[value] ?? 0 })),
        ]}
      />
      {data ? (
        <>
          <p className="row" role="status">
            {data.periods.length === 0 ? m.none() : null}
            <Newer of="periods" since={dataUpdatedAt} />
          </p>
          {data.periods.length > 0 ? <PeriodTable periods={data.periods} /> : null}
          <Pages label={m.title()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}
