import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import * as m from '#messages/approvals';
import { terms } from '#messages/financing';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { FinancingFacts } from '../../financing/FinancingFacts.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money, moneyText } from '../../parts/Money.tsx';
import { less, together } from '../../parts/sums.ts';
import { PassportState } from './passport-state.tsx';
import { People } from './people.tsx';

type Props = { readonly id: string; readonly offer: string; readonly names: Schemas['Names'] };

/** What a sponsor commits by approving its offer, out of which budget, and who prepared it. */
export function OfOffer({ id, offer: wanted, names: given }: Props) {
  const { data: funding } = useSuspenseQuery(itemQuery('getFunding', id));
  const offer = funding.offers.find((each) => each.id === wanted);
  const names = { ...given, ...funding.names };
  if (!offer) return null;
  const { sponsor, amount, financing, preparedBy, mandate, envelope, firstApproval } = offer;
  return (
    <>
      <Facts
        of={[
          [m.binds(), m.bindsToOffer({ sponsor: names[sponsor]?.text ?? sponsor, amount: moneyText(amount) })],
          [fieldLabel('amount'), <Money key="amount" amount={amount} of={`${wanted}/amount`} />],
          [terms(), <FinancingFacts key="terms" financing={financing} />],
          [
            m.round(),
            <ItemLink key="round" id={id}>
              {m.toRound({ round: funding.round })}
            </ItemLink>,
          ],
          [
            fieldLabel('mandate'),
            <ItemLink key="mandate" id={mandate}>
              {names[mandate]?.text ?? fieldLabel('mandate')}
            </ItemLink>,
          ],
          [m.preparedBy(), <People key="people" of={preparedBy} names={names} />],
          [m.firstApproval(), firstApproval ? <People key="first" of={[firstApproval.by]} names={names} /> : null],
          [m.dueDiligence(), <PassportState key="passport" subject={funding.proposer} />],
        ]}
      />
      <Budget envelope={envelope} offer={wanted} amount={amount} />
      <Acts item={{ ...funding, names }} only={(permission) => permission.offer === wanted} />
    </>
  );
}

type BudgetProps = { readonly envelope: string; readonly offer: string; readonly amount: Schemas['Money'] };

/** The budget as it is told now; beside it what the approval makes of it, where the amount is only reserved so far. */
function Budget({ envelope: id, offer, amount }: BudgetProps) {
  const { data } = useQuery(itemQuery('getEnvelope', id));
  if (!data) return null;
  const { total, reserved, committed, left, claims } = data;
  const isReserved = claims.find((claim) => claim.offer === offer)?.status === 'reserved';
  const rows = [
    ['reserved', m.reserved(), reserved, less(reserved, amount)],
    ['committed', m.committed(), committed, together(committed, amount)],
    ['left', m.left(), left, left],
    ['total', fieldLabel('total'), total, total],
  ] as const;
  return (
    <table role="table">
      <caption>{m.budget()}</caption>
      <thead>
        <tr role="row">
          <td role="cell" />
          <th scope="col" role="columnheader" className="r">
            {m.before()}
          </th>
          {isReserved ? (
            <th scope="col" role="columnheader" className="r">
              {m.after()}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, title, now, then]) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {title}
            </th>
            <td role="cell" className="r">
              <Money amount={now} of={`${id}/${key}`} />
            </td>
            {isReserved ? (
              <td role="cell" className="r num">
                {moneyText(then)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
