import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as m from '#messages/matches';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { Export } from '../../base/Export.tsx';
import { mandatesQuery, wholeMandatesFor } from './queries.ts';
import { Missed, Score } from './Rows.tsx';
import { Why } from './Why.tsx';

/** Which mandate is explained. */
export const search = z.object({ open: z.catch(z.optional(z.string().check(z.regex(/^man_[0-9a-z]{26}$/))), undefined) });

const route = getRouteApi('/members/projects/$id/matches');

/** The mandates of sponsors that a project fits, and those of which it misses one condition. */
export function Page() {
  const { id } = route.useParams();
  const { open } = route.useSearch();
  const { data: project } = useSuspenseQuery(itemQuery('getProject', id));
  const { data: found } = useSuspenseQuery(mandatesQuery(id));
  const { matches, nearMisses = [], names = {}, eligible, near = 0 } = found;
  const opened = [...matches, ...nearMisses].find(({ mandate }) => mandate === open);
  return (
    <>
      <title>{`${m.mandatesThatFit()} · ${project.proposal.title} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.mandatesThatFit()}</h1>
          <p>
            <Link to="/projects/$id" params={{ id }}>
              {project.proposal.title}
            </Link>
          </p>
          <p role="status">{eligible === 0 ? m.noMandateFits() : m.mandatesFit({ count: eligible })}</p>
        </div>
        <Export
          name="fitting"
          columns={async () => (await import('../../exports/party-columns.ts')).FITTING_COLUMNS}
          page={wholeMandatesFor(id)}
        />
      </div>
      <div className={`three wide${opened ? ' opened' : ''}`}>
        <section className="list" aria-labelledby="l-h">
          <h2 id="l-h" className="vh">
            {m.mandatesThatFit()}
          </h2>
          <Mandates id={id} matches={matches} names={names} open={open} />
          {near === 0 ? null : (
            <>
              <h2>{m.mandatesNear({ count: near })}</h2>
              <Mandates id={id} matches={nearMisses} names={names} open={open} />
            </>
          )}
        </section>
        {opened ? <Explained id={id} match={opened} names={names} /> : null}
      </div>
    </>
  );
}

type Names = Schemas['Names'];
type MandatesProps = {
  readonly id: string;
  readonly matches: readonly Schemas['Match'][];
  readonly names: Names;
  readonly open: string | undefined;
};

const Mandates = ({ id, matches, names, open }: MandatesProps) => (
  <ol className="matches">
    {matches.map(({ mandate, sponsor, reasons }) => (
      <li key={mandate} className={mandate === open ? 'cur' : undefined}>
        <article aria-labelledby={mandate}>
          <div className="main">
            <h3>
              <Link
                id={mandate}
                to="/projects/$id/matches"
                params={{ id }}
                search={{ open: mandate }}
                aria-current={mandate === open ? 'true' : undefined}
              >
                {names[mandate]?.text ?? m.mandate()}
              </Link>
            </h3>
            <p className="who">{names[sponsor]?.text}</p>
          </div>
          <span />
          <Score reasons={reasons} />
          <ul className="bits">
            <Missed reasons={reasons} />
          </ul>
        </article>
      </li>
    ))}
  </ol>
);

const Explained = ({ id, match, names }: { readonly id: string; readonly match: Schemas['Match']; readonly names: Names }) => (
  <section className="why" aria-labelledby="why-h">
    <div className="row far">
      <p className="eyebrow">{m.explained()}</p>
      <Link className="btn bare small" to="/projects/$id/matches" params={{ id }} search={{}}>
        {m.close()}
      </Link>
    </div>
    <h2 id="why-h">
      <Link to="/mandates/$id" params={{ id: match.mandate }}>
        {names[match.mandate]?.text ?? m.mandate()}
      </Link>
    </h2>
    <p className="quiet">
      <small>{names[match.sponsor]?.text}</small>
    </p>
    <Why reasons={match.reasons} />
  </section>
);
