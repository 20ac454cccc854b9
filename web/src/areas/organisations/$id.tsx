import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../../base/api/session.ts';
import { City } from './City.tsx';
import { PublicCity, PublicSponsor } from './Public.tsx';
import { Sponsor } from './Sponsor.tsx';

const route = getRouteApi('/everybody/organisations/$id');

/** An organisation, at one address for everybody: what it is, and what it proposes or wants to fund. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [OfSponsor, OfCity] = session ? [Sponsor, City] : [PublicSponsor, PublicCity];
  return id.startsWith('spo_') ? <OfSponsor id={id} /> : <OfCity id={id} />;
}
