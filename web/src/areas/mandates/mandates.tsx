import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/mandates';
import { MandateTable } from '../../acts/MandateTable.tsx';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { MANDATE_COLUMNS } from '../../exports/party-columns.ts';
import { mandatesQuery, wholeMandates } from './mandates.queries.ts';

/** The mandates of the sponsor for which whoever looks acts. */
export function Mandates() {
  const session = useSession();
  const isSponsor = session?.organisation.startsWith('spo_') ?? false;
  return (
    <>
      <title>{`${m.mandates()} · Junkan`}</title>
      <div className="head">
        <h1>{m.mandates()}</h1>
        {session?.roles.includes('sponsor.officer') ? (
          <Link className="btn first" to="/mandates/new">
            {m.newMandate()}
          </Link>
        ) : null}
        {isSponsor ? <Export name="mandates" columns={MANDATE_COLUMNS} page={wholeMandates(session?.organisation ?? '')} /> : null}
      </div>
      {isSponsor ? <Own sponsor={session?.organisation ?? ''} /> : <p>{m.forSponsors()}</p>}
    </>
  );
}

function Own({ sponsor }: { readonly sponsor: string }) {
  const {
    data: { mandates },
  } = useSuspenseQuery(mandatesQuery(sponsor));
  if (mandates.length === 0) return <p>{m.noMandates()}</p>;
  return <MandateTable mandates={mandates} label={m.mandates()} />;
}
