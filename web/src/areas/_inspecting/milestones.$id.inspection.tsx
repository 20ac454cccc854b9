import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { progress } from '#messages/criteria';
import * as m from '#messages/inspections';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { type Check, checksIn, faultsIn, type Named } from '../../criteria/answers.ts';
import { Criteria } from '../../criteria/Criteria.tsx';
import { criteriaQuery } from '../../criteria/list.ts';
import { useDraft } from '../../forms/drafts.ts';
import type { Given } from '../../opened/Act.tsx';
import { plannedFor } from '../../reports/planned.ts';
import { ResultTable } from '../../reports/ResultTable.tsx';
import { useProofs } from '../../uploads/Proven.tsx';

const route = getRouteApi('/members/milestones/$id/inspection');

/** What is asked of a milestone on its site or in its records, next to what was planned and reported, and what the verifier concludes. */
export function Page() {
  const { id } = route.useParams();
  const { data: milestone } = useSuspenseQuery(itemQuery('getMilestone', id));
  const { data: about } = useSuspenseQuery(itemQuery('getProject', milestone.project));
  const { data: criteria } = useSuspenseQuery(criteriaQuery('inspection-criteria'));
  const { title, number, status, dueOn, report, targets, names = {}, may = [], inspections = [] } = milestone;
  const draft = useDraft(`inspection/${id}/${inspections.length}`, NOTHING);
  const proofs = useProofs({ names });
  const values = draft.values ?? {};
  const codes = criteria.map(({ code }) => code);
  const checks = checksIn(codes, values);
  const unmet = checks.filter(({ answer }) => answer === 'no').length;
  const mayInspect = may.some(({ operation, answer }) => operation === INSPECT && answer === 'allowed');
  return (
    <ItemPage
      title={m.title()}
      tab={`${m.title()}: ${title}`}
      up={
        <Link to="/milestones/$id" params={{ id }}>
          {title}
        </Link>
      }
      crumbs={[m.title()]}
      state={
        <p className="row">
          <StatusOf of="milestoneStatus" status={status} />
          <time dateTime={dueOn}>{dayText(dueOn)}</time>
        </p>
      }
    >
      <section className="part" aria-labelledby="h-reported">
        <h2 id="h-reported">{m.reported()}</h2>
        <ResultTable label={m.reported()} planned={plannedFor(about.proposal, number, targets)} values={report?.indicators ?? []} />
      </section>
      {mayInspect ? (
        <div className="part">
          <p>{m.lead()}</p>
          <Criteria criteria={criteria} values={values} onChange={draft.change} />
        </div>
      ) : (
        <p className="quiet">{m.notNow()}</p>
      )}
      <section className="part" aria-labelledby="h-conclude">
        <h2 id="h-conclude">{m.conclude()}</h2>
        {mayInspect ? <p role="status">{progress({ answered: checks.length, all: codes.length, unmet })}</p> : null}
        <Acts
          item={milestone}
          only={({ operation }) => operation === INSPECT}
          given={() => givenOf(criteria, checks, proofs)}
          onDone={() => void draft.drop()}
        />
      </section>
    </ItemPage>
  );
}

const NOTHING = {};
const INSPECT = 'inspectMilestone';

/** The answers and the files go with the conclusion. */
function givenOf(criteria: readonly Named[], checks: readonly Check[], { body, own }: ReturnType<typeof useProofs>): Given {
  const hasFiles = Array.isArray(body?.['evidence']) && body['evidence'].length > 0;
  const faults = { ...faultsIn(criteria, checks, { isWhole: true }), ...(hasFiles ? {} : { evidence: m.attach() }) };
  return {
    body: { ...body, checks },
    own: { isReadable: Object.keys(faults).length === 0, faultsOf: () => faults, show: own?.show ?? (() => null) },
  };
}
