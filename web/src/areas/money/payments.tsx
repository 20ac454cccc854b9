import * as m from '#messages/money';
import { advancedParts, PaymentPart, partsPaid, partTitle } from '../../acts/PaymentPart.tsx';
import type { Schemas } from '../../api/client.ts';

type Props = { readonly agreement: Schemas['Agreement']; readonly tranche: number | undefined; readonly names: Schemas['Names'] };

/** One part a sponsor, and each advance of it: where its payment stands, what the bank was told and said of it, and whose turn it is. */
export const Payments = ({ agreement, tranche, names }: Props) => (
  <section className="part" aria-labelledby="h-payments">
    <h2 id="h-payments">{m.payments()}</h2>
    {agreement.payments.some((payment) => payment.tranche === tranche) ? null : <p className="quiet">{m.noPayments()}</p>}
    <div className="branches">
      {[...advancedParts(agreement), ...agreement.cells, ...partsPaid(agreement)]
        .filter((cell) => cell.tranche === tranche)
        .map((cell) => (
          <PaymentPart key={cell.payment} agreement={agreement} cell={cell} names={names} title={titleOf(cell, agreement)} />
        ))}
    </div>
  </section>
);

/** The page says of which milestone it is; payments of advances and of some of a part say that they are. */
function titleOf(part: Schemas['Cell'], agreement: Schemas['Agreement']): string {
  const title = agreement.tranches.find(({ number }) => number === part.tranche)?.title ?? '';
  return agreement.cells.some(({ payment }) => payment === part.payment) ? '' : partTitle(part, title, agreement);
}
