import { Link } from '@tanstack/react-router';
import * as m from '#messages/agreements';
import type { Schemas } from '../../base/api/client.ts';
import { dayText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { compared, together } from '../../base/parts/sums.ts';
import { Scroll } from '../../base/parts/Table.tsx';

type Agreement = Pick<Schemas['Agreement'], 'id' | 'shares' | 'tranches' | 'cells' | 'payments' | 'names'> &
  Partial<Pick<Schemas['Agreement'], 'trancheSums'>>;

/**
 * Sponsors by milestones, exact to the minor unit: each row and each column ends with its sum. The planned sum of a milestone is shown too
 * if a verdict or an amendment has changed it.
 */
export function Matrix({ agreement }: { readonly agreement: Agreement }) {
  const { id, shares = [], cells = [], names = {}, payments = [] } = agreement;
  const tranches = agreement.tranches.map((each) => {
    const sums = agreement.trancheSums?.find(({ number }) => number === each.number);
    const now = sums?.payable ?? sumOf(cells.filter(({ tranche }) => tranche === each.number));
    return { ...each, planned: sums?.planned ?? each.amount, now };
  });
  // A guarantor pays of no milestone.
  const sponsors = [...new Set(shares.map(({ sponsor }) => sponsor))].filter((sponsor) => cells.some((cell) => cell.sponsor === sponsor));
  const milestoneOf = new Map(payments.map(({ tranche, milestone }) => [tranche, milestone]));
  return (
    <Scroll label={m.whoPaysWhat()}>
      <table role="table">
        <thead>
          <tr role="row">
            <th scope="col" role="columnheader">
              {m.tranche()}
            </th>
            {sponsors.map((sponsor) => (
              <th key={sponsor} scope="col" role="columnheader" className="r">
                {names[sponsor]?.text ?? sponsor}
              </th>
            ))}
            <th scope="col" role="columnheader" className="r">
              {m.total()}
            </th>
          </tr>
        </thead>
        <tbody>
          {tranches.map(({ number, title, monthsAfterEffective, dueOn, planned, now }) => (
            <tr key={number} role="row">
              <th scope="row" role="rowheader">
                {number}. {title}
                <small className="quiet">{dueOn ? dayText(dueOn) : m.months({ months: monthsAfterEffective })}</small>
                <Planned amount={planned} of={`${id}/tranches/${number}`} now={now} />
                <Way milestone={milestoneOf.get(number)} />
              </th>
              {sponsors.map((sponsor) => (
                <td key={sponsor} role="cell" className="r">
                  {cells
                    .filter((cell) => cell.tranche === number && cell.sponsor === sponsor)
                    .map((cell) => (
                      <Money key={sponsor} amount={cell.amount} of={`${id}/cells/${number}/${sponsor}`} />
                    ))}
                </td>
              ))}
              <Total amount={now} of={`${id}/cells/${number}`} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr role="row">
            <th scope="row" role="rowheader">
              {m.sum()}
            </th>
            {sponsors.map((sponsor) => (
              <Total key={sponsor} amount={sumOf(cells.filter((cell) => cell.sponsor === sponsor))} of={`${id}/cells/${sponsor}`} />
            ))}
            <Total amount={sumOf(cells)} of={`${id}/cells`} />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

type Amount = Schemas['Money'];

const sumOf = (cells: Agreement['cells']): Amount | undefined =>
  cells.map(({ amount }) => amount).reduce<Amount | undefined>((sum, each) => (sum ? together(sum, each) : each), undefined);

const Total = ({ amount, of }: { readonly amount: Amount | undefined; readonly of: string }) => (
  <td role="cell" className="r">
    {amount ? <Money amount={amount} of={of} /> : null}
  </td>
);

const Planned = ({ amount, of, now }: { readonly amount: Amount; readonly of: string; readonly now: Amount | undefined }) =>
  now && compared(amount, now) !== 0 ? (
    <small className="quiet">
      {m.planned()} <Money amount={amount} of={of} />
    </small>
  ) : null;

const Way = ({ milestone }: { readonly milestone: string | undefined }) =>
  milestone ? (
    <Link to="/milestones/$id/money" params={{ id: milestone }}>
      <small>{m.toMoney()}</small>
    </Link>
  ) : null;
