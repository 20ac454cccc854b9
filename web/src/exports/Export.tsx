import { lazy, Suspense, useState } from 'react';
import { exportAs } from '#messages';
import { Icon } from '../parts/Icon.tsx';
import type { Exported } from './columns.ts';

// What writes files comes with the first that is wanted.
const Menu = lazy(async () => ({ default: (await import('./ExportMenu.tsx')).ExportMenu }));

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
