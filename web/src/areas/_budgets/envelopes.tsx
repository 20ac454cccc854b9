import { keepPreviousData, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/budgets';
import { Done } from '../../acts/Done.tsx';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { byName, numberText } from '../../base/parts/locale.ts';
import { Heading } from '../../base/parts/PageHead.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Choice } from '../../lists/controls.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';
import { EnvelopeTable } from './EnvelopeTable.tsx';

/** Which budgets overseers are shown, and how: those whose period ends first at the top where the address does not say. */
export const search = z.object({
  sponsor: z.catch(z.optional(z.string().check(z.regex(/^spo_[0-9a-z]{26}$/))), undefined),
  sort: z.catch(z.optional(z.enum(['-updated', '-amount'])), undefined),
  cursor: text,
});
export type EnvelopesSearch = z.infer<typeof search>;

const MANY = 500;

const PAGE = 50;

const envelopesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('envelopes', { sponsor }),
    queryFn: ({ signal }) => api.operations.listEnvelopes({ id: sponsor, limit: MANY }, { signal }),
  });

/** All of them: for files. */
const wholeEnvelopes = (sponsor: string) => wholeOf('listEnvelopes', { id: sponsor }, ({ envelopes }) => envelopes);

function askedBy({ sponsor, sort }: EnvelopesSearch) {
  return { ...(sponsor ? { sponsor } : {}), sort: sort ?? ('due' as const), with: 'names' };
}

/** Those of all sponsors, for overseers: for files. */
const wholeOfAll = (search: EnvelopesSearch) => wholeOf('findEnvelopes', askedBy(search), ({ envelopes }) => envelopes);

const allEnvelopesQuery = (search: EnvelopesSearch) =>
  queryOptions({
    queryKey: keys.list('envelopes', { search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'sponsor', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.findEnvelopes({ ...askedBy(search), ...page }, { signal });
    },
  });

// Forms come when the first is opened.
const Act = lazy(async () => ({ default: (await import('../../opened/Act.tsx')).Act }));

/** The budgets of the reader's sponsor; overseers see those of all. */
export function Page() {
  const session = useSession();
  const sponsor = session?.organisation.startsWith('spo_') ? session.organisation : undefined;
  const isCity = session?.organisation.startsWith('org_') === true;
  return (
    <>
      <Heading title={m.budgets()}>
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
      </Heading>
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

const route = getRouteApi('/members/envelopes');

const ExportOfAll = () => (
  <Export
    name="envelopes"
    columns={async () => (await import('../../exports/money-columns.ts')).ALL_ENVELOPE_COLUMNS}
    page={wholeOfAll(route.useSearch())}
  />
);

/** The budgets of all sponsors, for overseers. */
function AllEnvelopes() {
  const search = route.useSearch();
  const { sponsor = '', sort, cursor = '' } = search;
  const { data, dataUpdatedAt } = useQuery({ ...allEnvelopesQuery(search), throwOnError: true });
  if (!data) return <Loading />;
  const { envelopes, names = {}, counts, nextCursor } = data;
  const parties = [...new Set([...envelopes.map((each) => each.sponsor), ...(sponsor ? [sponsor] : [])])];
  const sponsors = parties.map((id) => [id, names[id]?.text ?? id] as const).sort(byName);
  return (
    <>
      <search className="row" aria-label={common.filters()}>
        <Choice
          label={fieldLabel('sponsor')}
          name="sponsor"
          chosen={sponsor}
          of={sponsors.map(([id, name]) => [id, common.choice({ name, count: numberText(counts['sponsor']?.[id] ?? 0) })])}
        />
        <Choice
          label={common.order()}
          name="sort"
          chosen={sort ?? ''}
          none={m.byEnd()}
          of={[
            ['-updated', m.byChange()],
            ['-amount', m.byTotal()],
          ]}
        />
      </search>
      <p className="row" role="status">
        {envelopes.length === 0 ? m.noneAnywhere() : null}
        <Newer of="envelopes" since={dataUpdatedAt} />
      </p>
      {envelopes.length === 0 ? null : <EnvelopeTable envelopes={envelopes} names={names} />}
      <Pages label={m.budgets()} cursor={cursor} next={nextCursor} />
    </>
  );
}
