import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '#messages/proposal';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { mayDo } from '../../base/api/items.ts';
import { shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { ContactTable, DocumentTable } from '../../papers/Papers.tsx';
import { lacksOf, lackText } from './lacks.ts';
import { Crumbs } from './shared/Head.tsx';
import { ACT_OF, type Asked, PAPER_NAMES, type PaperName, TASK_NAMES, TASKS, type TaskName, taskOf } from './shared/tasks.ts';
import { askedLabel, useSpoken } from './shared/words.ts';
import { textOf } from './shared/written.ts';

const SUBMITTING = ['submitProject', 'provideInformation'];

/** All answers, what they lack for the submission, and the submission itself. */
export function Check({ project }: { readonly project: Schemas['Project'] }) {
  const { id, proposal, documents = [], contacts = [] } = project;
  const lacks = lacksOf(project);
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
        <Section key={task} task={task} id={id} mayChange={isOpen}>
          <Answers project={project} asked={TASKS[task].filter(({ kind }) => kind !== 'rows')} />
          {TASKS[task]
            .filter(({ kind }) => kind === 'rows')
            .map((asked) => (
              <Rows key={asked.name} project={project} asked={asked} isAlone={TASKS[task].length === 1} />
            ))}
        </Section>
      ))}
      {PAPER_NAMES.map((task) => (
        <Section key={task} task={task} id={id} mayChange={mayDo(project, ACT_OF[task])}>
          {task === 'documents' ? <DocumentTable documents={documents} /> : <ContactTable contacts={contacts} />}
        </Section>
      ))}
      <div className="sendoff">
        <Acts item={project} only={({ operation }) => SUBMITTING.includes(operation)} />
      </div>
    </>
  );
}

type SectionProps = {
  readonly task: TaskName | PaperName;
  readonly id: string;
  readonly mayChange: boolean;
  readonly children: ReactNode;
};

/** What one task says, with the way to it while it may be changed. */
const Section = ({ task, id, mayChange, children }: SectionProps) => (
  <section className="tg" aria-labelledby={`h-${task}`}>
    <div className="row far">
      <h2 id={`h-${task}`}>{m.task({ task })}</h2>
      {mayChange ? (
        <Link to="/projects/$id/proposal/$task" params={{ id, task }}>
          {m.change({ task: m.task({ task }) })}
        </Link>
      ) : null}
    </div>
    {children}
  </section>
);

type Project = Schemas['Project'];

function Answers({ project, asked }: { readonly project: Project; readonly asked: readonly Asked[] }) {
  const spoken = useSpoken();
  if (asked.length === 0) return null;
  return (
    <dl className="facts answers">
      {asked.map((each) => (
        <div key={each.name}>
          <dt>{askedLabel(each)}</dt>
          <dd dir="auto">{sumOf(project, each) ?? spoken(each, textOf(each, project.proposal))}</dd>
        </div>
      ))}
    </dl>
  );
}

const FIGURES: readonly Asked['kind'][] = ['money', 'number', 'decimal'];

type RowsProps = { readonly project: Project; readonly asked: Asked; readonly isAlone: boolean };
type Row = Readonly<Record<string, unknown>>;
type Placed = { readonly row: Row; readonly at: number };

/** What is said in rows, under the labels of its columns. `isAlone`: whether the heading above says already what they are. */
function Rows({ project: { id, proposal }, asked, isAlone }: RowsProps) {
  const spoken = useSpoken();
  const rows = (proposal[asked.name as keyof typeof proposal] as readonly Row[] | undefined) ?? [];
  const label = askedLabel(asked);
  if (rows.length === 0)
    return isAlone ? (
      <p className="quiet">{m.nothing()}</p>
    ) : (
      <dl className="facts answers">
        <div>
          <dt>{label}</dt>
          <dd>{m.nothing()}</dd>
        </div>
      </dl>
    );
  const cellOf = (column: Asked, row: Row, at: number): ReactNode => {
    const value = row[column.name];
    return column.kind === 'money' && value ? (
      <Money amount={value as Schemas['Money']} of={`${id}/${asked.name === 'milestones' ? 'plan' : asked.name}/${at + 1}`} />
    ) : (
      <span dir="auto">{spoken(column, textOf(column, row))}</span>
    );
  };
  return (
    <>
      {isAlone ? null : <h3>{label}</h3>}
      <Table<Placed>
        label={label}
        rows={rows.map((row, at) => ({ row, at }))}
        keyOf={({ at }) => at}
        columns={(asked.columns ?? []).map((column) => ({
          title: askedLabel(column),
          isFigure: FIGURES.includes(column.kind),
          isCounted: FIGURES.includes(column.kind),
          cell: ({ row, at }) => cellOf(column, row, at),
        }))}
      />
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
function sumOf({ id, proposal }: Schemas['Project'], { name, kind }: Asked): ReactNode {
  if (kind === 'share') return shareText(proposal.minimumCloseBasisPoints);
  const sum = kind === 'money' ? proposal[name as 'target' | 'cost' | 'ownContribution'] : undefined;
  return sum && <Money amount={sum} of={`${id}/${name === 'ownContribution' ? 'own' : name}`} />;
}
