import * as m from '#messages/agreements';
import { isOpen, PaymentPart, partsPaid, partTitle, retainedParts } from '../../acts/PaymentPart.tsx';
import type { Schemas } from '../../api/client.ts';
import { momentText } from '../../parts/locale.ts';

/** The payments that are not at their end, each with what is to be done. */
export function OpenPayments({ agreement }: { readonly agreement: Schemas['Agreement'] }) {
  const { holds = [] } = agreement;
  const open = [...agreement.cells, ...partsPaid(agreement), ...retainedParts(agreement)].filter((cell) => isOpen(agreement, cell));
  if (open.length === 0) return null;
  const titleOf = (tranche: number): string => agreement.tranches.find(({ number }) => number === tranche)?.title ?? '';
  return (
    <section className="part" aria-labelledby="h-payments">
      <h2 id="h-payments">{m.payments()}</h2>
      {open.map((cell) => (
        <PaymentPart
          key={cell.payment ?? `${cell.tranche}/${cell.sponsor}`}
          agreement={agreement}
          cell={cell}
          names={agreement.names ?? {}}
          title={partTitle(cell, titleOf(cell.tranche), agreement)}
        >
          {holds
            .filter((hold) => hold.status === 'standing' && hold.tranche === cell.tranche && hold.sponsor === cell.sponsor)
            .map((hold) => (
              <p key={hold.number}>
                <strong>{m.onHold({ day: momentText(hold.heldAt) })}</strong>
              </p>
            ))}
        </PaymentPart>
      ))}
    </section>
  );
}
