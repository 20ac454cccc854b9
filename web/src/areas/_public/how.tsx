import * as common from '#messages';
import * as m from '#messages/how';
import type { Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { type ProjectStatus, Ring, Status } from '../../base/parts/Status.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { CLASS, ORDER } from '../../lists/CertaintyBar.tsx';

type Step = {
  readonly key: string;
  readonly title: () => string;
  readonly says: () => string;
  readonly project?: readonly ProjectStatus[];
  readonly milestone?: readonly Schemas['Milestone']['status'][];
  readonly payment?: readonly Schemas['Payment']['status'][];
};

/** The life cycle of a project, from its proposal to the proof of its results. */
const STEPS: readonly Step[] = [
  { key: 'propose', title: m.propose, says: m.proposeSays, project: ['draft', 'submitted'] },
  { key: 'screen', title: m.screen, says: m.screenSays, project: ['more-information-required', 'eligible', 'ineligible'] },
  { key: 'open', title: m.open, says: m.openSays, project: ['open', 'funded', 'unfunded'] },
  { key: 'agree', title: m.agree, says: m.agreeSays, project: ['approved', 'in-implementation'] },
  { key: 'report', title: m.report, says: m.reportSays, milestone: ['scheduled', 'due', 'overdue', 'submitted'] },
  { key: 'verify', title: m.verify, says: m.verifySays, milestone: ['returned', 'verified', 'partially-met', 'rejected'] },
  { key: 'pay', title: m.pay, says: m.paySays, payment: ['requested', 'approved', 'instructed', 'settled'] },
  { key: 'end', title: m.end, says: m.endSays, project: ['completed', 'closed', 'suspended', 'terminated', 'withdrawn'] },
];

const CERTAIN: Readonly<Record<(typeof ORDER)[number], () => string>> = {
  settled: m.isSettled,
  'in-payment': m.isInPayment,
  committed: m.isCommitted,
  accepted: m.isAccepted,
  sought: m.isSought,
};

export function PublicPage() {
  return (
    <>
      <title>{`${common.menuHow()} · Junkan`}</title>
      <h1>{common.menuHow()}</h1>
      <p className="intro">{m.intro()}</p>
      <ol className="life">
        {STEPS.map(({ key, title, says, project = [], milestone = [], payment = [] }) => (
          <li key={key}>
            <h2>{title()}</h2>
            <p>{says()}</p>
            <p className="row">
              {project.map((status) => (
                <Status key={status} status={status} />
              ))}
              {milestone.map((status) => (
                <StatusOf key={status} of="milestoneStatus" status={status} />
              ))}
              {payment.map((status) => (
                <StatusOf key={status} of="paymentStatus" status={status} />
              ))}
            </p>
          </li>
        ))}
      </ol>
      <section className="part" aria-labelledby="h-certainty">
        <h2 id="h-certainty">{m.certainty()}</h2>
        <p>{m.certaintySays()}</p>
        <Facts
          of={ORDER.map((stage) => [
            common.stage({ stage }),
            <span key={stage} className="row">
              <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
                <rect className={CLASS[stage]} x=".5" y=".5" width="15" height="11" />
              </svg>
              {CERTAIN[stage]()}
            </span>,
          ])}
        />
      </section>
      <section className="part" aria-labelledby="h-ring">
        <h2 id="h-ring">{m.ring()}</h2>
        <div className="row">
          <Ring arcs={['settled', 'settled', 'moving', 'committed', 'committed']} size={64} />
          <p>{m.ringSays()}</p>
        </div>
      </section>
      <section className="part" aria-labelledby="h-duties">
        <h2 id="h-duties">{m.duties()}</h2>
        <p>{m.dutiesSay()}</p>
      </section>
    </>
  );
}
