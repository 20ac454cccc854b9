import { useState } from 'react';
import * as m from '#messages/reporting';
import { useCodeNames } from '../../base/api/lists.ts';
import { decimalText } from '../../base/parts/locale.ts';
import { Field } from '../../forms/Field.tsx';
import { type Accepting, fieldsOf, type Judging, verdictOn, type Written } from './accepting.ts';

const MAX_BECAUSE = 1_000;

type Props = {
  readonly judged: Judging;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (accepting: Accepting) => void;
};

/** The value that is accepted of each reported indicator, which begins as it was reported, and why it is another one. */
export function AcceptedFields({ judged: { values, planned }, faults, onChange }: Props) {
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  const reported = values.filter(({ notAvailable }) => !notAvailable);
  const [written, setWritten] = useState<Readonly<Record<string, Written>>>(() =>
    Object.fromEntries(reported.map(({ code, value = '' }) => [code, { value: decimalText(value), because: '' }])),
  );
  const change = (code: string, more: Partial<Written>): void => {
    const now = { ...written, [code]: { value: '', because: '', ...written[code], ...more } };
    setWritten(now);
    onChange(acceptingOf(reported, now, indicatorName));
  };
  return reported.map(({ code, value = '', unit = planned.find((each) => each.code === code)?.unit ?? '' }) => {
    const said = written[code] ?? { value, because: '' };
    const fields = fieldsOf(code);
    const indicator = indicatorName(code);
    const { verdict } = verdictOn(value, said);
    return (
      <div key={code}>
        <Field
          field={{ name: fields.value, kind: 'line', required: true }}
          values={{ [fields.value]: said.value }}
          label={m.acceptedOf({ indicator })}
          hint={m.acceptedHint({ reported: `${decimalText(value)} ${unitName(unit)}` })}
          fault={faults[fields.value]}
          onChange={(_, text) => change(code, { value: text })}
        />
        {verdict === 'other' || verdict === 'unexplained' ? (
          <Field
            field={{ name: fields.because, kind: 'lines', required: true, max: MAX_BECAUSE }}
            values={{ [fields.because]: said.because }}
            label={m.acceptedWhy({ indicator })}
            hint=""
            fault={faults[fields.because]}
            onChange={(_, because) => change(code, { because })}
          />
        ) : null}
      </div>
    );
  });
}

/** What is sent of what was written, and what is wrong with it. */
function acceptingOf(
  reported: Judging['values'],
  written: Readonly<Record<string, Written>>,
  indicatorName: (code: string) => string,
): Accepting {
  const found = reported.map(({ code, value = '' }) => {
    const said = written[code] ?? { value, because: '' };
    return { code, ...verdictOn(value, said), because: said.because.replaceAll(/\s+/g, ' ').trim() };
  });
  const faults = found.flatMap(({ code, verdict }): [string, string][] => {
    const indicator = indicatorName(code);
    if (verdict === 'unreadable') return [[fieldsOf(code).value, m.acceptedFault({ indicator })]];
    return verdict === 'unexplained' ? [[fieldsOf(code).because, m.acceptedWhyFault({ indicator })]] : [];
  });
  const others = found.filter(({ verdict }) => verdict === 'other');
  return { accepted: others.map(({ code, value, because }) => ({ code, value, because })), faults: Object.fromEntries(faults) };
}
