import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import { paymentFiles } from '#lists';
import { amount } from '#messages';
import * as m from '#messages/payment-files';
import { Begin } from '../../acts/Begin.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { dayText, numberText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { List, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import type { Given } from '../../opened/Act.tsx';
import { fileStanding } from './standing.ts';

/** Which payment files are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(paymentFiles.statuses), cursor: text });

const AT_ONCE = 500;

/** What is approved, and may go into a file: it is read again with the files. */
const waitingQuery = queryOptions({
  queryKey: keys.list('payment-files', { waiting: true }),
  queryFn: ({ signal }) => api.operations.findPayments({ status: 'approved', limit: AT_ONCE, with: 'names' }, { signal }),
});

const route = getRouteApi('/members/payment-files');

type PaymentFile = RowOf<typeof paymentFiles>;

/** Files of payments for banks, what was changed last at the top, and what may go into another. */
export function Page() {
  return (
    <>
      <PageHead title={m.files()} below={<p>{m.whatFor()}</p>} />
      <Waiting />
      <section className="part" aria-labelledby="h-files">
        <h2 id="h-files">{m.made()}</h2>
        <List
          of={paymentFiles}
          search={route.useSearch()}
          asks={{ sort: '-updated', counts: 'status', with: 'names' }}
          label={m.files()}
          none={m.noFiles()}
          kind="file"
          columns={(names) => [
            column.linked<PaymentFile>(m.file(), ({ executionDate }) => m.fileOf({ day: dayText(executionDate) })),
            column.named(fieldLabel('payer'), ({ payer }) => payer, names),
            column.status('file', fileStanding),
            column.count(m.payments(), ({ transfers }) => transfers),
            column.money(
              amount(),
              ({ sum }) => sum,
              ({ id }) => `${id}/sum`,
            ),
          ]}
        />
      </section>
    </>
  );
}

const ROLES: readonly Schemas['Session']['roles'][number][] = ['finance.maker'];

type MakingProps = { readonly payer: string; readonly currency: string; readonly isOver: boolean };

/** The form of a file, in which its payments are chosen. */
const Making = ({ payer, currency, isOver }: MakingProps) => (
  <Begin operation="makePaymentFile" roles={ROLES} isOver={isOver} {...useChosen(payer, currency)} />
);

/** The approved payments that are in no file, by who pays them and in which currency: those of each go into one file. */
function Waiting() {
  const isMaker = useSession()?.roles.some((role) => ROLES.includes(role)) ?? false;
  const { data } = useQuery({ ...waitingQuery, enabled: isMaker });
  if (!isMaker || !data) return null;
  // Those that are in a file by now stay in their group: it still tells that the file is made.
  const groups = Map.groupBy(data.payments, ({ sponsor, amount }) => `${sponsor} ${amount.currency}`);
  return (
    <section className="part" aria-labelledby="h-waiting">
      <h2 id="h-waiting">{m.waiting()}</h2>
      {data.payments.every(({ file }) => file) ? <p className="quiet">{m.noneWaits()}</p> : null}
      {[...groups].map(([key, payments]) => {
        const [payer = '', currency = ''] = key.split(' ');
        const waiting = payments.filter(({ file }) => !file);
        const free = waiting.length;
        return (
          <div key={key}>
            {free === 0 ? null : <h3>{m.waitingOf({ payer: data.names?.[payer]?.text ?? payer, currency, count: numberText(free) })}</h3>}
            <Suspense fallback={null}>
              <DueDiligenceOf subjects={waiting.map(({ proposer }) => proposer)} names={data.names ?? {}} />
            </Suspense>
            <Making payer={payer} currency={currency} isOver={free === 0} />
          </div>
        );
      })}
    </section>
  );
}

// Nothing waits most of the time.
const DueDiligenceOf = lazy(async () => ({ default: (await import('../../papers/DueDiligence.tsx')).DueDiligenceOf }));
// They come with the form.
const Candidates = lazy(async () => ({ default: (await import('./Candidates.tsx')).Candidates }));

const FIELD = 'payments';
const NONE: readonly string[] = [];

/** Which of the payments that wait go into a file: all that can, until somebody leaves one in. */
function useChosen(payer: string, currency: string): Given {
  const [payments, setChosen] = useState(NONE);
  return {
    body: { payer, currency, payments },
    own: {
      isReadable: payments.length > 0,
      faultsOf: () => (payments.length > 0 ? {} : { [FIELD]: m.chooseOne() }),
      show: ({ [FIELD]: fault }) => (
        <Awaiting>
          <Candidates payer={payer} currency={currency} fault={fault} onChosen={setChosen} />
        </Awaiting>
      ),
    },
  };
}
