import { useState } from 'react';
import * as m from '#messages/desk';
import { useKeys } from '../../parts/keys.ts';

const OF_LIST = [
  [['j', 'k'], m.keyStep],
  [['x'], m.keyChoose],
  [['Shift+x'], m.keyRange],
  [['b'], m.keyTogether],
] as const;
const ANYWHERE = [
  [['/'], m.keyFind],
  [['g', 'd'], m.keyDesk],
  [['g', 'p'], m.keyPortfolio],
  [['?'], m.keyKeys],
] as const;

/** Which keys do what; `?` shows and hides it. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(!isOpen) });
  return (
    <details className="shortcuts" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {m.keysTitle()} <kbd>?</kbd>
      </summary>
      <dl>
        {[...OF_LIST, ...ANYWHERE].map(([keys, label]) => (
          <div key={keys.join(' ')}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label()}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
