import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/approvals';
import { Newer } from '../../acts/Newer.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { approvalsQuery, KINDS, keptFromQuery, type Work } from './approvals.queries.ts';
import { Filter } from './filter.tsx';
import { Inbox } from './inbox.tsx';

const route = getRouteApi('/members/approvals');

/** What waits for a second person's word, and what that person may not say it to. */
export function Approvals() {
  const { kind: wanted = '', cursor = '', open = '' } = route.useSearch();
  const kind = KINDS.includes(wanted as Work['kind']) ? wanted : '';
  const { data, dataUpdatedAt } = useQuery({ ...approvalsQuery(kind, cursor), throwOnError: true });
  const { data: kept } = useQuery(keptFromQuery(kind));
  if (!data) return <Loading />;
  const { work, names = {}, counts, total, nextCursor } = data;
  return (
    <>
      <title>{`${m.approvals()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.approvals()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      <Filter chosen={kind} of={KINDS.map((each) => ({ value: each, title: common.task({ kind: each }), count: counts[each] ?? 0 }))} />
      <section className="part" aria-labelledby="h-mine">
        <h2 id="h-mine">{common.waitsForYou()}</h2>
        <p className="row" role="status">
          {work.length === 0 ? m.nothing() : total.more ? common.tasksMore({ count: total.count }) : common.tasks({ count: total.count })}
          <Newer of="approvals" since={dataUpdatedAt} />
        </p>
        <Inbox work={work} names={names} label={common.waitsForYou()} open={open} />
        <Pages label={m.approvals()} cursor={cursor} next={nextCursor} />
      </section>
      {kept && kept.work.length > 0 ? (
        <section className="part" aria-labelledby="h-kept">
          <h2 id="h-kept">{m.notForYou()}</h2>
          <p>{m.notForYouWhy()}</p>
          <Inbox work={kept.work} names={kept.names} label={m.notForYou()} open={open} />
        </section>
      ) : null}
    </>
  );
}
