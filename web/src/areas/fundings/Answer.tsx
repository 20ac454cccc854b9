import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/fundings';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { useSession } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { compared, less, together } from '../../base/parts/sums.ts';
import type { Asked } from '../../financing/OtherTerms.tsx';
import type { Given } from '../../opened/Act.tsx';
import { isTheirs } from '../../papers/passport-of.ts';
import { FinancingFacts } from '../../terms/FinancingFacts.tsx';
import { Taking } from '../../terms/Taken.tsx';
import { type Funding, isMoney, isPending, type Offer } from './offers.ts';

// They come with the form.
const OtherTerms = lazy(async () => ({ default: (await import('../../financing/OtherTerms.tsx')).OtherTerms }));

const DueDiligence = lazy(async () => ({ default: (await import('../../papers/DueDiligence.tsx')).DueDiligence }));

/** Whether it is for the reader to approve it. */
const isToApprove = ({ may = [] }: Funding, { id }: Offer): boolean =>
  may.some((permission) => permission.operation === 'approveOffer' && permission.offer === id && isTheirs(permission));

type Props = { readonly funding: Funding; readonly offer: Offer; readonly mandate: Schemas['Mandate'] | undefined };

/** What may be said to the terms that are shown, and what the round would be after that. */
export function Answer({ funding, offer, mandate }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const isOwn = useSession()?.organisation === offer.sponsor;
  return (
    <div className="decide">
      <h3>{m.answerTo({ version: offer.terms })}</h3>
      {isPending(offer) ? <After funding={funding} offer={offer} /> : null}
      {isToApprove(funding, offer) ? (
        <Suspense fallback={null}>
          <DueDiligence subject={funding.proposer} />
        </Suspense>
      ) : null}
      <Acts
        item={funding}
        only={(permission) => permission.offer === offer.id}
        given={({ operation }) =>
          operation === 'counterOffer'
            ? {
                ...counterOf(funding, offer, mandate),
                body: { terms: offer.terms, ...(asked ? { financing: asked.financing } : {}) },
                own: {
                  isReadable: asked?.isReadable ?? true,
                  faultsOf: (told) => asked?.faultsOf(told) ?? {},
                  show: (faults) => (
                    // It is there with the form, however quickly somebody goes from field to field.
                    <details>
                      <summary>{m.otherTerms()}</summary>
                      <Suspense fallback={null}>
                        <OtherTerms before={offer.financing} asked={asked} faults={faults} onAsked={setAsked} />
                      </Suspense>
                    </details>
                  ),
                },
              }
            : givenOf(operation, offer)
        }
      />
      {isOwn ? (
        <p className="quiet">
          <small>{m.fourEyes()}</small>
        </p>
      ) : null}
    </div>
  );
}

function givenOf(operation: string, { terms, amount, financing, side, envelope }: Offer): Given {
  if (operation === 'approveOffer') return { summary: <p className="amount">{moneyText(amount)}</p> };
  if (operation !== 'acceptOffer') return {};
  return {
    body: { terms },
    summary: (
      <>
        <p>{m.acceptWhat({ version: terms, amount: moneyText(amount) })}</p>
        <FinancingFacts financing={financing} />
        {side === 'proposer' ? <Taking envelope={envelope} amount={amount} /> : null}
      </>
    ),
  };
}

/** Between which bounds another amount is. */
function counterOf({ gap }: Funding, { amount, mandateRevision }: Offer, mandate: Schemas['Mandate'] | undefined): Given {
  // An offer stays under the terms that it was made under.
  const under = mandate?.revisions?.find(({ revision }) => revision === mandateRevision)?.terms;
  const { ticketMinimum, ticketMaximum } = under ?? {};
  return {
    currency: amount.currency,
    ...(ticketMinimum && ticketMaximum && gap
      ? { hints: { amount: m.amountBounds({ from: moneyText(ticketMinimum), to: moneyText(ticketMaximum), gap: moneyText(gap) }) } }
      : {}),
  };
}

/** What is accepted and still open by the API's word, and what both would become. */
function After({ funding, offer }: { readonly funding: Funding; readonly offer: Offer }) {
  const { id, accepted, gap, minimumClose } = funding;
  if (!gap) return null;
  if (!isMoney(offer)) return <p>{m.fillsNoGap()}</p>;
  const total = accepted ? together(accepted, offer.amount) : offer.amount;
  const isWhole = compared(offer.amount, gap) >= 0;
  const after = isWhole ? m.closesWhole() : compared(total, minimumClose) >= 0 ? m.reachesMinimum() : m.staysBelow();
  return (
    <Facts
      of={[
        [m.gapNow(), <Money key="gap" amount={gap} of={`${id}/gap`} />],
        [
          m.acceptedAfter(),
          <span key="accepted" className="num">
            {moneyText(total)}
          </span>,
        ],
        [m.gapAfter(), isWhole ? m.nothingOpen() : <span className="num">{moneyText(less(gap, offer.amount))}</span>],
        [m.afterwards(), after],
      ]}
    />
  );
}
