import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages/ladder';
import { Begin } from '../../acts/Begin.tsx';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import type { Obligation, Signatory } from './shared/queries.ts';
import { obligationName } from './shared/standing.ts';

const MANY = 100;
type Kind = Obligation['kind'];
type Handed = { readonly id: string; readonly attempt: number; readonly number?: number };

/** Of each kind of obligation, what a city has begun to hand in. */
const LISTED: Readonly<Record<Kind, (asks: { signatory: string; limit: number }, signal: AbortSignal) => Promise<readonly Handed[]>>> = {
  plan: async (asks, signal) => (await api.operations.listActionPlans(asks, { signal })).plans,
  report: async (asks, signal) => (await api.operations.listProgressReports(asks, { signal })).reports,
  assessment: async (asks, signal) => (await api.operations.listAssessments(asks, { signal })).assessments,
};
const LISTS = { plan: 'action-plans', report: 'progress-reports', assessment: 'assessments' } as const;

const handedQuery = (kind: Kind, signatory: string) =>
  queryOptions({
    queryKey: keys.list(LISTS[kind], { signatory }),
    queryFn: ({ signal }) => LISTED[kind]({ signatory, limit: MANY }, signal),
  });

const numberOf = ({ name }: Obligation): number => Number(name.split('-')[1] ?? 1);
/** A self-assessment has an edition for each obligation; a city that has signed again begins again. */
const isFor = ({ number }: Handed, obligation: Obligation): boolean => obligation.kind !== 'report' || number === numberOf(obligation);

const BEGINS = { plan: 'openPlan', report: 'openReport', assessment: 'beginAssessment' } as const;
const PAGES = { plan: '/action-plans/$id', report: '/progress-reports/$id', assessment: '/assessments/$id' } as const;

type Props = { readonly signatory: Signatory; readonly obligation: Obligation };

/** The way to what is handed in for an obligation; an officer of the city begins it where there is nothing yet. */
export function HandedFor({ signatory: { id, city, names = {}, reportedBy }, obligation, obligation: { kind, name, standing } }: Props) {
  const navigate = useNavigate();
  const isOwn = useSession()?.organisation === city;
  const { data } = useQuery(handedQuery(kind, id));
  const handed = data?.filter((each) => isFor(each, obligation)).toSorted((one, other) => other.attempt - one.attempt)[0];
  if (handed)
    return (
      <p>
        <ItemLink id={handed.id}>{m.toHandIn({ obligation: obligationName(name) })}</ItemLink>
      </p>
    );
  if (reportedBy && kind === 'report') return <p>{m.leadReports({ lead: names[reportedBy]?.text ?? reportedBy })}</p>;
  if (!data || !isOwn || standing === 'accepted') return null;
  return (
    <Begin
      operation={BEGINS[kind]}
      roles={['proposer.officer']}
      places={{ id }}
      body={kind === 'report' ? { number: numberOf(obligation) } : {}}
      onDone={(created) => (created.id ? void navigate({ to: PAGES[kind], params: { id: created.id } }) : undefined)}
    />
  );
}
