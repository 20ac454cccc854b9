import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages';
import * as own from '#messages/desk';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { WORK_COLUMNS } from '../../exports/work-columns.ts';
import { Icon } from '../../parts/Icon.tsx';
import { KeepSearch } from '../../searches/Keep.tsx';
import { type Waits, wholeWork, workQuery } from './desk.queries.ts';
import { Tasks } from './tasks.tsx';

const route = getRouteApi('/members/desk');

const TABS: Readonly<Record<Waits, () => string>> = { me: m.waitsForYou, others: m.waitsForOthers, late: own.lateAnywhere };
const EMPTY: Readonly<Record<Waits, () => string>> = { me: m.nothingWaits, others: m.nothingWaitsOthers, late: own.nothingLate };
const searchOf = (waits: Waits) => (waits === 'me' ? {} : { waits });

/** What waits for whoever looks, for whom else, and what is late. */
export function Desk() {
  const { waits = 'me', cursor = '' } = route.useSearch();
  const session = useSession();
  return (
    <>
      <title>{`${m.desk()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.desk()}</h1>
        </div>
        {session?.roles.includes('proposer.officer') ? (
          <Link className="btn" to="/projects/new">
            {labelOf('draftProject')}
          </Link>
        ) : null}
        <KeepSearch list="work" />
        <Export name="work" columns={WORK_COLUMNS} page={wholeWork(waits)} />
      </div>
      <nav className="seg" aria-label={m.desk()}>
        {(['me', 'others', 'late'] as const).map((each) => (
          <Link key={each} to="/desk" search={searchOf(each)} activeOptions={{ exact: true, includeSearch: true }}>
            {TABS[each]()}
          </Link>
        ))}
      </nav>
      <Waiting waits={waits} cursor={cursor} />
    </>
  );
}

function Waiting({ waits, cursor }: { readonly waits: Waits; readonly cursor: string }) {
  const {
    data: { work, names = {}, total, nextCursor },
    dataUpdatedAt,
  } = useSuspenseQuery(workQuery(waits, cursor));
  return (
    <>
      <p className="row" role="status">
        {work.length === 0 ? EMPTY[waits]() : total.more ? m.tasksMore({ count: total.count }) : m.tasks({ count: total.count })}
        <Newer of="work" since={dataUpdatedAt} />
      </p>
      {work.length === 0 ? null : <Tasks work={work} names={names} label={TABS[waits]()} />}
      <nav className="row far end" aria-label={TABS[waits]()}>
        {cursor === '' ? (
          <span />
        ) : (
          <Link className="btn" to="/desk" search={searchOf(waits)}>
            {m.firstPage()}
          </Link>
        )}
        {nextCursor === undefined ? null : (
          <Link className="btn" to="/desk" search={{ ...searchOf(waits), cursor: nextCursor }} rel="next">
            {m.nextPage()} <Icon name="arrow" />
          </Link>
        )}
      </nav>
    </>
  );
}
