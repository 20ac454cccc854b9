import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/milestones';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Heading } from '../../base/parts/PageHead.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import * as column from '../../lists/columns.tsx';
import { Elsewhere, Find, orderedBy } from '../../lists/controls.tsx';
import { KeepSearch } from '../../lists/Keep.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';
import { Day } from '../../parts/Day.tsx';

const COLUMNS = ['title', 'due', 'amount', 'status'] as const;
const SORTS = COLUMNS.flatMap((column) => [column, `-${column}`] as const);
const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

/** Which milestones are listed, and how: those that are still to come, what is due first at the top, where the address does not say. */
export const search = z.object({
  state: z.catch(z.optional(z.enum(['reported', 'over'])), undefined),
  q: text,
  dueFrom: day,
  dueTo: day,
  sort: z.catch(z.optional(z.enum(SORTS)), undefined),
  cursor: text,
});
type MilestonesSearch = z.infer<typeof search>;

const PAGE = 50;
const USUAL = 'due' as const;

/** The states of milestones, by what is still to come of them. */
const STATES = {
  ahead: ['scheduled', 'due', 'overdue', 'returned'],
  reported: ['submitted'],
  over: ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'],
} as const;
type State = keyof typeof STATES;

/** `of`: the organisation that owns them; empty for all that the reader may see. */
function askedBy(of: string, { state: wanted, sort, q, dueFrom, dueTo }: MilestonesSearch) {
  const state: State = wanted ?? 'ahead';
  const own = of.startsWith('org_') ? { proposer: of } : of ? { sponsor: of } : {};
  const days = { ...(dueFrom ? { dueFrom } : {}), ...(dueTo ? { dueTo } : {}) };
  const order = sort ? { sort } : q ? {} : { sort: USUAL };
  return { status: STATES[state].join(','), ...own, ...(q ? { q } : {}), ...days, ...order, with: 'names' };
}

/** The whole list: for files. */
const wholeMilestones = (of: string, search: MilestonesSearch) =>
  wholeOf('listMilestones', askedBy(of, search), ({ milestones }) => milestones);

const milestonesQuery = (of: string, search: MilestonesSearch) =>
  queryOptions({
    queryKey: keys.list('milestones', { of, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'status', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.listMilestones({ ...askedBy(of, search), ...page }, { signal });
    },
  });

const route = getRouteApi('/members/milestones');
const TITLES: Readonly<Record<State, () => string>> = { ahead: m.ahead, reported: m.atTheVerifier, over: m.over };
const SECRETARIAT = 'secretariat';

/** Milestones by the day on which they are due: a city’s, those of which a sponsor has a share, or for overseers all. */
export function Page() {
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
      <Heading title={common.milestones()}>
        <KeepSearch list="milestones" />
        <Export
          name="milestones"
          columns={async () => (await import('../../exports/money-columns.ts')).MILESTONE_COLUMNS}
          page={wholeMilestones(of, search)}
        />
      </Heading>
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

type Milestone = Schemas['Milestone'];
type Props = {
  readonly milestones: readonly Milestone[];
  readonly names: Schemas['Names'];
  readonly sort: string | undefined;
  /** Whether all are of one proposer, so that it need not be named. */
  readonly isOfOne: boolean;
};

/** Milestones, each with its project, its status, and its money. */
function MilestoneRows({ milestones, names, sort = USUAL, isOfOne }: Props) {
  const by = orderedBy<Milestone>(sort, USUAL);
  return (
    <Table<Milestone>
      label={common.milestones()}
      rows={milestones}
      keyOf={({ id }) => id}
      columns={[
        by(
          'title',
          column.text(m.milestone(), ({ id, number, title }) => (
            <>
              <ItemLink id={id}>{title}</ItemLink>
              <small className="quiet">{m.milestoneNumber({ number })}</small>
            </>
          )),
        ),
        column.text(common.project(), ({ project }) => <ItemLink id={project}>{names[project]?.text ?? common.project()}</ItemLink>),
        ...(isOfOne ? [] : [column.text<Milestone>(common.city(), ({ proposer }) => names[proposer]?.text ?? proposer)]),
        by(
          'due',
          column.day(common.due(), ({ dueOn }) => dueOn),
        ),
        by(
          'status',
          column.status('milestoneStatus', (milestone) => milestone.status),
        ),
        by(
          'amount',
          column.money(
            common.amount(),
            ({ amount }) => amount,
            ({ id }) => `${id}/amount`,
          ),
        ),
      ]}
    />
  );
}
