import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import * as common from '#messages';
import * as m from '#messages/approvals';
import { Refusal } from '../../acts/Refusal.tsx';
import { roleText } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Columns } from '../../parts/Columns.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import type { Work } from './approvals.queries.ts';
import { Opened } from './opened.tsx';

type Names = Schemas['Names'];
type Props = { readonly work: readonly Work[]; readonly names: Names; readonly label: string; readonly open: string };

const COLUMNS = 4;
const keyOfTask = ({ kind, item, offer, payment, measure, sponsor }: Work): string =>
  [kind, item, offer, payment, measure, sponsor].filter((part) => part !== undefined).join('.');

/** A row for each; opened, it shows below itself what it binds to, and takes the decision. What was decided stays until it is closed. */
export function Inbox({ work, names, label, open }: Props) {
  const seen = useRef<Work>(undefined);
  const opened = work.find((task) => keyOfTask(task) === open);
  if (opened) seen.current = opened;
  const decided = !opened && seen.current && keyOfTask(seen.current) === open ? [seen.current] : [];
  const rows = [...decided, ...work];
  if (rows.length === 0) return null;
  return (
    <Scroll label={label}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: common.what() },
                { title: common.project() },
                { title: common.due() },
                { title: common.amount(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        {rows.map((task) => (
          <Row key={keyOfTask(task)} task={task} names={names} isOpen={open === keyOfTask(task)} />
        ))}
      </table>
    </Scroll>
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
            {common.task({ kind })}
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
