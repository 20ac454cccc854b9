import { lazy, useRef, useState } from 'react';
import * as m from '#messages';
import * as own from '#messages/desk';
import { task as taskText } from '#messages/waiting';
import { Refusal } from '../../acts/Refused.tsx';
import { roleText } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink, TaskLink } from '../../base/parts/ItemLink.tsx';
import { useKeys } from '../../base/parts/keys.ts';
import { dayText, numberText, weekdayText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { paymentName } from '../../base/parts/payment-name.ts';
import { Columns } from '../../base/parts/Table.tsx';
import { groupsOf } from '../../pictures/days.ts';
import { bulkOf, keyOfTask } from './together.ts';

const Bulk = lazy(async () => ({ default: (await import('./Bulk.tsx')).Bulk }));

type Work = Schemas['Work'];
type Names = Schemas['Names'];
type Props = {
  readonly work: readonly Work[];
  readonly names: Names;
  readonly label: string;
  /** The calendar date for the rules. */
  readonly today: string;
  /** Whether the list has a page before this one, and one after it. */
  readonly isAfter: boolean;
  readonly isBefore: boolean;
};

const SECRETARIAT = 'secretariat';

/** Tasks in a table, by the day on which they are due: `j` and `k` go from one to the next, `x` chooses, `X` chooses all from the one chosen before, `b` does them together. */
export function Tasks({ work, names, label, today, isAfter, isBefore }: Props) {
  const { chosen, count, toggle, open, begin, end, table } = useChosen(work);
  const groups = groupsOf(work, today);
  const isCut = (at: number): boolean => (at === 0 && isAfter) || (at === groups.length - 1 && isBefore);
  const hasBulk = work.some((task) => bulkOf(task) !== undefined);
  return (
    <>
      {hasBulk || open ? (
        <div className="row">
          <button
            className="btn"
            type="button"
            aria-expanded={open !== undefined}
            aria-disabled={count === 0}
            onClick={() => (open ? end(false) : begin())}
          >
            {own.doTogether({ count })}
          </button>
          <small className="quiet">{own.chooseHint()}</small>
        </div>
      ) : null}
      {open ? (
        <Awaiting>
          <Bulk tasks={open} names={names} onClose={end} />
        </Awaiting>
      ) : null}
      {work.length === 0 ? null : (
        <table className="waits" role="table" aria-label={label} ref={table}>
          <thead className="vh">
            <tr role="row">
              <Columns
                of={[
                  { title: m.what() },
                  { title: m.project() },
                  { title: own.whoseTurn() },
                  { title: own.silence() },
                  { title: m.amount() },
                  { title: m.due() },
                  { title: m.open() },
                ]}
              />
            </tr>
          </thead>
          {groups.map(([group, tasks], at) => (
            <tbody key={group}>
              <Heading group={group} today={today} count={tasks.length} isCut={isCut(at)} />
              {tasks.map((task) => (
                <Task
                  key={keyOfTask(task)}
                  task={task}
                  names={names}
                  isFirst={!isAfter && task === work[0]}
                  isChosen={chosen.has(keyOfTask(task))}
                  onChoose={open || bulkOf(task) === undefined ? undefined : (isRange) => toggle(task, isRange)}
                />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </>
  );
}

type HeadingProps = {
  readonly group: string;
  readonly today: string;
  readonly count: number;
  /** Whether some of the group are on another page. */
  readonly isCut: boolean;
};

/** When the tasks below are due, and how many they are. */
const Heading = ({ group, today, count, isCut }: HeadingProps) => (
  <tr role="row">
    <th scope="rowgroup" colSpan={7}>
      <h2>{titleOf(group, today)}</h2> <small>{isCut ? own.onThisPage({ count }) : numberText(count)}</small>
    </th>
  </tr>
);

function titleOf(group: string, today: string): string {
  switch (group) {
    case 'late':
      return m.late();
    case 'later':
      return own.later();
    case 'none':
      return m.noDate();
    case today:
      return own.today({ day: weekdayText(group) });
    default:
      return weekdayText(group);
  }
}

/** Which tasks are chosen to be done together, and the keys of the list. `open`: those that are being done. */
function useChosen(work: readonly Work[]) {
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<readonly Work[]>();
  const last = useRef('');
  const tasks = work.filter((task) => chosen.has(keyOfTask(task)));
  const links = (): HTMLElement[] => [...(table.current?.querySelectorAll<HTMLElement>('th a') ?? [])];
  const current = (): number => {
    const row = document.activeElement?.closest('tr');
    return row ? links().findIndex((link) => link.closest('tr') === row) : -1;
  };
  const step = (by: number): void => {
    const all = links();
    all[Math.min(Math.max(current() + by, 0), all.length - 1)]?.focus();
  };
  const toggle = (task: Work, isRange: boolean): void => {
    const key = keyOfTask(task);
    const from = work.findIndex((each) => keyOfTask(each) === last.current);
    const to = work.indexOf(task);
    last.current = key;
    const range = isRange && from >= 0 ? work.slice(Math.min(from, to), Math.max(from, to) + 1).filter(bulkOf) : [];
    if (range.length > 0) setChosen(new Set([...chosen, ...range.map(keyOfTask)]));
    else setChosen(chosen.has(key) ? new Set([...chosen].filter((each) => each !== key)) : new Set([...chosen, key]));
  };
  const choose = (isRange: boolean): void => {
    const task = work[current()];
    if (!open && task && bulkOf(task)) toggle(task, isRange);
  };
  const begin = (): void => setOpen(tasks.length > 0 ? tasks : undefined);
  const end = (isOver: boolean): void => {
    setOpen(undefined);
    if (isOver) setChosen(new Set());
  };
  useKeys({ j: () => step(1), k: () => step(-1), x: () => choose(false), X: () => choose(true), b: begin });
  return { table, chosen, count: tasks.length, toggle, open, begin, end };
}

type TaskProps = {
  readonly task: Work;
  readonly names: Names;
  /** Whether it is the most urgent of all. */
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  /** None where it is not done together with others. */
  readonly onChoose: ((isRange: boolean) => void) | undefined;
};

function Task({ task, names, isFirst, isChosen, onChoose }: TaskProps) {
  const { kind, project, title, due, dueOn, overdue, silence, amount, excluded, mine } = task;
  return (
    <tr role="row" className={`${overdue ? 'bad' : ''}${isChosen ? ' chosen' : ''}`}>
      <th scope="row" role="rowheader">
        <span className="row tight">
          {onChoose ? (
            <input
              type="checkbox"
              checked={isChosen}
              aria-label={own.chooseTask({ task: taskText({ kind }), project: title ?? '' })}
              onClick={(event) => onChoose(event.shiftKey)}
              onChange={() => undefined}
            />
          ) : null}
          <span className={`tag ${overdue ? 'bad' : 'wait'}`}>
            <Icon name={overdue ? 'late' : 'wait'} />
            <TaskLink task={task}>{taskText({ kind })}</TaskLink>
          </span>
        </span>
        <About task={task} names={names} />
      </th>
      <td role="cell" className="of">
        {project === undefined ? null : <ItemLink id={project}>{title ?? names[project]?.text ?? m.project()}</ItemLink>}
      </td>
      <td role="cell" className="whose">
        <Turn task={task} names={names} />
        {excluded ? (
          <small className="quiet">
            <Refusal type={excluded} />
          </small>
        ) : null}
      </td>
      <td role="cell" className="ifno">
        <b>{own.ifNobody()}</b> {own.afterSilence({ code: silence })}
      </td>
      <td role="cell" className="sum">
        {amount === undefined ? null : <Money amount={amount} of={`work/${keyOfTask(task)}`} />}
      </td>
      <td role="cell" className="due">
        {due === undefined ? m.noDate() : <time dateTime={dueOn ?? due}>{dayText(dueOn ?? due)}</time>} {overdue ? <b>{m.late()}</b> : null}
      </td>
      <td role="cell" className="act">
        {mine ? (
          <TaskLink task={task} className={`btn small ${isFirst ? 'first' : ''}`}>
            {m.open()}
          </TaskLink>
        ) : null}
      </td>
    </tr>
  );
}

/** What it is about: which payment or statement, whose, what it is called and which day it is of. */
const About = ({
  task: { pays, sponsor, owner = sponsor, obligation, day, name, statement },
  names,
}: {
  readonly task: Work;
  readonly names: Names;
}) => {
  const about = [
    pays ? paymentName(pays) : undefined,
    statement?.account,
    statement ? statementName(statement) : undefined,
    owner ? names[owner]?.text : undefined,
    obligation ? own.obligation({ obligation }) : undefined,
    name,
    day ? dayText(day) : undefined,
  ].filter(Boolean);
  return about.length === 0 ? null : <small className="quiet">{about.join(' · ')}</small>;
};

const statementName = ({ reference, page }: NonNullable<Work['statement']>): string =>
  page ? own.statementPage({ reference, page }) : own.statementOf({ reference });

const Turn = ({ task: { mine, role, organisation }, names }: { readonly task: Work; readonly names: Names }) => (
  <>
    {mine ? <b>{own.yours()}</b> : (names[organisation]?.text ?? (organisation === SECRETARIAT ? m.secretariat() : organisation))}
    <small className="quiet"> {roleText(role)}</small>
  </>
);
