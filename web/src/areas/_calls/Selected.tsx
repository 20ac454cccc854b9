import * as m from '#messages/awards';
import * as c from '#messages/calls';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { together } from '../../base/parts/sums.ts';
import { Table } from '../../base/parts/Table.tsx';
import type { Call } from './shared/said.ts';

/** What was selected, for how much of what there is, and why where that is another than the order of the reviews. */
export function Selected({ call: { selected, available, endNote, names = {} } }: { readonly call: Call }) {
  const [first, ...others] = selected.map(({ amount }) => amount);
  const sum = first && others.reduce(together, first);
  return (
    <section className="part" aria-labelledby="h-selected">
      <h2 id="h-selected">{c.selected()}</h2>
      {sum ? (
        <p>{c.selectedSum({ count: selected.length, sum: moneyText(sum), available: moneyText(available) })}</p>
      ) : (
        <p>{c.noneSelected()}</p>
      )}
      {endNote ? (
        <Say kind="info">
          <p>{c.isAnotherOrder()}</p>
          <blockquote dir="auto">{endNote}</blockquote>
        </Say>
      ) : null}
      {sum ? (
        <Table
          label={c.selected()}
          rows={selected}
          keyOf={({ answer }) => answer}
          columns={[
            { title: c.project(), cell: ({ project }) => <ItemLink id={project}>{names[project]?.text ?? c.project()}</ItemLink> },
            { title: m.city(), cell: ({ city }) => <ItemLink id={city}>{names[city]?.text ?? city}</ItemLink> },
            {
              title: c.asksFor(),
              isFigure: true,
              isCounted: true,
              cell: ({ answer, amount }) => <Money amount={amount} of={`${answer}/amount`} />,
            },
          ]}
        />
      ) : null}
    </section>
  );
}
