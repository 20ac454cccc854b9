import * as common from '#messages';
import * as m from '#messages/statements';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { numberText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { Days } from './days.tsx';

type Props = { readonly statements: readonly Schemas['Statement'][]; readonly names: Schemas['Names']; readonly label: string };

/** Each statement by its name, with its account, the bank that keeps it, and whose it is, and whether its balances add up. */
export const StatementTable = ({ statements, names, label }: Props) => (
  <Scroll label={label}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: m.statement() },
              { title: m.account() },
              { title: m.owner() },
              { title: m.days() },
              { title: common.state() },
              { title: m.balances() },
              { title: m.entries(), isFigure: true },
              { title: m.closingBalance(), isFigure: true },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {statements.map((statement) => (
          <Row key={statement.id} statement={statement} names={names} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

const Row = ({ statement, names }: { readonly statement: Schemas['Statement']; readonly names: Schemas['Names'] }) => {
  const { id, reference, page, account, bic, bankCode, status, balance, entries, closingBalance } = statement;
  const bank = [bic, bankCode].filter(Boolean).join(' · ');
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <ItemLink id={id}>{page ? m.ofPage({ reference, page }) : reference}</ItemLink>
      </th>
      <td role="cell" data-h={m.account()}>
        <div>
          <span className="num">{account}</span> {bank ? <small className="quiet">{bank}</small> : null}
        </div>
      </td>
      <td role="cell" data-h={m.owner()}>
        <div>
          <OwnerOf statement={statement} names={names} />
        </div>
      </td>
      <td role="cell" data-h={m.days()}>
        <div>
          <Days of={statement} />
        </div>
      </td>
      <td role="cell" data-h={common.state()}>
        <div>
          <StatusOf of="statement" status={status} />
        </div>
      </td>
      <td role="cell" data-h={m.balances()}>
        <div>
          <StatusOf of="balance" status={balance} />
        </div>
      </td>
      <td role="cell" data-h={m.entries()} className="r">
        <div className="num">{numberText(entries)}</div>
      </td>
      <td role="cell" data-h={m.closingBalance()} className="r">
        <div>{closingBalance ? <Money amount={closingBalance} of={`${id}/closingBalance`} /> : '–'}</div>
      </td>
    </tr>
  );
};

/** Whose account it is; where that has to be said, by whom next. */
function OwnerOf({
  statement: { owner, claimants, naming },
  names,
}: {
  readonly statement: Schemas['Statement'];
  readonly names: Schemas['Names'];
}) {
  if (owner) return <ItemLink id={owner}>{names[owner]?.text ?? owner}</ItemLink>;
  if (naming?.status === 'proposed') return m.ownerWaits({ code: 'confirm' });
  return m.ownerWaits({ code: claimants.length > 0 ? 'name' : '' });
}
