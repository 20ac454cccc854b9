import * as t from '#messages/agreement-text';
import * as m from '#messages/agreements';
import type { Schemas } from '../../api/client.ts';
import { Converted } from '../../financing/Taken.tsx';
import { choiceText } from '../../financing/words.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { dayText, momentText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Matrix } from './matrix.tsx';
import { Clause, type Edition, Hash, type Names, OfferTerms, Signed } from './text-parts.tsx';
import { PromisedResults } from './text-results.tsx';

type Props = { readonly agreement: Schemas['Agreement']; readonly edition: Edition; readonly names: Names };

/** The draft that stands, as it is signed. */
export const DraftText = ({ agreement, edition, names }: Props) => (
  <>
    <Parties agreement={agreement} edition={edition} names={names} />
    <Clause id="h-gives" title={t.gives()}>
      <Given agreement={agreement} edition={edition} names={names} />
    </Clause>
    <Clause id="h-matrix" title={m.whoPaysWhat()}>
      <Matrix agreement={{ ...edition, id: agreement.id, names, payments: [] }} />
      <p className="quiet">
        {t.sharing()} {t.byMonths()}
      </p>
    </Clause>
    <Clause id="h-terms" title={t.terms()}>
      <OfferTerms edition={edition} names={names} />
    </Clause>
    <Clause id="h-money" title={t.ofMoney()}>
      <OfMoney agreement={agreement} names={names} />
    </Clause>
    {edition.promised.length > 0 ? (
      <Clause id="h-results" title={t.results()}>
        <PromisedResults edition={edition} />
      </Clause>
    ) : null}
    {edition.conditions.length > 0 ? (
      <Clause id="h-conditions" title={m.conditions()}>
        <ol>
          {edition.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ol>
      </Clause>
    ) : null}
    <Currencies agreement={agreement} />
    <Clause id="h-signatures" title={m.signatures()}>
      <Signed edition={edition} names={names} />
      <Hash edition={edition} />
    </Clause>
  </>
);

function Parties({ agreement: { id, project, funding, proposer, effectiveAt }, edition, names }: Props) {
  const named = (of: string) => (
    <span>
      {names[of]?.text} <span className="mono">{of}</span>
    </span>
  );
  return (
    <Clause id="h-parties" title={t.parties()}>
      <Facts
        of={[
          [t.proposer(), named(proposer)],
          [
            t.sponsor(),
            <ul key="sponsors">
              {edition.shares.map(({ sponsor }) => (
                <li key={sponsor}>{named(sponsor)}</li>
              ))}
            </ul>,
          ],
          [m.project(), named(project)],
          [
            m.round(),
            <span key="round" className="mono">
              {funding}
            </span>,
          ],
          [
            m.agreementOf(),
            <span key="agreement" className="mono">
              {id}
            </span>,
          ],
          [t.date(), momentText(edition.at)],
          [m.effectiveAt(), effectiveAt ? momentText(effectiveAt) : null],
        ]}
      />
    </Clause>
  );
}

/** Offer by offer, and out of which budget. */
function Given({ agreement: { id }, edition, names }: Props) {
  const given = edition.shares.flatMap((share) =>
    share.parts.length > 0 ? share.parts.map((part) => ({ ...share, ...part, of: part.offer })) : [{ ...share, of: '' }],
  );
  return (
    <Scroll label={t.gives()}>
      <table>
        <thead>
          <tr>
            <Columns of={[{ title: t.sponsor() }, { title: t.offer() }, { title: t.budget() }, { title: t.amount(), isFigure: true }]} />
          </tr>
        </thead>
        <tbody>
          {given.map(({ sponsor, offer, envelope, periodStart, periodEnd, amount, of }) => (
            <tr key={offer}>
              <th scope="row">{names[sponsor]?.text ?? sponsor}</th>
              <td className="mono">{offer}</td>
              <td>
                <span className="mono">{envelope}</span>
                {periodStart && periodEnd ? (
                  <small className="quiet">
                    {' '}
                    {dayText(periodStart)} – {dayText(periodEnd)}
                  </small>
                ) : null}
              </td>
              <td className="r">
                <Money amount={amount} of={of === '' ? `${id}/shares/${sponsor}` : `${of}/amount`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What the money of an offer depends on, numbered as it is reported and confirmed. */
function OfMoney({ agreement: { agreedConditions = [] }, names }: Pick<Props, 'agreement' | 'names'>) {
  if (agreedConditions.length === 0) return <p>{t.none()}</p>;
  return (
    <Facts
      of={agreedConditions.map(({ number, sponsor, title, phase, kind }) => [
        m.condition({ number }),
        <span key={number}>
          <span dir="auto">{title}</span> ({choiceText(phase)}, {choiceText(kind)}; {names[sponsor]?.text ?? sponsor})
        </span>,
      ])}
    />
  );
}

/** What offers take of budgets in other currencies, as far as whoever reads is told. */
function Currencies({ agreement: { id, conversions = [] } }: Pick<Props, 'agreement'>) {
  if (conversions.length === 0) return null;
  return (
    <Clause id="h-currencies" title={t.currencies()}>
      <p className="quiet">{t.notSignedFor()}</p>
      <Facts
        of={conversions.map(({ offer, amount, conversion }) => [
          offer,
          <Converted key={offer} conversion={conversion} from={amount.currency} of={`${id}/conversions/${offer}`} />,
        ])}
      />
    </Clause>
  );
}
