import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages';
import * as own from '#messages/desk';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { numberText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { KeepSearch } from '../../searches/Keep.tsx';
import { type Asked, type Waits, wholeWork, workQuery } from './desk.queries.ts';
import { Shortcuts } from './keys.tsx';
import { Tasks } from './tasks.tsx';

const route = getRouteApi('/members/desk');

const TABS: Readonly<Record<Waits, () => string>> = { me: m.waitsForYou, others: own.waitsForOthers, late: own.lateAnywhere };
const EMPTY: Readonly<Record<Waits, () => string>> = { me: own.nothingWaits, others: own.nothingWaitsOthers, late: own.nothingLate };

/** What waits for whoever looks, for whom else, and what is late. */
export function Desk() {
  const { waits = 'me', kind = '', cursor = '' } = route.useSearch();
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
        <Export
          name="work"
          columns={async () => (await import('../../exports/work-columns.ts')).WORK_COLUMNS}
          page={wholeWork({ waits, kind })}
        />
      </div>
      <nav className="seg" aria-label={m.desk()}>
        {(['me', 'others', 'late'] as const).map((each) => (
          <Link key={each} to="/desk" search={each === 'me' ? {} : { waits: each }} aria-current={each === waits ? 'page' : undefined}>
            {TABS[each]()}
          </Link>
        ))}
      </nav>
      <Waiting asked={{ waits, kind }} cursor={cursor} />
      <Shortcuts />
    </>
  );
}

function Waiting({ asked, cursor }: { readonly asked: Asked; readonly cursor: string }) {
  const { data, dataUpdatedAt } = useQuery({ ...workQuery(asked, cursor), throwOnError: true });
  if (!data) return <Loading />;
  const { work, names = {}, total, counts, nextCursor } = data;
  const { waits, kind } = asked;
  const kinds = [...new Set([...Object.keys(counts), ...(kind ? [kind] : [])])];
  return (
    <>
      {kinds.length > 1 || kind ? (
        <search className="row" aria-label={m.filters()}>
          <Choice
            label={m.what()}
            name="kind"
            chosen={kind}
            of={kinds.map((code) => [code, m.choice({ name: m.task({ kind: code }), count: numberText(counts[code] ?? 0) })])}
          />
        </search>
      ) : null}
      <p className="row" role="status">
        {work.length === 0
          ? kind
            ? own.nothingOfKind()
            : EMPTY[waits]()
          : total.more
            ? m.tasksMore({ count: total.count })
            : m.tasks({ count: total.count })}
        <Newer of="work" since={dataUpdatedAt} />
      </p>
      <Tasks key={`${waits}/${kind}/${cursor}`} work={work} names={names} label={TABS[waits]()} />
      <Pages label={TABS[waits]()} cursor={cursor} next={nextCursor} />
    </>
  );
}
