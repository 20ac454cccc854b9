import type { ReactNode } from 'react';
import * as t from '#messages/agreement-text';
import * as m from '#messages/agreements';
import * as financing from '#messages/financing';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { FinancingFacts } from '../../financing/FinancingFacts.tsx';
import { RepaymentTable } from '../../financing/RepaymentTable.tsx';
import { momentText } from '../../parts/locale.ts';
import { Seal } from '../../parts/Seal.tsx';
import { ofSponsor } from './terms.ts';

export type Edition = Schemas['AgreementEdition'];
export type Names = NonNullable<Schemas['Agreement']['names']>;

const SECRETARIAT = 'secretariat';

const partyName = (names: Names, party: string): string => names[party]?.text ?? (party === SECRETARIAT ? m.secretariat() : party);

/** A part of the document, under a heading of its own. */
export const Clause = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) => (
  <section className="part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** On what terms each offer gives its money, with its plan of repayment where it is a loan. */
export const OfferTerms = ({
  edition,
  names,
  only,
}: {
  readonly edition: Edition;
  readonly names: Names;
  readonly only?: readonly string[];
}) =>
  ofSponsor({ shares: edition.shares, names })
    .filter(({ offer }) => !only || only.includes(offer))
    .map(({ offer, name, financing: terms }) => {
      const repayment = edition.repayments.find((each) => each.offer === offer);
      return (
        <article key={offer}>
          <h3>{name}</h3>
          <p className="mono">{offer}</p>
          <FinancingFacts financing={terms} />
          {repayment ? (
            <>
              <h4>{financing.schedule()}</h4>
              <p className="quiet">{financing.scheduleAssumes()}</p>
              <RepaymentTable schedule={repayment.schedule} of={`${offer}/schedule`} />
            </>
          ) : null}
        </article>
      );
    });

/** Who has signed, for whom and when. */
export const Signed = ({ edition, names }: { readonly edition: Edition; readonly names: Names }) =>
  edition.signatures.length > 0 ? (
    <dl className="facts">
      {edition.signatures.flatMap(({ party, by, at }) => [
        <dt key={party}>{partyName(names, party)}</dt>,
        <dd key={`${party}-signed`}>
          <Seal isBound name={personName(names, by)} detail={momentText(at)} />
        </dd>,
      ])}
    </dl>
  ) : (
    <p>{t.notYet()}</p>
  );

/** The hash of an edition, as it was recorded. */
export const Hash = ({ edition }: { readonly edition: Edition }) => (
  <p>
    {t.hashOf()}: {edition.hash ? <span className="mono hash">{edition.hash}</span> : t.noHash()}
  </p>
);
