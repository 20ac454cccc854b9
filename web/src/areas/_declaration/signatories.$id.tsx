import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { itemQuery } from '../../base/api/items.ts';
import { type Session, sessionQuery } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { City } from './City.tsx';
import type { Signatory } from './shared/queries.ts';
import { isBefore } from './shared/standing.ts';

// What the city and the secretariat do is loaded for them alone.
const Joining = lazy(async () => ({ default: (await import('./Joining.tsx')).Joining }));
const Dealing = lazy(async () => ({ default: (await import('./Dealing.tsx')).Dealing }));

const route = getRouteApi('/everybody/signatories/$id');

/** A city and a declaration, at one address for everybody: its way in, and then what it owes and has done. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: signatory } = useSuspenseQuery(itemQuery(session ? 'getSignatory' : 'getPublicSignatory', id));
  if (isBefore(signatory))
    return (
      <Awaiting>
        <Joining signatory={signatory} />
      </Awaiting>
    );
  const isDealing = session !== null && dealsWith(session, signatory);
  return (
    <City signatory={signatory} isMember={session !== null}>
      {isDealing ? (
        <Awaiting>
          <Dealing signatory={signatory} />
        </Awaiting>
      ) : null}
    </City>
  );
}

/** Whether its ladder and its papers are the reader’s affair: of the city, of the secretariat, of who audits. */
const dealsWith = ({ organisation, roles }: Session, { city }: Signatory): boolean =>
  organisation === city || roles.some((role) => role.startsWith('secretariat.') || role === 'auditor');
