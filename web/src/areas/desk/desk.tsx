import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages';
import { api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { keyOf } from '../../parts/Status.tsx';

const route = getRouteApi('/members/desk');
const PAGE = 50;
const SECRETARIAT = 'secretariat';

type Waits = 'me' | 'others';
type Work = Schemas['Work'];

const workQuery = (waits: Waits, cursor: string) =>
  queryOptions({
    queryKey: keys.list('work', { waits, cursor }),
    queryFn: ({ signal }) =>
      api.operations.listWork({ waits, limit: PAGE, sort: 'due', with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });

/** What waits for whoever looks, and for whom else, what is due first at the top. */
export function Desk() {
  const { waits = 'me', cursor = '' } = route.useSearch();
  return (
    <>
      <title>{`${m.desk()} · Junkan`}</title>
      <div className="head">
        <h1>{m.desk()}</h1>
      </div>
      <nav className="seg" aria-label={m.desk()}>
        <Link to="/desk" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
          {m.waitsForYou()}
        </Link>
        <Link to="/desk" search={{ waits: 'others' }} activeOptions={{ exact: true, includeSearch: true }}>
          {m.waitsForOthers()}
        </Link>
      </nav>
      <Waiting waits={waits} cursor={cursor} />
    </>
  );
}

function Waiting({ waits, cursor }: { readonly waits: Waits; readonly cursor: string }) {
  const {
    data: { work, names = {}, total, nextCursor },
  } = useSuspenseQuery(workQuery(waits, cursor));
  if (work.length === 0) return <p>{waits === 'me' ? m.nothingWaits() : m.nothingWaitsOthers()}</p>;
  return (
    <>
      <p role="status">{total.more ? m.tasksMore({ count: total.count }) : m.tasks({ count: total.count })}</p>
      <Scroll label={waits === 'me' ? m.waitsForYou() : m.waitsForOthers()}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns
                of={[
                  { title: m.what() },
                  { title: m.project() },
                  { title: m.due() },
                  ...(waits === 'me' ? [] : [{ title: m.whoseTurn() }]),
                  { title: m.amount(), isFigure: true },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {work.map((task) => (
              <Task
                key={JSON.stringify([task.kind, task.item, task.offer, task.payment, task.measure, task.tranche])}
                task={task}
                names={names}
                waits={waits}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <nav className="row far end" aria-label={m.desk()}>
        {cursor === '' ? (
          <span />
        ) : (
          <Link className="btn" to="/desk" search={waits === 'me' ? {} : { waits }}>
            {m.firstPage()}
          </Link>
        )}
        {nextCursor === undefined ? null : (
          <Link className="btn" to="/desk" search={{ ...(waits === 'me' ? {} : { waits }), cursor: nextCursor }} rel="next">
            {m.nextPage()} <Icon name="arrow" />
          </Link>
        )}
      </nav>
    </>
  );
}

function Task({ task, names, waits }: { readonly task: Work; readonly names: Schemas['Names']; readonly waits: Waits }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className={`tag ${task.overdue ? 'bad' : 'wait'}`}>
          <Icon name={task.overdue ? 'late' : 'wait'} />
          <span>{m.task({ kind: keyOf(task.kind) })}</span>
        </span>
      </th>
      <td role="cell" data-h={m.project()}>
        <div>
          {task.project === undefined ? null : (
            <Link to="/projects/$id" params={{ id: task.project }}>
              {task.title ?? task.project}
            </Link>
          )}
        </div>
      </td>
      <td role="cell" data-h={m.due()}>
        <div>
          {task.due === undefined ? m.noDate() : dayText(task.dueOn ?? task.due)} {task.overdue ? <b>{m.late()}</b> : null}
        </div>
      </td>
      {waits === 'me' ? null : (
        <td role="cell" data-h={m.whoseTurn()}>
          <div>{names[task.organisation]?.text ?? (task.organisation === SECRETARIAT ? m.secretariat() : task.organisation)}</div>
        </td>
      )}
      <td role="cell" data-h={m.amount()} className="r">
        <div>{task.amount === undefined ? null : <Money amount={task.amount} of={`work/${task.kind}/${task.item}`} />}</div>
      </td>
    </tr>
  );
}
