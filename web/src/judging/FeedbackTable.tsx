import * as m from '#messages/awards';
import type { Schemas } from '../base/api/client.ts';
import { exactText } from '../base/parts/locale.ts';
import { Table } from '../base/parts/Table.tsx';

type Props = {
  readonly title: string;
  readonly rows: readonly Schemas['FeedbackOnCriterion'][];
  readonly criteria: readonly Schemas['AwardCycle']['criteria'][number][];
};

/** What those who have judged say of one of the field, without names. */
export function FeedbackTable({ title, rows, criteria }: Props) {
  const called = new Map(criteria.map((criterion) => [criterion.code, criterion.title]));
  return (
    <section className="part" aria-labelledby="h-feedback">
      <h2 id="h-feedback">{title}</h2>
      <Table
        label={title}
        rows={rows}
        keyOf={({ criterion }) => criterion}
        columns={[
          { title: m.criterion(), cell: ({ criterion }) => called.get(criterion) ?? criterion },
          { title: m.ownMean(), isFigure: true, isCounted: true, cell: ({ mean }) => exactText(mean) },
          { title: m.lowest(), isFigure: true, isCounted: true, cell: ({ lowest }) => exactText(lowest) },
          { title: m.highest(), isFigure: true, isCounted: true, cell: ({ highest }) => exactText(highest) },
          { title: m.inWords(), cell: ({ words }) => words.map((each) => <p key={each}>{each}</p>) },
        ]}
      />
    </section>
  );
}
