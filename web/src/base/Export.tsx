import { lazy, Suspense, useState } from 'react';
import { exportAs } from '#messages';
import type { Exported } from '../exports/columns.ts';
import { Icon } from './parts/Icon.tsx';

// What writes files comes with the first that is wanted.
const Menu = lazy(async () => ({ default: (await import('../exports/ExportMenu.tsx')).ExportMenu }));

/** The whole list that a page shows a part of, as a file. */
export function Export<Row>(list: Exported<Row>) {
  const [isWanted, setWanted] = useState(false);
  return (
    <details className="export" onToggle={() => setWanted(true)}>
      <summary className="btn bare">
        <Icon name="out" />
        {exportAs()}
      </summary>
      {isWanted ? (
        <Suspense fallback={null}>
          <Menu {...(list as unknown as Exported<unknown>)} />
        </Suspense>
      ) : null}
    </details>
  );
}
