import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/milestones';
import { newTargets } from '#messages/parts';
import type { Given } from '../../acts/Act.tsx';
import { Acts } from '../../acts/Acts.tsx';
import { AmendedTargets } from '../../acts/AmendedTargets.tsx';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { Facts } from '../../parts/Facts.tsx';
import { dayText, list, momentText, shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { plannedFor, standingAt } from '../../parts/planned.ts';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { Report } from './report.tsx';
import { Waivers } from './waivers.tsx';

const route = getRouteApi('/members/milestones/$id');

/** A milestone: what was reported of it, with what evidence, and what came of it. */
export function MilestonePage() {
  const { id } = route.useParams();
  const { data: milestone } = useSuspenseQuery(itemQuery('getMilestone', id));
  const { number, title, status, project, names = {}, reports = [], targets } = milestone;
  const { data: about } = useQuery(itemQuery('getProject', project));
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: project }}>
            {names[project]?.text ?? m.project()}
          </Link>
        </li>
        <li>{m.milestoneNumber({ number })}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="row">
            <StatusOf of="milestone" status={status} />
            <Link to="/milestones/$id/money" params={{ id }}>
              {m.toMoney()}
            </Link>
            <ToReport milestone={milestone} />
          </p>
        </div>
      </div>
      <Acts item={milestone} given={(permission) => givenOf(permission.operation, milestone)} />
      <div className="two">
        <section className="part" aria-labelledby="h-reports">
          <h2 id="h-reports">{m.reports()}</h2>
          {reports.length === 0 ? <p className="quiet">{m.noReport()}</p> : null}
          {reports.toReversed().map((report) => (
            <Report
              key={report.number}
              report={report}
              planned={about ? plannedFor(about.proposal, number, standingAt(targets, report.submitted.at)) : []}
              names={names}
            />
          ))}
          <Waivers milestone={milestone} />
        </section>
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <MilestoneFacts milestone={milestone} />
        </section>
      </div>
    </>
  );
}

const WRITTEN: readonly string[] = ['scheduled', 'due', 'overdue', 'returned'];

/** The way to the report, for those who write it and sign it off. */
function ToReport({ milestone: { id, proposer, status } }: { readonly milestone: Schemas['Milestone'] }) {
  const session = useSession();
  if (session?.organisation !== proposer) return null;
  return (
    <Link to="/milestones/$id/report" params={{ id }}>
      {WRITTEN.includes(status) ? m.writeReport() : m.toReport()}
    </Link>
  );
}

/** The report that is judged, and the waiver that is decided, are those that are shown. */
function givenOf(operation: string, { report, waiver, amount }: Schemas['Milestone']): Given | undefined {
  switch (operation) {
    case 'reportMilestone':
    case 'signOffReport':
      return undefined;
    case 'returnReport':
    case 'verifyMilestone':
    case 'rejectMilestone':
      return { body: { report: report?.number ?? 0 }, initial: { payableBasisPoints: '100' } };
    case 'waiveMilestone':
      return { places: { number: waiver?.number ?? 0 }, body: { amount: waiver?.amount ?? amount } };
    case 'refuseWaiver':
      return { places: { number: waiver?.number ?? 0 } };
    default:
      return {};
  }
}

function MilestoneFacts({ milestone }: { readonly milestone: Schemas['Milestone'] }) {
  const {
    id,
    amount,
    dueOn,
    status,
    verificationDue,
    paymentDue,
    payableBasisPoints,
    agreement,
    carriedFrom = [],
    targets = [],
  } = milestone;
  return (
    <Facts
      of={[
        [m.amount(), <Money key="amount" amount={amount} of={`${id}/amount`} />],
        [
          m.due(),
          <time key="due" dateTime={dueOn}>
            {dayText(dueOn)}
          </time>,
        ],
        [m.verificationDue(), verificationDue && status === 'submitted' ? momentText(verificationDue) : null],
        [m.payable(), payableBasisPoints ? shareText(payableBasisPoints) : null],
        [m.paymentDue(), paymentDue ? momentText(paymentDue) : null],
        [m.carriedFrom(), list(carriedFrom.map(String))],
        [newTargets(), targets.length > 0 ? <AmendedTargets key="targets" of={targets} /> : null],
        [
          m.agreement(),
          <Link key="agreement" to="/agreements/$id" params={{ id: agreement }}>
            {m.toAgreement()}
          </Link>,
        ],
      ]}
    />
  );
}
