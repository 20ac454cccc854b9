import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy } from 'react';
import * as m from '#messages/milestones';
import { newTargets } from '#messages/parts';
import { Acts } from '../../acts/Acts.tsx';
import { basisPointsOf } from '../../acts/amounts.ts';
import { Words } from '../../acts/Words.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, list, momentText, shareText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { isSome, less, shareOf } from '../../base/parts/sums.ts';
import type { Values } from '../../forms/drafts.ts';
import type { Given } from '../../opened/Act.tsx';
import { Near } from '../../parts/Near.tsx';
import { AmendedTargets } from '../../payments/Amended.tsx';
import { FileTable, untilScanned } from '../../reports/FileTable.tsx';
import { type Planned, plannedFor, standingAt } from '../../reports/planned.ts';
import { ResultTable } from '../../reports/ResultTable.tsx';
import { useAccepting } from './Accepting.tsx';

// Most milestones have none.
const Inspections = lazy(async () => ({ default: (await import('./Inspections.tsx')).Inspections }));

const route = getRouteApi('/members/milestones/$id');

/** A milestone: what was reported of it, with what evidence, and what came of it. */
export function Page() {
  const { id } = route.useParams();
  const { data: milestone } = useSuspenseQuery({
    ...itemQuery('getMilestone', id),
    refetchInterval: ({ state: { data } }) =>
      untilScanned([...(data?.reports ?? []), ...(data?.inspections ?? [])].flatMap(({ files }) => files)),
  });
  const { number, title, status, amount, dueOn, project, names = {}, reports = [], inspections = [], targets } = milestone;
  const { data: about } = useQuery(itemQuery('getProject', project));
  const plannedAt = (at: string): readonly Planned[] => (about ? plannedFor(about.proposal, number, standingAt(targets, at)) : []);
  const { indicators: values = [], submittedAt = '' } = milestone.report ?? {};
  const accepting = useAccepting({ values, planned: plannedAt(submittedAt) });
  return (
    <ItemPage
      title={title}
      up={
        <Link to="/projects/$id" params={{ id: project }}>
          {names[project]?.text ?? m.project()}
        </Link>
      }
      crumbs={[m.milestoneNumber({ number })]}
      state={
        <p className="row">
          <StatusOf of="milestoneStatus" status={status} />
          <Money amount={amount} of={`${id}/amount`} />
          <span>{m.dueOn({ day: dayText(dueOn) })}</span>
          <Link to="/milestones/$id/money" params={{ id }}>
            {m.toMoney()}
          </Link>
          <ToReport milestone={milestone} />
          {mayInspect(milestone) ? (
            <Link to="/milestones/$id/inspection" params={{ id }}>
              {labelOf(INSPECT)}
            </Link>
          ) : null}
          {PROVEN.includes(status) ? (
            <Link to="/proof/$id" params={{ id }}>
              {m.toProof()}
            </Link>
          ) : null}
        </p>
      }
    >
      <Acts item={milestone} given={(permission) => givenOf(permission.operation, milestone, accepting)} />
      <section className="part" aria-labelledby="h-reports">
        <h2 id="h-reports">{m.reports()}</h2>
        {reports.length === 0 ? <p className="quiet">{m.noReport()}</p> : null}
        {reports.toReversed().map((report) => (
          <Report key={report.number} report={report} planned={plannedAt(report.submitted.at)} names={names} />
        ))}
        <Waivers milestone={milestone} />
      </section>
      {inspections.length > 0 ? (
        <Near>
          <Inspections of={inspections} names={names} />
        </Near>
      ) : null}
      <section className="part" aria-labelledby="h-facts">
        <h2 id="h-facts">{m.facts()}</h2>
        <MilestoneFacts milestone={milestone} />
      </section>
    </ItemPage>
  );
}

const PROVEN: readonly string[] = ['verified', 'partially-met'];
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

const INSPECT = 'inspectMilestone';
const mayInspect = ({ may = [] }: Schemas['Milestone']): boolean =>
  may.some(({ operation, answer }) => operation === INSPECT && answer === 'allowed');

/** The report that is judged, and the waiver that is decided, are those that are shown. An inspection has a page to itself. */
function givenOf(operation: string, { report, waiver, amount }: Schemas['Milestone'], accepting: AcceptedBy): Given | undefined {
  switch (operation) {
    case INSPECT:
    case 'reportMilestone':
    case 'signOffReport':
      return undefined;
    case 'returnReport':
    case 'rejectMilestone':
      return { body: { report: report?.number ?? 0 } };
    case 'verifyMilestone':
      return verifying(report?.number ?? 0, amount, accepting);
    case 'waiveMilestone':
      return { places: { number: waiver?.number ?? 0 }, body: { amount: waiver?.amount ?? amount } };
    case 'refuseWaiver':
      return { places: { number: waiver?.number ?? 0 } };
    default:
      return {};
  }
}

const IN_FULL = 10_000;

type AcceptedBy = ReturnType<typeof useAccepting>;

/** A verdict of less than all says what becomes of the remainder; the form says what the share comes to, and takes what is accepted of each indicator. */
function verifying(report: number, amount: Schemas['Money'], { body, own }: AcceptedBy): Given {
  const shareIn = ({ payableBasisPoints = '' }: Values): number => basisPointsOf(payableBasisPoints) ?? IN_FULL;
  const sums = (values: Values) => {
    const share = shareIn(values);
    if (share > IN_FULL) return null;
    const payable = shareOf(share, amount);
    const rest = less(amount, payable);
    return (
      <p role="status">
        {m.payableIs({ sum: moneyText(payable) })} {isSome(rest) ? m.notPayableIs({ sum: moneyText(rest) }) : null}
      </p>
    );
  };
  return {
    initial: { payableBasisPoints: '100' },
    isAsked: (field, values) => field !== 'rest' || shareIn(values) < IN_FULL,
    fieldOf: (field) => (field.name === 'rest' ? { ...field, required: true } : field),
    body: { report, ...body },
    own: {
      ...own,
      show: (faults, values) => (
        <>
          {own.show(faults, values)}
          {sums(values)}
        </>
      ),
    },
  };
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

type Round = Schemas['ReportRound'];
type Names = Schemas['Names'];

type Props = { readonly report: Round; readonly planned: readonly Planned[]; readonly names: Names };

/** One report, next to what was planned and to its evidence, and the verdict on it. */
const Report = ({ report, planned, names }: Props) => (
  <article className="report">
    <h3>{m.report({ number: report.number })}</h3>
    <Words said={report.submitted} names={names} />
    <div className="judged">
      <ResultTable
        label={`${m.report({ number: report.number })}: ${m.indicators()}`}
        planned={planned}
        values={report.indicators}
        accepted={report.accepted}
      />
      <section aria-label={m.evidence()}>
        <h4>{m.evidence()}</h4>
        <FileTable files={report.files} names={names} />
      </section>
    </div>
    <Verdict report={report} names={names} />
  </article>
);

function Verdict({ report: { verdict, payableBasisPoints, rest, judged }, names }: { readonly report: Round; readonly names: Names }) {
  if (!verdict)
    return (
      <p>
        <span className="tag info">
          <Icon name="wait" />
          <span>{m.waitsForVerdict()}</span>
        </span>
      </p>
    );
  const isGood = verdict === 'verified';
  return (
    <>
      <p className="row">
        <span className={`tag solid ${isGood ? 'good' : 'wait'}`}>
          <Icon name={isGood ? 'done' : 'back'} />
          <span>{m.verdict({ code: verdict })}</span>
        </span>
        {payableBasisPoints ? <span>{shareText(payableBasisPoints)}</span> : null}
        {rest ? <span>{m.rest({ code: rest })}</span> : null}
      </p>
      <Words said={judged} names={names} />
    </>
  );
}

/** What was proposed not to be asked for any more, and by whom it was decided. */
function Waivers({ milestone: { id, waivers = [], waiver, names = {} } }: { readonly milestone: Schemas['Milestone'] }) {
  if (waivers.length === 0) return null;
  return (
    <>
      <h2>{m.waivers()}</h2>
      {waivers.map(({ number, rest, proposed, outcome, decided }) => (
        <article key={number}>
          <h3>{m.waiver({ number })}</h3>
          <p>{m.waiverOutcome({ code: outcome ?? 'none' })}</p>
          <p>{m.rest({ code: rest })}</p>
          {waiver?.number === number && waiver.amount ? (
            <p>
              {m.atStake()}: <Money amount={waiver.amount} of={`${id}/at-stake`} />
            </p>
          ) : null}
          <Words said={proposed} names={names} />
          <Words said={decided} names={names} />
        </article>
      ))}
    </>
  );
}
