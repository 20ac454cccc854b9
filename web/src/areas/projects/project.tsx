import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { facts as factsTitle, plan as planTitle } from '#messages';
import * as m from '#messages/projects';
import type { Given } from '../../acts/Act.tsx';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Near } from '../../parts/Near.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { type Arc, Ring } from '../../parts/Ring.tsx';
import { Status } from '../../parts/Status.tsx';
import { ProjectFacts } from './facts.tsx';
import { Milestones } from './milestones.tsx';
import { NextStep } from './next-step.tsx';
import { Plan } from './plan.tsx';
import { milestonesQuery, projectQuery, publishedQuery, wholePublished } from './project.queries.ts';
import { About, Indicators } from './results.tsx';
import { Said } from './said.tsx';
import { ToRound } from './to-round.tsx';
import { loadEntry, Trail } from './trail.tsx';

// What only whoever has signed in is shown: it begins to come while the project does.
const loadActs = () => import('../../acts/Acts.tsx');
const loadForMembers = (): void => void Promise.all([loadActs(), loadEntry()]);
const Acts = lazy(async () => ({ default: (await loadActs()).Acts }));
const Words = lazy(async () => ({ default: (await import('../../acts/Words.tsx')).Words }));
const WhoPays = lazy(async () => ({ default: (await import('./who-pays.tsx')).WhoPays }));

const route = getRouteApi('/everybody/projects/$id');

/** A project, at one address for everybody: what of it is shown depends on who looks. */
export function ProjectPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  if (session) loadForMembers();
  const { data: project } = useSuspenseQuery(projectQuery(id, session !== null));
  const { proposal, proposer, names = {}, status } = project;
  const { data: known } = useQuery({ ...milestonesQuery(id), enabled: session !== null });
  const { data: published } = useQuery({ ...publishedQuery(id), enabled: session === null });
  const { milestones, payments: paid, progress } = known ?? published ?? NONE;
  const arcs = arcsOf(milestones, (milestone) => paid[milestone]?.paid === 'in-full', proposal.milestones.length);
  return (
    <>
      <title>{`${proposal.title} · Junkan`}</title>
      <div className="title">
        <Ring arcs={arcs} size={88} />
        <div>
          <h1>{proposal.title}</h1>
          <p className="quiet">
            <ItemLink id={proposer}>{names[proposer]?.text ?? ''}</ItemLink>
          </p>
          <p className="row st">
            <Status status={status} />
            {milestones.length > 0 ? (
              <span>{m.paidOf({ paid: arcs.filter((arc) => arc === 'settled').length, all: milestones.length })}</span>
            ) : null}
          </p>
        </div>
        <div className="row">
          {session && SEEKING.includes(status) ? (
            <Link className="btn" to="/projects/$id/matches" params={{ id }}>
              {m.matches()}
            </Link>
          ) : null}
          {session && status === 'open' ? <ToRound project={project} /> : null}
          {mayRevise(project) ? (
            <Link className="btn" to="/projects/$id/proposal" params={{ id }}>
              {m.editProposal()}
            </Link>
          ) : null}
          <PrintButton />
        </div>
      </div>
      {session ? <NextStep project={project} /> : null}
      {session ? (
        <Suspense fallback={null}>
          <Acts item={project} given={({ operation }) => (OWN_FORM.has(operation) ? undefined : givenOf(operation, project))} />
        </Suspense>
      ) : null}
      <About project={project} />
      {milestones.length > 0 ? (
        <section className="part" aria-labelledby="h-milestones">
          <div className="row far">
            <h2 id="h-milestones">{m.milestonesAndMoney()}</h2>
            <Export
              name="milestones"
              columns={async () => (await import('../../exports/published-columns.ts')).PUBLISHED_MILESTONE_COLUMNS}
              page={wholePublished(id)}
            />
          </div>
          <Milestones milestones={milestones} paid={paid} settled={progress[id]?.settled} reader={readerOf(session, project)} />
        </section>
      ) : null}
      <div className={milestones.length > 0 ? undefined : 'two'}>
        {milestones.length > 0 ? null : (
          <section className="part" aria-labelledby="h-plan">
            <h2 id="h-plan">{planTitle()}</h2>
            <Plan project={project} />
          </section>
        )}
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{factsTitle()}</h2>
          <ProjectFacts project={project} />
        </section>
      </div>
      {isParty(project) && project.agreement && milestones.length > 0 ? (
        <section className="part" aria-labelledby="h-who-pays">
          <div className="row far">
            <h2 id="h-who-pays">{m.whoPays()}</h2>
            <Link to="/agreements/$id" params={{ id: project.agreement }}>
              {m.whoPaysTable()}
            </Link>
          </div>
          <Near>
            <Suspense fallback={null}>
              <WhoPays agreement={project.agreement} />
            </Suspense>
          </Near>
        </section>
      ) : null}
      <Indicators project={project} milestones={milestones} />
      {session ? (
        <Suspense fallback={null}>
          <Said project={project} />
          <Trail project={id} names={names} />
        </Suspense>
      ) : null}
    </>
  );
}

const NONE: Pick<AnswerOf<'listMilestonesOfProject'>, 'milestones' | 'payments' | 'progress'> = {
  milestones: [],
  payments: {},
  progress: {},
};

/** While it may still find sponsors. */
const SEEKING = ['submitted', 'more-information-required', 'eligible', 'open'];

const mayRevise = ({ may = [] }: Schemas['Project']): boolean =>
  may.some(({ operation, answer }) => operation === 'reviseProposal' && answer !== 'refused');

/** Acts that have a page of their own. */
const OWN_FORM = new Set(['reviseProposal', 'proposeOffer']);

function givenOf(operation: string, { closure, information = [], names }: Schemas['Project']): Given {
  if (operation === 'provideInformation') {
    const asked = information.findLast(({ answer }) => !answer);
    return asked ? { summary: <Words said={asked.question} names={names} /> } : {};
  }
  return (operation === 'closeProject' || operation === 'refuseClosure') && closure ? { places: { number: closure.number } } : {};
}

const MOVING = ['verified', 'partially-met'];
const OVER = ['cancelled', 'waived', 'rejected'];

/** Who submitted a project is told to its parties, and to overseers. */
const isParty = ({ submittedBy }: Schemas['Project']): boolean => submittedBy !== undefined;

const readerOf = (session: Schemas['Session'] | null, project: Schemas['Project']) =>
  isParty(project) ? 'party' : session ? 'member' : 'anybody';

/** How sure the money of each milestone is. */
function arcsOf(milestones: readonly Schemas['Milestone'][], isPaid: (id: string) => boolean, planned: number): Arc[] {
  if (milestones.length === 0) return Array.from({ length: planned }, () => 'sought');
  return milestones.map(({ id, status }) => {
    if (isPaid(id)) return 'settled';
    if (MOVING.includes(status)) return 'moving';
    return OVER.includes(status) ? 'sought' : 'committed';
  });
}
