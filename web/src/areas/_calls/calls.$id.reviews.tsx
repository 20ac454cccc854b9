import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { menuCalls } from '#messages';
import * as b from '#messages/award-ballots';
import * as r from '#messages/call-reviews';
import * as c from '#messages/calls';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { inLocale, momentText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Interests } from './Interests.tsx';
import { isMarked, Reviewing } from './Reviewing.tsx';
import { type Call, whereOf } from './shared/said.ts';

/** Which of the answers is marked: the first that waits where the address does not say. */
export const search = z.object({ answer: text });

const route = getRouteApi('/members/calls/$id/reviews');

type Own = Schemas['ReadOwnReviewsResponse'];
type Of = Own['answers'][number];

/** A reviewer’s own reviews: nobody else reads them until all of them are opened together. */
export function Page() {
  const { id } = route.useParams();
  const { answer: asked } = route.useSearch();
  const { data: call } = useSuspenseQuery(itemQuery('getProjectCall', id));
  const { data: own } = useSuspenseQuery(itemQuery('readOwnReviews', id));
  const { answers, isOpen, judgingUntil, names = {} } = own;
  const marked = answers.filter(isMarked);
  const chosen = marked.find(({ answer }) => answer === asked) ?? marked.find(({ state }) => state !== 'sealed') ?? marked[0];
  return (
    <>
      <PageHead
        title={c.ownReviews()}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/calls">{menuCalls()}</Link>
            </li>
            <li>
              <Link to="/calls/$id" params={{ id }}>
                {inLocale(call.title)}
              </Link>
            </li>
          </ol>
        }
        below={<p>{isOpen ? r.reviewingIsOpen({ moment: momentText(judgingUntil) }) : toldOf(call)}</p>}
      />
      <div className="rep">
        <div>
          <Say kind="">
            <p>{r.onlyYou()}</p>
          </Say>
          {call.status === 'screening' ? <Interests call={call} own={own} /> : null}
          {chosen ? (
            <Reviewing
              key={`${chosen.answer}/${chosen.state}`}
              call={call}
              of={chosen}
              names={names}
              isOpen={isOpen}
              number={marked.indexOf(chosen) + 1}
              count={marked.length}
            />
          ) : null}
        </div>
        <Rail call={call} answers={answers} names={names} chosen={chosen} />
      </div>
    </>
  );
}

const NOT_OPEN: readonly string[] = ['open', 'screening', 'judging'];
const toldOf = ({ status }: Call): string => (NOT_OPEN.includes(status) ? r.reviewingIsNotOpen() : r.reviewingIsOver());

type RailProps = {
  readonly call: Call;
  readonly answers: readonly Of[];
  readonly names: Schemas['Names'];
  readonly chosen: Of | undefined;
};

/** All that answers the call, and what keeps the reviewer from it. */
const Rail = ({ call: { id }, answers, names, chosen }: RailProps) => (
  <aside className="rail" aria-label={c.answers()}>
    <h2>{c.answers()}</h2>
    {answers.length === 0 ? <p className="quiet">{r.nothingToReview()}</p> : null}
    <ul className="tasks">
      {answers.map((of) => (
        <li key={of.answer}>
          <div>
            {isMarked(of) ? (
              <Link
                to="/calls/$id/reviews"
                params={{ id }}
                search={{ answer: of.answer }}
                aria-current={of === chosen ? 'true' : undefined}
              >
                {of.title}
              </Link>
            ) : (
              <span className="off">{of.title}</span>
            )}
            <small>{whereOf(of, names)}</small>
            {of.interest ? <small>{r.interestIs({ interest: of.interest })}</small> : null}
          </div>
          <StatusOf of="reviewState" status={of.state} />
        </li>
      ))}
    </ul>
    <h2>{b.whatMarksDo()}</h2>
    <p className="quiet">{b.whatMarksDoAbout()}</p>
  </aside>
);
