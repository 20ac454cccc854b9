import { lazy, Suspense } from 'react';
import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { First } from '../../payments/PaymentPart.tsx';
import { rateOfBank } from '../../terms/Taken.tsx';
import { Proven, useDocument } from '../../uploads/Proven.tsx';

const Refunded = lazy(async () => ({ default: (await import('./InBudgets.tsx')).Refunded }));

type Agreement = Schemas['Agreement'];
type Of<Item> = { readonly item: Item; readonly agreement: Agreement };

const words = (text: string | undefined) => (text ? <span dir="auto">{text}</span> : null);
const said = ({ names = {} }: Agreement, by: string | undefined, at: string | undefined) =>
  by ? <Seal isMini name={personName(names, by)} detail={at ? momentText(at) : ''} /> : null;

/** Money that was paid and has to come back: who claims it and why, what the proposer says, and what has become of it. */
export function Recoveries({ agreement }: { readonly agreement: Agreement }) {
  const { recoveries = [] } = agreement;
  return (
    <section className="part" aria-labelledby="h-recoveries">
      <h2 id="h-recoveries">{m.recoveries()}</h2>
      {recoveries.map((recovery) => (
        <Recovery key={recovery.number} item={recovery} agreement={agreement} />
      ))}
    </section>
  );
}

function Recovery({ item, agreement }: Of<Schemas['Recovery']>) {
  const { number, kind, status, tranche, amount, portions, note, answer, answerDue, answeredBy, reason, resolutions } = item;
  const { names = {}, tranches } = agreement;
  const document = useDocument(agreement);
  const figure = (name: string): string => `${agreement.id}/recoveries/${number}/${name}`;
  const title = tranches.find((each) => each.number === tranche)?.title;
  return (
    <article id={`recovery-${number}`}>
      <h3>{m.recovery({ number, kind: m.recoveryKind({ code: kind }) })}</h3>
      <p>
        <StatusOf of="recoveryStatus" status={status} />
      </p>
      <Facts
        of={[
          [m.claimed(), <Money key="claimed" amount={amount} of={figure('amount')} />],
          [m.paidWith(), tranche === 0 ? m.allPayments() : <span dir="auto">{title ?? tranche}</span>],
          [m.whyClaimed(), words(note)],
          [m.answerDue(), answeredBy || status !== 'claimed' ? null : momentText(answerDue)],
          [m.answer(), words(answer)],
          [m.whyRefused(), words(reason)],
          ...sumsOf(item, figure),
        ]}
      />
      <p className="row">
        {said(agreement, item.claimedBy, item.claimedAt)}
        {said(agreement, answeredBy, item.answeredAt)}
        {said(agreement, item.decidedBy, item.decidedAt)}
      </p>
      <Acts
        item={agreement}
        only={({ recovery, resolution, sponsor }) => recovery === number && resolution === undefined && sponsor === undefined}
        given={({ operation }) => ({ currency: amount.currency, ...(operation === 'reportRefund' ? document : {}) })}
      />
      <ul>
        {portions.map((portion) => (
          <li key={portion.sponsor}>
            {m.portionOf({ name: names[portion.sponsor]?.text ?? portion.sponsor })}{' '}
            <Money amount={portion.amount} of={figure(`portions/${portion.sponsor}/amount`)} />
            <Acts
              item={agreement}
              only={({ recovery, sponsor }) => recovery === number && sponsor === portion.sponsor}
              given={() => ({ currency: amount.currency })}
            />
          </li>
        ))}
      </ul>
      {resolutions.map((resolution) => (
        <Resolution key={resolution.number} item={resolution} agreement={agreement} recovery={number} />
      ))}
    </article>
  );
}

/** What has become of it, once it is approved. */
function sumsOf(recovery: Schemas['Recovery'], figure: (name: string) => string): readonly Fact[] {
  const { status, refunded, justified, documented, writtenOff, pending } = recovery;
  if (status === 'claimed' || status === 'refused') return [];
  const sums = [
    [m.refunded(), 'refunded', refunded],
    [m.justified(), 'justified', justified],
    [m.documented(), 'documented', documented],
    [m.writtenOff(), 'writtenOff', writtenOff],
    [m.pending(), 'pending', pending],
  ] as const;
  return sums.map(([term, name, sum]) => [term, <Money key={name} amount={sum} of={figure(name)} />]);
}

function Resolution({ item, agreement, recovery }: Of<Schemas['Resolution']> & { readonly recovery: number }) {
  const { number, kind, status, amount, credited, rate, sponsor, bankReference, valueDate, note, reason, document } = item;
  const ofBank = credited && rate && rateOfBank(rate, { amount, moved: credited, day: valueDate ?? '' });
  return (
    <article>
      <h4>{m.resolution({ number, kind: m.resolutionKind({ code: kind }) })}</h4>
      <p>
        <StatusOf of="resolutionStatus" status={status} />
      </p>
      <Facts
        of={[
          [m.amount(), <Money key="amount" amount={amount} of={`${agreement.id}/recoveries/${recovery}/resolutions/${number}/amount`} />],
          [fieldLabel('sponsor'), sponsor ? (agreement.names?.[sponsor]?.text ?? sponsor) : null],
          [fieldLabel('credited'), credited ? [moneyText(credited), ofBank].filter(Boolean).join(' · ') : null],
          [m.bankReference(), bankReference ?? null],
          [m.valueDate(), valueDate ? dayText(valueDate) : null],
          [m.why(), words(note)],
          [fieldLabel('document'), document ? <Proven key="document" of={[document]} /> : null],
          [m.whyRefused(), words(reason)],
        ]}
      />
      {agreement.refundExchanges?.length ? (
        <Suspense fallback={null}>
          <Refunded agreement={agreement} recovery={recovery} resolution={number} />
        </Suspense>
      ) : null}
      {item.firstApproval && status === 'proposed' ? <First of={item.firstApproval} names={agreement.names} /> : null}
      <p className="row">
        {said(agreement, item.proposedBy, item.proposedAt)}
        {said(agreement, item.decidedBy, item.decidedAt)}
      </p>
      <Acts item={agreement} only={(permission) => permission.recovery === recovery && permission.resolution === number} />
    </article>
  );
}
