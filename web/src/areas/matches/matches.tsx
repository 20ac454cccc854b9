import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import * as common from '#messages';
import * as m from '#messages/matches';
import type { AnswerOf } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Loading } from '../../parts/Loading.tsx';
import { KeepSearch } from '../../searches/Keep.tsx';
import { Empty } from './empty.tsx';
import { Facets } from './facets.tsx';
import { matchesQuery, wholeMatches } from './matches.queries.ts';
import { type MatchesSearch, valuesOf } from './matches.search.ts';
import { type Found, linkOf, Rows, withCompared } from './rows.tsx';

// It comes once a project is opened.
const Panel = lazy(async () => ({ default: (await import('./panel.tsx')).Panel }));

const route = getRouteApi('/members/matches');

/** What fits the mandates of the sponsor for which whoever looks acts. */
export function Matches() {
  const session = useSession();
  const isSponsor = session?.organisation.startsWith('spo_') ?? false;
  return (
    <>
      <title>{`${m.matches()} · Junkan`}</title>
      {isSponsor ? (
        <OwnMatches />
      ) : (
        <>
          <h1>{m.matches()}</h1>
          <p>{m.forSponsors()}</p>
        </>
      )}
    </>
  );
}

function OwnMatches() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/matches' });
  const { data: found } = useQuery({ ...matchesQuery(search), throwOnError: true });
  const projects = found?.projects ?? [];
  const opened = projects.find(({ project }) => project === search.open);
  const mandate = search.via ?? opened?.best.mandate;
  const go = (step: number): void => {
    const at = projects.findIndex(({ project }) => project === search.open);
    const next = projects[at === -1 ? 0 : Math.min(Math.max(at + step, 0), projects.length - 1)];
    if (!next) return;
    document.getElementById(linkOf(next.project))?.focus();
    void navigate({ search: { ...search, open: next.project, via: next.best.mandate }, replace: true, resetScroll: false });
  };
  // Of the address as it is by then: who chooses two at once has chosen both.
  const compare = (project: string): void =>
    void navigate({ search: (now) => withCompared(now, project), replace: true, resetScroll: false });
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    ...(search.open
      ? {
          c: () => compare(search.open ?? ''),
          Escape: () => void navigate({ search: { ...search, open: undefined, via: undefined }, resetScroll: false }),
        }
      : {}),
  });
  if (!found) return <Loading />;
  const { names = {}, counts, nextCursor } = found;
  return (
    <>
      <Head found={found} search={search} />
      <div className={`three${search.open ? ' opened' : ''}`}>
        <Facets search={search} counts={counts} names={names} />
        <section className="list" aria-labelledby="l-h">
          <h2 id="l-h" className="vh">
            {search.near ? m.nearTitle() : m.matches()}
          </h2>
          {projects.length === 0 ? (
            <Empty found={found} search={search} />
          ) : (
            <Rows projects={projects} names={names} search={search} onCompare={compare} />
          )}
          <Pages search={search} next={nextCursor} projects={projects} />
        </section>
        <Awaiting>
          {search.open && mandate ? <Panel project={search.open} mandate={mandate} search={search} found={opened} /> : null}
        </Awaiting>
      </div>
    </>
  );
}

type HeadProps = { readonly found: AnswerOf<'listMatches'>; readonly search: MatchesSearch };

function Head({ found: { fitting, near, seeking, mandates }, search }: HeadProps) {
  const { open: _, via: __, cursor: ___, near: ____, ...filters } = search;
  const compared = valuesOf(search.p);
  return (
    <div className="head">
      <div>
        <h1>{search.near ? m.nearTitle() : m.matches()}</h1>
        <p role="status">{search.near ? m.nearHeadline({ near }) : m.headline({ fitting, seeking, mandates })}</p>
        <p>
          {search.near ? (
            <Link to="/matches" search={filters}>
              {m.toFitting({ fitting })}
            </Link>
          ) : near > 0 ? (
            <Link to="/matches" search={{ ...filters, near: 'yes' }}>
              {m.toNear({ near })}
            </Link>
          ) : null}
        </p>
      </div>
      <div className="row">
        {compared.length > 0 ? (
          <Link className="btn" to="/compare" search={{ p: compared.join(',') }}>
            {m.compareChosen({ count: compared.length })}
          </Link>
        ) : null}
        <KeepSearch list="matches" />
        <Export
          name="matches"
          columns={async () => (await import('../../exports/party-columns.ts')).MATCH_COLUMNS}
          page={wholeMatches(search)}
        />
      </div>
    </div>
  );
}

type PagesProps = { readonly search: MatchesSearch; readonly next: string | undefined; readonly projects: readonly Found[] };

const Pages = ({ search, next, projects }: PagesProps) => (
  <div className="row far end">
    <nav className="row" aria-label={m.matches()}>
      {search.cursor === undefined ? null : (
        <Link className="btn" to="/matches" search={{ ...search, cursor: undefined }}>
          {common.firstPage()}
        </Link>
      )}
      {next === undefined ? null : (
        <Link className="btn" to="/matches" search={{ ...search, cursor: next }} rel="next">
          {common.nextPage()} <Icon name="arrow" />
        </Link>
      )}
    </nav>
    {projects.length === 0 ? null : (
      <p className="quiet keys">
        <small>
          <kbd>j</kbd> <kbd>k</kbd> {m.keysNext()} <kbd>c</kbd> {m.compare()} <kbd>Esc</kbd> {m.close()}
        </small>
      </p>
    )}
  </div>
);
