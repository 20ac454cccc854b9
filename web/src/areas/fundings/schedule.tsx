import { lazy, useState } from 'react';
import * as m from '#messages/financing';
import { Awaiting } from '../../parts/Awaiting.tsx';
import type { Funding, Offer } from './offers.ts';

const Repayments = lazy(async () => ({ default: (await import('./repayments.tsx')).Repayments }));

type Props = { readonly funding: Funding; readonly offer: Offer };

/** How an offered loan is repaid, for whoever opens it. */
export function Schedule({ funding, offer }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (offer.financing?.instrument !== 'loan') return null;
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.schedule()}</summary>
      <Awaiting>{isOpen ? <Repayments funding={funding} offer={offer} /> : null}</Awaiting>
    </details>
  );
}
