import * as m from '#messages/awards';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { useTitles } from './titles.ts';

/** What jurors have to do with nominations, for those who oversee: declared by them, or found in the record. */
export function Interested({ award: { id, interests, names = {} } }: { readonly award: Schemas['AwardCycle'] }) {
  const named = useTitles(id);
  return (
    <section className="part" aria-labelledby="h-interests">
      <h2 id="h-interests">{m.interests()}</h2>
      <Table
        label={m.interests()}
        rows={interests}
        keyOf={({ category, juror, nomination, interest }) => `${category}/${juror}/${nomination}/${interest ?? ''}`}
        columns={[
          { title: m.juror(), cell: ({ juror }) => personName(names, juror) },
          { title: m.nomination(), cell: ({ nomination }) => <ItemLink id={nomination}>{named(nomination)}</ItemLink> },
          { title: m.interest(), cell: ({ interest }) => (interest ? m.interestIs({ interest }) : m.isDeclared()) },
          { title: m.barsFrom(), cell: ({ bars }) => m.barsIs({ bars }) },
        ]}
      />
    </section>
  );
}
