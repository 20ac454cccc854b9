import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, lazy, useId } from 'react';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/matches';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { Export } from '../../base/Export.tsx';
import { Awaiting, Loading } from '../../base/parts/Awaiting.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { useKeys } from '../../base/parts/keys.ts';
import { countryName, list, locale } from '../../base/parts/locale.ts';
import { textInAddress as text } from '../../base/parts/search.ts';
import { KeepSearch } from '../../lists/Keep.tsx';
import { useMedia } from '../../parts/screen.ts';
import { FILTERS, type Filter, type MatchesSearch, matchesQuery, notInForceQuery, toggled, valuesOf, wholeMatches } from './queries.ts';
import { type Found, linkOf, Rows, withCompared } from './Rows.tsx';

const id = (prefix: string) => z.catch(z.optional(z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`)))), undefined);
/** Codes with commas between. */
const codes = (code: string) => z.catch(z.optional(z.string().check(z.regex(new RegExp(`^${code}(,${code})*$`)))), undefined);

/** What the address of the matches says; what it says otherwise is left out. `open` is explained, through the mandate `via`. */
export const search = z.object({
  mandate: codes('man_[0-9a-z]{26}'),
  country: codes('[A-Z]{2}'),
  theme: codes('[a-z0-9-]+'),
  q: text,
  near: z.catch(z.optional(z.literal('yes')), undefined),
  cursor: text,
  open: id('prj'),
  via: id('man'),
  /** Chosen to be compared. */
  p: codes('prj_[0-9a-z]{26}'),
});

// It comes once a project is opened.
const Panel = lazy(async () => ({ default: (await import('./Panel.tsx')).Panel }));

const route = getRouteApi('/members/matches');

/** What fits the mandates of the reader's sponsor. */
export function Page() {
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
  // Based on the address at that time, so that two quick choices both count.
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

type Props = { readonly found: AnswerOf<'listMatches'>; readonly search: MatchesSearch };

const LABELS: Readonly<Record<Filter, () => string>> = {
  country: common.country,
  theme: common.theme,
  mandate: m.yourMandates,
  q: m.words,
};

/** Why there is nothing, and what there would be otherwise. */
function Empty({ found: { mandates, seeking, names = {} }, search }: Props) {
  const nameOf = useValueNames(names);
  const set = FILTERS.filter((filter) => search[filter] !== undefined);
  if (mandates === 0) return <NoMandate />;
  if (seeking === 0) return <p>{m.emptySeeking()}</p>;
  if (set.length === 0) return <p>{search.near ? m.emptyNear() : m.emptyNothing()}</p>;
  return (
    <div className="none">
      <p>{m.emptyFiltered()}</p>
      <ul className="links">
        {set.map((filter) => (
          <li key={filter}>
            <Link to="/matches" search={{ ...search, [filter]: undefined, cursor: undefined }}>
              {m.without({
                filter: `${LABELS[filter]()}: ${list(
                  filter === 'q' ? [search.q ?? ''] : valuesOf(search[filter]).map((value) => nameOf(filter, value)),
                )}`,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** No mandate is in force: there is none yet, or all are paused or retired. */
function NoMandate() {
  const sponsor = useSession()?.organisation ?? '';
  const { data } = useQuery({ ...notInForceQuery(sponsor), throwOnError: true });
  if (!data) return <Loading />;
  const { paused = 0, retired = 0 } = data.counts['status'] ?? {};
  const isNone = paused + retired === 0;
  return (
    <div className="none">
      <p>{isNone ? m.emptyNoMandate() : m.emptyNotInForce()}</p>
      <div className="row">
        {isNone ? null : (
          <Link className="btn" to="/mandates" search={{ state: paused > 0 ? 'paused' : 'retired' }}>
            {m.toOwnMandates()}
          </Link>
        )}
        <Link className="btn first" to="/mandates/new">
          {m.publishMandate()}
        </Link>
      </div>
    </div>
  );
}

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Field = 'country' | 'theme' | 'mandate';
type FacetsProps = { readonly search: MatchesSearch; readonly counts: Counts; readonly names: Schemas['Names'] };

const LEGENDS: Readonly<Record<Field, () => string>> = { country: common.country, theme: common.theme, mandate: m.yourMandates };

/** Tells how a value of a filter is called. */
function useValueNames(names: Schemas['Names']): (field: string, value: string) => string {
  const themeName = useCodeNames('themes');
  return (field, value) =>
    field === 'country' ? countryName(value) : field === 'theme' ? themeName(value) : (names[value]?.text ?? value);
}

/** How many each choice leaves, under the other filters. Choosing one restarts the list. */
function Facets({ search, counts, names }: FacetsProps) {
  const isWide = useMedia('(min-width: 1181px)');
  const heading = useId();
  const fields = (
    <>
      <Words key={search.q ?? ''} search={search} />
      {(['country', 'theme', 'mandate'] as const).map((field) => (
        <Facet key={field} field={field} search={search} counts={counts[field] ?? {}} names={names} />
      ))}
    </>
  );
  if (!isWide)
    return (
      <details className="more filters">
        <summary>{common.filters()}</summary>
        <search aria-label={common.filters()}>{fields}</search>
      </details>
    );
  return (
    <search className="facets" aria-labelledby={heading}>
      <div className="row far">
        <h2 id={heading}>{common.filters()}</h2>
        <Link to="/matches" search={{ near: search.near, p: search.p }}>
          <small>{common.clear()}</small>
        </Link>
      </div>
      {fields}
    </search>
  );
}

function Words({ search }: Pick<FacetsProps, 'search'>) {
  const navigate = useNavigate({ from: '/matches' });
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate({ search: { ...search, q: q || undefined, cursor: undefined } });
  };
  return (
    <form className="facet" onSubmit={find}>
      <label className="field">
        <span className="label">{m.words()}</span>
        <input className="in" type="search" name="q" defaultValue={search.q ?? ''} maxLength={200} />
      </label>
      <button className="btn small" type="submit">
        {common.search()}
      </button>
    </form>
  );
}

/** So many are seen before the others are asked for. */
const SHOWN = 6;

type FacetProps = Omit<FacetsProps, 'counts'> & { readonly field: Field; readonly counts: Readonly<Record<string, number>> };

function Facet({ field, search, counts, names }: FacetProps) {
  const nameOf = useValueNames(names);
  const chosen = valuesOf(search[field]);
  const named = [...new Set([...Object.keys(counts), ...chosen])]
    .map((value) => ({ value, name: nameOf(field, value), count: counts[value] ?? 0 }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, locale));
  if (named.length === 0) return null;
  const isFirst = ({ value }: { readonly value: string }, at: number): boolean => at < SHOWN || chosen.includes(value);
  const rest = named.filter((each, at) => !isFirst(each, at));
  const choice = ({ value, name, count }: (typeof named)[number]) => (
    <Choice key={value} field={field} value={value} name={name} count={count} isChosen={chosen.includes(value)} />
  );
  return (
    <fieldset className="facet">
      <legend>{LEGENDS[field]()}</legend>
      {named.filter(isFirst).map(choice)}
      {rest.length === 0 ? null : (
        <details className="more">
          <summary>{m.moreValues({ count: rest.length })}</summary>
          {rest.map(choice)}
        </details>
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly field: Field;
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
};

function Choice({ field, value, name, count, isChosen }: ChoiceProps) {
  const navigate = useNavigate({ from: '/matches' });
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => void navigate({ search: (now) => ({ ...now, [field]: toggled(now[field], value), cursor: undefined }) })}
      />
      <span>{name}</span>
      <span className="num">{count}</span>
    </label>
  );
}
