import { Link } from '@tanstack/react-router';
import * as m from '#messages/proposal';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../api/client.ts';
import { shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Say } from '../../parts/Say.tsx';
import { Crumbs } from './head.tsx';
import { lacksOf, lackText } from './lacks.ts';
import { type Asked, TASK_NAMES, TASKS, taskOf } from './tasks.ts';
import { askedLabel, useSpoken } from './words.ts';
import { textOf } from './written.ts';

const SUBMITTING = ['submitProject', 'provideInformation'];

/** All answers, what they lack for the submission, and the submission itself. */
export function Check({ project }: { readonly project: Schemas['Project'] }) {
  const { id, proposal } = project;
  const lacks = lacksOf(project);
  const spoken = useSpoken();
  return (
    <>
      <title>{`${m.check()} · ${proposal.title || proposal.reference} · Junkan`}</title>
      <Crumbs project={project} isTask />
      <h1>{m.check()}</h1>
      {lacks.length === 0 ? (
        <Say kind="good">
          <p>{m.nothingLacks()}</p>
        </Say>
      ) : (
        <section className="mend" aria-labelledby="h-lacks">
          <h2 id="h-lacks">{m.lacksTitle()}</h2>
          <ul>
            {lacks.map((path) => (
              <li key={path}>
                <Link to="/projects/$id/proposal/$task" params={{ id, task: taskOf(path) ?? 'about' }}>
                  {lackText(path)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lacks.length === 0 && !proposal.target ? (
        <Say kind="wait">
          <p>{m.noTargetYet()}</p>
        </Say>
      ) : null}
      {TASK_NAMES.map((task) => (
        <section className="tg" key={task} aria-labelledby={`h-${task}`}>
          <div className="row far">
            <h2 id={`h-${task}`}>{m.task({ task })}</h2>
            <Link to="/projects/$id/proposal/$task" params={{ id, task }}>
              {m.change({ task: m.task({ task }) })}
            </Link>
          </div>
          <dl className="facts answers">
            {TASKS[task].map((asked) => (
              <div key={asked.name}>
                <dt>{askedLabel(asked)}</dt>
                <dd dir="auto">{sumOf(project, asked) ?? spoken(asked, textOf(asked, proposal))}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="sendoff">
        <Acts item={project} only={({ operation }) => SUBMITTING.includes(operation)} />
      </div>
    </>
  );
}

/** A sum as the API tells it, or a share of one; nothing for what is neither. */
function sumOf({ id, proposal }: Schemas['Project'], { name, kind }: Asked): React.ReactNode {
  if (kind === 'share') return shareText(proposal.minimumCloseBasisPoints);
  const sum = kind === 'money' ? proposal[name as 'target' | 'cost' | 'ownContribution'] : undefined;
  return sum && <Money amount={sum} of={`${id}/${name}`} />;
}
