import { Link } from '@tanstack/react-router';
import { milestoneNumber, milestones as milestonesTitle, total } from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { dayText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { compared } from '../../base/parts/sums.ts';
import { Columns, Scroll } from '../../base/parts/Table.tsx';
import { type Dated, datesOf, type Span, spanOf, WIDTH, xOf } from '../../pictures/dates.ts';

type Milestone = Schemas['Milestone'];
type Props = {
  readonly milestones: readonly Milestone[];
  readonly paid: Readonly<Record<string, Schemas['Paid']>>;
  /** What all of them come to. */
  readonly progress: Schemas['Progress'] | undefined;
  /** Reports and payments are for parties; the milestone itself for everybody who is signed in. */
  readonly reader: 'party' | 'member' | 'anybody';
};

/** The milestones, planned and actual, each with what is paid of it and the way to its report and its money. */
export function Milestones({ milestones, paid, progress, reader }: Props) {
  const all = milestones.map(({ id, dueOn, report }) => ({ dueOn, reportedAt: report?.submittedAt, paidAt: paid[id]?.settledAt }));
  const span = spanOf(all.flatMap(datesOf));
  const hasReports = all.some(({ reportedAt }) => reportedAt !== undefined);
  const isParty = reader === 'party';
  const before = 4 + (hasReports ? 1 : 0);
  return (
    <>
      <DatesKey hasReports={hasReports} />
      <Scroll label={m.milestonesAndMoney()}>
        <table className="stack ms" role="table">
          <thead>
            <tr role="row">
              <Columns of={[{ title: milestonesTitle() }, { title: m.state() }]} />
              <DatesHead span={span} />
              <Columns
                of={[
                  { title: m.due() },
                  ...(hasReports ? [{ title: m.reported() }] : []),
                  { title: m.planned(), isFigure: true },
                  { title: m.payableNow(), isFigure: true },
                  { title: m.paid(), isFigure: true },
                  ...(isParty ? [{ title: m.money() }] : []),
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {milestones.map((milestone, index) => (
              <tr key={milestone.id} role="row">
                <Named milestone={milestone} isLinked={reader !== 'anybody'} />
                <td role="cell" data-h={m.state()}>
                  <div>
                    <StatusOf of="milestoneStatus" status={milestone.status} />
                  </div>
                </td>
                <Dates span={span} of={all[index] ?? { dueOn: milestone.dueOn, reportedAt: undefined, paidAt: undefined }} />
                <Day title={m.due()} at={milestone.dueOn} />
                {hasReports ? <Day title={m.reported()} at={milestone.report?.submittedAt} /> : null}
                <SumCell title={m.planned()} amount={paid[milestone.id]?.planned} of={`${milestone.id}/planned`} />
                <SumCell title={m.payableNow()} amount={paid[milestone.id]?.payable} of={`${milestone.id}/payable`} />
                <PaidCell id={milestone.id} paid={paid[milestone.id]} />
                {isParty ? (
                  <td role="cell" data-h={m.money()}>
                    <div>
                      <Link to="/milestones/$id/money" params={{ id: milestone.id }}>
                        {m.followMoney()}
                      </Link>
                    </div>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
          {progress ? (
            <tfoot>
              <tr role="row">
                <th scope="row" role="rowheader" colSpan={before}>
                  {total()}
                </th>
                <SumCell title={m.planned()} amount={progress.planned} of={`${milestones[0]?.project}/planned`} />
                <SumCell title={m.payableNow()} amount={progress.payable} of={`${milestones[0]?.project}/payable`} />
                <SumCell title={m.paid()} amount={progress.settled} of={`${milestones[0]?.project}/paid`} />
                {isParty ? <td role="cell" /> : null}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </Scroll>
    </>
  );
}

type OfSum = { readonly title: string; readonly amount: Schemas['Money'] | undefined; readonly of: string };

const SumCell = ({ title, amount, of }: OfSum) => (
  <td role="cell" data-h={title} className="r">
    <div>{amount ? <Money amount={amount} of={of} /> : '–'}</div>
  </td>
);

function Named({ milestone: { id, number, title }, isLinked }: { readonly milestone: Milestone; readonly isLinked: boolean }) {
  const name = (
    <>
      <span className="vh">{milestoneNumber()} </span>
      {number}. {title}
    </>
  );
  return (
    <th scope="row" role="rowheader">
      {isLinked ? (
        <Link to="/milestones/$id" params={{ id }}>
          {name}
        </Link>
      ) : (
        name
      )}
    </th>
  );
}

const Day = ({ title, at }: { readonly title: string; readonly at: string | undefined }) => (
  <td role="cell" data-h={title}>
    <div>
      {at ? (
        <time className="nowrap" dateTime={at}>
          {dayText(at)}
        </time>
      ) : (
        <span className="quiet">{m.notYet()}</span>
      )}
    </div>
  </td>
);

/** Whether what is payable is all that was planned, or more. */
const isAll = ({ planned, payable }: Schemas['Paid']): boolean => compared(payable, planned) >= 0;

/** Whether it is paid, in a figure and in words. */
const PaidCell = ({ id, paid }: { readonly id: string; readonly paid: Schemas['Paid'] | undefined }) => (
  <td role="cell" data-h={m.paid()} className="r">
    <div>
      {paid ? <Money amount={paid.settled} of={`${id}/paid`} /> : '–'}
      {paid && paid.paid !== 'not' ? (
        <small className="quiet">
          {m.paidState({ state: paid.paid === 'in-part' ? 'part' : isAll(paid) ? 'full' : 'payable' })}{' '}
          {paid.settledAt ? (
            <time className="nowrap" dateTime={paid.settledAt}>
              {dayText(paid.settledAt)}
            </time>
          ) : null}
        </small>
      ) : null}
    </div>
  </td>
);

const HEIGHT = 26;
const MIDDLE = 13;

/** The years over the lines of all milestones. The days stand in the table as well. */
const DatesHead = ({ span }: { readonly span: Span }) => (
  <th scope="col" role="columnheader" className="pic">
    <svg className="axis" width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      {span.years.map(({ year, x }) => (
        <text key={year} x={x} y="12" className="soft tiny" textAnchor="middle">
          {year}
        </text>
      ))}
    </svg>
    <span className="vh">{m.timeline()}</span>
  </th>
);

/** When a milestone was due, reported and paid, on the time that all of them share. */
function Dates({ span, of: { dueOn, reportedAt, paidAt } }: { readonly span: Span; readonly of: Dated }) {
  const due = xOf(span, dueOn);
  const [reported, paid] = [reportedAt && xOf(span, reportedAt), paidAt && xOf(span, paidAt)];
  const end = paid || reported;
  return (
    <td role="cell" className="pic">
      <svg className="gantt" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {span.years.map(({ year, x }) => (
          <path key={year} className="grid" d={`M${x.toFixed(1)} -18v62`} />
        ))}
        {end ? <path className={end > due ? 'late' : 'ontime'} d={`M${due.toFixed(1)} ${MIDDLE}H${end.toFixed(1)}`} /> : null}
        {reported ? <circle className="act" cx={reported} cy={MIDDLE} r="5" /> : null}
        <circle className="plan" cx={due} cy={MIDDLE} r="6.5" />
        {paid ? <rect className="paid" x={paid - 4} y={MIDDLE - 4} width="8" height="8" rx="1.5" /> : null}
      </svg>
    </td>
  );
}

const DatesKey = ({ hasReports }: { readonly hasReports: boolean }) => (
  <ul className="key gk">
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <circle className="plan" cx="8" cy="8" r="6.5" />
      </svg>
      {m.due()}
    </li>
    {hasReports ? (
      <li>
        <svg width="16" height="16" aria-hidden="true">
          <circle className="act" cx="8" cy="8" r="5" />
        </svg>
        {m.reported()}
      </li>
    ) : null}
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <rect className="paid" x="4" y="4" width="8" height="8" rx="1.5" />
      </svg>
      {m.paid()}
    </li>
  </ul>
);
