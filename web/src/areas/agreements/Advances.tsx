import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { isSome } from '../../base/parts/sums.ts';
import { isOpen, PaymentPart } from '../../payments/PaymentPart.tsx';
import { Proven, useProofs } from '../../uploads/Proven.tsx';

type Agreement = Schemas['Agreement'];
type Of<Item> = { readonly item: Item; readonly agreement: Agreement };

const words = (text: string | undefined) => (text ? <span dir="auto">{text}</span> : null);
const said = ({ names = {} }: Agreement, by: string | undefined, at: string | undefined) =>
  by ? <Seal isMini name={personName(names, by)} detail={at ? momentText(at) : ''} /> : null;

/** Money that is paid before its milestone is verified: the plan, its payment, and what was spent of it. */
export function Advances({ agreement }: { readonly agreement: Agreement }) {
  const { advances = [], may = [], cells } = agreement;
  const askable = cells.filter(({ tranche, sponsor }) =>
    may.some(
      (each) => each.operation === 'askAdvance' && each.answer === 'allowed' && each.tranche === tranche && each.sponsor === sponsor,
    ),
  );
  if (advances.length === 0 && askable.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-advances">
      <h2 id="h-advances">{m.advances()}</h2>
      {advances.map((advance) => (
        <Advance key={advance.number} item={advance} agreement={agreement} />
      ))}
      {askable.map((cell) => (
        <Ask key={`${cell.tranche}/${cell.sponsor}`} item={cell} agreement={agreement} />
      ))}
    </section>
  );
}

const titleIn = ({ tranches }: Agreement, number: number): string =>
  tranches.find((each) => each.number === number)?.title ?? String(number);

/** A part of which money may be asked for before its milestone is verified. */
function Ask({ item: { tranche, sponsor, amount }, agreement }: Of<Schemas['Cell']>) {
  return (
    <article>
      <h3>
        {titleIn(agreement, tranche)} · {agreement.names?.[sponsor]?.text ?? sponsor}
      </h3>
      <Acts
        item={agreement}
        only={(each) => each.operation === 'askAdvance' && each.tranche === tranche && each.sponsor === sponsor}
        given={() => ({ currency: amount.currency })}
      />
    </article>
  );
}

function Advance({ item, agreement }: Of<Schemas['Advance']>) {
  const { number, status, tranche, sponsor, amount, plan, reason, askedBy, askedAt, liquidated, open, expenditures, statementDue } = item;
  const { names = {}, payments } = agreement;
  const figure = (name: string): string => `${agreement.id}/advances/${number}/${name}`;
  const proofs = useProofs(agreement);
  const payment = payments.find(({ id }) => id === item.payment);
  const part = payment && { tranche, sponsor, amount, payment: payment.id };
  return (
    <article>
      <h3>{m.advance({ number, milestone: titleIn(agreement, tranche), sponsor: names[sponsor]?.text ?? sponsor })}</h3>
      <p>{m.advanceStatus({ code: status === 'ordered' && payment?.status === 'requested' ? payment.status : status })}</p>
      <Facts
        of={[
          [m.amount(), <Money key="amount" amount={amount} of={figure('amount')} />],
          [m.plan(), words(plan)],
          [m.whyRefused(), words(reason)],
          [m.liquidated(), isSome(liquidated) ? <Money amount={liquidated} of={figure('liquidated')} /> : null],
          [m.stillOpen(), isSome(open) ? <Money amount={open} of={figure('open')} /> : null],
          [m.accountedForBy(), statementDue ? dayText(statementDue) : null],
        ]}
      />
      <p className="row">
        {said(agreement, askedBy, askedAt)}
        {said(agreement, item.refusedBy, '')}
      </p>
      <Acts
        item={agreement}
        only={(each) => each.advance === number && each.expenditure === undefined}
        given={({ operation }) => ({ currency: amount.currency, ...(operation === 'submitExpenditure' ? proofs : {}) })}
      />
      {part && isOpen(agreement, part) ? <PaymentPart agreement={agreement} cell={part} names={names} /> : null}
      {expenditures.map((expenditure) => (
        <Expenditure key={expenditure.number} item={expenditure} agreement={agreement} advance={number} />
      ))}
    </article>
  );
}

function Expenditure({ item, agreement, advance }: Of<Schemas['Expenditure']> & { readonly advance: number }) {
  const { number, status, amount, firstDay, lastDay, note, evidence, accepted, reason } = item;
  const figure = (name: string): string => `${agreement.id}/advances/${advance}/expenditures/${number}/${name}`;
  return (
    <article>
      <h4>{m.expenditure({ number, firstDay: dayText(firstDay), lastDay: dayText(lastDay) })}</h4>
      <p>{m.expenditureStatus({ code: status })}</p>
      <Facts
        of={[
          [m.amount(), <Money key="amount" amount={amount} of={figure('amount')} />],
          [fieldLabel('note'), words(note)],
          [fieldLabel('evidence'), evidence.length > 0 ? <Proven key="evidence" of={evidence} /> : null],
          [m.accepted(), isSome(accepted) ? <Money amount={accepted} of={figure('accepted')} /> : null],
          [m.why(), words(reason)],
        ]}
      />
      <p className="row">
        {said(agreement, item.submittedBy, item.submittedAt)}
        {said(agreement, item.decidedBy, item.decidedAt)}
      </p>
      <Acts
        item={agreement}
        only={(each) => each.advance === advance && each.expenditure === number}
        given={() => ({ currency: amount.currency })}
      />
    </article>
  );
}
