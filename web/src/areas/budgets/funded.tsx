import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/budgets';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { CertaintyBar } from '../../parts/CertaintyBar.tsx';
import { Columns } from '../../parts/Columns.tsx';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { fundedQuery, latestOf, stagesQuery, wholeFunded } from './budgets.queries.ts';

/** What the sponsor funds for which whoever looks acts. */
export function Funded() {
  const session = useSession();
  const sponsor = session?.organisation.startsWith('spo_') ? session.organisation : undefined;
  return (
    <>
      <title>{`${m.ownPortfolio()} · Junkan`}</title>
      <div className="head">
        <h1>{m.ownPortfolio()}</h1>
        {sponsor === undefined ? null : (
          <Export
            name="funded"
            columns={async () => (await import('../../exports/money-columns.ts')).FUNDED_COLUMNS}
            page={wholeFunded(sponsor)}
          />
        )}
      </div>
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
      <Scroll label={m.ownPortfolio()}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns
                of={[
                  { title: common.project() },
                  { title: m.ourOffer(), isFigure: true },
                  { title: m.offer() },
                  { title: m.round() },
                  { title: m.agreement() },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <Row key={offer.id} offer={offer} names={names} agreement={latestOf(agreements, offer)} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

type Agreement = Schemas['Agreement'];
type Offer = Schemas['FoundOffer'];

type RowProps = { readonly offer: Offer; readonly names: Schemas['Names']; readonly agreement: Agreement | undefined };

const Row = ({ offer: { id, project, proposer, funding, amount, status }, names, agreement }: RowProps) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      <Link to="/projects/$id" params={{ id: project }}>
        {names[project]?.text ?? project}
      </Link>
      <small className="quiet">{names[proposer]?.text}</small>
    </th>
    <td role="cell" data-h={m.ourOffer()} className="r">
      <div>
        <Money amount={amount} of={`${id}/amount`} />
      </div>
    </td>
    <td role="cell" data-h={m.offer()}>
      <div>
        <StatusOf of="offer" status={status} />
      </div>
    </td>
    <td role="cell" data-h={m.round()}>
      <div>
        <Link to="/fundings/$id" params={{ id: funding }}>
          {m.round()}
        </Link>
      </div>
    </td>
    <td role="cell" data-h={m.agreement()}>
      <div>
        {agreement ? (
          <Link to="/agreements/$id" params={{ id: agreement.id }}>
            <StatusOf of="agreement" status={agreement.status} />
          </Link>
        ) : (
          m.noAgreement()
        )}
      </div>
    </td>
  </tr>
);
