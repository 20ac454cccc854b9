import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as common from '#messages';
import { facts as factsTitle, plan as planTitle } from '#messages';
import * as m from '#messages/projects';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery, useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { countryName, decimalText, list, momentText, numberText, shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { More } from '../../base/parts/More.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { type Arc, Ring, Status } from '../../base/parts/Status.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { publishedRows } from '../../base/published-rows.ts';
import type { Given } from '../../opened/Act.tsx';
import { isTheirs } from '../../papers/passport-of.ts';
import { Near } from '../../parts/Near.tsx';
import { Milestones } from './Milestones.tsx';
import { NextStep } from './NextStep.tsx';
import { Plan } from './Plan.tsx';
import { About, Indicators } from './Results.tsx';
import { Sums } from './Sums.tsx';

const OfProject = lazy(async () => ({ default: (await import('../../results/OfProject.tsx')).OfProject }));
const DueDiligence = lazy(async () => ({ default: (await import('../../papers/DueDiligence.tsx')).DueDiligence }));

const MANY = 500;
const TASKS = 100;

/** The public version, or the one for those who are signed in. */
const projectQuery = (id: string, isSignedIn: boolean) => itemQuery(isSignedIn ? 'getProject' : 'getPublicProject', id);

const milestonesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'milestones'),
    queryFn: ({ signal }) => api.operations.listMilestonesOfProject({ id, limit: MANY, with: 'names' }, { signal }),
  });

/** What everybody may know of its milestones: how they stand, and what is paid of them. */
const publishedQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'published'),
    queryFn: ({ signal }) => api.operations.listPublicMilestones({ project: id, limit: MANY }, { signal }),
  });

/** All of them: for files. */
const wholePublished = (id: string) => wholeOf('listPublicMilestones', { project: id }, publishedRows);

/** The newest of the rounds in which it sought sponsors. */
const roundQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'round'),
    queryFn: async ({ signal }) =>
      (await api.operations.findFundings({ project: id, sort: '-created', limit: 1 }, { signal })).fundings[0] ?? null,
  });

/** Which calls it answers, as far as the reader may know. */
const answersQuery = (project: string) =>
  queryOptions({
    queryKey: keys.part(project, 'answers'),
    queryFn: ({ signal }) => api.operations.listAnswers({ project, with: 'names', limit: TASKS }, { signal }),
  });

// Parts for those who are signed in: they load in parallel with the project.
const loadActs = () => import('../../acts/Acts.tsx');
const loadForMembers = (): void => void loadActs();
// It is below what is read first, and has many words.
const Trail = lazy(async () => ({ default: (await import('./Trail.tsx')).Trail }));
const Acts = lazy(async () => ({ default: (await loadActs()).Acts }));
const Words = lazy(async () => ({ default: (await import('../../acts/Words.tsx')).Words }));
const ProjectPapers = lazy(async () => ({ default: (await import('../../papers/ProjectPapers.tsx')).ProjectPapers }));
const ProofTable = lazy(async () => ({ default: (await import('../../proof/ProofTable.tsx')).ProofTable }));
const Share = lazy(async () => ({ default: (await import('./Share.tsx')).Share }));
const WhoPays = lazy(async () => ({ default: (await import('./WhoPays.tsx')).WhoPays }));

const route = getRouteApi('/everybody/projects/$id');

/** A project, at one address for everybody: the parts that are shown depend on the reader. */
export function PublicPage() {
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
      <Sums project={project} progress={progress[id]} />
      {session ? <NextStep project={project} /> : null}
      {session ? <Calls project={id} /> : null}
      {session ? (
        <Suspense fallback={null}>
          {project.may?.some((each) => each.operation === 'approveProject' && isTheirs(each)) ? (
            <Suspense fallback={null}>
              <DueDiligence subject={project.proposer} />
            </Suspense>
          ) : null}
          <Acts item={project} given={(permission) => givenOf(permission, project)} />
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
          <Milestones milestones={milestones} paid={paid} progress={progress[id]} reader={readerOf(session, project)} />
        </section>
      ) : null}
      {milestones.length > 0 ? null : (
        <section className="part" aria-labelledby="h-plan">
          <h2 id="h-plan">{planTitle()}</h2>
          <Plan project={project} />
        </section>
      )}
      {isParty(project) && project.agreement && milestones.length > 0 ? (
        <section className="part" aria-labelledby="h-who-pays">
          <div className="row far">
            <h2 id="h-who-pays">{m.whoPays()}</h2>
            <Link to="/agreements/$id" params={{ id: project.agreement }}>
              {m.whoPaysTable()}
            </Link>
          </div>
          <Near>
            <WhoPays agreement={project.agreement} />
          </Near>
        </section>
      ) : null}
      <Indicators project={project} milestones={milestones} />
      {milestones.some(({ status }) => MOVING.includes(status)) ? (
        <Near>
          <ProofTable project={id} />
        </Near>
      ) : null}
      {milestones.some(({ status }) => MOVING.includes(status)) ? (
        <More title={m.came()}>
          <OfProject id={id} />
        </More>
      ) : null}
      {session ? (
        <Suspense fallback={null}>
          <ProjectPapers project={project} />
        </Suspense>
      ) : null}
      {session ? <Said project={project} /> : null}
      <div className={session ? 'two' : undefined}>
        {session ? (
          <section className="part" aria-labelledby="h-trail">
            <h2 id="h-trail">{m.trail()}</h2>
            <Near>
              <Trail project={id} names={names} />
            </Near>
          </section>
        ) : null}
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{factsTitle()}</h2>
          <ProjectFacts project={project} />
        </section>
      </div>
      {status === 'draft' ? null : (
        <More title={m.share()}>
          <Share id={id} title={proposal.title ?? id} />
        </More>
      )}
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

function givenOf(
  { operation, answer }: Schemas['Permission'],
  { closure, information = [], names }: Schemas['Project'],
): Given | undefined {
  // A project is declared eligible where its criteria are answered.
  if (operation === 'declareEligible' && answer === 'allowed') return undefined;
  if (operation === 'provideInformation') {
    const asked = information.findLast(({ answer }) => !answer);
    return asked ? { summary: <Words said={asked.question} names={names} /> } : {};
  }
  return (operation === 'closeProject' || operation === 'refuseClosure') && closure ? { places: { number: closure.number } } : {};
}

const MOVING = ['verified', 'partially-met'];
const OVER = ['cancelled', 'waived', 'rejected'];

/** Who submitted a project is visible to its parties, and to overseers. */
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

/** The way to the round that is open, where offers are made and questions asked. */
function ToRound({ project: { id, round, funding } }: { readonly project: Schemas['Project'] }) {
  const { data } = useQuery({ ...roundQuery(id), enabled: !funding });
  const open = funding ?? data?.id;
  return open ? (
    <Link className="btn first" to="/fundings/$id" params={{ id: open }}>
      {m.toRound({ round })}
    </Link>
  ) : null;
}

/** What was asked and answered, and what was decided with which words. */
function Said({ project: { information = [], declarations = [], names } }: { readonly project: Schemas['Project'] }) {
  const criterionName = useCodeNames('screening-criteria', declarations.length > 0);
  return (
    <>
      {information.length === 0 ? null : (
        <section className="part" aria-labelledby="h-questions">
          <h2 id="h-questions">{m.questions()}</h2>
          {information.map(({ submission, question, answer, checks = [] }) => (
            <article key={question.at}>
              <h3>{m.question({ submission })}</h3>
              <Words said={question} names={names} />
              <Found checks={checks} />
              <h3>{m.answer()}</h3>
              {answer ? <Words said={answer} names={names} /> : <p className="quiet">{m.answerWaits()}</p>}
            </article>
          ))}
        </section>
      )}
      {declarations.length === 0 ? null : (
        <section className="part" aria-labelledby="h-decisions">
          <h2 id="h-decisions">{m.decisions()}</h2>
          {declarations.map(({ decision, reasons = [], said, checks = [] }) => (
            <article key={`${decision}${said.at}`}>
              <h3>{m.decision({ code: decision })}</h3>
              {reasons.length > 0 ? (
                <p>
                  {m.reasons()}: {list(reasons.map(criterionName))}
                </p>
              ) : null}
              <Found checks={checks} />
              <Words said={said} names={names} />
            </article>
          ))}
        </section>
      )}
    </>
  );
}

// What earlier versions decided has none.
const Checks = lazy(async () => ({ default: (await import('../../criteria/Checks.tsx')).Checks }));
const Found = ({ checks }: { readonly checks: readonly Schemas['CriterionCheck'][] }) =>
  checks.length === 0 ? null : (
    <Near>
      <Checks of={checks} list="screening-criteria" />
    </Near>
  );

type Project = Schemas['Project'];
const GATHERING = ['open', 'funded'];

const ProjectFacts = ({ project }: { readonly project: Project }) => (
  <Facts of={[...useMoneyFacts(project), ...useContentFacts(project), ...useWhereItStands(project)]} />
);

function useMoneyFacts({ id, proposal }: Project): readonly Fact[] {
  const { target, cost, ownContribution, otherSources = [], minimumCloseBasisPoints, instruments } = proposal;
  const instrumentName = useCodeNames('instruments', instruments.length > 0);
  const sum = (amount: Schemas['Money'] | undefined, of: string) => (amount ? <Money amount={amount} of={`${id}/${of}`} /> : null);
  return [
    [common.sought(), sum(target, 'target')],
    [m.cost(), sum(cost, 'cost')],
    [m.ownContribution(), sum(ownContribution, 'own')],
    ...otherSources.map(({ name, amount }): Fact => [m.otherSource({ name }), sum(amount, `sources/${name}`)]),
    [common.minimumClose(), shareText(minimumCloseBasisPoints)],
    [common.instruments(), list(instruments.map(instrumentName)) || common.anyInstrument()],
  ];
}

function useContentFacts({ proposal }: Project): readonly Fact[] {
  const { countries, themes, place, beneficiaries, wasteStreams = [], capacity, operator, readiness, reference } = proposal;
  const themeName = useCodeNames('themes', themes.length > 0);
  const streamName = useCodeNames('waste-streams', wasteStreams.length > 0);
  const unitName = useCodeNames('units', capacity !== undefined);
  return [
    [m.place(), place ? `${place.name}, ${countryName(place.country ?? '')}` : null],
    [common.countries(), list(countries.map(countryName))],
    [common.themes(), list(themes.map(themeName))],
    [m.beneficiaries(), beneficiaries ? numberText(beneficiaries) : null],
    ...wasteStreams.map(
      ({ stream, tonnesPerYear }): Fact => [
        m.wasteStream({ stream: streamName(stream) }),
        tonnesPerYear ? m.tonnesPerYear({ tonnes: decimalText(tonnesPerYear) }) : m.notSaid(),
      ],
    ),
    [m.capacity(), capacity ? `${decimalText(capacity.quantity)} ${unitName(capacity.unit)}` : null],
    [m.operator(), operator],
    [m.readiness(), m.readinessOf({ level: readiness })],
    [m.reference(), reference],
  ];
}

function useWhereItStands(project: Project): readonly Fact[] {
  const isSignedIn = Boolean(useSession());
  const { data: newest } = useQuery({ ...roundQuery(project.id), enabled: isSignedIn && project.round > 0 && !project.funding });
  const funding = isSignedIn ? (project.funding ?? newest?.id) : undefined;
  const { status, agreement, round, roundDeadline, screeningDue, informationDue, approvalDue, closingDue } = project;
  const due = (at: string | undefined, when: Project['status']) => (at && status === when ? momentText(at) : null);
  return [
    [
      m.round(),
      funding ? (
        <Link to="/fundings/$id" params={{ id: funding }}>
          {m.toRound({ round })}
        </Link>
      ) : null,
    ],
    [
      m.agreement(),
      agreement && project.submittedBy ? (
        <Link to="/agreements/$id" params={{ id: agreement }}>
          {m.toAgreement()}
        </Link>
      ) : null,
    ],
    [m.roundUntil(), GATHERING.includes(status) && roundDeadline ? momentText(roundDeadline) : null],
    [m.screeningDue(), due(screeningDue, 'submitted')],
    [m.informationDue(), due(informationDue, 'more-information-required')],
    [m.approvalDue(), due(approvalDue, 'funded')],
    [m.closingDue(), due(closingDue, 'completed')],
    [m.closureWaitsFor(), closureWaitsFor(project)],
  ];
}

/** What is claimed back under its agreement, or is to be paid again, and has not come to an end: the project is not closed before. */
function closureWaitsFor({ agreement, openRecoveries = [], unpaid = false }: Project) {
  if (!agreement || (openRecoveries.length === 0 && !unpaid)) return null;
  const to = (hash: string, label: string) => (
    <li key={hash}>
      <Link to="/agreements/$id" params={{ id: agreement }} hash={hash}>
        {label}
      </Link>
    </li>
  );
  return (
    <ul className="plain">
      {openRecoveries.map((number) => to(`recovery-${number}`, m.recoveryToEnd({ number })))}
      {unpaid ? to('h-payments', m.paymentInDoubt()) : null}
    </ul>
  );
}

function Calls({ project }: { readonly project: string }) {
  const { data } = useQuery(answersQuery(project));
  const { answers = [], names = {} } = data ?? {};
  if (answers.length === 0) return null;
  return (
    <ul className="plain" aria-label={m.answersCall()}>
      {answers.map(({ id, call, status }) => (
        <li key={id} className="row">
          <span>{m.answersCall()}:</span>
          <ItemLink id={call}>{names[call]?.text ?? m.answersCall()}</ItemLink>
          <ItemLink id={id}>
            <StatusOf of="callAnswerStatus" status={status} />
          </ItemLink>
        </li>
      ))}
    </ul>
  );
}
