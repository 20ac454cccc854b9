import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, useRef } from 'react';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/approvals';
import { task as taskText } from '#messages/waiting';
import { Refusal } from '../../acts/Refused.tsx';
import { roleText } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Awaiting, Loading } from '../../base/parts/Awaiting.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Headed } from '../../base/parts/Table.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';
import { approvalsQuery, KINDS, keptFromQuery, type Work } from './queries.ts';

const Opened = lazy(async () => ({ default: (await import('./Opened.tsx')).Opened }));

/** Which approvals are shown, and of which page. `open`: the one whose item is shown below it. */
export const search = z.object({ kind: text, cursor: text, open: text });

const route = getRouteApi('/members/approvals');

/** What waits for a second person's word, and what that person may not say it to. */
export function Page() {
  const { kind: wanted = '', cursor = '', open = '' } = route.useSearch();
  const kind = KINDS.includes(wanted as Work['kind']) ? wanted : '';
  const { data, dataUpdatedAt } = useQuery({ ...approvalsQuery(kind, cursor), throwOnError: true });
  const { data: kept } = useQuery(keptFromQuery(kind));
  if (!data) return <Loading />;
  const { work, names = {}, counts, total, nextCursor } = data;
  return (
    <>
      <PageHead title={m.approvals()} below={<p>{m.whatFor()}</p>} />
      <Filter chosen={kind} of={KINDS.map((each) => ({ value: each, title: taskText({ kind: each }), count: counts[each] ?? 0 }))} />
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

type Props = {
  readonly chosen: string;
  readonly of: readonly { readonly value: string; readonly title: string; readonly count: number }[];
};

/** The kind; choosing one applies it immediately and restarts the list. */
function Filter({ chosen, of }: Props) {
  const navigate = useNavigate();
  const choose = (kind: string): void => void navigate({ to: '.', search: kind ? { kind } : {} });
  return (
    <search className="row">
      <label className="field">
        <span className="label">{common.what()}</span>
        <select className="in" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{common.all()}</option>
          {of.map(({ value, title, count }) => (
            <option key={value} value={value}>
              {chosen === '' || chosen === value ? m.choice({ title, count }) : title}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

type Names = Schemas['Names'];
type InboxProps = { readonly work: readonly Work[]; readonly names: Names; readonly label: string; readonly open: string };

const COLUMNS = 4;
const keyOfTask = ({ kind, item, offer, payment, measure, sponsor }: Work): string =>
  [kind, item, offer, payment, measure, sponsor].filter((part) => part !== undefined).join('.');

/** A row for each; opened, it shows below itself what it binds to, and takes the decision. What was decided stays until it is closed. */
function Inbox({ work, names, label, open }: InboxProps) {
  const seen = useRef<Work>(undefined);
  const opened = work.find((task) => keyOfTask(task) === open);
  if (opened) seen.current = opened;
  const decided = !opened && seen.current && keyOfTask(seen.current) === open ? [seen.current] : [];
  const rows = [...decided, ...work];
  if (rows.length === 0) return null;
  return (
    <Headed
      label={label}
      of={[{ title: common.what() }, { title: common.project() }, { title: common.due() }, { title: common.amount(), isFigure: true }]}
    >
      {rows.map((task) => (
        <Row key={keyOfTask(task)} task={task} names={names} isOpen={open === keyOfTask(task)} />
      ))}
    </Headed>
  );
}

function Row({ task, names, isOpen }: { readonly task: Work; readonly names: Names; readonly isOpen: boolean }) {
  const navigate = useNavigate();
  const { kind, project, title, due, dueOn, overdue, amount, excluded, role } = task;
  const toggle = (): void =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, open: isOpen ? undefined : keyOfTask(task) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <tbody>
      <tr role="row">
        <th scope="row" role="rowheader">
          <button className="btn small" type="button" aria-expanded={isOpen} onClick={toggle}>
            <Icon name={overdue ? 'late' : excluded ? 'lock' : 'wait'} />
            {taskText({ kind })}
          </button>
          {excluded ? (
            <small className="quiet">
              <Refusal type={excluded} /> {m.whoMay({ role: roleText(role) })}
            </small>
          ) : null}
        </th>
        <td role="cell" data-h={common.project()}>
          <div>{title ?? (project ? names[project]?.text : undefined) ?? '–'}</div>
        </td>
        <td role="cell" data-h={common.due()}>
          <div>
            {due === undefined ? common.noDate() : <time dateTime={dueOn ?? due}>{dayText(dueOn ?? due)}</time>}{' '}
            {overdue ? <b>{common.late()}</b> : null}
          </div>
        </td>
        <td role="cell" data-h={common.amount()} className="r">
          <div>{amount === undefined ? '–' : <Money amount={amount} of={`work/${keyOfTask(task)}`} />}</div>
        </td>
      </tr>
      {isOpen ? (
        <tr role="row" className="entry">
          <td role="cell" colSpan={COLUMNS}>
            <Awaiting>
              <Opened task={task} names={names} />
            </Awaiting>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
