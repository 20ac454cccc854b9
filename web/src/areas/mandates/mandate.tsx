import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/mandates';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { fitsQuery } from './mandates.queries.ts';
import { TermsFacts } from './terms.tsx';

const route = getRouteApi('/members/mandates/$id');

/** What a sponsor would fund, and what fits it now. */
export function MandatePage() {
  const { id } = route.useParams();
  const session = useSession();
  const { data: mandate } = useSuspenseQuery(itemQuery('getMandate', id));
  const { data: fits } = useQuery(fitsQuery(id));
  const { terms, sponsor, names = {} } = mandate;
  const isOwn = session?.organisation === sponsor;
  return (
    <>
      <title>{`${terms.title} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{terms.title}</h1>
          <p className="quiet">{names[sponsor]?.text}</p>
          <p role="status">{fits ? m.fits({ fitting: fits.eligible, near: fits.near ?? 0 }) : null}</p>
        </div>
        <div className="row">
          {isOwn ? (
            <Link className="btn first" to="/matches" search={{ mandate: id }}>
              {m.showMatches()}
            </Link>
          ) : null}
          {isOwn && session?.roles.includes('sponsor.officer') ? (
            <Link className="btn" to="/mandates/new" search={{ from: id }}>
              {m.likeThis()}
            </Link>
          ) : null}
        </div>
      </div>
      <TermsFacts terms={terms} of={id} />
    </>
  );
}
