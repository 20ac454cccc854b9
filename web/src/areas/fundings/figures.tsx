import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import * as m from '#messages/financing';
import type { Schemas } from '../../api/client.ts';
import { CommitmentFee } from '../../financing/CommitmentFee.tsx';
import { writtenOf } from '../../parts/amounts.ts';
import { Money } from '../../parts/Money.tsx';
import { comparisonQuery } from './funding.queries.ts';
import type { Funding, Offer } from './offers.ts';

type Figures = Schemas['OfferFigures'];
type Row = readonly [head: string, is: (offer: Offer) => ReactNode];

/** What the offers of a round cost, row by row; a dash where an instrument has no such figure, or the offer has ended. */
export function useFigureRows({ id, version }: Funding): readonly Row[] {
  const { data }: UseQueryResult<Schemas['CompareOffersResponse']> = useQuery(comparisonQuery(id, version));
  if (!data || data.offers.length === 0) return [];
  const all = new Map(data.offers.map((each) => [each.offer, each]));
  const row = (head: string, is: (figures: Figures, offer: Offer) => ReactNode): Row => [
    head,
    (offer) => {
      const figures = all.get(offer.id);
      return (figures && is(figures, offer)) ?? <span className="faint">–</span>;
    },
  ];
  const percent = (text: string | undefined) => (text ? m.percent({ percent: writtenOf(text) }) : undefined);
  return [
    row(m.nominalCost(), ({ nominalCost }, offer) => nominalCost && <Money amount={nominalCost} of={`${offer.id}/nominalCost`} />),
    row(m.commitmentFee(), (_, { financing, amount }) =>
      financing?.loan?.commitmentFeePercent ? <CommitmentFee percent={financing.loan.commitmentFeePercent} amount={amount} /> : undefined,
    ),
    row(m.allInRate(), ({ allInRatePercent }) => percent(allInRatePercent)),
    row(
      m.presentCost({ percent: writtenOf(data.discountPercent) }),
      ({ presentCost, presentCostPercent }, offer) =>
        presentCost && (
          <>
            <Money amount={presentCost} of={`${offer.id}/presentCost`} /> <small className="quiet">({percent(presentCostPercent)})</small>
          </>
        ),
    ),
    row(m.grantElement(), ({ grantElements }) => (grantElements.length > 0 ? <Elements of={grantElements} /> : undefined)),
    row(m.place(), ({ place }) => (place > 0 ? m.placeIs({ place }) : undefined)),
  ];
}

const Elements = ({ of }: { readonly of: Figures['grantElements'] }) => (
  <dl className="facts">
    {of.map(({ method, percent }) => [
      <dt key={method}>{m.method({ method })}</dt>,
      <dd key={`${method}-is`}>{m.percent({ percent: writtenOf(percent) })}</dd>,
    ])}
  </dl>
);
