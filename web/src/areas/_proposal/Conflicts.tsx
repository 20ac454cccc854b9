import * as m from '#messages/proposal';
import { Say } from '../../base/parts/Say.tsx';
import { type Asked, TASKS, taskOf } from './shared/tasks.ts';
import { pathLabel, useSpoken } from './shared/words.ts';
import type { Conflict } from './typing.ts';

type Props = {
  readonly conflicts: readonly Conflict[];
  onTheirs(conflict: Conflict): void;
  onMine(conflict: Conflict): void;
};

const askedOf = (name: string): Asked | undefined => {
  const task = taskOf(name);
  return task && TASKS[task].find((asked) => asked.name === name);
};

/** Fields that another person has saved while they were edited here: both values, of which the person who types chooses one. */
export function Conflicts({ conflicts, onTheirs, onMine }: Props) {
  const spoken = useSpoken();
  if (conflicts.length === 0) return null;
  return (
    <Say kind="wait" isNews>
      <p>
        <b>{m.savedMeanwhile()}</b> {m.nothingIsLost()}
      </p>
      {conflicts.map((conflict) => {
        const asked = askedOf(conflict.name);
        const said = (text: string): string => (asked ? spoken(asked, text) : text);
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is nothing to fill in
          <div key={conflict.name} role="group" aria-label={pathLabel(conflict.name)} className="both">
            <b>{pathLabel(conflict.name)}</b>
            <dl className="facts">
              <dt>{m.theirs()}</dt>
              <dd dir="auto">{said(conflict.theirs)}</dd>
              <dt>{m.mine()}</dt>
              <dd dir="auto">{said(conflict.mine)}</dd>
            </dl>
            <div className="row">
              <button className="btn small" type="button" onClick={() => onTheirs(conflict)}>
                {m.takeTheirs()}
              </button>
              <button className="btn small" type="button" onClick={() => onMine(conflict)}>
                {m.keepMine()}
              </button>
            </div>
          </div>
        );
      })}
    </Say>
  );
}
