import { getRouteApi } from '@tanstack/react-router';
import { City } from './city.tsx';
import { Sponsor } from './sponsor.tsx';

const route = getRouteApi('/members/organisations/$id');

/** An organisation: what it is, and what it proposes or looks for. */
export function OrganisationPage() {
  const { id } = route.useParams();
  return id.startsWith('spo_') ? <Sponsor id={id} /> : <City id={id} />;
}
