import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { menuLedger } from '#messages';
import * as m from '#messages/agreements';
import type { Given } from '../../acts/Act.tsx';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { FinancingFacts } from '../../financing/FinancingFacts.tsx';
import { type Fact, Facts } from '../../parts/Facts.tsx';
import { momentText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { ToText } from '../../parts/ToText.tsx';
import { Advances } from './advances.tsx';
import { useAmending } from './amending.tsx';
import { useClaiming } from './claiming.tsx';
import { Conditions } from './conditions.tsx';
import { Holds } from './holds.tsx';
import { Matrix } from './matrix.tsx';
import { Measures } from './measures.tsx';
import { OpenPayments } from './payments.tsx';
import { Signatures } from './signatures.tsx';

// What most agreements never have is loaded where one has it.
const Recoveries = lazy(async () => ({ default: (await import('./recoveries.tsx')).Recoveries }));
const InBudgets = lazy(async () => ({ default: (await import('./in-budgets.tsx')).InBudgets }));

const route = getRouteApi('/members/agreements/$id');

/** An agreement: who pays what for which milestone, who has signed it, and what was changed since. */
export function AgreementPage() {
  const { id } = route.useParams();
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', id));
  const { status, project, names = {}, draft, conversions = [], recoveries = [] } = agreement;
  const title = names[project]?.text ?? m.agreementOf();
  const own: Readonly<Record<string, Given>> = { proposeMeasure: useAmending(agreement), claimRecovery: useClaiming(agreement) };
  return (
    <>
      <title>{`${m.agreementOf()}: ${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: project }}>
            {title}
          </Link>
        </li>
        <li>{m.agreementOf()}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{m.agreementOf()}</h1>
          <p className="row">
            <span>{title}</span>
            <StatusOf of="agreement" status={status} />
            {status === 'draft' ? <span>{m.draft({ number: draft })}</span> : null}
          </p>
        </div>
        <div className="row">
          <ToText id={id} />
          <PrintButton />
          <Export
            name="agreement"
            columns={async () => (await import('../../exports/money-columns.ts')).AGREED_COLUMNS}
            page={async () => (await import('../../exports/agreed-parts.ts')).agreedParts(agreement)}
          />
        </div>
      </div>
      <Acts
        item={agreement}
        only={({ payment, tranche, sponsor, measure, condition, recovery, advance, hold }) =>
          [payment, tranche, sponsor, measure, condition, recovery, advance, hold].every((part) => part === undefined)
        }
        given={({ operation }) => own[operation] ?? givenOf(operation, agreement)}
      />
      <OpenPayments agreement={agreement} />
      <Holds agreement={agreement} />
      <section className="part" aria-labelledby="h-matrix">
        <h2 id="h-matrix">{m.whoPaysWhat()}</h2>
        <Matrix agreement={agreement} />
      </section>
      <div className="two">
        <div>
          <Signatures agreement={agreement} />
          <Conditions agreement={agreement} />
          <Measures agreement={agreement} />
          <Advances agreement={agreement} />
          {recoveries.length > 0 ? (
            <Suspense fallback={null}>
              <Recoveries agreement={agreement} />
            </Suspense>
          ) : null}
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
    </>
  );
}

/** Whoever signs, signs the very text that is shown; sums are in the one currency of the agreement. */
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
