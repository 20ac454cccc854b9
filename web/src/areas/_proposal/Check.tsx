import { Link } from '@tanstack/react-router';
import * as m from '#messages/proposal';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { mayDo } from '../../base/api/items.ts';
import { shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { ContactTable, DocumentTable } from '../../papers/Papers.tsx';
import { lacksOf, lackText } from './lacks.ts';
import { Crumbs } from './shared/Head.tsx';
import { ACT_OF, type Asked, PAPER_NAMES, TASK_NAMES, TASKS, taskOf } from './shared/tasks.ts';
import { askedLabel, useSpoken } from './shared/words.ts';
import { textOf } from './shared/written.ts';

const SUBMITTING = ['submitProject', 'provideInformation'];

/** All answers, what they lack for the submission, and the submission itself. */
export function Check({ project }: { readonly project: Schemas['Project'] }) {
  const { id, proposal, documents = [], contacts = [] } = project;
  const lacks = lacksOf(project);
  const spoken = useSpoken();
  const isOpen = mayDo(project, 'reviseProposal');
  return (
    <>
      <title>{`${m.check()} · ${proposal.title || proposal.reference} · Junkan`}</title>
      <Crumbs project={project} isTask />
      <h1>{m.check()}</h1>
      <Standing project={project} />
      {lacks.length === 0 ? null : (
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
            {isOpen ? (
              <Link to="/projects/$id/proposal/$task" params={{ id, task }}>
                {m.change({ task: m.task({ task }) })}
              </Link>
            ) : null}
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
      {PAPER_NAMES.map((task) => (
        <section className="tg" key={task} aria-labelledby={`h-${task}`}>
          <div className="row far">
            <h2 id={`h-${task}`}>{m.task({ task })}</h2>
            {mayDo(project, ACT_OF[task]) ? (
              <Link to="/projects/$id/proposal/$task" params={{ id, task }}>
                {m.change({ task: m.task({ task }) })}
              </Link>
            ) : null}
          </div>
          {task === 'documents' ? <DocumentTable documents={documents} /> : <ContactTable contacts={contacts} />}
        </section>
      ))}
      <div className="sendoff">
        <Acts item={project} only={({ operation }) => SUBMITTING.includes(operation)} />
      </div>
    </>
  );
}

/** Whether it can be submitted; once it was, what comes next. */
function Standing({ project }: { readonly project: Schemas['Project'] }) {
  const { id, status } = project;
  if (mayDo(project, ...SUBMITTING, 'reviseProposal'))
    return lacksOf(project).length > 0 ? null : (
      <Say kind="good">
        <p>{m.nothingLacks()}</p>
      </Say>
    );
  if (status === 'draft') return null;
  return (
    <Say kind={status === 'submitted' ? 'good' : ''}>
      {status === 'submitted' ? (
        <p>
          <b>{m.submittedTitle()}</b> {m.submittedNext()}
        </p>
      ) : (
        <p>{m.notOpen()}</p>
      )}
      <p>
        <Link to="/projects/$id" params={{ id }}>
          {m.toProject()}
        </Link>
      </p>
    </Say>
  );
}

/** A sum as the API tells it, or a share of one; nothing for what is neither. */
function sumOf({ id, proposal }: Schemas['Project'], { name, kind }: Asked): React.ReactNode {
  if (kind === 'share') return shareText(proposal.minimumCloseBasisPoints);
  const sum = kind === 'money' ? proposal[name as 'target' | 'cost' | 'ownContribution'] : undefined;
  return sum && <Money amount={sum} of={`${id}/${name}`} />;
}
