import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as m from '#messages/fundings';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { momentText } from '../../parts/locale.ts';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { ColumnChoice, shownOf } from './columns.tsx';
import { Follows } from './follows.tsx';
import { MakeOffer } from './make-offer.tsx';
import { Negotiation } from './negotiation.tsx';
import { type Funding, inOrder } from './offers.ts';
import { SideBySide } from './side.tsx';
import { Sums } from './sums.tsx';

// Few rounds have any.
const Questions = lazy(async () => ({ default: (await import('./questions.tsx')).Questions }));

const route = getRouteApi('/members/fundings/$id');

/** A round: what is sought and accepted, its offers beside each other, and the answer to one of them. */
export function FundingPage() {
  const { id } = route.useParams();
  const { offer: wanted = '', versions = '', columns = '', mandate = '' } = route.useSearch();
  const { data: funding } = useSuspenseQuery(itemQuery('getFunding', id));
  const organisation = useSession()?.organisation ?? '';
  const { project, round, names = {} } = funding;
  const title = names[project]?.text ?? m.project();
  const offers = inOrder(funding);
  const shown = shownOf(offers, columns);
  const open = offers.find((offer) => offer.id === wanted) ?? shown[0];
  return (
    <>
      <title>{`${m.offersIn({ round })} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: project }}>
            {title}
          </Link>
        </li>
        <li>{m.round({ round })}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{m.offersIn({ round })}</h1>
          <p className="row">
            <StatusOf of="funding" status={funding.status} />
            <span>{untilWhen(funding)}</span>
          </p>
        </div>
        <div className="row">
          <PrintButton />
        </div>
      </div>
      <Sums funding={funding} />
      <Making funding={funding} organisation={organisation} mandate={mandate} />
      <section className="part" aria-labelledby="h-side">
        <div className="head">
          <h2 id="h-side">{m.sideBySide()}</h2>
        </div>
        <ColumnChoice funding={funding} offers={offers} shown={shown} />
        {offers.length === 0 ? (
          <p className="quiet">{m.noOffers()}</p>
        ) : (
          <SideBySide funding={funding} offers={shown} organisation={organisation} />
        )}
      </section>
      {open ? <Negotiation key={open.id} funding={funding} offer={open} chosen={versions} organisation={organisation} /> : null}
      <Suspense fallback={null}>{hasQuestions(funding) ? <Questions funding={funding} /> : null}</Suspense>
      <Follows funding={funding} />
    </>
  );
}

/** By when it is to close, when it has closed, or by when it was to. */
function untilWhen({ status, deadline, closedAt }: Funding): string {
  if (status === 'open') return m.closesAt({ at: momentText(deadline) });
  return closedAt ? m.closedAt({ at: momentText(closedAt) }) : m.wasUntil({ at: momentText(deadline) });
}

/** Whether there are any, or whoever reads may ask one. */
const hasQuestions = ({ questions = [], may = [] }: Funding): boolean =>
  questions.length > 0 || may.some(({ operation }) => operation === 'askQuestion');

type MakingProps = { readonly funding: Funding; readonly organisation: string; readonly mandate: string };

/** The form for whoever may make an offer; why not, for whoever could at another time. */
function Making({ funding, organisation, mandate }: MakingProps) {
  const isAllowed = (funding.may ?? []).some(({ operation, answer }) => operation === 'proposeOffer' && answer === 'allowed');
  if (isAllowed) return <MakeOffer funding={funding} sponsor={organisation} mandate={mandate} />;
  return <Acts item={funding} only={({ operation }) => operation === 'proposeOffer'} />;
}
