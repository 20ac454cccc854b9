import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/organisations';
import { CertaintyBar } from '../../parts/CertaintyBar.tsx';
import { sumsOfQuery } from './organisations.queries.ts';

/** How sure the money of a proposer's published projects is, in each currency by itself. */
export function Sums({ id }: { readonly id: string }) {
  const { data } = useQuery(sumsOfQuery(id));
  if (!data || data.stages.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-sums">
      <h2 id="h-sums">{m.money()}</h2>
      {[...Map.groupBy(data.stages, ({ amount }) => amount.currency)].map(([currency, stages]) => (
        <CertaintyBar key={currency} stages={stages} of={`${id}/totals/${currency}`} />
      ))}
    </section>
  );
}
