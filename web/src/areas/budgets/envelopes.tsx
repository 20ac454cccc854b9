import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/budgets';
import { Done } from '../../acts/Done.tsx';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { AllEnvelopes, ExportOfAll } from './all-envelopes.tsx';
import { envelopesQuery, wholeEnvelopes } from './budgets.queries.ts';
import { EnvelopeTable } from './envelope-table.tsx';

// Forms come when the first is opened.
const Act = lazy(async () => ({ default: (await import('../../acts/Act.tsx')).Act }));

/** The budgets of the sponsor for which whoever looks acts; overseers see those of all. */
export function Envelopes() {
  const session = useSession();
  const sponsor = session?.organisation.startsWith('spo_') ? session.organisation : undefined;
  const isCity = session?.organisation.startsWith('org_') === true;
  return (
    <>
      <title>{`${m.budgets()} · Junkan`}</title>
      <div className="head">
        <h1>{m.budgets()}</h1>
        {sponsor === undefined ? (
          isCity ? null : (
            <ExportOfAll />
          )
        ) : (
          <Export
            name="envelopes"
            columns={async () => (await import('../../exports/money-columns.ts')).ENVELOPE_COLUMNS}
            page={wholeEnvelopes(sponsor)}
          />
        )}
      </div>
      {sponsor === undefined ? (
        isCity ? (
          <p>{m.forSponsors()}</p>
        ) : (
          <AllEnvelopes />
        )
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
        <button
          className="btn first"
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setDone(false);
            setOpen(!isOpen);
          }}
        >
          {labelOf('openEnvelope')}
        </button>
      </div>
      {isOpen ? (
        <Suspense fallback={null}>
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
        </Suspense>
      ) : null}
    </section>
  );
}

function Own({ sponsor }: { readonly sponsor: string }) {
  const {
    data: { envelopes },
  } = useSuspenseQuery(envelopesQuery(sponsor));
  return envelopes.length === 0 ? <p>{m.noBudgets()}</p> : <EnvelopeTable envelopes={envelopes} />;
}
