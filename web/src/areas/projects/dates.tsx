import * as m from '#messages/projects';
import { type Dated, type Span, WIDTH, xOf } from '../../pictures/dates.ts';

const HEIGHT = 26;
const MIDDLE = 13;

/** The years over the lines of all milestones. The days stand in the table as well. */
export const DatesHead = ({ span }: { readonly span: Span }) => (
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
export function Dates({ span, of: { dueOn, reportedAt, paidAt } }: { readonly span: Span; readonly of: Dated }) {
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

export const DatesKey = ({ hasReports }: { readonly hasReports: boolean }) => (
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
