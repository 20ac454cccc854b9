import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/proposal';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { Money } from '../../base/parts/Money.tsx';
import { Ring, Status } from '../../base/parts/Status.tsx';
import { lacksOf, type Standing, standingOf } from './lacks.ts';
import { Crumbs } from './shared/Head.tsx';
import { PAPER_NAMES, type PaperName, projectQuery, TASK_NAMES, type TaskName } from './shared/tasks.ts';

const route = getRouteApi('/members/projects/$id/proposal');
const LOOKS = { none: '', part: 'wait', done: 'good' } as const;

/** What a proposal is made of, task by task, in any order. */
export function Page() {
  const { id } = route.useParams();
  const { data: project } = useSuspenseQuery(projectQuery(id));
  const { proposal, status, version } = project;
  const lacks = lacksOf(project);
  const answers = TASK_NAMES.map((task) => ({ task, standing: standingOf(task, proposal, lacks) }));
  const papers = PAPER_NAMES.map((task) => ({ task, standing: (project[task] ?? []).length > 0 ? ('done' as const) : ('none' as const) }));
  const tasks = [...answers, ...papers];
  const done = tasks.filter(({ standing }) => standing === 'done').length;
  const arcs = tasks.map(({ standing }) => (standing === 'done' ? 'settled' : standing === 'part' ? 'committed' : 'sought'));
  return (
    <>
      <title>{`${m.proposal()} · ${proposal.title || proposal.reference} · Junkan`}</title>
      <Crumbs project={project} />
      <h1>{m.proposal()}</h1>
      <div className="rep">
        <div>
          <div className="row state">
            <Ring arcs={arcs} size={34} />
            <span>{m.tasksDone({ done, all: tasks.length })}</span>
            <small className="quiet">{m.savedAs({ version })}</small>
          </div>
          <p className="quiet order">
            <small>{m.anyOrder()}</small>
          </p>
          <section className="tg" aria-labelledby="h-parts">
            <h2 id="h-parts">{m.parts()}</h2>
            <ul className="tasks">
              {tasks.map(({ task, standing }) => (
                <TaskLine key={task} project={id} task={task} standing={standing} />
              ))}
            </ul>
          </section>
          <section className="tg" aria-labelledby="h-check">
            <h2 id="h-check">{m.checkAndSubmit()}</h2>
            <ul className="tasks">
              <li>
                <div>
                  <Link to="/projects/$id/proposal/$task" params={{ id, task: 'check' }}>
                    {m.check()}
                  </Link>
                  <small>{m.lacksCount({ count: lacks.length })}</small>
                </div>
              </li>
            </ul>
          </section>
        </div>
        <aside className="rail" aria-label={m.inShort()}>
          <h2>{m.inShort()}</h2>
          <Facts
            of={[
              [m.stands(), <Status key="status" status={status} />],
              [m.asks(), proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null],
            ]}
          />
          <p className="quiet">
            <small>{m.together()}</small>
          </p>
        </aside>
      </div>
    </>
  );
}

type LineProps = { readonly project: string; readonly task: TaskName | PaperName; readonly standing: Standing };

const TaskLine = ({ project, task, standing }: LineProps) => (
  <li>
    <div>
      <Link to="/projects/$id/proposal/$task" params={{ id: project, task }}>
        {m.task({ task })}
      </Link>
      <small>{m.taskNeeds({ task })}</small>
    </div>
    <span className={`tag ${LOOKS[standing]}`}>
      <Icon name={standing} />
      <span>{m.standing({ standing })}</span>
    </span>
  </li>
);
