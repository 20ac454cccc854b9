import type { ReactNode } from 'react';
import * as m from '#messages/joining';
import { roleText } from '../../acts/words.ts';
import { Icon, type IconName } from '../../base/parts/Icon.tsx';
import { PARTS, type State, type Task, WHOSE } from './ways.ts';

const LOOKS: Readonly<Record<State, readonly [IconName, string]>> = {
  done: ['done', 'good'],
  now: ['open', 'info'],
  free: ['none', ''],
  others: ['wait', ''],
  later: ['lock', ''],
  mend: ['no', 'bad'],
};

type Props = {
  /** The status of a task; before somebody has begun nothing does. */
  readonly stateOf?: (task: Task) => State;
  /** What has been recorded, and what can be done. */
  readonly within?: (task: Task) => ReactNode;
};

/** The way in, on one page: seven tasks, with who does each and what to have at hand. */
export const Way = ({ stateOf, within }: Props) =>
  PARTS.map(([part, tasks]) => (
    <section key={part} className="tg" aria-labelledby={`h-${part}`}>
      <h2 id={`h-${part}`}>{m.part({ part })}</h2>
      <ol className="tasks steps">
        {tasks.map((task) => (
          <li key={task}>
            <div>
              <h3>{m.task({ task })}</h3>
              <small>
                {roleText(WHOSE[task])} · {m.needs({ task })}
              </small>
            </div>
            {stateOf ? <StateOf state={stateOf(task)} /> : null}
            {within?.(task)}
          </li>
        ))}
      </ol>
    </section>
  ));

const StateOf = ({ state }: { readonly state: State }) => (
  <span className={`tag ${LOOKS[state][1]}`}>
    <Icon name={LOOKS[state][0]} />
    <span>{m.state({ state })}</span>
  </span>
);
