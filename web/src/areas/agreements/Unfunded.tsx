import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { Proven, useProofs } from '../../uploads/Proven.tsx';
import { useDocument } from './Document.tsx';

type Agreement = Schemas['Agreement'];
type Of<Item> = { readonly item: Item; readonly agreement: Agreement };

/** What is no money of the agreement: each guarantee and each contribution in kind, with what was called of it or received. */
export function Unfunded({ agreement }: { readonly agreement: Agreement }) {
  const { unfunded = [] } = agreement;
  if (unfunded.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-unfunded">
      <h2 id="h-unfunded">{m.unfunded()}</h2>
      <p className="quiet">{m.unfundedNote()}</p>
      {unfunded.map((offer) => (
        <Offer key={offer.offer} item={offer} agreement={agreement} />
      ))}
    </section>
  );
}

function Offer({ item, agreement }: Of<Agreement['unfunded'][number]>) {
  const { offer, sponsor, brings, amount, left, endsOn } = item;
  const { names = {}, drawings = [] } = agreement;
  const figure = (name: string): string => `${agreement.id}/unfunded/${offer}/${name}`;
  const proofs = useProofs(agreement);
  return (
    <article>
      <h3>{m.unfundedBy({ brings, sponsor: names[sponsor]?.text ?? sponsor })}</h3>
      <Facts
        of={[
          [m.amount(), <Money key="amount" amount={amount} of={figure('amount')} />],
          [m.unfundedLeft(), <Money key="left" amount={left} of={figure('left')} />],
          [m.unfundedEnds(), endsOn ? dayText(endsOn) : null],
        ]}
      />
      <Acts item={agreement} only={(each) => each.offer === offer} given={() => ({ currency: amount.currency, ...proofs })} />
      {drawings
        .filter((drawing) => drawing.offer === offer)
        .map((drawing) => (
          <Drawing key={drawing.number} item={drawing} agreement={agreement} />
        ))}
    </article>
  );
}

function Drawing({ item, agreement }: Of<Schemas['Drawing']>) {
  const { number, kind, status, amount, note, reason, evidence, receivedOn, bankReference, valueDate, document } = item;
  const { names = {} } = agreement;
  const proof = useDocument();
  const figure = `${agreement.id}/drawings/${number}/amount`;
  const said = (by: string | undefined, at: string | undefined) =>
    by ? <Seal isMini name={personName(names, by)} detail={at ? momentText(at) : ''} /> : null;
  const words = (text: string | undefined) => (text ? <span dir="auto">{text}</span> : null);
  return (
    <article>
      <h4>{m.drawing({ kind, number })}</h4>
      <p>{m.drawingStatus({ code: status })}</p>
      <Facts
        of={[
          [m.amount(), <Money key="amount" amount={amount} of={figure} />],
          [fieldLabel('note'), words(note)],
          [fieldLabel('receivedOn'), receivedOn ? dayText(receivedOn) : null],
          [fieldLabel('evidence'), evidence.length > 0 ? <Proven key="evidence" of={evidence} /> : null],
          [m.why(), words(reason)],
          [fieldLabel('bankReference'), bankReference ?? null],
          [fieldLabel('valueDate'), valueDate ? dayText(valueDate) : null],
          [fieldLabel('document'), document ? <span className="mono">{document}</span> : null],
        ]}
      />
      <p className="row">
        {said(item.recordedBy, item.recordedAt)}
        {said(item.decidedBy, item.decidedAt)}
        {said(item.reportedBy, item.reportedAt)}
        {said(item.confirmedBy, item.confirmedAt)}
        {said(item.objectedBy, item.objectedAt)}
        {said(item.mistake?.by, item.mistake?.at)}
      </p>
      <Acts
        item={agreement}
        only={(each) => each.drawing === number}
        given={({ operation }) => (operation === 'reportClaimPaid' || operation === 'reverseClaim' ? proof : {})}
      />
    </article>
  );
}
