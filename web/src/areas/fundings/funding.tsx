import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/fundings';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../api/items.ts';
import { Money } from '../../parts/Money.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

const route = getRouteApi('/members/fundings/$id');

/** A round: what is sought, offered and accepted. */
export function FundingPage() {
  const { id } = route.useParams();
  const { data: funding } = useSuspenseQuery(itemQuery('getFunding', id));
  const { project, round, status, offers = [], names = {} } = funding;
  return (
    <>
      <title>{`${m.round({ round })} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: project }}>
            {names[project]?.text ?? m.project()}
          </Link>
        </li>
        <li>{m.round({ round })}</li>
      </ol>
      <h1>{m.round({ round })}</h1>
      <StatusOf of="funding" status={status} />
      <h2>{m.offers()}</h2>
      {offers.map((offer) => (
        <article key={offer.id}>
          <h3>{names[offer.sponsor]?.text ?? offer.sponsor}</h3>
          <StatusOf of="offer" status={offer.status} />
          <Money amount={offer.amount} of={`${offer.id}/amount`} />
          <Acts item={funding} only={(permission) => permission.offer === offer.id} given={() => ({ body: { terms: offer.terms } })} />
        </article>
      ))}
    </>
  );
}
