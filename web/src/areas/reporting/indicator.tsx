import type { ReactNode } from 'react';
import * as m from '#messages/reporting';
import { Field } from '../../acts/Field.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { decimalText } from '../../parts/locale.ts';
import { fieldsOf, YES } from './answers.ts';
import type { Planned } from './planned.ts';
import type { Reporting } from './report.queries.ts';
import type { Section } from './section.ts';

const MAX_BECAUSE = 1_000;

type Props = {
  readonly indicator: Planned;
  readonly reporting: Reporting;
  readonly section: Section;
  readonly faults: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** The fields of one indicator, with what was planned of it. */
export function Indicator({ indicator, reporting: { indicatorName, unitName }, section, faults, children }: Props) {
  const { code, unit = '', baseline = '', target = '', method = '' } = indicator;
  const fields = fieldsOf(code);
  const isMissing = section.textOf(fields.notAvailable) === YES;
  const fault = faults[fields.value];
  const inUnit = (text: string): string => (text === '' ? '' : `${decimalText(text)} ${unitName(unit)}`);
  return (
    <fieldset className="indicator" id={code}>
      <legend>{indicatorName(code)}</legend>
      <Facts
        of={[
          [m.baseline(), inUnit(baseline)],
          [m.target(), inUnit(target)],
          [m.method(), method],
        ]}
      />
      {children}
      <div className={`field${fault ? ' bad' : ''}`}>
        <label htmlFor={fields.value}>{m.valueReached()}</label>
        {fault ? (
          <span className="fault" id={`${fields.value}-fault`}>
            <Icon name="late" size={15} />
            {fault}
          </span>
        ) : null}
        <span className="unit">
          <input
            className="in num short"
            id={fields.value}
            name={fields.value}
            inputMode="decimal"
            autoComplete="off"
            disabled={isMissing}
            value={isMissing ? '' : section.textOf(fields.value)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `${fields.value}-fault` : undefined}
            onChange={({ currentTarget: { value } }) => section.change(fields.value, value)}
          />
          <b>{unitName(unit)}</b>
        </span>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={isMissing}
          onChange={({ currentTarget: { checked } }) => section.change(fields.notAvailable, checked ? YES : '')}
        />
        <span>{m.noValue()}</span>
      </label>
      {isMissing ? (
        <Field
          field={{ name: fields.because, kind: 'lines', required: true, max: MAX_BECAUSE }}
          values={section.values}
          label={m.because()}
          hint=""
          fault={faults[fields.because]}
          onChange={section.change}
        />
      ) : null}
    </fieldset>
  );
}
