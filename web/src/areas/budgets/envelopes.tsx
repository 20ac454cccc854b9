import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/budgets';
import { Act } from '../../acts/Act.tsx';
import { Done } from '../../acts/Done.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { ENVELOPE_COLUMNS } from '../../exports/money-columns.ts';
import { Columns } from '../../parts/Columns.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Say } from '../../parts/Say.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { envelopesQuery, wholeEnvelopes } from './budgets.queries.ts';

/** The budgets of the sponsor for which whoever looks acts. */
export function Envelopes() {
  const session = useSession();
  const sponsor = session?.organisation.startsWith('spo_') ? session.organisation : undefined;
  return (
    <>
      <title>{`${m.budgets()} · Junkan`}</title>
      <div className="head">
        <h1>{m.budgets()}</h1>
        {sponsor === undefined ? null : <Export name="envelopes" columns={ENVELOPE_COLUMNS} page={wholeEnvelopes(sponsor)} />}
      </div>
      {sponsor === undefined ? (
        <p>{m.forSponsors()}</p>
      ) : (
        <>
          {session?.roles.includes('sponsor.approver') ? <Opening sponsor={sponsor} /> : <p className="quiet">{m.approversOpen()}</p>}
          <Own sponsor={sponsor} />
        </>
      )}
    </>
  );
}

function Opening({ sponsor }: { readonly sponsor: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section aria-label={labelOf('openEnvelope')}>
      {isDone ? <Done operation="openEnvelope" /> : null}
      <div className="acts">
        <button className="btn first" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {labelOf('openEnvelope')}
        </button>
      </div>
      {isOpen ? (
        <>
          <h2 className="vh">{labelOf('openEnvelope')}</h2>
          <Act
            operation="openEnvelope"
            item={sponsor}
            version={undefined}
            names={undefined}
            part=""
            onCancel={() => setOpen(false)}
            onDone={() => {
              setOpen(false);
              setDone(true);
            }}
          />
        </>
      ) : null}
    </section>
  );
}

function Own({ sponsor }: { readonly sponsor: string }) {
  const {
    data: { envelopes },
  } = useSuspenseQuery(envelopesQuery(sponsor));
  if (envelopes.length === 0) return <p>{m.noBudgets()}</p>;
  const figure = (title: string) => ({ title, isFigure: true });
  return (
    <Scroll label={m.budgets()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns of={[{ title: m.period() }, figure(m.total()), figure(m.reserved()), figure(m.committed()), figure(m.left())]} />
          </tr>
        </thead>
        <tbody>
          {envelopes.map((envelope) => (
            <Row key={envelope.id} envelope={envelope} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ envelope: { id, total, reserved, committed, left, periodStart, periodEnd } }: { readonly envelope: Schemas['Envelope'] }) {
  const [start, end] = [periodStart, periodEnd].map((day) => (day ? dayText(day) : 'none')) as [string, string];
  const sums = [
    [m.total(), total, 'total'],
    [m.reserved(), reserved, 'reserved'],
    [m.committed(), committed, 'committed'],
    [m.left(), left, 'left'],
  ] as const;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {m.periodIs({ start, end })}
      </th>
      {sums.map(([title, amount, figure]) => (
        <td key={figure} role="cell" data-h={title} className="r">
          <div>
            <Money amount={amount} of={`${id}/${figure}`} />
          </div>
        </td>
      ))}
    </tr>
  );
}
