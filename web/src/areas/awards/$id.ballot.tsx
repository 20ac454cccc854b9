import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { menuAwards } from '#messages';
import * as m from '#messages/awards';
import { itemQuery } from '../../base/api/items.ts';
import { momentText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { Interests } from './Interests.tsx';
import { Marking } from './Marking.tsx';

const route = getRouteApi('/members/awards/$id/ballot');

/** A juror’s own ballots: nobody else reads them until the outcome opens all of them together. */
export function Page() {
  const { id } = route.useParams();
  const { data: award } = useSuspenseQuery(itemQuery('getAwardCycle', id));
  const { data: own } = useSuspenseQuery(itemQuery('readOwnBallot', id));
  const { ballots, isOpen, judgingUntil } = own;
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
        below={<p>{m.ownBallotsAbout()}</p>}
      />
      <Say kind={isOpen ? 'wait' : 'info'}>
        <p>{isOpen ? m.judgingIsOpen({ moment: momentText(judgingUntil) }) : m.judgingIsNotOpen()}</p>
      </Say>
      {ballots.map((ballot) => (
        <section key={ballot.category} className="part" aria-labelledby={`h-${ballot.category}`}>
          <h2 id={`h-${ballot.category}`}>{award.categories.find(({ code }) => code === ballot.category)?.title}</h2>
          {award.status === 'screening' && ballot.nominations.length > 0 ? <Interests award={award} ballot={ballot} /> : null}
          {ballot.nominations.length === 0 ? <p className="quiet">{m.nothingToJudge()}</p> : null}
          {ballot.nominations.map((each) => (
            <Marking key={`${each.nomination}/${each.state}`} award={award} of={each} isOpen={isOpen} />
          ))}
        </section>
      ))}
    </>
  );
}
