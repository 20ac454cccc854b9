import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { menuAwards } from '#messages';
import * as b from '#messages/award-ballots';
import * as m from '#messages/awards';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { momentText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Interests } from './Interests.tsx';
import { isMarked, Marking } from './Marking.tsx';
import { Vote } from './Vote.tsx';

/** Which of the nominations is marked: the first that waits where the address does not say. */
export const search = z.object({ nomination: text });

const route = getRouteApi('/members/awards/$id/ballot');

type Award = Schemas['AwardCycle'];
type Ballot = Schemas['OwnBallot'];
type Of = Schemas['BallotNomination'];
type AllProps = { readonly award: Award; readonly ballots: readonly Ballot[] };

/** A juror’s own ballots: nobody else reads them until the outcome opens all of them together. */
export function Page() {
  const { id } = route.useParams();
  const { nomination: asked } = route.useSearch();
  const { data: award } = useSuspenseQuery(itemQuery('getAwardCycle', id));
  const { data: own } = useSuspenseQuery(itemQuery('readOwnBallot', id));
  const { ballots, isOpen, judgingUntil } = own;
  const marked = ballots.flatMap(({ nominations }) => nominations).filter(isMarked);
  const chosen = marked.find(({ nomination }) => nomination === asked) ?? marked.find(({ state }) => state !== 'sealed') ?? marked[0];
  return (
    <>
      <PageHead
        title={m.ownBallots()}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/awards">{menuAwards()}</Link>
            </li>
            <li>
              <Link to="/awards/$id" params={{ id }}>
                {award.title}
              </Link>
            </li>
          </ol>
        }
        below={<p>{isOpen ? b.judgingIsOpen({ moment: momentText(judgingUntil) }) : toldOf(award)}</p>}
      />
      <div className="rep">
        <div>
          <Say kind="">
            <p>{b.onlyYou()}</p>
          </Say>
          {award.status === 'screening' ? ballots.map((ballot) => <Interests key={ballot.category} award={award} ballot={ballot} />) : null}
          {chosen ? (
            <Marking
              key={`${chosen.nomination}/${chosen.state}`}
              award={award}
              of={chosen}
              isOpen={isOpen}
              number={marked.indexOf(chosen) + 1}
              count={marked.length}
            />
          ) : null}
          {isOpen ? ballots.map((ballot) => <Vote key={ballot.category} award={award} ballot={ballot} />) : null}
        </div>
        <Rail award={award} ballots={ballots} chosen={chosen} />
      </div>
    </>
  );
}

const toldOf = ({ status }: Award): string => (status === 'screening' || status === 'judging' ? b.judgingIsNotOpen() : b.judgingIsOver());

/** All that is nominated in the juror's categories, and what keeps the juror from it. */
const Rail = ({ award, ballots, chosen }: AllProps & { readonly chosen: Of | undefined }) => (
  <aside className="rail" aria-label={b.yourNominations()}>
    {ballots.map(({ category, nominations }) => (
      <section key={category}>
        <h2>{award.categories.find(({ code }) => code === category)?.title}</h2>
        {nominations.length === 0 ? <p className="quiet">{b.nothingToJudge()}</p> : null}
        <ul className="tasks">
          {nominations.map((of) => (
            <li key={of.nomination}>
              <div>
                {isMarked(of) ? (
                  <Link
                    to="/awards/$id/ballot"
                    params={{ id: award.id }}
                    search={{ nomination: of.nomination }}
                    aria-current={of === chosen ? 'true' : undefined}
                  >
                    {of.title}
                  </Link>
                ) : (
                  <span className="off">{of.title}</span>
                )}
                {of.interest ? <small>{m.interestIs({ interest: of.interest })}</small> : null}
              </div>
              <StatusOf of="ballotState" status={of.state} />
            </li>
          ))}
        </ul>
      </section>
    ))}
    <h2>{b.whatMarksDo()}</h2>
    <p className="quiet">{b.whatMarksDoAbout()}</p>
  </aside>
);
