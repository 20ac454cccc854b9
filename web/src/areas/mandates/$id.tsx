import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/mandates';
import { Acts } from '../../acts/Acts.tsx';
import { labelOf } from '../../acts/words.ts';
import { type AnswerOf, api } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { momentText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { History as Entries } from '../../history/History.tsx';
import { Differences, TermsFacts } from './Terms.tsx';

/** How many projects fit a mandate, and how many miss one condition. */
const fitsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'fits'),
    queryFn: ({ signal }) => api.operations.findProjects({ id, limit: 1, near: 'true' }, { signal }),
  });

const route = getRouteApi('/members/mandates/$id');

/** What a sponsor would fund, what fits it now, and the terms that it had. */
export function Page() {
  const { id } = route.useParams();
  const { data: mandate } = useSuspenseQuery(itemQuery('getMandate', id));
  const { terms, status, sponsor, names = {}, revision, revisions = [] } = mandate;
  return (
    <>
      <PageHead
        title={terms.title}
        below={
          <>
            <p className="quiet">
              <ItemLink id={sponsor}>{names[sponsor]?.text ?? sponsor}</ItemLink>
            </p>
            <p>
              <StatusOf of="mandateStatus" status={status} />
            </p>
          </>
        }
        aside={<Ways mandate={mandate} />}
      />
      {status === 'published' ? (
        <Fits id={id} />
      ) : (
        <Say kind={status === 'paused' ? 'wait' : ''}>
          <p>{status === 'paused' ? m.pausedMeans() : m.retiredMeans()}</p>
        </Say>
      )}
      <Acts item={mandate} given={({ operation }) => (operation === 'reviseMandate' ? undefined : {})} />
      <section className="part" aria-labelledby="h-terms">
        <h2 id="h-terms">{m.termsOf({ revision })}</h2>
        <TermsFacts terms={terms} of={id} />
      </section>
      {revisions.length > 1 ? <Earlier id={id} revisions={revisions} /> : null}
      <History id={id} />
    </>
  );
}

type Mandate = AnswerOf<'getMandate'>;

function Ways({ mandate }: { readonly mandate: Mandate }) {
  const { id, sponsor, status } = mandate;
  const session = useSession();
  const isOwn = session?.organisation === sponsor;
  const isOfficer = session?.roles.includes('sponsor.officer') === true;
  const canRevise = mayDo(mandate, 'reviseMandate');
  return (
    <>
      {isOwn && status === 'published' ? (
        <Link className="btn first" to="/matches" search={{ mandate: id }}>
          {m.showMatches()}
        </Link>
      ) : null}
      {canRevise ? (
        <Link className="btn" to="/mandates/$id/edit" params={{ id }}>
          {labelOf('reviseMandate')}
        </Link>
      ) : null}
      {isOwn && isOfficer ? (
        <Link className="btn" to="/mandates/new" search={{ from: id }}>
          {m.likeThis()}
        </Link>
      ) : null}
    </>
  );
}

function Fits({ id }: { readonly id: string }) {
  const { data: fits } = useQuery(fitsQuery(id));
  return <p role="status">{fits ? m.fits({ fitting: fits.eligible, near: fits.near ?? 0 }) : null}</p>;
}

type Revisions = NonNullable<Mandate['revisions']>;

/** What each revision changed of the one before it, the newest first. */
const Earlier = ({ id, revisions }: { readonly id: string; readonly revisions: Revisions }) => (
  <section className="part" aria-labelledby="h-earlier">
    <h2 id="h-earlier">{m.earlierTerms()}</h2>
    <p className="quiet">{m.offersStay()}</p>
    {revisions
      .map((after, index) => ({ after, before: revisions[index - 1] }))
      .toReversed()
      .map(({ after, before }) => (
        <details key={after.revision} className="more">
          <summary>{m.revisionOf({ revision: after.revision, moment: momentText(after.at) })}</summary>
          {before ? (
            <Differences
              before={before.terms}
              after={after.terms}
              of={[`${id}/${before.revision}`, `${id}/${after.revision}`]}
              label={m.revisionOf({ revision: after.revision, moment: momentText(after.at) })}
              heads={[m.revision({ revision: before.revision }), m.revision({ revision: after.revision })]}
            />
          ) : (
            <TermsFacts terms={after.terms} of={`${id}/${after.revision}`} />
          )}
        </details>
      ))}
  </section>
);

/** What happened to a mandate: the actors are visible to its sponsor and to overseers. */
function History({ id }: { readonly id: string }) {
  return (
    <section className="part" aria-labelledby="h-history">
      <h2 id="h-history">{m.history()}</h2>
      <Entries timeline="getMandateTimeline" id={id} more={m.more()} />
    </section>
  );
}
