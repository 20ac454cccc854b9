import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { sessionQuery } from '../../api/session.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';

const City = lazy(async () => ({ default: (await import('./city.tsx')).City }));
const Sponsor = lazy(async () => ({ default: (await import('./sponsor.tsx')).Sponsor }));
const PublicCity = lazy(async () => ({ default: (await import('./public.tsx')).PublicCity }));
const PublicSponsor = lazy(async () => ({ default: (await import('./public.tsx')).PublicSponsor }));

const route = getRouteApi('/everybody/organisations/$id');

/** An organisation, at one address for everybody: what it is, and what it proposes or looks for. */
export function OrganisationPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [OfSponsor, OfCity] = session ? [Sponsor, City] : [PublicSponsor, PublicCity];
  return <Awaiting>{id.startsWith('spo_') ? <OfSponsor id={id} /> : <OfCity id={id} />}</Awaiting>;
}
