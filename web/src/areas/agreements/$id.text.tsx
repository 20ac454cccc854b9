import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as t from '#messages/agreement-text';
import * as m from '#messages/agreements';
import * as financing from '#messages/financing';
import { indicator as indicatorTitle } from '#messages/milestones';
import { newTargets } from '#messages/parts';
import { baseline as baselineTitle, target as targetTitle } from '#messages/reporting';
import { personName } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, decimalText, list, momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { CodedPrint } from '../../base/parts/PrintButton.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { together } from '../../base/parts/sums.ts';
import { Columns, Scroll } from '../../base/parts/Table.tsx';
import { RepaymentTable } from '../../financing/RepaymentTable.tsx';
import { Targets } from '../../reports/Targets.tsx';
import { FinancingFacts } from '../../terms/FinancingFacts.tsx';
import { Converted } from '../../terms/Taken.tsx';
import { choiceText, ofSponsor } from '../../terms/words.ts';
import { Matrix } from './Matrix.tsx';

const route = getRouteApi('/members/agreements/$id/text');

/** All that the parties have agreed on, as one document: what they sign, what amendments have made of it, and what the hashes are taken of. */
export function Page() {
  const { id } = route.useParams();
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', id));
  const { data: told } = useSuspenseQuery(itemQuery('editionsOfAgreement', id));
  const { status, project, draft } = agreement;
  const names = { ...agreement.names, ...told.names };
  const title = names[project]?.text ?? m.agreementOf();
  const current = told.editions.filter((edition) => edition.draft === draft);
  const drafted = current.find(({ kind }) => kind === 'draft');
  return (
    <ItemPage
      title={t.textOf()}
      tab={`${t.textOf()}: ${title}`}
      up={
        <Link to="/projects/$id" params={{ id: project }}>
          {title}
        </Link>
      }
      crumbs={[
        <Link key="agreement" to="/agreements/$id" params={{ id }}>
          {m.agreementOf()}
        </Link>,
        t.textOf(),
      ]}
      state={
        <>
          <p>
            <span>{title}</span> <StatusOf of="agreementStatus" status={status} />
          </p>
          <p className="quiet">{status === 'draft' ? t.ofDraft() : status === 'void' ? t.ofVoid() : t.isWhole()}</p>
        </>
      }
      aside={<CodedPrint ask={() => api.operations.printAgreement({ id })} />}
    >
      <div className="document">
        {drafted ? <DraftText agreement={agreement} edition={drafted} names={names} /> : null}
        {current.map((edition) =>
          edition.kind === 'amendment' ? <AmendmentText key={edition.number} agreement={id} edition={edition} names={names} /> : null,
        )}
        <Checking agreement={id} editions={told.editions} />
      </div>
    </ItemPage>
  );
}

type Props = { readonly agreement: Schemas['Agreement']; readonly edition: Edition; readonly names: Names };

/** The present draft, as it is signed. */
const DraftText = ({ agreement, edition, names }: Props) => (
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

/** What offers use of budgets in other currencies, as far as the reader may see it. */
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

type TextResultsProps = { readonly edition: Pick<Edition, 'promised' | 'tranches'> };

/** What the project promises: each indicator with what is to be reached, and in the reports on which milestones. */
function PromisedResults({ edition: { promised, tranches } }: TextResultsProps) {
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  const told = (value: string | undefined, unit = ''): string =>
    value ? `${decimalText(value)} ${unit === '' ? '' : unitName(unit)}` : '–';
  const titleOf = (number: number): string => `${number}. ${tranches.find((each) => each.number === number)?.title ?? ''}`;
  return (
    <Scroll label={t.results()}>
      <table>
        <thead>
          <tr>
            <Columns
              of={[
                { title: indicatorTitle() },
                { title: baselineTitle(), isFigure: true },
                { title: targetTitle(), isFigure: true },
                { title: t.reportedWith() },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {promised.map(({ code, unit, baseline, target, tranches: of }) => (
            <tr key={`${code}/${of.join()}`}>
              <th scope="row">{indicatorName(code)}</th>
              <td className="r num">{told(baseline, unit)}</td>
              <td className="r num">{told(target, unit)}</td>
              <td>{list(of.map(titleOf))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type TextAmendmentProps = { readonly agreement: string; readonly edition: Edition; readonly names: Names };

/** What an amendment has made of the agreement, in words, dates, money and terms. */
function AmendmentText({ agreement, edition, names }: TextAmendmentProps) {
  const { number, measure, at, provisions, financing, results } = edition;
  const of = `${agreement}/editions/${number}`;
  return (
    <Clause id={`h-edition-${number}`} title={t.edition({ kind: 'amendment', number: measure })}>
      <p>{t.effective({ at: momentText(at) })}</p>
      {provisions ? (
        <>
          <h3>{t.words()}</h3>
          <p dir="auto" className="provisions">
            {provisions}
          </p>
        </>
      ) : null}
      {results.length > 0 ? (
        <>
          <h3>{newTargets()}</h3>
          <Targets of={results} />
        </>
      ) : null}
      <h3>{t.amendedWhoPays()}</h3>
      <Matrix agreement={{ ...edition, shares: owed(edition), id: of, names, payments: [] }} />
      {financing.length > 0 ? (
        <>
          <h3>{t.termsAnew()}</h3>
          <OfferTerms edition={edition} names={names} only={financing.map(({ offer }) => offer)} />
        </>
      ) : null}
      <h3>{m.approvals()}</h3>
      <Signed edition={edition} names={names} />
      <Hash edition={edition} />
    </Clause>
  );
}

/** What each sponsor pays from then on: its parts of all milestones. */
const owed = ({ shares, cells }: Edition): Edition['shares'] =>
  shares.map((share) => {
    const own = cells.filter(({ sponsor }) => sponsor === share.sponsor).map(({ amount }) => amount);
    return {
      ...share,
      amount: own.reduce<Schemas['Money'] | undefined>((sum, each) => (sum ? together(sum, each) : each), undefined) ?? share.amount,
    };
  });

/** The hash of each edition next to exactly the text that it covers, so that every reader can check it. */
const Checking = ({ agreement, editions }: { readonly agreement: string; readonly editions: readonly Edition[] }) => (
  <Clause id="h-editions" title={t.editions()}>
    {editions.map((edition) => (
      <article key={edition.number}>
        <h3>{t.edition({ kind: edition.kind, number: edition.kind === 'draft' ? edition.draft : edition.measure })}</h3>
        <Hash edition={edition} />
        <p>{t.howToCheck({ file: `${agreement}-${edition.number}.txt` })}</p>
        <p className="acts">
          <a href={`/v1/agreements/${agreement}/editions/${edition.number}/text`} download>
            {t.save()}
          </a>
        </p>
        <Scroll label={t.content()}>
          <pre className="canonical">{edition.content}</pre>
        </Scroll>
      </article>
    ))}
  </Clause>
);

type Edition = Schemas['AgreementEdition'];
type Names = NonNullable<Schemas['Agreement']['names']>;

const SECRETARIAT = 'secretariat';

const partyName = (names: Names, party: string): string => names[party]?.text ?? (party === SECRETARIAT ? m.secretariat() : party);

/** A part of the document, under its own heading. */
const Clause = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) => (
  <section className="part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** On what terms each offer gives its money, with its plan of repayment where it is a loan. */
const OfferTerms = ({ edition, names, only }: { readonly edition: Edition; readonly names: Names; readonly only?: readonly string[] }) =>
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
const Signed = ({ edition, names }: { readonly edition: Edition; readonly names: Names }) =>
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
const Hash = ({ edition }: { readonly edition: Edition }) => (
  <p>
    {t.hashOf()}: {edition.hash ? <span className="mono hash">{edition.hash}</span> : t.noHash()}
  </p>
);
