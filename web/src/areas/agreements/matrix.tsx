import { Link } from '@tanstack/react-router';
import * as m from '#messages/agreements';
import type { Schemas } from '../../api/client.ts';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { together } from '../../parts/sums.ts';

type Agreement = Pick<Schemas['Agreement'], 'id' | 'shares' | 'tranches' | 'cells' | 'payments' | 'names'>;

/** Sponsors by milestones, exact to the minor unit: each row sums to the milestone, each column to the share. */
export function Matrix({ agreement }: { readonly agreement: Agreement }) {
  const { id, shares = [], tranches = [], cells = [], names = {}, payments = [] } = agreement;
  const sponsors = [...new Set(shares.map(({ sponsor }) => sponsor))];
  const all = shares
    .map(({ amount }) => amount)
    .reduce<Schemas['Money'] | undefined>((sum, each) => (sum ? together(sum, each) : each), undefined);
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
          {tranches.map(({ number, title, monthsAfterEffective, dueOn, amount }) => (
            <tr key={number} role="row">
              <th scope="row" role="rowheader">
                {number}. {title}
                <small className="quiet">{dueOn ? dayText(dueOn) : m.months({ months: monthsAfterEffective })}</small>
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
              <td role="cell" className="r">
                <Money amount={amount} of={`${id}/tranches/${number}`} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr role="row">
            <th scope="row" role="rowheader">
              {m.sum()}
            </th>
            {sponsors.map((sponsor) => (
              <td key={sponsor} role="cell" className="r">
                {shares
                  .filter((share) => share.sponsor === sponsor)
                  .map((share) => (
                    <Money key={share.offer} amount={share.amount} of={`${id}/shares/${sponsor}`} />
                  ))}
              </td>
            ))}
            <td role="cell" className="r">
              {all ? <Money amount={all} of={`${id}/shares`} /> : null}
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

const Way = ({ milestone }: { readonly milestone: string | undefined }) =>
  milestone ? (
    <Link to="/milestones/$id/money" params={{ id: milestone }}>
      <small>{m.toMoney()}</small>
    </Link>
  ) : null;
