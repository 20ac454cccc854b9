import * as m from '#messages/awards';
import type { Schemas } from '../base/api/client.ts';
import { numberText } from '../base/parts/locale.ts';
import { Table } from '../base/parts/Table.tsx';

type Criterion = Schemas['AwardCycle']['criteria'][number];

/** By what is judged, with the weight of each, and what a mark of it means. */
export const Rubric = ({ title: called, criteria }: { readonly title: string; readonly criteria: readonly Criterion[] }) => (
  <section className="part" aria-labelledby="h-criteria">
    <h2 id="h-criteria">{called}</h2>
    <Table
      label={called}
      rows={criteria}
      keyOf={({ code }) => code}
      columns={[
        {
          title: m.criterion(),
          cell: ({ title, meanings }) => (
            <>
              {title}
              <details className="more in-words">
                <summary>{m.allSix()}</summary>
                <ul className="plain">
                  {meanings.map((meaning, mark) => (
                    <li key={mark}>{m.markMeans({ mark, meaning })}</li>
                  ))}
                </ul>
              </details>
            </>
          ),
        },
        {
          title: m.weight(),
          isFigure: true,
          isCounted: true,
          cell: ({ weightBasisPoints }) => m.percent({ number: numberText(weightBasisPoints / 100) }),
        },
        { title: m.breaksTies(), isFigure: true, isCounted: true, cell: ({ tieOrder }) => numberText(tieOrder) },
      ]}
    />
  </section>
);
