import * as m from '#messages/learning';
import { personName } from '../../acts/words.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Session } from './session.ts';

/** Who takes part, as far as the reader may know. */
export function Enrolled({ session: { enrolments, names = {}, status } }: { readonly session: Session }) {
  if (enrolments.length === 0) return null;
  const isTold = status === 'held' || status === 'closed' || status === 'running';
  return (
    <section className="part" aria-labelledby="h-enrolled">
      <h2 id="h-enrolled">{m.whoTakesPart()}</h2>
      <Table
        label={m.whoTakesPart()}
        rows={enrolments}
        keyOf={({ person, askedAt }) => `${person}/${askedAt}`}
        columns={[
          { title: m.person(), cell: ({ person }) => personName(names, person) },
          {
            title: m.organisation(),
            cell: ({ organisation }) => <ItemLink id={organisation}>{names[organisation]?.text ?? organisation}</ItemLink>,
          },
          { title: m.seat(), cell: (each) => <StatusOf of="enrolmentStatus" status={each.status} /> },
          { title: m.place(), isFigure: true, isCounted: true, cell: ({ place }) => (place > 0 ? numberText(place) : null) },
          { title: m.hours(), isFigure: true, isCounted: true, cell: ({ hours }) => (isTold ? numberText(hours) : null) },
        ]}
      />
    </section>
  );
}
