import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { progress } from '#messages/criteria';
import * as m from '#messages/screening';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { type Check, checksIn, faultsIn, type Named, valuesOf } from '../../criteria/answers.ts';
import { Criteria } from '../../criteria/Criteria.tsx';
import { criteriaQuery } from '../../criteria/list.ts';
import { useDraft } from '../../forms/drafts.ts';
import type { Given } from '../../opened/Act.tsx';
import { Said } from './Said.tsx';

const route = getRouteApi('/members/projects/$id/screening');

/** What is asked of a proposal, next to what it says; and what the secretariat decides by that. */
export function Page() {
  const { id } = route.useParams();
  const { data: project } = useSuspenseQuery(itemQuery('getProject', id));
  const { data: criteria } = useSuspenseQuery(criteriaQuery('screening-criteria'));
  const { proposal, proposer, names = {}, status, submission, information = [] } = project;
  const codes = criteria.map(({ code }) => code);
  const draft = useDraft(`screening/${id}/${submission}`, valuesOf(information.at(-1)?.checks));
  const values = draft.values ?? {};
  const checks = checksIn(codes, values);
  const unmet = checks.filter(({ answer }) => answer === 'no').length;
  return (
    <ItemPage
      title={m.title()}
      tab={`${m.title()}: ${proposal.title}`}
      up={
        <Link to="/projects/$id" params={{ id }}>
          {proposal.title}
        </Link>
      }
      crumbs={[m.title()]}
      state={
        <p className="row">
          <StatusOf of="projectStatus" status={status} />
          <ItemLink id={proposer}>{names[proposer]?.text ?? ''}</ItemLink>
        </p>
      }
    >
      {proposal.description ? (
        <p className="about" lang={proposal.language} dir="auto">
          {proposal.description}
        </p>
      ) : null}
      {status === 'submitted' ? (
        <>
          <div className="part">
            <p>{m.lead()}</p>
            <Criteria
              criteria={criteria}
              said={(code) => <Said criterion={code} project={project} />}
              values={values}
              onChange={draft.change}
            />
          </div>
          <section className="part" aria-labelledby="h-decide">
            <h2 id="h-decide">{m.decide()}</h2>
            <p role="status">{progress({ answered: checks.length, all: codes.length, unmet })}</p>
            <Acts
              item={project}
              only={({ operation }) => DECISIONS.includes(operation)}
              given={({ operation }) => givenOf(operation, criteria, checks)}
              onDone={() => void draft.drop()}
            />
          </section>
        </>
      ) : (
        <p className="quiet">{m.notNow()}</p>
      )}
    </ItemPage>
  );
}

const DECISIONS: readonly string[] = ['declareEligible', 'requestInformation', 'declareIneligible'];

/** What was answered goes with each decision; what is eligible has an answer to everything. What is not met is why it is ineligible. */
function givenOf(operation: string, criteria: readonly Named[], checks: readonly Check[]): Given {
  const faults = faultsIn(criteria, checks, operation === 'declareEligible' ? { isWhole: true, unmet: m.isNotMet } : { isWhole: false });
  const reasons = checks.filter(({ answer }) => answer === 'no').map(({ criterion }) => criterion);
  return {
    body: { checks, ...(operation === 'declareIneligible' && reasons.length > 0 ? { reasons } : {}) },
    own: { isReadable: Object.keys(faults).length === 0, faultsOf: () => faults, show: () => null },
  };
}
