import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/rates';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../api/session.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { numberText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { ratesQuery } from './rates.queries.ts';
import { STATUSES } from './rates.search.ts';
import { SheetTable } from './table.tsx';

// It comes when rates are to be entered.
const Enter = lazy(async () => ({ default: (await import('./enter.tsx')).Enter }));

const route = getRouteApi('/members/rates');

type Counts = Readonly<Record<string, number>>;

/** Exchange rates by source and day, the newest day at the top. */
export function Rates() {
  const search = route.useSearch();
  const { status = '', source = '', cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...ratesQuery(search), throwOnError: true });
  const [isOpen, setOpen] = useState(false);
  const { status: statuses = {}, source: sources = {} } = (data?.counts ?? {}) as Record<string, Counts>;
  const mayEnter = useSession()?.roles.includes('finance.maker') ?? false;
  return (
    <>
      <title>{`${m.title()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.title()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      {mayEnter ? (
        <div className="acts">
          <button className="btn first" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {labelOf('enterRates')}
          </button>
        </div>
      ) : null}
      {isOpen ? (
        <Awaiting>
          <Enter />
        </Awaiting>
      ) : null}
      <Segments
        label={m.title()}
        name="status"
        chosen={status}
        of={[
          { value: '', title: common.all() },
          ...STATUSES.map((value) => ({ value, title: statusText('rates', value), count: statuses[value] ?? 0 })),
        ]}
      />
      <search className="row" aria-label={common.filters()}>
        <Choice
          label={m.source()}
          name="source"
          chosen={source}
          of={[...new Set([...Object.keys(sources), ...(source ? [source] : [])])].map((name) => [
            name,
            common.choice({ name, count: numberText(sources[name] ?? 0) }),
          ])}
        />
      </search>
      {data ? (
        <>
          <p className="row" role="status">
            {data.sheets.length === 0 ? m.none() : null}
            <Newer of="rates" since={dataUpdatedAt} />
          </p>
          {data.sheets.length > 0 ? <SheetTable sheets={data.sheets} /> : null}
          <Pages label={m.title()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}
