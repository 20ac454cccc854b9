import { lazy, Suspense, useState } from 'react';
import { exportAs } from '#messages';
import type { ReadPage } from '../api/types.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Column } from './columns.ts';

export type Exported<Row> = {
  /** What the file is called, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  /** A page of the whole list, under the filters that are on. */
  readonly page: ReadPage<Row>;
};

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
