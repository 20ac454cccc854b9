import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/ledger';
import { kindText } from '../../acts/account-kinds.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';

type Props = { readonly lines: readonly Schemas['LedgerLine'][]; readonly names: Schemas['Names'] };

/** Each posting with its day, what it was, and of which account; one of a payment leads to the money of its milestone. */
export function Lines({ lines, names }: Props) {
  if (lines.length === 0) return null;
  return (
    <Scroll label={m.entries()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: m.day() },
                { title: m.what() },
                { title: m.account() },
                { title: m.whose() },
                { title: common.project() },
                { title: common.amount(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.place} line={line} names={names} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ line, names }: { readonly line: Schemas['LedgerLine']; readonly names: Schemas['Names'] }) {
  const { day, entry, event, agreement = '', project = '', party = '', account, kind, amount, payment, milestone, statement } = line;
  const what = m.event({ code: statement ? 'BankStatement' : event, name: event });
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <time dateTime={day}>{dayText(day)}</time>
      </th>
      <td role="cell" data-h={m.what()}>
        <div title={m.entryId({ id: entry })}>
          {milestone && payment ? (
            <Link to="/milestones/$id/money" params={{ id: milestone }} hash={payment}>
              {what}
            </Link>
          ) : (
            <ItemLink id={statement ?? agreement}>{what}</ItemLink>
          )}
        </div>
      </td>
      <td role="cell" data-h={m.account()}>
        <div>{kindText(kind)}</div>
      </td>
      <td role="cell" data-h={m.whose()}>
        <div>{names[party]?.text ?? party}</div>
      </td>
      <td role="cell" data-h={common.project()}>
        <div>
          <ItemLink id={project}>{names[project]?.text ?? project}</ItemLink>
        </div>
      </td>
      <td role="cell" data-h={common.amount()} className="r">
        <div>
          <Money amount={amount} of={`${entry}/${account}`} />
        </div>
      </td>
    </tr>
  );
}
