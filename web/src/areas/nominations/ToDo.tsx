import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/awards';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../base/api/client.ts';
import type { Given } from '../../opened/Act.tsx';
import { ActionsOf } from '../../results/ActionsOf.tsx';

const SeriesOf = lazy(async () => ({ default: (await import('../../results/SeriesOf.tsx')).SeriesOf }));

/** What may be done with a nomination; it is revised from what it says. */
export function ToDo({ nomination }: { readonly nomination: Schemas['Nomination'] }) {
  const { title, note, city } = nomination;
  const [actions, setActions] = useState<readonly string[]>(nomination.actions);
  const [series, setSeries] = useState<readonly string[]>(nomination.series);
  const revising: Given = {
    initial: { title, note },
    body: { actions, series },
    children: (
      <>
        <ActionsOf city={city} chosen={actions} onChange={setActions} />
        <Suspense fallback={null}>
          <SeriesOf city={city} chosen={series} onChange={setSeries} />
        </Suspense>
      </>
    ),
  };
  if ((nomination.may ?? []).length === 0) return null;
  return (
    <>
      <h2 className="vh">{m.toDo()}</h2>
      <Acts item={nomination} given={({ operation }) => (operation === 'reviseNomination' ? revising : {})} />
    </>
  );
}
