import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/budgets';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import type { ReadPage } from '../../base/api/types.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Heading } from '../../base/parts/PageHead.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Funded } from '../../exports/money-columns.ts';
import { CertaintyBar } from '../../lists/CertaintyBar.tsx';
import * as column from '../../lists/columns.tsx';

const MANY = 500;

const TAKEN = { status: 'accepted,approved', sort: '-updated', with: 'names' } as const;

/** The money of a sponsor by how sure it is. */
const stagesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('stages', { sponsor }),
    queryFn: ({ signal }) => api.operations.getPortfolio({ sponsor }, { signal }),
  });

/** Offers of a sponsor that were taken, and where they led to. */
const fundedQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('funded', { sponsor }),
    queryFn: async ({ signal }) => {
      const [offers, agreements] = await Promise.all([
        api.operations.findOffers({ sponsor, ...TAKEN, limit: MANY }, { signal }),
        api.operations.listAgreements({ sponsor, limit: MANY }, { signal }),
      ]);
      return { ...offers, agreements: agreements.agreements };
    },
  });

/** The agreement of the round in which the offer was made; a void one only where there is no other. */
const latestOf = (agreements: readonly Schemas['Agreement'][], { funding }: Schemas['FoundOffer']): Schemas['Agreement'] | undefined => {
  const own = agreements.filter((agreement) => agreement.funding === funding);
  return own.find(({ status }) => status !== 'void') ?? own[0];
};

/** All offers that were taken, each with its agreement: for files. */
const wholeFunded =
  (sponsor: string): ReadPage<Funded> =>
  async (cursor, signal) => {
    const agreements = await Array.fromAsync(api.each('listAgreements', { sponsor }, { signal }));
    const page = await wholeOf('findOffers', { sponsor, ...TAKEN }, ({ offers }) => offers)(cursor, signal);
    return { ...page, rows: page.rows.map((offer) => ({ ...offer, agreement: latestOf(agreements, offer) })) };
  };

/** What the reader's sponsor funds. */
export function Page() {
  const session = useSession();
  const sponsor = session?.organisation.startsWith('spo_') ? session.organisation : undefined;
  return (
    <>
      <Heading title={m.ownPortfolio()}>
        {sponsor === undefined ? null : (
          <Export
            name="funded"
            columns={async () => (await import('../../exports/money-columns.ts')).FUNDED_COLUMNS}
            page={wholeFunded(sponsor)}
          />
        )}
      </Heading>
      {sponsor === undefined ? (
        <p>{m.portfolioForSponsors()}</p>
      ) : (
        <>
          <Stages sponsor={sponsor} />
          <Projects sponsor={sponsor} />
        </>
      )}
    </>
  );
}

function Stages({ sponsor }: { readonly sponsor: string }) {
  const { data } = useSuspenseQuery(stagesQuery(sponsor));
  const own = data.stages.filter(({ stage }) => stage !== 'sought');
  if (own.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-stages">
      <h2 id="h-stages">{m.whereOurMoney()}</h2>
      {[...Map.groupBy(own, ({ amount }) => amount.currency)].map(([currency, stages]) => (
        <CertaintyBar key={currency} stages={stages} of={`${sponsor}/portfolio/${currency}`} />
      ))}
    </section>
  );
}

function Projects({ sponsor }: { readonly sponsor: string }) {
  const {
    data: { offers, agreements, names = {} },
  } = useSuspenseQuery(fundedQuery(sponsor));
  if (offers.length === 0)
    return (
      <div className="none">
        <p>{m.nothingFunded()}</p>
        <Link className="btn first" to="/matches">
          {m.findProjects()}
        </Link>
      </div>
    );
  return (
    <section className="part" aria-labelledby="h-projects">
      <h2 id="h-projects">{common.projects()}</h2>
      <Table<Schemas['FoundOffer']>
        label={m.ownPortfolio()}
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          column.text(common.project(), ({ project, proposer }) => (
            <>
              <ItemLink id={project}>{names[project]?.text ?? project}</ItemLink>
              <small className="quiet">{names[proposer]?.text}</small>
            </>
          )),
          column.money(
            m.ourOffer(),
            ({ amount }) => amount,
            ({ id }) => `${id}/amount`,
          ),
          column.status('offerStatus', ({ status }) => status, m.offer()),
          column.text(m.round(), ({ funding }) => <ItemLink id={funding}>{m.round()}</ItemLink>),
          column.text(m.agreement(), (offer) => <Led to={latestOf(agreements, offer)} />),
        ]}
      />
    </section>
  );
}

/** The agreement that an offer led to. */
const Led = ({ to }: { readonly to: Schemas['Agreement'] | undefined }) =>
  to ? (
    <ItemLink id={to.id}>
      <StatusOf of="agreementStatus" status={to.status} />
    </ItemLink>
  ) : (
    m.noAgreement()
  );
