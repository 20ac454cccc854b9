import { Link } from '@tanstack/react-router';
import { indicator as indicatorText, notAvailable, reported } from '#messages/milestones';
import * as m from '#messages/reporting';
import { Columns } from '../../parts/Columns.tsx';
import { reachOf } from '../../parts/decimals.ts';
import { Icon } from '../../parts/Icon.tsx';
import { decimalText } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { Ahead } from './ahead.tsx';
import type { Planned } from './planned.ts';
import type { Reporting } from './report.queries.ts';

const NONE = '–';

/** What is answered of each indicator, beside what was planned. */
export function AnswerTable({ reporting }: { readonly reporting: Reporting }) {
  const { planned } = reporting;
  if (planned.length === 0) return <p className="quiet">{m.nothingPlanned()}</p>;
  return (
    <Scroll label={m.results()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: indicatorText() },
                { title: m.baseline(), isFigure: true },
                { title: m.target(), isFigure: true },
                { title: reported(), isFigure: true },
                { title: m.method() },
              ]}
            />
            <Ahead />
          </tr>
        </thead>
        <tbody>
          {planned.map((each) => (
            <Row key={each.code} of={each} reporting={reporting} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ of, reporting }: { readonly of: Planned; readonly reporting: Reporting }) {
  const { id, draft, indicatorName, unitName, isLocked } = reporting;
  const { code, unit = '', baseline = '', target = '', method = '' } = of;
  const given = draft.results.indicators.find((value) => value.code === code);
  const inUnit = (text: string): string => (text === '' ? NONE : `${decimalText(text)} ${unitName(unit)}`);
  const name = indicatorName(code);
  return (
    <tr role="row" className={given ? undefined : 'err'}>
      <th scope="row" role="rowheader">
        {name}
      </th>
      <td role="cell" data-h={m.baseline()} className="r num">
        <div>{inUnit(baseline)}</div>
      </td>
      <td role="cell" data-h={m.target()} className="r num">
        <div>{inUnit(target)}</div>
      </td>
      <td role="cell" data-h={reported()} className="r num">
        <div>
          {given?.notAvailable ? `${notAvailable()}: ${given.because ?? ''}` : <b>{inUnit(given?.value ?? '')}</b>}{' '}
          <Reach of={of} value={given?.value} />
        </div>
      </td>
      <td role="cell" data-h={m.method()}>
        <div>{method}</div>
      </td>
      <td role="cell" className="r">
        {isLocked ? null : (
          <Link to="/milestones/$id/report/$task" params={{ id, task: 'results' }} hash={code}>
            {m.change({ what: name })}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** Whether a value reaches its target, where there is one. */
function Reach({ of, value }: { readonly of: Planned; readonly value: string | undefined }) {
  const reach = reachOf(of, value);
  if (reach === 'unknown') return null;
  return (
    <small className={`tag ${reach === 'reached' ? 'good' : 'wait'}`}>
      <Icon name={reach === 'reached' ? 'done' : 'part'} size={14} />
      <span>{m.reach({ code: reach })}</span>
    </small>
  );
}
