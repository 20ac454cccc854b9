import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { menuLedger } from '#messages';
import * as m from '#messages/agreements';
import { Acts } from '../../acts/Acts.tsx';
import { Words } from '../../acts/Words.tsx';
import { personName } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { Export } from '../../base/Export.tsx';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { More } from '../../base/parts/More.tsx';
import { CodedPrint } from '../../base/parts/PrintButton.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import type { Given } from '../../opened/Act.tsx';
import { isOpen, PaymentPart, partsPaid, partTitle, retainedParts } from '../../payments/PaymentPart.tsx';
import { ToText } from '../../payments/ToText.tsx';
import { FinancingFacts } from '../../terms/FinancingFacts.tsx';
import { Advances } from './Advances.tsx';
import { useAmending } from './Amending.tsx';
import { Holds } from './Holds.tsx';
import { Matrix } from './Matrix.tsx';

// Parts that most agreements never have are loaded on demand.
const DueDiligence = lazy(async () => ({ default: (await import('../../papers/DueDiligence.tsx')).DueDiligence }));
const Conditions = lazy(async () => ({ default: (await import('./Conditions.tsx')).Conditions }));
const Measures = lazy(async () => ({ default: (await import('./Measures.tsx')).Measures }));
const Unfunded = lazy(async () => ({ default: (await import('./Unfunded.tsx')).Unfunded }));
const Recoveries = lazy(async () => ({ default: (await import('./Recoveries.tsx')).Recoveries }));
const PaymentList = lazy(async () => ({ default: (await import('../../opened/PaymentList.tsx')).PaymentList }));
const InBudgets = lazy(async () => ({ default: (await import('./InBudgets.tsx')).InBudgets }));

const route = getRouteApi('/members/agreements/$id');

/** An agreement: who pays what for which milestone, who has signed it, and what was changed since. */
export function Page() {
  const { id } = route.useParams();
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', id));
  const {
    status,
    project,
    names = {},
    draft,
    agreedConditions = [],
    conversions = [],
    measures = [],
    recoveries = [],
    unfunded = [],
  } = agreement;
  const title = names[project]?.text ?? m.agreementOf();
  const own: Readonly<Record<string, Given>> = { proposeMeasure: useAmending(agreement), claimRecovery: useClaiming(agreement) };
  return (
    <ItemPage
      title={m.agreementOf()}
      tab={`${m.agreementOf()}: ${title}`}
      up={
        <Link to="/projects/$id" params={{ id: project }}>
          {title}
        </Link>
      }
      crumbs={[m.agreementOf()]}
      state={
        <p className="row">
          <span>{title}</span>
          <StatusOf of="agreementStatus" status={status} />
          {status === 'draft' ? <span>{m.draft({ number: draft })}</span> : null}
        </p>
      }
      aside={
        <>
          <ToText id={id} />
          <CodedPrint ask={() => api.operations.printAgreement({ id })} />
          <Export
            name="agreement"
            columns={async () => (await import('../../exports/money-columns.ts')).AGREED_COLUMNS}
            page={async () => (await import('../../exports/agreed-parts.ts')).agreedParts(agreement)}
          />
        </>
      }
    >
      {mayDo(agreement, 'signAgreement') ? (
        <Suspense fallback={null}>
          <DueDiligence subject={agreement.proposer} />
        </Suspense>
      ) : null}
      <Acts
        item={agreement}
        only={({ payment, offer, tranche, sponsor, measure, condition, recovery, advance, hold, drawing }) =>
          [payment, offer, tranche, sponsor, measure, condition, recovery, advance, hold, drawing].every((part) => part === undefined)
        }
        given={({ operation }) => own[operation] ?? givenOf(operation, agreement)}
      />
      <OpenPayments agreement={agreement} />
      <Holds agreement={agreement} />
      <section className="part" aria-labelledby="h-matrix">
        <h2 id="h-matrix">{m.whoPaysWhat()}</h2>
        <Matrix agreement={agreement} />
      </section>
      <AllPayments agreement={agreement} />
      <div className="two">
        <div>
          <Signatures agreement={agreement} />
          <Suspense fallback={null}>
            {agreedConditions.length > 0 ? <Conditions agreement={agreement} /> : null}
            {measures.length > 0 ? <Measures agreement={agreement} /> : null}
          </Suspense>
          <Advances agreement={agreement} />
          <Suspense fallback={null}>
            {unfunded.length > 0 ? <Unfunded agreement={agreement} /> : null}
            {recoveries.length > 0 ? <Recoveries agreement={agreement} /> : null}
          </Suspense>
        </div>
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <AgreementFacts agreement={agreement} />
          {conversions.length > 0 ? (
            <Suspense fallback={null}>
              <InBudgets agreement={agreement} />
            </Suspense>
          ) : null}
        </section>
      </div>
    </ItemPage>
  );
}

/** Signing is for exactly the text that is shown; sums are in the one currency of the agreement. */
function givenOf(operation: string, { id, contentHash, shares }: Schemas['Agreement']): Given {
  const currency = shares[0]?.amount.currency;
  if (operation !== 'signAgreement') return currency === undefined ? {} : { currency };
  return {
    body: { contentHash },
    summary: (
      <p>
        {m.signWhat()} <span className="mono">{contentHash}</span> <ToText id={id} />
      </p>
    ),
  };
}

/** On what terms each sponsor gives its money, offer by offer. */
const termsOf = ({ shares = [], names = {} }: Schemas['Agreement']): readonly Fact[] =>
  shares.map(({ sponsor, amount, financing, parts = [] }) => [
    m.termsOf({ name: names[sponsor]?.text ?? sponsor }),
    (parts.length > 0 ? parts : [{ offer: sponsor, amount, financing }]).map((part) => (
      <FinancingFacts key={part.offer} financing={part.financing} amount={part.amount} />
    )),
  ]);

function AgreementFacts({ agreement }: { readonly agreement: Schemas['Agreement'] }) {
  const {
    id,
    paid,
    retained = [],
    names = {},
    funding,
    signingDue,
    effectiveAt,
    contentHash,
    amendedHash,
    conditions = [],
    status,
  } = agreement;
  // Of the secretariat, those who keep the books and those who check them.
  const isReaderOfBooks = useSession()?.roles.some((role) => !role.startsWith('secretariat.')) ?? false;
  return (
    <Facts
      of={[
        ...termsOf(agreement),
        [
          menuLedger(),
          isReaderOfBooks ? (
            <Link key="ledger" to="/ledger" search={{ agreement: id }}>
              {m.agreementOf()}
            </Link>
          ) : null,
        ],
        [m.paid(), paid ? <Money amount={paid} of={`${id}/paid`} /> : null],
        ...retained.map(
          ({ sponsor, amount }) =>
            [
              m.retained(),
              <span key={sponsor}>
                <Money amount={amount} of={`${id}/retained/${sponsor}`} /> {names[sponsor]?.text ?? sponsor}
              </span>,
            ] as const,
        ),
        [m.signingDue(), status === 'draft' && signingDue ? momentText(signingDue) : null],
        [m.effectiveAt(), effectiveAt ? momentText(effectiveAt) : null],
        [
          m.round(),
          <Link key="round" to="/fundings/$id" params={{ id: funding }}>
            {m.toRound()}
          </Link>,
        ],
        [
          m.conditions(),
          conditions.length > 0 ? (
            <ol>
              {conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ol>
          ) : null,
        ],
        [
          m.contentHash(),
          <span key="hash" className="mono">
            {contentHash}
          </span>,
        ],
        [m.amendedHash(), amendedHash ? <span className="mono">{amendedHash}</span> : null],
      ]}
    />
  );
}

// It comes with the form.
const ClaimField = lazy(async () => ({ default: (await import('./ClaimField.tsx')).ClaimField }));

const OF_ALL = 0;

/** The form of a claim asks by its name for the milestone with which the money was paid. */
function useClaiming(agreement: Schemas['Agreement']): Given {
  const [tranche, setTranche] = useState(OF_ALL);
  const currency = agreement.shares[0]?.amount.currency;
  return {
    ...(currency === undefined ? {} : { currency }),
    body: { tranche },
    children: (
      <Suspense fallback={null}>
        <ClaimField agreement={agreement} tranche={tranche} onChange={setTranche} />
      </Suspense>
    ),
  };
}

/** The payments that are not at their end, each with what is to be done. */
function OpenPayments({ agreement }: { readonly agreement: Schemas['Agreement'] }) {
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
        />
      ))}
    </section>
  );
}

/** The payments that are at their end as well, for who opens them. */
const AllPayments = ({ agreement }: { readonly agreement: Schemas['Agreement'] }) =>
  agreement.payments.length === 0 ? null : (
    <More title={m.paymentsOfAgreement()}>
      <PaymentList agreement={agreement} />
    </More>
  );

/** Each party, and who of it has signed: an act that binds. */
function Signatures({ agreement }: { readonly agreement: Schemas['Agreement'] }) {
  const { proposer, shares = [], signatures = [], names = {}, declined, declinedBy } = agreement;
  const parties = [...new Set([proposer, ...shares.map(({ sponsor }) => sponsor)])];
  return (
    <section className="part" aria-labelledby="h-signatures">
      <h2 id="h-signatures">{m.signatures()}</h2>
      <dl className="facts">
        {parties.flatMap((party) => {
          const signature = signatures.find((each) => each.party === party);
          return [
            <dt key={party}>{names[party]?.text ?? party}</dt>,
            <dd key={`${party}-signed`}>
              {signature ? (
                <Seal isBound name={personName(names, signature.by)} detail={momentText(signature.at)} />
              ) : (
                <span className="quiet">{m.notSigned()}</span>
              )}
            </dd>,
          ];
        })}
      </dl>
      {declinedBy ? <p>{m.declined({ party: names[declinedBy]?.text ?? declinedBy })}</p> : null}
      <Words said={declined} names={names} />
    </section>
  );
}
