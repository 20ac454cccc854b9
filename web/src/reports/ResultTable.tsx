import type { ReactNode } from 'react';
import { indicator as indicatorText, notAvailable, reported } from '#messages/milestones';
import * as m from '#messages/reporting';
import type { Schemas } from '../base/api/client.ts';
import { useCodeNames } from '../base/api/lists.ts';
import { Icon } from '../base/parts/Icon.tsx';
import { decimalText } from '../base/parts/locale.ts';
import { Headed } from '../base/parts/Table.tsx';
import { Ahead } from './FileTable.tsx';
import { type Planned, reachOf } from './planned.ts';

type Value = Schemas['IndicatorValue'];
const NONE = '–';

type Props = {
  /** What it is about, for those who come to it by the keyboard. */
  readonly label: string;
  readonly planned: readonly Planned[];
  readonly values: readonly Value[];
  /** What the verifier accepted in the place of what was reported. */
  readonly accepted?: readonly Schemas['AcceptedValue'][] | undefined;
  /** What can be done about the answer to an indicator. */
  readonly change?: ((code: string, name: string) => ReactNode) | undefined;
};

/** The reported value of each indicator next to the planned one, and other reported results. */
export function ResultTable({ label, planned, values, accepted = [], change }: Props) {
  const others = values.filter(({ code }) => planned.every((each) => each.code !== code));
  const all: readonly Planned[] = [...planned, ...others.map(({ code, unit = '' }) => ({ code, unit }))];
  if (all.length === 0) return <p className="quiet">{m.nothingPlanned()}</p>;
  return (
    <Headed
      label={label}
      of={[
        { title: indicatorText() },
        { title: m.baseline(), isFigure: true },
        { title: m.target(), isFigure: true },
        { title: reported(), isFigure: true },
        ...(accepted.length > 0 ? [{ title: m.accepted(), isFigure: true }] : []),
      ]}
      ahead={change ? <Ahead /> : null}
    >
      <tbody>
        {all.map((each) => (
          <Row
            key={each.code}
            of={each}
            given={values.find(({ code }) => code === each.code)}
            accepted={accepted.length > 0 ? (accepted.find(({ code }) => code === each.code) ?? AS_REPORTED) : undefined}
            change={change}
          />
        ))}
      </tbody>
    </Headed>
  );
}

/** Of this indicator the reported value counts. */
const AS_REPORTED = { value: undefined, because: '' } as const;

type RowProps = Pick<Props, 'change'> & {
  readonly of: Planned;
  readonly given: Value | undefined;
  /** Absent where every value was accepted as it was reported. */
  readonly accepted: { readonly value: string | undefined; readonly because: string } | undefined;
};

function Row({ of, given, accepted, change }: RowProps) {
  const { code, unit = '', baseline = '', target = '', method = '' } = of;
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  const name = indicatorName(code);
  const inUnit = (text: string, its = unit): string => (text === '' ? NONE : `${decimalText(text)} ${unitName(its)}`);
  return (
    <tr role="row" className={given ? undefined : 'err'}>
      <th scope="row" role="rowheader">
        {name}
        {method ? <small className="quiet">{method}</small> : null}
      </th>
      <td role="cell" data-h={m.baseline()} className="r num">
        <div>{inUnit(baseline)}</div>
      </td>
      <td role="cell" data-h={m.target()} className="r num">
        <div>{inUnit(target)}</div>
      </td>
      <td role="cell" data-h={reported()} className="r num">
        <div>
          {given?.notAvailable ? absenceOf(given) : <b>{inUnit(given?.value ?? '', given?.unit ?? unit)}</b>}{' '}
          {accepted ? null : <Reach of={of} value={given?.value} />}
        </div>
      </td>
      {accepted ? (
        <td role="cell" data-h={m.accepted()} className="r num">
          <div>
            <b>{inUnit(accepted.value ?? given?.value ?? '', given?.unit ?? unit)}</b>{' '}
            <Reach of={of} value={accepted.value ?? given?.value} />
            {accepted.because ? <small>{accepted.because}</small> : null}
          </div>
        </td>
      ) : null}
      {change ? (
        <td role="cell" className="r">
          {change(code, name)}
        </td>
      ) : null}
    </tr>
  );
}

const absenceOf = ({ because = '' }: Value): string => (because === '' ? notAvailable() : `${notAvailable()}: ${because}`);

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
