import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import * as m from '#messages';
import * as own from '#messages/desk';
import { Refusal } from '../../acts/Refusal.tsx';
import { codeText, roleText } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { keyOf } from '../../parts/Status.tsx';

type Work = Schemas['Work'];
type Names = Schemas['Names'];
type Props = { readonly work: readonly Work[]; readonly names: Names; readonly label: string };

const SECRETARIAT = 'secretariat';
/** They are done where the report is written. */
const OF_REPORTS: readonly string[] = ['report-due', 'report-returned', 'report-to-sign', 'draft-returned'];
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Tasks in a table; `j` and `k` go from one to the next. */
export function Tasks({ work, names, label }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('th a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
  };
  return (
    <Scroll label={label}>
      <table className="stack" role="table" onKeyDown={step}>
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: m.what() },
                { title: m.project() },
                { title: m.due() },
                { title: m.whoseTurn() },
                { title: own.silence() },
                { title: m.amount(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody ref={body}>
          {work.map((task) => (
            <Task
              key={JSON.stringify([task.kind, task.item, task.offer, task.payment, task.measure, task.tranche, task.sponsor])}
              task={task}
              names={names}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Task({ task, names }: { readonly task: Work; readonly names: Names }) {
  const { kind, item, project, title, due, dueOn, overdue, silence, amount, excluded } = task;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className={`tag ${overdue ? 'bad' : 'wait'}`}>
          <Icon name={overdue ? 'late' : 'wait'} />
          {OF_REPORTS.includes(kind) ? (
            <Link to="/milestones/$id/report" params={{ id: item }}>
              {m.task({ kind: keyOf(kind) })}
            </Link>
          ) : (
            <ItemLink id={item} hash={task.payment}>
              {m.task({ kind: keyOf(kind) })}
            </ItemLink>
          )}
        </span>
      </th>
      <td role="cell" data-h={m.project()}>
        <div>{project === undefined ? null : <ItemLink id={project}>{title ?? names[project]?.text ?? m.project()}</ItemLink>}</div>
      </td>
      <td role="cell" data-h={m.due()}>
        <div>
          {due === undefined ? m.noDate() : <time dateTime={dueOn ?? due}>{dayText(dueOn ?? due)}</time>}{' '}
          {overdue ? <b>{m.late()}</b> : null}
        </div>
      </td>
      <td role="cell" data-h={m.whoseTurn()}>
        <div>
          <Turn task={task} names={names} />
          {excluded ? (
            <small className="quiet">
              <Refusal type={excluded} />
            </small>
          ) : null}
        </div>
      </td>
      <td role="cell" data-h={own.silence()}>
        <div>{codeText('silence', silence)}</div>
      </td>
      <td role="cell" data-h={m.amount()} className="r">
        <div>{amount === undefined ? null : <Money amount={amount} of={`work/${kind}/${item}`} />}</div>
      </td>
    </tr>
  );
}

const Turn = ({ task: { mine, role, organisation }, names }: { readonly task: Work; readonly names: Names }) => (
  <>
    {mine ? <b>{own.yours()}</b> : (names[organisation]?.text ?? (organisation === SECRETARIAT ? m.secretariat() : organisation))}
    <small className="quiet"> {roleText(role)}</small>
  </>
);
