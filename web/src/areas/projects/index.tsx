import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/project-list';
import { labelOf } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { countryName, locale, numberText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Heading } from '../../base/parts/PageHead.tsx';
import { Status } from '../../base/parts/Status.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import * as column from '../../lists/columns.tsx';
import { Choice, Find, orderedBy } from '../../lists/controls.tsx';
import { ofProjects } from '../../lists/of-projects.ts';
import { Newer, Pages } from '../../lists/Pages.tsx';

const COLUMNS = ['title', 'status', 'due', 'amount', 'updated'] as const;
const SORTS = COLUMNS.flatMap((column) => [column, `-${column}`] as const);

/** Which projects are listed, and how: those changed last first where the address does not say. */
export const search = z.object({
  q: text,
  status: text,
  country: text,
  theme: text,
  sponsor: text,
  sort: z.catch(z.optional(z.enum(SORTS)), undefined),
  cursor: text,
});
type ProjectsSearch = z.infer<typeof search>;

const PAGE = 50;
const USUAL = '-updated' as const;

/** `proposer`: the organisation that owns them; empty for all that the reader may see. */
function askedBy(proposer: string, { cursor: _, sort, ...filters }: ProjectsSearch) {
  const wanted = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const order = sort ? { sort } : filters.q ? {} : { sort: USUAL };
  return { ...(proposer ? { proposer } : {}), ...wanted, ...order, with: 'names' };
}

/** The whole list: for files. */
const wholeProjects = (proposer: string, search: ProjectsSearch) =>
  wholeOf('listProjects', askedBy(proposer, search), ({ projects }) => projects);

const projectsQuery = (proposer: string, search: ProjectsSearch) =>
  queryOptions({
    queryKey: keys.list('projects', { proposer, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'status,country,theme', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.listProjects({ ...askedBy(proposer, search), ...page }, { signal });
    },
  });

const route = getRouteApi('/members/projects');

/** A city's own projects, drafts too; overseers see all that were submitted. */
export function Page() {
  const search = route.useSearch();
  const session = useSession();
  const organisation = session?.organisation ?? '';
  const proposer = organisation.startsWith('org_') ? organisation : '';
  const { data, dataUpdatedAt } = useQuery({ ...projectsQuery(proposer, search), throwOnError: true });
  const { cursor = '' } = search;
  return (
    <>
      <Heading title={proposer ? m.ownProjects() : common.projects()} tab={common.projects()}>
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
      </Heading>
      <Filters search={search} counts={data?.counts ?? {}} />
      {data ? (
        <>
          {search.sponsor ? <OfSponsor search={search} names={data.names ?? {}} /> : null}
          <p className="row" role="status">
            {data.total.count > 0 ? foundText(data.total) : isFiltered(search) ? m.nothingFound() : m.noProjectYet()}
            <Newer of="projects" since={dataUpdatedAt} />
          </p>
          {data.total.count === 0 && isFiltered(search) ? <Ways search={search} /> : null}
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
const isFiltered = ({ q, status, country, theme, sponsor }: ProjectsSearch): boolean => [q, status, country, theme, sponsor].some(Boolean);

/** Where nothing is found: without what was asked, and by the same words in everything. */
const Ways = ({ search: { q } }: { readonly search: ProjectsSearch }) => (
  <ul className="plain">
    <li>
      <Link to="/projects">{m.withoutAny()}</Link>
    </li>
    {q ? (
      <li>
        <Link to="/search" search={{ q }}>
          {m.inEverything({ q })}
        </Link>
      </li>
    ) : null}
  </ul>
);

type OfSponsorProps = { readonly search: ProjectsSearch; readonly names: Schemas['Names'] };

/** The list is of what one sponsor has a part in, until this is taken back. */
const OfSponsor = ({ search: { sponsor = '', cursor: _, ...rest }, names }: OfSponsorProps) => (
  <p className="row">
    {m.ofSponsor({ name: names[sponsor]?.text ?? sponsor })}
    <Link to="/projects" search={rest}>
      {m.ofEverySponsor()}
    </Link>
  </p>
);

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

type Project = Schemas['Project'];
type Props = {
  readonly projects: readonly Project[];
  readonly sort: string | undefined;
  /** Where they are of several proposers: what these are called. */
  readonly names?: Schemas['Names'];
};

/** When what a project waits for is due. */
function dueOf({ status, screeningDue, informationDue, openingDue, roundDeadline, approvalDue, closingDue }: Project): string | undefined {
  const due: Readonly<Partial<Record<Project['status'], string | undefined>>> = {
    submitted: screeningDue,
    'more-information-required': informationDue,
    eligible: openingDue,
    open: roundDeadline,
    funded: approvalDue,
    completed: closingDue,
  };
  return due[status];
}

/** Projects, each with its status and the due date of what it waits for. */
function ProjectRows({ projects, sort = USUAL, names }: Props) {
  const by = orderedBy<Project>(sort, USUAL);
  return (
    <Table<Project>
      label={common.projects()}
      rows={projects}
      keyOf={({ id }) => id}
      columns={[
        by(
          'title',
          column.text(common.project(), (project: Project) => <Titled of={project} />),
        ),
        ...(names ? [column.named<Project>(common.city(), ({ proposer }) => proposer, names)] : []),
        by(
          'status',
          column.text(common.state(), ({ status }: Project) => <Status status={status} />),
        ),
        by(
          'due',
          column.text(common.due(), (project: Project) => <Due of={dueOf(project)} />),
        ),
        by('amount', { title: common.sought(), isFigure: true, cell: (project: Project) => <Sought of={project} /> }),
      ]}
    />
  );
}

const Titled = ({ of: { id, proposal } }: { readonly of: Project }) => (
  <>
    <ItemLink id={id}>{proposal.title || proposal.reference}</ItemLink>
    {proposal.title ? <small className="quiet">{proposal.reference}</small> : null}
  </>
);

const Due = ({ of }: { readonly of: string | undefined }) => (of ? <column.Day of={of} /> : common.noDate());

const Sought = ({ of: { id, proposal } }: { readonly of: Project }) =>
  proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null;
