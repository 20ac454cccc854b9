import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/project-list';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { useCodeNames } from '../../api/lists.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { ofProjects } from '../../exports/of-projects.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Find } from '../../parts/Find.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { countryName, locale, numberText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { projectsQuery, wholeProjects } from './list.queries.ts';
import type { ProjectsSearch } from './list.search.ts';
import { ProjectRows } from './list-rows.tsx';

const route = getRouteApi('/members/projects');

/** A city's own projects, drafts too; overseers see all that were submitted. */
export function Projects() {
  const search = route.useSearch();
  const session = useSession();
  const organisation = session?.organisation ?? '';
  const proposer = organisation.startsWith('org_') ? organisation : '';
  const { data, dataUpdatedAt } = useQuery({ ...projectsQuery(proposer, search), throwOnError: true });
  const { cursor = '' } = search;
  return (
    <>
      <title>{`${common.projects()} · Junkan`}</title>
      <div className="head">
        <h1>{proposer ? m.ownProjects() : common.projects()}</h1>
        {session?.roles.includes('proposer.officer') ? (
          <div className="row">
            <Link className="btn first" to="/projects/new">
              {labelOf('draftProject')}
            </Link>
            <Link className="btn" to="/projects/import">
              {m.importProjects()}
            </Link>
          </div>
        ) : null}
        <Export name="projects" {...ofProjects(wholeProjects(proposer, search))} />
      </div>
      <Filters search={search} counts={data?.counts ?? {}} />
      {data ? (
        <>
          <p className="row" role="status">
            {data.total.count > 0 ? foundText(data.total) : isFiltered(search) ? m.nothingFound() : m.noProjectYet()}
            <Newer of="projects" since={dataUpdatedAt} />
          </p>
          {data.projects.length > 0 ? (
            <ProjectRows projects={data.projects} sort={search.sort} {...(proposer ? {} : { names: data.names ?? {} })} />
          ) : null}
          <Pages label={common.projects()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

const foundText = ({ count, more }: { readonly count: number; readonly more: boolean }): string =>
  more ? common.foundMore({ count }) : common.found({ count });
const isFiltered = ({ q, status, country, theme }: ProjectsSearch): boolean => [q, status, country, theme].some(Boolean);

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

function Filters({ search, counts }: { readonly search: ProjectsSearch; readonly counts: Counts }) {
  const themeName = useCodeNames('themes');
  const choicesOf = (name: 'status' | 'country' | 'theme', nameOf: (code: string) => string) => {
    const [chosen = '', found] = [search[name], counts[name] ?? {}];
    return [...new Set([...Object.keys(found), ...(chosen ? [chosen] : [])])]
      .map((code) => [code, nameOf(code)] as const)
      .sort(([, one], [, other]) => one.localeCompare(other, locale))
      .map(([code, called]) => [code, common.choice({ name: called, count: numberText(found[code] ?? 0) })] as const);
  };
  return (
    <div className="row far end">
      <search className="row end" aria-label={common.filters()}>
        <Choice
          label={common.state()}
          name="status"
          chosen={search.status ?? ''}
          of={choicesOf('status', (status) => common.status({ status }))}
        />
        <Choice label={common.country()} name="country" chosen={search.country ?? ''} of={choicesOf('country', countryName)} />
        <Choice label={common.theme()} name="theme" chosen={search.theme ?? ''} of={choicesOf('theme', themeName)} />
      </search>
      <Find q={search.q ?? ''} />
    </div>
  );
}
