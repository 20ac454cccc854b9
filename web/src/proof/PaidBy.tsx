import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import * as m from '#messages/proof';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { shareText } from '../base/parts/locale.ts';
import { shareOf } from '../base/parts/shares.ts';
import { paidByQuery } from './proofs.ts';

type Props = { readonly project: string; readonly milestone: string };

/** Whose money brought about what was accepted: each sponsor, the city itself and other sources, by their part of the cost. */
export function PaidBy({ project, milestone }: Props) {
  const { data } = useQuery(paidByQuery(project, milestone));
  if (!data || data.payers.length === 0) return null;
  const { payers, names } = data;
  return (
    <section className="part" aria-labelledby="h-paid-by">
      <h2 id="h-paid-by">{m.paidBy()}</h2>
      <dl className="facts">
        {payers.map(({ payer, part }) => (
          <Fragment key={payer}>
            <dt>{payer.startsWith('spo_') ? <ItemLink id={payer}>{names[payer]?.text ?? payer}</ItemLink> : m.payer({ who: payer })}</dt>
            <dd>{shareText(basisPointsOf(part))}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="quiet">{m.paidByHow()}</p>
    </section>
  );
}

/** Of an exact fraction, as 3/7 or 1. */
function basisPointsOf(part: string): number {
  const [over = 0n, under = 1n] = part.split('/').map(BigInt);
  return shareOf(over, under) ?? 0;
}
