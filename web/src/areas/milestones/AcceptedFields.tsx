import * as m from '#messages/reporting';
import { useCodeNames } from '../../base/api/lists.ts';
import { decimalText } from '../../base/parts/locale.ts';
import { Field } from '../../forms/Field.tsx';

const MAX_BECAUSE = 1_000;

/** What was written about an indicator. */
export type Written = { readonly value: string; readonly because: string };
/** A reported value with what was written about it. `accepted`: absent while it cannot be read. `fields`: what the form calls both. */
export type Judged = Written & {
  readonly code: string;
  readonly reported: string;
  readonly unit: string;
  readonly accepted: string | undefined;
  readonly isOther: boolean;
  readonly fields: Written;
};

type Props = {
  readonly all: readonly Judged[];
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (code: string, more: Partial<Written>) => void;
};

/** The value that is accepted of each reported indicator, and why it is another one. */
export function AcceptedFields({ all, faults, onChange }: Props) {
  const [indicatorName, unitName] = [useCodeNames('indicators'), useCodeNames('units')];
  return all.map(({ code, reported, unit, value, because, isOther, fields }) => {
    const indicator = indicatorName(code);
    return (
      <div key={code}>
        <Field
          field={{ name: fields.value, kind: 'line', required: true }}
          values={{ [fields.value]: value }}
          label={m.acceptedOf({ indicator })}
          hint={m.acceptedHint({ reported: `${decimalText(reported)} ${unitName(unit)}` })}
          fault={faults[fields.value]}
          onChange={(_, text) => onChange(code, { value: text })}
        />
        {isOther ? (
          <Field
            field={{ name: fields.because, kind: 'lines', required: true, max: MAX_BECAUSE }}
            values={{ [fields.because]: because }}
            label={m.acceptedWhy({ indicator })}
            hint=""
            fault={faults[fields.because]}
            onChange={(_, text) => onChange(code, { because: text })}
          />
        ) : null}
      </div>
    );
  });
}
