import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { minimumClose, sought } from '#messages';
import * as m from '#messages/matches';
import { Facts } from '../../parts/Facts.tsx';
import { momentText, shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { roundsQuery } from './matches.queries.ts';

const PERCENT = 100;

/** The round of a project, as far as whoever looks may know it, and the way to an offer under a mandate, where there is one. */
export function Round({ project, mandate }: { readonly project: string; readonly mandate: string | undefined }) {
  const { data: rounds } = useQuery(roundsQuery(project));
  if (!rounds) return null;
  const round = rounds.fundings.toSorted((one, other) => other.round - one.round)[0];
  const mayOffer = mandate !== undefined && round?.status === 'open';
  return (
    <>
      <h3>{round ? m.round({ round: round.round }) : m.rounds()}</h3>
      {round ? (
        <Facts
          of={[
            [sought(), <Money key="sought" amount={round.target} of={`${round.id}/target`} />],
            [m.accepted(), round.accepted ? <Money amount={round.accepted} of={`${round.id}/accepted`} /> : null],
            [m.stillOpen(), round.gap ? <Money amount={round.gap} of={`${round.id}/gap`} /> : null],
            [m.acceptedAbout(), round.accepted ? null : shareText(round.acceptedPercent * PERCENT)],
            [minimumClose(), <Money key="minimum" amount={round.minimumClose} of={`${round.id}/minimumClose`} />],
            [m.offersUntil(), momentText(round.deadline)],
          ]}
        />
      ) : (
        <p className="quiet">{m.noRound()}</p>
      )}
      <div className="acts">
        {round ? (
          <Link
            className={`btn${mayOffer ? ' first' : ''}`}
            to="/fundings/$id"
            params={{ id: round.id }}
            search={mayOffer ? { mandate } : {}}
          >
            {mayOffer ? m.makeOffer() : m.toRound()}
          </Link>
        ) : null}
        <Link className="btn" to="/projects/$id" params={{ id: project }}>
          {m.projectPage()}
        </Link>
      </div>
    </>
  );
}
