import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/milestones';
import { Newer } from '../../acts/Newer.tsx';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { Day } from '../../parts/Day.tsx';
import { Find } from '../../parts/Find.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { Elsewhere, Segments } from '../../parts/Segments.tsx';
import { KeepSearch } from '../../searches/Keep.tsx';
import { milestonesQuery, STATES, type State, wholeMilestones } from './list.queries.ts';
import type { MilestonesSearch } from './list.search.ts';
import { MilestoneRows } from './list-rows.tsx';

const route = getRouteApi('/members/milestones');
const TITLES: Readonly<Record<State, () => string>> = { ahead: m.ahead, reported: m.atTheVerifier, over: m.over };
const SECRETARIAT = 'secretariat';

/** Milestones by the day on which they are due: a city’s, those of which a sponsor has a share, or for overseers all. */
export function Milestones() {
  const search = route.useSearch();
  const organisation = useSession()?.organisation ?? '';
  const of = organisation === SECRETARIAT ? '' : organisation;
  const { state = 'ahead', cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...milestonesQuery(of, search), throwOnError: true });
  const parts = (['ahead', 'reported', 'over'] as const).map((value) => ({
    value,
    title: TITLES[value](),
    count: data && STATES[value].reduce((sum, status) => sum + (data.counts['status']?.[status] ?? 0), 0),
  }));
  return (
    <>
      <title>{`${common.milestones()} · Junkan`}</title>
      <div className="head">
        <h1>{common.milestones()}</h1>
        <KeepSearch list="milestones" />
        <Export
          name="milestones"
          columns={async () => (await import('../../exports/money-columns.ts')).MILESTONE_COLUMNS}
          page={wholeMilestones(of, search)}
        />
      </div>
      <Segments label={common.milestones()} name="state" chosen={state} of={parts} />
      <Filters search={search} />
      {data ? (
        <>
          <p className="row" role="status">
            {data.total.count > 0 ? (
              m.foundMilestones({ count: data.total.count })
            ) : (
              <Elsewhere name="state" of={parts} otherwise={isFiltered(search) ? m.noneFits() : m.noMilestones()} />
            )}
            <Newer of="milestones" since={dataUpdatedAt} />
          </p>
          {data.milestones.length > 0 ? (
            <MilestoneRows milestones={data.milestones} names={data.names ?? {}} sort={search.sort} isOfOne={of.startsWith('org_')} />
          ) : null}
          <Pages label={common.milestones()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

const isFiltered = ({ q, dueFrom, dueTo }: MilestonesSearch): boolean => [q, dueFrom, dueTo].some(Boolean);

const Filters = ({ search: { q = '', dueFrom = '', dueTo = '' } }: { readonly search: MilestonesSearch }) => (
  <div className="row far end">
    <search className="row end" aria-label={common.filters()}>
      <Day label={m.dueFrom()} name="dueFrom" day={dueFrom} />
      <Day label={m.dueTo()} name="dueTo" day={dueTo} />
    </search>
    <Find q={q} />
  </div>
);
