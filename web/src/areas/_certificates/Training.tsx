import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { menuCertificates } from '#messages';
import * as m from '#messages/certificates';
import { feedbackInFives } from '#messages/learning';
import { api } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { numberText } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';

type Row = { readonly name: string; readonly said: ReactNode; readonly count: number | undefined };

/** How many had a seat in the session of a certificate, waited, attended and came to a certificate: as far as the reader may know. */
export function Training({ session: id }: { readonly session: string }) {
  const { data: session } = useSuspenseQuery(itemQuery('getTrainingSession', id));
  const { plan, confirmed, waiting, enrolments, feedback = [], trainer } = session;
  // Who may know of everybody may know the trainer.
  const isOverseen = Boolean(trainer);
  const asked = { session: id, status: 'issued', limit: 1 } as const;
  const { data: certificates } = useQuery({
    queryKey: keys.list('certificates', asked),
    queryFn: ({ signal }) => api.operations.listCertificates(asked, { signal }),
    enabled: isOverseen,
  });
  const attended = enrolments.filter(({ status }) => status === 'attended').length;
  const answered = feedback[0]?.counts.reduce((sum, { count }) => sum + count, 0);
  const status = (of: 'confirmed' | 'waiting' | 'attended') => <StatusOf of="enrolmentStatus" status={of} />;
  const rows: readonly Row[] = [
    { name: 'seats', said: m.seats(), count: plan.seats },
    { name: 'confirmed', said: status('confirmed'), count: confirmed },
    { name: 'waiting', said: status('waiting'), count: waiting },
    { name: 'attended', said: status('attended'), count: isOverseen ? attended : undefined },
    { name: 'certificates', said: menuCertificates(), count: certificates?.total.count },
    { name: 'feedback', said: m.feedback(), count: answered },
  ];
  return (
    <>
      <Table
        label={m.theTraining()}
        rows={rows.filter(({ count }) => count !== undefined)}
        keyOf={({ name }) => name}
        columns={[
          { title: m.theTraining(), cell: ({ said }) => said },
          { title: m.number(), isFigure: true, isCounted: true, cell: ({ count = 0 }) => numberText(count) },
        ]}
      />
      {answered === undefined ? null : <p className="quiet">{feedbackInFives()}</p>}
    </>
  );
}
