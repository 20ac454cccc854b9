import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { facts as factsTitle, plan as planTitle } from '#messages';
import * as m from '#messages/projects';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../api/client.ts';
import { sessionQuery } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { MILESTONE_COLUMNS } from '../../exports/money-columns.ts';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { type Arc, Ring } from '../../parts/Ring.tsx';
import { Status } from '../../parts/Status.tsx';
import { ProjectFacts } from './facts.tsx';
import { Milestones } from './milestones.tsx';
import { NextStep } from './next-step.tsx';
import { Plan } from './plan.tsx';
import { milestonesQuery, paymentsQuery, projectQuery, wholeMilestones } from './project.queries.ts';
import { About, Indicators } from './results.tsx';
import { Said } from './said.tsx';

// It stands below what is read first, and has many words.
const Trail = lazy(async () => ({ default: (await import('./trail.tsx')).Trail }));

const route = getRouteApi('/projects/$id');

/** A project, at one address for everybody: what of it is shown depends on who looks. */
export function ProjectPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: project } = useSuspenseQuery(projectQuery(id, session !== null));
  const { data: begun } = useQuery({ ...milestonesQuery(id), enabled: session !== null });
  const { proposal, proposer, names = {}, status } = project;
  const { data: paid } = useQuery({ ...paymentsQuery(id), enabled: session !== null });
  const milestones = begun?.milestones ?? [];
  // Payments are told to the parties: others are told no number of them.
  const arcs = arcsOf(milestones, paid?.payments ?? [], proposal.milestones.length);
  return (
    <>
      <title>{`${proposal.title} · Junkan`}</title>
      <div className="title">
        <Ring arcs={arcs} size={88} />
        <div>
          <h1>{proposal.title}</h1>
          <p className="quiet">{names[proposer]?.text ?? ''}</p>
          <p className="row st">
            <Status status={status} />
            {milestones.length > 0 && isParty(project) ? (
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
        <Acts item={project} given={({ operation }) => (OWN_FORM.has(operation) ? undefined : placesOf(operation, project))} />
      ) : null}
      <About project={project} />
      <div className="two">
        <section className="part" aria-labelledby="h-plan">
          <div className="row far">
            <h2 id="h-plan">{milestones.length > 0 ? m.milestonesAndMoney() : planTitle()}</h2>
            {milestones.length > 0 ? <Export name="milestones" columns={MILESTONE_COLUMNS} page={wholeMilestones(id)} /> : null}
          </div>
          {milestones.length > 0 ? <Milestones milestones={milestones} isParty={isParty(project)} /> : <Plan project={project} />}
        </section>
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{factsTitle()}</h2>
          <ProjectFacts project={project} />
        </section>
      </div>
      <Indicators project={project} />
      <Said project={project} />
      {session ? (
        <Suspense fallback={null}>
          <Trail project={id} names={names} />
        </Suspense>
      ) : null}
    </>
  );
}

/** While it may still find sponsors. */
const SEEKING = ['submitted', 'more-information-required', 'eligible', 'open'];

const mayRevise = ({ may = [] }: Schemas['Project']): boolean =>
  may.some(({ operation, answer }) => operation === 'reviseProposal' && answer !== 'refused');

/** Acts that have a page of their own. */
const OWN_FORM = new Set(['reviseProposal', 'proposeOffer']);

const placesOf = (operation: string, { closure }: Schemas['Project']) =>
  (operation === 'closeProject' || operation === 'refuseClosure') && closure ? { places: { number: closure.number } } : {};

const MOVING = ['verified', 'partially-met'];
const OVER = ['cancelled', 'waived', 'rejected'];

/** Who submitted a project is told to its parties, and to overseers. */
const isParty = ({ submittedBy }: Schemas['Project']): boolean => submittedBy !== undefined;

/** How sure the money of each milestone is; settled where every part of it that was ordered is. */
function arcsOf(milestones: readonly Schemas['Milestone'][], payments: readonly Schemas['FoundPayment'][], planned: number): Arc[] {
  if (milestones.length === 0) return Array.from({ length: planned }, () => 'sought');
  const ordered = Map.groupBy(payments, ({ milestone }) => milestone);
  return milestones.map(({ id, status }) => {
    const own = ordered.get(id) ?? [];
    if (own.length > 0 && own.every((each) => each.status === 'settled')) return 'settled';
    if (MOVING.includes(status)) return 'moving';
    return OVER.includes(status) ? 'sought' : 'committed';
  });
}
