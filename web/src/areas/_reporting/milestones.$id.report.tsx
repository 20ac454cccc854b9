import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as milestones from '#messages/milestones';
import { evidence as evidenceText, notAvailable } from '#messages/milestones';
import * as m from '#messages/reporting';
import { personName, roleText } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { dayText, decimalText, momentText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import type { Planned } from '../../reports/planned.ts';
import { Head, missingIn, Standing } from './shared/Head.tsx';
import { type Reporting, useReporting } from './shared/queries.ts';

const route = getRouteApi('/members/milestones/$id/report');

/** The report on a milestone as a list of tasks, in any order. */
export function Page() {
  const { id } = route.useParams();
  const reporting = useReporting(id);
  const { draft, planned, indicatorName } = reporting;
  const isMissing = new Set(missingIn(draft, planned).map(({ task, code }) => `${task}/${code}`));
  const count = planned.length + 1;
  const files = draft.evidence.evidence.length;
  const letters = draft.narrative.note?.length ?? 0;
  return (
    <>
      <Head reporting={reporting} />
      <div className="rep">
        <div>
          <Standing reporting={reporting} />
          <p className="row state">
            <b>{m.tasksDone({ done: count - isMissing.size, count })}</b>
          </p>
          <Others reporting={reporting} />
          <p className="quiet order">
            <small>{m.anyOrder()}</small>
          </p>
          <Tasks title={m.results()}>
            {planned.length === 0 ? (
              <li>
                <small>{m.nothingPlanned()}</small>
              </li>
            ) : null}
            {planned.map((indicator) => (
              <Task
                key={indicator.code}
                state={isMissing.has(`results/${indicator.code}`) ? 'missing' : 'done'}
                detail={answerOf(reporting, indicator)}
              >
                <Link to="/milestones/$id/report/$task" params={{ id, task: 'results' }} hash={indicator.code}>
                  {indicatorName(indicator.code)}
                </Link>
              </Task>
            ))}
          </Tasks>
          <Tasks title={evidenceText()}>
            <Task state={files > 0 ? 'done' : 'missing'} detail={m.files({ count: files })}>
              <Link to="/milestones/$id/report/$task" params={{ id, task: 'evidence' }}>
                {m.evidenceTask()}
              </Link>
            </Task>
          </Tasks>
          <Tasks title={m.inWords()}>
            <Task state={letters > 0 ? 'done' : 'optional'} detail={m.letters({ count: letters })}>
              <Link to="/milestones/$id/report/$task" params={{ id, task: 'narrative' }}>
                {m.narrativeTask()}
              </Link>
            </Task>
          </Tasks>
          <Tasks title={m.checkAndSend()}>
            <Task state={draft.status === 'signed-off' ? 'done' : 'open'} detail={m.checkHint()}>
              <Link to="/milestones/$id/report/check" params={{ id }}>
                {m.check()}
              </Link>
            </Task>
          </Tasks>
        </div>
        <Rail reporting={reporting} />
      </div>
    </>
  );
}

/** What a report answers to an indicator, in one line. */
function answerOf({ draft, unitName }: Reporting, { code, target = '', unit = '' }: Planned): string {
  const given = draft.results.indicators.find((value) => value.code === code);
  const goal = target === '' ? '' : `${m.target()}: ${decimalText(target)} ${unitName(unit)}`;
  if (!given) return goal;
  if (given.notAvailable) return notAvailable();
  const value = `${decimalText(given.value ?? '')} ${unitName(given.unit ?? '')}`;
  return goal === '' ? value : `${value} · ${goal}`;
}

/** Who else has saved something last. */
function Others({ reporting: { draft, names } }: { readonly reporting: Reporting }) {
  const person = useSession()?.person;
  const [last] = [draft.results.saved, draft.evidence.saved, draft.narrative.saved]
    .filter((saved) => saved !== undefined && saved.by !== person)
    .toSorted((one, other) => (other?.at ?? '').localeCompare(one?.at ?? ''));
  if (!last) return null;
  return (
    <Say kind="info">
      <p>{m.alsoHere({ person: personName(names, last.by), at: momentText(last.at) })}</p>
    </Say>
  );
}

const Tasks = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="tg" aria-label={title}>
    <h2>{title}</h2>
    <ul className="tasks">{children}</ul>
  </section>
);

const STATES = {
  done: ['done', 'good'],
  missing: ['none', 'wait'],
  optional: ['none', ''],
  open: ['open', ''],
} as const;

type TaskProps = { readonly state: keyof typeof STATES; readonly detail: string; readonly children: ReactNode };

function Task({ state, detail, children }: TaskProps) {
  const [icon, tone] = STATES[state];
  return (
    <li>
      <div>
        {children}
        <small>{detail}</small>
      </div>
      <span className={`tag ${tone}`}>
        <Icon name={icon} />
        <span>{m.taskState({ code: state })}</span>
      </span>
    </li>
  );
}

/** What the report is worth, who does what about it, and by when. */
function Rail({ reporting: { milestone, draft, names } }: { readonly reporting: Reporting }) {
  const { id, amount, dueOn } = milestone;
  const writers = draft.preparedBy.length > 0 ? draft.preparedBy.map((by) => personName(names, by)) : [roleText('proposer.officer')];
  return (
    <aside className="rail" aria-label={m.whatItPays()}>
      <h2>{m.whatItPays()}</h2>
      <p className="pay">
        <Money amount={amount} of={`${id}/amount`} />
      </p>
      <p className="quiet">
        <small>{m.paysWhen()}</small>
      </p>
      <h2>{m.whoDoesWhat()}</h2>
      <ul className="whos">
        {writers.map((name) => (
          <li key={name}>
            <Seal name={name} detail={m.duty({ code: 'write' })} />
          </li>
        ))}
        <li>
          <Seal isBound name={roleText('proposer.certifier')} detail={m.duty({ code: 'sign' })} />
        </li>
        <li>
          <Seal isBound name={roleText('secretariat.verifier')} detail={m.duty({ code: 'verify' })} />
        </li>
      </ul>
      <p className="quiet">
        <small>{m.notTwo()}</small>
      </p>
      <Facts
        of={[
          [
            milestones.due(),
            <time key="due" dateTime={dueOn}>
              {dayText(dueOn)}
            </time>,
          ],
        ]}
      />
    </aside>
  );
}
